"""The share of customers still there after any time, with those still there counted fairly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.models.at_risk import Real, at_risk
from cxlib.stats.lives import Lives

ROUNDING = 1e-10
"""A survival this close to one half is one half: products of fractions round."""


@dataclass(frozen=True, slots=True)
class SurvivalAt:
    """The curve at one time.

    Attributes:
        time: the time asked for.
        survival: share still there after it, a fraction; None beyond the longest follow-up.
        low: lower limit; None before the first departure, after the last customer left, and
            beyond the longest follow-up.
        high: upper limit, None as `low`.
        at_risk: customers still there and watched just before the time.
    """

    time: float
    survival: float | None
    low: float | None
    high: float | None
    at_risk: int


@dataclass(frozen=True, slots=True)
class SurvivalCurve:
    """A Kaplan-Meier curve: a staircase that steps down at the times where customers left.

    Attributes:
        times: 0, every distinct duration, and every time from which some customers were watched
            only then, ascending, shape (k,).
        survival: share still there after each time, fractions, shape (k,).
        low: lower limits; None where nobody has left yet and where nobody is left.
        high: upper limits, None as `low`.
        at_risk: customers still there and watched just before each time, shape (k,).
        events: customers who left at each time, shape (k,).
        n: number of customers.
        deaths: number of customers who left.
        median: first time by which half have left; None where the curve stays above one half.
        median_low: first time at which the lower limit is at most one half; None if never.
        median_high: first time at which the upper limit is at most one half; None if never.
        level: confidence level of the limits, which hold at one time each, not for the whole curve.
    """

    times: tuple[float, ...]
    survival: tuple[float, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    at_risk: tuple[int, ...]
    events: tuple[int, ...]
    n: int
    deaths: int
    median: float | None
    median_low: float | None
    median_high: float | None
    level: float

    @property
    def longest(self) -> float:
        """Longest follow-up: beyond it nobody was watched."""
        return self.times[-1]

    def reaches(self, time: float) -> bool:
        """Whether the curve is known at a time: within the follow-up, or after everybody left."""
        return time <= self.longest or self.survival[-1] == 0

    def at(self, time: float) -> SurvivalAt:
        """The curve at one time.

        Args:
            time: at least 0, in the unit of the durations.

        Raises:
            BadOption: the time is negative or not a number.
        """
        if not time >= 0:
            raise BadOption(f"A time of {time:g} was asked for; survival needs times from 0 on.")
        watched = int(np.searchsorted(self.times, time, side="left"))
        at_risk = self.at_risk[watched] if watched < len(self.times) else 0
        if not self.reaches(time):
            return SurvivalAt(time, None, None, None, at_risk)
        step = int(np.searchsorted(self.times, time, side="right")) - 1
        return SurvivalAt(time, self.survival[step], self.low[step], self.high[step], at_risk)

    def survival_at(self, times: Iterable[float]) -> tuple[float | None, ...]:
        """Share still there after each of some times; None beyond the longest follow-up."""
        return tuple(self.at(time).survival for time in times)


def kaplan_meier(lives: Lives, *, level: float = 0.95) -> SurvivalCurve:
    """The Kaplan-Meier curve with log-log limits, of customers some of whom are still there.

    A customer still there counts among those at risk up to the time last seen, then drops out of
    the count without a step. Someone last seen at the very time of a departure was at risk of it.
    Someone watched only from a time on counts among those at risk after it. Where everybody at
    risk leaves while others are watched only later, the curve is 0 from there on, as the product
    has it: few early customers then decide over all.

    Args:
        lives: departures and censorings per duration; any unit.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        A curve in the unit of the durations; survival as fractions.

    Raises:
        NotEnoughData: there are no customers.
        BadOption: the level is not strictly between 0 and 1.

    Source:
        Kaplan & Meier, Journal of the American Statistical Association 53(282), 1958.
        Variance: Greenwood, The natural duration of cancer, 1926. Limits on the log-log scale:
        Kalbfleisch & Prentice, The statistical analysis of failure time data, 1980. Late entry:
        Tsai, Jewell & Wang, Biometrika 74(4), 1987.
    """
    z = z_of(level)
    if lives.n == 0:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData("A retention curve", have=0, need=1, unit="customer", hint=hint)
    times, events = _staircase(lives)
    watched = at_risk(lives, times)
    stayed = np.divide(watched - events, watched, out=np.ones_like(times), where=watched > 0)
    survival = np.cumprod(stayed, dtype=np.float64)
    low, high = _limits(survival, np.cumsum(greenwood(watched, events)), z)
    return SurvivalCurve(
        times=tuple(times.tolist()),
        survival=tuple(survival.tolist()),
        low=_known(low, survival),
        high=_known(high, survival),
        at_risk=tuple(int(n) for n in watched),
        events=tuple(int(n) for n in events),
        n=lives.n,
        deaths=lives.deaths,
        median=_first_half(times, survival),
        median_low=_first_half(times, low),
        median_high=_first_half(times, high),
        level=level,
    )


def greenwood(at_risk: Real, events: Real) -> Real:
    """Greenwood's d / (n (n - d)) for d departures of n at risk, 0 where nobody or all left.

    Where everybody leaves the curve falls to 0, so that the term would meet an area of 0.
    """
    stayed = at_risk - events
    terms = np.zeros_like(at_risk)
    counts = (stayed > 0) & (events > 0)
    terms[counts] = events[counts] / (at_risk[counts] * stayed[counts])
    return terms


def _staircase(lives: Lives) -> tuple[Real, Real]:
    """The times of the curve, and the customers who left at each."""
    seen = [
        d for d, e, c in zip(lives.durations, lives.events, lives.censored, strict=True) if e + c
    ]
    times = np.unique(np.array([0.0, *seen, *(time for time, _ in lives.late)]))
    events = np.zeros_like(times)
    places = np.searchsorted(times, np.asarray(lives.durations))
    np.add.at(events, np.minimum(places, len(times) - 1), np.asarray(lives.events, dtype=float))
    return times, events


def _limits(survival: Real, variance: Real, z: float) -> tuple[Real, Real]:
    """Log-log limits; the curve itself where nobody has left yet and where nobody is left."""
    known = (survival > 0) & (survival < 1)
    inner = np.where(known, survival, 0.5)
    centre = np.log(-np.log(inner))
    half = z * np.sqrt(variance) / -np.log(inner)
    low, high = (np.exp(-np.exp(centre + one)) for one in (half, -half))
    return np.where(known, low, survival), np.where(known, high, survival)


def _known(limits: Real, survival: Real) -> tuple[float | None, ...]:
    known = ((survival > 0) & (survival < 1)).tolist()
    return tuple(v if k else None for k, v in zip(known, limits.tolist(), strict=True))


def _first_half(times: Real, values: Real) -> float | None:
    """First time at which a curve is at most one half; None if never."""
    reached = np.flatnonzero(values <= 0.5 + ROUNDING)
    return float(times[reached[0]]) if reached.size else None
