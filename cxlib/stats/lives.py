"""How long customers stayed: departures and censorings per distinct duration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lives:
    """An event table on grouped durations, ascending; durations are in the unit of the question.

    Attributes:
        durations: distinct durations, shape (k,), at least 0.
        events: customers who left after exactly that long, shape (k,).
        censored: customers last seen still there after that long, shape (k,).
    """

    durations: tuple[float, ...]
    events: tuple[int, ...]
    censored: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[float, int, int]]) -> Lives:
        """From (duration, events, censored) rows in any order; equal durations are pooled."""
        pooled: dict[float, tuple[int, int]] = {}
        for duration, events, censored in rows:
            left, stayed = pooled.get(duration, (0, 0))
            pooled[duration] = (left + events, stayed + censored)
        ordered = sorted(pooled)
        return cls(
            tuple(ordered),
            tuple(pooled[d][0] for d in ordered),
            tuple(pooled[d][1] for d in ordered),
        )

    @property
    def n(self) -> int:
        """Number of customers."""
        return sum(self.events) + sum(self.censored)

    @property
    def deaths(self) -> int:
        """Number of customers who left."""
        return sum(self.events)

    @property
    def longest(self) -> float:
        """Longest follow-up; 0 without customers."""
        return self.durations[-1] if self.durations else 0.0

    def scaled(self, unit: float) -> Lives:
        """The same lives with durations divided by `unit`."""
        return Lives(tuple(d / unit for d in self.durations), self.events, self.censored)

    def __add__(self, other: Lives) -> Lives:
        """Pool two groups of customers."""
        mine = zip(self.durations, self.events, self.censored, strict=True)
        theirs = zip(other.durations, other.events, other.censored, strict=True)
        return Lives.of([*mine, *theirs])
