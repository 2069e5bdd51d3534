"""Charts of leaving, of chosen times and of differences hold the numbers, and mark thin ends."""

from __future__ import annotations

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.chosen_times import at_chosen_times
from cxlib.charts.differences import contrast_table, pairs_table
from cxlib.charts.draw import draw
from cxlib.charts.rate_of_leaving import cumulative_hazards, rates_of_leaving
from cxlib.charts.retention import summary_table, survival_curves, thin_place
from cxlib.charts.scores import Look
from cxlib.models.contrast import contrast
from cxlib.models.hazard import nelson_aalen, smooth_hazard
from cxlib.models.log_rank import Weighting, Weights
from cxlib.models.retention import retention
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives

LOOK = Look("Retention", "subs.csv", "", 0.95)


def leaving(each: int, stay: int) -> Lives:
    return Lives.of([*((float(t), each, 0) for t in range(1, 13)), (12.0, 0, stay)])


PARTS = {
    Group("plan", "free"): leaving(8, 4),
    Group("plan", "team"): leaving(4, 52),
    Group("plan", "pro"): leaving(4, 50),
}
LIVES = {TOTAL: sum(PARTS.values(), Lives((), (), ())), **PARTS}


def answer(**options):
    return retention(LIVES, times=(3, 6), tau=6, **options)


def test_the_share_gone_is_what_is_not_there_any_more():
    there = survival_curves(answer(), LOOK, unit="month", column="plan")
    gone = survival_curves(answer(), LOOK, unit="month", column="plan", gone=True)
    pairs = zip(there.series[0].points[1:-1], gone.series[0].points[1:-1], strict=True)
    for one, other in pairs:
        assert other.y == pytest.approx(1 - one.y)
        assert (other.low, other.high) == pytest.approx((1 - one.high, 1 - one.low))
    assert gone.axis.title == "Customers who have left"


def test_a_thin_end_is_marked_and_a_thin_beginning_is_not():
    assert thin_place((3, 12, 10, 9, 2)) == 3
    assert thin_place((3, 2)) == 0
    assert thin_place((12, 10)) == 2
    (free,) = (s for s in survival_curves(answer(), LOOK, unit="month", column="plan").series
               if s.name == "free")  # fmt: skip
    assert [point.hollow for point in free.points if (point.n or 0) < 10] == []
    few = retention({TOTAL: leaving(2, 0)}, times=(3,))
    points = survival_curves(few, LOOK, unit="month", column=None).series[0].points
    assert [point.x for point in points if point.hollow] == [9, 10, 11, 12]


def test_the_method_names_the_test():
    late = answer(weights=Weights(Weighting.FLEMING_HARRINGTON, 0, 1))
    chart = survival_curves(late, LOOK, unit="month", column="plan")
    assert "by the Fleming-Harrington test (1981) with powers 0 and 1." in chart.method
    assert (
        "Wilcoxon"
        in summary_table(answer(weights=Weights(Weighting.WILCOXON)), LOOK, unit="month").method
    )
    assert (
        "Groups are compared" not in survival_curves(late, LOOK, unit="month", column=None).method
    )


def test_bars_at_chosen_times_for_the_total_and_for_groups():
    whole = at_chosen_times(answer(), LOOK, unit="month", column=None)
    assert (whole.kind, whole.labels) == (Kind.INTERVALS, ("after 3 months", "after 6 months"))
    assert [point.y for point in whole.series[0].points] == pytest.approx(
        [row.survival for row in answer().groups[0].at]
    )
    groups = at_chosen_times(answer(), LOOK, unit="month", column="plan")
    assert [one.name for one in groups.series] == ["free", "pro", "team"]
    beyond = at_chosen_times(retention(LIVES, times=(3, 60)), LOOK, unit="month", column=None)
    assert beyond.labels == ("after 3 months",)


def test_hazards_hold_the_estimates_and_are_drawn():
    hazards = {group: nelson_aalen(one) for group, one in LIVES.items()}
    stairs = cumulative_hazards(hazards, LOOK, unit="month", column="plan")
    assert [one.name for one in stairs.series] == ["free", "pro", "team"]
    assert tuple(p.y for p in stairs.series[0].points) == hazards[Group("plan", "free")].hazard
    assert not stairs.series[0].smooth
    rates = {group: smooth_hazard(one) for group, one in LIVES.items()}
    smooth = rates_of_leaving(rates, LOOK, unit="month", column=None)
    assert smooth.series[0].smooth
    assert tuple(p.y for p in smooth.series[0].points) == rates[TOTAL].rate
    assert smooth.axis.title == "Leaving per month, of those still there"
    assert smooth.notes == ("Bandwidth in months: All customers: 3.",)
    for chart in (stairs, smooth):
        assert draw(chart, theme="light").data


def test_pairs_claim_only_what_is_adjusted():
    (test,) = answer().tests
    table = pairs_table(test, LOOK)
    assert table.title == "2 of 3 pairs differ in how they leave"
    assert [row[:2] for row in table.table.rows][-1] == ("team", "pro")
    alike = {Group("plan", name): leaving(4, 52) for name in "abc"}
    (same,) = retention(alike).tests
    assert pairs_table(same, LOOK).title == "No two groups are proven to differ"


def test_two_groups_in_a_table():
    _, free, team, _ = answer().groups
    found = contrast(free, team)
    table = contrast_table(found, LOOK, unit="month").table
    assert [row[0] for row in table.rows] == [
        "Still there after 3 months",
        "Still there after 6 months",
        "Mean active in the first 6 months, difference",
        "Mean active in the first 6 months, ratio",
    ]
    # 100 customers each: 76 against 88 of 100 after 3 months.
    assert table.rows[0][1] == "−12.0"
    assert table.rows[3][1] == f"{found.ratio.value:.3f}"
    assert contrast_table(found, LOOK, unit="month").title == "free compared with team"
