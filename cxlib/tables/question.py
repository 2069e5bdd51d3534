"""A question's rows: those used, and those left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.engine import portable
from cxlib.tables.selection import Selection, day_reasons, where_reasons
from cxlib.tables.source import Source

Rule = tuple[ir.BooleanValue, str | ir.StringValue]
"""A condition, and the reason to leave out the rows that meet it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Rows read = rows used + rows left out, by reason, most frequent first."""

    rows: int
    used: int
    left_out: tuple[tuple[str, int], ...]

    @property
    def share_used(self) -> float | None:
        """Fraction of the rows that were used; None without rows."""
        return self.used / self.rows if self.rows else None


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """All rows of a source with a text column `reason`, null where the row is used."""

    source: Source
    table: ir.Table

    @property
    def kept(self) -> ir.Table:
        """The rows used."""
        return self.table.filter(self.table.reason.isnull()).drop("reason")

    @property
    def dropped(self) -> ir.Table:
        """The rows left out, with their reason."""
        return self.table.filter(self.table.reason.notnull())


def ask(
    source: Source,
    selection: Selection,
    *,
    roles: Sequence[str],
    time: str | None = None,
    rules: Iterable[Rule] = (),
) -> Question:
    """Mark each row of `source` with the first reason to leave it out. Lazy.

    What is wrong with a whole row comes first (it repeats another), then the filters, then the day
    (where the question needs it), then the roles in order, then the rules of the kind.

    Args:
        source: the typed table.
        selection: filters and range of days.
        roles: roles without which a row cannot be used.
        time: the role that dates a row; its day becomes the column `day`. None where days do not
            matter; a selection with days then raises.
        rules: further (condition, reason) pairs over `source.table`.

    Raises:
        BadOption: a role, or the time role that the selection needs, has no column.
    """
    source.require(*roles, *([time] if time else []))
    table = source.table
    if time:
        table = table.mutate(day=table[time].date())
    cases: list[Rule] = []
    if ROW_PROBLEM in table.columns:
        cases.append((table[ROW_PROBLEM].notnull(), table[ROW_PROBLEM]))
    cases += where_reasons(source, table, selection)
    for role in ([time] if time else []) + [one for one in roles if one != time]:
        problem = table[f"{role}_problem"]
        cases.append((problem.notnull(), problem))
        if role == time:
            cases += day_reasons(table.day, selection)
    cases += rules
    reason = ibis.cases(*cases, else_=ibis.null("string")) if cases else ibis.null("string")
    return Question(source, table.mutate(reason=reason))


def read_coverage(question: Question) -> Coverage:
    """Count the rows used and left out by reason, rejected rows included; one query."""
    counted = question.table.group_by("reason").agg(n=portable.count()).to_pyarrow().to_pylist()
    used = sum(row["n"] for row in counted if row["reason"] is None)
    reasons = [(row["reason"], row["n"]) for row in counted if row["reason"] is not None]
    reasons += [(reason, rows) for reason, rows in question.source.rejected if rows]
    ordered = tuple(sorted(reasons, key=lambda pair: (-pair[1], pair[0])))
    return Coverage(used + sum(rows for _, rows in ordered), used, ordered)
