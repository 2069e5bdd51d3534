"""Charts of reasons hold the numbers of the estimates, and claim only what a test has shown."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.charts import reasons as charts
from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.charts.staircase import MOST_POINTS, staircase
from cxlib.charts.store import freeze, thaw
from cxlib.models.leaving import leaving, overstated
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.reasons import NO_REASON, OTHER, Leavings

LOOK = Look("Reasons", "subs.csv", "", 0.95)
# At risk 8, 7, 5: F of price is 1/8 and 11/40, of moving 1/8 and 11/40, still there 9/20.
SMALL = Leavings.of(
    [(1, "price", 1), (2, "moved", 1), (2, None, 1), (3, "price", 1), (3, "moved", 1), (4, None, 3)]
)


def answer(one=SMALL, other=SMALL):
    groups = {TOTAL: one + other, Group("plan", "a"): one, Group("plan", "b"): other}
    return leaving(groups, times=(1, 3))


def all_charts(found):
    total = found.total
    naive = overstated(SMALL, 3)
    return [
        charts.incidence_curves(total, LOOK, unit="month", notes=["one"]),
        charts.what_became(total, LOOK, unit="month"),
        charts.incidence_at(total, LOOK, time=3, unit="month", overstated=naive),
        charts.reason_by_group(found, LOOK, reason="price", time=3, unit="month", column="plan"),
        charts.reason_curves(found, LOOK, reason="price", unit="month", column="plan"),
        charts.reasons_table(found, LOOK, time=3, unit="month"),
        charts.tests_table(found, LOOK, column="plan"),
    ]


def test_every_chart_can_be_drawn_kept_and_names_its_method():
    for chart in all_charts(answer()):
        assert thaw(freeze(chart)) == chart
        assert chart.method
        assert chart.n == 16
        if chart.kind is not Kind.TABLE:
            assert draw(chart, theme="light").data


def test_bars_hold_incidence_and_the_note_what_would_be_wrong():
    chart = all_charts(answer())[2]
    points = chart.series[0].points
    assert [p.y for p in points] == pytest.approx([11 / 40, 11 / 40])
    assert all(p.low < p.y < p.high and p.n == 4 for p in points)
    assert "61.4% gone within 3 months; 55.0% have gone" in chart.notes[0]


def test_those_still_there_and_the_reasons_stack_to_the_whole():
    chart = all_charts(answer())[1]
    heights = np.array([[p.y for p in series.points] for series in chart.series])
    assert heights.sum(axis=0) == pytest.approx([1, 1])
    assert heights[0] == pytest.approx([7 / 8, 9 / 20])
    assert chart.labels == ("1", "3")


def test_a_title_claims_a_difference_only_with_a_test():
    assert "no proven difference" in all_charts(answer())[3].title
    more = Leavings.of([(d, "price", 40) for d in (1, 2)] + [(4, None, 20)])
    less = Leavings.of([(1, "moved", 10), (2, "price", 5), (4, None, 85)])
    assert all_charts(answer(more, less))[3].title == "The share gone for “price” differs by plan"


def test_the_table_has_time_lost_and_the_tests_their_p():
    found = answer()
    rows = all_charts(found)[5].table.rows
    assert rows[0][:2] == ("moved", 4)
    # Areas up to 3: price 2/8, moved 1/8.
    assert {row[0]: row[4] for row in rows} == pytest.approx({"price": 2 / 8, "moved": 1 / 8})
    assert all_charts(found)[6].table.rows == (
        ("moved", "1.000", "1.000"),
        ("price", "1.000", "1.000"),
    )


def test_what_stands_for_others_has_a_name_for_readers():
    assert charts.reason_name("price") == "price"
    assert charts.reason_name(NO_REASON) == "(no reason given)"
    assert charts.reason_name(OTHER) == "Other reasons"


def test_long_staircases_keep_their_ends():
    k = 3000
    times, ones = tuple(map(float, range(k))), (1,) * k
    points = staircase(times, times, ((None,) * k, (None,) * k), at_risk=ones, events=ones)
    assert len(points) <= MOST_POINTS + 1
    assert (points[0].x, points[-1].x) == (0, k - 1)
