"""The numbers of a chart as CSV, one row a point, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from io import StringIO

from cxlib.charts.chart import Cell, Chart
from cxlib.locale.speak import say

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[+-][0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?%?")
"""Signed numbers, which no spreadsheet takes for a formula that does anything."""
_MARK = "\ufeff"


def to_csv(chart: Chart, *, bom: bool = False) -> str:
    """The chart's numbers, unrounded, with decimal points; unknown cells are empty.

    Text that a spreadsheet would take for a formula gets a leading apostrophe.

    Args:
        chart: any kind; a TABLE gives its own columns.
        bom: whether to begin with a byte order mark, by which Excel knows UTF-8.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in _table(chart) if chart.table is not None else _points(chart):
        writer.writerow([_safe(cell) for cell in row])
    return (_MARK if bom else "") + out.getvalue()


def rows_to_csv(columns: Mapping[str, Sequence[object]]) -> str:
    """Rows of a file as CSV, column by column; blank cells are empty, formulas made harmless.

    Args:
        columns: equally long columns by name.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_safe(name) for name in columns])
    for row in zip(*columns.values(), strict=True):
        writer.writerow(["" if cell is None else _safe(str(cell)) for cell in row])
    return _MARK + out.getvalue()


def _table(chart: Chart) -> list[tuple[Cell, ...]]:
    table = chart.table
    return [] if table is None else [table.columns, *table.rows]


def _points(chart: Chart) -> list[tuple[Cell, ...]]:
    across = chart.x_axis.title if chart.x_axis is not None else ""
    rows: list[tuple[Cell, ...]] = [
        (
            say("Series"),
            say("Label"),
            across or "x",
            chart.axis.title or say("Value"),
            say("Lower limit"),
            say("Upper limit"),
            "n",
            say("Final"),
            say("Note"),
        )
    ]
    for series in chart.series:
        for place, point in enumerate(series.points):
            label = chart.labels[place] if chart.labels else None
            final = say("no") if point.hollow else say("yes")
            limits = (point.low, point.high)
            rows.append((series.name, label, point.x, point.y, *limits, point.n, final, point.note))
    filled = [any(row[column] not in (None, "") for row in rows[1:]) for column in range(9)]
    return [tuple(cell for cell, keep in zip(row, filled, strict=True) if keep) for row in rows]


def _safe(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        formula = cell.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(cell)
        return f"'{cell}" if formula else cell
    return str(int(cell)) if isinstance(cell, int) else repr(float(cell))
