"""Scores of every group, each tested against the rest."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from cxlib.metrics.nps import nps, nps_difference
from cxlib.metrics.scored import score_box, score_nps
from cxlib.metrics.shares import box_score, share_difference
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.scores import ScoreCounts

histogram = st.lists(st.integers(0, 60), min_size=11, max_size=11).map(ScoreCounts.plain)
cubes = st.dictionaries(
    st.builds(Group, st.sampled_from(["channel", "plan"]), st.sampled_from("abcd")),
    histogram.filter(lambda scores: scores.total > 0),
    min_size=1,
)


def rest_of(cube, group) -> ScoreCounts:
    """All other groups of the same column, added one by one."""
    rest = ScoreCounts.plain((0,) * 11)
    for other, counts in cube.items():
        if other.column == group.column and other != group:
            rest += counts
    return rest


@given(cubes)
def test_each_group_is_tested_against_its_rest(cube):
    scored = {one.group: one for one in score_nps(cube, level=0.9)}
    assert scored.keys() == cube.keys()
    for group, one in scored.items():
        assert one.result == nps(cube[group], level=0.9)
        expected = nps_difference(cube[group], rest_of(cube, group))
        assert one.p_value == (None if expected is None else pytest.approx(expected))


@given(cubes)
def test_adjusted_within_each_column(cube):
    scored = score_nps(cube, level=0.95)
    for column in ("channel", "plan"):
        family = [one for one in scored if one.group.column == column]
        if len(family) > 1:
            expected = false_discovery_control([one.p_value for one in family])
            assert [one.p_adjusted for one in family] == pytest.approx(list(expected))
        else:
            assert [one.p_adjusted for one in family] == [None] * len(family)


@given(cubes)
def test_shares_are_tested_as_shares(cube):
    for one in score_box(cube, box=(8, 10), level=0.95):
        assert one.result == box_score(cube[one.group], box=(8, 10))
        expected = share_difference(cube[one.group], rest_of(cube, one.group), box=(8, 10))
        assert one.p_value == (None if expected is None else pytest.approx(expected))


def test_total_and_periods_bear_no_test():
    counts = ScoreCounts.plain((3, 0, 0, 0, 0, 0, 0, 2, 0, 1, 4))
    march = date(2026, 3, 1)
    cube = {
        Group("plan", "b"): counts,
        Group("plan", "a"): counts + counts,
        Group("plan", "a", march): counts,
        Group(period=march): counts,
        TOTAL: counts,
    }
    scored = {one.group: one.p_value for one in score_nps(cube, level=0.95)}
    assert [group for group, p in scored.items() if p is not None] == [
        Group("plan", "a"),
        Group("plan", "b"),
    ]
    assert next(iter(scored)) == TOTAL


def test_a_group_without_weight_is_left_out():
    counts = ScoreCounts.plain((3, 0, 0, 0, 0, 0, 0, 2, 0, 1, 4))
    silent = ScoreCounts(0, counts.counts, (0.0,) * 11, (0.0,) * 11)
    assert [one.group for one in score_nps({TOTAL: silent}, level=0.95)] == []
