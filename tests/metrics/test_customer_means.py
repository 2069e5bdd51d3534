"""Means over customers equal scipy's; the careful test keeps its level where spend is skewed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxlib.metrics.customer_means import customer_mean, mean_difference
from cxlib.stats.amount_sums import AmountSums


def sums_of(y, x=None):
    y = np.asarray(y, float)
    x = np.ones_like(y) if x is None else np.asarray(x, float)
    return AmountSums(len(y), x.sum(), y.sum(), float(x @ x), float(x @ y), float(y @ y))


amounts = st.lists(st.integers(0, 5000), min_size=3, max_size=30)


@given(amounts, amounts)
def test_limits_and_test_are_the_more_careful_of_scipys(one, other):
    found = mean_difference(sums_of(one), sums_of(other))
    if len({*one}) == 1 and len({*other}) == 1:
        assert found.p_value is None
        return
    both = [stats.ttest_ind(one, other, equal_var=equal) for equal in (False, True)]
    assert found.p_value == pytest.approx(max(test.pvalue for test in both), abs=1e-9)
    limits = [test.confidence_interval(0.95) for test in both]
    assert found.low == pytest.approx(min(ci.low for ci in limits), rel=1e-6, abs=1e-6)
    assert found.high == pytest.approx(max(ci.high for ci in limits), rel=1e-6, abs=1e-6)
    mean = customer_mean(sums_of(one))
    if len({*one}) > 1:
        ci = stats.ttest_1samp(one, 0).confidence_interval(0.95)
        assert (mean.low, mean.high) == pytest.approx((ci.low, ci.high), rel=1e-6, abs=1e-6)


def test_a_rate_has_the_linearised_variance():
    random = np.random.default_rng(4)
    x = random.uniform(0.1, 2, 400)
    y = random.poisson(5 * x)
    found = customer_mean(sums_of(y, x))
    rate = y.sum() / x.sum()
    residual = y - rate * x
    assert found.value == pytest.approx(rate)
    assert found.variance == pytest.approx(400 * residual.var(ddof=1) / x.sum() ** 2)
    leave_out = np.array([(y.sum() - y[i]) / (x.sum() - x[i]) for i in range(400)])
    jackknife = 399 * leave_out.var()
    assert found.variance == pytest.approx(jackknife, rel=0.02)


def test_what_cannot_be_known_is_not_said():
    assert customer_mean(AmountSums(0, 0, 0, 0, 0, 0)).value is None
    assert customer_mean(sums_of([7.0])).low is None
    alike = customer_mean(sums_of([0.1] * 50))
    assert (alike.value, alike.low) == (pytest.approx(0.1), None)
    assert mean_difference(sums_of([0.1] * 50), sums_of([0.1] * 9)).p_value is None
    assert mean_difference(sums_of([1, 2]), sums_of([3])).p_value is None


def test_a_small_group_of_skewed_spend_is_not_called_different_too_often():
    random = np.random.default_rng(5)
    careful = welch = 0
    for _ in range(1000):
        one, other = (np.exp(random.normal(3, 1, n)) for n in (60, 600))
        careful += mean_difference(sums_of(one), sums_of(other)).p_value < 0.05
        welch += stats.ttest_ind(one, other, equal_var=False).pvalue < 0.05
    assert welch > 65  # of 1000, where 50 are due
    assert careful < 55
