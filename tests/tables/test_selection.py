"""Filters, and the order of the reasons that they give."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from cxlib.errors import BadOption, ColumnMissing
from cxlib.tables.question import ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Condition, Selection
from cxlib.tables.source import BLANK
from tests.handmade import source_of


def used(source, selection, **options) -> list[int]:
    question = ask(source, selection, roles=["nps"], **options)
    return sorted(question.kept.row.to_pyarrow().to_pylist())


@pytest.fixture
def survey(backend):
    return source_of(
        backend,
        "survey",
        {
            "nps": [9, 3, None, 8, 7],
            "answered": [
                datetime(2025, 3, 1),
                datetime(2025, 3, 31, 23, 59, 59),
                datetime(2025, 3, 15),
                datetime(2025, 4, 1),
                None,
            ],
        },
        cells={"Plan": ["free", None, "free", "Team", "team"], "region": list("nnsss")},
    )


def test_both_ends_of_a_range_are_included(survey):
    march = Selection(since=date(2025, 3, 1), until=date(2025, 3, 31))
    assert used(survey, march, time="answered") == [1, 2]
    assert used(survey, Selection(since=date(2025, 3, 31)), time="answered") == [2, 4]
    assert used(survey, Selection(until=date(2025, 3, 1)), time="answered") == [1]


def test_conditions_hold_together_and_their_values_are_alternatives(survey):
    both = Selection((Condition("Plan", ("free", BLANK)), Condition("region", ("n",))))
    assert used(survey, both) == [1, 2]
    assert used(survey, Selection((Condition("Plan", (BLANK,)),))) == [2]


def test_values_are_exact_but_column_names_are_not(survey):
    assert used(survey, Selection((Condition(" plan ", ("Team",)),))) == [4]
    assert used(survey, Selection((Condition("plan", ("team",)),))) == [5]


def test_a_condition_without_values_keeps_nothing(survey):
    assert used(survey, Selection((Condition("Plan", ()),))) == []


def test_the_first_reason_counts_filters_first_then_the_day_then_roles(survey):
    chosen = Selection((Condition("Plan", ("free", "team")),), since=date(2025, 3, 10))
    question = ask(survey, chosen, roles=["nps"], time="answered")
    reasons = dict(question.table.select("row", "reason").to_pandas().itertuples(index=False))
    assert reasons == {
        1: "before 2025-03-10",
        2: "not kept by the filter Plan is free or team",
        3: "nps is blank",
        4: "not kept by the filter Plan is free or team",
        5: "answered is blank",
    }


def test_coverage_lists_the_most_frequent_reason_first(survey):
    coverage = read_coverage(ask(survey, Selection(until=date(2025, 1, 1)), roles=["nps"]))
    assert coverage.left_out == (("nps is blank", 1),)
    dated = ask(survey, Selection(until=date(2025, 1, 1)), roles=["nps"], time="answered")
    assert read_coverage(dated).left_out == (("after 2025-01-01", 4), ("answered is blank", 1))


def test_an_unknown_column_names_its_neighbours(survey):
    with pytest.raises(ColumnMissing, match=r"'regoin' is not in this table\. Did you mean region"):
        used(survey, Selection((Condition("regoin", ("n",)),)))


def test_a_range_that_runs_backwards_is_refused():
    with pytest.raises(BadOption, match=r"begins on 2025-03-02 and ends on 2025-03-01.*--until"):
        Selection(since=date(2025, 3, 2), until=date(2025, 3, 1))
    assert Selection(since=date(2025, 3, 2), until=date(2025, 3, 2)).dated


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (EVERYTHING, ""),
        (Selection(since=date(2025, 3, 1)), "from 2025-03-01"),
        (Selection(until=date(2025, 3, 1)), "to 2025-03-01"),
        (
            Selection((Condition("plan", ("a", "b")),), date(2025, 3, 1), date(2025, 3, 9)),
            "plan is a or b, 2025-03-01 to 2025-03-09",
        ),
    ],
)
def test_words(selection, words):
    assert selection.words() == words
