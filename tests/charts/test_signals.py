"""Charts of signals, levels, forecasts and targets say only what was found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.scores import Look
from cxlib.charts.signals import (
    alert_table,
    alert_words,
    forecast_chart,
    level_chart,
    target_table,
)
from cxlib.charts.store import freeze, thaw
from cxlib.metrics.alerts import alerts
from cxlib.metrics.change_points import change_points
from cxlib.models.forecast import forecast
from cxlib.stats.groups import TOTAL, Group
from cxlib.workspace.targets import Target
from tests.metrics.test_alerts import OPTIONS, STEADY, series

LOOK = Look("NPS", "survey.csv", "All customers", 0.95)


def test_alerts_in_a_table_and_in_words():
    found = alerts([series([*STEADY, 60]), series(STEADY, "West")])
    chart = alert_table(found, LOOK, names={"nps": "NPS"})
    assert chart.title == "Signals in the newest finished period: 1"
    (row,) = chart.table.rows
    assert row[:4] == ("NPS", "region: East", "Jan 2026", "+60.0")
    assert "above the upper limit" in row[-1]
    assert "2 series are watched" in chart.notes[0]
    words = alert_words(found.found[0], name="NPS")
    assert words.startswith("NPS, region: East, Jan 2026: +60.0 (54.9 to 64.8, n = 1,000), ")
    assert "is usual: above the upper limit of" in words
    quiet = alert_table(alerts([series(STEADY)]), LOOK, names={})
    assert quiet.title == "Nothing but noise in the newest finished period"
    assert quiet.table.rows == ()
    assert thaw(freeze(chart)) == chart


def test_levels_and_their_titles():
    trend = series([*STEADY, *(one - 15 for one in STEADY)])
    values = [point.value for point in trend.chart.points]
    chart = level_chart(trend, change_points(values), LOOK)
    assert chart.title == "NPS has been on a lower level since Jan 2026"
    levels = [point.y for point in chart.series[1].points]
    assert levels[:12] == pytest.approx([sum(STEADY) / 12] * 12)
    assert levels[12:] == pytest.approx([sum(STEADY) / 12 - 15] * 12)
    same = level_chart(series(STEADY), (), LOOK)
    assert same.title == "NPS: one level throughout"
    assert thaw(freeze(chart)) == chart


def test_an_open_period_bears_no_level_and_no_forecast():
    open_end = replace(OPTIONS, last_day=date(2025, 12, 4))
    trend = series(STEADY, options=open_end)
    chart = level_chart(trend, (), LOOK)
    assert chart.series[1].points[-1].y is None
    assert chart.series[0].points[-1].hollow
    ahead = forecast([point.value for point in trend.chart.points[:11]])
    shown = forecast_chart(trend, ahead, LOOK)
    assert shown.labels[11] == "Dec 2025"
    assert shown.series[0].points[11].y is None
    assert shown.series[1].points[11].low <= shown.series[1].points[11].y


def test_a_forecast_stays_on_the_scale():
    high = series([98, 100, 96, 100, 98, 100, 99, 100])
    ahead = forecast([point.value for point in high.chart.points], ahead=6)
    chart = forecast_chart(high, ahead, LOOK)
    assert max(point.high for point in chart.series[1].points if point.high is not None) == 100
    assert "expected in Sep 2025" in chart.title
    assert any("two full cycles" in note for note in chart.notes)


def test_targets_are_met_missed_or_not_proven():
    trend = series(STEADY)
    kept = (Target("nps", 90), Target("nps", 5, "region", "East"), Target("nps", 1, "region", "X"))
    groups = {TOTAL: trend, Group("region", "East"): trend}
    chart = target_table(kept, groups, LOOK)
    assert chart.kind is Kind.TABLE
    assert [row[-1] for row in chart.table.rows] == ["missed", "met", "no finished period"]
    near = target_table((Target("nps", 30),), {TOTAL: trend}, LOOK)
    assert near.table.rows[0][-1] == "not proven"
