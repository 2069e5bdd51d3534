"""Several counts as one query give what each gives by itself."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.stats.activity_days import active_day_counts, active_gaps, daily, period_moves
from cxlib.stats.clicks import click_sums
from cxlib.stats.together import read_together
from cxlib.tables.activity import activity
from tests.handmade import source_of

T = datetime(2024, 1, 30)
rows_of_events = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.integers(0, 70 * 24),
        st.sampled_from(["x", "y", None]),
        st.sampled_from([None, 0, 1, 3]),
    ),
    min_size=1,
    max_size=30,
)


def kept(backend, rows):
    """Events in the order given, which is not that of their moments."""
    roles = {
        "customer": [who for who, *_ in rows],
        "happened": [T + timedelta(hours=hour) for _, hour, *_ in rows],
        "shown": [shown for *_, shown in rows],
        "clicked": [shown and min(shown, 1) for *_, shown in rows],
    }
    cells = {"plan": [plan for _, _, plan, _ in rows]}
    return activity(source_of(backend, "events", roles, cells=cells, table="together")).kept


def queries(active, last):
    for by in (None, "c:plan"):
        yield active_gaps(active, by=by)
        yield period_moves(active, period="month", by=by)
        yield active_day_counts(active, last=last, days=28, by=by)
        yield click_sums(active, by=by)


def sorted_rows(table):
    return sorted(map(repr, table.to_pylist()))


@settings(deadline=None, max_examples=25)
@given(rows_of_events)
def test_one_query_of_days_equals_each_query_of_events(backend, rows):
    active = kept(backend, rows)
    last = (T + timedelta(hours=max(hour for _, hour, *_ in rows))).date()
    found = read_together(list(queries(daily(active, by=["c:plan"]), last)))
    for mine, alone in zip(found, queries(active, last), strict=True):
        want = alone.to_pyarrow()
        assert mine.column_names == want.column_names
        assert sorted_rows(mine) == sorted_rows(want)


def test_a_part_without_rows_and_no_part(backend):
    active = kept(backend, [("a", 1, "x", 2), ("a", 30, "x", 2)])
    none, one = read_together([active_gaps(active.limit(0)), active_gaps(active)])
    assert none.num_rows == 0
    assert one.num_rows == 2
    assert read_together([]) == ()
