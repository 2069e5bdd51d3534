"""Sample sizes against reference values, and round trips."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from cxlib.errors import BadOption
from cxlib.metrics.sample_size import (
    answers_needed,
    answers_to_detect,
    detectable,
    half_width,
    one_variance,
    planned,
    rounded_up,
)
from cxlib.stats.scores import ScoreCounts


def test_five_points_of_nps():
    # n = (100 z)^2 V / h^2 with z = 1.959964: 937.3 at V = 0.61 and 1536.6 at V = 1.
    assert answers_needed(0.05, variance=0.61) == pytest.approx(937.3, abs=0.05)
    assert answers_needed(0.05, variance=1.0) == pytest.approx(1536.6, abs=0.05)
    assert rounded_up(answers_needed(0.05, variance=1.0)) == 1537


def test_a_share_needs_the_number_of_every_textbook():
    # Half good, 5 percentage points, 95 %: 384.1 answers; of 1,000 customers 277.7 (Krejcie and
    # Morgan's table, Educational and Psychological Measurement 30, 1970, says 278).
    assert answers_needed(0.05, variance=0.25) == pytest.approx(384.1, abs=0.05)
    assert rounded_up(answers_needed(0.05, variance=0.25, population=1000)) == 278
    assert rounded_up(answers_needed(0.05, variance=0.25, population=100)) == 80
    assert answers_needed(0.05, variance=0.25, population=1) == pytest.approx(1)


@given(
    half=st.floats(0.005, 0.5),
    variance=st.floats(0.01, 1),
    level=st.sampled_from([0.8, 0.9, 0.95, 0.99]),
    population=st.one_of(st.none(), st.integers(100, 10**7)),
)
def test_that_many_answers_give_that_half_width(half, variance, level, population):
    n = answers_needed(half, variance=variance, level=level, population=population)
    assert population is None or n < population
    width = half_width(n, variance=variance, level=level, population=population)
    assert width == pytest.approx(half, rel=1e-9)


def test_all_customers_leave_no_doubt():
    assert half_width(500, variance=1.0, population=500) == 0
    assert half_width(400, variance=1.0) == pytest.approx(1.959964 / 20, rel=1e-6)


def test_a_difference_with_power():
    # 2 V (1.959964 + 0.841621)^2 / d^2 = 2 x 7.848880 / 0.01 = 1569.776 at V = 1, d = 0.1.
    assert answers_to_detect(0.1, variance=1.0) == pytest.approx(1569.776, abs=5e-3)
    assert detectable(1569.776, 1569.776, variance=1.0) == pytest.approx(0.1, rel=1e-6)


@given(st.integers(20, 5000), st.floats(0.2, 3.0), st.floats(0.05, 1))
def test_the_difference_is_found_with_that_power(n, ratio, variance):
    found = detectable(n, n * ratio, variance=variance, power=0.8)
    far = found / np.sqrt(variance * (1 / n + 1 / (n * ratio)))
    power = norm.sf(norm.ppf(0.975) - far) + norm.cdf(norm.ppf(0.025) - far)
    assert power == pytest.approx(0.8, abs=1e-4)


def test_invitations_follow_from_whole_answers():
    found = planned(0.05, variance=1.0, rate=0.2)
    assert (found.needed, found.invitations) == (1537, 7685)
    assert planned(0.05, variance=1.0, rate=1.0).invitations == 1537


def test_the_variance_of_one_answer():
    thirty = ScoreCounts.plain([20, 0, 0, 0, 0, 0, 0, 30, 0, 0, 50])
    assert one_variance(thirty, box=None) == pytest.approx(0.5 + 0.2 - 0.3**2)
    assert one_variance(thirty, box=(9, 10)) == pytest.approx(0.25)
    assert one_variance(ScoreCounts.plain([0] * 11), box=None) is None


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: answers_needed(0, variance=1), "half-width is 0; it has to be more than 0"),
        (lambda: answers_needed(0.1, variance=1, population=0), "at least 1"),
        (lambda: planned(0.1, variance=1, rate=0), "response rate is 0"),
        (lambda: answers_to_detect(2, variance=1), "difference is 2"),
        (lambda: detectable(9, 9, variance=1, power=1), "power is 1"),
        (lambda: half_width(9, variance=1, level=1), "confidence level is 1"),
    ],
)
def test_what_cannot_be_is_refused_in_words(call, words):
    with pytest.raises(BadOption, match=words):
        call()
