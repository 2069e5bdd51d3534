"""Sums of products of an outcome and its drivers: all that a regression and its shares need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import ibis
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.stats.complete_rows import complete_rows, read_repeats, time_role
from cxlib.stats.groups import BLANK, Group
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Real = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST = 200_000
"""Different combinations of answers that are kept one by one; beyond, blocks of rows are summed."""
BLOCKS = 1000
PROBE = 300_000
"""First rows of a file; where more than `MOST` combinations are among them, no count is tried."""
FURTHER = 4
"""So many times as many rows are looked at where these may hold more than `MOST`."""


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
        party: where customers answered several times, the group of customers that each cell stems
            from, shape (c,): all answers of one customer are in one group. None where every answer
            is a customer's only one, or customers are not known.
        repeated: customers with several answers, in the whole selection.
        outcomes: how many different values the outcome has, where cells are blocks.
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
    party: Whole | None = None
    repeated: int = 0
    outcomes: int | None = None

    @property
    def n_eff(self) -> float:
        """Effective number of rows (Kish); `n` without weights."""
        return self.weight**2 / self.squares if self.squares > 0 else 0.0

    @property
    def units(self) -> tuple[Real, Whole]:
        """Sums that may be drawn anew, and how many alike each stands for.

        They are the cells, or those of each group of customers together where customers repeat.
        """
        if self.party is None:
            return self.cells, self.times
        groups, which = np.unique(self.party, return_inverse=True)
        sums = np.zeros((len(groups), self.cells.shape[1]))
        np.add.at(sums, which, self.cells)
        return sums, np.ones(len(groups), np.int64)

    def part(self, names: Sequence[str]) -> CrossProducts:
        """The same rows with some of the columns."""
        if tuple(names) == self.names:
            return self
        kept = [self.names.index(name) for name in names]
        square = np.zeros((len(self.names) + 1,) * 2, np.int64)
        square[np.triu_indices(len(square))] = np.arange(self.cells.shape[1])
        square = np.maximum(square, square.T)
        places = np.array([0, *(one + 1 for one in kept)])
        first, second = np.triu_indices(len(places))
        return replace(
            self,
            names=tuple(names),
            centre=self.centre[kept],
            cells=self.cells[:, square[places[first], places[second]]],
            values=None if self.values is None else self.values[:, kept],
        )

    @classmethod
    def of(
        cls,
        names: Sequence[str],
        values: Real,
        times: Whole,
        sums: tuple[Real, Real] | None = None,
        *,
        party: Whole | None = None,
    ) -> CrossProducts:
        """From distinct combinations of answers.

        Args:
            names: the outcome and the drivers.
            values: combinations, shape (c, p).
            times: rows with each, shape (c,).
            sums: sums of the weights and of their squares, each shape (c,); None without weights.
            party: the group of customers that each stems from; None where none repeats.
        """
        order = np.lexsort((*(() if party is None else (party,)), *values.T[::-1]))
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
            party=None if party is None else party[order],
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


def combinations(
    kept: ir.Table,
    *,
    width: int,
    by: str | None = None,
    period: str | None = None,
    apart: bool = False,
) -> ir.Table:
    """Rows and weights per distinct combination of answers (and segment, and period). Lazy.

    Args:
        kept: `z0` to `z<width - 1>` and `weight`; `day` where `period` is given.
        width: number of columns, the outcome included.
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.
        apart: whether the groups of customers are kept apart, as `party`.
    """
    names = [f"z{place}" for place in range(width)]
    keys = {name: kept[name] for name in names} | _keys(kept, by, period)
    keys |= {"party": kept.party} if apart else {}
    return kept.group_by(**keys).agg(
        n=portable.count(),
        weights=kept.weight.sum(),
        squares=(kept.weight * kept.weight).sum(),
    )


def block_products(
    kept: ir.Table,
    *,
    centre: Sequence[float],
    by: str | None = None,
    period: str | None = None,
    apart: bool = False,
) -> ir.Table:
    """Sums of products of the centred columns over blocks of rows. Lazy.

    A block is one of `BLOCKS` parts of the rows, or the rows of a group of customers.

    Args:
        kept: `row`, `z0`, ... and `weight`; `day` where `period` is given.
        centre: what to subtract from each column, shape (p,).
        by: the table's name of a segment column; None for no segment.
        period: day, week, month, quarter or year; None for the whole time.
        apart: whether a block is a group of customers.
    """
    # Multiplied by a large odd number first, so that no rhythm of the file lines up with a block.
    block = kept.party if apart else ((kept.row * 48271) % 2147483647) % BLOCKS
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
    kept, repeats = question.kept, read_repeats(source, question.kept)
    read = partial(_read, kept, columns, repeats.customers)
    groups: dict[Group, CrossProducts] = {}
    segments: dict[str | None, str | None] = {None: None}
    segments |= {one: source.segment(one) for one in map(source.column, by)}
    for column, segment in segments.items():
        groups |= read(column, segment, None)
        if period is not None:
            groups |= read(column, segment, period)
    return DriverTable(groups, read_coverage(question))


def _read(
    kept: ir.Table,
    columns: Sequence[str],
    repeated: int,
    column: str | None,
    segment: str | None,
    period: str | None,
) -> dict[Group, CrossProducts]:
    width, apart = len(columns), repeated > 0
    probe = _probe(kept, width)
    if not probe.many:
        query = combinations(kept, width=width, by=segment, period=period, apart=apart)
        found = query.limit(MOST + 1).to_pyarrow()
        if found.num_rows <= MOST:
            names = [f"z{place}" for place in range(width)]
            parts = _parts(found.to_pydict(), column)
            return {
                group: replace(_distinct(columns, names, cells), repeated=repeated)
                for group, cells in parts.items()
            }
    outcomes = probe.outcomes
    if outcomes <= 2:
        outcomes = int(kept.z0.nunique().to_pyarrow().as_py())
    centre = probe.centre.tolist()
    query = block_products(kept, centre=centre, by=segment, period=period, apart=apart)
    parts = _parts(query.to_pyarrow().to_pydict(), column)
    return {
        group: replace(
            _blocks(columns, probe.centre, cells, apart=apart), repeated=repeated, outcomes=outcomes
        )
        for group, cells in parts.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Probe:
    """What the first rows of a file say: where its values lie, and whether combinations repeat."""

    centre: Real
    outcomes: int
    many: bool


def _probe(kept: ir.Table, width: int) -> _Probe:
    first = combinations(kept.filter(kept.row <= PROBE), width=width).to_pyarrow()
    values = np.column_stack([first[f"z{place}"].to_numpy() for place in range(width)])
    rows = first["n"].to_numpy().astype(float)
    centre = rows @ values / rows.sum() if len(rows) else _centre(kept, width)
    many = len(rows) > MOST or _many_further_on(kept, width, rows)
    return _Probe(centre, len(np.unique(values[:, 0])), many)


def _many_further_on(kept: ir.Table, width: int, rows: Real) -> bool:
    """Whether somewhat more rows hold more than `MOST`: dearer to learn from a count of all.

    Each further stretch as long as the first holds about as many new combinations as the first
    holds single ones, at most (Good & Toulmin, Biometrika 43, 1956).
    """
    if len(rows) + (FURTHER - 1) * (rows == 1).sum() <= MOST:
        return False
    more = combinations(kept.filter(kept.row <= FURTHER * PROBE), width=width).limit(MOST + 1)
    return bool(more.count().to_pyarrow().as_py() > MOST)


def _centre(kept: ir.Table, width: int) -> Real:
    """The means of all rows, where none of the first is kept."""
    means = {f"z{place}": kept[f"z{place}"].mean() for place in range(width)}
    found = kept.agg(**means).to_pyarrow().to_pylist()[0]
    return np.array([found[name] or 0.0 for name in means])


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
    party = _numbered(cells["party"]) if "party" in cells else None
    return CrossProducts.of(columns, values, cells["n"].astype(np.int64), sums, party=party)


def _numbered(groups: NDArray[Any]) -> Whole:
    """Groups of customers as numbers, from their hexadecimal digits."""
    return np.array([int(one, 16) for one in groups.tolist()], np.int64)


def _blocks(
    columns: Sequence[str], centre: Real, cells: dict[str, NDArray[Any]], *, apart: bool
) -> CrossProducts:
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
        party=_numbered(cells["block"])[order] if apart else None,
    )


def _keys(kept: ir.Table, by: str | None, period: str | None) -> dict[str, ir.Value]:
    keys: dict[str, ir.Value] = {}
    if by is not None:
        keys["value"] = kept[by].fill_null(BLANK)
    if period is not None:
        keys["period"] = portable.period_start(kept.day, period)
    return keys
