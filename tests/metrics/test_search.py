"""The search for groups: what is planted is found, and noise rarely names any."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from cxlib.metrics.nps import nps_difference
from cxlib.metrics.search import search
from cxlib.stats.score_pairs import ScorePairs
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.question import Coverage


def pairs_of(columns, scores):
    """What the query would count: every value and every pair of values."""
    names = list(columns)
    cells: dict[tuple, Counter] = {}
    for place, score in enumerate(scores):
        marks = [(name, str(columns[name][place])) for name in names]
        for i, one in enumerate(marks):
            cells.setdefault((one,), Counter())[score] += 1
            for other in marks[i + 1 :]:
                cells.setdefault((one, other), Counter())[score] += 1
    whole = Counter(scores)

    def counts(found):
        return ScoreCounts.plain([found[score] for score in range(11)])

    return ScorePairs(
        counts(whole), {where: counts(found) for where, found in cells.items()}, (0, 10), (),
        Coverage(len(scores), len(scores), ()),
    )  # fmt: skip


def drawn(random, n, *, levels=4, columns=5):
    return {f"c{k}": random.integers(0, levels, n) for k in range(columns)}


def test_a_planted_group_and_a_planted_pair_come_first():
    random = np.random.default_rng(5)
    columns = drawn(random, 6000)
    scores = random.choice([3, 8, 9, 10], 6000, p=[0.25, 0.25, 0.25, 0.25])
    low = (columns["c1"] == 2) & (random.random(6000) < 0.35)
    lower = (columns["c3"] == 0) & (columns["c4"] == 1) & (random.random(6000) < 0.5)
    scores = np.where(low | lower, 2, scores)
    pairs = pairs_of(columns, scores.tolist())
    found = search(pairs, box=None)
    named = [one.where for one in found.found]
    assert named[0] == (("c3", "0"), ("c4", "1"))
    assert (("c1", "2"),) in named
    first = found.found[0]
    rest = pairs.total - pairs.cells[first.where]
    assert first.p_value == pytest.approx(nps_difference(pairs.cells[first.where], rest))
    assert first.p_adjusted >= first.p_value
    assert first.difference == pytest.approx(first.result.score - first.rest.score)
    assert found.looked_at == 5 * 4 + 10 * 16


def test_noise_names_a_group_in_at_most_one_search_of_twenty():
    random = np.random.default_rng(8)
    named = 0
    for _ in range(150):
        columns = drawn(random, 900, levels=3, columns=4)
        scores = random.choice([3, 8, 10], 900, p=[0.3, 0.3, 0.4]).tolist()
        named += bool(search(pairs_of(columns, scores), box=None).found)
    assert named / 150 <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / 150)


def test_small_groups_are_left_out_and_counted():
    columns = {"c0": ["a"] * 100 + ["b"] * 20}
    found = search(pairs_of(columns, [9] * 100 + [0] * 20), box=None)
    assert (found.found, found.looked_at, found.too_small) == ((), 0, 2)


def test_a_share_of_good_answers_is_searched_too():
    columns = {"c0": ["a"] * 200 + ["b"] * 200}
    found = search(pairs_of(columns, [5] * 150 + [1] * 50 + [5] * 60 + [1] * 140), box=(4, 5))
    assert [one.where for one in found.found] == [(("c0", "a"),), (("c0", "b"),)]
    assert found.found[0].difference == pytest.approx(0.45)
