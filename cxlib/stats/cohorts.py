"""Who came back when: customers by the period of their first activity and the distance from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, last_day, segments_of
from cxlib.stats.groups import BLANK, Group
from cxlib.tables.activity import activity
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True)
class CohortCounts:
    """Customers by cohort, and how many of them were active at each distance.

    Attributes:
        sizes: (first day of the cohort's period, customers) pairs, earliest first.
        active: (first day of the cohort's period, place, customers) triples; what a place is,
            the query says: periods since the first one, or the edge of a bracket.
    """

    sizes: tuple[tuple[date, int], ...]
    active: tuple[tuple[date, int, int], ...]

    @classmethod
    def of(
        cls, sizes: Iterable[tuple[date, int]], active: Iterable[tuple[date, int, int]]
    ) -> CohortCounts:
        """From pairs and triples in any order; equal keys are pooled."""
        customers: dict[date, int] = {}
        for cohort, n in sizes:
            customers[cohort] = customers.get(cohort, 0) + n
        places: dict[tuple[date, int], int] = {}
        for cohort, place, n in active:
            places[cohort, place] = places.get((cohort, place), 0) + n
        return cls(
            tuple(sorted(customers.items())),
            tuple((cohort, place, n) for (cohort, place), n in sorted(places.items())),
        )

    def by_cohort(self) -> dict[date, dict[int, int]]:
        """Active customers by place, for each cohort that has any."""
        found: dict[date, dict[int, int]] = {}
        for cohort, place, n in self.active:
            found.setdefault(cohort, {})[place] = n
        return found

    def __add__(self, other: CohortCounts) -> CohortCounts:
        """Pool two groups of customers who do not overlap."""
        return CohortCounts.of([*self.sizes, *other.sizes], [*self.active, *other.active])


def customer_periods(active: ir.Table, *, period: str, by: str | None = None) -> ir.Table:
    """One row a customer and period with activity: `customer`, `first`, `offset`. Lazy.

    `offset` counts calendar periods from the first one; `value` is there where `by` is given, and
    a customer then stands once for each value, as if each value were a file of its own.
    """
    start = portable.period_start(active.day, period)
    keys: dict[str, ir.Value] = {"customer": active.customer, "start": start}
    if by is not None:
        keys["value"] = active[by].fill_null(BLANK)
    seen = active.select(**keys).distinct()
    whose = ["customer", *(["value"] if by is not None else [])]
    first = seen.group_by(*whose).agg(first=seen.start.min())
    joined = seen.join(first, whose).select(*whose, "start", "first")
    return joined.mutate(offset=_apart(joined.first, joined.start, period)).drop("start")


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
        end: the day up to which the data are whole.
        coverage: rows used and left out.
    """

    counts: dict[Group, CohortCounts]
    end: date
    coverage: Coverage


def read_cohorts(
    source: Source,
    *,
    period: str,
    selection: Selection = EVERYTHING,
    by: tuple[str, ...] = (),
    later: bool = False,
    edges: tuple[int, ...] | None = None,
) -> CohortBook:
    """Count who was active how long after their first period.

    Args:
        source: transactions, or events.
        period: day, week, month, quarter or year, by the calendar.
        selection: filters and range of days; `until` is the end of the data, else the last day
            of the whole file.
        by: segment columns, each on its own; a customer counts once in each value.
        later: count customers by their last active period instead of by each one.
        edges: count customers between edges instead, which ascend.

    Raises:
        NotEnoughData: no row can be used.
    """
    question = activity(source, selection=selection)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("A cohort table", have=0, need=1, unit="active customer", hint=hint)
    kept = question.kept
    counts: dict[Group, CohortCounts] = {}
    for column, segment in segments_of(source, by):
        seen = customer_periods(kept, period=period, by=segment)
        active = (
            active_within(seen, edges=edges)
            if edges
            else last_active(seen)
            if later
            else active_on(seen)
        )
        counts |= _fold(cohort_sizes(seen), active, column)
    role = "happened" if source.mapping.kind == "events" else "ordered"
    return CohortBook(counts, selection.until or last_day(source, role), coverage)


def _groups(table: ir.Table) -> list[str]:
    return [name for name in ("value", "first") if name in table.columns]


def _apart(first: ir.DateValue, other: ir.DateValue, period: str) -> ir.IntegerValue:
    """Periods from one period's first day to another's."""
    if period in ("day", "week"):
        return portable.days_between(first, other) // (7 if period == "week" else 1)
    months = (other.year() - first.year()).cast("int64") * 12
    months += (other.month() - first.month()).cast("int64")
    return months // {"month": 1, "quarter": 3, "year": 12}[period]


def _fold(sizes: ir.Table, active: ir.Table, column: str | None) -> dict[Group, CohortCounts]:
    pairs: dict[Group, list[tuple[date, int]]] = {}
    triples: dict[Group, list[tuple[date, int, int]]] = {}
    for row in sizes.to_pyarrow().to_pylist():
        pairs.setdefault(Group(column, row.get("value")), []).append((row["first"], row["n"]))
    for row in active.to_pyarrow().to_pylist():
        place = (row["first"], int(row["place"]), row["n"])
        triples.setdefault(Group(column, row.get("value")), []).append(place)
    return {group: CohortCounts.of(found, triples.get(group, ())) for group, found in pairs.items()}
