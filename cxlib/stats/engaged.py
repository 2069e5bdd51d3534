"""Days, periods, sessions and clicks of customers, read from events or purchases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.activity_days import (
    ActiveGaps,
    PeriodMoves,
    active_day_counts,
    active_gaps,
    daily,
    gaps_of,
    histogram_of,
    moves_of,
    period_moves,
)
from cxlib.stats.asked import first_and_last, first_reason, segments_of
from cxlib.stats.clicks import ClickSums, click_sums, clicks_of
from cxlib.stats.groups import Group
from cxlib.stats.sessions import (
    GAP,
    EventSums,
    SessionCounts,
    fullness_of,
    lengths_of,
    session_lengths,
    sessions_by_gap,
    sessions_by_number,
    visit_counts,
)
from cxlib.stats.together import read_together
from cxlib.tables.activity import activity
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Histogram = tuple[tuple[int, int], ...]
L_WINDOW, L_WEEK = 28, 7


@dataclass(frozen=True, slots=True)
class ActivityBook:
    """On which days customers were active, for the total and each segment value.

    Attributes:
        gaps: active customers by day and gap.
        moves: active customers by period, where they come from and whether they stay.
        active_days: (active days among the last 28, customers) pairs.
        active_week: (active days among the last 7, customers) pairs.
        first: first day with activity; last: last day with one.
        coverage: rows used and left out.
    """

    gaps: dict[Group, ActiveGaps]
    moves: dict[Group, PeriodMoves]
    active_days: dict[Group, Histogram]
    active_week: dict[Group, Histogram]
    first: date
    last: date
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class SessionBook:
    """Sessions and clicks, for the total and each segment value.

    Attributes:
        sessions: sessions by length.
        visits: (sessions, customers) pairs.
        events: sums of events and sessions over customers.
        clicks: what was shown and clicked; empty without such columns.
        numbered: whether sessions stem from the file's own numbers.
        unnumbered: events without a session number, which belong to no session.
        timed: whether any event has a time of day; without one, no length is known.
    """

    sessions: dict[Group, SessionCounts]
    visits: dict[Group, Histogram]
    events: dict[Group, EventSums]
    clicks: dict[Group, ClickSums]
    numbered: bool
    unnumbered: int
    timed: bool


@dataclass(frozen=True, slots=True)
class EventBook:
    """What customers did, for the total and each segment value.

    Attributes:
        gaps: active customers by day and gap.
        moves: active customers by period, where they come from and whether they stay.
        sessions: sessions by length.
        visits: (sessions, customers) pairs.
        active_days: (active days among the last 28, customers) pairs.
        clicks: what was shown and clicked; empty without such columns.
        first: first day with an event; last: last day with one.
        numbered: whether sessions stem from the file's own numbers.
        unnumbered: events without a session number, which belong to no session.
        coverage: rows used and left out.
    """

    gaps: dict[Group, ActiveGaps]
    moves: dict[Group, PeriodMoves]
    sessions: dict[Group, SessionCounts]
    visits: dict[Group, Histogram]
    active_days: dict[Group, Histogram]
    clicks: dict[Group, ClickSums]
    first: date
    last: date
    numbered: bool
    unnumbered: int
    coverage: Coverage


def read_activity(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
) -> ActivityBook:
    """Read the days and periods on which customers were active.

    Args:
        source: events, or transactions, whose purchases are the activity.
        period: day, week, month, quarter or year, by the calendar, for comings and goings.
        selection: filters and range of days.
        by: segment columns, each on its own; a customer counts once in each value.

    Raises:
        NotEnoughData: no row can be used.
    """
    return _activity(source, *_used(source, selection), period, by)


def _activity(
    source: Source, kept: ir.Table, coverage: Coverage, period: str, by: Sequence[str]
) -> ActivityBook:
    first, last = first_and_last(kept)
    book = ActivityBook({}, {}, {}, {}, first, last, coverage)
    segments = segments_of(source, by)
    days = daily(kept, by=[name for _, name in segments if name])
    counts = []
    for _, segment in segments:
        counts += [
            active_gaps(days, by=segment),
            period_moves(days, period=period, by=segment),
            active_day_counts(days, last=last, days=L_WINDOW, by=segment),
            active_day_counts(days, last=last, days=L_WEEK, by=segment),
        ]
    rows = iter(read_together(counts))
    for column, _ in segments:
        book.gaps.update(gaps_of(next(rows), column))
        book.moves.update(moves_of(next(rows), column))
        book.active_days.update(histogram_of(next(rows), column, "days"))
        book.active_week.update(histogram_of(next(rows), column, "days"))
    return book


def read_sessions(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    gap: int = GAP,
    numbered: bool = True,
) -> SessionBook:
    """Read the sessions and clicks of an event log.

    Args:
        source: events.
        selection: filters and range of days.
        by: segment columns, each on its own; a customer counts once in each value.
        gap: seconds without an event that end a session, where numbers are not used.
        numbered: whether to use the file's session numbers, where it has them.

    Raises:
        NotEnoughData: no event can be used.
        BadOption: the gap is not above 0.
    """
    return _sessions(source, _used(source, selection)[0], by, gap, numbered=numbered)


def _sessions(
    source: Source, kept: ir.Table, by: Sequence[str], gap: int, *, numbered: bool
) -> SessionBook:
    if gap <= 0:
        raise BadOption(f"The gap between sessions is {gap} seconds; it has to be above 0.")
    by_number = numbered and source.has("session")
    clicked = source.has("shown") and source.has("clicked")
    book = SessionBook({}, {}, {}, {}, by_number, _unnumbered(kept, by_number), _timed(kept))
    segments = segments_of(source, by)
    for column, segment in segments:
        sessions = (
            sessions_by_number(kept, by=segment)
            if by_number
            else sessions_by_gap(kept, gap=gap, by=segment)
        )
        lengths, visits = read_together([session_lengths(sessions), visit_counts(sessions)])
        book.sessions.update(lengths_of(lengths, column))
        book.visits.update(histogram_of(visits, column, "visits"))
        book.events.update(fullness_of(visits, column))
    if clicked:
        each = daily(kept, by=[name for _, name in segments if name])
        sums = read_together([click_sums(each, by=segment) for _, segment in segments])
        for (column, _), rows in zip(segments, sums, strict=True):
            book.clicks.update(clicks_of(rows, column))
    return book


def read_engagement(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    gap: int = GAP,
) -> EventBook:
    """Read days, periods, sessions and clicks of an event log.

    Args:
        source: events.
        period: day, week, month, quarter or year, by the calendar, for comings and goings.
        selection: filters and range of days.
        by: segment columns, each on its own; a customer counts once in each value.
        gap: seconds without an event that end a session, where the file has no session numbers.

    Raises:
        NotEnoughData: no event can be used.
        BadOption: the gap is not above 0.
    """
    kept, coverage = _used(source, selection)
    active = _activity(source, kept, coverage, period, by)
    visited = _sessions(source, kept, by, gap, numbered=True)
    return EventBook(
        gaps=active.gaps,
        moves=active.moves,
        sessions=visited.sessions,
        visits=visited.visits,
        active_days=active.active_days,
        clicks=visited.clicks,
        first=active.first,
        last=active.last,
        numbered=visited.numbered,
        unnumbered=visited.unnumbered,
        coverage=active.coverage,
    )


def _used(source: Source, selection: Selection) -> tuple[ir.Table, Coverage]:
    """The rows with a customer and a day, and where the others went."""
    question = activity(source, selection=selection)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Engagement", have=0, need=1, unit="event", hint=hint)
    return question.kept, coverage


def _unnumbered(kept: ir.Table, numbered: bool) -> int:
    if not numbered:
        return 0
    return int(kept.filter(kept.session.isnull()).count().to_pyarrow().as_py())


def _timed(kept: ir.Table) -> bool:
    later = kept.filter(kept.happened > kept.day.cast("timestamp"))
    return int(later.limit(1).count().to_pyarrow().as_py()) > 0
