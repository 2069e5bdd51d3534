"""Active customers of every window and every period against plain sets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.metrics.engagement import active_customers, active_within, mean_stickiness
from cxlib.metrics.lifecycle import lifecycle
from cxlib.stats.activity_days import (
    WIDEST,
    active_day_counts,
    active_gaps,
    gaps_of,
    histogram_of,
    moves_of,
    period_moves,
)
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.tables.activity import activity
from tests.handmade import source_of

FIRST = date(2024, 1, 30)
visits = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(0, 99), st.sampled_from(["x", None])),
    min_size=1,
    max_size=30,
)
slow = settings(deadline=None, max_examples=25)


def kept(backend, rows):
    """Events in the order given, which is not that of their moments."""
    at = [
        datetime.combine(FIRST, datetime.min.time()) + timedelta(days=d, hours=5)
        for _, d, _ in rows
    ]
    roles = {"customer": [who for who, *_ in rows], "happened": at}
    cells = {"plan": [plan for *_, plan in rows]}
    return activity(source_of(backend, "events", roles, cells=cells, table="visits")).kept


def sets_of(rows):
    found: dict[date, set[str]] = {}
    for who, day, _ in rows:
        found.setdefault(FIRST + timedelta(day), set()).add(who)
    return found


@slow
@given(visits)
def test_every_window_of_every_day_equals_plain_sets(backend, rows):
    sets = sets_of(rows)
    first, last = min(sets), max(sets)
    gaps = gaps_of(active_gaps(kept(backend, rows)), None)[TOTAL]
    days = (last - first).days + 1
    for window in (1, 2, 7, 28, WIDEST):
        found = active_within(gaps, first=first, days=days, window=window)
        want = [
            len(set().union(*(sets.get(first + timedelta(d - k), set()) for k in range(window))))
            for d in range(days)
        ]
        assert found.tolist() == want
    rows_of_days = active_customers(gaps, first=first, last=last)
    assert [one.dau for one in rows_of_days] == [
        len(sets.get(first + timedelta(k), ())) for k in range(days)
    ]
    for k, one in enumerate(rows_of_days):
        assert (one.wau is None, one.mau is None) == (k < 6, k < 29)
        assert one.stickiness == (one.dau / one.mau if one.mau else None)


@slow
@given(visits, st.sampled_from(["week", "month", "quarter"]))
def test_comings_and_goings_equal_plain_sets(backend, rows, period):
    table = pd.DataFrame({"who": [who for who, *_ in rows]})
    code = {"week": "W-SUN", "month": "M", "quarter": "Q"}[period]
    table["at"] = pd.PeriodIndex([FIRST + timedelta(d) for _, d, _ in rows], freq=code)
    sets = {key: set(part) for key, part in table.who.groupby(table["at"])}
    moves = moves_of(period_moves(kept(backend, rows), period=period), None)[TOTAL]
    last = max(FIRST + timedelta(d) for _, d, _ in rows)
    first = min(sets)
    found = lifecycle(moves, period=period, first=first.start_time.date(), last=last)
    periods = pd.period_range(first, max(sets), freq=code)
    assert [one.period for one in found] == [one.start_time.date() for one in periods]
    seen: set[str] = set()
    before: set[str] | None = None
    for now, one in zip(periods, found, strict=True):
        active = sets.get(now, set())
        last_time = before or set()
        assert one.new == len(active - seen)
        assert one.returning == len(active & last_time)
        assert one.resurrected == len((active & seen) - last_time)
        assert one.dormant == (None if before is None else len(before - active))
        ratio = (one.new + one.resurrected) / one.dormant if one.dormant else None
        assert one.quick_ratio == ratio
        assert one.whole == (now.end_time.date() <= last)
        seen, before = seen | active, active


@slow
@given(visits)
def test_active_days_of_the_last_window_and_values_as_files_of_their_own(backend, rows):
    last = FIRST + timedelta(99)
    table = kept(backend, rows)
    found = histogram_of(active_day_counts(table, last=last, days=28), None, "days")
    inside = pd.DataFrame({(who, day) for who, day, _ in rows if day > 99 - 28}, columns=["w", "d"])
    each = inside.groupby("w").size().value_counts().sort_index() if len(inside) else pd.Series()
    assert dict(found.get(TOTAL, ())) == {int(k): int(n) for k, n in each.items()}
    by_plan = gaps_of(active_gaps(table, by="c:plan"), "plan")
    for plan in ("x", None):
        mine = [row for row in rows if row[2] == plan]
        if mine:
            alone = gaps_of(active_gaps(kept(backend, mine)), None)[TOTAL]
            assert by_plan[Group("plan", plan or BLANK)] == alone
            table = kept(backend, rows)


def test_mean_stickiness_is_over_the_days_with_a_known_month(backend):
    # One customer every day, another once: from day 30 on 1/2, later 1/1.
    rows = [("a", d, None) for d in range(40)] + [("b", 5, None)]
    gaps = gaps_of(active_gaps(kept(backend, rows)), None)[TOTAL]
    days = active_customers(gaps, first=FIRST, last=FIRST + timedelta(39))
    assert [one.mau for one in days[29:]] == [2] * 6 + [1] * 5
    assert mean_stickiness(days) == pytest.approx((6 * 0.5 + 5) / 11)
    assert mean_stickiness(days[:29]) is None
