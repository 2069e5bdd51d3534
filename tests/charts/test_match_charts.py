"""Match rates as a chart: every share with the number of customers that it is of."""

from __future__ import annotations

from cxlib.charts.matches import match_rates
from cxlib.stats.matches import Keys, Matches

FOUND = Matches(
    {"survey.csv": Keys(40, 41, 60, 2), "tickets.csv": Keys(1000, 1000, 1500, 0)},
    {
        ("survey.csv", "survey.csv"): 40,
        ("survey.csv", "tickets.csv"): 10,
        ("tickets.csv", "survey.csv"): 10,
        ("tickets.csv", "tickets.csv"): 1000,
    },
)


def test_a_share_is_of_the_customers_of_its_row():
    chart = match_rates(FOUND)
    assert chart.labels == ("survey", "tickets")
    assert [series.name for series in chart.series] == ["survey (n 40)", "tickets (n 1,000)"]
    rows = [[(point.y, point.n) for point in series.points] for series in chart.series]
    assert rows == [[(None, 40), (0.25, 40)], [(0.01, 1000), (None, 1000)]]
