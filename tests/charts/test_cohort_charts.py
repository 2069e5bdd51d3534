"""Charts of cohorts say what was counted, and claim what was tested."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.cohort_trends import cohort_trend, verdict
from cxlib.charts.cohorts import (
    CohortLook,
    cohort_curves,
    cohort_heat,
    curve_beside_later,
    curve_beside_survival,
    spread_out,
)
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.metrics.cohort_trend import cohort_trends
from cxlib.metrics.cohorts import Cell, Cohort, mean_row
from cxlib.metrics.periods import later_start
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule
from cxlib.stats.lives import Lives

FIRST = date(2024, 1, 1)
LOOK = Look("Cohorts", "orders.csv", "", 0.95)


def shared(rule=Rule.ON, offsets=(1, 2), *, contracts=False, clock=Clock.CALENDAR):
    return CohortLook(LOOK, CohortGrid("month", offsets, rule, clock), contracts)


def cell(offset, active, mature):
    known = (active / mature, 0.1, 0.9) if mature else (None, None, None)
    return Cell(offset, active if mature else None, mature, *known)


def cohorts(hits, size=100):
    """Cohorts with so many active after a month, and half of them after two; the last is young."""
    last = len(hits) - 1
    return [
        Cohort(
            later_start(FIRST, "month", k),
            size,
            (cell(1, n, size), cell(2, n // 2, 0 if k == last else size)),
        )
        for k, n in enumerate(hits)
    ]


RISING = cohorts([20, 24, 28, 32, 36, 40])


def test_the_table_has_the_mean_on_top_and_marks_what_is_not_over():
    chart = cohort_heat(RISING, shared())
    assert (chart.kind, chart.click, chart.by_row) == (Kind.HEAT, "cell", True)
    mean, first, *_, last = chart.series
    assert mean.name == "Weighted mean"
    assert (mean.points[0].y, mean.points[0].n) == (180 / 600, 600)
    assert mean.points[1].n == 500
    assert first.name == "Jan 2024 (n 100)"
    assert (first.points[0].hollow, first.points[0].note[:4]) == (False, "Over")
    young = last.points[1]
    assert (young.y, young.hollow) == (None, True)
    assert young.note == "Not over yet: 0 of 100 customers are followed to the end."
    assert chart.title == "30% of the customers are active in month 1"
    assert draw(chart, theme="light")


def test_few_of_many_cohorts_are_drawn_and_that_is_said():
    chart = cohort_heat(cohorts([30] * 700), shared(contracts=True))
    assert len(chart.series) == 25
    assert chart.series[1].name.startswith("May 2080")
    assert chart.series[0].points[0].n == 70_000
    assert "The newest 24 of 700 cohorts" in chart.notes[0]
    assert not any("before the data" in one for one in chart.notes)
    assert cohort_heat([], shared()).title == "No cohort is followed long enough yet"


def test_brackets_and_later_cells_are_named_so():
    bracket = shared(Rule.BRACKET, (1, 3, 4))
    assert bracket.labels == ("1–2", "3")
    later = shared(Rule.ON_OR_AFTER)
    assert later.labels == ("1+", "2+")
    assert any("read low" in one for one in cohort_heat(RISING, later).notes)
    assert "first moment" in shared(clock=Clock.OWN).x_axis.title


def test_curves_are_of_the_oldest_the_newest_and_some_between():
    many = cohorts([30] * 24)
    months = [row.start.month + 12 * (row.start.year - 2024) for row in spread_out(many)]
    assert months == [1, 6, 10, 15, 19, 24]
    assert len(cohort_curves(many, shared()).series) == 6
    young = [Cohort(FIRST, 5, (cell(1, 0, 0), cell(2, 0, 0)))]
    assert spread_out(young) == ()


def test_survival_beside_cohorts_is_kaplan_meier():
    lives = Lives.of([(0.5, 10, 0), (1.5, 10, 20), (5.0, 1, 59)])
    curve = kaplan_meier(lives)
    chart = curve_beside_survival(mean_row(RISING), curve, shared(contracts=True))
    dots, steps = chart.series
    assert [point.x for point in dots.points] == [1, 2]
    # 0.9 after 10 of 100 left; of 90 still there another 10 leave: 0.9 * 80 / 90 = 0.8.
    assert [(p.x, p.y) for p in steps.points] == [
        (0, 1),
        (0.5, pytest.approx(0.9)),
        (1.5, pytest.approx(0.8)),
    ]
    assert "may come back" in chart.notes[0]
    later = curve_beside_later(mean_row(RISING), mean_row(RISING), shared())
    assert [one.name for one in later.series] == ["Active in that period", "Active then or later"]
    assert "gone or only resting" in later.notes[0]
    assert draw(chart, theme="light")
    assert draw(later, theme="light")


def verdict_of(hits, look=None):
    rows = cohorts(hits)
    first, *_ = cohort_trends(rows, period="month")
    return cohort_trend(rows, first, look or shared())


def test_the_title_claims_what_was_tested():
    assert verdict_of([20, 24, 28, 32, 36, 40]).title == "Newer cohorts are better in month 1"
    assert verdict_of([40, 36, 32, 28, 24, 20]).title == "Newer cohorts are worse in month 1"
    flat = verdict_of([30, 31, 29, 30, 31, 30])
    assert flat.title == "No proven trend of newer cohorts in month 1"
    few = verdict_of([20, 30, 40])
    assert few.title == "A trend in month 1 needs 4 cohorts that are over; there are 3"
    assert verdict_of([0] * 5).title == "All cohorts are alike in month 1"
    assert few.notes == ()


def test_the_trend_is_said_in_points_and_odds():
    chart = verdict_of([20, 24, 28, 32, 36, 40])
    line, trend = chart.series
    assert [point.y for point in line.points] == [0.20, 0.24, 0.28, 0.32, 0.36, 0.40]
    assert trend.dashed
    # Four points from one cohort to the next, as the shares were made.
    assert "From one cohort to the next: +4." in chart.notes[0]
    assert "Cohorts vary 1.0 times" in chart.notes[0]
    assert draw(chart, theme="light")


def test_a_cohort_that_is_not_tested_is_named_and_no_trend_is_claimed_of_later_activity():
    rows = RISING
    first, *_ = cohort_trends(rows[1:], period="month")
    chart = cohort_trend(rows, first, shared())
    assert chart.series[1].points[0].y is None
    assert any("first cohort is not in the test" in one for one in chart.notes)
    later = shared(Rule.ON_OR_AFTER)
    assert verdict(first, later).startswith("No trend is tested")
    assert len(cohort_trend(rows, first, later).series) == 1
    long = cohort_trend(cohorts([30] * 80), first, shared())
    assert len(long.labels) == 60
