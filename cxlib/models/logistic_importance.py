"""Shares of a yes-or-no outcome's explained deviance among correlated drivers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.models.importance import shapley

Real = NDArray[np.float64]

MOST = 12
"""Drivers up to which a regression is fitted on every subset of them."""
WORK = 10_000_000
"""Combinations of answers times subsets of the drivers up to which all are fitted."""
AT_ONCE = 4_000_000
"""The same, of the subsets that are fitted side by side."""
RIDGE = 1e-6
STEPS = 25
STEEP = 30.0
"""Largest log-odds: beyond it, separated answers would send coefficients off to infinity."""


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    """Standardised drivers with a column of ones, the outcome, weights, and weights drawn anew."""

    x: Real
    outcome: Real
    times: Real
    counts: Real


def affordable(combinations: int, drivers: int) -> bool:
    """Whether regressions on all subsets of the drivers take seconds and not minutes."""
    return drivers <= MOST and combinations << drivers <= WORK


def mcfadden_shares(
    values: Real, outcome: Real, times: Real, counts: Real
) -> tuple[Real, Real, Real]:
    """Each driver's average gain of McFadden's R2 over all orders, and draws of the same.

    A sample drawn anew is not fitted to the end: from the fit on all answers one Newton step is
    taken in the drawn one, which finds its deviance up to terms of third order.

    Args:
        values: drivers of each combination of answers, shape (c, k).
        outcome: 0 or 1, shape (c,).
        times: rows, or the sum of their weights, with each combination, shape (c,).
        counts: the same in samples drawn anew, shape (draws, c).

    Returns:
        The shares, shape (k,), which add up to R2 = 1 - deviance / null deviance; those of each
        draw, shape (draws, k); and the slopes of the regression on all drivers, in standard
        deviations, shape (k,).

    Source:
        McFadden, Conditional logit analysis of qualitative choice behavior, 1974; the average over
        subsets: Azen & Traxel, Journal of Educational and Behavioral Statistics 34(3), 2009. One
        step: Shao & Tu, The Jackknife and Bootstrap, 1995, section 3.5.
    """
    sample = _Sample(_standardised(values, times), outcome, times, counts)
    subsets = np.arange(1 << values.shape[1])
    step = max(1, AT_ONCE // len(outcome))
    parts = [_fits(sample, subsets[at : at + step]) for at in range(0, len(subsets), step)]
    r2 = np.concatenate([one[0] for one in parts])
    drawn = np.concatenate([one[1] for one in parts])
    return shapley(r2[:, None])[0], np.clip(shapley(drawn), 0.0, None), parts[-1][2][1:, -1]


def _standardised(values: Real, times: Real) -> Real:
    mean = times @ values / times.sum()
    spread = np.sqrt(times @ (values - mean) ** 2 / times.sum())
    return np.column_stack([np.ones(len(values)), (values - mean) / spread])


def _fits(sample: _Sample, subsets: Real) -> tuple[Real, Real, Real]:
    """The regressions on some subsets of the drivers at once.

    Returns:
        McFadden's R2, shape (s,); that of the samples drawn anew, shape (s, draws); and the
        coefficients, shape (k + 1, s), 0 for drivers left out.
    """
    width = sample.x.shape[1]
    held = np.ones((width, len(subsets)))
    held[1:] = (subsets >> np.arange(width - 1)[:, None]) & 1
    share = float(sample.times @ sample.outcome / sample.times.sum())
    slopes = np.zeros_like(held)
    slopes[0] = np.log(share / (1 - share))
    for _ in range(STEPS):
        step = _newton_step(sample, slopes, held)
        slopes = slopes + step
        if np.abs(step).max() < 1e-9:
            break
    odds = np.clip(sample.x @ slopes, -STEEP, STEEP)
    each = sample.outcome[:, None] * odds - np.logaddexp(0, odds)
    r2 = 1 - sample.times @ each / _null(sample.outcome, sample.times[None])[0]
    anew = sample.counts @ each + _gained(sample, odds, held)
    null = _null(sample.outcome, sample.counts)
    drawn = np.where(null < 0, 1 - anew.T / np.where(null < 0, null, 1.0), 0.0)
    return np.clip(r2, 0.0, 1.0), np.clip(drawn, 0.0, 1.0), slopes


def _null(outcome: Real, times: Real) -> Real:
    """Log-likelihood without drivers, 0 where all outcomes are alike, shape (samples,)."""
    total, hits = times.sum(axis=1), times @ outcome
    misses = total - hits
    parts = [
        part * np.log(np.where(part > 0, part, 1.0) / np.maximum(total, 1e-300))
        for part in (hits, misses)
    ]
    found: Real = parts[0] + parts[1]
    return found


def _gained(sample: _Sample, odds: Real, held: Real) -> Real:
    """What one Newton step adds to the log-likelihood of each drawn sample, shape (draws, s)."""
    chance = 1 / (1 + np.exp(-odds))
    rest = sample.outcome[:, None] - chance
    curve = _curve(sample.x, sample.times[:, None] * chance * (1 - chance), held, _ridge(sample))
    inverse = np.linalg.inv(curve)
    scale = sample.times.sum() / np.maximum(sample.counts.sum(axis=1), 1e-300)
    slopes = np.stack([(sample.counts * column) @ rest for column in sample.x.T])
    slopes *= held[:, None, :]
    gains = np.einsum("jds,sjl,lds->ds", slopes, inverse, slopes, optimize=True)
    found: Real = 0.5 * gains * scale[:, None]
    return found


def _curve(x: Real, spread: Real, held: Real, ridge: float) -> Real:
    """Curvature of each regression; a driver left out gets one that keeps it where it is."""
    width = x.shape[1]
    products = (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    curve = (spread.T @ products).reshape(-1, width, width)
    curve *= held.T[:, :, None] * held.T[:, None, :]
    places = np.arange(width)
    curve[:, places, places] += ridge + (1 - held.T) * max(ridge, 1.0)
    return curve


def _ridge(sample: _Sample) -> float:
    return RIDGE * float(sample.times.sum())


def _newton_step(sample: _Sample, slopes: Real, held: Real) -> Real:
    """One step of each regression; coefficients of drivers left out stay where they are."""
    odds = np.clip(sample.x @ slopes, -STEEP, STEEP)
    chance = 1 / (1 + np.exp(-odds))
    rest = sample.times[:, None] * (sample.outcome[:, None] - chance)
    ridge = _ridge(sample)
    curve = _curve(sample.x, sample.times[:, None] * chance * (1 - chance), held, ridge)
    slope = (sample.x.T @ rest - ridge * slopes) * held
    step = np.linalg.solve(curve, slope.T[:, :, None])[:, :, 0].T
    return np.asarray(np.clip(step, -5.0, 5.0), np.float64)
