"""Cohort tables: the share of each starting group that was active again, period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from cxlib.errors import BadOption
from cxlib.metrics.periods import later_start
from cxlib.metrics.shares import wilson
from cxlib.stats.cohorts import CohortCounts


class Rule(StrEnum):
    """What counts as active at a distance of k periods."""

    ON = "on"  # active in the k-th period
    ON_OR_AFTER = "on-or-after"  # active in the k-th period or any later one
    BRACKET = "bracket"  # active in any period from one edge up to, not including, the next


@dataclass(frozen=True, slots=True)
class Cell:
    """One cohort at one distance.

    Attributes:
        offset: periods since the first one; a bracket's lower edge.
        active: customers active then; None where the data end before the cell begins.
        mature: customers whose follow-up covers the whole cell: the cohort, or 0.
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


def check_offsets(offsets: Sequence[int], rule: Rule) -> None:
    """Refuse distances that make no table.

    Raises:
        BadOption: the offsets do not ascend from 0, or a bracket lacks an edge.
    """
    ascending = all(a < b for a, b in pairwise(offsets))
    if not offsets or offsets[0] < 0 or not ascending:
        shown = ",".join(map(str, offsets)) or "empty"
        raise BadOption(f"The offsets are {shown}; they have to ascend from 0, such as 1,3,6,12.")
    if rule is Rule.BRACKET and len(offsets) < 2:
        raise BadOption("A bracket needs two edges at least, such as --offsets 1,3,6,12.")


def cohort_table(
    counts: CohortCounts,
    *,
    rule: Rule,
    period: str,
    offsets: Sequence[int],
    end: date,
    level: float = 0.95,
) -> tuple[Cohort, ...]:
    """The share of each cohort that was active again, with Wilson limits.

    A cell that the data do not cover to its last day has no share: counting it would call
    customers gone who have not had the time to come back. "On or after" cells count as covered
    with their first period; for recent cohorts they read low, since the time after it is short.

    Args:
        counts: customers by cohort and place, counted for the same rule.
        rule: what counts as active.
        period: day, week, month, quarter or year.
        offsets: distances in periods; for brackets the edges, of which the last closes.
        end: the day up to which the data are whole.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: the offsets do not ascend from 0, or a bracket lacks an edge.

    Source:
        Wilson, JASA 22, 1927 (limits).
    """
    check_offsets(offsets, rule)
    cells = list(offsets) if rule is not Rule.BRACKET else list(offsets[:-1])
    ends = [k + 1 for k in cells] if rule is not Rule.BRACKET else list(offsets[1:])
    placed = counts.by_cohort()
    rows = []
    for start, size in counts.sizes:
        active = placed.get(start, {})
        if rule is Rule.ON_OR_AFTER:
            active = {k: sum(n for place, n in active.items() if place >= k) for k in cells}
        spans = [
            (k, later_start(start, period, k), later_start(start, period, stop) - timedelta(1))
            for k, stop in zip(cells, ends, strict=True)
        ]
        row = tuple(
            _cell(k, active.get(k, 0) if first <= end else None, size if last <= end else 0, level)
            for k, first, last in spans
        )
        rows.append(Cohort(start, size, row))
    return tuple(rows)


def _cell(offset: int, active: int | None, mature: int, level: float) -> Cell:
    if active is None or not mature:
        return Cell(offset, active, mature, None, None, None)
    share = active / mature
    return Cell(offset, active, mature, share, *wilson(share, mature, level=level))
