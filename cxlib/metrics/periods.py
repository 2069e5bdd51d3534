"""Where a period ends, and whether the data cover it to its last day."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_date

from cxlib.locale.speak import current

MONTHS = {"month": 1, "quarter": 3, "year": 12}


def later_start(start: date, period: str, periods: int) -> date:
    """First day of the period so many periods after the one that begins on `start`."""
    if period in MONTHS:
        months = start.year * 12 + start.month - 1 + MONTHS[period] * periods
        return date(months // 12, months % 12 + 1, 1)
    return start + timedelta(days=(7 if period == "week" else 1) * periods)


def next_start(start: date, period: str) -> date:
    """First day of the period after the one that begins on `start`."""
    return later_start(start, period, 1)


def is_unfinished(start: date, period: str, last_day: date) -> bool:
    """Whether the data end before the last day of the period."""
    return last_day < next_start(start, period) - timedelta(days=1)


def period_label(start: date, period: str) -> str:
    """A short name such as "Mar 2026", "2026 Q1", "2026-03-09" or "2026"."""
    if period == "month":
        return str(format_date(start, "MMM yyyy", locale=current()))
    if period == "quarter":
        return f"{start.year} Q{(start.month + 2) // 3}"
    return str(start.year) if period == "year" else start.isoformat()
