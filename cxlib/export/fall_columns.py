"""What the drawing of a waterfall needs: stacked parts, connectors, places of the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cxlib.charts.chart import Chart
from cxlib.charts.falls import Fall, falls
from cxlib.export.column import Column
from cxlib.locale.speak import say

FALL_PARTS = ("base", "level", "rise", "fall", "level.below", "rise.below", "fall.below")


def fall_columns(chart: Chart) -> list[Column]:
    """The parts of the stacked columns, the lines between them, and where the numbers stand."""
    bars = falls(chart)
    count, form = len(chart.labels), chart.axis.form.lstrip("+")
    headers = {
        "base": say("Drawn: unseen base"),
        "level": say("Drawn: levels"),
        "rise": say("Drawn: rises"),
        "fall": say("Drawn: falls"),
        "level.below": say("Drawn: levels below zero"),
        "rise.below": say("Drawn: rises below zero"),
        "fall.below": say("Drawn: falls below zero"),
    }
    cells: dict[str, list[float | None]] = {part: [None] * count for part in FALL_PARTS}
    for bar in bars:
        low, high = sorted((bar.start, bar.end))
        cells["base"][bar.place] = low if low > 0 else min(high, 0.0)
        if high > 0 or low == high:
            cells[bar.tone][bar.place] = high - max(low, 0.0)
        if low < 0:
            cells[f"{bar.tone}.below"][bar.place] = low - min(high, 0.0)
    found = [
        Column(f"fall.{part}", headers[part], tuple(cells[part]), form)
        for part in FALL_PARTS
        if part == "base" or any(cell is not None for cell in cells[part])
    ]
    return found + _joins(bars, count, form) + _fall_ends(bars, count, form)


def _joins(bars: Sequence[Fall], count: int, form: str) -> list[Column]:
    """Lines from the end of each bar to the next one, in turn in three columns.

    A line chart joins neighbouring cells, so that lines that follow on each other stand apart.
    """
    joins: list[list[float | None]] = [[None] * count for _ in range(3)]
    for turn, (before, after) in enumerate(pairwise(bars)):
        for place in range(before.place, after.place + 1):
            joins[turn % 3][place] = before.end
    return [
        Column(f"fall.join.{place}", say("Drawn: connectors"), tuple(join), form)
        for place, join in enumerate(joins)
        if any(cell is not None for cell in join)
    ]


def _fall_ends(bars: Sequence[Fall], count: int, form: str) -> list[Column]:
    """Where each number stands, beyond bar and whisker, and the limits of each end."""
    names = ("number", "low", "span")
    cells: dict[str, list[float | None]] = {name: [None] * count for name in names}
    for bar in bars:
        known = [end for end in (bar.end, bar.low, bar.high) if end is not None]
        cells["number"][bar.place] = min(known) if (bar.point.y or 0) < 0 else max(known)
        if bar.low is not None and bar.high is not None:
            cells["low"][bar.place] = bar.low
            cells["span"][bar.place] = max(0.0, bar.high - bar.low)
    found = [Column("fall.number", say("Where the number stands"), tuple(cells["number"]), form)]
    if any(cell is not None for cell in cells["low"]):
        found += [
            Column("fall.low", say("Lower limit"), tuple(cells["low"]), form),
            Column("fall.span", say("Interval length"), tuple(cells["span"]), form),
        ]
    return found
