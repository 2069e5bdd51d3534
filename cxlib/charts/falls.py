"""Where the bars of a waterfall begin and end."""

from __future__ import annotations

from dataclasses import dataclass

from cxlib.charts.chart import Chart, Point


@dataclass(frozen=True, slots=True)
class Fall:
    """One bar: a level stands on zero, a step on the end of the bar before it.

    `low` and `high` are the limits of its end, both in the units of the value axis.
    """

    place: int
    point: Point
    level: bool
    start: float
    end: float
    low: float | None
    high: float | None

    @property
    def tone(self) -> str:
        """What the bar says: "level", "rise" or "fall"."""
        if self.level:
            return "level"
        return "fall" if self.end < self.start else "rise"


def falls(chart: Chart) -> tuple[Fall, ...]:
    """The bars of a WATERFALL in the order of its labels; a label without a number has none.

    A level that differs from the sum before it is drawn as it is: the next step stands on it.
    """
    bars = []
    end = 0.0
    for place in range(len(chart.labels)):
        level, step = (one.points[place] for one in chart.series[:2])
        point = step if level.y is None else level
        if point.y is None:
            continue
        start = end if point is step else 0.0
        end = start + point.y
        limited = point.low is not None and point.high is not None
        low = start + point.low if limited and point.low is not None else None
        high = start + point.high if limited and point.high is not None else None
        bars.append(Fall(place, point, point is not step, start, end, low, high))
    return tuple(bars)
