"""How many comments each word of a theme finds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from cxlib.text.analysis import Analysis
from cxlib.text.taxonomy import Taxonomy
from cxlib.text.themes import Mentions, find_themes, theme_places


def count_words(analysis: Analysis, words: Sequence[str]) -> dict[str, int]:
    """Comments in which each word, begin* or phrase of a theme stands.

    Where phrases overlap, the longest one counts.

    Args:
        analysis: the comments.
        words: as a theme lists them; equal ones are counted once.
    """
    distinct = list(dict.fromkeys(words))
    if not distinct or not analysis.tokens.n:
        return dict.fromkeys(distinct, 0)
    alone = Taxonomy(tuple((word, (word,)) for word in distinct))
    places, which = theme_places(analysis.tokens, alone)
    cells = np.unique(analysis.tokens.comment_of(places) * len(distinct) + which)
    weight = np.bincount(analysis.which, minlength=analysis.tokens.n)[cells // len(distinct)]
    counts = np.bincount(cells % len(distinct), weight, minlength=len(distinct))
    return dict(zip(distinct, counts.astype(int).tolist(), strict=True))


def mentions_of(analysis: Analysis, taxonomy: Taxonomy) -> Mentions:
    """The themes of other lists in comments that are already read.

    Args:
        analysis: the comments.
        taxonomy: the lists, such as a draft or the four pillars.
    """
    return find_themes(analysis.tokens, analysis.feelings, taxonomy).taken(analysis.which)
