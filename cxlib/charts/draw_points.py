"""Points with crosses, their names written where there is room."""

from __future__ import annotations

from cxlib.charts.chart import Chart, Series
from cxlib.charts.draw_lines import HEIGHT
from cxlib.charts.frame import (
    SMALL,
    Drawing,
    Parts,
    across_name,
    escape,
    head,
    keys,
    layout,
    rules,
    tooltips,
    value_axis,
)
from cxlib.charts.palette import Palette, series_colours
from cxlib.charts.ratios import share_of_span
from cxlib.charts.spans import across_span, name_sides, value_span
from cxlib.charts.words import point_name, shorten

_NAMED = 30
_SIZES = ((60, 9, 1.0), (300, 6, 0.8))  # up to so many points: marker size, opacity
_CLOUD = (5, 0.45)
_TEXT_SIDES = {
    "top": "top center",
    "bottom": "bottom center",
    "right": "middle right",
    "left": "middle left",
    "": "top center",
}


def draw_scatter(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """One marker a point, a whisker where it has limits."""
    if chart.x_axis is None:
        raise ValueError(f"A chart of kind '{chart.kind}' needs an x axis.")
    tall = height or HEIGHT + 40
    span = value_span(chart)
    parts = layout(chart, palette)
    title = across_name(chart.x_axis.title, palette)
    across = value_axis(chart.x_axis, across_span(chart), palette)
    parts["xaxis"] = across | {"showgrid": False, "zeroline": False, "title": title}
    parts["yaxis"] = value_axis(chart.axis, span, palette)
    rules(head(parts, chart, palette, tall), chart, palette, span)
    colours = scatter_colours(chart, palette)
    names = written_names(chart)
    traces: list[Parts] = []
    for place, series in enumerate(chart.series):
        traces.append(_crosses(series, colours[place], str(place)))
        traces.append(_markers(chart, palette, place, colour=colours[place], names=names[place]))
    return Drawing(tuple(traces), parts, tall)


def scatter_colours(chart: Chart, palette: Palette) -> tuple[str, ...]:
    """One colour a series; series of one named point are told apart by name, not by colour."""
    if all(len(s.points) == 1 and not s.tone for s in chart.series):
        return (palette.accent,) * len(chart.series)
    return series_colours(chart, palette)


def written_names(chart: Chart) -> tuple[tuple[tuple[str, str], ...], ...]:
    """For each point of each series its short name and its side; the side is "" without room."""
    low, high = value_span(chart)
    left, right = across_span(chart)
    places, names = [], []
    for series in chart.series:
        for place, point in enumerate(series.points):
            known = point.x is not None and point.y is not None
            x, y = (point.x or 0.0, point.y or 0.0) if known else (left, low)
            axis = chart.x_axis or chart.axis
            across = share_of_span(x, (left, right), axis)
            places.append((across, share_of_span(y, (low, high), chart.axis)))
            names.append(shorten(point_name(chart, series, place), 26) if known else "")
    crowded = sum(1 for name in names if name) > _NAMED
    sides = iter(("",) * len(names) if crowded else name_sides(places, names))
    spelled = iter(names)
    return tuple(tuple((next(spelled), next(sides)) for _ in s.points) for s in chart.series)


def _markers(
    chart: Chart, palette: Palette, place: int, *, colour: str, names: tuple[tuple[str, str], ...]
) -> Parts:
    series = chart.series[place]
    fills = [palette.paper if point.hollow else colour for point in series.points]
    count = sum(len(s.points) for s in chart.series)
    size, opacity = next(((size, o) for most, size, o in _SIZES if count <= most), _CLOUD)
    return {
        "type": "scatter",
        "mode": "markers+text" if any(side for _, side in names) else "markers",
        "name": escape(series.name),
        "legendgroup": str(place),
        "x": [point.x for point in series.points],
        "y": [point.y for point in series.points],
        "text": [escape(name) if side else "" for name, side in names],
        "textposition": [_TEXT_SIDES[side] for _, side in names],
        "textfont": {"size": SMALL, "color": palette.ink},
        "marker": {
            "size": size,
            "opacity": opacity,
            "color": colour if set(fills) == {colour} else fills,
            "line": {"color": colour, "width": 2 if size > 6 else 0},
        },
        "unselected": {"marker": {"opacity": 0.35}},
        "hovertext": tooltips(chart, series),
        "hoverinfo": "text",
        "customdata": list(keys(chart)) or [series.name] * len(series.points),
        "cliponaxis": False,
    }


def _crosses(series: Series, colour: str, group: str) -> Parts:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for point in series.points:
        if point.low is not None and point.high is not None:
            xs += [point.x, point.x, None]
            ys += [point.low, point.high, None]
        if point.x_low is not None and point.x_high is not None:
            xs += [point.x_low, point.x_high, None]
            ys += [point.y, point.y, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs,
        "y": ys,
        "line": {"color": colour, "width": 1.5},
        "opacity": 0.6,
        "hoverinfo": "skip",
        "showlegend": False,
        "legendgroup": group,
    }
