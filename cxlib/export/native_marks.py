"""Marks upon whiskers along a ratio axis, where bars would have no zero to begin at."""

from __future__ import annotations

from math import log
from typing import Any

from cxlib.charts.chart import Chart
from cxlib.charts.palette import LIGHT, mix, series_colours
from cxlib.charts.spans import value_span
from cxlib.export.look import Look, Parts, level_name, place_plot, values_axis
from cxlib.export.native_bars import level_margins, number_labels, rows_axis, unseen
from cxlib.export.native_lines import upward
from cxlib.export.sheet import Written

_MARK = 0.11  # inches


def mark_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """One row a label, each with a mark, its whisker, and its number beyond both.

    The bars are not painted. A whisker is the error bar of the lower limit; a mark is a short and
    thick error bar, whose length in per cent is the same everywhere on a ratio axis.
    """
    native = book.add_chart({"type": "bar"})
    margins = level_margins(chart, look)
    low, high = value_span(chart)
    wide = look.width - margins.left - margins.right
    percent = 100 * _MARK / wide * log(high / low) / 2
    for place in range(len(chart.series)):
        _add_whiskers(native, written, chart, place, look)
    for place, colour in enumerate(series_colours(chart, LIGHT)):
        strong = f"{place}.final" if written.has(f"{place}.final") else f"{place}.y"
        _add_marks(native, written, strong, colour, percent)
        if written.has(f"{place}.faint"):
            pale = mix(colour, LIGHT.paper, 0.42)
            _add_marks(native, written, f"{place}.faint", pale, percent)
    native.set_y_axis(rows_axis(look))
    axis = values_axis(chart.axis, (low, high), look, axis_upright=False)
    native.set_x_axis(axis | level_name(chart.axis.title, look))
    place_plot(native, chart, look, margins)
    native.set_legend({"none": True})
    return native


def _add_whiskers(native: Any, written: Written, chart: Chart, place: int, look: Look) -> None:
    """The whiskers of a series; its numbers stand at the end of the axis, in a column."""
    labels = number_labels(chart.series[place].points, chart.axis.form, look)
    native.add_series(_row(written, f"{place}.number") | {"data_labels": labels})
    if written.has(f"{place}.span"):
        bars = upward(written, f"{place}.span", LIGHT.ink, width=1.25)
        native.add_series(_row(written, f"{place}.low") | {"x_error_bars": bars})


def _add_marks(native: Any, written: Written, key: str, colour: str, percent: float) -> None:
    mark = {
        "type": "percentage",
        "value": round(percent, 3),
        "end_style": 0,
        "line": {"color": colour, "width": _MARK * 72},
    }
    native.add_series(_row(written, key) | {"x_error_bars": mark})


def _row(written: Written, key: str) -> Parts:
    return unseen(written, key) | {"gap": 50, "overlap": 100}
