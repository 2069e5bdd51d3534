"""Visits: events of a customer close in time, or with the same session number."""

from __future__ import annotations

from dataclasses import astuple, dataclass

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.stats.groups import BLANK, Group
from cxlib.tables.hours import seconds

Whole = NDArray[np.int64]
GAP = 1800
"""Seconds without an event after which a new session begins."""


@dataclass(frozen=True, slots=True, eq=False)
class SessionCounts:
    """Sessions by length.

    Attributes:
        seconds: from the first to the last event of a session, shape (k,).
        events: its events, shape (k,).
        n: sessions with that length and those events, shape (k,).
    """

    seconds: Whole
    events: Whole
    n: Whole


@dataclass(frozen=True, slots=True)
class EventSums:
    """Sums over customers of their events (e) and sessions (s), for events a session.

    Attributes:
        customers: customers with a session.
        sessions: sum of s; events: sum of e.
        session_squares: sum of s * s; event_squares: sum of e * e; products: sum of s * e.
    """

    customers: int
    sessions: int
    events: int
    session_squares: float
    event_squares: float
    products: float

    def __add__(self, other: EventSums) -> EventSums:
        """Pool two groups; a customer in both counts in each."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return EventSums(*(mine + theirs for mine, theirs in pairs))


def sessions_by_gap(active: ir.Table, *, gap: int = GAP, by: str | None = None) -> ir.Table:
    """One row a session: `customer`, (`value`,) `seconds`, `events`. Lazy.

    An event more than `gap` seconds after the customer's event before begins a new session. Only
    the first and the last event of each session are kept, then paired.

    Args:
        active: columns `customer`, `happened`, and the segment columns.
        gap: seconds without an event that end a session.
        by: the table's name of a segment column; sessions are then of one value each.
    """
    keys = _keys(active, by)
    marks = active.select(customer=active.customer, happened=active.happened, **keys)
    along = ibis.window(group_by=["customer", *keys], order_by="happened")
    marks = marks.mutate(
        before=marks.happened.lag().over(along),
        after=marks.happened.lead().over(along),
        place=ibis.row_number().over(along),
    )
    pause = ibis.interval(seconds=gap)
    marks = marks.mutate(
        starts=(marks.happened > marks.before + pause).fill_null(True),
        ends=(marks.after > marks.happened + pause).fill_null(True),
    )
    edges = marks.filter(marks.starts | marks.ends)
    paired = ibis.window(group_by=["customer", *keys], order_by="place")
    edges = edges.mutate(
        last=edges.happened.lead().over(paired), last_place=edges.place.lead().over(paired)
    )
    sessions = edges.filter(edges.starts)
    alone = sessions.ends
    lasted = seconds(sessions.last) - seconds(sessions.happened)
    return sessions.select(
        "customer",
        *keys,
        seconds=ibis.ifelse(alone, 0, lasted),
        events=ibis.ifelse(alone, 1, sessions.last_place - sessions.place + 1),
    )


def sessions_by_number(active: ir.Table, *, by: str | None = None) -> ir.Table:
    """One row a customer and session number: `customer`, (`value`,) `seconds`, `events`. Lazy.

    Events without a number belong to no session.
    """
    known = active.filter(active.session.notnull())
    keys = _keys(known, by)
    each = known.group_by(customer=known.customer, session=known.session, **keys).agg(
        first=known.happened.min(), last=known.happened.max(), events=portable.count()
    )
    lasted = seconds(each.last) - seconds(each.first)
    return each.select("customer", *keys, "events", seconds=lasted)


def session_lengths(sessions: ir.Table) -> ir.Table:
    """Sessions by (`value`,) `seconds` and `events`: `n`. Lazy."""
    keys = [name for name in ("value",) if name in sessions.columns]
    return sessions.group_by(*keys, "seconds", "events").agg(n=portable.count())


def visit_counts(sessions: ir.Table) -> ir.Table:
    """Customers by their number of sessions: (`value`,) `visits`, `n`, and their events. Lazy.

    `events` is the sum of the customers' events, `squares` that of their squares.
    """
    keys = [name for name in ("value",) if name in sessions.columns]
    each = sessions.group_by("customer", *keys).agg(
        visits=portable.count(), e=sessions.events.sum().cast("float64")
    )
    return each.group_by(*keys, "visits").agg(
        n=portable.count(), events=each.e.sum(), squares=(each.e * each.e).sum()
    )


def fullness_of(table: ir.Table | pa.Table, column: str | None) -> dict[Group, EventSums]:
    """Run `visit_counts`, or take its rows: sums of events and sessions over customers."""
    found: dict[Group, EventSums] = {}
    read = table if isinstance(table, pa.Table) else table.to_pyarrow()
    for row in read.to_pylist():
        group, times, n = Group(column, row.get("value")), int(row["visits"]), int(row["n"])
        one = EventSums(
            customers=n,
            sessions=n * times,
            events=round(row["events"]),
            session_squares=float(n * times * times),
            event_squares=row["squares"],
            products=times * row["events"],
        )
        found[group] = found[group] + one if group in found else one
    return found


def lengths_of(table: ir.Table | pa.Table, column: str | None) -> dict[Group, SessionCounts]:
    """Run `session_lengths`, or take its rows, and fold them by segment value; arrays stay."""
    read = table if isinstance(table, pa.Table) else table.to_pyarrow()
    arrays = [read[name].to_numpy().astype(np.int64) for name in ("seconds", "events", "n")]
    if "value" not in read.column_names:
        return {Group(column): SessionCounts(*arrays)} if len(read) else {}
    coded = read["value"].combine_chunks().dictionary_encode()
    codes = coded.indices.to_numpy()
    return {
        Group(column, value): SessionCounts(*(one[codes == place] for one in arrays))
        for place, value in enumerate(coded.dictionary.to_pylist())
    }


def _keys(table: ir.Table, by: str | None) -> dict[str, ir.Value]:
    return {} if by is None else {"value": table[by].fill_null(BLANK)}
