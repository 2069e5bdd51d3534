"""Trends over cohorts, against published and independent computations."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cxlib.metrics.cohort_trend import cochran_armitage, cohort_trends
from cxlib.metrics.cohorts import Cell, Cohort
from cxlib.metrics.periods import later_start

FIRST = date(2024, 11, 1)
# Agresti, Categorical Data Analysis, 2002, table 3.7: malformations by mother's alcohol.
MALFORMED = (48, 38, 5, 1, 1)
BIRTHS = (17_066 + 48, 14_464 + 38, 788 + 5, 126 + 1, 37 + 1)
DRINKS = (0, 0.5, 1.5, 4.0, 7.0)


def cohorts(active, mature, places=None):
    places = places or range(len(active))
    return [
        Cohort(
            later_start(FIRST, "month", k),
            n,
            (Cell(1, hits if n else None, n, hits / n if n else None, None, None),),
        )
        for hits, n, k in zip(active, mature, places, strict=True)
    ]


def trend(active, mature, places=None):
    (one,) = cohort_trends(cohorts(active, mature, places), period="month")
    return one


def glm(active, n, x):
    """Slope and standard error of a binomial regression, by Newton from scratch."""
    beta, y = np.zeros(2), np.asarray(active, float)
    design = np.column_stack([np.ones(len(x)), x])
    for _ in range(100):
        p = 1 / (1 + np.exp(-design @ beta))
        weights = n * p * (1 - p)
        working = design @ beta + (y - n * p) / weights
        beta = np.linalg.lstsq(
            design * np.sqrt(weights)[:, None], working * np.sqrt(weights), rcond=None
        )[0]
    p = 1 / (1 + np.exp(-design @ beta))
    covariance = np.linalg.inv(design.T @ (design * (n * p * (1 - p))[:, None]))
    chi = ((y - n * p) ** 2 / (n * p * (1 - p))).sum()
    return beta[1], np.sqrt(covariance[1, 1]), chi / (len(x) - 2), p


def test_the_test_is_that_of_the_textbook():
    # Agresti 2002, 3.4.5 and 5.3.5: M^2 = 6.57, z^2 = 6.57, p = 0.010.
    z = cochran_armitage(MALFORMED, BIRTHS, DRINKS)
    assert z**2 == pytest.approx(6.57, abs=0.005)
    assert 2 * stats.norm.sf(z) == pytest.approx(0.010, abs=0.0005)


SHARES = st.lists(st.tuples(st.integers(20, 400), st.floats(0.1, 0.9)), min_size=4, max_size=12)


@settings(max_examples=60, deadline=None)
@given(rows=SHARES)
def test_odds_and_dispersion_equal_weighted_least_squares(rows):
    n = np.array([size for size, _ in rows])
    active = np.array([round(size * share) for size, share in rows])
    one = trend(active.tolist(), n.tolist())
    slope, error, phi, fitted = glm(active, n, np.arange(len(n)))
    phi, degrees = max(1.0, phi), len(n) - 2
    half = stats.t.ppf(0.975, degrees) * error * np.sqrt(phi)
    assert one.dispersion == pytest.approx(phi, rel=1e-6)
    assert one.odds_ratio == pytest.approx(np.exp(slope), rel=1e-7)
    assert (one.low, one.high) == pytest.approx(
        (np.exp(slope - half), np.exp(slope + half)), rel=1e-6
    )
    assert one.fitted == pytest.approx(fitted, rel=1e-6)
    share = active.sum() / n.sum()
    assert one.change == pytest.approx(share * (1 - share) * slope, rel=1e-6, abs=1e-12)
    z = cochran_armitage(active.tolist(), n.tolist(), range(len(n))) / np.sqrt(phi)
    assert one.p_value == pytest.approx(2 * stats.t.sf(abs(z), degrees), rel=1e-9)
    assert np.sign(round(z, 9)) == np.sign(round(slope, 9))


def test_cohorts_that_differ_wildly_prove_nothing():
    steady = trend([20, 24, 28, 32, 36, 40], [100] * 6)
    assert steady.dispersion == 1
    assert steady.p_value < 0.03
    assert steady.low > 1
    # The same rise in six thousand customers, but with swings that chance does not explain.
    wild = trend([200, 480, 130, 470, 210, 560], [1000] * 6)
    assert wild.dispersion > 50
    assert wild.p_value > 0.1
    assert wild.low < 1 < wild.high


def test_level_of_the_test_where_cohorts_differ_by_more_than_chance():
    # Shares drawn anew for each cohort without any trend: about 5 of 100 may be called one.
    draw = np.random.default_rng(11)
    found = 0
    for _ in range(400):
        active = draw.binomial(500, draw.beta(12, 28, 10))
        p = trend(active.tolist(), [500] * 10).p_value
        found += p < 0.05
    assert 0.02 < found / 400 < 0.09


def test_a_missing_month_is_a_longer_step():
    dense = trend([20, 24, 32, 36], [100] * 4, (0, 1, 3, 4))
    slope, *_ = glm([20, 24, 32, 36], np.array([100] * 4), np.array([0, 1, 3, 4]))
    assert dense.odds_ratio == pytest.approx(np.exp(slope), rel=1e-9)


@pytest.mark.parametrize(
    ("active", "mature", "known"),
    [([1, 2, 3], [9, 9, 9], 3), ([1, 2, 3, 0], [9, 9, 9, 0], 3), ([0] * 5, [9] * 5, 5)],
    ids=["three cohorts", "three mature", "nobody came back"],
)
def test_what_cannot_be_told_is_unknown(active, mature, known):
    one = trend(active, mature)
    assert len(one.cohorts) == known
    assert (one.p_value, one.p_adjusted, one.odds_ratio, one.change) == (None,) * 4


def test_none_and_all_have_a_test_but_no_odds():
    one = trend([0, 0, 0, 30, 30, 30], [30] * 6)
    assert one.odds_ratio is None
    assert one.p_value < 0.05


def test_p_values_are_adjusted_over_the_distances():
    rows = cohorts([20, 24, 28, 32, 40], [100] * 5)
    both = [Cohort(row.start, row.size, (*row.cells, Cell(2, 5, 100, 0.05, 0, 1))) for row in rows]
    first, flat = cohort_trends(both, period="month")
    assert first.p_adjusted == pytest.approx(2 * first.p_value)
    assert flat.p_adjusted == pytest.approx(1)
    assert cohort_trends([], period="month") == ()


def test_cohorts_of_one_customer_are_no_failure():
    one = trend([1, 0, 1, 1, 0], [1] * 5)
    assert 0 < one.p_value <= 1
