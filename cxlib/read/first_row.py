"""Whether the first row of a table holds names or is a row like those below it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_ENOUGH = 20
"""Rows below from which on a value that recurs says something."""
_NARROW = 3
_LONG = 60
_WORDS = 8
_WORDED = 5
_MOST = 0.8
_SOME = 0.2
_OFTEN = 0.05
_COLUMNS = 300
"""Columns that are looked at."""
_NUMBER = re.compile(r"[-+(]?[$€£]?\s?\d[\d.,\s]*%?\)?")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?")
_PRECISE = re.compile(r"\d[-./:,]\d")
_ASKS = re.compile(
    r"(please|kindly|how|what|which|why|when|where|who|do|does|did|is|are|was|were|would|will|have|"
    r"has|can|could|should|rate|tell|describe|explain|select|choose|list|name|thinking|overall|on|"
    r"to|if|based|in|mohon|silakan|sila|tolong|seberapa|bagaimana|apa|apakah|mengapa|kenapa|"
    r"berapa|siapa|jika|menurut|secara|pilih|jelaskan|tuliskan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Column:
    """The first cell of a column and the filled cells below it."""

    first: str
    below: tuple[str, ...]

    @property
    def named(self) -> bool:
        """A word above numbers or dates, as only a name is."""
        return bool(self.first) and not is_value(self.first) and self._share(is_value) >= _MOST

    @property
    def continued(self) -> bool:
        """A number or date above the like."""
        return is_value(self.first) and self._share(is_value) >= _MOST

    @property
    def precise(self) -> bool:
        """A date above dates, or a number with decimals above such: hardly ever a name."""
        if _DATE.fullmatch(self.first):
            return self._share(_is_date) >= _MOST
        return self.continued and _is_precise(self.first) and self._share(_is_precise) >= _SOME

    @property
    def told(self) -> bool:
        """A sentence that asks nothing above sentences."""
        return _is_sentence(self.first) and self._share(_is_worded) >= 0.5

    def recurs(self, least: int) -> bool:
        """Whether the first cell is a word and one of several values below, so many times.

        A column of ticks holds its own name and nothing else.
        """
        if not self.first or is_value(self.first):
            return False
        return self.below.count(self.first) >= least and len(set(self.below)) > 1

    def _share(self, test: Callable[[str], bool]) -> float:
        return sum(map(test, self.below)) / len(self.below) if self.below else 0.0


def is_value(cell: str) -> bool:
    """Whether a cell is a number or a date, so hardly a column's name."""
    return bool(_NUMBER.fullmatch(cell) or _DATE.fullmatch(cell))


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of these rows is data.

    It is where no word stands above numbers, and where there is a date above dates or a number
    with decimals above such; or, in a narrow table, a value that recurs below; or a sentence above
    sentences and nothing that might be a name beside it. Whole numbers may be names (years,
    scores), and so may questions, however long.
    """
    first = tuple(rows[0])
    below = [row for row in rows[1:] if tuple(row) != first]  # names may stand again further down
    if not below:
        return len(first) > 1 and all(map(is_value, first)) and any(map(_is_precise, first))
    columns = _columns(first, below)
    if any(column.named for column in columns):
        return False
    if any(column.precise for column in columns):
        return True
    often = max(3, round(_OFTEN * len(below)))
    if (
        len(first) <= _NARROW
        and len(below) >= _ENOUGH
        and any(one.recurs(often) for one in columns)
    ):
        return True
    return any(column.told for column in columns) and all(
        column.told or column.continued or column.recurs(1) for column in columns if column.first
    )


def doubtful_name(rows: Sequence[Sequence[str]]) -> str:
    """A name that is also a frequent value below it; else ""."""
    below = rows[1:]
    if len(below) < _ENOUGH:
        return ""
    often = max(3, round(_OFTEN * len(below)))
    columns = _columns(rows[0], below)
    if any(column.named for column in columns):
        return ""
    return next((column.first for column in columns if column.recurs(often)), "")


def _columns(first: Sequence[str], below: Sequence[Sequence[str]]) -> list[_Column]:
    return [
        _Column(cell, tuple(row[place] for row in below if len(row) > place and row[place]))
        for place, cell in enumerate(first[:_COLUMNS])
    ]


def _is_date(cell: str) -> bool:
    return _DATE.fullmatch(cell) is not None


def _is_precise(cell: str) -> bool:
    return _PRECISE.search(cell) is not None


def _is_worded(cell: str) -> bool:
    return len(cell.split()) >= _WORDED


def _is_sentence(cell: str) -> bool:
    """Whether a cell is a long sentence and not a survey's question or instruction."""
    long = len(cell) > _LONG or len(cell.split()) > _WORDS
    return long and "?" not in cell and not cell.endswith(":") and not _ASKS.match(cell)
