"""Heat tables, plain tables and the table under a chart, as native tables on a slide."""

from __future__ import annotations

from typing import Any

from cxlib.charts.chart import Chart, Kind, Table
from cxlib.charts.draw_heat import cell_colours
from cxlib.charts.palette import LIGHT, heat_scales
from cxlib.charts.words import cell, number
from cxlib.export.slide_charts import MOST_BARS, Box, describe, trimmed
from cxlib.export.slide_parts import TableCell, add_table, head_cell
from cxlib.export.slide_texts import add_texts, is_wordy
from cxlib.locale.speak import say

MOST_ROWS = 15
MOST_COLUMNS = 16
_LETTER = 0.105  # inches


def add_heat(slide: Any, chart: Chart, box: Box) -> None:
    """A table with shaded cells."""
    scales = heat_scales(chart, LIGHT)
    corner = "" if chart.x_axis is None else chart.x_axis.title
    head = [head_cell(corner)]
    head += [head_cell(label) for label in chart.labels[:MOST_COLUMNS]]
    rows = [head]
    for series, scale in zip(chart.series[:MOST_ROWS], scales, strict=False):
        row = [TableCell(series.name)]
        for point in series.points[:MOST_COLUMNS]:
            colours = cell_colours(point, scale, LIGHT)
            text = "" if colours is None else number(point.y, chart.axis.form)
            fill, ink = colours or ("", LIGHT.ink)
            row.append(TableCell(text, fill, ink))
        rows.append(row)
    first = _first_width(rows, most=3.4)
    describe(add_table(slide, rows, box, first=first, centred=True), chart)


def add_cells(slide: Any, chart: Chart, table: Table, box: Box) -> None:
    """A plain table; sentences beside something short wrap."""
    rows = _text_rows(table, MOST_ROWS)
    first = _first_width(rows, most=max(3.0, box.width * 0.42))
    if is_wordy(table):
        describe(add_texts(slide, table, box, first=first), chart)
        return
    describe(add_table(slide, rows, box, first=first, centred=False), chart)


def add_below(slide: Any, table: Table, box: Box, *, first: float) -> None:
    """The small table under a chart (customers at risk); `first` lines it up with the plot."""
    add_table(slide, _text_rows(table, 6), box, first=first, centred=False)


def _text_rows(table: Table, most: int) -> list[list[TableCell]]:
    forms = table.forms[:MOST_COLUMNS]
    head = [
        head_cell(name, right=bool(form)) for name, form in zip(table.columns, forms, strict=False)
    ]
    body = [
        [
            TableCell(cell(value, form), right=bool(form))
            for value, form in zip(values, forms, strict=False)
        ]
        for values in table.rows[:most]
    ]
    return [head, *body]


def _first_width(rows: list[list[TableCell]], *, most: float) -> float:
    return min(most, max(1.2, 0.3 + _LETTER * max(len(row[0].text) for row in rows)))


def left_out(chart: Chart) -> str:
    """What a slide has no room for, in words; empty where it shows everything."""
    rows, columns, shown = 0, 0, MOST_ROWS
    if chart.kind is Kind.TABLE and chart.table is not None:
        rows, columns = len(chart.table.rows), len(chart.table.columns)
    elif chart.kind is Kind.HEAT:
        rows, columns = len(chart.series), len(chart.labels)
    elif trimmed(chart) is not chart:
        rows, shown = len(chart.labels), MOST_BARS
    parts = []
    if rows > shown:
        parts.append(say("First {shown} of {all} rows.", shown=shown, all=rows))
    if columns > MOST_COLUMNS:
        parts.append(say("First {shown} of {all} columns.", shown=MOST_COLUMNS, all=columns))
    return " ".join(parts)
