"""Where each customer's activity lies, counted in periods from the first one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import ibis
import ibis.expr.types as ir

from cxlib.columns.business_hours import DAY
from cxlib.engine import portable
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule
from cxlib.stats.groups import BLANK
from cxlib.tables.hours import EPOCH, seconds
from cxlib.tables.source import Source

MONTHS = {"month": 1, "quarter": 3, "year": 12}
MONDAY = date(1800, 1, 6)
"""A Monday before all days."""


def customer_periods(active: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """One row a customer and period with activity: `customer`, `first`, `offset`. Lazy.

    `offset` counts calendar periods from the first one; `value` is there where `by` is given, and
    a customer then stands once for each value, as if each value were a file of its own.
    """
    start = portable.period_start(active.day, period)
    seen = active.select(customer=active.customer, start=start, **_value(active, by)).distinct()
    whose = ["customer", *_value(active, by)]
    first = seen.group_by(*whose).agg(first=seen.start.min())
    joined = seen.join(first, whose).select(*whose, "start", "first")
    return joined.mutate(offset=periods_apart(joined.first, joined.start, period)).drop("start")


def customer_numbers(active: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """As `customer_periods`, with `first` as the period's number: whole numbers join faster. Lazy.

    `first_day` gives the day on which a number's period begins.
    """
    value = _value(active, by)
    numbered = active.select("customer", number=_number(active.day, period), **value).distinct()
    whose = ["customer", *value]
    first = numbered.group_by(*whose).agg(first=numbered.number.min())
    joined = numbered.join(first, whose)
    return joined.select(*whose, "first", offset=joined.number - joined.first)


def first_day(number: int, period: str) -> date:
    """The first day of a period, from its number."""
    if period in MONTHS:
        months = number * MONTHS[period]
        return date(months // 12, months % 12 + 1, 1)
    return MONDAY + timedelta(days=number * (7 if period == "week" else 1))


def customer_windows(
    active: ir.Table, *, moment: str, grid: CohortGrid, end: datetime, by: str | None = None
) -> ir.Table:
    """One row a customer and window of their own clock with activity. Lazy.

    Columns `customer`, (`value`,) `first` (the period of the first moment), `low` and `high` (both
    the window's number from 0), `followed` (whole windows between the first moment and `end`).

    Args:
        active: columns `customer`, the moment's, `day`, and the segment columns.
        moment: the column that holds the moment.
        grid: length of a window.
        end: the moment up to which the data are whole.
        by: the table's name of a segment column.
    """
    width = grid.window * DAY
    value = _value(active, by)
    marks = active.select("customer", "day", second=seconds(active[moment]), **value)
    whose = ["customer", *value]
    starts = marks.group_by(*whose).agg(start=marks.second.min(), began=marks.day.min())
    joined = marks.join(starts, whose)
    place = (joined.second - joined.start) // width
    stop = int((end - datetime.combine(EPOCH, datetime.min.time())).total_seconds())
    placed = joined.select(
        *whose,
        first=portable.period_start(joined.began, grid.period),
        low=place,
        followed=(ibis.literal(stop, "int64") - joined.start) // width,
    ).distinct()
    return placed.mutate(high=placed.low)


def contract_periods(
    contracts: ir.Table, *, grid: CohortGrid, cut_off: date, by: str | None = None
) -> ir.Table:
    """One row a contract: the first and the last period in which it ran. Lazy.

    Columns `customer`, (`value`,) `first` (the period of the customer's first start), `low`,
    `high`, and `followed`: whole periods in which it is known whether the customer was there.

    Args:
        contracts: columns `customer`, `day`, `until`, `watched`, `open`, and the segment columns.
        grid: length of a period and the clock.
        cut_off: the day up to which the data are whole.
        by: the table's name of a segment column.
    """
    value = _value(contracts, by)
    rows = contracts.select("customer", "day", "until", "watched", "open", **value)
    whose = ["customer", *value]
    starts = rows.group_by(*whose).agg(
        began=rows.day.min(), seen=ibis.ifelse(rows.open == 1, rows.watched, None).max()
    )
    joined = rows.join(starts, whose)
    known = ibis.coalesce(joined.seen, ibis.literal(cut_off))
    after = (known + ibis.interval(days=1)).cast("date")
    first = portable.period_start(joined.began, grid.period)
    if grid.clock is Clock.OWN:
        low, high, followed = (
            portable.days_between(joined.began, day) // grid.window
            for day in (joined.day, joined.until, after)
        )
    else:
        low, high, followed = (
            periods_apart(first, portable.period_start(day, grid.period), grid.period)
            for day in (joined.day, joined.until, after)
        )
    return joined.select(*whose, first=first, low=low, high=high, followed=followed)


def inside(placed: ir.Table, cell: tuple[int, int], rule: Rule) -> ir.BooleanValue:
    """Whether a row's activity lies in a cell."""
    low, stop = cell
    if rule is Rule.ON_OR_AFTER:
        return placed.high >= low
    return (placed.low < stop) & (placed.high >= low)


def cell_counts(placed: ir.Table, *, grid: CohortGrid) -> ir.Table:
    """Customers of every cohort and cell, for follow-up that differs by customer. Lazy.

    Returns:
        One row a cohort: (`value`,) `first`, `n` customers, and for the i-th cell `m<i>` customers
        whose follow-up covers it and `a<i>` of those who were active in it.
    """
    groups = [name for name in ("value", "first") if name in placed.columns]
    flags = {
        f"a{i}": portable.flag(inside(placed, cell, grid.rule) & (placed.followed >= cell[1])).max()
        for i, cell in enumerate(grid.cells)
    }
    each = placed.group_by("customer", *groups).agg(followed=placed.followed.max(), **flags)
    covered = {
        f"m{i}": portable.flag(each.followed >= stop).sum()
        for i, (_, stop) in enumerate(grid.cells)
    }
    return each.group_by(*groups).agg(
        n=portable.count(), **covered, **{name: each[name].sum() for name in flags}
    )


def whole_until(source: Source, moment: str, until: date | None) -> datetime:
    """The moment up to which the data are whole.

    The end of the day `until`, else the last moment in the whole file; where all moments are days
    without a time, the end of the last day. The role needs a readable cell.
    """
    if until is not None:
        return _midnight_after(until)
    table = source.table
    found = table.agg(
        last=table[moment].max(), seconds=(seconds(table[moment]) % DAY).max()
    ).to_pyarrow()
    last: datetime = found["last"][0].as_py()
    timed = found["seconds"][0].as_py() > 0
    return last if timed else _midnight_after(last.date())


def periods_apart(first: ir.DateValue, other: ir.DateValue, period: str) -> ir.IntegerValue:
    """Periods from one period's first day to another's."""
    return _number(other, period) - _number(first, period)


def _number(day: ir.DateValue, period: str) -> ir.IntegerValue:
    """The number of the period that holds a day; days from 1900 on."""
    if period in ("day", "week"):
        days = portable.days_between(ibis.literal(MONDAY), day)
        return days // 7 if period == "week" else days
    months = day.year().cast("int64") * 12 + day.month().cast("int64") - 1
    return months // MONTHS[period]


def _midnight_after(day: date) -> datetime:
    if day == date.max:
        return datetime.max
    return datetime.combine(day + timedelta(days=1), datetime.min.time())


def _value(table: ir.Table, by: str | None) -> dict[str, ir.StringValue]:
    return {} if by is None else {"value": table[by].fill_null(BLANK)}
