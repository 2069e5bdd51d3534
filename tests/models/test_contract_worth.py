"""Groups, equity, break-even and sensitivity of contract values: by hand and by other ways."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import two_sided
from cxlib.models.contract import contract_value
from cxlib.models.contract_equity import equity
from cxlib.models.contract_groups import group_curves, group_values, shared_terms
from cxlib.models.contract_payback import payback
from cxlib.models.contract_sensitivity import sensitivity, what_if, worth
from cxlib.models.stay_curve import stay_curve
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from tests.models.contract_lives import lives_of, monthly, seven_years, telco, yearly

slow = settings(deadline=None, max_examples=25)
stays = st.lists(st.tuples(st.integers(1, 9), st.integers(0, 1)), min_size=4, max_size=30)
A, B, C = (Group("plan", name) for name in "abc")


def test_each_group_is_tested_against_the_others_together(shared_data):
    kinds = {
        Group("Contract", name): telco(shared_data, where=name)
        for name in ("Month-to-month", "One year", "Two year")
    }
    lives = {TOTAL: telco(shared_data), **kinds}
    terms = monthly(48, margin=20, discount=0.1)
    found = group_values(group_curves(lives), terms)
    assert set(found.apart) == set(kinds)
    one = Group("Contract", "One year")
    rest = contract_value(
        kinds[Group("Contract", "Month-to-month")] + kinds[Group("Contract", "Two year")], terms
    )
    mine = contract_value(kinds[one], terms)
    gap = mine.value - rest.value
    error = np.sqrt(mine.variance + rest.variance)
    apart = found.apart[one]
    assert apart.value == pytest.approx(gap)
    assert (apart.low, apart.high) == pytest.approx(
        (gap - 1.959964 * error, gap + 1.959964 * error), rel=1e-6
    )
    assert apart.p_value == pytest.approx(two_sided(gap / error))
    assert apart.p_adjusted >= apart.p_value


def test_kaplan_meier_compares_what_both_have_seen():
    # One group was watched for 4 months, the other for 9; payments 0 .. 4 are known of both.
    short, long = Lives.of([(1, 10, 0), (4, 5, 60)]), Lives.of([(2, 20, 0), (9, 5, 60)])
    found = group_values(group_curves({TOTAL: short + long, A: short, B: long}), monthly(12))
    one, other = (contract_value(lives, monthly(5)) for lives in (short, long))
    assert found.apart[A].value == pytest.approx(one.value - other.value)
    assert found.values[A].horizon == 12
    curves = [stay_curve(lives) for lives in (short, long)]
    assert shared_terms(curves, monthly(12)).horizon == 5
    assert shared_terms(curves, monthly(12), share=0.5).horizon == 10
    assert shared_terms([stay_curve(short, "sbg")], monthly(12)).horizon == 12
    assert shared_terms([stay_curve(lives_of([0.5], [0]))], monthly(3, arrears=True)) is None


def test_two_groups_part_by_the_same_in_both_directions():
    draw = np.random.default_rng(3)
    one, other = (lives_of(draw.integers(1, 12, 60), draw.integers(0, 2, 60)) for _ in range(2))
    found = group_values(group_curves({TOTAL: one + other, A: one, B: other}), monthly(8))
    assert found.apart[A].value == pytest.approx(-found.apart[B].value)
    assert found.apart[A].p_value == pytest.approx(found.apart[B].p_value)


def test_the_test_keeps_its_level():
    # Two groups from one law, 200 times: about 5 % below 0.05; 3 standard deviations are 4.6 %.
    draw = np.random.default_rng(8)
    alarms = 0
    for _ in range(200):
        stay, watched = np.ceil(draw.exponential(10, 300)), draw.integers(4, 25, 300)
        time, left = np.minimum(stay, watched), stay <= watched
        one, other = lives_of(time[:150], left[:150]), lives_of(time[150:], left[150:])
        found = group_values(group_curves({TOTAL: one + other, A: one, B: other}), monthly(12))
        alarms += found.apart[A].p_value < 0.05
    assert alarms / 200 == pytest.approx(0.05, abs=0.046)


def test_a_group_too_small_for_the_model_is_refused_and_the_others_stand():
    good = Lives.of([(1, 5, 1), (2, 4, 2), (3, 3, 9)])
    still = lives_of([3, 4], [0, 0])
    found = group_values(
        group_curves({TOTAL: good + good + still, A: good, B: good, C: still}, "weibull"),
        monthly(6),
    )
    assert set(found.values) == {TOTAL, A, B}
    assert "Nobody left" in found.refused[C]
    with pytest.raises(NotEnoughData, match="Nobody left"):
        group_curves({TOTAL: still}, "weibull")


def test_periods_of_the_start_are_compared_with_each_other():
    lives = Lives.of([(1, 5, 1), (2, 4, 2), (3, 3, 9)])
    early, late = (Group(None, None, date(year, 1, 1)) for year in (2024, 2025))
    both = {TOTAL: lives + lives, early: lives, late: lives}
    found = group_values(group_curves(both), monthly(3))
    assert set(found.apart) == {early, late}
    assert found.apart[early].p_value == pytest.approx(1)
    assert found.apart[early].p_adjusted == pytest.approx(1)


@pytest.mark.parametrize("renewals", [1, 2, 3, 7])
def test_equity_is_the_published_expected_residual_lifetime(shared_data, renewals):
    # DERL(n) counts the renewal due undiscounted, given n - 1 made (Fader & Hardie, 2010). Someone
    # still there after n - 1 years has made them, and pays for sure today: 1 + DERL(n) / 1.1.
    curve = stay_curve(seven_years(shared_data, "high_end"), "sbg")
    base = Lives.of([(renewals - 1.0, 0, 10)])
    found = equity(curve, {TOTAL: base}, yearly(600, discount=0.1))[TOTAL]
    derl = curve.fit.fit.expected_residual(renewals, discount=0.1)
    assert found.total == pytest.approx(10 * (1 + derl / 1.1), rel=1e-4)
    assert (found.started, found.there, found.each) == (10, 10, pytest.approx(found.total / 10))


@pytest.mark.parametrize("arrears", [False, True])
def test_equity_of_a_customer_in_the_middle_of_a_period(shared_data, arrears):
    # Last seen after 2.4 months: the next payment is due at 3, in 0.6 months, by S(3) / S(2.4).
    curve = stay_curve(telco(shared_data), "weibull")
    terms = monthly(4, margin=5, discount=0.3, growth=0.2, arrears=arrears)
    found = equity(curve, {TOTAL: Lives.of([(2.4, 3, 7)])}, terms)[TOTAL]
    share = lambda t: curve.fit.fit.survival(t)  # noqa: E731
    expected = 7 * sum(
        5 * 1.2 ** (j / 12) * share(3 + j) / share(2.4) * 1.3 ** (-(0.6 + j) / 12) for j in range(4)
    )
    assert found.total == pytest.approx(expected, rel=1e-9)
    assert (found.started, found.there) == (10, 7)


def test_limits_of_equity_are_those_of_likely_parameters(shared_data):
    lives = seven_years(shared_data, "regular")
    curve = stay_curve(lives, "weibull")
    terms = yearly(10, discount=0.1)
    found = equity(curve, {TOTAL: lives}, terms)[TOTAL]
    draw = np.random.default_rng(2)
    fit = curve.fit.fit
    n = lives.censored[-1]
    ages = np.arange(7, 17.0)
    totals = []
    for level, shape in draw.multivariate_normal(fit.theta, np.array(fit.covariance), 3000):
        share = np.exp(-np.exp(level + np.exp(shape) * np.log(ages / fit.typical)))
        totals.append(n * float(terms.weights @ (share / share[0])))
    assert found.there == n
    assert (found.high - found.low) / 2 == pytest.approx(1.959964 * np.std(totals), rel=0.1)


def test_equity_of_nobody_and_without_a_model(shared_data):
    lives = seven_years(shared_data, "regular")
    gone = Lives.of([(1, 3, 0)])
    found = equity(stay_curve(lives, "sbg"), {TOTAL: gone}, yearly(3))[TOTAL]
    assert (found.there, found.total, found.each, found.low) == (0, 0, None, None)
    with pytest.raises(BadOption, match="needs a model"):
        equity(stay_curve(lives), {TOTAL: lives}, yearly(3))


def test_paying_back_by_hand():
    # 4 customers: S = 1, 3/4, 1/2 at 0, 1, 2 and 1/2 on; 10 each: 10, 17.5, 22.5, 27.5.
    curve = stay_curve(lives_of([1, 2, 4, 4], [1, 1, 0, 0]))
    found = payback(curve, monthly(4, margin=10), cost=20)
    assert found.value.tolist() == pytest.approx([10, 17.5, 22.5, 27.5])
    assert (found.break_even, found.stayer) == (2, 1)
    assert (found.net, found.ratio, found.returns) == pytest.approx((7.5, 1.375, 0.375))
    assert found.earliest <= 2
    assert found.latest is None
    assert payback(curve, monthly(4, margin=10), cost=10).break_even == 0
    assert payback(curve, monthly(4, margin=10, arrears=True), cost=7).break_even == 1
    never = payback(curve, monthly(4, margin=10), cost=100)
    assert (never.break_even, never.latest, never.net) == (None, None, -72.5)
    free = payback(curve, monthly(4), cost=0)
    assert (free.ratio, free.returns, free.break_even) == (None, None, 0)
    with pytest.raises(BadOption, match="cost of winning a customer is -1"):
        payback(curve, monthly(4), cost=-1)


@slow
@given(stays, st.sampled_from(["km", "exponential"]), st.floats(0, 30))
def test_limits_of_the_break_even_lie_around_it(pairs, method, cost):
    lives = lives_of(*np.array([*pairs, (2, 1), (5, 1)]).T)
    terms = monthly(12, margin=4, discount=0.1)
    found = payback(stay_curve(lives, method), terms, cost=cost)
    value = contract_value(lives, terms, model=method)
    assert found.value[-1] == pytest.approx(value.value)
    assert found.low[-1] == pytest.approx(value.low, rel=1e-6)
    if found.break_even is not None:
        assert found.earliest <= found.break_even
        assert found.latest is None or found.latest >= found.break_even


def test_sensitivity_is_the_value_under_other_terms(shared_data):
    lives = telco(shared_data)
    curve = stay_curve(lives, "weibull")
    found = {one.what: one for one in sensitivity(curve, monthly(24, margin=10, discount=0.1))}
    assert set(found) == {"margin", "churn", "horizon", "discount", "growth"}
    assert found["margin"].at_above == pytest.approx(
        contract_value(lives, monthly(24, margin=12, discount=0.1), model="weibull").value
    )
    assert (found["horizon"].below, found["horizon"].above) == (19, 29)
    assert found["horizon"].at_below == pytest.approx(
        contract_value(lives, monthly(19, margin=10, discount=0.1), model="weibull").value
    )
    assert found["discount"].at_below > found["discount"].at_above
    assert found["churn"].at_below > found["churn"].at_above
    widths = [one.width for one in sensitivity(curve, monthly(24, margin=10, discount=0.1))]
    assert widths == sorted(widths, reverse=True)


def test_churn_scales_the_hazard():
    # Exponential with hazard h: S(t)^1.5 is the exponential with 1.5 h.
    curve = stay_curve(Lives.of([(1, 20, 0), (2, 16, 0), (3, 13, 51)]), "exponential")
    hazard = 1 / curve.parameters["lambda"]
    found = worth(curve, monthly(10), churn=1.5)
    assert found == pytest.approx(sum(np.exp(-1.5 * hazard * k) for k in range(10)))
    assert worth(curve, monthly(10), churn=0) == pytest.approx(10)
    with pytest.raises(BadOption, match=r"factor of churn is -0\.1"):
        worth(curve, monthly(10), churn=-0.1)
    with pytest.raises(BadOption, match="steps have to lie between 0 and 1"):
        sensitivity(curve, monthly(10), by=1.0)


def test_steps_stay_within_what_is_possible(shared_data):
    curve = stay_curve(seven_years(shared_data, "regular"))
    found = {one.what: one for one in sensitivity(curve, yearly(7, discount=0.02))}
    assert (found["discount"].below, found["discount"].above) == (0.0, 0.07)
    assert not found["horizon"].beyond
    longer = {one.what: one for one in sensitivity(curve, yearly(8, discount=0.02))}
    assert longer["horizon"].beyond
    one = {one.what: one for one in sensitivity(curve, yearly(1))}
    assert (one["horizon"].below, one["horizon"].above) == (1, 1)


def test_what_if_falls_with_churn_and_discount(shared_data):
    curve = stay_curve(seven_years(shared_data, "regular"), "sbg")
    grid = np.array(what_if(curve, yearly(12), churns=(0.5, 1, 2), discounts=(0.0, 0.1, 0.2)))
    assert (np.diff(grid, axis=0) < 0).all()
    assert (np.diff(grid, axis=1) < 0).all()
    assert grid[1, 0] == pytest.approx(contract_value(
        seven_years(shared_data, "regular"), yearly(12), model="sbg"
    ).value)  # fmt: skip
