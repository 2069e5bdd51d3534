"""Shares of yes: Wilson's limits, the chi-square test against scipy, and the limit of quick."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from cxlib.metrics.response import homogeneity, quick_limit, yes_shares
from cxlib.metrics.shares import wilson
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts


def counts(*pairs):
    return [ScoreCounts.plain(pair) for pair in pairs]


def test_a_response_rate_has_wilsons_limits():
    # 8 of 10: 0.4902 to 0.9433 (Newcombe, Statistics in Medicine 17, 1998).
    (one,) = yes_shares({TOTAL: ScoreCounts.plain([2, 8])})
    assert one.result.share == pytest.approx(0.8)
    assert (one.result.low, one.result.high) == pytest.approx((0.4902, 0.9433), abs=5e-5)
    (none,) = yes_shares({TOTAL: ScoreCounts.plain([10, 0])})
    assert (none.result.low, none.result.high) == pytest.approx((0, 0.2775), abs=5e-5)


def test_groups_are_tested_against_the_rest():
    cube = {TOTAL: ScoreCounts.plain([60, 40])}
    cube |= {Group("plan", "a"): ScoreCounts.plain([45, 15])}
    cube |= {Group("plan", "b"): ScoreCounts.plain([15, 25])}
    found = {one.group.value: one for one in yes_shares(cube)}
    assert found["a"].p_value == pytest.approx(found["b"].p_value)
    assert found["a"].p_adjusted < 0.001
    assert found[None].p_value is None
    assert found["b"].result.low == pytest.approx(wilson(25 / 40, 40)[0])


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80)), min_size=2, max_size=8).filter(
        lambda t: sum(a for a, _ in t) and sum(b for _, b in t) and sum(a + b > 0 for a, b in t) > 1
    )
)
def test_homogeneity_is_pearsons_test(pairs):
    found = homogeneity(counts(*pairs))
    table = np.array([pair for pair in pairs if sum(pair)])
    other = chi2_contingency(table, correction=False)
    assert found.statistic == pytest.approx(other.statistic, abs=1e-9)
    assert found.degrees == other.dof
    assert found.p_value == pytest.approx(other.pvalue, abs=1e-12)
    assert found.smallest == pytest.approx(other.expected_freq.min())


def test_nothing_to_compare():
    assert homogeneity(counts((4, 6))) is None
    assert homogeneity(counts((4, 0), (9, 0))) is None
    assert homogeneity(counts((4, 2), (0, 0))) is None
    assert homogeneity([]) is None


def test_too_quick_is_below_a_third_of_the_median():
    assert quick_limit([30, 60, 90], [1, 1, 1]) == pytest.approx((60, 20))
    assert quick_limit([30, 60, 90], [1, 1, 5], part=0.5) == pytest.approx((90, 45))
    assert quick_limit([], []) is None
