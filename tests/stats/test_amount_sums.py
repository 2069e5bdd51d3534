"""Sums over customers equal plain counting on random tables with blanks."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.stats.amount_sums import AmountSums, read_amount_sums
from cxlib.stats.groups import BLANK
from tests.handmade import source_of
from tests.stats.test_purchases import SLOW, tables

PLANS = st.sampled_from(["a", "b", None])


def sums_of(pairs):
    x, y = np.array(pairs, float).T
    return (len(x), x.sum(), y.sum(), (x * x).sum(), (x * y).sum(), (y * y).sum())


def cells(one: AmountSums):
    return (one.n, one.x, one.y, one.xx, one.xy, one.yy)


def by_group(groups, pair_of):
    """The sums of customers with rows in one group only; (group of each, what it gives)."""
    found = defaultdict(list)
    for who, plans in groups.items():
        if len(plans) == 1:
            found[next(iter(plans))].append(pair_of(who))
    return {group: sums_of(pairs) for group, pairs in found.items()}


@SLOW
@given(rows=tables, data=st.data())
def test_spend_and_order_days_are_what_counting_gives(backend, rows, data):
    plans = data.draw(st.lists(PLANS, min_size=len(rows), max_size=len(rows)))
    values = {role: [one[role] for one in rows] for role in ("customer", "ordered", "amount")}
    source = source_of(backend, "transactions", values, cells={"plan": plans})
    groups, days, money = defaultdict(set), defaultdict(set), defaultdict(int)
    for one, plan in zip(rows, plans, strict=True):
        known = one["customer"] is not None and one["ordered"] not in (None, ...)
        if known and one["amount"] is not None and one["amount"] >= 0:
            groups[one["customer"]].add(plan or BLANK)
            days[one["customer"]].add(one["ordered"].date())
            money[one["customer"]] += one["amount"]
    if not groups:
        with pytest.raises(NotEnoughData):
            read_amount_sums(source, by="plan")
        return
    last = max(one["ordered"] for one in rows if one["ordered"] not in (None, ...)).date()
    book = read_amount_sums(source, by="plan")
    spend = by_group(groups, lambda who: (1, money[who] / 10_000))
    rate = by_group(groups, lambda who: ((last - min(days[who])).days / 365.25, len(days[who]) - 1))
    for name, expected in (("spend", spend), ("orders", rate)):
        assert set(book.sums[name]) == set(expected)
        for group, numbers in expected.items():
            assert cells(book.sums[name][group]) == pytest.approx(numbers)
    assert book.several == sum(len(plans) > 1 for plans in groups.values())


def test_reopened_tickets_count_by_customer_and_unknown_ones_alone(backend):
    source = source_of(
        backend,
        "tickets",
        {
            "created": [datetime(2025, 1, 1)] * 6,
            "solved": [datetime(2025, 1, 2)] * 5 + [None],
            "customer": ["ann", "ann", None, None, "bob", "bob"],
            "reopened": [1.0, 0.0, 1.0, None, 0.0, 1.0],
        },
        cells={"plan": ["a"] * 6},
    )
    # ann 1 of 2, the unknown one 1 of 1, bob 0 of 1: his open ticket is not over.
    book = read_amount_sums(source, by="plan")
    assert cells(book.sums["reopened"]["a"]) == (3, 4, 2, 6, 3, 2)


def test_a_part_leaves_the_others():
    one, other = AmountSums(*sums_of([(1, 2), (1, 5)])), AmountSums(*sums_of([(1, 7)]))
    assert (one + other) - one == other
    with pytest.raises(ValueError, match="does not"):
        other - one
