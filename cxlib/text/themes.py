"""Which comments mention which theme, and how they feel about it there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.text.phrases import find_phrases
from cxlib.text.sentiment import Feelings, Floats
from cxlib.text.taxonomy import Taxonomy, match_words
from cxlib.text.tokens import Ints, Tokens

WINDOW = 5
"""Words to either side that count where the clause itself says nothing."""
SLIGHT = 0.05
"""Sums nearer to 0 are neutral."""
NOTHING, CLAUSE, NEAR = 0, 1, 2
"""Where the feeling about a theme stems from."""


@dataclass(frozen=True, slots=True, eq=False)
class Mentions:
    """Themes by comment.

    Attributes:
        names: the themes.
        flags: whether a comment mentions a theme, shape (comments, themes).
        polarity: -1, 0 or 1, how it feels about it there; 0 also without a mention.
        basis: `CLAUSE` where words of the same clause say so, `NEAR` where only words around do,
            which is less sure, `NOTHING` where none does.
    """

    names: tuple[str, ...]
    flags: NDArray[np.bool_]
    polarity: NDArray[np.int8]
    basis: NDArray[np.int8]

    @property
    def covered(self) -> float | None:
        """Fraction of the comments with any theme; None without comments."""
        return float(self.flags.any(axis=1).mean()) if len(self.flags) else None

    def together(self) -> NDArray[np.int64]:
        """Comments that mention each pair of themes, shape (themes, themes)."""
        counted = self.flags.astype(np.int64)
        return counted.T @ counted

    def taken(self, places: Ints) -> Mentions:
        """The mentions of some comments."""
        return Mentions(self.names, self.flags[places], self.polarity[places], self.basis[places])


def find_themes(tokens: Tokens, feelings: Feelings, taxonomy: Taxonomy) -> Mentions:
    """Find themes by their words, and what is felt about them clause by clause.

    A clause ends at punctuation and before a word such as "but". Where the clause of a theme bears
    no feeling, the words around it count, nearer ones more; never the whole comment.

    Args:
        tokens: the comments.
        feelings: how their words feel.
        taxonomy: the themes.
    """
    shape = (tokens.n, len(taxonomy.names))
    if not taxonomy.names:
        none = np.zeros(shape, np.int8)
        return Mentions((), none.astype(bool), none, none)
    places, themes = theme_places(tokens, taxonomy)
    flags = np.zeros(shape, bool)
    comment = tokens.comment_of(places)
    flags[comment, themes] = True
    here = _by_clause(tokens, feelings, places, themes, comment, shape)
    around = _by_window(tokens, feelings, places, themes, comment, shape)
    total = np.where(np.abs(here) > SLIGHT, here, around)
    polarity = np.where(total > SLIGHT, 1, np.where(total < -SLIGHT, -1, 0)).astype(np.int8)
    basis = np.where(np.abs(here) > SLIGHT, CLAUSE, np.where(polarity != 0, NEAR, NOTHING))
    return Mentions(taxonomy.names, flags, polarity * flags, (basis * flags).astype(np.int8))


def theme_places(tokens: Tokens, taxonomy: Taxonomy) -> tuple[Ints, Ints]:
    """Token and theme of each mention; of a phrase, its last token."""
    matches = match_words(taxonomy, tokens)
    counts = np.fromiter(map(len, matches.words), np.int64, len(matches.words))
    flat = np.array([theme for one in matches.words for theme in one], np.int64)
    begin = np.cumsum(counts) - counts
    hits = np.flatnonzero((counts > 0)[tokens.codes])
    codes = tokens.codes[hits]
    each = counts[codes]
    places = np.repeat(hits, each)
    offset = np.arange(len(places)) - np.repeat(np.cumsum(each) - each, each)
    themes = flat[np.repeat(begin[codes], each) + offset]
    if not matches.phrases:
        return places, themes
    found = find_phrases(tokens, matches.usual, matches.phrases)
    pairs = [
        (place, theme)
        for place, which in zip(found.last.tolist(), found.which.tolist(), strict=True)
        for theme in matches.themes[which]
    ]
    more = np.array(pairs, np.int64).reshape(-1, 2)
    return np.concatenate([places, more[:, 0]]), np.concatenate([themes, more[:, 1]])


def _by_clause(
    tokens: Tokens,
    feelings: Feelings,
    places: Ints,
    themes: Ints,
    comment: Ints,
    shape: tuple[int, int],
) -> Floats:
    """What the clauses that mention a theme add up to; each clause counts once."""
    edges = np.union1d(tokens.clauses, feelings.contrasts)
    clause = np.searchsorted(edges, feelings.places, side="right") - 1
    sums = np.bincount(clause, feelings.values, minlength=len(edges))
    mentioned = np.searchsorted(edges, places, side="right") - 1
    key, first = np.unique(mentioned * shape[1] + themes, return_index=True)
    cells = comment[first] * shape[1] + themes[first]
    added = np.bincount(cells, sums[key // shape[1]], minlength=shape[0] * shape[1])
    found: Floats = added.reshape(shape).astype(float)
    return found


def _by_window(
    tokens: Tokens,
    feelings: Feelings,
    places: Ints,
    themes: Ints,
    comment: Ints,
    shape: tuple[int, int],
) -> Floats:
    """What the words around the mentions add up to, each divided by 1 + its distance."""
    value = np.zeros(len(tokens.codes))
    value[feelings.places] = feelings.values
    start, end = tokens.starts[comment], tokens.starts[comment + 1]
    total = np.zeros(len(places))
    for step in range(-WINDOW, WINDOW + 1):
        at = places + step
        inside = (at >= start) & (at < end)
        total += np.where(inside, value[np.where(inside, at, 0)], 0.0) / (1 + abs(step))
    cells = comment * shape[1] + themes
    around: Floats = (
        np.bincount(cells, total, minlength=shape[0] * shape[1]).astype(float).reshape(shape)
    )
    return around
