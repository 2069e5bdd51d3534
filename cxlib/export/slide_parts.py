"""Text and tables on a slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from cxlib.charts.palette import LIGHT
from cxlib.charts.words import shorten
from cxlib.export.sheet import clean
from cxlib.export.slide_charts import Box

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # the built-in style without lines or fills
_HEAD = "#F1F4F8"


def colour(value: str) -> RGBColor:
    """A palette colour as python-pptx takes it."""
    return RGBColor.from_string(value.lstrip("#"))


@dataclass(frozen=True, slots=True)
class Type:
    """How text looks: size in points, colour, weight."""

    size: float
    colour: str = LIGHT.ink
    bold: bool = False


def lines_needed(text: str, width: float, size: float) -> int:
    """How many lines the text takes at that size, in a box so many inches wide."""
    per_line = max(10, int(width * 72 / (0.5 * size)))
    return sum(max(1, ceil(len(line) / per_line)) for line in text.splitlines() or [""])


def write_text(frame: Any, text: str, look: Type) -> None:
    """Plain text, left-aligned and wrapped, one paragraph a line, in an existing text frame."""
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    paragraphs = clean(text).splitlines() or [""]
    for place, line in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = line
        run.font.size = Pt(look.size)
        run.font.bold = look.bold
        run.font.color.rgb = colour(look.colour)


def add_text(slide: Any, text: str, box: Box, look: Type) -> Any:
    """A left-aligned text box."""
    shape = slide.shapes.add_textbox(*map(Inches, (box.left, box.top, box.width, box.height)))
    write_text(shape.text_frame, text, look)
    return shape


def add_bar(slide: Any, box: Box, fill: str) -> Any:
    """A filled rectangle without an outline."""
    places = map(Inches, (box.left, box.top, box.width, box.height))
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *places)
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(fill)
    shape.line.fill.background()
    shape.shadow.inherit = False
    return shape


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a slide's table: text, fill ("" for none), text colour."""

    text: str
    fill: str = ""
    ink: str = LIGHT.ink
    right: bool = False
    bold: bool = False


def add_table(
    slide: Any, rows: Sequence[Sequence[TableCell]], box: Box, *, first: float, centred: bool
) -> Any:
    """A native table whose first row is its head.

    Args:
        slide: where to.
        rows: all of the same length.
        box: the table fills its width; rows are as high as fits, up to 0.46 inches.
        first: width of the first column in inches.
        centred: numbers in the middle of their cells, else as each cell says.
    """
    columns = len(rows[0])
    tall = min(0.46, box.height / len(rows))
    others = (box.width - first) / max(1, columns - 1)
    width = first + min(others, 2.0 if centred else others) * (columns - 1)
    places = map(Inches, (box.left, box.top, width, tall * len(rows)))
    frame = slide.shapes.add_table(len(rows), columns, *places)
    table = frame.table
    _plain_style(frame)
    for place in range(columns):
        wide = first if place == 0 else (width - first) / max(1, columns - 1)
        table.columns[place].width = Inches(wide)
    size = max(8.0, min(13.0, (tall - 0.06) * 72 / 1.35))
    for row, cells in enumerate(rows):
        table.rows[row].height = Inches(tall)
        for place, cell in enumerate(cells):
            fits = int((Emu(table.columns[place].width).inches - 0.14) * 72 / (0.56 * size))
            short = replace(cell, text=shorten(cell.text, max(4, fits)))
            _write_cell(table.cell(row, place), short, size, middle=centred and place > 0)
    return frame


def head_cell(text: str, *, right: bool = False) -> TableCell:
    """A cell of a table's head."""
    return TableCell(text, _HEAD, LIGHT.soft, right, bold=True)


def _write_cell(target: Any, cell: TableCell, size: float, *, middle: bool) -> None:
    write_text(target.text_frame, cell.text, Type(size, cell.ink, cell.bold))
    target.margin_left = target.margin_right = Inches(0.07)
    target.margin_top = target.margin_bottom = Inches(0.02)
    target.vertical_anchor = MSO_ANCHOR.MIDDLE
    side = PP_ALIGN.RIGHT if cell.right else PP_ALIGN.LEFT
    target.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER if middle else side
    if cell.fill:
        target.fill.solid()
        target.fill.fore_color.rgb = colour(cell.fill)
    else:
        target.fill.background()


def _plain_style(frame: Any) -> None:
    properties = frame.table._tbl.tblPr
    properties.set("bandRow", "0")
    properties.set("firstRow", "1")
    properties.find(qn("a:tableStyleId")).text = _NO_STYLE
