"""Charts of a regression on leaving hold its numbers and claim what its tests have shown."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.charts import hazard_curves, hazards
from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.export.csv_text import to_csv
from cxlib.models.aft import AftFit, TimeRatio
from cxlib.models.brier import brier_scores
from cxlib.models.cox import fit_cox
from cxlib.models.cox_checks import proportional_hazards
from cxlib.models.cox_effects import number_effect
from cxlib.models.cox_survival import predict_survival, risk_list
from cxlib.stats.lives_there import CustomersThere
from tests.models.lives_made import patterns_of, stays

LOOK = Look("Leaving", "contracts.csv", "", 0.95)


@pytest.fixture(scope="module")
def fit():
    rows = stays(1500)
    names = ["plan", "city", "age"]
    patterns = patterns_of(rows, names, time="time", left="left", groups=["plan", "city"])
    return fit_cox(patterns, knots=4)


@pytest.fixture(scope="module")
def noise():
    rows = stays(400)
    rows["luck"] = np.random.default_rng(1).choice(["x", "y"], len(rows))
    return fit_cox(patterns_of(rows, ["luck"], time="time", left="left", groups=["luck"]))


def test_the_forest_holds_every_ratio_and_names_what_is_proven(fit):
    age = number_effect(fit, "age")
    chart = hazards.forest(fit, [age], LOOK)
    assert chart.kind is Kind.INTERVALS
    assert chart.axis.log
    assert [line.at for line in chart.lines] == [1.0]
    groups = [one for one in fit.terms if one.column != "age"]
    points = chart.series[0].points
    assert [p.y for p in points] == [*(one.ratio for one in groups), age.quartile_ratio]
    assert [(p.low, p.high) for p in points[:-1]] == [(one.low, one.high) for one in groups]
    assert chart.labels[0] == "plan: pro against free"
    proven = [one.column for one in fit.tests if one.p_adjusted < 0.05]
    assert chart.title == f"Goes together with leaving: {', '.join(proven)}"
    assert "plan" in proven
    assert any("not that it is the cause" in note for note in chart.notes)
    draw(chart, theme="light")


def test_nothing_is_claimed_of_noise(noise):
    assert hazards.forest(noise, [], LOOK).title == (
        "No column goes together with leaving beyond chance"
    )
    check = proportional_hazards(noise)
    assert not check.moving
    assert hazards.steadiness_table(check, noise, LOOK, unit="month").title == (
        "No sign that the ratios change over time"
    )


def test_the_tables_have_a_row_a_term_and_a_row_a_column(fit):
    table = hazards.terms_table(fit, LOOK).table
    assert [row[5] for row in table.rows] == [one.ratio for one in fit.terms]
    check = proportional_hazards(fit)
    steady = hazards.steadiness_table(check, fit, LOOK, unit="month").table
    assert [row[0] for row in steady.rows] == ["plan", "city", "age"]
    assert all(len(row) == len(table.columns) == len(table.forms) for row in table.rows)


def test_curves_and_effects_hold_what_was_predicted(fit):
    curves = {"pro": predict_survival(fit, {"plan": "pro"}, times=[0, 6, 12, 99])}
    chart = hazard_curves.predicted_curves(curves, fit, LOOK, unit="month", usual="city: A")
    assert [p.y for p in chart.series[0].points] == list(curves["pro"].survival[:3])
    assert "city: A" in chart.notes[0]
    draw(chart, theme="light")
    effect = number_effect(fit, "age")
    shown = hazard_curves.number_effect_chart(effect, fit, LOOK)
    assert [p.y for p in shown.series[0].points] == list(effect.ratio)
    bent = effect.bent_p < 0.05
    assert shown.title == "age goes together with leaving" + (", not evenly" if bent else "")
    draw(shown, theme="light")
    scores = brier_scores(fit)
    errors = hazard_curves.brier_chart(scores, fit, LOOK, unit="month")
    assert errors.title.startswith("The columns save ")
    assert [p.y for p in errors.series[0].points] == list(scores.scores)
    draw(errors, theme="light")


def test_the_list_of_risks_is_safe_to_open_and_says_what_is_unknown(fit):
    there = CustomersThere(
        customers=("=1+1", "b", "c"),
        durations=np.array([2.0, 3.0, 24.0]),
        cells={"plan": ("free",) * 3, "city": ("A",) * 3, "age": (30.0, 40.0, 50.0)},
        more=False,
    )
    chart = hazard_curves.risk_table(risk_list(fit, there, horizon=3), LOOK, unit="month")
    assert [row[0] for row in chart.table.rows] == ["=1+1", "b"]
    assert "'=1+1" in to_csv(chart)
    assert "1 more have stayed so long" in chart.notes[1]
    assert "of the 2 customers" in chart.notes[0]


def test_time_ratios_name_shape_and_baseline(fit):
    term = TimeRatio("plan", "pro", 0.5, 0.1, 1.65, 1.36, 2.0, 1e-6, 1e-6)
    found = AftFit("Weibull", (term,), 1.0, 0.1, -10.0, {"Weibull": 24.0}, 9, 5, 0.95, ())
    chart = hazards.time_ratios(found, fit, LOOK)
    assert chart.labels == ("plan: pro against free",)
    assert "Weibull" in chart.method
    assert (chart.axis.log, chart.n) == (True, 9)
