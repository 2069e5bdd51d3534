"""How many customers were watched at a time: those who had entered and had not gone yet."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cxlib.stats.lives import Lives

Real = NDArray[np.float64]


def at_risk(lives: Lives, times: ArrayLike) -> Real:
    """Customers still there and watched just before each of some times.

    Someone who leaves, or is last seen, at a time was watched just before it; someone who is
    watched only from a time on was not.

    Args:
        lives: an event table.
        times: any times from 0 on, shape (k,), in its unit.

    Returns:
        Numbers of customers, shape (k,).
    """
    asked = np.asarray(times, dtype=float)
    gone = np.asarray(lives.events, dtype=float) + np.asarray(lives.censored, dtype=float)
    before = np.append(0.0, np.cumsum(gone))
    left = before[np.searchsorted(np.asarray(lives.durations), asked, side="left")]
    entries = np.array([time for time, _ in lives.late])
    later = np.append(0.0, np.cumsum([n for _, n in lives.late]))
    missing = later[-1] - later[np.searchsorted(entries, asked, side="left")]
    watched: Real = before[-1] - left - missing
    return watched
