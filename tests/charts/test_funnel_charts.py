"""Funnel charts hold the steps as counted, and say of groups only what is proven."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.funnels import funnel_bars, funnel_by_group, funnel_method, funnel_table
from cxlib.charts.scores import Look
from cxlib.metrics.funnel import conversions_against_rest, funnel
from cxlib.metrics.shares import wilson
from cxlib.stats.funnels import StepTimes
from cxlib.stats.groups import TOTAL, Group

LOOK = Look("Funnel", "events.csv", "", 0.95)
STEPS = ("view", "cart", "buy")


def times(*customers):
    """Customers at each step, a minute from one to the next."""
    found = [StepTimes(np.array([0]), np.array([customers[0]]))]
    found += [StepTimes(np.array([60]), np.array([n])) for n in customers[1:]]
    return tuple(found)


A, B = times(100, 80, 60), times(100, 50, 20)
GROUPS = {TOTAL: times(200, 130, 80), Group("plan", "a"): A, Group("plan", "b"): B}
FUNNELS = {group: funnel(STEPS, one) for group, one in GROUPS.items()}
TESTS = conversions_against_rest({group: GROUPS[group] for group in list(GROUPS)[1:]})


def test_bars_are_shares_of_the_first_step_with_limits():
    chart = funnel_bars(FUNNELS[TOTAL], LOOK, within=7)
    assert (chart.kind, chart.n) == (Kind.INTERVALS, 200)
    assert chart.labels == ("1. view", "2. cart", "3. buy")
    first, *rest = chart.series[0].points
    assert (first.y, first.low, first.n) == (1.0, None, 200)
    for point, n in zip(rest, (130, 80), strict=True):
        assert (point.y, point.n) == (n / 200, n)
        assert (point.low, point.high) == pytest.approx(wilson(n / 200, 200))
    assert chart.title == "40.0% of those who did view reach buy"
    assert chart.below.rows[1] == ("2. cart", 130, 70, 0.65, "1.0 min", *["1.0 min to 1.0 min"] * 2)
    assert chart.below.rows[0][2:] == (None, None, "–", "–", "–")
    assert "within 7 days" in chart.method
    assert "within" not in funnel_method(None)


def test_groups_are_compared_at_the_last_step():
    chart = funnel_by_group(FUNNELS, TESTS, LOOK, column="plan")
    assert (chart.labels, [p.y for p in chart.series[0].points]) == (("a", "b"), [0.6, 0.2])
    assert chart.title == "Reaching buy by plan: a leads (60.0%), b trails (20.0%)"
    table = funnel_table(FUNNELS, TESTS, LOOK, column="plan").table
    assert table.columns[:4] == ("Group", "1. view", "2. cart", "3. buy")
    assert table.rows[0] == ("All customers", 200, 0.65, 0.4, "1.0 min", "1.0 min", "–")
    assert [row[-1] for row in table.rows[1:]] == ["< 0.001", "< 0.001"]


def test_groups_that_share_customers_are_said_and_compared_with_each_other():
    many, few = times(150, 120, 75), times(900, 500, 330)
    groups = {TOTAL: times(950, 850, 760), Group("device", "a"): many, Group("device", "b"): few}
    steps = {group: funnel(STEPS, one) for group, one in groups.items()}
    tests = {Group("device", "a"): (0.001, 0.002)}
    chart = funnel_by_group(steps, tests, LOOK, column="device")
    assert chart.title == "Reaching buy by device: a is above the rest (50.0%)"
    assert any("several groups" in note for note in chart.notes)
    assert not funnel_by_group(FUNNELS, TESTS, LOOK, column="plan").notes


def test_a_step_that_nobody_did_is_said():
    nobody = funnel(STEPS, times(0, 0, 0))
    chart = funnel_bars(nobody, LOOK, within=None)
    assert chart.title == "Nobody did the first step"
    assert [point.y for point in chart.series[0].points] == [None] * 3
