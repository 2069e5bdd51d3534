"""Upright reference lines over charts of labels, which office charts cannot hold themselves."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.ratios import drawable, share_of_span
from cxlib.charts.spans import value_span
from cxlib.charts.words import shorten
from cxlib.export.look import LONGEST_LINE_NAME, Look, Margins
from cxlib.export.native_bars import level_margins, upright_margins
from cxlib.export.native_falls import fall_margins
from cxlib.export.native_lines import has_band, line_margins
from cxlib.export.ticks import ticks


@dataclass(frozen=True, slots=True)
class Rule:
    """An upright line in a chart's frame: its place and ends in inches from the top left."""

    name: str
    at: float
    top: float
    bottom: float


def upright_rules(chart: Chart, look: Look) -> tuple[Rule, ...]:
    """The lines to lay over the chart; those that the chart draws itself are not among them."""
    chart = drawable(chart)
    if chart.kind is Kind.INTERVALS:
        marks = ticks(value_span(chart), chart.axis)
        ends = (marks.low, marks.high)
        level = [line for line in chart.lines if not line.vertical]
        places = [(line.name, share_of_span(line.at, ends, chart.axis)) for line in level]
        return _rules(places, look, level_margins(chart, look))
    upright = [line for line in chart.lines if line.vertical]
    if chart.kind is Kind.LINE:
        count, shift = len(chart.labels), 0.0 if has_band(chart) else 0.5
        last = count - 1 if has_band(chart) else count
        places = [(line.name, (line.at + shift) / last) for line in upright]
        return _rules(places, look, line_margins(chart, look))
    if chart.kind in (Kind.HISTOGRAM, Kind.WATERFALL):
        places = [(line.name, (line.at + 0.5) / len(chart.labels)) for line in upright]
        if chart.kind is Kind.WATERFALL:
            return _rules(places, look, fall_margins(chart, look))
        return _rules(places, look, upright_margins(chart, look, named=chart.x_axis is not None))
    return ()


def _rules(places: list[tuple[str, float]], look: Look, margins: Margins) -> tuple[Rule, ...]:
    wide = look.width - margins.left - margins.right
    return tuple(
        Rule(
            shorten(name, LONGEST_LINE_NAME),
            margins.left + share * wide,
            margins.top,
            look.height - margins.bottom,
        )
        for name, share in places
        if 0 <= share <= 1
    )
