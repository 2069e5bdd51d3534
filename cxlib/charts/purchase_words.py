"""What purchase models are called, how values are computed, and what P(alive) means in each."""

from __future__ import annotations

from cxlib.charts.scores import Look
from cxlib.charts.time_words import span
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.bootstrap import ValueInterval
from cxlib.models.customer_value import ValueEstimate
from cxlib.models.purchase_model import PurchaseFit

WHOLE = 100
"""An amount from which cents do not matter."""


def short_name(model: str) -> str:
    """The model's name without its source."""
    names = {
        "bg-nbd": "BG/NBD",
        "mbg-nbd": "MBG/NBD",
        "pareto-nbd": "Pareto/NBD",
        "bg-bb": "BG/BB",
    }
    return names[model]


def model_name(model: str) -> str:
    """The model's name as the literature writes it."""
    names = {
        "bg-nbd": "BG/NBD (Fader, Hardie & Lee, 2005)",
        "mbg-nbd": "MBG/NBD (Batislam, Denizel & Filiztekin, 2007)",
        "pareto-nbd": "Pareto/NBD (Schmittlein, Morrison & Colombo, 1987)",
        "bg-bb": "BG/BB (Fader, Hardie & Shang, 2010)",
    }
    return names[model]


def unit_singular(unit: str) -> str:
    """One unit of time within a sentence."""
    names = {"day": say("day"), "week": say("week"), "month": say("month"), "year": say("year")}
    return names[unit]


def alive_words(fit: PurchaseFit) -> str:
    """What P(alive) means in the fitted model, in one sentence."""
    if fit.no_dropout:
        return say("These data show nobody leaving, so everybody counts as still a customer.")
    words = {
        "bg-nbd": say(
            "BG/NBD gives 100% to customers who bought once: in it a customer can leave only after "
            "a repeat purchase."
        ),
        "mbg-nbd": say(
            "In MBG/NBD a customer can leave after any purchase, the first one included."
        ),
        "pareto-nbd": say("In Pareto/NBD a customer can leave at any time, unseen."),
        "bg-bb": say(
            "In BG/BB a customer can leave before any occasion; P(alive) is for the next one."
        ),
    }
    return words[fit.model]


def value_method(value: ValueEstimate, unit: str) -> str:
    """How values are computed, with the terms."""
    return say(
        "Purchases by {model}, spend by Gamma-Gamma (Fader and Hardie, 2013). Value: expected "
        "purchases in each {unit} of the next {time} times expected spend times a margin of "
        "{margin}, discounted at {discount} a year. Limits: percentiles of models refitted to "
        "customers drawn anew or, from 20,000 customers on, of parameters drawn from their normal "
        "distribution with the sandwich covariance (White, 1982); they hold for the parameters, "
        "not for what a single customer does.",
        model=model_name(value.fit.model),
        time=span(value.horizon, unit),
        unit=unit_singular(unit),
        margin=number(value.margin, ".0%"),
        discount=number(value.discount, ".1%"),
    )


def money_form(largest: float | None) -> str:
    """How amounts are written: small ones with cents.

    Args:
        largest: the largest of them, in the currency; None where it is unknown.
    """
    return ",.0f" if largest is None or abs(largest) >= WHOLE else ",.2f"


def limits_line(look: Look, limits: ValueInterval | None) -> str:
    """The subtitle: selection, and the level where there are limits."""
    return look.subtitle() if limits is not None else look.selection


def waiting(limits: ValueInterval | None) -> tuple[str, ...]:
    """What to say of values that have no limits yet."""
    if limits is not None:
        return ()
    return (say("Without limits: they are still being computed, or were stopped."),)
