"""Purchase models side by side, and beside rules that need no model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from cxlib.errors import Cancelled
from cxlib.locale.speak import say
from cxlib.models.holdout import Prediction, check_prediction
from cxlib.models.purchase_fit import CONTINUOUS, fit_purchases
from cxlib.models.purchase_model import PurchaseFit, expected_purchases
from cxlib.stats.purchases import Histories, Real

SAME_RATE, RECENCY = "same-rate", "recency"
SILENT_SHARE = 1 / 3
"""The recency rule takes a customer to have left who was silent in the last third."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A model or a rule, and how it did on the holdout.

    Attributes:
        name: of the model, or "same-rate" or "recency".
        fit: the model fitted on the calibration; None for a rule.
        bic: parameters x log(customers) - 2 log-likelihood; None for a rule.
        check: prediction against what was bought.
    """

    name: str
    fit: PurchaseFit | None
    bic: float | None
    check: Prediction


@dataclass(frozen=True, slots=True)
class Comparison:
    """All contenders, models first, and the one that is recommended.

    Attributes:
        contenders: models in the order fitted, then the rules.
        best: name of the model with the smallest mean absolute error a customer; total error
            decides between equals.
        useful: whether that model beats both rules.
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
    found = []
    for turn, name in enumerate(models):
        if cancelled is not None and cancelled():
            raise Cancelled("The comparison was stopped.")
        fit = fit_purchases(histories, model=name, unit_days=unit_days)
        predicted = expected_purchases(fit, histories, length)
        count = 2 if fit.no_dropout else 4
        bic = count * log(fit.n) - 2 * fit.log_likelihood
        found.append(Contender(name, fit, bic, check_prediction(predicted, histories)))
        if progress is not None:
            progress((turn + 1) / len(models))
    scale = next((one.fit.history_unit for one in found if one.fit is not None), unit_days)
    rules = [
        Contender(name, None, None, check_prediction(rule * length, histories))
        for name, rule in (
            (SAME_RATE, past_rate(histories, scale)),
            (RECENCY, recent_rate(histories, scale)),
        )
    ]
    best = min(found, key=lambda one: (round(one.check.mae, 6), abs(one.check.error or 0)))
    useful = all(best.check.mae < rule.check.mae for rule in rules)
    return Comparison((*found, *rules), best.name, useful, _verdict(best, rules, useful=useful))


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


def _verdict(best: Contender, rules: Sequence[Contender], *, useful: bool) -> str:
    name = contender_name(best.name)
    if useful:
        return say(
            "{model} predicts the holdout best, and better than both rules of thumb.", model=name
        )
    rule = min(rules, key=lambda one: one.check.mae)
    return say(
        "On this holdout the rule of thumb '{rule}' does as well as any model a customer; {model} "
        "is the best of the models.",
        rule=contender_name(rule.name),
        model=name,
    )
