"""A new customer's value against plain sums, and against customers simulated by the model."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import BadOption
from cxlib.models.gamma_gamma import fit_spend
from cxlib.models.new_customer import future_customers, new_customer
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import expected_new
from tests.bought import cdnow, online_retail


@pytest.fixture(scope="module")
def fits(shared_data):
    histories = cdnow(shared_data)
    return fit_purchases(histories, model="bg-nbd", unit_days=7), fit_spend(histories)


def test_the_value_is_the_sum(fits):
    fit, spend = fits
    found = new_customer(fit, spend, horizon=52, discount=0.1, margin=0.3)
    # E[X(1)] = .0532 and E[X(3)] = .1506: Fader, Hardie & Lee 2005, Hardie's spreadsheet.
    assert float(expected_new(fit, 1)) == pytest.approx(0.0532, abs=1e-4)
    total = 1.0
    for k in range(1, 53):
        more = float(expected_new(fit, k)) - float(expected_new(fit, k - 1))
        total += more * 1.1 ** (-k * 7 / 365.25)
    assert found.worth == pytest.approx(0.3 * spend.mean * total)
    assert found.value[0] == pytest.approx(0.3 * spend.mean)
    assert (np.diff(found.value) > 0).all()
    assert found.low is not None
    assert found.high is not None
    assert (found.low <= found.value).all()
    assert (found.value <= found.high).all()
    wide = new_customer(fit, spend, horizon=52, discount=0.1, margin=0.3, level=0.99)
    assert wide.low is not None
    assert wide.low[-1] < found.low[-1]


def test_break_even(fits):
    fit, spend = fits
    found = new_customer(fit, spend, horizon=104, discount=0.0, margin=0.3)
    cost = float(found.value[10]) - 1e-9
    assert found.break_even(cost) == 10
    early, late = found.break_even_limits(cost)
    assert early is not None
    assert early <= 10 <= (late if late is not None else 104)
    assert found.break_even(found.worth + 1) is None
    assert found.break_even(0.0) == 0


def test_future_customers_by_hand(fits):
    fit, spend = fits
    one = new_customer(fit, spend, horizon=26, discount=0.1, margin=1.0)
    found = future_customers(one, [10, 20, 30], units=2, discount=0.1, unit_days=7)
    weight = 1.1 ** (-7 / 365.25) + 1.1 ** (-14 / 365.25)
    assert found.value == pytest.approx(one.worth * 20 * weight)
    assert one.low is not None
    assert found.low == pytest.approx(one.low[-1] * 10 * weight)
    assert (found.fewest, found.most) == (10, 30)
    dear = future_customers(one, [10, 30], units=2, discount=0.1, unit_days=7, cost=1e6)
    assert dear.value == pytest.approx((one.worth - 1e6) * 20 * weight)
    # Where each of them is a loss, the most arrivals are the worst.
    assert dear.low == pytest.approx((one.low[-1] - 1e6) * 30 * weight)
    assert dear.low < dear.value < dear.high < 0
    with pytest.raises(BadOption, match="arrivals"):
        future_customers(one, [], units=2, discount=0.1, unit_days=7)


@pytest.mark.parametrize(
    "wrong", [{"horizon": 0}, {"discount": -0.1}, {"margin": 0.0}, {"level": 1.0}]
)
def test_what_is_out_of_range_is_said(fits, wrong):
    fit, spend = fits
    options = {"horizon": 12, "discount": 0.1, "margin": 0.5, "level": 0.95} | wrong
    with pytest.raises(BadOption, match="horizon from 1"):
        new_customer(fit, spend, **options)


def test_without_drop_out_a_new_customer_has_limits(shared_data):
    histories = online_retail(shared_data)
    fit = fit_purchases(histories, model="bg-nbd", unit_days=7)
    assert fit.no_dropout
    found = new_customer(fit, fit_spend(histories), horizon=26, discount=0.0, margin=1.0)
    assert found.low is not None
    assert (found.low < found.value).all()
    assert (found.value < found.high).all()
    # 2,960 customers and 1,556 means of amounts know it to some ten percent.
    assert (found.high[-1] - found.low[-1]) / found.worth < 0.2
