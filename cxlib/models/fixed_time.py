"""How much two groups of customers differ in the share still there at one time."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, sqrt

import numpy as np

from cxlib.errors import BadOption
from cxlib.metrics.normal import chi2_beyond
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.models.rmst import greenwood_terms


@dataclass(frozen=True, slots=True)
class FixedTime:
    """Two curves at one time.

    Attributes:
        time: in the unit of the curves.
        one: share of the first group still there, a fraction; None beyond its follow-up.
        other: share of the second group, as `one`.
        value: `one` less `other`, a fraction from -1 to 1; None where either is.
        low: lower limit; None where a group has no limits: nobody, or everybody, has left.
        high: upper limit, None as `low`.
        statistic: of the test that both shares are equal, chi-square with one degree of freedom;
            None as `low`.
        p_value: of that test; None as `low`.
    """

    time: float
    one: float | None
    other: float | None
    value: float | None
    low: float | None
    high: float | None
    statistic: float | None
    p_value: float | None


def difference_at(one: SurvivalCurve, other: SurvivalCurve, *, time: float) -> FixedTime:
    """Compare two curves at one time that was chosen beforehand.

    The test compares the shares on the log-log scale, which keeps its level in small groups and in
    the tails. The limits put together those of both curves (on that scale too), so that they stay
    within -1 and 1; near the border of significance limits and test may disagree by a little.

    Args:
        one: a curve with its level.
        other: another one at the same level.
        time: at least 0, in the unit of both.

    Raises:
        BadOption: the levels differ, or the time is negative.

    Source:
        Klein, Logan, Harhoff & Andersen, Statistics in Medicine 26(24), 2007 (the test). Zou &
        Donner, Statistics in Medicine 27(10), 2008 (limits of a difference from those of its
        parts).
    """
    if one.level != other.level:
        raise BadOption(
            f"The curves have limits at {one.level:g} and {other.level:g}; compare them at one "
            "confidence level."
        )
    first, second = one.at(time), other.at(time)
    if first.survival is None or second.survival is None:
        return FixedTime(time, first.survival, second.survival, None, None, None, None, None)
    gap = first.survival - second.survival
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return FixedTime(time, first.survival, second.survival, gap, None, None, None, None)
    low = gap - sqrt((first.survival - first.low) ** 2 + (second.high - second.survival) ** 2)
    high = gap + sqrt((first.high - first.survival) ** 2 + (second.survival - second.low) ** 2)
    apart = log(-log(first.survival)) - log(-log(second.survival))
    spread = _log_log_variance(one, time) + _log_log_variance(other, time)
    statistic = apart**2 / spread
    p_value = chi2_beyond(statistic, 1)
    return FixedTime(time, first.survival, second.survival, gap, low, high, statistic, p_value)


def _log_log_variance(curve: SurvivalCurve, time: float) -> float:
    """Variance of log(-log S) at a time within the follow-up where S is between 0 and 1."""
    step = int(np.searchsorted(curve.times, time, side="right")) - 1
    variance = float(np.cumsum(greenwood_terms(curve))[step])
    return variance / log(curve.survival[step]) ** 2
