"""Retention charts hold the curve's numbers, and thin it without changing its ends."""

from __future__ import annotations

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.chosen_times import retention_at
from cxlib.charts.retention import summary_table, survival_curves
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.models.retention import retention
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives

LOOK = Look("Retention", "subs.csv", "", 0.95)
# METHODS' worked case: t = 1 2 2 3 4 5 5 6, left = 1 1 0 1 0 1 1 0; S(1) .875, S(2) .75, S(3) .6.
SMALL = Lives((1, 2, 3, 4, 5, 6), (1, 1, 1, 0, 2, 0), (0, 1, 0, 1, 0, 1))


def answer():
    lives = {TOTAL: SMALL + SMALL, Group("plan", "a"): SMALL, Group("plan", "b"): SMALL}
    return retention(lives, times=(1, 3), level=0.95)


def test_curve_holds_the_published_steps_and_the_customers_at_risk():
    chart = survival_curves(answer(), LOOK, unit="month", column="plan")
    assert chart.kind is Kind.STEPS
    assert [series.name for series in chart.series] == ["a", "b"]
    heights = {point.x: point.y for point in chart.series[0].points}
    assert [heights[t] for t in (1, 2, 3, 5)] == pytest.approx([0.875, 0.75, 0.6, 0.2])
    assert chart.below is not None
    assert chart.below.rows[0][:4] == ("a", 8, 8, 7)
    assert "no proven difference" in chart.title


def test_long_curves_are_thinned_but_keep_their_ends():
    many = Lives(tuple(range(1, 3001)), (1,) * 3000, (1,) * 3000)
    chart = survival_curves(retention({TOTAL: many}, times=(10,)), LOOK, unit="day", column=None)
    points = chart.series[0].points
    assert len(points) <= 402
    assert (points[0].x, points[-1].x) == (0, 3000)


def test_bars_at_a_time_and_the_table():
    chart = retention_at(answer(), LOOK, time=3, unit="month", column="plan")
    assert [point.y for point in chart.series[0].points] == pytest.approx([0.6, 0.6])
    table = summary_table(answer(), LOOK, unit="month").table
    assert table is not None
    assert table.rows[0][:4] == ("All customers", 16, 10, 5.0)


def test_a_chart_survives_the_trip_through_plain_data():
    chart = survival_curves(answer(), LOOK, unit="month", column="plan")
    assert thaw(freeze(chart)) == chart
