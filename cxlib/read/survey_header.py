"""Header rows that survey tools write below the first: question texts, codes, answer options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from cxlib.locale.speak import say
from cxlib.read.first_row import is_value

_IMPORT_CODE = ('{"ImportId"', "{'ImportId'")
_ANSWERS = ("response", "open-ended response")
"""What SurveyMonkey writes below a question with one column."""
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the columns, from one header row or from several.

    Attributes:
        names: one for each column.
        used: rows that hold them and what belongs to them.
        titles: the long name of each column, "" without one; empty where there are none.
        notes: what was noticed.
    """

    names: tuple[str, ...]
    used: int = 1
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def names_of(rows: Sequence[Sequence[str]]) -> Names:
    """The names in the first of these rows, and what the rows below it add to them.

    Qualtrics writes the questions below the names, and codes for a later import below those.
    SurveyMonkey, and a sheet with merged cells, write a question above the first of its columns
    and the answer options below it.
    """
    first = tuple(rows[0])
    codes = next((at for at in (1, 2) if len(rows) > at and _are_codes(rows[at])), 0)
    if codes:
        questions = [row for row in rows[1:codes] if len(row) == len(first)]
        titles = tuple(questions[0]) if questions else ()
        return Names(first, codes + 1, titles, (_coded(titles),))
    if len(rows) > 2 and _are_options(first, rows[1], rows[2:]):
        joined = _joined(first, rows[1])
        return Names(joined, 2, notes=(say("The names stand on two lines, which were joined."),))
    return Names(first)


def _coded(titles: tuple[str, ...]) -> str:
    if titles:
        return say("The two lines below the names hold question texts and import codes, no rows.")
    return say("The line below the names holds import codes, no row.")


def _are_codes(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    return bool(filled) and sum(cell.startswith(_IMPORT_CODE) for cell in filled) * 2 > len(filled)


def _are_options(
    first: Sequence[str], second: Sequence[str], below: Sequence[Sequence[str]]
) -> bool:
    """Whether the second row fills the gaps in the first and holds names too."""
    gaps = [place for place, cell in enumerate(first) if not cell]
    if not gaps or gaps[0] == 0 or len(second) != len(first):
        return False
    if not all(second[place] for place in gaps) or any(map(is_value, second)):
        return False
    if any(cell.casefold() in _ANSWERS for cell in second):
        return True
    merged = any(name and not option for name, option in zip(first, second, strict=True))
    return merged and len(gaps) > 1 and _above_values(second, below)


def _above_values(second: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a word of the second row stands above numbers."""
    for place, option in enumerate(second):
        cells = [row[place] for row in below if len(row) > place and row[place]]
        if option and cells and sum(map(is_value, cells)) >= _MOST * len(cells):
            return True
    return False


def _joined(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Each question, carried to the right over its options, with the option."""
    names, question = [], ""
    for name, option in zip_longest(first, second, fillvalue=""):
        question = name or question
        alone = not option or option.casefold() in _ANSWERS
        names.append(question if alone else f"{question} - {option}")
    return tuple(names)
