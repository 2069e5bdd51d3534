"""Tickets from lists and from logs of changes: which count, and how long they waited."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.columns.business_hours import business_hours
from cxlib.errors import BadOption, NotEnoughData
from cxlib.tables.question import read_coverage
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.statuses import Statuses
from cxlib.tables.tickets import tickets
from tests.handmade import source_of

T = datetime(2024, 3, 11, 9)
PARIS = business_hours("Mon-Fri 09:00-17:00 Europe/Paris")


def hour(count: float) -> datetime:
    return T + timedelta(hours=count)


def listed(backend, created, solved, **roles):
    return source_of(backend, "tickets", {"created": created, "solved": solved, **roles})


def waits(asked, measure="solve") -> list[tuple[float, int]]:
    rows = asked.waits(measure).order_by("row").to_pyarrow()
    hours = [one / 3600 for one in rows["duration"].to_pylist()]
    return list(zip(hours, rows["event"].to_pylist(), strict=True))


def reasons(asked) -> dict[str, int]:
    return dict(read_coverage(asked.question).left_out)


def test_open_tickets_were_watched_up_to_the_last_moment_of_the_whole_file(backend):
    source = listed(backend, [hour(0), hour(1), hour(30)], [hour(2), None, ...])
    asked = tickets(source, selection=Selection(until=T.date()))
    assert asked.seen == hour(30)
    assert waits(asked) == [(2, 1), (29, 0)]
    assert reasons(asked) == {"after 2024-03-11": 1}


def test_rows_that_cannot_be_are_left_out_by_reason(backend):
    source = listed(
        backend,
        [hour(5), hour(0), hour(0), None, ..., hour(0)],
        [hour(4), hour(3), ..., hour(2), None, hour(9)],
        first_replied=[None, hour(1), None, None, None, hour(-1)],
    )
    asked = tickets(source)
    assert reasons(asked) == {
        "solved before it was created": 1,
        "solved is wrong": 1,
        "created is blank": 1,
        "created is wrong": 1,
        "first reply before it was created": 1,
    }
    assert waits(asked) == [(3, 1)]
    assert waits(asked, "first_reply") == [(1, 1)]


def test_words_for_open_in_the_column_of_the_end_mean_open(backend):
    source = source_of(
        backend,
        "tickets",
        {"created": [T, T, T], "solved": [..., ..., hour(6)]},
        cells={"solved": ["Open", "soon", "x"]},
    )
    asked = tickets(source)
    assert waits(asked) == [(6, 0), (6, 1)]
    assert reasons(asked) == {"solved is wrong": 1}


def test_business_hours_by_row_with_and_without_an_offset(backend):
    # Friday 16:00 to Monday 10:00 in Paris is two hours, written in UTC or on the wall.
    source = source_of(
        backend,
        "tickets",
        {
            "created": [datetime(2024, 3, 8, 15), datetime(2024, 3, 8, 16)],
            "solved": [datetime(2024, 3, 11, 9), datetime(2024, 3, 11, 10)],
        },
        cells={
            "created": ["2024-03-08T15:00:00Z", "2024-03-08 16:00"],
            "solved": ["2024-03-11T10:00:00.5 +01:00", "2024-03-11 10:00"],
        },
    )
    assert waits(tickets(source, hours=PARIS)) == [(2, 1), (2, 1)]
    assert waits(tickets(source))[0] == (66, 1)


def test_no_reply_ever_and_a_single_ticket(backend):
    source = source_of(backend, "tickets", {"created": [T], "first_replied": [None]})
    assert waits(tickets(source), "first_reply") == [(0, 0)]
    assert tickets(source).measures == ("first_reply",)


def test_what_is_missing_is_said(backend):
    source = source_of(backend, "tickets", {"ticket": ["a"], "status": ["open"]})
    with pytest.raises(BadOption, match="needs created, or the log"):
        tickets(source)
    with pytest.raises(NotEnoughData, match="at least 1 readable moment"):
        tickets(source_of(backend, "tickets", {"created": [None, ...]}))


# Logs


def log(backend, rows, **further):
    ticket, changed, status = ([row[i] for row in rows] for i in range(3))
    roles = {"ticket": ticket, "changed": changed, "status": status}
    return source_of(backend, "tickets", roles | further)


def test_a_log_gives_each_ticket_once(backend):
    rows = [
        ("a", hour(4), "Resolved"),  # rows are out of order
        ("a", hour(0), "New"),
        ("a", hour(6), "Closed"),
        ("b", hour(1), "Open"),
        ("b", hour(2), "Solved"),
        ("b", hour(3), "Reopened"),
        ("b", hour(5), "Pending"),
        ("c", hour(2), "Open"),
        ("c", hour(3), "solved"),
        ("c", hour(4), "open"),
        ("c", hour(8), "SOLVED"),
        ("c", hour(8), "SOLVED"),
        (None, hour(2), "Open"),
        ("d", hour(2), None),
    ]
    asked = tickets(log(backend, rows))
    assert asked.log
    assert asked.measures == ("solve", "requester_wait", "agent_wait")
    table = asked.table.order_by("ticket").to_pandas()
    assert table.ticket.tolist() == ["a", "b", "c"]
    assert table.reopened.tolist() == [0, 1, 1]
    order = asked.table.order_by("row").to_pandas().ticket
    assert dict(zip(order, waits(asked), strict=True)) == {"a": (4, 1), "b": (7, 0), "c": (6, 1)}
    requester = dict(zip(order, waits(asked, "requester_wait"), strict=True))
    assert requester == {"a": (4, 1), "b": (1 + 2, 0), "c": (1 + 4, 1)}
    agent = dict(zip(order, waits(asked, "agent_wait"), strict=True))
    assert agent == {"a": (0, 1), "b": (3, 0), "c": (0, 1)}
    coverage = read_coverage(asked.question)
    assert (coverage.rows, coverage.used) == (14, 12)
    assert dict(coverage.left_out) == {"ticket is blank": 1, "status is blank": 1}


def test_days_of_a_log_act_on_the_creation_and_filters_on_changes(backend):
    rows = [("a", hour(0), "Open"), ("a", hour(40), "Done"), ("b", hour(40), "Open")]
    source = log(backend, rows)
    early = tickets(source, selection=Selection(until=T.date()))
    assert waits(early) == [(40, 1)]
    some = tickets(source, selection=Selection((Condition("status", ("Open",)),)))
    assert len(waits(some)) == 2


STATUSES = ["Open", "Waiting for customer", "Resolved", "Belum selesai", "Selesai", "Unsolved"]
ENDS = {"Resolved", "Selesai"}


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.sampled_from("ab"), st.integers(0, 30), st.sampled_from(range(len(STATUSES)))),
        min_size=1,
        max_size=14,
    )
)
def test_logs_equal_a_walk_along_each_ticket(backend, rows):
    made = [(ticket, hour(at), STATUSES[k]) for ticket, at, k in rows]
    asked = tickets(log(backend, made))
    seen = max(at for _, at, _ in made)
    want = {}
    for ticket in {one for one, *_ in made}:
        walk = sorted((at, i, status) for i, (t, at, status) in enumerate(made) if t == ticket)
        over = [status in ENDS for *_, status in walk]
        ends = [at for at, *_ in walk[1:]] + [seen]
        spans = [
            ((end - at).total_seconds(), status)
            for (at, _, status), end in zip(walk, ends, strict=True)
        ]
        start = len(walk)
        while start and over[start - 1]:
            start -= 1
        solved = walk[start][0] if over[-1] else None
        want[ticket] = (
            walk[0][0],
            solved,
            sum(a and not b for a, b in pairwise(over)),
            sum(s for s, status in spans if status in ("Open", "Belum selesai", "Unsolved")),
            sum(s for s, status in spans if status == "Waiting for customer"),
        )
    names = ("created", "solved", "reopened", "requester_seconds", "agent_seconds")
    found = {
        row["ticket"]: tuple(row[name] for name in names)
        for row in asked.table.to_pyarrow().to_pylist()
    }
    assert found == want


def test_statuses_can_be_named(backend):
    rows = [("a", hour(0), "1"), ("a", hour(2), "7"), ("a", hour(5), "13")]
    named = Statuses(solved=(" 13 ",), waiting=("7",))
    asked = tickets(log(backend, rows), statuses=named)
    assert waits(asked) == [(5, 1)]
    assert waits(asked, "agent_wait") == [(3, 1)]
    assert waits(tickets(log(backend, rows))) == [(5, 0)]


def test_a_list_with_a_status_and_its_change_is_solved_at_that_change(backend):
    rows = [("a", hour(3), "Closed"), ("b", hour(4), "Open")]
    asked = tickets(log(backend, rows, created=[hour(0), hour(1)]))
    assert waits(asked) == [(3, 1), (3, 0)]
    assert asked.measures == ("solve",)


@pytest.mark.parametrize(
    ("status", "solved"),
    [
        ("Closed - no reply", True),
        ("incomplete", False),
        ("Not resolved", False),
        ("Ditutup", True),
        ("belum selesai", False),
        ("Re-opened after closed", False),
        ("Cancelled", True),
        ("in progress", False),
    ],
)
def test_statuses_are_known_by_their_words(backend, status, solved):
    asked = tickets(log(backend, [("a", T, "new"), ("a", hour(1), status)]))
    assert asked.table.to_pyarrow()["solved"].to_pylist() == [hour(1) if solved else None]


def test_business_time_of_a_log(backend):
    friday = datetime(2024, 3, 8, 16)
    rows = [("a", friday, "Open"), ("a", datetime(2024, 3, 11, 10), "Pending"),
            ("a", datetime(2024, 3, 11, 12), "Done")]  # fmt: skip
    asked = tickets(log(backend, rows), hours=PARIS)
    assert waits(asked) == [(4, 1)]
    assert waits(asked, "requester_wait") == [(2, 1)]
    assert waits(asked, "agent_wait") == [(2, 1)]
    assert asked.seen_day == date(2024, 3, 11)
