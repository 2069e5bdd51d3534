"""Windows of a customer's own clock, and contracts, equal a plain count; published shares."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.cohorts import cohort_table, mean_row
from cxlib.stats.cohort_grid import WINDOWS, Clock, CohortGrid, Rule
from cxlib.stats.cohorts import CohortCounts, read_cohorts
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.tables.selection import Selection
from tests.handmade import source_of

SLOW = settings(max_examples=25, deadline=None)
rules = st.sampled_from([(rule, (1, 2, 4)) for rule in Rule])
moments = st.datetimes(datetime(2025, 1, 1), datetime(2025, 4, 10))
happenings = st.lists(st.tuples(st.sampled_from("abcd"), moments), min_size=1, max_size=25)
PANDAS = {"day": "D", "week": "W-SUN", "month": "M"}


def events(backend, rows):
    values = {"customer": [who for who, _ in rows], "happened": [when for _, when in rows]}
    return source_of(backend, "events", values)


def is_active(places, low, stop, rule):
    if rule is Rule.ON_OR_AFTER:
        return any(high >= low for _, high in places)
    return any(start < stop and high >= low for start, high in places)


def plain_counts(people, grid):
    """Counts of (first day of the cohort, [(first, last) place], whole periods followed)."""
    sizes, active, covered = [], [], []
    for cohort, places, followed in people:
        sizes.append((cohort, 1))
        for low, stop in grid.cells:
            mature = followed >= stop
            covered.append((cohort, low, int(mature)))
            active.append((cohort, low, int(mature and is_active(places, low, stop, grid.rule))))
    return CohortCounts.of(sizes, active, covered)


@SLOW
@given(rows=happenings, how=rules, period=st.sampled_from(list(WINDOWS)))
def test_own_windows_equal_plain_counting(backend, rows, how, period):
    rule, offsets = how
    grid = CohortGrid(period, offsets, rule, Clock.OWN)
    width = timedelta(days=WINDOWS[period])
    own = defaultdict(list)
    for who, when in rows:
        own[who].append(when.replace(microsecond=0))
    last = max(when for _, when in rows)
    timed = any(when.replace(microsecond=0).time() != datetime.min.time() for _, when in rows)
    end = last if timed else datetime.combine(last.date() + timedelta(1), datetime.min.time())
    end = end.replace(microsecond=0)
    people = []
    for times in own.values():
        first = min(times)
        cohort = pd.Timestamp(first).to_period(PANDAS[period]).start_time.date()
        places = [((one - first) // width,) * 2 for one in times]
        people.append((cohort, places, (end - first) // width))
    assert read_cohorts(events(backend, rows), grid).counts[TOTAL] == plain_counts(people, grid)


def test_a_window_of_24_hours_is_no_calendar_day(backend):
    rows = [
        ("a", datetime(2025, 1, 1, 23)),
        ("a", datetime(2025, 1, 2, 1)),  # the next calendar day, the first 24 hours
        ("b", datetime(2025, 1, 1, 8)),
        ("b", datetime(2025, 1, 2, 9)),
        ("c", datetime(2025, 1, 3, 22)),
    ]
    source = events(backend, rows)

    def active(clock):
        counts = read_cohorts(source, CohortGrid("day", (1,), clock=clock)).counts[TOTAL]
        return {cohort.day: n for cohort, place, n in counts.active if place == 1}

    assert active(Clock.CALENDAR) == {1: 2}
    assert active(Clock.OWN) == {1: 1, 3: 0}
    counts = read_cohorts(source, CohortGrid("day", (1,), clock=Clock.OWN)).counts[TOTAL]
    # The data end on 3 January at 22:00: a's second window ends an hour later, b's has ended.
    assert counts.covered == ((date(2025, 1, 1), 1, 1), (date(2025, 1, 3), 1, 0))


def test_days_without_a_time_are_whole(backend):
    rows = [("a", datetime(2025, 1, 1)), ("a", datetime(2025, 1, 2))]
    grid = CohortGrid("day", (1,), clock=Clock.OWN)
    counts = read_cohorts(events(backend, rows), grid).counts[TOTAL]
    assert (counts.active, counts.covered) == ((((date(2025, 1, 1), 1, 1)),),) * 2


def subscriptions(backend, rows, **more):
    names = ("customer", "started", "ended", *more)
    columns = [[row[i] for row in rows] for i in range(3)] + list(more.values())
    return source_of(backend, "subscriptions", dict(zip(names, columns, strict=True)))


day = st.dates(date(2025, 1, 1), date(2025, 9, 30)).map(
    lambda one: datetime.combine(one, datetime.min.time())
)
contract = st.tuples(
    st.sampled_from("abc"),
    day,
    st.none() | st.integers(0, 150),
    st.none() | st.integers(0, 100),
)


@SLOW
@given(
    rows=st.lists(contract, min_size=1, max_size=12),
    how=rules,
    period=st.sampled_from(list(WINDOWS)),
    clock=st.sampled_from(list(Clock)),
)
def test_contracts_equal_a_count_day_by_day(backend, rows, how, period, clock):
    rule, offsets = how
    grid = CohortGrid(period, offsets, rule, clock)
    cut = date(2025, 8, 31)
    kept = []
    for who, start, length, watched in rows:
        end = None if length is None else start + timedelta(length)
        seen = None if watched is None else start + timedelta(watched)
        kept.append((who, start, end, seen))
    source = subscriptions(backend, [row[:3] for row in kept], observed=[row[3] for row in kept])
    ran, watched_to = defaultdict(set), defaultdict(list)
    for who, start, end, seen in kept:
        if start.date() > cut:
            continue
        until = min(cut, seen.date()) if seen else cut
        left = end is not None and end.date() <= until
        last = end.date() if left else until
        ran[who] |= {start.date() + timedelta(k) for k in range((last - start.date()).days + 1)}
        watched_to[who] += [] if left else [until]
    if not ran:
        with pytest.raises(NotEnoughData):
            read_cohorts(source, grid, end=cut)
        return

    def period_of(one):
        return pd.Timestamp(one).to_period(PANDAS[period])

    people = []
    for who, days in ran.items():
        first, known = min(days), max(watched_to[who], default=cut)
        if clock is Clock.OWN:
            place = lambda one, first=first: (one - first).days // WINDOWS[period]  # noqa: E731
        else:
            place = lambda one, first=first: period_of(one).ordinal - period_of(first).ordinal  # noqa: E731
        spans = [(place(one), place(one)) for one in days]
        people.append((period_of(first).start_time.date(), spans, place(known + timedelta(1))))
    assert read_cohorts(source, grid, end=cut).counts[TOTAL] == plain_counts(people, grid)


def test_durations_stand_in_for_ends(backend):
    starts = [datetime(2025, 1, 10)] * 3 + [datetime(2025, 3, 1)]
    values = {
        "customer": list("abcd"),
        "started": starts,
        "duration": [1.0, 3.0, 4.0, 1.0],
        "churned": [1, 1, 0, 0],
    }
    source = source_of(backend, "subscriptions", values)
    book = read_cohorts(source, CohortGrid("month", (0, 1, 2, 3)))
    # 10 January and 1, 3, 4 months of 30.4 days: 9 February, 11 April, and 11 May, the cut-off,
    # up to which a and b are known to have left; c is followed for whole months until April.
    assert book.end == date(2025, 5, 11)
    counts = book.counts[TOTAL]
    january = date(2025, 1, 1)
    found = [(place, n) for cohort, place, n in counts.active if cohort == january]
    assert found == [(0, 3), (1, 3), (2, 2), (3, 2)]
    assert [n for cohort, _, n in counts.covered or () if cohort == january] == [3, 3, 3, 3]
    assert [n for cohort, _, n in counts.covered or () if cohort != january] == [1, 0, 0, 0]
    weeks = read_cohorts(source, CohortGrid("week", (0, 1, 2), unit="week")).counts[TOTAL]
    assert [n for _, place, n in weeks.active if place == 1] == [3, 0]


def test_what_contracts_need(backend):
    bare = {"customer": ["a"], "duration": [2.0], "churned": [1]}
    with pytest.raises(BadOption, match="known as 'started'"):
        read_cohorts(source_of(backend, "subscriptions", bare), CohortGrid("month", (1,)))
    only = {"customer": ["a"], "started": [datetime(2025, 1, 1)]}
    with pytest.raises(BadOption, match="known as 'duration'"):
        read_cohorts(source_of(backend, "subscriptions", only), CohortGrid("month", (1,)))
    blank = {"customer": ["a"], "started": [None], "duration": [2.0], "churned": [1]}
    with pytest.raises(NotEnoughData, match="dated contract"):
        read_cohorts(source_of(backend, "subscriptions", blank), CohortGrid("month", (1,)))


def test_rows_that_no_contract_can_be_made_of_are_counted(backend):
    start = datetime(2025, 3, 1)
    rows = [
        ("a", start, None),
        ("b", start, start - timedelta(9)),
        ("c", start, ...),
        ("d", datetime(2025, 7, 1), None),
        ("e", start, None),
    ]
    entered = [None, None, None, None, start + timedelta(30)]
    source = subscriptions(backend, rows, entered=entered)
    book = read_cohorts(source, CohortGrid("month", (1,)), end=date(2025, 6, 30))
    assert (book.coverage.rows, book.coverage.used) == (5, 1)
    assert {reason for reason, _ in book.coverage.left_out} == {
        "ended before it started",
        "ended is wrong",
        "started after 2025-06-30",
        "watched only from some time after it started",
    }


def test_contracts_without_customers_are_one_customer_each(backend):
    values = {"started": [datetime(2025, 1, 3)] * 2, "ended": [None, datetime(2025, 2, 3)]}
    source = source_of(backend, "subscriptions", values, cells={"plan": ["x", None]})
    book = read_cohorts(source, CohortGrid("day", (1, 31)), by=("plan",))
    assert book.counts[TOTAL].sizes == ((date(2025, 1, 3), 2),)
    assert book.counts[Group("plan", "x")] + book.counts[Group("plan", BLANK)] == book.counts[TOTAL]


def test_counts_of_two_clocks_do_not_add_up():
    with pytest.raises(ValueError, match="two clocks"):
        CohortCounts.of([], []) + CohortCounts.of([], [], [])


@pytest.mark.parametrize("clock", Clock)
@pytest.mark.parametrize(
    "rows",
    [
        [("a", datetime(2025, 1, 5))],
        [(who, datetime(2025, 1, 5)) for who in "abc"],
    ],
    ids=["one customer", "one day"],
)
def test_little_data_leave_blanks(backend, rows, clock):
    grid = CohortGrid("month", (0, 1), clock=clock)
    book = read_cohorts(events(backend, rows), grid)
    (row,) = cohort_table(book.counts[TOTAL], grid, end=book.end)
    assert (row.size, [cell.share for cell in row.cells]) == (len(rows), [None, None])
    assert [cell.share for cell in mean_row([row])] == [None, None]


def test_first_and_seventh_day_of_a_mobile_game(backend, shared_data):
    # Published with the data: of 90,189 players 44.52 % came back on day 1, 18.61 % on day 7.
    table = pd.read_csv(shared_data / "cookie_cats" / "cookie_cats.csv.gz")
    start = pd.Timestamp(2025, 3, 1, 9)
    back = [table.userid[table[f"retention_{k}"].astype(bool)] for k in (1, 7)]
    who = pd.concat([table.userid, *back]).astype(str)
    when = [start] * len(table)
    for ids, days in zip(back, (1, 7), strict=True):
        when += [start + pd.Timedelta(days=days)] * len(ids)
    source = source_of(
        backend,
        "events",
        {"customer": list(who), "happened": [one.to_pydatetime() for one in when]},
    )
    until = Selection(until=date(2025, 3, 31))
    for clock in Clock:
        grid = CohortGrid("day", (1, 7), clock=clock)
        book = read_cohorts(source, grid, selection=until)
        (row,) = cohort_table(book.counts[TOTAL], grid, end=book.end)
        shares = [cell.share for cell in row.cells]
        assert row.size == 90_189
        assert shares == pytest.approx([0.445210, 0.186065], abs=5e-7)
        later = CohortGrid("day", (1, 7), Rule.ON_OR_AFTER, clock)
        ever = read_cohorts(source, later, selection=until).counts[TOTAL]
        either = (table.retention_1 | table.retention_7).sum()
        assert [n for _, _, n in ever.active] == [either, table.retention_7.sum()]


@pytest.mark.parametrize("clock", Clock)
def test_cohorts_of_music_buyers(backend, shared_data, clock):
    path = shared_data / "cdnow" / "CDNOW_master.txt.gz"
    table = pd.read_csv(path, sep=r"\s+", header=0, names=["customer", "day", "quantity", "amount"])
    table["ordered"] = pd.to_datetime(table.day.astype(str), format="%Y%m%d")
    values = {
        "customer": list(table.customer.astype(str)),
        "ordered": [one.to_pydatetime() for one in table.ordered],
    }
    source = source_of(backend, "transactions", values)
    first = table.groupby("customer").ordered.transform("min")
    cohort = first.dt.to_period("M")
    end = table.ordered.max()
    if clock is Clock.OWN:
        apart = (table.ordered - first).dt.days // 30
        followed = ((end - first).dt.days + 1) // 30
    else:
        month = table.ordered.dt.to_period("M")
        apart = month.map(lambda one: one.ordinal) - cohort.map(lambda one: one.ordinal)
        followed = (end + pd.Timedelta(days=1)).to_period("M").ordinal - cohort.map(
            lambda one: one.ordinal
        )
    grid = CohortGrid("month", (0, 1, 3, 12, 16, 17), clock=clock)
    rows = cohort_table(read_cohorts(source, grid).counts[TOTAL], grid, end=end.date())
    assert [row.size for row in rows] == list(table.groupby(cohort).customer.nunique())
    assert sum(row.size for row in rows) == 23_570
    for row in rows:
        mine = cohort == pd.Period(row.start, "M")
        for cell in row.cells:
            mature = mine & (followed > cell.offset)
            assert cell.mature == table.customer[mature].nunique()
            if cell.mature:
                there = table.customer[mature & (apart == cell.offset)].nunique()
                assert cell.active == there
