"""Departures by reason equal plain counting."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.columns.mapping import Reading
from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.asked import read_life_table
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.stats.reasons import NO_REASON, OTHER, Leavings, read_reasons
from tests.handmade import source_of

SLOW = settings(max_examples=12, deadline=None)
START, CUT = datetime(2025, 1, 1), date(2025, 3, 31)
row = st.fixed_dictionaries(
    {
        "days": st.one_of(st.none(), st.integers(0, 120)),
        "reason": st.sampled_from(["price", "moved", "service", None]),
        "plan": st.sampled_from(["free", "Team", None]),
    }
)
tables = st.lists(row, min_size=1, max_size=40)
leavings = st.lists(
    st.tuples(
        st.integers(0, 9).map(float), st.sampled_from(["a", "b", "c", None]), st.integers(1, 4)
    ),
    max_size=20,
).map(Leavings.of)


def subscriptions(backend, rows):
    ends = [None if r["days"] is None else START + timedelta(r["days"]) for r in rows]
    roles = {
        "customer": [str(i) for i in range(len(rows))],
        "started": [START] * len(rows),
        "ended": ends,
        "reason": [r["reason"] for r in rows],
    }
    return source_of(backend, "subscriptions", roles, cells={"plan": [r["plan"] for r in rows]})


def counted(rows) -> Leavings:
    """As the definition has it: after the cut-off everybody is still there, whatever is written."""
    watched = (CUT - START.date()).days
    found: Counter = Counter()
    for one in rows:
        left = one["days"] is not None and one["days"] <= watched
        why = (one["reason"] or NO_REASON) if left else None
        found[float(one["days"] if left else watched), why] += 1
    return Leavings.of((days, why, n) for (days, why), n in found.items())


@SLOW
@given(rows=tables)
def test_total_and_segments_equal_plain_counting(backend, rows):
    source, whole = subscriptions(backend, rows), counted(rows)
    if not whole.deaths:
        with pytest.raises(NotEnoughData, match="at least 1 departure; this selection has 0"):
            read_reasons(source, observed=CUT)
        return
    table = read_reasons(source, observed=CUT, by=["plan"])
    expected = {TOTAL: whole}
    for plan in ("free", "Team", None):
        part = counted([one for one in rows if one["plan"] == plan])
        if part.n:
            expected[Group("plan", plan or BLANK)] = part
    assert table.leavings == expected
    assert (table.coverage.used, table.rare, table.dated) == (len(rows), (), True)
    lives = read_life_table(source, observed=CUT).lives[TOTAL]
    assert (lives.n, lives.deaths) == (whole.n, whole.deaths)


@given(leavings, leavings)
def test_pooling_keeps_every_customer(one, other):
    both = one + other
    assert both == other + one
    assert (both.n, both.deaths) == (one.n + other.n, one.deaths + other.deaths)
    assert Counter(both.left) == Counter(one.left) + Counter(other.left)
    assert Leavings.of(both.rows) == both


@given(leavings)
def test_one_reason_with_the_others_as_last_seen(one):
    for reason in one.reasons:
        alone = one.for_reason(reason)
        assert (alone.n, alone.deaths) == (one.n, one.left[reason])
    pooled = one.pooled(["a"])
    assert (pooled.n, pooled.deaths) == (one.n, one.deaths)
    assert set(pooled.reasons) <= {"a", OTHER}


def test_rare_reasons_are_pooled_and_blank_ones_stay_apart(backend):
    reasons = ["a"] * 3 + ["b"] * 2 + ["c", "d", None]
    rows = [{"days": 5, "reason": why, "plan": "x"} for why in reasons]
    table = read_reasons(subscriptions(backend, rows), observed=CUT, most=2)
    assert table.leavings[TOTAL].left == {"a": 3, "b": 2, OTHER: 2, NO_REASON: 1}
    assert table.rare == (("c", 1), ("d", 1))


def test_a_code_for_no_answer_is_no_reason(backend):
    roles = {
        "customer": ["a", "b"],
        "started": [START] * 2,
        "ended": [START + timedelta(3)] * 2,
        "reason": ["n/a", "price"],
    }
    source = source_of(
        backend, "subscriptions", roles, readings={"reason": Reading(blanks=("n/a",))}
    )
    assert read_reasons(source).leavings[TOTAL].left == {"price": 1, NO_REASON: 1}


def test_customers_watched_from_later_on_are_counted_by_their_entry(backend):
    roles = {
        "customer": ["a", "b", "c"],
        "started": [START] * 3,
        "ended": [START + timedelta(30), START + timedelta(50), None],
        "entered": [START, START + timedelta(10), START + timedelta(10)],
        "reason": ["price", None, None],
    }
    found = read_reasons(source_of(backend, "subscriptions", roles), observed=CUT)
    one = found.leavings[TOTAL]
    assert one.late == ((10.0, 2),)
    assert one.left == {"price": 1, NO_REASON: 1}
    assert one.for_reason("price") == Lives.of(
        [(30.0, 1, 0), (50.0, 0, 1), (89.0, 0, 1)], [(10.0, 2)]
    )


def test_a_file_without_reasons_is_one_sentence(backend):
    roles = {"customer": ["a"], "started": [START], "ended": [None]}
    with pytest.raises(BadOption, match="known as 'reason'"):
        read_reasons(source_of(backend, "subscriptions", roles), observed=CUT)
