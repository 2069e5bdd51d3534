"""The mean of a daily figure, with limits that know that days in a row are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt

import numpy as np

from cxlib.metrics.normal import t_of

FEWEST = 28
"""Days below which the likeness of neighbouring days cannot be told."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class DayMean:
    """A mean over days.

    Attributes:
        mean: the mean, in the unit of the values; None without days.
        low: lower limit; high: upper limit; None below `FEWEST` days.
        days: how many days.
    """

    mean: float | None
    low: float | None
    high: float | None
    days: int


def day_mean(values: Sequence[float], *, level: float = 0.95) -> DayMean:
    """The mean of one value a day, with limits that hold for values that follow one another.

    A busy day follows a busy day, and weeks repeat: taken as independent, days would promise too
    much. The variance of the mean counts the covariance of days up to at least a week apart, with
    falling weights; where days are very alike the limits are still somewhat narrow. They speak of
    how the level varied by chance over these days, not of a trend in them.

    Args:
        values: one value a day, in the order of the days.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: the level is out of range.

    Source:
        Newey & West, Econometrica 55, 1987, equation 5; lags: Newey & West, Review of Economic
        Studies 61, 1994, at least 7.
    """
    days = len(values)
    if not days:
        return DayMean(None, None, None, 0)
    mean = float(np.mean(values))
    if days < FEWEST:
        return DayMean(mean, None, None, days)
    off = np.asarray(values, float) - mean
    lags = max(WEEK, int(4 * (days / 100) ** (2 / 9)))
    long_run = float(off @ off)
    for lag in range(1, lags + 1):
        long_run += 2 * (1 - lag / (lags + 1)) * float(off[lag:] @ off[:-lag])
    half = t_of(level, days - 1) * sqrt(max(long_run, 0.0) / (days * (days - 1)))
    return DayMean(mean, mean - half, mean + half, days)


def weekday_means(
    values: Sequence[tuple[date, float]], *, level: float = 0.95
) -> tuple[DayMean, ...]:
    """The mean of each day of the week, from Monday, with Student's t limits over the weeks.

    Args:
        values: (day, value) pairs.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: the level is out of range.
    """
    found = []
    for weekday in range(WEEK):
        mine = np.array([value for day, value in values if day.weekday() == weekday], float)
        mean = float(mine.mean()) if mine.size else None
        low = high = None
        if mean is not None and mine.size > 1:
            half = t_of(level, mine.size - 1) * float(mine.std(ddof=1)) / sqrt(mine.size)
            low, high = mean - half, mean + half
        found.append(DayMean(mean, low, high, int(mine.size)))
    return tuple(found)
