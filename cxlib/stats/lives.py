"""How long customers stayed: departures and censorings per distinct duration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.stats.groups import BLANK, Group

Entry = tuple[float, int]
"""A duration above 0, and the customers who were watched only after it."""


@dataclass(frozen=True, slots=True)
class Lives:
    """An event table on grouped durations, ascending; durations are in the unit of the question.

    Attributes:
        durations: distinct durations, shape (k,), at least 0.
        events: customers who left after exactly that long, shape (k,).
        censored: customers last seen still there after that long, shape (k,).
        late: for customers who were watched only from some time after their start on, that time
            and their number, ascending; all others were watched from their start on. Someone
            counts as watched after that time, not at it.
    """

    durations: tuple[float, ...]
    events: tuple[int, ...]
    censored: tuple[int, ...]
    late: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[tuple[float, int, int]], late: Iterable[Entry] = ()) -> Lives:
        """From rows in any order; equal durations are pooled.

        Args:
            rows: (duration, events, censored).
            late: (time of entry, customers), of the same customers; times of 0 are those of all
                others and are dropped.
        """
        pooled: dict[float, tuple[int, int]] = {}
        for duration, events, censored in rows:
            left, stayed = pooled.get(duration, (0, 0))
            pooled[duration] = (left + events, stayed + censored)
        entered: dict[float, int] = {}
        for time, customers in late:
            entered[time] = entered.get(time, 0) + customers
        ordered = sorted(pooled)
        return cls(
            tuple(ordered),
            tuple(pooled[d][0] for d in ordered),
            tuple(pooled[d][1] for d in ordered),
            tuple((time, n) for time, n in sorted(entered.items()) if time > 0 and n),
        )

    @property
    def n(self) -> int:
        """Number of customers."""
        return sum(self.events) + sum(self.censored)

    @property
    def deaths(self) -> int:
        """Number of customers who left."""
        return sum(self.events)

    @property
    def longest(self) -> float:
        """Longest follow-up; 0 without customers."""
        return self.durations[-1] if self.durations else 0.0

    def scaled(self, unit: float) -> Lives:
        """The same lives with durations divided by `unit`."""
        return Lives(
            tuple(d / unit for d in self.durations),
            self.events,
            self.censored,
            tuple((time / unit, n) for time, n in self.late),
        )

    def __add__(self, other: Lives) -> Lives:
        """Pool two groups of customers."""
        mine = zip(self.durations, self.events, self.censored, strict=True)
        theirs = zip(other.durations, other.events, other.censored, strict=True)
        return Lives.of([*mine, *theirs], [*self.late, *other.late])


def life_counts(
    contracts: ir.Table, *, by: str | None = None, period: str | None = None
) -> ir.Table:
    """One row per segment value, period of the start and distinct duration. Lazy.

    Args:
        contracts: columns `duration` (float64), `event` (0 or 1), `day` (of the start) where
            `period` is given, the segment columns, and `entry` (float64) where customers may have
            been watched only from some time after their start on.
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.

    Returns:
        Columns `value` (text), `period` (date), `duration`, `events`, `censored` (int64), and with
        entries `late`: the customers watched only from that duration on.
    """
    keys: dict[str, ir.Value] = {}
    if by is not None:
        keys["value"] = contracts[by].fill_null(BLANK)
    if period is not None:
        keys["period"] = portable.period_start(contracts.day, period)
    left = contracts.event.cast("int64")
    if "entry" not in contracts.columns:
        grouped = contracts.group_by(duration=contracts.duration, **keys)
        return grouped.agg(events=left.sum(), censored=(1 - left).sum())
    zero, one = left * 0, left * 0 + 1
    exits = contracts.select(
        duration=contracts.duration, events=left, censored=1 - left, late=zero, **keys
    )
    entries = contracts.filter(contracts.entry > 0).select(
        duration=contracts.entry, events=zero, censored=zero, late=one, **keys
    )
    both = exits.union(entries)
    return both.group_by("duration", *keys).agg(
        events=both.events.sum(), censored=both.censored.sum(), late=both.late.sum()
    )


def read_lives(table: ir.Table, *, column: str | None) -> dict[Group, Lives]:
    """Run the query and fold its rows into one event table a group, whole time and by period."""
    rows: dict[Group, list[tuple[float, int, int]]] = {}
    late: dict[Group, list[Entry]] = {}
    for row in table.to_pyarrow().to_pylist():
        value, duration = row.get("value"), float(row["duration"])
        events, censored = int(row["events"]), int(row["censored"])
        for group in {Group(column, value), Group(column, value, row.get("period"))}:
            if events or censored:
                rows.setdefault(group, []).append((duration, events, censored))
            if row.get("late"):
                late.setdefault(group, []).append((duration, int(row["late"])))
    return {group: Lives.of(found, late.get(group, ())) for group, found in rows.items()}
