"""Charts of a help desk: arrivals, closures and the queue, busy hours, tickets that come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from babel.dates import get_day_names

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.scores import Look
from cxlib.charts.service import differs
from cxlib.charts.words import count, number
from cxlib.locale.speak import current, say
from cxlib.metrics.backlog import QueuePeriod, Share
from cxlib.metrics.periods import period_label
from cxlib.models.service import Speed, measure_name
from cxlib.stats.groups import TOTAL, Group

MOST = 60
HOURS = 24
SMALL = 10


def queue(rows: Sequence[QueuePeriod], look: Look, *, period: str) -> Chart:
    """Tickets open at the end of each period."""
    shown = rows[-MOST:]
    last = shown[-1]
    points = tuple(
        Point(
            row.open,
            hollow=not row.whole,
            note=say(
                "median age {age} days, nine in ten at most {old}",
                age=number(row.age_median, ",.0f"),
                old=number(row.age_p90, ",.0f"),
            ),
        )
        for row in shown
    )
    return Chart(
        kind=Kind.LINE,
        title=(
            say("{n} tickets are open at the end", n=count(last.open))
            if last.open
            else say("No ticket is open at the end")
        ),
        labels=tuple(period_label(row.period, period) for row in shown),
        series=(Series(say("Open tickets"), points),),
        axis=Axis(say("Open tickets"), 0, None, ",.0f"),
        subtitle=look.selection,
        method=say(
            "A ticket is in the queue from its creation until it is solved. Tickets that were "
            "created before the file begins and are not in it are missing, so that the first "
            "periods read low. The age is counted in days from the creation. Queue and ages count "
            "all tickets, not a sample: they have no interval."
        ),
        source=look.source,
        n=sum(row.arrivals for row in shown),
        notes=_ages(last),
    )


def _ages(last: QueuePeriod) -> tuple[str, ...]:
    if last.age_median is None or last.age_p90 is None:
        return ()
    return (
        say(
            "Half of the open tickets are older than {age} days; one in ten is older than {old}.",
            age=number(last.age_median, ",.0f"),
            old=number(last.age_p90, ",.0f"),
        ),
    )


def flow(rows: Sequence[QueuePeriod], look: Look, *, period: str) -> Chart:
    """Tickets created and solved in each period."""
    shown = rows[-MOST:]
    whole = [row for row in shown if row.whole]
    came, went = sum(row.arrivals for row in whole), sum(row.closures for row in whole)
    if came > went:
        title = say("{n} more tickets came than were solved", n=count(came - went))
    else:
        title = say("Tickets created and solved")
    return Chart(
        kind=Kind.LINE,
        title=title,
        labels=tuple(period_label(row.period, period) for row in shown),
        series=tuple(
            Series(
                name,
                tuple(Point(value, hollow=not row.whole) for row, value in values),
                tone=tone,
            )
            for name, tone, values in (
                (say("Created"), "accent", [(row, row.arrivals) for row in shown]),
                (say("Solved"), "neutral", [(row, row.closures) for row in shown]),
            )
        ),
        axis=Axis(say("Tickets"), 0, None, ",.0f"),
        subtitle=look.selection,
        method=say(
            "Tickets by the period of their creation, and by that of their solution. A period "
            "that the data do not cover to its end is drawn hollow and is not in the title."
        ),
        source=look.source,
        n=sum(row.arrivals for row in shown),
    )


def busy_hours(
    speeds: Mapping[tuple[int, int], Speed], look: Look, *, measure: str | None
) -> Chart:
    """Weekday by hour of the creation: the median wait, with the number of tickets.

    Cells with fewer than `SMALL` tickets are faint.
    """
    names = get_day_names("abbreviated", locale=current())
    hours = sorted({hour for _, hour in speeds})
    span = list(range(hours[0], hours[-1] + 1)) if hours else []
    series = tuple(
        Series(str(names[day]), tuple(_heat_point(speeds.get((day, hour))) for hour in span))
        for day in range(7)
    )
    name = measure_name(measure) if measure else say("Tickets")
    return Chart(
        kind=Kind.HEAT,
        title=say("When tickets come in, and how long they wait: {measure}", measure=name),
        labels=tuple(f"{hour}" for hour in span) if span != [0] else (say("whole day"),),
        series=series,
        axis=Axis(say("Median in hours"), None, None, ",.1f"),
        x_axis=Axis(say("Hour of the day") if span != [0] else ""),
        subtitle=look.selection,
        method=say(
            "Each cell is the median wait of the tickets created on that weekday and in that hour "
            "(Kaplan-Meier, open tickets included), by the clock of the file or of the business "
            "hours' zone. Cells with fewer than {few} tickets are faint; empty cells had none, or "
            "more than half of theirs are still open.",
            few=SMALL,
        ),
        source=look.source,
        n=sum(one.n for one in speeds.values()),
    )


def _heat_point(one: Speed | None) -> Point:
    if one is None:
        return Point(None)
    return Point(one.median, one.median_low, one.median_high, one.n, hollow=one.n < SMALL)


def share_by_group(
    shares: Mapping[Group, Share],
    tests: Mapping[Group, tuple[float | None, float | None]],
    look: Look,
    *,
    name: str,
    about: str,
    column: str | None,
) -> Chart:
    """A share of solved tickets (reopened, one contact enough) in each group, with limits."""
    rows = [(g, one) for g, one in shares.items() if g.column == column]
    rows.sort(key=lambda pair: -pair[1].share)
    differing = [group.label for group, _ in rows if differs(tests.get(group, (None, None))[1])]
    total = shares.get(TOTAL)
    notes = (
        (say("Differs from the other groups: {groups}.", groups=", ".join(differing)),)
        if differing
        else ()
    )
    return Chart(
        kind=Kind.INTERVALS,
        title=f"{name}: {number(total.share if total else None, '.1%')}",
        labels=tuple(group.label if column else say("All tickets") for group, _ in rows[:20]),
        series=(
            Series(name, tuple(Point(one.share, one.low, one.high, one.n) for _, one in rows[:20])),
        ),
        axis=Axis(name, 0, None, ".1%"),
        subtitle=look.subtitle(),
        method=about,
        source=look.source,
        n=total.n if total else None,
        level=look.level,
        click=column or "",
        notes=notes,
    )
