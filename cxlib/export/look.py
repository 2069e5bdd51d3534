"""Sizes, fonts and places that every native chart shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cxlib.charts.chart import Axis, Chart, Line
from cxlib.charts.palette import LIGHT
from cxlib.charts.words import legend_needed, shorten
from cxlib.export.sheet import clean, office_form
from cxlib.export.ticks import ticks

Parts = dict[str, Any]  # options as xlsxwriter names them

LONGEST_LINE_NAME = 24
_LETTER = 0.53  # width of a letter as a share of its size
_LINE = 1.5  # height of a line as a share of its size


@dataclass(frozen=True, slots=True)
class Look:
    """The frame of a native chart in inches and the size of its text in points."""

    width: float
    height: float
    text: float

    def letters(self, count: float) -> float:
        """Inches that so many letters take."""
        return count * _LETTER * self.text / 72

    @property
    def line(self) -> float:
        """Inches that a line of text takes."""
        return _LINE * self.text / 72


@dataclass(frozen=True, slots=True)
class Margins:
    """Room around the plot, in inches."""

    left: float
    right: float
    top: float
    bottom: float


def font(look: Look, *, colour: str = LIGHT.soft, bold: bool = False) -> Parts:
    """Text of a chart."""
    return {"size": look.text, "color": colour, "bold": bold}


def place_plot(native: Any, chart: Chart, look: Look, margins: Margins) -> None:
    """Put plot and legend where they belong; nothing is framed or filled."""
    native.set_plotarea(
        {
            "layout": {
                "x": margins.left / look.width,
                "y": margins.top / look.height,
                "width": 1 - (margins.left + margins.right) / look.width,
                "height": 1 - (margins.top + margins.bottom) / look.height,
            },
            "fill": {"none": True},
            "border": {"none": True},
        }
    )
    native.set_chartarea({"border": {"none": True}, "fill": {"none": True}})
    native.set_title({"none": True})
    native.show_blanks_as("gap")
    if not legend_needed(chart):
        native.set_legend({"none": True})


def place_legend(native: Any, chart: Chart, look: Look, margins: Margins, hidden: int) -> None:
    """A legend in one row above the plot; the last `hidden` series are left out of it."""
    if not legend_needed(chart):
        return
    count = len(chart.series)
    letters = 1.15 * sum(len(series.name) for series in chart.series) + 10 * count
    room = 1 - (margins.left + 0.1) / look.width
    native.set_legend(
        {
            "position": "top",
            "font": font(look, colour=LIGHT.ink),
            "delete_series": list(range(count, count + hidden)),
            "layout": {
                "x": margins.left / look.width,
                "y": 0.0,
                "width": min(room, look.letters(letters) / look.width),
                "height": 1.1 * look.line / look.height,
            },
        }
    )


def head_room(chart: Chart, look: Look, *, named: bool) -> float:
    """Inches above the plot for the legend and, where `named`, the upright axis' name."""
    rows = (1.3 if legend_needed(chart) else 0.0) + (1.2 if named and chart.axis.title else 0.0)
    return 0.12 + rows * look.line


def values_axis(
    axis: Axis, span: tuple[float, float], look: Look, *, axis_upright: bool = True
) -> Parts:
    """An axis of numbers: round ticks, a quiet grid, no line; both axes meet at its low end."""
    marks = ticks(span, axis)
    steps: Parts = {"major_unit": marks.step}
    if axis.log:
        steps |= {"log_base": marks.step, "crossing": "min"}
    return {
        **steps,
        "min": marks.low,
        "max": marks.high,
        "num_format": office_form(marks.form),
        "num_font": font(look),
        "line": {"none": True},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}},
        "label_position": "low" if axis_upright else "next_to",
    }


def names_axis(look: Look, *, colour: str = LIGHT.soft) -> Parts:
    """An axis of labels."""
    return {
        "num_font": font(look, colour=colour),
        "line": {"color": "#B8C1CC", "width": 0.75},
        "major_tick_mark": "none",
        "minor_tick_mark": "none",
        "major_gridlines": {"visible": False},
        "label_position": "low",
        "text_axis": True,
    }


def name_upright(native: Any, chart: Chart, look: Look) -> None:
    """Write the name of the upright axis level above the plot, where it has room.

    It stands as the chart's title, since office programs break axis titles into narrow lines.
    """
    if not chart.axis.title:
        return
    above = 1.3 * look.line if legend_needed(chart) else 0.0
    native.set_title(
        {
            "name": literal(chart.axis.title),
            "name_font": font(look),
            "overlay": True,
            "layout": {"x": 0.004, "y": above / look.height},
        }
    )


def level_name(title: str, look: Look) -> Parts:
    """The name of a level axis."""
    return {"name": literal(title), "name_font": font(look)} if title else {}


def line_name(line: Line) -> str:
    """The name of a reference line as a chart has room for it."""
    return literal(shorten(line.name, LONGEST_LINE_NAME))


def right_of_plot(chart: Chart, look: Look, *, least: int) -> float:
    """Inches for the names of level reference lines, or for `least` letters."""
    names = [len(line_name(line)) for line in chart.lines if not line.vertical]
    return look.letters(max([least, *names]) + 2)


def literal(text: str) -> str:
    """Text that the writer must not take for a reference to cells."""
    plain = clean(text).replace("!", "! ").strip()
    return "'" + plain if plain.startswith("=") else plain
