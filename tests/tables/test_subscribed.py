"""Periods follow on one another, and a customer's state is that at their edges."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.tables.subscribed import LENGTHS, MOST_PERIODS, NEVER, spans, states, subscribed
from tests.handmade import source_of

days = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@given(days, st.integers(0, 9000), st.sampled_from(sorted(LENGTHS)))
def test_periods_cover_every_day_once(first, length, period):
    last = first + timedelta(days=length)
    found = spans(first, last, period)
    assert found[0].start <= first
    assert found[-1].last == last
    assert all(after.start - before.last == timedelta(days=1) for before, after in pairwise(found))
    assert all(one.finished for one in found[:-1])
    assert found[-1].finished == ((last + timedelta(days=1)).day == 1 and full(found[-1], period))
    assert all(one.start.day == 1 and (one.start.month - 1) % LENGTHS[period] == 0 for one in found)


def full(span, period) -> bool:
    months = (span.last.year - span.start.year) * 12 + span.last.month - span.start.month + 1
    return months == LENGTHS[period]


def test_too_many_periods_are_a_sentence():
    first = date(1900, 1, 1)
    assert len(spans(first, date(1999, 12, 31), "month")) == MOST_PERIODS
    with pytest.raises(BadOption, match="which is 1,201 periods"):
        spans(first, date(2000, 1, 1), "month")


def source(backend):
    """A customer with two contracts at once, of whom one ends, and one who changes plan."""
    rows = [
        ("a", datetime(2025, 1, 10), None, 300, "basic"),
        ("a", datetime(2025, 1, 20), datetime(2025, 2, 1), 500, "pro"),
        ("b", datetime(2025, 1, 31), datetime(2025, 2, 28), 200, "basic"),
        ("b", datetime(2025, 2, 28), None, 900, "pro"),
    ]
    names = ("customer", "started", "ended", "fee")
    values = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return source_of(backend, "subscriptions", values, cells={"plan": [row[4] for row in rows]})


def test_states_at_the_edges_of_a_month(backend):
    asked = subscribed(source(backend), observed=date(2025, 3, 15))
    assert (asked.paid, asked.observed) == (True, date(2025, 3, 15))
    kept = asked.question.kept
    assert set(kept.ends.to_pyarrow().to_pylist()) == {
        NEVER,
        date(2025, 2, 1),
        date(2025, 2, 28),
    }
    periods = spans(date(2025, 1, 10), asked.observed, "month")
    found = {
        (row["period"].month, row["customer"]): row
        for row in states(kept, periods, by="c:plan").to_pyarrow().to_pylist()
    }
    told = {
        key: (row["at_start"], row["at_end"], row["before"], row["after"], row["value"])
        for key, row in found.items()
    }
    assert told == {
        (1, "a"): (0, 1, 0, 800, "pro"),
        (1, "b"): (0, 1, 0, 200, "basic"),
        (2, "a"): (1, 1, 800, 300, "pro"),  # most of the fee at the start was for pro
        (2, "b"): (1, 1, 200, 900, "basic"),  # the change of the last day counts in February
        (3, "a"): (1, 1, 300, 300, "basic"),
        (3, "b"): (1, 1, 900, 900, "pro"),
    }
    assert found[3, "b"]["first"] == date(2025, 1, 31)
