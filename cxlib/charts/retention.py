"""Charts of how long customers stay: curves with their at-risk table, medians, means."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.crossing import FEW
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.models.log_rank import EVEN, Weighting, Weights
from cxlib.models.retention import GroupRetention, Retention
from cxlib.stats.groups import Group

MOST_CURVES = 5
MOST_POINTS = 400


def unit_name(unit: str) -> str:
    """The plural of a time unit for an axis."""
    names = {"day": say("days"), "week": say("weeks"), "month": say("months"), "year": say("years")}
    return names[unit]


def survival_curves(
    answer: Retention, look: Look, *, unit: str, column: str | None, gone: bool = False
) -> Chart:
    """Retention curves with limits and the customers still at risk underneath.

    Where fewer than `FEW` customers are watched to the end, the curve is faint.

    Args:
        answer: retention of the total and of each group.
        look: names and level.
        unit: name of the time unit of the durations.
        column: draw the groups of this column; None for the total.
        gone: draw the share that has left instead of the share still there.
    """
    found = [one for one in answer.groups if one.group.column == column]
    shown = largest(found)
    longest = max((one.curve.longest for one in shown), default=1.0)
    ticks, still = _ticks(longest), say("Customers still there")
    notes = list(answer.notes)
    if len(found) > len(shown):
        notes.insert(0, say("The {n} largest groups are drawn.", n=len(shown)))
    return Chart(
        kind=Kind.STEPS,
        title=_title(answer, column, unit),
        series=tuple(
            Series(one.group.label if column else say("All customers"), _steps(one.curve, gone))
            for one in shown
        ),
        axis=Axis(say("Customers who have left") if gone else still, 0, 1, ".0%"),
        x_axis=Axis(say("Time since start ({unit})", unit=unit_name(unit)), 0, longest, ",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "Kaplan-Meier (1958): customers who are still there are counted up to the day they "
            "were last seen, not as leavers. Limits are log-log with Greenwood's variance."
        )
        + f" {compared_by(answer, column)}".rstrip(),
        source=look.source,
        n=sum(one.curve.n for one in shown),
        level=look.level,
        below=_at_risk(shown, ticks, unit),
        notes=tuple(notes),
    )


def summary_table(answer: Retention, look: Look, *, unit: str) -> Chart:
    """Median, mean time active and tests for every group, as a table."""
    units = unit_name(unit)
    columns = (
        say("Group"),
        "n",
        say("Left"),
        say("Median ({unit})", unit=units),
        say("Interval of the median"),
        say("Mean active ({unit})", unit=units),
        say("Interval of the mean"),
        say("Adjusted p"),
    )
    rows: list[tuple[Cell, ...]] = [_summary_row(one) for one in answer.groups]
    tau = next((one.tau for one in answer.groups if one.tau is not None), None)
    notes = []
    if tau is not None:
        notes.append(
            say(
                "Mean active: expected {unit} within the first {tau}.",
                unit=units,
                tau=number(tau, ",.0f"),
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Medians and means"),
        subtitle=look.subtitle(),
        method=say(
            "Median: the first time by which half have left; a dash where the curve stays above "
            "one half. Mean: the area under the curve up to the limit (RMST) with the variance of "
            "Royston and Parmar (2013). The p-value compares a group with all others by the "
            "{test}, adjusted by Benjamini and Hochberg.",
            test=named_test(answer.tests[0].result.weights if answer.tests else EVEN),
        ),
        source=look.source,
        n=next((one.curve.n for one in answer.groups if one.group == Group()), None),
        level=look.level,
        table=Table(columns, tuple(rows), ("", ",d", ",d", ",.1f", "", ",.2f", "", "")),
        notes=tuple(notes),
    )


def _summary_row(one: GroupRetention) -> tuple[Cell, ...]:
    curve, mean = one.curve, one.mean
    median_limits = _limits(curve.median_low, curve.median_high, ",.1f")
    mean_limits = _limits(mean.low, mean.high, ",.2f") if mean else "–"
    return (
        one.group.label if one.group.column else say("All customers"),
        curve.n,
        curve.deaths,
        curve.median,
        median_limits,
        mean.value if mean else None,
        mean_limits,
        p_text(one.p_adjusted),
    )


def _limits(low: float | None, high: float | None, form: str) -> str:
    """Limits in words; an upper limit that is not reached is said to be so."""
    if low is None:
        return "–"
    top = number(high, form) if high is not None else say("not reached")
    return say("{low} to {high}", low=number(low, form), high=top)


def _title(answer: Retention, column: str | None, unit: str) -> str:
    total = next((one for one in answer.groups if one.group == Group()), None)
    if column is None:
        median = total.curve.median if total else None
        if median is None:
            return say("More than half of the customers are still there")
        return say(
            "Half of the customers leave within {time} {unit}",
            time=number(median, ",.1f" if median < 10 else ",.0f"),
            unit=unit_name(unit),
        )
    test = next((one for one in answer.tests if one.column == column), None)
    if test is None:
        return say("Retention by {column}", column=column)
    if test.result.p_value < 0.05:
        return say("Retention differs by {column}", column=column)
    return say("Retention by {column}: no proven difference", column=column)


def largest(found: Sequence[GroupRetention]) -> list[GroupRetention]:
    """The largest groups, as many as can be told apart, by name."""
    ranked = sorted(found, key=lambda one: -one.curve.n)
    return sorted(ranked[:MOST_CURVES], key=lambda one: one.group.label)


def thin_place(at_risk: Sequence[int]) -> int:
    """The place from which fewer than `FEW` customers are watched to the end."""
    enough = [place for place, n in enumerate(at_risk) if n >= FEW]
    return enough[-1] + 1 if enough else 0


def named_test(weights: Weights) -> str:
    """A test of the log-rank family, for a reader."""
    return {
        Weighting.LOG_RANK: say("log-rank test (Mantel, 1966)"),
        Weighting.WILCOXON: say("generalised Wilcoxon test (Gehan, 1965; Breslow, 1970)"),
        Weighting.TARONE_WARE: say("Tarone-Ware test (1977)"),
        Weighting.PETO: say("Peto-Peto test (1972)"),
        Weighting.FLEMING_HARRINGTON: say(
            "Fleming-Harrington test (1981) with powers {p} and {q}",
            p=number(weights.p, "g"),
            q=number(weights.q, "g"),
        ),
    }[weights.kind]


def compared_by(answer: Retention, column: str | None) -> str:
    """Which test compares the groups of a column, in a sentence; empty without one."""
    test = next((one for one in answer.tests if one.column == column), None)
    if column is None or test is None:
        return ""
    return say("Groups are compared by the {test}.", test=named_test(test.result.weights))


def _steps(curve: SurvivalCurve, gone: bool) -> tuple[Point, ...]:
    """The curve as points; of very many steps every k-th is kept, with the last."""
    places = [i for i, n in enumerate(curve.events) if n > 0 or i in (0, len(curve.times) - 1)]
    stride = -(-len(places) // MOST_POINTS)
    kept = sorted({*places[::stride], places[-1]})
    thin = thin_place(curve.at_risk)
    return tuple(_point(curve, i, gone=gone, thin=i >= thin) for i in kept)


def _point(curve: SurvivalCurve, place: int, *, gone: bool, thin: bool) -> Point:
    y, low, high = curve.survival[place], curve.low[place], curve.high[place]
    if gone:
        y, low, high = 1 - y, None if high is None else 1 - high, None if low is None else 1 - low
    return Point(y, low, high, curve.at_risk[place], x=curve.times[place], hollow=thin)


def _ticks(longest: float) -> list[float]:
    """About six round times from 0 to the longest follow-up."""
    sizes = [base * 10**power for power in range(-2, 6) for base in (1, 2, 3, 5, 6)]
    step = next((size for size in sizes if longest / size <= 7), longest)
    return [i * step for i in range(int(longest / step) + 1)]


def _at_risk(shown: Sequence[GroupRetention], ticks: Sequence[float], unit: str) -> Table:
    head = say("Still watched at ({unit})", unit=unit_name(unit))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.group.label if one.group.column else say("All customers"),
            *(one.curve.at(tick).at_risk for tick in ticks),
        )
        for one in shown
    )
    return Table(
        (head, *(number(tick, ",g") for tick in ticks)), rows, ("", *(",d" for _ in ticks))
    )
