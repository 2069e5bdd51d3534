"""Rows that cannot be right, that repeat others, or that a choice of the analyst concerns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.choices import KEEP
from cxlib.columns.kinds import Type
from cxlib.columns.mapping import HIDE
from cxlib.columns.row_rules import LOAD, REPEATED, ROW_PROBLEM
from cxlib.columns.typed import GUEST, RAW, role_names
from cxlib.engine import portable
from cxlib.stats.coverage_time import EARLIEST
from cxlib.tables.contracts import read_repeated_contracts
from cxlib.tables.source import SEGMENT, Source

BEFORE, FUTURE, OLD, CODE = "before", "future", "old", "code"
ORDER = (
    ("ended", "started"),
    ("solved", "created"),
    ("first_replied", "created"),
    ("solved", "first_replied"),
    ("answered", "invited"),
)
"""Moments that cannot lie before another."""
PLANNED = ("ended",)
"""Moments that may well be in the future."""
CODE_DAYS = (date(1900, 1, 1), date(1970, 1, 1))
"""Days that stand for none."""
LEAST, LEAST_SHARE = 3, 0.005
"""Cells, and share of the dates, from which on such a day is taken for a code."""
ONE_EACH = {"customers": "customer", "tickets": "ticket", "survey": "response"}
"""The key that a kind of file is expected to hold once."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """Rows whose dates cannot be right.

    Attributes:
        check: `BEFORE` (before another moment), `FUTURE`, `OLD` (before 1990), or `CODE` (a day
            that stands for none).
        role: the moment's role.
        other: the role that it lies before; the day of a `CODE` as ISO text; else "".
        rows: how many.
    """

    check: str
    role: str
    other: str
    rows: int


def read_impossible(source: Source, *, today: date) -> tuple[Impossible, ...]:
    """Count the rows whose dates contradict each other or the calendar; one query.

    Args:
        source: any kind of file.
        today: the newest day on which something can have happened.
    """
    table = source.table
    moments = [
        name
        for name, (role, _) in role_names(source.mapping).items()
        if role.type is Type.MOMENT and source.has(name)
    ]
    asked: dict[tuple[str, str, str], ir.BooleanValue] = {}
    for later, earlier in ORDER:
        if source.has(later) and source.has(earlier):
            # Days, not moments: one of the two may have no clock.
            asked[BEFORE, later, earlier] = table[later].date() < table[earlier].date()
    for name in moments:
        day = table[name].date()
        if name not in PLANNED:
            asked[FUTURE, name, ""] = day > ibis.literal(today)
        for code in CODE_DAYS:
            asked[CODE, name, code.isoformat()] = day == ibis.literal(code)
        asked[OLD, name, ""] = day < ibis.literal(EARLIEST)
    found = _times(table, list(asked.values()), [table[name].count() for name in moments])
    known = dict(zip(moments, found[len(asked) :], strict=True))
    counted = dict(zip(asked, found, strict=False))
    return tuple(_told(counted, known))


def _told(counted: dict[tuple[str, str, str], int], known: dict[str, int]) -> list[Impossible]:
    """Days that are codes are no old days; a few of them are."""
    kept: list[Impossible] = []
    coded: dict[str, int] = {}
    for (check, role, other), rows in counted.items():
        if check == CODE:
            if rows < max(LEAST, LEAST_SHARE * known[role]) or rows * 2 > known[role]:
                continue
            coded[role] = coded.get(role, 0) + rows
        left = rows - (coded.get(role, 0) if check == OLD else 0)
        if left:
            kept.append(Impossible(check, role, other, left))
    return kept


def read_repeated(source: Source) -> int | None:
    """Rows that equal an earlier one in all cells; None where hidden columns may tell them apart.

    Rows that an earlier file has already are not counted here.
    """
    table = source.table
    hidden = any(how == HIDE for _, how in source.mapping.personal)
    if ROW_PROBLEM in table.columns:
        marked = table[ROW_PROBLEM]
        if hidden:
            (dropped,) = _times(table, [marked == REPEATED], [])
            return dropped if source.mapping.choice("duplicates") != "keep" else None
        table = table.filter(marked.isnull() | (marked == REPEATED))
    elif hidden:
        return None
    return _repeats(table, [SEGMENT + one for one in source.columns])


def _repeats(table: ir.Table, names: Sequence[str]) -> int:
    """Rows beyond the first of equal ones, exactly: hashes only find those that may be equal.

    Comparing all cells of all rows takes many times as long. Engines hash differently, which
    changes how many rows are compared, not the count.
    """
    said = reduce(lambda one, other: one + other, (table[name].fill_null("") for name in names))
    marked = table.select(*names, mark=said.hash())
    times = marked.group_by("mark").agg(n=portable.count())
    alike = marked.semi_join(times.filter(times.n > 1), "mark")
    groups = alike.group_by(*names).agg(n=portable.count())
    (found,) = groups.agg(n=(groups.n - 1).sum()).to_pyarrow()["n"].to_pylist()
    return int(found or 0)


def read_key_repeats(source: Source) -> tuple[str, int] | None:
    """The key that a kind holds once, and the rows beyond the first of each; None without one.

    A log of what became of each ticket has a row a step, and no such key.
    """
    role = ONE_EACH.get(source.mapping.kind)
    logged = source.has("status") and source.has("changed")
    if role is None or not source.has(role) or logged:
        return None
    table = source.table
    if ROW_PROBLEM in table.columns:
        table = table.filter(table[ROW_PROBLEM].isnull())
    row = table.agg(n=table[role].count(), keys=table[role].nunique()).to_pyarrow().to_pylist()[0]
    return role, row["n"] - row["keys"]


def read_choice_rows(source: Source, *, repeated: int | None) -> tuple[tuple[str, int | None], ...]:
    """How many rows each choice of the kind concerns, whatever was chosen; (name, rows) pairs.

    Args:
        source: any kind of file.
        repeated: what `read_repeated` gives.
    """
    found: list[tuple[str, int | None]] = []
    if source.mapping.kind == "transactions":
        conditions = _order_choices(source)
        counted = _times(source.table, list(conditions.values()), [])
        found += zip(conditions, counted, strict=True)
    if source.mapping.kind == "survey" and source.has("customer") and source.has("answered"):
        table = source.table
        dated = table.filter(table.customer.notnull() & table.answered.notnull())
        asked = {"n": portable.count(), "customers": dated.customer.nunique()}
        row = dated.agg(**asked).to_pyarrow().to_pylist()[0]
        found.append(("repeats", row["n"] - row["customers"]))
    if source.mapping.kind == "subscriptions":
        _, contracts = read_repeated_contracts(source)
        if contracts or source.mapping.choice("stays") != KEEP:
            found.append(("stays", contracts))
    return (*found, ("duplicates", repeated))


def _order_choices(source: Source) -> dict[str, ir.BooleanValue]:
    """The order lines that each choice is about, as `tables.orders` has it."""
    table = source.table
    found: dict[str, ir.BooleanValue] = {}
    below = [role for role in ("quantity", "amount") if source.has(role)]
    if below:
        negative = ibis.or_(*((table[role] < 0).fill_null(False) for role in below))
        cancelled: ir.BooleanValue = ibis.literal(False)
        if source.has("order"):
            marked = table.order.re_search(r"^[Cc][0-9]+$").fill_null(False)
            cancelled = marked & negative
            found["cancelled"] = cancelled
        found["refunds"] = negative & ~cancelled
    if source.has("amount"):
        found["zero"] = table.amount == 0
    if source.has("customer"):
        customer = table[RAW] if RAW in table.columns else table.customer
        found["guests"] = customer.isnull() | customer.startswith(GUEST)
    return found


def read_loads(source: Source) -> tuple[tuple[int, str | None, int], ...]:
    """Rows of each file by why they are left out of everything; (file, reason, rows), from 0.

    Empty for a dataset of one file.
    """
    table = source.table
    if LOAD not in table.columns:
        return ()
    by = table.group_by(load=table[LOAD], reason=table[ROW_PROBLEM]).agg(n=portable.count())
    rows = by.to_pyarrow().to_pylist()
    ordered = sorted(rows, key=lambda row: (row["load"], row["reason"] or ""))
    return tuple((row["load"], row["reason"], row["n"]) for row in ordered)


def _times(
    table: ir.Table, conditions: Sequence[ir.BooleanValue], further: Sequence[ir.Scalar]
) -> list[int]:
    """How many rows meet each condition, then the further counts; one query."""
    flags = [portable.flag(one.fill_null(False)).sum() for one in conditions]
    asked = {f"n{i}": one for i, one in enumerate([*flags, *further])}
    if not asked:
        return []
    row: dict[str, Any] = table.agg(**asked).to_pyarrow().to_pylist()[0]
    return [int(row[name] or 0) for name in asked]
