"""What is paid for a contract: how often, how much, and what later money is worth today."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from cxlib.errors import BadOption
from cxlib.stats.purchases import Real

LONGEST = 10_000
"""Periods that a horizon may have."""
STEEPEST = 10.0
"""The fastest growth of the margin a year, as a fraction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is paid for a contract.

    Attributes:
        horizon: number of payments that count, one a period, from 1 on.
        margin: money in the first period, above 0.
        discount: rate a year, a fraction from 0 to 1; it compounds by the year.
        units_a_year: periods in a year, such as 12 for months.
        growth: by how much the margin of a customer who stays grows in a year, a fraction above
            -1; below 0 it shrinks.
        arrears: whether a period is paid at its end, by those still there, not at its beginning.

    Raises:
        BadOption: one of them is out of range.
    """

    horizon: int
    margin: float
    discount: float
    units_a_year: float
    growth: float = 0.0
    arrears: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.horizon <= LONGEST:
            raise BadOption(
                f"The horizon is {self.horizon} payments; it has to lie from 1 to {LONGEST}."
            )
        if not 0 < self.margin < inf:
            raise BadOption(f"The margin is {self.margin:g} a period; it has to be above 0.")
        if not 0 <= self.discount <= 1:
            raise BadOption(
                f"The discount is {self.discount:g} a year; it has to lie from 0 to 1, such as 0.1 "
                "for 10 %."
            )
        if not -1 < self.growth <= STEEPEST:
            raise BadOption(
                f"The growth of the margin is {self.growth:g} a year; it has to lie above -1 and "
                f"be at most {STEEPEST:g}, such as 0.05 for 5 %."
            )
        if not 0 < self.units_a_year < inf:
            raise BadOption(
                f"A year has {self.units_a_year:g} units; it has to have more than 0, such as 12."
            )

    @property
    def times(self) -> Real:
        """When the payments are due, in periods since the start, shape (horizon,)."""
        return np.arange(self.horizon, dtype=float) + (1.0 if self.arrears else 0.0)

    @property
    def margins(self) -> Real:
        """What each payment is, from a customer who makes it, shape (horizon,)."""
        years = np.arange(self.horizon) / self.units_a_year
        return np.asarray(self.margin * (1 + self.growth) ** years, dtype=float)

    @property
    def weights(self) -> Real:
        """What each payment is worth at the start, if it is made, shape (horizon,)."""
        return self.margins * self.discounted(self.times)

    def discounted(self, times: Real) -> Real:
        """What 1 after some numbers of periods is worth now, (1 + discount)^(-t / units a year)."""
        return np.asarray((1 + self.discount) ** (-times / self.units_a_year), dtype=float)
