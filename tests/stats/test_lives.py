"""Event tables equal plain counting."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.stats.asked import read_life_table
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.lives import Lives, life_counts, read_lives
from cxlib.tables.contracts import contracts
from tests.handmade import source_of

SLOW = settings(max_examples=20, deadline=None)
CUT = date(2025, 6, 30)

moments = st.one_of(
    st.datetimes(datetime(2025, 1, 1), datetime(2025, 8, 31)), st.sampled_from([None, ...])
)
row = st.fixed_dictionaries(
    {"started": moments, "ended": moments, "plan": st.sampled_from(["free", "Team", None])}
)
tables = st.lists(row, min_size=1, max_size=40)
lives = st.lists(
    st.tuples(st.integers(0, 20).map(float), st.integers(0, 5), st.integers(0, 5))
).map(Lives.of)


def subscriptions(backend, rows):
    values = {role: [one[role] for one in rows] for role in ("started", "ended")}
    values["customer"] = [str(i) for i in range(len(rows))]
    return source_of(backend, "subscriptions", values, cells={"plan": [r["plan"] for r in rows]})


def lived(one) -> tuple[int, bool] | None:
    """Days and whether the customer left by the cut-off; None where the row cannot be used."""
    start, end = one["started"], one["ended"]
    if start in (None, ...) or end is ... or start.date() > CUT:
        return None
    if end is None:
        return (CUT - start.date()).days, False
    if end.date() < start.date():
        return None
    return (min(end.date(), CUT) - start.date()).days, end.date() <= CUT


def counted(rows) -> Lives:
    found: dict[int, Counter] = {}
    for one in rows:
        life = lived(one)
        if life is not None:
            found.setdefault(life[0], Counter())[life[1]] += 1
    return Lives.of((float(days), n[True], n[False]) for days, n in found.items())


@SLOW
@given(rows=tables)
def test_total_and_segments_equal_plain_counting(backend, rows):
    source = subscriptions(backend, rows)
    whole = counted(rows)
    if not whole.n:
        with pytest.raises(NotEnoughData, match="at least 1 customer; this selection has 0"):
            read_life_table(source, observed=CUT)
        return
    table = read_life_table(source, observed=CUT, by=["plan"])
    expected = {TOTAL: whole}
    for plan in ("free", "Team", None):
        part = counted([one for one in rows if one["plan"] == plan])
        if part.n:
            expected[Group("plan", plan or BLANK)] = part
    assert table.lives == expected
    assert (table.coverage.rows, table.coverage.used) == (len(rows), whole.n)


@SLOW
@given(rows=tables)
def test_periods_of_the_start_equal_plain_counting(backend, rows):
    kept = contracts(subscriptions(backend, rows), observed=CUT).question.kept
    found = read_lives(life_counts(kept, by="c:plan", period="month"), column="plan")
    expected = {}
    for plan in ("free", "Team", None):
        mine = [one for one in rows if one["plan"] == plan and lived(one)]
        for month in {None, *(one["started"].date().replace(day=1) for one in mine)}:
            part = [one for one in mine if month in (None, one["started"].date().replace(day=1))]
            if part:
                expected[Group("plan", plan or BLANK, month)] = counted(part)
    assert found == expected


@SLOW
@given(rows=tables, cut=st.integers(0, 40))
def test_part_and_part_are_the_whole(backend, rows, cut):
    parts = [counted(part) for part in (rows[:cut], rows[cut:])]
    if parts[0].n + parts[1].n:
        whole = read_life_table(subscriptions(backend, rows), observed=CUT)
        assert parts[0] + parts[1] == whole.lives[TOTAL]


def test_the_cut_off_is_the_last_date_of_the_whole_file(backend):
    # The filter keeps the first row; the last date stands in the second one.
    rows = [
        {"started": datetime(2025, 1, 1), "ended": None, "plan": "free"},
        {"started": datetime(2025, 1, 5), "ended": datetime(2025, 1, 31, 23, 59), "plan": "Team"},
    ]
    table = read_life_table(subscriptions(backend, rows), by=["plan"])
    assert table.observed == date(2025, 1, 31)
    assert table.lives[Group("plan", "free")] == Lives((30.0,), (0,), (1,))


def test_durations_of_the_file_are_taken_as_they_are(backend):
    values = {
        "customer": ["a", "b", "c", "d"],
        "duration": [2.5, 2.5, 0.0, None],
        "churned": [1, 0, 0, 1],
    }
    table = read_life_table(source_of(backend, "subscriptions", values))
    assert table.lives == {TOTAL: Lives((0.0, 2.5), (0, 1), (1, 1))}
    assert not table.dated
    assert table.in_units(7) == table.lives


def test_days_are_divided_by_the_unit(backend):
    rows = [{"started": datetime.combine(CUT, time.min), "ended": None, "plan": None}]
    rows.append({"started": datetime(2025, 6, 16), "ended": datetime(2025, 6, 23), "plan": None})
    table = read_life_table(subscriptions(backend, rows), observed=CUT)
    assert table.in_units(7) == {TOTAL: Lives((0.0, 1.0), (0, 1), (1, 0))}


@given(lives, lives)
def test_pooling_keeps_every_customer(one, other):
    both = one + other
    assert both == other + one
    assert (both.n, both.deaths) == (one.n + other.n, one.deaths + other.deaths)
    assert list(both.durations) == sorted({*one.durations, *other.durations})
    assert both.longest == max(one.longest, other.longest)


@given(lives)
def test_scaling_keeps_the_counts(one):
    weeks = one.scaled(7)
    assert (weeks.events, weeks.censored) == (one.events, one.censored)
    assert weeks.durations == tuple(days / 7 for days in one.durations)
