"""k-means: the centres to which points are nearest on average, from several starts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

STEPS = 300
SETTLED = 1e-4
"""A start is over when the centres move less than this, squared, beside the points' variance."""


def fit_k_means(points: Floats, k: int, *, starts: int, seed: int) -> Floats:
    """Centres with the lowest sum of squared distances of several starts, shape (k, features).

    Written out because fits of a thousand points are done hundreds of times, where a library's
    setting up of threads takes longer than the fit.

    Args:
        points: shape (points, features), at least k different ones.
        k: clusters.
        starts: random starts, of which the best counts.
        seed: of chance; the same points and seed give the same centres.

    Source:
        Lloyd, IEEE Transactions on Information Theory 28(2), 1982. Starts: Arthur &
        Vassilvitskii, k-means++, Proceedings of SODA, 2007, with several draws a start (section 7).
    """
    rng = np.random.default_rng(seed)
    squares = (points**2).sum(axis=1)
    settled = SETTLED * float(points.var(axis=0).mean())
    begun = (_start(points, squares, k, rng) for _ in range(starts))
    found = (_settle(points, squares, centres, settled) for centres in begun)
    return min(found, key=lambda pair: pair[1])[0]


def nearest(points: Floats, centres: Floats) -> Whole:
    """The place of the nearest centre of each point, shape (points,)."""
    return np.asarray(((centres**2).sum(axis=1) - 2 * points @ centres.T).argmin(axis=1), np.int64)


def _start(points: Floats, squares: Floats, k: int, rng: np.random.Generator) -> Floats:
    """Points far from one another: each next one drawn with a chance that grows with its distance.

    Of several draws the one that leaves the points nearest to a start is kept.
    """
    tries = 2 + int(np.log(k))
    places = [int(rng.integers(len(points)))]
    far = _far(points, squares, points[places])[0]
    for _ in range(k - 1):
        sums = np.cumsum(far)
        drawn = np.searchsorted(sums, rng.random(tries) * sums[-1], side="right")
        drawn = np.minimum(drawn, len(points) - 1)
        left = np.minimum(far, _far(points, squares, points[drawn]))
        best = int(left.sum(axis=1).argmin())
        places.append(int(drawn[best]))
        far = left[best]
    return points[places]


def _far(points: Floats, squares: Floats, centres: Floats) -> Floats:
    """Squared distances to centres, never below zero by rounding, shape (centres, points)."""
    own = (centres**2).sum(axis=1)[:, None]
    return np.asarray(np.maximum(squares - 2 * centres @ points.T + own, 0.0))


def _settle(
    points: Floats, squares: Floats, centres: Floats, settled: float
) -> tuple[Floats, float]:
    """Centres and the sum of squared distances after moving centres until they rest."""
    k = len(centres)
    for _ in range(STEPS):
        labels = nearest(points, centres)
        moved = _means(points, labels, centres)
        shift = float(((moved - centres) ** 2).sum()) / k
        centres = moved
        if shift <= settled:
            break
    labels = nearest(points, centres)
    left = squares - 2 * (points * centres[labels]).sum(axis=1) + (centres**2).sum(axis=1)[labels]
    return centres, float(left.sum())


def _means(points: Floats, labels: Whole, centres: Floats) -> Floats:
    """The mean of each cluster; an empty one begins anew at the point farthest from its centre."""
    k = len(centres)
    sizes = np.bincount(labels, minlength=k)
    sums = np.column_stack([np.bincount(labels, column, k) for column in points.T])
    means = np.divide(sums, sizes[:, None], out=centres.copy(), where=sizes[:, None] > 0)
    empty = np.flatnonzero(sizes == 0)
    if len(empty):
        far = ((points - means[labels]) ** 2).sum(axis=1)
        means[empty] = points[np.argsort(-far, kind="stable")[: len(empty)]]
    return means
