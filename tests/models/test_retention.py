"""The assembled answer on retention: groups, times, tests and notes."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.log_rank import log_rank
from cxlib.models.retention import retention
from cxlib.models.rmst import rmst
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives


def lives_of(durations, events) -> Lives:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of((d, left, 1 - left) for d, left in zip(t, e, strict=True))


def split(frame, time, event, column) -> dict[Group, Lives]:
    parts = frame.groupby(column)
    groups = {Group(column, str(value)): lives_of(p[time], p[event]) for value, p in parts}
    return {TOTAL: lives_of(frame[time], frame[event]), **groups}


def steady(leave, stay) -> Lives:
    """`leave` customers who left after 1, 2, 3, .. periods, and `stay` watched one period more."""
    return Lives.of([*((t, 1, 0) for t in range(1, leave + 1)), (leave + 1, 0, stay)])


def test_waltons_published(shared_data):
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    lives = split(d, "T", "E", "group")
    found = retention(lives, times=(10, 20), tau=50)
    assert [one.group for one in found.groups] == list(lives)
    assert [one.curve.median for one in found.groups] == [56, 58, 26]
    assert found.groups[0].at[0].survival == pytest.approx(0.96921, abs=6e-6)
    assert [row.time for row in found.groups[0].at] == [10, 20]
    assert found.tests[0].column == "group"
    assert found.tests[0].result.statistic == pytest.approx(122.2491, rel=1e-6)
    for one in found.groups:
        assert (one.tau, one.mean) == (50, rmst(kaplan_meier(lives[one.group]), tau=50))


def test_telco_by_contract(shared_data):
    # 7,043 customers, 1,869 left (the file's own totals); more than half stay to the end.
    d = pd.read_csv(shared_data / "telco_churn" / "Telco-Customer-Churn.csv")
    d["left"] = d.Churn == "Yes"
    lives = split(d, "tenure", "left", "Contract")
    found = retention(lives, times=(1, 12, 24, 60), tau=60)
    total = found.groups[0]
    assert (total.curve.n, total.curve.deaths) == (7043, 1869)
    assert (total.curve.median, total.curve.median_low, total.curve.median_high) == (None,) * 3
    assert (total.p_value, total.p_adjusted) == (None, None)
    assert found.tests[0].result.degrees == 2
    p = [one.p_value for one in found.groups[1:]]
    assert [one.p_adjusted for one in found.groups[1:]] == list(benjamini_hochberg(p))
    assert any("median is not reached" in note and "All" in note for note in found.notes)


def test_each_column_is_tested_by_itself():
    a, b = steady(10, 5), steady(20, 5)
    lives = {
        TOTAL: a + b,
        Group("plan", "basic"): a,
        Group("plan", "pro"): b,
        Group("city", "Bandung"): b,
        Group("city", "Ipoh"): a,
        Group("alone", "yes"): a,
    }
    found = retention(lives)
    assert [(test.column, test.period) for test in found.tests] == [("plan", None), ("city", None)]
    plan = log_rank({group: lives[group] for group in lives if group.column == "plan"})
    assert found.tests[0].result == plan
    by_group = {one.group: one for one in found.groups}
    assert by_group[Group("plan", "pro")].p_value == plan.groups[1].p_value
    assert by_group[Group("alone", "yes")].p_value is None


def test_periods_are_groups_and_split_groups():
    january, june = date(2024, 1, 1), date(2024, 6, 1)
    a, b = steady(10, 5), steady(20, 5)
    periods = {Group(period=january): a, Group(period=june): b}
    assert [(t.column, t.period) for t in retention(periods).tests] == [(None, None)]
    both = {
        Group("plan", plan, period): lives
        for period in (january, june)
        for plan, lives in (("basic", a), ("pro", b))
    }
    found = retention(both).tests
    assert [(t.column, t.period) for t in found] == [("plan", january), ("plan", june)]


def test_the_window_ends_with_the_times_or_the_shortest_follow_up():
    long, short, tiny = steady(40, 20), steady(12, 20), Lives.of([(2, 0, 3)])
    groups = {Group("plan", "a"): long, Group("plan", "b"): short, Group("plan", "c"): tiny}
    assert {one.tau for one in retention(groups, times=(3, 6)).groups} == {6}
    found = retention(groups, times=(3, 36))
    assert {one.tau for one in found.groups} == {13}
    assert [one.mean is None for one in found.groups] == [False, False, True]
    assert any("too short for the mean: c" in note for note in found.notes)
    assert {one.tau for one in retention(groups).groups} == {13}
    gone = {TOTAL: lives_of(range(1, 21), [1] * 20)}
    assert retention(gone).groups[0].tau == 20
    assert retention(gone, times=(30,)).groups[0].tau == 30
    assert retention({TOTAL: lives_of([0] * 12, [0] * 12)}).groups[0].tau is None


def test_notes_name_the_groups_they_concern():
    stay = Lives.of([(12, 0, 30)])
    thin = steady(12, 1)
    groups = {Group("plan", "stays"): stay, Group("plan", "thin"): thin}
    notes = retention(groups, times=(6, 24), tau=12).notes
    assert any("no limits: stays." in note for note in notes)
    assert any("beyond the longest follow-up" in note and "stays, thin" in note for note in notes)
    assert any("Fewer than 10 customers" in note and "thin from 5" in note for note in notes)
    assert not any("median" in note for note in notes)


def test_long_lists_of_groups_are_cut():
    groups = {Group("city", f"c{i}"): Lives.of([(12, 0, 30)]) for i in range(8)}
    notes = retention(groups).notes
    assert "no limits: c0, c1, c2, c3, c4 and 3 more." in notes[0]
    assert "A log-rank test needs at least 2 groups" in notes[-1]


def test_crossing_curves_are_pointed_out():
    # One group loses half at once and then nobody; of the other all leave late.
    halved = Lives.of([(1, 100, 0), (20, 0, 100)])
    late = Lives.of([*((t, 20, 0) for t in range(11, 20)), (20, 0, 20)])
    notes = retention({Group("plan", "a"): halved, Group("plan", "b"): late}).notes
    assert any("curves of a and b cross" in note for note in notes)


def test_refuses_what_has_no_answer():
    with pytest.raises(NotEnoughData, match="Retention needs at least 1 customer"):
        retention({})
    with pytest.raises(NotEnoughData, match="at least 1 customer"):
        retention({TOTAL: Lives((), (), ())})
    for tau in (0, float("nan")):
        with pytest.raises(BadOption, match="above 0"):
            retention({TOTAL: steady(3, 3)}, tau=tau)
    with pytest.raises(BadOption, match="from 0 on"):
        retention({TOTAL: steady(3, 3)}, times=(-1,))
