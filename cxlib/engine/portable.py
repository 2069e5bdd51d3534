"""The small vocabulary that every query uses, equal on DuckDB, PostgreSQL and Spark.

Where the obvious spelling differs between engines, the portable one stands here with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate

import ibis
import ibis.expr.types as ir

PERIODS = ("day", "week", "month", "quarter", "year")

_NUMBER = "^[+-]?([0-9]{1,30}([.][0-9]{0,30})?|[.][0-9]{1,30})([eE][+-]?[0-9]{1,2})?$"
_YEAR, _LEAP = "(19|20|21)[0-9]{2}", "((19|20|21)(0[48]|[2468][048]|[13579][26])|2000)"
_SHORT = "02-(0[1-9]|1[0-9]|2[0-8])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
_LONG = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
_MOMENT = "^[0-9-]{10}([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?)?$"
_DAY = f"^({_YEAR}-({_SHORT}|{_LONG})|{_LEAP}-02-29)([T ].*)?$"


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


def number_of(text: ir.StringValue) -> ir.FloatingValue:
    """The number that a cell is as float64, NULL for other text; a failing cast ends a query.

    Digits with a decimal point and an exponent, no grouping; not beyond 30 digits.
    """
    return ibis.ifelse(text.re_search(_NUMBER), text, None).cast("float64")


def day_of(text: ir.StringValue) -> ir.DateValue:
    """The day of ISO text, with or without a time, from 1900 to 2199; NULL for other text."""
    return ibis.ifelse(text.re_search(_DAY), text.substr(0, 10), None).cast("date")


def moment_of(text: ir.StringValue) -> ir.TimestampValue:
    """The moment of ISO text without an offset, from 1900 to 2199; NULL for other text."""
    fine = text.re_search(_DAY) & text.re_search(_MOMENT)
    return ibis.ifelse(fine, text.replace("T", " "), None).cast("timestamp")


def rounded(number: ir.FloatingValue) -> ir.FloatingValue:
    """The nearest whole number, halves away from zero; PostgreSQL's own goes to the even one."""
    return ibis.ifelse(number < 0, -((0.5 - number).floor()), (number + 0.5).floor())


def book(rows: Sequence[Mapping[str, int | date | None]], types: Mapping[str, str]) -> ir.Table:
    """A small table written into the query itself, such as a calendar.

    A read-only PostgreSQL refuses the temporary table that Ibis makes of one in memory, and the
    places of split text are counted differently: so each cell has its own stretch of a line.

    Args:
        rows: at least one row of whole numbers and days.
        types: each column's type: "int64" or "date".
    """
    cells = {name: ["" if row[name] is None else str(row[name]) for row in rows] for name in types}
    widths = {name: max(1, *map(len, texts)) for name, texts in cells.items()}
    padded = [[text.ljust(widths[name]) for text in texts] for name, texts in cells.items()]
    lines = ["".join(line) for line in zip(*padded, strict=True)]
    one = ibis.literal(1).name("one").as_table()
    table = one.select(line=ibis.array(lines).unnest())
    starts = dict(zip(widths, accumulate(widths.values(), initial=0), strict=False))
    return table.select(
        **{
            name: table.line.substr(starts[name], widths[name]).strip().nullif("").cast(known)
            for name, known in types.items()
        }
    )
