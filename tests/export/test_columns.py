"""The numbers of a chart as columns."""

from __future__ import annotations

import pytest

from cxlib.charts.chart import Point
from cxlib.export.column import Column
from cxlib.export.columns import columns_of, number_end
from tests.charts.gallery import (
    cohorts,
    control_chart,
    gallery,
    interval_apart,
    league,
    means,
    nps_by_segment,
    nps_trend,
    one_curve,
    survival_curves,
)


def by_key(chart_name: str) -> dict[str, Column]:
    return {column.key: column for column in columns_of(gallery()[chart_name])}


@pytest.mark.parametrize("name", gallery())
def test_keys_are_unique(name: str):
    assert len(by_key(name)) == len(columns_of(gallery()[name]))


def test_numbers_come_first_and_unrounded():
    columns = columns_of(nps_trend())
    assert [column.key for column in columns[:5]] == ["label", "0.y", "0.low", "0.high", "0.n"]
    assert columns[1].cells == tuple(point.y for point in nps_trend().series[0].points)


def test_columns_that_say_nothing_are_left_out():
    assert "0.low" not in {column.key for column in columns_of(control_chart())}


def test_lengths_of_intervals():
    points = interval_apart().series[0].points
    spans = {c.key: c for c in columns_of(interval_apart())}["0.span"].cells
    known = [(p.low, p.high) for p in points]
    assert spans == tuple(None if low is None else high - low for low, high in known)
    several = {c.key: c.cells for c in columns_of(means())}
    assert several["0.plus"] == pytest.approx((0.1,) * 4)
    assert several["0.minus"] == pytest.approx((0.11,) * 4)


def test_a_length_is_cut_at_zero_where_the_interval_misses_the_value():
    beside = columns_of(means())
    assert all(cell >= 0 for c in beside if c.key.endswith(("plus", "minus")) for cell in c.cells)


@pytest.mark.parametrize(
    ("point", "end"),
    [
        (Point(40.0, 35.0, 44.0), "high"),
        (Point(100.0, 94.0, 98.5), "y"),
        (Point(12.0), "y"),
        (Point(-31.0, -48.0, -12.0), "zero"),
        (Point(-3.0, -9.0, 4.0), "high"),
        (Point(-3.0, -9.0, 0.0), "high"),
        (Point(0.0), "y"),
        (Point(None, -1.0, 1.0), ""),
    ],
)
def test_a_number_stands_right_of_bar_and_whisker(point: Point, end: str):
    assert number_end(point) == end


def test_corners_of_a_stair():
    columns = {c.key: c.cells for c in columns_of(survival_curves(1))}
    xs, ys = columns["0.step.x"], columns["0.step.y"]
    assert xs[:5] == (0.0, 1.0, 1.0, 2.0, 2.0)
    assert ys[0] == ys[1] == 1.0
    assert ys[2] == ys[3] == survival_curves(1).series[0].points[1].y


def test_parts_of_a_waterfall_through_zero():
    columns = {key: column.cells for key, column in by_key("score_bridge").items()}
    # from 12.5 to 3.0, on to -11.25, up to -4.75, nothing, up to 10.25, a level
    assert columns["fall.base"] == (0, 3.0, 0, -4.75, None, 0, 0)
    assert columns["fall.fall"] == (None, 9.5, 3.0, None, None, None, None)
    assert columns["fall.fall.below"] == (None, None, -11.25, None, None, None, None)
    assert columns["fall.rise"] == (None, None, None, None, None, 10.25, None)
    assert columns["fall.rise.below"] == (None, None, None, -6.5, None, -4.75, None)
    assert columns["fall.level"] == (12.5, None, None, None, None, None, 10.25)
    assert "fall.level.below" not in columns


def test_numbers_that_a_ratio_axis_cannot_hold_are_kept_beside_the_drawn_ones():
    columns = {key: column.cells for key, column in by_key("ratios_of_two").items()}
    assert columns["1.y"][3] is None
    assert columns["computed.1.y"][3] == 0.0
    assert columns["computed.1.low"][3] == -1.0
    assert "computed.0.y" not in columns


def test_reference_lines_cross_the_plot():
    columns = {c.key: c.cells for c in columns_of(one_curve())}
    assert columns["line.0.x"] == (24, 24)  # upright, over all that is drawn
    assert columns["line.0.y"] == (0, 1)
    assert columns["line.1.y"] == (0.5, 0.5)
    assert {c.key for c in columns_of(control_chart())} >= {f"line.{i}.y" for i in range(4)}


def test_names_too_long_for_a_chart_are_kept_whole_beside_it():
    columns = {c.key: c.cells for c in columns_of(nps_by_segment(20))}
    assert columns["label"] == nps_by_segment(20).labels
    assert max(len(str(name)) for name in columns["shown"]) == 44


def test_heat_and_tables_are_as_they_are_seen():
    heat = {c.key: c for c in columns_of(cohorts())}
    assert heat["1.y"].header == "1"
    assert heat["1.y"].cells[:2] == (
        cohorts().series[0].points[1].y,
        cohorts().series[1].points[1].y,
    )
    assert heat["1.n"].cells[0] == 800
    table = columns_of(league())
    assert [c.header for c in table] == ["Boarding area", "NPS", "Answers", "Change"]
