"""Sums over the time in which a customer may have dropped out: from the last purchase to the end.

The mass between t_x and T depends on the frequency x and on the time only, so it is laid out once
on a table of frequencies by cells of time, whatever the number of customers; each tuple then
takes a difference of two running sums.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.models.tuples import Places, Tuples
from cxlib.stats.purchases import Real, Whole


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """Where each tuple's span from t_x to T lies on the table.

    Attributes:
        row: row of each tuple, shape (K,).
        row_x: place in the distinct frequencies of each row, ascending, shape (R,).
        row_start: earliest cell of each row that a tuple needs, shape (R,).
        first: first cell of each tuple's span, shape (K,).
        last: cell after the last of each tuple's span, shape (K,).
        cells: number of cells, C.
    """

    row: Places
    row_x: Places
    row_start: Places
    first: Places
    last: Places
    cells: int

    @classmethod
    def of(cls, tuples: Tuples, cell: Whole, cells: int, block: Places) -> Spans:
        """Spans of `tuples`.

        Args:
            tuples: K histories.
            cell: the cell that begins at each of their distinct times, shape (S,).
            cells: number of cells.
            block: number of the row among the rows of the same frequency, shape (K,). Within a
                row the mass must not fall so far that it underflows beside the first cell.
        """
        keys = tuples.x * (int(block.max(initial=0)) + 1) + block
        _, begins, row = np.unique(keys, return_index=True, return_inverse=True)
        first, last = cell[tuples.last], cell[tuples.end]
        start = np.full(begins.size, cells)
        np.minimum.at(start, row, first)
        return cls(row, tuples.x[begins], start, first, last, cells)

    def between(self, mass: Real) -> Real:
        """Mass of each tuple's span, shape (K,), from the mass of the cells, shape (R, C)."""
        beyond = np.zeros((mass.shape[0], self.cells + 1))
        beyond[:, :-1] = np.cumsum(mass[:, ::-1], axis=1)[:, ::-1]
        base = self.row * (self.cells + 1)
        flat = beyond.ravel()
        return np.asarray(flat[base + self.first] - flat[base + self.last], float)

    def covering(self, amount: Real) -> Real:
        """Sum of `amount` (K,) over the spans that cover each cell, shape (R, C)."""
        width = self.cells + 1
        size = self.row_x.size * width
        base = self.row * width
        edges = np.bincount(base + self.first, amount, size)
        edges -= np.bincount(base + self.last, amount, size)
        return np.cumsum(edges.reshape(-1, width)[:, :-1], axis=1)
