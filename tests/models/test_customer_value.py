"""Value: the plain sum over units, published parts put together, options out of range."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import BadOption
from cxlib.models.customer_value import customer_value, horizon_weights
from cxlib.models.gamma_gamma import expected_spend, fit_spend
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import expected_purchases, p_alive
from tests.bought import cdnow, donations


@pytest.fixture(scope="module")
def fitted(shared_data):
    histories = cdnow(shared_data)
    fit = fit_purchases(histories, model="bg-nbd", unit_days=7)
    return histories, fit, fit_spend(histories)


@pytest.mark.parametrize("model", ["bg-nbd", "mbg-nbd", "pareto-nbd"])
def test_discounting_is_the_sum_over_units(fitted, model):
    histories, _, spend = fitted
    fit = fit_purchases(histories, model=model, unit_days=7)
    value = customer_value(fit, spend, histories, horizon=39, discount=0.2, margin=0.4)
    k = np.arange(1, 40)
    bought = expected_purchases(fit, histories, k)
    in_unit = np.diff(bought, axis=1, prepend=0)
    present = in_unit @ 1.2 ** (-k * 7 / 365.25)
    amounts = expected_spend(spend, histories)
    assert value.clv == pytest.approx(0.4 * present * amounts, rel=1e-8)
    assert value.purchases == pytest.approx(bought[:, -1], rel=1e-8)
    assert value.p_alive == pytest.approx(p_alive(fit, histories), rel=1e-12)
    assert value.spend == pytest.approx(amounts)


def test_totals_of_cdnow(fitted):
    histories, fit, spend = fitted
    value = customer_value(fit, spend, histories, horizon=39, discount=0, margin=1)
    # 1,653 purchases expected in 39 weeks, by the closed form at the published parameters.
    assert value.total_purchases == pytest.approx(1653.4, abs=0.1)
    plain = expected_purchases(fit, histories, 39) @ expected_spend(spend, histories)
    assert value.total == pytest.approx(plain, rel=1e-9)
    assert value.mean == pytest.approx(plain / 2357, rel=1e-9)
    assert value.customers == 2357
    later = customer_value(fit, spend, histories, horizon=39, discount=0.2, margin=1)
    assert 1.2**-0.75 * value.total < later.total < value.total
    half = customer_value(fit, spend, histories, horizon=39, discount=0.2, margin=0.5)
    assert half.total == pytest.approx(later.total / 2)


def test_bg_bb_counts_opportunities(shared_data):
    donors = donations(shared_data)
    fit = fit_purchases(donors, model="bg-bb", unit_days=365.25)
    value = customer_value(fit, None, donors, horizon=5, discount=0.1, margin=1)
    # Hardie's spreadsheet, as in the tests of lifetimes.
    assert value.total_purchases == pytest.approx(12884.2, abs=0.5)
    assert (value.total, value.mean, value.spend, value.clv) == (None,) * 4


def test_weights_sum_increments():
    times, weights = horizon_weights(3, 0.21, 365.25 / 2)
    assert times.tolist() == [1, 2, 3]
    bought = np.array([5.0, 7.0, 8.0])
    assert weights.T @ bought == pytest.approx([8, 5 / 1.1 + 2 / 1.21 + 1 / 1.331])
    assert [part.tolist() for part in horizon_weights(52, 0, 7)] == [[52], [[1, 1]]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"horizon": 0}, r"The horizon is 0 units; it has to be a whole number from 1 to 10000"),
        ({"horizon": -1}, r"The horizon is -1 units"),
        ({"discount": 10}, r"The discount is 10 a year; it has to lie from 0 to 1"),
        ({"discount": -0.1}, r"The discount is -0\.1 a year"),
        ({"margin": 30}, r"The margin is 30; it has to be a fraction"),
        ({"margin": 0}, r"The margin is 0;"),
    ],
)
def test_options_out_of_range(fitted, options, message):
    histories, fit, spend = fitted
    asked = {"horizon": 39, "discount": 0.1, "margin": 1.0} | options
    with pytest.raises(BadOption, match=message):
        customer_value(fit, spend, histories, **asked)
