"""The analyst's own words and phrases, which stand above the lists of the package."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import StringIO
from pathlib import Path

import pyarrow as pa

from cxlib.errors import BadOption
from cxlib.text.lexicon import LONGEST_PHRASE, Lexicon, face_or_word, overridden, standard
from cxlib.text.tokens import tokenise

OwnWords = tuple[tuple[str, float], ...]
"""Pairs of a word or phrase and how it feels, from -4 to 4."""
LOWEST, HIGHEST = -4.0, 4.0
HEAD = ("word", "valence")
MOST = 5_000
JOINERS = "\ufe0f\u200d\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
"""Signs that join emoji or colour them."""
_LIKE = "Write a line a word, such as `pantas,1.5` or `not cheap,-1`."


def own_words(pairs: Iterable[tuple[str, float]]) -> OwnWords:
    """Words as comments are cut into them, in lower case; the last of equal ones counts.

    Args:
        pairs: a word, an emoji or a phrase of up to four words, and its valence: -4 to 4, where 0
            takes all feeling from a word of the lists.

    Raises:
        BadOption: a word holds nothing that can stand in a comment, or a valence is out of range.
    """
    found: dict[str, float] = {}
    for written, value in pairs:
        word = _as_cut(written)
        if not (math.isfinite(value) and LOWEST <= value <= HIGHEST):
            raise BadOption(
                f"The valence of '{written}' is {value:g}. It goes from -4 (very bad) to 4 (very "
                "good); 0 takes all feeling from a word."
            )
        found[word] = float(value)
    if len(found) > MOST:
        raise BadOption(f"There are {len(found):,} own words; {MOST:,} are read at most.")
    return tuple(found.items())


def parse_words(text: str, *, name: str = "the word list") -> OwnWords:
    """Own words from CSV: a word and its valence on each line, a header where there is one.

    Commas, semicolons or tabs part the cells, as the first line has it.

    Raises:
        BadOption: a line holds something else, or there is no line.
    """
    lines = text.lstrip("\ufeff").splitlines()
    parting = next((sign for sign in ";\t" if lines and sign in lines[0]), ",")
    pairs = []
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in next(csv.reader([line], delimiter=parting), [])]
        value = _number(cells[1]) if len(cells) > 1 else None
        if not any(cells) or (number == 1 and value is None and len(cells) > 1):
            continue
        if value is None or not cells[0]:
            raise BadOption(f"Line {number} of {name} is no word with its valence. {_LIKE}")
        pairs.append((cells[0], value))
    if not pairs:
        raise BadOption(f"There are no words in {name}. {_LIKE}")
    return own_words(pairs)


def read_words(path: Path) -> OwnWords:
    """Own words of a CSV file.

    Raises:
        BadOption: the file cannot be opened, or holds something else.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise BadOption(
            f"The word list '{path}' cannot be opened. Name a CSV file in UTF-8: word,valence."
        ) from problem
    return parse_words(text, name=f"'{path.name}'")


def words_text(words: Sequence[tuple[str, float]]) -> str:
    """Own words as CSV, the reverse of `parse_words`."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows((word, f"{value:g}") for word, value in words)
    return out.getvalue()


@lru_cache(maxsize=16)
def with_own_words(words: OwnWords) -> Lexicon:
    """The lists of the package with own words above them, in comments of every language."""
    return overridden(standard(), dict(own_words(words))) if words else standard()


def _as_cut(written: str) -> str:
    """A word or phrase as it is met among the tokens of a comment."""
    tokens = tokenise(pa.array([written], pa.large_string()))
    cut = [face_or_word(tokens.words[code]).strip(JOINERS) for code in tokens.codes.tolist()]
    if not cut:
        raise BadOption(f"'{written}' holds no word. {_LIKE}")
    if len(cut) > LONGEST_PHRASE or len(tokens.clauses) > 2:
        raise BadOption(
            f"'{written}' is no phrase that can be looked for. Use at most {LONGEST_PHRASE} words "
            "without commas or full stops between."
        )
    return " ".join(cut)


def _number(cell: str) -> float | None:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return None
