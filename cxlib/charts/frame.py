"""What every figure shares: the empty layout, axes, tooltips, reference lines."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape as escape_html
from math import log10
from typing import Any

from cxlib.charts.chart import Axis, Chart, Kind, Line, Point, Series
from cxlib.charts.palette import Palette
from cxlib.charts.ratios import note_place, ratio_ticks, share_of_span, tick_text
from cxlib.charts.spans import step_between
from cxlib.charts.words import (
    decimal_comma,
    interval,
    legend_needed,
    level_text,
    number,
    point_form,
    point_name,
    shorten,
    shorten_all,
)
from cxlib.locale.speak import say

FONT = '"Source Sans", "Source Sans 3", "Source Sans Pro", "Segoe UI", system-ui, sans-serif'
SIZE = 13
SMALL = 12

Parts = dict[str, Any]  # a piece of a plotly figure, as plotly's own JSON names it


@dataclass(frozen=True, slots=True)
class Drawing:
    """Traces and layout of a figure, as plotly's JSON; `height` in pixels."""

    traces: tuple[Parts, ...]
    layout: Parts
    height: int


def escape(text: str) -> str:
    """User text that plotly shows as it is: tags and entities lose their meaning."""
    return escape_html(" ".join(text.split()), quote=False)


def keys(chart: Chart) -> tuple[str, ...]:
    """What a click on each label returns."""
    return chart.keys or chart.labels


def tooltip(chart: Chart, series: Series, place: int) -> str:
    """Everything known about one point: name, value, interval, n, note."""
    point = series.points[place]
    name = point_name(chart, series, place)
    heads = [name] if name else []
    if len(chart.series) > 1 and series.name not in heads:
        heads.append(series.name)
    lines = [escape(" · ".join(heads))] if heads else []
    if point.x is not None and chart.x_axis is not None:
        lines.append(escape(f"{chart.x_axis.title} {number(point.x, chart.x_axis.form)}".strip()))
        across = interval(Point(point.x, point.x_low, point.x_high), chart.x_axis.form)
        lines += [escape(f"{level_text(chart.level)} {across}".strip())] if across else []
    form = point_form(chart, chart.series.index(series))
    lines.append(f"<b>{escape(number(point.y, form))}</b>")
    limits = interval(point, chart.axis.form)
    if limits:
        lines.append(escape(f"{level_text(chart.level)} {limits}".strip()))
    if point.n is not None:
        lines.append(escape(say("n {n}", n=number(point.n, ",d"))))
    lines += [escape(line) for line in textwrap.wrap(point.note, 48)]
    return "<br>".join(lines)


def tooltips(chart: Chart, series: Series) -> list[str]:
    """The tooltip of every point of a series."""
    return [tooltip(chart, series, place) for place in range(len(series.points))]


def layout(chart: Chart, palette: Palette, *, hover: str = "closest") -> Parts:
    """The calm empty sheet: transparent, no title, nothing to drag, a legend only where needed."""
    return {
        "template": "none",  # all that matters is said here
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": SIZE, "color": palette.ink},
        "separators": ",." if decimal_comma() else ".,",
        "margin": {"l": 8, "r": 24, "t": 14, "b": 8},
        "clickmode": "event+select" if chart.click else "event",
        "dragmode": False,
        "hovermode": hover,
        "hoverdistance": 40,
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.paper,
            "bordercolor": palette.soft,
            "font": {"family": FONT, "size": SIZE, "color": palette.ink},
            "namelength": -1,
        },
        "showlegend": legend_needed(chart),
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "yanchor": "bottom",
            "font": {"size": SMALL, "color": palette.ink},
            "bgcolor": "rgba(0,0,0,0)",
            "itemclick": "toggle",
            "traceorder": "normal",
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": palette.soft},
        "annotations": [],
        "shapes": [],
    }


def value_axis(axis: Axis, span: tuple[float, float], palette: Palette) -> Parts:
    """An axis of numbers with a quiet grid; ticks lose needless zeros."""
    if axis.log:
        return _number_axis(palette) | {
            "type": "log",
            "range": [log10(end) for end in span],
            "tickvals": list(ratio_ticks(span)),
            "ticktext": [tick_text(mark) for mark in ratio_ticks(span)],
            "zeroline": False,
        }
    return _number_axis(palette) | {
        "range": list(span),
        "tickformat": _tick_form(axis.form),
        "zeroline": span[0] < 0 < span[1],
        "zerolinecolor": palette.soft,
        "zerolinewidth": 1,
        "nticks": 7,
    }


def _number_axis(palette: Palette) -> Parts:
    return {
        "fixedrange": True,
        "tickfont": {"size": SMALL, "color": palette.soft},
        "ticklabelstandoff": 4,
        "ticks": "",
        "gridcolor": palette.grid,
        "gridwidth": 1,
        "showline": False,
        "automargin": True,
    }


def label_axis(labels: tuple[str, ...], palette: Palette, *, most: int, letters: int) -> Parts:
    """An axis of names at 0, 1, 2, ...; at most `most` are written, cut at `letters`."""
    step = step_between(len(labels), most)
    shown = range(0, len(labels), step)
    names = shorten_all([labels[place] for place in shown], letters)
    return {
        "tickvals": list(shown),
        "ticktext": [escape(name) for name in names],
        "tickfont": {"size": SMALL, "color": palette.soft},
        "ticklabelstandoff": 4,
        "ticks": "",
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
    }


def _axis_name(title: str, palette: Palette, shift: int) -> Parts:
    """The name of an upright axis, written level, `shift` pixels above its top."""
    return {
        "text": escape(title),
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": shift,
        "showarrow": False,
        "font": {"size": SMALL, "color": palette.soft},
    }


def across_name(title: str, palette: Palette) -> Parts:
    """The name of a level axis, under it."""
    font = {"size": SMALL, "color": palette.soft}
    return {"text": escape(title), "font": font, "standoff": 8}


def head(parts: Parts, chart: Chart, palette: Palette, height: int) -> Parts:
    """Room above the plot for line names, the upright axis' name and the legend."""
    top = 14 + (18 if any(line.vertical for line in chart.lines) else 0)
    if chart.axis.title:
        parts["annotations"].append(_axis_name(chart.axis.title, palette, top - 8))
        top += 20
    if parts["showlegend"]:
        parts["legend"]["y"] = 1 + (top - 8) / max(80, height - top - 60)
        top += 26
    parts["margin"]["t"] = top
    return parts


def rule(line: Line, palette: Palette, *, upright: bool) -> Parts:
    """A reference line across the whole plot, upright or level."""
    paper = {"xref": "x", "yref": "paper"} if upright else {"xref": "paper", "yref": "y"}
    ends = (line.at, line.at, 0, 1) if upright else (0, 1, line.at, line.at)
    return {
        "type": "line",
        **paper,
        **dict(zip(("x0", "x1", "y0", "y1"), ends, strict=True)),
        "line": {"color": palette.soft, "width": 1, "dash": "dash"},
        "layer": "between",
    }


def rules(parts: Parts, chart: Chart, palette: Palette, span: tuple[float, float]) -> Parts:
    """Reference lines with their names in the right margin, kept apart; returns `parts` changed.

    `span` is the range of the value axis. Names of upright lines stand at the top.
    """
    lying = chart.kind in (Kind.INTERVALS, Kind.SHARES)
    level = sorted((x for x in chart.lines if x.vertical == lying), key=lambda x: x.at)
    upright = [x for x in chart.lines if x.vertical != lying]
    plain = Axis("")
    across, along = (chart.axis, plain) if lying else (chart.x_axis or plain, chart.axis)
    parts["shapes"] += [rule(x, palette, upright=True) for x in upright]
    parts["shapes"] += [rule(x, palette, upright=False) for x in level]
    font = {"size": SMALL, "color": palette.soft}
    for line in upright:
        parts["annotations"].append(
            {"text": escape(shorten(line.name, 30)), "xref": "x",
             "x": note_place(line.at, across), "y": 1, "yref": "paper", "yanchor": "bottom",
             "showarrow": False, "font": font}
        )  # fmt: skip
    shares = [share_of_span(x.at, span, along) for x in level]
    for line, shift in zip(level, _apart(shares), strict=True):
        parts["annotations"].append(
            {"text": escape(shorten(line.name, 22)), "x": 1, "xref": "paper", "xanchor": "left",
             "xshift": 6, "y": note_place(line.at, along), "yref": "y", "yanchor": "middle",
             "yshift": shift,
             "showarrow": False, "font": font}
        )  # fmt: skip
    if level:
        longest = max(len(shorten(line.name, 22)) for line in level)
        parts["margin"]["r"] = max(parts["margin"]["r"], 14 + 7 * longest)
    return parts


def _apart(shares: list[float], tall: float = 260, gap: float = 15) -> list[float]:
    """Upward shifts in pixels that keep names at sorted shares of the axis `gap` apart."""
    shifts: list[float] = []
    last = float("-inf")
    for share in shares:
        at = max(share * tall, last + gap)
        shifts.append(at - share * tall)
        last = at
    return shifts


def _tick_form(form: str) -> str:
    """A d3 number format with one digit more than `form`, no plus and no needless zeros."""
    digits = form.rstrip("fd%ge").rpartition(".")[2] if "." in form else "0"
    kind = "%" if form.endswith("%") else "f"
    lead = "," if "," in form else ""
    return f"{lead}.{int(digits or 0) + 1}~{kind}"
