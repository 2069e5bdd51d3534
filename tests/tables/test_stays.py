"""Contracts of a customer that follow on one another, against joining them by hand."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from cxlib.stats.asked import read_life_table
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.stats.row_checks import read_choice_rows
from cxlib.tables.contracts import contracts, read_repeated_contracts
from cxlib.tables.question import read_coverage
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.stays import GAP
from tests.handmade import source_of

CUT = date(2025, 6, 30)
NEW_YEAR = datetime(2025, 1, 1)


def day(number: int) -> datetime:
    return NEW_YEAR + timedelta(number)


def source_with(backend, rows, *, cells=(), joined=True, **roles):
    """Rows of (customer, start, end); days of 2025 from 0 on, None for no end."""
    values = {
        "customer": [one[0] for one in rows],
        "started": [None if one[1] is None else day(one[1]) for one in rows],
        "ended": [None if one[2] is None else day(one[2]) for one in rows],
    }
    source = source_of(backend, "subscriptions", values | roles, cells=dict(cells))
    mapping = source.mapping.with_choice("stays", "join") if joined else source.mapping
    return replace(source, mapping=mapping)


def stays(asked) -> list[tuple[object, ...]]:
    table = asked.stays.select("row", "duration", "event").to_pandas().sort_values("row")
    return list(table.itertuples(index=False, name=None))


def test_a_gap_of_a_month_is_no_departure(backend):
    rows = [("a", 0, 10), ("a", 10 + GAP, 50), ("b", 0, 10), ("b", 10 + GAP + 1, 50)]
    asked = contracts(source_with(backend, rows), observed=CUT)
    assert stays(asked) == [(1, 50, 1), (3, 10, 1), (4, 8, 1)]
    assert asked.joined
    coverage = read_coverage(asked.question)
    assert (coverage.rows, coverage.used, coverage.left_out) == (4, 4, ())


def test_one_long_contract_bridges_the_gap_of_the_others(backend):
    rows = [("a", 0, 120), ("a", 10, 20), ("a", 125, 130), ("a", 5, None)]
    assert stays(contracts(source_with(backend, rows[:3]), observed=CUT)) == [(1, 130, 1)]
    assert stays(contracts(source_with(backend, rows), observed=CUT)) == [(1, 180, 0)]


def test_contracts_of_nobody_are_alone(backend):
    rows = [(None, 0, 10), (None, 12, 20), ("a", 0, 10), ("a", 12, 20)]
    asked = contracts(source_with(backend, rows), observed=CUT)
    assert stays(asked) == [(1, 10, 1), (2, 8, 1), (3, 20, 1)]


def test_a_contract_that_cannot_be_used_joins_nothing(backend):
    rows = [("a", 0, 10), ("a", 30, 20), ("a", 45, 60)]
    asked = contracts(source_with(backend, rows), observed=CUT)
    assert stays(asked) == [(1, 10, 1), (3, 15, 1)]
    assert read_coverage(asked.question).left_out == (("ended before it started", 1),)


def test_segments_and_filters_speak_of_the_first_contract(backend):
    rows = [("a", 0, 30), ("a", 31, 90), ("b", 0, 40)]
    source = source_with(backend, rows, cells={"plan": ["basic", "pro", "pro"]})
    lives = read_life_table(source, observed=CUT, by=["plan"]).lives
    assert lives[Group("plan", "basic")] == Lives((90.0,), (1,), (0,))
    assert lives[Group("plan", "pro")] == Lives((40.0,), (1,), (0,))
    only = Selection((Condition("plan", ("basic",)),))
    table = read_life_table(source, selection=only, observed=CUT)
    assert table.lives[TOTAL] == Lives((90.0,), (1,), (0,))
    assert (table.coverage.rows, table.coverage.used) == (3, 2)
    late = Selection(since=date(2025, 1, 2))
    with pytest.raises(Exception, match="before 2025-01-02"):
        read_life_table(source, selection=late, observed=CUT)


def test_the_reason_is_that_of_the_contract_that_ended_last(backend):
    values = {
        "customer": ["a", "a"],
        "started": [day(0), day(20)],
        "ended": [day(10), day(60)],
        "reason": ["upgrade", "price"],
    }
    source = source_of(backend, "subscriptions", values)
    source = replace(source, mapping=source.mapping.with_choice("stays", "join"))
    table = contracts(source, observed=CUT).stays
    assert table.to_pyarrow()["c:reason"].to_pylist() == ["price"]


def test_records_that_begin_later_count_the_stay_from_then_on(backend):
    rows = [("a", 0, 30), ("a", 31, 90), ("b", 0, 30)]
    source = source_with(backend, rows)
    asked = contracts(source, observed=CUT, records_from=day(50).date())
    assert stays(asked) == [(1, 90, 1)]
    assert asked.stays.to_pyarrow()["entry"].to_pylist() == [50]
    assert read_coverage(asked.question).left_out == (
        ("left by the day on which the records begin", 1),
    )


@dataclass
class Joined:
    """A stay made by hand."""

    first: int
    until: int
    left: bool


def by_hand(rows) -> list[tuple[object, ...]]:
    last = (CUT - NEW_YEAR.date()).days
    found: dict[str, list[Joined]] = {}
    terms = [
        (start, last if end is None or end > last else end, place, who, end)
        for place, (who, start, end) in enumerate(rows, start=1)
        if start <= last and (end is None or end >= start)
    ]
    made: list[tuple[int, Joined, int]] = []
    for start, until, place, who, end in sorted(terms, key=lambda one: one[:3]):
        left = end is not None and end <= last
        mine = found.setdefault(who, [])
        if mine and start - mine[-1].until <= GAP:
            mine[-1].until = max(mine[-1].until, until)
            mine[-1].left = mine[-1].left and left
        else:
            mine.append(Joined(start, until, left))
            made.append((place, mine[-1], start))
    return sorted((place, one.until - one.first, int(one.left)) for place, one, _ in made)


@pytest.mark.parametrize("seed", range(12))
def test_joining_equals_walking_through_the_contracts(backend, seed):
    draw = random.Random(seed)
    rows = []
    for _ in range(80):
        start = draw.randrange(190)
        end = draw.choice([None, start + draw.randrange(-3, 60), start + draw.randrange(10)])
        rows.append((draw.choice("abcdefghij"), start, end))
    source = source_with(backend, rows)
    asked = contracts(source, observed=CUT)
    assert stays(asked) == by_hand(rows)
    coverage = read_coverage(asked.question)
    assert coverage.rows == coverage.used + sum(n for _, n in coverage.left_out) == 80
    table = read_life_table(source, observed=CUT)
    assert table.lives[TOTAL].n == len(by_hand(rows))
    assert table.joined


def test_customers_with_several_contracts_are_counted(backend):
    rows = [("a", 0, 10), ("a", 30, None), ("b", 0, 10), (None, 0, 1), (None, 0, 1), ("c", None, 4)]
    rows += [("d", 0, 1), ("d", 2, 3), ("d", 4, 5)]
    assert read_repeated_contracts(source_with(backend, rows)) == (2, 5)
    once = source_with(backend, rows[2:3])
    assert read_repeated_contracts(once) == (0, 0)
    counted = {"customer": ["a", "a"], "duration": [1.0, 2.0], "churned": [1, 0]}
    assert read_repeated_contracts(source_of(backend, "subscriptions", counted)) == (0, 0)


def test_the_choice_is_offered_where_it_concerns_rows(backend):
    rows = [("a", 0, 10), ("a", 30, None), ("b", 0, 10)]
    assert read_choice_rows(source_with(backend, rows, joined=False), repeated=0) == (
        ("stays", 2),
        ("duplicates", 0),
    )
    once = source_with(backend, rows[1:], joined=False)
    assert read_choice_rows(once, repeated=0) == (("duplicates", 0),)
    assert dict(read_choice_rows(source_with(backend, rows[1:]), repeated=0))["stays"] == 0
