"""Alerts and what stands out: planted signals first, and seldom anything on steady series."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from cxlib.metrics.alerts import alerts
from cxlib.metrics.control_chart import xmr
from cxlib.metrics.false_alarms import false_alarm_rate, rarity
from cxlib.metrics.measured import Estimate, Measure, SeriesOptions, measured, of_trend
from cxlib.metrics.standouts import Contrast, standouts
from cxlib.metrics.trends import TrendOptions, trends
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

OPTIONS = TrendOptions(period="month", last_day=date(2026, 12, 31))
NPS = Measure("nps", "points")
STEADY = [30, 32, 29, 31, 30, 32, 31, 29, 30, 31, 32, 30]


def series(scores, value="East", options=OPTIONS):
    """Monthly NPS with 1,000 answers a month."""
    cube = {
        Group("region", value, date(2025 + place // 12, place % 12 + 1, 1)): ScoreCounts.plain(
            (500 - 5 * round(score), 0, 0, 0, 0, 0, 0, 0, 0, 0, 500 + 5 * round(score))
        )
        for place, score in enumerate(scores)
    }
    (one,) = trends(cube, options)
    return of_trend(one, NPS, options)


def counts(values, key="orders"):
    """A measure of counts, month by month."""
    found = {
        date(2024 + place // 12, place % 12 + 1, 1): Estimate(float(value))
        for place, value in enumerate(values)
    }
    last = max(found)
    options = SeriesOptions(period="month", last_day=date(last.year + 1, 12, 31))
    return measured(Measure(key, "count"), found, options)


def test_the_strongest_signal_comes_first_and_short_series_are_left_out():
    found = alerts(
        [
            series(STEADY),
            series([*STEADY[:-1], 20], "West"),
            series([*STEADY[:-1], 60], "North"),
            series(STEADY[:6], "South"),
        ]
    )
    assert [one.series.group.value for one in found.found] == ["North", "West"]
    assert [one.up for one in found.found] == [True, False]
    assert [one.fresh for one in found.found] == [True, True]
    assert found.watched == 3
    assert found.by_chance == pytest.approx(3 * false_alarm_rate(12))


def test_steady_series_alarm_as_often_as_said():
    random = np.random.default_rng(17)
    found = alerts(series(random.normal(0, 8, 20), str(place)) for place in range(1500))
    spread = np.sqrt(found.by_chance)
    assert abs(len(found.found) - found.by_chance) < 4 * spread


@pytest.mark.parametrize("periods", [8, 12, 24])
def test_the_rarity_of_a_steady_end_is_a_p_value(periods):
    random = np.random.default_rng(periods)
    p = np.array([rarity(xmr(random.standard_normal(periods).tolist())) for _ in range(2000)])
    for level in (0.01, 0.05, 0.1):
        assert (p <= level).mean() < level + 3 * np.sqrt(level * (1 - level) / 2000)
    assert rarity(xmr([*STEADY[:-1], 60])) < 0.001
    assert rarity(xmr([3.0] * 12)) == 1.0


def test_nothing_stands_out_from_noise():
    """With 60 steady series and 30 groups alike, a sentence in at most one page of ten."""
    random = np.random.default_rng(3)
    pages, spoken = 150, 0
    for _ in range(pages):
        watched = alerts(counts(random.normal(100, 10, 18), str(k)) for k in range(60))
        alike = [
            Contrast(NPS, Group("region", str(k)), Estimate(1.0, 0, 2, 50), 0.0, float(p))
            for k, p in enumerate(random.random(30))
        ]
        spoken += bool(standouts(watched, alike))
    assert spoken / pages <= 0.1 + 2 * np.sqrt(0.1 * 0.9 / pages)


def test_new_signals_come_first_and_each_measure_once():
    old = counts([*STEADY, *[60] * 12], "sales")
    new = counts([*STEADY, *STEADY[:-1], 45], "reply")
    again = counts([*STEADY, *STEADY[:-1], 44], "reply")
    differs = Contrast(NPS, Group("region", "East"), Estimate(9.0, 5, 13, 900), 25.0, 1e-9)
    found = standouts(alerts([old, new, again]), [differs], most=4)
    assert [one.key for one in found][:3] == ["reply", "sales", "nps"] or [
        one.key for one in found
    ][:3] == ["reply", "nps", "sales"]
    assert found[0].fresh
    assert [one.key for one in found].count("reply") == 2
    assert found[3].key == "reply"
    assert all(one.p_adjusted <= 0.1 for one in found)
