"""Quadrature for expectations over a beta distribution, and interpolation in few points."""

from __future__ import annotations

from math import ceil, log, pi, sqrt

import numpy as np
from numpy.polynomial.chebyshev import chebpts1, chebvander
from scipy.linalg import eigh_tridiagonal

from cxlib.stats.purchases import Real

SHARP = 26.0
"""Natural log of the accuracy aimed at: errors fall below e^-26, about 5e-12."""
TOGETHER = 16
"""Matrices up to this size are solved all at once; larger ones faster one by one."""


def beta_rule(a: float, b: Real, size: int) -> tuple[Real, Real]:
    """Nodes and weights for means over Beta(a, b), exact for polynomials below degree 2 size.

    Args:
        a: first parameter, above 0; may be tiny.
        b: second parameter, shape (m,), above 0.
        size: number of nodes.

    Returns:
        Nodes in (0, 1) and weights that sum to 1, both of shape (m, size).

    Source:
        Golub and Welsch, Mathematics of Computation 23, 1969, with the recurrence of the Jacobi
        polynomials moved to [0, 1].
    """
    right, left = b[:, None] - 1, a - 1
    both = left + right
    k = np.arange(1, size, dtype=float)
    middle = 2 * k + both
    tilt = (left - right) * both / (middle * (middle + 2))
    diagonal = np.concatenate([(a / (a + b))[:, None], (1 + tilt) / 2], axis=1)
    # (k + both) / (middle - 1) is 1 at k = 1, where both may vanish together.
    ratio = np.ones_like(middle)
    ratio[:, 1:] = (k + both)[:, 1:] / (middle - 1)[:, 1:]
    beside = np.sqrt(k * (k + right) * (k + left) * ratio / (middle**2 * (middle + 1)))
    nodes, first = _eigen(diagonal, beside)
    return np.maximum(nodes, 1e-300), first**2


def _eigen(diagonal: Real, beside: Real) -> tuple[Real, Real]:
    """Eigenvalues of symmetric tridiagonal matrices, and first entries of the eigenvectors."""
    size = diagonal.shape[1]
    if size > TOGETHER:
        rows = [eigh_tridiagonal(*row) for row in zip(diagonal, beside, strict=True)]
        return np.array([row[0] for row in rows]), np.array([row[1][0] for row in rows])
    matrix = np.zeros((*diagonal.shape, size))
    place = np.arange(size)
    matrix[:, place, place] = diagonal
    matrix[:, place[1:], place[:-1]] = beside
    values, vectors = np.linalg.eigh(matrix)
    return values, vectors[:, 0, :]


def rule_sizes(reach: Real, sharp: float = SHARP) -> Real:
    """Nodes that `beta_rule` needs for functions of 1 + reach p; powers of two from 16 on.

    Such a function is singular at p = -1 / reach; the further, the faster the rule converges.
    The margin of 1.6 is for high powers of it.
    """
    gap = 1 / np.maximum(reach, 1e-9)
    rate = np.log(1 + 2 * gap + 2 * np.sqrt(gap * (1 + gap)))
    needed = np.clip(1.6 * sharp / (2 * rate), 16, 512)
    return np.asarray(np.exp2(np.ceil(np.log2(needed))), float)


def chebyshev(points: Real, sharp: float = SHARP) -> tuple[Real, Real]:
    """Few points that carry a smooth function of positive `points` to all of them.

    Args:
        points: positive numbers, shape (m,); the function is taken as smooth in their logs.
        sharp: errors stay near e^-sharp.

    Returns:
        Nodes of shape (s,), s at most m, and a matrix of shape (m, s): values at the nodes times
        the matrix are the values at `points`. The nodes are the points where that costs no more.
    """
    low, high = log(points.min()), log(points.max())
    half = (high - low) / 2
    # The function is analytic, and no larger, within pi / 2 of the real axis.
    reach = pi / 2 / half if half > 0 else np.inf
    size = 2 + ceil(sharp / log(reach + sqrt(1 + reach * reach))) if half > 0 else 1
    if points.size <= size:
        return points, np.eye(points.size)
    places = (np.log(points) - low) / half - 1
    base = np.linalg.inv(chebvander(chebpts1(size), size - 1))
    return np.exp(low + half * (chebpts1(size) + 1)), chebvander(places, size - 1) @ base
