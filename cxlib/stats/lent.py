"""Numbers that stem from elsewhere as further columns of a source, one a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cxlib.columns.keys import KeyRules
from cxlib.tables.linked import key_column
from cxlib.tables.question import ask
from cxlib.tables.selection import EVERYTHING
from cxlib.tables.source import SEGMENT, Source

GAP = "gap: "
"""How the table's column begins that says why a row has no number in a lent column."""


def lent(source: Source, values: ir.Table, names: Sequence[str], *, otherwise: str) -> Source:
    """The source with further columns of numbers. Lazy.

    Args:
        source: where the columns go.
        values: `row` (once each), the columns, and for some of them `gap: <column>`, the reason why
            a row has no number.
        names: the columns.
        otherwise: the reason for rows without a number of which no other is known.
    """
    right = values.rename(lent_row="row")
    joined = source.table.left_join(right, source.table.row == right.lent_row)
    cells: dict[str, ir.Value] = {}
    for name in names:
        number = joined[name].cast("float64")
        known = joined[GAP + name] if GAP + name in right.columns else ibis.null("string")
        why = ibis.coalesce(known, ibis.literal(otherwise))
        cells[SEGMENT + name] = number
        cells[GAP + name] = ibis.ifelse(number.isnull(), why, ibis.null("string"))
    table = joined.select(*source.table.columns, **cells)
    return replace(source, table=table, columns=(*source.columns, *names))


def lent_numbers(
    source: Source,
    rows: NDArray[np.int64],
    numbers: Mapping[str, NDArray[np.bool_]],
    *,
    otherwise: str,
) -> Source:
    """The source with columns of 0 and 1 that were made here and not on the engine.

    Args:
        source: where the columns go.
        rows: the rows of the file, shape (n,).
        numbers: column to its values, each shape (n,).
        otherwise: the reason for rows without a number.
    """
    cells = {"row": pa.array(rows, pa.int64())}
    cells |= {name: pa.array(values.astype(np.int8)) for name, values in numbers.items()}
    return lent(source, ibis.memtable(pa.table(cells)), tuple(numbers), otherwise=otherwise)


def held(source: Source, plain: Source) -> Source:
    """The same source with its lent columns read once, so that no question joins again.

    Args:
        source: with lent columns.
        plain: what it was before they were lent.
    """
    names = [name for name in source.table.columns if name not in plain.table.columns]
    if not names:
        return source
    values = ibis.memtable(source.table.select("row", *names).to_pyarrow())
    right = values.rename(lent_row="row")
    joined = plain.table.left_join(right, plain.table.row == right.lent_row)
    return replace(source, table=joined.select(*plain.table.columns, *names))


def keyed_answers(survey: Source, rules: KeyRules) -> ir.Table:
    """Answers with a known customer and moment: `row`, `key`, `moment`, `day`. Lazy.

    Args:
        survey: answers with customers and moments.
        rules: what does not matter when customers are compared.
    """
    kept = ask(survey, EVERYTHING, roles=["customer"], time="answered").kept
    key = key_column(replace(survey, table=kept), rules)
    found = kept.select("row", "day", key=key, moment=kept.answered)
    return found.filter(found.key.notnull())
