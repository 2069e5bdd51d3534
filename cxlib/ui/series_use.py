"""Activity period by period: active customers, sessions, clicks."""

from __future__ import annotations

from datetime import date

from cxlib.metrics.click_rate import click_rate
from cxlib.metrics.day_means import day_mean
from cxlib.metrics.engagement import active_customers
from cxlib.metrics.lifecycle import lifecycle
from cxlib.metrics.measured import Estimate
from cxlib.metrics.periods import later_start
from cxlib.metrics.totals import total_limits
from cxlib.stats.engaged import ActivityBook, read_activity
from cxlib.stats.period_sums import PeriodBook, read_session_sums
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from cxlib.ui.head import View
from cxlib.ui.series import Ask, Estimates, Found, Task, by_group, counted, put
from cxlib.ui.series_money import sums


def used(view: View, ask: Ask) -> list[Task]:
    """Active customers, weekly active customers, sessions and the click-through rate."""
    return [Task(view.dataset, view.selection, ask, (), events)]


def events(source: Source, selection: Selection, ask: Ask) -> Found:
    """Active customers, weekly active customers, sessions, and clicks where the file has them."""
    active = read_activity(source, period=ask.period, selection=selection, by=ask.by)
    visits = read_session_sums(source, period=ask.period, selection=selection, by=ask.by)
    options = ask.options(active.last)
    first, last = active.first, active.last
    found: list[tuple[str, Estimates]] = [
        ("active", counted(_active(active, ask), options, first=first, last=last)),
        ("wau", _weekly(active, ask)),
        ("sessions", counted(sums(visits, "sessions", ask.level), options, first=first, last=last)),
        ("clicks", _clicks(visits, ask.level)),
    ]
    return [one for key, estimates in found for one in put(key, estimates, options)]


def _active(book: ActivityBook, ask: Ask) -> Estimates:
    """Different customers of each period."""
    found: Estimates = {}
    start = min(row[0] for moves in book.moves.values() for row in moves.moves)
    for group, moves in book.moves.items():
        rows = lifecycle(moves, period=ask.period, first=start, last=book.last, level=ask.level)
        found[group] = {}
        for row in rows:
            n = row.new + row.returning + row.resurrected
            limits = total_limits(float(n), float(n), level=ask.level)
            found[group][row.period] = Estimate(float(n), *limits, n)
    return found


def _weekly(book: ActivityBook, ask: Ask) -> Estimates:
    """Customers of the seven days up to each day, averaged over the days of a period.

    A period with a day whose week reaches before the data is left out.
    """
    found: Estimates = {}
    start = min(row[0] for moves in book.moves.values() for row in moves.moves)
    for group, gaps in book.gaps.items():
        days = active_customers(gaps, first=book.first, last=book.last)
        known = {one.day: float(one.wau) for one in days if one.wau is not None}
        found[group] = _means(known, start, ask)
    return found


def _means(known: dict[date, float], start: date, ask: Ask) -> dict[date, Estimate]:
    means: dict[date, Estimate] = {}
    if not known:
        return means
    begin, last = min(known), max(known)
    while start <= last:
        after = later_start(start, ask.period, 1)
        if start >= begin:
            values = [value for day, value in known.items() if start <= day < after]
            found = day_mean(values, level=ask.level)
            if found.mean is not None:
                means[start] = Estimate(found.mean, found.low, found.high, round(sum(values)))
        start = after
    return means


def _clicks(book: PeriodBook, level: float) -> Estimates:
    """Clicked of shown; periods in which nothing was shown have none."""
    found = {}
    for group, one in book.clicks.items():
        rate = click_rate(one, level=level)
        if rate is not None:
            low = rate.low if rate.clustered_low is None else rate.clustered_low
            high = rate.high if rate.clustered_high is None else rate.clustered_high
            found[group] = Estimate(rate.share, low, high, rate.shown)
    return by_group(found)
