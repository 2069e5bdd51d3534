"""Cohort tables: the share of each starting group that was active again, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cxlib.metrics.periods import later_start
from cxlib.metrics.shares import wilson
from cxlib.stats.cohort_grid import CohortGrid
from cxlib.stats.cohorts import CohortCounts, by_cohort


@dataclass(frozen=True, slots=True)
class Cell:
    """One cohort at one distance.

    Attributes:
        offset: periods since the first one; a bracket's lower edge.
        active: customers active then, of the mature where follow-up differs by customer; None
            where the data end before the cell begins.
        mature: customers whose follow-up covers the whole cell.
        share: fraction active, of the mature; None without any.
        low: lower limit of the share; high: upper limit.
    """

    offset: int
    active: int | None
    mature: int
    share: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Cohort:
    """One row of the table: the first day of the period, its new customers, and the cells."""

    start: date
    size: int
    cells: tuple[Cell, ...]


def cohort_table(
    counts: CohortCounts, grid: CohortGrid, *, end: date, level: float = 0.95
) -> tuple[Cohort, ...]:
    """The share of each cohort that was active again, with Wilson limits.

    A customer whom the data do not follow to the end of a cell does not count in it: that would
    call customers gone who have not had the time to come back. "On or after" cells count as
    covered with their first period; for recent cohorts they read low, since the time after it is
    short.

    Args:
        counts: customers by cohort and place, counted for the same grid.
        grid: the cells.
        end: the day up to which the data are whole.
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        Wilson, JASA 22, 1927 (limits).
    """
    active = by_cohort(counts.active)
    covered = None if counts.covered is None else by_cohort(counts.covered)
    rows = []
    for start, size in counts.sizes:
        found = active.get(start, {})
        cells = []
        for k, stop in grid.cells:
            if covered is None:
                mature = size if _last_day(start, grid, stop) <= end else 0
                begun = later_start(start, grid.period, k) <= end
            else:
                mature = covered.get(start, {}).get(k, 0)
                begun = mature > 0
            cells.append(_cell(k, found.get(k, 0) if begun else None, mature, level))
        rows.append(Cohort(start, size, tuple(cells)))
    return tuple(rows)


def mean_row(rows: Sequence[Cohort], *, level: float = 0.95) -> tuple[Cell, ...]:
    """The mean share of the cohorts at each distance, weighted by their mature customers.

    That is the share of all mature customers taken together, and the Wilson limits are those of
    that share: they say how well it is known for these customers, not how cohorts differ.

    Args:
        rows: cohorts with the same cells.
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        Wilson, JASA 22, 1927 (limits).
    """
    means = []
    for cells in zip(*(row.cells for row in rows), strict=True):
        known = [cell for cell in cells if cell.mature]
        active = sum(cell.active or 0 for cell in known)
        mature = sum(cell.mature for cell in known)
        means.append(_cell(cells[0].offset, active if known else None, mature, level))
    return tuple(means)


def _last_day(start: date, grid: CohortGrid, stop: int) -> date:
    return later_start(start, grid.period, stop) - timedelta(days=1)


def _cell(offset: int, active: int | None, mature: int, level: float) -> Cell:
    if active is None or not mature:
        return Cell(offset, active, mature, None, None, None)
    share = active / mature
    return Cell(offset, active, mature, share, *wilson(share, mature, level=level))
