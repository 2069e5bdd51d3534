"""Charts of contract values: they hold the numbers they are given, in words that fit them."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.charts import contract_cohorts, contract_models, contract_sensitivity, contracts
from cxlib.charts.chart import Kind
from cxlib.charts.contract_payback import payback_chart
from cxlib.charts.contract_words import contract_method, method_name
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.models.contract import METHODS, value_of
from cxlib.models.contract_equity import equity
from cxlib.models.contract_groups import group_curves, group_values
from cxlib.models.contract_models import model_curves, value_models
from cxlib.models.contract_payback import payback
from cxlib.models.contract_sensitivity import sensitivity, what_if
from cxlib.models.stay_curve import stay_curve
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from tests.models.contract_lives import lives_of, monthly

LOOK = Look("Value", "plans.csv", "", 0.95)
LIVES = Lives.of([(1, 40, 10), (2, 30, 10), (3, 20, 20), (4, 15, 25), (6, 10, 120)])
LONG = monthly(12, margin=10, discount=0.1)
SHORT = monthly(6, margin=10, discount=0.1)


@pytest.mark.parametrize("method", ["km", "weibull"])
def test_payments_are_dashed_beyond_the_data(method):
    curve = stay_curve(LIVES, method)
    chart = contracts.expected_payments(curve, value_of(curve, LONG), LONG, LOOK, unit="month")
    assert chart.kind is Kind.STEPS
    assert [line.at for line in chart.lines] == [6]
    assert chart.series[-1].dashed
    assert min(point.x for point in chart.series[-1].points) == 6
    assert max(point.x for point in chart.series[0].points) <= 6
    share = float(curve.survival(LONG.times[-1:])[0])
    assert chart.title.startswith(f"{share:.0%} of new customers")
    inside = contracts.expected_payments(curve, value_of(curve, SHORT), SHORT, LOOK, unit="month")
    assert not inside.lines
    assert not any(one.dashed for one in inside.series)
    draw(chart, theme="light")


def test_nobody_is_said_to_lead_where_a_group_has_no_test():
    still = lives_of([6, 6, 6], [0, 0, 0])
    plan = {Group("plan", "good"): still, Group("plan", "bad"): LIVES}
    one = group_values(group_curves({TOTAL: LIVES + still, **plan}), SHORT)
    chart = contracts.value_by_group(one, SHORT, LOOK, unit="month", column="plan")
    assert chart.title == "Value of a customer by plan"
    assert any(note.startswith("good: Nobody left") for note in chart.notes)
    more = Lives.of([(1, 1, 0), (3, 2, 0), (6, 1, 150)])
    two = {Group("plan", "good"): more, Group("plan", "bad"): LIVES}
    found = group_values(group_curves({TOTAL: LIVES + more, **two}), SHORT)
    chart = contracts.value_by_group(found, SHORT, LOOK, unit="month", column="plan")
    assert "good leads" in chart.title
    assert [point.y for point in chart.series[0].points] == [
        found.values[Group("plan", name)].value for name in ("good", "bad")
    ]
    table = contracts.group_table(found, SHORT, LOOK, unit="month", column="plan").table
    assert [row[0] for row in table.rows] == ["good", "All customers", "bad"]
    assert table.rows[0][6] == found.apart[Group("plan", "good")].value


def test_upper_bounds_lead_nowhere():
    plan = {Group("plan", "good"): Lives.of([(1, 1, 0), (3, 2, 0), (6, 1, 150)])}
    plan[Group("plan", "bad")] = LIVES
    found = group_values(group_curves({TOTAL: LIVES, **plan}), LONG)
    chart = contracts.value_by_group(found, LONG, LOOK, unit="month", column="plan")
    assert chart.title == "Value of a customer by plan"
    table = contracts.group_table(found, LONG, LOOK, unit="month", column="plan")
    assert any("follow-up of both" in note for note in table.notes)


def test_cohorts_are_hollow_where_the_data_end_before_the_horizon():
    early, late = stay_curve(LIVES), stay_curve(Lives.of([(1, 5, 30), (2, 5, 60)]))
    values = {"2024": value_of(early, SHORT), "2025": value_of(late, SHORT)}
    chart = contract_cohorts.value_by_cohort(values, SHORT, LOOK, unit="month", young=3)
    assert [point.hollow for point in chart.series[0].points] == [False, True]
    assert "part of the value lies beyond" in chart.notes[0]
    assert "3 cohorts" in chart.notes[1]


def test_equity_adds_up():
    curve = stay_curve(LIVES, "sbg")
    groups = {Group(None, None, date(2024, 1, 1)): LIVES, Group("x", "y"): LIVES}
    found = equity(curve, groups, LONG)
    named = dict(zip(("2024", "2025"), found.values(), strict=True))
    chart = contract_cohorts.equity_by_cohort(named, "sbg", LONG, LOOK)
    assert chart.n == 2 * sum(LIVES.censored)
    total = sum(one.total for one in named.values())
    assert f"{total:,.0f}" in chart.title
    assert "S(age + k) / S(age) by sBG" in chart.method


def test_models_part_and_it_is_said():
    curves = model_curves(LIVES)
    far = value_models(curves, monthly(240, margin=10))
    assert far.guess
    words = contract_models.verdict(far, unit="month")
    assert words[0].startswith(f"{method_name(far.best.model)} is recommended")
    assert any("The tail is a guess" in one for one in words)
    assert any("lies beyond the data" in one for one in words)
    bars = contract_models.values_by_model(far, LOOK)
    assert bars.title.startswith("The tail is a guess")
    assert [p.y for p in bars.series[0].points] == [
        one.value for one in (far.observed, *far.values)
    ]
    assert all(
        point.hollow == (one.model not in curves.projection.plausible)
        for point, one in zip(bars.series[0].points[1:], far.values, strict=True)
    )
    drawn = contract_models.model_curves(far, monthly(240), LOOK, unit="month")
    assert all(one.dashed for one in drawn.series[1:])
    near = value_models(curves, SHORT)
    assert not near.guess
    assert any("no model is needed" in one for one in contract_models.guess(near))
    table = contract_models.model_table(near, LOOK).table
    assert len(table.rows) == 1 + len(near.values)
    for chart in (bars, drawn):
        draw(chart, theme="light")


def test_the_tornado_shows_changes():
    curve = stay_curve(LIVES)
    terms = monthly(7, margin=10, discount=0.1)
    value, swings = value_of(curve, terms), sensitivity(curve, terms)
    chart = contract_sensitivity.tornado(swings, value, SHORT, LOOK, unit="month")
    low, high = chart.series
    assert [p.y for p in low.points] == [one.at_below - value.value for one in swings]
    assert [p.y for p in high.points] == [one.at_above - value.value for one in swings]
    assert chart.title == f"By these steps, margin moves the value of {value.value:.2f} most"
    assert any("beyond the data" in note for note in chart.notes)
    grid = what_if(curve, SHORT, churns=(0.8, 1.0), discounts=(0.0, 0.1))
    heat = contract_sensitivity.what_if(grid, (0.8, 1.0), (0.0, 0.1), LOOK, n=value.n)
    assert [[p.y for p in one.points] for one in heat.series] == [list(row) for row in grid]
    draw(chart, theme="light")
    draw(heat, theme="light")


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (0, "A new customer is worth"),
        (5, "with the first payment"),
        (25, "with the payment after"),
        (1e6, "does not pay back"),
    ],
)
def test_paying_back_in_words(cost, words):
    curve = stay_curve(LIVES, "weibull")
    found = payback(curve, LONG, cost=cost)
    chart = payback_chart(found, value_of(curve, LONG), LONG, LOOK, unit="month")
    assert words in chart.title
    assert [line.vertical for line in chart.lines] == ([False, True] if cost else [True])
    solid, dashed = chart.series
    assert solid.points[-1].x == dashed.points[0].x == 6
    assert dashed.points[-1].y == pytest.approx(found.value[-1])
    assert not solid.dashed
    assert dashed.dashed
    draw(chart, theme="light")


def test_the_method_names_terms_and_sources():
    for method in METHODS:
        assert contract_method(method, LONG, "month")
    late = monthly(3, margin=2, discount=0.1, growth=0.05, arrears=True)
    words = contract_method("sbg", late, "month")
    assert "paid in arrears" in words
    assert "Fader and Hardie, 2007" in words
    assert "grows by 5.0% a year" in words
