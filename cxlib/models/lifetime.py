"""Six models of how long customers stay, behind one face: fitted alike, with limits."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, inf, isfinite, log
from typing import Literal, get_args

import numpy as np
from scipy.integrate import quad

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.models.bdw import BdwFit, fit_bdw
from cxlib.models.laws import law_mean, law_survival
from cxlib.models.parametric import ParametricFit, fit_grouped
from cxlib.models.renewal_likelihood import beta_survival
from cxlib.models.renewals import Renewals
from cxlib.models.sbg import SbgFit, fit_sbg
from cxlib.stats.purchases import Real

Model = Literal["exponential", "weibull", "log-normal", "log-logistic", "sbg", "bdw"]
MODELS: tuple[Model, ...] = get_args(Model)
STEP = 1e-4
STEEP = 0.1
"""A tail that falls like time^-1.1 or more slowly has no mean worth the name."""


@dataclass(frozen=True, slots=True)
class MeanStay:
    """Mean time that customers stay under a model, and how much of it nobody has seen.

    Attributes:
        value: mean, in periods: the area under the whole curve.
        low: lower limit, on the log scale; None where the model has no limits.
        high: upper limit, None as `low`.
        beyond: share of the mean that lies beyond the data, a fraction.
    """

    value: float
    low: float | None
    high: float | None
    beyond: float


@dataclass(frozen=True, slots=True)
class Lifetime:
    """A model fitted to departures per whole period.

    Attributes:
        model: its name.
        fit: what was fitted.
        events: customers who left.
    """

    model: Model
    fit: ParametricFit | SbgFit | BdwFit
    events: int

    @property
    def converged(self) -> bool:
        """Whether the likelihood has a maximum that the data determine."""
        if isinstance(self.fit, ParametricFit):
            return self.fit.converged
        return self.fit.covariance is not None

    @property
    def bic(self) -> float:
        """Schwarz's criterion with n customers: lower is better, on the same likelihood."""
        free = (self.fit.aic + 2 * self.fit.log_likelihood) / 2
        return free * log(self.fit.n) - 2 * self.fit.log_likelihood

    def survival(self, times: Real) -> Real:
        """Share still there after some numbers of periods, shape as `times`."""
        return self._curve(self._theta, times)

    def slopes(self, times: Real) -> Real:
        """How the share still there moves with each parameter of `fit.covariance`.

        Args:
            times: numbers of periods, shape (m,).

        Returns:
            Derivatives by central differences, shape (parameters, m).
        """
        return np.array(
            [
                (self._curve(self._theta + move, times) - self._curve(self._theta - move, times))
                / (2 * STEP)
                for move in STEP * np.eye(len(self._theta))
            ]
        )

    def limits(self, times: Real, *, level: float) -> tuple[Real, Real] | None:
        """Lower and upper limits of the share still there; NaN where it is 0 or 1.

        They hold at one time each, and say how sure the parameters are, not the model.

        Args:
            times: numbers of periods, shape (m,).
            level: confidence level, a fraction strictly between 0 and 1.

        Returns:
            Both of shape (m,); None where the data do not determine the parameters.

        Source:
            Delta method on log(-log S), the scale of Kalbfleisch & Prentice (1980), from the
            observed information.
        """
        z = z_of(level)
        if self.fit.covariance is None:
            return None
        with np.errstate(divide="ignore", invalid="ignore"):
            slopes = np.array(
                [
                    (_log_log(self._curve(self._theta + move, times))
                     - _log_log(self._curve(self._theta - move, times))) / (2 * STEP)
                    for move in STEP * np.eye(len(self._theta))
                ]
            )  # fmt: skip
            variance = np.einsum("im,ij,jm->m", slopes, np.array(self.fit.covariance), slopes)
            centre = _log_log(self.survival(times))
            half = z * np.sqrt(np.maximum(variance, 0))
            low, high = np.exp(-np.exp(centre + half)), np.exp(-np.exp(centre - half))
        known = np.isfinite(centre) & np.isfinite(half)
        return np.where(known, low, np.nan), np.where(known, high, np.nan)

    def mean(self, *, longest: float, level: float) -> MeanStay | None:
        """Mean time that customers stay, with the share of it beyond the longest follow-up.

        Args:
            longest: the longest follow-up, in periods, above 0.
            level: confidence level of the limits.

        Returns:
            None where the mean is infinite, or nearly so.
        """
        value = self._mean(self._theta)
        if not isfinite(value):
            return None
        within = quad(lambda t: float(self.survival(np.array([t]))[0]), 0, longest, limit=200)[0]
        low, high = None, None
        if self.fit.covariance is not None:
            moves = STEP * np.eye(len(self._theta))
            ends = [(self._mean(self._theta + m), self._mean(self._theta - m)) for m in moves]
            if all(isfinite(end) for pair in ends for end in pair):
                slope = np.array([log(up / down) / (2 * STEP) for up, down in ends])
                variance = float(slope @ np.array(self.fit.covariance) @ slope)
                half = z_of(level) * max(0.0, variance) ** 0.5
                low, high = value * exp(-half), value * exp(min(half, 700.0))
        return MeanStay(value, low, high, min(1.0, max(0.0, 1 - within / value)))

    @property
    def _theta(self) -> Real:
        """The parameters that the covariance is of."""
        if isinstance(self.fit, ParametricFit):
            return np.array(self.fit.theta)
        return np.log(list(self.fit.parameters.values()))

    def _curve(self, theta: Real, times: Real) -> Real:
        if isinstance(self.fit, ParametricFit):
            return law_survival(self.fit.law, self.fit.typical, theta, times)
        return beta_survival(times, *np.exp(theta).tolist())

    def _mean(self, theta: Real) -> float:
        """The area under the whole curve; infinite where it is, or nearly so."""
        if isinstance(self.fit, ParametricFit):
            return law_mean(self.fit.law, self.fit.typical, theta)
        alpha, c = exp(theta[0]), exp(theta[2]) if len(theta) > 2 else 1.0
        if alpha * c <= 1 + STEEP:
            return inf

        def height(time: float) -> float:
            return float(self._curve(theta, np.array([time]))[0])

        # The curve falls by about half up to the middle, then like time^-(alpha c) or faster.
        start = min(500.0, (theta[1] - max(theta[0], 0.0)) / c)
        middle, end = exp(start), min(600.0 - start, max(5.0, 40 / (alpha * c - 1)))
        head = quad(height, 0, middle, limit=200)[0]
        tail = quad(lambda u: height(middle * exp(u)) * middle * exp(u), 0, end, limit=400)[0]
        return float(head + tail)


def fit_lifetime(renewals: Renewals, model: Model) -> Lifetime:
    """Fit one of the six models to departures per whole period, all by the same likelihood.

    A departure in period t contributes S(t - 1) - S(t), a customer still there what is left, so
    that log-likelihoods, AIC and BIC of the six compare.

    Args:
        renewals: departures per period, and customers who stayed.
        model: "exponential", "weibull", "log-normal", "log-logistic", "sbg" or "bdw".

    Raises:
        BadOption: there is no such model.
        NotEnoughData: nobody left, or there are too few periods for the model.
    """
    if model not in MODELS:
        raise BadOption(f"The model is '{model}'; it has to be one of {', '.join(MODELS)}.")
    fit: ParametricFit | SbgFit | BdwFit
    if model == "sbg":
        fit = fit_sbg(renewals)
    elif model == "bdw":
        fit = fit_bdw(renewals)
    else:
        fit = fit_grouped(renewals, model)
    return Lifetime(model, fit, sum(renewals.lost))


def _log_log(survival: Real) -> Real:
    return np.log(-np.log(survival))
