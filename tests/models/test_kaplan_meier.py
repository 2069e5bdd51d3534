"""Kaplan-Meier curves against published values, lifelines on single rows, and laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from lifelines.datasets import load_dd
from lifelines.utils import median_survival_times

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.stats.lives import Lives

rows = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 1)), min_size=1, max_size=40)
slow = settings(deadline=None, max_examples=40)


def lives_of(durations, events) -> Lives:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of((d, left, 1 - left) for d, left in zip(t, e, strict=True))


def by_lifelines(durations, events, level=0.95):
    with np.errstate(divide="ignore", invalid="ignore"):
        return KaplanMeierFitter(alpha=1 - level).fit(durations, events)


def test_matches_a_hand_calculation():
    # Six of eight leave; products (7/8)(6/7)(4/5)(1/3); Greenwood and log-log limits by hand.
    curve = kaplan_meier(lives_of([1, 2, 2, 3, 4, 5, 5, 6], [1, 1, 0, 1, 0, 1, 1, 0]))
    assert curve.survival_at((1, 2, 3, 5)) == pytest.approx((0.875, 0.75, 0.6, 0.2), abs=1e-12)
    third = curve.at(3)
    assert (third.low, third.high) == pytest.approx((0.1955, 0.8523), abs=5e-5)
    assert third.at_risk == 5
    assert (curve.n, curve.deaths) == (8, 5)


def test_waltons_published(shared_data):
    # lifelines documentation: median 56 (53, 58); groups 26 and 58; S(10) .. S(60).
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    curve = kaplan_meier(lives_of(d["T"], d.E))
    assert (curve.n, curve.deaths) == (163, 156)
    assert (curve.median, curve.median_low, curve.median_high) == (56, 53, 58)
    published = (0.96921, 0.91365, 0.827224, 0.777837, 0.616817, 0.311524)
    assert curve.survival_at(range(10, 70, 10)) == pytest.approx(published, abs=6e-6)
    medians = {g: kaplan_meier(lives_of(p["T"], p.E)).median for g, p in d.groupby("group")}
    assert medians == {"miR-137": 26, "control": 58}


def test_lung_published(shared_data):
    # R survfit: medians 310, and 270 and 426 by sex.
    d = pd.read_csv(shared_data / "survival_reference" / "lung.csv")
    assert kaplan_meier(lives_of(d.time, d.status)).median == 310
    medians = {sex: kaplan_meier(lives_of(p.time, p.status)).median for sex, p in d.groupby("sex")}
    assert medians == {1: 270, 2: 426}


def test_leaders_published():
    # lifelines documentation: the median time in office is 4 years.
    d = load_dd()
    assert kaplan_meier(lives_of(d.duration, d.observed)).median == 4


@slow
@given(rows, st.sampled_from([0.8, 0.95]))
def test_equals_lifelines_on_single_rows(pairs, level):
    durations, events = np.array(pairs).T
    curve = kaplan_meier(lives_of(durations, events), level=level)
    theirs = by_lifelines(durations, events, level)
    table, limits = theirs.event_table, theirs.confidence_interval_
    assert curve.times == tuple(theirs.timeline)
    assert curve.at_risk == tuple(table["at_risk"])
    assert curve.events == tuple(table["observed"])
    survival = theirs.survival_function_.to_numpy()[:, 0]
    assert curve.survival == pytest.approx(survival, abs=1e-9)
    for mine, column in ((curve.low, limits.iloc[:, 0]), (curve.high, limits.iloc[:, 1])):
        for value, share, limit in zip(mine, survival, column, strict=True):
            assert value is None if share in (0, 1) else value == pytest.approx(limit, abs=1e-9)
    assume(np.abs(survival - 0.5).min() > 1e-9)  # see the next test
    found = (theirs.median_survival_time_, *median_survival_times(limits).iloc[0])
    for mine, other in zip((curve.median, curve.median_low, curve.median_high), found, strict=True):
        assert mine == (None if np.isinf(other) else other)


def test_half_is_half_whatever_the_rounding():
    # Six customers leave one after the other: after the third exactly half are left. lifelines
    # adds up logarithms to 0.5000000000000001 there and would say 4.
    curve = kaplan_meier(lives_of(range(1, 7), [1] * 6))
    assert curve.median == 3
    assert by_lifelines(range(1, 7), [1] * 6).median_survival_time_ == 4


@slow
@given(rows)
def test_the_curve_falls_within_bounds(pairs):
    curve = kaplan_meier(lives_of(*np.array(pairs).T))
    survival = np.array(curve.survival)
    assert ((survival >= 0) & (survival <= 1)).all()
    assert (np.diff(survival) <= 0).all()
    for share, low, high in zip(curve.survival, curve.low, curve.high, strict=True):
        assert low is None or 0 <= low <= share <= high <= 1


@slow
@given(rows, rows)
def test_parts_add_up_to_the_whole(one, other):
    parts = lives_of(*np.array(one).T) + lives_of(*np.array(other).T)
    assert kaplan_meier(parts) == kaplan_meier(lives_of(*np.array(one + other).T))


@slow
@given(rows)
def test_everything_twice_leaves_the_curve_and_narrows_the_limits(pairs):
    once = lives_of(*np.array(pairs).T)
    single, double = kaplan_meier(once), kaplan_meier(once + once)
    assert double.survival == pytest.approx(single.survival, abs=1e-12)
    for share, low, narrow in zip(single.survival, single.low, double.low, strict=True):
        if low is not None:
            # log(-log S) has half the variance: its distance to the limit shrinks by sqrt(2).
            far, near = (np.log(np.log(limit) / np.log(share)) for limit in (low, narrow))
            assert near == pytest.approx(far / np.sqrt(2), rel=1e-9)


def test_reads_the_curve_between_and_beyond_the_times():
    curve = kaplan_meier(lives_of([2, 4, 5], [1, 1, 0]))
    first, before, at, end, beyond = (curve.at(t) for t in (0, 1.9, 2, 5, 5.1))
    assert (first.survival, first.low, first.at_risk) == (1, None, 3)
    assert (before.survival, before.low, before.high, before.at_risk) == (1, None, None, 3)
    assert (at.survival, at.at_risk) == (pytest.approx(2 / 3), 3)
    assert (end.survival, end.at_risk) == (pytest.approx(1 / 3), 1)
    assert (beyond.survival, beyond.low, beyond.high, beyond.at_risk) == (None, None, None, 0)
    assert curve.longest == 5
    assert curve.reaches(5)
    assert not curve.reaches(5.1)


def test_nobody_comes_back_after_all_have_left():
    gone = kaplan_meier(lives_of([2, 4], [1, 1])).at(99)
    assert (gone.survival, gone.low, gone.high, gone.at_risk) == (0, None, None, 0)


def test_a_departure_at_duration_zero_counts():
    curve = kaplan_meier(lives_of([0, 0, 3, 3], [1, 0, 1, 0]))
    assert curve.survival_at((0, 3)) == pytest.approx((0.75, 0.375))
    assert curve.at(0).at_risk == 4
    assert curve.at(3).at_risk == 2


def test_leaves_numpy_as_it_was():
    # lifelines switches floating-point warnings off for good.
    with np.errstate(divide="warn", invalid="warn"):
        before = np.geterr()
        kaplan_meier(lives_of([1, 2], [1, 1]))
        assert np.geterr() == before


def test_no_customers_says_what_to_do():
    with pytest.raises(NotEnoughData, match=r"at least 1 customer; this selection has 0\. Widen"):
        kaplan_meier(Lives((), (), ()))


def test_refuses_levels_and_times_out_of_range():
    lives = lives_of([1, 2], [1, 0])
    with pytest.raises(BadOption, match=r"0\.95"):
        kaplan_meier(lives, level=95)
    for wrong in (-1, float("nan")):
        with pytest.raises(BadOption, match="from 0 on"):
            kaplan_meier(lives).at(wrong)
