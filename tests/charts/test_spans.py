"""Ranges, ticks and free places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.ratios import drawable
from cxlib.charts.spans import across_span, base, name_sides, step_between, value_span
from tests.charts.gallery import (
    answers,
    gallery,
    interval_apart,
    means,
    nps_trend,
    single_bar,
    survival_curves,
)
from tests.charts.moves import bar_ends


@pytest.mark.parametrize("name", [n for n, c in gallery().items() if c.kind is not Kind.TABLE])
def test_everything_drawn_lies_in_the_range(name: str):
    chart = drawable(gallery()[name])
    low, high = value_span(chart)
    if chart.kind is Kind.WATERFALL:
        assert all(low <= end <= high for _, *ends in bar_ends(chart) for end in ends)
        return
    for point in (p for s in chart.series for p in s.points):
        for value in (point.y, point.low, point.high):
            assert value is None or low <= value <= high


def test_an_axis_that_says_its_range_keeps_it():
    assert value_span(interval_apart()) == (-100, 100)
    assert value_span(single_bar()) == (0, 1)
    assert across_span(survival_curves()) == (0, 24)


def test_bars_hold_their_base_and_lines_need_not():
    assert value_span(answers())[0] == 0
    assert value_span(nps_trend())[0] > 0
    assert base(means()) == 1
    assert value_span(Chart(Kind.LINE, "empty")) == (0.0, 1.0)


@given(st.integers(1, 5_000), st.integers(1, 30))
def test_no_more_labels_than_fit(count: int, most: int):
    assert len(range(0, count, step_between(count, most))) <= most


def test_months_fall_on_quarters():
    assert step_between(24, 6) == 4
    assert step_between(36, 8) == 6


places = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=25)


@given(places)
def test_names_lie_inside_and_one_side_each(points: list[tuple[float, float]]):
    sides = name_sides(points, ["Cleanliness"] * len(points))
    assert len(sides) == len(points)
    assert set(sides) <= {"right", "left", "top", "bottom", ""}


def test_a_name_yields_to_its_neighbour():
    assert name_sides([(0.5, 0.5)], ["Wi-Fi"]) == ("right",)
    assert name_sides([(0.98, 0.5)], ["Wi-Fi"]) == ("left",)
    assert name_sides([(0.5, 0.5), (0.53, 0.5)], ["Wi-Fi", "Art"])[0] == "left"
    assert name_sides([(0.5, 0.5)] * 9, ["Wi-Fi"] * 9).count("") >= 5
