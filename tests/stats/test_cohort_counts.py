"""Cohort counts equal a plain pandas count."""

from __future__ import annotations

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.metrics.cohorts import cohort_table
from cxlib.stats.cohort_grid import CohortGrid, Rule
from cxlib.stats.cohorts import CohortCounts, read_cohorts
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.tables.selection import Selection
from tests.handmade import source_of

MONTHLY = CohortGrid("month", (0, 1, 2))
SLOW = settings(max_examples=20, deadline=None)
row = st.fixed_dictionaries(
    {
        "customer": st.sampled_from(["a", "b", "c", "d"]),
        "ordered": st.datetimes(datetime(2024, 11, 1), datetime(2026, 2, 28)),
        "shop": st.sampled_from(["north", None]),
    }
)
tables = st.lists(row, min_size=1, max_size=30)
PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}


def orders(backend, rows):
    values = {name: [one[name] for one in rows] for name in ("customer", "ordered")}
    shop = [one["shop"] for one in rows]
    return source_of(backend, "transactions", values, cells={"shop": shop})


def offsets(rows, period):
    """(customer, first day of the first period, periods since), by pandas' calendar periods."""
    table = pd.DataFrame(rows)
    table["period"] = table.ordered.dt.to_period(PANDAS[period])
    first = table.groupby("customer").period.transform("min")
    apart = [one.ordinal - start.ordinal for one, start in zip(table.period, first, strict=True)]
    starts = [start.start_time.date() for start in first]
    return list(zip(table.customer, starts, apart, strict=True))


def expected(rows, period, place) -> CohortCounts:
    seen = offsets(rows, period)
    sizes = {(customer, start) for customer, start, _ in seen}
    placed = {(customer, start, place(k)) for customer, start, k in seen}
    return CohortCounts.of(
        [(start, 1) for _, start in sizes],
        [(start, k, 1) for _, start, k in placed if k is not None],
    )


@SLOW
@given(rows=tables, period=st.sampled_from(list(PANDAS)))
def test_counts_equal_pandas_periods(backend, rows, period):
    book = read_cohorts(orders(backend, rows), CohortGrid(period, (0, 1)), by=("shop",))
    assert book.counts[TOTAL] == expected(rows, period, lambda k: k)
    for shop in {one["shop"] for one in rows}:
        part = [one for one in rows if one["shop"] == shop]
        assert book.counts[Group("shop", shop or BLANK)] == expected(part, period, lambda k: k)
    assert book.end == max(one["ordered"] for one in rows).date()


@SLOW
@given(rows=tables)
def test_last_activity_and_brackets_equal_plain_counting(backend, rows):
    source = orders(backend, rows)
    apart = (0, 1, 2, 5)
    grid = CohortGrid("month", apart, Rule.ON_OR_AFTER)
    last = read_cohorts(source, grid).counts[TOTAL]
    furthest: dict[tuple[str, date], int] = {}
    for customer, start, k in offsets(rows, "month"):
        furthest[customer, start] = max(k, furthest.get((customer, start), 0))
    later = [(s, at, 1) for (_, s), k in furthest.items() for at in apart if k >= at]
    assert last.active == CohortCounts.of([], later).active

    edges = (1, 3, 6)
    grid = CohortGrid("month", edges, Rule.BRACKET)
    inside = read_cohorts(source, grid).counts[TOTAL]
    place = lambda k: 1 if 1 <= k < 3 else 3 if 3 <= k < 6 else None  # noqa: E731
    assert inside == expected(rows, "month", place)


def test_parts_add_up_and_the_end_is_the_one_asked_for(backend):
    rows = [
        {"customer": "a", "ordered": datetime(2025, 1, 5), "shop": "x"},
        {"customer": "a", "ordered": datetime(2025, 3, 5), "shop": "x"},
        {"customer": "b", "ordered": datetime(2025, 1, 9), "shop": "y"},
        {"customer": "b", "ordered": datetime(2025, 6, 9), "shop": "y"},
    ]
    until = Selection(until=date(2025, 4, 30))
    book = read_cohorts(orders(backend, rows), MONTHLY, by=("shop",), selection=until)
    parts = book.counts[Group("shop", "x")] + book.counts[Group("shop", "y")]
    assert parts == book.counts[TOTAL]
    assert (book.end, book.coverage.used) == (date(2025, 4, 30), 3)


def test_a_customer_counts_once_in_a_bracket(backend):
    rows = [
        {"customer": "a", "ordered": datetime(2025, month, 5), "shop": "x"} for month in (1, 2, 3)
    ]
    book = read_cohorts(orders(backend, rows), CohortGrid("month", (1, 3), Rule.BRACKET))
    assert book.counts[TOTAL].active == ((date(2025, 1, 1), 1, 1),)


def test_no_rows_say_why(backend):
    source = source_of(backend, "transactions", {"customer": [None, "a"], "ordered": [..., ...]})
    with pytest.raises(NotEnoughData, match=r"at least 1 active customer.*ordered is wrong"):
        read_cohorts(source, MONTHLY)


def test_the_rules_agree_where_they_mean_the_same(backend):
    rows = [
        {"customer": who, "ordered": datetime(2025, month, 10), "shop": "x"}
        for who, months in {"a": (1, 2, 4), "b": (1, 4), "c": (1,), "d": (2, 3)}.items()
        for month in months
    ]
    source = orders(backend, rows)
    end = date(2025, 4, 30)

    def shares(rule, offsets):
        grid = CohortGrid("month", offsets, rule)
        table = cohort_table(read_cohorts(source, grid).counts[TOTAL], grid, end=end)
        return {row.start.month: [cell.share for cell in row.cells] for row in table}

    assert shares(Rule.ON, (0, 1, 2, 3)) == {1: [1, 1 / 3, 0, 2 / 3], 2: [1, 1, 0, None]}
    later = shares(Rule.ON_OR_AFTER, (0, 1, 2, 3))
    assert later == {1: [1, 2 / 3, 2 / 3, 2 / 3], 2: [1, 1, 0, None]}
    one_wide = shares(Rule.BRACKET, (0, 1, 2, 3, 4))
    assert one_wide == shares(Rule.ON, (0, 1, 2, 3))
