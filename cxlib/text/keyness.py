"""Words and pairs of words that mark one group of comments off from another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import two_sided
from cxlib.text.lexicon import NEGATOR, read_list, spellings, standard
from cxlib.text.sentiment import Floats
from cxlib.text.tokens import Ints, Tokens, lowered

PRIOR = 500.0
"""Comments that the prior counts for: how strongly rare terms are drawn to no difference."""
FEWEST = 20
"""Comments in which a term has to stand."""
SURE = 3.0
"""A |z| from which on a term is worth a look."""


@dataclass(frozen=True, slots=True)
class Key:
    """A term that one group uses more than the other.

    Attributes:
        term: a word, or two side by side.
        n: comments of the group that have it; `n_other` those of the other group.
        n_other: comments of the other group that have it.
        share: fraction of the group's comments; `share_other` likewise.
        share_other: fraction of the other group's comments.
        log_odds: log odds ratio with the prior; above 0 where the group uses it more.
        z: log odds by its standard error.
        p_adjusted: Benjamini-Hochberg over all terms counted.
    """

    term: str
    n: int
    n_other: int
    share: float
    share_other: float
    log_odds: float
    z: float
    p_adjusted: float


def find_keys(
    tokens: Tokens,
    which: Ints,
    group: NDArray[np.bool_],
    other: NDArray[np.bool_],
    *,
    most: int = 20,
) -> tuple[tuple[Key, ...], tuple[Key, ...]]:
    """Terms of one group, and terms of the other, the most telling first.

    A term counts once a comment. Function words are left out, but not those that negate ("tidak
    sesuai"). It serves detractors against promoters as well as this period against earlier ones.

    Args:
        tokens: the distinct texts, cut.
        which: the distinct text of each comment.
        group: whether a comment is of the group, shape (comments,).
        other: whether it is of the other; comments of neither do not count.
        most: the most terms for each.

    Source:
        Log odds with an informative Dirichlet prior: Monroe, Colaresi & Quinn, Political Analysis
        16(4), 2008, equations 15 to 22; here of comments that have a term, not of its occurrences.
    """
    weights = np.column_stack(
        [np.bincount(which[mask], minlength=tokens.n).astype(float) for mask in (group, other)]
    )
    sizes = weights.sum(axis=0)
    if not sizes.all():
        return (), ()
    terms, counts = _counted(tokens, weights)
    kept = counts.sum(axis=1) >= FEWEST
    counts = counts[kept]
    if not len(counts):
        return (), ()
    odds, z = _log_odds(counts, sizes)
    adjusted = benjamini_hochberg([two_sided(one) for one in z.tolist()])
    names = [terms(place) for place in np.flatnonzero(kept).tolist()]
    keys = [
        Key(name, int(a), int(b), a / sizes[0], b / sizes[1], one, strength, p or 0.0)
        for name, (a, b), one, strength, p in zip(
            names, counts.tolist(), odds.tolist(), z.tolist(), adjusted, strict=True
        )
    ]
    ranked = sorted(keys, key=lambda key: (-key.z, key.term))
    high = [key for key in ranked if key.z >= SURE][:most]
    low = [key for key in reversed(ranked) if key.z <= -SURE][:most]
    return tuple(high), tuple(low)


def _log_odds(counts: Floats, sizes: Floats) -> tuple[Floats, Floats]:
    prior = (PRIOR * counts.sum(axis=1) / sizes.sum())[:, None]
    having = counts + prior
    lacking = np.maximum(sizes + PRIOR - having, 1e-9)
    odds = np.log(having / lacking)
    gap: Floats = odds[:, 0] - odds[:, 1]
    return gap, gap / np.sqrt((1 / having).sum(axis=1))


def _counted(tokens: Tokens, weights: Floats) -> tuple[Callable[[int], str], Floats]:
    """How many comments of each group have each word and each pair; and what they are called."""
    known: dict[str, int] = {}
    usual = spellings()
    plain = [usual.get(word, word) for word in lowered(tokens)]
    ids = np.fromiter((known.setdefault(w, len(known)) for w in plain), np.int64, len(plain))
    names = list(known)
    codes = ids[tokens.codes]
    good = np.fromiter(map(_tells, names), bool, len(names))
    free = good | np.fromiter((name in _negators() for name in names), bool, len(names))
    starts = tokens.starts
    single = _presence(codes, good[codes], starts, len(names))
    ends = np.zeros(len(codes) + 1, bool)
    ends[tokens.clauses] = True
    pair = free[codes[:-1]] & free[codes[1:]] & ~ends[1 : len(codes)]
    pair &= good[codes[:-1]] | good[codes[1:]]
    joined = codes[:-1] * len(names) + codes[1:]
    distinct, slots = np.unique(joined[pair], return_inverse=True)
    place = np.zeros(len(codes), np.int64)
    inside = np.zeros(len(codes), bool)
    inside[:-1] = pair
    place[inside] = slots
    double = _presence(place, inside, starts, len(distinct))
    counts = np.concatenate([single.T @ weights, double.T @ weights])

    def term(number: int) -> str:
        if number < len(names):
            return names[number]
        first, second = divmod(int(distinct[number - len(names)]), len(names))
        return f"{names[first]} {names[second]}"

    return term, counts


def _presence(codes: Ints, kept: NDArray[np.bool_], starts: Ints, width: int) -> sparse.csr_matrix:
    running = np.concatenate([[0], np.cumsum(kept)])
    held = codes[kept]
    found = sparse.csr_matrix(
        (np.ones(len(held)), held, running[starts]), shape=(len(starts) - 1, max(width, 1))
    )
    found.sum_duplicates()
    found.data[:] = 1
    return found


def _tells(word: str) -> bool:
    """Whether a word alone says something: letters, no function word, nothing hidden."""
    return (
        len(word) > 2
        and word not in stop_words()
        and not word.startswith("hidden-")
        and any(sign.isalpha() for sign in word)
        and word not in _negators()
    )


@cache
def stop_words() -> frozenset[str]:
    """Function words of the three languages."""
    return frozenset(row["word"] for row in read_list("languages.csv") if row["stop"] == "1")


@cache
def _negators() -> frozenset[str]:
    lexicon = standard()
    negating = set(np.flatnonzero((lexicon.flags & NEGATOR).any(axis=0)).tolist())
    return frozenset(word for word, place in lexicon.places.items() if place in negating)
