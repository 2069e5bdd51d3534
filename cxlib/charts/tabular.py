"""The table behind a chart: every number it draws, one row a point."""

from __future__ import annotations

from cxlib.charts.chart import Cell, Chart, Kind, Series, Table
from cxlib.locale.speak import say


def tabular(chart: Chart) -> Table:
    """The numbers of a chart as cells; a heat table keeps its rows and columns."""
    if chart.table is not None:
        return chart.table
    if chart.kind is Kind.HEAT:
        return _grid(chart)
    names = [say("Series")] if len(chart.series) > 1 else []
    places = chart.x_axis.title if chart.x_axis else say("Label")
    limited = chart.has_limits
    counted = any(point.n is not None for one in chart.series for point in one.points)
    columns = [*names, places, chart.axis.title or say("Value")]
    forms = [*("" for _ in names), chart.x_axis.form if chart.x_axis else "", chart.axis.form]
    if limited:
        columns += [say("Lower limit"), say("Upper limit")]
        forms += [chart.axis.form, chart.axis.form]
    if counted:
        columns.append("n")
        forms.append(",.0f")
    rows = [row for one in chart.series for row in _rows(chart, one, bool(names), limited, counted)]
    return Table(tuple(columns), tuple(rows), tuple(forms))


def _rows(
    chart: Chart, series: Series, named: bool, limited: bool, counted: bool
) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for i, point in enumerate(series.points):
        place: Cell = chart.labels[i] if chart.labels else point.x
        row: list[Cell] = [*([series.name] if named else []), place, point.y]
        if limited:
            row += [point.low, point.high]
        if counted:
            row.append(point.n)
        rows.append(tuple(row))
    return rows


def _grid(chart: Chart) -> Table:
    rows = tuple((one.name, *(point.y for point in one.points)) for one in chart.series)
    forms = ("", *(chart.axis.form for _ in chart.labels))
    return Table((chart.axis.title or say("Row"), *chart.labels), rows, forms)
