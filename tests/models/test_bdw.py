"""Beta-discrete-Weibull fits against an independent maximum and the models they contain."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.special import beta as beta_function

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.bdw import fit_bdw
from cxlib.models.renewal_likelihood import beta_survival
from cxlib.models.renewals import Renewals
from cxlib.models.sbg import fit_sbg

counts = st.integers(0, 60)


def seven_years(shared_data, segment) -> Renewals:
    table = pd.read_csv(shared_data / "fader_hardie_retention" / "customer_retention.csv")
    there = (table[segment].to_numpy()[:8] * 10).round().astype(int)
    return Renewals(tuple((there[:-1] - there[1:]).tolist()), (*[0] * 7, int(there[7])))


@pytest.mark.parametrize(
    ("segment", "parameters", "log_likelihood"),
    [
        # Not published; computed by Nelder-Mead in logs from S(t) in another program.
        ("high_end", (0.2143, 1.4266, 1.7236), -1605.314),
        ("regular", (0.4556, 0.7793, 1.2835), -1679.603),
    ],
)
def test_the_table_of_fader_and_hardie(shared_data, segment, parameters, log_likelihood):
    fit = fit_bdw(seven_years(shared_data, segment))
    assert (fit.alpha, fit.beta, fit.c) == pytest.approx(parameters, abs=1e-4)
    assert fit.log_likelihood == pytest.approx(log_likelihood, abs=1e-3)
    assert None not in (fit.alpha_se, fit.beta_se, fit.c_se)
    plain = beta_function(fit.alpha, fit.beta + 5**fit.c) / beta_function(fit.alpha, fit.beta)
    assert fit.survival(5) == pytest.approx(plain, rel=1e-9)
    rate = fit.survival(5) / fit.survival(4)
    assert fit.retention_rate(5) == pytest.approx(rate, rel=1e-9)


def test_criteria_choose_between_the_models(shared_data):
    # The likelihood gains 5.84 for one parameter in High End, 0.66 in Regular.
    for segment, better in (("high_end", True), ("regular", False)):
        renewals = seven_years(shared_data, segment)
        assert (fit_bdw(renewals).aic < fit_sbg(renewals).aic) == better


def log_likelihood(renewals, alpha, beta, c):
    """From S(t), period by period."""
    there = beta_function(alpha, beta + np.arange(len(renewals.kept)) ** c)
    there = there / beta_function(alpha, beta)
    return np.array(renewals.lost) @ np.log(-np.diff(there)) + renewals.kept @ np.log(there)


def test_standard_errors_are_those_of_the_likelihood(shared_data):
    # Second derivatives in alpha, beta and c themselves, of the likelihood written out above.
    renewals = seven_years(shared_data, "high_end")
    fit = fit_bdw(renewals)
    place, step = np.array([fit.alpha, fit.beta, fit.c]), 1e-3 * np.eye(3)
    corners = [(a, b) for a in (1, -1) for b in (1, -1)]
    information = [
        [
            -sum(a * b * log_likelihood(renewals, *(place + a * one + b * two)) for a, b in corners)
            for two in step
        ]
        for one in step
    ]
    errors = np.sqrt(np.diag(np.linalg.inv(np.array(information) / 4e-6)))
    assert (fit.alpha_se, fit.beta_se, fit.c_se) == pytest.approx(tuple(errors), rel=5e-3)
    assert log_likelihood(renewals, *place) == pytest.approx(fit.log_likelihood, abs=1e-9)


def test_finds_the_truth_again():
    # Expected counts of 10 million customers over 12 periods: alpha 1, beta 4, c 1.5.
    there = beta_function(1, 4 + np.arange(13) ** 1.5) / beta_function(1, 4)
    lost = (-1e7 * np.diff(there)).round().astype(int)
    fit = fit_bdw(Renewals(tuple(lost.tolist()), (*[0] * 12, 10**7 - int(lost.sum()))))
    assert (fit.alpha, fit.beta, fit.c) == pytest.approx((1, 4, 1.5), rel=1e-3)


@settings(deadline=None, max_examples=12)
@given(st.lists(st.tuples(counts, counts), min_size=3, max_size=8), st.integers(0, 60))
def test_never_less_likely_than_the_model_it_contains(pairs, unseen):
    lost, kept = zip(*pairs, strict=True)
    renewals = Renewals(lost, (unseen, *kept))
    assume(sum(lost) > 0)
    assume(np.count_nonzero(np.add(*renewals.decisions)) > 2)
    fit = fit_bdw(renewals)
    assert fit.log_likelihood > fit_sbg(renewals).log_likelihood - 1e-2
    curve = [fit.survival(t) for t in range(10)]
    assert curve[0] == 1
    assert (np.diff(curve) <= 0).all()
    assert all(0 <= share <= 1 for share in curve)
    assert all(0 <= fit.retention_rate(t) <= 1 for t in range(1, 10))


def test_all_leave_at_one_moment():
    fit = fit_bdw(Renewals((0, 0, 0, 0, 0, 80), (0,) * 7))
    assert fit.survival(5) > 0.9
    assert fit.survival(6) < 0.1
    assert fit.c_se is None
    assert any("one moment" in note for note in fit.notes)


def test_needs_three_periods():
    with pytest.raises(NotEnoughData, match="A BdW model needs at least 3 periods"):
        fit_bdw(Renewals((3, 1), (0, 2, 5)))
    with pytest.raises(BadOption, match="count from 1"):
        fit_bdw(Renewals((3, 2, 1), (0, 2, 5, 5))).retention_rate(0)


def test_far_times_and_a_steep_rise_do_not_overflow():
    # At c = 33 (all leave at about one moment) t^c passes what a float holds from 2e9 periods on.
    far = beta_survival([0.0, 1.0, 1e6, 1e12, 1e300], 0.7, 1.2, 33.0)
    assert far[0] == 1
    assert (np.diff(far) <= 0).all()
    assert far[-1] < 1e-100
    flat = beta_survival([1e300], 0.7, 1.2, 0.05)
    assert flat[0] == pytest.approx(beta_survival([1e15], 0.7, 1.2, 1.0)[0], rel=1e-9)
