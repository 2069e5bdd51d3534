"""Where things lie: the range of an axis, which labels are written, where a name fits."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Chart, Kind
from cxlib.charts.falls import falls
from cxlib.charts.ratios import ratio_span

BARS = (Kind.INTERVALS, Kind.HISTOGRAM, Kind.WATERFALL)
SIDES = ("right", "left", "top", "bottom")


def base(chart: Chart) -> float:
    """Where bars begin: zero, or the lower end of a scale that does not hold zero (1-5)."""
    low = chart.axis.low
    return low if low is not None and low > 0 else 0.0


def value_span(chart: Chart) -> tuple[float, float]:
    """The range of the value axis: as the axis says, else around what is drawn.

    Bars hold their base; room is never added beyond zero, nor beyond 100 %.
    """
    seen = [v for s in chart.series for p in s.points for v in (p.y, p.low, p.high)]
    if chart.kind is Kind.WATERFALL:
        seen = [v for bar in falls(chart) for v in (bar.start, bar.end, bar.low, bar.high)]
    seen += [line.at for line in chart.lines if not line.vertical]
    known = [value for value in seen if value is not None]
    if chart.axis.log:
        return ratio_span(known, chart.axis, numbered=chart.kind is Kind.INTERVALS)
    if chart.kind in BARS or (chart.kind is Kind.LINE and not known):
        known.append(base(chart))
    room = 0.1 if chart.kind is Kind.WATERFALL else 0.06  # for numbers beyond the bars
    return _around(known, chart.axis, bars=chart.kind in BARS, room=room)


def across_span(chart: Chart) -> tuple[float, float]:
    """The range of the x axis of points that bear x."""
    points = [p for s in chart.series for p in s.points if p.y is not None]
    seen = [at for p in points for at in (p.x, p.x_low, p.x_high) if at is not None]
    seen += [line.at for line in chart.lines if line.vertical]
    axis = chart.x_axis or Axis("")
    if chart.kind is Kind.STEPS:
        low = axis.low if axis.low is not None else min([0.0, *seen])
        high = axis.high if axis.high is not None else max(seen, default=1.0)
        return low, high if high > low else low + 1.0
    return ratio_span(seen, axis) if axis.log else _around(seen, axis, bars=False)


def _around(
    known: Sequence[float], axis: Axis, *, bars: bool, room: float = 0.06
) -> tuple[float, float]:
    low, high = min(known, default=0.0), max(known, default=1.0)
    pad = room * (high - low) or 0.1 * abs(high) or 1.0
    padded_low = low if bars and low >= 0 else low - pad
    padded_high = high if bars and high <= 0 else high + pad
    if low >= 0:
        padded_low = max(0.0, padded_low)
    if high <= 0 or (high <= 1 and low >= 0 and axis.form.endswith("%")):
        padded_high = min(0.0 if high <= 0 else 1.0, padded_high)
    bottom = axis.low if axis.low is not None else padded_low
    top = axis.high if axis.high is not None else padded_high
    return (bottom, top) if top > bottom else (bottom, bottom + 1.0)


def step_between(count: int, most: int) -> int:
    """Every how-many-th label is written so that at most `most` are; months fall on quarters."""
    needed = max(1, -(-count // most))
    return next((step for step in (1, 2, 3, 4, 6, 12) if step >= needed), needed)


def name_sides(
    points: Sequence[tuple[float, float]], names: Sequence[str], *, per_letter: float = 0.013
) -> tuple[str, ...]:
    """The side of each point where its name overlaps no other name or point; "" where none is.

    Args:
        points: places as fractions of the plot's width and height, shape (points,).
        names: what is written beside each; "" for nothing.
        per_letter: width of a letter as a fraction of the plot's width.
    """
    taken = [(x - 0.012, y - 0.02, x + 0.012, y + 0.02) for x, y in points]
    sides = []
    for (x, y), name in zip(points, names, strict=True):
        boxes = {side: _box(x, y, per_letter * len(name), side) for side in SIDES if name}
        free = [side for side, box in boxes.items() if _inside(box) and not _hits(box, taken)]
        sides.append(free[0] if free else "")
        taken += [boxes[side] for side in free[:1]]
    return tuple(sides)


Box = tuple[float, float, float, float]


def _box(x: float, y: float, wide: float, side: str, tall: float = 0.055) -> Box:
    if side in ("top", "bottom"):
        middle = y + 0.05 if side == "top" else y - 0.05
        return x - wide / 2, middle - tall / 2, x + wide / 2, middle + tall / 2
    left = x + 0.015 if side == "right" else x - 0.015 - wide
    return left, y - tall / 2, left + wide, y + tall / 2


def _inside(box: Box) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= 1 and box[3] <= 1


def _hits(box: Box, taken: Sequence[Box]) -> bool:
    left, low, right, high = box
    return any(left < r and right > a and low < h and high > b for a, b, r, h in taken)
