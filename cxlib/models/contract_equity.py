"""What the customers who are still there will pay: the worth of a customer base, by cohort."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor, sqrt

import numpy as np

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.models.contract_terms import Terms
from cxlib.models.renewals import WHOLE
from cxlib.models.stay_curve import StayCurve
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.stats.purchases import Real


@dataclass(frozen=True, slots=True)
class Equity:
    """What the customers of a group who are still there are expected to pay.

    Attributes:
        started: customers who ever started.
        there: customers still there, when last seen.
        total: their expected discounted payments, within the horizon from now on.
        low: lower limit; None where the data do not determine the model. high: upper limit.
        each: `total` for each who is still there; None where nobody is.
    """

    started: int
    there: int
    total: float
    low: float | None
    high: float | None
    each: float | None


def equity(curve: StayCurve, groups: Mapping[Group, Lives], terms: Terms) -> dict[Group, Equity]:
    """The expected coming payments of customers still there, each at the own age.

    A customer who has stayed for a while is more likely to stay than a new one: the share S(age +
    k) / S(age) counts. All groups are reckoned by the one curve, so that they differ by their ages
    and numbers only. Everybody pays the margin of the first period next, and it grows from there.

    Args:
        curve: a model's curve, which reaches beyond the data.
        groups: event tables of the customers in periods, such as one a start cohort.
        terms: what is paid, how many more payments count, and how they are discounted.

    Returns:
        By group. Limits say how sure the model's parameters are, not how chance falls.

    Raises:
        BadOption: the curve is Kaplan-Meier's, which ends with the data.

    Source:
        Fader & Hardie, Marketing Science 29(1), 2010 (value of renewals to come, given those made).
        Limits by the delta method.
    """
    if curve.fit is None:
        raise BadOption(
            "The value of customers still there lies beyond what was watched, so it needs a model; "
            "Kaplan-Meier has none. Choose a model, such as sbg or weibull."
        )
    ages = [d for lives in groups.values() for d, n in _there(lives)]
    last = ceil(max(ages, default=0.0)) + terms.horizon + 1
    whole = np.arange(last + 1.0)
    shares, slopes = curve.survival(whole), curve.fit.slopes(whole)
    return {
        group: _equity(curve, lives, terms, (shares, slopes)) for group, lives in groups.items()
    }


def _there(lives: Lives) -> list[tuple[float, int]]:
    """Ages of customers still there, with their numbers."""
    return [(d, n) for d, n in zip(lives.durations, lives.censored, strict=True) if n]


def _equity(curve: StayCurve, lives: Lives, terms: Terms, ahead: tuple[Real, Real]) -> Equity:
    rows = _there(lives)
    ages, n = np.array([d for d, _ in rows]), np.array([k for _, k in rows], float)
    customers = int(n.sum())
    if not rows or curve.fit is None:
        return Equity(lives.n, customers, 0.0, None, None, None)
    shares, slopes = ahead
    now, drift = curve.survival(ages), curve.fit.slopes(ages)
    margins = terms.margins
    later = terms.discounted(np.arange(terms.horizon, dtype=float))
    total, slope = 0.0, np.zeros(len(slopes))
    for place, age in enumerate(ages.tolist()):
        first = floor(age + WHOLE) + 1 if terms.arrears else ceil(age - WHOLE)
        due = slice(first, first + terms.horizon)
        wait = float(terms.discounted(np.array(max(0.0, first - age))))
        weights = n[place] * wait * margins * later / max(float(now[place]), 1e-300)
        coming = float(weights @ shares[due])
        total += coming
        slope += slopes[:, due] @ weights - coming * drift[:, place] / max(now[place], 1e-300)
    covariance = curve.fit.fit.covariance
    low = high = None
    if covariance is not None:
        half = z_of(curve.curve.level) * sqrt(max(0.0, float(slope @ np.array(covariance) @ slope)))
        low, high = max(0.0, total - half), total + half
    return Equity(lives.n, customers, total, low, high, total / customers)
