"""Which columns can split a table."""

from __future__ import annotations

from datetime import date, datetime

from cxlib.tables.segments import MOST_VALUES, Segment, read_days, read_segments
from cxlib.tables.source import BLANK
from tests.handmade import source_of


def test_columns_with_few_values_most_frequent_first(backend):
    rows = MOST_VALUES + 1
    cells = {
        "plan": ["a", "b", "b"] * 13 + [None, None],
        "id": [str(k) for k in range(rows)],
        "one": ["x"] * rows,
        "empty": [None] * rows,
        "partly": ["x"] * (rows - 1) + [None],
    }
    source = source_of(backend, "survey", {"nps": [k % 11 for k in range(rows)]}, cells=cells)
    assert read_segments(source) == (
        Segment("plan", (("b", 26), ("a", 13), (BLANK, 2))),
        Segment("partly", (("x", rows - 1), (BLANK, 1))),  # nearly all rows are alike
    )


def test_roles_of_words_come_first_and_other_roles_do_not_count(backend):
    roles = {
        "customer": ["a", "b", "a"],
        "started": [datetime(2025, 1, 1), datetime(2025, 1, 2), datetime(2025, 1, 1)],
        "churned": [1, 0, 1],
    }
    cells = {"mostly blank": ["a", None, None], "region": ["n", "s", "s"], "plan": ["x", "y", "z"]}
    source = source_of(backend, "subscriptions", roles | {"plan": cells["plan"]}, cells=cells)
    assert [one.column for one in read_segments(source)] == ["plan", "region", "mostly blank"]


def test_comments_split_nothing_however_few_differ(backend):
    roles = {"nps": [1, 2, 3], "comment": ["mail a@b.com", "good", "good"]}
    source = source_of(backend, "survey", roles, cells={"region": ["n", "s", "s"]})
    assert [one.column for one in read_segments(source)] == ["region"]


def test_more_columns_than_one_query_takes(backend):
    cells = {f"q{k:02d}": ["a", "b"] for k in range(90)}
    source = source_of(backend, "survey", {"nps": [1, 2]}, cells=cells)
    assert [one.column for one in read_segments(source)] == list(cells)


def test_days_of_a_role(backend):
    moments = [datetime(2025, 1, 2, 23), None, datetime(2025, 1, 1)]
    source = source_of(backend, "survey", {"nps": [1, 2, 3], "answered": moments})
    assert read_days(source, "answered") == (date(2025, 1, 1), date(2025, 1, 2))
    assert read_days(source, "invited") is None
    blank = source_of(backend, "survey", {"nps": [1], "answered": [None]})
    assert read_days(blank, "answered") is None
