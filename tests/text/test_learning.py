"""Learning from scores: choosing, out-of-fold honesty, and the model against a plain solver."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize, special

from cxlib.text.classifier import ITERATIONS, fit_linear
from cxlib.text.features import make_bags
from cxlib.text.learning import classes_of, learn
from tests.text.reading import felt

GOOD, BAD = ("zorbo", "plim", "kwat"), ("grung", "skaz", "drib")
REST = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def made(n=240, seed=3):
    """Texts whose made-up words tell the class; no list knows them."""
    rng = np.random.default_rng(seed)
    classes = rng.integers(0, 2, n) * 2
    texts = [
        " ".join([*rng.choice(REST, 3), rng.choice(GOOD if one else BAD), str(place)])
        for place, one in enumerate(classes)
    ]
    return texts, classes


def test_scores_fall_into_three_classes():
    nps = np.array([0, 6, 7, 8, 9, 10, np.nan])
    assert classes_of(nps, points=True).tolist() == [0, 0, 1, 1, 2, 2, -1]
    stars = np.array([1, 2, 3, 4, 5, np.nan])
    assert classes_of(stars, points=False).tolist() == [0, 0, 1, 2, 2, -1]
    seven = np.array([1.0, 2, 3, 4, 5, 6, 7])
    assert classes_of(seven, points=False).tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert classes_of(np.array([np.nan]), points=False).tolist() == [-1]


def test_words_that_no_list_knows_are_learned():
    texts, classes = made()
    feelings, tokens, _ = felt(texts)
    score = np.where(classes == 2, 5.0, 1.0)
    score[200:] = np.nan
    found = learn(tokens, feelings, np.arange(len(texts)), score, False)
    assert found.method in ("model", "hybrid")
    assert found.rated == 200
    assert found.quality[found.method] > 0.9
    assert (found.label[200:] == classes[200:] - 1).mean() > 0.9
    assert (np.sign(found.score) == found.label).all()


def test_scores_that_say_nothing_are_not_copied_back():
    texts, _ = made()
    feelings, tokens, _ = felt(texts)
    rng = np.random.default_rng(0)
    score = rng.choice([1.0, 5.0], len(texts))
    found = learn(tokens, feelings, np.arange(len(texts)), score, False)
    assert (found.label == np.where(score > 3, 1, -1)).mean() < 0.65


def test_equal_texts_are_never_judged_by_a_model_that_saw_them():
    rng = np.random.default_rng(4)
    texts = [f"word{place} thing{place * 7 % 50}" for place in range(50)]
    which = np.repeat(np.arange(50), 6)
    score = np.repeat(rng.choice([1.0, 5.0], 50), 6)  # equal within a text, random between texts
    feelings, tokens, _ = felt(texts)
    found = learn(tokens, feelings, which, score, False)
    assert all(one < 0.7 for one in found.quality.values())


@pytest.mark.parametrize("n", [0, 49])
def test_few_scores_leave_the_word_lists(n):
    texts, classes = made()
    feelings, tokens, _ = felt(texts)
    score = np.where(np.arange(len(texts)) < n, np.where(classes == 2, 5.0, 1.0), np.nan)
    found = learn(tokens, feelings, np.arange(len(texts)), score, False)
    assert (found.method, found.quality, found.rated) == ("lexicon", {}, n)
    assert np.array_equal(found.score, feelings.score)


def test_the_fit_is_that_of_a_plain_solver():
    texts, classes = made(60)
    feelings, tokens, _ = felt(texts)
    bags = make_bags(tokens, feelings)
    model = fit_linear(bags, classes, strength=1.0, lexicon=True)
    how = model.weighting
    # The same design as one dense matrix: words, letters summed over words, pairs, lists, base.
    scale = 1 / how.lengths(bags)[:, None]
    words = bags.words.toarray() * how.words * how.known * scale
    letters = (bags.words @ bags.letters).toarray() * how.letters * scale
    pairs = bags.pairs.toarray() * how.pairs * scale
    x = np.column_stack([words, letters, pairs, bags.lexicon, np.ones(len(texts))])
    x = x[:, np.abs(x).sum(axis=0) > 0]
    counts = np.bincount(classes, minlength=3)
    weight = (len(classes) / 2 / np.maximum(counts, 1))[classes]

    def loss(flat):
        w = flat.reshape(-1, 3)
        log = special.log_softmax(x @ w, axis=1)
        gap = (np.exp(log) - np.eye(3)[classes]) * weight[:, None]
        ridge = np.vstack([w[:-1], np.zeros(3)])
        value = -(weight * log[np.arange(len(x)), classes]).sum() + (ridge**2).sum() / 2
        return value, (x.T @ gap + ridge).ravel()

    best = optimize.minimize(loss, np.zeros(x.shape[1] * 3), jac=True, method="L-BFGS-B")
    expected = special.softmax(x @ best.x.reshape(-1, 3), axis=1)
    assert ITERATIONS >= 40
    assert np.abs(model.chances(bags) - expected).max() < 0.02


@pytest.mark.parametrize(
    ("each", "learned"),
    [((15, 15, 15), False), ((17, 17, 17), True), ((14, 40, 40), False), ((0, 60, 0), False)],
)
def test_how_many_scores_of_each_kind_it_takes(each, learned):
    rng = np.random.default_rng(2)
    stars = np.repeat([1.0, 3.0, 5.0], each)
    known = {1.0: BAD, 3.0: ("mid", "so", "la"), 5.0: GOOD}
    texts = [f"{rng.choice(known[one])} {rng.choice(REST)} {i}" for i, one in enumerate(stars)]
    feelings, tokens, _ = felt([*texts, "unrated zorbo"])
    found = learn(tokens, feelings, np.arange(tokens.n), np.append(stars, np.nan), False)
    assert found.rated == len(stars)
    assert (found.quality != {}) == learned
    assert learned or found.method == "lexicon"
    assert np.isfinite(found.score).all()


def test_a_score_that_never_changes_teaches_nothing():
    texts, _ = made(100)
    feelings, tokens, _ = felt(texts)
    for score, points in ((7.0, False), (10.0, True), (4.0, False)):
        found = learn(tokens, feelings, np.arange(100), np.full(100, score), points)
        assert (found.method, found.quality) == ("lexicon", {})
