"""McFadden shares against likelihoods that scipy maximises, subset by subset."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from scipy.optimize import minimize

from cxlib.models.logistic_importance import SUBSAMPLE, logistic_slopes, mcfadden_shares


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
    shares, drawn = mcfadden_shares(x, y, np.ones(len(y)), draws=5)
    assert shares == pytest.approx(gains, abs=2e-5)
    assert drawn.shape == (5, 3)
    assert np.sign(logistic_slopes(x, y, np.ones(len(y))))[:2].tolist() == [1, -1]


def test_counted_combinations_equal_single_rows():
    x, y = answers(400)
    rows, times = np.unique(np.column_stack([y, x]), axis=0, return_counts=True)
    single, _ = mcfadden_shares(x, y, np.ones(len(y)), draws=1)
    counted, _ = mcfadden_shares(rows[:, 1:], rows[:, 0], times.astype(float), draws=1)
    assert counted == pytest.approx(single, abs=1e-9)


def test_separated_answers_end_in_a_number():
    x = np.array([[1.0], [2], [3], [4]])
    shares, drawn = mcfadden_shares(x, np.array([0.0, 0, 1, 1]), np.full(4, 10.0), draws=3)
    assert shares[0] == pytest.approx(1, abs=1e-3)
    assert np.isfinite(drawn).all()


def test_large_samples_are_drawn_small_and_their_spread_scaled_down():
    x, y = answers(4 * SUBSAMPLE)
    times = np.ones(len(y))
    _, drawn = mcfadden_shares(x, y, times, draws=40)
    whole = [
        mcfadden_shares(*answers(4 * SUBSAMPLE, seed), times, draws=1)[0] for seed in range(40)
    ]
    # The spread of shares over 40 new samples of this size; each is known within 25 % or so.
    assert drawn.std(axis=0)[:1] == pytest.approx(np.std(whole, axis=0)[:1], rel=0.5)
