"""How long tickets waited: those answered and those still open after each number of seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.columns.business_hours import BusinessHours
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, segments_of
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives, life_counts
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses
from cxlib.tables.tickets import Tickets, tickets

Real = NDArray[np.float64]
Places = NDArray[np.int64]
HOUR = 3600.0


@dataclass(frozen=True, slots=True)
class Waits:
    """Waiting times of every measure and group.

    Attributes:
        lives: for each measure an event table a group, durations in hours: an "event" is the end
            of the wait, a ticket that still waits is censored.
        seen: the last moment in the file, up to which open tickets were watched.
        statuses: which statuses mean what where the rows are changes of tickets; else None.
        coverage: rows used and left out.
    """

    lives: dict[str, dict[Group, Lives]]
    seen: datetime
    statuses: Statuses | None
    coverage: Coverage

    @property
    def log(self) -> bool:
        """Whether the rows are changes of tickets."""
        return self.statuses is not None


def read_waits(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    period: str | None = None,
    hours: BusinessHours | None = None,
    statuses: Statuses = DEFAULT_STATUSES,
) -> Waits:
    """Waiting times in hours, by measure and group.

    Args:
        source: tickets.
        selection: filters; days act on the creation.
        by: segment columns, each on its own.
        period: tickets by the period of their creation; None for the whole time only.
        hours: when the team works, for business hours; None for hours of the calendar.
        statuses: which statuses of a log mean what.

    Raises:
        NotEnoughData: no ticket can be used.
        BadOption: no column tells when tickets were replied to or solved.
    """
    asked = tickets(source, selection=selection, hours=hours, statuses=statuses)
    if not asked.measures:
        source.require("solved")
    coverage = usable(asked)
    lives: dict[str, dict[Group, Lives]] = {}
    for measure in asked.measures:
        table = asked.waits(measure)
        found: dict[Group, Lives] = {}
        for column, segment in segments_of(source, by):
            found |= folded(life_counts(table, by=segment, period=period), column)
        lives[measure] = found
    return Waits(lives, asked.seen, asked.statuses, coverage)


def usable(asked: Tickets) -> Coverage:
    """The rows used and left out.

    Raises:
        NotEnoughData: no ticket can be used.
    """
    coverage = read_coverage(asked.question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Service speed", have=0, need=1, unit="ticket", hint=hint)
    return coverage


def folded(counts: ir.Table, column: str | None) -> dict[Group, Lives]:
    """Run a query of `life_counts` in seconds and fold it into an event table in hours a group.

    Millions of durations stay in arrays until they are one group's.
    """
    read = counts.to_pyarrow()
    seconds = read["duration"].to_numpy()
    events, censored = read["events"].to_numpy(), read["censored"].to_numpy()
    values, periods = _coded(read, "value"), _coded(read, "period")
    found: dict[Group, Lives] = {}
    for value, rows in _split(values, np.arange(len(seconds))):
        found[Group(column, value)] = _lives(seconds[rows], events[rows], censored[rows])
        if "period" in read.column_names:
            for period, some in _split(periods, rows):
                one = Group(column, value, period)
                found[one] = _lives(seconds[some], events[some], censored[some])
    return found


def _coded(read: pa.Table, name: str) -> tuple[list[Any], Places]:
    """The distinct values of a column and each row's place among them; None where it is absent."""
    if name not in read.column_names:
        return [None], np.zeros(len(read), np.int64)
    coded = read[name].combine_chunks().dictionary_encode()
    return coded.dictionary.to_pylist(), coded.indices.to_numpy()


def _split(coded: tuple[list[Any], Places], rows: Places) -> Iterator[tuple[Any, Places]]:
    """The rows of each value that any of them has."""
    labels, codes = coded
    ordered = rows[np.argsort(codes[rows], kind="stable")]
    starts = np.flatnonzero(np.diff(codes[ordered], prepend=-1))
    for part in np.split(ordered, starts[1:]):
        if part.size:
            yield labels[codes[part[0]]], part


def _lives(seconds: Real, events: Places, censored: Places) -> Lives:
    """An event table in hours."""
    durations, places = np.unique(seconds, return_inverse=True)
    over = np.bincount(places, events, durations.size).astype(np.int64)
    still = np.bincount(places, censored, durations.size).astype(np.int64)
    return Lives(tuple((durations / HOUR).tolist()), tuple(over.tolist()), tuple(still.tolist()))
