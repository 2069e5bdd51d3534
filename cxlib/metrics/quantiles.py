"""Quantiles of values that stand many times each."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from cxlib.metrics.normal import z_of

EXACT = 10_000
"""Values up to which the binomial law of the ranks is used, else the normal one."""


def counted_quantile(values: ArrayLike, n: ArrayLike, share: float) -> float | None:
    """The quantile of values that stand n times each; None without any.

    Args:
        values: numbers in any order, shape (k,).
        n: how many times each stands, whole numbers, shape (k,).
        share: from 0 to 1; 0.5 is the median.

    Source:
        Hyndman & Fan, The American Statistician 50(4), 1996: their type 7.
    """
    numbers, times = np.asarray(values, float), np.asarray(n, np.int64)
    total = int(times.sum())
    if not total:
        return None
    order = np.argsort(numbers, kind="stable")
    upto = np.cumsum(times[order])
    place = share * (total - 1)
    low = int(place)
    ends = np.searchsorted(upto, [low, min(low + 1, total - 1)], side="right")
    a, b = (float(numbers[order[end]]) for end in ends)
    return a + (place - low) * (b - a)


def median_limits(
    values: ArrayLike, n: ArrayLike, *, level: float = 0.95
) -> tuple[float, float] | None:
    """Limits of the median of values that stand n times each, whatever their law.

    Two of the values themselves, with at least the level between them if values are drawn
    independently; None where there are too few for that.

    Args:
        values: numbers in any order, shape (k,).
        n: how many times each stands, whole numbers, shape (k,).
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        David & Nagaraja, Order Statistics, 3rd edition 2003, section 7.1.
    """
    numbers, times = np.asarray(values, float), np.asarray(n, np.int64)
    total, z = int(times.sum()), z_of(level)
    if total > EXACT:
        rank = int(total / 2 - z * total**0.5 / 2)
    else:
        below = special.bdtr(np.arange(total // 2 + 1), total, 0.5)
        rank = int(np.searchsorted(below, (1 - level) / 2, side="right"))
    if rank < 1:
        return None
    order = np.argsort(numbers, kind="stable")
    upto = np.cumsum(times[order])
    ends = np.searchsorted(upto, [rank - 1, total - rank], side="right")
    return float(numbers[order[ends[0]]]), float(numbers[order[ends[1]]])
