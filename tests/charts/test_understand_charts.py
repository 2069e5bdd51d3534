"""Charts of drivers, trends and impact hold exactly the numbers they are given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.drivers import (
    driver_importance,
    driver_table,
    drivers_by_group,
    performance_map,
    quadrant_words,
)
from cxlib.charts.impact import impact_table, money_at_risk, stay_curves
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.charts.trends import control_chart
from cxlib.metrics.trends import TrendOptions, trends
from cxlib.models.drivers import drivers
from cxlib.models.impact import impact
from cxlib.stats.cross_products import CrossProducts
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.landmarks import Stay
from cxlib.stats.lives import Lives
from cxlib.stats.scores import ScoreCounts

LOOK = Look("NPS", "survey.csv", "", 0.95)


@pytest.fixture(scope="module")
def found():
    draw = np.random.default_rng(1)
    x = draw.integers(1, 6, (500, 3)).astype(float)
    y = 2 * x[:, 0] + x[:, 1] + draw.normal(size=500)
    rows, times = np.unique(np.column_stack([y, x]), axis=0, return_counts=True)
    return drivers(CrossProducts.of(("nps", "speed", "price", "staff"), rows, times))


def month(place: int) -> date:
    return date(2025, place, 1)


def monthly(scores):
    return {
        Group(None, None, month(place)): ScoreCounts.plain(
            (50 - score // 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50 + score // 2)
        )
        for place, score in enumerate(scores, 1)
    }


def test_importance_bars_and_the_map(found):
    chart = driver_importance(found, LOOK)
    assert chart.kind is Kind.INTERVALS
    assert chart.labels == ("speed", "price", "staff")
    assert [(p.y, p.low, p.high) for p in chart.series[0].points] == [
        (one.share, one.low, one.high) for one in found.drivers
    ]
    assert chart.title == "speed matters most for nps"
    assert [line.at for line in chart.lines] == [1 / 3]
    alike = replace(found, drivers=tuple(replace(one, high=1.0) for one in found.drivers))
    assert driver_importance(alike, LOOK).title == "What matters for nps"
    plot = performance_map(found, LOOK)
    assert plot.kind is Kind.SCATTER
    assert [s.points[0].x for s in plot.series] == [one.performance for one in found.drivers]
    assert [(line.at, line.vertical) for line in plot.lines] == [
        (1 / 3, False),
        (found.performance_cut, True),
    ]
    assert [(s.points[0].x_low, s.points[0].x_high) for s in plot.series] == [
        (one.performance_low, one.performance_high) for one in found.drivers
    ]
    for one in (chart, plot, driver_table(found, LOOK)):
        assert thaw(freeze(one)) == one
    assert quadrant_words("uncertain") == "uncertain"


def test_the_map_compares_places_where_scales_differ(found):
    placed = replace(
        found,
        drivers=tuple(
            replace(one, place=0.5, place_low=0.4, place_high=0.6) for one in found.drivers
        ),
    )
    points = [series.points[0] for series in performance_map(placed, LOOK).series]
    assert {(point.x, point.x_low, point.x_high) for point in points} == {(0.5, 0.4, 0.6)}


def test_shares_stand_side_by_side_for_groups(found):
    other = Group("region", "East")
    groups = {TOTAL: found, other: replace(found, drivers=found.drivers[:2], n=77)}
    chart = drivers_by_group(groups, LOOK, column="region")
    assert chart.labels == ("All", "East")
    assert [s.name for s in chart.series] == [one.name for one in found.drivers]
    assert chart.series[0].points[1].y == found.drivers[0].share
    assert chart.series[2].points[1].y is None
    assert any("East 77" in note for note in chart.notes)
    assert thaw(freeze(chart)) == chart


def test_the_control_chart_draws_limits_signals_and_the_open_end():
    scores = [30, 34, 28, 32, 34, 30, 32, -60, 30, 32, 30, 28]
    options = TrendOptions(period="month", last_day=date(2025, 12, 4), target=36)
    (one,) = trends(monthly(scores), options)
    chart = control_chart(one, options, LOOK)
    assert [p.y for p in chart.series[0].points] == pytest.approx(scores)
    assert [p.hollow for p in chart.series[0].points] == [False] * 11 + [True]
    first = one.chart.points[0]
    assert [line.at for line in chart.lines] == [one.chart.centre, first.upper, first.lower, 36]
    assert "below the lower limit" in chart.series[0].points[7].note
    assert "Aug 2025" in " ".join(chart.notes)
    assert chart.n == 1200
    assert thaw(freeze(chart)) == chart


def test_varying_limits_are_lines_of_their_own():
    counts = monthly([30, 32, 30])
    counts[Group(None, None, month(4))] = ScoreCounts.plain((10,) * 11)
    options = TrendOptions(period="month", last_day=date(2025, 4, 30), limits="p")
    (one,) = trends(counts, options)
    chart = control_chart(one, options, LOOK)
    assert [p.y for p in chart.series[1].points] == [p.upper for p in one.chart.points]
    assert [p.y for p in chart.series[2].points] == [p.lower for p in one.chart.points]
    assert len(chart.lines) == 1


def test_titles_say_signal_or_noise():
    options = TrendOptions(period="month", last_day=date(2025, 12, 31))
    calm = [30, 36, 24, 36, 30, 24, 36, 30, 24, 36, 30, 26]
    (one,) = trends(monthly(calm), options)
    assert control_chart(one, options, LOOK).title == "NPS: noise, no signal"
    (one,) = trends(monthly([*calm[:11], -30]), options)
    assert control_chart(one, options, LOOK).title == "NPS: a signal in Dec 2025"


def test_impact_charts():
    lives = {
        "promoter": Lives((4.0, 12.0), (5, 0), (0, 45)),
        "detractor": Lives((2.0, 12.0), (30, 0), (0, 20)),
    }
    stays = {name: Stay(one, 10.0 * one.n, one.n) for name, one in lives.items()}
    found = impact(stays, times=(12,))
    curves = stay_curves(found, LOOK, unit="month")
    assert curves.kind is Kind.STEPS
    assert [s.name for s in curves.series] == ["Promoters", "Detractors"]
    assert [p.y for p in curves.series[1].points] == [1, pytest.approx(0.4), pytest.approx(0.4)]
    assert curves.title == "Customers stay differently after different answers"
    money = money_at_risk(found, LOOK)
    bad = found.groups[1]
    (point,) = money.series[0].points
    assert (point.y, point.low, point.high, point.n) == (bad.at_risk, bad.low, bad.high, 50)
    table = impact_table(found, LOOK, unit="month").table
    assert table.rows[1][:4] == ("Detractors", 50, 30, bad.mean.value)
    assert table.rows[1][6:8] == (bad.value, bad.at_risk)
    for chart in (curves, money, impact_table(found, LOOK, unit="month")):
        assert thaw(freeze(chart)) == chart
