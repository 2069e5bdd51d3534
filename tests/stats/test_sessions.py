"""Sessions by gap and by number against a walk along the events."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.metrics.engagement import session_figures, visit_figures
from cxlib.stats.activity_days import histogram_of
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.sessions import (
    SessionCounts,
    fullness_of,
    lengths_of,
    session_lengths,
    sessions_by_gap,
    sessions_by_number,
    visit_counts,
)
from cxlib.tables.activity import activity
from tests.handmade import source_of

START = datetime(2024, 3, 30, 22)
events = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 400)), min_size=1, max_size=40)
slow = settings(deadline=None, max_examples=30)


def kept(backend, rows, *, numbers=None, plans=None):
    roles = {
        "customer": [who for who, _ in rows],
        "happened": [START + timedelta(minutes=at) for _, at in rows],
    }
    if numbers:
        roles["session"] = numbers
    cells = {"plan": plans or ["x"] * len(rows)}
    return activity(source_of(backend, "events", roles, cells=cells, table="steps")).kept


def walked(rows, gap):
    """(customer, seconds, events) of each session."""
    found: list[list] = []
    for who, at in sorted(rows):
        if found and found[-1][0] == who and at - found[-1][2] <= gap:
            found[-1][2:] = [at, found[-1][3] + 1]
        else:
            found.append([who, at, at, 1])
    return sorted((who, (last - first) * 60, n) for who, first, last, n in found)


def rows_of(table):
    return sorted(
        (one["customer"], one["seconds"], one["events"]) for one in table.to_pyarrow().to_pylist()
    )


@slow
@given(events, st.sampled_from([1, 30, 60]))
def test_sessions_by_gap_equal_a_walk(backend, rows, gap):
    # Rows are out of order, and many have the same moment.
    found = sessions_by_gap(kept(backend, rows), gap=gap * 60)
    assert rows_of(found) == walked(rows, gap)


def test_exactly_the_gap_is_the_same_session_and_a_moment_more_is_not(backend):
    def sessions(extra):
        roles = {
            "customer": ["a", "a"],
            "happened": [START, START + timedelta(minutes=30, microseconds=extra)],
        }
        return rows_of(sessions_by_gap(activity(source_of(backend, "events", roles)).kept))

    assert len(sessions(0)) == 1
    assert len(sessions(1)) == 2


@slow
@given(events)
def test_each_value_is_as_a_file_of_its_own(backend, rows):
    plans = [("x", "y")[k % 2] for k in range(len(rows))]
    table = session_lengths(sessions_by_gap(kept(backend, rows, plans=plans), by="c:plan"))
    found = lengths_of(table, "plan")
    for place, plan in enumerate("xy"):
        mine = rows[place::2]
        if mine:
            one = found[Group("plan", plan)]
            assert int(one.n.sum()) == len(walked(mine, 30))


def test_sessions_by_number_pass_midnight_and_leave_out_what_has_none(backend):
    rows = [("a", 0), ("a", 300), ("a", 5), ("b", 7), ("b", 9)]
    found = sessions_by_number(kept(backend, rows, numbers=["1", "1", "2", "2", None]))
    assert rows_of(found) == [("a", 0, 1), ("a", 18_000, 2), ("b", 0, 1)]


@slow
@given(events)
def test_figures_equal_pandas(backend, rows):
    sessions = sessions_by_gap(kept(backend, rows))
    lengths = lengths_of(session_lengths(sessions), None)[TOTAL]
    table = pd.DataFrame(walked(rows, 30), columns=["who", "seconds", "events"])
    found = session_figures(lengths)
    known = table.seconds[table.events > 1]
    assert (found.n, found.unknown) == (len(table), int((table.events == 1).sum()))
    assert found.unknown_share == pytest.approx((table.events == 1).mean())
    assert found.mean_events == pytest.approx(table.events.mean())
    assert found.median_events == pytest.approx(table.events.median())
    if len(known):
        assert found.median_seconds == pytest.approx(known.median())
        assert found.quartiles == pytest.approx((known.quantile(0.25), known.quantile(0.75)))
    else:
        assert (found.median_seconds, found.quartiles) == (None, None)
    each = table.groupby("who").size()
    figures = visit_figures(histogram_of(visit_counts(sessions), None, "visits")[TOTAL])
    assert (figures.customers, figures.mean) == (len(each), pytest.approx(each.mean()))
    fullness = fullness_of(visit_counts(sessions), None)[TOTAL]
    sums = table.groupby("who").events.agg(["sum", "size"])
    assert (fullness.customers, fullness.events, fullness.sessions) == (
        len(sums),
        sums["sum"].sum(),
        sums["size"].sum(),
    )
    assert fullness.event_squares == pytest.approx((sums["sum"] ** 2).sum())
    assert fullness.session_squares == pytest.approx((sums["size"] ** 2).sum())
    assert fullness.products == pytest.approx((sums["sum"] * sums["size"]).sum())
    spread = (figures.lower, figures.median, figures.upper)
    assert spread == pytest.approx(tuple(each.quantile([0.25, 0.5, 0.75])))


def test_without_sessions_nothing_is_known():
    none = np.array([], np.int64)
    found = session_figures(SessionCounts(none, none, none))
    assert (found.n, found.unknown_share, found.median_seconds) == (0, None, None)
    assert visit_figures([]) is None
