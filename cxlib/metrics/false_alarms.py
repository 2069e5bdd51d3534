"""How often a steady measure gives a signal by chance alone."""

from __future__ import annotations

from functools import cache

import numpy as np

from cxlib.metrics.control_chart import JUMP, NEAR, OF, RUN, WIDTH

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
    values = np.random.default_rng(periods).standard_normal((CHARTS, periods))
    centre = values.mean(axis=1, keepdims=True)
    changes = np.abs(np.diff(values, axis=1))
    moving = changes.mean(axis=1)
    apart = values - centre
    reach = WIDTH * moving
    signal = np.abs(apart[:, -1]) > reach
    signal |= changes[:, -1] > JUMP * moving
    for side in (apart, -apart):
        if periods >= RUN:
            signal |= (side[:, -RUN:] > 0).all(axis=1)
        near = side[:, -OF:] > (reach / 2)[:, None]
        signal |= near[:, -1] & (near.sum(axis=1) >= NEAR)
    return float(signal.mean())
