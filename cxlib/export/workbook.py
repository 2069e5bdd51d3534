"""An Excel workbook: one sheet a chart, with the native chart and the numbers behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import xlsxwriter

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.palette import LIGHT, HeatScale, heat_scale, heat_scales
from cxlib.charts.ratios import one_a_row
from cxlib.charts.words import footer, told
from cxlib.export.columns import columns_of, table_columns
from cxlib.export.look import Look
from cxlib.export.native import is_native, native_chart
from cxlib.export.sheet import Written, clean, sheet_names, write_columns
from cxlib.export.spec import need_something
from cxlib.locale.speak import say

_INCH = 96  # pixels
_ROW = 20  # pixels of a row of the default height
_WIDE, _TALL, _PER_BAR = 9.5, 4.4, 0.26  # inches
_TEXT = 10.0


def write_workbook(
    charts: Sequence[Chart], out: BinaryIO | Path, *, made: date | None = None
) -> None:
    """Write an .xlsx with one sheet for each chart, in order.

    Text of the data is always written as text, never as a formula or a link.

    Args:
        charts: what to write.
        out: a path or an open binary file.
        made: the day in the file's properties; None for today.

    Raises:
        BadOption: there are no charts.
    """
    need_something(charts)
    packed = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(packed, options) as book:
        moment = datetime.combine(made or date.today(), time())
        book.set_properties({"title": clean(charts[0].title)[:250], "created": moment})
        for chart, name in zip(charts, sheet_names(c.title for c in charts), strict=True):
            _write_sheet(book, book.add_worksheet(name), chart)
    if isinstance(out, Path):
        out.write_bytes(packed.getvalue())
    else:
        out.write(packed.getvalue())


def _write_sheet(book: Any, sheet: Any, chart: Chart) -> None:
    row = _write_head(book, sheet, chart)
    chart = one_a_row(chart)
    tall = max(_TALL, 1.2 + _PER_BAR * len(chart.labels)) if _level(chart) else _TALL
    native = is_native(chart)
    table_row = row + (int(tall * _INCH / _ROW) + 2 if native else 0)
    columns = columns_of(chart)
    written = write_columns(book, sheet, columns, row=table_row)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, max(1, len(columns)), 13)
    if native:
        drawn = native_chart(book, written, chart, Look(_WIDE, tall, _TEXT))
        drawn.set_size({"width": _WIDE * _INCH, "height": tall * _INCH})
        sheet.insert_chart(row, 0, drawn, {"description": clean(told(chart))})
    if chart.kind is Kind.HEAT:
        _shade(sheet, chart, written)
    if chart.below is not None:
        under = table_row + 3 + max(len(column.cells) for column in columns)
        write_columns(book, sheet, table_columns(chart.below), row=under)


def _write_head(book: Any, sheet: Any, chart: Chart) -> int:
    """Title, selection, source, method and notes; returns the row where the rest may begin."""
    sheet.write_string(0, 0, clean(chart.title), book.add_format({"bold": True, "font_size": 14}))
    soft = book.add_format({"font_color": LIGHT.soft})
    reference = [f"{line.name} ({line.at:g})" for line in chart.lines]
    said = [
        chart.subtitle,
        footer(chart),
        chart.method,
        *chart.notes,
        say("Reference lines: {names}.", names=", ".join(reference)) if reference else "",
    ]
    row = 1
    for text in said:
        if text:
            sheet.write_string(row, 0, clean(text), soft)
            row += 1
    return row + 1


def _level(chart: Chart) -> bool:
    """Whether the bars lie, so that the chart grows with their number."""
    shares = chart.kind is Kind.SHARES and chart.click != "period"
    return chart.kind is Kind.INTERVALS or shares


def _shade(sheet: Any, chart: Chart, written: Written) -> None:
    """The cells' fills follow their values, also after an edit."""
    if not chart.labels or not chart.series:
        return
    _, first, left, _, _ = written.cells("0.y")
    _, _, _, last, right = written.cells(f"{len(chart.labels) - 1}.y")
    if chart.by_row:
        for row, scale in enumerate(heat_scales(chart, LIGHT), int(first)):
            sheet.conditional_format(row, left, row, right, _colour_scale(scale))
        return
    sheet.conditional_format(first, left, last, right, _colour_scale(heat_scale(chart, LIGHT)))


def _colour_scale(scale: HeatScale) -> dict[str, Any]:
    """The scale as a rule for cells; zero stays white where signs differ."""
    signed = scale.steps in (LIGHT.swing, LIGHT.poles)
    rule = {
        "type": "3_color_scale" if signed else "2_color_scale",
        "min_type": "num",
        "min_value": scale.low,
        "min_color": scale.steps[0],
        "max_type": "num",
        "max_value": scale.high,
        "max_color": scale.steps[-1] if signed else scale.steps[5],
    }
    if signed:
        rule |= {"mid_type": "num", "mid_value": 0, "mid_color": LIGHT.paper}
    return rule
