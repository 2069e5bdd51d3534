"""Percentiles of many columns at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cxlib.stats.purchases import Real


def percentiles(values: NDArray[np.floating[Any]], tail: float) -> tuple[Real, Real]:
    """Lower and upper percentile down the columns: "weibull" of `numpy.quantile`, much faster.

    Of R draws the percentile p is the one at place p (R + 1), so that the next draw falls below
    it with probability p; the default of numpy makes intervals of few draws too narrow.

    Args:
        values: shape (draws, m), at least one draw; not changed.
        tail: share of the draws below the lower and above the upper one, from 0 to 0.5.

    Returns:
        Both of shape (m,).

    Source:
        Hyndman and Fan, The American Statistician 50(4), 1996, definition 6; Davison and Hinkley,
        Bootstrap Methods and their Application, 1997, section 2.1.
    """
    ordered = np.sort(values, axis=0)
    last = len(ordered) - 1
    place = min(max(tail * len(ordered) + tail - 1, 0.0), float(last))
    first = min(int(place), max(last - 1, 0))
    part, next_up = place - first, min(first + 1, last)
    low = ordered[first] + part * (ordered[next_up] - ordered[first])
    high = ordered[last - first] - part * (ordered[last - first] - ordered[last - next_up])
    return np.asarray(low, float), np.asarray(high, float)
