"""Which columns can split a table, and the values they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.engine import portable
from cxlib.tables.comments import TEXTS
from cxlib.tables.source import BLANK, SEGMENT, Source

MOST_VALUES = 40
MOST_COLUMNS = 120
CHUNK = 40
MOST_BLANK, MOST_ALIKE, HANDY = 0.3, 0.9, 12


@dataclass(frozen=True, slots=True)
class Segment:
    """A column with few distinct values: (value, rows) pairs, most frequent first."""

    column: str
    values: tuple[tuple[str, int], ...]


def read_segments(source: Source, *, only: Sequence[str] = ()) -> tuple[Segment, ...]:
    """The columns of 2 to `MOST_VALUES` values that bear no key, date, flag, score or number role.

    Comments split nothing, however few differ, and nobody sees them as they were written.
    Columns that split the rows well come first: few blanks, no value with nearly all rows, not
    too many values; among them those with a text role (plan, channel, ...), in the file's order.

    Args:
        source: the opened dataset.
        only: the columns to look at; none for all.
    """
    roles = source.mapping.file_kind.roles
    named = {role.name: role.type for role in roles}
    borne = {column: named.get(role) for role, column in source.mapping.roles}
    asked = only or source.columns
    hidden = {column for column, _ in source.mapping.personal}
    hidden |= {column for role in TEXTS for column in source.mapping.columns(role)}
    candidates = [c for c in asked if borne.get(c) in (None, Type.TEXT) and c not in hidden]
    distinct: dict[str, int] = {}
    for start in range(0, len(candidates), CHUNK):
        chunk = candidates[start : start + CHUNK]
        counts = {f"n{i}": _cell(source, c).nunique() for i, c in enumerate(chunk)}
        found = source.table.agg(**counts).to_pyarrow().to_pylist()[0]
        distinct |= {column: found[f"n{i}"] for i, column in enumerate(chunk)}
    few = [c for c in candidates if 2 <= distinct[c] <= MOST_VALUES][:MOST_COLUMNS]
    found = [Segment(c, _values(source, c)) for c in few]
    return tuple(sorted(found, key=lambda one: (_lopsided(one), borne.get(one.column) is None)))


def read_days(source: Source, role: str) -> tuple[date, date] | None:
    """First and last day of a date role; None where it has no readable cell."""
    if not source.has(role):
        return None
    day = source.table[role].date()
    found = source.table.agg(first=day.min(), last=day.max()).to_pyarrow().to_pylist()[0]
    return (found["first"], found["last"]) if found["first"] is not None else None


def _lopsided(segment: Segment) -> bool:
    """Whether a column hardly splits the rows: mostly blank, mostly one value, or very many."""
    rows = sum(n for _, n in segment.values)
    blank = sum(n for value, n in segment.values if value == BLANK)
    return (
        blank > MOST_BLANK * rows
        or max(n for _, n in segment.values) > MOST_ALIKE * rows
        or len(segment.values) > HANDY
    )


def _cell(source: Source, column: str) -> ir.StringValue:
    return source.table[SEGMENT + column].fill_null(BLANK)


def _values(source: Source, column: str) -> tuple[tuple[str, int], ...]:
    by_value = source.table.group_by(value=_cell(source, column))
    counted = by_value.agg(n=portable.count()).to_pyarrow().to_pylist()
    return tuple(
        (row["value"], row["n"]) for row in sorted(counted, key=lambda r: (-r["n"], r["value"]))
    )
