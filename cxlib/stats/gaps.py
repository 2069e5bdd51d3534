"""How long customers pause: gaps between active days, and how long each has been silent now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_and_last, first_reason, last_day, segments_of
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.stats.purchases import first_segments
from cxlib.tables.activity import activity
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

MOST_ACTIVE = 10
"""Active days of a customer are counted up to this; it stands for more too."""
OWN_GAPS = 3
"""Ended gaps from which on a customer's own longest one says something."""

Row = TypeVar("Row", bound=tuple[int, ...])
Ended = tuple[int, int]
Span = tuple[int, int, int]
Usual = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Gaps:
    """Gaps between active days; all times are whole days.

    Attributes:
        ended: (days from an active day to the customer's next one, gaps) pairs, ascending.
        spans: (days from the first active day to the last, days from the last one to the end of
            the data, customers) triples, ascending.
        usual: (active days, at most `MOST_ACTIVE`; days since the last one; 1 where these are more
            than the customer's own longest gap; customers) rows, ascending.
    """

    ended: tuple[Ended, ...]
    spans: tuple[Span, ...]
    usual: tuple[Usual, ...]

    @classmethod
    def of(cls, ended: Iterable[Ended], spans: Iterable[Span], usual: Iterable[Usual]) -> Gaps:
        """From rows in any order; equal ones are pooled."""
        return cls(_pooled(ended), _pooled(spans), _pooled(usual))

    @property
    def customers(self) -> int:
        """Number of customers."""
        return sum(n for *_, n in self.spans)

    @property
    def ended_gaps(self) -> int:
        """Number of gaps that ended: the customer came back."""
        return sum(n for _, n in self.ended)

    @property
    def lives(self) -> Lives:
        """Gaps as lives: one that ended is an event, one still open at the end is censored."""
        came_back = [(float(days), n, 0) for days, n in self.ended]
        still_open = [(float(silence), 0, n) for _, silence, n in self.spans]
        return Lives.of([*came_back, *still_open])

    def silent(self, days: int) -> int:
        """Customers whose last active day is more than so many days before the end."""
        return sum(n for _, silence, n in self.spans if silence > days)

    def watched(self, days: int) -> int:
        """Customers first seen more than so many days before the end: only they can be silent."""
        return sum(n for span, silence, n in self.spans if span + silence > days)

    def ended_after(self, days: int) -> int:
        """Gaps of more than so many days after which the customer came back."""
        return sum(n for gap, n in self.ended if gap > days)

    def beyond(self, days: int) -> Lives:
        """What became of gaps after their so-manieth day: durations count from there."""
        lives = self.lives
        rows = zip(lives.durations, lives.events, lives.censored, strict=True)
        return Lives.of((d - days, e, c) for d, e, c in rows if d > days)

    def until_silent(self, days: int) -> Lives:
        """Days from the first active day to the last one before a silence that still lasts.

        A last active day can be known for one only if more than `days` follow it, so customers
        are watched for it up to `days` before the end of the data, and no longer: who was active
        after that day is censored on that day, not at the last activity. Censored at the last
        activity, they would count as watched for days on which no departure can show yet, and
        the curve would lie too high. Customers first seen after that day are left out.
        """
        rows = []
        for span, silence, n in self.spans:
            watched = span + silence - days
            if watched >= 0:
                silent = silence > days
                rows.append((float(span if silent else watched), n * silent, n * (not silent)))
        return Lives.of(rows)

    def __add__(self, other: Gaps) -> Gaps:
        """Pool two groups of customers who do not overlap."""
        return Gaps.of(
            (*self.ended, *other.ended),
            (*self.spans, *other.spans),
            (*self.usual, *other.usual),
        )


def customer_days(active: ir.Table, *, by: str | None = None) -> ir.Table:
    """One row a customer and active day: `customer`, `day`, (`value`,) `again`. Lazy.

    `again` is the customer's next active day, null for the last one. A customer bears one segment
    value throughout: that of the first active day.

    Args:
        active: columns `customer`, `day`, and the segment columns.
        by: the table's name of a segment column; None for no segment.
    """
    days = active.select("customer", "day").distinct()
    along = ibis.window(group_by="customer", order_by="day")
    seen = days.mutate(again=days.day.lead().over(along))
    if by is None:
        return seen
    values = first_segments(active, by=by)
    return seen.join(values.rename(value="group"), "customer").select(
        "customer", "day", "value", "again"
    )


def gap_counts(days: ir.Table) -> ir.Table:
    """Gaps that ended by length: (`value`,) `gap`, `n`. Lazy; `days` of `customer_days`."""
    ended = days.filter(days.again.notnull())
    gap = portable.days_between(ended.day, ended.again)
    return ended.group_by(*_value(days), gap=gap).agg(n=portable.count())


def silences(days: ir.Table, *, last: date) -> ir.Table:
    """One row a customer: (`value`,) `customer`, `span`, `silence`, `active`, `beyond`. Lazy.

    Args:
        days: what `customer_days` gives.
        last: last day of the data, up to which customers were watched.
    """
    timed = days.mutate(gap=portable.days_between(days.day, days.again))
    each = timed.group_by("customer", *_value(days)).agg(
        first=timed.day.min(), latest=timed.day.max(), active=portable.count(),
        longest=timed.gap.max(),
    )  # fmt: skip
    silence = portable.days_between(each.latest, ibis.literal(last))
    return each.select(
        "customer",
        *_value(days),
        span=portable.days_between(each.first, each.latest),
        silence=silence,
        active=ibis.least(each.active, MOST_ACTIVE),
        beyond=portable.flag((silence > each.longest).fill_null(False)),
    )


def counted_by(customers: ir.Table, *columns: str) -> ir.Table:
    """Customers by some columns: (`value`,) the columns, `n`. Lazy; rows of `silences`."""
    return customers.group_by(*_value(customers), *columns).agg(n=portable.count())


@dataclass(frozen=True, slots=True)
class GapTable:
    """Gaps for the total and each segment value.

    Attributes:
        gaps: a value a group; customers belong to one value of a segment, that of their first day.
        first: first active day; end: last day of the data, up to which customers were watched.
        coverage: rows used and left out.
    """

    gaps: dict[Group, Gaps]
    first: date
    end: date
    coverage: Coverage


def read_gaps(
    source: Source, *, selection: Selection = EVERYTHING, by: Sequence[str] = ()
) -> GapTable:
    """Count gaps between active days, and the present silence of every customer.

    Args:
        source: transactions, or events.
        selection: filters and range of days; the data then end on its last day.
        by: segment columns, each on its own.

    Raises:
        NotEnoughData: no row can be used.
    """
    question = activity(source, selection=selection)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Silence", have=0, need=1, unit="active day", hint=hint)
    kept = question.kept
    first, _ = first_and_last(kept)
    role = "happened" if source.mapping.kind == "events" else "ordered"
    end = selection.until or last_day(source, role)
    found: dict[Group, Gaps] = {}
    for column, segment in segments_of(source, by):
        days = customer_days(kept, by=segment)
        each = silences(days, last=end)
        ended = _rows(gap_counts(days), "gap")
        spans = _rows(counted_by(each, "span", "silence"), "span", "silence")
        names = ("active", "silence", "beyond")
        usual = _rows(counted_by(each, *names), *names)
        for value in spans:
            one = Gaps.of(ended.get(value, ()), spans[value], usual[value])
            found[Group(column, value)] = one
    return GapTable(found, first, end, coverage)


def _value(table: ir.Table) -> tuple[str, ...]:
    return ("value",) if "value" in table.columns else ()


def _rows(table: ir.Table, *names: str) -> dict[str | None, list[Any]]:
    """Run a query of whole numbers: tuples of the columns named and `n`, by segment value."""
    read = table.to_pyarrow()
    values = read["value"].to_pylist() if "value" in read.column_names else [None] * len(read)
    found: dict[str | None, list[Any]] = {}
    columns = [read[name].to_pylist() for name in (*names, "n")]
    for value, *row in zip(values, *columns, strict=True):
        found.setdefault(value, []).append(tuple(map(int, row)))
    return found


def _pooled(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows whose last number is a count, ascending, with equal ones added up."""
    pooled: Counter[tuple[int, ...]] = Counter()
    for *key, n in rows:
        pooled[tuple(key)] += n
    return tuple(cast("Row", (*key, n)) for key, n in sorted(pooled.items()))
