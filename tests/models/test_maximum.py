"""The search: a known peak, an edge, a ridge and a flat place."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.models.maximum import information, maximise

BOUNDS = ((-5.0, 5.0), (-5.0, 5.0))
PRECISION = np.array([[4.0, 1.0], [1.0, 2.0]])
PEAK = np.array([1.0, -0.5])


def hill(theta):
    gap = theta - PEAK
    return -3.0 - gap @ PRECISION @ gap / 2, -PRECISION @ gap


def test_finds_the_peak_and_its_curvature():
    top = maximise(hill, [np.zeros(2)], BOUNDS)
    assert top.theta == pytest.approx(PEAK, abs=1e-6)
    assert top.log_likelihood == pytest.approx(-3)
    assert top.covariance == pytest.approx(np.linalg.inv(PRECISION), rel=1e-6)
    assert (top.converged, top.edge) == (True, (False, False))
    assert information(hill, PEAK, [False, True]) == pytest.approx(np.array([[2.0]]))


def test_an_edge_is_said_and_has_no_covariance():
    top = maximise(hill, [np.zeros(2)], ((-5.0, 0.5), (-5.0, 5.0)))
    # Held at 0.5, the second coordinate settles where its own slope is 0: -0.5 + 0.5 / 2.
    assert top.theta == pytest.approx([0.5, -0.25], abs=1e-6)
    assert (top.edge, top.covariance, top.converged) == ((True, False), None, True)


def test_a_curved_ridge_is_climbed_to_its_end():
    def ridge(theta):
        gap = theta[1] - theta[0] ** 2
        value = -((1 - theta[0]) ** 2) - 1e4 * gap**2
        slope = [2 * (1 - theta[0]) + 4e4 * gap * theta[0], -2e4 * gap]
        return value, np.array(slope)

    top = maximise(ridge, [np.array([-2.0, 4.0])], BOUNDS)
    assert top.theta == pytest.approx([1, 1], abs=1e-4)
    assert top.converged


def test_the_higher_of_two_peaks():
    def two(theta):
        low, high = np.exp(-((theta[0] + 2) ** 2)), 2 * np.exp(-((theta[0] - 2) ** 2))
        return low + high, np.array([-2 * (theta[0] + 2) * low - 2 * (theta[0] - 2) * high])

    bounds = ((-5.0, 5.0),)
    starts = [np.array([-2.1]), np.array([2.1])]
    assert maximise(two, starts[:1], bounds).theta == pytest.approx([-2], abs=1e-3)
    assert maximise(two, starts, bounds).theta == pytest.approx([2], abs=1e-3)


def test_a_flat_place_has_no_covariance():
    top = maximise(lambda theta: (-1.0, np.zeros(2)), [np.zeros(2)], BOUNDS)
    assert (top.covariance, top.converged, top.edge) == (None, True, (False, False))
