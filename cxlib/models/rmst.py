"""How long customers stay on average within the first tau periods."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, isfinite, log, sqrt

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.metrics.normal import two_sided, z_of
from cxlib.models.kaplan_meier import SurvivalCurve, greenwood


@dataclass(frozen=True, slots=True)
class Rmst:
    """Restricted mean survival time: "expected active periods out of the first tau".

    Attributes:
        tau: where the count stops, in the unit of the curve.
        value: mean time active before tau, from 0 to tau.
        low: lower limit, by the normal distribution; None where the data show no spread: nobody
            left before tau, or all at once.
        high: upper limit, None as `low`; may pass tau where few left before it.
        variance: sampling variance of `value`; 0 where the data show no spread.
    """

    tau: float
    value: float
    low: float | None
    high: float | None
    variance: float


@dataclass(frozen=True, slots=True)
class RmstContrast:
    """One group's restricted mean against another's: `value`, limits, two-sided `p_value`.

    Limits and p-value are None where neither group shows any spread.
    """

    value: float
    low: float | None
    high: float | None
    p_value: float | None


def rmst(curve: SurvivalCurve, *, tau: float) -> Rmst:
    """Area under a Kaplan-Meier curve from 0 to tau, with its sampling variance.

    The variance is that of the estimate, sum of A_j^2 d_j / (n_j (n_j - d_j)) with A_j the area
    from the j-th departure to tau; not the spread of the customers' own times.

    Args:
        curve: a Kaplan-Meier curve; its level is the level of the limits.
        tau: end of the window, above 0 and within the follow-up, in the unit of the curve.

    Raises:
        BadOption: tau is not above 0, or lies beyond the longest follow-up.

    Source:
        Irwin, Journal of Hygiene 47(2), 1949 (the restricted mean). Royston & Parmar, BMC Medical
        Research Methodology 13:152, 2013 (its use and variance).
    """
    if not (isfinite(tau) and tau > 0):
        raise BadOption(f"tau is {tau:g}; it has to be a number above 0, such as 12.")
    if not curve.reaches(tau):
        raise BadOption(
            f"tau is {tau:g}, but the longest follow-up is {curve.longest:g}; the curve is unknown "
            f"beyond. Choose a tau of at most {curve.longest:g}."
        )
    areas = _areas(curve, tau)
    variance = float(np.sum(areas**2 * greenwood_terms(curve)[: len(areas)]))
    value = float(areas[0])
    if variance == 0:
        return Rmst(tau, value, None, None, 0.0)
    half = z_of(curve.level) * sqrt(variance)
    return Rmst(tau, value, value - half, value + half, variance)


def rmst_difference(one: Rmst, other: Rmst, *, level: float = 0.95) -> RmstContrast:
    """How many more periods one group is active within tau than another: `one` less `other`.

    Raises:
        BadOption: the two means do not share tau, or the level is not between 0 and 1.

    Source:
        Uno et al., Journal of Clinical Oncology 32(22), 2014.
    """
    _same_window(one, other)
    value, variance = one.value - other.value, one.variance + other.variance
    if variance == 0:
        return RmstContrast(value, None, None, None)
    se = sqrt(variance)
    half = z_of(level) * se
    return RmstContrast(value, value - half, value + half, two_sided(value / se))


def rmst_ratio(one: Rmst, other: Rmst, *, level: float = 0.95) -> RmstContrast:
    """How many times as long one group is active within tau: `one` over `other`.

    The limits come from the logarithm of the ratio.

    Raises:
        BadOption: the two means do not share tau, one of them is 0, or the level is not between 0
            and 1.

    Source:
        Uno et al., Journal of Clinical Oncology 32(22), 2014.
    """
    _same_window(one, other)
    if min(one.value, other.value) == 0:
        raise BadOption("A ratio needs time active in both groups; one has none. Use a difference.")
    value = one.value / other.value
    variance = one.variance / one.value**2 + other.variance / other.value**2
    if variance == 0:
        return RmstContrast(value, None, None, None)
    se = sqrt(variance)
    half = z_of(level) * se
    return RmstContrast(value, value * exp(-half), value * exp(half), two_sided(log(value) / se))


def greenwood_terms(curve: SurvivalCurve) -> NDArray[np.float64]:
    """d_j / (n_j (n_j - d_j)) at each time of the curve, 0 where everybody left at once."""
    at_risk = np.asarray(curve.at_risk, dtype=float)
    return greenwood(at_risk, np.asarray(curve.events, dtype=float))


def _areas(curve: SurvivalCurve, tau: float) -> NDArray[np.float64]:
    """Area under the curve from each of its times before tau, the first of which is 0, to tau."""
    times = np.asarray(curve.times)
    inside = times < tau
    edges = np.append(times[inside], tau)
    steps = np.diff(edges) * np.asarray(curve.survival)[inside]
    areas: NDArray[np.float64] = np.cumsum(steps[::-1])[::-1]
    return areas


def _same_window(one: Rmst, other: Rmst) -> None:
    if one.tau != other.tau:
        raise BadOption(
            f"The two means run to {one.tau:g} and {other.tau:g}; compare them at the same tau."
        )
