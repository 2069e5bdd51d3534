"""Chart -> plotly figure: the same description as on the slide, drawn for the screen."""

from __future__ import annotations

import re
from typing import Any

import plotly.graph_objects as go

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.draw_bars import draw_histogram, draw_intervals, draw_shares
from cxlib.charts.draw_falls import draw_falls
from cxlib.charts.draw_heat import draw_heat
from cxlib.charts.draw_lines import draw_line, draw_steps
from cxlib.charts.draw_points import draw_scatter
from cxlib.charts.frame import SIZE, escape, layout
from cxlib.charts.palette import PALETTES, Palette, Theme
from cxlib.charts.ratios import drawable
from cxlib.locale.speak import say

_DRAWN = {
    Kind.LINE: draw_line,
    Kind.STEPS: draw_steps,
    Kind.INTERVALS: draw_intervals,
    Kind.SHARES: draw_shares,
    Kind.HEAT: draw_heat,
    Kind.SCATTER: draw_scatter,
    Kind.HISTOGRAM: draw_histogram,
    Kind.WATERFALL: draw_falls,
}


def draw(chart: Chart, *, theme: Theme, height: int | None = None) -> go.Figure:
    """The chart as a plotly figure without title, on a transparent ground.

    Args:
        chart: any kind but TABLE, whose cells the page shows as a table.
        theme: "light" or "dark".
        height: in pixels; None lets the kind and the number of bars or rows decide.

    Returns:
        A figure whose `customdata` holds, point by point, the key that a click selects.

    Raises:
        ValueError: the chart is a TABLE.
    """
    if chart.kind is Kind.TABLE:
        raise ValueError("A table is shown as a table; there is nothing to draw.")
    palette = PALETTES[theme]
    chart = drawable(chart)
    if not any(p.y is not None for s in chart.series for p in s.points):
        return _empty(chart, palette, height)
    drawing = _DRAWN[chart.kind](chart, palette, height)
    return go.Figure(data=list(drawing.traces), layout=drawing.layout | {"height": drawing.height})


def plotly_config(chart: Chart) -> dict[str, Any]:
    """The mode bar: one button, which saves the figure as a vector image named for its title."""
    name = re.sub(r"[^\w]+", "-", chart.title).strip("-").lower()[:60].rstrip("-")
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {"format": "svg", "filename": name or "chart", "scale": 1},
        "scrollZoom": False,
        "doubleClick": False,
        "typesetMath": False,
    }


def _empty(chart: Chart, palette: Palette, height: int | None) -> go.Figure:
    parts = layout(chart, palette)
    hidden = {"visible": False, "fixedrange": True}
    said = {
        "text": escape(say("There are no values to draw in this selection.")),
        "x": 0.5,
        "y": 0.5,
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "font": {"size": SIZE, "color": palette.soft},
    }
    extra = {"annotations": [said], "xaxis": hidden, "yaxis": hidden, "height": height or 160}
    return go.Figure(layout=parts | extra)
