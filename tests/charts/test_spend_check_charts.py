"""Spend checks in words: the consequence fits the numbers; charts hold the numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from cxlib.charts import customers, spend_checks, spending
from cxlib.charts.chart import Kind
from cxlib.charts.purchase_words import alive_words
from cxlib.charts.scores import Look
from cxlib.charts.time_words import span
from cxlib.models.customer_limits import CustomerLimits
from cxlib.models.customer_value import customer_value
from cxlib.models.gamma_gamma import fit_spend
from cxlib.models.holdout import check_prediction
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.spend_checks import SpendHoldout, SpendLink, extremes
from cxlib.stats.one_customer import CustomerDays
from cxlib.stats.order_amounts import OrderAmounts
from cxlib.stats.purchases import MONEY
from tests.bought import cdnow

LOOK = Look("Value", "CDNOW", "", 0.95)
AMOUNTS = OrderAmounts(
    np.array([10, 20, 1000]) * MONEY,
    np.array([500, 499, 1]),
    1200,
    0,
    90,
    600 * MONEY,
    6000 * MONEY,
)


@pytest.fixture(scope="module")
def found(shared_data):
    histories = cdnow(shared_data)
    histories = replace(histories, customers=tuple(f"C{i}" for i in range(histories.n.size)))
    fit, spend = fit_purchases(histories, model="bg-nbd", unit_days=7), fit_spend(histories)
    return histories, customer_value(fit, spend, histories, horizon=39, discount=0.1, margin=1)


@pytest.mark.parametrize(
    ("link", "well", "words"),
    [
        ((0.02, -0.03, 0.07), True, "No sign of it"),
        ((0.05, 0.02, 0.08), True, "too weak to matter"),
        ((0.21, 0.15, 0.26), False, "spend more per order. Gamma-Gamma"),
        ((-0.21, -0.26, -0.15), False, "spend less per order. Gamma-Gamma"),
        ((None, None, None), True, "Too few customers"),
    ],
)
def test_the_link_has_its_consequence(link, well, words):
    told = spend_checks.link_told(SpendLink(*link, 900, ()), LOOK)
    assert told.well is well
    assert words in told.text


def test_refunds_lower_the_value_by_their_share():
    told = spend_checks.refunds_told(AMOUNTS, 5000.0, kept=False)
    assert "90 of 1,200 lines take back 600, 10.0%" in told.text
    assert "worth 4,500 rather than 5,000" in told.text
    assert not told.well
    assert "Data page" in spend_checks.refunds_told(AMOUNTS, 5000.0, kept=True).text
    none = replace(AMOUNTS, refund_lines=0)
    assert spend_checks.refunds_told(none, 5000.0, kept=False).text == "No line is below zero."


def test_extremes_say_what_the_largest_do():
    large = extremes(AMOUNTS)
    told = spend_checks.extremes_told(large, 5000.0, 4000.0)
    assert "changes by −20.0%, to 4,000" in told.text
    assert "A few orders decide" in told.text
    assert "does not hang" in spend_checks.extremes_told(large, 5000.0, 4990.0).text
    chart = spend_checks.money_of_largest(large, AMOUNTS, LOOK)
    assert [p.y for p in chart.series[0].points] == list(large.money)
    assert chart.labels[:3] == ("Top 0.1%", "Top 1%", "Top 5%")


def test_zero_amounts_are_said():
    assert (
        spend_checks.zeros_told(AMOUNTS, None, dropped=False).text == "Every line brings something."
    )
    some = replace(AMOUNTS, zero_lines=90)
    told = spend_checks.zeros_told(some, None, dropped=False)
    assert "90 of 1,200 lines bring nothing" in told.text
    assert not told.well


def test_the_holdout_is_beside_both_rules(found):
    histories, value = found
    good = check_prediction(value.purchases, histories)
    bad = check_prediction(value.purchases * 0 + 9, histories)
    told = spend_checks.holdout_told(
        SpendHoldout(good, bad, bad, (10.0, 20.0, -0.5), 9), length=39, unit="week"
    )
    assert "holdout of 39 weeks" in told.text
    assert "Better a customer than both rules." in told.text
    assert "10.00 expected, 20.00 seen (−50.0%)" in told.text
    assert told.text.count(f"{bad.mae:.2f}") == 2
    worse = spend_checks.holdout_told(SpendHoldout(bad, good, bad, None, 9), length=39, unit="week")
    assert not worse.well
    assert spend_checks.holdout_told(None, length=0, unit="week", why="No.").text == "No."


def test_the_list_shows_limits_where_there_are_some(found):
    histories, value = found
    band = np.stack([value.clv * 0.9, value.clv * 1.2])
    limits = CustomerLimits(None, np.stack([value.purchases, value.purchases]), band, 0.95)
    table = customers.top_customers(value, histories, limits, LOOK, unit="week").table
    best = int(value.clv.argmax())
    assert table.columns[:3] == ("Customer", "Value", "Value, 95%")
    assert "P(alive), 95%" not in table.columns
    assert table.rows[0][:2] == (f"C{best}", value.clv[best])
    assert table.rows[0][2] == f"{band[0, best]:,.2f} to {band[1, best]:,.2f}"
    bare = customers.top_customers(value, histories, None, LOOK, unit="week")
    assert not any("95%" in name for name in bare.table.columns)
    assert "still being computed" in bare.notes[0]
    words = customers.customer_words(value, limits, best, LOOK, unit="week")
    assert "(95%:" in words[2]
    assert "in the next 39 weeks" in words[1]


def test_one_customers_days_are_newest_first():
    days = CustomerDays((date(2024, 1, 1), date(2024, 2, 1)), (5.0, 7.5))
    chart = customers.purchases_of(days, LOOK, customer="C1")
    assert chart.kind is Kind.TABLE
    assert chart.table.rows == (("2024-02-01", 7.5), ("2024-01-01", 5.0))
    assert "2 order days, 12.50 in all" in chart.subtitle


def test_the_lorenz_curve_ends_where_it_should(found):
    _, value = found
    curve = spending.lorenz(value, LOOK, unit="week").series[0].points
    assert (curve[0].y, curve[-1].y) == (0, pytest.approx(1))
    order = np.sort(value.clv)[::-1]
    assert curve[10].y == pytest.approx(order[:236].sum() / order.sum(), abs=0.002)


def test_words_fit_the_model_and_the_length(found):
    histories, value = found
    assert "BG/NBD gives 100%" in alive_words(value.fit)
    assert "MBG/NBD" in alive_words(replace(value.fit, model="mbg-nbd"))
    assert "at any time" in alive_words(replace(value.fit, model="pareto-nbd"))
    assert "BG/BB" in alive_words(replace(value.fit, model="bg-bb"))
    assert "nobody leaving" in alive_words(replace(value.fit, no_dropout=True))
    assert [span(1, "week"), span(52, "week"), span(1, "year")] == ["1 week", "52 weeks", "1 year"]
    assert histories.total == value.customers
