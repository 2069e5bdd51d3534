"""The share of customers who have left for each reason by any time, the reasons competing."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, inf, isfinite, log, sqrt

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.normal import z_of
from cxlib.stats.reasons import Leavings

Real = NDArray[np.float64]
ROUNDING = 1e-12
"""A share this close to 1 is 1: sums of steps round."""


@dataclass(frozen=True, slots=True)
class IncidenceAt:
    """One reason's incidence at one time.

    Attributes:
        time: the time asked for.
        incidence: share gone for this reason by then, a fraction; None beyond the follow-up.
        low: lower limit; None where nobody has left for this reason yet, where all have, and
            beyond the longest follow-up.
        high: upper limit, None as `low`.
        at_risk: customers still there and watched just before the time.
    """

    time: float
    incidence: float | None
    low: float | None
    high: float | None
    at_risk: int


@dataclass(frozen=True, slots=True)
class TimeLost:
    """Time lost to one reason within a window.

    Attributes:
        reason: the reason.
        tau: end of the window, in the unit of the curves.
        value: mean time before tau after having left for this reason, over all customers.
        low: lower limit; None where the data show no spread.
        high: upper limit, None as `low`.
        variance: sampling variance of `value`.
    """

    reason: str
    tau: float
    value: float
    low: float | None
    high: float | None
    variance: float


@dataclass(frozen=True, slots=True)
class ReasonCurve:
    """One reason's cumulative incidence: a staircase that rises where customers left for it.

    Attributes:
        reason: the reason.
        left: customers who left for it.
        events: how many at each time, shape (k,).
        incidence: share gone for it after each time, fractions, shape (k,).
        low: lower limits; None where nobody has left for it yet, and where all have.
        high: upper limits, None as `low`.
    """

    reason: str
    left: int
    events: tuple[int, ...]
    incidence: tuple[float, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Incidences:
    """Cumulative incidence of every reason; with the share still there they add up to 1.

    Attributes:
        times: 0 and every distinct duration, ascending, shape (k,).
        survival: share still there after each time (Kaplan-Meier), shape (k,).
        at_risk: customers still there and watched just before each time, shape (k,).
        curves: one curve a reason, most departures first.
        n: number of customers.
        level: confidence level of the limits, which hold at one time each.
    """

    times: tuple[float, ...]
    survival: tuple[float, ...]
    at_risk: tuple[int, ...]
    curves: tuple[ReasonCurve, ...]
    n: int
    level: float

    @property
    def left(self) -> int:
        """Customers who left, for any reason."""
        return sum(curve.left for curve in self.curves)

    @property
    def longest(self) -> float:
        """Longest follow-up: beyond it nobody was watched."""
        return self.times[-1]

    def reaches(self, time: float) -> bool:
        """Whether the curves are known at a time."""
        return time <= self.longest or self.survival[-1] <= 0

    def curve(self, reason: str) -> ReasonCurve | None:
        """The curve of a reason; None where nobody left for it."""
        return next((one for one in self.curves if one.reason == reason), None)

    def at(self, reason: str, time: float) -> IncidenceAt:
        """One reason's curve at one time; 0 without limits where nobody left for it.

        Raises:
            BadOption: the time is negative or not a number.
        """
        if not time >= 0:
            raise BadOption(f"A time of {time:g} was asked for; incidence needs times from 0 on.")
        watched = int(np.searchsorted(self.times, time, side="left"))
        at_risk = self.at_risk[watched] if watched < len(self.times) else 0
        if not self.reaches(time):
            return IncidenceAt(time, None, None, None, at_risk)
        curve = self.curve(reason)
        if curve is None:
            return IncidenceAt(time, 0.0, None, None, at_risk)
        step = int(np.searchsorted(self.times, time, side="right")) - 1
        return IncidenceAt(time, curve.incidence[step], curve.low[step], curve.high[step], at_risk)

    def still_there(self, time: float) -> float | None:
        """Share still there at a time; None beyond the longest follow-up."""
        if not self.reaches(time):
            return None
        return self.survival[int(np.searchsorted(self.times, time, side="right")) - 1]


def aalen_johansen(leavings: Leavings, *, level: float = 0.95) -> Incidences:
    """Cumulative incidence of each reason with pointwise limits on the complementary log-log scale.

    Who leaves for one reason can no longer leave for another. One minus a Kaplan-Meier curve that
    takes the other reasons as censored would answer how many would leave if the other reasons did
    not exist, which is more than do leave, and those shares add up to more than the whole.

    With a single reason, incidence and limits are those of one minus the Kaplan-Meier curve.

    Args:
        leavings: departures by reason and censorings per duration; ties need no breaking.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        Curves in the unit of the durations; incidence as fractions.

    Raises:
        NotEnoughData: there are no customers.
        BadOption: the level is not strictly between 0 and 1.

    Source:
        Aalen & Johansen, Scandinavian Journal of Statistics 5(3), 1978. Variance by the delta
        method: Marubini & Valsecchi, Analysing survival data from clinical trials and
        observational studies, 1995, section 10.2. Scale of the limits: Kalbfleisch & Prentice,
        The statistical analysis of failure time data, 1980.
    """
    z = z_of(level)
    if not leavings.n:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData("Incidence by reason", have=0, need=1, unit="customer", hint=hint)
    table = _Table.of(leavings)
    order = sorted(leavings.left.items(), key=lambda pair: (-pair[1], pair[0]))
    curves = []
    for reason, left in order:
        events = table.events[leavings.reasons.index(reason)]
        incidence = table.incidence(events)
        low, high = _limits(incidence, table.variance(events, incidence), z)
        curves.append(
            ReasonCurve(
                reason,
                left,
                tuple(events.astype(int).tolist()),
                tuple(incidence.tolist()),
                low,
                high,
            )
        )
    return Incidences(
        times=tuple(table.times.tolist()),
        survival=tuple(table.survival.tolist()),
        at_risk=tuple(table.at_risk.astype(int).tolist()),
        curves=tuple(curves),
        n=leavings.n,
        level=level,
    )


def time_lost(found: Incidences, *, tau: float) -> tuple[TimeLost, ...]:
    """Mean time lost to each reason before tau: the area under its incidence curve.

    With the restricted mean time as a customer, the times lost to all reasons add up to tau.
    Limits hold on the log scale, so that they stay above 0.

    Args:
        found: incidence curves; their level is the level of the limits.
        tau: end of the window, above 0 and within the follow-up, in the unit of the curves.

    Raises:
        BadOption: tau is not above 0, or lies beyond the longest follow-up.

    Source:
        Andersen, Statistics in Medicine 32(30), 2013 (decomposition of the time lost). Variance by
        the delta method on the departures at each time, as for the incidence.
    """
    if not (isfinite(tau) and tau > 0):
        raise BadOption(f"tau is {tau:g}; it has to be a number above 0, such as 12.")
    if not found.reaches(tau):
        raise BadOption(
            f"tau is {tau:g}, but the longest follow-up is {found.longest:g}; the curves are "
            f"unknown beyond. Choose a tau of at most {found.longest:g}."
        )
    table = _Table.back(found)
    z = z_of(found.level)
    lost = []
    for curve in found.curves:
        value, variance = table.area(np.asarray(curve.events, float), tau)
        low = high = None
        if value > 0 and variance > 0:
            spread = exp(z * sqrt(variance) / value)
            low, high = value / spread, value * spread
        lost.append(TimeLost(curve.reason, tau, value, low, high, variance))
    return tuple(lost)


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """Times with departures by reason, customers at risk and the share still there.

    A departure for this reason at time j has hazard h_kj = d_kj / n_j, with multinomial
    covariance over the reasons; variances are the delta method on these hazards.
    """

    times: Real
    events: Real
    at_risk: Real
    survival: Real

    @classmethod
    def of(cls, leavings: Leavings) -> _Table:
        """From an event table, with a time 0 in front where there is none."""
        times = np.asarray(leavings.durations, float)
        events = np.asarray(leavings.events, float).reshape(-1, times.size)
        gone = events.sum(axis=0) + np.asarray(leavings.censored, float)
        if times[0] > 0:
            times, gone = np.append(0.0, times), np.append(0.0, gone)
            events = np.pad(events, ((0, 0), (1, 0)))
        at_risk = np.cumsum(gone[::-1])[::-1]
        for time, customers in leavings.late:
            at_risk[times <= time] -= customers
        hazard = np.zeros_like(at_risk)
        np.divide(events.sum(axis=0), at_risk, out=hazard, where=at_risk > 0)
        return cls(times, events, at_risk, np.cumprod(1 - hazard))

    @classmethod
    def back(cls, found: Incidences) -> _Table:
        """From curves that were made of one."""
        return cls(
            np.asarray(found.times),
            np.asarray([c.events for c in found.curves], float).reshape(-1, len(found.times)),
            np.asarray(found.at_risk, float),
            np.asarray(found.survival),
        )

    @property
    def before(self) -> Real:
        """Share still there just before each time."""
        shares: Real = np.append(1.0, self.survival[:-1])
        return shares

    @property
    def greenwood(self) -> Real:
        """d_j / (n_j (n_j - d_j)); 0 where all leave at once, after which nothing can vary."""
        left = self.events.sum(axis=0)
        stayed = self.at_risk - left
        terms = np.zeros_like(left)
        np.divide(left, self.at_risk * stayed, out=terms, where=stayed > 0)
        found: Real = terms
        return found

    @property
    def watched(self) -> Real:
        """Customers at risk, 1 where there are none, who then cannot leave either."""
        customers: Real = np.maximum(self.at_risk, 1.0)
        return customers

    def incidence(self, events: Real) -> Real:
        """Cumulative incidence of the departures given, after each time."""
        steps: Real = np.cumsum(self.before * events / self.watched)
        return steps

    def variance(self, events: Real, incidence: Real) -> Real:
        """Variance of the incidence after each time: sums over j up to that time, F - F_j apart."""
        own = self.before**2 * events * (self.watched - events) / self.watched**3
        cross = self.before * events / self.watched**2
        all_left = self.greenwood
        first = np.cumsum(own + 2 * cross * incidence + all_left * incidence**2)
        second = np.cumsum(cross + all_left * incidence)
        third = np.cumsum(all_left)
        spread: Real = np.maximum(first - 2 * incidence * second + incidence**2 * third, 0.0)
        return spread

    def area(self, events: Real, tau: float) -> tuple[float, float]:
        """Area under the incidence curve up to tau, and its variance."""
        inside = self.times < tau
        times, events, at_risk = self.times[inside], events[inside], self.watched[inside]
        before = self.before[inside]
        incidence = np.cumsum(before * events / at_risk)
        widths = np.diff(np.append(times, tau))
        to_tau = np.cumsum((widths * incidence)[::-1])[::-1]
        room = tau - times
        rise = to_tau - room * incidence
        terms = (
            (before * room) ** 2 * events * (at_risk - events) / at_risk**3
            - 2 * before * room * events / at_risk**2 * rise
            + rise**2 * self.greenwood[inside]
        )
        return float(to_tau[0]), float(max(terms.sum(), 0.0))


def _limits(
    incidence: Real, variance: Real, z: float
) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Limits on the scale log(-log(1 - F))."""
    low: list[float | None] = []
    high: list[float | None] = []
    for share, spread in zip(incidence.tolist(), variance.tolist(), strict=True):
        if not (0 < share < 1 - ROUNDING and 0 < spread < inf):
            low.append(None)
            high.append(None)
            continue
        stayed = log(1 - share)
        half = z * sqrt(spread) / ((1 - share) * -stayed)
        low.append(-float(np.expm1(stayed * exp(-half))))
        high.append(-float(np.expm1(stayed * exp(half))))
    return tuple(low), tuple(high)
