"""Contract values by laws of time: against lifelines, integration, closed forms and simulation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import LogLogisticFitter, LogNormalFitter, WeibullFitter
from scipy.integrate import quad
from scipy.special import hyp2f1

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.contract import contract_value, value_of
from cxlib.models.contract_models import model_curves, value_models
from cxlib.models.laws import LAWS
from cxlib.models.lifetime import MODELS, fit_lifetime
from cxlib.models.renewals import Renewals
from cxlib.models.stay_curve import stay_curve
from cxlib.stats.lives import Lives
from tests.models.contract_lives import lives_of, monthly, seven_years, telco, yearly

slow = settings(deadline=None, max_examples=15)
LIFELINES = {
    "weibull": WeibullFitter,
    "log-normal": LogNormalFitter,
    "log-logistic": LogLogisticFitter,
}


@pytest.mark.parametrize("model", LIFELINES)
def test_laws_value_as_lifelines_does(shared_data, model):
    # lifelines takes the same periods as intervals (t - 1, t]; customers still there as (t, inf).
    lives = telco(shared_data, where="Month-to-month")
    rows = [(d, e, c) for d, e, c in zip(*_columns(lives), strict=True) if d > 0]
    low = [d - 1 if left else d for d, e, c in rows for left in (1, 0) if (e if left else c)]
    high = [d if left else np.inf for d, e, c in rows for left in (1, 0) if (e if left else c)]
    n = [e if left else c for d, e, c in rows for left in (1, 0) if (e if left else c)]
    theirs = LIFELINES[model]().fit_interval_censoring(low, high, weights=n)
    terms = monthly(48, margin=25, discount=0.1)
    survival = theirs.survival_function_at_times(np.maximum(terms.times, 1e-9)).to_numpy()
    found = contract_value(Lives.of(rows), terms, model=model)
    assert found.value == pytest.approx(float(terms.weights @ survival), rel=1e-3)


def _columns(lives):
    return lives.durations, lives.events, lives.censored


@pytest.mark.parametrize("model", MODELS)
def test_short_periods_come_to_the_integral(shared_data, model):
    # Paid every hundredth of a month, the value is the area under the discounted curve.
    fit = fit_lifetime(Renewals.of(telco(shared_data)), model)
    curve = stay_curve(telco(shared_data), model)
    times = np.arange(0, 24, 0.01) + 0.005
    found = 0.01 * float(1.1 ** (-times / 12) @ curve.survival(times))
    area = quad(lambda t: 1.1 ** (-t / 12) * float(fit.survival(np.array([t]))[0]), 0, 24)[0]
    assert found == pytest.approx(area, rel=1e-4)


@pytest.mark.parametrize(
    ("segment", "expected"), [("regular", 3.695), ("high_end", 5.922)], ids=["regular", "high_end"]
)
def test_sbg_values_are_the_published_expected_lifetimes(shared_data, segment, expected):
    # Fader & Hardie (2010): DEL = 2F1(1, beta; alpha + beta; 1 / 1.1), the first payment included.
    terms = yearly(400, discount=0.1)
    found = contract_value(seven_years(shared_data, segment), terms, model="sbg")
    alpha, beta = found.parameters["alpha"], found.parameters["beta"]
    assert found.value == pytest.approx(hyp2f1(1, beta, alpha + beta, 1 / 1.1), rel=1e-6)
    assert found.value == pytest.approx(expected, abs=2e-3)


def test_the_exponential_is_a_geometric_sum():
    # 100 customers, 20 leave in each of 3 periods: constant hazard; sum of (S(1) / 1.1)^k.
    lives = Lives.of([(1, 20, 0), (2, 16, 0), (3, 13, 51)])
    found = contract_value(lives, yearly(200, margin=7, discount=0.1), model="exponential")
    ratio = np.exp(-1 / found.parameters["lambda"]) / 1.1
    assert found.value == pytest.approx(7 * (1 - ratio**200) / (1 - ratio), rel=1e-9)


@pytest.mark.parametrize("model", LAWS)
def test_limits_are_those_of_refitted_samples(model):
    # 60 parametric samples from a law with rising retention; standard error against their spread.
    draw = np.random.default_rng(21)
    values, errors = [], []
    for _ in range(60):
        stay = np.ceil(12 * draw.weibull(0.8, 400))
        watched = draw.integers(6, 37, 400)
        lives = lives_of(np.minimum(stay, watched), stay <= watched)
        found = contract_value(lives, monthly(24, discount=0.1), model=model)
        values.append(found.value)
        errors.append((found.high - found.low) / 2 / 1.959964)
    # A wrong law is wrong about its own spread too, so the others are given more room.
    room = 0.3 if model == "weibull" else 0.6
    assert np.mean(errors) == pytest.approx(np.std(values), rel=room)


def test_models_are_compared_by_one_likelihood(shared_data):
    lives = seven_years(shared_data, "high_end")
    found = value_models(model_curves(lives), yearly(13, discount=0.1))
    assert len(found.values) == 6
    aic = [one.aic for one in found.values]
    assert aic == sorted(aic)
    assert found.best.model == found.curves.projection.best
    assert found.low <= found.best.value <= found.high
    assert found.observed.model == "km"
    by_name = {one.model: one for one in found.values}
    # Reference values, section 3: 2 * 2 + 2 * 1611.158, and BdW 2 * 3 + 2 * 1605.314.
    assert by_name["sbg"].aic == pytest.approx(3226.316, abs=2e-3)
    assert by_name["bdw"].aic == pytest.approx(3216.628, abs=2e-3)


def test_within_and_beyond_add_up_and_the_tail_is_told(shared_data):
    lives = seven_years(shared_data, "regular")
    inside = value_models(model_curves(lives), yearly(8))
    assert (inside.beyond, inside.guess) == (False, False)
    for model in ("km", "sbg", *LAWS):
        short = contract_value(lives, yearly(8), model=model)
        long = contract_value(lives, yearly(40), model=model)
        assert long.within == pytest.approx(short.value)
        assert long.within + long.beyond == pytest.approx(long.value)
        assert short.beyond == 0
    # Undiscounted over 200 years, the exponential and the power laws part by far more than 5 %.
    far = value_models(model_curves(lives), yearly(200))
    assert far.guess
    assert far.high - far.low > 0.05 * far.best.value


def test_in_arrears_the_sum_begins_at_the_end_of_the_first_period(shared_data):
    lives = telco(shared_data)
    for model in ("km", "sbg", "weibull"):
        late = contract_value(lives, monthly(12, margin=3, discount=0.2, arrears=True), model=model)
        shares = np.array(late.survival)
        assert late.value == pytest.approx(
            sum(3 * shares[k] * 1.2 ** (-k / 12) for k in range(1, 13))
        )
        early = contract_value(lives, monthly(12, margin=3, discount=0.2), model=model)
        assert late.value < early.value


def test_growth_compounds_by_the_year():
    # Everybody stays: 100, then 100 * 1.1, then 121, undiscounted.
    lives = lives_of([4, 4], [0, 0])
    assert contract_value(lives, yearly(3, margin=100, growth=0.1)).value == pytest.approx(331)
    # In arrears the first payment is the first period's margin still.
    late = contract_value(lives, yearly(3, margin=100, growth=0.1, arrears=True))
    assert late.value == pytest.approx(331)


@slow
@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 1)), min_size=12, max_size=40),
    st.sampled_from(["km", "sbg", *LAWS]),
)
def test_the_last_partial_sum_has_the_variance_of_the_value(pairs, model):
    lives = lives_of(*np.array([*pairs, (1, 1), (5, 1), (9, 1)]).T)
    terms = monthly(10, discount=0.1)
    curve = stay_curve(lives, model)
    partial = curve.variances(terms.times, terms.weights)
    whole = curve.variance(terms.times, terms.weights)
    if whole is None:
        assert np.isnan(partial).all()
    else:
        assert partial[-1] == pytest.approx(whole, rel=1e-6, abs=1e-12)
        shorter = value_of(curve, monthly(4, discount=0.1))
        assert partial[3] == pytest.approx(shorter.variance or 0.0, rel=1e-6, abs=1e-12)


def test_late_entries_are_honoured():
    # 100 customers left in month 1 before the records began at month 2; 60 are seen from 2 on.
    full = Lives.of([(1, 100, 0), (6, 30, 30)])
    late = Lives.of([(6, 30, 30)], late=[(2.0, 60)])
    naive = Lives.of([(6, 30, 30)])
    terms = monthly(6)
    truth, seen, blind = (
        contract_value(one, terms, model="exponential").value for one in (full, late, naive)
    )
    assert truth < seen < blind
    noted = contract_value(late, terms).notes
    assert any("Nobody is watched in the beginning" in note for note in noted)


def test_refusals_say_what_to_do():
    with pytest.raises(BadOption, match="one of km, sbg, bdw, exponential"):
        stay_curve(lives_of([1, 2], [1, 0]), "gompertz")
    stayed = lives_of([4, 5, 6], [0, 0, 0])
    with pytest.raises(NotEnoughData, match="Nobody left"):
        model_curves(stayed)
    with pytest.raises(NotEnoughData, match="Nobody left"):
        stay_curve(stayed, "log-normal")
    with pytest.raises(BadOption, match="growth of the margin is -1"):
        monthly(3, growth=-1.0)


def test_everybody_gone_is_known_for_ever():
    found = contract_value(lives_of([1, 2, 2], [1, 1, 1]), monthly(6))
    assert (found.beyond, found.longest) == (0, float("inf"))
    one = contract_value(lives_of([3], [0]), monthly(2))
    assert (one.n, one.value, one.low) == (1, 2, None)
