"""Laws of how long customers stay: exponential, Weibull, log-normal, log-logistic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log

import numpy as np

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.laws import (
    LAWS,
    LEVEL,
    SHAPE,
    Law,
    law_survival,
    log_density,
    log_gone,
    log_survival,
)
from cxlib.models.maximum import Maximum, maximise
from cxlib.models.renewals import Renewals
from cxlib.stats.lives import Lives
from cxlib.stats.purchases import Real

BOUNDS = [(-35.0, 12.0), (-3.5, 4.5)]
"""Of the height of the law at the typical time, and of the logarithm of its shape."""
UNSURE = 3.0
"""A standard error of the log shape that says nothing: a factor of 20."""


@dataclass(frozen=True, slots=True)
class ParametricFit:
    """A fitted law of the time that customers stay.

    Each law has log S(t) = L(z) with z = level + shape * log(t / typical), so that the logarithm
    of the time is a location and a scale.

    Attributes:
        law: its name.
        typical: the time at which `level` is the height z, in the unit of the durations.
        theta: level and the logarithm of the shape, shape (2,).
        covariance: of `theta`, shape (2, 2), 0 for a shape that is held; None where the data do
            not determine it.
        log_likelihood: the highest log-likelihood.
        n: number of customers.
        events: customers who left.
        free: parameters that were fitted.
        converged: whether the search ended at a maximum.
        grouped: whether the likelihood is that of whole periods, comparable with sBG and BdW.
        notes: what to know when reading the fit.
    """

    law: Law
    typical: float
    theta: tuple[float, float]
    covariance: tuple[tuple[float, ...], ...] | None
    log_likelihood: float
    n: int
    events: int
    free: int
    converged: bool
    grouped: bool
    notes: tuple[str, ...]

    @property
    def scale(self) -> float:
        """Where z is 0, in the unit of the durations: lambda, exp(mu), or the median."""
        return self.typical * exp(-self.theta[LEVEL] / self.shape)

    @property
    def shape(self) -> float:
        """How fast z rises with the logarithm of the time; 1 for the exponential."""
        return exp(self.theta[SHAPE])

    @property
    def parameters(self) -> dict[str, float]:
        """The parameters by name.

        Exponential: lambda, the mean. Weibull, S = exp(-(t / lambda)^rho), and log-logistic, S = 1
        / (1 + (t / lambda)^rho): lambda and rho. Log-normal: mu and sigma of the log of the time.
        """
        if self.law == "exponential":
            return {"lambda": self.scale}
        if self.law == "log-normal":
            return {"mu": log(self.scale), "sigma": 1 / self.shape}
        return {"lambda": self.scale, "rho": self.shape}

    @property
    def aic(self) -> float:
        """Akaike's information criterion: lower is better, on the same likelihood."""
        return 2 * self.free - 2 * self.log_likelihood

    @property
    def bic(self) -> float:
        """Schwarz's criterion with n customers: lower is better, on the same likelihood."""
        return self.free * log(self.n) - 2 * self.log_likelihood

    def survival(self, time: float) -> float:
        """Share still there after a time, a fraction."""
        return float(law_survival(self.law, self.typical, np.array(self.theta), [time])[0])


def fit_parametric(lives: Lives, law: Law) -> ParametricFit:
    """Fit a law by maximum likelihood to durations as they are.

    A departure after t contributes the density at t, a customer still there the share S(t) that
    stays longer; both over S(entry) where a customer was watched only from then on. A departure
    at duration 0 has no density: it counts as one between 0 and the first duration above 0, which
    for dates is a day.

    Args:
        lives: departures and censorings per duration; any unit.
        law: "exponential", "weibull", "log-normal" or "log-logistic".

    Raises:
        BadOption: there is no such law.
        NotEnoughData: nobody left, or there are fewer than two different durations above 0.

    Source:
        Kalbfleisch & Prentice, The statistical analysis of failure time data, 1980, chapter 3.
    """
    _check(lives.deaths, lives.n, law)
    times = np.array([time for time in lives.durations if time > 0])
    if len(times) < 2:
        hint = "Count in a shorter unit, or use Kaplan-Meier, which needs no model."
        raise NotEnoughData("A law of time", have=len(times), need=2, unit="duration", hint=hint)
    counts = np.array([lives.events, lives.censored], float)[:, -len(times) :]
    at_once = lives.deaths - int(counts[0].sum())
    typical = float(np.exp(counts.sum(0) @ np.log(times) / counts.sum()))
    entries = np.array(lives.late or ((typical, 0),), float)

    def objective(theta: Real) -> tuple[float, Real]:
        logs, shape = np.log(times / typical), np.exp(theta[SHAPE])
        z = theta[LEVEL] + shape * logs
        there, slope = log_survival(law, z)
        dense, bend = log_density(law, z)
        # The density of t is g(z) shape / t, where g is that of z.
        value = counts[0] @ (dense + theta[SHAPE] - np.log(times)) + counts[1] @ there
        each = counts[0] * bend + counts[1] * slope
        gradient = _pulled(each, shape * logs) + np.array([0.0, counts[0].sum()])
        if at_once:
            gone, push = log_gone(there[:1], slope[:1])
            value += at_once * float(gone[0])
            gradient += _pulled(at_once * push, shape * logs[:1])
        if lives.late:
            before = np.log(entries[:, 0] / typical)
            there, slope = log_survival(law, theta[LEVEL] + shape * before)
            value -= entries[:, 1] @ there
            gradient -= _pulled(entries[:, 1] * slope, shape * before)
        return float(value), gradient

    notes = []
    if at_once:
        notes.append(
            say(
                "Customers who left at duration 0, {n}, count as leaving between 0 and {first}, "
                "the first duration above it.",
                n=at_once,
                first=f"{times[0]:.3g}",
            )
        )
    return _fitted(law, typical, objective, (lives.n, lives.deaths), grouped=False, notes=notes)


def _pulled(by_height: Real, moved: Real) -> Real:
    """Derivatives by level and log shape, from those by the heights z."""
    return np.array([by_height.sum(), by_height @ moved])


def fit_grouped(renewals: Renewals, law: Law) -> ParametricFit:
    """Fit a law by maximum likelihood to departures per whole period.

    A departure in period t contributes S(t - 1) - S(t): the likelihood of sBG and BdW, so that
    log-likelihoods and AIC compare with theirs.

    Args:
        renewals: departures per period, and customers who stayed.
        law: "exponential", "weibull", "log-normal" or "log-logistic".

    Raises:
        BadOption: there is no such law.
        NotEnoughData: nobody left, or nobody was at risk in a second period.
    """
    _check(sum(renewals.lost), renewals.n, law)
    renewals.require("A law of time", periods=1 if law == "exponential" else 2)
    lost, stayed = renewals.decisions
    ends = np.arange(1, len(lost) + 1)
    typical = float(np.exp((lost + stayed) @ np.log(ends) / (lost + stayed).sum()))
    logs = np.log(ends / typical)

    def objective(theta: Real) -> tuple[float, Real]:
        shape = np.exp(theta[SHAPE])
        there, slope = log_survival(law, theta[LEVEL] + shape * logs)
        on = np.diff(there, prepend=0.0)
        by_level = np.diff(slope, prepend=0.0)
        by_shape = np.diff(slope * shape * logs, prepend=0.0)
        gone, push = log_gone(on, np.ones_like(on))
        value = lost @ gone + stayed @ on
        each = lost * push + stayed
        return float(value), np.array([each @ by_level, each @ by_shape])

    counts = (renewals.n, sum(renewals.lost))
    return _fitted(law, typical, objective, counts, grouped=True, notes=[])


def _check(departures: int, customers: int, law: Law) -> None:
    if law not in LAWS:
        raise BadOption(f"The law is '{law}'; it has to be one of {', '.join(LAWS)}.")
    hint = "Widen the dates or drop a filter."
    if customers == 0:
        raise NotEnoughData("A law of time", have=0, need=1, unit="customer", hint=hint)
    if departures == 0:
        hint = "Nobody left, so there is no churn to project; Kaplan-Meier (km) can be shown."
        raise NotEnoughData("A law of time", have=0, need=1, unit="departure", hint=hint)


def _fitted(
    law: Law,
    typical: float,
    objective: Callable[[Real], tuple[float, Real]],
    counts: tuple[int, int],
    *,
    grouped: bool,
    notes: list[str],
) -> ParametricFit:
    held = law == "exponential"
    bounds = [BOUNDS[LEVEL], (0.0, 0.0)] if held else BOUNDS

    def search(theta: Real) -> tuple[float, Real]:
        value, gradient = objective(theta)
        return value, gradient * np.array([1.0, 0.0 if held else 1.0])

    starts = [np.array([level, 0.0]) for level in (-2.0, 0.0)]
    peak = maximise(search, starts, bounds)
    covariance = _covariance(search, peak, held=held)
    if covariance is not None and covariance[SHAPE][SHAPE] > UNSURE**2:
        covariance = None
    if covariance is None:
        notes = [*notes, say("The data do not determine the parameters, so there are no limits.")]
    return ParametricFit(
        law=law,
        typical=typical,
        theta=(float(peak.theta[LEVEL]), float(peak.theta[SHAPE])),
        covariance=covariance,
        log_likelihood=peak.log_likelihood,
        n=counts[0],
        events=counts[1],
        free=1 if held else 2,
        converged=peak.converged and covariance is not None,
        grouped=grouped,
        notes=tuple(notes),
    )


def _covariance(
    search: Callable[[Real], tuple[float, Real]], peak: Maximum, *, held: bool
) -> tuple[tuple[float, ...], ...] | None:
    """Of level and log shape: the inverse information, or that of the level alone."""
    if not held:
        return None if peak.covariance is None else tuple(map(tuple, peak.covariance.tolist()))
    if peak.edge[LEVEL]:
        return None
    step = np.array([1e-5, 0.0])
    bend = (search(peak.theta - step)[1] - search(peak.theta + step)[1])[LEVEL] / 2e-5
    return ((float(1 / bend), 0.0), (0.0, 0.0)) if bend > 0 else None
