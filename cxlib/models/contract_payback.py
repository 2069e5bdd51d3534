"""What it costs to win a customer on contract, and when the payments have brought it back."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.models.contract_terms import Terms
from cxlib.models.stay_curve import StayCurve
from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True)
class Payback:
    """The expected payments of a new customer, added up, and the cost they have to bring back.

    Attributes:
        times: when payments are due, in periods since the start, shape (horizon,).
        value: discounted expected payments up to each time, shape (horizon,).
        low: lower limits, NaN where not known. high: upper limits.
        longest: the longest follow-up; later sums are projected, or the most they can be.
        cost: what winning the customer costs; 0 for nothing.
        break_even: time of the payment that brings the cost back; None if none does.
        earliest: the same by the upper limits; None also without limits. latest: by the lower.
        stayer: the same for a customer who never leaves, without discount; the usual "months to
            recover", which counts no churn.
        net: value of all payments less the cost.
        ratio: value of all payments for each 1 of cost; None for no cost.
    """

    times: Real
    value: Real
    low: Real
    high: Real
    longest: float
    cost: float
    break_even: float | None
    earliest: float | None
    latest: float | None
    stayer: float | None
    net: float
    ratio: float | None

    @property
    def returns(self) -> float | None:
        """What is earned on each 1 of cost, a fraction; None for no cost."""
        return None if self.ratio is None else self.ratio - 1


def payback(curve: StayCurve, terms: Terms, *, cost: float) -> Payback:
    """Add up what a new customer is expected to pay, and find where it passes a cost.

    The cost is paid at the start. Limits hold at one time each, so that those of the break-even
    are where the limits of the sums pass the cost.

    Args:
        curve: how long customers stay, in periods.
        terms: what is paid, how long, and how it is discounted.
        cost: money to win a customer, at least 0.

    Raises:
        BadOption: the cost is below 0 or not a number.

    Source:
        Sums and limits as `contract_value`, for every horizon at once.
    """
    if not 0 <= cost < inf:
        raise BadOption(f"The cost of winning a customer is {cost:g}; it has to be at least 0.")
    times, weights = terms.times, terms.weights
    value = np.cumsum(weights * curve.survival(times))
    half = z_of(curve.curve.level) * np.sqrt(curve.variances(times, weights))
    certain = 0.0 if terms.arrears else float(weights[0])
    low, high = np.maximum(certain, value - half), np.minimum(np.cumsum(weights), value + half)
    # Before the first departure a sum has no spread, and is its own limit.
    spread = ~np.isnan(half)
    early, late = (np.where(spread, one, value) for one in (high, low))
    return Payback(
        times=times,
        value=value,
        low=low,
        high=high,
        longest=curve.longest,
        cost=cost,
        break_even=_passes(times, value, cost),
        earliest=_passes(times, early, cost) if spread.any() else None,
        latest=_passes(times, late, cost) if spread.any() else None,
        stayer=_passes(times, np.cumsum(terms.margins), cost),
        net=float(value[-1]) - cost,
        ratio=float(value[-1]) / cost if cost > 0 else None,
    )


def _passes(times: Real, sums: Real, cost: float) -> float | None:
    """The first time at which a row of sums is at least the cost."""
    reached = np.flatnonzero(sums >= cost * (1 - 1e-12))
    return float(times[reached[0]]) if reached.size else None
