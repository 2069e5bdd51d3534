"""Points that bear x: survival steps with thin limits, scatter with crosses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cxlib.charts.chart import Axis, Chart, Kind
from cxlib.charts.draw_points import scatter_colours, written_names
from cxlib.charts.palette import LIGHT, mix, series_colours
from cxlib.charts.spans import across_span, value_span
from cxlib.export.columns import crossed, limited
from cxlib.export.look import (
    Look,
    Margins,
    Parts,
    font,
    head_room,
    level_name,
    line_name,
    literal,
    name_upright,
    place_legend,
    place_plot,
    right_of_plot,
    values_axis,
)
from cxlib.export.native_lines import upward
from cxlib.export.sheet import Written

_NONE: Parts = {"none": True}
_SIDES = {"top": "above", "bottom": "below", "right": "right", "left": "left"}


def step_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """One stair a series, its limits as thin stairs of a paler colour."""
    native = book.add_chart({"type": "scatter", "subtype": "straight"})
    colours = series_colours(chart, LIGHT)
    for place, series in enumerate(chart.series):
        dash = "dash" if series.dashed else "solid"
        line = {"color": colours[place], "width": 2.5, "dash_type": dash}
        native.add_series(_stair(written, place, "y", line))
    hidden = 0
    for place, series in enumerate(chart.series):
        if written.has(f"{place}.step.faint"):
            faint = {"color": mix(colours[place], LIGHT.paper, 0.42), "width": 2}
            native.add_series(_stair(written, place, "faint", faint))
            hidden += 1
        if limited(series):
            pale = {"color": mix(colours[place], LIGHT.paper, 0.45), "width": 0.75}
            native.add_series(_stair(written, place, "low", pale))
            native.add_series(_stair(written, place, "high", pale))
            hidden += 2
    return _finish(native, written, chart, look, hidden)


def scatter_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """One marker a point, named where there is room."""
    native = book.add_chart({"type": "scatter"})
    colours = scatter_colours(chart, LIGHT)
    names = written_names(chart)
    for place in range(len(chart.series)):
        markers = _markers(written, chart, place, colour=colours[place])
        markers |= _cells(written, chart, f"{place}.x", f"{place}.y")
        native.add_series(markers | {"data_labels": _labels(names[place], look)})
    hidden = 0
    for place, series in enumerate(chart.series):
        if limited(series):
            cells = _cells(written, chart, f"{place}.x", f"{place}.low")
            native.add_series(_cross(written, place, colours[place]) | cells)
            hidden += 1
        if crossed(series):
            cells = _cells(written, chart, f"{place}.x_low", f"{place}.y")
            native.add_series(_across(written, place, colours[place]) | cells)
            hidden += 1
    return _finish(native, written, chart, look, hidden)


def _stair(written: Written, place: int, what: str, line: Parts) -> Parts:
    head = f"{place}.{what}"
    return {
        "name": written.head(head if written.has(head) else f"{place}.step.{what}"),
        "categories": written.cells(f"{place}.step.x"),
        "values": written.cells(f"{place}.step.{what}"),
        "line": line,
        "marker": {"type": "none"},
    }


def _cells(written: Written, chart: Chart, x: str, y: str) -> Parts:
    """Where x and y stand: two cells at least where another series or a line has several.

    LibreOffice draws nothing of a series of one cell beside series of several. The second cell is
    blank and no point.
    """
    several = bool(chart.lines) or any(len(series.points) > 1 for series in chart.series)
    least = 2 if several else 1
    return {"categories": written.cells(x, least=least), "values": written.cells(y, least=least)}


def _markers(written: Written, chart: Chart, place: int, *, colour: str) -> Parts:
    points = chart.series[place].points
    many = sum(len(series.points) for series in chart.series) > 60
    border = _NONE if many else {"color": colour, "width": 1.5}
    hollow = {"fill": {"color": LIGHT.paper}, "border": {"color": colour, "width": 1.5}}
    return {
        "name": written.head(f"{place}.y"),
        "line": _NONE,
        "marker": {
            "type": "circle",
            "size": 4 if many else 8,
            "fill": {"color": colour, "transparency": 55 if many else 0},
            "border": border,
        },
        "points": [hollow if p.hollow else None for p in points]
        if any(p.hollow for p in points)
        else None,
    }


def _labels(names: tuple[tuple[str, str], ...], look: Look) -> Parts | None:
    if not any(side for _, side in names):
        return None
    custom: list[Parts] = [
        {"value": literal(name), "position": _SIDES[side], "font": font(look, colour=LIGHT.ink)}
        if side
        else {"delete": True}
        for name, side in names
    ]
    return {"value": True, "position": "right", "custom": custom}


def _cross(written: Written, place: int, colour: str) -> Parts:
    return {
        "name": written.head(f"{place}.low"),
        "line": _NONE,
        "marker": {"type": "none"},
        "y_error_bars": upward(written, f"{place}.span", mix(colour, LIGHT.paper, 0.6), width=1.25),
    }


def _across(written: Written, place: int, colour: str) -> Parts:
    """The level arm of the cross, where x is an estimate too."""
    bars = upward(written, f"{place}.x_span", mix(colour, LIGHT.paper, 0.6), width=1.25)
    return {
        "name": written.head(f"{place}.x_low"),
        "line": _NONE,
        "marker": {"type": "none"},
        "x_error_bars": bars,
    }


def _rules(native: Any, written: Written, chart: Chart, look: Look) -> int:
    for place, line in enumerate(chart.lines):
        name = {"value": line_name(line), "font": font(look)}
        side = "above" if line.vertical else "right"
        native.add_series(
            {
                "name": written.head(f"line.{place}.y"),
                "categories": written.cells(f"line.{place}.x"),
                "values": written.cells(f"line.{place}.y"),
                "line": {"color": LIGHT.soft, "width": 1, "dash_type": "dash"},
                "marker": {"type": "none"},
                "data_labels": {
                    "value": True,
                    "position": side,
                    "custom": [{"delete": True}, name],
                },
            }
        )
    return len(chart.lines)


def _finish(native: Any, written: Written, chart: Chart, look: Look, hidden: int) -> Any:
    hidden += _rules(native, written, chart, look)
    x_axis = chart.x_axis or Axis("")
    span = across_span(chart)
    if chart.kind is Kind.STEPS:  # curves end where the data end
        x_axis = replace(x_axis, low=span[0], high=span[1])
    across = values_axis(x_axis, span, look)
    grid = {"visible": False}
    line = {"color": "#B8C1CC", "width": 0.75}
    native.set_x_axis(
        across | level_name(x_axis.title, look) | {"major_gridlines": grid, "line": line}
    )
    upright = values_axis(chart.axis, value_span(chart), look)
    native.set_y_axis(upright)
    lines_above = 1.2 * look.line if any(line.vertical for line in chart.lines) else 0.0
    margins = Margins(
        left=look.letters(8),
        right=right_of_plot(chart, look, least=2),
        top=head_room(chart, look, named=True) + lines_above,
        bottom=(3.2 if x_axis.title else 1.8) * look.line,
    )
    place_plot(native, chart, look, margins)
    name_upright(native, chart, look)
    place_legend(native, chart, look, margins, hidden)
    return native
