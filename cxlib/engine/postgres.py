"""PostgreSQL: answers are small, and come as the numbers that the query promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import ibis.expr.types as ir
import pyarrow as pa
from ibis.backends.postgres import Backend

Row = tuple[Any, ...]


class Postgres(Backend):  # type: ignore[misc]
    """Ibis' backend, for statistics.

    Ibis reads through a server-side cursor, for which PostgreSQL never makes a parallel plan, and
    fails where a sum of whole numbers comes back as a decimal.
    """

    def to_pyarrow_batches(
        self,
        expr: ir.Expr,
        /,
        *,
        params: object = None,
        limit: int | str | None = None,
        chunk_size: int = 100_000,
        **_: object,
    ) -> pa.RecordBatchReader:
        """The rows of a query, in parts."""
        schema = expr.as_table().schema().to_pyarrow()
        query = self.compile(expr, limit=limit, params=params)

        def parts() -> Iterator[pa.RecordBatch]:
            with self.con.cursor() as cursor:
                cursor.execute(query)
                while rows := cursor.fetchmany(chunk_size):
                    yield _batch(rows, schema)

        return pa.RecordBatchReader.from_batches(schema, parts())


def _batch(rows: list[Row], schema: pa.Schema) -> pa.RecordBatch:
    columns = zip(*rows, strict=True)
    arrays = [
        pa.array(_fitting(values, field.type), field.type)
        for values, field in zip(columns, schema, strict=True)
    ]
    return pa.record_batch(arrays, schema=schema)


def _fitting(values: Row, known: pa.DataType) -> Row | list[Any]:
    """Decimals as the whole numbers or fractions that are expected."""
    turn: Callable[[Decimal], int | float]
    if pa.types.is_integer(known):
        turn = int
    elif pa.types.is_floating(known):
        turn = float
    else:
        return values
    return [turn(one) if isinstance(one, Decimal) else one for one in values]
