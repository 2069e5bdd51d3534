"""What is asked of a measure over periods, and what all readers of measures share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from cxlib.engine.embedded import Cursor
from cxlib.errors import Cancelled, CxError
from cxlib.metrics.measured import Estimate, Measured, SeriesOptions, filled, measured
from cxlib.metrics.measures import MEASURES
from cxlib.metrics.periods import next_start
from cxlib.stats.groups import Group
from cxlib.tables.linked import Neighbourhood
from cxlib.tables.opened import open_source
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from cxlib.ui import load, session
from cxlib.ui.jobs import Progress
from cxlib.workspace.dataset import Dataset

Found = list[Measured]
Estimates = dict[Group, dict[date, Estimate]]
"""By group without a period: an estimate by the first day of the period."""
HARDLY = 0.1
"""Share of a first period that may lie before the data begin."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of every measure of a dataset.

    Attributes:
        by: segment columns, each on its own.
        period: week, month or quarter.
        level: confidence level of the limits.
        baseline: first and last day between which the periods begin that give centre and limits.
    """

    by: tuple[str, ...]
    period: str
    level: float
    baseline: tuple[date, date] | None = None

    def options(self, last_day: date, *, period: str | None = None) -> SeriesOptions:
        """The options of a measure whose data end on a day."""
        return SeriesOptions(
            period=period or self.period,
            last_day=last_day,
            level=self.level,
            baseline=self.baseline,
        )


@dataclass(frozen=True, slots=True)
class Task:
    """One reading of a dataset that gives measures over periods.

    Attributes:
        dataset: what is read; selection: filters and range of days.
        ask: what is asked.
        extra: what else the answer depends on.
        read: a function of the opened source, the selection, what is asked and the extra.
    """

    dataset: Dataset
    selection: Selection
    ask: Ask
    extra: tuple[object, ...]
    read: Callable[..., Found]

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one reading from another."""
        name = f"{self.read.__module__}.{self.read.__name__}"
        return (name, self.dataset.key, self.selection, self.ask, self.extra)

    def done(self, source: Source) -> Found:
        """The measures, from an opened source."""
        return self.read(source, self.selection, self.ask, *self.extra)


@st.cache_resource(
    scope="session",
    show_spinner=False,
    max_entries=60,
    hash_funcs={Task: lambda task: task.key},
)
def of(task: Task) -> Found:
    """The measures of one reading, kept for this session."""
    with session.opened(task.dataset, load.using(task.selection, *task.ask.by)) as source:
        return task.done(source)


load.KEPT.append(of)


def in_background(
    tasks: Sequence[Task],
    engine: Callable[[], Cursor],
    around: Neighbourhood,
    progress: Progress,
) -> tuple[Measured, ...]:
    """All readings one after the other, outside the page; those that refuse give nothing.

    Args:
        tasks: the readings.
        engine: makes a cursor.
        around: what datasets lend each other.
        progress: told how far it is, and whether to stop.

    Raises:
        Cancelled: the analyst stopped it.
    """
    found: Found = []
    for place, task in enumerate(tasks):
        if progress.cancelled():
            raise Cancelled("Reading the groups was cancelled.")
        progress.report(place / len(tasks))
        wanted = load.using(task.selection, *task.ask.by)
        names = [one for one in wanted if one not in task.dataset.columns]
        cursor = engine()
        try:
            near = around if names else None
            found += task.done(open_source(task.dataset, cursor, using=names, around=near))
        except CxError:
            # The page has said why this dataset gives nothing.
            continue
        finally:
            cursor.disconnect()
    return tuple(found)


def by_group(found: Mapping[Group, Estimate]) -> Estimates:
    """Estimates of groups with periods, laid out by group."""
    laid: Estimates = {}
    for group, one in found.items():
        if group.period is not None:
            laid.setdefault(Group(group.column, group.value), {})[group.period] = one
    return laid


def put(key: str, found: Estimates, options: SeriesOptions) -> Found:
    """A measure of each group; nothing where nothing was found."""
    return [
        measured(MEASURES[key], periods, options, group=group)
        for group, periods in found.items()
        if periods
    ]


def counted(found: Estimates, options: SeriesOptions, *, first: date, last: date) -> Estimates:
    """Counts of every period of the data, 0 where nothing was.

    A first period that the data cover only in part is left out: its count would be too low.
    """
    starts = sorted({start for periods in found.values() for start in periods})
    if not starts:
        return {}
    begin, after = starts[0], next_start(starts[0], options.period)
    if (first - begin).days > HARDLY * (after - begin).days and after <= last:
        begin = after
    return {
        group: filled(periods, options.period, first=begin, last=last)
        for group, periods in found.items()
    }
