"""What two engines answered, in a form in which equal answers are equal."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from decimal import Decimal
from math import isnan
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa

from tests.handmade import source_of
from tests.stats.examples import CELLS, DURATIONS, LOG, READINGS, ROLES, Sources

DIGITS = 9
Make = Callable[[str, pa.Table], ir.Table]


class Tables:
    """Stands for a backend where tables are made from Arrow."""

    def __init__(self, make: Make) -> None:
        self.make = make

    def create_table(self, name: str, data: pa.Table, *, overwrite: bool) -> ir.Table:
        assert overwrite
        return self.make(name, data)


def sources_on(backend: Any) -> Sources:
    """The sources of `examples.py` on an engine."""
    made = {
        name: source_of(backend, name, values, cells=CELLS, readings=READINGS, table=name)
        for name, values in ROLES.items()
    }
    durations = source_of(backend, "subscriptions", DURATIONS, cells=CELLS, table="durations")
    log = source_of(backend, "tickets", LOG, cells=CELLS, table="ticket_log")
    return Sources(durations=durations, log=log, **made)


def embedded() -> ibis.BaseBackend:
    return ibis.duckdb.connect()


def rows_of(table: ir.Table) -> list[tuple[Any, ...]]:
    """The rows in an order of their own; floats to nine digits."""
    found = table.to_pyarrow().to_pylist()
    return sorted((tuple(map(plain, row.values())) for row in found), key=repr)


def plain(value: Any) -> Any:
    """A result as nested tuples; what has no order is sorted."""
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        parts = dataclasses.fields(value)
        return tuple((one.name, plain(getattr(value, one.name))) for one in parts)
    if isinstance(value, Mapping):
        pairs = ((plain(key), plain(one)) for key, one in value.items())
        return tuple(sorted(pairs, key=repr))
    if isinstance(value, set | frozenset):
        return tuple(sorted(map(plain, value), key=repr))
    if isinstance(value, list | tuple):
        return tuple(map(plain, value))
    if isinstance(value, pa.Array | pa.ChunkedArray | pa.Table):
        return plain(value.to_pylist())
    if isinstance(value, float | Decimal) or (
        isinstance(value, int) and not isinstance(value, bool)
    ):
        number = float(value)
        return "nan" if isnan(number) else round(number, DIGITS)
    return value
