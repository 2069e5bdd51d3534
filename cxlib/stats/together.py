"""Several small counts as one query, so that what they share is read once."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa

KINDS = ("text", "day", "real", "whole")
"""Kinds of column that counts are made of."""


def together(counts: Sequence[ir.Table]) -> ir.Table:
    """All rows of several queries: `part` (their place), then columns by kind. Lazy.

    A query that each of them begins with stands once in the result, as a common table expression.

    Args:
        counts: queries of texts, days, float and whole numbers; at least one.
    """
    most = {kind: max(len(_columns(one, kind)) for one in counts) for kind in KINDS}
    parts = [_laid_out(one, place, most) for place, one in enumerate(counts)]
    return parts[0].union(*parts[1:]) if len(parts) > 1 else parts[0]


def read_together(counts: Sequence[ir.Table]) -> tuple[pa.Table, ...]:
    """Run `together` and give each query its own rows, under its own names."""
    if not counts:
        return ()
    read = together(counts).to_pyarrow()
    place = read["part"].to_numpy()
    found = []
    for number, one in enumerate(counts):
        mine = read.filter(pa.array(place == number))
        names = {
            name: f"{kind}_{at}" for kind in KINDS for at, name in enumerate(_columns(one, kind))
        }
        found.append(pa.table({name: mine[names[name]] for name in one.columns}))
    return tuple(found)


def _laid_out(one: ir.Table, place: int, most: dict[str, int]) -> ir.Table:
    blank = {"text": "string", "day": "date", "real": "float64", "whole": "int64"}
    values: dict[str, ir.Value] = {"part": ibis.literal(place, "int64")}
    for kind in KINDS:
        names = _columns(one, kind)
        for at in range(most[kind]):
            value = one[names[at]] if at < len(names) else ibis.null(blank[kind])
            values[f"{kind}_{at}"] = value.cast("int64") if kind == "whole" else value
    return one.select(**values)


def _columns(one: ir.Table, kind: str) -> list[str]:
    """The names of the columns of a kind."""
    tests = {
        "text": lambda type_: type_.is_string(),
        "day": lambda type_: type_.is_date(),
        "real": lambda type_: type_.is_floating(),
        "whole": lambda type_: type_.is_integer(),
    }
    return [name for name, type_ in one.schema().items() if tests[kind](type_)]
