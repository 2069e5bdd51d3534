"""Which statuses of a log end a ticket: as chosen, by their words, or by what tickets end with."""

from __future__ import annotations

from datetime import datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption
from cxlib.tables.statuses import (
    CHOSEN,
    LAST,
    NONE,
    WORDS,
    StatusCount,
    Statuses,
    read_statuses,
    settled,
)
from cxlib.tables.ticket_log import changes_of
from cxlib.tables.tickets import tickets
from tests.handmade import source_of

T = datetime(2024, 3, 1)


def log(backend, rows):
    ticket, changed, status = ([row[i] for row in rows] for i in range(3))
    roles = {"ticket": ticket, "changed": changed, "status": status}
    return source_of(backend, "tickets", roles, table="statuses")


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.sampled_from(["1", "2", "3"])),
        min_size=1,
        max_size=20,
    )
)
def test_counts_equal_pandas(backend, drawn):
    rows = [(ticket, T + timedelta(hours=at), status) for ticket, at, status in drawn]
    found = read_statuses(changes_of(log(backend, rows)))
    table = pd.DataFrame(rows, columns=["ticket", "at", "status"])
    last = table.sort_values("at", kind="stable").groupby("ticket").status.last().value_counts()
    each = table.groupby("status")
    assert {one.status: (one.changes, one.tickets, one.last) for one in found} == {
        status: (len(part), part.ticket.nunique(), last.get(status, 0)) for status, part in each
    }


def counts(*rows):
    return [StatusCount(*row) for row in rows]


def test_words_come_first_and_refuse_their_opposite():
    some = counts(("Open", 90, 50, 30), ("Unsolved", 5, 5, 5), ("Resolved", 40, 40, 15))
    found = settled(some, Statuses())
    assert (found.solved, found.waiting, found.how) == (("Resolved",), (), WORDS)


def test_codes_are_guessed_by_what_tickets_end_with():
    # The counts of the real incidents of BPI Challenge 2013, where 5 is closed, 9 solved in call.
    real = counts(
        ("1", 30239, 7500, 2),
        ("2", 11544, 4700, 0),
        ("3", 6115, 5600, 90),
        ("5", 5716, 5600, 5573),
        ("6", 4217, 2500, 3),
        ("4", 3221, 1700, 1),
        ("9", 2034, 1900, 1882),
        ("13", 1, 1, 1),
    )
    found = settled(real, Statuses())
    assert (found.solved, found.how) == (("5", "9"), LAST)


def test_few_tickets_or_one_status_tell_nothing():
    few = counts(("1", 19, 19, 0), ("2", 19, 19, 19))
    assert settled(few, Statuses()) == Statuses((), (), NONE)
    assert settled(counts(("1", 500, 500, 500)), Statuses()).how == NONE
    assert settled(counts(("1", 20, 20, 0), ("2", 20, 20, 20)), Statuses()).solved == ("2",)


def test_a_choice_is_found_whatever_its_case_and_has_to_be_there():
    some = counts(("Open", 9, 9, 4), ("Done", 5, 5, 5), ("Parked", 1, 1, 0))
    chosen = settled(some, Statuses(("PARKED ", "later"), ("open", "parked")))
    assert chosen == Statuses(("Parked",), ("Open",), CHOSEN)
    with pytest.raises(BadOption, match="No ticket ever has the status later"):
        settled(some, Statuses(("later",)))


def test_a_column_of_many_values_is_no_status(backend):
    rows = [("a", T + timedelta(minutes=i), f"text {i}") for i in range(1001)]
    with pytest.raises(BadOption, match="more than 1,000 different values"):
        tickets(log(backend, rows))


def test_repeats_change_nothing(backend):
    rows = [(f"t{i}", T + timedelta(hours=i + k), str(k)) for i in range(25) for k in range(3)]
    one, twice = tickets(log(backend, rows)), None
    first = one.table.order_by("ticket").select("ticket", "created", "solved").to_pandas()
    twice = tickets(log(backend, [row for row in rows for _ in range(2)]))
    again = twice.table.order_by("ticket").select("ticket", "created", "solved").to_pandas()
    pd.testing.assert_frame_equal(first, again)
    assert one.statuses == twice.statuses == Statuses(("2",), (), LAST)
    assert twice.table.count().to_pyarrow().as_py() == 25
