"""Draws of parameters: scores against gradients, the sandwich, and limits against refits."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.models import bootstrap
from cxlib.models.bootstrap import Draws, value_interval
from cxlib.models.customer_value import customer_value
from cxlib.models.gamma_gamma import SpendLikelihood, fit_spend
from cxlib.models.parameter_draws import Fitted
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import PROCESSES
from cxlib.models.refits import Refit
from cxlib.models.sandwich import normal_draws, robust_root, scores
from cxlib.models.tuples import distinct_tuples
from cxlib.models.value_draws import Rows
from tests.bought import histories_of, simulate


def valued(histories):
    fit = fit_purchases(histories, model="bg-nbd", unit_days=7)
    spend = fit_spend(histories) if histories.spend.any() else None
    return customer_value(fit, spend, histories, horizon=39, discount=0.1, margin=1.0)


def shopping(customers, seed=5):
    rng = np.random.default_rng(seed)
    bare = simulate(rng, "bg-nbd", (0.6, 5.0, 0.8, 2.5), customers=customers)
    scale = 40 / rng.gamma(4.0, size=customers)
    spend = np.where(bare.frequency > 0, rng.gamma(5.0 * np.maximum(bare.frequency, 1)) * scale, 0)
    return histories_of(bare.frequency, bare.recency, bare.age, spend=spend)


@pytest.mark.parametrize("model", [*PROCESSES])
def test_scores_add_up_to_the_gradient(model):
    rows = np.array([[0, 0, 20, 3], [1, 5, 20, 2], [2, 20, 20, 1], [4, 9, 30, 2], [0, 0, 31, 1]])
    tuples, _ = distinct_tuples(histories_of(*rows[:, :3].T, n=rows[:, 3]), 1.0)
    bound = PROCESSES[model].likelihood(tuples)
    theta = np.log([0.7, 3.0, 0.9, 2.2])
    value, gradient = bound.value(theta, tuples.n)
    assert tuples.n @ bound.each(theta) == pytest.approx(value)
    own = scores(bound.each, Refit(bound.value, theta, theta - 1, theta + 1, np.eye(4)))
    assert tuples.n @ own == pytest.approx(gradient, abs=1e-5)
    held = theta + np.array([1, 1, 0, 0])
    pinned = scores(bound.each, Refit(bound.value, theta, theta, held, np.eye(4)))
    assert (pinned[:, 2:] == 0).all()
    assert (pinned[:, :2] == own[:, :2]).all()


def test_scores_of_spend_add_up_to_the_gradient():
    bound = SpendLikelihood.of(np.array([1.0, 1.0, 3.0]), np.array([8.0, 30.0, 51.0]))
    theta, n = np.log([4.0, 3.0, 12.0]), np.array([2.0, 1.0, 4.0])
    value, gradient = bound.value(theta, n)
    assert n @ bound.each(theta) == pytest.approx(value)
    own = scores(bound.each, Refit(bound.value, theta, theta - 1, theta + 1, np.eye(3)))
    assert n @ own == pytest.approx(gradient, abs=1e-5)


def test_the_sandwich_is_its_product():
    rng = np.random.default_rng(1)
    half, other = rng.normal(size=(9, 4)), rng.normal(size=(9, 4))
    curvature, square = half.T @ half, other.T @ other
    spread = np.linalg.inv(np.linalg.cholesky(curvature)).T
    root = robust_root(spread, square)
    inverse = np.linalg.inv(curvature)
    assert root @ root.T == pytest.approx(inverse @ square @ inverse)


def test_draws_have_the_moments_of_the_normal_distribution():
    found = normal_draws(np.random.default_rng(2), 100, 7)
    assert found.mean(axis=0) == pytest.approx(np.zeros(7), abs=1e-12)
    assert found.T @ found / 100 == pytest.approx(np.eye(7), abs=1e-12)
    # 1.96 and 0.674 are the normal's; every column is spread evenly, so that they come close.
    high = np.quantile(found, [0.75, 0.975], axis=0, method="hazen")
    assert high.mean(axis=1) == pytest.approx([0.674, 1.96], abs=0.1)
    assert normal_draws(np.random.default_rng(2), 3, 7).shape == (3, 7)


def test_drawn_parameters_spread_like_refitted_ones():
    value = valued(histories := shopping(8_000))
    fitted = Fitted.of(value, Rows.of(value, histories))
    source = fitted.refitted(np.random.default_rng(3))
    refits = [next(source) for _ in range(200)]
    drawn = list(fitted.normal(np.random.default_rng(4), 100))
    spreads = [
        np.std([np.append(one.theta, one.spend) for one in found], axis=0)
        for found in (drawn, refits)
    ]
    # 200 refits know a spread to 5 %.
    assert spreads[0] / spreads[1] == pytest.approx(np.ones(7), abs=0.2)


def test_limits_by_draws_are_those_by_refits(monkeypatch):
    value = valued(histories := shopping(20_000))
    one = value_interval(value, histories, draws=Draws())
    assert (one.drawn, one.refits) == (True, 100)
    monkeypatch.setattr(bootstrap, "LARGE", 10**9)
    two = value_interval(value, histories, draws=Draws(refits=200))
    assert not two.drawn
    for name in ("purchases", "total", "alive"):
        low, high = f"{name}_low", f"{name}_high"
        widths = [getattr(found, high) - getattr(found, low) for found in (one, two)]
        # 200 refits know a width to 7 %, 100 spread draws to 5 %.
        assert widths[0] / widths[1] == pytest.approx(1, abs=0.2)
    widths = [found.high - found.low for found in (one, two)]
    assert np.median(widths[0] / widths[1]) == pytest.approx(1, abs=0.2)
    shares = [found.top_tenth[1] - found.top_tenth[0] for found in (one, two)]
    assert shares[0] / shares[1] == pytest.approx(1, abs=0.2)


def test_parameters_hardly_known_are_refitted():
    value = valued(histories := shopping(60))
    assert Fitted.of(value, Rows.of(value, histories)).normal(np.random.default_rng(1), 9) is None
