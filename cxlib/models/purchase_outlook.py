"""What customers of each kind will buy, by a purchase model with covariates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.models.purchase_covariates import CovariateFit
from cxlib.models.purchase_joint import Joint
from cxlib.models.purchase_model import alive_purchases
from cxlib.stats.purchases import MONEY, Real

STEP = 1e-4
CERTAIN = 1e-9
"""How near to 0 or 1 a probability has no limits any more."""
LONGEST = 10_000
"""Units that a horizon may have."""
ALIVE, BOUGHT, NEW = range(3)
"""What is predicted of each kind: the mean P(alive), and purchases of a present and a new one."""


@dataclass(frozen=True, slots=True)
class Limited:
    """A value with its limits; they are None where the fit gives none."""

    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class KindOutlook:
    """What is expected of customers of one kind.

    Attributes:
        groups: their group in each column.
        n: customers; repeaters: those who bought again.
        share: their share of all customers, a fraction.
        alive: mean probability of still being a customer.
        purchases: expected of one of them in the horizon, on average.
        total: expected of all of them together.
        share_ahead: their share of all purchases expected in the horizon, a fraction.
        new: expected of a new one in the horizon after the first purchase.
        amount: mean amount of a repeat purchase day so far, in the currency; None without any.
    """

    groups: tuple[str, ...]
    n: int
    repeaters: int
    share: float
    alive: Limited
    purchases: Limited
    total: Limited
    share_ahead: Limited
    new: Limited
    amount: float | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is expected of every kind of customers.

    Attributes:
        columns: the columns that make the kinds.
        kinds: most customers first.
        horizon: length of the coming time, in units of the fit.
        level: confidence level of the limits.
    """

    columns: tuple[str, ...]
    kinds: tuple[KindOutlook, ...]
    horizon: float
    level: float


def purchase_outlook(fit: CovariateFit, *, horizon: float) -> Outlook:
    """P(alive) and purchases expected of every kind of customers, with limits.

    The limits cover what is not known of the parameters. They do not cover chance in what the
    customers will do, nor a wrong model.

    Args:
        fit: a fitted model.
        horizon: length of the coming time in units of the fit, above 0 and at most 10,000.

    Raises:
        BadOption: the horizon is out of range.

    Source:
        Limits by the delta method, of logs of purchases and of log odds of shares and
        probabilities; gradients by central differences.
    """
    if not 0 < horizon <= LONGEST:
        raise BadOption(
            f"The horizon is {horizon:g} units; it has to lie above 0 and up to {LONGEST:,}."
        )
    with threadpool_limits(1, "blas"):
        values, slopes = _expected(fit, horizon)
    customers = np.array([one.n.sum() for one in fit.joint.tuples])
    ahead = customers * values[:, BOUGHT]
    shares = ahead / ahead.sum()
    # Of the log of a share: the kind's own slope less the mean slope of all purchases.
    share_slopes = slopes[:, BOUGHT] - shares @ slopes[:, BOUGHT]
    kinds = []
    for place, n in enumerate(customers.tolist()):
        alive, bought, new = values[place].tolist()
        own = _limits(fit, bought, slopes[place, BOUGHT])
        share = float(shares[place])
        repeaters, amount = _seen(fit, place)
        kinds.append(
            KindOutlook(
                groups=fit.design.groups(place),
                n=round(n),
                repeaters=repeaters,
                share=float(n / customers.sum()),
                alive=_limits(fit, alive, slopes[place, ALIVE], odds=True),
                purchases=own,
                total=_times(own, n),
                share_ahead=_limits(fit, share, share_slopes[place] / (1 - share), odds=True),
                new=_limits(fit, new, slopes[place, NEW]),
                amount=amount,
            )
        )
    columns = tuple(part.column for part in fit.design.parts)
    ordered = tuple(sorted(kinds, key=lambda one: (-one.n, one.groups)))
    return Outlook(columns, ordered, horizon, fit.level)


def _expected(fit: CovariateFit, horizon: float) -> tuple[Real, Real]:
    """Predictions of every kind, (g, 3), and slopes of their logs or log odds in phi, (g, 3, P)."""
    joint, kinds = fit.joint, len(fit.joint.tuples)
    values = np.empty((kinds, 3))
    slopes = np.zeros((kinds, 3, fit.found.phi.size))
    for place, to_theta in enumerate(joint.maps):
        theta = to_theta @ fit.found.phi
        values[place] = _predicted(joint, place, theta, horizon)
        if fit.found.covariance is None:
            continue
        steep = np.empty((3, theta.size))
        for one in range(theta.size):
            step = np.zeros(theta.size)
            step[one] = STEP
            up = _scaled(_predicted(joint, place, theta + step, horizon))
            down = _scaled(_predicted(joint, place, theta - step, horizon))
            steep[:, one] = (up - down) / (2 * STEP)
        slopes[place] = steep @ to_theta
    return values, slopes


def _predicted(joint: Joint, place: int, theta: Real, horizon: float) -> Real:
    """Mean P(alive), mean purchases, and those of a new customer, of one kind."""
    tuples, bound, process = joint.tuples[place], joint.bound[place], joint.process
    times = np.array([horizon])
    new = float(process.fresh(theta, times)[0])
    if bound is None:
        return np.array([1.0, new, new])
    alive = bound.alive(theta)
    ahead = alive_purchases(process, theta, tuples, times, np.ones((1, 1)))[:, 0]
    n = tuples.n / tuples.n.sum()
    return np.array([min(1.0, float(n @ alive)), n @ (alive * ahead), new])


def _scaled(predicted: Real) -> Real:
    """Log odds of P(alive), held away from certainty, and logs of the purchases."""
    alive = np.clip(predicted[ALIVE], 1e-12, 1 - 1e-12)
    return np.array([np.log(alive / (1 - alive)), *np.log(predicted[BOUGHT:])])


def _limits(fit: CovariateFit, value: float, slope: Real, *, odds: bool = False) -> Limited:
    """Limits of a value from the slope of its log, or of its log odds."""
    certain = odds and not CERTAIN < value < 1 - CERTAIN
    if fit.found.covariance is None or certain:
        return Limited(value, None, None)
    variance = float(slope @ fit.found.covariance @ slope)
    far = z_of(fit.level) * float(np.sqrt(max(variance, 0.0)))
    if not odds:
        return Limited(value, value * float(np.exp(-far)), value * float(np.exp(far)))
    low, high = (1 / (1 + (1 - value) / value * np.exp(side)) for side in (far, -far))
    return Limited(value, float(low), float(high))


def _times(one: Limited, n: float) -> Limited:
    low = None if one.low is None else one.low * n
    high = None if one.high is None else one.high * n
    return Limited(one.value * n, low, high)


def _seen(fit: CovariateFit, place: int) -> tuple[int, float | None]:
    """Customers of a kind who bought again, and the mean amount of their repeat purchase days."""
    rows = fit.design.pattern == place
    histories = fit.patterns.histories
    n, x = histories.n[rows], histories.frequency[rows]
    days = int(n @ x)
    spent = float(n @ histories.spend[rows]) / MONEY
    return int(n[x > 0].sum()), spent / days if days and fit.patterns.spent else None
