"""Means of daily values: against the plain formula, and against the truth of drawn series."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from scipy import stats

from cxlib.metrics.day_means import FEWEST, day_mean, weekday_means


def drawn(rng, days, likeness):
    found = np.zeros(days)
    found[0] = rng.normal()
    for place in range(1, days):
        found[place] = likeness * found[place - 1] + rng.normal() * np.sqrt(1 - likeness**2)
    return found


def test_the_variance_is_the_weighted_sum_of_covariances():
    values = drawn(np.random.default_rng(3), 60, 0.5)
    off, lags = values - values.mean(), 7
    weights = [[max(0, 1 - abs(i - j) / (lags + 1)) for j in range(60)] for i in range(60)]
    variance = off @ np.array(weights) @ off / 60**2 * 60 / 59
    half = stats.t.ppf(0.95, 59) * np.sqrt(variance)
    found = day_mean(list(values), level=0.9)
    assert (found.mean, found.low, found.high, found.days) == pytest.approx(
        (values.mean(), values.mean() - half, values.mean() + half, 60)
    )


def test_limits_hold_the_truth_where_days_are_alike_and_plain_ones_do_not():
    rng = np.random.default_rng(8)
    held = plain = 0
    for _ in range(400):
        values = drawn(rng, 180, 0.6)
        found = day_mean(list(values))
        held += found.low <= 0 <= found.high
        low, high = stats.t.interval(0.95, 179, values.mean(), stats.sem(values))
        plain += low <= 0 <= high
    assert held >= 0.85 * 400
    assert plain <= 0.75 * 400


def test_few_days_have_a_mean_and_no_limits():
    assert day_mean([]).mean is None
    few = day_mean([1.0, 3.0])
    assert (few.mean, few.low, few.high, few.days) == (2, None, None, 2)
    same = day_mean([4.0] * FEWEST)
    assert (same.low, same.high) == (4, 4)


def test_every_weekday_has_students_limits_over_its_weeks():
    rng = np.random.default_rng(1)
    first = date(2024, 1, 3)  # a Wednesday
    values = [(first + timedelta(k), float(rng.poisson(20))) for k in range(16)]
    found = weekday_means(values, level=0.9)
    assert [one.days for one in found] == [2, 2, 3, 3, 2, 2, 2]
    mine = [value for day, value in values if day.isoweekday() == 3]
    low, high = stats.t.interval(0.9, 2, np.mean(mine), stats.sem(mine))
    assert (found[2].low, found[2].high) == pytest.approx((low, high))
    alone = weekday_means(values[:1])
    assert (alone[2].mean, alone[2].low, alone[0].mean) == (values[0][1], None, None)
