"""McFadden shares against likelihoods that scipy maximises, subset by subset."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from scipy.optimize import minimize

from cxlib.models import logistic_importance
from cxlib.models.logistic_importance import affordable, mcfadden_shares


def answers(n: int, seed: int = 4):
    draw = np.random.default_rng(seed)
    common = draw.normal(size=n)
    x = np.clip(np.rint(3 + common[:, None] + draw.normal(size=(n, 3))), 1, 5)
    odds = -2.5 + 0.8 * x[:, 0] - 0.4 * x[:, 1]
    return x, (draw.random(n) < 1 / (1 + np.exp(-odds))).astype(float)


def log_likelihood(x, y):
    if x.shape[1] == 0:
        share = y.mean()
        return len(y) * (share * np.log(share) + (1 - share) * np.log(1 - share))
    ones = np.column_stack([np.ones(len(x)), x - x.mean(axis=0)])

    def cost(slopes):
        odds = ones @ slopes
        return (np.logaddexp(0, odds) - y * odds).sum()

    return -minimize(cost, np.zeros(ones.shape[1]), method="BFGS").fun


def test_shares_equal_the_average_over_orders_of_separate_fits():
    x, y = answers(400)
    null = log_likelihood(x[:, []], y)
    gains = np.zeros(3)
    orders = list(permutations(range(3)))
    for order in orders:
        for turn, driver in enumerate(order):
            fits = [1 - log_likelihood(x[:, list(order[:k])], y) / null for k in (turn, turn + 1)]
            gains[driver] += (fits[1] - fits[0]) / len(orders)
    ones = np.ones(len(y))
    shares, drawn, slopes = mcfadden_shares(x, y, ones, np.tile(ones, (5, 1)))
    assert shares == pytest.approx(gains, abs=2e-5)
    assert drawn == pytest.approx(np.tile(shares, (5, 1)), abs=1e-6)  # the same sample again
    assert np.sign(slopes)[:2].tolist() == [1, -1]


def test_counted_combinations_equal_single_rows():
    x, y = answers(400)
    rows, times = np.unique(np.column_stack([y, x]), axis=0, return_counts=True)
    single = mcfadden_shares(x, y, np.ones(len(y)), np.ones((1, len(y))))[0]
    counted = mcfadden_shares(rows[:, 1:], rows[:, 0], times.astype(float), np.ones((1, len(rows))))
    assert counted[0] == pytest.approx(single, abs=1e-9)


def test_separated_answers_end_in_a_number():
    x = np.array([[1.0], [2], [3], [4]])
    counts = np.array([[10.0, 12, 8, 10], [0, 0, 20, 20]])
    shares, drawn, _ = mcfadden_shares(x, np.array([0.0, 0, 1, 1]), np.full(4, 10.0), counts)
    assert shares[0] == pytest.approx(1, abs=1e-3)
    assert np.isfinite(drawn).all()


def test_one_step_finds_the_shares_of_samples_fitted_to_the_end():
    x, y = answers(600)
    draw = np.random.default_rng(3)
    counts = draw.poisson(1.0, (40, len(y))).astype(float)
    _, drawn, _ = mcfadden_shares(x, y, np.ones(len(y)), counts)
    whole = np.array(
        [mcfadden_shares(x[w > 0], y[w > 0], w[w > 0], w[w > 0][None])[0] for w in counts]
    )
    # Shares spread by some 0.03; one step misses the full fit by a tenth of that.
    assert np.abs(drawn - whole).max() < 0.1 * whole.std(axis=0).max()
    assert drawn.std(axis=0) == pytest.approx(whole.std(axis=0), rel=0.1)


def test_subsets_fitted_in_parts_are_those_fitted_at_once(monkeypatch):
    x, y = answers(200)
    counts = np.random.default_rng(3).poisson(1.0, (4, len(y))).astype(float)
    whole = mcfadden_shares(x, y, np.ones(len(y)), counts)
    monkeypatch.setattr(logistic_importance, "AT_ONCE", 600)
    for one, other in zip(mcfadden_shares(x, y, np.ones(len(y)), counts), whole, strict=True):
        assert one == pytest.approx(other, abs=1e-8)


def test_twelve_drivers_are_affordable_and_thirteen_are_not():
    assert affordable(2000, 12)
    assert not affordable(100, 13)
    assert not affordable(200_000, 12)
