"""Net Promoter Score."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.metrics.nps import nps, nps_difference
from cxlib.stats.scores import ScoreCounts


def three(promoters: int, passives: int, detractors: int) -> ScoreCounts:
    return ScoreCounts.plain((0, 0, detractors, 0, 0, 0, 0, passives, 0, promoters, 0))


def weighed(scores, weights) -> ScoreCounts:
    """A histogram of single answers, counted the plain way."""
    scores, weights = np.array(scores), np.array(weights, dtype=float)
    parts = [scores == score for score in range(11)]
    return ScoreCounts(
        0,
        tuple(int(part.sum()) for part in parts),
        tuple(float(weights[part].sum()) for part in parts),
        tuple(float((weights[part] ** 2).sum()) for part in parts),
    )


def weighted_spread(scores, weights) -> tuple[float, float]:
    """Mean of the codes and its linearised standard error, from single answers."""
    scores, w = np.array(scores), np.array(weights, dtype=float)
    x = (scores >= 9).astype(int) - (scores <= 6)
    n, mean = len(x), (w * x).sum() / w.sum()
    return mean, sqrt(n / (n - 1) * (w**2 * (x - mean) ** 2).sum() / w.sum() ** 2)


histograms = st.lists(st.integers(0, 500), min_size=11, max_size=11).map(ScoreCounts.plain)
some = histograms.filter(lambda h: h.total > 0)
answers = st.lists(
    st.tuples(st.integers(0, 10), st.sampled_from([0.25, 0.5, 1.0, 1.5, 3.0])), min_size=2
)


def test_matches_hand_calculation():
    # 20 detractors, 30 passives, 50 promoters: 50% - 20% = +30 exactly.
    # Adjusted: p = 50.75/103, d = 20.75/103; 29.126 -/+ 1.959964 * 7.692 = 14.051, 44.201.
    result = nps(ScoreCounts.plain((20, 0, 0, 0, 0, 0, 0, 30, 0, 0, 50)))
    assert result.score == 30
    assert (result.low, result.high) == pytest.approx((14.051, 44.201), abs=5e-4)


@pytest.mark.parametrize(
    ("counts", "score"),
    [((3, 2, 1), 1 / 3), ((1, 0, 1), 0), ((1, 1, 0), 0.5), ((1, 1, 1), 0), ((5, 0, 0), 1)],
)
def test_published_scores(counts, score):
    # brendan-r/NPS, tests/testthat/test_01_basics.R.
    result = nps(three(*counts))
    assert result.score == pytest.approx(100 * score, abs=1e-9)
    assert (result.promoters, result.passives, result.detractors) == counts


@pytest.mark.parametrize(
    ("scores", "variance"),
    [([0, 7, 7, 9, 9, 9], 5 / 9), ([1, 9], 1), ([7, 9], 0.25), ([0, 7, 9], 2 / 3), ([8, 8], 0)],
)
def test_published_variances(scores, variance):
    # The same source divides by n; the weighted interval by n - 1, also with equal weights of 2.
    n, level = len(scores), 0.5
    result = nps(weighed(scores, [2] * n), level=level)
    se = (result.high - result.low) / 200 / z_of(level)
    assert se**2 * (n - 1) == pytest.approx(variance, abs=1e-9)


@pytest.mark.parametrize(
    ("counts", "score", "low", "high"),
    [
        ((6, 3, 1), 50, -0.20, 77.13),
        ((5, 3, 2), 30, -19.05, 65.20),
        ((50, 30, 20), 30, 14.05, 44.20),
        ((40, 30, 30), 10, -6.27, 25.69),
        ((9, 1, 0), 90, 38.08, 100),  # 100.38 before it is cut off at the end of the scale
        ((1436, 968, 342), 39.84, 37.18, 42.41),
    ],
)
def test_adjusted_wald(counts, score, low, high):
    # Computed independently from the formula of Rocks (2016).
    result = nps(three(*counts))
    found = (result.score, result.low, result.high)
    assert found == pytest.approx((score, low, high), abs=5e-3)


def test_weighted_example():
    # Eight answers worked by hand: NPS 40.0, standard error 31.749, effective answers 6.8966.
    scores, weights = [10, 9, 7, 2, 9, 0, 8, 10], [1, 2, 1, 0.5, 1, 1.5, 1, 2]
    result = nps(weighed(scores, weights), level=0.5)
    assert result.score == pytest.approx(40)
    assert result.n_eff == pytest.approx(6.8966, abs=5e-5)
    assert (result.high - result.low) / 2 / z_of(0.5) == pytest.approx(31.749, abs=5e-4)


def test_one_weighted_answer_has_no_limits():
    result = nps(weighed([9], [2.5]))
    assert (result.score, result.low, result.high, result.n) == (100, None, None, 1)


def test_san_francisco_airport_2017(shared_data):
    # 2,746 answers (code 11 is a blank), 39.84 and 40.40 with weights: computed from the file.
    path = shared_data / "sfo_airport_survey" / "2017_SFO_Customer_Survey.csv"
    table = pd.read_csv(path, usecols=["NETPRO", "WEIGHT"]).query("0 <= NETPRO <= 10")
    plain = nps(weighed(table.NETPRO, np.ones(len(table))))
    assert plain.n == 2746
    found = (plain.score, plain.low, plain.high)
    assert found == pytest.approx((39.84, 37.18, 42.41), abs=5e-3)
    assert nps(weighed(table.NETPRO, table.WEIGHT)).score == pytest.approx(40.40, abs=5e-3)


@given(some, st.floats(0.5, 0.99))
def test_stays_on_the_scale_and_flips_with_its_mirror(h, level):
    swapped = three(h.between(0, 6), h.between(7, 8), h.between(9, 10))
    one, other = nps(h, level=level), nps(swapped, level=level)
    assert -100 <= one.low <= one.high <= 100
    assert (one.score, one.low) == pytest.approx((-other.score, -other.high))


@given(some)
def test_a_higher_level_is_wider(h):
    narrow, wide = nps(h, level=0.8), nps(h, level=0.95)
    assert wide.low <= narrow.low <= narrow.high <= wide.high


@given(some, some)
def test_pooled_is_the_mean_by_answers(one, other):
    pooled = nps(one + other)
    parts = nps(one).score * one.total + nps(other).score * other.total
    assert pooled.score == pytest.approx(parts / pooled.n)


@given(answers)
def test_weights_equal_the_plain_computation(rows):
    scores, weights = zip(*rows, strict=True)
    histogram = weighed(scores, weights)
    result = nps(histogram, level=0.5)
    mean, error = weighted_spread(scores, weights)
    assert result.score == pytest.approx(100 * mean, abs=1e-9)
    if histogram.weighted:
        half = 100 * z_of(0.5) * error
        assert result.low == pytest.approx(max(-100, 100 * mean - half), abs=1e-6)
        assert result.high == pytest.approx(min(100, 100 * mean + half), abs=1e-6)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(2, 5)), min_size=2))
def test_a_weight_repeats_the_score_but_not_the_information(rows):
    # An answer of weight 3 counts as three in the score; it stays one answer.
    scores, weights = zip(*rows, strict=True)
    result = nps(weighed(scores, weights))
    repeated = nps(ScoreCounts.plain(np.bincount(np.repeat(scores, weights), minlength=11)))
    assert result.score == pytest.approx(repeated.score)
    assert result.n == len(rows)
    assert result.n_eff <= result.n + 1e-9
    assert result.n < repeated.n


@given(answers, st.sampled_from([0.5, 4.0]))
def test_the_unit_of_the_weights_does_not_matter(rows, unit):
    scores, weights = zip(*rows, strict=True)
    uneven = np.array(weights) + np.linspace(0.1, 0.2, len(weights))
    one, other = nps(weighed(scores, uneven)), nps(weighed(scores, uneven * unit))
    for name in ("score", "low", "high", "n_eff"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=1e-6)


def test_difference_matches_the_worked_example():
    # 50/30/20 against 40/30/30, adjusted: Z = 1.7323, p = 0.0832.
    found = nps_difference(three(50, 30, 20), three(40, 30, 30))
    assert found == pytest.approx(0.0832, abs=5e-5)


@given(histograms, histograms)
def test_difference_is_symmetric_and_one_for_the_same(one, other):
    p = nps_difference(one, other)
    assert p == pytest.approx(nps_difference(other, one))
    assert (p is None) == (min(one.total, other.total) == 0)
    if one.total:
        assert nps_difference(one, one) == 1


@given(answers, answers)
def test_weighted_difference_equals_the_plain_computation(rows, others):
    one = weighed(*zip(*[(s, w + 0.25) for s, w in rows], strict=True))
    other = weighed(*zip(*[(s, w + 0.125) for s, w in others], strict=True))
    (a, e), (b, f) = (
        weighted_spread(*zip(*[(s, w + extra) for s, w in part], strict=True))
        for part, extra in ((rows, 0.25), (others, 0.125))
    )
    p = nps_difference(one, other)
    if e == f == 0:
        assert p is None
    else:
        assert p == pytest.approx(2 * norm.sf(abs(a - b) / sqrt(e**2 + f**2)), abs=1e-9)


def test_difference_is_unknown_without_a_spread_or_without_weight():
    assert nps_difference(weighed([9], [2]), three(5, 3, 2)) is None
    assert nps_difference(weighed([9, 10], [2, 3]), weighed([9, 9], [2, 1])) is None
    assert nps_difference(weighed([9, 0], [0, 0]), three(5, 3, 2)) is None


def test_no_answers_says_what_to_do():
    with pytest.raises(NotEnoughData, match=r"at least 1 answer; this selection has 0\. Widen"):
        nps(ScoreCounts.plain((0,) * 11))


def test_answers_without_any_weight_say_so():
    with pytest.raises(NotEnoughData, match="at least 1 answer"):
        nps(weighed([9, 3], [0, 0]))


def test_a_level_in_percent_is_refused():
    with pytest.raises(BadOption, match=r"level is 95; it has to lie between 0 and 1"):
        nps(three(5, 3, 2), level=95)
