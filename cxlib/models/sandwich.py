"""Log parameters as the data leave them open: drawn from their large-sample distribution."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.special import ndtri

from cxlib.models.refits import Refit
from cxlib.stats.purchases import Real

STEP = 1e-4
KNOWN = 0.3
"""A log parameter less sure than this is not taken to be normal."""


def scores(each: Callable[[Real], Real], refit: Refit) -> Real:
    """Gradient of each row's log-likelihood, by central differences.

    Args:
        each: log parameters to the log-likelihood of one customer of each row, shape (k,).
        refit: where the gradient is taken, and which parameters are free.

    Returns:
        Shape (k, p), 0 for parameters that are not free.
    """
    columns = []
    for place, moves in enumerate(refit.low < refit.high):
        step = np.zeros(refit.theta.size)
        step[place] = STEP
        up, down = refit.theta + step, refit.theta - step
        change = each(up) - each(down) if moves else np.zeros(each(refit.theta).size)
        columns.append(change / (2 * STEP))
    return np.stack(columns, axis=1)


def robust_root(spread: Real, square: Real) -> Real:
    """Root of the covariance of log parameters, right also where the model is only nearly true.

    Args:
        spread: root of the inverse curvature, shape (p, f); see `Refit.spread`.
        square: sum over customers of the products of their scores, shape (p, p).

    Returns:
        R of shape (p, f); the covariance is R R'.

    Source:
        White, Econometrica 50(1), 1982, theorem 3.2: H^-1 J H^-1.
    """
    values, axes = np.linalg.eigh(spread.T @ square @ spread)
    return np.asarray(spread @ (axes * np.sqrt(np.maximum(values, 0.0))), float)


def well_known(root: Real) -> bool:
    """Whether all log parameters are known so well that they are as good as normal."""
    return bool((np.sqrt((root**2).sum(axis=1)) < KNOWN).all())


def normal_draws(rng: np.random.Generator, draws: int, size: int) -> Real:
    """Standard normal numbers, evenly spread in each column, shape (draws, size).

    Where there are at least ten draws a column, they have means of exactly 0 and an identity
    as their covariance, so that few draws tell as much as many plain ones.

    Source:
        McKay, Beckman and Conover, Technometrics 21(2), 1979 (Latin hypercube).
    """
    order = np.argsort(rng.random((draws, size)), axis=0)
    found = np.asarray(ndtri((order + rng.random((draws, size))) / draws), float)
    if draws < 10 * size:
        return found
    found -= found.mean(axis=0)
    lower = np.linalg.cholesky(found.T @ found / draws)
    return np.asarray(np.linalg.solve(lower, found.T).T, float)
