"""A table of shades with its numbers written in the cells."""

from __future__ import annotations

from cxlib.charts.chart import Chart, Point
from cxlib.charts.frame import Drawing, Parts, escape, label_axis, layout, tooltips
from cxlib.charts.palette import HeatScale, Palette, heat_scale, ink_on, mix
from cxlib.charts.words import number

FAINT = 0.45  # strength of a cell that is not final
_WRITTEN = 18  # with more columns than this, numbers are in the tooltip only
_ROW = 30


def draw_heat(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """One row a series, one column a label; cells that are not final are faint."""
    tall = height or 60 + _ROW * max(3, len(chart.series))
    scale = heat_scale(chart, palette)
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
    traces = [_cells(chart, palette, scale, faint=False), _cells(chart, palette, scale, faint=True)]
    if len(chart.labels) <= _WRITTEN:
        traces += _numbers(chart, palette, scale)
    return Drawing(tuple(traces), parts, tall)


def cell_colours(point: Point, scale: HeatScale, palette: Palette) -> tuple[str, str] | None:
    """Fill and text colour of a cell; None for an empty one."""
    if point.y is None:
        return None
    strong = scale.colour(point.y)
    fill = mix(strong, palette.paper, FAINT) if point.hollow else strong
    return fill, ink_on(fill)


def _cells(chart: Chart, palette: Palette, scale: HeatScale, *, faint: bool) -> Parts:
    last = len(scale.steps) - 1
    steps = [mix(step, palette.paper, FAINT) if faint else step for step in scale.steps]
    return {
        "type": "heatmap",
        "z": [[p.y if p.hollow == faint else None for p in s.points] for s in chart.series],
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


def _numbers(chart: Chart, palette: Palette, scale: HeatScale) -> list[Parts]:
    """The cells' numbers, one trace for each text colour."""
    written: dict[str, list[tuple[int, int, str]]] = {}
    for row, series in enumerate(chart.series):
        for column, point in enumerate(series.points):
            colours = cell_colours(point, scale, palette)
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
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for colour, cells in written.items()
    ]
