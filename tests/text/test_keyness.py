"""Distinctive terms: the formula by hand, and terms that were planted."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.text.keyness import find_keys
from cxlib.text.tokens import tokenise
from tests.text.reading import arrow


def test_log_odds_with_the_prior_by_hand():
    # 300 of 600 against 50 of 400; the prior stands for 500 * 350 / 1000 = 175 comments.
    texts = ["parkir"] * 300 + ["meja"] * 300 + ["parkir"] * 50 + ["kursi"] * 350
    group = np.arange(1000) < 600
    high, _ = find_keys(tokenise(arrow(texts)), np.arange(1000), group, ~group)
    key = next(one for one in high if one.term == "parkir")
    odds = np.log(475 / (600 + 500 - 475)) - np.log(225 / (400 + 500 - 225))
    assert key.log_odds == pytest.approx(odds)
    assert key.z == pytest.approx(odds / np.sqrt(1 / 475 + 1 / 225))
    assert (key.n, key.n_other, key.share, key.share_other) == (300, 50, 0.5, 0.125)


def test_planted_terms_are_found_and_negators_stay():
    rng = np.random.default_rng(2)
    filler = ["barang", "toko", "warna", "meja", "kursi", "rumah", "pintu", "lampu"]
    low = [f"{rng.choice(filler)} tidak sesuai dan rusak" for _ in range(400)]
    high = [f"{rng.choice(filler)} yang rapi dan aman" for _ in range(400)]
    texts = low + high
    group = np.arange(800) < 400
    mine, theirs = find_keys(tokenise(arrow(texts)), np.arange(800), group, ~group)
    assert {"tidak sesuai", "sesuai", "rusak"} <= {key.term for key in mine}
    assert {"rapi", "aman"} <= {key.term for key in theirs}
    assert not {"dan", "yang"} & {key.term for key in mine + theirs}
    assert all(key.p_adjusted < 0.05 for key in mine)
    first = mine[0]
    assert (first.n, first.n_other, first.share) == (400, 0, 1.0)
    prior = 500 * 400 / 800
    odds = np.log((400 + prior) / (500 - prior)) - np.log(prior / (900 - prior))
    assert first.log_odds == pytest.approx(odds)


def test_a_repeated_comment_counts_as_often_as_it_stands():
    texts = ["rusak parah", "rapi sekali"]
    which = np.array([0] * 300 + [1] * 300)
    group = which == 0
    mine, theirs = find_keys(tokenise(arrow(texts)), which, group, ~group)
    assert {key.term: key.n for key in mine}["rusak"] == 300
    assert {key.term for key in theirs} == {"rapi"} | {
        key.term for key in theirs if key.term != "rapi"
    }


def test_an_empty_group_has_no_terms():
    tokens = tokenise(arrow(["a b", "c"]))
    nobody, all_ = np.zeros(2, bool), np.ones(2, bool)
    assert find_keys(tokens, np.arange(2), nobody, all_) == ((), ())
    assert find_keys(tokenise(arrow([])), np.arange(0), nobody[:0], all_[:0]) == ((), ())
