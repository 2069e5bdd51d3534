"""Score charts hold exactly the numbers they are given, and claim only what is proven."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.scores import (
    Look,
    answers,
    differing,
    headline,
    nps_shares,
    score_by_group,
    score_over_time,
)
from cxlib.metrics.scored import Scored, score_box, score_nps
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts

LOOK = Look("NPS", "survey.csv", "", 0.95)


def histogram(promoters: int, passives: int, detractors: int) -> ScoreCounts:
    return ScoreCounts.plain((detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters))


def cube(**groups: tuple[int, int, int]) -> dict[Group, ScoreCounts]:
    parts = {Group("area", name): histogram(*counts) for name, counts in groups.items()}
    values = list(parts.values())
    total = values[0]
    for one in values[1:]:
        total += one
    return {TOTAL: total, **parts}


def test_bars_are_ranked_and_hold_the_results():
    scored = score_nps(cube(north=(50, 30, 20), south=(80, 10, 10), west=(20, 30, 50)), level=0.95)
    chart = score_by_group(scored, "area", LOOK)
    assert chart.kind is Kind.INTERVALS
    assert chart.labels == ("south", "north", "west")
    assert [point.y for point in chart.series[0].points] == [70, 30, -30]
    by_name = {one.group.value: one.result for one in scored}
    north = chart.series[0].points[1]
    assert (north.low, north.high) == (by_name["north"].low, by_name["north"].high)
    assert chart.n == 300
    assert chart.click == "area"


def test_title_names_leader_and_laggard_only_when_proven():
    apart = score_nps(cube(north=(50, 30, 20), south=(80, 10, 10), west=(20, 30, 50)), level=0.95)
    assert "south leads (+70), west trails (−30)" in score_by_group(apart, "area", LOOK).title
    alike = score_nps(cube(north=(50, 30, 20), south=(49, 30, 21)), level=0.95)
    assert "no proven difference" in score_by_group(alike, "area", LOOK).title
    assert differing(alike, "area") == []


def test_one_outlier_below_is_said_to_be_below():
    groups = dict.fromkeys("abcdefgh", (50, 30, 20))
    scored = score_nps(cube(**groups, low=(10, 30, 60)), level=0.95)
    assert "low is below the rest" in score_by_group(scored, "area", LOOK).title


def test_small_groups_are_pale_and_said_to_be():
    scored = score_nps(cube(big=(50, 30, 20), small=(8, 2, 2), tiny=(3, 1, 1)), level=0.95)
    chart = score_by_group(scored, "area", LOOK)
    assert {p.n: p.hollow for p in chart.series[0].points} == {100: False, 12: True}
    assert any("fewer than 30" in note for note in chart.notes)
    assert any("1 groups of fewer than 10" in note for note in chart.notes)
    assert chart.n == 117


def test_more_groups_than_fit_are_counted():
    scored = score_nps(cube(**{f"g{i}": (50, 30, 20 + i) for i in range(25)}), level=0.95)
    chart = score_by_group(scored, "area", LOOK)
    assert len(chart.labels) == 20
    assert "20 best of 25" in chart.notes[0]


def by_month() -> tuple[Scored, ...]:
    months = {Group(None, None, date(2026, m, 1)): histogram(50, 30, 10 * m) for m in (1, 2, 3)}
    return score_nps({TOTAL: histogram(150, 90, 60), **months}, level=0.95)


def test_unfinished_last_period_is_hollow():
    chart = score_over_time(by_month(), LOOK, period="month", last_day=date(2026, 3, 20))
    assert [point.hollow for point in chart.series[0].points] == [False, False, True]
    assert chart.labels == ("Jan 2026", "Feb 2026", "Mar 2026")
    assert chart.keys[0] == "2026-01-01"
    done = score_over_time(by_month(), LOOK, period="month", last_day=date(2026, 3, 31))
    assert not any(point.hollow for point in done.series[0].points)


def test_shares_add_up_and_come_with_counts():
    scored = score_nps(cube(north=(50, 30, 20), south=(80, 10, 10)), level=0.95)
    chart = nps_shares(scored, LOOK, column="area")
    assert chart.labels == ("All", "south", "north")
    for place in range(3):
        assert sum(series.points[place].y for series in chart.series) == pytest.approx(1)
    assert [series.points[2].n for series in chart.series] == [100, 100, 100]
    assert [series.points[2].y for series in chart.series] == pytest.approx([0.2, 0.3, 0.5])


def test_box_shares_are_fractions_with_a_percent_axis():
    counts = {TOTAL: ScoreCounts.plain((1, 2, 3, 4, 10), low=1)}
    scored = score_box(counts, box=(4, 5), level=0.95)
    assert headline(scored[0], Look("CSAT", "s", "", 0.95)).startswith("CSAT 70%")
    chart = answers(counts[TOTAL], Look("CSAT", "s", "", 0.95))
    assert [point.y for point in chart.series[0].points] == [1, 2, 3, 4, 10]
    assert chart.labels == ("1", "2", "3", "4", "5")
