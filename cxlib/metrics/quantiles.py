"""Quantiles of values that stand many times each."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike


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
