"""The points of a staircase: what a curve of many steps keeps when it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Point

MOST_POINTS = 400

Limit = float | None


def staircase(
    times: Sequence[float],
    values: Sequence[float],
    limits: tuple[Sequence[Limit], Sequence[Limit]],
    *,
    at_risk: Sequence[int],
    events: Sequence[int],
) -> tuple[Point, ...]:
    """A curve's steps as points; of very many every k-th is kept, with the first and the last.

    Args:
        times: shape (k,), ascending.
        values: height after each time, shape (k,).
        limits: lower and upper limits, each of shape (k,).
        at_risk: customers watched just before each time, shape (k,).
        events: how many made the curve step at each time, shape (k,).
    """
    last = len(times) - 1
    places = [i for i, n in enumerate(events) if n > 0 or i in (0, last)]
    stride = -(-len(places) // MOST_POINTS)
    low, high = limits
    return tuple(
        Point(values[i], low[i], high[i], at_risk[i], x=times[i])
        for i in sorted({*places[::stride], last})
    )
