"""When customers leave: the cumulative hazard, and the rate of leaving smoothed over time."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from scipy import special

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.models.at_risk import at_risk
from cxlib.stats.lives import Lives

Real = NDArray[np.float64]
POINTS = 101
"""Times at which a smoothed rate is worked out."""
LEAST = 5
"""Departures that a smoothed rate needs."""


@dataclass(frozen=True, slots=True)
class CumulativeHazard:
    """How much leaving a customer has been exposed to: a staircase that rises at departures.

    Attributes:
        times: 0 and every duration after which somebody left, ascending, shape (k,).
        hazard: expected departures of a customer who would start anew after each, shape (k,).
        low: lower limits; None before the first departure.
        high: upper limits, None as `low`.
        at_risk: customers still there and watched just before each time, shape (k,).
        n: number of customers.
        level: confidence level of the limits, which hold at one time each.
    """

    times: tuple[float, ...]
    hazard: tuple[float, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    at_risk: tuple[int, ...]
    n: int
    level: float


@dataclass(frozen=True, slots=True)
class SmoothHazard:
    """The rate of leaving over time.

    Attributes:
        times: evenly spaced from 0 to the longest follow-up, shape (m,).
        rate: share of those still there who leave per unit of time, at least 0, shape (m,).
        low: lower limits at one time each; None where the rate is 0.
        high: upper limits, None as `low`.
        at_risk: customers still there and watched just before each time, shape (m,).
        bandwidth: departures up to this long before and after a time count for it.
        n: number of customers.
        deaths: number of customers who left.
        level: confidence level of the limits.
    """

    times: tuple[float, ...]
    rate: tuple[float, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    at_risk: tuple[int, ...]
    bandwidth: float
    n: int
    deaths: int
    level: float


def nelson_aalen(lives: Lives, *, level: float = 0.95) -> CumulativeHazard:
    """The Nelson-Aalen estimate of the cumulative hazard with logarithmic limits.

    Customers who left after equally long are taken to have left one shortly after the other.

    Args:
        lives: departures and censorings per duration; any unit.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: there are no customers.
        BadOption: the level is not strictly between 0 and 1.

    Source:
        Nelson, Journal of Quality Technology 1(1), 1969; Aalen, Annals of Statistics 6(4), 1978.
        Ties: Fleming & Harrington, Communications in Statistics A 13(20), 1984. Limits: Kalbfleisch
        & Prentice, The statistical analysis of failure time data, 1980.
    """
    z = z_of(level)
    if lives.n == 0:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData("A cumulative hazard", have=0, need=1, unit="customer", hint=hint)
    times, events, watched = _departures(lives)
    # Sums of 1/n and 1/n^2 over the numbers still there as the tied ones leave one by one.
    steps = special.digamma(watched + 1) - special.digamma(watched - events + 1)
    spread = special.polygamma(1, watched - events + 1) - special.polygamma(1, watched + 1)
    hazard, variance = np.cumsum(steps), np.cumsum(spread)
    low, high = _log_limits(hazard, np.sqrt(variance), z)
    begins = times.size == 0 or times[0] > 0
    start = at_risk(lives, [0.0]).astype(int).tolist() if begins else []
    zero, unknown = (0.0,) * len(start), (None,) * len(start)
    return CumulativeHazard(
        times=(*zero, *times.tolist()),
        hazard=(*zero, *hazard.tolist()),
        low=(*unknown, *low),
        high=(*unknown, *high),
        at_risk=(*start, *watched.astype(int).tolist()),
        n=lives.n,
        level=level,
    )


def smooth_hazard(
    lives: Lives, *, bandwidth: float | None = None, level: float = 0.95
) -> SmoothHazard:
    """The rate of leaving, departures within a bandwidth weighed by their nearness.

    Near the beginning and the end, where only one side is known, the kernel is a skewed one that
    keeps the estimate from bending down. A wider bandwidth shows the trend, a narrower one more
    detail and more noise. The limits hold at one time each and leave out the bias of smoothing.

    Args:
        lives: departures and censorings per duration; any unit.
        bandwidth: in that unit, above 0 and at most half the longest follow-up; None for
            longest follow-up / (8 departures^0.2), but not below three steps of the durations.
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        NotEnoughData: fewer than `LEAST` customers left, or nobody was watched for any time.
        BadOption: the bandwidth or the level is out of range.

    Source:
        Ramlau-Hansen, Annals of Statistics 11(2), 1983 (the estimate and its variance). Mueller &
        Wang, Biometrics 50(1), 1994, table 1 (Epanechnikov boundary kernels). Usual bandwidth:
        Hess, Serachitopol & Brown, Statistics in Medicine 18(22), 1999.
    """
    z = z_of(level)
    if lives.deaths < LEAST or lives.longest <= 0:
        raise NotEnoughData(
            "A rate of leaving",
            have=lives.deaths if lives.longest > 0 else 0,
            need=LEAST,
            unit="departure",
            hint="Widen the dates, drop a filter, or look at the curve.",
        )
    width = _bandwidth(lives, bandwidth)
    jumps, events, watched = _departures(lives)
    times = np.linspace(0, lives.longest, POINTS)
    weights = _kernel(times, jumps, width, lives.longest) / width
    steps = events / watched
    spread = events * np.maximum(watched - events, 1) / watched**3
    rate: Real = np.maximum(weights @ steps, 0.0)
    low, high = _log_limits(rate, np.sqrt(weights**2 @ spread), z)
    return SmoothHazard(
        times=tuple(times.tolist()),
        rate=tuple(rate.tolist()),
        low=low,
        high=high,
        at_risk=tuple(at_risk(lives, times).astype(int).tolist()),
        bandwidth=width,
        n=lives.n,
        deaths=lives.deaths,
        level=level,
    )


def _departures(lives: Lives) -> tuple[Real, Real, Real]:
    """Times at which customers left, how many did, and how many were at risk."""
    left = np.asarray(lives.events, dtype=float)
    times = np.asarray(lives.durations, dtype=float)[left > 0]
    return times, left[left > 0], at_risk(lives, times)


def _bandwidth(lives: Lives, bandwidth: float | None) -> float:
    most = lives.longest / 2
    if bandwidth is None:
        usual = lives.longest / (8 * lives.deaths**0.2)
        gaps = np.diff(lives.durations)
        step = float(np.median(gaps)) if gaps.size else 0.0
        return float(min(max(usual, 3 * step), most))
    if not (isfinite(bandwidth) and 0 < bandwidth <= most):
        raise BadOption(
            f"The bandwidth is {bandwidth:g}; it has to lie above 0 and be at most half of the "
            f"longest follow-up, {most:g}."
        )
    return bandwidth


def _kernel(times: Real, jumps: Real, width: float, end: float) -> Real:
    """Weight of each departure at each time, shape (times, jumps).

    Within a bandwidth of an end q < 1 of the kernel's support is left on that side; at q = 1 the
    skewed kernel is Epanechnikov's.
    """
    distance = (times[:, None] - jumps[None, :]) / width
    before, after = times / width, (end - times) / width
    q = np.minimum(np.minimum(before, after), 1.0)[:, None]
    # After the middle the kernel is mirrored, so that its short side points to the end.
    x = np.where((before <= after)[:, None], distance, -distance)
    skewed = 12 * (x + 1) / (1 + q) ** 4 * ((1 - 2 * q) * x + (3 * q**2 - 2 * q + 1) / 2)
    # Durations divided by their unit round; a departure at the very border is inside.
    inside = (x >= -1) & (x <= q + 1e-9)
    return np.where(inside, skewed, 0.0)


def _log_limits(
    values: Real, errors: Real, z: float
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Limits symmetric in the logarithm; None where the value is 0."""
    known = values > 0
    factor = np.exp(z * np.divide(errors, values, out=np.zeros_like(values), where=known))
    pairs = [
        (value / by, value * by) if ok else (None, None)
        for value, by, ok in zip(values.tolist(), factor.tolist(), known.tolist(), strict=True)
    ]
    return tuple(low for low, _ in pairs), tuple(high for _, high in pairs)
