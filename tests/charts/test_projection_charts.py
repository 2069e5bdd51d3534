"""Projection charts hold the projection's numbers and claim no more than its tests."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.projection import comparison_table, holdout_chart, projection_chart
from cxlib.charts.projection_words import model_name, verdict
from cxlib.charts.scores import Look
from cxlib.charts.store import freeze, thaw
from cxlib.models.lifetime import MODELS
from cxlib.models.projection import project
from cxlib.stats.lives import Lives

LOOK = Look("Projection", "subs.csv", "", 0.95)


@pytest.fixture(scope="module")
def found():
    draw = np.random.default_rng(4)
    stay, seen = 20 * draw.weibull(0.8, 2_000), draw.uniform(0, 24, 2_000)
    rows = zip(np.minimum(stay, seen).tolist(), (stay <= seen).tolist(), strict=True)
    lives = Lives.of((d, int(e), int(not e)) for d, e in rows)
    return project(lives, horizon=40)


def test_the_projection_is_dashed_with_limits_beyond_the_data_only(found):
    chart = projection_chart(found, LOOK, unit="month", also=["exponential", found.best])
    observed, inside, beyond, other = chart.series
    assert chart.kind is Kind.STEPS
    assert [s.smooth for s in chart.series] == [False, True, True, True]
    assert [s.dashed for s in chart.series] == [False, False, True, True]
    assert observed.points[0].y == 1
    assert observed.points[-1].x == found.curve.longest
    assert all(point.low is None for point in inside.points)
    end, last = beyond.points[-1], found.recommended.survival[-1]
    assert (end.x, end.y, end.low, end.high) == (40, last.survival, last.low, last.high)
    # The two parts of the line meet at the last whole period within the data.
    assert inside.points[-1].x == beyond.points[0].x == int(found.curve.longest)
    assert inside.points[-1].y == beyond.points[0].y
    assert other.name == "Exponential"
    assert chart.lines[0].at == found.curve.longest
    assert thaw(freeze(chart)) == chart


def test_a_horizon_within_the_data_has_no_dashed_part(found):
    near = replace(found, horizon=12)
    near = replace(near, models=tuple(replace(m, survival=m.survival[:13]) for m in found.models))
    chart = projection_chart(near, LOOK, unit="month")
    assert [s.dashed for s in chart.series] == [False, False]
    assert "Projected" not in chart.title
    assert chart.lines == ()


def test_the_table_has_every_model_with_its_numbers(found):
    table = comparison_table(found, LOOK, unit="month").table
    assert [row[0].replace(" (recommended)", "") for row in table.rows] == [
        model_name(one.model) for one in found.models
    ]
    assert sorted(one.model for one in found.models) == sorted(MODELS)
    first, row = found.models[0], table.rows[0]
    assert row[2:5] == (first.log_likelihood, first.aic, first.bic)
    assert row[5] == found.holdout.of(first.model).mae
    assert row[7] == first.survival[-1].survival
    assert len(table.columns) == len(table.forms) == len(row)


def test_the_holdout_ends_at_what_was_observed(found):
    chart = holdout_chart(found, LOOK, unit="month", show=["sbg"])
    held = found.holdout
    last = held.times[-1]
    observed = chart.series[0].points[-1]
    assert (observed.x, observed.y) == (last, found.curve.at(last).survival)
    drawn = {series.name: series.points for series in chart.series[1:]}
    assert set(drawn) == {model_name(found.best), "sBG"}
    assert [p.y for p in drawn["sBG"]] == list(held.of("sbg").survival)
    assert chart.lines[0].at == held.cut
    assert holdout_chart(replace(found, holdout=None), LOOK, unit="month") is None


def test_the_verdict_says_what_the_tests_have_shown(found):
    share = f"{found.recommended.survival[-1].survival:.1%}"
    first, tested, *_ = verdict(found, unit="month")
    assert first.startswith(f"{model_name(found.best)} is recommended: {share} are still there")
    assert tested.startswith(f"Fitted to the first {found.holdout.cut} months")
    apart = replace(found, low=0.1, high=0.3)
    assert "The tail is a guess" in verdict(apart, unit="month")[2]
    near = replace(found, low=0.2, high=0.22)
    assert "guess" not in " ".join(verdict(near, unit="month"))
    wrong = [replace(m, mae=0.2) for m in found.holdout.models]
    failed = replace(found, holdout=replace(found.holdout, models=tuple(wrong)))
    assert "It failed its test" in verdict(failed, unit="month")[1]
    untested = verdict(replace(found, holdout=None), unit="month")
    assert "too short to test" in untested[1]
