"""Numbers far from the others, and numbers that are codes for a missing one."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.columns.numbers import MONEY
from cxlib.columns.typed import role_names
from cxlib.engine import portable
from cxlib.tables.source import Source

CODES = (999, 9999, 99999, -1, -9, -99, -999)
"""Numbers by which files say that there is none."""
LEAST, LEAST_SHARE = 3, 0.005
"""Cells, and share of the values, from which on a code is looked at."""
OUTER = 3.0
"""Quartile ranges from the quartiles to the outer fences."""
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Spread:
    """How the numbers of a role are spread, in its own unit.

    Quartiles and outliers are of the values that are no suspected code.

    Attributes:
        role: the typed table's name of the role.
        n: values.
        zeros: values of 0.
        negatives: values below 0.
        low: smallest value.
        high: largest value.
        quartiles: first quartile, median and third quartile: the smallest value that so many
            quarters of the values do not exceed; None without values.
        beyond: values outside the outer fences; None where the middle half of the values is one
            number, so that there is no fence.
        extremes: the values furthest out, (value, rows) pairs.
        codes: values that look like codes for a missing number, (value, rows) pairs.
    """

    role: str
    n: int
    zeros: int
    negatives: int
    low: float | None
    high: float | None
    quartiles: tuple[float, float, float] | None
    beyond: int | None
    extremes: tuple[tuple[float, int], ...]
    codes: tuple[tuple[float, int], ...]


def read_spreads(source: Source) -> tuple[Spread, ...]:
    """Describe the numbers of every role that is a number or an amount of money.

    One query for all roles, and up to three for each. No row leaves the engine.

    Source:
        Tukey, Exploratory Data Analysis, 1977, section 2D (outer fences).
    """
    units = {
        name: MONEY if role.type is Type.MONEY else 1
        for name, (role, _) in role_names(source.mapping).items()
        if role.type in (Type.MONEY, Type.NUMBER) and source.has(name)
    }
    if source.has("amount"):
        units.setdefault("amount", MONEY)
    if not units:
        return ()
    counted = _counted(source.table, units)
    return tuple(
        _spread(source.table, role, unit, {name: counted[f"{name}_{i}"] for name in _NAMES})
        for i, (role, unit) in enumerate(units.items())
    )


_NAMES = (
    "n",
    "zeros",
    "negatives",
    "low",
    "high",
    *(f"code{place}" for place in range(len(CODES))),
)


def _counted(table: ir.Table, units: Dict[str, int]) -> dict[str, Any]:
    asked: dict[str, ir.Scalar] = {}
    for i, (role, unit) in enumerate(units.items()):
        value = table[role]
        asked |= {
            f"n_{i}": value.count(),
            f"zeros_{i}": portable.flag((value == 0).fill_null(False)).sum(),
            f"negatives_{i}": portable.flag((value < 0).fill_null(False)).sum(),
            f"low_{i}": value.min(),
            f"high_{i}": value.max(),
        }
        for place, code in enumerate(CODES):
            same = (value == code * unit).fill_null(False)
            asked[f"code{place}_{i}"] = portable.flag(same).sum()
    row: dict[str, Any] = table.agg(**asked).to_pyarrow().to_pylist()[0]
    return row


def _spread(table: ir.Table, role: str, unit: int, row: Dict[str, Any]) -> Spread:
    n, negatives = row["n"], row["negatives"] or 0
    times = {code: row[f"code{place}"] or 0 for place, code in enumerate(CODES)}
    least = max(LEAST, LEAST_SHARE * n)
    suspects = {code: k for code, k in times.items() if k >= least}
    rest = _by_value(table, role, [code * unit for code in suspects])
    quartiles = _quartiles(rest, n - sum(suspects.values()))
    fences = _fences(quartiles)
    beyond, extremes = _outside(rest, fences) if fences else (None, ())
    alone = negatives == sum(k for code, k in suspects.items() if code < 0)
    codes = tuple(
        (float(code), k)
        for code, k in suspects.items()
        if (code < 0 and alone)
        or (fences is not None and not fences[0] <= code * unit <= fences[1])
    )
    return Spread(
        role=role,
        n=n,
        zeros=row["zeros"] or 0,
        negatives=negatives,
        low=None if row["low"] is None else row["low"] / unit,
        high=None if row["high"] is None else row["high"] / unit,
        quartiles=(quartiles[0] / unit, quartiles[1] / unit, quartiles[2] / unit)
        if quartiles
        else None,
        beyond=beyond,
        extremes=tuple((value / unit, k) for value, k in extremes),
        codes=codes,
    )


def _by_value(table: ir.Table, role: str, without: Sequence[int]) -> ir.Table:
    """The different values with their rows: `value`, `n`."""
    known = table.filter(table[role].notnull())
    if without:
        known = known.filter(~known[role].isin(without))
    return known.group_by(value=known[role]).agg(n=portable.count())


def _quartiles(values: ir.Table, total: int) -> tuple[float, float, float] | None:
    """Exact and the same on every engine: the values are counted up in their order."""
    if total <= 0:
        return None
    order = ibis.cumulative_window(order_by=values.value)
    running = values.mutate(upto=values.n.sum().over(order))
    asked = {
        f"q{quarter}": ibis.ifelse(running.upto * 4 >= total * quarter, running.value, None).min()
        for quarter in (1, 2, 3)
    }
    row = running.agg(**asked).to_pyarrow().to_pylist()[0]
    return (row["q1"], row["q2"], row["q3"])


def _fences(quartiles: tuple[float, float, float] | None) -> tuple[float, float] | None:
    if quartiles is None:
        return None
    first, _, third = quartiles
    away = OUTER * (third - first)
    return (first - away, third + away) if away > 0 else None


def _outside(
    values: ir.Table, fences: tuple[float, float]
) -> tuple[int, tuple[tuple[float, int], ...]]:
    value = values.value.cast("float64")
    far = values.mutate(away=ibis.greatest(fences[0] - value, value - fences[1]))
    far = far.filter(far.away > 0)
    total = far.agg(n=far.n.sum()).to_pyarrow()["n"][0].as_py() or 0
    if not total:
        return 0, ()
    shown = far.order_by(far.away.desc(), far.value).limit(SHOWN).to_pyarrow().to_pylist()
    return int(total), tuple((row["value"], row["n"]) for row in shown)
