"""Comments as weighted words, word pairs and letter sequences, without building the large matrix.

The letters of a comment are those of its distinct words, so that a model's weights can be summed
once a word: a comment's score is a sum over its words, however many features there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from cxlib.text.sentiment import Feelings, Floats
from cxlib.text.tokens import Ints, Tokens, lowered

BITS = 18
SIZE = 1 << BITS
"""Slots that pairs of words and sequences of letters are hashed into, each."""
LETTERS = (2, 3, 4, 5)
LETTER_WEIGHT, PAIR_WEIGHT, LEXICON_WEIGHT = 0.25, 0.5, 1.5
FEWEST = 3
"""Comments that a feature has to stand in to be learned from."""
CODE, SHARE, PRIME = 1_000_003, 2_654_435_761, 7919


@dataclass(frozen=True, slots=True, eq=False)
class Bags:
    """Comments by their words, before any weights.

    Attributes:
        words: 1 + log of how often each word stands in each comment, shape (comments, words).
        pairs: whether a hashed pair of words does, shape (comments, SIZE).
        letters: the hashed sequences of letters of each word, shape (words, SIZE).
        lexicon: what the word lists say of each comment, shape (comments, 4).
    """

    words: sparse.csr_matrix
    pairs: sparse.csr_matrix
    letters: sparse.csr_matrix
    lexicon: Floats

    def taken(self, places: Ints) -> Bags:
        """The bags of some comments."""
        return Bags(self.words[places], self.pairs[places], self.letters, self.lexicon[places])


@dataclass(frozen=True, slots=True, eq=False)
class Weighting:
    """How much each feature counts, by how rare it is: learned from the comments trained on."""

    words: Floats
    pairs: Floats
    letters: Floats
    known: Floats

    @classmethod
    def of(cls, bags: Bags) -> Weighting:
        """Inverse document frequencies; what stands in fewer than `FEWEST` comments is unknown."""
        n = bags.words.shape[0]
        present = sparse.csr_matrix(bags.words, copy=True)
        present.data = np.ones_like(present.data)
        in_words = np.bincount(present.indices, minlength=present.shape[1])
        in_pairs = np.bincount(bags.pairs.indices, minlength=SIZE)
        in_letters = bags.letters.T @ in_words.astype(float)
        seen = in_words >= FEWEST
        return cls(
            words=_rarity(n, in_words),
            pairs=_rarity(n, in_pairs) * (in_pairs >= FEWEST) * PAIR_WEIGHT,
            letters=_rarity(n, np.minimum(in_letters, n)) * (in_letters >= FEWEST) * LETTER_WEIGHT,
            known=seen.astype(float),
        )

    def lengths(self, bags: Bags) -> Floats:
        """The length of each comment as a vector of its weighted words."""
        squares = bags.words.multiply(bags.words) @ (self.words**2)
        found: Floats = np.sqrt(np.asarray(squares).ravel()) + 1e-9
        return found


def _rarity(n: int, counts: NDArray[np.int64] | Floats) -> Floats:
    rarity: Floats = np.log((1 + n) / (1 + counts)) + 1
    return rarity


def make_bags(tokens: Tokens, feelings: Feelings) -> Bags:
    """Count the words, pairs and letters of comments."""
    plain = lowered(tokens)
    known: dict[str, int] = {}
    ids = np.fromiter((known.setdefault(w, len(known)) for w in plain), np.int64, len(plain))
    codes = ids[tokens.codes]
    words = sparse.csr_matrix(
        (np.ones(len(codes), np.float32), codes, tokens.starts), shape=(tokens.n, len(known))
    )
    words.sum_duplicates()
    words.data = 1 + np.log(words.data)
    names = np.fromiter((crc32(word.encode()) for word in known), np.int64, len(known))
    score = feelings.score
    facts = np.column_stack([score, np.maximum(score, 0), np.minimum(score, 0), feelings.hits == 0])
    return Bags(words, _pairs(tokens, names[codes]), _letters(list(known)), facts * LEXICON_WEIGHT)


def _pairs(tokens: Tokens, names: Ints) -> sparse.csr_matrix:
    key = (names[:-1] * CODE + names[1:] * PRIME) & 0x7FFFFFFF
    slots = (key * SHARE >> 13) & (SIZE - 1)
    inside = np.ones(len(slots), bool)
    ends = tokens.starts[1:-1]
    ends = ends[(ends > 0) & (ends < len(names))]
    inside[ends - 1] = False
    kept = np.concatenate([[0], np.cumsum(inside)])
    starts = kept[np.minimum(tokens.starts, len(slots))]
    pairs = sparse.csr_matrix(
        (np.ones(int(inside.sum()), np.float32), slots[inside], starts), shape=(tokens.n, SIZE)
    )
    pairs.sum_duplicates()
    pairs.data[:] = 1
    return pairs


def _letters(words: Sequence[str]) -> sparse.csr_matrix:
    """Sequences of 2 to 5 letters of each word, its edges marked, hashed."""
    offsets, slots = [0], []
    for word in words:
        marked = f" {word} "
        found = {
            crc32(marked[at : at + size].encode()) & (SIZE - 1)
            for size in LETTERS
            for at in range(len(marked) - size + 1)
        }
        slots.append(np.fromiter(found, np.int32, len(found)))
        offsets.append(offsets[-1] + len(found))
    joined = np.concatenate(slots) if slots else np.zeros(0, np.int32)
    return sparse.csr_matrix(
        (np.ones(len(joined), np.float32), joined, offsets), shape=(len(words), SIZE)
    )
