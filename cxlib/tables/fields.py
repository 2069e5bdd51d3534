"""What a filter can say of each column: its values, or the range of its numbers or days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.columns.numbers import MONEY
from cxlib.engine import portable
from cxlib.tables.filters import typed_as
from cxlib.tables.source import SEGMENT, Source

Kind = Literal["values", "number", "date", "text"]

MOST_VALUES = 40
CHUNK = 40
"""Columns that one query reads."""
NUMERIC = re.compile(r"-?(0|[1-9][0-9]*)([.][0-9]*)?([eE][+-]?[0-9]+)?")
"""Numbers; codes such as 007 are none."""
DATED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?")


@dataclass(frozen=True, slots=True)
class Field:
    """A column, as the control of a filter needs it.

    Attributes:
        column: the column of the file.
        kind: "values" for few distinct texts, "number", "date", or "text" for many texts.
        values: the distinct cells without blanks, in order, where there are at most `MOST_VALUES`.
        low: the least number or the first day; None for text, and where there is none.
        high: the greatest number or the last day.
    """

    column: str
    kind: Kind
    values: tuple[str, ...] = ()
    low: float | date | None = None
    high: float | date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Measure:
    """A column as numbers or days.

    Attributes:
        column: the column of the file.
        kind: "number" or "date".
        value: null where a cell is none.
        unit: what one is in `value`: `MONEY` for amounts.
        sure: whether the column bears such a role; else all its cells have to be read.
    """

    column: str
    kind: Kind
    value: ir.Value
    unit: int = 1
    sure: bool = False


def fields_of(source: Source) -> tuple[Field, ...]:
    """Every column that is not personal, in the file's order; a few queries.

    A column that bears a role of numbers or dates is of that kind. So is one without a role whose
    every cell is a plain number or an ISO day.
    """
    personal = {column for column, _ in source.mapping.personal}
    columns = [one for one in source.columns if one not in personal]
    found: dict[str, Field] = {}
    for start in range(0, len(columns), CHUNK):
        found |= _fields(source, columns[start : start + CHUNK])
    return tuple(found[one] for one in columns)


def _fields(source: Source, columns: Sequence[str]) -> dict[str, Field]:
    """Three queries: distinct cells and their ends, the values of few, the ranges."""
    cells = {one: source.table[SEGMENT + one] for one in columns}
    asked = {f"n{i}": cell.nunique() for i, cell in enumerate(cells.values())}
    asked |= {f"low{i}": cell.min() for i, cell in enumerate(cells.values())}
    asked |= {f"high{i}": cell.max() for i, cell in enumerate(cells.values())}
    row = _one_row(source, asked)
    few = [one for i, one in enumerate(columns) if 0 < row[f"n{i}"] <= MOST_VALUES]
    values = _values(source, few) if few else {}
    ends = {one: (row[f"low{i}"], row[f"high{i}"]) for i, one in enumerate(columns)}
    measures = [_measure(source, one, ends[one]) for one in columns]
    ranges = _ranges(source, [one for one in measures if one is not None])
    found = {}
    for one in columns:
        known = values.get(one, ())
        usual = Field(one, "values" if known else "text")
        found[one] = replace(ranges.get(one, usual), values=known)
    return found


def _one_row(source: Source, asked: Mapping[str, ir.Scalar]) -> dict[str, Any]:
    found: list[dict[str, Any]] = source.table.agg(**asked).to_pyarrow().to_pylist()
    return found[0]


def _values(source: Source, columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The distinct cells of some columns of few; one query."""
    table = source.table
    each = [
        table.select(place=ibis.literal(i, "int64"), value=table[SEGMENT + one]).distinct()
        for i, one in enumerate(columns)
    ]
    every = each[0].union(*each[1:]) if len(each) > 1 else each[0]
    found: dict[str, list[str]] = {one: [] for one in columns}
    for row in every.to_pyarrow().to_pylist():
        if row["value"] is not None:
            found[columns[row["place"]]].append(row["value"])
    return {one: tuple(sorted(values)) for one, values in found.items()}


def _measure(source: Source, column: str, ends: tuple[str | None, str | None]) -> Measure | None:
    """The column by its role or, without one, by the first and the last of its cells."""
    known = typed_as(source, column)
    if known is not None:
        name, role = known
        value = source.table[name]
        if role.type is Type.MOMENT:
            return Measure(column, "date", value.date(), sure=True)
        return Measure(column, "number", value, MONEY if role.type is Type.MONEY else 1, sure=True)
    if None in ends or any(column == borne for _, borne in source.mapping.roles):
        return None
    cell = source.table[SEGMENT + column]
    if all(NUMERIC.fullmatch(end or "") for end in ends):
        return Measure(column, "number", portable.number_of(cell))
    if all(DATED.fullmatch(end or "") for end in ends):
        return Measure(column, "date", portable.day_of(cell))
    return None


def _ranges(source: Source, measures: Sequence[Measure]) -> dict[str, Field]:
    """The columns that are numbers or days throughout, with their range; one query."""
    asked: dict[str, ir.Scalar] = {}
    for i, one in enumerate(measures):
        asked |= {f"low{i}": one.value.min(), f"high{i}": one.value.max()}
        asked[f"read{i}"] = one.value.count()
        asked[f"cells{i}"] = source.table[SEGMENT + one.column].count()
    if not asked:
        return {}
    row = _one_row(source, asked)
    found = {}
    for i, one in enumerate(measures):
        if one.sure or row[f"read{i}"] == row[f"cells{i}"]:
            low, high = row[f"low{i}"], row[f"high{i}"]
            if one.unit != 1 and low is not None:
                low, high = low / one.unit, high / one.unit
            found[one.column] = Field(one.column, one.kind, (), low, high)
    return found
