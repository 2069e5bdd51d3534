"""Charts of whether the experience pays hold exactly the numbers they are given."""

from __future__ import annotations

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.paying import hazard_table, stay_gaps, still_there, what_if_chart
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.metrics.what_if import Sized, WhatIf, gain
from cxlib.models.experience_hazard import experience_hazards
from cxlib.models.impact import Impact, impact
from cxlib.stats.groups import Group
from cxlib.stats.landmarks import Stay
from cxlib.stats.lives import Lives

LOOK = Look("Impact", "survey.csv", "", 0.95)
LIVES = {
    "promoter": Lives((4.0, 6.0, 12.0), (5, 3, 0), (0, 0, 42)),
    "detractor": Lives((2.0, 5.0, 12.0), (20, 10, 0), (0, 0, 20)),
}
STAYS = {name: Stay(one, 10.0 * one.n, one.n) for name, one in LIVES.items()}


def found() -> Impact:
    return impact(STAYS, times=(6, 12))


def test_shares_still_there() -> None:
    chart = still_there(found(), LOOK, unit="month")
    assert chart.table is not None
    assert [(*row[:3], row[4]) for row in chart.table.rows] == [
        ("6", "Promoters", pytest.approx(0.84), 45),
        ("6", "Detractors", pytest.approx(0.4), 20),
        ("12", "Promoters", pytest.approx(0.84), 42),
        ("12", "Detractors", pytest.approx(0.4), 20),
    ]
    assert thaw(freeze(chart)) == chart


def test_gaps_of_groups() -> None:
    only = impact({"promoter": STAYS["promoter"]}, times=(6, 12))
    parts = {Group("region", "North"): found(), Group("region", "South"): only}
    chart = stay_gaps(parts, LOOK, unit="month", column="region")
    assert chart is not None
    assert chart.labels == ("North",)
    (point,) = chart.series[0].points
    gap = found().groups[1].stay_gap
    assert gap is not None
    assert (point.y, point.low, point.high, point.n) == (gap.value, gap.low, gap.high, 100)
    assert stay_gaps({Group("region", "South"): only}, LOOK, unit="month", column="x") is None


def test_hazard_ratios_and_their_e_values() -> None:
    rows = experience_hazards(STAYS)
    chart = hazard_table(rows, LOOK)
    assert chart.table is not None
    (row,) = chart.table.rows
    assert row[:4] == ("Promoters against detractors", 100, 38, rows[0].ratio)
    assert row[6:] == (rows[0].e_value.value, rows[0].e_value.limit)
    assert "To explain that away" in chart.notes[0]
    assert thaw(freeze(chart)) == chart


@pytest.mark.parametrize(
    ("cost", "title"),
    [
        (0.0, "What it would bring if detractors stayed like passives"),
        (10.0, "It would pay from 50% of detractors on who stay like passives"),
        (30.0, "At this cost it would not pay, even if all stayed like passives"),
    ],
)
def test_what_if(cost: float, title: str) -> None:
    asked = WhatIf(40, 10.0, Sized(2.0, 1.0, 3.0), cost)
    chart = what_if_chart(asked, "passive", LOOK)
    assert (chart.kind, chart.title, chart.n) == (Kind.LINE, title, 40)
    assert (chart.labels[0], chart.labels[-1]) == ("0%", "100%")
    last, wanted = chart.series[0].points[-1], gain(asked, 1.0)
    assert (last.y, last.low, last.high) == (wanted.value, wanted.low, wanted.high)
    assert "causal" in chart.notes[0]
    assert thaw(freeze(chart)) == chart
