"""Days and minutes since the company opened, its seasons, and how they are written."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from maker.truths import SEED

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

OPENED = np.datetime64("2024-10-01", "D")
DAYS = 730  # to 2026-09-30
DAY = 24 * 60  # minutes


def stream(name: str) -> np.random.Generator:
    """A random stream of its own for each part, so that a change in one leaves the others alone."""
    return np.random.Generator(np.random.PCG64([SEED, zlib.crc32(name.encode())]))


def day(date: str) -> int:
    """The number of a date: 0 is the day the company opened."""
    return int((np.datetime64(date, "D") - OPENED).astype(int))


def weekday(days: Ints) -> Ints:
    """Monday is 0."""
    return (days + 1) % 7  # 2024-10-01 is a Tuesday


def within(days: Ints, *spans: tuple[str, str]) -> Flags:
    """Whether each day lies in one of the spans, whose last day counts."""
    inside = np.zeros(np.shape(days), dtype=bool)
    for first, last in spans:
        inside |= (days >= day(first)) & (days <= day(last))
    return inside


def in_peak(days: Ints) -> Flags:
    """The weeks before and after New Year, when parcels and replies are slow."""
    return within(days, ("2024-11-15", "2025-01-05"), ("2025-11-15", "2026-01-05"))


def in_fasting_month(days: Ints) -> Flags:
    """Ramadan and the first days of Eid."""
    return within(days, ("2025-03-01", "2025-04-04"), ("2026-02-18", "2026-03-24"))


def minutes_of_day(rng: np.random.Generator, hours: tuple[int, ...], size: int) -> Ints:
    """Random times of day; `hours` are 24 weights."""
    weights = np.array(hours, dtype=float)
    hour = rng.choice(24, size=size, p=weights / weights.sum())
    return hour * 60 + rng.integers(0, 60, size=size)


def date_text(days: Ints) -> list[str]:
    """ISO dates."""
    return [str(text) for text in np.datetime_as_string(OPENED + days)]


def minute_text(minutes: Ints) -> list[str]:
    """ISO dates with hours and minutes."""
    moments = OPENED.astype("datetime64[m]") + minutes
    return [str(text).replace("T", " ") for text in np.datetime_as_string(moments, unit="m")]


def second_text(seconds: Ints) -> list[str]:
    """ISO dates with hours, minutes and seconds."""
    moments = OPENED.astype("datetime64[s]") + seconds
    return [str(text).replace("T", " ") for text in np.datetime_as_string(moments, unit="s")]
