"""Spend: published fit and expectations, a planted one, and amounts that say little."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import gammaln

from cxlib.errors import NotEnoughData
from cxlib.models.gamma_gamma import SpendLikelihood, expected_spend, fit_spend
from tests.bought import cdnow, histories_of


def repeaters(x, mean, **more):
    """Histories of customers with x repeat purchases of a mean amount."""
    x = np.asarray(x)
    return histories_of(x, x, x + 5, spend=x * np.asarray(mean), **more)


def test_published_fit_of_cdnow(shared_data):
    # Fader and Hardie, note 025: 6.25, 3.74, 15.44; log-likelihood as in the tests of CLVTools.
    histories = cdnow(shared_data)
    fit = fit_spend(histories)
    assert (fit.p, fit.q, fit.v) == pytest.approx((6.2496, 3.7442, 15.4435), rel=1e-4)
    assert fit.log_likelihood == pytest.approx(-4055.9177, abs=1e-3)
    assert (fit.n, fit.left_out, fit.notes) == (946, 0, ())
    # The first ten customers, as in the tests of lifetimes.
    published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    assert expected_spend(fit, histories)[:10] == pytest.approx(published, abs=0.01)
    used = histories.frequency > 0
    plain = np.corrcoef(histories.frequency[used], histories.mean_value[used])[0, 1]
    assert fit.correlation == pytest.approx(plain, rel=1e-9)


def test_planted_parameters_are_found_again():
    rng = np.random.default_rng(11)
    p, q, v = 5.0, 4.0, 30.0
    x = rng.integers(1, 8, 5000)
    mean = rng.gamma(p * x, 1 / (rng.gamma(q, 1 / v, x.size) * x))
    fit = fit_spend(repeaters(x, mean))
    error = (np.array([fit.p, fit.q, fit.v]) - (p, q, v)) / fit.standard_errors
    assert np.abs(error).max() < 4
    assert fit.mean == pytest.approx(p * v / (q - 1), rel=0.05)


paid = st.lists(
    st.tuples(st.integers(1, 6), st.floats(0.5, 50), st.integers(1, 4)), min_size=1, max_size=8
)


@settings(max_examples=50, deadline=None)
@given(rows=paid, theta=st.lists(st.floats(-1, 2), min_size=3, max_size=3).map(np.array))
def test_likelihood_is_the_published_one_and_counts_repeat(rows, theta):
    rows = np.array(sorted(rows))
    x, mean, n = rows.T
    p, q, v = np.exp(theta)
    # Fader and Hardie, note 025, equation 1a.
    terms = (
        gammaln(p * x + q) - gammaln(p * x) - gammaln(q)
        + q * np.log(v) + (p * x - 1) * np.log(mean) + p * x * np.log(x)
        - (p * x + q) * np.log(v + x * mean)
    )  # fmt: skip
    value = partial(SpendLikelihood.of(x, x * mean).value, n=n)
    assert value(theta)[0] == pytest.approx(n @ terms, rel=1e-9, abs=1e-9)
    slopes = [(value(theta + h)[0] - value(theta - h)[0]) / 2e-5 for h in 1e-5 * np.eye(3)]
    assert value(theta)[1] == pytest.approx(slopes, rel=1e-5, abs=1e-5)
    again = np.repeat(rows, n.astype(int), axis=0)
    alone = SpendLikelihood.of(again[:, 0], again[:, 0] * again[:, 1])
    assert alone.value(theta, np.ones(len(again)))[0] == pytest.approx(value(theta)[0], rel=1e-12)


def test_the_currency_changes_v_alone():
    rng = np.random.default_rng(4)
    x, mean = rng.integers(1, 5, 200), rng.gamma(2, 10, 200)
    one, other = fit_spend(repeaters(x, mean)), fit_spend(repeaters(x, mean * 1000))
    # Amounts are stored in ten-thousandths, hence not to all digits.
    assert (other.p, other.q, other.v) == pytest.approx((one.p, one.q, 1000 * one.v), rel=1e-3)
    shift = 200 * np.log(1000)
    assert other.log_likelihood == pytest.approx(one.log_likelihood - shift, abs=0.01)


def test_everybody_spends_the_same():
    fit = fit_spend(repeaters([1, 2, 3, 4] * 10, [25.0] * 40))
    assert expected_spend(fit, repeaters([1, 4], [25.0, 25.0])) == pytest.approx(25, rel=1e-3)
    assert fit.mean == pytest.approx(25, rel=1e-3)
    assert fit.correlation is None
    assert fit.standard_errors is None
    assert fit.notes == ("Customers hardly differ in what they spend, or each hardly varies.",)


def test_amounts_without_a_mean():
    rng = np.random.default_rng(0)
    mean = np.exp(4 * rng.normal(size=60))
    histories = repeaters([1, 2] * 30, mean)
    fit = fit_spend(histories)
    assert fit.q == pytest.approx(1.01)
    assert fit.mean == pytest.approx(mean.mean(), rel=1e-3)
    assert np.isfinite(expected_spend(fit, histories)).all()
    assert "the model has no mean" in fit.notes[0]


def test_refunds_are_left_out_and_said():
    rng = np.random.default_rng(1)
    x, mean = np.ones(50), rng.gamma(3, 10, 50)
    mean[:4] = -5, 0, -1, -2
    histories = repeaters(x, mean)
    fit = fit_spend(histories)
    assert (fit.n, fit.left_out) == (46, 4)
    assert fit.notes[-1].startswith("4 repeat buyers whose amounts sum to 0 or less")
    assert (expected_spend(fit, histories) > 0).all()


def test_frequent_buyers_who_spend_more_are_said():
    rng = np.random.default_rng(2)
    x = rng.integers(1, 9, 300)
    fit = fit_spend(repeaters(x, rng.gamma(5, x)))
    assert fit.correlation > 0.5
    assert any(note.startswith("Frequency and amount are correlated (0.") for note in fit.notes)


def test_too_few():
    with pytest.raises(
        NotEnoughData, match="at least 10 paying repeat buyers; this selection has 9"
    ):
        fit_spend(repeaters([1] * 9, [5.0] * 9))
