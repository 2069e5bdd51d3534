"""Events a session and sessions by group: customers are the unit of every limit and test."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.engagement import events_a_session, visits_against_rest
from cxlib.stats.groups import Group
from cxlib.stats.sessions import EventSums

A, B, C = (Group("plan", name) for name in "abc")


def sums(events: list[int], sessions: list[int]) -> EventSums:
    e, s = np.array(events, float), np.array(sessions, float)
    return EventSums(
        len(e), int(s.sum()), int(e.sum()), (s * s).sum(), (e * e).sum(), (s * e).sum()
    )


def test_events_a_session_have_limits_with_customers_as_the_unit() -> None:
    events, sessions = [3, 10, 4, 30, 6], [1, 4, 2, 6, 5]
    found = events_a_session(sums(events, sessions))
    assert found is not None
    mean = 53 / 18
    # Cochran (1977), equation 6.10, without the finite population correction.
    residuals = [e - mean * s for e, s in zip(events, sessions, strict=True)]
    error = np.sqrt(sum(r * r for r in residuals) / 4 * 5) / 18
    half = stats.t.ppf(0.975, 4) * error
    assert (found.mean, found.high) == (pytest.approx(mean), pytest.approx(mean + half))
    assert found.low == pytest.approx(max(1.0, mean - half))


def test_the_same_sessions_of_fewer_customers_tell_less() -> None:
    many = events_a_session(sums([2, 8] * 20, [1, 1] * 20))
    few = events_a_session(sums([20, 80] * 2, [10, 10] * 2))
    assert many is not None
    assert few is not None
    assert many.mean == few.mean == 5
    assert (few.high or 0) > (many.high or 0) > 5
    assert few.low == 1.0


def test_one_customer_has_a_mean_without_limits_and_none_has_nothing() -> None:
    one = events_a_session(sums([20_000], [10_000]))
    assert one is not None
    assert (one.mean, one.low, one.high) == (2.0, None, None)
    assert events_a_session(EventSums(0, 0, 0, 0.0, 0.0, 0.0)) is None


def test_groups_are_tested_as_by_welch_and_adjusted() -> None:
    pairs = {A: [(1, 30), (2, 10)], B: [(1, 10), (5, 20)], C: [(2, 4), (3, 9)]}
    flat = {g: np.repeat(*np.array(one).T) for g, one in pairs.items()}
    p = [
        stats.ttest_ind(
            flat[g], np.concatenate([v for o, v in flat.items() if o != g]), equal_var=False
        ).pvalue
        for g in pairs
    ]
    found = visits_against_rest(pairs)
    assert [one[0] for one in found.values()] == pytest.approx(p)
    assert [one[1] for one in found.values()] == pytest.approx(benjamini_hochberg(p))


def test_too_few_customers_or_no_spread_give_no_test() -> None:
    assert visits_against_rest({A: [(10_000, 1)], B: [(1, 5), (2, 5)]})[A] == (None, None)
    assert visits_against_rest({A: [(1, 5)], B: [(2, 5)]}) == {A: (None, None), B: (None, None)}
    assert visits_against_rest({A: [(1, 5), (2, 5)]}) == {A: (None, None)}
