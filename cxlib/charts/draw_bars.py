"""Bars: one value with its interval a label, stacked shares, columns of a histogram."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from cxlib.charts.chart import Chart, Point
from cxlib.charts.draw_lines import most_labels
from cxlib.charts.frame import (
    SMALL,
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
from cxlib.charts.palette import Palette, ink_on, mix, series_colours
from cxlib.charts.spans import base, value_span
from cxlib.charts.words import count, number, shorten_all
from cxlib.locale.speak import say

_LETTERS = 28  # of a name on one line; what does not fit is in the tooltip
_ROOMY = 12  # up to so many rows have room for names on two lines
_THICK = 0.66  # share of a row that its bars fill
_LETTER = 7.2  # pixels a letter takes at the size of a label


def draw_intervals(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """Level bars, the first label on top, value and n in a column where no whisker reaches."""
    tall = height or _rows_height(chart)
    span = value_span(chart)
    parts = layout(chart, palette, hover="y" if len(chart.series) == 1 else "closest")
    parts["xaxis"] = value_axis(chart.axis, span, palette) | {"nticks": 6}
    parts["xaxis"]["title"] = across_name(chart.axis.title, palette)
    parts["yaxis"] = _names_axis(chart, palette)
    parts["margin"]["t"] = 32 if chart.lines else 14
    if parts["showlegend"]:
        _legend_above(parts, tall)
    rules(parts, chart, palette, span)
    if len(chart.series) == 1:
        _column_of_values(parts, chart, palette)
    traces = (
        _mark_traces(chart, palette) if chart.axis.log else _bar_traces(chart, palette, level=True)
    )
    return Drawing(traces, parts, tall)


def draw_histogram(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """Columns over the labels, series side by side."""
    tall = height or 320
    span = value_span(chart)
    parts = layout(chart, palette, hover="x" if len(chart.series) == 1 else "closest")
    longest = max(len(label) for label in chart.labels)
    most = max(4, min(14, 90 // (longest + 2)))
    parts["xaxis"] = label_axis(chart.labels, palette, most=most, letters=18)
    parts["xaxis"]["range"] = [-0.6, len(chart.labels) - 0.4]
    if chart.x_axis is not None:
        parts["xaxis"]["title"] = across_name(chart.x_axis.title, palette)
    parts["yaxis"] = value_axis(chart.axis, span, palette)
    rules(head(parts, chart, palette, tall), chart, palette, span)
    return Drawing(_bar_traces(chart, palette, level=False), parts, tall)


def draw_shares(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """Bars of 100 %: upright over periods, else level with the first label on top."""
    upright = chart.click == "period"
    tall = height or (340 if upright else _rows_height(chart))
    parts = layout(chart, palette)
    parts["barmode"] = "stack"
    parts["uniformtext"] = {"minsize": 10, "mode": "hide"}
    values = value_axis(chart.axis, (0.0, 1.0), palette) | {"tickformat": ".0%", "dtick": 0.25}
    if upright:
        parts["xaxis"] = label_axis(
            chart.labels, palette, most=most_labels(chart.labels), letters=14
        )
        parts["yaxis"] = values
        head(parts, chart, palette, tall)
    else:
        parts["xaxis"] = values | {"showgrid": False}
        parts["yaxis"] = _names_axis(chart, palette)
        _legend_above(parts, tall)
        _column_of_counts(parts, chart, palette)
    return Drawing(tuple(_share_traces(chart, palette, level=not upright)), parts, tall)


def _legend_above(parts: Parts, tall: int) -> None:
    top = parts["margin"]["t"]
    parts["legend"]["y"] = 1 + (top - 6) / max(80, tall - 80)
    parts["margin"]["t"] = top + 26


def bar_colours(points: Sequence[Point], colour: str, palette: Palette) -> list[str]:
    """The series' colour; pale where a value is not final or rests on few observations."""
    pale = mix(colour, palette.paper, 0.42)
    return [pale if point.hollow else colour for point in points]


def bar_places(chart: Chart) -> tuple[float, tuple[float, ...]]:
    """Thickness of a bar and the offset of each series' bars from the middle of their row."""
    several = max(1, len(chart.series))
    thick = (_THICK if several == 1 else 0.8) / several
    return thick, tuple(thick * (place - (several - 1) / 2) for place in range(several))


def _rows_height(chart: Chart) -> int:
    row = 36 if len(chart.labels) <= _ROOMY else 26
    several = len(chart.series) if chart.kind == "intervals" else 1
    row = row if several == 1 else max(row, 18 * several + 10)
    return 86 + row * len(chart.labels)


def _names_axis(chart: Chart, palette: Palette) -> Parts:
    many = len(chart.labels)
    lines = 2 if many <= _ROOMY else 1
    axis = label_axis(chart.labels, palette, most=many, letters=lines * _LETTERS)
    short = shorten_all(chart.labels, lines * _LETTERS)
    names = ["<br>".join(map(escape, textwrap.wrap(name, _LETTERS))) for name in short]
    font = {"size": SMALL, "color": palette.ink}
    return axis | {"range": [many - 0.5, -0.5], "ticktext": names, "tickfont": font}


def _bar_traces(chart: Chart, palette: Palette, *, level: bool) -> tuple[Parts, ...]:
    colours = series_colours(chart, palette)
    thick, offsets = bar_places(chart)
    traces = []
    for place, series in enumerate(chart.series):
        rows = [row + offsets[place] for row in range(len(series.points))]
        lengths = [None if p.y is None else p.y - base(chart) for p in series.points]
        along, across = ("x", "y") if level else ("y", "x")
        traces.append(
            {
                "type": "bar",
                "orientation": "h" if level else "v",
                "name": escape(series.name),
                "legendgroup": str(place),
                along: lengths,
                across: rows,
                "base": base(chart),
                "width": thick * (0.94 if len(chart.series) > 1 else 1),
                "marker": {
                    "color": bar_colours(series.points, colours[place], palette),
                    "line": {"width": 0},
                    "cornerradius": 2,
                },
                "unselected": {"marker": {"opacity": 0.4}},
                "hovertext": tooltips(chart, series),
                "hoverinfo": "text",
                "customdata": list(keys(chart)),
            }
        )
        traces += _whiskers(series.points, rows, palette, level=level)
    return tuple(traces)


def _mark_traces(chart: Chart, palette: Palette) -> tuple[Parts, ...]:
    """Marks upon their whiskers, for ratios, which have no zero to begin a bar at."""
    colours = series_colours(chart, palette)
    _, offsets = bar_places(chart)
    traces = []
    for place, series in enumerate(chart.series):
        rows = [row + offsets[place] for row in range(len(series.points))]
        fills = bar_colours(series.points, colours[place], palette)
        traces += _whiskers(series.points, rows, palette, level=True)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": escape(series.name),
                "legendgroup": str(place),
                "x": [point.y for point in series.points],
                "y": rows,
                "marker": {
                    "symbol": "square",
                    "size": 11 if len(rows) <= _ROOMY else 9,
                    "opacity": 1,
                    "color": fills,
                    "line": {"width": 1.5, "color": palette.paper},
                },
                "unselected": {"marker": {"opacity": 0.4}},
                "hovertext": tooltips(chart, series),
                "hoverinfo": "text",
                "customdata": list(keys(chart)),
                "cliponaxis": False,
            }
        )
    return tuple(traces)


def _whiskers(
    points: Sequence[Point], rows: Sequence[float], palette: Palette, *, level: bool
) -> list[Parts]:
    """Each interval as its own line from low to high, edged in paper so that it shows on bars."""
    ends: list[float | None] = []
    places: list[float | None] = []
    for point, row in zip(points, rows, strict=True):
        if point.low is not None and point.high is not None:
            ends += [point.low, point.high, None]
            places += [row, row, None]
    if not ends:
        return []
    along, across = ("x", "y") if level else ("y", "x")
    cap = "line-ns-open" if level else "line-ew-open"
    long = 9 if len(rows) <= 12 and level else 7
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            along: ends,
            across: places,
            "line": {"color": colour, "width": wide},
            "marker": {"symbol": cap, "size": size, "line": {"color": colour, "width": wide}},
            "unselected": {"marker": {"opacity": 1}},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for colour, wide, size in ((palette.paper, 3.5, long + 2), (palette.ink, 1.5, long))
    ]


def _column_of_values(parts: Parts, chart: Chart, palette: Palette) -> None:
    """Value and n of each bar, in two columns right of the plot."""
    points = chart.series[0].points
    values = [number(point.y, chart.axis.form) for point in points]
    counts = ["" if p.n is None else say("n {n}", n=count(p.n)) for p in points]
    wide = _LETTER * max(len(text) for text in values)
    for row, (value, said) in enumerate(zip(values, counts, strict=True)):
        parts["annotations"].append(
            _beside(f"<b>{escape(value)}</b>", row, 16 + wide, "right", palette.ink)
        )
        if said:
            parts["annotations"].append(_beside(said, row, 26 + wide, "left", palette.soft))
    parts["margin"]["r"] = 22 + wide + _counts_width(counts)


def _column_of_counts(parts: Parts, chart: Chart, palette: Palette) -> None:
    if not chart.series:
        return
    counts = ["" if p.n is None else say("n {n}", n=count(p.n)) for p in chart.series[0].points]
    for row, said in enumerate(counts):
        if said:
            parts["annotations"].append(_beside(said, row, 10, "left", palette.soft))
    parts["margin"]["r"] = 24 + _counts_width(counts)


def _counts_width(counts: Sequence[str]) -> float:
    longest = max((len(said) for said in counts), default=0)
    return 14 + 6.6 * longest if longest else 0.0


def _beside(text: str, row: int, shift: float, anchor: str, colour: str) -> Parts:
    return {"text": text, "x": 1, "xref": "paper", "xanchor": anchor, "xshift": shift, "y": row,
            "yref": "y", "yanchor": "middle", "showarrow": False,
            "font": {"size": SMALL, "color": colour}}  # fmt: skip


def _share_traces(chart: Chart, palette: Palette, *, level: bool) -> list[Parts]:
    along, across = ("x", "y") if level else ("y", "x")
    traces = []
    for series, colour in zip(chart.series, series_colours(chart, palette), strict=True):
        said = ["" if p.y is None else number(p.y, ".0%") for p in series.points]
        traces.append(
            {
                "type": "bar",
                "orientation": "h" if level else "v",
                "name": escape(series.name),
                along: [point.y for point in series.points],
                across: list(range(len(series.points))),
                "width": _THICK if level else 0.84,
                "marker": {"color": colour, "line": {"color": palette.paper, "width": 1}},
                "text": said,
                "textposition": "inside",
                "insidetextanchor": "middle",
                "textangle": 0,
                "insidetextfont": {"color": ink_on(colour), "size": SMALL},
                "unselected": {"marker": {"opacity": 0.4}},
                "hovertext": tooltips(chart, series),
                "hoverinfo": "text",
                "customdata": list(keys(chart)),
            }
        )
    return traces
