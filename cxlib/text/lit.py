"""Where in a comment the words stand that made its score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.text.analysis import Analysis
from cxlib.text.tokens import as_written


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of a comment that bears a feeling.

    Attributes:
        start: its first character, from 0; `end` the one after its last.
        end: the character after its last.
        value: what it adds to the score, after negation and strengthening; below 0 in blame.
    """

    start: int
    end: int
    value: float


def lit_words(analysis: Analysis, place: int) -> tuple[Lit, ...]:
    """The words and phrases of one comment that made its score by the lists, in order.

    Args:
        analysis: comments read.
        place: which comment, from 0.
    """
    tokens, feelings = analysis.tokens, analysis.feelings
    which = int(analysis.which[place])
    begin, end = (int(one) for one in tokens.starts[which : which + 2])
    first, after = np.searchsorted(feelings.places, [begin, end]).tolist()
    if first == after:
        return ()
    text = analysis.comments.text[place].as_py().replace("‘", "'").replace("’", "'")
    last = int(feelings.places[after - 1])
    spans = _spans(text, [as_written(tokens.words[c]) for c in tokens.codes[begin : last + 1]])
    found = []
    for hit in range(first, after):
        start = spans[int(feelings.firsts[hit]) - begin]
        stop = spans[int(feelings.places[hit]) - begin]
        value = float(feelings.values[hit])
        if start and stop and value:
            found.append(Lit(start[0], stop[1], value))
    return tuple(found)


def _spans(text: str, words: list[str]) -> list[tuple[int, int] | None]:
    """Where each word stands, one after another; None for one that is not found."""
    found: list[tuple[int, int] | None] = []
    at = 0
    for word in words:
        start = text.find(word, at)
        if start < 0:
            found.append(None)
            continue
        at = start + len(word)
        found.append((start, at))
    return found
