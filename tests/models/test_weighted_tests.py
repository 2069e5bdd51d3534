"""The relatives of the log-rank test, pairs and fixed times, against lifelines and by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from lifelines.statistics import (
    multivariate_logrank_test,
    pairwise_logrank_test,
    survival_difference_at_fixed_point_in_time_test,
)

from cxlib.errors import BadOption
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.models.fixed_time import difference_at
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.log_rank import Weighting, Weights, log_rank
from cxlib.models.pairs import pairwise
from cxlib.models.rmst import greenwood_terms
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives

slow = settings(deadline=None, max_examples=30)
rows = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 1), st.integers(0, 2)), min_size=6, max_size=60
)
PLAIN = [one for one in Weighting if one is not Weighting.FLEMING_HARRINGTON]


def lives_of(durations, events) -> Lives:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of((d, left, 1 - left) for d, left in zip(t, e, strict=True))


def groups_of(durations, events, labels) -> dict[Group, Lives]:
    labels = np.asarray([str(one) for one in labels])
    return {
        Group("by", one): lives_of(
            np.asarray(durations)[labels == one], np.asarray(events)[labels == one]
        )
        for one in sorted(set(labels))
    }


@pytest.fixture(scope="module")
def waltons(shared_data):
    return pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")


@pytest.fixture(scope="module")
def lung(shared_data):
    return pd.read_csv(shared_data / "survival_reference" / "lung.csv")


@pytest.mark.parametrize("kind", PLAIN)
def test_weighted_tests_equal_lifelines(lung, kind):
    for column in ("sex", "ph.ecog"):
        d = lung[lung[column].notna()]
        mine = log_rank(groups_of(d.time, d.status, d[column]), weights=Weights(kind))
        name = None if kind is Weighting.LOG_RANK else kind.value
        theirs = multivariate_logrank_test(d.time, d[column], d.status, weightings=name)
        assert mine.statistic == pytest.approx(theirs.test_statistic, rel=1e-6)
        assert mine.p_value == pytest.approx(theirs.p_value, rel=1e-6)
        assert mine.weights.kind is kind


@pytest.mark.parametrize(("p", "q"), [(0, 0), (1, 0), (0, 1), (1, 1), (0.5, 2)])
def test_fleming_harrington_equals_lifelines(waltons, p, q):
    d = waltons
    chosen = Weights(Weighting.FLEMING_HARRINGTON, p, q)
    mine = log_rank(groups_of(d["T"], d.E, d.group), weights=chosen)
    theirs = multivariate_logrank_test(
        d["T"], d.group, d.E, weightings="fleming-harrington", p=p, q=q
    )
    assert mine.statistic == pytest.approx(theirs.test_statistic, rel=1e-6)


def test_lung_by_peto_as_in_r(lung):
    # R: survdiff(Surv(time, status) ~ sex, data = lung, rho = 1): chi-square 12.7, p 4e-04; the
    # weights there are the survival just before, which is Fleming-Harrington's (1, 0).
    found = log_rank(
        groups_of(lung.time, lung.status, lung.sex),
        weights=Weights(Weighting.FLEMING_HARRINGTON, 1, 0),
    )
    assert found.statistic == pytest.approx(12.7, abs=0.05)
    assert found.p_value == pytest.approx(4e-4, abs=5e-5)


@slow
@given(rows, st.sampled_from(list(Weighting)))
def test_weights_do_not_matter_where_all_leave_at_once(triples, kind):
    # Law: with departures at one time only there is one weight, which cancels.
    durations, events, labels = np.array(triples).T
    same = np.where(events == 1, 4, durations)
    bearing = [label for label in set(labels) if (same[labels == label] >= 4).any()]
    together = (same >= 4).sum() > ((same == 4) & (events == 1)).sum()
    assume(len(bearing) > 1 and (events == 1).any() and together)
    groups = groups_of(same, events, labels)
    found = log_rank(groups, weights=Weights(kind, 1.0, 0.0))
    assert found.statistic == pytest.approx(log_rank(groups).statistic, rel=1e-9, abs=1e-9)


def test_powers_below_zero_are_refused():
    with pytest.raises(BadOption, match="powers of a Fleming-Harrington test are -1 and 1"):
        Weights(Weighting.FLEMING_HARRINGTON, -1, 1)


def test_pairs_equal_lifelines_and_are_adjusted(lung):
    d = lung[lung["ph.ecog"] < 3]
    groups = groups_of(d.time, d.status, d["ph.ecog"].astype(int))
    found = pairwise(groups)
    theirs = pairwise_logrank_test(d.time, d["ph.ecog"], d.status)
    assert [(one.one.value, one.other.value) for one in found] == [
        ("0", "1"),
        ("0", "2"),
        ("1", "2"),
    ]
    assert [one.statistic for one in found] == pytest.approx(list(theirs.test_statistic), rel=1e-6)
    assert [one.p_value for one in found] == pytest.approx(list(theirs.p_value), rel=1e-6)
    assert tuple(one.p_adjusted for one in found) == benjamini_hochberg(
        [one.p_value for one in found]
    )


def test_a_pair_that_was_never_watched_together_is_unknown():
    early, late, long = lives_of([1, 1], [0, 0]), lives_of([3, 4], [1, 1]), lives_of([5, 6], [1, 0])
    found = pairwise(
        {Group("by", n): one for n, one in zip("elx", (early, late, long), strict=True)}
    )
    assert [one.p_value is None for one in found] == [True, True, False]
    assert found[2].p_adjusted == found[2].p_value
    assert pairwise({Group("by", "e"): early}) == ()


def test_waltons_at_ten(waltons):
    # By hand: S 128/129 and 30/34 with Greenwood sums 1/(129 128) and 4/(34 30), as nobody leaves
    # between 7 and 17, or 9 and 13.
    one, other = (
        kaplan_meier(lives_of(d["T"], d.E)) for _, d in waltons.groupby("group", sort=True)
    )
    found = difference_at(one, other, time=10)
    first, second = 128 / 129, 30 / 34
    apart = np.log(np.log(first) / np.log(second))
    spread = 1 / (129 * 128) / np.log(first) ** 2 + 4 / (34 * 30) / np.log(second) ** 2
    assert found.statistic == pytest.approx(apart**2 / spread, rel=1e-9)
    assert found.statistic == pytest.approx(6.1712, abs=5e-5)
    assert found.value == pytest.approx(first - second)
    assert found.low < found.value < found.high
    turned = difference_at(other, one, time=10)
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


def test_waltons_at_ten_as_lifelines_publishes_it(waltons):
    # Its documentation prints 4.77, p .03 (unrounded 4.7660, .02903): there the variance, which
    # is constant between departures, is interpolated linearly from one to the next.
    curves = [kaplan_meier(lives_of(d["T"], d.E)) for _, d in waltons.groupby("group", sort=True)]
    spread, logs = 0.0, []
    for curve in curves:
        between = np.interp(10, curve.times, np.cumsum(greenwood_terms(curve)))
        logs.append(np.log(curve.at(10).survival))
        spread += between / logs[-1] ** 2
    statistic = np.log(logs[0] / logs[1]) ** 2 / spread
    assert statistic == pytest.approx(4.7660, abs=5e-5)


@slow
@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 1)), min_size=3, max_size=30),
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 1)), min_size=3, max_size=30),
    st.integers(1, 9),
)
def test_fixed_time_equals_lifelines(one, other, time):
    curves = [kaplan_meier(lives_of(*np.array(pairs).T)) for pairs in (one, other)]
    found = difference_at(*curves, time=time)
    shares = [curve.at(time).survival for curve in curves]
    if None in shares:
        assert found.value is None
        return
    assert found.value == pytest.approx(shares[0] - shares[1])
    if not all(0 < share < 1 for share in shares):
        assert (found.low, found.p_value) == (None, None)
        return
    assert -1 <= found.low <= found.value <= found.high <= 1
    fits = [KaplanMeierFitter().fit(*np.array(pairs).T) for pairs in (one, other)]
    if not all(time in fit.timeline for fit in fits):
        return  # there lifelines interpolates the variance
    theirs = survival_difference_at_fixed_point_in_time_test(time, *fits)
    assert found.statistic == pytest.approx(
        float(np.squeeze(theirs.test_statistic)), rel=1e-6, abs=1e-9
    )


def test_limits_of_a_difference_hold_the_truth_as_often_as_they_say():
    # 2,000 trials of two groups of 60 and 40 with exponential stays and even censoring; 95% +- 4 se
    # of a simulated share would be 93.1% to 96.9%.
    draw = np.random.default_rng(11)
    truth = np.exp(-0.5) - np.exp(-1.0)
    inside = 0
    for _ in range(2000):
        curves = []
        for n, rate in ((60, 0.5), (40, 1.0)):
            stay, cut = draw.exponential(1 / rate, n), draw.uniform(0.5, 3, n)
            curves.append(kaplan_meier(lives_of(np.minimum(stay, cut), stay <= cut)))
        found = difference_at(*curves, time=1)
        inside += found.low <= truth <= found.high
    assert 0.931 <= inside / 2000 <= 0.969


def test_levels_have_to_agree():
    curves = [kaplan_meier(lives_of([1, 2], [1, 0]), level=level) for level in (0.9, 0.95)]
    with pytest.raises(BadOption, match="one confidence level"):
        difference_at(*curves, time=1)
