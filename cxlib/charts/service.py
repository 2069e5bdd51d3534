"""Charts of service speed: who has been answered by when, open tickets counted fairly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.scores import FALSE_ALARMS, Look, p_text
from cxlib.charts.words import UNKNOWN, count, number
from cxlib.locale.speak import say
from cxlib.models.service import Service, Speed, measure_name
from cxlib.stats.groups import TOTAL, Group

MOST_GROUPS = 20
MOST_CURVES = 5
Speeds = Mapping[Group, Speed]


def hours_text(hours: float | None) -> str:
    """A length of time as a reader says it: minutes, hours or days."""
    if hours is None:
        return UNKNOWN
    if hours < 1:
        return say("{n} min", n=number(hours * 60, ",.0f"))
    if hours < 48:
        return say("{n} h", n=_short(hours))
    return say("{n} days", n=_short(hours / 24))


def _short(value: float) -> str:
    """One decimal, or none where it is zero."""
    return number(value, ",.0f" if f"{value:.1f}".endswith(".0") else ",.1f")


def over_time_since(speeds: Speeds, look: Look, *, measure: str, column: str | None) -> Chart:
    """The share of tickets over by each time after their creation.

    Args:
        speeds: the speed of each group.
        look: names and level.
        measure: which wait.
        column: draw the groups of this column; None for the total.
    """
    found = [(group, one) for group, one in speeds.items() if group.column == column]
    found.sort(key=lambda pair: -pair[1].n)
    shown = sorted(found[:MOST_CURVES], key=lambda pair: pair[0].label)
    end = _end([one for _, one in shown])
    notes = []
    if len(found) > len(shown):
        notes.append(say("The {n} largest groups are drawn.", n=len(shown)))
    if any(one.curve[-1][0] > end for _, one in shown):
        notes.append(say("Longer waits exist; the picture ends at {time}.", time=hours_text(end)))
    return Chart(
        kind=Kind.STEPS,
        title=_speed_title(speeds[TOTAL], measure),
        series=tuple(
            Series(
                group.label if column else say("All tickets"),
                tuple(
                    Point(over, low, high, one.n, x=time)
                    for time, over, low, high in one.curve
                    if time <= end
                ),
            )
            for group, one in shown
        ),
        axis=Axis(say("Share of tickets"), 0, 1, ".0%"),
        x_axis=Axis(say("Hours since creation"), 0, end, ",.0f"),
        subtitle=look.subtitle(),
        method=speed_method(),
        source=look.source,
        n=sum(one.n for _, one in shown),
        level=look.level,
        notes=tuple(notes),
    )


def speed_method() -> str:
    """How shares and quantiles are computed."""
    return say(
        "Kaplan-Meier (1958): a ticket that is still open counts as waiting up to the last moment "
        "in the file, not as absent. Leaving open tickets out makes a team look faster wherever "
        "the slow tickets are the open ones. Limits are log-log with Greenwood's variance; those "
        "of medians are Brookmeyer and Crowley's (1982)."
    )


def within_times(one: Speed, look: Look, *, measure: str) -> Chart:
    """The share within each target time, and what closed tickets alone would say."""
    points = tuple(
        Point(
            row.share,
            row.low,
            row.high,
            one.n,
            hollow=not row.watched,
            note=say("closed tickets alone: {share}", share=number(row.naive, ".1%")),
        )
        for row in one.within
    )
    first = one.within[0] if one.within else None
    gap = max(one.within, key=lambda row: (row.naive or 0) - row.share, default=None)
    notes = []
    if gap is not None and gap.naive is not None and gap.naive - gap.share >= 0.001:
        notes.append(
            say(
                "Closed tickets alone would say {naive} within {time} instead of {share}: the "
                "{open} open tickets are missing there.",
                naive=number(gap.naive, ".1%"),
                time=hours_text(gap.hours),
                share=number(gap.share, ".1%"),
                open=count(one.open),
            )
        )
    return Chart(
        kind=Kind.INTERVALS,
        title=_done(
            measure,
            number(first.share if first else None, ".0%"),
            hours_text(first.hours if first else None),
        ),
        labels=tuple(say("within {time}", time=hours_text(row.hours)) for row in one.within),
        series=(Series(say("Share within"), points),),
        axis=Axis(say("Share of tickets"), 0, 1, ".0%"),
        subtitle=look.subtitle(),
        method=speed_method(),
        source=look.source,
        n=one.n,
        level=look.level,
        notes=tuple(notes),
    )


def median_by_group(found: Service, look: Look, *, measure: str, column: str) -> Chart:
    """The median wait of each group, longest first, with limits."""
    speeds = found.speeds[measure]
    rows = [(g, one) for g, one in speeds.items() if g.column == column and one.median is not None]
    rows.sort(key=lambda pair: -(pair[1].median or 0))
    shown = rows[:MOST_GROUPS]
    lacking = [g.label for g, one in speeds.items() if g.column == column and one.median is None]
    differing = [
        group.label
        for group, _ in shown
        if differs(found.p_values.get((measure, group), (None, None))[1])
    ]
    name = measure_name(measure)
    return Chart(
        kind=Kind.INTERVALS,
        title=(
            say("{measure} differs by {column}", measure=_capital(name), column=column)
            if differing
            else say(
                "{measure} by {column}: no proven difference",
                measure=_capital(name),
                column=column,
            )
        ),
        labels=tuple(group.label for group, _ in shown),
        series=(
            Series(
                say("Median"),
                tuple(
                    Point(
                        one.median,
                        one.median_low,
                        one.median_high,
                        one.n,
                        note=say("{open} open", open=count(one.open)),
                    )
                    for _, one in shown
                ),
            ),
        ),
        axis=Axis(say("Median in hours"), 0, None, ",.1f"),
        subtitle=look.subtitle(),
        method=speed_method(),
        source=look.source,
        n=sum(one.n for _, one in shown),
        level=look.level,
        click=column,
        notes=_median_notes(lacking, differing),
    )


def differs(p_adjusted: float | None) -> bool:
    """Whether an adjusted p-value is small enough to say that a group differs."""
    return p_adjusted is not None and p_adjusted < FALSE_ALARMS


def _median_notes(lacking: Sequence[str], differing: Sequence[str]) -> tuple[str, ...]:
    notes = []
    if lacking:
        notes.append(
            say("More than half are still open, so no median: {groups}.", groups=", ".join(lacking))
        )
    if differing:
        notes.append(
            say(
                "Differs from the other groups (log-rank, adjusted): {groups}.",
                groups=", ".join(differing),
            )
        )
    return tuple(notes)


def speed_table(found: Service, look: Look, *, measure: str) -> Chart:
    """Medians, 90th percentiles and tests for every group, as a table."""
    columns = (
        say("Group"),
        "n",
        say("Open"),
        say("Median"),
        say("Interval"),
        say("Nine in ten within"),
        say("Interval of that"),
        say("Median of closed tickets alone"),
        say("Adjusted p"),
    )
    rows: Sequence[tuple[Cell, ...]] = [
        (
            group.label if group.column else say("All tickets"),
            one.n,
            one.open,
            hours_text(one.median),
            _span(one.median_low, one.median_high),
            hours_text(one.p90),
            _span(one.p90_low, one.p90_high),
            hours_text(one.naive_median),
            p_text(found.p_values.get((measure, group), (None, None))[1]),
        )
        for group, one in found.speeds[measure].items()
        if group.period is None
    ]
    return Chart(
        kind=Kind.TABLE,
        title=say("{measure}: medians and slow ends", measure=_capital(measure_name(measure))),
        subtitle=look.subtitle(),
        method=speed_method(),
        source=look.source,
        n=found.speeds[measure][TOTAL].n,
        level=look.level,
        table=Table(columns, tuple(rows), ("", ",d", ",d", "", "", "", "", "", "")),
    )


def _span(low: float | None, high: float | None) -> str:
    if low is None:
        return UNKNOWN
    top = hours_text(high) if high is not None else say("not reached")
    return say("{low} to {high}", low=hours_text(low), high=top)


def _speed_title(one: Speed, measure: str) -> str:
    if one.median is None:
        return say(
            "More than half of the tickets still wait: {measure}", measure=measure_name(measure)
        )
    return _done(measure, say("Half"), hours_text(one.median))


def _done(measure: str, share: str, time: str) -> str:
    """What share of the tickets is over within a time, in the words of the wait."""
    if measure == "first_reply":
        return say("{share} of tickets get a first reply within {time}", share=share, time=time)
    if measure == "solve":
        return say("{share} of tickets are solved within {time}", share=share, time=time)
    return say(
        "{share} of tickets within {time}: {measure}",
        share=share,
        time=time,
        measure=measure_name(measure),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _end(speeds: Sequence[Speed]) -> float:
    """Where the picture ends: nine in ten are over, twice as long; else the longest watch."""
    longest = max((one.curve[-1][0] for one in speeds), default=1.0)
    slow = [one.p90 for one in speeds if one.p90]
    return max(min(longest, 2 * max(slow)) if slow else longest, 1e-3)
