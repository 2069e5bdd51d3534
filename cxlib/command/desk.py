"""The queue, the busy hours and the tickets that came back, as `service` answers them."""

from __future__ import annotations

from dataclasses import asdict

from cxlib.command.answer import Result
from cxlib.command.shown import UNKNOWN, Table
from cxlib.metrics.backlog import backlog, share_of, shares_against_rest
from cxlib.models.service import speed
from cxlib.stats.desk import DeskBook
from cxlib.stats.groups import Group

LATEST = 12
"""Periods that the table for people shows."""
SHARES = (("reopened", "reopened", "told"), ("first_contact", "first_contact", "mature"))
"""A share's name, what is counted in it, and of what."""


def desk_fields(desk: DeskBook, period: str, level: float) -> Result:
    """`queue` by period, and `heat`: tickets and their median wait by weekday and hour.

    Weekday 0 is Monday; both are those of the creation.
    """
    queue = backlog(desk.flow, period=period, seen=desk.seen)
    heat = [
        {
            "weekday": weekday,
            "hour": hour,
            "n": one.n,
            "open": one.open,
            "measure": desk.heat_measure,
            "median": one.median,
            "median_low": one.median_low,
            "median_high": one.median_high,
        }
        for (weekday, hour), one in (
            (cell, speed(lives, level=level)) for cell, lives in sorted(desk.heat.items())
        )
    ]
    return {"queue": [asdict(row) for row in queue], "heat": heat}


def contact_fields(desk: DeskBook, level: float) -> dict[Group, Result]:
    """Shares reopened and solved by one contact, each group tested against the others."""
    found: dict[Group, Result] = {group: {} for group in desk.contacts}
    for name, hits, of in SHARES:
        pairs = {
            group: (getattr(one, hits), getattr(one, of)) for group, one in desk.contacts.items()
        }
        tests: dict[Group, tuple[float | None, float | None]] = {}
        for column in {group.column for group in pairs if group.column is not None}:
            mine = {group: pair for group, pair in pairs.items() if group.column == column}
            tests |= shares_against_rest(mine)
        for group, pair in pairs.items():
            p, adjusted = tests.get(group, (None, None))
            share = share_of(*pair, level=level)
            fields = {"p_value": p, "p_adjusted": adjusted}
            found[group][name] = asdict(share) | fields if share else None
    return found


def queue_table(desk: DeskBook, period: str) -> Table:
    """The last periods of the queue for people."""
    head = (period, "arrived", "closed", "open at the end", "median age, days", "90% at most")
    rows = tuple(
        (
            one.period.isoformat(),
            f"{one.arrivals:,}",
            f"{one.closures:,}",
            f"{one.open:,}",
            UNKNOWN if one.age_median is None else f"{one.age_median:,.0f}",
            UNKNOWN if one.age_p90 is None else f"{one.age_p90:,.0f}",
        )
        for one in backlog(desk.flow, period=period, seen=desk.seen)[-LATEST:]
    )
    return Table("The queue", head, rows)
