"""The table behind a chart: every number it draws, one row a point."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.chart import Cell, Chart, Kind, Series, Table
from cxlib.charts.words import point_form
from cxlib.locale.speak import say


def tabular(chart: Chart) -> Table:
    """The numbers of a chart as cells; heat tables and waterfalls keep one row a label."""
    if chart.table is not None:
        return chart.table
    if chart.kind is Kind.HEAT:
        return _grid(chart)
    if chart.kind is Kind.WATERFALL:
        return _moves(chart)
    names = [say("Series")] if len(chart.series) > 1 else []
    places = chart.x_axis.title if chart.x_axis else say("Label")
    points = [point for one in chart.series for point in one.points]
    parts = _Parts(
        named=len(chart.series) > 1,
        limited=chart.has_limits,
        crossed=any(point.x_low is not None for point in points),
        counted=any(point.n is not None for point in points),
    )
    columns = [*names, places, chart.axis.title or say("Value")]
    forms = [*("" for _ in names), chart.x_axis.form if chart.x_axis else "", chart.axis.form]
    if parts.limited:
        columns += [say("Lower limit"), say("Upper limit")]
        forms += [chart.axis.form, chart.axis.form]
    if parts.crossed:
        columns += [
            say("{name}: lower limit", name=places),
            say("{name}: upper limit", name=places),
        ]
        forms += [forms[len(names)]] * 2
    if parts.counted:
        columns.append("n")
        forms.append(",.0f")
    rows = [row for one in chart.series for row in _rows(chart, one, parts)]
    return Table(tuple(columns), tuple(rows), tuple(forms))


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the rows of a table hold besides places and values."""

    named: bool
    limited: bool
    crossed: bool
    counted: bool


def _rows(chart: Chart, series: Series, parts: _Parts) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for i, point in enumerate(series.points):
        place: Cell = chart.labels[i] if chart.labels else point.x
        row: list[Cell] = [*([series.name] if parts.named else []), place, point.y]
        if parts.limited:
            row += [point.low, point.high]
        if parts.crossed:
            row += [point.x_low, point.x_high]
        if parts.counted:
            row.append(point.n)
        rows.append(tuple(row))
    return rows


def _moves(chart: Chart) -> Table:
    """Levels and steps side by side, with the limits of whichever a label has."""
    levels, steps = chart.series[:2]
    pairs = zip(levels.points, steps.points, strict=True)
    points = [step if level.y is None else level for level, step in pairs]
    columns = [say("Label"), levels.name, steps.name]
    forms = ["", point_form(chart, 0), point_form(chart, 1)]
    cells: list[list[Cell]] = [
        list(chart.labels),
        [p.y for p in levels.points],
        [p.y for p in steps.points],
    ]
    if chart.has_limits:
        columns += [say("Lower limit"), say("Upper limit")]
        forms += [chart.axis.form, chart.axis.form]
        cells += [[p.low for p in points], [p.high for p in points]]
    if any(point.n is not None for point in points):
        columns.append("n")
        forms.append(",.0f")
        cells.append([p.n for p in points])
    return Table(tuple(columns), tuple(zip(*cells, strict=True)), tuple(forms))


def _grid(chart: Chart) -> Table:
    rows = tuple((one.name, *(point.y for point in one.points)) for one in chart.series)
    forms = ("", *(chart.axis.form for _ in chart.labels))
    return Table((chart.axis.title or say("Row"), *chart.labels), rows, forms)
