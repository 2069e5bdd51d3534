"""Shares of a yes-or-no outcome's explained deviance among correlated drivers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cxlib.models.importance import shapley

Real = NDArray[np.float64]

MOST = 8
"""Drivers up to which a regression is fitted on every subset of them."""
SUBSAMPLE = 3000
"""Rows of a draw: larger samples are drawn at this size and the spread is scaled down."""
RIDGE = 1e-6
STEPS, REFIT_STEPS = 25, 3
STEEP = 30.0
"""Largest log-odds: beyond it, separated answers would send coefficients off to infinity."""


def mcfadden_shares(
    values: Real, outcome: Real, times: Real, *, draws: int = 200, seed: int = 1
) -> tuple[Real, Real]:
    """Each driver's average gain of McFadden's R2 over all orders, and draws of the same.

    Args:
        values: drivers of each combination of answers, shape (c, k).
        outcome: 0 or 1, shape (c,).
        times: rows, or the sum of their weights, with each combination, shape (c,).
        draws: number of samples drawn anew.
        seed: of the random numbers.

    Returns:
        The shares, shape (k,), which add up to R2 = 1 - deviance / null deviance; and, for each
        draw, shares with the spread that a new sample of this size has, shape (draws, k).

    Source:
        McFadden, Conditional logit analysis of qualitative choice behavior, 1974; the average over
        subsets: Azen & Traxel, Journal of Educational and Behavioral Statistics 34(3), 2009.
        Draws smaller than the sample: Bickel, Goetze & van Zwet, Statistica Sinica 7, 1997.
    """
    x = _standardised(values, times)
    slopes, r2 = _fits(x, outcome, times, None, STEPS)
    shares = shapley(r2[:, None])[0]
    draw = np.random.default_rng(seed)
    n = round(float(times.sum()))
    size = min(n, SUBSAMPLE)
    chances = times / times.sum()
    drawn = np.empty((draws, len(shares)))
    for place in range(draws):
        rows = draw.multinomial(size, chances).astype(float)
        hit = rows > 0
        _, anew = _fits(x[hit], outcome[hit], rows[hit], slopes, REFIT_STEPS)
        drawn[place] = shapley(anew[:, None])[0]
    spread = np.sqrt(size / n)
    middle = drawn.mean(axis=0) if size < n else shares
    return shares, np.clip(shares + spread * (drawn - middle), 0.0, None)


def logistic_slopes(values: Real, outcome: Real, times: Real) -> Real:
    """Coefficients of the drivers, in standard deviations, in the regression on all of them."""
    x = _standardised(values, times)
    slopes, _ = _fits(x, outcome, times, None, STEPS)
    return slopes[1:, -1]


def _standardised(values: Real, times: Real) -> Real:
    mean = times @ values / times.sum()
    spread = np.sqrt(times @ (values - mean) ** 2 / times.sum())
    return np.column_stack([np.ones(len(values)), (values - mean) / spread])


def _fits(x: Real, outcome: Real, times: Real, start: Real | None, steps: int) -> tuple[Real, Real]:
    """Newton steps for the regressions on all subsets at once.

    Returns:
        Coefficients, shape (k + 1, 2^k), 0 for drivers left out, and McFadden's R2, shape (2^k,).
    """
    width = x.shape[1]
    subsets = np.arange(1 << (width - 1))
    held = np.ones((width, len(subsets)))
    held[1:] = (subsets >> np.arange(width - 1)[:, None]) & 1
    share = float(times @ outcome / times.sum())
    if not 0 < share < 1:
        return np.zeros_like(held), np.zeros(len(subsets))
    slopes = np.zeros_like(held) if start is None else start.copy()
    if start is None:
        slopes[0] = np.log(share / (1 - share))
    for _ in range(steps):
        step = _newton_step(x, outcome, times, slopes, held)
        slopes += step
        if np.abs(step).max() < 1e-9:
            break
    odds = np.clip(x @ slopes, -STEEP, STEEP)
    fitted = times @ (outcome[:, None] * odds - np.logaddexp(0, odds))
    null = times.sum() * (share * np.log(share) + (1 - share) * np.log(1 - share))
    return slopes, np.clip(1 - fitted / null, 0.0, 1.0)


def _newton_step(x: Real, outcome: Real, times: Real, slopes: Real, held: Real) -> Real:
    """One step of each regression; coefficients of drivers left out stay where they are."""
    width = x.shape[1]
    chance = 1 / (1 + np.exp(-np.clip(x @ slopes, -STEEP, STEEP)))
    ridge = RIDGE * times.sum()
    slope = x.T @ (times[:, None] * (outcome[:, None] - chance)) - ridge * slopes
    spread = times[:, None] * chance * (1 - chance)
    products = (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    curve = (spread.T @ products).reshape(-1, width, width)
    curve *= held.T[:, :, None] * held.T[:, None, :]
    places = np.arange(width)
    curve[:, places, places] += ridge + (1 - held.T) * times.sum()
    step: Real = np.linalg.solve(curve, (slope * held).T[:, :, None])[:, :, 0].T
    return np.clip(step, -5.0, 5.0)
