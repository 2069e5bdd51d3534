"""Intervals: the spread of simulated fits, the Hessian, slow refits, and the manners of a job."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from cxlib.errors import BadOption, Cancelled
from cxlib.models.bootstrap import Draws, value_interval
from cxlib.models.customer_value import customer_value
from cxlib.models.gamma_gamma import fit_spend
from cxlib.models.maximum import maximise
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.refits import Refit
from cxlib.models.tuples import distinct_tuples
from tests.bought import cdnow, histories_of, online_retail, simulate


def valued(histories, *, model="bg-nbd", discount=0.1):
    fit = fit_purchases(histories, model=model, unit_days=7)
    spend = fit_spend(histories) if histories.spend.any() else None
    return customer_value(fit, spend, histories, horizon=39, discount=discount, margin=1.0)


@pytest.fixture(scope="module")
def sample(shared_data):
    histories = cdnow(shared_data)
    return histories, valued(histories)


@pytest.mark.parametrize("model", ["bg-nbd", "pareto-nbd"])
def test_a_quick_refit_is_the_slow_one(sample, model):
    histories, _ = sample
    fit = fit_purchases(histories, model=model, unit_days=7)
    tuples, _ = distinct_tuples(histories, 7)
    bound = fit.process.likelihood(tuples)
    calls = []

    def value(theta, n):
        calls.append(theta)
        return bound.value(theta, n)

    refit = Refit.of(value, fit.theta, tuples.n)
    calls.clear()
    rng = np.random.default_rng(8)
    errors = np.sqrt(np.diag(fit.log_covariance))
    for _ in range(3):
        drawn = rng.choice(tuples.n.size, histories.total, p=tuples.n / tuples.n.sum())
        n = np.bincount(drawn, minlength=tuples.n.size).astype(float)
        quick = refit(n)
        slow = maximise(partial(bound.value, n=n), [fit.theta], [(-9.0, 9.0)] * 4)
        # Within a thirtieth of a standard error: far less than refits differ by.
        assert np.abs((quick - slow.theta) / errors).max() < 0.033
        assert np.abs(slow.theta - fit.theta).max() > 0.02
    assert len(calls) <= 12 * 3


def test_parameters_spread_like_the_hessian_says(sample):
    histories, value = sample
    fit = value.fit
    tuples, _ = distinct_tuples(histories, 7)
    bound = fit.process.likelihood(tuples)
    refit = Refit.of(bound.value, fit.theta, tuples.n)
    rng = np.random.default_rng(9)
    share = tuples.n / tuples.n.sum()
    found = [refit(rng.multinomial(histories.total, share).astype(float)) for _ in range(150)]
    ratio = np.std(found, axis=0) / np.sqrt(np.diag(fit.log_covariance))
    # 150 draws know a spread to 6 %; the rest is BG/NBD not being quite true of CDNOW.
    assert ratio == pytest.approx(np.ones(4), abs=0.3)


def test_interval_covers_what_other_samples_would_say():
    # Many samples of one population against the interval drawn from a single one of them.
    planted, size = (0.6, 5.0, 0.8, 2.5), 500
    rng = np.random.default_rng(10)
    population = [simulate(rng, "bg-nbd", planted, customers=size) for _ in range(40)]
    ahead = simulate(rng, "bg-nbd", planted, customers=500)
    fits = [fit_purchases(one, model="bg-nbd", unit_days=7) for one in population]
    totals = [
        customer_value(fit, None, ahead, horizon=39, discount=0, margin=1.0).total_purchases
        for fit in fits
    ]
    value = valued(population[0], discount=0)
    interval = value_interval(value, population[0], draws=Draws(level=0.6827))
    half = (interval.purchases_high - interval.purchases_low) / 2 / value.total_purchases
    # 40 totals know their spread to 11 %, and the interval holds other customers than `ahead`.
    assert half == pytest.approx(np.std(totals) / np.mean(totals), rel=0.4)


def test_limits_of_totals_groups_and_customers(sample):
    histories, value = sample
    groups = np.arange(histories.n.size) % 3
    interval = value_interval(value, histories, groups=groups, draws=Draws(refits=60))
    assert interval.total_low < value.total < interval.total_high
    assert interval.purchases_low < value.total_purchases < interval.purchases_high
    # A total of 2,357 customers is known to some 10 %.
    assert 0.05 < (interval.total_high - interval.total_low) / value.total < 0.4
    worth = np.bincount(groups, value.clv)
    assert (interval.group_low < worth).all()
    assert (worth < interval.group_high).all()
    # The errors of groups go together, so their limits add up to those of the total.
    assert interval.group_low.sum() == pytest.approx(interval.total_low, rel=0.02)
    assert interval.group_high.sum() == pytest.approx(interval.total_high, rel=0.02)
    assert (interval.low <= value.clv).all()
    assert (value.clv <= interval.high).all()
    assert (interval.low > 0).all()
    assert (interval.level, interval.refits) == (0.95, 60)


def test_counted_histories_have_the_limits_of_their_customers(sample):
    histories, value = sample
    rows = np.stack(
        [histories.frequency, histories.recency, histories.age, histories.spend], axis=1
    )
    distinct, n = np.unique(rows, axis=0, return_counts=True)
    counted = histories_of(*distinct[:, :3].T, spend=distinct[:, 3] / 10_000, n=n)
    value = valued(counted)
    draws = Draws(refits=80)
    one = value_interval(value, counted, each=False, draws=draws)
    other = value_interval(valued(histories), histories, draws=draws)
    assert one.low is None
    # The customers drawn differ, so the limits agree as two bootstraps of 80 do.
    assert one.total_low == pytest.approx(other.total_low, rel=0.03)
    assert one.total_high == pytest.approx(other.total_high, rel=0.03)


def test_a_seed_gives_one_interval_and_levels_nest(sample):
    histories, value = sample
    first, again, other, narrow = (
        value_interval(value, histories, each=False, draws=Draws(refits=20, **more))
        for more in ({}, {}, {"seed": 2}, {"level": 0.5})
    )
    assert first.total_low == again.total_low
    assert first.total_low != other.total_low
    assert first.total_low < narrow.total_low < narrow.total_high < first.total_high


def test_without_drop_out_nobody_leaves_in_a_refit_either(shared_data):
    histories = online_retail(shared_data)
    value = valued(histories)
    assert value.fit.no_dropout
    interval = value_interval(value, histories, each=False, draws=Draws(refits=20))
    assert 0.9 < interval.purchases_low / value.total_purchases < 1
    assert 1 < interval.purchases_high / value.total_purchases < 1.1


def test_few_customers_have_wide_and_finite_limits():
    rng = np.random.default_rng(12)
    histories = simulate(rng, "bg-nbd", (0.6, 5.0, 0.8, 2.5), customers=30)
    value = valued(histories)
    interval = value_interval(value, histories, draws=Draws(refits=30))
    assert (interval.total_low, interval.total_high, interval.low) == (None, None, None)
    assert 0 <= interval.purchases_low < value.total_purchases < interval.purchases_high
    assert np.isfinite(interval.purchases_high)


def test_progress_is_told_and_stopping_obeyed(sample):
    histories, value = sample
    told = []
    value_interval(value, histories, each=False, draws=Draws(refits=4, progress=told.append))
    assert told == [0.25, 0.5, 0.75, 1.0]
    stop = Draws(refits=1000, cancelled=lambda: len(told) > 6, progress=told.append)
    with pytest.raises(Cancelled):
        value_interval(value, histories, each=False, draws=stop)
    assert len(told) == 7


@pytest.mark.parametrize(
    ("options", "message"),
    [({"level": 1.0}, "level is 1; it has to lie between 0 and 1"), ({"refits": 0}, "0 refits")],
)
def test_draws_out_of_range(options, message):
    with pytest.raises(BadOption, match=message):
        Draws(**options)
