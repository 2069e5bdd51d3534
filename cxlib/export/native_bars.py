"""Bars: one value with its interval a label, stacked shares, columns of a histogram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from cxlib.charts.chart import Chart, Point
from cxlib.charts.draw_bars import bar_colours
from cxlib.charts.palette import LIGHT, ink_on, mix, series_colours
from cxlib.charts.spans import value_span
from cxlib.charts.words import beside
from cxlib.export.columns import LONGEST_NAME, beside_each_other, limited, number_end
from cxlib.export.look import (
    Look,
    Margins,
    Parts,
    font,
    head_room,
    level_name,
    name_upright,
    names_axis,
    place_legend,
    place_plot,
    right_of_plot,
    values_axis,
)
from cxlib.export.native_lines import add_rules, upward
from cxlib.export.sheet import Written, office_form

_NONE: Parts = {"none": True}
_SMALLEST_LABEL = 0.05  # a share below this has no room for its number
_LABELLED_COLUMNS = 16


def interval_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """Level bars, the first label on top, each value written where no whisker reaches."""
    native = book.add_chart({"type": "bar"})
    alone = not beside_each_other(chart)
    for place, colour in enumerate(series_colours(chart, LIGHT)):
        labels = _numbers(chart, "y", look) if alone else None
        native.add_series(
            _bars(written, chart, place, colour=colour, look=look) | {"data_labels": labels}
        )
    # A bar's own error bars start at its value, which an interval need not hold; an unpainted
    # bar that ends at the lower limit bears the whole whisker instead. Other unpainted bars
    # bear the numbers, beyond the end of the whisker.
    for what in ("low", "high", "zero") if alone else ():
        if written.has(f"0.{what}"):
            bars = unseen(written, f"0.{what}") | {"data_labels": _numbers(chart, what, look)}
            native.add_series(bars | ({"x_error_bars": _whisker(written)} if what == "low" else {}))
    native.set_y_axis(rows_axis(look))
    axis = values_axis(chart.axis, value_span(chart), look, axis_upright=False)
    native.set_x_axis(axis | level_name(chart.axis.title, look))
    margins = level_margins(chart, look)
    place_plot(native, chart, look, margins)
    place_legend(native, chart, look, margins, 0)
    return native


def share_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """Bars of 100 %: upright over periods, else level with the first label on top."""
    upright = chart.click == "period"
    native = book.add_chart({"type": "column" if upright else "bar", "subtype": "percent_stacked"})
    for place, colour in enumerate(series_colours(chart, LIGHT)):
        native.add_series(_shares(written, chart, place, colour=colour, look=look))
    percent = values_axis(chart.axis, (0.0, 1.0), look, axis_upright=upright)
    percent |= {"num_format": "0%", "min": 0, "max": 1, "major_unit": 0.25}
    margins = level_margins(chart, look)
    if upright:
        native.set_x_axis(names_axis(look))
        native.set_y_axis(percent)
        margins = upright_margins(chart, look, named=False)
    else:
        native.set_y_axis(rows_axis(look))
        native.set_x_axis(percent | {"major_gridlines": {"visible": False}})
    place_plot(native, chart, look, margins)
    if upright:
        name_upright(native, chart, look)
    place_legend(native, chart, look, margins, 0)
    return native


def histogram_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """Columns over the labels, series side by side."""
    native = book.add_chart({"type": "column"})
    colours = series_colours(chart, LIGHT)
    alone = not beside_each_other(chart)
    for place in range(len(chart.series)):
        bars = _bars(written, chart, place, colour=colours[place], look=look)
        bars["gap"] = 14 if alone else 40
        if alone and len(chart.labels) <= _LABELLED_COLUMNS and not chart.has_limits:
            bars["data_labels"] = {
                "value": True,
                "num_format": office_form(chart.axis.form),
                "font": font(look, colour=LIGHT.ink),
            }
        native.add_series(bars)
    if alone and limited(chart.series[0]):
        native.add_series(unseen(written, "0.low") | {"y_error_bars": _whisker(written)})
    lines = book.add_chart({"type": "line"})
    rules = add_rules(lines, written, chart, look)
    if rules:
        native.combine(lines)
    across = "" if chart.x_axis is None else chart.x_axis.title
    native.set_x_axis(names_axis(look) | level_name(across, look))
    upright = values_axis(chart.axis, value_span(chart), look)
    native.set_y_axis(upright)
    margins = upright_margins(chart, look, named=bool(across))
    place_plot(native, chart, look, margins)
    name_upright(native, chart, look)
    place_legend(native, chart, look, margins, rules)
    return native


def level_margins(chart: Chart, look: Look) -> Margins:
    """Room beside level bars: for their names on the left, for numbers on the right."""
    longest = max((len(label) for label in chart.labels), default=1)
    values = [beside(p, chart.axis.form) for s in chart.series for p in s.points]
    ends = max((len(text) for text in values), default=0)
    several = chart.kind != "intervals" or beside_each_other(chart)
    legend = replace(chart, series=chart.series[:1]) if chart.axis.log else chart
    titled = bool(chart.axis.title) and chart.kind == "intervals"
    return Margins(
        left=min(0.36 * look.width, look.letters(min(longest, LONGEST_NAME) + 2)),
        right=look.letters(3 if several else ends + 1),
        top=head_room(legend, look, named=False) + (1.2 * look.line if chart.lines else 0.0),
        bottom=(3.2 if titled else 1.8) * look.line,
    )


def upright_margins(chart: Chart, look: Look, *, named: bool) -> Margins:
    """Room around columns, with the names of reference lines on the right."""
    return Margins(
        left=look.letters(8),
        right=right_of_plot(chart, look, least=0),
        top=head_room(chart, look, named=True),
        bottom=(3.2 if named else 1.8) * look.line,
    )


def rows_axis(look: Look) -> Parts:
    """Labels downwards from the top; the value axis stays at the bottom."""
    return names_axis(look, colour=LIGHT.ink) | {"reverse": True, "crossing": "max"}


def names_of(written: Written) -> list[str | int]:
    """The cells that hold the labels as they are drawn."""
    return written.cells("shown" if written.has("shown") else "label")


def _bars(written: Written, chart: Chart, place: int, *, colour: str, look: Look) -> Parts:
    points = chart.series[place].points
    if chart.has_limits and not beside_each_other(chart):
        colour = mix(colour, LIGHT.paper, 0.62)  # dark whiskers have to be seen on it
    pale = [{"fill": {"color": fill}} for fill in bar_colours(points, colour, LIGHT)]
    gap = round(min(500.0, max(50.0, 100 * (0.8 * look.height / len(points) / 0.55 - 1))))
    bars: Parts = {
        "name": written.head(f"{place}.y"),
        "categories": names_of(written),
        "values": written.cells(f"{place}.y"),
        "fill": {"color": colour},
        "border": _NONE,
        "gap": gap,
        "overlap": 0 if beside_each_other(chart) else 100,
        "points": [
            paint if point.hollow else None for point, paint in zip(points, pale, strict=True)
        ]
        if any(point.hollow for point in points)
        else None,
    }
    if beside_each_other(chart) and limited(chart.series[place]):
        level = chart.kind == "intervals"
        bars["x_error_bars" if level else "y_error_bars"] = _both_ways(written, place)
    return bars


def unseen(written: Written, key: str) -> Parts:
    """A bar that is not painted and only bears a whisker or a number."""
    return {
        "name": written.head(key),
        "categories": names_of(written),
        "values": written.cells(key),
        "fill": _NONE,
        "border": _NONE,
    }


def _whisker(written: Written) -> Parts:
    return upward(written, "0.span", LIGHT.ink, width=1.25)


def _both_ways(written: Written, place: int) -> Parts:
    return {
        "type": "custom",
        "plus_values": written.formula(f"{place}.plus"),
        "plus_data": written.values(f"{place}.plus"),
        "minus_values": written.formula(f"{place}.minus"),
        "minus_data": written.values(f"{place}.minus"),
        "end_style": 1,
        "line": {"color": LIGHT.ink, "width": 1},
    }


def _numbers(chart: Chart, what: str, look: Look) -> Parts | None:
    """Value and n of the points whose number stands beyond the end `what`."""
    points = chart.series[0].points
    if all(number_end(point) != what for point in points):
        return None
    there = [point if number_end(point) == what else Point(None) for point in points]
    return number_labels(there, chart.axis.form, look)


def number_labels(points: Sequence[Point], form: str, look: Look) -> Parts:
    """Value and n of each known point, beyond the end of the bar that bears them."""
    custom: list[Parts] = [
        {"delete": True}
        if point.y is None
        else {"value": "\u00a0" + beside(point, form), "font": font(look, colour=LIGHT.ink)}
        for point in points
    ]
    return {"value": True, "position": "outside_end", "custom": custom}


def _shares(written: Written, chart: Chart, place: int, *, colour: str, look: Look) -> Parts:
    points = chart.series[place].points
    custom: list[Parts | None] = [
        None if (point.y or 0.0) >= _SMALLEST_LABEL else {"delete": True} for point in points
    ]
    return {
        "name": written.head(f"{place}.y"),
        "categories": names_of(written),
        "values": written.cells(f"{place}.y"),
        "fill": {"color": colour},
        "border": {"color": LIGHT.paper, "width": 0.75},
        "gap": 45,
        "overlap": 100,
        "data_labels": {
            "value": True,
            "position": "center",
            "num_format": "0%",
            "font": font(look, colour=ink_on(colour)),
            "custom": custom,
        },
    }
