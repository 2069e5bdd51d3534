"""Round numbers along an axis."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from cxlib.charts.chart import Axis
from cxlib.charts.ratios import ratio_factor

_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Ticks:
    """The range of an axis, the step between its ticks, and how they are written.

    On a ratio axis `step` is the factor from each tick to the next.
    """

    low: float
    high: float
    step: float
    form: str


def ticks(span: tuple[float, float], axis: Axis) -> Ticks:
    """Round ticks around `span`; an end that the axis fixes stays where it is."""
    low, high = span
    if axis.log:
        return Ticks(low, high, ratio_factor(span), "")
    step = _round_step((high - low) / 7)
    bottom = axis.low if axis.low is not None else step * floor(low / step + 1e-9)
    top = axis.high if axis.high is not None else step * ceil(high / step - 1e-9)
    percent = axis.form.endswith("%")
    digits = -floor(log10(step * (100 if percent else 1)) + 1e-9)
    digits = min(_MOST_DIGITS, max(0, digits))
    if round(step * 10**digits * (100 if percent else 1), 6) % 1:
        digits += 1  # steps of 2.5
    return Ticks(
        bottom, top, step, f"{',' if ',' in axis.form else ''}.{digits}{'%' if percent else 'f'}"
    )


def _round_step(rough: float) -> float:
    size: float = 10.0 ** floor(log10(rough))
    return next(size * by for by in (1, 2, 2.5, 5, 10) if size * by >= rough * 0.999)
