"""What a projection of retention says, in words: what to believe, its test, and the guess in it."""

from __future__ import annotations

from cxlib.charts.retention import unit_name
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.projection import Projected, Projection

FAR = 0.05
"""Plausible models this far apart at the horizon, as a fraction, make it a guess."""
WRONG = 0.05
"""A mean error in the holdout of this much, as a fraction, is a failed test."""


def model_name(model: str) -> str:
    """A model as readers know it."""
    names = {
        "exponential": say("Exponential"),
        "weibull": "Weibull",
        "log-normal": say("Log-normal"),
        "log-logistic": say("Log-logistic"),
        "sbg": "sBG",
        "bdw": "BdW",
    }
    return names[model]


def verdict(found: Projection, *, unit: str) -> tuple[str, ...]:
    """What to believe, in sentences: the projection, its test, and the guess in it."""
    best = found.recommended
    end = best.survival[-1]
    limits = limits_text(end)
    units = unit_name(unit)
    first = say(
        "{model} is recommended: {share} are still there after {horizon} {unit}{limits}.",
        model=model_name(found.best),
        share=number(end.survival, ".1%"),
        horizon=number(found.horizon, ",d"),
        unit=units,
        limits=f" ({limits})" if limits else "",
    )
    return (first, *tested(found, units), *guess(found, units))


def limits_text(point: Projected) -> str:
    """The limits of a projected share; empty where the model has none."""
    if point.low is None:
        return ""
    return say("{low} to {high}", low=number(point.low, ".1%"), high=number(point.high, ".1%"))


def projection_method() -> str:
    """How the models are fitted and chosen, with the sources."""
    return say(
        "Observed: Kaplan-Meier (1958). Models: exponential, Weibull, log-normal and log-logistic "
        "laws, the shifted beta-geometric (sBG; Fader and Hardie, 2007) and the "
        "beta-discrete-Weibull (BdW; Fader and others, 2018), all fitted by maximum likelihood to "
        "departures per whole period, so that AIC compares them. Limits by the delta method on "
        "log(-log S) say how sure the parameters are if the model is right. Recommended: within "
        "10 of the lowest AIC, the one that erred least in the holdout."
    )


def tested(found: Projection, units: str) -> tuple[str, ...]:
    """How well the recommended model foresaw the holdout, and whether another did better."""
    held = found.holdout
    mine = held.of(found.best) if held else None
    if held is None or mine is None:
        return (say("The data are too short to test whether the models would have foreseen them."),)
    said = {
        "cut": number(held.cut, ",d"),
        "last": number(held.times[-1], ",d"),
        "unit": units,
        "error": number(100 * mine.mae, ",.1f"),
        "end": number(100 * mine.error, "+,.1f"),
    }
    if mine.mae > WRONG:
        sentences = [
            say(
                "It failed its test: fitted to the first {cut} {unit}, it was off by {error} "
                "percentage points on average up to {last}, and by {end} at the end.",
                **said,
            )
        ]
    else:
        sentences = [
            say(
                "Fitted to the first {cut} {unit}, it was off by {error} percentage points on "
                "average up to {last}, and by {end} at the end.",
                **said,
            )
        ]
    first = held.models[0]
    if first.model != found.best and mine.mae - first.mae > 0.01:
        sentences.append(
            say(
                "{model} foresaw that better, off by {error} points, but fits the whole data "
                "much worse.",
                model=model_name(first.model),
                error=number(100 * first.mae, ",.1f"),
            )
        )
    return tuple(sentences)


def guess(found: Projection, units: str) -> tuple[str, ...]:
    """How far plausible models are apart at the horizon."""
    if not found.beyond or len(found.plausible) < 2:
        return ()
    said = {
        "n": len(found.plausible),
        "low": number(found.low, ".1%"),
        "high": number(found.high, ".1%"),
        "horizon": number(found.horizon, ",d"),
        "unit": units,
    }
    if found.high - found.low > FAR:
        return (
            say(
                "The tail is a guess: {n} models that describe the data about as well say {low} to "
                "{high} after {horizon} {unit}.",
                **said,
            ),
        )
    return (
        say(
            "{n} models that describe the data about as well say {low} to {high} after {horizon} "
            "{unit}.",
            **said,
        ),
    )
