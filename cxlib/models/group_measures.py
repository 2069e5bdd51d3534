"""The measures that two groups are compared by: how each is taken, and two of them told apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Protocol, TypeVar

import numpy as np

from cxlib.metrics.change import nps_change, share_change
from cxlib.metrics.customer_means import customer_mean, mean_difference
from cxlib.metrics.normal import two_sided, z_of
from cxlib.metrics.nps import nps, nps_codes, score_and_error
from cxlib.metrics.shares import box_hits, box_score
from cxlib.models.fixed_time import difference_at
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.models.rmst import greenwood_terms, rmst
from cxlib.stats.amount_sums import AmountSums
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.lives import Lives
from cxlib.stats.scores import ScoreCounts

S = TypeVar("S", contravariant=True)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure of one group.

    Attributes:
        value: in the unit of the measure; None where it cannot be known.
        low: lower limit; high: upper limit; None where unknown.
        high: upper limit, likewise.
        n: answers, customers or tickets.
        variance: sampling variance of the value; None where unknown.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    variance: float | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """One group less another: value and limits in the unit of the measure, two-sided p-value."""

    value: float | None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None


class Measure(Protocol[S]):
    """How a measure is taken of a statistic, and two of them compared."""

    def estimate(self, one: S, *, level: float) -> Estimate:
        """The measure of a group."""
        ...

    def gap(self, one: S, other: S, *, level: float) -> Gap:
        """The measure of a group less that of another without common members."""
        ...


@dataclass(frozen=True, slots=True)
class NetScore:
    """Promoters less detractors in points; net sentiment likewise."""

    limit = 200.0
    """A difference is within this, either way."""

    def worth(self, one: ScoreCounts) -> tuple[int, ...]:
        """What an answer with each score counts."""
        return nps_codes(one)

    def estimate(
        self, one: ScoreCounts, *, level: float, customers: CustomerSums | None = None
    ) -> Estimate:
        """The score with the interval of `nps`."""
        if one.weight <= 0:
            return Estimate(None, None, None, one.total)
        found, spread = nps(one, level=level, customers=customers), score_and_error(one)
        variance = None if spread is None else 1e4 * spread[1]
        return Estimate(found.score, found.low, found.high, found.n, variance)

    def gap(self, one: ScoreCounts, other: ScoreCounts, *, level: float) -> Gap:
        """The difference of `nps_change`."""
        found = nps_change(other, one, level=level)
        return Gap(found.value, found.low, found.high, found.p_value)


@dataclass(frozen=True, slots=True)
class GoodShare:
    """The share of answers within a box of the scale, a fraction."""

    box: tuple[int, int]
    limit = 1.0
    """A difference is within this, either way."""

    def worth(self, one: ScoreCounts) -> tuple[int, ...]:
        """What an answer with each score counts."""
        return box_hits(one, self.box)

    def estimate(
        self, one: ScoreCounts, *, level: float, customers: CustomerSums | None = None
    ) -> Estimate:
        """The share with Wilson's interval."""
        if one.weight <= 0:
            return Estimate(None, None, None, one.total)
        found = box_score(one, box=self.box, level=level, customers=customers)
        variance = found.share * (1 - found.share) / one.n_eff
        return Estimate(found.share, found.low, found.high, found.n, variance)

    def gap(self, one: ScoreCounts, other: ScoreCounts, *, level: float) -> Gap:
        """The difference of `share_change`."""
        found = share_change(other, one, box=self.box, level=level)
        return Gap(found.value, found.low, found.high, found.p_value)


@dataclass(frozen=True, slots=True)
class StillThere:
    """The share of customers still there after a time, a fraction (Kaplan-Meier)."""

    time: float

    def estimate(self, one: Lives, *, level: float) -> Estimate:
        """The curve at the time; None beyond the follow-up."""
        if not one.n:
            return Estimate(None, None, None, 0)
        curve = kaplan_meier(one, level=level)
        at = curve.at(self.time)
        variance = None if at.survival is None else _variance_at(curve, self.time)
        return Estimate(at.survival, at.low, at.high, one.n, variance)

    def gap(self, one: Lives, other: Lives, *, level: float) -> Gap:
        """The difference of `difference_at`."""
        curves = [kaplan_meier(lives, level=level) for lives in (one, other)]
        found = difference_at(curves[0], curves[1], time=self.time)
        return Gap(found.value, found.low, found.high, found.p_value)


@dataclass(frozen=True, slots=True)
class MeanTime:
    """The mean time within a window: as a customer, or waiting (restricted mean)."""

    tau: float

    def estimate(self, one: Lives, *, level: float) -> Estimate:
        """The restricted mean; None where the follow-up ends before the window."""
        if not one.n:
            return Estimate(None, None, None, 0)
        curve = kaplan_meier(one, level=level)
        if not curve.reaches(self.tau):
            return Estimate(None, None, None, one.n)
        found = rmst(curve, tau=self.tau)
        return Estimate(found.value, found.low, found.high, one.n, found.variance)

    def gap(self, one: Lives, other: Lives, *, level: float) -> Gap:
        """The difference, with the larger of two variances.

        One is that of `rmst_difference`. A small group without its slowest members understates
        it, so that the other, as if both groups were alike, may be the larger.

        Source:
            Uno et al., Journal of Clinical Oncology 32(22), 2014 (the first).
        """
        curves = [kaplan_meier(lives, level=level) for lives in (one, other)]
        if not all(curve.reaches(self.tau) for curve in curves):
            return Gap(None)
        first, second = (rmst(curve, tau=self.tau) for curve in curves)
        alike = rmst(kaplan_meier(one + other, level=level), tau=self.tau).variance
        alike *= (one.n + other.n) * (1 / one.n + 1 / other.n)
        gap, variance = first.value - second.value, max(first.variance + second.variance, alike)
        if variance == 0:
            return Gap(gap)
        half = z_of(level) * sqrt(variance)
        return Gap(gap, gap - half, gap + half, two_sided(gap / sqrt(variance)))


@dataclass(frozen=True, slots=True)
class PerCustomer:
    """A mean or a rate over customers."""

    def estimate(self, one: AmountSums, *, level: float) -> Estimate:
        """The mean with limits by Student's t."""
        found = customer_mean(one, level=level)
        return Estimate(found.value, found.low, found.high, found.n, found.variance)

    def gap(self, one: AmountSums, other: AmountSums, *, level: float) -> Gap:
        """The difference of `mean_difference`."""
        found = mean_difference(one, other, level=level)
        return Gap(found.value, found.low, found.high, found.p_value)


def _variance_at(curve: SurvivalCurve, time: float) -> float:
    step = int(np.searchsorted(curve.times, time, side="right")) - 1
    variance = float(np.cumsum(greenwood_terms(curve))[step])
    return variance * curve.survival[step] ** 2
