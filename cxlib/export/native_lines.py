"""Lines over labels: a band behind a single unbroken line, else a whisker at each point."""

from __future__ import annotations

from typing import Any

from cxlib.charts.chart import Chart, Series
from cxlib.charts.palette import LIGHT, mix, series_colours
from cxlib.charts.spans import step_between, value_span
from cxlib.charts.words import number
from cxlib.export.columns import limited
from cxlib.export.look import (
    Look,
    Margins,
    Parts,
    font,
    head_room,
    line_name,
    name_upright,
    names_axis,
    place_legend,
    place_plot,
    right_of_plot,
    values_axis,
)
from cxlib.export.sheet import Written

_FEW_MARKERS = 40
_NONE: Parts = {"none": True}


def line_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """One line a series; hollow markers are not final."""
    lines = book.add_chart({"type": "line"})
    colours = series_colours(chart, LIGHT)
    for place, colour in enumerate(colours):
        lines.add_series(_line(written, chart, place, colour=colour, look=look))
    if has_band(chart):
        native = book.add_chart({"type": "area", "subtype": "stacked"})
        _add_band(native, written, colours[0])
        native.combine(lines)
        hidden = 0
    else:
        native = lines
        hidden = _add_whiskers(lines, written, chart, colours)
    hidden += add_rules(lines, written, chart, look)
    margins = line_margins(chart, look)
    step = step_between(len(chart.labels), 12)
    native.set_x_axis(
        names_axis(look)
        | {
            "position_axis": "on_tick" if has_band(chart) else "between",
            "interval_unit": step,
            "interval_tick": step,
        }
    )
    axis = values_axis(chart.axis, value_span(chart), look)
    native.set_y_axis(axis)
    place_plot(native, chart, look, margins)
    name_upright(native, chart, look)
    place_legend(native, chart, look, margins, hidden)
    return native


def has_band(chart: Chart) -> bool:
    """Whether a stacked area can be the band: a single line whose every point has both limits.

    The area under the band is stacked first and left unpainted, whatever its sign; an area
    cannot be interrupted, and a second one would be stacked upon the first.
    """
    points = chart.series[0].points
    enough = len(chart.series) == 1 and len(points) > 1
    return enough and all(p.low is not None and p.high is not None for p in points)


def _line(written: Written, chart: Chart, place: int, *, colour: str, look: Look) -> Parts:
    series = chart.series[place]
    marked = len(series.points) <= _FEW_MARKERS
    dash = "dash" if series.dashed else "solid"
    return {
        "name": written.head(f"{place}.y"),
        "categories": written.cells("label"),
        "values": written.cells(f"{place}.y"),
        "line": {"color": colour, "width": 2.5, "dash_type": dash},
        "marker": {
            "type": "circle",
            "size": 6,
            "fill": {"color": colour},
            "border": {"color": colour, "width": 1.5},
        }
        if marked
        else {"type": "none"},
        "points": _hollow(series, colour) if marked else None,
        "data_labels": _last_label(chart, place, colour, look),
    }


def _hollow(series: Series, colour: str) -> list[Parts | None] | None:
    """Formats of the points that are not final."""
    if not any(point.hollow for point in series.points):
        return None
    hollow = {"fill": {"color": LIGHT.paper}, "border": {"color": colour, "width": 1.5}}
    return [hollow if point.hollow else None for point in series.points]


def _last_label(chart: Chart, place: int, colour: str, look: Look) -> Parts | None:
    """The latest value, beside its point; not where lines or other series end there too."""
    points = chart.series[place].points
    if len(chart.series) > 1 or chart.lines or not points or points[-1].y is None:
        return None
    text = number(points[-1].y, chart.axis.form)
    custom: list[Parts] = [{"delete": True}] * (len(points) - 1)
    last = {"value": text, "font": font(look, colour=colour, bold=True)}
    return {"value": True, "position": "right", "custom": [*custom, last]}


def _add_band(native: Any, written: Written, colour: str) -> None:
    tint = mix(colour, LIGHT.paper, 0.18)
    for key, fill in (("0.low", _NONE), ("0.span", {"color": tint})):
        native.add_series(
            {
                "name": written.head(key),
                "categories": written.cells("label"),
                "values": written.cells(key),
                "fill": fill,
                "border": _NONE,
            }
        )


def _add_whiskers(lines: Any, written: Written, chart: Chart, colours: tuple[str, ...]) -> int:
    """An unseen series at each lower limit that bears the interval; returns how many."""
    limits = [place for place, series in enumerate(chart.series) if limited(series)]
    for place in limits:
        lines.add_series(
            {
                "name": written.head(f"{place}.low"),
                "categories": written.cells("label"),
                "values": written.cells(f"{place}.low"),
                "line": _NONE,
                "marker": {"type": "none"},
                "y_error_bars": upward(
                    written, f"{place}.span", mix(colours[place], LIGHT.paper, 0.55), width=1.25
                ),
            }
        )
    return len(limits)


def upward(written: Written, key: str, colour: str, *, width: float) -> Parts:
    """Error bars that run from each value up by the length in column `key`."""
    return {
        "type": "custom",
        "direction": "plus",
        "plus_values": written.formula(key),
        "plus_data": written.values(key),
        "end_style": 1,
        "line": {"color": colour, "width": width},
    }


def add_rules(native: Any, written: Written, chart: Chart, look: Look) -> int:
    """Reference lines over labels, each with its name at its end; returns how many."""
    drawn = [i for i in range(len(chart.lines)) if written.has(f"line.{i}.y")]
    for i in drawn:
        cells = written.columns[f"line.{i}.y"].cells
        custom: list[Parts] = [{"delete": True}] * (len(cells) - 1)
        name = {"value": line_name(chart.lines[i]), "font": font(look)}
        native.add_series(
            {
                "name": written.head(f"line.{i}.y"),
                "categories": written.cells("label"),
                "values": written.cells(f"line.{i}.y"),
                "line": {"color": LIGHT.soft, "width": 1, "dash_type": "dash"},
                "marker": {"type": "none"},
                "data_labels": {"value": True, "position": "right", "custom": [*custom, name]},
            }
        )
    return len(drawn)


def line_margins(chart: Chart, look: Look) -> Margins:
    """Room around lines, with the names of reference lines or the last value on the right."""
    return Margins(
        left=look.letters(8),
        right=right_of_plot(chart, look, least=6),
        top=head_room(chart, look, named=True),
        bottom=1.8 * look.line,
    )
