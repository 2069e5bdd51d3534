"""The table of differences claims what a test has shown, and turns low-is-good measures round."""

from __future__ import annotations

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.every_group import Family, group_chart, pair_chart
from cxlib.charts.measure_words import Metric, metric_of
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.charts.versus import difference_chart, difference_table, lead
from cxlib.models.differences import Difference, against_rest
from cxlib.models.group_measures import Estimate, Gap, GoodShare, MeanTime, PerCustomer, StillThere
from cxlib.models.measures import Taken, score_measure, taken, wait_window
from cxlib.stats.all_measures import Counted
from cxlib.stats.amount_sums import AmountSums
from cxlib.stats.lives import Lives
from cxlib.stats.scores import ScoreCounts

LOOK = Look("", "survey.csv", "", 0.95)
NAMES = ("East", "West")
NPS = Metric("NPS", "NPS", "survey.csv", "+.1f", points=True)
WAIT = Metric("Mean wait", "Reply (hours)", "tickets.csv", ",.2f", lower_is_better=True)
SHARE = Metric("CSAT: answers 4 to 5", "CSAT", "survey.csv", ".1%", points=True)


def row(key, value, half, p, *, n=100, adjusted=None):
    gap = Gap(value, value - half, value + half, p)
    sides = Estimate(value, value - 1, value + 1, n, 4.0), Estimate(0.0, -1.0, 1.0, n, 4.0)
    return Difference(key, *sides, gap, p if adjusted is None else adjusted)


def test_the_sentence_names_what_is_proven_and_nothing_else():
    rows = [row(NPS, -12.0, 3, 1e-6), row(WAIT, 2.5, 1, 0.01), row(SHARE, 0.04, 0.05, 0.3)]
    assert lead(rows, NAMES) == (
        "East against West: NPS −12.0 points; Reply (hours) +2.50. Nothing else differs for "
        "certain (1 measures)"
    )
    assert lead(rows[2:], NAMES) == "No measure of 1 differs for certain between East and West"
    assert lead(rows[:2], NAMES) == "East against West: NPS −12.0 points; Reply (hours) +2.50"
    untested = Difference(NPS, *(Estimate(1.0, None, None, 3),) * 2, Gap(0.0), None)
    assert lead([untested], NAMES) == "Too few to compare East with West"
    many = [row(NPS, -1.0 - k, 0.5, 1e-4) for k in range(5)]
    assert lead(many, NAMES).endswith("and 2 more of 5 measures differ")


def test_right_is_better_also_where_low_is_good():
    rows = [row(NPS, -12.0, 3, 1e-6), row(WAIT, 2.0, 1, 0.01), row(SHARE, 0.04, 0.05, 0.3)]
    chart = difference_chart(rows, NAMES, LOOK)
    nps, wait, share = chart.series[0].points
    assert chart.kind is Kind.INTERVALS
    # A member's standard deviation is 20: the variance of either mean is 4 at n = 100.
    assert (nps.y, nps.low, nps.high) == pytest.approx((-0.6, -0.75, -0.45))
    assert (wait.y, wait.low, wait.high) == pytest.approx((-0.1, -0.15, -0.05))
    assert [one.hollow for one in chart.series[0].points] == [False, False, True]
    assert share.note == "+4.0 points (−1.0 to +9.0), adjusted p = 0.300"
    assert thaw(freeze(chart)) == chart


def test_the_table_has_both_groups_with_limits_and_names_the_family():
    rows = [row(NPS, -12.0, 3, 1e-6), row(SHARE, 0.04, 0.05, 0.3)]
    untested = Difference(WAIT, *(Estimate(1.0, None, None, 3),) * 2, Gap(0.0), None)
    chart = difference_table([*rows, untested], NAMES, LOOK)
    assert chart.title == "East against West: 1 of 2 measures differ for certain"
    assert chart.table.rows[0] == (
        "NPS",
        "−12.0 (−13.0 to −11.0)",
        "0.0 (−1.0 to 1.0)",
        "−12.0 points (−15.0 to −9.0)",
        "< 0.001",
        "< 0.001",
        "100 / 100",
        "survey.csv",
    )
    assert "All 2 tests of the table are one family" in chart.method
    assert "Reply (hours)" in chart.notes[0]


def test_names_say_unit_and_window():
    lives = {"a": Lives.of([(2.0, 5, 5), (30.0, 1, 9)])}
    sums = {"a": AmountSums(2, 2, 5000.0, 2, 5000.0, 2e7)}
    named = [
        metric_of(one, "x.csv", {"rating_1": "price"})
        for one in (
            Taken("staying", StillThere(6.0), lives),
            Taken("solve", MeanTime(72.0), lives),
            Taken("rating_1", GoodShare((4, 5)), {}),
            Taken("spend", PerCustomer(), sums),
        )
    ]
    assert [one.name for one in named] == [
        "Still there after 6 months",
        "Mean wait for the solution, in hours (at most 72)",
        "price: answers 4 to 5",
        "Spend per customer",
    ]
    assert [one.lower_is_better for one in named] == [False, True, False, False]
    assert named[3].form == ",.0f"  # 2,500 each


def test_measures_take_usual_boxes_and_times():
    assert score_measure(Counted("ces", scale=(1, 7))) == GoodShare((5, 7))
    assert score_measure(Counted("csat", scale=(1, 5), reversed=True)) == GoodShare((1, 2))
    assert score_measure(Counted("rating_1", scale=(2, 9))) == GoodShare((9, 9))
    quick = Lives.of([(1.0, 96, 0), (30.0, 4, 0)])
    assert wait_window([quick]) == 1.0
    slow = Lives.of([(1.0, 50, 0), (30.0, 50, 0)])
    assert wait_window([quick, slow]) == 48.0
    counted = Counted("staying", {"a": Lives.of([(3.0, 5, 5)]), "b": Lives.of([(9.0, 5, 5)])})
    still, mean = taken(counted, ("a", "b"))
    assert (still.measure, mean.measure) == (StillThere(3.0), MeanTime(3.0))
    still, mean = taken(counted, ("a", "b"), whole=counted.groups["b"])
    assert (still.measure, mean.measure) == (StillThere(6.0), MeanTime(9.0))


def scores(n, promoters):
    return ScoreCounts.plain([n - promoters, *[0] * 8, 0, promoters])


def test_every_group_is_set_against_the_rest():
    groups = {"East": scores(200, 60), "West": scores(200, 120), "North": scores(12, 7)}
    measure = score_measure(Counted("nps", scale=(0, 10)))
    rows = against_rest(groups, measure)
    family = Family(2, adjusted=True)
    total = measure.estimate(scores(412, 187), level=0.95)
    chart = group_chart(rows, total, NPS, family, column="region", look=LOOK)
    assert chart.title == "NPS by region: 2 of 2 groups differ from the rest"
    assert chart.labels == ("West", "North", "East")
    assert [point.hollow for point in chart.series[0].points] == [False, True, False]
    assert chart.below.rows[2][0] == "East"
    alone = group_chart(rows, total, NPS, Family(2, adjusted=False), column="region", look=LOOK)
    assert "2 tests without adjustment: about 0.1" in alone.notes[-1]


def test_pairs_of_groups_are_a_table_of_shades():
    cells = {
        ("East", "App"): scores(200, 60),
        ("East", "Web"): scores(200, 120),
        ("West", "App"): scores(25, 12),
    }
    measure = score_measure(Counted("nps", scale=(0, 10)))
    whole = scores(425, 192)
    pairs = {one.key: one for one in against_rest(cells, measure, total=whole)}
    chart = pair_chart(
        pairs, NPS, Family(3, adjusted=True), columns=("region", "channel"), look=LOOK, n=425
    )
    assert [one.name for one in chart.series] == ["East", "West"]
    assert chart.labels == ("App", "Web")
    assert chart.series[1].points[1].y is None
    assert chart.series[1].points[0].hollow
    assert chart.below.rows[0][:2] in {("East", "App"), ("East", "Web")}
    assert chart.title == "NPS by region × channel: 2 of 3 groups differ from the rest"
