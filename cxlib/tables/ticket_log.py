"""A log of ticket changes, with what it tells of each ticket on every row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.engine import portable
from cxlib.tables.source import Source

LOG = ("ticket", "changed", "status")
"""Roles of a log: each row is a change of a ticket's status."""
SOLVED_WORDS = (
    "solved", "resolved", "closed", "completed", "complete", "done", "fixed", "finished",
    "cancelled", "canceled", "selesai", "ditutup", "tutup", "tuntas", "rampung", "beres",
    "dibatalkan", "diselesaikan", "siap", "dibatal",
)  # fmt: skip
"""Words of a status that ends a ticket, in English, Indonesian and Malay."""
WAITING_WORDS = (
    "pending", "waiting on customer", "waiting for customer", "awaiting customer",
    "waiting on requester", "waiting for requester", "awaiting requester", "awaiting reply",
    "waiting for reply", "wait - user", "wait user", "menunggu pelanggan", "menunggu balasan",
    "menunggu pemohon", "menunggu pengguna", "tertunda", "tertangguh", "menunggu maklum balas",
)  # fmt: skip
"""Words of a status in which the team waits for the customer."""
NEGATED = ("not ", "un", "re-", "reopen", "belum ", "tidak ", "tak ", "dibuka")
"""What makes a status with such a word an open one: "unsolved", "belum selesai"."""


@dataclass(frozen=True, slots=True)
class Statuses:
    """Which statuses mean what; None for a guess by words.

    Attributes:
        solved: statuses in which a ticket is over.
        waiting: statuses in which the team waits for the customer.
    """

    solved: tuple[str, ...] | None = None
    waiting: tuple[str, ...] | None = None


DEFAULT_STATUSES = Statuses()


def is_log(source: Source) -> bool:
    """Whether rows are changes of tickets, not tickets."""
    return all(map(source.has, LOG)) and not (source.has("created") and source.has("solved"))


def is_solved(status: ir.StringValue, statuses: Statuses) -> ir.BooleanValue:
    """Whether a status ends a ticket; by the words in it where none are named."""
    return _is(status, statuses.solved, SOLVED_WORDS)


def is_waiting(status: ir.StringValue, statuses: Statuses) -> ir.BooleanValue:
    """Whether the team waits for the customer in a status."""
    return _is(status, statuses.waiting, WAITING_WORDS) & ~is_solved(status, statuses)


def ticket_log(source: Source, statuses: Statuses, seen_s: int) -> Source:
    """The log with its tickets' facts on every row. Lazy.

    A ticket is created at its first change, unless the log has a column that says when. It is
    solved where its last status is a solved one, at the change that began the last unbroken run of
    solved statuses: a ticket resolved, then closed, was solved when it was resolved. Each change
    from a solved status back to another reopens it. Rows that cannot be used count for nothing.

    Args:
        source: a log whose changes have their seconds on the clock in `changed_s`.
        statuses: which statuses mean solved and waiting.
        seen_s: seconds of the last moment in the file, up to which the last status lasted.
    """
    table = source.table
    usable = ibis.and_(*(table[f"{role}_problem"].isnull() for role in LOG))
    if ROW_PROBLEM in table.columns:
        usable &= table[ROW_PROBLEM].isnull()
    table = table.mutate(
        _usable=usable,
        _over=portable.flag(is_solved(table.status, statuses).fill_null(False)),
        _waits=portable.flag(is_waiting(table.status, statuses).fill_null(False)),
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


def _earliest(table: ir.Table, name: str, role: str, every: object) -> dict[str, ir.Value]:
    """The ticket's first moment of a role, and its seconds."""
    return {name + end: table[role + end].min().over(every) for end in ("", "_s", "_wall")}


def _is(
    status: ir.StringValue, named: Iterable[str] | None, words: Iterable[str]
) -> ir.BooleanValue:
    plain = status.strip().lower()
    if named is not None:
        return plain.isin([one.strip().lower() for one in named])
    some, no = "|".join(words), "|".join(NEGATED)
    return plain.re_search(f"(^|[^a-z])({some})([^a-z]|$)") & ~plain.re_search(f"^({no})")
