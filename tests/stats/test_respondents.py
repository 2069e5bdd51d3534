"""Facts about who answered."""

from __future__ import annotations

from datetime import datetime

from cxlib.stats.respondents import Respondents, read_respondents
from tests.handmade import source_of


def test_repeated_customers_and_the_range_of_weights(backend):
    survey = source_of(
        backend,
        "survey",
        {
            "nps": [9, 3, 8, None, 10, 7],
            "customer": ["a", "a", "b", "b", None, None],
            "weight": [0.5, 1.0, 2.5, 9.0, 1.0, 1.0],
        },
    )
    # Customer b's second row has no answer, and unknown customers are not one customer.
    assert read_respondents(survey, score="nps") == Respondents(1, 2, 0.5, 2.5)


def test_unknown_without_the_roles(backend):
    survey = source_of(backend, "survey", {"nps": [9, 3]})
    assert read_respondents(survey, score="nps") == Respondents(None, None, None, None)


def test_rows_without_a_day_do_not_count_where_days_are_needed(backend):
    values = {
        "nps": [9, 3, 8],
        "customer": ["a", "a", "a"],
        "answered": [datetime(2025, 1, 1), None, datetime(2025, 1, 2)],
    }
    survey = source_of(backend, "survey", values)
    assert read_respondents(survey, score="nps", dated=True).answers == 2
    assert read_respondents(survey, score="nps").answers == 3
