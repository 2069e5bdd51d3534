"""Shifted beta-geometric fits against the published table and independent likelihoods."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.special import hyp2f1

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.renewals import Renewals
from cxlib.models.sbg import fit_sbg

slow = settings(deadline=None, max_examples=30)
counts = st.integers(0, 60)

# Fader & Hardie 2007, 1,000 customers a segment; S in per cent, DERL at 10 % a period.
PUBLISHED = {
    "regular": {
        "parameters": (0.704, 1.182),
        "log_likelihood": -1680.265,
        "survival": (62.7, 47.4, 38.8, 33.2, 29.2, 26.2, 23.9, 22.0, 20.4, 19.1, 18.0, 17.0),
        "lifetime": 3.695,
        "residual": (2.964, 4.103, 4.870, 5.442, 5.894, 6.264, 6.576, 6.842),
    },
    "high_end": {
        "parameters": (0.668, 3.806),
        "log_likelihood": -1611.158,
        "survival": (85.1, 74.7, 67.0, 61.0, 56.2, 52.2, 48.9, 46.0, 43.6, 41.4, 39.5, 37.8),
        "lifetime": 5.922,
        "residual": (5.414, 5.901, 6.294, 6.620, 6.897, 7.136, 7.345, 7.530),
    },
}


def seven_years(shared_data, segment) -> Renewals:
    """The years that the paper fits."""
    table = pd.read_csv(shared_data / "fader_hardie_retention" / "customer_retention.csv")
    there = (table[segment].to_numpy()[:8] * 10).round().astype(int)
    return Renewals(tuple((there[:-1] - there[1:]).tolist()), (*[0] * 7, int(there[7])))


def log_likelihood(renewals, alpha, beta):
    """From the chances P(T = t), by the recursion of the paper, and what is left of them."""
    total, chance, there = 0.0, alpha / (alpha + beta), 1.0
    for t, (lost, kept) in enumerate(zip(renewals.lost, renewals.kept[1:], strict=True), start=1):
        there *= (beta + t - 1) / (alpha + beta + t - 1)
        total += lost * np.log(chance) + kept * np.log(there)
        chance *= (beta + t - 1) / (alpha + beta + t)
    return total


@pytest.mark.parametrize("segment", PUBLISHED)
def test_published_table(shared_data, segment):
    want, fit = PUBLISHED[segment], fit_sbg(seven_years(shared_data, segment))
    assert (fit.alpha, fit.beta) == pytest.approx(want["parameters"], abs=5e-4)
    assert fit.log_likelihood == pytest.approx(want["log_likelihood"], abs=1e-3)
    assert [100 * fit.survival(t) for t in range(1, 13)] == pytest.approx(
        want["survival"], abs=0.05
    )
    assert fit.expected_lifetime(discount=0.1) == pytest.approx(want["lifetime"], abs=5e-4)
    residual = [fit.expected_residual(n, discount=0.1) for n in range(1, 9)]
    assert residual == pytest.approx(want["residual"], abs=5e-4)
    assert (fit.n, fit.periods) == (1000, 7)


def test_retention_rises_with_time(shared_data):
    # METHODS: the first four rates of the High End segment.
    fit = fit_sbg(seven_years(shared_data, "high_end"))
    rates = [fit.retention_rate(t) for t in range(1, 5)]
    assert rates == pytest.approx([0.8507, 0.8780, 0.8968, 0.9106], abs=5e-5)
    products = np.cumprod(rates)
    assert [fit.survival(t) for t in range(1, 5)] == pytest.approx(products, rel=1e-9)
    assert any("go first" in note for note in fit.notes)


def test_standard_errors_are_those_of_the_likelihood(shared_data):
    # Second derivatives in alpha and beta themselves, of the likelihood written out above.
    renewals = seven_years(shared_data, "regular")
    fit = fit_sbg(renewals)
    place, step = np.array([fit.alpha, fit.beta]), 1e-3 * np.eye(2)
    information = [
        [
            -sum(
                a * b * log_likelihood(renewals, *(place + a * one + b * other))
                for a in (1, -1)
                for b in (1, -1)
            )
            / 4e-6
            for other in step
        ]
        for one in step
    ]
    errors = np.sqrt(np.diag(np.linalg.inv(information)))
    assert (fit.alpha_se, fit.beta_se) == pytest.approx(tuple(errors), rel=1e-3)


@slow
@given(st.lists(st.tuples(counts, counts), min_size=2, max_size=8), st.integers(0, 60))
def test_no_other_place_is_likelier_with_each_cohorts_own_follow_up(pairs, unseen):
    lost, kept = zip(*pairs, strict=True)
    renewals = Renewals(lost, (unseen, *kept))
    decided = np.add(*renewals.decisions)
    assume(sum(lost) > 0)
    assume(np.count_nonzero(decided) > 1)
    fit = fit_sbg(renewals)
    assert fit.log_likelihood == pytest.approx(
        log_likelihood(renewals, fit.alpha, fit.beta), abs=1e-3
    )
    for alpha in (0.05, 0.4, 1, 5, 80, 1000):
        for beta in (0.05, 0.4, 1, 5, 80, 1000):
            assert log_likelihood(renewals, alpha, beta) < fit.log_likelihood + 6e-3
    curve = [fit.survival(t) for t in range(10)]
    assert curve[0] == 1
    assert (np.diff(curve) <= 0).all()
    assert all(0 <= share <= 1 for share in curve)
    assert np.isfinite(fit.expected_lifetime(discount=0.01))


def test_finds_the_truth_again():
    # Expected counts of 10 million customers: alpha 0.5, beta 20, watched for 1 .. 36 periods.
    alpha, beta, periods = 0.5, 20.0, 36
    t = np.arange(1, periods + 1)
    churn = alpha / (alpha + beta + t - 1)
    there = np.cumprod(np.append(1.0, 1 - churn))
    lost = np.zeros(periods)
    kept = np.zeros(periods + 1)
    for watched in t:
        cohort = 1e7 / periods
        lost[:watched] += cohort * (there[:watched] - there[1 : watched + 1])
        kept[watched] += cohort * there[watched]
    fit = fit_sbg(Renewals(tuple(lost.round().astype(int)), tuple(kept.round().astype(int))))
    assert (fit.alpha, fit.beta) == pytest.approx((alpha, beta), rel=1e-3)


def test_customers_alike_are_a_constant_churn():
    # 20 % leave every period: the sBG has no finite maximum, its limit is the geometric.
    fit = fit_sbg(Renewals((2000, 1600, 1280, 1024), (0, 0, 0, 0, 4096)))
    assert fit.alpha / (fit.alpha + fit.beta) == pytest.approx(0.2, abs=1e-4)
    assert [fit.survival(t) for t in (1, 4, 20)] == pytest.approx([0.8, 0.8**4, 0.8**20], rel=1e-3)
    assert (fit.alpha_se, fit.beta_se) == (None, None)
    assert fit.covariance is not None
    assert "same chance, 20.0%" in fit.notes[0]
    # DEL of the geometric: 1 / (1 - 0.8 / 1.1).
    assert fit.expected_lifetime(discount=0.1) == pytest.approx(1 / (1 - 0.8 / 1.1), rel=1e-4)


def test_customers_who_leave_at_once_or_never():
    fit = fit_sbg(Renewals((300, 0, 0), (0, 0, 0, 700)))
    assert [fit.survival(t) for t in (1, 3, 50)] == pytest.approx([0.7] * 3, abs=1e-4)
    assert "first period or not at all" in fit.notes[0]


def test_says_that_durations_were_rounded():
    assert "not whole periods" in fit_sbg(Renewals((3, 1), (0, 2, 5), rounded=True)).notes[-1]


@pytest.mark.parametrize("renewal", [1, 4, 30])
@pytest.mark.parametrize("discount", [0.3, 0.05])
def test_residual_lifetime_is_the_published_series(shared_data, renewal, discount):
    # Fader & Hardie 2010, by scipy's 2F1, where that is reliable.
    fit = fit_sbg(seven_years(shared_data, "high_end"))
    a, b, n = fit.alpha, fit.beta, renewal
    series = hyp2f1(1, b + n, a + b + n, 1 / (1 + discount))
    want = (b + n - 1) / (a + b + n - 1) * series
    assert fit.expected_residual(n, discount=discount) == pytest.approx(want, rel=1e-9)


def test_refuses_what_has_no_answer():
    fit = fit_sbg(Renewals((3, 1), (0, 2, 5)))
    with pytest.raises(BadOption, match="above 0"):
        fit.expected_residual(1, discount=0)
    with pytest.raises(BadOption, match="count from 1"):
        fit.expected_residual(0, discount=0.1)
    with pytest.raises(BadOption, match="count from 1"):
        fit.retention_rate(0)
    with pytest.raises(NotEnoughData, match="An sBG model needs at least 1 departure"):
        fit_sbg(Renewals((0, 0), (0, 0, 9)))
