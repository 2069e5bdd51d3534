"""Change points: planted shifts, steady series, and the false alarms of noise."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.metrics.change_points import change_points


def test_planted_shifts_are_found_with_their_levels():
    random = np.random.default_rng(5)
    values = np.concatenate([np.full(12, 30.0), np.full(10, 22.0), np.full(12, 28.0)])
    found = change_points(values + random.normal(0, 1, len(values)))
    assert [one.place for one in found] == [12, 22]
    assert [one.before for one in found] == pytest.approx([30, 22], abs=1)
    assert [one.after for one in found] == pytest.approx([22, 28], abs=1)
    assert all(one.p_value < 0.01 for one in found)


def test_noise_shows_a_change_in_about_five_of_a_hundred():
    random = np.random.default_rng(11)
    series = random.normal(0, 1, (400, 20))
    share = np.mean([bool(change_points(one)) for one in series])
    assert share == pytest.approx(0.05, abs=0.033)  # three standard errors of 400 trials


def test_order_alone_matters_and_few_periods_say_nothing():
    assert change_points([1, 2, 3, 9, 9]) == ()
    assert change_points([4.0] * 30) == ()
    steps = [0.0] * 6 + [1.0] * 6
    (one,) = change_points(steps)
    assert (one.place, one.before, one.after) == (6, 0.0, 1.0)
    (scaled,) = change_points([1000 + 50 * value for value in steps])
    assert scaled.p_value == pytest.approx(one.p_value)
