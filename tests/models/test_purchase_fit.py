"""Fits: published parameters, planted parameters found again, and data that carry little."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.special import gammaln

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.purchase_fit import CONTINUOUS, MODELS, fit_purchases
from cxlib.models.purchase_model import PROCESSES, expected_purchases, p_alive
from tests.bought import cdnow, donations, histories_of, online_retail, simulate

# CDNOW in weeks. Fader, Hardie and Lee 2005 (BG/NBD, Pareto/NBD) and BTYDplus (MBG/NBD), as
# printed in the tests of CLVTools and lifetimes, with more digits from an independent fit.
PUBLISHED = {
    "bg-nbd": ((0.24259, 4.41360, 0.79292, 2.42591), -9582.4292),
    "mbg-nbd": ((0.52484, 6.18309, 0.89136, 1.61400), -9582.1357),
    "pareto-nbd": ((0.55328, 10.57768, 0.60624, 11.66873), -9594.9762),
}
read_cdnow = cache(cdnow)


def values(fit):
    return [value for _, value in fit.parameters]


@pytest.mark.parametrize("model", PUBLISHED)
def test_published_fits_of_cdnow(shared_data, model):
    fit = fit_purchases(read_cdnow(shared_data), model=model, unit_days=7)
    expected, log_likelihood = PUBLISHED[model]
    assert values(fit) == pytest.approx(expected, rel=2e-5)
    assert fit.log_likelihood == pytest.approx(log_likelihood, abs=1e-3)
    assert fit.aic == pytest.approx(8 - 2 * log_likelihood, abs=2e-3)
    assert (fit.model, fit.n, fit.unit_days, fit.no_dropout) == (model, 2357, 7, False)
    assert fit.notes[0] == "The search settled on a clear maximum of the likelihood."


def test_published_standard_errors(shared_data):
    # CLVTools, tests of the Pareto/NBD without covariates.
    fit = fit_purchases(read_cdnow(shared_data), model="pareto-nbd", unit_days=7)
    assert fit.standard_errors == pytest.approx((0.0476264, 0.8427222, 0.1872594, 6.2105448), 1e-3)
    spread = np.sqrt(np.diag(fit.log_covariance))
    assert fit.standard_errors == pytest.approx(spread * values(fit), rel=1e-12)


def test_published_fit_of_donations(shared_data):
    # Fader, Hardie and Shang 2010, as in the tests of lifetimes.
    fit = fit_purchases(donations(shared_data), model="bg-bb", unit_days=365.25)
    assert values(fit) == pytest.approx((1.20352, 0.74972, 0.65672, 2.78344), rel=1e-4)
    assert fit.log_likelihood == pytest.approx(-33225.5813, abs=1e-3)
    assert fit.n == 11104
    assert [name for name, _ in fit.parameters] == ["alpha", "beta", "gamma", "delta"]


def test_best_has_the_highest_log_likelihood(shared_data):
    fit = fit_purchases(read_cdnow(shared_data), model="best", unit_days=7)
    assert fit.model == "mbg-nbd"
    assert fit.notes[0] == (
        "Chosen for the highest log-likelihood: "
        "bg-nbd -9582.43, mbg-nbd -9582.14, pareto-nbd -9594.98."
    )


@pytest.mark.parametrize("model", CONTINUOUS)
def test_the_unit_of_time_changes_names_not_facts(shared_data, model):
    histories = read_cdnow(shared_data)
    weeks, days = (fit_purchases(histories, model=model, unit_days=unit) for unit in (7, 1))
    stretch = [7.0 if place in PROCESSES[model].timed else 1.0 for place in range(4)]
    assert values(days) == pytest.approx(np.multiply(values(weeks), stretch), rel=1e-5)
    purchases = int(histories.n @ histories.frequency)
    shift = purchases * np.log(7)
    assert days.log_likelihood == pytest.approx(weeks.log_likelihood - shift, abs=1e-4)
    ahead = expected_purchases(weeks, histories, 39)
    assert expected_purchases(days, histories, 273) == pytest.approx(ahead, rel=1e-6)


@pytest.mark.parametrize(
    ("model", "planted"),
    [
        ("bg-nbd", (0.6, 5.0, 0.8, 2.5)),
        ("mbg-nbd", (0.9, 5.0, 0.8, 2.5)),
        ("pareto-nbd", (0.8, 6.0, 0.7, 14.0)),
    ],
)
def test_planted_parameters_are_found_again(model, planted):
    rng = np.random.default_rng(2024)
    histories = simulate(rng, model, planted, customers=6000)
    fit = fit_purchases(histories, model=model, unit_days=7)
    error = (np.array(values(fit)) - planted) / fit.standard_errors
    # Four estimates within 4 standard errors; purchases put into whole days cost well under one.
    assert np.abs(error).max() < 4
    # The data are informative: otherwise the line above says nothing.
    assert max(np.divide(fit.standard_errors, planted)) < 0.5


def test_planted_opportunities_are_found_again():
    rng = np.random.default_rng(7)
    planted, n, customers = (1.2, 2.0, 0.7, 5.0), 30, 8000
    buys = rng.beta(*planted[:2], customers)
    lives = rng.geometric(rng.beta(*planted[2:], customers)) - 1
    bought = (rng.random((customers, n)) < buys[:, None]) & (np.arange(n) < lives[:, None])
    last = (bought * np.arange(1, n + 1)).max(axis=1)
    histories = histories_of(bought.sum(axis=1), last, np.full(customers, n))
    fit = fit_purchases(histories, model="bg-bb", unit_days=7)
    error = (np.array(values(fit)) - planted) / fit.standard_errors
    assert np.abs(error).max() < 4


def nbd_maximum(x, age):
    """Highest log-likelihood of purchases without drop-out, and its parameters."""

    def descent(theta):
        r, alpha = np.exp(theta)
        terms = gammaln(r + x) - gammaln(r) + r * np.log(alpha) - (r + x) * np.log(alpha + age)
        return -terms.sum()

    end = minimize(descent, [0.0, 1.0], method="Nelder-Mead", options={"xatol": 1e-9})
    return -end.fun, np.exp(end.x)


@pytest.mark.parametrize("model", CONTINUOUS)
def test_a_shop_without_visible_drop_out(shared_data, model):
    histories = online_retail(shared_data)
    fit = fit_purchases(histories, model=model, unit_days=7)
    x, age = histories.frequency, histories.age / 7
    highest, (r, alpha) = nbd_maximum(x, age)
    assert fit.no_dropout
    assert fit.log_likelihood == pytest.approx(highest, abs=1e-3)
    assert values(fit) == pytest.approx((r, alpha, 0, 1), rel=1e-4)
    assert fit.standard_errors is None
    assert fit.aic == pytest.approx(4 - 2 * fit.log_likelihood)
    assert expected_purchases(fit, histories, 12) == pytest.approx(
        12 * (r + x) / (alpha + age), 1e-4
    )
    assert (p_alive(fit, histories) == 1).all()
    assert fit.notes[-1].startswith(
        "No drop-out is visible in this window; the model reduces to NBD"
    )


def test_drop_out_that_is_there_is_kept():
    rng = np.random.default_rng(5)
    histories = simulate(rng, "bg-nbd", (0.6, 5.0, 0.8, 2.5), customers=400)
    assert not fit_purchases(histories, model="bg-nbd", unit_days=7).no_dropout


@pytest.mark.parametrize("model", PROCESSES)
def test_nobody_bought_again(model):
    histories = histories_of([0, 0, 0], [0, 0, 0], [100, 90, 0])
    with pytest.raises(NotEnoughData, match=r"at least 1 repeat buyer; this selection has 0\. Wid"):
        fit_purchases(histories, model=model, unit_days=7)


@pytest.mark.parametrize("model", PROCESSES)
@pytest.mark.parametrize(
    "rows",
    [
        [(1, 1, 1)],
        [(3, 20, 30)],
        [(2, 10, 40)] * 30,
        [(0, 0, 50)] * 29 + [(1, 3, 50)],
        [(5, 50, 50), (0, 0, 0)],
        [(60, 60, 60)] * 5 + [(0, 0, 60)] * 5,
    ],
)
def test_data_that_carry_little_give_finite_answers(model, rows):
    histories = histories_of(*np.array(rows).T)
    fit = fit_purchases(histories, model=model, unit_days=7)
    assert np.isfinite([*values(fit), fit.log_likelihood]).all()
    assert ((p_alive(fit, histories) >= 0) & (p_alive(fit, histories) <= 1)).all()
    ahead = expected_purchases(fit, histories, 52)
    assert np.isfinite(ahead).all()
    assert (ahead >= 0).all()
    assert any("rough" in note for note in fit.notes) == (len(rows) < 30 or rows[0][0] == 0)


@settings(max_examples=20, deadline=None)
@given(
    model=st.sampled_from(CONTINUOUS),
    rows=st.lists(
        st.tuples(st.integers(0, 6), st.integers(0, 30), st.integers(0, 30)),
        min_size=1,
        max_size=25,
    ),
)
def test_small_data_never_break(model, rows):
    x, extra, idle = np.array([*rows, (1, 3, 5)]).T
    last = np.where(x > 0, x + extra, 0)
    histories = histories_of(x, last, last + idle)
    fit = fit_purchases(histories, model=model, unit_days=1)
    assert np.isfinite([*values(fit), fit.log_likelihood, fit.aic]).all()
    assert np.isfinite(expected_purchases(fit, histories, 30)).all()


def test_options_that_do_not_exist():
    histories = histories_of([1], [1], [2])
    with pytest.raises(BadOption, match="no purchase model 'bgnbd'; choose bg-nbd, mbg-nbd"):
        fit_purchases(histories, model="bgnbd", unit_days=7)
    with pytest.raises(BadOption, match="longer than 0 days; it is 0"):
        fit_purchases(histories, model="bg-nbd", unit_days=0)
    assert MODELS == ("bg-nbd", "mbg-nbd", "pareto-nbd", "bg-bb", "best")


def test_limits_of_a_single_customer_are_said_to_have_no_width():
    fits = [
        fit_purchases(histories_of(*np.array(rows).T), model="bg-nbd", unit_days=7)
        for rows in ([(3, 100, 200)], [(3, 100, 200)] * 2)
    ]
    said = [any("one customer only" in note for note in fit.notes) for fit in fits]
    assert said == [True, False]


def test_one_customer_who_buys_more_than_the_rest_is_named():
    # 98 of 98 + 60 repeat purchases are 62 %.
    rows = [*([(2, 100, 200)] * 30), (98, 290, 300)]
    fit = fit_purchases(histories_of(*np.array(rows).T), model="bg-nbd", unit_days=7)
    assert any("One customer made 62% of all repeat purchases" in note for note in fit.notes)
    even = fit_purchases(histories_of(*np.array(rows[:-1]).T), model="bg-nbd", unit_days=7)
    assert not any("One customer" in note for note in even.notes)


def test_an_end_long_after_nearly_everybody_bought_is_named():
    # A mistyped year: one customer's last day stretches the time observed for all.
    rows = [*([(3, 200, 9_000)] * 60), (1, 9_000, 9_000)]
    fit = fit_purchases(histories_of(*np.array(rows).T), model="bg-nbd", unit_days=7)
    assert any("Only 1 of 61 customers bought in the later half" in note for note in fit.notes)
    usual = fit_purchases(
        simulate(np.random.default_rng(5), "bg-nbd", (0.6, 5, 0.8, 2.5), customers=300),
        model="bg-nbd",
        unit_days=7,
    )
    assert not any("later half" in note for note in usual.notes)
