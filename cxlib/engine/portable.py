"""The small vocabulary that every query uses, equal on DuckDB, PostgreSQL and Spark.

Where the obvious spelling differs between engines, the portable one stands here with the reason.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

PERIODS = ("day", "week", "month", "quarter", "year")


def flag(condition: ir.BooleanValue) -> ir.IntegerValue:
    """1 where `condition` holds, else 0; a cast from boolean fails on PostgreSQL."""
    return ibis.ifelse(condition, 1, 0)


def days_between(start: ir.DateValue, end: ir.DateValue) -> ir.IntegerValue:
    """Whole days from `start` to `end`; equal on all engines, unlike deltas of timestamps."""
    return end.delta(start, unit="day").cast("int64")


def period_start(day: ir.DateValue, period: str) -> ir.DateValue:
    """First day of the day, week (from Monday), month, quarter or year that holds `day`."""
    if period == "day":
        return day
    unit = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}[period]
    return day.truncate(unit).cast("date")


def count() -> ir.IntegerScalar:
    """Number of rows of the group."""
    return ibis._.count()
