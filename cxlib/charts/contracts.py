"""Charts of what contracts are worth: the payments expected, by group, by cohort."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.compared import Compared, Measure, compared_bars
from cxlib.charts.contract_words import contract_method, method_name, value_limits
from cxlib.charts.retention import MOST_POINTS, unit_name
from cxlib.charts.scores import SMALL, Look, p_text
from cxlib.charts.words import UNKNOWN, number
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue
from cxlib.models.contract_groups import Apart, GroupValues
from cxlib.models.contract_terms import Terms
from cxlib.models.stay_curve import StayCurve
from cxlib.stats.groups import TOTAL, Group

ROOM = 200
"""Points of a curve that is computed, not counted."""
MOST_NOTES = 3


def expected_payments(
    curve: StayCurve, value: ContractValue, terms: Terms, look: Look, *, unit: str
) -> Chart:
    """The share of customers expected to make each payment, dashed beyond the data.

    Args:
        curve: how long customers stay.
        value: what that is worth.
        terms: what is paid.
        look: names and level.
        unit: name of the period.
    """
    last = float(terms.times[-1])
    known = min(curve.longest, last)
    tone = "accent" if curve.fit is None else "neutral"
    series = [Series(say("Observed"), observed_points(curve, known), tone)]
    if curve.fit is not None:
        name = method_name(curve.method)
        series.append(Series(name, _fitted(curve, 0.0, known), "accent", smooth=True))
        if last > known:
            title = say("{model}, projected", model=name)
            ahead = _fitted(curve, known, last, limits=True)
            series.append(Series(title, ahead, "accent", dashed=True, smooth=True))
    elif last > known:
        held = curve.curve.survival[-1]
        points = (Point(held, x=known), Point(held, x=last))
        series.append(Series(say("Held at its last value"), points, tone, dashed=True))
    units = unit_name(unit)
    title = say(
        "{share} of new customers are expected to make payment {n} of {n}",
        share=number(float(curve.survival(terms.times[-1:])[0]), ".0%"),
        n=number(terms.horizon, ",d"),
    )
    return Chart(
        kind=Kind.STEPS,
        title=title,
        series=tuple(series),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        x_axis=Axis(say("Time since start ({unit})", unit=units), 0, max(last, 1.0), ",.0f"),
        subtitle=look.subtitle(),
        method=contract_method(curve.method, terms, unit),
        source=look.source,
        n=value.n,
        level=look.level,
        lines=(Line(curve.longest, say("Data end"), vertical=True),) if last > known else (),
        notes=value.notes,
    )


def observed_points(curve: StayCurve, end: float) -> tuple[Point, ...]:
    """The observed curve up to a time; of very many steps every k-th is kept, with the last."""
    seen = curve.curve
    places = [i for i, time in enumerate(seen.times) if time <= end]
    kept = sorted({*places[:: -(-len(places) // MOST_POINTS)], places[-1]})
    points = [
        Point(
            seen.survival[i],
            seen.low[i],
            seen.high[i],
            seen.at_risk[i],
            x=seen.times[i],
            hollow=seen.at_risk[i] < SMALL,
        )
        for i in kept
    ]
    if (points[-1].x or 0.0) < end:
        points.append(replace(points[-1], x=end))
    return tuple(points)


def _fitted(
    curve: StayCurve, start: float, end: float, *, limits: bool = False
) -> tuple[Point, ...]:
    if curve.fit is None:
        return ()
    times = np.linspace(start, end, min(ROOM, max(2, round(4 * (end - start)) + 1)))
    shares = curve.survival(times)
    found = curve.fit.limits(times, level=curve.curve.level) if limits else None
    if found is None:
        return tuple(Point(s, x=t) for t, s in zip(times.tolist(), shares.tolist(), strict=True))
    rows = zip(times.tolist(), shares.tolist(), *(one.tolist() for one in found), strict=True)
    return tuple(
        Point(s, None if np.isnan(low) else low, None if np.isnan(high) else high, x=t)
        for t, s, low, high in rows
    )


def value_by_group(
    found: GroupValues, terms: Terms, look: Look, *, unit: str, column: str
) -> Chart:
    """One bar and one interval a segment value, most valuable first, with what differs said."""
    groups = [group for group in found.values if group.column == column]
    total = found.values[TOTAL]
    bars = [
        Compared(
            group.label,
            _point(found.values[group]),
            found.apart[group].p_adjusted if group in found.apart else None,
        )
        for group in groups
    ]
    method = say(
        "{value} Each group is tested against all others together; p adjusted (Benjamini and "
        "Hochberg, 1995).",
        value=contract_method(total.model, terms, unit),
    )
    axis = Axis(say("Value per customer"), low=0, form=",.0f")
    chart = compared_bars(
        bars,
        Measure(say("Value of a customer"), axis, method),
        look,
        column=column,
        total=Compared(say("All customers"), _point(total)),
    )
    held = total.model == "km" and any(found.values[group].beyond > 0 for group in groups)
    if held or any(bar.p_adjusted is None for bar in bars):
        # Whoever leads may be one without a test, or by what nobody has seen, so nobody is said to.
        title = say("{name} by {column}", name=say("Value of a customer"), column=column)
        chart = replace(chart, title=title)
    return replace(chart, notes=(*chart.notes, *_group_notes(found, groups)))


def _group_notes(found: GroupValues, groups: Sequence[Group]) -> tuple[str, ...]:
    """What is said of a group and not of all customers, and why some groups have no value."""
    total = found.values[TOTAL]
    own = [
        f"{group.label}: {note}"
        for group in groups
        for note in found.values[group].notes
        if note not in total.notes and not (total.beyond > 0 and found.values[group].beyond > 0)
    ]
    if total.beyond > 0:
        own = [*total.notes[-1:], *own]
    refused = [f"{one.label}: {reason}" for one, reason in found.refused.items()]
    return (*own[:MOST_NOTES], *refused[:MOST_NOTES])


def _point(value: ContractValue) -> Point:
    return Point(value.value, value.low, value.high, value.n)


def group_table(found: GroupValues, terms: Terms, look: Look, *, unit: str, column: str) -> Chart:
    """Every group: its value, how much of it no data show, and how it differs from the rest."""
    columns = (
        column,
        say("Customers"),
        say("Left"),
        say("Value"),
        say("Interval"),
        say("Beyond the data"),
        say("Less the rest"),
        say("Interval of the difference"),
        say("p (adjusted)"),
    )
    compared: tuple[str, ...] = ()
    if found.values[TOTAL].model == "km" and any(one.beyond > 0 for one in found.values.values()):
        compared = (
            say(
                "Differences from the rest are of the payments due within the follow-up of both, "
                "since Kaplan-Meier knows nothing of later ones."
            ),
        )
    ranked = sorted(found.values.items(), key=lambda pair: -pair[1].value)
    rows = [
        _group_row(group, one, found.apart.get(group))
        for group, one in ranked
        if group.column == column or group == TOTAL
    ]
    return Chart(
        kind=Kind.TABLE,
        title=say("Value of a customer by {column}: the numbers", column=column),
        subtitle=look.subtitle(),
        method=contract_method(found.values[TOTAL].model, terms, unit),
        source=look.source,
        n=found.values[TOTAL].n,
        level=look.level,
        table=Table(columns, tuple(rows), ("", ",d", ",d", ",.2f", "", ".0%", "+,.2f", "", "")),
        notes=(
            say(
                "Beyond the data: the share of the value that falls due after the longest "
                "follow-up."
            ),
            *compared,
        ),
    )


def _group_row(group: Group, one: ContractValue, apart: Apart | None) -> tuple[Cell, ...]:
    return (
        say("All customers") if group == TOTAL else group.label,
        one.n,
        one.events,
        one.value,
        value_limits(one.low, one.high),
        one.beyond / one.value if one.value else None,
        apart.value if apart else None,
        value_limits(apart.low, apart.high) if apart else UNKNOWN,
        p_text(apart.p_adjusted) if apart and apart.p_adjusted is not None else UNKNOWN,
    )
