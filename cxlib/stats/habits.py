"""What customers did in a window of days, and whether they came back after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_and_last
from cxlib.tables.activity import activity
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

FACTS = ("active_days", "events", "kinds", "idle_days")
"""Active days, events (up to `MANY`), different events, days since the last active one."""
MANY = 1000


@dataclass(frozen=True, slots=True)
class Habits:
    """Customers of a window by what they did in it.

    Attributes:
        rows: (facts in the order of `FACTS`, 1 where they came back, customers) rows.
        window: days of the window; follow_up: days after it in which coming back counts.
        last: last day of the window.
        coverage: rows used and left out.
    """

    rows: tuple[tuple[tuple[int, ...], int, int], ...]
    window: int
    follow_up: int
    last: date
    coverage: Coverage


def read_habits(
    source: Source, *, window: int = 28, follow_up: int = 28, selection: Selection = EVERYTHING
) -> Habits:
    """Facts about the customers of a window that ends `follow_up` days before the data do.

    Args:
        source: events.
        window: days in which the facts are counted.
        follow_up: days after it.
        selection: filters and range of days.

    Raises:
        NotEnoughData: the data are shorter than window and follow-up together.
    """
    question = activity(source, selection=selection)
    coverage = read_coverage(question)
    have = 0
    if coverage.used:
        first, end = first_and_last(question.kept)
        have = (end - first).days + 1
    if have < window + follow_up:
        raise NotEnoughData(
            "An engagement score with its check",
            have=have,
            need=window + follow_up,
            unit="day",
            hint="Choose a shorter window or follow-up, or widen the dates.",
        )
    last = end - timedelta(follow_up)
    table = habit_counts(question.kept, last=last, window=window, follow_up=follow_up)
    names = (*FACTS, "back", "n")
    rows = [tuple(row[name] for name in names) for row in table.to_pyarrow().to_pylist()]
    ordered = tuple(sorted((row[: len(FACTS)], row[-2], row[-1]) for row in rows))
    return Habits(ordered, window, follow_up, last, coverage)


def habit_counts(active: ir.Table, *, last: date, window: int, follow_up: int) -> ir.Table:
    """Customers by the facts of a window and whether they came `back`: `n`. Lazy.

    Args:
        active: columns `customer`, `day`, and `event` where events have names.
        last: last day of the window.
        window: its days.
        follow_up: days after it in which coming back counts.
    """
    day = active.day
    inside = (day > ibis.literal(last - timedelta(window))) & (day <= ibis.literal(last))
    later = (day > ibis.literal(last)) & (day <= ibis.literal(last + timedelta(follow_up)))
    named = active.event if "event" in active.columns else ibis.literal("event")
    within = {
        "customer": active.customer,
        "now": ibis.ifelse(inside, day, None),
        "name": ibis.ifelse(inside, named, None),
        "later": portable.flag(later),
    }
    near = active.filter(inside | later).select(**within)
    each = near.group_by("customer").agg(
        active_days=near.now.nunique(),
        events=ibis.least(near.now.count(), MANY),
        kinds=near.name.nunique(),
        latest=near.now.max(),
        back=near.later.max(),
    )
    each = each.filter(each.active_days > 0)
    idle = portable.days_between(each.latest, ibis.literal(last))
    each = each.mutate(idle_days=idle)
    return each.group_by(*FACTS, "back").agg(n=portable.count())
