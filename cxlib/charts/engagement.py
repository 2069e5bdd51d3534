"""Charts of who is active: by day, by active days, and group by group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.dates import get_day_names

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Line, Point, Series, Table
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import current, say
from cxlib.metrics.backlog import share_of
from cxlib.metrics.day_means import DayMean, day_mean, weekday_means
from cxlib.metrics.engagement import ActiveDay, mean_active, mean_stickiness, stickiness_of
from cxlib.metrics.lifecycle import Moves
from cxlib.stats.groups import Group

MOST_DAYS = 400
MOST_LINES = 5
MOST_ROWS = 50
WEEK = 7


@dataclass(frozen=True, slots=True)
class Active:
    """How active the customers of one group were.

    Attributes:
        customers: different customers in view.
        days: active customers of every whole day.
        moves: comings and goings by period.
    """

    customers: int
    days: tuple[ActiveDay, ...]
    moves: tuple[Moves, ...]

    @property
    def last(self) -> ActiveDay | None:
        """The last whole day; None without one."""
        return self.days[-1] if self.days else None

    @property
    def last_moves(self) -> Moves | None:
        """The last whole period; None without one."""
        return next((one for one in reversed(self.moves) if one.whole), None)


def active_lines(found: Active, look: Look) -> Chart:
    """Customers active on each day, and in the 7 and 30 days that end with it."""
    spans = spans_of(found.days)
    return Chart(
        kind=Kind.LINE,
        title=say("Customers active in 1, 7 and 30 days"),
        labels=_labels(spans),
        series=(
            Series(say("30 days (MAU)"), tuple(Point(one[-1].mau) for one in spans)),
            Series(say("7 days (WAU)"), tuple(Point(one[-1].wau) for one in spans)),
            Series(say("1 day (DAU)"), tuple(Point(mean_active(one)) for one in spans)),
        ),
        axis=Axis(say("Customers"), low=0, form=",.0f"),
        subtitle=look.selection,
        method=say(
            "Different customers with any activity on the day, and in the 7 and 30 days that end "
            "with it. A window that would begin before the data is not drawn. All customers are "
            "counted, so there is no interval."
        ),
        source=look.source,
        n=found.customers,
        notes=_thinning(found.days),
    )


def stickiness_line(found: Active, look: Look) -> Chart:
    """Daily as a share of monthly active customers, with its mean."""
    spans = spans_of(found.days)
    over = day_mean(stickiness_of(found.days), level=look.level)
    mean = over.mean
    name = say("Stickiness (DAU / MAU)")
    return Chart(
        kind=Kind.LINE,
        title=(
            say("Stickiness: of the customers of 30 days, who comes on a day")
            if mean is None
            else say(
                "On an average day {share} of the customers of 30 days come",
                share=number(mean, ".1%"),
            )
        ),
        labels=_labels(spans),
        series=(Series(name, tuple(Point(mean_stickiness(one), n=one[-1].mau) for one in spans)),),
        axis=Axis(name, low=0, form=".0%"),
        subtitle=look.selection,
        method=say(
            "Customers active on a day, divided by those active in the 30 days that end with it. "
            "The mean is over the days with a whole window of 30 days."
        ),
        source=look.source,
        n=found.customers,
        lines=(
            () if mean is None else (Line(mean, say("Mean {value}", value=number(mean, ".1%"))),)
        ),
        notes=(*_mean_limits(over, look.level), *_thinning(found.days)),
    )


def _mean_limits(over: DayMean, level: float) -> tuple[str, ...]:
    if over.low is None or over.high is None:
        return ()
    return (
        say(
            "Mean {low} to {high} ({level} limits over {n} days, which are alike in a row: Newey & "
            "West, 1987).",
            low=number(over.low, ".1%"),
            high=number(over.high, ".1%"),
            level=number(level, ".0%"),
            n=over.days,
        ),
    )


def weekday_bars(found: Active, look: Look) -> Chart:
    """Customers active on a day of the week, with limits over the weeks."""
    names = get_day_names("wide", locale=current())
    means = weekday_means([(one.day, one.dau) for one in found.days], level=look.level)
    return Chart(
        kind=Kind.INTERVALS,
        title=say("Active customers by day of the week"),
        labels=tuple(str(names[place]) for place in range(WEEK)),
        series=(
            Series(
                say("Active a day (DAU)"),
                tuple(Point(one.mean, one.low, one.high, one.days) for one in means),
            ),
        ),
        axis=Axis(say("Customers"), low=0, form=",.1f"),
        subtitle=look.subtitle(),
        method=say(
            "Mean of the customers active on that day of the week, with Student's t limits over "
            "the weeks; n is the weeks. A trend over the weeks makes the limits wider."
        ),
        source=look.source,
        n=len(found.days),
        level=look.level,
    )


def active_days_chart(
    days: Sequence[tuple[int, int]], look: Look, *, window: int, customers: int
) -> Chart:
    """On how many of the last days customers were active, as shares of those who were at all.

    Args:
        days: (active days, customers) pairs.
        look: names and level.
        window: length of the window in days.
        customers: different customers in view.
    """
    found = dict(days)
    active = sum(found.values())
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say("Active days in the last {n} (L{n})", n=window),
        labels=tuple(str(day) for day in range(1, window + 1)),
        series=(
            Series(
                say("Customers"),
                tuple(
                    _of_active(found.get(day, 0), active, look.level)
                    for day in range(1, window + 1)
                ),
            ),
        ),
        axis=Axis(say("Share of active customers"), low=0, form=".1%"),
        x_axis=Axis(say("Active days"), form=",.0f"),
        subtitle=look.subtitle(),
        method=say(
            "Customers by the number of different days with activity in the window that ends with "
            "the last day of the data, as shares of those active in it. Limits are Wilson's (1927) "
            "and take customers as independent of one another."
        ),
        level=look.level,
        source=look.source,
        n=active,
        notes=(
            say(
                "{n} of {all} customers were not active in these {days} days.",
                n=count(customers - active),
                all=count(customers),
                days=window,
            ),
        ),
    )


def _of_active(n: int, active: int, level: float) -> Point:
    one = share_of(n, active, level=level)
    return Point(one.share, one.low, one.high, one.hits) if one else Point(None)


def active_by_group(found: Mapping[Group, Active], look: Look, *, column: str) -> Chart:
    """Customers active in 30 days, a line for each of the largest groups of a column."""
    groups = [(group, one) for group, one in found.items() if group.column == column]
    groups.sort(key=lambda pair: -pair[1].customers)
    shown = sorted(groups[:MOST_LINES], key=lambda pair: pair[0].label)
    spans = spans_of(shown[0][1].days) if shown else ()
    notes = list(_thinning(shown[0][1].days)) if shown else []
    if len(groups) > len(shown):
        notes.append(say("The {n} largest groups are drawn.", n=len(shown)))
    return Chart(
        kind=Kind.LINE,
        title=say("Customers active in 30 days, by {column}", column=column),
        labels=_labels(spans),
        series=tuple(
            Series(group.label, tuple(Point(span[-1].mau) for span in spans_of(one.days)))
            for group, one in shown
        ),
        axis=Axis(say("Customers"), low=0, form=",.0f"),
        subtitle=look.selection,
        method=say(
            "Different customers of each group with any activity in the 30 days that end with the "
            "day. A customer who is in several groups counts in each."
        ),
        source=look.source,
        n=sum(one.customers for _, one in shown),
        notes=tuple(notes),
    )


def activity_table(found: Mapping[Group, Active], look: Look, *, column: str | None) -> Chart:
    """The numbers of the page for the whole and for every group, as a table."""
    rows = [(group, one) for group, one in found.items() if group.column in (None, column)]
    rows.sort(key=lambda pair: (not pair[0].is_total, -pair[1].customers))
    shown = rows[: MOST_ROWS + 1]
    columns = (
        say("Group"),
        say("Customers"),
        say("A day (mean)"),
        "WAU",
        "MAU",
        say("Stickiness"),
        say("New"),
        say("Returning"),
        say("Resurrected"),
        say("Dormant"),
        say("Quick ratio"),
    )
    notes = [
        say(
            "WAU and MAU are those of the last whole day; new to quick ratio those of the last "
            "whole period."
        )
    ]
    if len(rows) > len(shown):
        notes.append(say("The {n} largest groups are shown.", n=MOST_ROWS))
    return Chart(
        kind=Kind.TABLE,
        title=say("Activity in numbers"),
        subtitle=look.selection,
        method=say(
            "Means over whole days; stickiness is the mean of daily over monthly active customers. "
            "All customers are counted, so there is no interval."
        ),
        source=look.source,
        n=next((one.customers for group, one in found.items() if group.is_total), None),
        table=Table(
            columns,
            tuple(_row(group, one) for group, one in shown),
            ("", ",d", ",.1f", ",d", ",d", ".1%", ",d", ",d", ",d", ",d", ",.2f"),
        ),
        notes=tuple(notes),
    )


def spans_of(days: Sequence[ActiveDay]) -> tuple[tuple[ActiveDay, ...], ...]:
    """Each day by itself, or whole weeks (or so many) up to the last day, where there are many.

    A week has every weekday once, so that its mean shows no pattern of weekdays.
    """
    step = _step(days)
    starts = range(len(days) % step, len(days), step)
    return tuple(tuple(days[start : start + step]) for start in starts)


def _step(days: Sequence[ActiveDay]) -> int:
    return 1 if len(days) <= MOST_DAYS else WEEK * -(-len(days) // (WEEK * MOST_DAYS))


def _labels(spans: Sequence[Sequence[ActiveDay]]) -> tuple[str, ...]:
    return tuple(one[-1].day.isoformat() for one in spans)


def _thinning(days: Sequence[ActiveDay]) -> tuple[str, ...]:
    step = _step(days)
    if step == 1:
        return ()
    return (
        say(
            "A point stands for {n} days: DAU and stickiness are means over them, WAU and MAU "
            "those of the last.",
            n=step,
        ),
    )


def _row(group: Group, one: Active) -> tuple[Cell, ...]:
    last, moves = one.last, one.last_moves
    return (
        group.label if group.column else say("All customers"),
        one.customers,
        mean_active(one.days),
        last.wau if last else None,
        last.mau if last else None,
        mean_stickiness(one.days),
        moves.new if moves else None,
        moves.returning if moves else None,
        moves.resurrected if moves else None,
        moves.dormant if moves else None,
        moves.quick_ratio if moves else None,
    )
