"""Renewal decisions: how many customers left, and how many stayed, at the end of each period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import NotEnoughData
from cxlib.stats.lives import Lives

Real = NDArray[np.float64]
WHOLE = 1e-9
"""A duration this close to a whole number of periods is whole."""


@dataclass(frozen=True, slots=True)
class Renewals:
    """Customers by the period in which they left, or by the whole periods they are known to last.

    Attributes:
        lost: `lost[t - 1]` customers left in period t, shape (periods,).
        kept: `kept[t]` customers were last seen after t whole periods, still there, shape
            (periods + 1,).
        rounded: whether durations had to be rounded to whole periods.
        besides: `besides[t - 1]` is stayed in period t besides what `lost` and `kept` imply, in
            periods of a customer, shape (periods,): the part completed by customers last seen in
            the middle of it, less what passed before customers were watched; empty for nothing.
    """

    lost: tuple[int, ...]
    kept: tuple[int, ...]
    rounded: bool = False
    besides: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if len(self.kept) != len(self.lost) + 1:
            raise ValueError("`kept` begins at 0 periods: one more number than `lost`.")
        if self.besides and len(self.besides) != len(self.lost):
            raise ValueError("`besides` has one number a period, as `lost` has.")

    @classmethod
    def of(cls, lives: Lives) -> Renewals:
        """Count durations in whole periods.

        A departure counts in the period it falls in: after 2.3 periods, or 3, in the third; at
        duration 0 in the first. A customer still there counts for the periods completed and for
        the part of the last one: after 2.7 periods, for two whole ones and 0.7 of the third, in
        which the chance to leave is taken to be spread evenly. Without that part, the last period
        begun would count only for those who left in it, and churn would read too high. The time
        before a customer was watched does not count, because who left in it is not in the data.
        """
        rows = list(zip(lives.durations, lives.events, lives.censored, strict=True))
        left = [(max(1, ceil(d - WHOLE)), events) for d, events, _ in rows if events]
        stay = [(d, censored) for d, _, censored in rows if censored]
        ends = [t for t, _ in left] + [ceil(d - WHOLE) for d, _ in stay]
        periods = max(ends, default=0)
        lost, kept = [0] * periods, [0] * (periods + 1)
        for t, n in left:
            lost[t - 1] += n
        for d, n in stay:
            kept[floor(d + WHOLE)] += n
        rounded = any(
            abs(d - round(d)) > WHOLE for d, events, censored in rows if events + censored
        )
        besides = _parts(stay, periods) - _before(lives.late, periods)
        return cls(tuple(lost), tuple(kept), rounded, tuple(besides) if besides.any() else ())

    @property
    def n(self) -> int:
        """Number of customers."""
        return sum(self.lost) + sum(self.kept)

    @property
    def decisions(self) -> tuple[Real, Real]:
        """Customers who left, and who stayed, in each period, shape (periods,) both.

        Who was last seen in the middle of a period stayed for that part of it, and who was watched
        only from some time on stayed from then on.
        """
        lost = np.asarray(self.lost, dtype=float)
        known = lost + np.asarray(self.kept[1:], dtype=float)
        stayed = np.cumsum(known[::-1])[::-1] - lost
        return lost, np.maximum(stayed + np.asarray(self.besides or np.zeros(len(lost))), 0)

    def require(self, model: str, *, periods: int) -> None:
        """Refuse data on which a model cannot be fitted.

        Raises:
            NotEnoughData: no customers, nobody left, or fewer than `periods` periods in which
                customers were known to leave or to stay.
        """
        lost, stayed = self.decisions
        if self.n == 0:
            hint = "Widen the dates or drop a filter."
            raise NotEnoughData(model, have=0, need=1, unit="customer", hint=hint)
        if sum(self.lost) == 0:
            hint = "Nobody left, so there is no churn to project; Kaplan-Meier (km) can be shown."
            raise NotEnoughData(model, have=0, need=1, unit="departure", hint=hint)
        decided = int(np.count_nonzero(lost + stayed))
        if decided < periods:
            hint = "Count in a shorter unit, or use Kaplan-Meier (km), which needs no model."
            raise NotEnoughData(model, have=decided, need=periods, unit="period", hint=hint)


def _parts(stay: Iterable[tuple[float, int]], periods: int) -> Real:
    """What customers still there had completed of the period in which they were last seen."""
    total = np.zeros(periods)
    for duration, n in stay:
        whole = floor(duration + WHOLE)
        if duration - whole > WHOLE:
            total[whole] += n * (duration - whole)
    return total


def _before(late: Iterable[tuple[float, int]], periods: int) -> Real:
    """What passed before customers were watched, by period."""
    starts = np.arange(periods, dtype=float)
    total = np.zeros(periods)
    for entry, n in late:
        total += n * np.clip(entry - starts, 0, 1)
    return total
