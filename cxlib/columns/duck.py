"""DuckDB's own functions that the reading of text needs; this room runs on the embedded engine."""

from __future__ import annotations

from datetime import datetime

import ibis
import ibis.expr.types as ir


@ibis.udf.scalar.builtin(name="make_timestamp")  # type: ignore[untyped-decorator]
def make_timestamp(micros: int) -> datetime:  # type: ignore[empty-body]
    """The moment that many microseconds after 1970-01-01 00:00."""


@ibis.udf.scalar.builtin(name="sha256")  # type: ignore[untyped-decorator]
def sha256(text: str) -> str:  # type: ignore[empty-body]
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""


def stage(table: ir.Table, **columns: ir.Value) -> ir.Table:
    """`table` with more columns, worked out before anything that uses them.

    Without the view Ibis would write a column's whole expression at each of its uses, and the
    engine would run it as often.
    """
    return table.mutate(**columns).view()
