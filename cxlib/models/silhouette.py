"""Silhouettes: how much nearer points are to their own cluster than to the next one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


def distances(points: Floats) -> Floats:
    """Euclidean distances of all pairs, shape (points, points)."""
    squares = (points**2).sum(axis=1)
    far = squares[:, None] + squares - 2 * points @ points.T
    np.fill_diagonal(far, 0.0)
    return np.asarray(np.sqrt(np.maximum(far, 0.0, out=far), out=far))


def silhouette(far: Floats, labels: Whole) -> float:
    """Mean silhouette width, -1 to 1; 0 where all points are in one cluster.

    Args:
        far: distances of all pairs, shape (points, points).
        labels: shape (points,).

    Source:
        Rousseeuw, 1987, sections 2 and 3 (a cluster of one has width 0).
    """
    known, place = np.unique(labels, return_inverse=True)
    if len(known) < 2:
        return 0.0
    member = np.eye(len(known))[place]
    sizes = member.sum(axis=0)
    sums = far @ member
    rows = np.arange(len(labels))
    own = sums[rows, place] / np.maximum(sizes[place] - 1, 1)
    others = sums / sizes
    others[rows, place] = np.inf
    nearest = others.min(axis=1)
    larger = np.maximum(own, nearest)
    width = np.divide(nearest - own, larger, out=np.zeros_like(own), where=larger > 0)
    return float(np.where(sizes[place] > 1, width, 0.0).mean())
