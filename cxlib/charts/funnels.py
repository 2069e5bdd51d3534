"""Charts of funnels: how far customers come, what each step takes, and who goes through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.compared import Compared, Measure, compared_bars
from cxlib.charts.scores import Look, p_text
from cxlib.charts.visits import minutes_text
from cxlib.charts.words import UNKNOWN, count, number
from cxlib.locale.speak import say
from cxlib.metrics.funnel import FunnelStep
from cxlib.stats.groups import TOTAL, Group

MOST_ROWS = 50

Tests = Mapping[Group, tuple[float | None, float | None]]


def funnel_bars(steps: Sequence[FunnelStep], look: Look, *, within: int | None) -> Chart:
    """Share of the first step's customers at every step, with drop-off and times below.

    Args:
        steps: the steps of the whole selection.
        look: names and level.
        within: days from the first step within which the others have to come; None for any.
    """
    first, last = steps[0], steps[-1]
    return Chart(
        kind=Kind.INTERVALS,
        title=(
            say("Nobody did the first step")
            if last.share is None
            else say(
                "{share} of those who did {first} reach {last}",
                share=number(last.share, ".1%"),
                first=first.event,
                last=last.event,
            )
        ),
        labels=tuple(f"{place}. {one.event}" for place, one in enumerate(steps, 1)),
        series=(
            # All of the first step's customers did it: that share has no interval.
            Series(
                say("Customers"),
                (Point(first.share, n=first.customers), *(_bar(one) for one in steps[1:])),
            ),
        ),
        axis=Axis(say("Share of the customers of the first step"), 0, 1, ".1%"),
        subtitle=look.subtitle(),
        method=funnel_method(within),
        source=look.source,
        n=first.customers,
        level=look.level,
        below=_times(steps),
    )


def funnel_method(within: int | None) -> str:
    """How customers are followed along the steps, with the source of the limits."""
    how = say(
        "A customer's first event of step 1 begins; each further step is reached at the first "
        "event of its name at or after the step before. Other events in between do not matter. "
        "Limits of shares are Wilson's (1927); times are medians and quartiles of those who "
        "reached the step, the medians with limits by order statistics (David & Nagaraja, 2003)."
    )
    if within is None:
        return how
    return f"{how} " + say("All steps have to come within {n} days of the first.", n=within)


def funnel_by_group(
    groups: Mapping[Group, Sequence[FunnelStep]], tests: Tests, look: Look, *, column: str
) -> Chart:
    """The share that reaches the last step in every group, with limits and tests.

    Args:
        groups: the steps of the total and of every group.
        tests: p-value and adjusted p-value of each group against the rest.
        look: names and level.
        column: the segment column.
    """

    def compared(group: Group) -> Compared:
        last, first = groups[group][-1], groups[group][0]
        point = Point(last.share, last.low, last.high, first.customers)
        return Compared(group.label, point, tests.get(group, (None, None))[1])

    name = groups[TOTAL][-1].event
    measure = Measure(
        say("Reaching {step}", step=name),
        Axis(say("Share of the customers of the first step"), low=0, form=".1%"),
        say(
            "Customers who reach the last step of those who did the first, in their group; all "
            "steps need the same value. Limits are Wilson's (1927). A group is tested against all "
            "others by the N-1 chi-square (Campbell, 2007), Fisher's exact test where counts are "
            "small; p-values are adjusted by Benjamini and Hochberg. n is the first step's "
            "customers."
        ),
    )
    found = [compared(group) for group in groups if group.column == column]
    chart = compared_bars(found, measure, look, column=column, total=compared(TOTAL))
    if sum(one.point.n or 0 for one in found) <= groups[TOTAL][0].customers:
        return chart
    overlap = say(
        "Customers are in several groups: each counts by the steps with its own value alone, and "
        "the test takes a customer in two groups for two people."
    )
    return replace(chart, notes=(*chart.notes, overlap))


def funnel_table(
    groups: Mapping[Group, Sequence[FunnelStep]], tests: Tests, look: Look, *, column: str
) -> Chart:
    """Every step of every group: share of the first step's customers, median times, test."""
    rows = [group for group in groups if group.column in (None, column)]
    rows.sort(key=lambda group: (not group.is_total, -groups[group][0].customers))
    steps = groups[TOTAL]
    later = list(enumerate(steps, 1))[1:]
    columns = (
        say("Group"),
        f"1. {steps[0].event}",
        *(f"{place}. {one.event}" for place, one in later),
        *(say("To step {n}", n=place) for place, _ in later),
        say("Adjusted p"),
    )
    return Chart(
        kind=Kind.TABLE,
        title=say("The funnel by {column}", column=column),
        subtitle=look.selection,
        method=say(
            "The first step in customers, the others as shares of those; then the median time from "
            "the step before. The p-value compares the share that reaches the last step with that "
            "of all other groups."
        ),
        source=look.source,
        n=steps[0].customers,
        table=Table(
            columns,
            tuple(
                _row(group, groups[group], tests.get(group, (None, None))[1])
                for group in rows[: MOST_ROWS + 1]
            ),
            ("", ",d", *(".1%" for _ in later), *("" for _ in later), ""),
        ),
        notes=(
            (say("The {n} largest groups are shown.", n=MOST_ROWS),)
            if len(rows) > MOST_ROWS + 1
            else ()
        ),
    )


def _bar(one: FunnelStep) -> Point:
    note = "" if one.of_before is None else _dropped(one)
    return Point(one.share, one.low, one.high, one.customers, note=note)


def _dropped(one: FunnelStep) -> str:
    return say(
        "{share} of the step before; {n} dropped off",
        share=number(one.of_before, ".1%"),
        n=count(one.dropped),
    )


def _times(steps: Sequence[FunnelStep]) -> Table:
    columns = (
        say("Step"),
        say("Customers"),
        say("Dropped off"),
        say("Of the step before"),
        say("Time from the step before"),
        say("Interval"),
        say("Quartiles"),
    )
    rows: list[tuple[Cell, ...]] = []
    for place, one in enumerate(steps, 1):
        begins = place == 1
        rows.append(
            (
                f"{place}. {one.event}",
                one.customers,
                None if begins else one.dropped,
                None if begins else one.of_before,
                _time(one.median_seconds),
                _span(one.median_low, one.median_high),
                _span(*(one.quartiles or (None, None))),
            )
        )
    return Table(columns, tuple(rows), ("", ",d", ",d", ".1%", "", "", ""))


def _row(group: Group, steps: Sequence[FunnelStep], p: float | None) -> tuple[Cell, ...]:
    return (
        group.label if group.column else say("All customers"),
        steps[0].customers,
        *(one.share for one in steps[1:]),
        *(_time(one.median_seconds) for one in steps[1:]),
        p_text(p),
    )


def _time(seconds: float | None) -> str:
    return UNKNOWN if seconds is None else minutes_text(seconds)


def _span(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return UNKNOWN
    return say("{low} to {high}", low=minutes_text(low), high=minutes_text(high))
