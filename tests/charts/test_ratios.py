"""Axes of ratios: their ticks, their ranges, and what they cannot hold."""

from __future__ import annotations

from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.charts.chart import Axis
from cxlib.charts.ratios import (
    drawable,
    one_a_row,
    ratio_factor,
    ratio_span,
    ratio_ticks,
    share_of_span,
    tick_text,
)
from tests.charts.gallery import gallery, hazard_ratios, orders_by_spend, ratios_of_two

RATIO = Axis("Ratio", log=True)
ratios = st.floats(1e-12, 1e12)


def test_ticks_are_powers_of_two_around_the_values():
    span = ratio_span([0.3, 1.0, 3.3], RATIO)
    assert span == (0.25, 4)
    assert ratio_ticks(span) == (0.25, 0.5, 1, 2, 4)
    assert [tick_text(mark) for mark in (0.25, 1, 1_000)] == ["0.25", "1", "1,000"]


@given(st.lists(ratios, min_size=1, max_size=9))
def test_numbers_beyond_the_axis_stand_right_of_the_second_tick_above_one(values: list[float]):
    low, high = ratio_span(values, RATIO, numbered=True)
    assert high > ratio_factor((low, high))
    assert low * 0.999 <= min(values) <= max(values) <= high * 1.001
    assert ratio_span([0.7, 1.4], RATIO, numbered=True) == (0.5, 4)


def test_an_axis_that_says_its_range_keeps_it():
    assert ratio_span([0.9, 1.1], Axis("", 0.4, 3.0, log=True)) == (0.4, 3.0)
    assert ratio_ticks((0.4, 3.0)) == (0.5, 1, 2)
    assert ratio_span([5.0], Axis("", 0.0, log=True)) == (4, 8)  # zero is on no ratio axis


def test_nothing_known_is_around_one():
    assert ratio_span([], RATIO) == ratio_span([-3.0, 0.0], RATIO) == (0.5, 2)


@given(st.lists(ratios, min_size=1, max_size=9))
def test_the_range_holds_the_values_and_few_ticks(values: list[float]):
    low, high = ratio_span(values, RATIO)
    assert low * 0.999 <= min(values) <= max(values) <= high * 1.001
    marks = ratio_ticks((low, high))
    assert 2 <= len(marks) <= 11
    factor = ratio_factor((low, high))
    for before, after in pairwise(marks):
        assert after / before == pytest.approx(factor)


@given(st.floats(0.01, 100), st.floats(1.1, 50))
def test_equal_factors_are_equal_distances(low: float, factor: float):
    ends = (low, low * factor**2)
    assert share_of_span(low * factor, ends, RATIO) == pytest.approx(0.5)
    assert share_of_span(low, (0.0, 2 * low), Axis("")) == pytest.approx(0.5)
    assert log(ends[1] / ends[0]) == pytest.approx(2 * log(factor))


def test_what_is_not_positive_is_unknown_on_a_ratio_axis():
    kept = drawable(ratios_of_two())
    bad = kept.series[1].points[3]
    assert (bad.y, bad.low, bad.high, bad.n) == (None, None, None, 12)
    assert kept.series[0] == ratios_of_two().series[0]
    assert [line.at for line in kept.lines] == [1.0]
    assert drawable(orders_by_spend()).series[0].points[0].y is None


@pytest.mark.parametrize("name", [n for n, c in gallery().items() if not c.axis.log])
def test_other_charts_are_left_alone(name: str):
    assert drawable(gallery()[name]) == gallery()[name]


def test_two_series_have_a_row_each():
    rows = one_a_row(ratios_of_two())
    assert rows.labels[:2] == ("Monthly contract · Alone", "Monthly contract · Together")
    known = [[p.y is not None for p in one.points] for one in rows.series]
    assert known == [[True, False] * 4, [False, True] * 4]
    assert one_a_row(hazard_ratios()) == hazard_ratios()
