"""The chart of a search names a group only where one was found."""

from __future__ import annotations

from cxlib.charts.chart import Kind
from cxlib.charts.scores import Look
from cxlib.charts.search import search_chart
from cxlib.charts.store import freeze, thaw
from cxlib.metrics.search import search
from tests.metrics.test_search import pairs_of

LOOK = Look("NPS", "survey.csv", "All customers", 0.95)


def test_the_largest_difference_is_the_title():
    pairs = pairs_of({"region": ["East"] * 200 + ["West"] * 200}, [10] * 300 + [3] * 100)
    chart = search_chart(search(pairs, box=None), pairs, 50.0, LOOK)
    assert chart.title == "region: East: NPS 100.0 above the rest"
    assert chart.labels == ("region: East", "region: West")
    assert "2 groups were looked at" in chart.notes[0]
    assert "answered twice" in chart.notes[1]
    assert chart.below.rows[0][1:3] == ("+100.0", "0.0")
    assert thaw(freeze(chart)) == chart


def test_without_a_difference_it_says_so():
    pairs = pairs_of({"region": ["East", "West"] * 200}, [10, 10, 3, 3] * 100)
    chart = search_chart(search(pairs, box=None), pairs, 0.0, LOOK)
    assert chart.kind is Kind.TABLE
    assert chart.title == "No group differs from the rest for certain"
