"""How long customers stay, by one method: observed, or by one of six models."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.models.lifetime import Lifetime, fit_lifetime
from cxlib.models.renewals import Renewals
from cxlib.models.rmst import greenwood_terms
from cxlib.stats.lives import Lives
from cxlib.stats.purchases import Real

Method = Literal["km", "sbg", "bdw", "exponential", "weibull", "log-normal", "log-logistic"]
METHODS: tuple[Method, ...] = get_args(Method)


@dataclass(frozen=True, slots=True)
class StayCurve:
    """The share of customers still there after any time, and how sure sums over it are.

    Attributes:
        method: "km" for Kaplan-Meier, else the model.
        curve: the observed curve, with its level.
        fit: the fitted model; None for Kaplan-Meier.
    """

    method: Method
    curve: SurvivalCurve
    fit: Lifetime | None

    @property
    def longest(self) -> float:
        """The longest follow-up, in periods; infinite where Kaplan-Meier knows that nobody is left.

        Beyond it a model projects, and Kaplan-Meier is held at its last value.
        """
        gone = self.fit is None and self.curve.survival[-1] == 0
        return float("inf") if gone else self.curve.longest

    @property
    def parameters(self) -> Mapping[str, float]:
        """The model's parameters by name; empty for Kaplan-Meier."""
        return {} if self.fit is None else self.fit.fit.parameters

    def survival(self, times: Real) -> Real:
        """Share still there after some numbers of periods, shape as `times`; 1 after none."""
        if self.fit is not None:
            return self.fit.survival(times)
        steps = np.searchsorted(self.curve.times, times, side="right") - 1
        return np.where(times > 0, np.asarray(self.curve.survival)[steps], 1.0)

    def variance(self, times: Real, weights: Real) -> float | None:
        """Sampling variance of the sum of weights S(times).

        Args:
            times: numbers of periods from 0 on, ascending, shape (m,).
            weights: what each counts, shape (m,).

        Returns:
            None where the data show no spread, or do not determine the model's parameters.

        Source:
            Delta method. Kaplan-Meier: sum over departures of (sum over t >= t_j of w S(t))^2 d_j
            / (n_j (n_j - d_j)), as for the restricted mean. Models: from the observed information.
        """
        if self.fit is not None:
            return self._of(self.fit.slopes(times) @ weights)
        paid = np.where(times > 0, weights * self.survival(times), 0.0)
        to_come = np.append(np.cumsum(paid[::-1])[::-1], 0.0)
        first = np.searchsorted(times, self.curve.times, side="left")
        found = float(np.sum(to_come[first] ** 2 * greenwood_terms(self.curve)))
        return found if found > 0 else None

    def variances(self, times: Real, weights: Real) -> Real:
        """The variance of each partial sum, of the first payment, the first two, and so on.

        Args:
            times: numbers of periods from 0 on, ascending, shape (m,).
            weights: what each counts, shape (m,).

        Returns:
            Shape (m,); NaN where it is not known.
        """
        if self.fit is not None:
            sums = np.cumsum(self.fit.slopes(times) * weights, axis=1)
            covariance = self.fit.fit.covariance
            if covariance is None:
                return np.full(len(times), np.nan)
            return np.asarray(np.einsum("im,ij,jm->m", sums, np.array(covariance), sums))
        paid = np.where(times > 0, weights * self.survival(times), 0.0)
        so_far = np.cumsum(paid)
        first = np.searchsorted(times, self.curve.times, side="left")
        due = first < len(times)
        spread = np.bincount(first[due], greenwood_terms(self.curve)[due], len(times))
        before = so_far - paid
        # (so far - what came before the departure)^2, summed over departures, written out.
        squared = (
            so_far**2 * np.cumsum(spread)
            - 2 * so_far * np.cumsum(spread * before)
            + np.cumsum(spread * before**2)
        )
        return np.where(squared > 1e-12 * so_far**2, squared, np.nan)

    def _of(self, slope: Real) -> float | None:
        """The variance of what moves with the model's parameters by `slope`."""
        covariance = self.fit.fit.covariance if self.fit is not None else None
        if covariance is None:
            return None
        return max(0.0, float(slope @ np.array(covariance) @ slope))


def stay_curve(lives: Lives, method: Method = "km", *, level: float = 0.95) -> StayCurve:
    """Estimate how long customers stay.

    The models are fitted to departures per whole period by one likelihood, so that their AIC
    compare.

    Args:
        lives: event table with durations in periods.
        method: "km" (Kaplan-Meier), "sbg", "bdw", "exponential", "weibull", "log-normal" or
            "log-logistic".
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: there is no such method, or the level is not possible.
        NotEnoughData: no customers, or too few departures or periods for the model.
    """
    if method not in METHODS:
        raise BadOption(f"The model is '{method}'; it has to be one of {', '.join(METHODS)}.")
    curve = kaplan_meier(lives, level=level)
    if method == "km":
        return StayCurve(method, curve, None)
    with threadpool_limits(1, "blas"):  # threads only cost time on vectors this short
        return StayCurve(method, curve, fit_lifetime(Renewals.of(lives), method))
