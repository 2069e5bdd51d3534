"""Lengths of time in words: one week, 52 weeks."""

from __future__ import annotations

from cxlib.charts.words import number
from cxlib.locale.speak import say


def span(length: float, unit: str) -> str:
    """So many days, weeks, months or years, as a reader writes them.

    Args:
        length: number of units; parts of a unit are rounded.
        unit: day, week, month or year.
    """
    if round(length) == 1:
        return {
            "day": say("1 day"),
            "week": say("1 week"),
            "month": say("1 month"),
            "year": say("1 year"),
        }[unit]
    n = number(length, ",.0f")
    return {
        "day": say("{n} days", n=n),
        "week": say("{n} weeks", n=n),
        "month": say("{n} months", n=n),
        "year": say("{n} years", n=n),
    }[unit]
