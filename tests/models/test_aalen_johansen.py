"""Incidence by reason against lifelines, by hand, by numerical derivatives, and its laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import AalenJohansenFitter

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.aalen_johansen import aalen_johansen, time_lost
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.leaving import leaving, overstated
from cxlib.models.rmst import rmst
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.stats.reasons import Leavings

slow = settings(deadline=None, max_examples=40)
rows = st.lists(
    st.tuples(
        st.integers(0, 9).map(float), st.sampled_from(["a", "b", "c", None]), st.integers(1, 4)
    ),
    min_size=1,
    max_size=25,
)
# Eight customers, tied times of different reasons: a left at 1 and 3, b at 2 and 3.
BY_HAND = Leavings.of(
    [(1, "a", 1), (2, "b", 1), (2, None, 1), (3, "a", 1), (3, "b", 1), (4, None, 3)]
)


def test_a_small_case_by_hand():
    found = aalen_johansen(BY_HAND)
    # At risk 8, 7, 5; S 7/8, 7/8 6/7 = 3/4, 3/4 3/5 = 9/20.
    assert found.times == (0, 1, 2, 3, 4)
    assert found.at_risk == (8, 8, 7, 5, 3)
    assert found.survival == pytest.approx([1, 7 / 8, 3 / 4, 9 / 20, 9 / 20])
    assert found.curve("a").incidence == pytest.approx([0, 1 / 8, 1 / 8, 11 / 40, 11 / 40])
    assert found.curve("b").incidence == pytest.approx([0, 0, 1 / 8, 11 / 40, 11 / 40])
    assert (found.at("a", 3).at_risk, found.at("a", 5).incidence) == (5, None)
    # One step of F_a at 1 is 1/8 of 8: binomial variance; log(-log) limits of 7/8 with se.
    low, high = found.at("a", 1).low, found.at("a", 1).high
    half = 1.959964 * np.sqrt(7 / 64 / 8) / (7 / 8 * -np.log(7 / 8))
    assert (1 - low, 1 - high) == pytest.approx(
        (np.exp(np.log(7 / 8) * np.exp(-half)), np.exp(np.log(7 / 8) * np.exp(half))), abs=1e-6
    )
    # Areas up to 4: a is 1/8 from 1 to 3 and 11/40 from 3 on; b starts at 2.
    lost = {one.reason: one.value for one in time_lost(found, tau=4)}
    assert lost == pytest.approx({"a": 2 / 8 + 11 / 40, "b": 1 / 8 + 11 / 40})


def test_lifelines_without_ties():
    # Times are distinct, so that lifelines moves none of them at random.
    draw = np.random.default_rng(3)
    left, watched = draw.exponential(10, 250), draw.uniform(0, 20, 250)
    times = np.minimum(left, watched)
    codes = np.where(left <= watched, draw.choice([1, 2, 3], 250, p=[0.5, 0.3, 0.2]), 0)
    names = np.array([None, "a", "b", "c"])
    one = Leavings.of((float(t), names[c], 1) for t, c in zip(times, codes, strict=True))
    found = aalen_johansen(one)
    for code in (1, 2, 3):
        theirs = AalenJohansenFitter().fit(times, codes, event_of_interest=code)
        curve = found.curve(names[code])
        assert curve.incidence == pytest.approx(theirs.cumulative_density_.iloc[:, 0].to_numpy())
        # Their limits are on the scale log(-log F), ours on log(-log(1 - F)): compare spreads.
        place = len(curve.incidence) // 2
        share = curve.incidence[place]
        slope = (1 - share) * -np.log(1 - share)
        scale = [np.log(-np.log(1 - v)) for v in (curve.low[place], curve.high[place])]
        se = (scale[1] - scale[0]) / 2 / 1.9599639845 * slope
        assert se**2 == pytest.approx(theirs.variance_.iloc[place], rel=1e-8)


@slow
@given(rows)
def test_shares_of_all_reasons_and_those_still_there_are_the_whole(found):
    one = Leavings.of(found)
    curves = aalen_johansen(one)
    whole = np.sum([c.incidence for c in curves.curves], axis=0) + np.array(curves.survival)
    assert whole == pytest.approx(np.ones(len(curves.times)), abs=1e-12)
    km = kaplan_meier(Lives.of((d, n * (w is not None), n * (w is None)) for d, w, n in one.rows))
    assert curves.survival == pytest.approx(km.survival, abs=1e-12)
    assert curves.at_risk == km.at_risk
    if one.longest > 0:
        lost = sum(part.value for part in time_lost(curves, tau=one.longest))
        assert lost + rmst(km, tau=one.longest).value == pytest.approx(one.longest)


@slow
@given(rows)
def test_one_reason_alone_is_one_minus_kaplan_meier_with_its_limits(found):
    one = Leavings.of(found).pooled(())
    curves = aalen_johansen(one)
    if not one.deaths:
        assert curves.curves == ()
        return
    (curve,) = curves.curves
    km = kaplan_meier(one.for_reason(one.reasons[0]))
    for place in range(len(curves.times)):
        if curve.low[place] is not None and km.low[place] is not None:
            assert 1 - curve.low[place] == pytest.approx(km.high[place], abs=1e-9)
            assert 1 - curve.high[place] == pytest.approx(km.low[place], abs=1e-9)
    if one.longest > 0:
        (lost,) = time_lost(curves, tau=one.longest)
        assert lost.variance == pytest.approx(rmst(km, tau=one.longest).variance, abs=1e-12)


def by_derivatives(hazards, at_risk, value):
    """Variance of a function of the hazards: numerical gradient, multinomial covariance."""
    total = 0.0
    for j in range(hazards.shape[1]):
        slopes = []
        for k in range(hazards.shape[0]):
            up, down = hazards.copy(), hazards.copy()
            up[k, j] += 1e-6
            down[k, j] -= 1e-6
            slopes.append((value(up) - value(down)) / 2e-6)
        h = hazards[:, j]
        covariance = (np.diag(h) - np.outer(h, h)) / at_risk[j]
        total += np.array(slopes) @ covariance @ np.array(slopes)
    return total


def test_variances_are_those_of_numerical_derivatives():
    one = BY_HAND + Leavings.of([(1, "b", 2), (2, "a", 3), (3, None, 4), (5, "a", 2), (6, None, 3)])
    found = aalen_johansen(one)
    times, at_risk = np.array(found.times), np.array(found.at_risk)
    hazards = np.array([found.curve(k).events for k in "ab"]) / at_risk
    before = lambda h: np.append(1, np.cumprod(1 - h.sum(axis=0))[:-1])  # noqa: E731
    steps = lambda h: before(h) * h[0]  # noqa: E731
    inside = times <= 5
    wanted = by_derivatives(hazards, at_risk, lambda h: steps(h)[inside].sum())
    row = found.at("a", 5)
    scale = [np.log(-np.log(1 - v)) for v in (row.low, row.high)]
    slope = (1 - row.incidence) * -np.log(1 - row.incidence)
    se = (scale[1] - scale[0]) / 2 / 1.9599639845 * slope
    assert se**2 == pytest.approx(wanted, rel=1e-6)
    area = by_derivatives(hazards, at_risk, lambda h: (steps(h) * np.maximum(5.5 - times, 0)).sum())
    lost = next(part for part in time_lost(found, tau=5.5) if part.reason == "a")
    assert lost.variance == pytest.approx(area, rel=1e-6)
    assert lost.low == pytest.approx(lost.value**2 / lost.high)


def test_late_customers_are_at_risk_after_their_entry():
    # Two early customers; two more watched only after 2: the departure at 2 is one of 2, at 3 of 3.
    one = Leavings.of([(2, "a", 1), (3, "b", 1), (4, None, 2)], [(2.0, 2)])
    found = aalen_johansen(one)
    assert found.at_risk == (2, 2, 3, 2)
    assert found.survival == pytest.approx([1, 1 / 2, 1 / 3, 1 / 3])


def test_limits_hold_as_often_as_they_say():
    # Two reasons with constant hazards 0.06 and 0.03, censored uniformly: F_a(8) is known.
    draw, held, lost_held = np.random.default_rng(11), 0, 0
    truth = 2 / 3 * (1 - np.exp(-0.09 * 8))
    area = 2 / 3 * (8 - (1 - np.exp(-0.09 * 8)) / 0.09)
    for _ in range(400):
        left, watched = draw.exponential(1 / 0.09, 120), draw.uniform(2, 20, 120)
        why = np.where(draw.random(120) < 2 / 3, "a", "b")
        found = aalen_johansen(
            Leavings.of(
                (float(min(t, c)), str(w) if t <= c else None, 1)
                for t, c, w in zip(left, watched, why, strict=True)
            )
        )
        row = found.at("a", 8)
        held += row.low <= truth <= row.high
        lost = next(part for part in time_lost(found, tau=8) if part.reason == "a")
        lost_held += lost.low <= area <= lost.high
    # 380 of 400 with a standard deviation of 4.4.
    assert abs(held - 380) <= 14
    assert abs(lost_held - 380) <= 14


def test_one_minus_kaplan_meier_by_reason_says_too_much():
    found = overstated(BY_HAND, 3)
    # a: 1 - 7/8 4/5 = 3/10; b: 1 - 6/7 4/5 = 11/35; gone: 11/20.
    assert found.summed == pytest.approx(3 / 10 + 11 / 35)
    assert found.gone == pytest.approx(11 / 20)
    assert overstated(BY_HAND, 9) is None


def test_all_groups_are_read_at_the_same_times():
    groups = {TOTAL: BY_HAND + BY_HAND, Group("plan", "x"): BY_HAND, Group("plan", "y"): BY_HAND}
    answer = leaving(groups, times=(1, 3))
    assert answer.total.row("a", 3).incidence == pytest.approx(11 / 40)
    assert answer.total.tau == 3
    assert [(t.column, t.reason) for t in answer.tests] == [("plan", "a"), ("plan", "b")]
    assert answer.tests[0].share.p_value == pytest.approx(1)
    with pytest.raises(BadOption, match="above 0"):
        leaving(groups, tau=-1)


def test_what_cannot_be_asked():
    with pytest.raises(NotEnoughData):
        aalen_johansen(Leavings.of([]))
    found = aalen_johansen(BY_HAND)
    with pytest.raises(BadOption, match="at most 4"):
        time_lost(found, tau=5)
    with pytest.raises(BadOption, match="from 0 on"):
        found.at("a", -1)
