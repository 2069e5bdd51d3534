"""Money at risk: fee times customers times the time that promoters stay longer."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import NotEnoughData
from cxlib.models.impact import impact
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.rmst import rmst
from cxlib.stats.landmarks import Stay
from cxlib.stats.lives import Lives


def stay(mean: float, n: int, seed: int, fee: float | None = 20.0, fees: int | None = None) -> Stay:
    """Customers who leave after an exponential time, watched for 24 periods."""
    times = np.random.default_rng(seed).exponential(mean, n).round(2)
    left = times < 24
    rows = zip(np.minimum(times, 24).tolist(), left.tolist(), strict=True)
    counted = n if fees is None else fees
    total = None if fee is None else fee * counted
    return Stay(Lives.of((t, int(e), int(not e)) for t, e in rows), total, counted if fee else 0)


STAYS = {"detractor": stay(8, 300, 1), "promoter": stay(20, 400, 2), "passive": stay(14, 200, 3)}


def test_money_is_fee_times_customers_times_time():
    found = impact(STAYS, times=(6, 12))
    assert [one.experience for one in found.groups] == ["promoter", "passive", "detractor"]
    promoter, _, detractor = found.groups
    means = {
        name: rmst(kaplan_meier(STAYS[name].lives), tau=12) for name in ("promoter", "detractor")
    }
    gap = means["promoter"].value - means["detractor"].value
    half = 1.959964 * np.sqrt(means["promoter"].variance + means["detractor"].variance)
    assert detractor.value == pytest.approx(20 * means["detractor"].value)
    assert promoter.value - detractor.value == pytest.approx(detractor.gap)
    assert detractor.at_risk == pytest.approx(20 * 300 * gap)
    assert detractor.low == pytest.approx(20 * 300 * (gap - half), rel=1e-6)
    assert detractor.high == pytest.approx(20 * 300 * (gap + half), rel=1e-6)
    assert detractor.low > 0
    assert (promoter.gap, promoter.at_risk, promoter.low, promoter.high) == (0, 0, 0, 0)
    assert detractor.at[0].survival == pytest.approx(np.exp(-6 / 8), abs=0.1)
    assert found.test is not None
    assert found.test.p_value < 0.001
    assert any("association" in note for note in found.notes)


def test_the_limits_hold_the_truth_as_often_as_they_say():
    """100 samples of two groups whose true difference is known; 95 % limits."""
    tau = 12
    truth = 20 * (1 - np.exp(-tau / 20)) - 8 * (1 - np.exp(-tau / 8))
    hits = 0
    for seed in range(100):
        stays = {"promoter": stay(20, 150, 2 * seed), "detractor": stay(8, 150, 2 * seed + 1)}
        one = impact(stays, times=(tau,)).groups[1]
        hits += one.low <= 20 * 150 * truth <= one.high
    # Of 100 trials at 95 %, fewer than 88 come up once in a thousand times.
    assert hits >= 88


def test_a_fee_that_some_lack_counts_for_all():
    stays = {"promoter": stay(20, 100, 1), "detractor": stay(8, 100, 2, fees=60)}
    found = impact(stays, times=(12,))
    assert found.groups[1].fee == 20
    assert any("mean fee of their group: 40" in note for note in found.notes)


def test_without_fee_or_promoters_money_is_unknown_and_said_so():
    bare = {"promoter": stay(20, 100, 1, fee=None), "detractor": stay(8, 100, 2, fee=None)}
    one = impact(bare, times=(12,)).groups[1]
    assert (one.fee, one.value, one.gap, one.at_risk, one.low) == (None,) * 5
    assert one.stay_gap is not None
    assert any("No fee is known" in note for note in impact(bare, times=(12,)).notes)
    alone = impact({"detractor": stay(8, 100, 2)}, times=(12,))
    assert (alone.groups[0].gap, alone.groups[0].at_risk, alone.test) == (None, None, None)
    assert alone.groups[0].value is not None
    assert any("No promoter" in note for note in alone.notes)


def test_nobody_is_refused():
    with pytest.raises(NotEnoughData, match="Impact needs at least 1 customer"):
        impact({}, times=(12,))
