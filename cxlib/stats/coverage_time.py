"""Which days a file covers, and the days on which it holds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low

from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.engine import portable
from cxlib.tables.source import Source

ROLES: Mapping[str, tuple[str, ...]] = {
    "survey": ("answered",),
    "transactions": ("ordered",),
    "subscriptions": ("started",),
    "events": ("happened",),
    "tickets": ("created", "changed"),
    "comments": ("written",),
}
"""The role that dates the rows of each kind; the first that a file has."""
EARLIEST = date(1990, 1, 1)
"""Days before this one are taken for mistakes."""
SHORTEST, TIMES = 3, 5
"""Days, and usual distances between days with rows, that a gap has to exceed."""
LENGTHS = (("day", 92), ("week", 731), ("month", 7305))
"""The periods of the count, each up to so many days in the file; years beyond."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The first and the last of consecutive days without a row."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Number of days."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class TimeCoverage:
    """The days of a file's main date.

    Attributes:
        role: the date's role.
        first: first day with a row.
        last: last day with a row.
        rows: rows on all days.
        active: days with a row.
        gaps: runs of days without a row that are much longer than usual, in order.
        period: the unit of `counts`: day, week, month or year.
        counts: first day of every period, and its rows; periods without rows too.
        unfinished: share of the rows in the last period, where the file ends before it does.
    """

    role: str
    first: date
    last: date
    rows: int
    active: int
    gaps: tuple[Gap, ...]
    period: str
    counts: tuple[tuple[date, int], ...]
    unfinished: float | None


def time_role(source: Source) -> str | None:
    """The role that dates the rows, or None where no column bears one."""
    roles = ROLES.get(source.mapping.kind, ())
    return next((role for role in roles if source.has(role)), None)


def read_time_coverage(source: Source, *, today: date) -> TimeCoverage | None:
    """Count the rows of each day; one query. None without a readable day.

    Rows that no question may use are not counted. Neither are days before `EARLIEST` and after
    `today`, which are taken for mistakes, unless most rows are there.
    """
    role = time_role(source)
    if role is None:
        return None
    table = source.table
    if ROW_PROBLEM in table.columns:
        table = table.filter(table[ROW_PROBLEM].isnull())
    days = table.select(day=table[role].date())
    by_day = days.filter(days.day.notnull()).group_by("day").agg(n=portable.count())
    counted = {row["day"]: row["n"] for row in by_day.order_by("day").to_pyarrow().to_pylist()}
    return _coverage(role, _plausible(counted, today)) if counted else None


def _plausible(counted: Mapping[date, int], today: date) -> dict[date, int]:
    likely = {day: n for day, n in counted.items() if EARLIEST <= day <= today}
    return likely if sum(likely.values()) * 2 >= sum(counted.values()) else dict(counted)


def _coverage(role: str, counted: Mapping[date, int]) -> TimeCoverage:
    days = list(counted)
    first, last, rows = days[0], days[-1], sum(counted.values())
    span = (last - first).days + 1
    period = next((name for name, most in LENGTHS if span <= most), "year")
    counts = _by_period(counted, period)
    open_ended = _start(last + timedelta(days=1), period) == counts[-1][0]
    return TimeCoverage(
        role=role,
        first=first,
        last=last,
        rows=rows,
        active=len(days),
        gaps=tuple(_gaps(days)),
        period=period,
        counts=counts,
        unfinished=counts[-1][1] / rows if open_ended else None,
    )


def _gaps(days: Sequence[date]) -> Iterable[Gap]:
    """Gaps between successive days with rows, given in order."""
    apart = [(later - day).days for day, later in pairwise(days)]
    if not apart:
        return
    usual = max(SHORTEST, TIMES * median_low(apart))
    for day, distance in zip(days, apart, strict=False):
        if distance - 1 > usual:
            yield Gap(day + timedelta(days=1), day + timedelta(days=distance - 1))


def _by_period(counted: Mapping[date, int], period: str) -> tuple[tuple[date, int], ...]:
    sums: Counter[date] = Counter()
    for day, n in counted.items():
        sums[_start(day, period)] += n
    start, last = min(sums), max(sums)
    found = []
    while start <= last:
        found.append((start, sums[start]))
        start = _next(start, period)
    return tuple(found)


def _start(day: date, period: str) -> date:
    """First day of the day, week (from Monday), month or year that holds `day`."""
    if period == "day":
        return day
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if period == "month" else date(day.year, 1, 1)


def _next(start: date, period: str) -> date:
    step = {"day": 1, "week": 7, "month": 31, "year": 366}[period]
    return _start(start + timedelta(days=step), period)
