"""A filter being built: rows and groups of rows, some of them not complete yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from cxlib.errors import BadOption
from cxlib.tables.fields import Field, Kind
from cxlib.tables.filters import BOUNDS, TAKES, AnyOf, Condition, Filter, Op, day_of, joined
from cxlib.tables.source import BLANK

TEXT_OPS: tuple[Op, ...] = ("contains", "does not contain", "starts with", "does not start with")
BLANK_OPS: tuple[Op, ...] = ("is blank", "is not blank")
OPS: dict[Kind, tuple[Op, ...]] = {
    "values": ("is", "is not", *TEXT_OPS, *BLANK_OPS),
    "number": (*BOUNDS, "is", "is not", *BLANK_OPS),
    "date": (*BOUNDS, *BLANK_OPS),
    "text": (*TEXT_OPS, "is", "is not", *BLANK_OPS),
}
"""What can be asked of each kind of column, the usual first."""


@dataclass(frozen=True, slots=True)
class Row:
    """One condition; `values` may be too few yet. `id` tells its controls from others."""

    id: int
    column: str
    op: Op
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixed:
    """A part that no row can show; it stays as it is, or is removed."""

    id: int
    filter: Filter


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that are joined the other way than the whole."""

    id: int
    rows: tuple[Row | Fixed, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole: `every` item has to hold or one of them; `following` is the next free id."""

    every: bool = True
    items: tuple[Row | Fixed | Group, ...] = ()
    following: int = 0


def drafted(start: Filter | None, fields: Mapping[str, Field], *, first: int = 0) -> Draft:
    """A filter as rows; what they cannot show stands as it is.

    Args:
        start: the filter; None for none.
        fields: the columns that rows can have, by name.
        first: the first id that is free.
    """
    ids = count(first)
    parts = () if start is None else (start,) if isinstance(start, Condition) else start.parts
    items = tuple(
        _item(part, fields, ids, other=not isinstance(part, type(start))) for part in parts
    )
    return Draft(not isinstance(start, AnyOf), items, next(ids))


def drawn(draft: Draft) -> tuple[Filter | None, tuple[str, ...]]:
    """The filter of the rows that are complete, and why rows are refused."""
    refused: list[str] = []
    parts: list[Filter] = []
    for item in draft.items:
        rows = item.rows if isinstance(item, Group) else (item,)
        found = [one for row in rows if (one := _filter(row, refused)) is not None]
        part = joined(found, every=not draft.every)
        parts += [part] if part is not None else []
    return joined(parts, every=draft.every), tuple(refused)


def with_row(draft: Draft, column: Field, group: int | None = None) -> Draft:
    """With one more row about `column`, in a group where its id is given."""
    row = Row(draft.following, column.column, OPS[column.kind][0])
    items = tuple(
        replace(one, rows=(*one.rows, row)) if isinstance(one, Group) and one.id == group else one
        for one in draft.items
    )
    return replace(
        draft, items=(*items, row) if group is None else items, following=draft.following + 1
    )


def with_group(draft: Draft, column: Field) -> Draft:
    """With one more group of one row about `column`."""
    made = Group(draft.following, ())
    grouped = replace(draft, items=(*draft.items, made), following=draft.following + 1)
    return with_row(grouped, column, made.id)


def without(draft: Draft, gone: int) -> Draft:
    """Without the row or group of that id, and without groups that have no row then."""
    items: list[Row | Fixed | Group] = []
    for item in draft.items:
        if isinstance(item, Group) and item.id != gone:
            rows = tuple(row for row in item.rows if row.id != gone)
            items += [replace(item, rows=rows)] if rows else []
        elif item.id != gone:
            items.append(item)
    return replace(draft, items=tuple(items))


def _item(
    part: Filter, fields: Mapping[str, Field], ids: Iterator[int], *, other: bool
) -> Row | Fixed | Group:
    """A part as a row, or as a group where it is joined the `other` way and has no groups."""
    here = next(ids)
    if isinstance(part, Condition):
        return _row(here, part, fields)
    if not other or not all(isinstance(one, Condition) for one in part.parts):
        return Fixed(here, part)
    rows = (_row(next(ids), one, fields) for one in part.parts if isinstance(one, Condition))
    return Group(here, tuple(rows))


def _row(here: int, one: Condition, fields: Mapping[str, Field]) -> Row | Fixed:
    field = fields.get(one.column)
    if field is None or one.op not in OPS[field.kind]:
        return Fixed(here, one)
    offered = {*field.values, BLANK}
    listed = one.op in ("is", "is not")
    if listed and not (set(one.values) <= offered if field.values else len(one.values) == 1):
        return Fixed(here, one)
    if one.op in BOUNDS and (day_of(one.values[0]) is None) is (field.kind == "date"):
        return Fixed(here, one)
    return Row(here, one.column, one.op, one.values)


def _filter(row: Row | Fixed, refused: list[str]) -> Filter | None:
    """The row as a filter; None where it is not complete, or refused with the reason."""
    if isinstance(row, Fixed):
        return row.filter
    takes = TAKES[row.op]
    if len(row.values) != takes if takes is not None else not row.values:
        return None
    try:
        return Condition(row.column, row.values, row.op)
    except BadOption as reason:
        refused.append(str(reason))
        return None
