"""What each column of a file looks like, from a few queries: what guessing rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis.backends import BaseBackend

from cxlib.columns.column import Column, Dates, Numbers, Profile
from cxlib.columns.evidence import FORMATS, readings
from cxlib.columns.layout import answered_by_scores, answered_by_words, long_questions
from cxlib.columns.mapping import Split
from cxlib.columns.tally import SHOWN, Tally, stacked, tally
from cxlib.columns.wording import NOTHING

__all__ = ["Column", "Dates", "Numbers", "Profile", "read_profile", "split_profile"]

_CELLS = 4_000_000
"""Cells that are fetched at a time."""
_COLUMNS = 500
"""Columns that are fetched at a time."""
_ROWS = 1_000_000
"""Rows beyond which values come from a sample of the rows."""
_SAMPLE = 250_000
"""Rows of that sample."""
_SPREAD = 7_919
"""A prime: multiplied with the row it spreads the sample over the file."""
_READ = 10_000
"""Distinct values of a column that are read as number, date or yes/no; of more, so many chosen."""
_VALUES = 200_000
"""The same for all columns together."""


def read_profile(table: ir.Table, upload_columns: tuple[str, ...]) -> Profile:
    """Count what the cells of each column look like, and of each question of a long survey.

    Filled and distinct counts are exact for files of any size.

    Args:
        table: `row` (int64) and one string column for each name, blank cells null.
        upload_columns: the names of the columns, in the order of the file.
    """
    profile = _read(table, upload_columns)
    splits = long_questions(profile)
    extra = split_profile(table, splits).columns if splits else ()
    if not any(map(answered_by_scores, extra)):
        return profile
    telling = [
        (split, column)
        for split, column in zip(splits, extra, strict=True)
        if answered_by_scores(column) or answered_by_words(column)
    ]
    kept, seen = zip(*telling, strict=True)
    return replace(profile, splits=kept, extra=seen)


def split_profile(table: ir.Table, splits: Sequence[Split]) -> Profile:
    """The questions of a long survey as columns of their own, profiled like those of a file."""
    columns = {
        one.name: ibis.ifelse(table[one.question] == one.value, table[one.answer], None)
        for one in splits
    }
    return _read(table.select("row", **columns), tuple(columns))


def _read(table: ir.Table, upload_columns: tuple[str, ...]) -> Profile:
    rows = int(table.count().to_pyarrow().as_py())
    large = rows > _ROWS
    part = table.filter((table.row * _SPREAD) % rows < _SAMPLE) if large else table
    tallies = _tallies(part, upload_columns, _SAMPLE if large else rows)
    if large:
        exact = _exact_counts(table, upload_columns)
        tallies = [
            replace(one, filled=exact[one.name]["filled"], distinct=exact[one.name]["distinct"])
            for one in tallies
        ]
    found = _columns(tallies, table.get_backend())
    return Profile(rows, tuple(found.get(name, Column(name)) for name in upload_columns))


def _tallies(table: ir.Table, names: tuple[str, ...], rows: int) -> list[Tally]:
    """Each column that has a cell, counted; a few hundred columns are fetched at a time."""
    size = max(1, min(_COLUMNS, _CELLS // max(1, rows)))
    choose = max(SHOWN, min(_READ, _VALUES // max(1, len(names))))
    found: list[Tally] = []
    for start in range(0, len(names), size):
        chunk = names[start : start + size]
        cells = table.select(*chunk).to_pyarrow()
        counted = (tally(name, cells[name], choose=choose) for name in chunk)
        found += [one for one in counted if one]
    return found


def _exact_counts(table: ir.Table, names: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """Filled and distinct cells of each column over all rows, a column at a time for memory."""
    found = {}
    for name in names:
        cells = table[name]
        query = table.agg(filled=cells.count(), distinct=cells.nunique())
        found[name] = query.to_pyarrow().to_pylist()[0]
    return found


def _columns(tallies: list[Tally], backend: BaseBackend) -> dict[str, Column]:
    """The counts of each column, read on the table's own cursor: the default one is shared."""
    if not tallies:
        return {}
    read = backend.to_pyarrow(readings(ibis.memtable(stacked(tallies)))).to_pylist()
    rows = {row["column"]: row for row in read}
    return {one.name: _column(one, rows[one.name]) for one in tallies}


def _column(counted: Tally, row: dict[str, Any]) -> Column:
    return Column(
        name=counted.name,
        filled=counted.filled,
        distinct=counted.distinct,
        examined=row["examined"],
        top=counted.top,
        numbers=_numbers(row),
        dates=tuple(_dates(row)),
        flags=row["flags"] or 0,
        nothing=row["nothing"] or 0,
        nothings=tuple(value for value, _ in counted.top if value.lower() in NOTHING),
        length=counted.length,
        longest=counted.longest,
        words=counted.words,
        worded=(row["worded"] or 0) / row["examined"],
    )


def _numbers(row: dict[str, Any]) -> Numbers:
    point, comma, unsure = row["point"] or 0, row["comma"] or 0, row["unsure"] or 0
    if point == comma:
        sure = unsure == 0
        # Only "1.234" and the like: thousands where most are round, as amounts in rupiah are.
        decimal = "," if (row["hundreds"] or 0) * 2 > unsure and _pointed(row) else "."
    else:
        sure, decimal = True, "." if point > comma else ","
    name = "point" if decimal == "." else "comma"
    return Numbers(
        readable=row[name] or 0,
        whole=row[f"{name}_whole"] or 0,
        lowest=row[f"{name}_lowest"],
        highest=row[f"{name}_highest"],
        decimal=decimal,
        unsure=unsure,
        sure=sure,
        leading_zeros=row["zeros"] or 0,
        currencies=tuple(sorted({row["currency"], row["other_currency"]} - {None})),
    )


def _pointed(row: dict[str, Any]) -> bool:
    """Whether the unsettled cells are written with points: their sum by a point is the smaller."""
    return (row["point_highest"] or 0) < (row["comma_highest"] or 0)


def _dates(row: dict[str, Any]) -> Iterator[Dates]:
    for name, formats in FORMATS.items():
        for place, date_format in enumerate(formats):
            key = f"{name}{place}"
            if row[key]:
                first, last = row[f"{key}_first"], row[f"{key}_last"]
                yield Dates(date_format, row[key], first, last, row[f"{key}_timed"] or 0)
