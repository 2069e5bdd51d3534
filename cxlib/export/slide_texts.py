"""A native table whose second column holds sentences, which wrap instead of being cut."""

from __future__ import annotations

from typing import Any

from pptx.util import Inches

from cxlib.charts.chart import Table
from cxlib.charts.palette import LIGHT
from cxlib.charts.words import cell
from cxlib.export.slide_charts import Box
from cxlib.export.slide_parts import TableCell, add_table, head_cell, lines_needed, write_text
from cxlib.export.slide_parts import Type as Font

SENTENCE = 60
"""Characters from which on a cell is read as a sentence."""
MOST = 8
"""Rows that can wrap on one slide."""
SIZES = (14.0, 12.0, 10.0)
_EDGE, _GAP, _HEAD = 0.14, 0.16, 0.36  # inches


def is_wordy(table: Table) -> bool:
    """Whether a table of two columns of text holds a sentence, in few enough rows to wrap."""
    return (
        table.forms == ("", "")
        and len(table.rows) <= MOST
        and any(len(cell(row[1], "")) > SENTENCE for row in table.rows)
    )


def add_texts(slide: Any, table: Table, box: Box, *, first: float) -> Any:
    """Draw it as large as the box allows.

    Args:
        slide: where to.
        table: as `is_wordy` says.
        box: the table fills its width.
        first: width of the first column in inches.
    """
    texts = [[cell(value, "") for value in row] for row in table.rows]
    wide = box.width - first - _EDGE
    size = next((one for one in SIZES if _tall(texts, wide, one) <= box.height), SIZES[-1])
    head = [head_cell(name) for name in table.columns]
    frame = add_table(
        slide,
        [head, *([TableCell(""), TableCell("")] for _ in texts)],
        box,
        first=first,
        centred=False,
    )
    frame.table.rows[0].height = Inches(_HEAD)
    for place, row in enumerate(texts, 1):
        frame.table.rows[place].height = Inches(_row(row[1], wide, size))
        for column, text in enumerate(row):
            look = Font(size if column else min(size, 12.0), LIGHT.ink)
            write_text(frame.table.cell(place, column).text_frame, text, look)
    return frame


def _tall(texts: list[list[str]], wide: float, size: float) -> float:
    return _HEAD + sum(_row(row[1], wide, size) for row in texts)


def _row(text: str, wide: float, size: float) -> float:
    return lines_needed(text, 0.9 * wide, size) * size * 1.25 / 72 + _GAP
