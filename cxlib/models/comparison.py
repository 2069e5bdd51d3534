"""Purchase models side by side, and beside rules that need no model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt

import numpy as np

from cxlib.errors import Cancelled
from cxlib.locale.speak import say
from cxlib.metrics.normal import z_of
from cxlib.models.holdout import Prediction, check_prediction
from cxlib.models.purchase_fit import CONTINUOUS, fit_purchases
from cxlib.models.purchase_model import PurchaseFit, expected_purchases
from cxlib.stats.purchases import Histories, Real

SAME_RATE, RECENCY = "same-rate", "recency"
LEVEL = 0.95
"""Confidence level of how much more one contender misses than another."""
SILENT_SHARE = 1 / 3
"""The recency rule takes a customer to have left who was silent in the last third."""


@dataclass(frozen=True, slots=True)
class Lag:
    """How much more a contender misses than the best model, customer by customer.

    Attributes:
        value: mean difference of the absolute errors, in purchases a customer.
        low: lower limit of the mean at 95 %; high: upper limit.
        high: upper limit.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Contender:
    """A model or a rule, and how it did on the holdout.

    Attributes:
        name: of the model, or "same-rate" or "recency".
        fit: the model fitted on the calibration; None for a rule.
        bic: parameters x log(customers) - 2 log-likelihood; None for a rule.
        check: prediction against what was bought.
        lag: how much more it misses than the best model; None for that model.
    """

    name: str
    fit: PurchaseFit | None
    bic: float | None
    check: Prediction
    lag: Lag | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """All contenders, models first, and the one that is recommended.

    Attributes:
        contenders: models in the order fitted, then the rules.
        best: name of the model with the smallest mean absolute error a customer; total error
            decides between equals.
        useful: whether that model has a smaller error than both rules.
        verdict: the recommendation in a sentence.
    """

    contenders: tuple[Contender, ...]
    best: str
    useful: bool
    verdict: str


def compare_models(
    histories: Histories,
    *,
    length: float,
    unit_days: float,
    models: Sequence[str] = CONTINUOUS,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Comparison:
    """Fit models to the calibration and let them predict the holdout, beside two rules.

    The rules: every customer goes on buying at the rate of the calibration; the same, but who
    was silent in the last third of the calibration buys nothing more.

    Args:
        histories: calibration histories with `holdout` counts, in days; for BG/BB in units.
        length: length of the holdout, in units.
        unit_days: days in the unit of time.
        models: names of models in continuous time, or "bg-bb" alone.
        progress: told the share that is done.
        cancelled: asked before each fit whether to stop.

    Raises:
        NotEnoughData: nobody bought again in the calibration.
        Cancelled: `cancelled` said so.

    Source:
        Rules: Wübben & von Wangenheim, Journal of Marketing 72(3), 2008. BIC: Schwarz, Annals of
        Statistics 6(2), 1978.
    """
    found, errors = [], {}
    for turn, name in enumerate(models):
        if cancelled is not None and cancelled():
            raise Cancelled("The comparison was stopped.")
        fit = fit_purchases(histories, model=name, unit_days=unit_days)
        predicted = expected_purchases(fit, histories, length)
        count = 2 if fit.no_dropout else 4
        bic = count * log(fit.n) - 2 * fit.log_likelihood
        found.append(Contender(name, fit, bic, check_prediction(predicted, histories)))
        errors[name] = _misses(predicted, histories)
        if progress is not None:
            progress((turn + 1) / len(models))
    scale = next((one.fit.history_unit for one in found if one.fit is not None), unit_days)
    rules = []
    for name, rate in (
        (SAME_RATE, past_rate(histories, scale)),
        (RECENCY, recent_rate(histories, scale)),
    ):
        rules.append(Contender(name, None, None, check_prediction(rate * length, histories)))
        errors[name] = _misses(rate * length, histories)
    best = min(found, key=lambda one: (round(one.check.mae, 6), abs(one.check.error or 0)))
    useful = all(best.check.mae < rule.check.mae for rule in rules)
    least = errors[best.name]
    told = [
        one if one is best else replace(one, lag=_lag(errors[one.name] - least, histories))
        for one in (*found, *rules)
    ]
    return Comparison(tuple(told), best.name, useful, _verdict(best, told, useful=useful))


def _misses(predicted: Real, histories: Histories) -> Real:
    """The absolute error of a customer with each history."""
    if histories.holdout is None:
        raise ValueError("These histories were read without a holdout.")
    return np.asarray(np.abs(predicted - histories.holdout), float)


def _lag(more: Real, histories: Histories) -> Lag:
    """The mean over customers of what one contender misses more, with limits of the paired mean."""
    n = histories.n.astype(float)
    customers = float(n.sum())
    mean = float(n @ more) / customers
    spread = float(n @ (more - mean) ** 2) / max(1.0, customers - 1)
    half = z_of(LEVEL) * sqrt(spread / customers)
    return Lag(mean, mean - half, mean + half)


def past_rate(histories: Histories, unit_days: float) -> Real:
    """Purchases a unit of each customer in the calibration, x / T; 0 at T = 0."""
    ages = histories.age / unit_days
    return np.divide(histories.frequency, ages, out=np.zeros(ages.size), where=ages > 0)


def recent_rate(histories: Histories, unit_days: float) -> Real:
    """The past rate, or 0 for who was silent in the last third of the whole calibration."""
    silence = histories.age - histories.recency
    still = silence <= SILENT_SHARE * histories.age.max(initial=0)
    return np.where(still, past_rate(histories, unit_days), 0.0)


def contender_name(name: str) -> str:
    """A model or rule as a reader knows it."""
    names = {
        "bg-nbd": "BG/NBD",
        "mbg-nbd": "MBG/NBD",
        "pareto-nbd": "Pareto/NBD",
        "bg-bb": "BG/BB",
        SAME_RATE: say("Rule: same rate as before"),
        RECENCY: say("Rule: same rate, unless silent lately"),
    }
    return names[name]


def _verdict(best: Contender, told: Sequence[Contender], *, useful: bool) -> str:
    """The recommendation; it claims no lead that the errors customer by customer do not show."""
    name = contender_name(best.name)
    rules = [one for one in told if one.fit is None]
    alike = [one for one in told if one.lag is not None and one.lag.low <= 0]
    if useful and not alike:
        return say(
            "{model} predicts the holdout best, and better than both rules of thumb.", model=name
        )
    if useful:
        return say(
            "{model} misses least on the holdout; not told apart from it: {others}.",
            model=name,
            others=", ".join(contender_name(one.name) for one in alike),
        )
    rule = min(rules, key=lambda one: one.check.mae)
    return say(
        "On this holdout the rule of thumb '{rule}' does as well as any model a customer; {model} "
        "is the best of the models.",
        rule=contender_name(rule.name),
        model=name,
    )
