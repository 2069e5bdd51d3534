"""Impact: the identities of removal, regression against a plain solver, and what is hidden."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.text.impact import FEWEST, measure_impact


def made(n=400, seed=1):
    rng = np.random.default_rng(seed)
    flags = rng.random((n, 3)) < (0.3, 0.2, 0.1)
    segment = rng.integers(0, 3, n)
    score = 5 + flags @ np.array([-2.0, 1.0, 0.0]) + segment + rng.normal(0, 1, n)
    return score, flags, segment


def test_removal_is_the_share_times_the_difference():
    score, flags, _ = made()
    for place, one in enumerate(measure_impact(score, flags)):
        having, lacking = score[flags[:, place]], score[~flags[:, place]]
        assert one.n == len(having)
        assert one.removal.value == pytest.approx(score.mean() - lacking.mean())
        assert one.removal.value == pytest.approx(
            one.n * (having.mean() - score.mean()) / (len(score) - one.n)
        )
        gap = having.mean() - lacking.mean()
        error = np.sqrt(having.var() / len(having) + lacking.var() / len(lacking))
        assert one.removal.low == pytest.approx(one.share * (gap - 1.959964 * error))
        assert one.removal.high == pytest.approx(one.share * (gap + 1.959964 * error))
        assert one.removal.p_value == pytest.approx(2 * stats.norm.sf(abs(gap) / error))


def test_adjusted_effects_are_those_of_one_regression():
    score, flags, segment = made()
    x = np.column_stack([np.ones(len(score)), flags, segment == 1, segment == 2]).astype(float)
    beta = np.linalg.lstsq(x, score, rcond=None)[0]
    left = score - x @ beta
    inverse = np.linalg.inv(x.T @ x)
    n, k = x.shape
    errors = np.sqrt(np.diag(inverse @ (x.T * left**2) @ x @ inverse) * n / (n - k))  # HC1
    found = measure_impact(score, flags, segments=[segment])
    for place, one in enumerate(found, 1):
        assert one.adjusted.value == pytest.approx(beta[place])
        half = (one.adjusted.high - one.adjusted.low) / 2
        assert half == pytest.approx(1.959964 * errors[place], rel=1e-6)


def test_planted_effects_are_found_and_adjusted_over_themes():
    score, flags, segment = made(4000)
    first, second, third = measure_impact(score, flags, segments=[segment])
    assert first.adjusted.low < -2 < first.adjusted.high
    assert second.adjusted.low < 1 < second.adjusted.high
    assert third.adjusted.low < 0 < third.adjusted.high
    p = [one.removal.p_value for one in (first, second, third)]
    assert [one.removal.p_adjusted for one in (first, second, third)] == list(benjamini_hochberg(p))


def test_few_mentions_and_no_others_hide_the_impact():
    score = np.arange(40.0)
    flags = np.zeros((40, 3), bool)
    flags[: FEWEST - 1, 0] = flags[:FEWEST, 1] = flags[:, 2] = True
    nine, ten, every = measure_impact(score, flags)
    assert nine.removal.value is None
    assert nine.score_with == pytest.approx(4.0)
    assert ten.removal.value is not None
    assert ten.thin
    assert (every.score_without, every.removal.value, every.adjusted.value) == (None, None, None)


def test_themes_that_always_stand_together_have_no_adjusted_effect():
    score, flags, _ = made()
    twice = np.column_stack([flags[:, 0], flags[:, 0], flags[:, 1]])
    one, other, third = measure_impact(score, twice)
    assert one.adjusted.value is other.adjusted.value is None
    assert third.adjusted.value is not None
    assert one.removal == other.removal


def test_equal_scores_and_no_comments_are_no_crash():
    flags = np.zeros((30, 1), bool)
    flags[:15] = True
    (one,) = measure_impact(np.full(30, 7.0), flags)
    assert (one.removal.value, one.removal.p_value) == (0.0, None)
    (none,) = measure_impact(np.zeros(0), np.zeros((0, 1), bool))
    assert (none.n, none.share, none.score_with, none.removal.value) == (0, None, None, None)


@given(st.lists(st.tuples(st.integers(0, 10), st.booleans()), min_size=1, max_size=60))
def test_parts_make_the_whole(answers):
    score = np.array([float(a) for a, _ in answers])
    flags = np.array([[b] for _, b in answers])
    (one,) = measure_impact(score, flags)
    parts = (one.score_with or 0.0) * one.share + (one.score_without or 0.0) * (1 - one.share)
    assert parts == pytest.approx(score.mean())
