"""Alerts: planted signals first, and no more false ones than said on steady series."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from cxlib.metrics.alerts import alerts
from cxlib.metrics.false_alarms import false_alarm_rate
from cxlib.metrics.trends import TrendOptions, trends
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

OPTIONS = TrendOptions(period="month", last_day=date(2026, 12, 31))


def series(scores, value="East", options=OPTIONS):
    """A chart of monthly NPS with 1,000 answers a month."""
    cube = {
        Group("region", value, date(2025 + place // 12, place % 12 + 1, 1)): ScoreCounts.plain(
            (500 - 5 * round(score), 0, 0, 0, 0, 0, 0, 0, 0, 0, 500 + 5 * round(score))
        )
        for place, score in enumerate(scores)
    }
    (one,) = trends(cube, options)
    return one


def test_the_strongest_signal_comes_first_and_short_series_are_left_out():
    steady = [30, 32, 29, 31, 30, 32, 31, 29, 30, 31, 32, 30]
    found = alerts(
        [
            ("nps", series(steady)),
            ("nps", series([*steady[:-1], 20], "West")),
            ("nps", series([*steady[:-1], 60], "North")),
            ("nps", series(steady[:6], "South")),
        ]
    )
    assert [one.trend.group.value for one in found.found] == ["North", "West"]
    assert [one.up for one in found.found] == [True, False]
    assert found.watched == 3
    assert found.by_chance == pytest.approx(3 * false_alarm_rate(12))


def test_steady_series_alarm_as_often_as_said():
    random = np.random.default_rng(17)
    watched = [("nps", series(random.normal(0, 8, 20), str(place))) for place in range(1500)]
    found = alerts(watched)
    spread = np.sqrt(found.by_chance)
    assert abs(len(found.found) - found.by_chance) < 4 * spread
