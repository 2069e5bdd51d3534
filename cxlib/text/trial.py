"""One sentence read as all comments are, to see what the lists make of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from cxlib.tables.question import Coverage
from cxlib.text.analysis import Options, analyse
from cxlib.text.privacy import redact
from cxlib.text.read import Comments
from cxlib.text.tokens import as_written


@dataclass(frozen=True, slots=True)
class Trial:
    """What the lists make of a sentence.

    Attributes:
        text: the sentence, redacted.
        language: en, id, ms or other.
        words: the words it was cut into, in order.
        score: -1 to 1.
        label: -1, 0 or 1.
        hits: the words that made the score, with what they add.
        themes: the themes with -1, 0 or 1 for how it feels about each.
    """

    text: str
    language: str
    words: tuple[str, ...]
    score: float
    label: int
    hits: tuple[tuple[str, float], ...]
    themes: tuple[tuple[str, int], ...]


def try_sentence(text: str, options: Options) -> Trial:
    """Read one sentence.

    Args:
        text: as it was typed.
        options: the lists; no model is asked, since one sentence teaches none.

    Raises:
        BadOption: one of the own words is none.
    """
    hidden = redact(pa.array([text], pa.large_string()))
    comments = Comments(
        row=np.ones(1, np.int64),
        text=hidden.texts,
        score=None,
        points=False,
        segments={},
        period=None,
        customer=None,
        hidden=hidden.counts,
        column="text",
        coverage=Coverage(1, 1, ()),
    )
    found = analyse(comments, options)
    mentions = found.themes()
    return Trial(
        text=str(hidden.texts[0]),
        language=found.language[0],
        words=tuple(as_written(found.tokens.words[code]) for code in found.tokens.codes.tolist()),
        score=float(found.score[0]),
        label=int(found.label[0]),
        hits=found.words()[0],
        themes=tuple(
            (name, int(mentions.polarity[0, place]))
            for place, name in enumerate(mentions.names)
            if mentions.flags[0, place]
        ),
    )
