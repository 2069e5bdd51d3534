"""Figures of visits and ranges of values, against scipy and numpy."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxlib.metrics.engagement import ActiveDay, counts_between, mean_active, visit_figures
from cxlib.metrics.lifecycle import customers_seen, quick_limits
from cxlib.metrics.quantiles import median_limits
from cxlib.stats.activity_days import PeriodMoves

VISITS = [1, 1, 1, 2, 2, 3, 5, 8, 8, 21]


def pairs(values):
    return [(int(v), int(n)) for v, n in zip(*np.unique(values, return_counts=True), strict=True)]


def test_limits_of_the_mean_are_students():
    found = visit_figures(pairs(VISITS), level=0.9)
    want = stats.t.interval(0.9, len(VISITS) - 1, np.mean(VISITS), stats.sem(VISITS))
    assert (found.mean_low, found.mean_high) == pytest.approx(want)
    alone = visit_figures([(4, 1)])
    assert (alone.mean, alone.mean_low, alone.mean_high) == (4, None, None)


@given(st.lists(st.integers(0, 60), max_size=60))
def test_ranges_hold_every_value_once(values):
    edges = (0, 1, 3, 10, 30)
    counts = counts_between(values, [2] * len(values), edges)
    assert counts == tuple(2 * n for n in np.histogram(values, [*edges, np.inf])[0])


def test_mean_of_no_day_is_not_known():
    day = ActiveDay(date(2024, 1, 1), 4, None, None, None)
    assert mean_active([day, day]) == 4
    assert mean_active([]) is None


def test_a_customer_is_seen_once_however_many_periods():
    first, later = date(2024, 1, 1), date(2024, 2, 1)
    moves = ((first, 0, 0, 0, 5), (first, 0, 0, 1, 2), (first, 1, 1, 1, 5), (later, 0, 0, 1, 3))
    assert customers_seen(PeriodMoves(moves)) == 10


@pytest.mark.parametrize("n", [5, 6, 40, 41, 400])
def test_limits_of_the_median_are_ranks_of_the_binomial_law(n):
    values = np.random.default_rng(n).exponential(size=n).round(1)
    found = median_limits(*zip(*pairs(values * 10), strict=True))
    rank = int(stats.binom.ppf(0.025, n, 0.5))
    ordered = np.sort(values * 10)
    if rank < 1:
        assert found is None
    else:
        assert found == pytest.approx((ordered[rank - 1], ordered[n - rank]))
        cover = 1 - 2 * stats.binom.cdf(rank - 1, n, 0.5)
        assert cover >= 0.95


def test_limits_of_the_quick_ratio_are_the_odds_of_a_share():
    low, high = quick_limits(60, 40)
    share = stats.binomtest(60, 100).proportion_ci(method="wilson")
    assert (low, high) == pytest.approx(
        (share.low / (1 - share.low), share.high / (1 - share.high))
    )
    assert low < 60 / 40 < high
    assert quick_limits(60, 0) is None
    none, some = quick_limits(0, 40)
    assert none == pytest.approx(0)
    assert 0 < some < 0.2
