"""Short ways to read a few comments in tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from cxlib.tables.question import Coverage
from cxlib.text.analysis import Analysis, Options, analyse
from cxlib.text.language import Languages, read_languages
from cxlib.text.lexicon import Lexicon, standard
from cxlib.text.privacy import redact
from cxlib.text.read import Comments
from cxlib.text.sentiment import Feelings, feel
from cxlib.text.tokens import Tokens, tokenise


def arrow(texts: Sequence[str]) -> pa.Array:
    return pa.array(list(texts), pa.large_string())


def felt(
    texts: Sequence[str], *, language: str = "auto", lexicon: Lexicon | None = None
) -> tuple[Feelings, Tokens, Languages]:
    array = arrow(texts)
    tokens = tokenise(array)
    languages = read_languages(tokens, language=language)
    return feel(array, tokens, languages, lexicon or standard()), tokens, languages


def scores(*texts: str, language: str = "auto") -> list[float]:
    return felt(texts, language=language)[0].score.tolist()


def comments_of(
    texts: Sequence[str], score: Sequence[float] | None = None, *, points: bool = False
) -> Comments:
    hidden = redact(arrow(texts))
    return Comments(
        row=np.arange(1, len(texts) + 1),
        text=hidden.texts,
        score=None if score is None else np.asarray(score, float),
        points=points,
        segments={},
        period=None,
        customer=None,
        hidden=hidden.counts,
        column="text",
        coverage=Coverage(len(texts), len(texts), ()),
    )


def analysed(texts: Sequence[str], **options: object) -> Analysis:
    return analyse(comments_of(texts), Options(**options))


def macro_f1(truth: Sequence[object], said: Sequence[object]) -> float:
    """The mean over the classes of 2 TP / (2 TP + FP + FN), counted here on its own."""
    gold, called = np.array(truth), np.array(said)
    parts = []
    for one in set(truth):
        both = ((gold == one) & (called == one)).sum()
        parts.append(2 * both / ((gold == one).sum() + (called == one).sum()))
    return float(np.mean(parts))
