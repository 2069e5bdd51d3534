"""Rows read are rows used and rows left out, whatever is asked."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.tables.activity import activity
from cxlib.tables.orders import orders
from cxlib.tables.question import Coverage, ask, read_coverage
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.surveys import answers
from tests.handmade import source_of

days = st.dates(date(2025, 1, 1), date(2025, 1, 9))
selections = st.builds(
    Selection,
    st.sampled_from([(), (Condition("plan", ("a",)),), (Condition("plan", ("a", "(blank)")),)]),
    st.one_of(st.none(), days),
    st.one_of(st.none(), st.just(date(2025, 1, 20))),
)
row = st.fixed_dictionaries(
    {
        "customer": st.sampled_from(["ann", "bob", None]),
        "ordered": st.one_of(
            st.datetimes(datetime(2025, 1, 1), datetime(2025, 1, 31)), st.sampled_from([None, ...])
        ),
        "amount": st.one_of(st.integers(-9, 9), st.sampled_from([None, ...])),
        "quantity": st.sampled_from([-1.0, 0.0, 2.0, None]),
        "order": st.sampled_from(["C17", "c9", "C1x", "18", None]),
        "plan": st.sampled_from(["a", "b", None]),
    }
)


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(row, max_size=30), selection=selections, spend=st.booleans())
def test_rows_are_used_or_left_out_for_one_reason(backend, rows, selection, spend):
    roles = ("customer", "ordered", "amount", "quantity", "order")
    values = {role: [one[role] for one in rows] for role in roles}
    cells = {"plan": [one["plan"] for one in rows]}
    lost = [("too many cells", 2), ("broken quotes", 0)]
    source = source_of(backend, "transactions", values, cells=cells, rejected=lost)
    question = orders(source, selection=selection, spend=spend)
    coverage = read_coverage(question)
    assert coverage.rows == len(rows) + 2 == source.rows
    assert coverage.used + sum(n for _, n in coverage.left_out) == coverage.rows
    assert coverage.used == question.kept.count().to_pyarrow().as_py()
    dropped = question.dropped.select("reason").to_pyarrow()["reason"].to_pylist()
    assert Counter(dropped) + Counter({"too many cells": 2}) == dict(coverage.left_out)
    assert [n for _, n in coverage.left_out] == sorted(dict(coverage.left_out).values())[::-1]


def test_an_empty_file_has_no_share():
    assert Coverage(0, 0, ()).share_used is None
    assert Coverage(8, 2, (("no date", 6),)).share_used == 0.25


def test_a_role_without_a_column_says_how_to_give_it_one(backend):
    source = source_of(backend, "survey", {"nps": [9]}, cells={f"q{k}": ["x"] for k in range(20)})
    with pytest.raises(BadOption) as caught:
        ask(source, Selection(), roles=["nps"], time="answered")
    text = str(caught.value)
    assert "No column of 'handmade.csv' is known as 'answered'" in text
    assert "--map answered=COLUMN" in text
    assert text.endswith("q10, q11, ....")
    assert len(text) < 400


def test_days_matter_to_a_survey_only_where_they_are_asked_for(backend):
    source = source_of(backend, "survey", {"nps": [9, 8], "answered": [None, datetime(2025, 1, 1)]})
    assert read_coverage(answers(source, score="nps")).used == 2
    assert read_coverage(answers(source, score="nps", dated=True)).used == 1
    ranged = Selection(since=date(2024, 1, 1))
    assert read_coverage(answers(source, score="nps", selection=ranged)).used == 1


def test_an_answer_needs_its_weight_where_there_are_weights(backend):
    source = source_of(backend, "survey", {"nps": [9, 8], "weight": [1.5, None]})
    question = answers(source, score="nps")
    assert question.kept.to_pandas().score.tolist() == [9]
    assert read_coverage(question).left_out == (("weight is blank", 1),)


def test_activity_is_events_or_purchases(backend):
    values = {"customer": ["ann", None], "happened": [datetime(2025, 1, 1)] * 2}
    events = activity(source_of(backend, "events", values)).kept.to_pandas()
    assert events.day.astype(str).tolist() == ["2025-01-01"]
    values = {"customer": ["ann"] * 3, "ordered": [datetime(2025, 1, 1)] * 3}
    values["amount"] = [5, -5, None]  # without its amount an order is still a sign of life
    assert read_coverage(activity(source_of(backend, "transactions", values))).used == 2
