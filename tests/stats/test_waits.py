"""Waiting times in groups against pandas, and the fold against the usual one."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from cxlib.errors import NotEnoughData
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.lives import Lives, life_counts, read_lives
from cxlib.stats.waits import folded, read_waits
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.tickets import tickets
from tests.handmade import source_of

T = datetime(2024, 1, 1)


@pytest.fixture(scope="module")
def made():
    rng = np.random.default_rng(5)
    n = 400
    created = [T + timedelta(seconds=int(s)) for s in rng.integers(0, 80 * 86_400, n)]
    took = rng.integers(0, 300, n)
    solved = [c + timedelta(hours=int(h)) for c, h in zip(created, took, strict=True)]
    return pd.DataFrame(
        {
            "created": created,
            "solved": [s if s < T + timedelta(80) else None for s in solved],
            "channel": [("mail", "chat", None)[k % 3] for k in range(n)],
        }
    )


@pytest.fixture(scope="module")
def source(backend, made):
    roles = {
        "created": made.created.tolist(),
        "solved": [None if pd.isna(one) else one for one in made.solved],
    }
    return source_of(
        backend, "tickets", roles, cells={"channel": made.channel.tolist()}, table="waits"
    )


def by_pandas(made) -> Lives:
    seen = max(made.created.max(), made.solved.max())
    end = made.solved.fillna(seen)
    hours = (end - made.created).dt.total_seconds() / 3600
    return Lives.of(
        (hour, int(over), int(not over))
        for hour, over in zip(hours, made.solved.notna(), strict=True)
    )


def test_waits_of_every_group_and_period(source, made):
    found = read_waits(source, by=["channel"], period="month")
    assert list(found.lives) == ["solve"]
    assert found.coverage.used == len(made)
    lives = found.lives["solve"]
    seen = max(made.created.max(), made.solved.max())
    assert found.seen == seen.to_pydatetime()
    whole = by_pandas(made)
    assert lives[TOTAL].durations == pytest.approx(whole.durations)
    assert (lives[TOTAL].events, lives[TOTAL].censored) == (whole.events, whole.censored)
    for value, rows in made.fillna({"channel": BLANK}).groupby("channel"):
        assert lives[Group("channel", value)].n == len(rows)
        for month, some in rows.groupby(rows.created.dt.to_period("M")):
            group = Group("channel", value, month.start_time.date())
            assert lives[group].n == len(some)
            assert lives[group].deaths == some.solved.notna().sum()


def test_the_fold_in_arrays_equals_the_usual_one(source):
    waits = tickets(source).waits("solve")
    for by, period in ((None, None), ("c:channel", None), ("c:channel", "week"), (None, "day")):
        query = life_counts(waits, by=by, period=period)
        column = by and "channel"
        usual = {group: one.scaled(3600) for group, one in read_lives(query, column=column).items()}
        assert folded(query, column) == usual


def test_filters_do_not_move_the_last_moment(source, made):
    mail = Selection((Condition("channel", ("mail",)),))
    found = read_waits(source, selection=mail)
    assert found.seen == read_waits(source).seen
    assert found.coverage.used == (made.channel == "mail").sum()


def test_nothing_to_read_is_said(source):
    with pytest.raises(NotEnoughData, match="at least 1 ticket; this selection has 0"):
        read_waits(source, selection=Selection(since=T.date() + timedelta(400)))
