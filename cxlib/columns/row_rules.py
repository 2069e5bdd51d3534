"""Rows that no question may use, whatever it asks: repeated ones, and those replaced later."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from cxlib.columns.choices import DROP, LATEST
from cxlib.columns.duck import stage
from cxlib.columns.mapping import Mapping

ROW_PROBLEM = "row_problem"
LOAD = "load"
IDENTITY = {
    "customers": ("customer",),
    "tickets": ("ticket",),
    "subscriptions": ("customer", "started"),
    "survey": ("response",),
}
"""Roles that name one thing: a later file's row about it stands for an earlier file's."""
REPEATED = "the row repeats an earlier one"
EARLIER_FILE = "the row is already in an earlier file"
LATER_FILE = "a later file has this row anew"
EARLIER_ANSWER = "the customer answered again later"


def with_row_problems(
    table: ir.Table,
    mapping: Mapping,
    cells: Sequence[str],
    *,
    known: Sequence[str] | None = None,
) -> ir.Table:
    """`table` with the column `row_problem`: why a row is left out of everything, else null. Lazy.

    Args:
        table: `row`, the cells of the file, the values of the roles by name, and `load` (the
            number of the file a row stems from) where a dataset was loaded from several.
        mapping: whose choices hold.
        cells: the table's names of the file's cells.
        known: of several files, the cells that all of them have; None for one file.
    """
    table = table.mutate(**{ROW_PROBLEM: ibis.null("string")})
    if known is not None:
        table = _without_known(table.view(), known)
        table = _without_replaced(table, mapping)
    if mapping.choice("duplicates") == DROP:
        order = ibis.window(group_by=[table[one] for one in cells], order_by=table.row)
        table = _marked(table, ibis.row_number().over(order) > 0, REPEATED)
    if mapping.choice("repeats") == LATEST and {"customer", "answered"} <= set(table.columns):
        table = _without_earlier(table)
    return table


def _marked(table: ir.Table, condition: ir.BooleanValue, reason: str) -> ir.Table:
    """The first reason stays."""
    new = ibis.ifelse(condition.fill_null(False), reason, None)
    return stage(table, **{ROW_PROBLEM: ibis.coalesce(table[ROW_PROBLEM], new)})


def _without_known(table: ir.Table, cells: Sequence[str]) -> ir.Table:
    same = ibis.window(group_by=[table[one] for one in cells])
    return _marked(table, table[LOAD].min().over(same) < table[LOAD], EARLIER_FILE)


def _without_replaced(table: ir.Table, mapping: Mapping) -> ir.Table:
    roles = IDENTITY.get(mapping.kind, ())
    logged = mapping.column("status") is not None and mapping.column("changed") is not None
    if logged or not roles or not set(roles) <= set(table.columns):
        return table
    known = ibis.and_(*(table[role].notnull() for role in roles))
    keys = [table[role] for role in roles]
    fresh = ibis.ifelse(table[ROW_PROBLEM].isnull(), table[LOAD], None)
    latest = fresh.max().over(ibis.window(group_by=keys))
    alone = table.row.count().over(ibis.window(group_by=[*keys, table[LOAD]])) == 1
    return _marked(table, known & alone & (latest > table[LOAD]), LATER_FILE)


def _without_earlier(table: ir.Table) -> ir.Table:
    usable = table[ROW_PROBLEM].isnull() & table.customer.notnull() & table.answered.notnull()
    rank = ibis.row_number().over(
        ibis.window(
            group_by=[usable, table.customer],
            order_by=[table.answered.desc(), table.row.desc()],
        )
    )
    return _marked(table, usable & (rank > 0), EARLIER_ANSWER)
