"""Forecasts: the methods by hand, the choice by the past, and the coverage of the limits."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize_scalar

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.forecast import _smoothed, forecast


def walk(n, seed):
    return np.cumsum(np.random.default_rng(seed).normal(0, 1, n))


def test_exponential_smoothing_against_the_recursion_and_least_squares():
    series = np.array([30.0, 34, 27, 31, 33, 29, 35, 12, 30, 32])
    (level,), (squares,) = _smoothed(series, np.array([0.3]))

    def lack(first):
        at, found = first, 0.0
        for value in series:
            found += (value - at) ** 2
            at = 0.3 * value + 0.7 * at
        return found, at

    best = minimize_scalar(lambda first: lack(first)[0])
    assert squares == pytest.approx(best.fun)
    assert level == pytest.approx(lack(best.x)[1])


def test_a_steady_level_is_forecast_by_its_mean_and_a_walk_by_its_end():
    noise = np.random.default_rng(3).normal(40, 2, 60)
    steady = forecast(noise)
    assert steady.name in ("mean", "smoothing")
    assert steady.ahead[0].value == pytest.approx(noise.mean(), abs=0.6)
    assert steady.beats_naive
    drifting = walk(60, 4)
    found = forecast(drifting)
    assert found.ahead[0].value == pytest.approx(drifting[-1], abs=1.0)
    widths = [one.high - one.low for one in found.ahead]
    assert widths == sorted(widths)


def test_seasons_count_only_with_two_cycles():
    year = np.array([0, 0, 1, 2, 3, 5, 8, 5, 3, 2, 1, 0], float)
    series = np.tile(year, 3) + np.random.default_rng(8).normal(0, 0.2, 36)
    found = forecast(series, ahead=12, cycle=12)
    assert found.name == "seasonal"
    assert [one.value for one in found.ahead] == pytest.approx(list(series[-12:]))
    short = forecast(series[:20], cycle=12)
    assert not short.seasons
    assert "seasonal" not in {one.name for one in short.trials}


def test_the_backtest_looks_only_at_what_was_known():
    series = walk(20, 5)
    found = forecast(series, ahead=2)
    misses = [
        abs(series[at + h] - series[at - 1]) for at in range(6, 20) for h in range(2) if at + h < 20
    ]
    naive = next(one for one in found.trials if one.name == "naive")
    assert naive.error == pytest.approx(np.mean(misses))
    assert naive.n == len(misses)
    assert found.naive_error == naive.error
    assert [one.error for one in found.trials] == sorted(one.error for one in found.trials)


@pytest.mark.parametrize("kind", ["steady", "walk"])
def test_the_limits_hold_about_as_often_as_they_say(kind):
    random = np.random.default_rng(21)
    held = []
    for _ in range(250):
        steps = random.normal(0, 1, 27)
        series = steps if kind == "steady" else np.cumsum(steps)
        found = forecast(series[:24], ahead=3)
        held += [
            one.low <= value <= one.high
            for one, value in zip(found.ahead, series[24:], strict=True)
        ]
    assert 0.90 <= np.mean(held) <= 0.98


def test_too_few_periods_and_odd_questions_are_refused():
    with pytest.raises(NotEnoughData, match="8 finished periods"):
        forecast([1.0] * 7)
    with pytest.raises(BadOption, match="1 to 24"):
        forecast([1.0] * 9, ahead=0)
    flat = forecast([5.0] * 9)
    assert all(one.low == one.value == one.high == 5.0 for one in flat.ahead)
