"""Predictions: published values, the closed forms with 2F1, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import hyp2f1
from scipy.stats import beta, gamma

from cxlib.models.purchase_model import (
    PROCESSES,
    PurchaseFit,
    expected_new,
    expected_purchases,
    frequency_pmf,
    p_alive,
)
from tests.bought import cdnow, donations, histories_of

CDNOW = {
    "bg-nbd": (0.24259, 4.41360, 0.79292, 2.42591),
    "mbg-nbd": (0.52484, 6.18309, 0.89136, 1.61400),
    "pareto-nbd": (0.55328, 10.57768, 0.60624, 11.66873),
}
DONATIONS = (1.20352, 0.74972, 0.65672, 2.78344)


def fitted(model, parameters, *, unit_days=7.0):
    """A fit with given parameters."""
    names = PROCESSES[model].parameters
    return PurchaseFit(
        model=model,
        parameters=tuple(zip(names, parameters, strict=True)),
        standard_errors=None,
        log_covariance=None,
        log_likelihood=-1.0,
        aic=10.0,
        n=1,
        unit_days=unit_days,
        no_dropout=False,
        notes=(),
    )


def closed_form(model, parameters, x, age, time):
    """E[Y(t)] of a customer who is alive, with the hypergeometric function of the papers."""
    r, alpha, a, b = parameters
    chances = x + (model == "mbg-nbd")
    c = a + b + chances - 1
    z = time / (alpha + age + time)
    fall = ((alpha + age) / (alpha + age + time)) ** (r + x)
    return c / (a - 1) * (1 - fall * hyp2f1(r + x, b + chances, c, z))


def test_published_customer_of_bg_nbd():
    # Hardie's spreadsheet, as in the tests of lifetimes: 1.226 purchases in 39 weeks.
    fit = fitted("bg-nbd", CDNOW["bg-nbd"])
    customer = histories_of([2], [213], [272])  # 30.43 and 38.86 weeks
    assert expected_purchases(fit, customer, 39) == pytest.approx([1.226], abs=1e-3)
    assert p_alive(fit, customer) == pytest.approx([0.7266], abs=1e-3)


def test_published_customer_of_pareto_nbd():
    # The walk-through of BTYD, as in the tests of lifetimes.
    fit = fitted("pareto-nbd", CDNOW["pareto-nbd"])
    customer = histories_of([26], [216], [217])  # 30.86 and 31 weeks
    assert p_alive(fit, customer) == pytest.approx([0.9979], abs=1e-4)
    assert expected_purchases(fit, customer, 52) == pytest.approx([25.46], abs=0.01)


def test_published_expectations_of_new_customers():
    # Hardie's spreadsheet for BG/NBD; the formula at the maximum for Pareto/NBD.
    bg_nbd = fitted("bg-nbd", CDNOW["bg-nbd"])
    times = [0.1429, 1, 3, 31.8571, 32, 78]
    published = [0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576]
    assert expected_new(bg_nbd, times) == pytest.approx(published, abs=1e-3)
    pareto = fitted("pareto-nbd", CDNOW["pareto-nbd"])
    published = [0.05101, 0.09963, 0.14613, 0.19076, 0.23369, 0.27508, 0.31508, 0.35379, 0.39134]
    assert expected_new(pareto, range(1, 10)) == pytest.approx(published, abs=1e-4)
    assert expected_new(pareto, 3.0).shape == ()


def test_published_probabilities_of_counts():
    # BTYD, as in the tests of lifetimes, with the rounded parameters.
    process, theta = PROCESSES["bg-nbd"], np.log([0.243, 4.414, 0.793, 2.426])
    assert process.pmf(theta, 2, 10)[10] == pytest.approx(1.07869e-07, rel=1e-5)
    assert process.pmf(theta, 39, 0)[0] == pytest.approx(0.5737864, abs=1e-7)
    some = process.pmf(theta, 30, 20)[[11, 12, 20]]
    assert some == pytest.approx([0.0019995214, 0.0015170236, 0.0002222260], rel=1e-6)


def test_published_donors(shared_data):
    # Fader, Hardie and Shang 2010, table 6, and Hardie's spreadsheet.
    fit = fitted("bg-bb", DONATIONS)
    some = histories_of([0, 2, 6], [0, 4, 6], [6, 6, 6])
    assert p_alive(fit, some) == pytest.approx([0.11, 0.59, 0.93], abs=5e-3)
    donors = donations(shared_data)
    assert donors.n @ expected_purchases(fit, donors, 5) == pytest.approx(12884.2, abs=0.5)
    counts = frequency_pmf(fit, donors, 6)
    assert counts.expected[[0, 6]] == pytest.approx([3454.9, 1253.1], abs=0.2)
    assert counts.actual.tolist() == [3464, 1823, 1430, 1085, 1036, 1063, 1203]


@pytest.mark.parametrize("model", ["bg-nbd", "mbg-nbd"])
def test_quadrature_equals_the_closed_form(shared_data, model):
    histories = cdnow(shared_data)
    fit = fitted(model, CDNOW[model])
    times = np.array([1.0, 3.0, 39.0, 52.0])
    x, age = histories.frequency[:, None], histories.age[:, None] / 7
    alive = p_alive(fit, histories)[:, None]
    expected = alive * closed_form(model, CDNOW[model], x, age, times)
    # Where 1 is nearly taken from 1, the closed form keeps ten digits.
    assert expected_purchases(fit, histories, times) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("model", ["bg-nbd", "mbg-nbd"])
def test_many_times_at_once_are_single_times(shared_data, model):
    # Many lengths and ages are interpolated, a single one is not.
    histories = cdnow(shared_data)
    fit = fitted(model, CDNOW[model])
    times = np.arange(1.0, 105)
    together = expected_purchases(fit, histories, times)
    for place in (0, 51, 103):
        alone = expected_purchases(fit, histories, times[place])
        assert together[:, place] == pytest.approx(alone, rel=1e-9)


@pytest.mark.parametrize(
    ("parameters", "x", "age", "time"),
    [
        ((0.24, 4.4, 1.0, 2.4), 3, 20, 39),  # a = 1, where the closed form divides by 0
        ((0.24, 4.4, 1 + 1e-9, 2.4), 3, 20, 39),
        ((0.5, 0.07, 0.8, 2.4), 0, 0, 52),  # far ahead of a new customer
        ((0.5, 0.07, 0.8, 2.4), 40, 10, 52),
        ((0.5, 5.0, 300.0, 1000.0), 10, 20, 52),  # everybody alike
        ((3.0, 5.0, 0.05, 0.2), 10, 20, 52),  # customers leave at once, or never
    ],
)
def test_expectations_at_hard_places(parameters, x, age, time):
    r, alpha, a, b = parameters
    reach = time / (alpha + age)

    def bought(share):
        # By quantiles of the drop-out probability: its density may be infinite at both ends.
        p = beta.ppf(share, a, b + x)
        return -np.expm1(-(r + x) * np.log1p(p * reach)) / p if p > 0 else (r + x) * reach

    expected, error = quad(bought, 0, 1, limit=500, epsabs=1e-10, epsrel=1e-10)
    process, theta = PROCESSES["bg-nbd"], np.log(parameters)
    sums = process.future(theta, np.array([x]), np.array([age]), np.array([time]), np.ones((1, 1)))
    assert sums[0, 0] == pytest.approx(expected, rel=1e-7, abs=10 * error)


@pytest.mark.parametrize("s", [0.3, 1.0, 1 + 1e-12, 2.5])
def test_pareto_expectation_is_a_mean_over_drop_out_rates(s):
    # Alive, a rate mu leaves the customer active for (1 - e^(-mu t)) / mu of a time t.
    r, alpha, beta_, x, age, time = 0.6, 10.0, 12.0, 4, 20.0, 39.0
    rates = gamma(s, scale=1 / (beta_ + age))
    active = quad(lambda q: -np.expm1(-rates.ppf(q) * time) / rates.ppf(q), 0, 1, limit=300)[0]
    process, theta = PROCESSES["pareto-nbd"], np.log([r, alpha, s, beta_])
    sums = process.future(theta, np.array([x]), np.array([age]), np.array([time]), np.ones((1, 1)))
    assert sums[0, 0] == pytest.approx((r + x) / (alpha + age) * active, rel=1e-6)


@pytest.mark.parametrize("model", [*CDNOW, "bg-bb"])
def test_counts_have_the_expected_mean(model):
    process = PROCESSES[model]
    theta = np.log(DONATIONS if model == "bg-bb" else CDNOW[model])
    up_to = 20 if model == "bg-bb" else 3000
    share = process.pmf(theta, 20, up_to)
    assert share.sum() == pytest.approx(1, abs=1e-9)
    mean = share @ np.arange(up_to + 1)
    assert process.fresh(theta, np.array([20.0])) == pytest.approx([mean], rel=1e-7)
    assert process.pmf(theta, 0, 3) == pytest.approx([1, 0, 0, 0])


def test_only_bg_nbd_is_sure_of_one_time_buyers():
    once = histories_of([0, 0], [0, 0], [70, 270])
    assert p_alive(fitted("bg-nbd", CDNOW["bg-nbd"]), once).tolist() == [1, 1]
    for model in ("mbg-nbd", "pareto-nbd"):
        late, early = p_alive(fitted(model, CDNOW[model]), once)
        assert 0 < early < late < 1


def test_frequency_counts_add_up(shared_data):
    histories = cdnow(shared_data)
    for model, parameters in CDNOW.items():
        counts = frequency_pmf(fitted(model, parameters), histories, 7)
        assert counts.actual.sum() == counts.expected.sum().round(6) == 2357
        # The fits are good: no class is off by more than 2 % of all customers.
        assert counts.expected == pytest.approx(counts.actual, abs=47)
    assert counts.actual[:3].tolist() == [1411, 439, 214]
