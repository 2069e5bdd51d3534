"""Purchase histories equal plain counting, and the published control totals."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from math import ceil

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.asked import read_purchase_book
from cxlib.stats.purchases import MONEY, histories_by_customer, purchase_days
from cxlib.tables.selection import Condition, Selection
from tests.handmade import source_of

SLOW = settings(max_examples=20, deadline=None)
END, HOLDOUT_END = date(2025, 3, 31), date(2025, 5, 10)

row = st.fixed_dictionaries(
    {
        "customer": st.sampled_from(["ann", "bob", "cho", "dan", "", None]),
        "ordered": st.one_of(
            st.datetimes(datetime(2025, 1, 1), datetime(2025, 5, 20)), st.sampled_from([None, ...])
        ),
        "amount": st.one_of(st.integers(-20_000, 500_000), st.none()),
    }
)
tables = st.lists(row, min_size=1, max_size=60)


def transactions(backend, rows, **cells):
    values = {role: [one[role] for one in rows] for role in ("customer", "ordered", "amount")}
    return source_of(backend, "transactions", values, cells=cells)


def bought(rows, until=HOLDOUT_END) -> dict[str, dict[date, int]]:
    """Amount by customer and purchase day, the plain way."""
    found: dict[str, dict[date, int]] = defaultdict(lambda: defaultdict(int))
    for one in rows:
        known = one["customer"] is not None and one["ordered"] not in (None, ...)
        if known and one["amount"] is not None and one["amount"] >= 0:
            day = one["ordered"].date()
            if day <= until:
                found[one["customer"]][day] += one["amount"]
    return found


def history(days: dict[date, int]) -> tuple[int, ...] | None:
    """Frequency, recency, age and repeat spend of one customer, and purchase days held out."""
    before = sorted(day for day in days if day <= END)
    if not before:
        return None
    first, last = before[0], before[-1]
    spend = sum(days[day] for day in before[1:])
    held = sum(day > END for day in days)
    return len(before) - 1, (last - first).days, (END - first).days, spend, held


def arrays(book) -> list[tuple[int, ...]]:
    h = book.histories
    held = np.zeros_like(h.n) if h.holdout is None else h.holdout
    columns = (h.frequency, h.recency, h.age, h.spend, held)
    return list(zip(*(one.tolist() for one in columns), strict=True))


@SLOW
@given(rows=tables)
def test_histories_equal_plain_counting(backend, rows):
    source = transactions(backend, rows)
    expected = {who: history(days) for who, days in sorted(bought(rows).items())}
    expected = {who: found for who, found in expected.items() if found}
    options = {"end": END, "holdout_end": HOLDOUT_END}
    if not expected:
        with pytest.raises(NotEnoughData, match="Lifetime value needs at least 1 order"):
            read_purchase_book(source, **options)
        return
    single = read_purchase_book(source, customers=True, **options)
    assert single.histories.customers == tuple(expected)
    assert arrays(single) == list(expected.values())
    counted = read_purchase_book(source, **options)
    tuples = dict(zip(arrays(counted), counted.histories.n.tolist(), strict=True))
    assert tuples == Counter(expected.values())
    assert counted.histories.total == len(expected)
    assert counted.histories.repeaters == sum(one[0] > 0 for one in expected.values())


def occasion_history(days: dict[date, int], length: float) -> tuple[int, ...] | None:
    """The same in whole units of so many days, which begin on the day after the first purchase."""
    before = sorted(day for day in days if day <= END)
    if not before:
        return None
    age = int((END - before[0]).days / length)
    units: dict[int, int] = defaultdict(int)
    for day in before[1:]:
        units[ceil((day - before[0]).days / length)] += days[day]
    whole = {unit: amount for unit, amount in units.items() if unit <= age}
    ahead = int((HOLDOUT_END - END).days / length)
    held = {ceil((day - END).days / length) for day in days if day > END}
    return (
        len(whole),
        max(whole, default=0),
        age,
        sum(whole.values()),
        sum(unit <= ahead for unit in held),
    )


@SLOW
@given(rows=tables, unit=st.sampled_from([("day", 1), ("week", 7), ("month", 365.25 / 12)]))
def test_occasions_equal_plain_counting(backend, rows, unit):
    expected = {w: occasion_history(days, unit[1]) for w, days in sorted(bought(rows).items())}
    expected = {who: found for who, found in expected.items() if found}
    if expected:
        book = read_purchase_book(
            transactions(backend, rows),
            end=END,
            holdout_end=HOLDOUT_END,
            customers=True,
            occasions=unit[0],
        )
        assert book.histories.customers == tuple(expected)
        assert arrays(book) == list(expected.values())


def test_a_unit_that_the_end_cuts_off_does_not_count(backend):
    # First on 1 March: unit 1 is 2 to 8 March, unit 2 is 9 to 15; the end on the 14th cuts it off.
    days = [date(2025, 3, 1), date(2025, 3, 8), date(2025, 3, 9)]
    rows = [{"customer": "ann", "ordered": pd.Timestamp(day), "amount": 10} for day in days]
    source = transactions(backend, rows)
    cut, whole = (
        read_purchase_book(source, end=date(2025, 3, day), occasions="week") for day in (14, 15)
    )
    assert arrays(cut) == [(1, 1, 1, 10, 0)]
    assert arrays(whole) == [(2, 2, 2, 20, 0)]


@SLOW
@given(rows=tables)
def test_groups_of_customers_add_up(backend, rows):
    parts = [[r for r in rows if r["customer"] in who] for who in (("ann", "bob"), ("cho", "dan"))]
    pooled: Counter = Counter()
    for part in parts:
        if any(history(days) for days in bought(part, until=END).values()):
            book = read_purchase_book(transactions(backend, part), end=END)
            pooled.update(dict(zip(arrays(book), book.histories.n.tolist(), strict=True)))
    named = [one for part in parts for one in part]
    if pooled:
        whole = read_purchase_book(transactions(backend, named), end=END)
        assert dict(zip(arrays(whole), whole.histories.n.tolist(), strict=True)) == pooled


@pytest.fixture(scope="module")
def cdnow(shared_data) -> pd.DataFrame:
    path = shared_data / "cdnow" / "CDNOW_sample.txt"
    names = ["master", "customer", "ordered", "discs", "amount"]
    return pd.read_csv(path, sep=r"\s+", names=names, dtype={"customer": str, "ordered": str})


def test_cdnow_control_totals(backend, cdnow, shared_data):
    # Fader & Hardie: 2,357 customers, 2,457 repeat purchases, 946 repeat buyers by 30 Sep 1997;
    # their table of weeks is rounded to two decimals.
    source = source_of(
        backend,
        "transactions",
        {
            "customer": cdnow.customer.tolist(),
            "ordered": pd.to_datetime(cdnow.ordered).tolist(),
            "amount": (cdnow.amount * MONEY).round().astype(int).tolist(),
        },
    )
    end, holdout_end = date(1997, 9, 30), date(1998, 6, 30)
    book = read_purchase_book(source, end=end, holdout_end=holdout_end, customers=True)
    histories = book.histories
    assert (histories.total, histories.repeaters) == (2357, 946)
    assert int(histories.frequency.sum()) == 2457
    assert int(histories.holdout.sum()) == 1882
    assert (book.first, book.end, book.last) == (date(1997, 1, 1), end, holdout_end)
    published = pd.read_csv(shared_data / "cdnow" / "cdnow_customers_summary.csv")
    assert histories.frequency.tolist() == published.frequency.tolist()
    for mine, theirs in ((histories.recency, published.recency), (histories.age, published["T"])):
        assert np.abs(mine / 7 - theirs).max() <= 0.005 + 1e-9
    counted = read_purchase_book(source, end=end).histories
    assert (counted.total, int((counted.frequency * counted.n).sum())) == (2357, 2457)
    days = cdnow[cdnow.ordered <= "19970930"].groupby(["customer", "ordered"]).amount.sum()
    repeat = days.groupby("customer").apply(lambda amounts: amounts.iloc[1:].sum())
    spent = histories.mean_value * np.maximum(histories.frequency, 1)
    assert spent == pytest.approx(repeat.to_numpy())


def test_the_holdout_ends_with_its_last_day(backend):
    source = transactions(backend, orders_on(1, 10, 11, 20, 21, 22))
    days = purchase_days(source.table.mutate(day=source.table.ordered.date()))
    end = date(2025, 3, 10)

    def held(**options) -> list[int]:
        query = histories_by_customer(days, end=end, **options)
        return query.to_pyarrow()["holdout"].to_pylist()

    assert held(holdout_end=date(2025, 3, 21)) == [3]
    assert held() == [0]


def orders_on(*days: int, amount=10) -> list[dict]:
    return [
        {"customer": "ann", "ordered": datetime(2025, 3, day, 12), "amount": amount} for day in days
    ]


def test_the_end_is_the_last_day_of_the_whole_file(backend):
    # The filter keeps the first two orders; customers were watched until the third.
    source = transactions(backend, orders_on(1, 3, 9), plan=["a", "a", "b"])
    kept = Selection((Condition("plan", ("a",)),))
    book = read_purchase_book(source, selection=kept)
    assert (book.end, book.last) == (date(2025, 3, 9), date(2025, 3, 3))
    assert book.histories.holdout is None
    assert arrays(book) == [(1, 2, 8, 10, 0)]


def test_the_end_of_a_range_of_days_is_the_end(backend):
    until = Selection(until=date(2025, 3, 5))
    book = read_purchase_book(transactions(backend, orders_on(1, 3, 9)), selection=until)
    assert book.end == date(2025, 3, 5)
    assert arrays(book) == [(1, 2, 4, 10, 0)]


def test_free_purchases_count_as_purchases(backend):
    book = read_purchase_book(transactions(backend, orders_on(1, 3, amount=0)))
    assert arrays(book) == [(1, 2, 2, 0, 0)]
    assert book.histories.mean_value.tolist() == [0]


def test_a_holdout_needs_an_end_before_it(backend):
    source = transactions(backend, orders_on(1, 3))
    with pytest.raises(BadOption, match=r"needs the end of the calibration.*--until"):
        read_purchase_book(source, holdout_end=date(2025, 3, 9))
    with pytest.raises(BadOption, match=r"2025-03-09, which is not after.*--holdout-until"):
        read_purchase_book(source, end=date(2025, 3, 9), holdout_end=date(2025, 3, 9))


def test_no_order_before_the_end_says_so(backend):
    source = transactions(backend, orders_on(20))
    options = {"end": date(2025, 3, 9), "holdout_end": date(2025, 3, 9) + timedelta(20)}
    with pytest.raises(NotEnoughData, match=r"All orders come after 2025-03-09; choose a later"):
        read_purchase_book(source, **options)


def test_no_usable_order_names_the_main_reason(backend):
    rows = [*orders_on(1, 2, amount=-5), *orders_on(3, amount=None)]
    with pytest.raises(NotEnoughData, match=r"return or refund.*\(2 of 3 rows\)"):
        read_purchase_book(transactions(backend, rows))
