"""What the columns of a file look like: counts that guessing rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cxlib.columns.mapping import Split
from cxlib.errors import ColumnMissing


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
    """What a file holds.

    Attributes:
        rows: rows of the table.
        columns: all columns, in the order of the file.
        splits: the questions of a long survey.
        extra: what those look like as columns of their own.
    """

    rows: int
    columns: tuple[Column, ...]
    splits: tuple[Split, ...] = ()
    extra: tuple[Column, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name, or the question.

        Raises:
            ColumnMissing: there is none.
        """
        for column in (*self.columns, *self.extra):
            if column.name == name:
                return column
        raise ColumnMissing("profile's", name, self.names)
