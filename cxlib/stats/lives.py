"""How long customers stayed: departures and censorings per distinct duration."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.stats.groups import BLANK, Group


@dataclass(frozen=True, slots=True)
class Lives:
    """An event table on grouped durations, ascending; durations are in the unit of the question.

    Attributes:
        durations: distinct durations, shape (k,), at least 0.
        events: customers who left after exactly that long, shape (k,).
        censored: customers last seen still there after that long, shape (k,).
    """

    durations: tuple[float, ...]
    events: tuple[int, ...]
    censored: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[tuple[float, int, int]]) -> Lives:
        """From (duration, events, censored) rows in any order; equal durations are pooled."""
        pooled: dict[float, tuple[int, int]] = {}
        for duration, events, censored in rows:
            left, stayed = pooled.get(duration, (0, 0))
            pooled[duration] = (left + events, stayed + censored)
        ordered = sorted(pooled)
        return cls(
            tuple(ordered),
            tuple(pooled[d][0] for d in ordered),
            tuple(pooled[d][1] for d in ordered),
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
        return Lives(tuple(d / unit for d in self.durations), self.events, self.censored)

    def __add__(self, other: Lives) -> Lives:
        """Pool two groups of customers."""
        mine = zip(self.durations, self.events, self.censored, strict=True)
        theirs = zip(other.durations, other.events, other.censored, strict=True)
        return Lives.of([*mine, *theirs])


def life_counts(
    contracts: ir.Table, *, by: str | None = None, period: str | None = None
) -> ir.Table:
    """One row per segment value, period of the start and distinct duration. Lazy.

    Args:
        contracts: columns `duration` (float64), `event` (0 or 1), `day` (of the start) where
            `period` is given, and the segment columns.
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.

    Returns:
        Columns `value` (text), `period` (date), `duration`, `events`, `censored` (int64).
    """
    keys: dict[str, ir.Value] = {"duration": contracts.duration}
    if by is not None:
        keys["value"] = contracts[by].fill_null(BLANK)
    if period is not None:
        keys["period"] = portable.period_start(contracts.day, period)
    left = contracts.event.cast("int64")
    return contracts.group_by(**keys).agg(events=left.sum(), censored=(1 - left).sum())


def read_lives(table: ir.Table, *, column: str | None) -> dict[Group, Lives]:
    """Run the query and fold its rows into one event table a group, whole time and by period."""
    rows: dict[Group, list[tuple[float, int, int]]] = {}
    for row in table.to_pyarrow().to_pylist():
        value = row.get("value")
        counts = (float(row["duration"]), int(row["events"]), int(row["censored"]))
        for group in {Group(column, value), Group(column, value, row.get("period"))}:
            rows.setdefault(group, []).append(counts)
    return {group: Lives.of(found) for group, found in rows.items()}
