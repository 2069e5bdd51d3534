"""Shares of R2: the golden numbers, brute force over all orders, and what any sample obeys."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.models.importance import (
    Orders,
    lmg,
    relative_weights,
    sampled_lmg,
    sampling_error,
    shapley,
    subsets_r2,
)

# METHODS, section 2: R and r; relative weights, LMG and R2 to four digits.
GOLDEN = np.array(
    [[1, 0.5, 0.45, 0.35], [0.5, 1, 0.6, 0.3], [0.45, 0.6, 1, 0.4], [0.35, 0.3, 0.4, 1]]
)


def sample(seed: int, columns: int, rows: int = 60):
    draw = np.random.default_rng(seed)
    return draw.normal(size=(rows, columns)) @ draw.normal(size=(columns, columns))


def r2_of(data, drivers):
    """R2 of least squares on the rows themselves."""
    y = data[:, 0] - data[:, 0].mean()
    x = np.column_stack([np.ones(len(data)), data[:, list(drivers)]])
    left = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    return 1 - (left @ left) / (y @ y)


def by_orders(data):
    """Gain of R2 at each driver's turn, averaged over every order: Groemping 2006, equation 4."""
    k = data.shape[1] - 1
    gains = np.zeros(k)
    orders = list(permutations(range(1, k + 1)))
    for order in orders:
        for turn, driver in enumerate(order):
            gains[driver - 1] += r2_of(data, order[: turn + 1]) - r2_of(data, order[:turn])
    return gains / len(orders)


def test_golden_numbers():
    assert lmg(GOLDEN[None])[0] == pytest.approx([0.1506, 0.0983, 0.0627], abs=5e-5)
    assert relative_weights(GOLDEN[None])[0] == pytest.approx([0.1511, 0.0958, 0.0647], abs=5e-5)
    assert lmg(GOLDEN[None]).sum() == pytest.approx(0.3116, abs=5e-5)
    assert relative_weights(GOLDEN[None]).sum() == pytest.approx(0.3116, abs=5e-5)


@pytest.mark.parametrize("seed", range(4))
def test_lmg_equals_the_average_over_all_orders_of_the_rows(seed):
    data = sample(seed, 5)
    found = lmg(np.corrcoef(data.T)[None])[0]
    assert found == pytest.approx(by_orders(data), abs=1e-9)


def test_every_subset_has_its_r2():
    data = sample(9, 5)
    found = subsets_r2(np.corrcoef(data.T)[None])[:, 0]
    for subset, value in enumerate(found):
        drivers = [1 + j for j in range(4) if subset >> j & 1]
        assert value == pytest.approx(r2_of(data, drivers), abs=1e-9)


def test_samples_are_computed_side_by_side_as_alone():
    each = np.array([np.corrcoef(sample(seed, 4).T) for seed in range(3)])
    for method in (lmg, relative_weights):
        together = method(each)
        for place in range(3):
            assert together[place] == pytest.approx(method(each[place][None])[0], abs=1e-12)


def test_sampled_orders_come_near_all_orders():
    correlations = np.corrcoef(sample(3, 9, 200).T)[None]
    exact = lmg(correlations)[0]
    found = sampled_lmg(correlations, Orders.drawn(8))[0]
    # 2,000 orders: a gain varies by less than R2 = 1, so its mean by less than 0.5 / sqrt(2000).
    assert np.abs(found - exact).max() < 4 * 0.5 / np.sqrt(2000)
    assert found.sum() == pytest.approx(exact.sum(), abs=1e-7)


def test_the_error_of_sampling_is_what_other_orders_show():
    correlations = np.corrcoef(sample(3, 9, 200).T)[None]
    few = [Orders.drawn(8, orders=100, seed=seed) for seed in range(200)]
    found = np.array([sampled_lmg(correlations, one)[0] for one in few])
    told = np.mean([sampling_error(correlations[0], one) for one in few], axis=0)
    # A spread of 200 is known within 5 %; exact shares lie where the sampled ones scatter about.
    assert told == pytest.approx(found.std(axis=0), rel=0.2)
    assert found.mean(axis=0) == pytest.approx(lmg(correlations)[0], abs=4 * told.max() / 200**0.5)


def test_sampling_is_the_same_each_time():
    assert (Orders.drawn(20).places == Orders.drawn(20).places).all()
    assert (Orders.drawn(20).places != Orders.drawn(20, seed=2).places).any()


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.integers(1, 6))
def test_shares_are_not_negative_and_add_up_to_r2(seed, k):
    data = sample(seed, k + 1)
    correlations = np.corrcoef(data.T)[None]
    whole = r2_of(data, range(1, k + 1))
    for method in (lmg, relative_weights):
        found = method(correlations)[0]
        assert (found >= -1e-12).all()
        assert found.sum() == pytest.approx(whole, abs=1e-8)


def test_uncorrelated_drivers_get_their_squared_correlation():
    correlations = np.eye(4)
    correlations[0, 1:] = correlations[1:, 0] = [0.5, -0.3, 0.1]
    for method in (lmg, relative_weights):
        assert method(correlations[None])[0] == pytest.approx([0.25, 0.09, 0.01])


def test_two_copies_of_a_driver_share_alike():
    data = sample(5, 3)
    twice = np.column_stack([data, data[:, 1]])
    found = lmg(np.corrcoef(twice.T)[None])[0]
    assert found[0] == pytest.approx(found[2], abs=1e-6)
    assert found.sum() == pytest.approx(r2_of(data, (1, 2)), abs=1e-6)


def test_shapley_of_a_game_of_gloves():
    # Shapley 1953: two left gloves and one right make a pair worth 1; the right one gets 2/3.
    worth = np.array([[float(s & 4 and s & 3 != 0)] for s in range(8)])
    assert shapley(worth)[0] == pytest.approx([1 / 6, 1 / 6, 2 / 3])
