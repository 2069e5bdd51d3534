"""The share still there at chosen times, as bars with their intervals."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.retention import largest, unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.crossing import FEW
from cxlib.models.kaplan_meier import SurvivalAt
from cxlib.models.retention import GroupRetention, Retention


def retention_at(answer: Retention, look: Look, *, time: float, unit: str, column: str) -> Chart:
    """The share still there at one time, a bar and an interval a group, best first."""
    rows = [
        (one, row)
        for one in answer.groups
        if one.group.column == column
        for row in one.at
        if row.time == time and row.survival is not None
    ]
    rows.sort(key=lambda pair: -(pair[1].survival or 0))
    shown = rows[:20]
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "Still there after {time} {unit}, by {column}",
            time=number(time, ",.0f"),
            unit=unit_name(unit),
            column=column,
        ),
        labels=tuple(one.group.label for one, _ in shown),
        series=(
            Series(
                say("Still there"),
                tuple(
                    Point(
                        row.survival,
                        row.low,
                        row.high,
                        one.curve.n,
                        note=say("{n} at risk then", n=number(row.at_risk, ",d")),
                    )
                    for one, row in shown
                ),
            ),
        ),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        subtitle=look.subtitle(),
        method=say(
            "The height of each Kaplan-Meier curve at the same time, with its log-log limits; n is "
            "the customers of the group."
        ),
        source=look.source,
        n=sum(one.curve.n for one, _ in shown),
        level=look.level,
        click=column,
    )


def at_chosen_times(answer: Retention, look: Look, *, unit: str, column: str | None) -> Chart:
    """The share still there at each of the times asked for, the first time on top.

    Args:
        answer: retention of the total and of each group.
        look: names and level.
        unit: name of the time unit of the durations.
        column: a bar for each group of this column; None for the total.
    """
    shown = largest([one for one in answer.groups if one.group.column == column])
    known = _known(shown)
    times = [time for time in dict.fromkeys(row.time for one in shown for row in one.at)
             if any((one.group, time) in known for one in shown)]  # fmt: skip
    return Chart(
        kind=Kind.INTERVALS,
        title=say("Still there at chosen times")
        if column is None
        else say("Still there at chosen times, by {column}", column=column),
        labels=tuple(
            say("after {time} {unit}", time=number(time, ",g"), unit=unit_name(unit))
            for time in times
        ),
        series=tuple(
            Series(
                one.group.label if column else say("All customers"),
                tuple(_bar(known.get((one.group, time))) for time in times),
            )
            for one in shown
        ),
        axis=Axis(say("Customers still there"), 0, 1, ".0%"),
        subtitle=look.subtitle(),
        method=say(
            "The height of the Kaplan-Meier curve at each time, with its log-log limits; n is the "
            "customers still watched then."
        ),
        source=look.source,
        n=sum(one.curve.n for one in shown),
        level=look.level,
    )


def _known(shown: Sequence[GroupRetention]) -> dict[object, SurvivalAt]:
    return {
        (one.group, row.time): row for one in shown for row in one.at if row.survival is not None
    }


def _bar(row: SurvivalAt | None) -> Point:
    if row is None:
        return Point(None)
    return Point(row.survival, row.low, row.high, row.at_risk, hollow=row.at_risk < FEW)
