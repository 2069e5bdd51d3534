"""How the explained variance of an outcome is shared out among correlated drivers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import comb

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

EXACT = 12
"""Drivers up to which all subsets are gone through; beyond, orders of the drivers are sampled."""
ORDERS = 2000
"""Orders that are sampled, half of them the reverse of the others."""
TINY = 1e-10
"""A driver with less variance left than this, given others, is a combination of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """Orders in which drivers may enter a regression, shape (orders, k)."""

    places: Whole

    @classmethod
    def drawn(cls, drivers: int, *, orders: int = ORDERS, seed: int = 1) -> Orders:
        """Random orders, each with its reverse."""
        draw = np.random.default_rng(seed)
        half = draw.permuted(np.tile(np.arange(drivers), (orders // 2, 1)), axis=1)
        return cls(np.concatenate([half, half[:, ::-1]]))


def lmg(correlations: Real) -> Real:
    """Each driver's average gain of R2 over all orders in which the drivers can enter.

    It is the Shapley value of R2: what a driver adds, averaged over all sets of other drivers that
    may already be in the regression. The shares of any sample add up to its R2.

    Args:
        correlations: of the outcome (first) and the drivers; any number of samples, shape
            (samples, k + 1, k + 1). Cost grows as 2^k.

    Returns:
        Shares of variance, not negative, shape (samples, k).

    Source:
        Lindeman, Merenda & Gold, Introduction to Bivariate and Multivariate Analysis, 1980;
        Groemping, Journal of Statistical Software 17(1), 2006.
    """
    return shapley(subsets_r2(correlations))


def subsets_r2(correlations: Real) -> Real:
    """R2 of the regression on every subset of the drivers.

    One driver after the other is taken in or left out, and the covariances that remain given those
    taken in are kept, so that each subset costs one update.

    Args:
        correlations: of the outcome (first) and the drivers, shape (samples, k + 1, k + 1).

    Returns:
        Shape (2^k, samples); subset s holds driver j where bit j of s is set.
    """
    # The outcome goes last: what remains of it at the end is the unexplained variance.
    left = np.roll(correlations, (-1, -1), axis=(-2, -1))[None]
    for _ in range(correlations.shape[-1] - 1):
        pivot, row = left[..., 0, 0], left[..., 0, 1:]
        usable = pivot > TINY
        scaled = row / np.where(usable, pivot, np.inf)[..., None]
        rest = left[..., 1:, 1:]
        left = np.concatenate([rest, rest - scaled[..., :, None] * row[..., None, :]])
    unexplained: Real = left[..., 0, 0]
    return np.clip(1 - unexplained, 0.0, 1.0)


def shapley(worth: Real) -> Real:
    """Shapley values of a game given by the worth of every subset.

    Args:
        worth: shape (2^k, samples); subset s holds player j where bit j of s is set.

    Returns:
        Shape (samples, k).
    """
    players = int(worth.shape[0]).bit_length() - 1
    subsets = np.arange(worth.shape[0])
    sizes = _sizes(players)
    found = np.empty((worth.shape[1], players))
    for player in range(players):
        without = subsets[(subsets >> player) & 1 == 0]
        weight = np.array([1 / (players * comb(players - 1, size)) for size in range(players)])
        gains = worth[without | (1 << player)] - worth[without]
        found[:, player] = weight[sizes[without]] @ gains
    return found


def sampled_lmg(correlations: Real, orders: Orders) -> Real:
    """As `lmg`, averaged over some orders only; for many drivers.

    Args:
        correlations: of the outcome (first) and the drivers, shape (samples, k + 1, k + 1).
        orders: the orders to average over.

    Returns:
        Shape (samples, k); the shares of a sample still add up to its R2.

    Source:
        Castro, Gomez & Tejada, Computers & Operations Research 36(5), 2009 (sampled orders).
    """
    return np.array([_gains(one, orders).mean(axis=0) for one in correlations])


def sampling_error(correlations: Real, orders: Orders) -> Real:
    """Standard error of `sampled_lmg` that stems from not going through all orders.

    Args:
        correlations: of the outcome (first) and the drivers, shape (k + 1, k + 1).
        orders: as `Orders.drawn` gives them, each in the first half with its reverse in the second.

    Returns:
        Shape (k,), in the unit of R2.
    """
    gains = _gains(correlations, orders)
    half = len(gains) // 2
    pairs = (gains[:half] + gains[half:]) / 2
    found: Real = pairs.std(axis=0, ddof=1) / np.sqrt(half)
    return found


def _gains(correlations: Real, orders: Orders) -> Real:
    """What each driver adds to R2 where it enters in each order, shape (orders, k)."""
    places = np.column_stack([orders.places + 1, np.zeros(len(orders.places), np.int64)])
    # The last row of a Cholesky factor holds what each variable adds to the ones before it.
    stable = correlations + TINY * np.eye(len(correlations))
    factors = np.linalg.cholesky(stable[places[:, :, None], places[:, None, :]])
    found = np.empty(orders.places.shape)
    np.put_along_axis(found, orders.places, factors[:, -1, :-1] ** 2, axis=1)
    return found


def relative_weights(correlations: Real) -> Real:
    """Each driver's share of R2 through the uncorrelated variables nearest to the drivers.

    Args:
        correlations: of the outcome (first) and the drivers, shape (samples, k + 1, k + 1).

    Returns:
        Shares of variance, not negative, shape (samples, k); they add up to R2.

    Source:
        Johnson, Multivariate Behavioral Research 35(1), 2000, equations 5 to 9.
    """
    among, outcome = correlations[:, 1:, 1:], correlations[:, 1:, 0]
    values, vectors = np.linalg.eigh(among)
    roots = np.sqrt(np.clip(values, 0, None))
    inverse = np.where(roots > TINY**0.5, 1 / np.where(roots > 0, roots, 1), 0.0)
    loadings = (vectors * roots[:, None, :]) @ vectors.swapaxes(1, 2)
    slopes = vectors @ (inverse[..., None] * (vectors.swapaxes(1, 2) @ outcome[..., None]))
    shares: Real = (loadings**2 @ slopes**2)[..., 0]
    return shares


def square_of(triangles: Real, size: int) -> Real:
    """Symmetric matrices from their upper triangles, shape (samples, size, size)."""
    first, second = np.triu_indices(size)
    found = np.empty((len(triangles), size, size))
    found[:, first, second] = triangles
    found[:, second, first] = triangles
    return found


@cache
def _sizes(players: int) -> Whole:
    """Number of players in every subset."""
    sizes = np.zeros(1, np.int64)
    for _ in range(players):
        sizes = np.concatenate([sizes, sizes + 1])
    return sizes
