"""Gaps and silences equal plain counting."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.stats.gaps import MOST_ACTIVE, Gaps, read_gaps
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.tables.selection import Selection
from tests.handmade import source_of

SLOW = settings(max_examples=12, deadline=None)
START = datetime(2025, 1, 1, 8)
visits = st.lists(
    st.tuples(st.sampled_from("abcde"), st.integers(0, 60), st.sampled_from(["x", "y", None])),
    min_size=1,
    max_size=50,
)


def events(backend, rows):
    roles = {
        "customer": [who for who, *_ in rows],
        "happened": [START + timedelta(days=day, hours=place % 9) for place, (_, day, _) in
                     enumerate(rows)],
    }  # fmt: skip
    return source_of(backend, "events", roles, cells={"plan": [plan for *_, plan in rows]})


def counted(rows, end, keep=None) -> Gaps:
    """The definition, customer by customer; a customer has the first value of the first day."""
    ended: Counter = Counter()
    spans: Counter = Counter()
    usual: Counter = Counter()
    for who in {who for who, *_ in rows}:
        mine = [(day, plan or BLANK) for one, day, plan in rows if one == who]
        days = sorted({day for day, _ in mine})
        if keep is not None and min(p for day, p in mine if day == days[0]) != keep:
            continue
        gaps = [b - a for a, b in itertools.pairwise(days)]
        ended.update(gaps)
        silence = end - days[-1]
        spans[days[-1] - days[0], silence] += 1
        usual[min(len(days), MOST_ACTIVE), silence, int(bool(gaps) and silence > max(gaps))] += 1
    return Gaps.of(
        ended.items(),
        [(*key, n) for key, n in spans.items()],
        [(*key, n) for key, n in usual.items()],
    )


@SLOW
@given(rows=visits)
def test_total_and_segments_equal_plain_counting(backend, rows):
    end = max(day for _, day, _ in rows)
    table = read_gaps(events(backend, rows), by=["plan"])
    assert table.end == (START + timedelta(end)).date()
    whole = table.gaps.pop(TOTAL)
    assert whole == counted(rows, end)
    for group, one in table.gaps.items():
        assert group.column == "plan"
        assert one == counted(rows, end, keep=group.value)
    # Customers are in one group each, so that the parts are the whole.
    parts = list(table.gaps.values())
    assert sum(parts[1:], start=parts[0]) == whole
    assert whole.customers == len({who for who, *_ in rows})


def test_the_end_is_that_of_the_selection(backend):
    rows = [("a", 0, "x"), ("a", 5, "x"), ("a", 40, "x"), ("b", 50, "x")]
    until = date(2025, 1, 21)
    table = read_gaps(events(backend, rows), selection=Selection((), None, until))
    assert table.gaps == {TOTAL: Gaps.of([(5, 1)], [(5, 15, 1)], [(2, 15, 1, 1)])}


def test_refunds_are_no_activity(backend):
    roles = {
        "customer": ["a", "a", "a"],
        "ordered": [START, START + timedelta(10), START + timedelta(20)],
        "amount": [50_000, -50_000, 50_000],
    }
    found = read_gaps(source_of(backend, "transactions", roles))
    assert found.gaps[TOTAL].ended == ((20, 1),)
    assert found.coverage.left_out == (("return or refund (amount below zero)", 1),)


# a: 30 days active, silent 10; b: 0 and 40; c: 5 and 2, all with 40 or fewer days watched.
SMALL = Gaps.of(
    [(10, 3), (3, 1), (2, 1)], [(30, 10, 1), (0, 40, 1), (5, 2, 1)], [(4, 10, 0, 1), (1, 40, 0, 1)]
)


def test_gaps_as_lives_hold_the_open_ones_as_censored():
    assert SMALL.lives == Lives.of([(2, 1, 1), (3, 1, 0), (10, 3, 1), (40, 0, 1)])
    assert SMALL.beyond(2) == Lives.of([(1, 1, 0), (8, 3, 1), (38, 0, 1)])
    assert (SMALL.ended_after(3), SMALL.silent(10), SMALL.silent(9)) == (3, 1, 2)


def test_departures_are_watched_for_up_to_the_threshold_before_the_end():
    # 8 days: a left after 30 of 32 days, b after 0; c was first seen 7 days before the end.
    assert SMALL.watched(8) == 2
    assert SMALL.until_silent(8) == Lives.of([(30, 1, 0), (0, 1, 0)])
    # 20 days: a is still there on day 20 of 40, though it was seen on day 30.
    assert SMALL.until_silent(20) == Lives.of([(20, 0, 1), (0, 1, 0)])
    # Watched for exactly the threshold: nothing can show yet.
    assert SMALL.until_silent(7).censored[0] == 1


def test_nothing_to_count_is_one_sentence(backend):
    source = events(backend, [("a", 0, "x")])
    with pytest.raises(NotEnoughData, match="active day"):
        read_gaps(source, selection=Selection((), date(2026, 1, 1), None))


def test_every_value_is_a_group(backend):
    table = read_gaps(events(backend, [("a", 0, "x"), ("b", 3, None)]), by=["plan"])
    assert set(table.gaps) == {TOTAL, Group("plan", "x"), Group("plan", BLANK)}
