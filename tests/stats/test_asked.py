"""What a question is asked of: scale, direction, segments."""

from __future__ import annotations

import pytest

from cxlib.columns.mapping import Reading
from cxlib.errors import BadOption, ColumnMissing
from cxlib.stats.asked import first_reason, read_score_cube, scale_of, segments_of
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.question import Coverage
from tests.handmade import source_of

RATINGS = {"rating_1": [1, 5], "rating_2": [2, 7]}


def test_each_rating_is_read_by_its_own_column(backend):
    readings = {"rating_2": Reading(scale=(1, 7), reversed=True)}
    source = source_of(backend, "survey", RATINGS, readings=readings)
    one, two = (read_score_cube(source, score=f"rating_{place}") for place in (1, 2))
    assert (one.scale, one.reversed) == ((1, 5), False)
    assert (two.scale, two.reversed) == ((1, 7), True)
    assert two.counts[TOTAL].counts == (0, 1, 0, 0, 0, 0, 1)


def test_default_scales_are_those_of_the_roles(backend):
    source = source_of(backend, "survey", {"nps": [1], "csat": [1], "ces": [1]})
    assert [scale_of(source, one) for one in ("nps", "csat", "ces")] == [(0, 10), (1, 5), (1, 7)]


def test_segments_bear_the_name_of_the_file_once(backend):
    source = source_of(backend, "survey", {"nps": [9, 3]}, cells={"Plan": ["a", "b"]})
    assert segments_of(source, [" plan", "PLAN"]) == [(None, None), ("Plan", "c:Plan")]
    groups = read_score_cube(source, score="nps", by=["plan"]).counts
    assert groups.keys() == {TOTAL, Group("Plan", "a"), Group("Plan", "b")}


def test_an_unknown_segment_names_its_neighbours(backend):
    source = source_of(backend, "survey", {"nps": [9]}, cells={"plan": ["a"]})
    with pytest.raises(ColumnMissing, match=r"'plans' is not in this table\. Did you mean plan\?"):
        read_score_cube(source, score="nps", by=["plans"])


def test_a_score_without_a_column_says_how_to_give_it_one(backend):
    source = source_of(backend, "survey", {"nps": [9]})
    with pytest.raises(BadOption, match=r"known as 'csat'.*--map csat=COLUMN; it has: nps\."):
        read_score_cube(source, score="csat")


def test_the_first_reason_is_the_most_frequent():
    assert first_reason(Coverage(0, 0, ())) == "The file has no rows."
    lost = Coverage(1500, 0, (("no customer", 1200), ("no date", 300)))
    assert first_reason(lost).endswith("because: no customer (1,200 of 1,500 rows).")
