"""The end of a table made for the eye: a line of totals, columns without name or cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pyarrow.compute as pc

from cxlib.locale.speak import say
from cxlib.read.first_row import is_value
from cxlib.read.names import clean_names
from cxlib.read.sink import Sink
from cxlib.read.task import Task

_TOTALS = {
    "total",
    "totals",
    "grand total",
    "sum",
    "jumlah",
    "jumlah besar",
    "jumlah keseluruhan",
    "total keseluruhan",
    "keseluruhan",
}
_MOST = 3


def reject_totals(sink: Sink, line_of: Callable[[int], int]) -> None:
    """Reject lines of totals at the end: "Total" or the like, and numbers beside it.

    Args:
        sink: where the rows went.
        line_of: the line on which a row (from 1) stands.
    """
    for _ in range(_MOST):
        tail = sink.tail
        if tail is None or sink.accepted < 2:
            return
        row, *cells = (column[-1].as_py() for column in tail.columns)
        place = next((at for at, cell in enumerate(cells) if cell), 0)
        if not _are_totals(cells[place:]):
            return
        if pc.sum(pc.equal(tail.columns[place + 1], cells[place])).as_py() > 1:
            return  # a value of the column like any other
        text = ", ".join(cell for cell in cells if cell)
        sink.reject_last(line_of(row), say("totals of the rows above"), text)


def _are_totals(cells: Sequence[str | None]) -> bool:
    """Whether these cells are a word for totals with numbers after it."""
    word, *others = cells
    filled = [cell for cell in others if cell]
    known = (word or "").rstrip(" :").casefold() in _TOTALS
    return known and bool(filled) and all(map(is_value, filled))


def named_columns(
    raw: Sequence[str | None], sink: Sink, task: Task
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that stay when all is read, and notes; those without name or cell go."""
    named = max((at for at, name in enumerate(raw, 1) if name and name.strip()), default=0)
    before = sink.width
    width = sink.narrow(named)
    columns, notes = clean_names(raw[:width], task)
    if width == before:
        return columns, notes
    gone = say("Columns without a name or any cell that were left out: {n}.", n=before - width)
    return columns, (*notes, gone)
