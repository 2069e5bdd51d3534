"""Amounts of order days, refunds, caps and what was spent afterwards equal plain counting."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta

import pytest
from hypothesis import given

from cxlib.errors import NotEnoughData
from cxlib.stats.order_amounts import (
    read_capped_histories,
    read_order_amounts,
    read_spent_after,
)
from cxlib.stats.purchases import UNITS_A_DAY
from cxlib.tables.selection import EVERYTHING
from tests.stats.test_purchases import END, HOLDOUT_END, SLOW, bought, history, tables, transactions

FOREVER = HOLDOUT_END + timedelta(365)


@SLOW
@given(rows=tables)
def test_amounts_and_lines_are_what_counting_gives(backend, rows):
    source = transactions(backend, rows)
    days = [amount for one in bought(rows, FOREVER).values() for amount in one.values()]
    if not days:
        with pytest.raises(NotEnoughData):
            read_order_amounts(source)
        return
    found = read_order_amounts(source)
    assert dict(zip(found.amount.tolist(), found.n.tolist(), strict=True)) == Counter(days)
    assert (found.days, found.money) == (len(days), sum(days))
    known = [
        one["amount"]
        for one in rows
        if one["customer"] is not None
        and one["ordered"] not in (None, ...)
        and one["amount"] is not None
    ]
    below = [one for one in known if one < 0]
    assert (found.lines, found.refund_lines) == (len(known), len(below))
    assert found.zero_lines == known.count(0)
    assert (found.refunded, found.bought) == (-sum(below), sum(one for one in known if one > 0))


@SLOW
@given(rows=tables)
def test_capped_and_later_spend_are_what_counting_gives(backend, rows):
    source = transactions(backend, rows)
    days = bought(rows)
    began = {who: found for who, found in days.items() if min(found) <= END}
    if not began:
        with pytest.raises(NotEnoughData):
            read_spent_after(source, selection=EVERYTHING, end=END, last=HOLDOUT_END)
        return
    found = read_spent_after(source, selection=EVERYTHING, end=END, last=HOLDOUT_END)
    expected: Counter[tuple[int, ...]] = Counter()
    for one in began.values():
        later = sum(amount for day, amount in one.items() if day > END)
        expected[(*(history(one) or ()), later)] += 1
    h = found.histories
    columns = (h.frequency, h.recency, h.age, h.spend, h.holdout, found.later)
    got = zip(*(column.tolist() for column in columns), h.n.tolist(), strict=True)
    assert {row[:-1]: row[-1] for row in got} == expected

    most = 100_000
    cut = {who: {day: min(n, most) for day, n in one.items()} for who, one in began.items()}
    spends = Counter(history(one)[3] for one in cut.values())
    window = EVERYTHING.__class__(EVERYTHING.where, None, END)
    capped = read_capped_histories(source, selection=window, most=most)
    by_spend: dict[int, int] = defaultdict(int)
    for spend, n in zip(capped.spend.tolist(), capped.n.tolist(), strict=True):
        by_spend[spend] += n
    assert by_spend == spends


def test_a_year_is_its_length():
    top, bottom = UNITS_A_DAY["year"]
    assert bottom / top == 365.25
