"""Pairs of themes: lift by hand, its limits by simulation, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxlib.text.theme_limits import net_limits, share_limits, themes_by_segment
from cxlib.text.theme_table import theme_rows
from cxlib.text.together import pairs_of
from tests.text.reading import arrow
from tests.text.test_theme_trend import mentioned


def table(n11: int, n10: int, n01: int, n00: int) -> np.ndarray:
    cells = [(1, 1)] * n11 + [(1, 0)] * n10 + [(0, 1)] * n01 + [(0, 0)] * n00
    return np.array(cells, bool)


def test_lift_and_test_are_those_of_the_table():
    (pair,) = pairs_of(mentioned(table(30, 70, 50, 350), ("a", "b")))
    assert (pair.one, pair.other, pair.n) == ("a", "b", 30)
    assert pair.expected == pytest.approx(100 * 80 / 500)
    assert pair.lift == pytest.approx(30 / 16)
    plain = stats.chi2_contingency([[30, 70], [50, 350]], correction=False).statistic
    assert pair.p_value == pytest.approx(stats.chi2.sf(plain * 499 / 500, 1))
    assert pair.p_adjusted == pytest.approx(pair.p_value)


def test_limits_hold_the_lift_as_often_as_they_say():
    rng = np.random.default_rng(5)
    chances = np.array([0.06, 0.14, 0.14, 0.66])  # a true lift of 1.5
    inside = 0
    for counts in rng.multinomial(600, chances, 800).tolist():
        (pair,) = pairs_of(mentioned(table(*counts)))
        inside += pair.low <= 1.5 <= pair.high
    # 800 tables at 95%: within three standard errors of 0.8 points.
    assert inside / 800 == pytest.approx(0.95, abs=0.025)


def test_themes_that_never_meet_have_no_limits_and_few_are_left_out():
    (pair,) = pairs_of(mentioned(table(0, 100, 100, 100)))
    assert (pair.n, pair.lift, pair.low) == (0, 0.0, None)
    assert pair.p_value < 0.001
    assert pairs_of(mentioned(table(3, 5, 5, 100))) == ()
    assert pairs_of(mentioned(np.zeros((0, 2), bool))) == ()
    (same,) = pairs_of(mentioned(table(40, 0, 0, 0)))
    assert (same.lift, same.low, same.high, same.p_value) == (1.0, 1.0, 1.0, None)


@given(st.lists(st.integers(10, 80), min_size=4, max_size=4))
def test_the_order_of_the_themes_does_not_matter(cells):
    flags = table(*cells)
    (one,) = pairs_of(mentioned(flags))
    (other,) = pairs_of(mentioned(flags[:, ::-1]))
    assert one.lift == pytest.approx(other.lift)
    assert (one.low, one.high) == pytest.approx((other.low, other.high))
    assert one.p_value == pytest.approx(other.p_value)
    assert one.low <= one.lift <= one.high


def test_shares_and_net_have_published_limits():
    # Wilson of 81 of 263: Newcombe, Statistics in Medicine 17, 1998, table I: 0.2553 to 0.3662.
    (row,) = theme_rows(mentioned(np.arange(263)[:, None] < 81))
    span = share_limits(row, 263)
    assert (span.low, span.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    # Net of 81 neutral mentions: the adjusted Wald limits of 3/4 added to either end, by hand.
    half = 1.959964 * np.sqrt(1.5 / 84 / 84)
    net = net_limits(row)
    assert net.value == 0
    assert (net.low, net.high) == pytest.approx((-100 * half, 100 * half))


def test_segments_are_held_against_the_rest():
    flags = np.zeros((200, 2), bool)
    flags[:60, 0] = True
    flags[::4, 1] = True
    cells = arrow(["east"] * 80 + ["west"] * 120)
    west, east = themes_by_segment(mentioned(flags, ("a", "b")), cells)
    assert (west.value, west.n, east.value, east.n) == ("west", 120, "east", 80)
    one = next(change for change in east.changes if change.theme == "a")
    assert (one.share, one.share_other, one.proven) == (60 / 80, 0, True)
    assert not next(change for change in east.changes if change.theme == "b").proven
