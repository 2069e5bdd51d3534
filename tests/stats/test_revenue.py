"""Movements of customers and money equal plain loops over the contracts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.groups import BLANK, Group
from cxlib.stats.revenue import COUNTS, SUMS, Money, Movement, read_revenue
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.subscribed import LENGTHS
from tests.handmade import source_of

SLOW = settings(max_examples=15, deadline=None)
CUT = date(2025, 6, 12)

days = st.dates(date(2025, 1, 1), date(2025, 7, 31)).map(
    lambda day: datetime.combine(day, datetime.min.time())
)
# First days of months are where periods meet.
firsts = st.integers(1, 7).map(lambda month: datetime(2025, month, 1))
moments = st.one_of(days, firsts)
contract = st.fixed_dictionaries(
    {
        "customer": st.sampled_from(["a", "b", "c", None]),
        "started": st.one_of(moments, st.sampled_from([None, ...])),
        "ended": st.one_of(moments, st.sampled_from([None, None, ...])),
        "fee": st.one_of(st.integers(0, 900_000), st.sampled_from([0, 10_000, -5, None])),
        "plan": st.sampled_from(["free", "Team", None]),
    }
)
tables = st.lists(contract, min_size=1, max_size=25)
periods = st.sampled_from(["month", "quarter", "year"])
movements = st.builds(
    Movement,
    **{name: st.integers(0, 50) for name in COUNTS},
    money=st.builds(Money, *(st.integers(0, 10**9) for _ in SUMS)),
)


def source(backend, rows, *, fee=True, **more):
    roles = ("customer", "started", "ended", *(["fee"] if fee else []))
    values = {role: [one[role] for one in rows] for role in roles}
    cells = {"plan": [one["plan"] for one in rows]}
    return source_of(backend, "subscriptions", values | more, cells=cells)


def usable(one) -> bool:
    start, end = one["started"], one["ended"]
    if one["customer"] is None or start in (None, ...) or one["fee"] in (None, -5) or end is ...:
        return False
    return start.date() <= CUT and (end is None or end >= start)


def there(one, day) -> bool:
    """At the close of the day."""
    return one["started"].date() <= day and (one["ended"] is None or one["ended"].date() > day)


def plainly(rows, start, last) -> dict[str | None, Movement]:
    """Each plan's movement in one period and, under None, that of all, by loops over customers."""
    eve = start - timedelta(days=1)
    found = defaultdict(lambda: dict.fromkeys((*COUNTS, *(f"sum_{one}" for one in SUMS)), 0))
    for customer in {one["customer"] for one in rows}:
        mine = [one for one in rows if one["customer"] == customer]
        first = min(one["started"].date() for one in mine)
        at_start = [one for one in mine if there(one, eve)]
        at_end = [one for one in mine if there(one, last)]
        if not at_start and not at_end:
            continue
        totals = defaultdict(int)
        for one in at_start or at_end:
            totals[one["plan"] or BLANK] += one["fee"]
        after = defaultdict(int)
        for one in at_end:
            after[one["plan"] or BLANK] += one["fee"]
        plan = min(totals, key=lambda name: (-totals[name], -after[name], name))
        before, later = (sum(one["fee"] for one in each) for each in (at_start, at_end))
        for sums in (found[None], found[plan]):
            tell(sums, bool(at_start), bool(at_end), first < start, before, later)
    return {plan: movement_of(sums) for plan, sums in found.items()}


def tell(sums, at_start, at_end, known, before, later) -> None:
    change = later - before
    if not at_start:
        word = "returned" if known else "new"
        sums[word] += 1
        sums[f"sum_{word}"] += later
        return
    sums["start"] += 1
    sums["sum_start"] += before
    if not at_end:
        sums["lost"] += 1
        sums["sum_lost"] += before
    elif change > 0:
        sums["expanded"] += 1
        sums["sum_expansion"] += change
    elif change < 0:
        sums["contracted"] += 1
        sums["sum_contraction"] -= change
    x, c = before / 10_000, change / 10_000
    loss = max(0.0, -c)
    gone = 0.0 if at_end else x * x
    products = (x * x, loss * x, loss * loss, c * x, c * c, gone)
    for name, value in zip(SUMS[6:], products, strict=True):
        sums[f"sum_{name}"] += value


def movement_of(sums) -> Movement:
    money = Money(*(sums[f"sum_{name}"] for name in SUMS))
    return Movement(**{name: sums[name] for name in COUNTS}, money=money)


def same(one: Movement, other: Movement) -> bool:
    """Counts and money to the digit, sums of products up to rounding."""
    if [getattr(one, n) for n in COUNTS] != [getattr(other, n) for n in COUNTS]:
        return False
    mine, theirs = ([getattr(m.money, n) for n in SUMS] for m in (one, other))
    return mine[:6] == theirs[:6] and mine[6:] == pytest.approx(theirs[6:], rel=1e-12)


NOTHING = movement_of(dict.fromkeys((*COUNTS, *(f"sum_{one}" for one in SUMS)), 0))


@SLOW
@given(rows=tables, period=periods)
def test_total_and_values_equal_plain_loops(backend, rows, period):
    asked = source(backend, rows)
    used = [one for one in rows if usable(one)]
    if not used:
        with pytest.raises(NotEnoughData, match="at least 1 contract; this selection has 0"):
            read_revenue(asked, period=period, observed=CUT)
        return
    book = read_revenue(asked, period=period, observed=CUT, by=["plan"])
    assert (book.coverage.rows, book.coverage.used) == (len(rows), len(used))
    assert book.free == sum(one["fee"] == 0 for one in used)
    seen = set()
    for span in book.periods:
        expected = plainly(used, span.start, span.last)
        seen |= expected.keys() - {None}
        assert same(book.movements[Group(None, None, span.start)], expected.get(None, NOTHING))
        for plan in book.values("plan"):
            part = expected.get(plan, NOTHING)
            assert same(book.movements[Group("plan", plan, span.start)], part)
    assert seen == set(book.values("plan"))


def chained(movements) -> None:
    """Each period ends where the next one begins; what comes in and goes out explains it."""
    for one in movements:
        assert one.start - one.lost + one.new + one.returned == one.end
        money = one.money
        gains = money.new + money.returned + money.expansion
        assert money.start + gains - money.contraction - money.lost == money.end
    for one, following in pairwise(movements):
        assert (one.end, one.money.end) == (following.start, following.money.start)


@SLOW
@given(rows=tables, period=periods)
def test_the_end_of_a_period_is_the_start_of_the_next(backend, rows, period):
    if any(usable(one) for one in rows):
        book = read_revenue(source(backend, rows), period=period, observed=CUT, by=["plan"])
        whole = book.of()
        assert whole[0].start == 0
        chained(whole)
        # Customers stand in one value a period, so the values add up to the total.
        for place, total in enumerate(whole):
            parts = (book.of("plan", value)[place] for value in book.values("plan"))
            assert same(sum(parts, start=NOTHING), total)


@SLOW
@given(rows=tables)
def test_who_is_there_at_the_cut_off_is_there_at_the_end(backend, rows):
    used = [one for one in rows if usable(one)]
    if used:
        book = read_revenue(source(backend, rows), period="quarter", observed=CUT)
        (last,) = book.of()[-1:]
        active = [one for one in used if there(one, CUT)]
        assert last.end == len({one["customer"] for one in active})
        assert last.money.end == sum(one["fee"] for one in active)


def test_real_contracts_add_up_and_agree_with_pandas(backend, shared_data, tmp_path):
    path = shared_data / "ravenstack_saas_synthetic" / "ravenstack_subscriptions.csv"
    table = pd.read_csv(path, parse_dates=["start_date", "end_date"])
    ends = [None if pd.isna(day) else day.to_pydatetime() for day in table.end_date]
    values = {
        "customer": table.account_id.tolist(),
        "started": [day.to_pydatetime() for day in table.start_date],
        "ended": ends,
        "fee": (table.mrr_amount * 10_000).astype(int).tolist(),
    }
    asked = source_of(backend, "subscriptions", values, table="ravenstack")
    for period in LENGTHS:
        book = read_revenue(asked, period=period)
        chained(book.of())
    book = read_revenue(asked, period="month")
    assert book.observed == date(2024, 12, 31)
    assert all(one.finished for one in book.periods)
    start, close = pd.Timestamp("2024-05-31"), pd.Timestamp("2024-06-30")

    def fees(day):
        open_then = (table.start_date <= day) & ~(table.end_date <= day)
        return table[open_then].groupby("account_id").mrr_amount.sum()

    before, after = fees(start), fees(close)
    both = pd.concat([before, after], axis=1, keys=["x", "y"]).dropna()
    june = book.movements[Group(None, None, date(2024, 6, 1))]
    assert (june.start, june.end) == (len(before), len(after))
    assert june.money.expansion == 10_000 * (both.y - both.x).clip(lower=0).sum()
    assert june.money.contraction == 10_000 * (both.x - both.y).clip(lower=0).sum()
    assert june.money.lost == 10_000 * before[~before.index.isin(after.index)].sum()
    paired = pd.concat([before, after.reindex(before.index, fill_value=0)], axis=1)
    x, change = paired.iloc[:, 0], paired.iloc[:, 1] - paired.iloc[:, 0]
    loss = (-change).clip(lower=0)
    assert june.contracted > 0
    gone = x[~x.index.isin(after.index)]
    products = [x @ x, loss @ x, loss @ loss, change @ x, change @ change, gone @ gone]
    assert [getattr(june.money, name) for name in SUMS[6:]] == pytest.approx(products, rel=1e-12)


def on(day: str) -> datetime:
    return datetime.fromisoformat(day)


def one(customer, started, ended, fee=100_000, plan="free"):
    return {
        "customer": customer,
        "started": on(started),
        "ended": on(ended) if ended else None,
        "fee": fee,
        "plan": plan,
    }


def test_days_at_the_edges_of_a_month(backend):
    # Starting or leaving on the first or the last day of March is starting or leaving in March.
    rows = [
        one("early", "2025-03-01", None),
        one("late", "2025-03-31T23:59", None),
        one("gone first", "2025-01-05", "2025-03-01"),
        one("gone last", "2025-01-05", "2025-03-31T08:00"),
        one("gone next", "2025-01-05", "2025-04-01"),
        one("within", "2025-03-02", "2025-03-30"),
    ]
    book = read_revenue(source(backend, rows), period="month", observed=date(2025, 4, 30))
    march = book.movements[Group(None, None, date(2025, 3, 1))]
    assert (march.start, march.new, march.lost, march.end) == (3, 2, 2, 3)
    assert [span.finished for span in book.periods] == [True] * 4


def test_a_change_of_plan_is_neither_a_loss_nor_a_new_customer(backend):
    rows = [
        one("up", "2025-01-05", "2025-02-10", 100_000, "free"),
        one("up", "2025-02-10", None, 250_000, "Team"),
        one("down", "2025-01-05", "2025-02-10", 250_000, "Team"),
        one("down", "2025-02-10", None, 100_000, "free"),
        one("back", "2025-01-05", "2025-01-20", 30_000, "free"),
        one("back", "2025-02-05", None, 30_000, "free"),
    ]
    book = read_revenue(
        source(backend, rows), period="month", by=["plan"], observed=date(2025, 2, 28)
    )
    feb = book.movements[Group(None, None, date(2025, 2, 1))]
    assert (feb.start, feb.new, feb.returned, feb.lost) == (2, 0, 1, 0)
    assert (feb.money.expansion, feb.money.contraction, feb.money.returned) == (
        150_000,
        150_000,
        30_000,
    )
    # The customer counts in the plan of the start.
    assert book.movements[Group("plan", "free", date(2025, 2, 1))].expanded == 1
    assert book.movements[Group("plan", "Team", date(2025, 2, 1))].contracted == 1


def test_without_fees_there_are_customers_and_no_money(backend):
    book = read_revenue(source(backend, [one("a", "2025-01-05", None)], fee=False), period="month")
    assert not book.paid
    assert book.of()[0] == Movement(0, 1, 0, 0, 0, 0, money=None)


def test_days_choose_the_periods_and_keep_who_was_there_before(backend):
    rows = [one("a", "2025-01-05", None), one("b", "2025-03-05", "2025-05-20")]
    kept = Selection((), date(2025, 3, 1), date(2025, 4, 15))
    book = read_revenue(source(backend, rows), period="month", selection=kept)
    assert [(span.start.month, span.last, span.finished) for span in book.periods] == [
        (3, date(2025, 3, 31), True),
        (4, date(2025, 4, 15), False),
    ]
    assert [movement.start for movement in book.of()] == [1, 2]
    kept = Selection((Condition("plan", ("free",)),), date(2025, 6, 1))
    with pytest.raises(NotEnoughData, match="None begins from 2025-06-01 to 2025-05-20"):
        read_revenue(source(backend, rows), period="month", selection=kept)


def test_records_that_begin_later_count_from_then_on(backend):
    rows = [one("a", "2024-01-05", None), one("b", "2025-01-05", None)]
    entered = {"entered": [datetime(2025, 2, 3), None]}
    book = read_revenue(
        source(backend, rows, **entered), period="month", observed=date(2025, 3, 31)
    )
    assert [movement.start for movement in book.of()] == [0, 1, 2]


def test_bad_files_are_a_sentence(backend):
    durations = source_of(
        backend, "subscriptions", {"customer": ["a"], "duration": [1.0], "churned": [1]}
    )
    with pytest.raises(BadOption, match="Rates by period need start and end dates"):
        read_revenue(durations, period="month")
    rows = [one("a", "2025-01-05", None)]
    with pytest.raises(NotEnoughData, match=r"started after 2024-12-31 \(1 of 1 rows\)"):
        read_revenue(source(backend, rows), period="month", observed=date(2024, 12, 31))
    rows = [one("a", "0101-01-05", None)]
    with pytest.raises(BadOption, match="which is 23,"):
        read_revenue(source(backend, rows), period="month", observed=CUT)


@given(movements, movements)
def test_movements_add_up(first, second):
    both = first + second
    assert both == second + first
    assert (both.end, both.money.end) == (
        first.end + second.end,
        first.money.end + second.money.end,
    )
    with pytest.raises(ValueError, match="with and without money"):
        _ = first + Movement(0, 0, 0, 0, 0, 0, money=None)
