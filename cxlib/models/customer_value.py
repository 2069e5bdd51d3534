"""What customers will be worth: coming purchases times spend times margin, discounted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption
from cxlib.models.gamma_gamma import SpendFit, expected_spend
from cxlib.models.purchase_model import PurchaseFit, alive_purchases
from cxlib.models.tuples import distinct_tuples
from cxlib.stats.purchases import Histories, Real

YEAR = 365.25
LONGEST = 10_000
"""Units that a horizon may have."""


@dataclass(frozen=True, slots=True, eq=False)
class ValueEstimate:
    """Expected value of customers over a horizon; arrays are per customer with each history.

    Attributes:
        fit: the purchase model.
        spend_fit: the spend model; None where amounts could not be modelled.
        horizon: units of the coming time that count.
        discount: rate a year, a fraction.
        margin: share of the amounts that is earned, a fraction.
        n: customers with each history, shape (k,).
        p_alive: probability of still being a customer, shape (k,).
        purchases: expected in the horizon, not discounted, shape (k,).
        spend: expected amount of a purchase day, in the currency, shape (k,); None without a
            spend model.
        clv: discounted expected margin in the horizon, in the currency, shape (k,); None
            likewise.
    """

    fit: PurchaseFit
    spend_fit: SpendFit | None
    horizon: int
    discount: float
    margin: float
    n: Real
    p_alive: Real
    purchases: Real
    spend: Real | None
    clv: Real | None

    @property
    def customers(self) -> int:
        """Number of customers."""
        return int(self.n.sum())

    @property
    def total_purchases(self) -> float:
        """Purchases expected of all customers together."""
        return float(self.n @ self.purchases)

    @property
    def total(self) -> float | None:
        """Value of all customers together, in the currency; None without a spend model."""
        return None if self.clv is None else float(self.n @ self.clv)

    @property
    def mean(self) -> float | None:
        """Value of a customer on average, in the currency; None without a spend model."""
        return None if self.total is None else self.total / self.customers


def customer_value(
    fit: PurchaseFit,
    spend: SpendFit | None,
    histories: Histories,
    *,
    horizon: int,
    discount: float,
    margin: float,
) -> ValueEstimate:
    """Expected discounted margin of each customer's purchases in the coming `horizon` units.

    Purchases expected in unit k are discounted by (1 + discount)^(-k unit_days / 365.25), for
    k = 1 .. horizon: at the end of the unit. The first purchase day of a customer is past and
    does not count.

    Args:
        fit: a fitted purchase model.
        spend: a fitted spend model, or None: purchases are still given, values are None.
        histories: shape (k,), in days; for BG/BB in whole units.
        horizon: units of the fit, from 1 to 10,000.
        discount: rate a year, a fraction from 0 to 1.
        margin: share of the amount that is earned, a fraction above 0 and at most 1.

    Raises:
        BadOption: horizon, discount or margin is out of range.

    Source:
        Fader, Hardie and Lee, Journal of Marketing Research 42(4), 2005, with a finite horizon.
    """
    _check(horizon, discount, margin)
    tuples, places = distinct_tuples(histories, fit.history_unit)
    times, weights = horizon_weights(horizon, discount, fit.unit_days)
    with threadpool_limits(1, "blas"):
        alive = fit.process.likelihood(tuples).alive(fit.theta)
        sums = alive_purchases(fit.process, fit.theta, tuples, times, weights)
    sums *= alive[:, None]
    amounts = None if spend is None else expected_spend(spend, histories)
    return ValueEstimate(
        fit=fit,
        spend_fit=spend,
        horizon=horizon,
        discount=discount,
        margin=margin,
        n=histories.n.astype(float),
        p_alive=alive[places],
        purchases=sums[places, 0],
        spend=amounts,
        clv=None if amounts is None else margin * sums[places, 1] * amounts,
    )


def horizon_weights(horizon: int, discount: float, unit_days: float) -> tuple[Real, Real]:
    """Ends of the units of the horizon, and what purchases up to each of them weigh.

    Returns:
        Times 1 .. horizon, and weights of shape (horizon, 2): the first column adds cumulative
        purchases up to plain purchases in the horizon, the second to discounted ones. Without
        discount only the last time is returned.
    """
    if discount == 0:
        return np.array([float(horizon)]), np.ones((1, 2))
    k = np.arange(1.0, horizon + 1)
    present = (1 + discount) ** (-k * unit_days / YEAR)
    # The sum of present[k] (E[k] - E[k - 1]), sorted by E[k].
    weights = np.zeros((horizon, 2))
    weights[-1, 0] = 1.0
    weights[:, 1] = present - np.append(present[1:], 0.0)
    return k, weights


def _check(horizon: int, discount: float, margin: float) -> None:
    if not 1 <= horizon <= LONGEST:
        raise BadOption(
            f"The horizon is {horizon} units; it has to be a whole number from 1 to {LONGEST}."
        )
    if not 0 <= discount <= 1:
        raise BadOption(
            f"The discount is {discount:g} a year; it has to lie from 0 to 1, such as 0.1 for 10 %."
        )
    if not 0 < margin <= 1:
        raise BadOption(
            f"The margin is {margin:g}; it has to be a fraction above 0 and at most 1, such as 0.3."
        )
