"""Active customers over trailing windows, stickiness, and the lengths of sessions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import special

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import t_of
from cxlib.metrics.quantiles import counted_quantile, median_limits
from cxlib.metrics.shares import wilson
from cxlib.stats.activity_days import WIDEST, ActiveGaps
from cxlib.stats.groups import Group
from cxlib.stats.sessions import EventSums, SessionCounts

WEEK, MONTH = 7, WIDEST


@dataclass(frozen=True, slots=True)
class ActiveDay:
    """Distinct customers in the windows that end with a day.

    Attributes:
        day: the day.
        dau: customers active on it.
        wau: customers active in the 7 days that end with it; None where the data begin later.
        mau: customers active in the 30 days that end with it; None where the data begin later.
        stickiness: dau / mau, a fraction; None where mau is not known or 0.
    """

    day: date
    dau: int
    wau: int | None
    mau: int | None
    stickiness: float | None


def active_customers(gaps: ActiveGaps, *, first: date, last: date) -> tuple[ActiveDay, ...]:
    """Daily, weekly and monthly active customers for every day, also those without any.

    Args:
        gaps: active customers by day and gap.
        first: the day on which the data begin; a window that reaches before it is not known.
        last: the last day of the data.
    """
    days = (last - first).days + 1
    dau, wau, mau = (
        active_within(gaps, first=first, days=days, window=window) for window in (1, WEEK, MONTH)
    )
    rows = []
    for place in range(days):
        month = int(mau[place]) if place >= MONTH - 1 else None
        rows.append(
            ActiveDay(
                day=first + timedelta(place),
                dau=int(dau[place]),
                wau=int(wau[place]) if place >= WEEK - 1 else None,
                mau=month,
                stickiness=int(dau[place]) / month if month else None,
            )
        )
    return tuple(rows)


def active_within(gaps: ActiveGaps, *, first: date, days: int, window: int) -> NDArray[np.int64]:
    """Distinct customers in the `window` days that end with each day, shape (days,).

    Args:
        gaps: active customers by day and gap.
        first: the first day of the result.
        days: length of the result.
        window: length of the window, at most `WIDEST`.
    """
    steps = np.zeros(days + window + 1, np.int64)
    for day, gap, n in gaps.gaps:
        place = (day - first).days
        steps[place] += n
        steps[place + min(gap, window)] -= n
    return np.cumsum(steps)[:days]


def mean_active(days: Sequence[ActiveDay]) -> float | None:
    """Mean of the daily active customers; None without days."""
    return sum(one.dau for one in days) / len(days) if days else None


def stickiness_of(days: Sequence[ActiveDay]) -> list[float]:
    """Daily over monthly active customers, of the days with a known month."""
    return [one.stickiness for one in days if one.stickiness is not None]


def mean_stickiness(days: Sequence[ActiveDay]) -> float | None:
    """Mean over the days with a known month of daily over monthly active customers; else None."""
    known = stickiness_of(days)
    return sum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """Sessions: how many, how long, how full.

    Attributes:
        n: sessions.
        unknown: sessions of one event: how long they lasted is not known.
        unknown_share: fraction of the sessions, 0 to 1; None without sessions.
        median_seconds: median from first to last event of the other sessions; None without any.
        quartiles: first and third quartile of the same, seconds; None without any.
        mean_events: events a session; None without sessions.
        median_events: median events a session; None without sessions.
        median_low: lower limit of `median_seconds`; median_high: upper limit, as if sessions were
            independent of one another; None for too few.
        unknown_low: lower limit of `unknown_share`; unknown_high: upper limit, likewise.
    """

    n: int
    unknown: int
    unknown_share: float | None
    median_seconds: float | None
    quartiles: tuple[float, float] | None
    mean_events: float | None
    median_events: float | None
    median_low: float | None = None
    median_high: float | None = None
    unknown_low: float | None = None
    unknown_high: float | None = None


def session_figures(sessions: SessionCounts, *, level: float = 0.95) -> SessionFigures:
    """Time on site and events a session.

    Time on site is the time from the first to the last event. A session of one event has none to
    be measured; it is counted as unknown, not as zero, which would pull the median down.

    Args:
        sessions: sessions by length and events.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    total = int(sessions.n.sum())
    if not total:
        return SessionFigures(0, 0, None, None, None, None, None)
    timed = sessions.events > 1
    unknown = total - int(sessions.n[timed].sum())
    lengths, n = sessions.seconds[timed], sessions.n[timed]
    quarter, middle, rest = (counted_quantile(lengths, n, share) for share in (0.25, 0.5, 0.75))
    around = median_limits(lengths, n, level=level) or (None, None)
    known = wilson(unknown / total, total, level=level)
    return SessionFigures(
        n=total,
        unknown=unknown,
        unknown_share=unknown / total,
        median_seconds=middle,
        quartiles=(quarter, rest) if quarter is not None and rest is not None else None,
        mean_events=float((sessions.events * sessions.n).sum() / total),
        median_events=counted_quantile(sessions.events, sessions.n, 0.5),
        median_low=around[0],
        median_high=around[1],
        unknown_low=known[0],
        unknown_high=known[1],
    )


@dataclass(frozen=True, slots=True)
class VisitFigures:
    """Visits a customer.

    Attributes:
        customers: customers with a session.
        mean: sessions a customer; mean_low, mean_high: its limits, None for one customer.
        lower: first quartile; median: the middle one; upper: third quartile.
    """

    customers: int
    mean: float
    lower: float
    median: float
    upper: float
    mean_low: float | None
    mean_high: float | None


def visit_figures(visits: Sequence[tuple[int, int]], *, level: float = 0.95) -> VisitFigures | None:
    """Sessions a customer, with a t interval of the mean; None without any.

    Args:
        visits: (sessions, customers) pairs.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    if not visits:
        return None
    count, n = (np.array(part, np.int64) for part in zip(*visits, strict=True))
    lower, median, upper = (counted_quantile(count, n, share) or 0.0 for share in (0.25, 0.5, 0.75))
    customers = int(n.sum())
    mean = float((count * n).sum() / customers)
    low = high = None
    if customers > 1:
        variance = float((n * (count - mean) ** 2).sum() / (customers - 1))
        half = t_of(level, customers - 1) * sqrt(variance / customers)
        low, high = mean - half, mean + half
    return VisitFigures(customers, mean, lower, median, upper, low, high)


def visits_against_rest(
    groups: Mapping[Group, Sequence[tuple[int, int]]],
) -> dict[Group, tuple[float | None, float | None]]:
    """Each group's mean sessions a customer against the others': p-value and the adjusted one.

    Welch's test, customers being the unit; adjusted by Benjamini and Hochberg over the groups.
    None where a side has fewer than two customers, or neither varies.

    Args:
        groups: (sessions, customers) pairs by segment value of one column, without the total.

    Source:
        Welch, Biometrika 34, 1947.
    """
    p = [
        _welch(_moments(pairs), _moments([q for o, rest in groups.items() if o != g for q in rest]))
        for g, pairs in groups.items()
    ]
    return dict(zip(groups, zip(p, benjamini_hochberg(p), strict=True), strict=True))


def _moments(pairs: Sequence[tuple[int, int]]) -> tuple[int, float, float]:
    """Customers, the mean, and the variance; the last two are 0 for fewer than two customers."""
    n = sum(times for _, times in pairs)
    if n < 2:
        return n, 0.0, 0.0
    mean = sum(value * times for value, times in pairs) / n
    return n, mean, sum(times * (value - mean) ** 2 for value, times in pairs) / (n - 1)


def _welch(one: tuple[int, float, float], rest: tuple[int, float, float]) -> float | None:
    if min(one[0], rest[0]) < 2:
        return None
    parts = [spread / n for n, _, spread in (one, rest)]
    if not sum(parts):
        return None
    degrees = sum(parts) ** 2 / sum(
        part * part / (n - 1) for part, (n, _, _) in zip(parts, (one, rest), strict=True)
    )
    return float(2 * special.stdtr(degrees, -abs(one[1] - rest[1]) / sqrt(sum(parts))))


@dataclass(frozen=True, slots=True)
class EventMean:
    """Mean events a session; its limits are None for one customer."""

    mean: float
    low: float | None
    high: float | None


def events_a_session(sums: EventSums, *, level: float = 0.95) -> EventMean | None:
    """Events a session, with limits that know that sessions of a customer are alike.

    A ratio of sums over customers with its linearised variance and Student's t; a session has at
    least one event, so that no limit is below 1. None without sessions.

    Args:
        sums: sums over customers.
        level: confidence level, a fraction strictly between 0 and 1.

    Source:
        Cochran, Sampling Techniques, 3rd edition 1977, chapter 6.
    """
    if not sums.sessions:
        return None
    mean = sums.events / sums.sessions
    if sums.customers < 2:
        return EventMean(mean, None, None)
    residual = sums.event_squares - 2 * mean * sums.products + mean * mean * sums.session_squares
    variance = max(residual, 0.0) * sums.customers / (sums.customers - 1) / sums.sessions**2
    half = t_of(level, sums.customers - 1) * sqrt(variance)
    return EventMean(mean, max(1.0, mean - half), mean + half)


def counts_between(values: ArrayLike, n: ArrayLike, edges: Sequence[float]) -> tuple[int, ...]:
    """How many values lie from each edge up to the next, and from the last one on.

    Args:
        values: numbers, none below the first edge, shape (k,).
        n: how many times each stands, shape (k,).
        edges: ascending; an edge belongs to what follows it.
    """
    places = np.searchsorted(np.asarray(edges), np.asarray(values), side="right") - 1
    found = np.bincount(places, weights=np.asarray(n, float), minlength=len(edges))
    return tuple(round(one) for one in found)
