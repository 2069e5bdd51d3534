"""Renewal decisions: how many customers left, and how many stayed, at the end of each period."""

from __future__ import annotations

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
    """

    lost: tuple[int, ...]
    kept: tuple[int, ...]
    rounded: bool = False

    def __post_init__(self) -> None:
        if len(self.kept) != len(self.lost) + 1:
            raise ValueError("`kept` begins at 0 periods: one more number than `lost`.")

    @classmethod
    def of(cls, lives: Lives) -> Renewals:
        """Count durations in whole periods.

        A departure counts in the period it falls in: after 2.3 periods, or 3, in the third; at
        duration 0 in the first. A customer still there counts for the periods completed: after
        2.7 periods, for two. Where durations are not whole, the last period begun thus counts
        only for those who left in it, which overstates churn a little.
        """
        rows = list(zip(lives.durations, lives.events, lives.censored, strict=True))
        left = [(max(1, ceil(d - WHOLE)), events) for d, events, _ in rows if events]
        stay = [(floor(d + WHOLE), censored) for d, _, censored in rows if censored]
        periods = max((t for t, _ in [*left, *stay]), default=0)
        lost, kept = [0] * periods, [0] * (periods + 1)
        for t, n in left:
            lost[t - 1] += n
        for t, n in stay:
            kept[t] += n
        rounded = any(
            abs(d - round(d)) > WHOLE for d, events, censored in rows if events + censored
        )
        return cls(tuple(lost), tuple(kept), rounded)

    @property
    def n(self) -> int:
        """Number of customers."""
        return sum(self.lost) + sum(self.kept)

    @property
    def decisions(self) -> tuple[Real, Real]:
        """Customers who left, and who stayed, in each period, shape (periods,) both."""
        lost = np.asarray(self.lost, dtype=float)
        known = lost + np.asarray(self.kept[1:], dtype=float)
        return lost, np.cumsum(known[::-1])[::-1] - lost

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
