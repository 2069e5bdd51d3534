"""Limits of single customers: by the Hessian, shared by equal histories, in their order."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.models.bootstrap import Draws, value_interval
from cxlib.models.concentration import concentration
from cxlib.models.customer_limits import customer_limits
from cxlib.models.customer_value import customer_value
from cxlib.models.gamma_gamma import fit_spend
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PROCESSES
from cxlib.models.tuples import distinct_tuples
from tests.bought import cdnow, histories_of


@pytest.fixture(scope="module")
def sample(shared_data):
    histories = cdnow(shared_data)
    fit, spend = fit_purchases(histories, model="pareto-nbd", unit_days=7), fit_spend(histories)
    return histories, customer_value(fit, spend, histories, horizon=39, discount=0.1, margin=1)


def test_p_alive_spreads_like_the_hessian_says(sample):
    histories, value = sample
    interval = value_interval(value, histories, draws=Draws(refits=100))
    fit = value.fit
    rng = np.random.default_rng(2)
    tuples, place = distinct_tuples(histories, 7)
    bound = PROCESSES["pareto-nbd"].likelihood(tuples)
    thetas = rng.multivariate_normal(fit.theta, np.array(fit.log_covariance), 300)
    alive = np.array([bound.alive(theta) for theta in thetas])[:, place]
    low, high = np.quantile(alive, [0.025, 0.975], axis=0)
    width, other = interval.p_alive[1] - interval.p_alive[0], high - low
    # Normal draws of log parameters and refits agree on the width of most customers' limits.
    known = other > 0.001
    assert known.mean() > 0.9
    assert np.median(width[known] / other[known]) == pytest.approx(1, abs=0.25)
    assert (interval.p_alive[0] <= value.p_alive).all()
    assert (value.p_alive <= interval.p_alive[1]).all()
    assert interval.alive_low < value.p_alive.mean() < interval.alive_high
    assert (interval.purchases[0] <= value.purchases).all()
    assert (value.purchases <= interval.purchases[1]).all()
    top = concentration(value.clv, value.n).top_tenth
    assert interval.top_tenth[0] < top < interval.top_tenth[1]
    assert interval.top_tenth[1] - interval.top_tenth[0] < 0.1


def test_customers_have_the_limits_of_their_history(sample):
    histories, value = sample
    rows = np.stack(
        [histories.frequency, histories.recency, histories.age, histories.spend], axis=1
    )
    distinct, back, n = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    counted = histories_of(*distinct[:, :3].T, spend=distinct[:, 3] / 10_000, n=n)
    whole = customer_value(value.fit, value.spend_fit, counted, horizon=39, discount=0.1, margin=1)
    interval = value_interval(whole, counted, draws=Draws(refits=20))
    found = customer_limits(interval, counted, histories)
    back = back.ravel()
    assert (found.p_alive == interval.p_alive[:, back]).all()
    assert (found.purchases == interval.purchases[:, back]).all()
    assert (found.clv == np.stack([interval.low, interval.high])[:, back]).all()
    assert (found.clv[0] <= value.clv + 1e-9).all()
    assert customer_limits(interval, counted, histories, leaving=False).p_alive is None
    quick = value_interval(whole, counted, each=False, draws=Draws(refits=2))
    assert customer_limits(quick, counted, histories) is None
    assert quick.top_tenth is None
