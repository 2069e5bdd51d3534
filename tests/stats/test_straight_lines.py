"""Patterns of ratings equal what pandas counts."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.straight_lines import (
    FEW,
    HIGHEST,
    LEAST,
    LOWEST,
    MIXED,
    SAME,
    STRAIGHT,
    read_straight_lines,
)
from cxlib.tables.selection import Condition, Selection
from tests.handmade import source_of

RATINGS = ["rating_1", "rating_2", "rating_3", "rating_4"]
rating = st.one_of(st.none(), st.sampled_from([1, 1, 3, 5, 5, 5]))
row = st.tuples(
    st.tuples(rating, rating, rating, rating),
    st.one_of(st.integers(0, 10), st.none()),
    st.sampled_from(["free", "Team", None]),
    st.sampled_from([0.5, 1.0, 2.5]),
)


def survey(backend, rows, *, weighted=True):
    roles = {"nps": [one[1] for one in rows]}
    if weighted:
        roles["weight"] = [one[3] for one in rows]
    roles |= {name: [one[0][k] for one in rows] for k, name in enumerate(RATINGS)}
    return source_of(backend, "survey", roles, cells={"plan": [one[2] for one in rows]})


def pattern(ratings: pd.Series) -> str:
    """Told with pandas, cell by cell."""
    given_ = ratings.dropna()
    if len(given_) < LEAST:
        return FEW
    if given_.nunique() > 1:
        return MIXED
    return {5: HIGHEST, 1: LOWEST}.get(int(given_.iloc[0]), SAME)


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(row, min_size=1, max_size=30))
def test_patterns_equal_those_of_pandas(backend, rows):
    found = read_straight_lines(
        survey(backend, rows), ratings=RATINGS, scale=(1, 5), score="nps", by="plan"
    )
    frame = pd.DataFrame([one[0] for one in rows])
    frame["pattern"] = frame.apply(pattern, axis=1)
    frame["nps"] = [one[1] for one in rows]
    frame["weight"] = [one[3] for one in rows]
    frame["plan"] = [one[2] or BLANK for one in rows]
    assert found.rows[TOTAL] == frame["pattern"].value_counts().to_dict()
    for plan, part in frame.groupby("plan"):
        assert found.rows[Group("plan", plan)] == part["pattern"].value_counts().to_dict()
    for name, part in frame.dropna(subset="nps").groupby("pattern"):
        counts = found.scores[name]
        assert counts.counts == tuple((part["nps"] == one).sum() for one in range(11))
        sums = [part.loc[part["nps"] == one, "weight"] for one in range(11)]
        assert counts.weights == pytest.approx([one.sum() for one in sums])
        assert counts.squares == pytest.approx([(one**2).sum() for one in sums])
    assert found.coverage.used == len(rows)


def test_few_ratings_are_no_line_and_the_top_may_be_honest(backend):
    rows = [
        ((5, 5, 5, 5), 10, "a", 1.0),
        ((5, 5, None, None), 10, "a", 1.0),
        ((3, 3, 3, None), 5, "a", 1.0),
        ((1, 2, 3, 4), 8, "b", 1.0),
        ((1, 1, 1, 1), None, "b", 1.0),
    ]
    found = read_straight_lines(
        survey(backend, rows, weighted=False), ratings=RATINGS, scale=(1, 5), score="nps"
    )
    assert found.rows == {TOTAL: {HIGHEST: 1, FEW: 1, SAME: 1, MIXED: 1, LOWEST: 1}}
    assert found.shares()[TOTAL].counts == (1, 3)
    assert found.scored(*STRAIGHT).total == 2
    assert not found.scored(*STRAIGHT).weighted
    assert found.scored(MIXED, FEW).total == 2
    only = Selection((Condition("plan", ("b",)),))
    narrow = read_straight_lines(
        survey(backend, rows), ratings=RATINGS, scale=(1, 5), score="nps", selection=only
    )
    assert narrow.rows == {TOTAL: {MIXED: 1, LOWEST: 1}}


def test_blank_ratings_and_too_few_columns(backend):
    source = survey(backend, [((None,) * 4, None, None, 1.0)] * 3)
    found = read_straight_lines(source, ratings=RATINGS, scale=(1, 5), score="nps", by="plan")
    assert found.rows[TOTAL] == {FEW: 3}
    assert found.shares() == {}
    assert found.scored(*STRAIGHT) is None
    with pytest.raises(BadOption, match="at least 3 rating columns on one scale; 2 are chosen"):
        read_straight_lines(source, ratings=RATINGS[:2], scale=(1, 5), score="nps")
    with pytest.raises(BadOption, match="known as 'csat'"):
        read_straight_lines(source, ratings=RATINGS, scale=(1, 5), score="csat")


def test_plain_columns_of_numbers_are_ratings_too(backend):
    cells = {name: ["4", "4.0", "x"] for name in "abc"} | {"d": ["4", "2", None]}
    source = source_of(backend, "survey", {"nps": [9, 3, 8]}, cells=cells)
    found = read_straight_lines(source, ratings=list("abcd"), scale=(0, 6), score="nps")
    assert found.rows[TOTAL] == {SAME: 1, MIXED: 1, FEW: 1}
