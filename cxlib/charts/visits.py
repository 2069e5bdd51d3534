"""Charts of sessions: how long, how full, how often."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.compared import Compared, Measure, compared_bars
from cxlib.charts.scores import Look
from cxlib.charts.words import UNKNOWN, count, number
from cxlib.locale.speak import say
from cxlib.metrics.engagement import (
    EventMean,
    SessionFigures,
    VisitFigures,
    counts_between,
    session_figures,
    visit_figures,
    visits_against_rest,
)
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.sessions import SessionCounts

MINUTE = 60
MINUTES = (0, 1, 3, 10, 30, 60)
NUMBERS = (1, 2, 3, 4, 5, 6, 11, 21)
MOST_ROWS = 50

Histogram = Sequence[tuple[int, int]]


def session_lengths(sessions: SessionCounts, look: Look) -> Chart:
    """Time on site as shares of the sessions, with the share whose length is not known."""
    figures = session_figures(sessions)
    timed = sessions.events > 1
    edges = [MINUTE * one for one in MINUTES]
    counts = counts_between(sessions.seconds[timed], sessions.n[timed], edges)
    bars = [Point(n / figures.n, n=n) for n in counts] if figures.n else []
    unknown = Point(
        figures.unknown_share, n=figures.unknown, hollow=True, note=say("sessions of one event")
    )
    return Chart(
        kind=Kind.HISTOGRAM,
        title=(
            say("Time on site is not known")
            if figures.median_seconds is None
            else say(
                "Half of the sessions with a known length last {time} or longer",
                time=minutes_text(figures.median_seconds),
            )
        ),
        labels=(*_between(MINUTES), say("not known")),
        series=(Series(say("Sessions"), (*bars, unknown)),),
        axis=Axis(say("Share of sessions"), low=0, form=".0%"),
        x_axis=Axis(say("Minutes from first to last event"), form=",.0f"),
        subtitle=look.selection,
        method=say(
            "Time on site runs from the first to the last event of a session. A session of one "
            "event has no length that could be measured: it is shown as not known, not as zero."
        ),
        source=look.source,
        n=figures.n,
        notes=(
            say(
                "{n} of {all} sessions ({share}) have one event: their length is not known.",
                n=count(figures.unknown),
                all=count(figures.n),
                share=number(figures.unknown_share, ".1%"),
            ),
        ),
    )


def events_per_session(
    sessions: SessionCounts, look: Look, *, mean: EventMean | None = None
) -> Chart:
    """Sessions by their number of events, and the mean with its limits."""
    figures = session_figures(sessions)
    counts = counts_between(sessions.events, sessions.n, NUMBERS)
    return Chart(
        kind=Kind.HISTOGRAM,
        title=say(
            "A session has {mean} events on average",
            mean=number(figures.mean_events, ",.1f"),
        ),
        labels=_labels(NUMBERS),
        series=(
            Series(
                say("Sessions"),
                tuple(Point(n / figures.n if figures.n else None, n=n) for n in counts),
            ),
        ),
        axis=Axis(say("Share of sessions"), low=0, form=".0%"),
        x_axis=Axis(say("Events in the session"), form=",.0f"),
        subtitle=look.selection,
        method=say(
            "Sessions by the number of their events. The limits of the mean take customers as the "
            "unit: sessions of a customer are alike (ratio estimator: Cochran, 1977)."
        ),
        source=look.source,
        n=figures.n,
        notes=_mean_note(mean, look),
    )


def _mean_note(mean: EventMean | None, look: Look) -> tuple[str, ...]:
    if mean is None or mean.low is None:
        return ()
    return (
        say(
            "Mean {mean} ({level} interval {span}).",
            mean=number(mean.mean, ",.2f"),
            level=number(look.level, ".0%"),
            span=limits(mean.low, mean.high, ",.2f"),
        ),
    )


def visits_per_customer(visits: Histogram, look: Look) -> Chart:
    """Customers by their number of sessions."""
    found = visit_figures(visits, level=look.level)
    values, n = zip(*visits, strict=True) if visits else ((), ())
    counts = counts_between(values, n, NUMBERS) if visits else ()
    return Chart(
        kind=Kind.HISTOGRAM,
        title=(
            say("Sessions of a customer")
            if found is None
            else say(
                "Half of the customers have {median} sessions or more",
                median=number(found.median, ",g"),
            )
        ),
        labels=_labels(NUMBERS) if visits else (),
        series=(
            Series(
                say("Customers"),
                tuple(Point(one / found.customers, n=one) for one in counts) if found else (),
            ),
        ),
        axis=Axis(say("Share of customers"), low=0, form=".0%"),
        x_axis=Axis(say("Sessions of the customer"), form=",.0f"),
        subtitle=look.selection,
        method=say("Customers by the number of their sessions in view."),
        source=look.source,
        n=found.customers if found else None,
    )


def visits_by_group(visits: Mapping[Group, Histogram], look: Look, *, column: str) -> Chart:
    """Mean sessions a customer for every group of a column, with limits and tests."""
    groups = {group: pairs for group, pairs in visits.items() if group.column == column}
    overlap = _customers(*groups.values()) > _customers(visits.get(TOTAL, ()))
    tests = {} if overlap else visits_against_rest(groups)
    measure = Measure(
        say("Sessions a customer"),
        Axis(say("Sessions a customer (mean)"), low=0, form=",.2f"),
        say(
            "Mean sessions of the group's customers, with Student's t limits: customers are the "
            "unit. A group is tested against all others by Welch's test (1947); p-values are "
            "adjusted by Benjamini and Hochberg. n is the customers."
        ),
    )

    def compared(group: Group) -> Compared:
        found = visit_figures(visits.get(group, ()), level=look.level)
        return Compared(
            group.label,
            Point(found.mean, found.mean_low, found.mean_high, found.customers)
            if found
            else Point(None),
            tests.get(group, (None, None))[1],
        )

    found = [compared(group) for group in groups]
    chart = compared_bars(found, measure, look, column=column, total=compared(TOTAL))
    if not overlap:
        return chart
    note = say("Customers are in several groups, so that the groups are not tested.")
    return replace(chart, notes=(*chart.notes, note))


def _customers(*visits: Histogram) -> int:
    return sum(n for pairs in visits for _, n in pairs)


def session_table(
    sessions: Mapping[Group, SessionCounts],
    visits: Mapping[Group, Histogram],
    look: Look,
    *,
    column: str | None,
) -> Chart:
    """Sessions of the whole and of every group in numbers, as a table."""
    rows = [group for group in sessions if group.column in (None, column)]
    rows.sort(key=lambda group: (not group.is_total, -int(sessions[group].n.sum())))
    columns = (
        say("Group"),
        say("Sessions"),
        say("Customers"),
        say("Sessions a customer"),
        say("Interval"),
        say("Median (quartiles)"),
        say("Minutes on site"),
        say("Length not known"),
        say("Events a session"),
    )
    notes = [
        say("Minutes on site: median and quartiles of the sessions with a known length."),
    ]
    if len(rows) > MOST_ROWS + 1:
        notes.append(say("The {n} largest groups are shown.", n=MOST_ROWS))
    return Chart(
        kind=Kind.TABLE,
        title=say("Sessions in numbers"),
        subtitle=look.subtitle(),
        method=say(
            "Means of customers have Student's t limits. Quantiles interpolate between "
            "neighbouring values (Hyndman and Fan, 1996, type 7)."
        ),
        source=look.source,
        n=int(sessions[TOTAL].n.sum()) if TOTAL in sessions else None,
        level=look.level,
        table=Table(
            columns,
            tuple(
                _session_row(
                    group,
                    session_figures(sessions[group]),
                    visit_figures(visits.get(group, ()), level=look.level),
                )
                for group in rows[: MOST_ROWS + 1]
            ),
            ("", ",d", ",d", ",.2f", "", "", "", ".1%", ",.1f"),
        ),
        notes=tuple(notes),
    )


def minutes_text(seconds: float) -> str:
    """A time for a sentence: seconds below a minute, else minutes, hours or days."""
    if seconds < MINUTE:
        return say("{n} s", n=number(seconds, ",.0f"))
    if seconds < 120 * MINUTE:
        return say("{n} min", n=number(seconds / MINUTE, ",.1f"))
    if seconds < 48 * 60 * MINUTE:
        return say("{n} h", n=number(seconds / 3600, ",.1f"))
    return say("{n} days", n=number(seconds / 86_400, ",.1f"))


def _between(edges: Sequence[int]) -> tuple[str, ...]:
    """Names of the ranges between moments, the first and last ones open: "< 1", "1–3", "60+"."""
    middle = (f"{low}–{high}" for low, high in pairwise(edges[1:]))
    return (f"< {edges[1]}", *middle, f"{edges[-1]}+")


def _labels(edges: Sequence[int]) -> tuple[str, ...]:
    """Names of the ranges between whole numbers, the last one open: "1", "6–10", "21+"."""
    named = [
        str(low) if after == low + 1 else f"{low}–{after - 1}" for low, after in pairwise(edges)
    ]
    return (*named, f"{edges[-1]}+")


def _session_row(
    group: Group, sessions: SessionFigures, visits: VisitFigures | None
) -> tuple[Cell, ...]:
    return (
        group.label if group.column else say("All customers"),
        sessions.n,
        visits.customers if visits else None,
        visits.mean if visits else None,
        limits(visits.mean_low, visits.mean_high, ",.2f") if visits else UNKNOWN,
        _median(visits) if visits else UNKNOWN,
        _minutes(sessions),
        sessions.unknown_share,
        sessions.mean_events,
    )


def _minutes(sessions: SessionFigures) -> str:
    if sessions.median_seconds is None or sessions.quartiles is None:
        return UNKNOWN
    low, high = (one / MINUTE for one in sessions.quartiles)
    middle = number(sessions.median_seconds / MINUTE, ",.1f")
    return f"{middle} ({limits(low, high, ',.1f')})"


def _median(visits: VisitFigures) -> str:
    middle = number(visits.median, ",g")
    return f"{middle} ({limits(visits.lower, visits.upper, ',g')})"


def limits(low: float | None, high: float | None, form: str) -> str:
    """Two limits for a table; a dash where they are not known."""
    if low is None or high is None:
        return UNKNOWN
    return say("{low} to {high}", low=number(low, form), high=number(high, form))
