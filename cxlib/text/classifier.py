"""A linear model of three classes on weighted words, fitted by maximum penalised likelihood."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse, special

from cxlib.text.features import Bags, Weighting
from cxlib.text.sentiment import Floats

Classes = NDArray[np.int64]
ITERATIONS = 40
"""Steps of the search; stopping early is part of the penalty."""
SETTLED = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """A fitted model: its weights and how features are weighted.

    Attributes:
        weighting: rarity of the features in the comments trained on.
        words: weight of each word, shape (words, 3); letters, pairs, lexicon likewise.
        base: intercepts, shape (3,).
        lexicon_used: whether the word lists are among the features.
    """

    weighting: Weighting
    words: Floats
    letters: Floats
    pairs: Floats
    lexicon: Floats
    base: Floats

    def chances(self, bags: Bags) -> Floats:
        """The chance of each class for each comment, shape (comments, 3)."""
        how = self.weighting
        per_word = self.words * (how.words * how.known)[:, None]
        per_word += bags.letters @ (self.letters * how.letters[:, None])
        scores = bags.words @ per_word + bags.pairs @ (self.pairs * how.pairs[:, None])
        scores /= how.lengths(bags)[:, None]
        scores += bags.lexicon @ self.lexicon + self.base
        chances: Floats = special.softmax(scores, axis=1)
        return chances


def fit_linear(bags: Bags, classes: Classes, *, strength: float, lexicon: bool) -> Linear:
    """Fit a multinomial logistic regression, classes weighted alike.

    Args:
        bags: the comments to learn from.
        classes: 0, 1 or 2 for each, shape (comments,).
        strength: the inverse of the penalty.
        lexicon: whether what the word lists say is a feature.

    Source:
        Penalised multinomial likelihood by L-BFGS (Liu & Nocedal, Mathematical Programming 45,
        1989); words weighted by inverse document frequency.
    """
    how = Weighting.of(bags)
    blocks = _Blocks.of(bags, how, lexicon=lexicon)
    counts = np.bincount(classes, minlength=3)
    weight = (len(classes) / (np.count_nonzero(counts) * np.maximum(counts, 1)))[classes]
    target = np.zeros((len(classes), 3))
    target[np.arange(len(classes)), classes] = 1

    def loss(flat: Floats) -> tuple[float, Floats]:
        w = flat.reshape(-1, 3)
        scores = blocks.forward(w)
        log = scores - special.logsumexp(scores, axis=1, keepdims=True)
        gap = (np.exp(log) - target) * weight[:, None]
        penalty = w.copy()
        penalty[-1] = 0
        value = -float((weight[:, None] * target * log).sum()) + (penalty**2).sum() / 2 / strength
        return value, (blocks.backward(gap) + penalty / strength).ravel()

    start = np.zeros(blocks.width * 3)
    found = optimize.minimize(
        loss,
        start,
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": ITERATIONS, "ftol": SETTLED, "maxcor": 8},
    )
    return blocks.model(found.x.reshape(-1, 3), how)


@dataclass(frozen=True, slots=True, eq=False)
class _Blocks:
    """The design in factors: comments x words, words x letters, comments x pairs."""

    words: sparse.csr_matrix
    words_back: sparse.csr_matrix
    letters: sparse.csr_matrix
    letters_back: sparse.csr_matrix
    pairs: sparse.csr_matrix
    pairs_back: sparse.csr_matrix
    facts: Floats
    used: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]
    rarity: Floats

    @classmethod
    def of(cls, bags: Bags, how: Weighting, *, lexicon: bool) -> _Blocks:
        scale = sparse.diags(1 / how.lengths(bags))
        words = sparse.csr_matrix(scale @ bags.words)
        seen = np.flatnonzero(how.known)
        letter_slots = np.flatnonzero(how.letters)
        pair_slots = np.flatnonzero(how.pairs)
        letters = sparse.csr_matrix(
            bags.letters[:, letter_slots] @ sparse.diags(how.letters[letter_slots])
        )
        pairs = sparse.csr_matrix(
            scale @ bags.pairs[:, pair_slots] @ sparse.diags(how.pairs[pair_slots])
        )
        facts = bags.lexicon if lexicon else bags.lexicon[:, :0]
        return cls(
            words, words.T.tocsr(), letters, letters.T.tocsr(), pairs, pairs.T.tocsr(),
            np.column_stack([facts, np.ones(len(facts))]),
            (seen, letter_slots, pair_slots), how.words[seen],
        )  # fmt: skip

    @property
    def width(self) -> int:
        return sum(len(one) for one in self.used) + int(self.facts.shape[1])

    def _cuts(self) -> list[int]:
        return [int(one) for one in np.cumsum([len(one) for one in self.used])]

    def forward(self, w: Floats) -> Floats:
        a, b, c = self._cuts()
        per_word = self.letters @ w[a:b]
        per_word[self.used[0]] += w[:a] * self.rarity[:, None]
        scores: Floats = self.words @ per_word + self.pairs @ w[b:c] + self.facts @ w[c:]
        return scores

    def backward(self, gap: Floats) -> Floats:
        per_word = self.words_back @ gap
        return np.concatenate(
            [
                per_word[self.used[0]] * self.rarity[:, None],
                self.letters_back @ per_word,
                self.pairs_back @ gap,
                self.facts.T @ gap,
            ]
        )

    def model(self, w: Floats, how: Weighting) -> Linear:
        a, b, c = self._cuts()
        full = [np.zeros((len(how.words), 3)), *(np.zeros((len(how.pairs), 3)) for _ in "lp")]
        for whole, used, part in zip(full, self.used, np.split(w[:c], [a, b]), strict=True):
            whole[used] = part
        facts = np.zeros((4, 3))
        facts[: len(w) - c - 1] = w[c:-1]
        return Linear(how, full[0], full[1], full[2], facts, w[-1])
