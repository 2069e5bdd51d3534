"""How often a steady measure gives a signal by chance alone."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from cxlib.metrics.control_chart import JUMP, NEAR, OF, ROUNDING, RUN, WIDTH, ControlChart

Real = NDArray[np.float64]

CHARTS = 20_000
"""Made-up charts that a rate is measured on: it is right to about 0.3 percentage points."""


@cache
def false_alarm_rate(periods: int) -> float:
    """The share of steady measures whose last finished period breaks a rule of the XmR chart.

    Measured on made-up charts of independent normal values with the same mean. Values that hang
    together from period to period give more alarms.

    Args:
        periods: finished periods of the chart.

    Returns:
        A fraction; 0.0 for fewer than two periods, which have no limits.
    """
    if periods < 2:
        return 0.0
    apart, changes = _steady(periods)
    moving = changes.mean(axis=1)
    reach = WIDTH * moving
    signal = np.abs(apart[:, -1]) > reach
    signal |= changes[:, -1] > JUMP * moving
    for side in (apart, -apart):
        if periods >= RUN:
            signal |= (side[:, -RUN:] > 0).all(axis=1)
        near = side[:, -OF:] > (reach / 2)[:, None]
        signal |= near[:, -1] & (near.sum(axis=1) >= NEAR)
    return float(signal.mean())


def rarity(chart: ControlChart) -> float:
    """How often a steady measure ends as strangely as this one: a p-value of the last period.

    The last finished period is strange by its distance from the centre, by its change from the
    period before, or by its run on one side; each is compared with the same made-up charts as the
    rate of false alarms, and the smallest of the three p-values is taken three times, for having
    looked at all three.

    Args:
        chart: an XmR chart with limits from all its finished periods.

    Returns:
        A probability; 1.0 where the periods do not vary or are fewer than three.
    """
    periods, moving = chart.finished, chart.moving_range
    if periods < 3 or not moving or chart.centre is None:
        return 1.0
    last = chart.points[periods - 1].value
    seen = (
        abs(last - chart.centre) / moving,
        abs(last - chart.points[periods - 2].value) / moving,
        float(chart.run(periods - 1)),
    )
    beyond = [
        (CHARTS - int(np.searchsorted(steady, value - ROUNDING)) + 1) / (CHARTS + 1)
        for steady, value in zip(_extremes(periods), seen, strict=True)
    ]
    return min(1.0, len(beyond) * min(beyond))


@cache
def _extremes(periods: int) -> tuple[Real, Real, Real]:
    """Distance, change and run at the end of the made-up charts, each ascending."""
    apart, changes = _steady(periods)
    moving = changes.mean(axis=1)
    same = np.sign(apart) == np.sign(apart[:, -1:])
    run = np.cumprod(same[:, ::-1], axis=1).sum(axis=1).astype(float)
    return (
        np.sort(np.abs(apart[:, -1]) / moving),
        np.sort(changes[:, -1] / moving),
        np.sort(run),
    )


def _steady(periods: int) -> tuple[Real, Real]:
    """Distances from the centre and changes of the made-up charts."""
    values = np.random.default_rng(periods).standard_normal((CHARTS, periods))
    apart = values - values.mean(axis=1, keepdims=True)
    return apart, np.abs(np.diff(values, axis=1))
