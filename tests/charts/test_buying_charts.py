"""Charts of what goes together with buying: what they claim, and what they leave unsaid."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from cxlib.charts import buying_covariates as charts
from cxlib.charts.buying_words import better, verdicts
from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw
from cxlib.charts.scores import Look
from cxlib.models.purchase_covariates import fit_covariates
from cxlib.models.purchase_effects import BUYING
from cxlib.models.purchase_outlook import purchase_outlook
from tests.models.purchases_made import made

LOOK = Look("Lifetime value", "orders.csv", "", 0.95)


@cache
def fitted(*, real: bool = True):
    """Customers of two plans who differ, or do not."""
    b = (0.8, -0.8, 250) if real else (0.0, 0.0, 250)
    return fit_covariates(made(np.random.default_rng(3), "bg-nbd", {"a": (0.0, 0.0, 300), "b": b}))


def test_multipliers_are_claimed_only_where_a_test_shows_them():
    chart = charts.multipliers(fitted(), LOOK)
    assert chart.title == "Goes together with buying: plan; with dropping out: plan"
    assert chart.labels == ("plan: b against a",)
    assert [one.name for one in chart.series] == [
        "Rate of buying",
        "Odds of dropping out after a purchase",
    ]
    buying, dropping = (one.points[0] for one in chart.series)
    assert dropping.high < 1 < buying.low
    assert buying.n == 250
    assert chart.axis.log
    none = charts.multipliers(fitted(real=False), LOOK)
    assert none.title == "No column goes together with buying or dropping out beyond chance"
    assert draw(chart, theme="light").data


def test_verdicts_name_the_size_or_that_nothing_is_proven():
    said = verdicts(fitted())
    assert said[0].startswith("The columns make the model fit better: likelihood ratio ")
    times = next(one.multiplier for one in fitted().effects if one.act == BUYING)
    assert any(f"plan: customers of b buy at {times:.2f} times the rate" in one for one in said)
    assert any("drop out after a purchase at 0." in one for one in said)
    assert "not that it is the cause" in said[-1]
    none = verdicts(fitted(real=False))
    assert "do not make the model fit better beyond chance" in better(fitted(real=False))
    assert any("No proven connection with buying" in one for one in none)
    assert any("No proven connection with dropping out" in one for one in none)


def test_every_kind_has_its_row_with_limits():
    fit = fitted()
    outlook = purchase_outlook(fit, horizon=52)
    table = charts.outlook_table(outlook, fit, LOOK, unit="week").table
    assert table.columns[0] == "plan"
    assert [row[0] for row in table.rows] == ["a", "b"]
    assert [row[1] for row in table.rows] == [300, 250]
    assert table.rows[0][3].count("%") == 3
    bars = charts.expected_by_kind(outlook, fit, LOOK, unit="week")
    assert bars.kind is Kind.INTERVALS
    assert bars.labels == ("a", "b")
    (series,) = bars.series
    assert series.points[1].low < outlook.kinds[1].purchases.value < series.points[1].high
    assert "52 weeks" in bars.title


def test_tables_of_effects_and_of_the_two_models():
    fit = fitted()
    effects = charts.effects_table(fit, LOOK).table
    assert [row[1:4] for row in effects.rows] == [("plan", "b", "a")] * 2
    models = charts.comparison_table(fit, LOOK)
    assert [row[1] for row in models.table.rows] == [4, 6]
    assert models.table.rows[1][2] == pytest.approx(fit.log_likelihood)
    assert models.table.rows[1][3] == pytest.approx(12 - 2 * fit.log_likelihood)


def test_what_is_not_known_is_a_gap():
    fit = fitted()
    unknown = tuple(
        replace(one, se=None, low=None, high=None, p=None, p_adjusted=None) for one in fit.effects
    )
    tests = tuple(replace(one, statistic=None, p=None, p_adjusted=None) for one in fit.tests)
    bare = replace(fit, effects=unknown, tests=tests)
    chart = charts.multipliers(bare, LOOK)
    assert all(one.points[0].y is None for one in chart.series)
    assert chart.title.startswith("No column")
    assert charts.effects_table(bare, LOOK).table.rows[0][-3:] == ("–", "–", "–")
