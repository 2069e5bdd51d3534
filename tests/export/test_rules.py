"""Upright reference lines laid over charts of labels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxlib.charts.chart import Line
from cxlib.export.look import Look
from cxlib.export.native_bars import level_margins
from cxlib.export.native_falls import fall_margins
from cxlib.export.rules import upright_rules
from tests.charts.gallery import (
    answers,
    control_chart,
    hazard_ratios,
    nps_trend,
    one_curve,
    revenue_bridge,
    single_bar,
)

LOOK = Look(12.0, 5.0, 12.0)


def test_a_line_over_bars_stands_at_its_value():
    chart = replace(single_bar(), lines=(Line(0.25, "Target"),))  # on an axis from 0 to 1
    (rule,) = upright_rules(chart, LOOK)
    margins = level_margins(chart, LOOK)
    wide = LOOK.width - margins.left - margins.right
    assert rule.at == pytest.approx(margins.left + 0.25 * wide)
    assert (rule.top, rule.bottom) == (margins.top, LOOK.height - margins.bottom)


def test_a_line_over_ratios_stands_at_its_logarithm():
    (rule,) = upright_rules(hazard_ratios(), LOOK)  # one lies halfway from 1/8 to 8
    margins = level_margins(hazard_ratios(), LOOK)
    wide = LOOK.width - margins.left - margins.right
    assert rule.at == pytest.approx(margins.left + 0.5 * wide)


def test_a_line_over_a_waterfall_stands_at_its_label():
    chart = replace(revenue_bridge(), lines=(Line(2, "Price", vertical=True),))
    (rule,) = upright_rules(chart, LOOK)
    margins = fall_margins(chart, LOOK)
    wide = LOOK.width - margins.left - margins.right
    assert rule.at == pytest.approx(margins.left + 2.5 / 6 * wide)


def test_a_line_at_a_label_stands_at_its_point():
    event = (Line(6, "New lane", vertical=True),)
    banded = replace(nps_trend(), lines=event)  # first and last point stand at the edges
    plain = replace(control_chart(), lines=event)  # points stand in the middle of their label
    first, last = 0, 23
    edges = [
        upright_rules(replace(c, lines=(Line(at, "", vertical=True),)), LOOK)[0].at
        for c in (banded, plain)
        for at in (first, last)
    ]
    assert upright_rules(banded, LOOK)[0].at == pytest.approx(
        edges[0] + (edges[1] - edges[0]) * 6 / 23
    )
    assert edges[0] < edges[2]
    assert edges[1] > edges[3]


def test_lines_that_the_chart_draws_itself_are_not_drawn_twice():
    assert upright_rules(one_curve(), LOOK) == ()
    assert upright_rules(control_chart(), LOOK) == ()
    assert upright_rules(answers(), LOOK) == ()


def test_lines_outside_the_axis_are_left_out():
    chart = replace(single_bar(), lines=(Line(4.0, "Far"), Line(0.9, "Near")))
    assert [rule.name for rule in upright_rules(chart, LOOK)] == ["Near"]
