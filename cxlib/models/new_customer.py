"""What a new customer is worth, and when the cost of winning one is paid back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption
from cxlib.models.customer_value import YEAR
from cxlib.models.gamma_gamma import SpendFit
from cxlib.models.purchase_model import PurchaseFit, expected_new
from cxlib.stats.purchases import Real

DRAWS = 400


@dataclass(frozen=True, slots=True, eq=False)
class NewCustomer:
    """Margin expected of a customer who buys for the first time today; arrays have shape (h + 1,).

    Attributes:
        units: 0 .. horizon, in units of the purchase model.
        value: discounted margin up to each, the first purchase included, in the currency.
        low: lower limits; high: upper limits; None where the fits have no covariance.
        level: confidence level of the limits.
    """

    units: Real
    value: Real
    low: Real | None
    high: Real | None
    level: float

    @property
    def worth(self) -> float:
        """Value up to the horizon."""
        return float(self.value[-1])

    def break_even(self, cost: float) -> int | None:
        """Units until the expected margin has paid `cost`; None where the horizon is too short."""
        return _reached(self.value, cost)

    def break_even_limits(self, cost: float) -> tuple[int | None, int | None]:
        """The same by the upper and the lower limit of the value: earliest and latest."""
        if self.low is None or self.high is None:
            return None, None
        return _reached(self.high, cost), _reached(self.low, cost)


def _reached(value: Real, cost: float) -> int | None:
    places = np.flatnonzero(value >= cost)
    return int(places[0]) if places.size else None


def new_customer(
    fit: PurchaseFit,
    spend: SpendFit,
    *,
    horizon: int,
    discount: float,
    margin: float,
    level: float = 0.95,
    seed: int = 1,
) -> NewCustomer:
    """Discounted margin of a new customer, unit by unit, with limits.

    The first purchase counts at once, with the mean amount; repeat purchases expected in unit k
    are discounted by (1 + discount)^(-k unit_days / 365.25). The limits are percentiles over
    parameters drawn from the normal distribution of the two fits' log parameters; they hold for
    the average new customer, not for a single one, and take new customers to be like past ones.

    Args:
        fit: a fitted purchase model.
        spend: a fitted spend model.
        horizon: units of the fit, from 1 to 10,000.
        discount: rate a year, a fraction from 0 to 1.
        margin: share of the amount that is earned, above 0 and at most 1.
        level: confidence level, a fraction strictly between 0 and 1.
        seed: of the random numbers.

    Raises:
        BadOption: horizon, discount, margin or level is out of range.

    Source:
        Fader, Hardie and Lee, Journal of Marketing Research 42(4), 2005, for a customer without
        history; limits: Krinsky & Robb, Review of Economics and Statistics 68(4), 1986.
    """
    if not (1 <= horizon <= 10_000 and 0 <= discount <= 1 and 0 < margin <= 1 and 0 < level < 1):
        raise BadOption(
            "A new customer's value needs a horizon from 1, a discount from 0 to 1, a margin above "
            f"0 up to 1 and a level between 0 and 1; there are {horizon}, {discount:g}, "
            f"{margin:g} and {level:g}."
        )
    units = np.arange(horizon + 1.0)
    present = (1 + discount) ** (-units * fit.unit_days / YEAR)
    with threadpool_limits(1, "blas"):
        value = margin * spend.mean * _discounted(fit, units, present)
        drawn = _draws(fit, spend, units, present, seed)
    low = high = None
    if drawn is not None:
        tail = (1 - level) / 2
        low, high = np.quantile(margin * drawn, [tail, 1 - tail], axis=0)
    return NewCustomer(units, value, low, high, level)


def _discounted(fit: PurchaseFit, units: Real, present: Real) -> Real:
    """Discounted purchases up to each unit, the first one included."""
    bought = np.diff(expected_new(fit, units), prepend=-1.0)
    return np.asarray(np.cumsum(bought * present), float)


def _draws(fit: PurchaseFit, spend: SpendFit, units: Real, present: Real, seed: int) -> Real | None:
    if fit.log_covariance is None or spend.log_covariance is None:
        return None
    rng = np.random.default_rng(seed)
    thetas = rng.multivariate_normal(fit.theta, np.array(fit.log_covariance), DRAWS)
    amounts = rng.multivariate_normal(spend.theta, np.array(spend.log_covariance), DRAWS)
    rows = []
    for theta, (log_p, log_q, log_v) in zip(thetas, amounts, strict=True):
        q = float(np.exp(log_q))
        if q <= 1.0:
            continue
        mean = float(np.exp(log_p + log_v)) / (q - 1)
        names = [name for name, _ in fit.parameters]
        drawn = replace(fit, parameters=tuple(zip(names, np.exp(theta).tolist(), strict=True)))
        rows.append(mean * _discounted(drawn, units, present))
    return np.array(rows) if len(rows) > DRAWS / 2 else None


@dataclass(frozen=True, slots=True)
class FutureCustomers:
    """What customers still to be won are worth today.

    Attributes:
        arrivals: new customers a unit, the mean of the last units; from `fewest` to `most`.
        units: how many units of arrivals count.
        cost: of winning one, in the currency; it is taken off.
        value: of all of them, discounted to today, in the currency; from `low` to `high`, the
            worst and the best of the fewest and the most arrivals seen at the limits of a new
            customer's value (None where that has none).
    """

    arrivals: float
    fewest: int
    most: int
    units: int
    cost: float
    value: float
    low: float | None
    high: float | None


def future_customers(
    one: NewCustomer,
    arrivals: Sequence[int],
    *,
    units: int,
    discount: float,
    unit_days: float,
    cost: float = 0.0,
) -> FutureCustomers:
    """The value of the customers who will be won in the coming units if they come as lately.

    Args:
        one: a new customer.
        arrivals: new customers in the last whole units, at least one.
        units: units of arrivals that count, from 1.
        discount: rate a year, a fraction.
        unit_days: days in a unit.
        cost: of winning one, in the currency, paid when they come.

    Raises:
        BadOption: there are no arrivals or no units.
    """
    if not arrivals or units < 1:
        raise BadOption("Future customers need arrivals of at least one unit, and a unit ahead.")
    k = np.arange(1.0, units + 1)
    weight = float(((1 + discount) ** (-k * unit_days / YEAR)).sum())
    mean = sum(arrivals) / len(arrivals)
    fewest, most = min(arrivals), max(arrivals)
    low = high = None
    if one.low is not None and one.high is not None:
        worst, best = float(one.low[-1]) - cost, float(one.high[-1]) - cost
        low = weight * min(worst * fewest, worst * most)
        high = weight * max(best * fewest, best * most)
    value = weight * mean * (one.worth - cost)
    return FutureCustomers(mean, fewest, most, units, cost, value, low, high)
