"""What a new contract is worth: its expected payments, discounted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from cxlib.locale.speak import say
from cxlib.metrics.normal import z_of
from cxlib.models.contract_terms import LONGEST as LONGEST
from cxlib.models.contract_terms import Terms as Terms
from cxlib.models.late_entry import late_notes
from cxlib.models.stay_curve import METHODS as METHODS
from cxlib.models.stay_curve import Method, StayCurve, stay_curve
from cxlib.stats.groups import TOTAL
from cxlib.stats.lives import Lives
from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True)
class ContractValue:
    """Expected discounted payments of one customer, from the first one on.

    Attributes:
        model: "km" (Kaplan-Meier) or the model.
        parameters: the model's parameters by name; empty for Kaplan-Meier.
        log_likelihood: of the fitted model; None for Kaplan-Meier.
        aic: Akaike's information criterion, the same likelihood for all models; None as that.
        n: number of customers.
        events: customers who left.
        horizon: number of payments that count, one a period.
        value: per customer, in the currency of the margin.
        low: lower limit, at least what is certain; None where the data show no spread.
        high: upper limit, at most all payments; None as `low`.
        variance: sampling variance of `value`; None as `low`.
        within: the part of `value` due within the longest follow-up.
        beyond: the rest, which no data show: a model's projection, or by Kaplan-Meier the most it
            can be, because the curve is held at its last value.
        longest: the longest follow-up, in periods; infinite where nobody is left.
        survival: S(0) = 1, S(1) .. S(horizon), fractions, shape (horizon + 1,).
        notes: what to know when reading the value.
    """

    model: Method
    parameters: Mapping[str, float]
    log_likelihood: float | None
    aic: float | None
    n: int
    events: int
    horizon: int
    value: float
    low: float | None
    high: float | None
    variance: float | None
    within: float
    beyond: float
    longest: float
    survival: tuple[float, ...]
    notes: tuple[str, ...]


def contract_value(
    lives: Lives, terms: Terms, *, model: Method = "km", level: float = 0.95
) -> ContractValue:
    """Value of a contract: the sum of what each payment is worth times the share who make it.

    Paid in advance, payments are due at 0, 1 .. horizon - 1, and everybody makes the first one.
    Paid in arrears, they are due at 1 .. horizon. Who leaves at the very time of a payment does not
    make it. Kaplan-Meier needs no model; beyond the longest follow-up its curve is held at the last
    value, which is an upper bound and is noted. The models project further, and take durations in
    whole periods (see `Renewals.of`).

    Args:
        lives: event table with durations in periods.
        terms: what is paid, how long, and how it is discounted.
        model: "km" (Kaplan-Meier), "sbg", "bdw", "exponential", "weibull", "log-normal" or
            "log-logistic".
        level: confidence level, a fraction strictly between 0 and 1.

    Raises:
        BadOption: the model or the level is not one of those possible.
        NotEnoughData: no customers, or too few departures or periods for the model.

    Source:
        Fader & Hardie, Marketing Science 29(1), 2010 (value as a discounted sum of survival).
        Limits by the delta method, see `StayCurve.variance`.
    """
    return value_of(stay_curve(lives, model, level=level), terms)


def value_of(curve: StayCurve, terms: Terms) -> ContractValue:
    """Value of a contract from a curve that is estimated already; see `contract_value`."""
    times, weights = terms.times, terms.weights
    parts = weights * curve.survival(times)
    value = float(parts.sum())
    known = times <= curve.longest
    variance = curve.variance(times, weights)
    low, high = limits_of(value, variance, curve, certain=_certain(terms), most=weights.sum())
    fit = None if curve.fit is None else curve.fit.fit
    return ContractValue(
        model=curve.method,
        parameters=curve.parameters,
        log_likelihood=None if fit is None else fit.log_likelihood,
        aic=None if fit is None else fit.aic,
        n=curve.curve.n,
        events=curve.curve.deaths,
        horizon=terms.horizon,
        value=value,
        low=low,
        high=high,
        variance=variance,
        within=float(parts[known].sum()),
        beyond=float(parts[~known].sum()),
        longest=curve.longest,
        survival=tuple(curve.survival(np.arange(terms.horizon + 1.0)).tolist()),
        notes=_notes(curve, times, limited=variance is not None),
    )


def limits_of(
    value: float, variance: float | None, curve: StayCurve, *, certain: float, most: float
) -> tuple[float | None, float | None]:
    """Normal limits at the curve's level, within what is certain and what is possible."""
    if variance is None:
        return None, None
    half = z_of(curve.curve.level) * sqrt(variance)
    return max(certain, value - half), min(float(most), value + half)


def _certain(terms: Terms) -> float:
    """What everybody pays: the first payment in advance."""
    return 0.0 if terms.arrears else terms.margin


def _notes(curve: StayCurve, times: Real, *, limited: bool) -> tuple[str, ...]:
    beyond = bool(times[-1] > curve.longest)
    if curve.fit is not None:
        ahead = say(
            "Customers were watched for {periods} periods; what the model says beyond is a "
            "projection.",
            periods=ceil(curve.longest - 1e-9),
        )
        return (*curve.fit.fit.notes, *((ahead,) if beyond else ()))
    notes = list(late_notes({TOTAL: curve.curve}))
    if beyond:
        notes.append(
            say(
                "Retention beyond the longest follow-up, {longest} periods, is unknown and held at "
                "its last value, so {horizon} payments are worth at most this. A shorter horizon, "
                "or a model, avoids it.",
                horizon=len(times),
                longest=f"{curve.longest:.4g}",
            )
        )
    if curve.curve.events[0] > 0 and times[0] == 0:
        notes.append(
            say(
                "Customers who left at duration 0 count with the first payment: {n}.",
                n=curve.curve.events[0],
            )
        )
    if not limited:
        notes.append(say("Nobody left while payments were due, so there are no limits."))
    return tuple(notes)
