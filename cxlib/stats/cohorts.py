"""Who came back when: customers by the period of their first activity and the distance from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, last_day, segments_of
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule
from cxlib.stats.cohort_places import (
    cell_counts,
    contract_periods,
    customer_numbers,
    customer_windows,
    first_day,
    whole_until,
)
from cxlib.stats.cohort_places import customer_periods as customer_periods
from cxlib.stats.groups import Group
from cxlib.tables.activity import activity
from cxlib.tables.question import Coverage, Question, read_coverage
from cxlib.tables.running import running
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Triples = tuple[tuple[date, int, int], ...]


@dataclass(frozen=True, slots=True)
class CohortCounts:
    """Customers by cohort, and how many of them were active at each distance.

    Attributes:
        sizes: (first day of the cohort's period, customers) pairs, earliest first.
        active: (first day of the cohort's period, place, customers) triples; a place is where a
            cell begins, in periods since the first one. Where `covered` is there, only customers
            whose follow-up covers the cell count.
        covered: (first day, place, customers whose follow-up covers the cell) triples; None where
            all customers are followed up to the same day.
    """

    sizes: tuple[tuple[date, int], ...]
    active: Triples
    covered: Triples | None = None

    @classmethod
    def of(
        cls,
        sizes: Iterable[tuple[date, int]],
        active: Iterable[tuple[date, int, int]],
        covered: Iterable[tuple[date, int, int]] | None = None,
    ) -> CohortCounts:
        """From pairs and triples in any order; equal keys are pooled."""
        customers: dict[date, int] = {}
        for cohort, n in sizes:
            customers[cohort] = customers.get(cohort, 0) + n
        known = None if covered is None else _pooled(covered)
        return cls(tuple(sorted(customers.items())), _pooled(active), known)

    def __add__(self, other: CohortCounts) -> CohortCounts:
        """Pool two groups of customers who do not overlap, counted on the same clock."""
        if (self.covered is None) != (other.covered is None):
            raise ValueError("Counts of two clocks do not add up.")
        covered = None if self.covered is None else [*self.covered, *(other.covered or ())]
        return CohortCounts.of([*self.sizes, *other.sizes], [*self.active, *other.active], covered)


def by_cohort(triples: Triples) -> dict[date, dict[int, int]]:
    """Customers by place, for each cohort that has any."""
    found: dict[date, dict[int, int]] = {}
    for cohort, place, n in triples:
        found.setdefault(cohort, {})[place] = n
    return found


def cohort_sizes(seen: ir.Table) -> ir.Table:
    """One row a cohort: (`value`,) `first`, `n`. Lazy; `seen` is what `customer_periods` gives."""
    start = seen.filter(seen.offset == 0)
    return start.group_by(*_groups(seen)).agg(n=portable.count())


def active_on(seen: ir.Table) -> ir.Table:
    """Customers active in the k-th period after the first: `place` is k. Lazy."""
    return seen.group_by(*_groups(seen), place=seen.offset).agg(n=portable.count())


def last_active(seen: ir.Table) -> ir.Table:
    """Customers by their last active period: `place` is its distance from the first. Lazy."""
    last = seen.group_by("customer", *_groups(seen)).agg(place=seen.offset.max())
    return last.group_by(*_groups(seen), "place").agg(n=portable.count())


def active_within(seen: ir.Table, *, edges: tuple[int, ...]) -> ir.Table:
    """Customers active from one edge up to, not including, the next: `place` is the lower. Lazy."""
    cases = [
        ((seen.offset >= low) & (seen.offset < high), ibis.literal(low, "int64"))
        for low, high in pairwise(edges)
    ]
    placed = seen.mutate(place=ibis.cases(*cases, else_=ibis.null("int64")))
    inside = placed.filter(placed.place.notnull())
    once = inside.select("customer", *_groups(seen), "place").distinct()
    return once.group_by(*_groups(seen), "place").agg(n=portable.count())


@dataclass(frozen=True, slots=True)
class CohortBook:
    """Cohorts for the total and each segment value.

    Attributes:
        counts: cohorts a group.
        grid: the cells that were counted.
        end: the day up to which the data are whole.
        coverage: rows used and left out.
    """

    counts: dict[Group, CohortCounts]
    grid: CohortGrid
    end: date
    coverage: Coverage


def read_cohorts(
    source: Source,
    grid: CohortGrid,
    *,
    selection: Selection = EVERYTHING,
    by: tuple[str, ...] = (),
    end: date | None = None,
) -> CohortBook:
    """Count who was active how long after their first period.

    A customer with a contract is active in each period in which one of the contracts runs on at
    least one day; any other customer in each period with a purchase or an event.

    Args:
        source: transactions, events, or subscriptions.
        grid: the cells of the table.
        selection: filters and range of days, which act on the start of a contract.
        by: segment columns, each on its own; a customer counts once in each value.
        end: the day up to which the data are whole; None for the selection's `until`, else the
            last day of the whole file.

    Raises:
        NotEnoughData: no row can be used.
    """
    places = place(source, grid, selection=selection, end=end)
    coverage = read_coverage(places.question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("A cohort table", have=0, need=1, unit="active customer", hint=hint)
    counts: dict[Group, CohortCounts] = {}
    for column, segment in segments_of(source, by):
        if places.same_end:
            kept = places.question.kept
            seen = customer_numbers(kept, period=grid.period, by=segment)
            counts |= _whole(seen, grid, column)
        else:
            counts |= _wide(cell_counts(places.table(by=segment), grid=grid), grid, column)
    return CohortBook(counts, grid, places.end, coverage)


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Customers' activity laid out by the distance from their first.

    Attributes:
        question: the rows used and left out.
        grid: length of a period, clock and rule.
        end: the day up to which the data are whole.
        moment: the role that dates a row; "" for contracts, which have two ends.
        until: the moment up to which the data are whole; None where days are enough.
    """

    question: Question
    grid: CohortGrid
    end: date
    moment: str
    until: datetime | None = None

    @property
    def same_end(self) -> bool:
        """Whether all customers of a cohort are followed equally long, by the calendar."""
        return bool(self.moment) and self.until is None

    def table(self, *, by: str | None = None) -> ir.Table:
        """One row a customer and place with activity. Lazy.

        Columns `customer`, (`value`,) `first`, and `offset` where all have the same end, else
        `low`, `high` and `followed`.
        """
        kept = self.question.kept
        if not self.moment:
            return contract_periods(kept, grid=self.grid, cut_off=self.end, by=by)
        if self.until is None:
            return customer_periods(kept, period=self.grid.period, by=by)
        return customer_windows(kept, moment=self.moment, grid=self.grid, end=self.until, by=by)


def place(
    source: Source,
    grid: CohortGrid,
    *,
    selection: Selection = EVERYTHING,
    end: date | None = None,
) -> Places:
    """Lay out the activity of a source's customers; arguments as those of `read_cohorts`."""
    end = end or selection.until
    if source.mapping.kind == "subscriptions":
        ran = running(source, selection=selection, cut_off=end, unit=grid.unit)
        return Places(ran.question, grid, ran.cut_off, "")
    role = "happened" if source.mapping.kind == "events" else "ordered"
    question = activity(source, selection=replace(selection, until=end))
    stop = end or last_day(source, role)
    if grid.clock is Clock.CALENDAR or stop is None:
        return Places(question, grid, stop, role)
    return Places(question, grid, stop, role, whole_until(source, role, end))


def _groups(table: ir.Table) -> list[str]:
    return [name for name in ("value", "first") if name in table.columns]


def _pooled(triples: Iterable[tuple[date, int, int]]) -> Triples:
    places: dict[tuple[date, int], int] = {}
    for cohort, at, n in triples:
        places[cohort, at] = places.get((cohort, at), 0) + n
    return tuple((cohort, at, n) for (cohort, at), n in sorted(places.items()))


def _whole(seen: ir.Table, grid: CohortGrid, column: str | None) -> dict[Group, CohortCounts]:
    """Counts of customers who are all followed up to the same day; `first` is a number.

    But for brackets one query gives both: everybody is active in their first period, and has one
    last period.
    """
    sizes: list[dict[str, Any]] = []
    if grid.rule is Rule.BRACKET:
        sizes = cohort_sizes(seen).to_pyarrow().to_pylist()
        active = active_within(seen, edges=grid.offsets)
    else:
        active = active_on(seen) if grid.rule is Rule.ON else last_active(seen)
    pairs: dict[Group, list[tuple[date, int]]] = {}
    triples: dict[Group, list[tuple[date, int, int]]] = {}
    for row in active.to_pyarrow().to_pylist():
        first, place = first_day(row["first"], grid.period), int(row["place"])
        triples.setdefault(Group(column, row.get("value")), []).append((first, place, row["n"]))
        if grid.rule is Rule.ON_OR_AFTER or (grid.rule is Rule.ON and place == 0):
            sizes.append(row)
    for row in sizes:
        pair = (first_day(row["first"], grid.period), row["n"])
        pairs.setdefault(Group(column, row.get("value")), []).append(pair)
    later = grid.rule is Rule.ON_OR_AFTER
    return {
        group: CohortCounts.of(
            found,
            _summed(triples.get(group, []), grid.offsets) if later else triples.get(group, ()),
        )
        for group, found in pairs.items()
    }


def _summed(
    triples: list[tuple[date, int, int]], offsets: tuple[int, ...]
) -> list[tuple[date, int, int]]:
    """From customers by their last place to those active at each offset or later."""
    return [(first, k, n) for first, last, n in triples for k in offsets if k <= last]


def _wide(counts: ir.Table, grid: CohortGrid, column: str | None) -> dict[Group, CohortCounts]:
    """Counts of customers whose follow-up differs, from one row a cohort."""
    rows: dict[Group, list[dict[str, Any]]] = {}
    for row in counts.to_pyarrow().to_pylist():
        rows.setdefault(Group(column, row.get("value")), []).append(row)
    lows = [low for low, _ in grid.cells]
    return {
        group: CohortCounts.of(
            [(row["first"], row["n"]) for row in found],
            [(row["first"], k, int(row[f"a{i}"])) for row in found for i, k in enumerate(lows)],
            [(row["first"], k, int(row[f"m{i}"])) for row in found for i, k in enumerate(lows)],
        )
        for group, found in rows.items()
    }
