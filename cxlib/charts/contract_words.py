"""What charts of contract values say alike: the method with its terms, names, limits."""

from __future__ import annotations

from cxlib.charts.projection_words import model_name
from cxlib.charts.retention import unit_name
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.contract_terms import Terms


def method_name(method: str) -> str:
    """A way to tell how long customers stay, as readers know it."""
    return "Kaplan-Meier" if method == "km" else model_name(method)


def contract_method(method: str, terms: Terms, unit: str) -> str:
    """How the value is computed, with the terms."""
    said = {
        "horizon": number(terms.horizon, ",d"),
        "unit": unit_name(unit),
        "margin": number(terms.margin, ",.2f"),
        "model": survival_words(method),
        "discount": number(terms.discount, ".1%"),
    }
    if terms.arrears:
        text = say(
            "Expected discounted margin of a new customer over {horizon} {unit}, paid in arrears: "
            "the margin of {margin} a period times the share still there at its end, by {model}, "
            "discounted at {discount} a year. Limits by the delta method.",
            **said,
        )
    else:
        text = say(
            "Expected discounted margin of a new customer over {horizon} {unit}, paid in advance: "
            "the margin of {margin} a period times the share still there, by {model}, discounted "
            "at {discount} a year. Limits by the delta method.",
            **said,
        )
    if not terms.growth:
        return text
    grows = say(
        "The margin of those who stay grows by {growth} a year.", growth=number(terms.growth, ".1%")
    )
    return f"{text} {grows}"


def survival_words(method: str) -> str:
    """The method as a sentence names it, with its source."""
    names = {
        "km": say("Kaplan-Meier survival"),
        "sbg": say("the shifted beta-geometric model (Fader and Hardie, 2007)"),
        "bdw": say("the beta-discrete-Weibull model (Fader and others, 2018)"),
        "exponential": say("the exponential law, constant churn"),
        "weibull": say("the Weibull law (1951)"),
        "log-normal": say("the log-normal law"),
        "log-logistic": say("the log-logistic law"),
    }
    return names[method]


def value_limits(low: float | None, high: float | None) -> str:
    """Limits as "37.20 to 42.40"; a dash where they are not known."""
    if low is None or high is None:
        return UNKNOWN
    return say("{low} to {high}", low=number(low, ",.2f"), high=number(high, ",.2f"))
