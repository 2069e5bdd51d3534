"""A waterfall: levels on zero, and between them the steps that lead from one to the next."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import pairwise

from cxlib.charts.chart import Chart
from cxlib.charts.falls import Fall, falls
from cxlib.charts.frame import (
    SIZE,
    SMALL,
    Drawing,
    Parts,
    escape,
    head,
    keys,
    label_axis,
    layout,
    rules,
    tooltip,
    value_axis,
)
from cxlib.charts.palette import Palette, mix, tone
from cxlib.charts.spans import value_span
from cxlib.charts.words import number, point_form, shorten_all

_WIDE = 0.62  # share of a label's room that its bar fills
_LETTERS = 76  # of all labels side by side, on one line
_LINES = 4
_WRITTEN = 16  # with more bars than this, numbers are in the tooltip only


def draw_falls(chart: Chart, palette: Palette, height: int | None) -> Drawing:
    """Columns with thin lines from the end of each to the beginning of the next."""
    tall = height or 340
    span = value_span(chart)
    bars = falls(chart)
    parts = layout(chart, palette)
    parts["xaxis"] = _names_axis(chart, palette)
    parts["yaxis"] = value_axis(chart.axis, span, palette)
    rules(head(parts, chart, palette, tall), chart, palette, span)
    parts["margin"]["t"] += 8
    traces = [_connectors(bars, palette), *_bars(chart, bars, palette), *_limits(bars, palette)]
    if len(bars) <= _WRITTEN:
        traces.append(_numbers(chart, bars, palette))
    return Drawing(tuple(traces), parts, tall)


def fall_colours(chart: Chart, palette: Palette) -> dict[str, str]:
    """The colour of levels, rises and falls."""
    level = tone(palette, chart.series[0], 0, alone=True)
    return {"level": level, "rise": palette.good, "fall": palette.bad}


def fall_text(chart: Chart, bar: Fall) -> str:
    """What is written at the end of a bar: steps bear their sign."""
    return number(bar.point.y, point_form(chart, 0 if bar.level else 1))


def _names_axis(chart: Chart, palette: Palette) -> Parts:
    count = len(chart.labels)
    letters = max(7, _LETTERS // max(1, count))
    axis = label_axis(chart.labels, palette, most=12, letters=_LINES * letters)
    places = axis["tickvals"]
    short = shorten_all([chart.labels[place] for place in places], _LINES * letters)
    names = ["<br>".join(map(escape, _wrapped(name, letters))) for name in short]
    return axis | {"ticktext": names, "range": [-0.6, count - 0.4], "tickangle": 0}


def _wrapped(name: str, letters: int) -> list[str]:
    """The name on several lines; a word that is a little too long stays whole."""
    longest = max((len(word) for word in name.split()), default=0)
    return textwrap.wrap(name, max(letters, min(longest, letters + 4)))


def _bars(chart: Chart, bars: Sequence[Fall], palette: Palette) -> list[Parts]:
    """One trace for the levels and one for the steps, so that each is named as its series."""
    colours = fall_colours(chart, palette)
    traces = []
    for place, series in enumerate(chart.series[:2]):
        mine = [bar for bar in bars if bar.level == (place == 0)]
        strong = [colours[bar.tone] for bar in mine]
        fills = [
            mix(colour, palette.paper, 0.42) if bar.point.hollow else colour
            for bar, colour in zip(mine, strong, strict=True)
        ]
        traces.append(
            {
                "type": "bar",
                "name": escape(series.name),
                "x": [bar.place for bar in mine],
                "y": [bar.point.y for bar in mine],
                "base": [bar.start for bar in mine],
                "width": _WIDE,
                "marker": {"color": fills, "line": {"width": 0}, "cornerradius": 2},
                "unselected": {"marker": {"opacity": 0.4}},
                "hovertext": [tooltip(chart, series, bar.place) for bar in mine],
                "hoverinfo": "text",
                "customdata": [keys(chart)[bar.place] for bar in mine],
            }
        )
    return [trace for trace in traces if trace["x"]]


def _connectors(bars: Sequence[Fall], palette: Palette) -> Parts:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for before, after in pairwise(bars):
        xs += [before.place + _WIDE / 2, after.place - _WIDE / 2, None]
        ys += [before.end, before.end, None]
    return _quiet({"mode": "lines", "x": xs, "y": ys, "line": {"color": palette.soft, "width": 1}})


def _limits(bars: Sequence[Fall], palette: Palette) -> list[Parts]:
    known = [bar for bar in bars if bar.low is not None]
    if not known:
        return []
    xs = [x for bar in known for x in (bar.place, bar.place, None)]
    ys = [y for bar in known for y in (bar.low, bar.high, None)]
    return [
        _quiet({"mode": "lines", "x": xs, "y": ys, "line": {"color": colour, "width": wide}})
        for colour, wide in ((palette.paper, 3.5), (palette.ink, 1.5))
    ]


def _numbers(chart: Chart, bars: Sequence[Fall], palette: Palette) -> Parts:
    """The number of each bar beyond its end: under falls and what lies below zero."""
    under = [(bar.point.y or 0) < 0 for bar in bars]
    ends = [
        min(bar.end, bar.end if bar.low is None else bar.low)
        if below
        else max(bar.end, bar.end if bar.high is None else bar.high)
        for bar, below in zip(bars, under, strict=True)
    ]
    return _quiet(
        {
            "mode": "markers+text",
            "marker": {"size": 7, "opacity": 0},  # keeps the number off the bar
            "x": [bar.place for bar in bars],
            "y": ends,
            "text": [
                f"<b>{escape(fall_text(chart, bar))}</b>"
                if bar.level
                else escape(fall_text(chart, bar))
                for bar in bars
            ],
            "textposition": ["bottom center" if below else "top center" for below in under],
            "textfont": {"size": SIZE if len(bars) <= 10 else SMALL, "color": palette.ink},
            "unselected": {"marker": {"opacity": 0}, "textfont": {"color": palette.ink}},
            "cliponaxis": False,
        }
    )


def _quiet(trace: Parts) -> Parts:
    return {"type": "scatter", "hoverinfo": "skip", "showlegend": False} | trace
