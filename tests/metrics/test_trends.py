"""Trends of a cube of scores: values, limits, targets and gaps, group by group."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.errors import BadOption
from cxlib.metrics.nps import nps
from cxlib.metrics.shares import box_score
from cxlib.metrics.trends import TrendOptions, judge, trends
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts

LAST = date(2025, 12, 31)


def month(place: int) -> date:
    return date(2025, place, 1)


def histogram(promoters: int, passives: int, detractors: int) -> ScoreCounts:
    return ScoreCounts.plain((detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters))


def cube(scores, *, n=100, column=None, value=None):
    """Months whose NPS are the scores given."""
    found = {}
    for place, score in enumerate(scores, 1):
        more = score * n // 100
        promoters = (n + more) // 2
        detractors = promoters - more
        counts = histogram(promoters, n - promoters - detractors, detractors)
        found[Group(column, value, month(place))] = counts
    return found


def options(**given) -> TrendOptions:
    return TrendOptions(period="month", last_day=LAST, **given)


def test_one_trend_a_group_and_the_total_first():
    counts = {TOTAL: histogram(1, 1, 1), **cube([30, 32], column="area", value="b")}
    counts |= cube([10, 12], column="area", value="a") | cube([20, 22])
    found = trends(counts, options())
    assert [one.group for one in found] == [TOTAL, Group("area", "a"), Group("area", "b")]
    first = found[0]
    assert first.starts == (month(1), month(2))
    assert [one.score for one in first.results] == [20, 22]
    assert first.results[0] == nps(counts[Group(None, None, month(1))])
    assert first.chart.centre == 21


def test_the_last_period_counts_once_it_is_over():
    counts = cube([30, 32, 31, 33, 30, 32, 31, 33, 30, 32, 31, -40])
    over = trends(counts, options())[0]
    assert over.chart.finished == 12
    assert "below" in over.chart.points[-1].signals
    early = TrendOptions(period="month", last_day=date(2025, 12, 30))
    cut = trends(counts, early)[0]
    assert cut.chart.finished == 11
    assert cut.chart.points[-1].signals == ()
    assert cut.chart.centre == pytest.approx(sum([30, 32, 31, 33] * 2 + [30, 32, 31]) / 11)


def test_limits_by_answers_pool_all_answers_of_finished_periods():
    counts = cube([30, 40], n=100) | {Group(None, None, month(3)): histogram(300, 50, 50)}
    chart = trends(counts, options(limits="p"))[0].chart
    p, d = (65 + 70 + 300) / 600, (35 + 30 + 50) / 600
    assert chart.centre == pytest.approx(100 * (p - d))
    for point, n in zip(chart.points, (100, 100, 400), strict=True):
        half = 300 * ((p + d - (p - d) ** 2) / n) ** 0.5
        assert point.upper - chart.centre == pytest.approx(half)
    laney = trends(counts, options(limits="laney"))[0].chart
    assert laney.spread is not None
    assert (laney.points[0].upper - laney.centre) == pytest.approx(
        laney.spread * (chart.points[0].upper - chart.centre)
    )


def test_a_box_score_is_a_fraction():
    counts = {
        Group(None, None, month(i)): ScoreCounts.plain((1, 2, 3, 4, i), low=1) for i in (1, 2)
    }
    found = trends(counts, options(box=(4, 5), limits="p"))[0]
    assert found.results[1] == box_score(counts[Group(None, None, month(2))], box=(4, 5))
    share = (5 + 6) / 23
    assert found.chart.centre == pytest.approx(share)
    half = 3 * (share * (1 - share) / 11) ** 0.5
    assert found.chart.points[0].upper == pytest.approx(share + half)


def test_targets_are_met_missed_or_not_proven():
    counts = cube([30], n=10_000) | {Group(None, None, month(2)): histogram(13, 0, 7)}
    found = trends(counts, options(target=20))[0]
    assert found.verdicts == ("met", "not proven")
    assert trends(counts, options(target=40))[0].verdicts[0] == "missed"
    assert trends(counts, options())[0].verdicts == ()
    alone = ScoreCounts(0, (0,) * 10 + (1,), (0.0,) * 10 + (2.0,), (0.0,) * 10 + (4.0,))
    assert judge(nps(alone), 20) == "not proven"


@pytest.mark.parametrize(("target", "box"), [(101, None), (50, (4, 5)), (-0.1, (4, 5))])
def test_refuses_a_target_that_no_answers_reach(target, box):
    with pytest.raises(BadOption, match="has to lie from"):
        options(target=target, box=box)


def test_periods_without_answers_are_named_and_take_away_the_trend_test():
    counts = cube([30, 31, 32, 33, 34])
    assert trends(counts, options())[0].test.statistic == 10
    del counts[Group(None, None, month(3))]
    found = trends(counts, options())[0]
    assert found.test is None
    assert any("2025-03-01: 1" in note for note in found.notes)
