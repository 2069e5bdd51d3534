"""On which days customers were active: one table of gaps gives every trailing window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from cxlib.engine import portable
from cxlib.stats.cohorts import customer_periods
from cxlib.stats.groups import BLANK, Group

WIDEST = 30
"""Days of the widest window that the gaps answer."""


@dataclass(frozen=True, slots=True)
class ActiveGaps:
    """Active customers by day, and by how long until they were active again.

    Attributes:
        gaps: (day, days to the customer's next active day, customers) triples, by day; a gap of
            `WIDEST` also stands for longer ones and for none.
    """

    gaps: tuple[tuple[date, int, int], ...]


@dataclass(frozen=True, slots=True)
class PeriodMoves:
    """Active customers by period, by where they come from and whether they stay.

    Attributes:
        moves: (first period of the customers, periods since, came, left, customers) rows. `came`
            is periods since the last active one: 0 in the first period, 1 for one after the other,
            2 for longer. `left` is 1 where the customer is not active in the next period.
    """

    moves: tuple[tuple[date, int, int, int, int], ...]


def daily(active: ir.Table, *, by: Sequence[str] = ()) -> ir.Table:
    """One row a customer, day and combination of segment values; the other queries take it. Lazy.

    It is much smaller than a log of events and tells as much about days.

    Args:
        active: columns `customer`, `day`, the segment columns, and where they are known `shown`
            and `clicked`, which are summed.
        by: the table's names of segment columns.
    """
    values = {name: active[name].fill_null(BLANK) for name in by}
    sums = {name: active[name].sum() for name in ("shown", "clicked") if name in active.columns}
    keys = {"customer": active.customer, "day": active.day, **values}
    return active.group_by(**keys).agg(**sums) if sums else active.select(**keys).distinct()


def active_gaps(active: ir.Table, *, by: str | None = None) -> ir.Table:
    """One row a day and gap: (`value`,) `day`, `gap`, `n`. Lazy.

    A customer active on day u and again g days later was active in the w days that end with d
    exactly for the days d from u to u + min(g, w) - 1, so the gaps give every window at once.
    """
    keys = _keys(active, by)
    days = active.select(customer=active.customer, day=active.day, **keys).distinct()
    along = ibis.window(group_by=["customer", *keys], order_by="day")
    seen = days.mutate(again=days.day.lead().over(along))
    gap = portable.days_between(seen.day, seen.again).fill_null(WIDEST)
    return seen.group_by(*keys, "day", gap=ibis.least(gap, WIDEST)).agg(n=portable.count())


def active_day_counts(
    active: ir.Table, *, last: date, days: int, by: str | None = None
) -> ir.Table:
    """Customers by their active days in a window: (`value`,) `days`, `n`. Lazy.

    Args:
        active: columns `customer`, `day`, and the segment columns.
        last: last day of the window.
        days: length of the window.
        by: the table's name of a segment column.
    """
    first = ibis.literal(last - timedelta(days - 1))
    inside = active.filter((active.day >= first) & (active.day <= ibis.literal(last)))
    keys = _keys(inside, by)
    each = inside.group_by(customer=inside.customer, **keys).agg(days=inside.day.nunique())
    return each.group_by(*keys, "days").agg(n=portable.count())


def period_moves(active: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """Where active customers come from: (`value`,) `first`, `offset`, `came`, `left`, `n`. Lazy."""
    seen = customer_periods(active, period=period, by=by)
    keys = ["value"] if by is not None else []
    along = ibis.window(group_by=["customer", *keys], order_by="offset")
    seen = seen.mutate(before=seen.offset.lag().over(along), after=seen.offset.lead().over(along))
    came = ibis.ifelse(seen.before.isnull(), 0, ibis.least(seen.offset - seen.before, 2))
    left = portable.flag((seen.after != seen.offset + 1).fill_null(True))
    return seen.group_by(*keys, "first", "offset", came=came, left=left).agg(n=portable.count())


def gaps_of(table: ir.Table | pa.Table, column: str | None) -> dict[Group, ActiveGaps]:
    """Run `active_gaps`, or take its rows, and fold its rows by segment value."""
    rows = _by_group(table, column, ("day", "gap", "n"))
    return {group: ActiveGaps(tuple(sorted(found))) for group, found in rows.items()}


def moves_of(table: ir.Table | pa.Table, column: str | None) -> dict[Group, PeriodMoves]:
    """Run `period_moves`, or take its rows, and fold its rows by segment value."""
    rows = _by_group(table, column, ("first", "offset", "came", "left", "n"))
    return {group: PeriodMoves(tuple(sorted(found))) for group, found in rows.items()}


def histogram_of(
    table: ir.Table | pa.Table, column: str | None, name: str
) -> dict[Group, tuple[tuple[int, int], ...]]:
    """Run a query of (`value`,) a whole number and `n`, or take its rows: (number, n) pairs."""
    rows = _by_group(table, column, (name, "n"))
    return {group: tuple(sorted(found)) for group, found in rows.items()}


def _keys(table: ir.Table, by: str | None) -> dict[str, ir.Value]:
    return {} if by is None else {"value": table[by].fill_null(BLANK)}


def _by_group(
    table: ir.Table | pa.Table, column: str | None, names: Iterable[str]
) -> dict[Group, list[tuple[Any, ...]]]:
    found: dict[Group, list[tuple[Any, ...]]] = {}
    read = table if isinstance(table, pa.Table) else table.to_pyarrow()
    columns = [read[name].to_pylist() for name in names]
    values = read["value"].to_pylist() if "value" in read.column_names else [None] * len(read)
    for value, *row in zip(values, *columns, strict=True):
        found.setdefault(Group(column, value), []).append(tuple(row))
    return found
