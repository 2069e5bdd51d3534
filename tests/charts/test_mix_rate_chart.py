"""The chart of mix and rate says only what its limits show."""

from __future__ import annotations

import pytest

from cxlib.charts.mix_rate import mix_rate_chart
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.metrics.mix_rate import mix_rate, nps_worth
from tests.metrics.test_mix_rate import A, B, of_score

LOOK = Look("NPS", "survey.csv", "All customers", 0.95)


def chart_of(before, after):
    found = mix_rate(before, after, worth=nps_worth)
    return mix_rate_chart(found, LOOK, column="segment", times=("Jan", "Feb"), points=True)


def test_a_paradox_is_said():
    before = {A: of_score(6000, 40), B: of_score(4000, 10)}
    after = {A: of_score(4000, 45), B: of_score(6000, 12)}
    chart = chart_of(before, after)
    assert [point.y for point in chart.series[0].points] == pytest.approx([-2.8, -6.3, 3.5])
    assert "other groups answered, and they score otherwise" in chart.title
    assert "Simpson" in chart.notes[0]
    assert chart.below.rows[0][-2:] in ((6000, 4000), (4000, 6000))
    assert thaw(freeze(chart)) == chart


def test_few_answers_prove_neither():
    chart = chart_of(
        {A: of_score(6, 40), B: of_score(4, 10)}, {A: of_score(4, 40), B: of_score(6, 10)}
    )
    assert chart.title.endswith("neither part is certain")


def test_more_of_the_unhappy_is_mix():
    chart = chart_of(
        {A: of_score(900, 60), B: of_score(100, -40)}, {A: of_score(400, 60), B: of_score(600, -40)}
    )
    assert chart.title.endswith(": other groups answered")
