"""Histograms by two columns equal plain counting."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.stats.groups import BLANK
from cxlib.stats.score_pairs import MOST_VALUES, read_score_pairs
from cxlib.tables.selection import Condition, Selection
from tests.handmade import source_of

row = st.tuples(
    st.one_of(st.integers(0, 10), st.none()),
    st.sampled_from(["free", "Team", None]),
    st.sampled_from(["East", "West"]),
)


def survey(backend, rows):
    scores, plans, regions = ([one[place] for one in rows] for place in range(3))
    cells = {"plan": plans, "region": regions}
    return source_of(backend, "survey", {"nps": scores}, cells=cells)


@settings(max_examples=20, deadline=None)
@given(rows=st.lists(row, min_size=1, max_size=40))
def test_every_value_and_every_pair_is_counted(backend, rows):
    found = read_score_pairs(survey(backend, rows), score="nps", columns=["plan", "region"])
    wanted: dict[tuple, Counter] = {}
    known = [one for one in rows if one[0] is not None]
    for score, plan, region in known:
        first, second = ("plan", plan or BLANK), ("region", region)
        for where in ((first,), (second,), (first, second)):
            wanted.setdefault(where, Counter())[score] += 1
    assert set(found.cells) == set(wanted)
    for where, counts in wanted.items():
        assert found.cells[where].counts == tuple(counts[score] for score in range(11))
    assert found.total.counts == tuple(
        Counter(score for score, _, _ in known)[score] for score in range(11)
    )
    assert found.coverage.used == len(known)


def test_filters_single_columns_and_columns_of_too_many_values(backend):
    rows = [(place % 11, f"plan {place}", "EW"[place % 2]) for place in range(MOST_VALUES + 20)]
    source = survey(backend, rows)
    found = read_score_pairs(source, score="nps", columns=["plan", "region"])
    assert found.many == ("plan",)
    assert set(found.cells) == {(("region", "E"),), (("region", "W"),)}
    assert found.total.total == len(rows)
    east = Selection((Condition("region", ("E",)),))
    narrowed = read_score_pairs(
        source, score="nps", columns=["region"], selection=east, pairs=False
    )
    assert narrowed.total.total == len(rows) // 2
    with pytest.raises(BadOption, match="at least one column"):
        read_score_pairs(source, score="nps", columns=[])
