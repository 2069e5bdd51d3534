"""What is said of columns that go together with buying and with dropping out."""

from __future__ import annotations

from cxlib.charts.scores import p_text
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.purchase_covariates import CovariateFit
from cxlib.models.purchase_effects import ACTS, BUYING, ColumnEffect

SURE = 0.05
RATIO = ",.2f"


def verdicts(fit: CovariateFit) -> list[str]:
    """What was found, in sentences: does it fit better, which columns matter, and how much."""
    found = [better(fit)]
    for act in ACTS:
        own = [one for one in fit.tests if one.act == act]
        found += [_strongest(fit, one) for one in own if _sure(one)]
        unsure = ", ".join(one.column for one in own if not _sure(one))
        if unsure and act == BUYING:
            found.append(
                say(
                    "No proven connection with buying, all other chosen columns equal: {columns}.",
                    columns=unsure,
                )
            )
        elif unsure:
            found.append(
                say(
                    "No proven connection with dropping out, all other chosen columns equal: "
                    "{columns}.",
                    columns=unsure,
                )
            )
    return [*found, not_a_cause()]


def better(fit: CovariateFit) -> str:
    """Whether the columns improve the model, in one sentence."""
    values = {
        "statistic": number(fit.ratio_statistic, ",.1f"),
        "degrees": fit.ratio_degrees,
        "p": p_text(fit.ratio_p),
        "aic": number(fit.aic - fit.plain.aic, "+,.1f"),
    }
    if fit.ratio_p < SURE:
        return say(
            "The columns make the model fit better: likelihood ratio {statistic} with {degrees} "
            "degrees of freedom, p {p}; AIC {aic}.",
            **values,
        )
    return say(
        "The columns do not make the model fit better beyond chance: likelihood ratio {statistic} "
        "with {degrees} degrees of freedom, p {p}; AIC {aic}.",
        **values,
    )


def not_a_cause() -> str:
    """What no model of records can say."""
    return say(
        "Multipliers say what goes together with buying, all other chosen columns equal; not that "
        "it is the cause."
    )


def finding(fit: CovariateFit) -> str:
    """Which columns go together with what, as a title."""
    buying, dropping = (
        ", ".join(one.column for one in fit.tests if one.act == act and _sure(one)) for act in ACTS
    )
    if buying and dropping:
        return say(
            "Goes together with buying: {buying}; with dropping out: {dropping}",
            buying=buying,
            dropping=dropping,
        )
    if buying:
        return say("Goes together with buying: {columns}", columns=buying)
    if dropping:
        return say("Goes together with dropping out: {columns}", columns=dropping)
    return say("No column goes together with buying or dropping out beyond chance")


def multiplied(fit: CovariateFit, act: str) -> str:
    """What the multipliers of an act multiply."""
    if act == BUYING:
        return say("Rate of buying")
    if fit.model == "pareto-nbd":
        return say("Rate of dropping out")
    return say("Odds of dropping out after a purchase")


def _sure(one: ColumnEffect) -> bool:
    return one.p_adjusted is not None and one.p_adjusted < SURE


def _strongest(fit: CovariateFit, test: ColumnEffect) -> str:
    """The surest multiplier of a column, with its limits."""
    own = [one for one in fit.effects if (one.act, one.column) == (test.act, test.column)]
    first = min(own, key=lambda one: 1.0 if one.p is None else one.p)
    values = {
        "column": first.column,
        "level": first.level,
        "baseline": first.baseline,
        "ratio": number(first.multiplier, RATIO),
        "low": number(first.low, RATIO),
        "high": number(first.high, RATIO),
    }
    if test.act == BUYING:
        return say(
            "{column}: customers of {level} buy at {ratio} times the rate of those of {baseline} "
            "({low} to {high}).",
            **values,
        )
    if fit.model == "pareto-nbd":
        return say(
            "{column}: customers of {level} drop out at {ratio} times the rate of those of "
            "{baseline} ({low} to {high}).",
            **values,
        )
    return say(
        "{column}: customers of {level} drop out after a purchase at {ratio} times the odds of "
        "those of {baseline} ({low} to {high}).",
        **values,
    )
