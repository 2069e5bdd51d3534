"""Contract values: sums written out, limits by other ways, and what happens at the ends."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.bdw import fit_bdw
from cxlib.models.contract import Terms, contract_value
from cxlib.models.renewal_likelihood import beta_survival
from cxlib.models.renewals import Renewals
from cxlib.models.sbg import fit_sbg
from cxlib.stats.lives import Lives
from tests.models.contract_lives import lives_of, monthly, seven_years

slow = settings(deadline=None, max_examples=30)


def by_the_formula(durations, events, weights):
    """Sum of w_k S(k), and its delta-method variance, departure by departure on single rows."""
    t, e = np.asarray(durations, float), np.asarray(events, bool)
    steps = [(u, (t >= u).sum(), ((t == u) & e).sum()) for u in np.unique(t[e])]
    k = np.arange(len(weights))
    s = np.array([np.prod([1 - d / n for u, n, d in steps if u <= one]) for one in k])
    variance = sum(
        (weights * s)[k >= u].sum() ** 2 * d / (n * (n - d)) for u, n, d in steps if n > d
    )
    return float(weights @ s), float(variance), s


@pytest.mark.parametrize("discount", [0, 0.1])
def test_kaplan_meier_on_telco(shared_data, discount):
    d = pd.read_csv(shared_data / "telco_churn" / "Telco-Customer-Churn.csv")
    left = d.Churn == "Yes"
    terms = monthly(24, discount=discount)
    found = contract_value(lives_of(d.tenure, left), terms)
    weights = (1 + discount) ** (-np.arange(24) / 12)
    value, variance, survival = by_the_formula(d.tenure, left, weights)
    assert found.value == pytest.approx(value, rel=1e-9)
    assert found.low == pytest.approx(value - 1.959964 * np.sqrt(variance), rel=1e-6)
    assert found.high == pytest.approx(value + 1.959964 * np.sqrt(variance), rel=1e-6)
    assert found.survival[:24] == pytest.approx(survival, abs=1e-9)
    assert len(found.survival) == 25
    assert (found.n, found.parameters, found.log_likelihood, found.notes) == (7043, {}, None, ())


@slow
@given(st.lists(st.integers(1, 15), min_size=2, max_size=30), st.integers(2, 12))
def test_without_censoring_it_is_the_mean_of_what_was_paid(durations, horizon):
    # Then each customer's payments can be added up directly, with their variance over n.
    terms = monthly(horizon, margin=3, discount=0.1)
    found = contract_value(lives_of(durations, [1] * len(durations)), terms)
    paid = np.cumsum(terms.weights)[np.minimum(durations, horizon) - 1]
    assert found.value == pytest.approx(paid.mean(), rel=1e-9)
    error = paid.std() / np.sqrt(len(paid))
    assert np.sqrt(found.variance or 0) == pytest.approx(error, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("arrears", [False, True])
def test_limits_by_kaplan_meier_stay_within_what_is_certain_and_possible(arrears):
    # Three of four stay: the normal limits of so few reach beyond what everybody would pay.
    terms = replace(monthly(12, margin=5, discount=0.1), arrears=arrears)
    found = contract_value(lives_of([1, 13, 13, 13], [1, 0, 0, 0]), terms)
    half = 1.959964 * np.sqrt(found.variance)
    assert found.value + half > terms.weights.sum()
    assert found.high == pytest.approx(terms.weights.sum())
    assert found.low == pytest.approx(max(0 if arrears else 5, found.value - half))


def test_limits_are_those_of_repeated_samples():
    # Constant churn of 8 % a month, watched for 1 .. 40 months, 10 a month for 24 months at 1 %.
    # The spread of 120 values is known within 20 % or so.
    draw = np.random.default_rng(12)
    truth = sum(10 * (0.92 / 1.01) ** k for k in range(24))
    assert truth == pytest.approx(100.275, abs=5e-4)
    terms = Terms(horizon=24, margin=10, discount=1.01**12 - 1, units_a_year=12)
    values, halves = [], []
    for _ in range(120):
        stay, watched = draw.geometric(0.08, 300), draw.integers(1, 41, 300)
        found = contract_value(lives_of(np.minimum(stay, watched), stay <= watched), terms)
        values.append(found.value)
        halves.append(found.high - found.value)
    error = np.mean(halves) / 1.959964
    assert np.mean(values) == pytest.approx(truth, abs=3 * error / np.sqrt(120))
    assert error == pytest.approx(np.std(values), rel=0.25)


@pytest.mark.parametrize("segment", ["regular", "high_end"])
def test_sbg_sums_its_survival(shared_data, segment):
    lives = seven_years(shared_data, segment)
    found = contract_value(lives, monthly(13), model="sbg")
    fit = fit_sbg(Renewals.of(lives))
    assert found.parameters == {"alpha": fit.alpha, "beta": fit.beta}
    assert (found.log_likelihood, found.n, found.horizon) == (fit.log_likelihood, 1000, 13)
    assert found.survival == pytest.approx([fit.survival(k) for k in range(14)], rel=1e-9)
    assert found.value == pytest.approx(sum(found.survival[:13]), rel=1e-9)
    assert any("7 periods" in note for note in found.notes)


@pytest.mark.parametrize("model", ["sbg", "bdw"])
def test_limits_of_a_model_are_those_of_its_likely_parameters(shared_data, model):
    # 2,000 draws of the parameters from the normal law that the likelihood gives their logs.
    lives = seven_years(shared_data, "high_end")
    fit = (fit_sbg if model == "sbg" else fit_bdw)(Renewals.of(lives))
    found = contract_value(lives, monthly(13, margin=5, discount=0.2), model=model)
    draw = np.random.default_rng(5)
    logs = np.log(list(fit.parameters.values()))
    places = draw.multivariate_normal(logs, np.array(fit.covariance), size=2_000)
    weights = 5 * 1.2 ** (-np.arange(13) / 12)
    worth = [weights @ beta_survival(np.arange(13.0), *np.exp(place)) for place in places]
    assert (found.high - found.low) / 2 == pytest.approx(1.959964 * np.std(worth), rel=0.1)
    assert found.low < found.value < found.high


def test_the_three_models_agree_where_the_data_speak(shared_data):
    lives = seven_years(shared_data, "regular")
    km, sbg, bdw = (contract_value(lives, monthly(7), model=m) for m in ("km", "sbg", "bdw"))
    assert sbg.value == pytest.approx(km.value, rel=0.02)
    assert bdw.value == pytest.approx(km.value, rel=0.01)


def test_discount_counts_years_and_the_first_payment_is_certain():
    # Everybody stays 2 units of a quarter: payments now, after 1/4 and after 2/4 of a year.
    terms = Terms(horizon=3, margin=100, discount=0.21, units_a_year=4)
    found = contract_value(lives_of([4, 4], [0, 0]), terms)
    assert found.value == pytest.approx(100 * (1 + 1.21**-0.25 + 1.21**-0.5))
    assert (found.low, found.high) == (None, None)
    assert "Nobody left" in found.notes[0]


def test_departures_at_once_still_pay_once():
    found = contract_value(lives_of([0, 3, 3, 3], [1, 0, 0, 0]), monthly(2))
    assert found.survival == pytest.approx((1, 0.75, 0.75))
    assert found.value == pytest.approx(1.75)
    assert found.low is not None
    assert found.notes == ("Customers who left at duration 0 count with the first payment: 1.",)


def test_beyond_the_follow_up_the_curve_is_held_and_said_to_be():
    found = contract_value(lives_of([1, 2, 2], [1, 0, 0]), monthly(6))
    assert found.survival == pytest.approx((1, *[2 / 3] * 6))
    assert "longest follow-up, 2 periods" in found.notes[0]
    gone = contract_value(lives_of([1, 2, 2], [1, 1, 1]), monthly(6))
    assert (gone.survival[2:], gone.notes) == ((0, 0, 0, 0, 0), ())


@slow
@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 1)), min_size=1, max_size=30),
    st.integers(1, 12),
)
def test_a_longer_horizon_is_worth_more_and_more_customers_narrow_the_limits(pairs, horizon):
    lives = lives_of(*np.array(pairs).T)
    shorter, longer = (contract_value(lives, monthly(h)) for h in (horizon, horizon + 1))
    assert 1 <= shorter.value <= longer.value <= horizon + 1
    twice = contract_value(lives + lives, monthly(horizon))
    assert twice.value == pytest.approx(shorter.value)
    if shorter.variance is not None:
        assert twice.variance == pytest.approx(shorter.variance / 2, rel=1e-9)
        assert 1 <= shorter.low <= shorter.value <= shorter.high <= horizon


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"horizon": 0}, "horizon is 0"),
        ({"horizon": 10_001}, "from 1 to 10000"),
        ({"margin": 0}, "margin is 0"),
        ({"margin": float("nan")}, "margin is nan"),
        ({"discount": 10}, r"0\.1 for 10 %"),
        ({"discount": -0.1}, "discount is -0.1"),
        ({"units_a_year": 0}, "0 units"),
    ],
)
def test_refuses_terms_out_of_range(wrong, said):
    right = {"horizon": 12, "margin": 1, "discount": 0.1, "units_a_year": 12}
    with pytest.raises(BadOption, match=said):
        Terms(**(right | wrong))


def test_refuses_what_it_cannot_value():
    lives = lives_of([1, 2], [1, 0])
    with pytest.raises(BadOption, match="one of km, sbg, bdw, exponential, weibull"):
        contract_value(lives, monthly(3), model="gompertz")
    with pytest.raises(BadOption, match=r"0\.95"):
        contract_value(lives, monthly(3), model="sbg", level=1)
    with pytest.raises(NotEnoughData, match="1 departure"):
        contract_value(lives_of([4, 4], [0, 0]), monthly(3), model="sbg")
    with pytest.raises(NotEnoughData, match="1 customer"):
        contract_value(Lives((), (), ()), monthly(3))
