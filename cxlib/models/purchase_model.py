"""Models of purchases: how often customers will buy, and whether they still are customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.models.beta_geometric import BG_NBD, MBG_NBD
from cxlib.models.bg_bb import BG_BB
from cxlib.models.pareto_nbd import PARETO_NBD
from cxlib.models.purchase_process import PurchaseProcess
from cxlib.models.tuples import Places, Tuples, age_pairs, distinct_tuples
from cxlib.stats.purchases import Histories, Real

PROCESSES: dict[str, PurchaseProcess] = {
    process.name: process for process in (BG_NBD, MBG_NBD, PARETO_NBD, BG_BB)
}
NOTHING = 1e-300
"""What stands in logs for a drop-out parameter of 0."""


@dataclass(frozen=True, slots=True)
class PurchaseFit:
    """A purchase model fitted by maximum likelihood; times in units of `unit_days`.

    Attributes:
        model: "bg-nbd", "mbg-nbd", "pareto-nbd" or "bg-bb".
        parameters: (name, value): r, alpha, a, b (BG/NBD, MBG/NBD), r, alpha, s, beta
            (Pareto/NBD) or alpha, beta, gamma, delta (BG/BB).
        standard_errors: of the parameters, in their order; None where the data do not give them,
            or without drop-out.
        log_covariance: covariance of the logs of the parameters, in their order, 0 for those of a
            drop-out that is not there; None where the data do not give it.
        log_likelihood: at the maximum.
        aic: 2 x parameters estimated - 2 log-likelihood; 4 parameters, 2 without drop-out.
        n: customers.
        unit_days: days in the unit of time.
        no_dropout: whether nobody is seen to leave; the third parameter (a, s or gamma) is then
            0, its neighbour means nothing, and predictions are those of purchases alone.
        notes: whether the fit can be trusted, in sentences.
    """

    model: str
    parameters: tuple[tuple[str, float], ...]
    standard_errors: tuple[float, ...] | None
    log_covariance: tuple[tuple[float, ...], ...] | None
    log_likelihood: float
    aic: float
    n: int
    unit_days: float
    no_dropout: bool
    notes: tuple[str, ...]

    @property
    def process(self) -> PurchaseProcess:
        """The formulas of the model."""
        return PROCESSES[self.model]

    @property
    def theta(self) -> Real:
        """Logs of the parameters, shape (4,)."""
        return np.log([max(value, NOTHING) for _, value in self.parameters])

    @property
    def history_unit(self) -> float:
        """Length of the model's unit in the unit of the histories: days, or 1 for BG/BB."""
        return 1.0 if self.process.whole_units else self.unit_days


def p_alive(fit: PurchaseFit, histories: Histories) -> Real:
    """Probability that each customer is still a customer.

    BG/NBD gives exactly 1 to customers without a repeat purchase, since they had no chance to
    drop out yet; MBG/NBD and Pareto/NBD do not. BG/BB speaks of the next opportunity.

    Args:
        fit: a fitted model.
        histories: shape (k,), in days; for BG/BB in whole units.

    Returns:
        Shape (k,), from 0 to 1.
    """
    tuples, places = distinct_tuples(histories, fit.history_unit)
    return fit.process.likelihood(tuples).alive(fit.theta)[places]


def expected_purchases(
    fit: PurchaseFit, histories: Histories, horizon: float | Sequence[float] | Real
) -> Real:
    """Purchases expected of each customer in the next `horizon` units.

    Args:
        fit: a fitted model.
        histories: shape (k,), in days; for BG/BB in whole units.
        horizon: one length of time above 0, or h of them in ascending order, in units of the
            fit; whole for BG/BB.

    Returns:
        Shape (k,) for one horizon, (k, h) for several.
    """
    times = np.atleast_1d(np.asarray(horizon, float))
    tuples, places = distinct_tuples(histories, fit.history_unit)
    bought = alive_purchases(fit.process, fit.theta, tuples, times, np.eye(times.size))
    bought *= fit.process.likelihood(tuples).alive(fit.theta)[:, None]
    return bought[places, 0] if np.ndim(horizon) == 0 else bought[places]


def alive_purchases(
    process: PurchaseProcess, theta: Real, tuples: Tuples, times: Real, weights: Real
) -> Real:
    """Weighted sums of the purchases expected of customers who are alive.

    Args:
        process: the formulas.
        theta: log parameters.
        tuples: K histories.
        times: lengths of the coming time, ascending, shape (h,).
        weights: shape (h, j).

    Returns:
        Shape (K, j): sum over h of weights[h] E[Y(times[h]) | x, T, alive].
    """
    x, end, places = age_pairs(tuples)
    return process.future(theta, tuples.xs[x], tuples.times[end], times, weights)[places]


def expected_new(fit: PurchaseFit, time: float | Sequence[float] | Real) -> Real:
    """Repeat purchases expected of a new customer up to `time` units after the first purchase.

    Args:
        fit: a fitted model.
        time: one or h lengths of time, at least 0; for BG/BB their whole part counts.

    Returns:
        Shape () for one time, (h,) for several.
    """
    times = np.asarray(time, float)
    return fit.process.fresh(fit.theta, times.ravel()).reshape(times.shape)


@dataclass(frozen=True, slots=True, eq=False)
class FrequencyCounts:
    """Customers by repeat purchases, seen and expected; all arrays have shape (up_to + 1,).

    Attributes:
        frequency: repeat purchases 0, 1, ...; the last stands for itself and all above.
        actual: customers seen with so many.
        expected: customers expected with so many, given how long each has been observed.
    """

    frequency: Places
    actual: Real
    expected: Real


def frequency_pmf(fit: PurchaseFit, histories: Histories, up_to: int = 7) -> FrequencyCounts:
    """How many customers bought 0, 1, ... times, in the data and by the model.

    Args:
        fit: the model fitted to these histories.
        histories: shape (k,), in days; for BG/BB in whole units.
        up_to: the last class, which takes all higher frequencies too; at least 1.
    """
    tuples, _ = distinct_tuples(histories, fit.history_unit)
    expected = np.zeros(up_to + 1)
    customers = np.bincount(tuples.end, tuples.n, tuples.times.size)
    for place in np.flatnonzero(customers):
        share = fit.process.pmf(fit.theta, float(tuples.times[place]), up_to - 1)
        expected += customers[place] * np.append(share, max(0.0, 1 - share.sum()))
    seen = np.minimum(histories.frequency, up_to)
    actual = np.bincount(seen, histories.n, up_to + 1).astype(float)
    return FrequencyCounts(np.arange(up_to + 1), actual, expected)
