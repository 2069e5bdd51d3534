"""Charts of what contracts are worth: by group, and the survival behind the value."""

from __future__ import annotations

from collections.abc import Mapping

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue, Terms
from cxlib.stats.groups import TOTAL, Group

MOST_BARS = 20


def contract_method(model: str, terms: Terms, unit: str) -> str:
    """How the value is computed, with the terms."""
    names = {
        "km": say("Kaplan-Meier survival"),
        "sbg": say("the shifted beta-geometric model (Fader and Hardie, 2007)"),
        "bdw": say("the beta-discrete-Weibull model (Fader and others, 2018)"),
    }
    return say(
        "Expected discounted margin of a new customer over {horizon} {unit}, paid in advance: the "
        "margin of {margin} a period times the share still there, by {model}, discounted at "
        "{discount} a year. Limits by the delta method.",
        horizon=number(terms.horizon, ",d"),
        unit=unit_name(unit),
        margin=number(terms.margin, ",.2f"),
        model=names[model],
        discount=number(terms.discount, ".1%"),
    )


def value_by_group(
    values: Mapping[Group, ContractValue], terms: Terms, look: Look, *, unit: str, column: str
) -> Chart:
    """One bar and one interval a segment value, most valuable first."""
    found = [(group, one) for group, one in values.items() if group.column == column]
    found.sort(key=lambda pair: -pair[1].value)
    shown = found[:MOST_BARS]
    notes = []
    if len(found) > len(shown):
        notes.append(say("The {n} best of {all} groups are shown.", n=len(shown), all=len(found)))
    notes += list(dict.fromkeys(note for _, one in shown for note in one.notes))[:2]
    return Chart(
        kind=Kind.INTERVALS,
        title=say("Value of a customer by {column}", column=column),
        labels=tuple(group.label for group, _ in shown),
        series=(
            Series(
                say("Value"),
                tuple(Point(one.value, one.low, one.high, one.n) for _, one in shown),
            ),
        ),
        axis=Axis(say("Value per customer"), low=0, form=",.0f"),
        subtitle=look.subtitle(),
        method=contract_method(shown[0][1].model, terms, unit) if shown else "",
        source=look.source,
        n=sum(one.n for _, one in found),
        level=look.level,
        click=column,
        notes=tuple(notes),
    )


def expected_payments(
    values: Mapping[Group, ContractValue], terms: Terms, look: Look, *, unit: str
) -> Chart:
    """The share of customers expected to pay in each period of the horizon."""
    one = values[TOTAL]
    periods = range(terms.horizon)
    return Chart(
        kind=Kind.STEPS,
        title=say("Share of customers expected to pay, period by period"),
        series=(
            Series(
                say("All customers"),
                tuple(Point(one.survival[k], x=float(k)) for k in periods),
            ),
        ),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        x_axis=Axis(say("Payments made ({unit})", unit=unit_name(unit)), 0, terms.horizon, ",.0f"),
        subtitle=look.selection,
        method=contract_method(one.model, terms, unit),
        source=look.source,
        n=one.n,
        notes=one.notes,
    )
