"""Lines over periods and survival steps, each with its band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cxlib.charts.chart import Chart, Kind, Point, Series
from cxlib.charts.frame import (
    SIZE,
    Drawing,
    Parts,
    across_name,
    escape,
    head,
    keys,
    label_axis,
    layout,
    rules,
    tooltips,
    value_axis,
)
from cxlib.charts.palette import Palette, band, mix, series_colours
from cxlib.charts.ratios import note_place
from cxlib.charts.spans import across_span, value_span
from cxlib.charts.words import number

HEIGHT = 340
_FEW_MARKERS = 40


def draw_line(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """One line a series over the labels; hollow markers are not final."""
    tall = height or HEIGHT
    span = value_span(chart)
    parts = layout(chart, palette, hover="x" if len(chart.series) == 1 else "closest")
    count = len(chart.labels)
    parts["xaxis"] = label_axis(chart.labels, palette, most=most_labels(chart.labels), letters=18)
    parts["xaxis"]["range"] = [-0.35, max(count - 1, 0) + 0.35]
    parts["yaxis"] = value_axis(chart.axis, span, palette)
    rules(head(parts, chart, palette, tall), chart, palette, span)
    if len(chart.series) == 1:
        _last_value(parts, chart, palette)
    places = [float(place) for place in range(count)]
    return Drawing(_traces(chart, palette, [places] * len(chart.series)), parts, tall)


def draw_steps(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """One curve a series that keeps its height until the next point."""
    tall = height or HEIGHT
    span = value_span(chart)
    parts = layout(chart, palette)
    parts["xaxis"] = _x_axis(chart, palette)
    parts["yaxis"] = value_axis(chart.axis, span, palette)
    low, high = parts["yaxis"]["range"]
    parts["yaxis"]["range"] = [low, high + 0.01 * (high - low)]  # a line along the top is whole
    rules(head(parts, chart, palette, tall), chart, palette, span)
    return Drawing(_traces(chart, palette, [_across(s) for s in chart.series]), parts, tall)


def _x_axis(chart: Chart, palette: Palette) -> Parts:
    if chart.x_axis is None:
        raise ValueError(f"A chart of kind '{chart.kind}' needs an x axis.")
    axis = value_axis(chart.x_axis, across_span(chart), palette)
    title = across_name(chart.x_axis.title, palette)
    return axis | {"showgrid": False, "zeroline": False, "title": title}


def _across(series: Series) -> list[float | None]:
    return [point.x for point in series.points]


def most_labels(labels: Sequence[str]) -> int:
    """How many labels fit side by side on a card of usual width."""
    longest = max((len(label) for label in labels), default=1)
    return max(3, min(12, 72 // (longest + 2)))


def _traces(
    chart: Chart, palette: Palette, across: Sequence[Sequence[float | None]]
) -> tuple[Parts, ...]:
    colours = series_colours(chart, palette)
    bands: list[Parts] = []
    lines: list[Parts] = []
    for place, (series, colour) in enumerate(zip(chart.series, colours, strict=True)):
        points = list(zip(across[place], series.points, strict=True))
        steps = is_stair(chart, series)
        whole = _line(chart, palette, place, colour=colour, across=across[place])
        thin = thin_from(chart, series)
        tint = band(colour, bands=len(colours))
        bands.append(_band(points[: thin + 1], tint, place=str(place), steps=steps))
        if thin == len(points):
            lines.append(whole)
            continue
        faint = band(palette.neutral, bands=2 * len(colours))
        bands.append(_band(points[thin:], faint, place=str(place), steps=steps))
        lines += [_part(whole, slice(thin + 1)), _thin_end(whole, thin, palette, colour)]
    return tuple([shape for shape in bands if shape["x"]] + lines)


def is_stair(chart: Chart, series: Series) -> bool:
    """Whether the points are joined by a stair, not by straight lines."""
    return chart.kind is Kind.STEPS and not series.smooth


def thin_from(chart: Chart, series: Series) -> int:
    """The place from which a curve rests on few customers; the number of points for nowhere."""
    if chart.kind is not Kind.STEPS:
        return len(series.points)
    hollow = (place for place, point in enumerate(series.points) if point.hollow)
    return next(hollow, len(series.points))


def _part(whole: Parts, places: slice) -> Parts:
    kept = {name: whole[name][places] for name in ("x", "y", "hovertext")}
    return whole | kept


def _thin_end(whole: Parts, thin: int, palette: Palette, colour: str) -> Parts:
    """The curve from `thin` on, faint; it appears and disappears with the rest."""
    line = whole["line"] | {"color": mix(colour, palette.paper, 0.42), "width": 2}
    return _part(whole, slice(thin, None)) | {"line": line, "showlegend": False}


def _line(
    chart: Chart, palette: Palette, place: int, *, colour: str, across: Sequence[float | None]
) -> Parts:
    series = chart.series[place]
    steps = chart.kind is Kind.STEPS
    shape = "hv" if is_stair(chart, series) else "linear"
    marked = not steps and len(series.points) <= _FEW_MARKERS
    dash = "dash" if series.dashed else "solid"
    fills = [palette.paper if point.hollow else colour for point in series.points]
    return {
        "type": "scatter",
        "name": escape(series.name),
        "legendgroup": str(place),
        "mode": "lines+markers" if marked else "lines",
        "x": list(across),
        "y": [point.y for point in series.points],
        "line": {"color": colour, "width": 2.5, "dash": dash, "shape": shape},
        "marker": {"size": 7, "color": fills, "line": {"color": colour, "width": 2}},
        "unselected": {"marker": {"opacity": 0.45}},
        "hovertext": tooltips(chart, series),
        "hoverinfo": "text",
        "customdata": None if steps else list(keys(chart)),
    }


def _band(
    points: Sequence[tuple[float | None, Point]], fill: str, *, place: str, steps: bool
) -> Parts:
    """The area between the limits, one closed shape for each run of points that have both."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for run in _runs(points):
        if len(run) == 1 and not steps:  # a lone point's band is as wide as its marker
            x, a, b = run[0]
            run = [(x - 0.1, a, b), (x + 0.1, a, b)]
        low, high = [(x, a) for x, a, _ in run], [(x, b) for x, _, b in run]
        if steps:
            low, high = stepped(low), stepped(high)
        outline = high + low[::-1]
        xs += [x for x, _ in outline] + [None]
        ys += [y for _, y in outline] + [None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": xs[:-1],
        "y": ys[:-1],
        "fill": "toself",
        "fillcolor": fill,
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
        "legendgroup": place,
    }


def _runs(
    points: Sequence[tuple[float | None, Point]],
) -> Iterator[list[tuple[float, float, float]]]:
    """Stretches of neighbouring points that have both limits, as (x, low, high)."""
    run: list[tuple[float, float, float]] = []
    for x, point in points:
        if x is None or point.low is None or point.high is None:
            if run:
                yield run
            run = []
        else:
            run.append((x, point.low, point.high))
    if run:
        yield run


def stepped(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Corners of the stair that keeps each height until the next x."""
    corners = list(points[:1])
    for (_, before), (x, y) in pairwise(points):
        corners += [(x, before), (x, y)]
    return corners


def _last_value(parts: Parts, chart: Chart, palette: Palette) -> None:
    """Write the latest known value beside its point, in the right margin."""
    points = chart.series[0].points
    known = [(place, p.y) for place, p in enumerate(points) if p.y is not None]
    if not known or known[-1][0] != len(points) - 1:
        return
    place, y = known[-1]
    text = number(y, chart.axis.form)
    colour = series_colours(chart, palette)[0]
    if any(not line.vertical for line in chart.lines):
        return  # the margin holds the names of the reference lines
    parts["annotations"].append(
        {"text": f"<b>{escape(text)}</b>", "x": place, "y": note_place(y, chart.axis),
         "xanchor": "left", "xshift": 9, "showarrow": False,
         "font": {"size": SIZE, "color": colour}}
    )  # fmt: skip
    parts["margin"]["r"] = max(parts["margin"]["r"], 12 + 8 * len(text))
