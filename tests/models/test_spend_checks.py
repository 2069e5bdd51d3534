"""Spend checks against scipy and plain arithmetic, and what they find in planted data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.stats import spearmanr

from cxlib.models.gamma_gamma import expected_spend, fit_spend
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import expected_purchases
from cxlib.models.spend_checks import extremes, spend_holdout, spend_link
from cxlib.stats.order_amounts import OrderAmounts, SpentAfter
from cxlib.stats.purchases import MONEY
from tests.bought import cdnow, histories_of, online_retail


def test_the_link_is_spearmans(shared_data):
    for histories in (cdnow(shared_data), online_retail(shared_data)):
        used = (histories.frequency > 0) & (histories.spend > 0)
        rank = spearmanr(histories.frequency[used], histories.mean_value[used]).statistic
        found = spend_link(histories)
        assert found.rank_correlation == pytest.approx(rank)
        assert found.n == used.sum()
        assert sum(one.n for one in found.by_frequency) == found.n
        assert found.low < rank < found.high
    # Bonett & Wright's limits by hand.
    half = 1.959964 * np.sqrt((1 + rank**2 / 2) / (found.n - 3))
    assert found.low == pytest.approx(np.tanh(np.arctanh(rank) - half))
    once = found.by_frequency[0]
    mine = histories.mean_value[used][histories.frequency[used] == 1]
    assert once.mean == pytest.approx(mine.mean())
    assert once.high == pytest.approx(mine.mean() + 1.959964 * mine.std(ddof=1) / len(mine) ** 0.5)


def test_the_limits_hold_the_truth_as_often_as_they_say():
    rng = np.random.default_rng(3)
    held = 0
    for _ in range(200):
        x = rng.integers(1, 6, 150)
        spend = x * rng.gamma(3, 10, 150)
        found = spend_link(histories_of(x, x, x + 9, spend=spend))
        held += found.low <= 0 <= found.high
    assert 183 <= held <= 198


def test_few_or_equal_customers_have_no_link():
    same = histories_of([2, 2, 2, 2, 2], [5] * 5, [9] * 5, spend=[10, 20, 30, 40, 50])
    assert spend_link(same).rank_correlation is None
    three = histories_of([1, 2, 3], [5] * 3, [9] * 3, spend=[10, 20, 30])
    assert (spend_link(three).low, spend_link(three).n) == (None, 3)
    assert spend_link(histories_of([0], [0], [9])).by_frequency == ()


def test_extremes_by_hand():
    amounts = np.array([1, 2, 3, 994]) * MONEY
    found = extremes(OrderAmounts(amounts, np.array([997, 1, 1, 1]), 1000, 0, 0, 0, 0))
    assert (found.most, found.median, found.cap) == (994, 1, 3)
    money = dict(zip(found.shares, found.money, strict=True))
    assert money[0.001] == pytest.approx(994 / 1996)
    assert money[0.01] == pytest.approx((994 + 3 + 2 + 7) / 1996)
    nothing = OrderAmounts(np.array([0]), np.array([5]), 5, 5, 0, 0, 0)
    assert extremes(nothing).money is None


def test_the_holdout_by_hand(shared_data):
    histories = cdnow(shared_data)
    fit, spend = fit_purchases(histories, model="bg-nbd", unit_days=7), fit_spend(histories)
    rng = np.random.default_rng(1)
    later = (histories.holdout * rng.gamma(4, 9, histories.n.size) * MONEY).astype(np.int64)
    found = spend_holdout(fit, spend, SpentAfter(histories, later), length=39)
    amounts, seen = expected_spend(spend, histories), later / MONEY
    predicted = expected_purchases(fit, histories, 39) * amounts
    assert found.model.predicted == pytest.approx(predicted.sum())
    assert found.model.actual == pytest.approx(seen.sum())
    assert found.model.mae == pytest.approx(np.abs(predicted - seen).mean())
    assert found.model.rank_correlation == pytest.approx(spearmanr(predicted, seen).statistic)
    expected, mean, error = found.amount
    bought = histories.holdout
    assert expected == pytest.approx((bought @ amounts) / bought.sum())
    assert mean == pytest.approx(seen.sum() / bought.sum())
    assert error == pytest.approx(expected / mean - 1)
    age = histories.age / 7
    own = np.where(histories.frequency > 0, histories.mean_value, spend.mean)
    rule = histories.frequency / age * 39 * own
    assert found.same_rate.mae == pytest.approx(np.abs(rule - seen).mean())
    assert found.recency.predicted < found.same_rate.predicted
    silent = replace(histories, holdout=np.zeros_like(later))
    nobody = spend_holdout(fit, spend, SpentAfter(silent, later * 0), length=39)
    assert (nobody.amount, nobody.model.error) == (None, None)
