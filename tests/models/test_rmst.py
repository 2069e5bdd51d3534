"""Restricted means: the value, and the variance of the estimate rather than of the customers."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.models.rmst import rmst, rmst_difference, rmst_ratio
from cxlib.stats.lives import Lives

slow = settings(deadline=None, max_examples=40)
times = st.lists(st.integers(0, 12), min_size=1, max_size=40)


def curve_of(durations, events, level=0.95) -> SurvivalCurve:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    rows = ((d, left, 1 - left) for d, left in zip(t, e, strict=True))
    return kaplan_meier(Lives.of(rows), level=level)


def by_the_formula(durations, events, tau):
    """Sum of A_j^2 d_j / (n_j (n_j - d_j)), each area added up rectangle by rectangle."""
    t, e = np.asarray(durations, float), np.asarray(events, bool)
    steps = [(u, (t >= u).sum(), ((t == u) & e).sum()) for u in np.unique(t[e])]

    def survival(time):
        return np.prod([1 - d / n for u, n, d in steps if u <= time])

    def area(start):
        edges = [start, *(u for u, _, _ in steps if start < u < tau), tau]
        return sum((y - x) * survival(x) for x, y in pairwise(edges))

    terms = [area(u) ** 2 * d / (n * (n - d)) for u, n, d in steps if u < tau and n > d]
    return area(0.0), sum(terms)


@pytest.mark.parametrize("tau", [10, 50, 62.5])
def test_matches_the_formula_on_waltons(shared_data, tau):
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    for _, group in d.groupby("group"):
        found = rmst(curve_of(group["T"], group.E), tau=tau)
        value, variance = by_the_formula(group["T"], group.E, tau)
        assert (found.value, found.variance) == pytest.approx((value, variance), rel=1e-9)
        assert found.low == pytest.approx(value - 1.959964 * np.sqrt(variance), rel=1e-6)
        assert found.high == pytest.approx(value + 1.959964 * np.sqrt(variance), rel=1e-6)


@slow
@given(times, st.integers(1, 12))
def test_without_censoring_it_is_the_mean_of_the_cut_times(durations, tau):
    # Then the mean of min(T, tau) can be taken directly, with its variance over n.
    found = rmst(curve_of(durations, [1] * len(durations)), tau=tau)
    cut = np.minimum(durations, tau)
    assert found.value == pytest.approx(cut.mean(), abs=1e-9)
    assert found.variance == pytest.approx(cut.var() / len(cut), abs=1e-9)


def test_variance_is_that_of_repeated_samples():
    # 150 samples of 100 customers, exponential with mean 12, watched for up to 0 .. 40 periods:
    # the variance of 150 values is known within 12 % or so.
    draw = np.random.default_rng(12)
    values, variances = [], []
    for _ in range(150):
        stay, watched = np.ceil(draw.exponential(12, 100)), np.ceil(draw.uniform(0, 40, 100))
        one = rmst(curve_of(np.minimum(stay, watched), stay <= watched), tau=24)
        values.append(one.value)
        variances.append(one.variance)
    truth = sum(np.exp(-k / 12) for k in range(24))
    assert np.mean(values) == pytest.approx(truth, abs=3 * np.sqrt(np.mean(variances) / 150))
    assert np.mean(variances) == pytest.approx(np.var(values), rel=0.3)


@slow
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 1)), min_size=1, max_size=40))
def test_everything_twice_leaves_the_mean_and_halves_the_variance(pairs):
    durations, events = np.array(pairs).T
    tau = max(1, durations.max())
    if not curve_of(durations, events).reaches(tau):
        return
    once = rmst(curve_of(durations, events), tau=tau)
    twice = rmst(curve_of(np.tile(durations, 2), np.tile(events, 2)), tau=tau)
    assert twice.value == pytest.approx(once.value, abs=1e-9)
    assert twice.variance == pytest.approx(once.variance / 2, abs=1e-12)
    assert 0 <= once.value <= tau
    assert once.low is None or once.low <= once.value <= once.high


def test_without_departures_the_spread_is_unknown():
    found = rmst(curve_of([5, 6, 7], [0, 0, 0]), tau=5)
    assert (found.value, found.low, found.high) == (5, None, None)


def test_the_level_is_the_curves():
    durations, events = [1, 2, 3, 4, 5, 6], [1, 1, 0, 1, 1, 0]
    wide = rmst(curve_of(durations, events), tau=6)
    narrow = rmst(curve_of(durations, events, level=0.8), tau=6)
    ratio = (narrow.value - narrow.low) / (wide.value - wide.low)
    assert ratio == pytest.approx(1.2815516 / 1.9599640, rel=1e-6)


def test_a_mean_after_all_have_left_can_run_on():
    assert rmst(curve_of([1, 3], [1, 1]), tau=10).value == 2


@pytest.mark.parametrize("tau", [0, -1, float("nan"), float("inf")])
def test_refuses_what_is_no_window(tau):
    with pytest.raises(BadOption, match="above 0"):
        rmst(curve_of([1, 2], [1, 0]), tau=tau)


def test_refuses_a_window_beyond_the_follow_up():
    with pytest.raises(BadOption, match=r"tau is 3, but the longest follow-up is 2; .* at most 2"):
        rmst(curve_of([1, 2], [1, 0]), tau=3)


def test_difference_and_ratio_of_two_groups(shared_data):
    # Normal limits from the two variances; for the ratio on the logarithm, by the delta method.
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    a, b = (
        rmst(curve_of(g["T"], g.E), tau=50)
        for g in (d[d.group == "control"], d[d.group != "control"])
    )
    difference, ratio = rmst_difference(a, b), rmst_ratio(a, b)
    se = np.sqrt(a.variance + b.variance)
    assert difference.value == a.value - b.value
    assert (difference.low, difference.high) == pytest.approx(
        (difference.value - 1.959964 * se, difference.value + 1.959964 * se), rel=1e-6
    )
    log_se = np.sqrt(a.variance / a.value**2 + b.variance / b.value**2)
    assert ratio.value == a.value / b.value
    assert np.log([ratio.low, ratio.high]) == pytest.approx(
        np.log(ratio.value) + 1.959964 * log_se * np.array([-1, 1]), rel=1e-6
    )
    assert difference.p_value == pytest.approx(ratio.p_value, abs=1e-6)
    assert 0 < difference.p_value < 1e-6


def test_contrasts_of_groups_without_spread_have_no_limits():
    stay = rmst(curve_of([5, 6], [0, 0]), tau=5)
    for contrast in (rmst_difference(stay, stay), rmst_ratio(stay, stay)):
        assert (contrast.low, contrast.high, contrast.p_value) == (None, None, None)


def test_contrasts_need_one_window_and_a_ratio_needs_time():
    curve = curve_of([1, 2, 3], [1, 1, 0])
    with pytest.raises(BadOption, match="run to 2 and 3"):
        rmst_difference(rmst(curve, tau=2), rmst(curve, tau=3))
    gone = rmst(curve_of([0, 0], [1, 1]), tau=2)
    with pytest.raises(BadOption, match="Use a difference"):
        rmst_ratio(rmst(curve, tau=2), gone)
