"""Purchase histories as distinct tuples with counts: what the purchase models are fitted on."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

MONEY = 10_000
"""Amounts inside the engine are whole ten-thousandths of the currency, so that sums are exact."""


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """Distinct purchase histories; every array has shape (k,); times are whole days.

    A purchase is a day with at least one order; `frequency` does not count the first.

    Attributes:
        frequency: repeat purchase days, x.
        recency: days from the first purchase to the last, t_x.
        age: days from the first purchase to the end of the observation, T.
        spend: sum of the amounts of the repeat purchase days, in 1/10,000 of the currency.
        n: customers with this history.
        holdout: purchase days after the observation ended, up to the holdout's end; None without.
        customers: one customer id a history where n is 1 throughout; None in counted form.
    """

    frequency: Whole
    recency: Whole
    age: Whole
    spend: Whole
    n: Whole
    holdout: Whole | None = None
    customers: tuple[str, ...] | None = field(default=None, repr=False)

    @property
    def total(self) -> int:
        """Number of customers."""
        return int(self.n.sum())

    @property
    def repeaters(self) -> int:
        """Customers with at least one repeat purchase."""
        return int(self.n[self.frequency > 0].sum())

    @property
    def mean_value(self) -> Real:
        """Mean amount of a repeat purchase day, in the currency; 0 without repeats."""
        return self.spend / MONEY / np.maximum(self.frequency, 1)
