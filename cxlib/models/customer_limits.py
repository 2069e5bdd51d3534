"""Limits of every customer, from those of the distinct histories."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.models.bootstrap import ValueInterval
from cxlib.stats.purchases import Histories, Real, Whole


@dataclass(frozen=True, slots=True, eq=False)
class CustomerLimits:
    """Lower and upper limits of customers one by one; every array has shape (2, customers).

    Attributes:
        p_alive: of the probability of still being a customer; None where nobody is seen to leave.
        purchases: of the purchases expected in the horizon.
        clv: of the value in the currency; None without a spend model.
        level: confidence level.
    """

    p_alive: Real | None
    purchases: Real
    clv: Real | None
    level: float


def customer_limits(
    found: ValueInterval, counted: Histories, single: Histories, *, leaving: bool = True
) -> CustomerLimits | None:
    """Give each customer the limits of the history that they share with others.

    Args:
        found: limits of the counted histories; without limits of each there are none here.
        counted: the histories that they were drawn for, shape (k,).
        single: histories of single customers, all of them among the counted.
        leaving: whether the model sees anybody leave; without it P(alive) has no limits.
    """
    if found.p_alive is None or found.purchases is None:
        return None
    place = _places(counted, single)
    clv = None
    if found.low is not None and found.high is not None:
        clv = np.stack([found.low[place], found.high[place]])
    alive = found.p_alive[:, place] if leaving else None
    return CustomerLimits(alive, found.purchases[:, place], clv, found.level)


def _places(counted: Histories, single: Histories) -> Whole:
    """Where each customer's history stands among the counted ones."""
    place = np.zeros(counted.n.size + single.n.size, np.int64)
    # Two numbers at a time become one, which sorts far faster than rows do.
    for name in ("frequency", "recency", "age", "spend"):
        values = np.concatenate([getattr(one, name) for one in (counted, single)])
        distinct, number = np.unique(values, return_inverse=True)
        place = np.unique(place * distinct.size + number, return_inverse=True)[1]
    size = counted.n.size
    row = np.zeros(int(place.max()) + 1, np.int64)
    row[place[:size]] = np.arange(size)
    return row[place[size:]]
