"""Limits of totals: those of a count by its score, scaled, and right as often as they say."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.metrics.totals import total_limits

Z = 1.959963984540054


@pytest.mark.parametrize("n", [1, 9, 100, 4321])
def test_a_plain_count_has_score_limits(n):
    """The two counts whose score test of n is just at the limit: (n - m)^2 = z^2 m."""
    expected = np.sort(np.roots([1, -(2 * n + Z * Z), n * n]))
    assert total_limits(float(n), float(n)) == pytest.approx(tuple(expected))


def test_larger_amounts_scale_the_limits():
    low, high = total_limits(100.0, 100.0)
    assert total_limits(2500.0, 25.0 * 2500) == pytest.approx((25 * low, 25 * high))
    assert total_limits(0.0, 0.0) == (None, None)


def test_totals_of_uneven_customers_are_covered():
    random = np.random.default_rng(4)
    hits, runs, mean = 0, 2000, 150
    for _ in range(runs):
        amounts = random.gamma(1.2, 30, random.poisson(mean))
        low, high = total_limits(amounts.sum(), (amounts**2).sum())
        hits += low <= mean * 1.2 * 30 <= high
    assert 0.935 < hits / runs < 0.965
