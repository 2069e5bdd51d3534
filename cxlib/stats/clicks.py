"""What was shown and clicked, with the sums that its spread over customers needs."""

from __future__ import annotations

from dataclasses import astuple, dataclass

import ibis.expr.types as ir
import pyarrow as pa

from cxlib.engine import portable
from cxlib.stats.groups import BLANK, Group


@dataclass(frozen=True, slots=True)
class ClickSums:
    """Sums over customers of what each was shown (s) and clicked (c).

    Attributes:
        customers: customers to whom anything was shown or who clicked.
        shown: sum of s; clicked: sum of c.
        shown_squares: sum of s * s; clicked_squares: sum of c * c; products: sum of s * c.
    """

    customers: int
    shown: int
    clicked: int
    shown_squares: float
    clicked_squares: float
    products: float

    def __add__(self, other: ClickSums) -> ClickSums:
        """Pool two groups; a customer in both counts in each."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return ClickSums(*(mine + theirs for mine, theirs in pairs))


def click_sums(active: ir.Table, *, by: str | None = None) -> ir.Table:
    """One row a segment value with the fields of `ClickSums`. Lazy.

    Args:
        active: columns `customer`, `shown`, `clicked` (blank counts as none), segment columns.
        by: the table's name of a segment column.
    """
    keys: dict[str, ir.Value] = {} if by is None else {"value": active[by].fill_null(BLANK)}
    each = active.group_by(customer=active.customer, **keys).agg(
        s=active.shown.sum().fill_null(0).cast("float64"),
        c=active.clicked.sum().fill_null(0).cast("float64"),
    )
    each = each.filter((each.s > 0) | (each.c > 0))
    sums = {
        "customers": portable.count(),
        "shown": each.s.sum(),
        "clicked": each.c.sum(),
        "shown_squares": (each.s * each.s).sum(),
        "clicked_squares": (each.c * each.c).sum(),
        "products": (each.s * each.c).sum(),
    }
    return each.group_by(*keys).agg(**sums) if keys else each.agg(**sums)


def clicks_of(table: ir.Table | pa.Table, column: str | None) -> dict[Group, ClickSums]:
    """Run `click_sums`, or take its rows, by segment value; nothing where nothing was shown."""
    found = {}
    read = table if isinstance(table, pa.Table) else table.to_pyarrow()
    for row in read.to_pylist():
        value = row.pop("value", None)
        if row["customers"]:
            whole = {name: round(row[name]) for name in ("customers", "shown", "clicked")}
            found[Group(column, value)] = ClickSums(**(row | whole))
    return found
