"""A waterfall of stacked columns: an unpainted base, and on it the visible part of each bar."""

from __future__ import annotations

from math import ceil
from typing import Any

from cxlib.charts.chart import Chart
from cxlib.charts.draw_falls import fall_colours, fall_text
from cxlib.charts.falls import falls
from cxlib.charts.palette import LIGHT, mix
from cxlib.charts.spans import value_span
from cxlib.export.columns import LONGEST_NAME
from cxlib.export.fall_columns import FALL_PARTS
from cxlib.export.look import (
    Look,
    Margins,
    Parts,
    font,
    head_room,
    name_upright,
    names_axis,
    place_plot,
    right_of_plot,
    values_axis,
)
from cxlib.export.native_bars import names_of
from cxlib.export.native_lines import add_rules, upward
from cxlib.export.sheet import Written

_NONE: Parts = {"none": True}
_LABELLED = 16


def fall_chart(book: Any, written: Written, chart: Chart, look: Look) -> Any:
    """Columns with thin lines from the end of each to the next, each with its number."""
    native = book.add_chart({"type": "column", "subtype": "stacked"})
    colours = fall_colours(chart, LIGHT)
    for part in FALL_PARTS:
        if written.has(f"fall.{part}"):
            native.add_series(_columns(written, chart, part, colours.get(part.split(".")[0])))
    lines = book.add_chart({"type": "line"})
    for place in range(3):
        if written.has(f"fall.join.{place}"):
            thin = {"color": mix(LIGHT.soft, LIGHT.paper, 0.6), "width": 0.5}
            lines.add_series(_line(written, f"fall.join.{place}") | {"line": thin})
    if written.has("fall.span"):
        whisker = upward(written, "fall.span", LIGHT.ink, width=1.25)
        lines.add_series(_line(written, "fall.low") | {"y_error_bars": whisker})
    lines.add_series(_line(written, "fall.number") | {"data_labels": _numbers(chart, look)})
    add_rules(lines, written, chart, look)
    native.combine(lines)
    native.set_x_axis(names_axis(look))
    native.set_y_axis(values_axis(chart.axis, value_span(chart), look))
    place_plot(native, chart, look, fall_margins(chart, look))
    name_upright(native, chart, look)
    return native


def fall_margins(chart: Chart, look: Look) -> Margins:
    """Room around the columns; their names take as many lines as they need, up to four."""
    left, right = look.letters(9), right_of_plot(chart, look, least=0)
    room = max(4.0, (look.width - left - right) / max(1, len(chart.labels)) / look.letters(1))
    longest = max((len(label) for label in chart.labels), default=1)
    lines = min(4, ceil(1.2 * min(longest, LONGEST_NAME) / room))
    return Margins(left, right, head_room(chart, look, named=True), (0.8 + lines) * look.line)


def _columns(written: Written, chart: Chart, part: str, colour: str | None) -> Parts:
    columns = _named(written, f"fall.{part}") | {"border": _NONE, "gap": 60, "overlap": 100}
    if colour is None:
        return columns | {"fill": _NONE}
    pale = {"fill": {"color": mix(colour, LIGHT.paper, 0.42)}}
    hollow = {bar.place for bar in falls(chart) if bar.point.hollow}
    paints = [pale if place in hollow else None for place in range(len(chart.labels))]
    return columns | {"fill": {"color": colour}, "points": paints if hollow else None}


def _line(written: Written, key: str) -> Parts:
    return _named(written, key) | {"line": _NONE, "marker": {"type": "none"}}


def _named(written: Written, key: str) -> Parts:
    return {
        "name": written.head(key),
        "categories": names_of(written),
        "values": written.cells(key),
    }


def _numbers(chart: Chart, look: Look) -> Parts | None:
    bars = {bar.place: bar for bar in falls(chart)}
    if len(bars) > _LABELLED:
        return None
    custom: list[Parts] = []
    for place in range(len(chart.labels)):
        bar = bars.get(place)
        if bar is None:
            custom.append({"delete": True})
            continue
        side = "below" if (bar.point.y or 0) < 0 else "above"
        look_of = font(look, colour=LIGHT.ink, bold=bar.level)
        custom.append({"value": fall_text(chart, bar), "position": side, "font": look_of})
    return {"value": True, "position": "above", "custom": custom}
