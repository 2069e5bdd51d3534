"""Typed tables made by hand, as the typed projection of a file would give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import ibis
import pyarrow as pa

from cxlib.columns.kinds import KINDS, Type
from cxlib.columns.mapping import Mapping as Columns
from cxlib.columns.mapping import Reading
from cxlib.tables.source import Source

TYPES = {
    Type.TEXT: pa.string(),
    Type.KEY: pa.string(),
    Type.MOMENT: pa.timestamp("us"),
    Type.SCORE: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.MONEY: pa.int64(),
    Type.FLAG: pa.int64(),
}
Values = Sequence[Any]


def source_of(
    backend: ibis.BaseBackend,
    kind: str,
    roles: Mapping[str, Values],
    *,
    cells: Mapping[str, Values] | None = None,
    readings: Mapping[str, Reading] | None = None,
    rejected: Iterable[tuple[str, int]] = (),
    table: str = "handmade",
) -> Source:
    """A source whose column of each role bears the role's own name.

    A value of None is a blank cell, with the problem "<role> is blank"; a value of `...` is a cell
    that holds something else, with the problem "<role> is wrong". `cells` are the file's further
    columns.
    """
    arrays: dict[str, pa.Array] = {}
    text: dict[str, Values] = dict(cells or {})
    for role, values in roles.items():
        base = KINDS[kind].role(_bare(role))
        known = [None if value is ... else value for value in values]
        arrays[role] = pa.array(known, TYPES[base.type])
        arrays[f"{role}_problem"] = pa.array([_problem(role, value) for value in values], "string")
        text.setdefault(role, [_shown(value) for value in values])
    for column, values in text.items():
        arrays[f"c:{column}"] = pa.array(values, "string")
    rows = len(next(iter(arrays.values())))
    arrays["row"] = pa.array(range(1, rows + 1), "int64")
    numbered = tuple((_bare(role), role) for role in roles if _bare(role) != role)
    pairs = numbered + tuple((role, role) for role in roles if _bare(role) == role)
    lost = tuple(rejected)
    return Source(
        table=backend.create_table(table, pa.table(arrays), overwrite=True),
        mapping=Columns(kind, pairs, tuple((readings or {}).items())),
        name="handmade.csv",
        columns=tuple(text),
        rows=rows + sum(n for _, n in lost),
        rejected=lost,
    )


def _bare(role: str) -> str:
    """The role's name without its number: rating_2 is a rating."""
    return role.partition("_")[0] if role.startswith(("rating_", "counts_")) else role


def _problem(role: str, value: object) -> str | None:
    if value is ...:
        return f"{role} is wrong"
    return f"{role} is blank" if value is None else None


def _shown(value: object) -> str | None:
    if value is ...:
        return "?"
    return None if value is None else str(value)
