"""Cumulative and smoothed hazards against lifelines, published values and a known truth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import NelsonAalenFitter
from scipy import integrate

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.hazard import nelson_aalen, smooth_hazard
from cxlib.stats.lives import Lives

slow = settings(deadline=None, max_examples=30)
rows = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 1)), min_size=1, max_size=40)


def lives_of(durations, events) -> Lives:
    t, e = np.asarray(durations, float).tolist(), np.asarray(events, int).tolist()
    return Lives.of((d, left, 1 - left) for d, left in zip(t, e, strict=True))


def test_waltons_published(shared_data):
    # lifelines: Nelson-Aalen H(50) = .48127.
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    found = nelson_aalen(lives_of(d["T"], d.E))
    at_fifty = max(i for i, time in enumerate(found.times) if time <= 50)
    assert found.hazard[at_fifty] == pytest.approx(0.48127, abs=5e-6)


@slow
@given(rows, st.sampled_from([0.8, 0.95]))
def test_cumulative_hazard_equals_lifelines(pairs, level):
    durations, events = np.array(pairs).T
    found = nelson_aalen(lives_of(durations, events), level=level)
    fit = NelsonAalenFitter(alpha=1 - level).fit(durations, events)
    hazard = fit.cumulative_hazard_.iloc[:, 0]
    limits = fit.confidence_interval_
    for place, time in enumerate(found.times):
        assert found.hazard[place] == pytest.approx(hazard[time], abs=1e-9)
        if found.hazard[place] > 0:
            assert found.low[place] == pytest.approx(limits.loc[time].iloc[0], rel=1e-9)
            assert found.high[place] == pytest.approx(limits.loc[time].iloc[1], rel=1e-9)
        else:
            assert (found.low[place], found.high[place]) == (None, None)


def test_inside_the_follow_up_the_rate_equals_lifelines():
    # Away from the ends both use the same kernel on the same jumps.
    draw = np.random.default_rng(3)
    stay, cut = draw.weibull(1.5, 300) * 10, draw.uniform(2, 20, 300)
    seen, left = np.minimum(stay, cut), stay <= cut
    found = smooth_hazard(lives_of(seen, left), bandwidth=1.5)
    fit = NelsonAalenFitter(nelson_aalen_smoothing=False).fit(seen, left)
    jumps = fit.cumulative_hazard_.iloc[:, 0].diff().fillna(0)
    longest = seen.max()
    for time, rate in zip(found.times, found.rate, strict=True):
        if 1.5 <= time <= longest - 1.5:
            x = (time - jumps.index.to_numpy()) / 1.5
            weight = np.where(np.abs(x) <= 1, 0.75 * (1 - x**2), 0) / 1.5
            assert rate == pytest.approx(float(weight @ jumps.to_numpy()), abs=1e-12)
    theirs = fit.smoothed_hazard_(1.5).iloc[:, 0]
    inner = theirs[(theirs.index >= 1.5) & (theirs.index <= longest - 1.5)]
    near = np.interp(inner.index, found.times, found.rate)
    assert np.abs(near - inner.to_numpy()).max() < 0.02 * inner.max()


@pytest.mark.parametrize("q", [0.0, 0.3, 0.7, 1.0])
def test_the_kernels_have_weight_one_and_no_pull(q):
    # Mueller and Wang's conditions: the integral is 1 and the first moment 0 on [-1, q].
    def kernel(x):
        return 12 * (x + 1) / (1 + q) ** 4 * ((1 - 2 * q) * x + (3 * q**2 - 2 * q + 1) / 2)

    assert integrate.quad(kernel, -1, q)[0] == pytest.approx(1)
    assert integrate.quad(lambda x: x * kernel(x), -1, q)[0] == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize("shape", [0.8, 1.0, 1.8])
def test_a_known_rate_is_found_and_the_limits_hold_it(shape):
    # Weibull with scale 10: rate shape/10 (t/10)^(shape - 1); watched for up to 12.
    draw = np.random.default_rng(int(10 * shape))
    checked = [i for i in range(101) if 0.1 * 101 < i < 0.9 * 101]
    inside, errors = [], []
    for _ in range(60):
        stay, cut = draw.weibull(shape, 3000) * 10, draw.uniform(6, 12, 3000)
        found = smooth_hazard(lives_of(np.minimum(stay, cut), stay <= cut), bandwidth=1.5)
        times = np.array(found.times)[checked]
        truth = shape / 10 * (times / 10) ** (shape - 1)
        rate, low, high = (np.array(one)[checked] for one in (found.rate, found.low, found.high))
        inside.append(np.mean((low <= truth) & (truth <= high)))
        errors.append(np.median(np.abs(rate / truth - 1)))
    assert np.mean(inside) == pytest.approx(0.95, abs=0.025)
    assert np.mean(errors) < 0.06


def test_the_beginning_is_not_pulled_down():
    # Constant rate .1: without the correction the estimate at 0 would be half of it.
    draw = np.random.default_rng(1)
    stay = draw.exponential(10, 20_000)
    found = smooth_hazard(lives_of(np.minimum(stay, 12), stay <= 12), bandwidth=2)
    assert found.rate[0] == pytest.approx(0.1, rel=0.08)
    assert found.rate[-1] == pytest.approx(0.1, rel=0.2)


def test_whole_months_give_the_share_that_leaves_a_month():
    # A tenth of those still there leaves after each month: the rate is .1 between the ends.
    there, rows = 10**6, []
    for month in range(1, 25):
        gone = there // 10
        rows.append((float(month), gone, 0))
        there -= gone
    found = smooth_hazard(Lives.of([*rows, (25.0, 0, there)]))
    assert found.bandwidth == 3
    middle = [r for t, r in zip(found.times, found.rate, strict=True) if 4 <= t <= 21]
    assert middle == pytest.approx([0.1] * len(middle), rel=0.06)


def test_late_entries_count_from_their_entry_on():
    # Two leave at 5 and 6; the second is watched only from 5 on, so that one is at risk each time.
    found = nelson_aalen(Lives((5.0, 6.0), (1, 1), (0, 0), ((5.0, 1),)))
    assert found.at_risk == (1, 1, 1)
    assert found.hazard == pytest.approx((0, 1, 2))


def test_refuses_what_has_no_answer():
    with pytest.raises(NotEnoughData, match="cumulative hazard needs at least 1 customer"):
        nelson_aalen(Lives((), (), ()))
    with pytest.raises(NotEnoughData, match="at least 5 departures"):
        smooth_hazard(lives_of([1, 2, 3], [1, 1, 0]))
    with pytest.raises(NotEnoughData, match="at least 5 departures"):
        smooth_hazard(lives_of([0] * 9, [1] * 9))
    many = lives_of(range(1, 11), [1] * 10)
    for width in (0, -1, 5.1, float("nan")):
        with pytest.raises(BadOption, match="The bandwidth is"):
            smooth_hazard(many, bandwidth=width)
    assert nelson_aalen(lives_of([3], [0])).hazard == (0,)
