"""Charts of when customers leave: the cumulative hazard and the smoothed rate of leaving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.retention import MOST_CURVES, MOST_POINTS, thin_place, unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.hazard import CumulativeHazard, SmoothHazard
from cxlib.stats.groups import Group

Found = TypeVar("Found", CumulativeHazard, SmoothHazard)


def cumulative_hazards(
    hazards: Mapping[Group, CumulativeHazard], look: Look, *, unit: str, column: str | None
) -> Chart:
    """How much leaving customers have been exposed to by each time.

    Args:
        hazards: by group; those of another column are not drawn.
        look: names and level.
        unit: name of the time unit of the durations.
        column: draw the groups of this column; None for the total.
    """
    shown = _shown(hazards, column)
    return Chart(
        kind=Kind.STEPS,
        title=say("Exposure to leaving adds up over time"),
        series=tuple(Series(_label(group), _stairs(one)) for group, one in shown.items()),
        axis=Axis(say("Cumulative hazard"), 0, None, ",.2f"),
        x_axis=_across(unit, [one.times[-1] for one in shown.values()]),
        subtitle=look.subtitle(),
        method=say(
            "Nelson-Aalen (1969, 1978): the departures at each time over the customers still "
            "watched, added up. Where the line is straight customers leave at an even rate, where "
            "it gets steeper they leave faster. Limits are symmetric in the logarithm."
        ),
        source=look.source,
        n=sum(one.n for one in shown.values()),
        level=look.level,
        notes=_cut(hazards, shown, column),
    )


def rates_of_leaving(
    rates: Mapping[Group, SmoothHazard], look: Look, *, unit: str, column: str | None
) -> Chart:
    """The share of those still there who leave per unit of time, smoothed.

    Args:
        rates: by group; those of another column are not drawn.
        look: names and level.
        unit: name of the time unit of the durations.
        column: draw the groups of this column; None for the total.
    """
    shown = _shown(rates, column)
    units = unit_name(unit)
    widths = "; ".join(
        say("{group}: {width}", group=_label(group), width=number(one.bandwidth, ",.3g"))
        for group, one in shown.items()
    )
    return Chart(
        kind=Kind.STEPS,
        title=say("When customers leave")
        if column is None
        else say("When customers leave, by {column}", column=column),
        series=tuple(
            Series(_label(group), _smooth(one), smooth=True) for group, one in shown.items()
        ),
        axis=Axis(_per(unit), 0, None, ".1%"),
        x_axis=_across(unit, [one.times[-1] for one in shown.values()]),
        subtitle=look.subtitle(),
        method=say(
            "Of those still there, the share that leaves per unit of time: the steps of the "
            "Nelson-Aalen estimate smoothed by Epanechnikov's kernel (Ramlau-Hansen, 1983), with "
            "skewed kernels at both ends (Mueller and Wang, 1994). Limits hold at one time each, "
            "are symmetric in the logarithm and leave out the bias of smoothing."
        ),
        source=look.source,
        n=sum(one.n for one in shown.values()),
        level=look.level,
        notes=(
            say("Bandwidth in {unit}: {widths}.", unit=units, widths=widths),
            *_cut(rates, shown, column),
        ),
    )


def _per(unit: str) -> str:
    return {
        "day": say("Leaving per day, of those still there"),
        "week": say("Leaving per week, of those still there"),
        "month": say("Leaving per month, of those still there"),
        "year": say("Leaving per year, of those still there"),
    }[unit]


def _label(group: Group) -> str:
    return group.label if group.column else say("All customers")


def _across(unit: str, ends: Sequence[float]) -> Axis:
    title = say("Time since start ({unit})", unit=unit_name(unit))
    return Axis(title, 0, max(ends, default=1.0) or 1.0, ",.0f")


def _stairs(one: CumulativeHazard) -> tuple[Point, ...]:
    """The staircase as points; of very many steps every k-th is kept, with the last."""
    stride = -(-len(one.times) // MOST_POINTS)
    kept = sorted({*range(0, len(one.times), stride), len(one.times) - 1})
    thin = thin_place(one.at_risk)
    return tuple(
        Point(one.hazard[i], one.low[i], one.high[i], one.at_risk[i], one.times[i], i >= thin)
        for i in kept
    )


def _smooth(one: SmoothHazard) -> tuple[Point, ...]:
    thin = thin_place(one.at_risk)
    rows = zip(one.rate, one.low, one.high, one.at_risk, one.times, strict=True)
    return tuple(
        Point(y, low, high, n, x, place >= thin) for place, (y, low, high, n, x) in enumerate(rows)
    )


def _shown(found: Mapping[Group, Found], column: str | None) -> dict[Group, Found]:
    """The largest groups of a column, by name."""
    mine = [group for group in found if group.column == column]
    mine.sort(key=lambda group: -found[group].n)
    return {group: found[group] for group in sorted(mine[:MOST_CURVES], key=lambda one: one.label)}


def _cut(
    found: Mapping[Group, object], shown: Mapping[Group, object], column: str | None
) -> tuple[str, ...]:
    several = sum(group.column == column for group in found) > len(shown)
    return (say("The {n} largest groups are drawn.", n=len(shown)),) if several else ()
