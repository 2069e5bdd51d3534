"""Purchase models beside rules: against plain counting on CDNOW."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import spearmanr

from cxlib.errors import Cancelled
from cxlib.models.comparison import compare_models, past_rate, recent_rate
from cxlib.models.holdout import check_prediction
from cxlib.models.purchase_model import expected_purchases
from tests.bought import cdnow, histories_of


def test_cdnow_models_beat_the_rules(shared_data):
    histories = cdnow(shared_data)
    found = compare_models(histories, length=39, unit_days=7)
    names = [one.name for one in found.contenders]
    assert names == ["bg-nbd", "mbg-nbd", "pareto-nbd", "same-rate", "recency"]
    # Published log-likelihoods: Fader, Hardie & Lee 2005; CLVTools; BTYDplus.
    likelihoods = [one.fit.log_likelihood for one in found.contenders if one.fit]
    assert likelihoods == pytest.approx([-9582.43, -9582.14, -9594.98], abs=0.01)
    assert found.contenders[0].bic == pytest.approx(4 * np.log(2357) + 2 * 9582.4292, abs=0.01)
    # The rules, by plain numpy: 1,882 purchases were made.
    rate = np.where(histories.age > 0, histories.frequency / (histories.age / 7), 0)
    late = histories.age - histories.recency <= histories.age.max() / 3
    same, recency = (one.check for one in found.contenders[3:])
    assert same.predicted == pytest.approx(39 * rate.sum())
    assert recency.predicted == pytest.approx(39 * (rate * late).sum())
    assert same.mae == pytest.approx(np.abs(39 * rate - histories.holdout).mean())
    assert found.best in names[:3]
    assert found.useful == all(
        one.check.mae > min(c.check.mae for c in found.contenders[:3])
        for one in found.contenders[3:]
    )

    best = next(one for one in found.contenders if one.name == found.best)
    assert best.lag is None
    for one in found.contenders:
        if one is not best and one.fit is None:
            rule = rate if one.name == "same-rate" else rate * late
            model = np.abs(expected_purchases(best.fit, histories, 39) - histories.holdout)
            more = np.abs(39 * rule - histories.holdout) - model
            error = more.std(ddof=1) / np.sqrt(more.size)
            assert one.lag.value == pytest.approx(more.mean())
            assert one.lag.low == pytest.approx(more.mean() - 1.959964 * error)
            assert one.lag.high == pytest.approx(more.mean() + 1.959964 * error)
    rivals = [one for one in found.contenders if one.lag is not None and one.lag.low <= 0]
    assert ("not told apart" in found.verdict) == bool(rivals and found.useful)


def test_tenths_are_what_sorting_gives(shared_data):
    histories = cdnow(shared_data)
    rng = np.random.default_rng(5)
    predicted = histories.frequency + rng.uniform(0, 0.5, histories.n.size)
    found = check_prediction(predicted, histories)
    order = np.argsort(-predicted)
    size = histories.n.size / 10
    for tenth in found.tenths:
        low, high = (tenth.place - 1) * size, tenth.place * size
        cover = np.clip(
            np.minimum(np.arange(1, order.size + 1), high) - np.maximum(np.arange(order.size), low),
            0,
            1,
        )
        assert tenth.actual == pytest.approx((cover * histories.holdout[order]).sum() / size)
    assert sum(one.actual for one in found.tenths) / 10 == pytest.approx(histories.holdout.mean())
    assert found.rank_correlation == pytest.approx(spearmanr(predicted, histories.holdout)[0])


def test_equal_predictions_spread_evenly():
    histories = histories_of([1] * 20, [7] * 20, [14] * 20, holdout=[1] * 5 + [0] * 15)
    found = check_prediction(np.ones(20), histories)
    assert [one.actual for one in found.tenths] == pytest.approx([0.25] * 10)
    assert [one.lift for one in found.tenths] == pytest.approx([1.0] * 10)


def test_rules_by_hand():
    histories = histories_of([2, 3, 0], [70, 0, 0], [140, 140, 0])
    assert past_rate(histories, 7) == pytest.approx([0.1, 0.15, 0])
    # Silent for 70 and 140 of 140 days; more than a third of 140 is too long.
    assert recent_rate(histories, 7) == pytest.approx([0, 0, 0])
    late = histories_of([2, 1], [100, 140], [140, 140])
    assert recent_rate(late, 7) == pytest.approx([0.1, 0.05])


def test_it_can_be_stopped(shared_data):
    with pytest.raises(Cancelled):
        compare_models(cdnow(shared_data), length=39, unit_days=7, cancelled=lambda: True)
