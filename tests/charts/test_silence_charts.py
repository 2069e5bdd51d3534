"""Charts of silence hold the counts, label the threshold, and never say churn alone."""

from __future__ import annotations

import pytest

from cxlib.charts import silence as charts
from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.models.alive_beside import AliveBeside
from cxlib.models.silence import Threshold, silence_of
from cxlib.stats.gaps import Gaps
from cxlib.stats.groups import TOTAL, Group

LOOK = Look("Silence", "orders.csv", "", 0.95)
CHOSEN = Threshold(20, "open", 0.95, 100, 0.8)


def half(silent: int) -> Gaps:
    return Gaps.of(
        [(5, 60), (20, 9), (30, 6)],
        [(40, 50, silent), (80, 10, 100 - silent)],
        [(4, 50, 1, silent), (10, 10, 0, 100 - silent)],
    )


def groups(one: int = 30, other: int = 32):
    found = {Group("shop", "a"): half(one), Group("shop", "b"): half(other)}
    return {TOTAL: half(one) + half(other), **found}


def all_charts(gaps):
    answer = silence_of(gaps, CHOSEN)
    beside = AliveBeside("mbg-nbd", 20, 200, 0.7, 0.69, 0.9, ((10, 128), (52, 10)), 0.1, 0.9, ())
    return {
        "gaps": charts.gaps_and_silences(gaps[TOTAL], CHOSEN, LOOK),
        "curve": charts.gap_curve(answer, LOOK),
        "others": charts.sensitivity(answer, LOOK),
        "group": charts.silent_by_group(answer, LOOK, column="shop"),
        "active": charts.active_curves(answer, LOOK, column="shop"),
        "activity": charts.silence_by_activity(gaps[TOTAL], CHOSEN, LOOK),
        "alive": charts.alive_table(beside, LOOK),
    }


def test_every_chart_can_be_drawn_kept_and_names_its_method():
    for chart in all_charts(groups()).values():
        assert thaw(freeze(chart)) == chart
        assert chart.method
        assert "churn" not in f"{chart.title} {chart.subtitle}".lower()
        if chart.kind is not Kind.TABLE:
            assert draw(chart, theme="light").data


def test_the_histogram_has_a_column_that_ends_at_the_threshold():
    chart = all_charts(groups())["gaps"]
    ended, still = chart.series
    assert sum(p.y for p in ended.points) == 150
    assert sum(p.y for p in still.points) == 200
    (line,) = chart.lines
    edge = int(line.at + 0.5)
    assert chart.labels[edge - 1].endswith("–20")
    # Nothing longer than the threshold stands left of its line: 6 gaps of 30 days a half.
    assert sum(p.y for p in ended.points[edge:]) == 12
    assert line.name == "20 days"


@pytest.mark.parametrize("days", [1, 2, 3, 7, 8, 9, 61, 177])
def test_columns_cover_all_days_once(days):
    edges = charts._edges(days)
    assert edges == sorted(set(edges))
    assert days in edges


def test_other_thresholds_mark_the_chosen_one():
    rows = all_charts(groups())["others"].table.rows
    assert [row[0] for row in rows] == [7, 14, 20, 30, 60]
    chosen = next(row for row in rows if row[0] == 20)
    assert chosen[1] == "95% (chosen)"
    assert chosen[2:5] == (200, 62, pytest.approx(0.31))
    # 12 gaps of 30 days came back, 62 customers are still silent.
    assert chosen[6] == pytest.approx(12 / 74)


def test_a_title_claims_a_difference_only_with_a_test():
    assert "no proven difference" in all_charts(groups())["group"].title
    assert all_charts(groups(20, 60))["group"].title == "The share inactive differs by shop"
    assert "nobody told us they left" in all_charts(groups())["group"].subtitle


def test_silence_by_activity_are_shares_of_each_class():
    chart = all_charts(groups())["activity"]
    assert chart.labels == ("4", "10+")
    for place in range(2):
        assert sum(series.points[place].y for series in chart.series) == pytest.approx(1)
    # All with 4 active days are silent for 50 days, more than twice the threshold.
    assert chart.series[3].points[0].y == 1
