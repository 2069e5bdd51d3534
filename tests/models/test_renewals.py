"""Durations counted in whole periods."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.models.renewals import Renewals
from cxlib.stats.lives import Lives

durations = st.lists(st.tuples(st.floats(0, 9), st.integers(0, 3), st.integers(0, 3)), max_size=15)


def test_counts_departures_in_the_period_begun_and_the_others_in_periods_completed():
    lives = Lives.of([(0, 1, 1), (2, 4, 8), (2.3, 16, 32), (3, 64, 128)])
    renewals = Renewals.of(lives)
    assert renewals.lost == (1, 4, 16 + 64)
    assert renewals.kept == (1, 0, 8 + 32, 128)
    assert renewals.rounded
    assert renewals.n == lives.n
    assert renewals.besides == pytest.approx((0, 0, 32 * 0.3))
    whole = Renewals.of(Lives.of([(1, 1, 0), (2, 0, 1)]))
    assert (whole.rounded, whole.besides) == (False, ())


def test_the_part_of_a_period_counts_as_stayed():
    # Constant churn of 4 % a period, watched for 0 to 20 periods: departures over time at risk
    # gives it back, without the parts it reads 0.042.
    draw = np.random.default_rng(8)
    stay, seen = draw.exponential(-1 / np.log(0.96), 200_000), draw.uniform(0, 20, 200_000)
    rows = zip(np.minimum(stay, seen).tolist(), (stay <= seen).tolist(), strict=True)
    lost, stayed = Renewals.of(Lives.of((d, int(e), int(not e)) for d, e in rows)).decisions
    assert lost.sum() / (lost + stayed).sum() == pytest.approx(0.04, abs=4e-4)


def test_time_before_a_customer_was_watched_does_not_count():
    # Ten customers leave after 4; six of them were watched from the start, four after 2.5.
    late = Renewals.of(Lives.of([(4, 10, 0)], late=[(2.5, 4)]))
    lost, stayed = late.decisions
    assert lost.tolist() == [0, 0, 0, 10]
    assert stayed.tolist() == [6, 6, 8, 0]


def test_rounding_errors_of_a_unit_make_no_new_period():
    # 0.1 + 0.2 is a little above 0.3.
    renewals = Renewals.of(Lives.of([((0.1 + 0.2) / 0.1, 1, 0)]))
    assert (renewals.lost, renewals.rounded) == ((0, 0, 1), False)


def test_who_decides_in_each_period():
    # 10 customers: 3 leave in period 1, 2 in period 2, 1 is last seen after 1 period, 4 after 2.
    lost, stayed = Renewals((3, 2), (0, 1, 4)).decisions
    assert lost.tolist() == [3, 2]
    assert stayed.tolist() == [7, 4]


@given(durations)
def test_nobody_is_lost_in_counting(rows):
    renewals = Renewals.of(Lives.of(rows))
    assert renewals.n == sum(events + censored for _, events, censored in rows)
    assert sum(renewals.lost) == sum(events for _, events, _ in rows)
    lost, stayed = renewals.decisions
    assert (np.diff(lost + stayed) <= 0).all()


@pytest.mark.parametrize(
    ("renewals", "need"),
    [
        (Renewals((), (0,)), "at least 1 customer; this selection has 0"),
        (Renewals((0, 0), (0, 0, 5)), "at least 1 departure; this selection has 0"),
        (Renewals((5, 0), (3, 9, 0)), "at least 2 periods; this selection has 1"),
        (Renewals((4,), (0, 0)), "at least 2 periods"),
    ],
    ids=["nobody", "nobody left", "one period watched", "all left at once"],
)
def test_says_what_is_missing(renewals, need):
    with pytest.raises(NotEnoughData, match=need):
        renewals.require("An sBG model", periods=2)


def test_kept_begins_at_zero_periods():
    with pytest.raises(ValueError, match="one more"):
        Renewals((1, 2), (3, 4))
    with pytest.raises(ValueError, match="one number a period"):
        Renewals((1, 2), (3, 4, 5), besides=(0.5,))
