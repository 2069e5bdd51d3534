"""Arrivals, closures and the queue of a help desk; how many tickets come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.periods import later_start
from cxlib.metrics.quantiles import counted_quantile
from cxlib.metrics.shares import share_difference, wilson
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts


@dataclass(frozen=True, slots=True)
class QueuePeriod:
    """One period of a help desk.

    Attributes:
        period: its first day.
        arrivals: tickets created in it; closures: tickets solved in it.
        open: tickets open at its end.
        age_median: median age of those in days; None without any.
        age_p90: age in days that nine in ten of those have not passed; None without any.
        whole: whether the data last to its end; the queue is then as of its end, else as of the
            last day of the data.
    """

    period: date
    arrivals: int
    closures: int
    open: int
    age_median: float | None
    age_p90: float | None
    whole: bool


def backlog(
    flow: Sequence[tuple[date, date | None, int]], *, period: str, seen: date
) -> tuple[QueuePeriod, ...]:
    """Arrivals, closures, and the queue with its age at the end of every period.

    Args:
        flow: (day of creation, first day of the period of the solution, tickets) rows; None for
            open tickets.
        period: day, week, month, quarter or year, that of the solutions.
        seen: the last day of the data.
    """
    if not flow:
        return ()
    created = np.array([row[0].toordinal() for row in flow])
    solved = np.array([(row[1] or date.max).toordinal() for row in flow])
    n = np.array([row[2] for row in flow], np.int64)
    rows = []
    start = _start_of(min(row[0] for row in flow), period)
    while start <= seen:
        after = later_start(start, period, 1)
        end = min(after - timedelta(1), seen)
        inside = (created >= start.toordinal()) & (created < after.toordinal())
        waiting = (created <= end.toordinal()) & (solved > start.toordinal())
        ages, times = end.toordinal() - created[waiting], n[waiting]
        rows.append(
            QueuePeriod(
                period=start,
                arrivals=int(n[inside].sum()),
                closures=int(n[solved == start.toordinal()].sum()),
                open=int(times.sum()),
                age_median=counted_quantile(ages, times, 0.5),
                age_p90=counted_quantile(ages, times, 0.9),
                whole=after - timedelta(1) <= seen,
            )
        )
        start = after
    return tuple(rows)


def _start_of(day: date, period: str) -> date:
    """First day of the period that holds a day."""
    if period == "week":
        return day - timedelta(day.weekday())
    if period == "day":
        return day
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[period]
    return date(day.year, month, 1)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a number of things, with Wilson limits.

    Attributes:
        n: things; hits: those counted.
        share: hits / n, a fraction; low: lower limit; high: upper limit.
    """

    n: int
    hits: int
    share: float
    low: float
    high: float


def share_of(hits: int, n: int, *, level: float = 0.95) -> Share | None:
    """The share of `n` things, with Wilson limits; None without any.

    Source:
        Wilson, JASA 22, 1927.
    """
    if not n:
        return None
    return Share(n, hits, hits / n, *wilson(hits / n, n, level=level))


def shares_against_rest(
    groups: Mapping[Group, tuple[int, int]],
) -> dict[Group, tuple[float | None, float | None]]:
    """Each group's share against that of the others: p-value and the adjusted one.

    N-1 chi-square, Fisher's exact test where an expected count is below 1; adjusted by Benjamini
    and Hochberg over the groups.

    Args:
        groups: (hits, n) by segment value of one column, without the total.
    """
    total = tuple(map(sum, zip(*groups.values(), strict=True))) if groups else (0, 0)
    p = [
        share_difference(
            ScoreCounts.plain((n - hits, hits)),
            ScoreCounts.plain((total[1] - n - total[0] + hits, total[0] - hits)),
            box=(1, 1),
        )
        for hits, n in groups.values()
    ]
    return dict(zip(groups, zip(p, benjamini_hochberg(p), strict=True), strict=True))
