"""Charts as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import HealthCheck, given, settings

from cxlib.charts.chart import Chart, Point, Series
from cxlib.charts.data import to_data
from cxlib.charts.tabular import tabular
from tests.charts.gallery import (
    gallery,
    hazard_curve,
    hazard_ratios,
    league,
    nps_trend,
    revenue_bridge,
    score_bridge,
    survival_curves,
)
from tests.charts.strange import charts


@pytest.mark.parametrize("name", gallery())
def test_is_plain_json_and_holds_every_number(name: str):
    chart = gallery()[name]
    data = json.loads(json.dumps(to_data(chart), allow_nan=False))
    assert (data["kind"], data["title"]) == (str(chart.kind), chart.title)
    for series, kept in zip(chart.series, data["series"], strict=True):
        assert kept["name"] == series.name
        assert kept["values"] == [point.y for point in series.points]
        assert kept["low"] == [point.low for point in series.points]
        assert kept["high"] == [point.high for point in series.points]
        assert kept["n"] == [point.n for point in series.points]


def test_points_that_bear_x_have_it():
    data = to_data(survival_curves())
    assert data["series"][0]["x"][:2] == [0.0, 1.0]
    assert "x" not in to_data(nps_trend())["series"][0]


def test_how_lines_and_axes_are_drawn():
    data = to_data(hazard_curve())
    assert [one["smooth"] for one in data["series"]] == [False, True, True]
    assert [one["dashed"] for one in data["series"]] == [False, False, True]
    assert to_data(hazard_ratios())["axis"]["log"] is True
    assert to_data(nps_trend())["axis"]["log"] is False


def test_the_table_of_a_waterfall_has_levels_beside_steps():
    table = tabular(score_bridge())
    assert table.columns == ("Label", "NPS", "Change", "Lower limit", "Upper limit", "n")
    assert table.forms == ("", "+.1f", "+.1f", "+.1f", "+.1f", ",.0f")
    assert table.rows[0] == ("First half", 12.5, None, 9.0, 16.0, 2_746)
    assert table.rows[1][1:] == (None, -9.5, -12.0, -7.1, 610)
    assert table.rows[4][1:] == (None,) * 5
    assert tabular(revenue_bridge()).columns == ("Label", "Level", "Change")


def test_unknown_is_null():
    chart = replace(nps_trend(), series=(Series("s", (Point(nan, -inf, inf),)),))
    kept = to_data(chart)["series"][0]
    assert (kept["values"], kept["low"], kept["high"]) == ([None], [None], [None])


def test_tables_keep_their_cells():
    table = to_data(league())["table"]
    assert table["columns"] == ["Boarding area", "NPS", "Answers", "Change"]
    assert len(table["rows"]) == 40
    assert table["rows"][0][3] is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_any_chart_is_json(chart: Chart):
    json.dumps(to_data(chart), allow_nan=False)
