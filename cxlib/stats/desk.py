"""What passes through a help desk: arrivals and closures, tickets that came back, busy hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.business_hours import DAY, BusinessHours
from cxlib.engine import portable
from cxlib.stats.asked import segments_of
from cxlib.stats.groups import BLANK, Group
from cxlib.stats.lives import Lives, life_counts
from cxlib.stats.waits import folded, usable
from cxlib.tables.question import Coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses
from cxlib.tables.tickets import Tickets, tickets

FIRST_CONTACT_DAYS = 7
"""Days after the solution without another contact that make one contact enough."""
CELL = "weekday and hour"


@dataclass(frozen=True, slots=True)
class ContactCounts:
    """Solved tickets, and whether one contact was enough.

    Attributes:
        solved: tickets solved.
        told: solved tickets of which it is known whether they were reopened.
        reopened: those that were.
        mature: solved tickets whose customer was watched long enough afterwards, and of which
            all that matters is known.
        first_contact: those that were not reopened and whose customer did not come back in time.
    """

    solved: int
    told: int
    reopened: int
    mature: int
    first_contact: int


@dataclass(frozen=True, slots=True)
class DeskBook:
    """Arrivals and closures, contacts by group, and waits by weekday and hour.

    Attributes:
        flow: (day of creation, first day of the period of the solution, tickets) rows; None where
            a ticket is open. Empty where the file does not tell when tickets were solved.
        contacts: solved tickets a group; empty where no column tells.
        heat: (weekday from 0 = Monday, hour) of the creation to the first replies (else the
            solutions), durations in hours; every ticket counts in one.
        heat_measure: which wait `heat` holds; None where the file knows none.
        seen: the last day in the file.
        customers: whether another contact of the same customer can be seen.
        coverage: rows used and left out.
    """

    flow: tuple[tuple[date, date | None, int], ...]
    contacts: dict[Group, ContactCounts]
    heat: dict[tuple[int, int], Lives]
    heat_measure: str | None
    seen: date
    customers: bool
    coverage: Coverage


def read_desk(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    hours: BusinessHours | None = None,
    statuses: Statuses = DEFAULT_STATUSES,
) -> DeskBook:
    """Read the flow of tickets, their reopenings and their busy hours.

    Args:
        source: tickets.
        period: day, week, month, quarter or year, by the calendar, of the solutions in the flow.
        selection: filters; days act on the creation.
        by: segment columns, each on its own, of the contacts.
        hours: when the team works; its zone's wall clock then tells weekday and hour.
        statuses: which statuses of a log mean what.

    Raises:
        NotEnoughData: no ticket can be used.
    """
    asked = tickets(source, selection=selection, hours=hours, statuses=statuses)
    coverage = usable(asked)
    solves = "solve" in asked.measures
    contacts: dict[Group, ContactCounts] = {}
    if solves:
        for column, segment in segments_of(source, by):
            table = contact_counts(asked.table, seen=asked.seen_day, by=segment)
            contacts |= _contacts_of(table, column)
    measure = next((one for one in ("first_reply", "solve") if one in asked.measures), None)
    return DeskBook(
        flow=_flow_of(flow_counts(asked.table, period=period)) if solves else (),
        contacts=contacts,
        heat=_heat_of(asked, measure) if measure else {},
        heat_measure=measure,
        seen=asked.seen_day,
        customers="customer" in asked.table.columns,
        coverage=coverage,
    )


def flow_counts(table: ir.Table, *, period: str) -> ir.Table:
    """Tickets by `created` (day) and `solved` (first day of the period; null while open). Lazy."""
    solved = portable.period_start(table.solved.date(), period)
    return table.group_by(created=table.day, solved=solved).agg(n=portable.count())


def contact_counts(
    table: ir.Table,
    *,
    seen: date,
    days: int = FIRST_CONTACT_DAYS,
    by: str | None = None,
) -> ir.Table:
    """One row a segment value with the fields of `ContactCounts`. Lazy.

    One contact was enough where a ticket was solved, not reopened, and its customer opened no
    other from its creation to `days` days after its solution. Tickets solved later than `days`
    days before the end of the data do not count yet.

    Args:
        table: one row a ticket: `created`, `solved`, `row`, and as far as known `reopened` and
            `customer`.
        seen: the last day of the data.
        days: how long a customer must not come back.
        by: the table's name of a segment column.
    """
    keys: dict[str, ir.Value] = {} if by is None else {"value": table[by].fill_null(BLANK)}
    solved = table.solved.notnull()
    known, calm = solved, ibis.literal(True)
    told = back = ibis.literal(False)
    if "reopened" in table.columns:
        told = solved & table.reopened.notnull()
        back = told & (table.reopened > 0).fill_null(False)
        known, calm = told, ~back
    if "customer" in table.columns:
        along = ibis.window(group_by=table.customer, order_by=[table.created, table.row])
        again = table.created.lead().over(along)
        known = known & table.customer.notnull()
        calm = calm & ~(again <= table.solved + ibis.interval(days=days)).fill_null(False)
    ready = known & (table.solved.date() <= ibis.literal(seen - timedelta(days))).fill_null(False)
    flags = {
        "solved_n": solved,
        "told_n": told,
        "reopened_n": back,
        "mature_n": ready,
        "first_contact_n": ready & calm,
    }
    marked = table.select(**keys, **{name: portable.flag(one) for name, one in flags.items()})
    sums = {name.removesuffix("_n"): marked[name].sum() for name in flags}
    return marked.group_by(*keys).agg(**sums) if keys else marked.agg(**sums)


def _contacts_of(table: ir.Table, column: str | None) -> dict[Group, ContactCounts]:
    found = {}
    for row in table.to_pyarrow().to_pylist():
        value = row.pop("value", None)
        found[Group(column, value)] = ContactCounts(**{k: int(v or 0) for k, v in row.items()})
    return found


def _flow_of(table: ir.Table) -> tuple[tuple[date, date | None, int], ...]:
    rows: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    found = [(row["created"], row["solved"], row["n"]) for row in rows]
    return tuple(sorted(found, key=lambda row: (row[0], row[1] or date.max)))


def _heat_of(asked: Tickets, measure: str) -> dict[tuple[int, int], Lives]:
    """Waits by the weekday and hour of the creation."""
    table = asked.waits(measure)
    # 1970-01-01 was a Thursday, the fourth day from Monday.
    weekday = (table.created_wall // DAY + 3) % 7
    cell = (weekday * 24 + table.created_wall // 3600 % 24).cast("string")
    lives = folded(life_counts(table.mutate(**{CELL: cell}), by=CELL), CELL)
    return {divmod(int(group.value or 0), 24): one for group, one in lives.items()}
