"""Sentiment learned from the scores beside comments, used only where it proves better."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.text.classifier import Classes, Linear, fit_linear
from cxlib.text.features import Bags, make_bags
from cxlib.text.sentiment import Feelings, Floats, labels_of
from cxlib.text.tokens import Ints, Tokens

FEWEST, FEWEST_EACH = 50, 15
"""Rated comments needed to learn, in all and in each class."""
FOLDS, FOLDS_OF_MANY = 5, 3
TIE = 0.02
"""A method has to be better by so much to be preferred to a simpler one."""
STRENGTHS = {"hybrid": 3.0, "model": 4.0}
"""Inverse penalties of the two models; the hybrid also sees what the word lists say."""
TRIAL = 3_000
"""Rated comments on which the methods are compared; the one chosen is judged on all."""
METHODS = ("lexicon", "hybrid", "model")


@dataclass(frozen=True, slots=True, eq=False)
class Learning:
    """Labels by the method that did best on comments it had not seen.

    Attributes:
        method: lexicon, hybrid or model.
        quality: method to macro-F1 (0 to 1) against the scores, out of fold; empty where there
            were too few scores to learn.
        rated: comments with a score.
        score: -1 to 1, shape (comments,).
        label: -1, 0 or 1; of rated comments by a model that did not see their score.
    """

    method: str
    quality: dict[str, float]
    rated: int
    score: Floats
    label: NDArray[np.int8]


def classes_of(score: Floats, *, points: bool) -> Classes:
    """0, 1, 2 for low, middle and high scores; -1 where there is none.

    A 0-10 score is cut as NPS is (0-6, 7-8, 9-10), one from 1 to 5 at 3, any other in thirds of
    its range.
    """
    known = ~np.isnan(score)
    found = np.full(len(score), -1, np.int64)
    if not known.any():
        return found
    low, high = (6.0, 9.0) if points else _cuts(score[known])
    if not points:
        found[known] = np.where(score[known] < low, 0, np.where(score[known] > high, 2, 1))
    else:
        found[known] = np.where(score[known] <= low, 0, np.where(score[known] >= high, 2, 1))
    return found


def _cuts(known: Floats) -> tuple[float, float]:
    if known.min() >= 1 and known.max() <= 5:
        return 3.0, 3.0
    width = known.max() - known.min()
    return float(known.min() + width / 3), float(known.min() + 2 * width / 3)


def macro_f1(truth: Classes, said: Classes) -> float:
    """The mean of F1 over the classes that occur, 0 to 1."""
    parts = []
    for one in np.unique(truth):
        both = int(((truth == one) & (said == one)).sum())
        either = int((truth == one).sum() + (said == one).sum())
        parts.append(2 * both / either)
    return float(np.mean(parts))


def learn(tokens: Tokens, feelings: Feelings, which: Ints, score: Floats, points: bool) -> Learning:
    """Choose among the word lists and two models by five-fold cross-validation.

    Equal texts share a fold, so that none is judged by a model that saw it. Labels learned from
    scores know those scores: to ask how text goes together with the score, use the word lists.

    Args:
        tokens: the distinct texts, cut.
        feelings: what the word lists say of them.
        which: the distinct text of each comment.
        score: the score beside each comment, high for content; NaN where there is none.
        points: whether it is a 0-10 score.
    """
    classes = classes_of(score, points=points)
    rated = np.flatnonzero(classes >= 0)
    words = feelings.score[which]
    plain = labels_of(words)
    counts = np.bincount(classes[rated], minlength=3)
    if len(rated) < FEWEST or counts[counts > 0].min() < FEWEST_EACH or (counts > 0).sum() < 2:
        return Learning("lexicon", {}, len(rated), words, plain)
    bags = make_bags(tokens, feelings)
    trial = np.random.default_rng(1).permutation(rated)[:TRIAL]
    said = {name: _out_of_fold(bags, which[trial], classes[trial], name) for name in STRENGTHS}
    quality = {"lexicon": macro_f1(classes[trial], plain[trial].astype(np.int64) + 1)}
    quality |= {name: macro_f1(classes[trial], p.argmax(1)) for name, p in said.items()}
    method = "lexicon"
    for name in METHODS[1:]:
        if quality[name] >= quality[method] + TIE:
            method = name
    if method == "lexicon":
        return Learning(method, quality, len(rated), words, plain)
    chances = _fit(bags, which[rated], classes[rated], method).chances(bags)[which]
    if len(trial) == len(rated):
        chances[trial] = said[method]
    else:
        chances[rated] = _out_of_fold(bags, which[rated], classes[rated], method)
        quality[method] = macro_f1(classes[rated], chances[rated].argmax(1))
    label = (chances.argmax(1) - 1).astype(np.int8)
    return Learning(method, quality, len(rated), score_of_chances(chances, label), label)


def _fit(bags: Bags, places: Ints, classes: Classes, method: str) -> Linear:
    return fit_linear(
        bags.taken(places), classes, strength=STRENGTHS[method], lexicon=method == "hybrid"
    )


def _out_of_fold(bags: Bags, places: Ints, classes: Classes, method: str) -> Floats:
    """The chances of each rated comment by models that did not see its text, shape (rated, 3)."""
    folds = FOLDS if len(places) <= TRIAL else FOLDS_OF_MANY
    fold = np.random.default_rng(0).permutation(bags.words.shape[0])[places] % folds
    chances = np.full((len(places), 3), 1 / 3)
    for one in range(folds):
        out = fold == one
        if out.any() and not out.all():
            model = _fit(bags, places[~out], classes[~out], method)
            chances[out] = model.chances(bags.taken(places[out]))
    return chances


def score_of_chances(chances: Floats, label: NDArray[np.int8]) -> Floats:
    """Chance of praise less chance of blame, kept on the label's side of neutral.

    Args:
        chances: of blame, neither and praise, shape (comments, 3).
        label: -1, 0 or 1.

    Returns:
        -1 to 1, shape (comments,).
    """
    gap = chances[:, 2] - chances[:, 0]
    bound = np.where(label > 0, np.maximum(gap, 0.05), np.minimum(gap, -0.05))
    return np.where(label == 0, np.clip(gap, -0.049, 0.049), bound)
