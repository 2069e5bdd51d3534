"""Shares of tickets, and each group's against the others."""

from __future__ import annotations

import pytest
from scipy.stats import chi2

from cxlib.metrics.backlog import share_of, shares_against_rest
from cxlib.stats.groups import Group


def test_a_share_has_the_limits_of_wilson():
    # Newcombe 1998: 81 of 263.
    found = share_of(81, 263)
    assert (found.share, found.n, found.hits) == (81 / 263, 263, 81)
    assert (found.low, found.high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert share_of(0, 0) is None


def test_two_groups_have_the_p_value_of_their_difference():
    # N-1 chi-square of 40/100 against 25/100 by hand: 200 (40*75 - 60*25)^2 / (100^2 * 65 * 135).
    want = chi2.sf(5.128205 * 199 / 200, 1)
    groups = {Group("team", "a"): (40, 100), Group("team", "b"): (25, 100)}
    found = shares_against_rest(groups)
    assert [p for p, _ in found.values()] == pytest.approx([want, want], abs=1e-6)
    assert shares_against_rest({}) == {}


def test_a_group_without_others_has_no_test():
    assert shares_against_rest({Group("team", "a"): (4, 9)}) == {Group("team", "a"): (None, None)}
