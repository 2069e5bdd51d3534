"""A table of shades with its numbers written in the cells."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from cxlib.charts.chart import Chart, Point
from cxlib.charts.frame import Drawing, Parts, escape, label_axis, layout, tooltips
from cxlib.charts.palette import HeatScale, Palette, heat_scale, heat_scales, ink_on, mix
from cxlib.charts.words import number

FAINT = 0.45  # strength of a cell that is not final
_WRITTEN = 18  # with more columns than this, numbers are in the tooltip only
_ROW = 30
_TARGETS = 36  # unseen points that a click finds, side by side


def draw_heat(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """One row a series, one column a label; cells that are not final are faint."""
    tall = height or 60 + _ROW * max(3, len(chart.series))
    scales = heat_scales(chart, palette)
    parts = layout(chart, palette)
    parts["margin"]["r"] = 8
    parts["xaxis"] = label_axis(chart.labels, palette, most=24, letters=12) | {"side": "top"}
    parts["xaxis"]["range"] = [-0.5, len(chart.labels) - 0.5]
    names = label_axis(
        tuple(s.name for s in chart.series), palette, most=len(chart.series), letters=30
    )
    parts["yaxis"] = names | {"range": [len(chart.series) - 0.5, -0.5]}
    if chart.x_axis is not None:
        font = {"size": 12, "color": palette.soft}
        parts["xaxis"]["title"] = {"text": escape(chart.x_axis.title), "font": font}
    traces = [_cells(chart, palette, faint=faint) for faint in (False, True)]
    if len(chart.labels) <= _WRITTEN:
        traces += _numbers(chart, palette, scales)
    if chart.click == "cell":
        traces.append(_targets(chart))
        parts["hoverdistance"] = max(20, round(0.6 * tall / len(chart.series)))
    return Drawing(tuple(traces), parts, tall)


def cell_colours(point: Point, scale: HeatScale, palette: Palette) -> tuple[str, str] | None:
    """Fill and text colour of a cell; None for an empty one."""
    if point.y is None:
        return None
    strong = scale.colour(point.y)
    fill = mix(strong, palette.paper, FAINT) if point.hollow else strong
    return fill, ink_on(fill)


def _cells(chart: Chart, palette: Palette, *, faint: bool) -> Parts:
    """The fills: by value, or by the place between lowest and highest value of the row."""
    scale = HeatScale(palette.ramp, 0.0, 1.0) if chart.by_row else heat_scale(chart, palette)
    last = len(scale.steps) - 1
    steps = [mix(step, palette.paper, FAINT) if faint else step for step in scale.steps]
    return {
        "type": "heatmap",
        "z": _fills(chart, palette, faint=faint),
        "zmin": scale.low,
        "zmax": scale.high if scale.high > scale.low else scale.low + 1,
        "colorscale": [[place / last, colour] for place, colour in enumerate(steps)],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "hovertext": [tooltips(chart, series) for series in chart.series],
        "hoverinfo": "text",
        "hoverongaps": False,
    }


def _fills(chart: Chart, palette: Palette, *, faint: bool) -> list[list[float | None]]:
    scales = heat_scales(chart, palette)
    return [
        [
            None
            if point.y is None or point.hollow != faint
            else (scale.place(point.y) if chart.by_row else point.y)
            for point in series.points
        ]
        for series, scale in zip(chart.series, scales, strict=True)
    ]


def _targets(chart: Chart) -> Parts:
    """Unseen points that a click finds, since shades cannot be selected; a few in a wide cell."""
    several = max(1, ceil(_TARGETS / max(1, len(chart.labels))))
    shifts = [(place + 0.5) / several - 0.5 for place in range(several)]
    spots = [
        (row, column, shift, text)
        for row, series in enumerate(chart.series)
        for column, text in enumerate(tooltips(chart, series))
        if series.points[column].y is not None
        for shift in shifts
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [column + shift for _, column, shift, _ in spots],
        "y": [row for row, _, _, _ in spots],
        "marker": {"symbol": "square", "size": 6, "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "hovertext": [text for _, _, _, text in spots],
        "hoverinfo": "text",
        "customdata": [f"{row},{column}" for row, column, _, _ in spots],
        "showlegend": False,
    }


def _numbers(chart: Chart, palette: Palette, scales: Sequence[HeatScale]) -> list[Parts]:
    """The cells' numbers, one trace for each text colour."""
    written: dict[str, list[tuple[int, int, str]]] = {}
    for row, series in enumerate(chart.series):
        for column, point in enumerate(series.points):
            colours = cell_colours(point, scales[row], palette)
            if colours is not None:
                text = number(point.y, chart.axis.form)
                written.setdefault(colours[1], []).append((column, row, text))
    size = 12 if len(chart.labels) <= 12 else 10
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [column for column, _, _ in cells],
            "y": [row for _, row, _ in cells],
            "text": [text for _, _, text in cells],
            "textfont": {"color": colour, "size": size},
            "unselected": {"textfont": {"color": colour}},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for colour, cells in written.items()
    ]
