"""Counting the values of columns in memory, a few million cells at a time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

SHOWN = 60
"""Most frequent values kept of each column; a column with no more is kept whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """One column's values, counted, and those among them that are to be read more closely.

    Attributes:
        name: the column.
        filled: cells that are not blank.
        distinct: different values.
        top: (value, cells) pairs, most frequent first, earliest first among equals.
        length: mean number of characters.
        longest: characters of the longest cell.
        words: mean number of words, counted by the spaces.
        chosen: values spread evenly over the file, in order of appearance.
        cells: how many cells each chosen value has.
    """

    name: str
    filled: int
    distinct: int
    top: tuple[tuple[str, int], ...]
    length: float
    longest: int
    words: float
    chosen: pa.Array
    cells: pa.Array


def tally(name: str, cells: pa.ChunkedArray, *, choose: int) -> Tally | None:
    """Count a column's values; None for a column without any.

    Args:
        name: the column.
        cells: its cells as strings, blank ones null.
        choose: number of distinct values to choose for a closer look; fewer are taken whole.
    """
    counted = pc.value_counts(cells.drop_null())
    if not len(counted):
        return None
    values, counts = counted.field("values"), counted.field("counts")
    numbers = counts.to_numpy()
    order = np.argsort(-numbers, kind="stable")[:SHOWN]
    lengths = pc.utf8_length(values).to_numpy()
    spaces = pc.count_substring(values, " ").to_numpy()
    taken = min(len(values), choose)
    places = pa.array(np.arange(taken) * len(values) // taken)
    return Tally(
        name=name,
        filled=int(numbers.sum()),
        distinct=len(values),
        top=tuple((values[int(one)].as_py(), int(numbers[one])) for one in order),
        length=float(np.average(lengths, weights=numbers)),
        longest=int(lengths.max()),
        words=float(np.average(spaces + 1, weights=numbers)),
        chosen=values.take(places),
        cells=counts.take(places),
    )


def stacked(tallies: list[Tally]) -> pa.Table:
    """The chosen values of all columns, one below the other: `column`, `value`, `n`."""
    names = pa.array([one.name for one in tallies], pa.string())
    repeats = np.repeat(np.arange(len(tallies)), [len(one.chosen) for one in tallies])
    schema = pa.schema({"column": pa.string(), "value": pa.string(), "n": pa.int64()})
    values = [one.chosen.cast(pa.string()) for one in tallies]
    counts = [one.cells.cast(pa.int64()) for one in tallies]
    return pa.table(
        [
            names.take(pa.array(repeats)),
            pa.concat_arrays(values),
            pa.concat_arrays(counts),
        ],
        schema=schema,
    )
