"""Charts of why customers leave: incidence by reason over time, at a time, and by group."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.staircase import staircase
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.aalen_johansen import Incidences, ReasonCurve
from cxlib.models.leaving import GroupLeaving, Leaving, Overstated, ReasonTest
from cxlib.stats.reasons import NO_REASON, OTHER

MOST_CURVES = 5
MOST_BARS = 20
CHANCE = 0.05


def reason_name(reason: str) -> str:
    """A reason as the reader sees it: the file's text, or the name of what stands for others."""
    names = {NO_REASON: say("(no reason given)"), OTHER: say("Other reasons")}
    return names.get(reason, reason)


def incidence_method() -> str:
    """How incidence is computed, with its sources."""
    return say(
        "Aalen-Johansen (1978): the share of all customers who have left for a reason by then; who "
        "left for one reason can no longer leave for another, so the shares and those still there "
        "add up to 100%. Limits by the delta method (Marubini and Valsecchi, 1995) on the "
        "complementary log-log scale."
    )


def incidence_curves(one: GroupLeaving, look: Look, *, unit: str, notes: Sequence[str]) -> Chart:
    """One curve a reason with limits, the most frequent reasons."""
    shown = one.found.curves[:MOST_CURVES]
    said = list(notes)
    if len(one.found.curves) > len(shown):
        said.insert(0, say("The {n} most frequent reasons are drawn.", n=len(shown)))
    return Chart(
        kind=Kind.STEPS,
        title=_most_often(one.found),
        series=tuple(Series(reason_name(c.reason), _steps(one.found, c)) for c in shown),
        axis=Axis(say("Customers gone for the reason"), low=0, form=".0%"),
        x_axis=_time_axis(one.found.longest, unit),
        subtitle=look.subtitle(),
        method=incidence_method(),
        source=look.source,
        n=one.found.n,
        level=look.level,
        notes=tuple(said),
    )


def what_became(one: GroupLeaving, look: Look, *, unit: str) -> Chart:
    """All customers at several times: still there, or gone for each reason; bars of 100 %."""
    times = [row.time for row in (one.at[0][1] if one.at else ()) if row.incidence is not None]
    parts = [
        Series(
            say("Still there"),
            tuple(Point(one.found.still_there(time), n=one.found.n) for time in times),
            tone="muted",
        )
    ]
    for reason, rows in one.at:
        points = tuple(Point(row.incidence) for row in rows if row.incidence is not None)
        parts.append(Series(reason_name(reason), points))
    return Chart(
        kind=Kind.SHARES,
        title=say("What became of customers after so many {unit}", unit=unit_name(unit)),
        labels=tuple(number(time, ",g") for time in times),
        series=tuple(parts),
        axis=Axis(say("Customers"), 0, 1, ".0%"),
        subtitle=look.selection,
        method=incidence_method(),
        source=look.source,
        n=one.found.n,
    )


def incidence_at(
    one: GroupLeaving, look: Look, *, time: float, unit: str, overstated: Overstated | None
) -> Chart:
    """The share gone for each reason at one time, a bar and an interval a reason."""
    rows = [(reason, row) for reason, found in one.at for row in found if row.time == time]
    rows.sort(key=lambda pair: -(pair[1].incidence or 0.0))
    left = {curve.reason: curve.left for curve in one.found.curves}
    return Chart(
        kind=Kind.INTERVALS,
        title=say(
            "Gone within {time} {unit}, by reason", time=number(time, ",.0f"), unit=unit_name(unit)
        ),
        labels=tuple(reason_name(reason) for reason, _ in rows),
        series=(
            Series(
                say("Gone for the reason"),
                tuple(
                    Point(
                        row.incidence,
                        row.low,
                        row.high,
                        left[reason],
                        note=say("n is all who have left for the reason, at any time."),
                    )
                    for reason, row in rows
                ),
            ),
        ),
        axis=Axis(say("Customers gone for the reason"), low=0, form=".1%"),
        subtitle=look.subtitle(),
        method=incidence_method(),
        source=look.source,
        n=one.found.n,
        level=look.level,
        notes=() if overstated is None else (overstating(overstated, unit),),
    )


def overstating(found: Overstated, unit: str) -> str:
    """Why one minus Kaplan-Meier by reason is not shown, with the numbers of these data."""
    return say(
        "Taking the other reasons as if they had merely been lost from sight (1 − Kaplan-Meier for "
        "each reason) would add up to {summed} gone within {time} {unit}; {gone} have gone.",
        summed=number(found.summed, ".1%"),
        gone=number(found.gone, ".1%"),
        time=number(found.time, ",.0f"),
        unit=unit_name(unit),
    )


def reason_by_group(
    answer: Leaving, look: Look, *, reason: str, time: float, unit: str, column: str
) -> Chart:
    """The share gone for one reason at one time, a bar and an interval a group, highest first."""
    rows = [
        (one, row)
        for one in answer.groups
        if one.group.column == column
        and (row := one.row(reason, time)) is not None
        and row.incidence is not None
    ]
    rows.sort(key=lambda pair: -(pair[1].incidence or 0.0))
    shown = rows[:MOST_BARS]
    return Chart(
        kind=Kind.INTERVALS,
        title=_by_group_title(answer, reason, column),
        labels=tuple(one.group.label for one, _ in shown),
        series=(
            Series(
                reason_name(reason),
                tuple(Point(r.incidence, r.low, r.high, one.found.n) for one, r in shown),
            ),
        ),
        axis=Axis(
            say("Gone for it within {time} {unit}", time=f"{time:g}", unit=unit_name(unit)),
            low=0,
            form=".1%",
        ),
        subtitle=look.subtitle(),
        method=f"{incidence_method()} {comparison_method()}",
        source=look.source,
        n=sum(one.found.n for one, _ in shown),
        level=look.level,
        click=column,
    )


def reason_curves(answer: Leaving, look: Look, *, reason: str, unit: str, column: str) -> Chart:
    """The curves of one reason for the largest groups of a column."""
    found = [one for one in answer.groups if one.group.column == column]
    found.sort(key=lambda one: -one.found.n)
    shown = sorted(found[:MOST_CURVES], key=lambda one: one.group.label)
    pairs = [(one, one.found.curve(reason)) for one in shown]
    notes = []
    if len(found) > len(shown):
        notes.append(say("The {n} largest groups are drawn.", n=len(shown)))
    return Chart(
        kind=Kind.STEPS,
        title=say(
            "Gone for “{reason}” over time, by {column}", reason=reason_name(reason), column=column
        ),
        series=tuple(
            Series(one.group.label, _steps(one.found, c)) for one, c in pairs if c is not None
        ),
        axis=Axis(say("Customers gone for the reason"), low=0, form=".0%"),
        x_axis=_time_axis(max((one.found.longest for one in shown), default=1.0), unit),
        subtitle=look.subtitle(),
        method=f"{incidence_method()} {comparison_method()}",
        source=look.source,
        n=sum(one.found.n for one in shown),
        level=look.level,
        notes=tuple(notes),
    )


def comparison_method() -> str:
    """What the two tests between groups ask."""
    return say(
        "Gray's test (1988) asks whether the share that leaves for the reason differs between "
        "groups. The log-rank test with other reasons as censored asks whether those still there "
        "leave for it at different rates. P-values are adjusted over the reasons by Benjamini and "
        "Hochberg."
    )


def reasons_table(answer: Leaving, look: Look, *, time: float, unit: str) -> Chart:
    """Departures, incidence at one time and time lost for every reason of the total."""
    units, total = unit_name(unit), answer.total
    tau = total.tau
    columns = (
        say("Reason"),
        say("Left"),
        say("Gone within {time} {unit}", time=f"{time:g}", unit=units),
        say("Its interval"),
        say("Time lost ({unit})", unit=units),
        say("Interval"),
    )
    rows: list[tuple[Cell, ...]] = []
    for curve in total.found.curves:
        row, lost = total.row(curve.reason, time), total.lost_to(curve.reason)
        rows.append(
            (
                reason_name(curve.reason),
                curve.left,
                row.incidence if row else None,
                _limits(row.low, row.high, ".1%") if row else "–",
                lost.value if lost else None,
                _limits(lost.low, lost.high, ",.2f") if lost else "–",
            )
        )
    notes = []
    if tau is not None and total.lost:
        notes.append(
            say(
                "Time lost: of the first {tau} {unit}, how much of them an average customer is "
                "gone for the reason. Lost times and the mean time as a customer add up to {tau}.",
                tau=number(tau, ",.4g"),
                unit=units,
            )
        )
    return Chart(
        kind=Kind.TABLE,
        title=say("Reasons, shares gone and time lost"),
        subtitle=look.subtitle(),
        method=say(
            "{incidence} Time lost to a reason is the area under its curve (Andersen, 2013), with "
            "limits on the log scale.",
            incidence=incidence_method(),
        ),
        source=look.source,
        n=total.found.n,
        level=look.level,
        table=Table(columns, tuple(rows), ("", ",d", ".1%", "", ",.2f", "")),
        notes=tuple(notes),
    )


def tests_table(answer: Leaving, look: Look, *, column: str) -> Chart:
    """The tests of every reason between the groups of a column."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (reason_name(t.reason), p_text(t.share_adjusted), p_text(t.rate_adjusted))
        for t in answer.tests
        if t.column == column
    )
    columns = (say("Reason"), say("Share gone: adjusted p"), say("Rate of leaving: adjusted p"))
    return Chart(
        kind=Kind.TABLE,
        title=say("Do the reasons differ by {column}?", column=column),
        subtitle=look.selection,
        method=comparison_method(),
        source=look.source,
        n=sum(one.found.n for one in answer.groups if one.group.column == column),
        table=Table(columns, rows, ("", "", "")),
    )


def _most_often(found: Incidences) -> str:
    top = found.curves[0] if found.curves else None
    if top is None:
        return say("Nobody has left yet")
    return say(
        "Of {left} who left, most often: {reason} ({n})",
        left=number(found.left, ",d"),
        reason=reason_name(top.reason),
        n=number(top.left, ",d"),
    )


def _by_group_title(answer: Leaving, reason: str, column: str) -> str:
    test = next((t for t in answer.tests if (t.column, t.reason) == (column, reason)), None)
    name = reason_name(reason)
    if test is None or test.share_adjusted is None:
        return say("Gone for “{reason}” by {column}", reason=name, column=column)
    if _differs(test):
        return say("The share gone for “{reason}” differs by {column}", reason=name, column=column)
    return say("Gone for “{reason}” by {column}: no proven difference", reason=name, column=column)


def _differs(test: ReasonTest) -> bool:
    return test.share_adjusted is not None and test.share_adjusted < CHANCE


def _steps(found: Incidences, curve: ReasonCurve) -> tuple[Point, ...]:
    return staircase(
        found.times,
        curve.incidence,
        (curve.low, curve.high),
        at_risk=found.at_risk,
        events=curve.events,
    )


def _time_axis(longest: float, unit: str) -> Axis:
    return Axis(say("Time since start ({unit})", unit=unit_name(unit)), 0, longest, ",.0f")


def _limits(low: float | None, high: float | None, form: str) -> str:
    if low is None or high is None:
        return "–"
    return say("{low} to {high}", low=number(low, form), high=number(high, form))
