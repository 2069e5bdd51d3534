"""What a new contract is worth: its expected payments, discounted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, sqrt
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.metrics.normal import z_of
from cxlib.models.bdw import BdwFit, fit_bdw
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.models.renewal_likelihood import beta_survival
from cxlib.models.renewals import Renewals
from cxlib.models.rmst import greenwood_terms
from cxlib.models.sbg import SbgFit, fit_sbg
from cxlib.stats.lives import Lives

Real = NDArray[np.float64]
Model = Literal["km", "sbg", "bdw"]
LONGEST = 10_000
"""Periods that a horizon may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is paid for a contract.

    Attributes:
        horizon: number of payments that count, one a period in advance, from 1 on.
        margin: money a period, above 0.
        discount: rate a year, a fraction from 0 to 1.
        units_a_year: periods in a year, such as 12 for months.

    Raises:
        BadOption: one of them is out of range.
    """

    horizon: int
    margin: float
    discount: float
    units_a_year: float

    def __post_init__(self) -> None:
        if not 1 <= self.horizon <= LONGEST:
            raise BadOption(
                f"The horizon is {self.horizon} payments; it has to lie from 1 to {LONGEST}."
            )
        if not 0 < self.margin < inf:
            raise BadOption(f"The margin is {self.margin:g} a period; it has to be above 0.")
        if not 0 <= self.discount <= 1:
            raise BadOption(
                f"The discount is {self.discount:g} a year; it has to lie from 0 to 1, such as 0.1 "
                "for 10 %."
            )
        if not 0 < self.units_a_year < inf:
            raise BadOption(
                f"A year has {self.units_a_year:g} units; it has to have more than 0, such as 12."
            )

    @property
    def weights(self) -> Real:
        """The discounted margin of each payment, margin (1 + discount)^(-k / units a year)."""
        years = np.arange(self.horizon) / self.units_a_year
        return np.asarray(self.margin * (1 + self.discount) ** -years, dtype=float)


@dataclass(frozen=True, slots=True)
class ContractValue:
    """Expected discounted payments of one customer, from the first one on.

    Attributes:
        model: "km" (Kaplan-Meier), "sbg" or "bdw".
        parameters: the model's parameters by name; empty for Kaplan-Meier.
        log_likelihood: of the fitted model; None for Kaplan-Meier.
        n: number of customers.
        horizon: number of payments that count, one a period.
        value: per customer, in the currency of the margin.
        low: lower limit; None where the data show no spread. By a model, at least one payment.
        high: upper limit, None as `low`. By a model, at most all payments.
        survival: S(0) = 1, S(1) .. S(horizon), fractions, shape (horizon + 1,).
        notes: what to know when reading the value.
    """

    model: Model
    parameters: Mapping[str, float]
    log_likelihood: float | None
    n: int
    horizon: int
    value: float
    low: float | None
    high: float | None
    survival: tuple[float, ...]
    notes: tuple[str, ...]


def contract_value(
    lives: Lives, terms: Terms, *, model: Model = "km", level: float = 0.95
) -> ContractValue:
    """Value of a contract paid in advance: the sum of w_k S(k) over k = 0 .. horizon - 1.

    w_k is the discounted margin. Every customer makes the first payment. Kaplan-Meier needs no
    model; beyond the longest follow-up its curve is held at the last value, which is an upper
    bound and is noted. sBG and BdW project further, and take durations in whole periods (see
    `Renewals.of`).

    Args:
        lives: event table with durations in periods.
        terms: what is paid, how long, and how it is discounted.
        model: "km" (Kaplan-Meier), "sbg" or "bdw".
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: the model or the level is not one of those possible.
        NotEnoughData: no customers, or too few departures or periods for the model.

    Source:
        Limits by the delta method. Kaplan-Meier: sum over departures of (sum over k >= t_j of
        w_k S(k))^2 d_j / (n_j (n_j - d_j)), as for the restricted mean. sBG, BdW: from the
        observed information of the logarithms of the parameters.
    """
    if model not in get_args(Model):
        known = ", ".join(get_args(Model))
        raise BadOption(f"The model is '{model}'; it has to be one of {known}.")
    z = z_of(level)
    if model == "km":
        return _by_kaplan_meier(kaplan_meier(lives, level=level), terms.weights, z)
    fit = fit_sbg(Renewals.of(lives)) if model == "sbg" else fit_bdw(Renewals.of(lives))
    return _by_model(model, fit, terms.weights, z)


def _by_kaplan_meier(curve: SurvivalCurve, weights: Real, z: float) -> ContractValue:
    horizon = len(weights)
    periods = np.arange(horizon + 1)
    steps = np.searchsorted(curve.times, periods, side="right") - 1
    survival = np.asarray(curve.survival)[steps]
    survival[0] = 1.0
    # What is still paid from each departure on; the first payment hangs on none.
    to_come = np.append(np.cumsum((weights * survival[:-1])[:0:-1])[::-1], 0.0)
    first = np.clip(np.ceil(curve.times).astype(int), 1, horizon) - 1
    variance = float(np.sum(to_come[first] ** 2 * greenwood_terms(curve)))
    value = float(weights @ survival[:-1])
    half = z * sqrt(variance) if variance > 0 else None
    return ContractValue(
        model="km",
        parameters={},
        log_likelihood=None,
        n=curve.n,
        horizon=horizon,
        value=value,
        low=None if half is None else value - half,
        high=None if half is None else value + half,
        survival=tuple(survival.tolist()),
        notes=_curve_notes(curve, horizon, limited=half is not None),
    )


def _by_model(model: Model, fit: SbgFit | BdwFit, weights: Real, z: float) -> ContractValue:
    horizon = len(weights)
    periods = np.arange(horizon + 1.0)
    logs = np.log(list(fit.parameters.values()))

    def worth(place: Real) -> float:
        return float(weights @ beta_survival(periods[:-1], *np.exp(place)))

    value = worth(logs)
    low, high = None, None
    if fit.covariance is not None:
        moves = 1e-4 * np.eye(len(logs))
        slope = np.array([(worth(logs + m) - worth(logs - m)) / 2e-4 for m in moves])
        half = z * sqrt(max(0.0, float(slope @ np.array(fit.covariance) @ slope)))
        low = max(float(weights[0]), value - half)
        high = min(float(weights.sum()), value + half)
    ahead = say(
        "Customers were watched for {periods} periods; what the model says beyond is a projection.",
        periods=fit.periods,
    )
    return ContractValue(
        model=model,
        parameters=fit.parameters,
        log_likelihood=fit.log_likelihood,
        n=fit.n,
        horizon=horizon,
        value=value,
        low=low,
        high=high,
        survival=tuple(beta_survival(periods, *np.exp(logs)).tolist()),
        notes=(*fit.notes, *((ahead,) if horizon > fit.periods else ())),
    )


def _curve_notes(curve: SurvivalCurve, horizon: int, *, limited: bool) -> tuple[str, ...]:
    notes = []
    if not curve.reaches(horizon):
        notes.append(
            say(
                "Retention beyond the longest follow-up, {longest} periods, is unknown and held at "
                "its last value, so {horizon} payments are worth at most this. A shorter horizon, "
                "or a model (sbg, bdw), avoids it.",
                horizon=horizon,
                longest=f"{curve.longest:g}",
            )
        )
    if curve.events[0] > 0:
        notes.append(
            say(
                "Customers who left at duration 0 count with the first payment: {n}.",
                n=curve.events[0],
            )
        )
    if not limited:
        notes.append(say("Nobody left while payments were due, so there are no limits."))
    return tuple(notes)
