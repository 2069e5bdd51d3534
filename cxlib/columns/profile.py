"""What each column of a file looks like, from a few queries: what guessing rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis.backends import BaseBackend

from cxlib.columns.evidence import FORMATS, readings
from cxlib.columns.tally import SHOWN, Tally, stacked, tally
from cxlib.columns.wording import NOTHING
from cxlib.errors import ColumnMissing

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


@dataclass(frozen=True, slots=True)
class Numbers:
    """How a column reads as numbers, by its decimal mark.

    Attributes:
        readable: cells that are a number.
        whole: cells that are a whole number.
        lowest: smallest number; None without any.
        highest: largest number; None without any.
        decimal: the decimal mark, "." or ",".
        unsure: cells such as "1,234" that the other mark reads as another number.
        sure: whether other cells settle which mark it is.
        leading_zeros: cells of digits that begin with 0, as identifiers do.
        currencies: currency signs seen, in capitals; two of them where they are mixed.
    """

    readable: int = 0
    whole: int = 0
    lowest: float | None = None
    highest: float | None = None
    decimal: str = "."
    unsure: int = 0
    sure: bool = True
    leading_zeros: int = 0
    currencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dates:
    """How a column reads as dates in one format.

    Attributes:
        date_format: as in `mapping.Reading`.
        readable: cells that are a date in it.
        first: earliest.
        last: latest.
        timed: cells with a time other than midnight.
    """

    date_format: str
    readable: int
    first: datetime
    last: datetime
    timed: int


@dataclass(frozen=True, slots=True)
class Column:
    """One column's cells, counted.

    Attributes:
        name: as in the file.
        filled: cells that are not blank.
        distinct: different values among them.
        examined: filled cells that the counts of `numbers`, `dates`, `flags` and `nothing` are of:
            all of them up to 10,000 distinct values (fewer in wide files) and a million rows, a
            part spread over the file beyond.
        top: (value, cells) pairs, most frequent first, at most 60; cells of the rows counted.
        numbers: reading as numbers.
        dates: readings as dates, for each format that reads any cell.
        flags: cells that say yes or no.
        nothing: cells such as "N/A" that mean the same as a blank.
        nothings: those among `top`.
        length: mean number of characters.
        longest: largest number of characters.
        words: mean number of words.
        worded: share of the examined cells with a letter.
    """

    name: str
    filled: int = 0
    distinct: int = 0
    examined: int = 0
    top: tuple[tuple[str, int], ...] = ()
    numbers: Numbers = Numbers()
    dates: tuple[Dates, ...] = ()
    flags: int = 0
    nothing: int = 0
    nothings: tuple[str, ...] = ()
    length: float = 0.0
    longest: int = 0
    words: float = 0.0
    worded: float = 0.0

    @property
    def examples(self) -> tuple[str, ...]:
        """Up to five of the most frequent values."""
        return tuple(value for value, _ in self.top[:5])

    @property
    def whole_histogram(self) -> bool:
        """Whether `top` holds every value of the column."""
        return 0 < self.distinct == len(self.top)

    def share(self, cells: int) -> float:
        """A count as a fraction of the examined cells that say something, 0 without any."""
        meant = self.examined - self.nothing
        return min(1.0, cells / meant) if meant > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Profile:
    """All columns of a file, in its order; `rows` are the rows of the table."""

    rows: int
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            ColumnMissing: there is none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise ColumnMissing("profile's", name, self.names)


def read_profile(table: ir.Table, upload_columns: tuple[str, ...]) -> Profile:
    """Count what the cells of each column look like.

    Filled and distinct counts are exact for files of any size.

    Args:
        table: `row` (int64) and one string column for each name, blank cells null.
        upload_columns: the names of the columns, in the order of the file.
    """
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
