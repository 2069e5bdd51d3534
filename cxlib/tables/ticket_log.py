"""A log of ticket changes, with what it tells of each ticket on every row."""

from __future__ import annotations

from dataclasses import replace

import ibis
import ibis.expr.types as ir

from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.engine import portable
from cxlib.tables.source import Source
from cxlib.tables.statuses import Statuses

LOG = ("ticket", "changed", "status")
"""Roles of a log: each row is a change of a ticket's status."""


def is_log(source: Source) -> bool:
    """Whether rows are changes of tickets, not tickets."""
    return all(map(source.has, LOG)) and not (source.has("created") and source.has("solved"))


def ticket_log(source: Source, statuses: Statuses, seen_s: int) -> Source:
    """The log with its tickets' facts on every row. Lazy.

    A ticket is created at its first change, unless the log has a column that says when. It is
    solved where its last status is a solved one, at the change that began the last unbroken run of
    solved statuses: a ticket resolved, then closed, was solved when it was resolved. Each change
    from a solved status back to another reopens it. Rows that cannot be used count for nothing.

    Args:
        source: a log whose changes have their seconds on the clock in `changed_s`.
        statuses: which statuses mean solved and waiting, settled.
        seen_s: seconds of the last moment in the file, up to which the last status lasted.
    """
    table = source.table
    table = table.mutate(
        _usable=_usable(table),
        _over=portable.flag(_among(table.status, statuses.solved)),
        _waits=portable.flag(_among(table.status, statuses.waiting)),
    )
    whose = [table._usable, table.ticket]
    along = ibis.window(group_by=whose, order_by=[table.changed, table.row])
    table = table.mutate(
        _before=table._over.lag().over(along),
        _next=table.changed_s.lead().over(along),
        _last=table.row.lead().over(along).isnull(),
    )
    back = (table._over == 0) & (table._before == 1).fill_null(False)
    began = (table._over == 1) & (table._before != 1).fill_null(True)
    lasted = ibis.coalesce(table._next, seen_s) - table.changed_s
    working = (table._over == 0) & (table._waits == 0)
    ended = table._last & (table._over == 1)
    every = ibis.window(group_by=[table._usable, table.ticket])
    born = "created" if source.has("created") else "changed"
    facts = {
        **_earliest(table, "created", born, every),
        "_ended": portable.flag(ended).max().over(every),
        "_solved": ibis.ifelse(began, table.changed, None).max().over(every),
        "_solved_s": ibis.ifelse(began, table.changed_s, None).max().over(every),
        "_solved_wall": ibis.ifelse(began, table.changed_wall, None).max().over(every),
        "reopened": portable.flag(back).sum().over(every),
        "requester_seconds": ibis.ifelse(working, lasted, 0).sum().over(every),
        "agent_seconds": ibis.ifelse(table._waits == 1, lasted, 0).sum().over(every),
    }
    if source.has("first_replied"):
        facts |= _earliest(table, "first_replied", "first_replied", every)
    table = table.mutate(**facts)
    over = table._ended == 1
    table = table.mutate(
        created_problem=ibis.ifelse(table.created.isnull(), table[f"{born}_problem"], None),
        solved=ibis.ifelse(over, table._solved, None),
        solved_s=ibis.ifelse(over, table._solved_s, None),
        solved_wall=ibis.ifelse(over, table._solved_wall, None),
        reopened_problem=ibis.null("string"),
        solved_problem=ibis.null("string"),
    )
    return replace(source, table=table.drop(*(one for one in table.columns if one[0] == "_")))


def changes_of(source: Source) -> ir.Table:
    """The rows of a log that can be used: those with a ticket, a moment and a status. Lazy."""
    return source.table.filter(_usable(source.table))


def _usable(table: ir.Table) -> ir.BooleanValue:
    found = ibis.and_(*(table[f"{role}_problem"].isnull() for role in LOG))
    return found & table[ROW_PROBLEM].isnull() if ROW_PROBLEM in table.columns else found


def _among(status: ir.StringValue, names: tuple[str, ...] | None) -> ir.BooleanValue:
    return status.isin(list(names)).fill_null(False) if names else ibis.literal(False)


def _earliest(table: ir.Table, name: str, role: str, every: object) -> dict[str, ir.Value]:
    """The ticket's first moment of a role, and its seconds."""
    return {name + end: table[role + end].min().over(every) for end in ("", "_s", "_wall")}
