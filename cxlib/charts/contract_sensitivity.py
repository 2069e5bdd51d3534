"""Charts of what the assumptions do to the value of a contract."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.contract_words import contract_method
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue
from cxlib.models.contract_sensitivity import Swing
from cxlib.models.contract_terms import Terms


def tornado(
    swings: Sequence[Swing], value: ContractValue, terms: Terms, look: Look, *, unit: str
) -> Chart:
    """How much the value changes with each assumption, the widest first."""
    first = swings[0]
    notes = []
    if any(one.beyond for one in swings):
        notes.append(say("The longer horizon reaches beyond the data."))
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "By these steps, {what} moves the value of {value} most",
            what=_names()[first.what].lower(),
            value=number(value.value, ",.2f"),
        ),
        labels=tuple(_label(one, unit) for one in swings),
        series=(
            Series(
                say("Lower setting"),
                tuple(Point(one.at_below - value.value) for one in swings),
                "neutral",
            ),
            Series(
                say("Higher setting"),
                tuple(Point(one.at_above - value.value) for one in swings),
                "accent",
            ),
        ),
        axis=Axis(say("Change of the value per customer"), form="+,.2f"),
        subtitle=look.selection,
        method=say(
            "One assumption at a time, the others as chosen. Churn: customers leave at so many "
            "times their rate at every time, so that the share still there is S(t) to the power "
            "of the factor (proportional hazards; Cox, 1972). {value}",
            value=contract_method(value.model, terms, unit),
        ),
        source=look.source,
        n=value.n,
        notes=tuple(notes),
    )


def _names() -> dict[str, str]:
    return {
        "margin": say("Margin"),
        "churn": say("Churn"),
        "horizon": say("Horizon"),
        "discount": say("Discount"),
        "growth": say("Growth of the margin"),
    }


def _label(one: Swing, unit: str) -> str:
    """The assumption with both of its settings."""
    form = {"margin": ",.2f", "horizon": ",.0f", "churn": ".0%"}.get(one.what, ".1%")
    name = _names()[one.what]
    if one.what == "horizon":
        name = say("Horizon ({unit})", unit=unit_name(unit))
    return say(
        "{name}: {low} or {high}",
        name=name,
        low=number(one.below, form),
        high=number(one.above, form),
    )


def what_if(
    values: Sequence[Sequence[float]],
    churns: Sequence[float],
    discounts: Sequence[float],
    look: Look,
    *,
    n: int,
) -> Chart:
    """Value per customer by churn (rows) and discount (columns)."""
    return Chart(
        kind=Kind.HEAT,
        title=say("Value per customer, by churn and discount"),
        labels=tuple(number(one, ".0%") for one in discounts),
        series=tuple(
            Series(number(factor, ".0%"), tuple(Point(one) for one in row))
            for factor, row in zip(churns, values, strict=True)
        ),
        axis=Axis(say("Value per customer"), None, None, ",.0f"),
        x_axis=Axis(say("Discount a year; rows: churn, of that observed")),
        subtitle=look.selection,
        method=say(
            "The share still there to the power of the factor of churn, the other assumptions as "
            "chosen. A value is in proportion to the margin."
        ),
        source=look.source,
        n=n,
    )
