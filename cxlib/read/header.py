"""Where the header of a table is: below title lines, or nowhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS

_MOST_TITLES = 20
_NARROW = 3
_ENOUGH = 20
_SENTENCE = 8
_NUMBER = re.compile(r"[-+(]?[$€£]?\s?\d[\d.,\s]*%?\)?")
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ].*)?")
_PRECISE = re.compile(r"\d[-./:,]\d")


@dataclass(frozen=True, slots=True)
class Header:
    """`at` is the index of the header row, None where the first row is data already."""

    at: int | None
    notes: tuple[str, ...] = ()


def find_header(rows: Sequence[Sequence[str]]) -> Header:
    """The header among the first rows of a table, blank rows left out before.

    The first row is the header unless it is unmistakably a title (next to nothing in it, above a
    row of names) or data (nothing but numbers and dates, not all of them whole numbers; or a
    sentence beside a word that is a frequent value below it).
    """
    filled = [[cell.strip(BLANKS) for cell in row] for row in rows]
    if not filled:
        return Header(None)
    titles = _titles(filled)
    if titles:
        return Header(
            titles,
            (say("Title lines above the header that were skipped: {n}.", n=titles),),
        )
    repeated = _repeated(filled)
    if _is_data(filled[0]) or (repeated and any(map(_is_sentence, filled[0]))):
        return Header(
            None,
            (say("The first line holds data, not names, so the columns were numbered."),),
        )
    return Header(0, _doubts(repeated))


def _is_data(row: list[str]) -> bool:
    """Whether a row holds numbers and dates only, and not just whole numbers."""
    return len(row) > 1 and all(map(is_value, row)) and any(map(_PRECISE.search, row))


def _repeated(rows: list[list[str]]) -> str:
    """A cell of the first row that is often a value below it, in a narrow table; else ""."""
    first, below = rows[0], rows[1:]
    if len(first) > _NARROW or len(below) < _ENOUGH:
        return ""
    for place, name in enumerate(first):
        again = sum(len(row) > place and row[place] == name for row in below)
        if name and again >= max(3, 0.05 * len(below)):
            return name
    return ""


def _is_sentence(cell: str) -> bool:
    return len(cell.split()) >= _SENTENCE


def _doubts(name: str) -> tuple[str, ...]:
    if not name:
        return ()
    return (
        say(
            "The first line was read as names, but '{name}' is also a value below it. "
            "If that line is data, put a line of names above it.",
            name=name,
        ),
    )


def usual_width(widths: Sequence[int]) -> int:
    """The most frequent number of cells; the larger of equally frequent ones."""
    counts = Counter(widths)
    return max(counts, key=lambda width: (counts[width], width), default=0)


def _titles(rows: list[list[str]]) -> int:
    """Number of title rows above the header."""
    width = usual_width([len(row) for row in rows])
    count = 0
    while count < min(len(rows) - 1, _MOST_TITLES) and _is_title(rows[count], width):
        count += 1
    below = rows[count]
    full = len(below) == width and sum(map(bool, below)) >= max(2, 0.8 * width)
    return count if full and not any(map(is_value, below)) else 0


def _is_title(row: list[str], width: int) -> bool:
    """Whether a row above a table of `width` columns is a title or a remark like "Date:,2024"."""
    filled = [cell for cell in row if cell]
    remark = len(filled) == 2 and (filled[0].endswith(":") or is_value(filled[1]))
    return width > 2 and (len(filled) <= 1 or (len(row) < width and remark))


def is_value(cell: str) -> bool:
    """Whether a cell is a number or a date, so hardly a column's name."""
    return bool(_NUMBER.fullmatch(cell) or _DATE.fullmatch(cell))
