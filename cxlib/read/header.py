"""Where the header of a table is: below title lines, over several rows, or nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxlib.locale.speak import say
from cxlib.read.cells import BLANKS
from cxlib.read.first_row import doubtful_name, is_data, is_value
from cxlib.read.survey_header import names_of

_MOST_TITLES = 20


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the data.

    Attributes:
        names: one for each column; None where the first row is data already.
        used: rows above the data.
        titles: the long name of each column, "" without one; empty where there are none.
        notes: what was noticed.
    """

    names: tuple[str, ...] | None
    used: int = 0
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def find_header(rows: Sequence[Sequence[str]]) -> Header:
    """The header among the first rows of a table, blank rows left out before.

    The first row is the header unless it is unmistakably a title (next to nothing in it, above a
    row of names) or data (see `cxlib.read.first_row`).
    """
    filled = [[cell.strip(BLANKS) for cell in row] for row in rows]
    if not filled:
        return Header(None)
    skipped = _titles(filled)
    if not skipped and is_data(filled):
        return Header(
            None,
            notes=(say("The first line holds data, not names, so the columns were numbered."),),
        )
    found = names_of(filled[skipped:])
    notes = (
        (say("Title lines above the header that were skipped: {n}.", n=skipped),)
        if skipped
        else _doubts(filled)
    )
    return Header(found.names, skipped + found.used, found.titles, (*notes, *found.notes))


def _doubts(rows: list[list[str]]) -> tuple[str, ...]:
    name = doubtful_name(rows)
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
