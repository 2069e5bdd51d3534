"""Axes on which equal distances are equal factors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor, log, log10

from cxlib.charts.chart import Axis, Chart, Kind, Point, Series
from cxlib.charts.words import number

_FACTORS = (2, 4, 10, 100, 1000)
_MOST_TICKS = 9
_ALLOWED = (Kind.INTERVALS, Kind.LINE, Kind.STEPS, Kind.SCATTER)
_SMALLEST, _LARGEST = 1e-12, 1e12


def drawable(chart: Chart) -> Chart:
    """The chart as it can be drawn: on a ratio axis, what is not a positive number is unknown.

    Bars, shares and heat tables have no ratio axis, nor has the time of a curve.
    """
    axis = replace(chart.axis, log=chart.axis.log and chart.kind in _ALLOWED)
    x_axis = chart.x_axis
    if x_axis is not None and chart.kind is not Kind.SCATTER:
        x_axis = replace(x_axis, log=False)
    across = x_axis is not None and x_axis.log
    if not axis.log and not across:
        return replace(chart, axis=axis, x_axis=x_axis)
    lines = tuple(
        line
        for line in chart.lines
        if _fits(line.at) or not (across if line.vertical else axis.log)
    )
    series = tuple(_positive(one, along=axis.log, across=across) for one in chart.series)
    return replace(chart, axis=axis, x_axis=x_axis, lines=lines, series=series)


def one_a_row(chart: Chart) -> Chart:
    """Intervals on a ratio axis with one row for each label and series, named by both.

    Office charts can lay marks over whiskers only where a row holds a single value.
    """
    if chart.kind is not Kind.INTERVALS or not chart.axis.log or len(chart.series) < 2:
        return chart
    rows = [(place, one) for place in range(len(chart.labels)) for one in chart.series]
    series = tuple(
        replace(
            one,
            points=tuple(
                other.points[place] if other is one else Point(None) for place, other in rows
            ),
        )
        for one in chart.series
    )
    labels = tuple(f"{chart.labels[place]} · {one.name}" for place, one in rows)
    return replace(chart, labels=labels, series=series, keys=())


def ratio_span(
    values: Sequence[float], axis: Axis, *, numbered: bool = False
) -> tuple[float, float]:
    """The range of a ratio axis: as the axis says, else the ticks around the values.

    Args:
        values: what has to lie in the range.
        axis: its ends, where they are fixed, are kept.
        numbered: whether numbers stand beyond the high end. It is then the second tick above 1 or
            more, since some office programs take a bar up to the first for one that points left.
    """
    known = [value for value in values if _fits(value)]
    low = axis.low if axis.low is not None and _fits(axis.low) else None
    high = axis.high if axis.high is not None and _fits(axis.high) else None
    marks = _around(min(known, default=1.0), max(known, default=1.0))
    while numbered and marks[-1] <= (factor := ratio_factor((marks[0], marks[-1]))):
        marks = _around(marks[0], float(factor**2))
    low, high = low or marks[0], high or marks[-1]
    return (low, high) if high > low else (low, 2 * low)


def ratio_ticks(span: tuple[float, float]) -> tuple[float, ...]:
    """Powers of 2, 4, 10, 100 or 1000 within the range; its ends too where they are such powers."""
    inside = [mark for mark in _around(*span) if span[0] * 0.999 <= mark <= span[1] * 1.001]
    return tuple(inside) or span


def ratio_factor(span: tuple[float, float]) -> int:
    """The factor between neighbouring ticks."""
    return next((f for f in _FACTORS if _count(span, f) <= _MOST_TICKS), _FACTORS[-1])


def tick_text(value: float) -> str:
    """A tick without needless zeros: 0.25, 1, 1,000."""
    return number(value, ",.10g" if value >= 1 else ".3g")


def share_of_span(value: float, span: tuple[float, float], axis: Axis) -> float:
    """How far along the axis a value lies, from 0 at its low end to 1 at its high end."""
    low, high = span
    if axis.log:
        return (log(value) - log(low)) / (log(high) - log(low))
    return (value - low) / (high - low)


def note_place(value: float, axis: Axis) -> float:
    """Where a figure's annotation has to be placed for that value: its logarithm on ratio axes."""
    return log10(value) if axis.log else value


def _around(low: float, high: float) -> tuple[float, ...]:
    factor = ratio_factor((low, high))
    first, last = _powers((low, high), factor)
    if first == last:
        first, last = first - 1, last + 1
    return tuple(float(factor) ** power for power in range(first, last + 1))


def _powers(span: tuple[float, float], factor: int) -> tuple[int, int]:
    low, high = span
    return floor(log(low, factor) + 1e-9), ceil(log(high, factor) - 1e-9)


def _count(span: tuple[float, float], factor: int) -> int:
    first, last = _powers(span, factor)
    return last - first + 1


def _fits(value: float | None) -> bool:
    return value is not None and _SMALLEST <= value <= _LARGEST


def _positive(series: Series, *, along: bool, across: bool) -> Series:
    return replace(series, points=tuple(_kept(p, along, across) for p in series.points))


def _kept(point: Point, along: bool, across: bool) -> Point:
    if across and not _fits(point.x):
        return replace(point, y=None, low=None, high=None)
    if not along:
        return point
    limited = _fits(point.low) and _fits(point.high)
    low, high = (point.low, point.high) if limited else (None, None)
    return replace(point, y=point.y if _fits(point.y) else None, low=low, high=high)
