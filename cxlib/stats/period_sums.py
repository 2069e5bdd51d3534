"""What each period brings, with the sums over customers that its spread needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.columns.numbers import MONEY
from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_and_last, first_reason, segments_of
from cxlib.stats.clicks import ClickSums
from cxlib.stats.groups import BLANK, Group
from cxlib.stats.sessions import GAP
from cxlib.tables.activity import activity
from cxlib.tables.orders import orders
from cxlib.tables.question import Question, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses
from cxlib.tables.tickets import tickets


@dataclass(frozen=True, slots=True)
class Sums:
    """Over the customers of a period: how many, what they brought, and its squares.

    Attributes:
        customers: customers with anything.
        things: what they did: orders, or sessions; squares: sum of the squares by customer.
        money: what they paid, in the currency; money_squares: likewise; 0 without amounts.
    """

    customers: int
    things: int
    squares: float
    money: float = 0.0
    money_squares: float = 0.0


@dataclass(frozen=True, slots=True)
class PeriodBook:
    """Sums by group and period.

    Attributes:
        sums: by group; each has the first day of its period.
        clicks: shown and clicked, likewise; empty without such columns.
        first: first day with a row used; last: last day.
    """

    sums: dict[Group, Sums]
    clicks: dict[Group, ClickSums]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Reopened:
    """Tickets solved in a period of which it is known, and those that were reopened."""

    told: int
    reopened: int


def order_sums(lines: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """One row a (`value` and) `period` with the fields of `Sums`. Lazy.

    An order is an order number of a customer, or without numbers a day with purchases.

    Args:
        lines: columns `customer`, `day`, and as far as known `order`, `amount`, segment columns.
        period: day, week, month, quarter or year.
        by: the table's name of a segment column.
    """
    keys = _keys(lines, lines.day, period, by)
    paid = lines.amount if "amount" in lines.columns else ibis.literal(0)
    counted = lines.order if "order" in lines.columns else lines.day
    each = lines.group_by(customer=lines.customer, **keys).agg(
        things=counted.nunique(), money=paid.sum().fill_null(0).cast("float64") / MONEY
    )
    return _summed(each, list(keys))


def session_sums(
    active: ir.Table, *, period: str, gap: int = GAP, numbered: bool = False, by: str | None = None
) -> ir.Table:
    """One row a (`value` and) `period` with the fields of `Sums`: sessions that begin in it. Lazy.

    Args:
        active: columns `customer`, `happened`, `day`, with numbers `session`, segment columns.
        period: day, week, month, quarter or year.
        gap: seconds without an event that end a session, where numbers are not used.
        numbered: whether the file's session numbers are used.
        by: the table's name of a segment column.
    """
    values = {} if by is None else {"value": active[by].fill_null(BLANK)}
    if numbered:
        known = active.filter(active.session.notnull())
        values = {} if by is None else {"value": known[by].fill_null(BLANK)}
        starts = known.group_by(customer=known.customer, session=known.session, **values).agg(
            day=known.day.min()
        )
    else:
        marks = active.select("customer", "happened", "day", **values)
        along = ibis.window(group_by=["customer", *values], order_by="happened")
        marks = marks.mutate(before=marks.happened.lag().over(along))
        pause = ibis.interval(seconds=gap)
        starts = marks.filter((marks.happened > marks.before + pause).fill_null(True))
    keys: dict[str, ir.Value] = {name: starts[name] for name in values}
    keys["period"] = portable.period_start(starts.day, period)
    each = starts.group_by(customer=starts.customer, **keys).agg(things=portable.count())
    return _summed(each, list(keys))


def click_periods(active: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """One row a (`value` and) `period` with the fields of `ClickSums`. Lazy."""
    keys = _keys(active, active.day, period, by)
    each = active.group_by(customer=active.customer, **keys).agg(
        s=active.shown.sum().fill_null(0).cast("float64"),
        c=active.clicked.sum().fill_null(0).cast("float64"),
    )
    each = each.filter((each.s > 0) | (each.c > 0))
    return each.group_by(*keys).agg(
        customers=portable.count(),
        shown=each.s.sum(),
        clicked=each.c.sum(),
        shown_squares=(each.s * each.s).sum(),
        clicked_squares=(each.c * each.c).sum(),
        products=(each.s * each.c).sum(),
    )


def reopened_counts(table: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """One row a (`value` and) `period` of the solution with the fields of `Reopened`. Lazy.

    Args:
        table: one row a ticket: `solved`, `reopened` (null where it is not known).
        period: day, week, month, quarter or year.
        by: the table's name of a segment column.
    """
    known = table.filter(table.solved.notnull() & table.reopened.notnull())
    keys = _keys(known, known.solved.date(), period, by)
    return known.group_by(**keys).agg(
        told=portable.count(), reopened=portable.flag(known.reopened > 0).sum()
    )


def read_order_sums(
    source: Source, *, period: str, selection: Selection = EVERYTHING, by: Sequence[str] = ()
) -> PeriodBook:
    """Orders, buyers and money of each period.

    Args:
        source: transactions.
        period: day, week, month, quarter or year.
        selection: filters and range of days.
        by: segment columns, each on its own.

    Raises:
        NotEnoughData: no order can be used.
    """
    question = orders(source, selection=selection, spend=source.has("amount"))
    kept, first, last = _used(question, "Orders by period", "order")
    sums: dict[Group, Sums] = {}
    for column, segment in segments_of(source, by):
        sums |= _sums_of(order_sums(kept, period=period, by=segment), column)
    return PeriodBook(sums, {}, first, last)


def read_session_sums(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    gap: int = GAP,
) -> PeriodBook:
    """Sessions and clicks of each period.

    Args:
        source: events.
        period: day, week, month, quarter or year.
        selection: filters and range of days.
        by: segment columns, each on its own.
        gap: seconds without an event that end a session, where the file has no session numbers.

    Raises:
        NotEnoughData: no event can be used.
    """
    question = activity(source, selection=selection)
    kept, first, last = _used(question, "Sessions by period", "event")
    numbered, clicked = source.has("session"), source.has("shown") and source.has("clicked")
    sums: dict[Group, Sums] = {}
    clicks: dict[Group, ClickSums] = {}
    for column, segment in segments_of(source, by):
        found = session_sums(kept, period=period, gap=gap, numbered=numbered, by=segment)
        sums |= _sums_of(found, column)
        if clicked:
            rows = click_periods(kept, period=period, by=segment).to_pyarrow().to_pylist()
            for row in rows:
                group = Group(column, row.pop("value", None), row.pop("period"))
                whole = {name: round(row[name]) for name in ("customers", "shown", "clicked")}
                clicks[group] = ClickSums(**(row | whole))
    return PeriodBook(sums, clicks, first, last)


def read_reopened(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    statuses: Statuses = DEFAULT_STATUSES,
) -> dict[Group, Reopened]:
    """Tickets solved in each period, and how many of them were reopened.

    Args:
        source: tickets.
        period: day, week, month, quarter or year, of the solution.
        selection: filters; days act on the creation.
        by: segment columns, each on its own.
        statuses: which statuses of a log mean what.

    Returns:
        Counts by group with a period; nothing where the file does not tell.
    """
    asked = tickets(source, selection=selection, statuses=statuses)
    found: dict[Group, Reopened] = {}
    if "reopened" not in asked.table.columns or "solved" not in asked.table.columns:
        return found
    for column, segment in segments_of(source, by):
        table = reopened_counts(asked.table, period=period, by=segment)
        for row in table.to_pyarrow().to_pylist():
            group = Group(column, row.get("value"), row["period"])
            found[group] = Reopened(int(row["told"]), int(row["reopened"]))
    return found


def _used(question: Question, what: str, unit: str) -> tuple[ir.Table, date, date]:
    coverage = read_coverage(question)
    if not coverage.used:
        raise NotEnoughData(what, have=0, need=1, unit=unit, hint=first_reason(coverage))
    return (question.kept, *first_and_last(question.kept))


def _keys(table: ir.Table, day: ir.DateValue, period: str, by: str | None) -> dict[str, ir.Value]:
    keys: dict[str, ir.Value] = {} if by is None else {"value": table[by].fill_null(BLANK)}
    return keys | {"period": portable.period_start(day, period)}


def _summed(each: ir.Table, keys: Sequence[str]) -> ir.Table:
    """Sums and squares over the customers of each key."""
    things = each.things.cast("float64")
    sums = {"things": each.things.sum(), "squares": (things * things).sum()}
    if "money" in each.columns:
        sums |= {"money": each.money.sum(), "money_squares": (each.money * each.money).sum()}
    return each.group_by(*keys).agg(customers=portable.count(), **sums)


def _sums_of(table: ir.Table, column: str | None) -> dict[Group, Sums]:
    return {
        Group(column, row.get("value"), row["period"]): Sums(
            customers=int(row["customers"]),
            things=int(row["things"]),
            squares=float(row["squares"]),
            money=float(row.get("money", 0.0)),
            money_squares=float(row.get("money_squares", 0.0)),
        )
        for row in table.to_pyarrow().to_pylist()
    }
