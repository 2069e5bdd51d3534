"""Contracts of a customer that follow on one another, as one stay."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable

GAP = 31
"""Days without a contract after which a customer who returns is a new one."""
BEGUN, UNTIL, ENTERED = "term begun", "term until", "term entered"
"""Days of a contract: its start, its end or the day it was last seen, and the first watched."""
UNUSABLE = "term unusable"
"""Why no selection could use a contract; null where some could."""
PLACE, FROM_END = "place in stay", "place from the end"


def join_stays(table: ir.Table, last: Sequence[str] = ()) -> ir.Table:
    """Each contract with the beginning, the end and the outcome of its whole stay. Lazy.

    Contracts of a customer belong to one stay as long as at most `GAP` days lie between the latest
    end so far and the next start. A stay is open if any of its contracts is. Which filters keep it
    is up to its first contract: all of its rows bear that one's `reason`.

    Args:
        table: `row`, `customer`, `reason`, `event`, the columns `BEGUN`, `UNTIL`, `UNUSABLE` and,
            where there are entries, `ENTERED`.
        last: columns whose value is that of the contract that ended last.
    """
    mine = table[UNUSABLE].isnull() & table.customer.notnull()
    # A row that is no known customer's contract is alone.
    table = table.mutate(
        owner=ibis.ifelse(mine, table.customer, None), alone=ibis.ifelse(mine, 0, table.row)
    )
    owner, order = ("owner", "alone"), (BEGUN, UNTIL, "row")
    so_far = ibis.cumulative_window(group_by=owner, order_by=order)
    table = table.mutate(reach=table[UNTIL].max().over(so_far))
    before = table.reach.lag().over(ibis.window(group_by=owner, order_by=order))
    table = table.mutate(before=before)
    apart = portable.days_between(table.before, table[BEGUN]) > GAP
    table = table.mutate(fresh=portable.flag(table.before.isnull() | apart))
    table = table.mutate(stay=table.fresh.sum().over(so_far))
    whole = ibis.window(group_by=(*owner, "stay"))
    forward = ibis.window(group_by=(*owner, "stay"), order_by=order)
    table = table.mutate(**{PLACE: ibis.row_number().over(forward)})
    if last:
        backward = ibis.window(
            group_by=(*owner, "stay"), order_by=[ibis.desc(UNTIL), ibis.desc("row")]
        )
        table = table.mutate(**{FROM_END: ibis.row_number().over(backward)})
    first = table[PLACE] == 0
    columns = {
        "reason": ibis.ifelse(
            table[UNUSABLE].isnull(), _of(first, table.reason, whole), table.reason
        ),
        BEGUN: table[BEGUN].min().over(whole),
        UNTIL: table[UNTIL].max().over(whole),
        "event": table.event.min().over(whole),
    }
    if ENTERED in table.columns:
        columns[ENTERED] = _of(first, table[ENTERED], whole)
    columns |= {name: _of(table[FROM_END] == 0, table[name], whole) for name in last}
    spent = ["owner", "alone", "reach", "before", "fresh", "stay", UNUSABLE]
    return table.mutate(**columns).drop(*spent, *([FROM_END] if last else []))


def one_a_stay(table: ir.Table) -> ir.Table:
    """The first contract of each stay."""
    return table.filter(table[PLACE] == 0).drop(PLACE)


def _of(one: ir.BooleanValue, value: ir.Value, whole: object) -> ir.Value:
    """The value of the row of a stay that `one` marks, for all of its rows."""
    return ibis.ifelse(one, value, None).max().over(whole)
