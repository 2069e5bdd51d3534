"""Everything that `engagement` answers, read from one event log."""

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
    SessionCounts,
    lengths_of,
    session_lengths,
    sessions_by_gap,
    sessions_by_number,
    visit_counts,
)
from cxlib.tables.activity import activity
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Histogram = tuple[tuple[int, int], ...]
L_WINDOW = 28


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
    if gap <= 0:
        raise BadOption(f"The gap between sessions is {gap} seconds; it has to be above 0.")
    question = activity(source, selection=selection)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Engagement", have=0, need=1, unit="event", hint=hint)
    kept = question.kept
    first, last = first_and_last(kept)
    numbered = source.has("session")
    clicked = source.has("shown") and source.has("clicked")
    book = EventBook(
        {}, {}, {}, {}, {}, {}, first, last, numbered, _unnumbered(kept, numbered), coverage
    )
    for column, segment in segments_of(source, by):
        book.gaps.update(gaps_of(active_gaps(kept, by=segment), column))
        book.moves.update(moves_of(period_moves(kept, period=period, by=segment), column))
        sessions = (
            sessions_by_number(kept, by=segment)
            if numbered
            else sessions_by_gap(kept, gap=gap, by=segment)
        )
        book.sessions.update(lengths_of(session_lengths(sessions), column))
        book.visits.update(histogram_of(visit_counts(sessions), column, "visits"))
        lately = active_day_counts(kept, last=last, days=L_WINDOW, by=segment)
        book.active_days.update(histogram_of(lately, column, "days"))
        if clicked:
            book.clicks.update(clicks_of(click_sums(kept, by=segment), column))
    return book


def _unnumbered(kept: ir.Table, numbered: bool) -> int:
    if not numbered:
        return 0
    return int(kept.filter(kept.session.isnull()).count().to_pyarrow().as_py())
