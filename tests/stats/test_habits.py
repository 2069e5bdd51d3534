"""An engagement score and its check against plain counting."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.engagement_score import DEFAULT_RULES, ScoreRule, check_score
from cxlib.stats.habits import read_habits
from tests.handmade import source_of

T = datetime(2024, 1, 1)


@pytest.fixture(scope="module")
def drawn(backend):
    rng = np.random.default_rng(31)
    rows = []
    for who in range(150):
        for _ in range(rng.integers(1, 2 + who // 5)):
            at = T + timedelta(minutes=int(rng.integers(0, 60 * 1440)))
            rows.append((f"c{who}", at, "abcd"[rng.integers(4)]))
    roles = {
        "customer": [who for who, *_ in rows],
        "happened": [at for _, at, _ in rows],
        "event": [name for *_, name in rows],
    }
    table = pd.DataFrame(rows, columns=["who", "at", "event"])
    return table, source_of(backend, "events", roles, table="habit_events")


def test_facts_and_return_of_every_customer(drawn):
    table, source = drawn
    found = read_habits(source, window=20, follow_up=10)
    day = table["at"].dt.normalize()
    last = day.max() - timedelta(10)
    assert found.last == last.date()
    now = table[(day > last - timedelta(20)) & (day <= last)].assign(day=day)
    back = set(table.who[(day > last) & (day <= last + timedelta(10))])
    want: dict[tuple, int] = {}
    for who, mine in now.groupby("who"):
        idle = (last - mine.day.max()).days
        facts = (mine.day.nunique(), len(mine), mine.event.nunique(), idle)
        key = (facts, int(who in back))
        want[key] = want.get(key, 0) + 1
    assert {(facts, come): n for facts, come, n in found.rows} == want


def test_the_score_is_checked_against_who_came_back(drawn):
    _, source = drawn
    habits = read_habits(source, window=20, follow_up=10)
    found = check_score(habits)
    assert {one.score for one in found.bands} <= set(range(0, 101, 20))
    points, came = [], []
    for facts, back, n in habits.rows:
        active, events, kinds, idle = facts
        score = 20 * sum((active >= 2, active >= 5, events >= 10, kinds >= 3, idle <= 6))
        points += [score] * n
        came += [back] * n
    points, came = np.array(points), np.array(came)
    for one in found.bands:
        assert (one.n, one.back) == ((points == one.score).sum(), came[points == one.score].sum())
    pairs = points[came == 1][:, None] - points[came == 0][None, :]
    assert found.concordance == pytest.approx(((pairs > 0) + 0.5 * (pairs == 0)).mean())
    assert found.concordance > 0.6


def test_rules_can_be_changed_and_have_to_be_known(drawn):
    _, source = drawn
    habits = read_habits(source, window=20, follow_up=10)
    one = check_score(habits, [ScoreRule("idle_days", -5, low=3, high=5)])
    assert [band.score for band in one.bands] == [-5, 0]
    with pytest.raises(BadOption, match="there is 'mood'"):
        check_score(habits, [ScoreRule("mood", 1)])
    with pytest.raises(BadOption, match="there is none"):
        check_score(habits, [])
    assert sum(rule.points for rule in DEFAULT_RULES) == 100


def test_data_that_are_too_short(drawn):
    _, source = drawn
    with pytest.raises(NotEnoughData, match="needs at least 100 days; this selection has 60"):
        read_habits(source, window=60, follow_up=40)
