"""The concordance of a score equals plain pair counting, its variance DeLong's over customers."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from cxlib.metrics.engagement_score import ScoreRule, check_score, pooled
from cxlib.metrics.shares import wilson
from cxlib.stats.habits import Habits
from cxlib.tables.question import Coverage

RULES = (ScoreRule("active_days", 10, low=2), ScoreRule("events", 10, low=5))
Z = 1.959963984540054


def habits(rows):
    return Habits(tuple(rows), 28, 28, date(2024, 3, 1), Coverage(1, 1, ()))


def drawn(seed=3, customers=200):
    """Facts, and who came back, one row a customer."""
    rng = np.random.default_rng(seed)
    rows = []
    for _ in range(customers):
        days = int(rng.integers(1, 5))
        back = int(rng.random() < 0.2 + 0.15 * days)
        rows.append(((days, int(rng.integers(1, 9)), 1, 3), back, 1))
    return rows


def scored(rows):
    points = np.array([10 * (f[0] >= 2) + 10 * (f[1] >= 5) for f, _, _ in rows])
    return points, np.array([back for _, back, _ in rows])


def test_concordance_and_limits_equal_delong_over_pairs():
    rows = drawn()
    points, back = scored(rows)
    found = check_score(habits(rows), RULES)
    pairs = points[back == 1][:, None] - points[back == 0][None, :]
    wins = (pairs > 0) + 0.5 * (pairs == 0)
    assert found.concordance == pytest.approx(wins.mean())
    m, n = wins.shape
    u = mannwhitneyu(points[back == 1], points[back == 0]).statistic
    assert found.concordance == pytest.approx(u / (m * n))
    half = Z * np.sqrt(wins.mean(axis=1).var(ddof=1) / m + wins.mean(axis=0).var(ddof=1) / n)
    assert (found.low, found.high) == pytest.approx(
        (found.concordance - half, found.concordance + half)
    )


def test_what_cannot_be_known_is_not_a_number():
    facts = (3, 6, 1, 0)
    alone = check_score(habits([(facts, 1, 5)]), RULES)
    assert (alone.concordance, alone.low, alone.high) == (None, None, None)
    few = check_score(habits([(facts, 1, 1), ((1, 1, 1, 9), 0, 4)]), RULES)
    assert (few.concordance, few.low, few.high) == (1, None, None)
    sure = check_score(habits([(facts, 1, 6), ((1, 1, 1, 9), 0, 4)]), RULES)
    assert (sure.concordance, sure.low) == (1, None)


def test_many_scores_are_pooled_and_lose_nobody():
    rules = [ScoreRule("events", 1, low=one) for one in range(1, 30)]
    rows = [((1, one % 37 + 1, 1, 0), one % 3 == 0, one % 4 + 1) for one in range(90)]
    bands = check_score(habits(rows), rules).bands
    ranges = pooled(bands, 6)
    assert len(ranges) <= 6
    assert sum(one.share.n for one in ranges) == sum(one.n for one in bands)
    assert sum(one.share.back for one in ranges) == sum(one.back for one in bands)
    for one in ranges:
        inside = [band for band in bands if one.first <= band.score <= one.last]
        n, back = sum(b.n for b in inside), sum(b.back for b in inside)
        assert (one.share.n, one.share.back) == (n, back)
        assert (one.share.low, one.share.high) == wilson(back / n, n)
    assert [one.first for one in pooled(bands[:3], 6)] == [band.score for band in bands[:3]]
