"""Charts of contract values by when customers started: of new ones, and of those still there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.contract_words import contract_method, method_name
from cxlib.charts.scores import SMALL, Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue
from cxlib.models.contract_equity import Equity
from cxlib.models.contract_terms import Terms


def value_by_cohort(
    values: Mapping[str, ContractValue], terms: Terms, look: Look, *, unit: str, young: int = 0
) -> Chart:
    """What a customer is worth by when they started; hollow where it lies partly beyond the data.

    Args:
        values: by the name of the cohort, earliest first.
        terms: what is paid.
        look: names and level.
        unit: name of the period.
        young: cohorts that cannot be compared yet.
    """
    points = tuple(
        replace(Point(one.value, one.low, one.high, one.n), hollow=one.beyond > 0 or one.n < SMALL)
        for one in values.values()
    )
    model = next(iter(values.values())).model
    notes = []
    if any(point.hollow for point in points):
        notes.append(
            say(
                "Hollow: fewer than {n} customers, or part of the value lies beyond what was "
                "watched of the cohort.",
                n=SMALL,
            )
        )
    if young:
        notes.append(say("Not shown: {n} cohorts that were not watched for so long.", n=young))
    return Chart(
        kind=Kind.LINE,
        title=say(
            "Value of the first {n} payments, by when customers started",
            n=number(terms.horizon, ",d"),
        ),
        labels=tuple(values),
        series=(Series(say("Value per customer"), points),),
        axis=Axis(say("Value per customer"), 0, None, ",.0f"),
        subtitle=look.subtitle(),
        method=contract_method(model, terms, unit),
        source=look.source,
        n=sum(one.n for one in values.values()),
        level=look.level,
        notes=tuple(notes),
    )


def equity_by_cohort(found: Mapping[str, Equity], model: str, terms: Terms, look: Look) -> Chart:
    """What the customers still there are expected to pay, by when they started.

    Args:
        found: by the name of the cohort, earliest first, or of the whole.
        model: name of the model.
        terms: what is paid.
        look: names and level.
    """
    there = sum(one.there for one in found.values())
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "The {n} customers still there are worth {total}",
            n=number(there, ",d"),
            total=number(sum(one.total for one in found.values()), ",.0f"),
        ),
        labels=tuple(found),
        series=(
            Series(
                say("Value to come"),
                tuple(Point(one.total, one.low, one.high, one.there) for one in found.values()),
            ),
        ),
        axis=Axis(say("Value to come"), 0, None, ",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "The next {horizon} payments of each customer still there, n, discounted to the day "
            "last seen, times the share who make them of those who came as far: S(age + k) / "
            "S(age) by {model}, one curve for all cohorts (Fader and Hardie, 2010). Margin "
            "{margin} a period, growing {growth} a year, discount {discount} a year. Limits by the "
            "delta method.",
            horizon=number(terms.horizon, ",d"),
            model=method_name(model),
            margin=number(terms.margin, ",.2f"),
            growth=number(terms.growth, ".1%"),
            discount=number(terms.discount, ".1%"),
        ),
        source=look.source,
        n=there,
        level=look.level,
    )
