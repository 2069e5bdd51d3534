"""The language of each comment, from its function words: good enough to choose word lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.text.lexicon import (
    ENGLISH,
    INDONESIAN,
    MALAY,
    MIXED,
    MIXED_MALAY,
    read_list,
    spellings,
)
from cxlib.text.tokens import Tokens, lowered

LANGUAGES = ("en", "id", "ms")
OTHER = "other"
NAMES = ("other", "en", "id", "ms")
"""Names by code; the code of a language is the number of its word lists."""
AUTO = "auto"
LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
HINT = 0.5
"""What a typical ending or beginning counts beside a function word."""
MINOR = 0.4
"""A second language with at least this share of the votes makes a comment mixed."""
_MELAYU_START = (
    "meng",
    "mem",
    "men",
    "meny",
    "ber",
    "peng",
    "pem",
    "pen",
    "ter",
    "diper",
    "memper",
)
_MELAYU_END = ("nya", "kan", "lah")
_ENGLISH_END = ("ing", "tion", "ly", "ed", "ness", "ful", "ous", "ity", "ment", "able", "'s")


@dataclass(frozen=True, slots=True, eq=False)
class Languages:
    """The language of each comment.

    Attributes:
        code: index into `NAMES`, shape (comments,).
        mixed: whether English and Indonesian or Malay are both in it.
        malay: whether more speaks for Malay than for Indonesian.
        covered: whether a word in Latin letters is in it.
    """

    code: NDArray[np.uint8]
    mixed: NDArray[np.bool_]
    malay: NDArray[np.bool_]
    covered: NDArray[np.bool_]

    @property
    def names(self) -> list[str]:
        """The language of each comment by name."""
        return [NAMES[code] for code in self.code.tolist()]

    @property
    def sides(self) -> NDArray[np.uint8]:
        """By which word lists each comment is read."""
        several = np.where(self.malay, MIXED_MALAY, MIXED)
        return np.where(self.mixed | (self.code == 0), several, self.code).astype(np.uint8)


def read_languages(tokens: Tokens, *, language: str = AUTO) -> Languages:
    """Guess the language of each comment, or take all to be in one.

    Indonesian and Malay share most words; where the votes are equal Indonesian is taken, so that a
    comment is read alike in every file.

    Args:
        tokens: the comments.
        language: en, id, ms, or auto.

    Raises:
        BadOption: there are no lists for the language.
    """
    if language not in (*LANGUAGES, AUTO):
        raise BadOption(
            f"There are no word lists for the language '{language}'; there are en, id, ms and auto."
        )
    sums = tokens.totals(_votes(tokens)).T
    covered = sums[3] > 0
    if language != AUTO:
        code = np.full(tokens.n, NAMES.index(language), np.uint8)
        return Languages(code, np.zeros(tokens.n, bool), code == MALAY, covered)
    english, melayu, malay = sums[0], np.maximum(sums[1], sums[2]), sums[2] > sums[1]
    code = np.where(malay, MALAY, INDONESIAN)
    code = np.where(english > melayu, ENGLISH, code)
    code = np.where(np.maximum(english, melayu) <= 0, 0, code).astype(np.uint8)
    mixed = np.minimum(english, melayu) >= MINOR * np.maximum(english, melayu)
    return Languages(code, mixed & (code > 0) & (np.minimum(english, melayu) >= 1), malay, covered)


def _votes(tokens: Tokens) -> NDArray[np.float64]:
    """What each distinct word says for English, Indonesian, Malay, and whether it is Latin."""
    known, usual = _profiles(), spellings()
    votes = [
        (*_vote(word, known, usual), float(not LATIN.isdisjoint(word))) for word in lowered(tokens)
    ]
    return np.array(votes, float).reshape(-1, 4)


def _vote(
    word: str, known: dict[str, tuple[float, ...]], usual: Mapping[str, str]
) -> tuple[float, ...]:
    found = known.get(word)
    if found is not None:
        return found
    if word in usual:
        return (0.0, 1.0, 1.0)
    if len(word) > 5:
        if word.endswith(_MELAYU_END) or word.startswith(_MELAYU_START):
            return (0.0, HINT, HINT)
        if word.endswith(_ENGLISH_END):
            return (HINT, 0.0, 0.0)
    return (0.0, 0.0, 0.0)


@cache
def _profiles() -> dict[str, tuple[float, ...]]:
    return {
        row["word"]: tuple(float(row[name]) for name in LANGUAGES)
        for row in read_list("languages.csv")
    }
