"""Maximum likelihood over positive parameters, searched in logs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from cxlib.stats.purchases import Real

Objective = Callable[[Real], tuple[float, Real]]
"""Log parameters of shape (p,) to the log-likelihood and its gradient of shape (p,)."""

STEP = 1e-5
NEAR = 1e-6
"""A gain in log-likelihood that does not matter any more."""
SHORT, SETTLED = 1e-4, 1e-9
FLAT = 1e-2
"""Without a curvature: a slope per e-fold of a parameter that does not matter any more."""
ROUNDS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Maximum:
    """Where a search ended.

    Attributes:
        theta: log parameters, shape (p,).
        log_likelihood: its value there.
        covariance: of the log parameters, shape (p, p), 0 for those held by equal bounds; None
            where the likelihood is flat there or another one sits at the edge of its range.
        edge: which parameters sit at the edge of their range, shape (p,).
        converged: whether one more Newton step would gain less than 1e-6 in log-likelihood, or
            the likelihood is flat.
    """

    theta: Real
    log_likelihood: float
    covariance: Real | None
    edge: tuple[bool, ...]
    converged: bool


def maximise(
    objective: Objective, starts: Sequence[Real], bounds: Sequence[tuple[float, float]]
) -> Maximum:
    """The highest of the maxima reached from `starts`: L-BFGS-B, then Newton steps.

    Args:
        objective: log-likelihood and gradient at log parameters.
        starts: log parameters to begin from, each of shape (p,).
        bounds: lowest and highest value of each log parameter; equal bounds hold it there.
    """
    low, high = np.array(bounds, float).T
    ends = [ascend(objective, np.clip(start, low, high), bounds) for start in starts]
    theta, value = max(ends, key=lambda end: end[1])
    # On a long narrow ridge L-BFGS-B stops early; it goes on when started afresh.
    for attempt in range(ROUNDS):
        edge = (theta < low + 1e-3) | (theta > high - 1e-3)
        theta, value, curvature, gain = _polish(objective, theta, value, ~edge)
        if gain < NEAR or attempt == ROUNDS - 1:
            break
        theta, value = ascend(objective, np.clip(theta, low, high), bounds)
    covariance = None
    if curvature is not None and not (edge & (low < high)).any():
        covariance = np.zeros((theta.size, theta.size))
        covariance[np.ix_(~edge, ~edge)] = np.linalg.inv(curvature)
    return Maximum(theta, value, covariance, tuple(edge.tolist()), gain < NEAR)


def ascend(
    objective: Objective, start: Real, bounds: Sequence[tuple[float, float]]
) -> tuple[Real, float]:
    """Climb by L-BFGS-B from `start`; returns the log parameters and the log-likelihood there."""
    unit = max(1.0, abs(objective(start)[0]))

    def descent(theta: Real) -> tuple[float, Real]:
        value, gradient = objective(theta)
        return -value / unit, -gradient / unit

    end = minimize(
        descent,
        start,
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        options={"ftol": 1e-12, "gtol": 1e-9, "maxiter": 500},
    )
    return np.asarray(end.x, float), -float(end.fun) * unit


def information(objective: Objective, theta: Real, free: Sequence[bool]) -> Real:
    """Minus the Hessian over the free parameters, by central differences of the gradient."""
    places = np.flatnonzero(free)
    rows = []
    for place in places:
        step = np.zeros(theta.size)
        step[place] = STEP
        gap = objective(theta - step)[1] - objective(theta + step)[1]
        rows.append(gap[places] / (2 * STEP))
    square = np.array(rows).reshape(places.size, places.size)
    return (square + square.T) / 2


def _polish(
    objective: Objective, theta: Real, value: float, free: NDArray[np.bool_]
) -> tuple[Real, float, Real | None, float]:
    """Newton steps while they gain; the curvature is None where it is not positive definite.

    The curvature is kept while the steps are so short that it hardly changes.
    """
    gain = np.inf
    curvature: Real | None = None
    for _ in range(8):
        gradient = objective(theta)[1][free]
        if gain > SHORT:
            curvature = information(objective, theta, free.tolist())
        if curvature is None or not _positive(curvature):
            return theta, value, None, 0.0 if np.abs(gradient).max() < FLAT else np.inf
        step = np.linalg.solve(curvature, gradient)
        gain = float(gradient @ step) / 2
        trial = theta.copy()
        trial[free] += np.clip(step, -1, 1)
        higher = objective(trial)[0]
        if gain < SETTLED or not higher > value:
            break
        theta, value = trial, higher
    return theta, value, curvature, gain


def _positive(square: Real) -> bool:
    """Whether a symmetric matrix is safely positive definite."""
    if not np.isfinite(square).all():
        return False
    values = np.linalg.eigvalsh(square) if square.size else np.ones(1)
    return bool(values[0] > 1e-10 * max(1.0, values[-1]))
