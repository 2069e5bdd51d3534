"""The chart of when a customer on contract has paid back what winning them cost."""

from __future__ import annotations

from dataclasses import replace
from math import isnan

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.contract_words import contract_method
from cxlib.charts.retention import MOST_POINTS, unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue
from cxlib.models.contract_payback import Payback
from cxlib.models.contract_terms import Terms


def payback_chart(
    found: Payback, value: ContractValue, terms: Terms, look: Look, *, unit: str
) -> Chart:
    """Margin of a new customer added up, dashed beyond the data, and the cost."""
    units = unit_name(unit)
    within = [i for i, time in enumerate(found.times.tolist()) if time <= found.longest]
    series = [Series(say("A new customer"), _points(found, within), "accent")]
    ahead = list(range(max(0, len(within) - 1), len(found.times)))
    beyond = len(ahead) > 1
    if beyond:
        name = say("Beyond the data")
        series.append(Series(name, _points(found, ahead), "accent", dashed=True))
    series = [one for one in series if one.points]
    # A step is seen by what follows it, so the last sum is held for one more period.
    end = replace(series[-1].points[-1], x=float(found.times[-1]) + 1)
    series[-1] = replace(series[-1], points=(*series[-1].points, end))
    lines = [Line(found.cost, say("Cost of winning one"))] if found.cost > 0 else []
    if beyond:
        lines.append(Line(found.longest, say("Data end"), vertical=True))
    return Chart(
        kind=Kind.STEPS,
        title=_title(found, units),
        series=tuple(series),
        axis=Axis(say("Discounted margin so far"), 0, None, ",.0f"),
        x_axis=Axis(say("Time since start ({unit})", unit=units), 0, end.x, ",.0f"),
        subtitle=look.subtitle(),
        method=contract_method(value.model, terms, unit),
        source=look.source,
        n=value.n,
        level=look.level,
        lines=tuple(lines),
        notes=payback_notes(found, units),
    )


def payback_notes(found: Payback, units: str) -> tuple[str, ...]:
    """When the limits pay back, when a customer who never leaves does, and what is beyond."""
    if found.cost <= 0:
        return ()
    never = say("never in this horizon")
    notes = []
    if not isnan(found.low[-1]):
        notes.append(
            say(
                "Paid back between {early} and {late} {unit} by the limits of the value.",
                early=never if found.earliest is None else number(found.earliest, ",.0f"),
                late=never if found.latest is None else number(found.latest, ",.0f"),
                unit=units,
            )
        )
    if found.stayer is not None:
        notes.append(
            say(
                "A customer who never leaves pays it back after {time} {unit}, without discount: "
                "the usual payback time, which counts no churn.",
                time=number(found.stayer, ",.0f"),
                unit=units,
            )
        )
    if found.break_even is not None and found.break_even > found.longest:
        notes.append(say("The break-even lies beyond the data, so it is a projection."))
    return tuple(notes)


def _title(found: Payback, units: str) -> str:
    cost = number(found.cost, ",.0f")
    if found.cost <= 0:
        return say("A new customer is worth {value}", value=number(float(found.value[-1]), ",.0f"))
    if found.break_even is None:
        return say(
            "A new customer does not pay back {cost} within {time} {unit}",
            cost=cost,
            time=number(float(found.times[-1]), ",.0f"),
            unit=units,
        )
    if found.break_even == 0:
        return say("A new customer pays back {cost} with the first payment", cost=cost)
    return say(
        "A new customer pays back {cost} with the payment after {time} {unit}",
        cost=cost,
        time=number(found.break_even, ",.0f"),
        unit=units,
    )


def _points(found: Payback, places: list[int]) -> tuple[Point, ...]:
    """Sums at some payments; of very many every k-th is kept, with the last."""
    stride = max(1, -(-len(places) // MOST_POINTS))
    kept = sorted({*places[::stride], *places[-1:]})
    return tuple(
        Point(
            float(found.value[i]),
            _known(float(found.low[i])),
            _known(float(found.high[i])),
            x=float(found.times[i]),
        )
        for i in kept
    )


def _known(value: float) -> float | None:
    return None if isnan(value) else value
