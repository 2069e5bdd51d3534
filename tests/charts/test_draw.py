"""Figures hold exactly the numbers they are given, and show names as they were written."""

from __future__ import annotations

import json
from dataclasses import replace
from math import log10
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import HealthCheck, given, settings

from cxlib.charts.chart import Chart, Kind, Point, Series
from cxlib.charts.draw import draw, plotly_config
from cxlib.charts.draw_lines import stepped
from cxlib.charts.palette import LIGHT, contrast
from tests.charts.gallery import (
    cloud,
    cohorts,
    control_chart,
    drivers,
    gallery,
    gappy_trend,
    grid_by_row,
    hazard_curve,
    hazard_ratios,
    holdout,
    interval_apart,
    league,
    means,
    nps_by_segment,
    nps_trend,
    orders_by_spend,
    ratios_of_two,
    revenue_bridge,
    score_bridge,
    shares_by_segment,
    survival_curves,
    three_lines,
)
from tests.charts.moves import bar_ends
from tests.charts.strange import charts

DRAWN = {name: chart for name, chart in gallery().items() if chart.kind is not Kind.TABLE}
each = pytest.mark.parametrize("name", DRAWN)


def traces(figure: go.Figure, kind: str) -> list[Any]:
    return [trace for trace in figure.data if trace.type == kind and trace.hoverinfo != "skip"]


@each
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_draws_every_kind_without_a_title_on_a_transparent_ground(name: str, theme: Any):
    figure = draw(DRAWN[name], theme=theme)
    assert figure.layout.title.text is None
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.height >= 120
    assert "Source Sans" in figure.layout.font.family
    json.loads(figure.to_json())


def test_lines_hold_the_values_and_the_band_the_limits():
    chart = nps_trend()
    figure = draw(chart, theme="light")
    band, line = figure.data
    points = chart.series[0].points
    assert list(line.y) == [point.y for point in points]
    assert sorted(band.y) == sorted([p.low for p in points] + [p.high for p in points])
    assert band.fillcolor.startswith("rgba(36, 86, 166")  # the line's own colour
    assert line.line.color == LIGHT.accent == "#2456A6"


def test_unfinished_points_are_hollow():
    line = draw(nps_trend(), theme="dark").data[-1]
    assert line.marker.color[-1] == "#0F1620"
    assert set(line.marker.color[:-1]) == {"#6EA0F0"}


def test_a_band_breaks_where_limits_are_missing():
    band, line = draw(gappy_trend(), theme="light").data
    assert list(band.y).count(None) == 2  # three stretches
    assert [place for place, y in enumerate(line.y) if y is None] == [7, 8, 15]
    assert not line.connectgaps


def test_survival_is_drawn_as_steps():
    figure = draw(survival_curves(), theme="light")
    curves = [trace for trace in figure.data if trace.line.shape == "hv"]
    assert [list(c.y) for c in curves] == [
        [p.y for p in s.points] for s in survival_curves().series
    ]
    assert stepped([(0, 1.0), (2, 0.5)]) == [(0, 1.0), (2, 1.0), (2, 0.5)]


def test_intervals_run_from_low_to_high_even_where_they_miss_the_value():
    chart = interval_apart()
    figure = draw(chart, theme="light")
    whiskers = figure.data[-1]
    drawn = [(whiskers.x[i], whiskers.x[i + 1]) for i in range(0, len(whiskers.x), 3)]
    points = chart.series[0].points
    assert drawn == [(p.low, p.high) for p in points if p.low is not None]
    assert all(trace.error_x.array is None for trace in traces(figure, "bar"))


def test_first_label_is_on_top_and_values_stand_right_of_the_plot():
    figure = draw(nps_by_segment(), theme="light")
    top, bottom = figure.layout.yaxis.range[::-1]
    assert top < bottom  # the axis runs downwards
    texts = [a.text for a in figure.layout.annotations if a.xref == "paper"]
    assert "<b>+62.0</b>" in texts
    assert "n 2,754" in texts
    assert all(a.x == 1 for a in figure.layout.annotations if a.xref == "paper")


def test_bars_begin_at_the_low_end_of_a_scale_without_zero():
    bars = traces(draw(means(), theme="light"), "bar")
    assert {bar.base for bar in bars} == {1}
    first = means().series[0].points[0].y
    assert first is not None
    assert bars[0].x[0] == pytest.approx(first - 1)


def test_many_bars_make_a_taller_figure():
    few, many = draw(nps_by_segment(5), theme="light"), draw(nps_by_segment(20), theme="light")
    assert many.layout.height > 1.8 * few.layout.height
    assert draw(nps_by_segment(5), theme="light", height=500).layout.height == 500


def test_long_names_are_cut_on_the_axis_and_whole_in_the_tooltip():
    figure = draw(nps_by_segment(20), theme="light")
    assert all(len(text) <= 60 for text in figure.layout.yaxis.ticktext)
    assert len(set(figure.layout.yaxis.ticktext)) == 20
    tips = traces(figure, "bar")[0].hovertext
    assert tips[7].startswith("Terminal 1, Boarding Area C (temporary, under construction)<br>")


def test_a_tooltip_says_value_interval_n_and_note():
    tip = draw(nps_trend(), theme="light").data[-1].hovertext[-1]
    assert tip == (
        "Dec 2025<br><b>+41.1</b><br>95% 38.2 to 43.7<br>n 699<br>"
        "Unfinished: the data end on 12 December."
    )


def test_names_are_shown_as_they_were_written():
    figure = draw(three_lines(), theme="light")
    names = [trace.name for trace in figure.data if trace.name]
    assert names[-1] == "Crew &amp; &lt;b&gt;staff&lt;/b&gt;"
    assert "&lt;b&gt;staff" in figure.data[-1].hovertext[0]


def test_a_click_returns_keys_else_labels():
    keyed = nps_trend()
    assert tuple(draw(keyed, theme="light").data[-1].customdata) == keyed.keys
    assert draw(keyed, theme="light").layout.clickmode == "event+select"
    bars = traces(draw(nps_by_segment(), theme="light"), "bar")
    assert tuple(bars[0].customdata) == nps_by_segment().labels
    assert draw(control_chart(), theme="light").layout.clickmode == "event"


def test_shares_are_stacked_to_one_with_legible_labels():
    chart = shares_by_segment()
    figure = draw(chart, theme="dark")
    assert figure.layout.barmode == "stack"
    bars = traces(figure, "bar")
    assert [sum(values) for values in zip(*(b.x for b in bars), strict=True)] == pytest.approx(
        [1.0] * len(chart.labels)
    )
    assert figure.layout.yaxis.range == (5.5, -0.5)
    upright = draw(replace(chart, click="period"), theme="dark")
    assert traces(upright, "bar")[0].orientation == "v"


def test_heat_cells_hold_the_values_and_faint_ones_are_apart():
    chart = cohorts()
    cells = traces(draw(chart, theme="light"), "heatmap")
    final, faint = (trace.z for trace in cells)
    for row, series in enumerate(chart.series):
        for column, point in enumerate(series.points):
            here = faint if point.hollow else final
            assert here[row][column] == point.y
    written = [t for trace in draw(chart, theme="light").data[2:] for t in trace.text]
    known = sum(1 for s in chart.series for p in s.points if p.y is not None)
    assert len(written) == known


def test_rows_are_shaded_one_by_one_from_their_lowest_to_their_highest_value():
    final, faint = (trace.z for trace in traces(draw(grid_by_row(), theme="light"), "heatmap"))
    shades = [
        [a if b is None else b for a, b in zip(*rows, strict=True)]
        for rows in zip(final, faint, strict=True)
    ]
    assert shades[0] == pytest.approx([0, 700 / 1_900, 1, 1_300 / 1_900])
    assert shades[1][2] is None
    assert shades[2] == [0.5] * 4
    assert shades[3] == pytest.approx([0, 2 / 6, 3.5 / 6, 1])


def test_a_click_on_a_cell_returns_its_row_and_column():
    chart = replace(cohorts(), click="cell")
    figure = draw(chart, theme="dark")
    targets = figure.data[-1]
    assert targets.marker.opacity == targets.unselected.marker.opacity == 0
    for x, y, key in zip(targets.x, targets.y, targets.customdata, strict=True):
        assert key == f"{y},{round(x)}"
    known = {
        f"{row},{column}"
        for row, series in enumerate(chart.series)
        for column, point in enumerate(series.points)
        if point.y is not None
    }
    assert set(targets.customdata) == known
    assert all(t.hoverinfo == "skip" for t in draw(cohorts(), theme="dark").data[2:])


@pytest.mark.parametrize("name", [n for n, c in DRAWN.items() if c.kind is Kind.WATERFALL])
def test_a_waterfall_runs_from_each_end_to_the_next(name: str):
    chart = DRAWN[name]
    figure = draw(chart, theme="light")
    drawn = {
        place: (start, start + length)
        for trace in traces(figure, "bar")
        for place, start, length in zip(trace.x, trace.base, trace.y, strict=True)
    }
    ends = bar_ends(chart)
    assert sorted(drawn) == [place for place, _, _ in ends]
    for place, start, end in ends:
        assert drawn[place] == pytest.approx((start, end))
    heights = [y for y in figure.data[0].y if y is not None]
    assert heights == pytest.approx([end for _, _, end in ends[:-1] for _ in range(2)])


def test_rises_are_good_and_falls_bad():
    levels, steps = traces(draw(revenue_bridge(), theme="light"), "bar")
    assert set(levels.marker.color) == {LIGHT.accent}
    assert list(steps.marker.color) == [LIGHT.good, LIGHT.good, LIGHT.bad, LIGHT.bad]
    assert list(draw(revenue_bridge(), theme="light").data[-1].text) == [
        "<b>412,300</b>", "+61,450", "+38,900", "−12,750", "−54,200", "<b>445,700</b>",
    ]  # fmt: skip


def test_whiskers_of_steps_stand_where_the_steps_end():
    whiskers = draw(score_bridge(), theme="light").data[-2]
    ends = list(zip(whiskers.y[::3], whiskers.y[1::3], strict=True))
    assert ends[0] == (9.0, 16.0)  # a level
    assert ends[1] == (12.5 - 12.0, 12.5 - 7.1)  # the step upon it


def test_ratios_are_marks_on_a_logarithmic_axis():
    chart = hazard_ratios()
    figure = draw(chart, theme="light")
    assert not traces(figure, "bar")
    axis = figure.layout.xaxis
    assert (axis.type, list(axis.tickvals)) == ("log", [0.125, 0.25, 0.5, 1, 2, 4, 8])
    assert axis.range == pytest.approx((log10(0.125), log10(8)))
    (marks,) = traces(figure, "scatter")
    assert list(marks.x) == [p.y for p in chart.series[0].points]
    name = next(a for a in figure.layout.annotations if a.text == "No difference")
    assert name.x == 0  # annotations take logarithms, shapes take values
    assert figure.layout.shapes[0].x0 == 1


def test_what_is_not_positive_is_not_on_a_ratio_axis():
    figure = draw(ratios_of_two(), theme="light")
    for trace in figure.data:
        assert all(x is None or x > 0 for x in trace.x)
    assert len(figure.layout.shapes) == 1
    (cloud,) = traces(draw(orders_by_spend(), theme="light"), "scatter")
    assert cloud.y[0] is None


def test_smooth_curves_are_straight_between_points_and_may_be_dashed():
    figure = draw(hazard_curve(), theme="light")
    stair, model, ahead = (t for t in figure.data if t.hoverinfo != "skip")
    assert [t.line.shape for t in (stair, model, ahead)] == ["hv", "linear", "linear"]
    assert [t.line.dash for t in (stair, model, ahead)] == ["solid", "solid", "dash"]
    band = figure.data[0]
    points = hazard_curve().series[1].points
    assert list(band.y) == [p.high for p in points] + [p.low for p in points[::-1]]


def test_a_curve_is_faint_from_the_first_point_with_few_customers():
    chart = gallery()["thin_curves"]
    curves = [t for t in draw(chart, theme="light").data if t.hoverinfo != "skip"]
    strong, faint = curves[:2]
    points = chart.series[0].points
    thin = next(place for place, point in enumerate(points) if point.hollow)
    assert list(strong.x) == [p.x for p in points[: thin + 1]]
    assert list(faint.x) == [p.x for p in points[thin:]]
    assert contrast(faint.line.color, LIGHT.paper) < contrast(strong.line.color, LIGHT.paper)
    assert (faint.showlegend, faint.legendgroup) == (False, strong.legendgroup)


def test_scatter_writes_names_where_there_is_room():
    points = traces(draw(drivers(), theme="light"), "scatter")[0]
    assert set(points.text) == set(drivers().labels)
    assert "text" not in traces(draw(cloud(), theme="light"), "scatter")[0].mode


def test_columns_stand_side_by_side():
    one, other = traces(draw(holdout(), theme="light"), "bar")
    assert all(a < b for a, b in zip(one.x, other.x, strict=True))
    assert list(one.y) == [p.y for p in holdout().series[0].points]


def test_reference_lines_are_named_and_kept_apart():
    figure = draw(control_chart(), theme="light")
    assert sorted(shape.y0 for shape in figure.layout.shapes) == [22.9, 31.0, 32.0, 39.1]
    named = {a.text: a.yshift for a in figure.layout.annotations if a.yref == "y"}
    assert set(named) == {line.name for line in control_chart().lines}
    scale = 260 / (figure.layout.yaxis.range[1] - figure.layout.yaxis.range[0])
    gap = 32.0 * scale + named["Target 32"] - 31.0 * scale - named["Centre 31.0"]
    assert gap >= 15


def test_two_thousand_points_stay_light():
    assert len(draw(cloud(), theme="light").to_json()) < 400_000


def test_a_table_is_not_drawn():
    with pytest.raises(ValueError, match="table"):
        draw(league(), theme="light")


def test_nothing_known_says_so():
    empty = Chart(Kind.INTERVALS, "x", ("a",), (Series("s", (Point(None),)),))
    said = [a.text for a in draw(empty, theme="light").layout.annotations]
    assert said == ["There are no values to draw in this selection."]


def test_the_mode_bar_saves_a_vector_image_under_the_title():
    config = plotly_config(replace(nps_trend(), title='NPS: up 5 % / "ok"'))
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["displaylogo"] is False
    image = config["toImageButtonOptions"]
    assert (image["format"], image["filename"]) == ("svg", "nps-up-5-ok")
    assert plotly_config(replace(nps_trend(), title="!"))["toImageButtonOptions"]["filename"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts().filter(lambda chart: chart.kind is not Kind.TABLE))
def test_any_chart_is_drawn_and_no_name_becomes_markup(chart: Chart):
    figure = draw(chart, theme="dark")
    assert "<b>bold" not in figure.to_json().replace("\\u003c", "<")
