"""The holdout check against scipy on one row a customer, and a published split."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from cxlib.models.holdout import holdout_check
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import expected_purchases
from tests.bought import cdnow, histories_of


@pytest.fixture(scope="module")
def checked(shared_data):
    histories = cdnow(shared_data)
    fit = fit_purchases(histories, model="bg-nbd", unit_days=7)
    return histories, fit, holdout_check(fit, histories, 39)


def test_cdnow_39_weeks_later(checked):
    histories, fit, found = checked
    predicted = expected_purchases(fit, histories, 39)
    actual = histories.holdout
    rate = np.where(histories.age > 0, histories.frequency / (histories.age / 7), 0)
    # 1,882 purchases counted with pandas; 1,653 expected at the published parameters.
    assert (found.n, found.actual, found.length) == (2357, 1882, 39)
    assert found.predicted == pytest.approx(1653.4, abs=0.1)
    assert found.error == pytest.approx(1653.4 / 1882 - 1, abs=1e-4)
    assert found.naive == pytest.approx(39 * rate.sum())
    assert found.mae == pytest.approx(np.abs(predicted - actual).mean())
    assert found.naive_mae == pytest.approx(np.abs(39 * rate - actual).mean())
    assert found.rank_correlation == pytest.approx(spearmanr(predicted, actual)[0], abs=1e-9)
    # The naive rate, which lets nobody leave, expects far too much.
    assert found.naive > 1.3 * found.actual


def test_means_by_frequency(checked):
    histories, fit, found = checked
    predicted = expected_purchases(fit, histories, 39)
    assert [group.frequency for group in found.by_frequency] == list(range(8))
    assert [group.and_more for group in found.by_frequency] == [False] * 7 + [True]
    once, many = found.by_frequency[0], found.by_frequency[7]
    assert (once.n, many.n) == (1411, 64)
    seen = histories.frequency >= 7
    assert many.actual == pytest.approx(histories.holdout[seen].mean())
    assert many.predicted == pytest.approx(predicted[seen].mean())
    assert sum(group.n * group.actual for group in found.by_frequency) == pytest.approx(1882)


def test_the_tenth_predicted_to_buy_most(checked):
    histories, fit, found = checked
    order = np.argsort(-expected_purchases(fit, histories, 39))
    bought = histories.holdout[order]
    share = bought[:236].sum() / bought.sum()
    # 235.7 customers are a tenth; a tie at the border moves the share a little.
    assert found.top_tenth == pytest.approx(share, abs=0.005)
    assert found.top_tenth > 0.4


def test_counts_are_customers(checked):
    histories, fit, _ = checked
    rows = np.stack(
        [histories.frequency, histories.recency, histories.age, histories.holdout], axis=1
    )
    distinct, n = np.unique(rows, axis=0, return_counts=True)
    counted = histories_of(*distinct[:, :3].T, n=n, holdout=distinct[:, 3])
    one, other = holdout_check(fit, counted, 39), holdout_check(fit, histories, 39)
    for name in ("actual", "predicted", "naive", "mae", "rank_correlation", "top_tenth"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-9)


def test_nobody_bought_in_the_holdout(checked):
    _, fit, _ = checked
    found = holdout_check(fit, histories_of([1, 2], [7, 9], [0 + 9, 9], holdout=[0, 0]), 4)
    assert (found.actual, found.error, found.rank_correlation, found.top_tenth) == (0, *[None] * 3)
    assert found.mae == pytest.approx(found.predicted / 2)


def test_the_last_day_has_no_past_rate(checked):
    _, fit, _ = checked
    found = holdout_check(fit, histories_of([0, 2], [0, 7], [0, 14], holdout=[1, 1]), 4)
    # Two purchases in two weeks go on for four; nothing can be said of a customer of today.
    assert found.naive == pytest.approx(4)
    assert found.naive_mae == pytest.approx((1 + 3) / 2)


def test_histories_without_a_holdout(checked):
    _, fit, _ = checked
    with pytest.raises(ValueError, match="without a holdout"):
        holdout_check(fit, histories_of([1], [7], [9]), 4)
