"""The customers behind one cell of a cohort table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.stats.cohort_grid import CohortGrid
from cxlib.stats.cohort_places import inside
from cxlib.stats.cohorts import Places, place
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import SEGMENT, Source


@dataclass(frozen=True, slots=True)
class CohortCell:
    """Customers of a cohort who were active at an offset, or those who were not.

    Attributes:
        cohort: first day of the cohort's period.
        offset: where the cell begins.
        active: whether those who were active are meant.
    """

    cohort: date
    offset: int
    active: bool


def cell_customers(
    source: Source,
    grid: CohortGrid,
    cell: CohortCell,
    *,
    selection: Selection = EVERYTHING,
    end: date | None = None,
    limit: int,
) -> ir.Table:
    """The customers whom a cell's share counts as active, or as not. Lazy.

    Who is not followed to the end of the cell is in neither list. The data have to cover the cell.

    Args:
        source: transactions, events, or subscriptions.
        grid: the cells of the table.
        cell: which of them.
        selection: filters and range of days.
        end: the day up to which the data are whole; None as in `read_cohorts`.
        limit: the most customers to give.

    Returns:
        Columns `customer` (as the mapping lets it be shown), `first` and `last` (the days of the
        first and the last activity; of a contract, its start and the last day it is known to have
        run) and `rows` (rows of the file).

    Raises:
        BadOption: the table has no such cell.
    """
    bounds = next((one for one in grid.cells if one[0] == cell.offset), None)
    if bounds is None:
        shown = ", ".join(str(low) for low, _ in grid.cells)
        raise BadOption(f"The cohort table has no cell at {cell.offset}; there are {shown}.")
    places = place(source, grid, selection=selection, end=end)
    seen = places.table()
    if places.same_end:
        seen = seen.mutate(low=seen.offset, high=seen.offset)
    mine = seen.filter(seen.first == cell.cohort)
    if not places.same_end:
        mine = mine.filter(mine.followed >= bounds[1])
    was = portable.flag(inside(mine, bounds, grid.rule)).max()
    each = mine.group_by("customer").agg(active=was)
    chosen = each.filter(each.active == (1 if cell.active else 0)).select("customer")
    found = _about(source, places).join(chosen, "customer")
    ordered = found.order_by("first", "customer").limit(limit)
    return ordered.select("first", "last", "rows", customer=ordered.shown).relocate("customer")


def _about(source: Source, places: Places) -> ir.Table:
    """One row a customer: how they may be shown, first and last day, rows."""
    kept = places.question.kept
    column = source.mapping.column("customer")
    shown = kept.customer if column is None else kept[SEGMENT + column].fill_null(kept.customer)
    last = kept.day if places.moment else kept.until
    return kept.group_by("customer").agg(
        shown=shown.min(), first=kept.day.min(), last=last.max(), rows=portable.count()
    )
