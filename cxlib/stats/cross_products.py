"""Sums of products of an outcome and its drivers: all that a regression and its shares need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from cxlib.columns.kinds import Type
from cxlib.columns.numbers import MONEY
from cxlib.columns.wording import NO, YES
from cxlib.engine import portable
from cxlib.locale.speak import say
from cxlib.stats.groups import BLANK, Group
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Coverage, Question, Rule, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST = 200_000
"""Different combinations of answers that are kept one by one; beyond, blocks of rows are summed."""
BLOCKS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class CrossProducts:
    """Complete rows of an outcome and its drivers, as sums that can be drawn anew.

    A row is the vector z = (1, outcome - centre, driver - centre, ...). Each cell holds the sum of
    weight z z' over some rows: those with one combination of answers, or a block of rows.

    Attributes:
        names: columns of the outcome and the drivers, shape (p,).
        n: complete rows.
        weight: sum of their survey weights; `n` without weights.
        squares: sum of the squared weights.
        centre: what was subtracted of each column, shape (p,).
        cells: upper triangles of the sums, row by row, shape (c, (p + 1) (p + 2) / 2).
        times: how many rows alike a cell stands for, 1 for a block, shape (c,).
        values: the combination of answers of each cell, shape (c, p); None for blocks.
        weights: sum of the weights of each cell, shape (c,).
    """

    names: tuple[str, ...]
    n: int
    weight: float
    squares: float
    centre: Real
    cells: Real
    times: Whole
    values: Real | None
    weights: Real

    @property
    def n_eff(self) -> float:
        """Effective number of rows (Kish); `n` without weights."""
        return self.weight**2 / self.squares if self.squares > 0 else 0.0

    @classmethod
    def of(
        cls, names: Sequence[str], values: Real, times: Whole, sums: tuple[Real, Real] | None = None
    ) -> CrossProducts:
        """From distinct combinations of answers.

        Args:
            names: the outcome and the drivers.
            values: combinations, shape (c, p).
            times: rows with each, shape (c,).
            sums: sums of the weights and of their squares, each shape (c,); None without weights.
        """
        order = np.lexsort(values.T[::-1])
        values, times = values[order], times[order]
        weights, squares = (one[order] for one in sums) if sums else (times.astype(float),) * 2
        total = float(weights.sum())
        centre = weights @ values / total if total > 0 else np.zeros(values.shape[1])
        z = np.column_stack([np.ones(len(values)), values - centre])
        first, second = np.triu_indices(z.shape[1])
        cells = weights[:, None] * z[:, first] * z[:, second]
        return cls(
            names=tuple(names),
            n=int(times.sum()),
            weight=total,
            squares=float(squares.sum()),
            centre=centre,
            cells=cells,
            times=times,
            values=values,
            weights=weights,
        )


@dataclass(frozen=True, slots=True)
class DriverTable:
    """Cross-products of the total and each group, and where the rows went.

    Attributes:
        groups: sums a group; groups without complete rows are absent.
        coverage: rows used and left out.
    """

    groups: dict[Group, CrossProducts]
    coverage: Coverage


def complete_rows(
    source: Source,
    *,
    columns: Sequence[str],
    selection: Selection = EVERYTHING,
    time: str | None = None,
) -> Question:
    """Rows with a number in every column: `z0` (the outcome), `z1` ..., `weight`. Lazy.

    A column that bears a role is read in that role, others as plain numbers, or yes and no as 1
    and 0. A row with any gap is left out (complete cases).

    Args:
        source: the typed table.
        columns: the outcome and the drivers, as the file spells them.
        selection: filters and range of days.
        time: the role that dates a row; None where days do not matter.

    Raises:
        ColumnMissing: the file has no such column.
    """
    values = [_number(source, one) for one in columns]
    rules: list[Rule] = [
        (value.isnull(), say("{column} has no answer", column=name))
        for name, value in zip(columns, values, strict=True)
    ]
    weighted = source.has("weight")
    roles = ["weight"] if weighted else []
    question = ask(source, selection, roles=roles, time=time, rules=rules)
    weight = question.table["weight"] if weighted else ibis.literal(1.0)
    named = {f"z{place}": value for place, value in enumerate(values)}
    return Question(source, question.table.mutate(**named, weight=weight))


def combinations(
    kept: ir.Table, *, width: int, by: str | None = None, period: str | None = None
) -> ir.Table:
    """Rows and weights per distinct combination of answers (and segment, and period). Lazy.

    Args:
        kept: `z0` to `z<width - 1>` and `weight`; `day` where `period` is given.
        width: number of columns, the outcome included.
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.
    """
    names = [f"z{place}" for place in range(width)]
    keys = {name: kept[name] for name in names} | _keys(kept, by, period)
    return kept.group_by(**keys).agg(
        n=portable.count(),
        weights=kept.weight.sum(),
        squares=(kept.weight * kept.weight).sum(),
    )


def block_products(
    kept: ir.Table, *, centre: Sequence[float], by: str | None = None, period: str | None = None
) -> ir.Table:
    """Sums of products of the centred columns over each of `BLOCKS` blocks of rows. Lazy.

    Args:
        kept: `row`, `z0`, ... and `weight`; `day` where `period` is given.
        centre: what to subtract from each column, shape (p,).
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.
    """
    # Multiplied by a large odd number first, so that no rhythm of the file lines up with a block.
    block = ((kept.row * 48271) % 2147483647) % BLOCKS
    z: list[ir.Value] = [ibis.literal(1.0)]
    z += [kept[f"z{place}"] - ibis.literal(one) for place, one in enumerate(centre)]
    sums = {
        f"s{first}_{second}": (kept.weight * z[first] * z[second]).sum()
        for first, second in zip(*np.triu_indices(len(z)), strict=True)
    }
    return kept.group_by(block=block, **_keys(kept, by, period)).agg(
        n=portable.count(), squares=(kept.weight * kept.weight).sum(), **sums
    )


def read_cross_products(
    source: Source,
    *,
    columns: Sequence[str],
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    period: str | None = None,
) -> DriverTable:
    """Reduce the complete rows to cross-products, for the total and each group.

    Args:
        source: the typed table.
        columns: the outcome and the drivers, as the file spells them.
        selection: filters and range of days.
        by: segment columns, each on its own.
        period: day, week, month, quarter or year; None for the whole time only.
    """
    time = time_role(source) if period or selection.dated else None
    question = complete_rows(source, columns=columns, selection=selection, time=time)
    groups: dict[Group, CrossProducts] = {}
    segments: dict[str | None, str | None] = {None: None}
    segments |= {one: source.segment(one) for one in map(source.column, by)}
    for column, segment in segments.items():
        groups |= _read(question.kept, columns, column, segment, None)
        if period is not None:
            groups |= _read(question.kept, columns, column, segment, period)
    return DriverTable(groups, read_coverage(question))


def time_role(source: Source) -> str:
    """The role that dates a row of the kind: the first of its dates that a column bears.

    Raises:
        BadOption: no column bears one.
    """
    moments = [one.name for one in source.mapping.file_kind.roles if one.type is Type.MOMENT]
    borne = [name for name in moments if source.has(name)]
    source.require(*(borne or moments)[:1])
    return borne[0]


def _read(
    kept: ir.Table,
    columns: Sequence[str],
    column: str | None,
    segment: str | None,
    period: str | None,
) -> dict[Group, CrossProducts]:
    width = len(columns)
    query = combinations(kept, width=width, by=segment, period=period).limit(MOST + 1)
    found = query.to_pyarrow()
    if found.num_rows <= MOST:
        names = [f"z{place}" for place in range(width)]
        parts = _parts(found.to_pydict(), column)
        return {group: _distinct(columns, names, cells) for group, cells in parts.items()}
    sums = {f"z{place}": (kept[f"z{place}"] * kept.weight).sum() for place in range(width)}
    means = kept.agg(w=kept.weight.sum(), **sums).to_pyarrow().to_pylist()[0]
    centre = np.array([means[f"z{place}"] / means["w"] for place in range(width)])
    query = block_products(kept, centre=centre.tolist(), by=segment, period=period)
    parts = _parts(query.to_pyarrow().to_pydict(), column)
    return {group: _blocks(columns, centre, cells) for group, cells in parts.items()}


def _parts(found: dict[str, list[Any]], column: str | None) -> dict[Group, dict[str, NDArray[Any]]]:
    """The rows of each group, column by column."""
    n = len(found["n"])
    values: list[str | None] = found.pop("value", [None] * n)
    periods: list[date | None] = found.pop("period", [None] * n)
    places: dict[Group, list[int]] = {}
    for place, (value, start) in enumerate(zip(values, periods, strict=True)):
        places.setdefault(Group(column, value, start), []).append(place)
    arrays = {name: np.asarray(cells) for name, cells in found.items()}
    return {
        group: {name: array[rows] for name, array in arrays.items()}
        for group, rows in places.items()
    }


def _distinct(
    columns: Sequence[str], names: Sequence[str], cells: dict[str, NDArray[Any]]
) -> CrossProducts:
    values = np.column_stack([cells[name].astype(float) for name in names])
    sums = (cells["weights"].astype(float), cells["squares"].astype(float))
    return CrossProducts.of(columns, values, cells["n"].astype(np.int64), sums)


def _blocks(columns: Sequence[str], centre: Real, cells: dict[str, NDArray[Any]]) -> CrossProducts:
    order = np.argsort(cells["block"])
    size = len(columns) + 1
    names = [f"s{first}_{second}" for first, second in zip(*np.triu_indices(size), strict=True)]
    products = np.column_stack([cells[name].astype(float)[order] for name in names])
    return CrossProducts(
        names=tuple(columns),
        n=int(cells["n"].sum()),
        weight=float(products[:, 0].sum()),
        squares=float(cells["squares"].sum()),
        centre=centre,
        cells=products,
        times=np.ones(len(order), np.int64),
        values=None,
        weights=products[:, 0],
    )


def _keys(kept: ir.Table, by: str | None, period: str | None) -> dict[str, ir.Value]:
    keys: dict[str, ir.Value] = {}
    if by is not None:
        keys["value"] = kept[by].fill_null(BLANK)
    if period is not None:
        keys["period"] = portable.period_start(kept.day, period)
    return keys


def _number(source: Source, column: str) -> ir.FloatingValue:
    """A column's cells as float64, null where there is no answer."""
    cell = source.table[source.segment(column)]
    known = typed_as(source, source.column(column))
    if known is not None and known[1].type is not Type.MOMENT:
        name, role = known
        value = source.table[name].cast("float64")
        fine = source.table[f"{name}_problem"].isnull()
        value = value / MONEY if role.type is Type.MONEY else value
        return ibis.ifelse(fine, value, None)
    small = cell.lower()
    flags = ibis.cases((small.isin(sorted(YES)), 1.0), (small.isin(sorted(NO)), 0.0))
    return ibis.coalesce(portable.number_of(cell), flags)
