"""Sentences in which a term stands."""

from __future__ import annotations

import re

import numpy as np

from cxlib.text.analysis import Analysis
from cxlib.text.taxonomy import Taxonomy
from cxlib.text.themes import theme_places
from cxlib.text.tokens import as_written

MOST = 5
LONGEST = 240
"""Signs of a sentence that are shown."""
_SENTENCE = re.compile(r"(?<=[.;!?\n\r])\s*")


def sentences_with(
    analysis: Analysis, term: str, *, most: int = MOST
) -> tuple[tuple[int, str], ...]:
    """The row and the sentence of the first comments that hold a term, equal texts once.

    Args:
        analysis: the comments, in which personal details are already redacted.
        term: a word, begin* or phrase.
        most: the most sentences.

    Returns:
        Pairs of the comment's place and its sentence, cut around the term where it is long.
    """
    tokens = analysis.tokens
    if not term.strip() or not tokens.n:
        return ()
    places, _ = theme_places(tokens, Taxonomy(((term, (term,)),)))
    places = np.sort(places)
    texts, first = np.unique(tokens.comment_of(places), return_index=True)
    _, where = np.unique(analysis.which, return_index=True)  # every text is of some comment
    found = []
    for text, hit in list(zip(texts.tolist(), places[first].tolist(), strict=True))[:most]:
        comment = int(where[text])
        written = as_written(tokens.words[tokens.codes[hit]])
        found.append((comment, _sentence(str(analysis.comments.text[comment]), written)))
    return tuple(found)


def _sentence(text: str, word: str) -> str:
    """The first sentence with a word, on one line, cut to what can be read."""
    parts = [part for part in _SENTENCE.split(text) if part]
    line = " ".join(next((part for part in parts if word in part), text).split())
    if len(line) <= LONGEST:
        return line
    middle = max(line.find(word), 0)
    begin = max(0, min(middle - LONGEST // 2, len(line) - LONGEST))
    cut = line[begin : begin + LONGEST].strip()
    return f"{'…' if begin else ''}{cut}{'…' if begin + LONGEST < len(line) else ''}"
