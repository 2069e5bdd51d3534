"""What each column holds: filled and distinct cells, and what its role made of them."""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from cxlib.columns.mapping import HIDE
from cxlib.columns.masking import how_shown
from cxlib.columns.typed import role_names
from cxlib.engine import portable
from cxlib.tables.source import SEGMENT, Source

CHUNK = 40
"""Columns that one query reads."""


@dataclass(frozen=True, slots=True)
class ColumnCells:
    """A column of the file: filled cells, and the different values among them.

    `distinct` is None for a hidden column.
    """

    column: str
    filled: int
    distinct: int | None


@dataclass(frozen=True, slots=True)
class RoleCells:
    """What a role could read.

    Attributes:
        role: the typed table's name of the role.
        column: the column that bears it.
        values: rows with a value that can be used.
        problems: why there is none, (reason, rows) pairs, most frequent first.
    """

    role: str
    column: str
    values: int
    problems: tuple[tuple[str, int], ...]


def read_columns(source: Source) -> tuple[ColumnCells, ...]:
    """Count the cells of every column of the file; one query for `CHUNK` columns."""
    hidden = {one for one in source.columns if how_shown(source.mapping, one) == HIDE}
    found: list[ColumnCells] = []
    for start in range(0, len(source.columns), CHUNK):
        chunk = source.columns[start : start + CHUNK]
        cells = [source.table[SEGMENT + one] for one in chunk]
        asked = {f"n{i}": cell.count() for i, cell in enumerate(cells)}
        asked |= {f"d{i}": cell.nunique() for i, cell in enumerate(cells)}
        row = source.table.agg(**asked).to_pyarrow().to_pylist()[0]
        found += [
            ColumnCells(one, row[f"n{i}"], None if one in hidden else row[f"d{i}"])
            for i, one in enumerate(chunk)
        ]
    return tuple(found)


def read_roles(source: Source) -> tuple[RoleCells, ...]:
    """Count the values of every role and why others are missing; one query for `CHUNK` roles."""
    names = [(n, c) for n, (_, c) in role_names(source.mapping).items() if source.has(n)]
    found: list[RoleCells] = []
    for start in range(0, len(names), CHUNK):
        chunk = names[start : start + CHUNK]
        counted = [
            source.table.group_by(reason=source.table[f"{name}_problem"])
            .agg(n=portable.count())
            .select(place=ibis.literal(i, "int64"), reason=ibis._.reason, n=ibis._.n)
            for i, (name, _) in enumerate(chunk)
        ]
        every = counted[0].union(*counted[1:]) if len(counted) > 1 else counted[0]
        rows = every.to_pyarrow().to_pylist()
        for i, (name, column) in enumerate(chunk):
            here = {row["reason"]: row["n"] for row in rows if row["place"] == i}
            values = here.pop(None, 0)
            problems = sorted(here.items(), key=lambda pair: (-pair[1], pair[0]))
            found.append(RoleCells(name, column, values, tuple(problems)))
    return tuple(found)
