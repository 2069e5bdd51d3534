"""Phrases found among the tokens: words that stand side by side in one clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.text.tokens import Ints, Tokens

Phrases = Mapping[tuple[str, ...], int]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Phrases found: the place of the first and of the last word, and which phrase it is."""

    first: Ints
    last: Ints
    which: Ints


def find_phrases(tokens: Tokens, words: Sequence[str], phrases: Phrases) -> Found:
    """Every place at which one of the phrases stands, longest first; none overlaps another.

    Args:
        tokens: the comments.
        words: the usual spelling of each distinct word, shape (words,).
        phrases: two words or more, in order, to the number that is given back.
    """
    leads = {phrase[0] for phrase in phrases}
    leading = np.fromiter((word in leads for word in words), bool, len(words))
    seconds = {phrase[1] for phrase in phrases}
    second = np.fromiter((word in seconds for word in words), bool, len(words))
    starts = np.flatnonzero(leading[tokens.codes[:-1]] & second[tokens.codes[1:]])
    none = np.zeros(0, np.int64)
    if not starts.size:
        return Found(none, none, none)
    numbers: dict[str, int] = {}
    for word in (word for phrase in phrases for word in phrase):
        numbers.setdefault(word, len(numbers) + 1)
    known = np.fromiter((numbers.get(word, 0) for word in words), np.int64, len(words))
    ends = tokens.clauses[tokens.clause_of(starts) + 1]
    used = np.zeros(len(tokens.codes), bool)
    parts = [(none, none, none)]
    for length in sorted({len(phrase) for phrase in phrases}, reverse=True):
        fits = starts[starts + length <= ends]
        table = {p: which for p, which in phrases.items() if len(p) == length}
        keys = _keys([tokens.codes[fits + step] for step in range(length)], known, len(numbers))
        which = _looked_up(keys, table, numbers)
        inside = fits[:, None] + np.arange(length)
        free = (which >= 0) & ~used[inside].any(axis=1)
        used[inside[free]] = True
        parts.append((fits[free], fits[free] + length - 1, which[free]))
    first, last, which = (np.concatenate(one) for one in zip(*parts, strict=True))
    return Found(first, last, which)


def _keys(codes: Sequence[NDArray[np.int32]], known: Ints, base: int) -> Ints:
    """One number for the words at each place; negative where a word is in no phrase."""
    keys = np.zeros(codes[0].shape, np.int64)
    strange = np.zeros(codes[0].shape, bool)
    for one in codes:
        number = known[one]
        strange |= number == 0
        keys = keys * (base + 1) + number
    keys[strange] = -1
    return keys


def _looked_up(keys: Ints, table: Phrases, numbers: Mapping[str, int]) -> Ints:
    base = len(numbers) + 1
    own = {}
    for phrase, which in table.items():
        key = 0
        for word in phrase:
            key = key * base + numbers[word]
        own[key] = which
    order = np.array(sorted(own), np.int64)
    values = np.array([own[int(key)] for key in order], np.int64)
    place = np.minimum(np.searchsorted(order, keys), len(order) - 1)
    return np.where(order[place] == keys, values[place], -1)
