"""Activity of events and purchases, and sessions by number or by gap, against pandas."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.engaged import read_activity, read_engagement, read_sessions
from cxlib.stats.groups import TOTAL, Group
from tests.handmade import source_of

T = datetime(2024, 1, 1, 8)
PLANS = "xyz"


@pytest.fixture(scope="module")
def drawn():
    rng = np.random.default_rng(11)
    rows = [
        (f"c{who}", T + timedelta(minutes=int(rng.integers(0, 90 * 1440))), PLANS[who % 3])
        for who in range(60)
        for _ in range(int(rng.integers(1, 9)))
    ]
    return pd.DataFrame(rows, columns=["who", "at", "plan"])


def events(backend, drawn, **roles):
    basic = {"customer": list(drawn.who), "happened": list(drawn["at"])}
    return source_of(
        backend, "events", basic | roles, cells={"plan": list(drawn.plan)}, table="engaged_events"
    )


def counted(days):
    """(active days, customers) pairs."""
    each = days.nunique().value_counts().sort_index()
    return tuple((int(k), int(n)) for k, n in each.items())


def test_active_days_of_the_last_week_and_four_weeks(backend, drawn):
    book = read_activity(events(backend, drawn), period="month", by=["plan"])
    day = drawn["at"].dt.normalize()
    assert (book.first, book.last) == (day.min().date(), day.max().date())
    for window, found in ((28, book.active_days), (7, book.active_week)):
        late = drawn.assign(day=day)[day > day.max() - timedelta(window)]
        assert found[TOTAL] == counted(late.groupby("who").day)
        for plan in PLANS:
            mine = late[late.plan == plan].groupby("who").day
            assert found[Group("plan", plan)] == counted(mine)


def test_purchases_are_activity_and_returns_are_not(backend, drawn):
    amounts = [-100 if place % 5 == 0 else 100 for place in range(len(drawn))]
    roles = {
        "customer": list(drawn.who),
        "ordered": list(drawn["at"]),
        "amount": amounts,
        "order": [f"o{place}" for place in range(len(drawn))],
    }
    made = source_of(backend, "transactions", roles, table="engaged_orders")
    book = read_activity(made, period="week")
    bought = drawn[np.array(amounts) > 0]
    days = bought.assign(day=bought["at"].dt.date).drop_duplicates(["who", "day"])
    assert sum(n for _, _, n in book.gaps[TOTAL].gaps) == len(days)
    assert book.coverage.used == len(bought)


def test_sessions_by_number_or_by_gap(backend, drawn):
    numbers = [f"s{place % 50}" for place in range(len(drawn))]
    made = events(backend, drawn, session=numbers)
    by_number = read_sessions(made, by=["plan"])
    pairs = drawn.assign(s=numbers)[["who", "s"]].drop_duplicates()
    assert (by_number.numbered, by_number.timed) == (True, True)
    assert int(by_number.sessions[TOTAL].n.sum()) == len(pairs)
    by_gap = read_sessions(made, gap=3600, numbered=False)
    ordered = drawn.sort_values("at").groupby("who")["at"].diff()
    begun = (ordered.isna() | (ordered > timedelta(hours=1))).sum()
    assert by_gap.numbered is False
    assert int(by_gap.sessions[TOTAL].n.sum()) == begun
    with pytest.raises(BadOption, match="above 0"):
        read_sessions(made, gap=0)


def test_days_without_a_time_are_told_from_moments(backend, drawn):
    daily = drawn.assign(at=drawn["at"].dt.normalize())
    assert read_sessions(events(backend, daily)).timed is False


def test_the_whole_is_its_two_parts(backend, drawn):
    made = events(backend, drawn, shown=[2.0] * len(drawn), clicked=[1.0] * len(drawn))
    whole = read_engagement(made, period="month", by=["plan"])
    active, visited = read_activity(made, period="month", by=["plan"]), read_sessions(made)
    assert (whole.gaps, whole.moves) == (active.gaps, active.moves)
    assert whole.clicks[TOTAL] == visited.clicks[TOTAL]
    assert whole.visits[TOTAL] == visited.visits[TOTAL]
    assert whole.coverage == active.coverage


def test_without_events_there_is_no_answer(backend):
    made = source_of(backend, "events", {"customer": [None], "happened": [T]}, table="none")
    with pytest.raises(NotEnoughData, match="customer is blank"):
        read_activity(made, period="month")
