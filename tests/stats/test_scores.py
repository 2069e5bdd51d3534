"""Score histograms equal plain counting."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.stats.asked import read_score_cube
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from tests.handmade import source_of

PANDAS = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q", "year": "Y"}
SLOW = settings(max_examples=20, deadline=None)

row = st.fixed_dictionaries(
    {
        "nps": st.one_of(st.integers(0, 10), st.sampled_from([None, ...])),
        "answered": st.one_of(
            st.datetimes(pd.Timestamp(2024, 12, 20), pd.Timestamp(2026, 2, 10)), st.none()
        ),
        "weight": st.sampled_from([0.5, 1.0, 2.25]),
        "plan": st.sampled_from(["free", "Team", "", None]),
    }
)
tables = st.lists(row, min_size=1, max_size=40)
histogram = st.lists(st.integers(0, 99), min_size=11, max_size=11).map(ScoreCounts.plain)


def survey(backend, rows, *roles):
    values = {role: [one[role] for one in rows] for role in roles}
    return source_of(backend, "survey", values, cells={"plan": [one["plan"] for one in rows]})


def counted(rows, group) -> Counter:
    """Answers by group and score, the plain way."""
    found: Counter = Counter()
    for one in rows:
        if isinstance(one["nps"], int):
            found[group(one), one["nps"]] += 1
    return found


def flat(counts) -> Counter:
    return Counter(
        {(g, s): n for g, scores in counts.items() for s, n in enumerate(scores.counts) if n}
    )


def value_of(one) -> str:
    return BLANK if one["plan"] is None else one["plan"]


@SLOW
@given(rows=tables)
def test_total_and_segments_equal_plain_counting(backend, rows):
    cube = read_score_cube(survey(backend, rows, "nps"), score="nps", by=["plan", "plan"])
    whole = counted(rows, lambda _: TOTAL)
    assert flat(cube.counts) == whole + counted(rows, lambda r: Group("plan", value_of(r)))
    assert not any(scores.weighted for scores in cube.counts.values())


@SLOW
@given(rows=tables, period=st.sampled_from(sorted(PANDAS)))
def test_periods_and_segments_in_periods_equal_plain_counting(backend, rows, period):
    source = survey(backend, rows, "answered", "nps")
    cube = read_score_cube(source, score="nps", by=["plan"], period=period)
    dated = [one for one in rows if one["answered"]]

    def start(one) -> date:
        return pd.Period(one["answered"], PANDAS[period]).start_time.date()

    groups = (
        lambda _: TOTAL,
        lambda r: Group(period=start(r)),
        lambda r: Group("plan", value_of(r)),
        lambda r: Group("plan", value_of(r), start(r)),
    )
    assert flat(cube.counts) == sum((counted(dated, group) for group in groups), Counter())
    used = [one["answered"].date() for one in dated if isinstance(one["nps"], int)]
    assert cube.last_day == (max(used) if used else None)


@SLOW
@given(rows=tables)
def test_weights_and_their_squares_equal_plain_sums(backend, rows):
    cube = read_score_cube(survey(backend, rows, "nps", "weight"), score="nps")
    answered = [one for one in rows if isinstance(one["nps"], int)]
    if not answered:
        assert cube.counts == {}
        return
    whole = cube.counts[TOTAL]
    for score in range(11):
        weights = [one["weight"] for one in answered if one["nps"] == score]
        assert whole.counts[score] == len(weights)
        assert whole.weights[score] == pytest.approx(sum(weights))
        assert whole.squares[score] == pytest.approx(sum(w * w for w in weights))
    assert whole.n_eff == pytest.approx(whole.weight**2 / sum(whole.squares))


@SLOW
@given(rows=tables, cut=st.integers(0, 40))
def test_part_and_part_are_the_whole(backend, rows, cut):
    parts = [part for part in (rows[:cut], rows[cut:]) if part]
    whole, *found = [
        read_score_cube(survey(backend, part, "nps"), score="nps", by=["plan"]).counts
        for part in (rows, *parts)
    ]
    pooled: dict[Group, ScoreCounts] = {}
    for counts in found:
        for group, scores in counts.items():
            pooled[group] = pooled[group] + scores if group in pooled else scores
    assert pooled == whole


def test_a_score_off_the_scale_is_a_bug_and_not_counted_elsewhere(backend):
    table = source_of(backend, "survey", {"nps": [-1, 3]}).table
    query = score_counts(table.rename(score="nps"))
    with pytest.raises(KeyError):
        read_score_counts(query, column=None, low=0, high=10)


@given(histogram, histogram)
def test_taking_a_part_away_leaves_the_rest(one, other):
    assert (one + other) - other == one
    assert one + other == other + one
    assert (one + other).total == one.total + other.total


@given(histogram)
def test_between_counts_what_lies_on_the_scale(scores):
    assert scores.between(0, 10) == scores.total
    assert scores.between(-5, 20) == scores.total
    assert scores.between(0, 6) + scores.between(7, 8) + scores.between(9, 10) == scores.total
    assert scores.weight_between(3, 5) == sum(scores.counts[3:6])
    assert scores.n_eff == pytest.approx(scores.total)


def test_between_starts_at_the_scale():
    scores = ScoreCounts.plain((1, 2, 3, 4, 5), low=1)
    assert (scores.high, scores.between(4, 5), scores.between(1, 1)) == (5, 9, 1)


def test_scales_do_not_mix():
    with pytest.raises(ValueError, match=r"Scales differ: 1-5, 0-4\."):
        ScoreCounts.plain((0,) * 5, low=1) + ScoreCounts.plain((0,) * 5)


def test_a_part_holds_nothing_that_the_whole_lacks():
    with pytest.raises(ValueError, match="the whole does not"):
        ScoreCounts.plain((1, 0)) - ScoreCounts.plain((0, 1))
