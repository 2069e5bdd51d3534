"""Visits: events of a customer close in time, or with the same session number."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Customers by their number of sessions: (`value`,) `visits`, `n`. Lazy."""
    keys = [name for name in ("value",) if name in sessions.columns]
    each = sessions.group_by("customer", *keys).agg(visits=portable.count())
    return each.group_by(*keys, "visits").agg(n=portable.count())


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
