"""Arrivals, closures, reopenings and busy hours against a walk along the tickets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from cxlib.columns.business_hours import business_hours
from cxlib.metrics.backlog import backlog
from cxlib.stats.desk import FIRST_CONTACT_DAYS, ContactCounts, read_desk
from cxlib.stats.groups import TOTAL, Group
from tests.handmade import source_of

T = datetime(2024, 1, 10, 8)
END = date(2024, 4, 20)


@pytest.fixture(scope="module")
def made():
    rng = np.random.default_rng(12)
    n = 300
    created = [T + timedelta(seconds=int(s)) for s in rng.integers(0, 100 * 86_400, n)]
    took = rng.exponential(150, n)
    solved = [c + timedelta(hours=float(h)) for c, h in zip(created, took, strict=True)]
    return pd.DataFrame(
        {
            "created": created,
            "solved": [s if s.date() <= END else None for s in solved],
            "customer": [f"c{k}" if k else None for k in rng.integers(0, 60, n)],
            "reopened": [[0.0, 2.0, 0.0, None][k] for k in rng.integers(0, 4, n)],
            "team": [("a", "b")[k] for k in rng.integers(0, 2, n)],
        }
    )


@pytest.fixture(scope="module")
def source(backend, made):
    roles = {
        name: [None if pd.isna(one) else one for one in made[name]]
        for name in ("created", "solved", "customer", "reopened")
    }
    return source_of(
        backend, "tickets", roles, cells={"team": made.team.tolist()}, table="desk_tickets"
    )


@pytest.mark.parametrize("period", ["day", "week", "month", "quarter"])
def test_the_queue_equals_counting_open_tickets_at_every_end(source, made, period):
    book = read_desk(source, period=period)
    found = backlog(book.flow, period=period, seen=book.seen)
    code = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q"}[period]
    born, gone = made.created.dt.to_period(code), made.solved.dt.to_period(code)
    periods = pd.period_range(born.min(), pd.Period(book.seen, code), freq=code)
    assert [one.period for one in found] == [one.start_time.date() for one in periods]
    for now, one in zip(periods, found, strict=True):
        end = min(now.end_time.date(), book.seen)
        waiting = made[(made.created.dt.date <= end) & ~(made.solved.dt.date <= end)]
        ages = pd.Series([(end - day).days for day in waiting.created.dt.date], dtype=float)
        assert (one.arrivals, one.closures) == ((born == now).sum(), (gone == now).sum())
        assert one.open == len(waiting)
        assert one.whole == (now.end_time.date() <= book.seen)
        if len(ages):
            assert one.age_median == pytest.approx(ages.median())
            assert one.age_p90 == pytest.approx(ages.quantile(0.9))
        else:
            assert (one.age_median, one.age_p90) == (None, None)


def contacts_by_hand(table, everyone, seen):
    mature = first = 0
    for row in table[table.solved.notna()].itertuples():
        known = row.reopened is not None and not pd.isna(row.reopened) and row.customer is not None
        if not known or row.solved.date() > seen - timedelta(FIRST_CONTACT_DAYS):
            continue
        mature += 1
        others = everyone[(everyone.customer == row.customer) & (everyone.index != row.Index)]
        limit = row.solved + timedelta(FIRST_CONTACT_DAYS)
        again = ((others.created > row.created) & (others.created <= limit)).any()
        first += row.reopened == 0 and not again
    told = table[table.solved.notna() & table.reopened.notna()]
    counts = (int(table.solved.notna().sum()), len(told), int((told.reopened > 0).sum()))
    return ContactCounts(*counts, mature, first)


def test_reopenings_and_first_contacts_of_every_group(source, made):
    book = read_desk(source, period="month", by=["team"])
    assert book.customers
    assert book.contacts[TOTAL] == contacts_by_hand(made, made, book.seen)
    for team in "ab":
        mine = made[made.team == team]
        assert book.contacts[Group("team", team)] == contacts_by_hand(mine, made, book.seen)


def test_busy_hours_are_those_of_the_creation(source, made):
    book = read_desk(source, period="month")
    assert book.heat_measure == "solve"
    want = made.groupby([made.created.dt.weekday, made.created.dt.hour]).size().to_dict()
    assert {cell: lives.n for cell, lives in book.heat.items()} == want


def test_busy_hours_on_the_wall_of_the_zone(backend):
    # Sunday 23:30 in UTC is Monday 06:30 in Jakarta.
    roles = {"created": [datetime(2024, 1, 7, 23, 30)] * 2, "first_replied": [None, None]}
    cells = {"created": ["2024-01-07T23:30:00Z", "2024-01-07 23:30"]}
    source = source_of(backend, "tickets", roles, cells=cells)
    jakarta = business_hours("Mon-Fri 09:00-17:00 Asia/Jakarta")
    book = read_desk(source, period="week", hours=jakarta)
    assert {cell: lives.n for cell, lives in book.heat.items()} == {(0, 6): 1, (6, 23): 1}
    assert (book.flow, book.contacts, book.customers) == ((), {}, False)
    assert book.heat_measure == "first_reply"


def test_a_queue_of_nothing():
    assert backlog((), period="month", seen=END) == ()
