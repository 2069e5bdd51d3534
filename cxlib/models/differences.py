"""Any measure of two groups side by side, and of every group against the rest."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from math import sqrt
from operator import add
from typing import Any, Generic, Protocol, TypeVar

import numpy as np

from cxlib.metrics.change import nps_change, share_change
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.customer_means import customer_mean, mean_difference
from cxlib.metrics.normal import two_sided, z_of
from cxlib.metrics.nps import nps, score_and_error
from cxlib.metrics.shares import box_score
from cxlib.models.fixed_time import difference_at
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.models.rmst import greenwood_terms, rmst
from cxlib.stats.all_measures import Statistic
from cxlib.stats.amount_sums import AmountSums
from cxlib.stats.lives import Lives
from cxlib.stats.scores import ScoreCounts

FEWEST = 20
"""Answers, customers or tickets that each of two groups needs for a test."""
S = TypeVar("S", contravariant=True)
K = TypeVar("K", bound=Hashable)


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

    def estimate(self, one: ScoreCounts, *, level: float) -> Estimate:
        """The score with the interval of `nps`."""
        if one.weight <= 0:
            return Estimate(None, None, None, one.total)
        found, spread = nps(one, level=level), score_and_error(one)
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

    def estimate(self, one: ScoreCounts, *, level: float) -> Estimate:
        """The share with Wilson's interval."""
        if one.weight <= 0:
            return Estimate(None, None, None, one.total)
        found = box_score(one, box=self.box, level=level)
        variance = found.share * (1 - found.share) / found.n_eff
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


@dataclass(frozen=True, slots=True)
class Pair(Generic[K]):
    """A measure of two groups, to be compared."""

    key: K
    measure: Measure[Any]
    one: Statistic
    other: Statistic


@dataclass(frozen=True, slots=True)
class Difference(Generic[K]):
    """How two groups differ in one measure.

    Attributes:
        key: which measure.
        one: of the first group; other: of the second.
        other: of the second group.
        gap: `one` less `other`, tested where both have `FEWEST` members.
        p_adjusted: Benjamini-Hochberg over all tests of the table; None without a test.
    """

    key: K
    one: Estimate
    other: Estimate
    gap: Gap
    p_adjusted: float | None

    @property
    def spread(self) -> float | None:
        """Standard deviation of one member, as the mean of both groups' variances.

        Source:
            Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd edition, 1988,
            section 2.3.
        """
        sides = (self.one, self.other)
        parts = [one.n * one.variance for one in sides if one.variance is not None]
        return sqrt(sum(parts) / 2) if len(parts) == 2 and sum(parts) > 0 else None


def differences(
    pairs: Sequence[Pair[K]], *, level: float = 0.95, fewest: int = FEWEST
) -> tuple[Difference[K], ...]:
    """Compare two groups in many measures; all tests together are one family.

    Measures of the same customers go together (who scores low leaves sooner), which keeps the
    share of false findings within what is asked as long as they go together positively.

    Args:
        pairs: measures of two groups without common members.
        level: confidence level, a fraction strictly between 0 and 1.
        fewest: members that each group needs for a test.

    Source:
        Benjamini & Hochberg, Journal of the Royal Statistical Society B 57(1), 1995; dependence:
        Benjamini & Yekutieli, Annals of Statistics 29(4), 2001.
    """
    rows = []
    for pair in pairs:
        sides = [pair.measure.estimate(one, level=level) for one in (pair.one, pair.other)]
        gap = _gap(pair.measure, (pair.one, pair.other), sides, level=level, fewest=fewest)
        rows.append((pair.key, sides, gap))
    adjusted = benjamini_hochberg([gap.p_value for _, _, gap in rows])
    return tuple(
        Difference(key, sides[0], sides[1], gap, p)
        for (key, sides, gap), p in zip(rows, adjusted, strict=True)
    )


def against_rest(
    groups: Mapping[K, Statistic],
    measure: Measure[Any],
    *,
    total: Statistic | None = None,
    level: float = 0.95,
    fewest: int = FEWEST,
) -> tuple[Difference[K], ...]:
    """Compare every group with everybody else; all tests together are one family.

    Args:
        groups: a statistic a group.
        measure: what is compared.
        total: the statistic of everybody; None where the groups are everybody, once each.
        level: confidence level, a fraction strictly between 0 and 1.
        fewest: members that a group and its rest need for a test.
    """
    if not groups:
        return ()
    stats: list[Any] = list(groups.values())
    whole: Any = total if total is not None else reduce(add, stats)
    pairs = [Pair(key, measure, one, _without(whole, one)) for key, one in groups.items()]
    return differences(pairs, level=level, fewest=fewest)


def common_time(lives: Sequence[Lives], usual: float) -> float:
    """The usual time, or the end of the shortest follow-up where that comes before."""
    return min(usual, *(_known_until(one) for one in lives))


def _known_until(lives: Lives) -> float:
    over = not lives.censored or not lives.censored[-1]
    return float("inf") if over and lives.n else lives.longest


def _gap(
    measure: Measure[Any],
    stats: tuple[Statistic, Statistic],
    sides: Sequence[Estimate],
    *,
    level: float,
    fewest: int,
) -> Gap:
    values = [one.value for one in sides]
    if values[0] is None or values[1] is None:
        return Gap(None)
    if min(one.n for one in sides) < fewest:
        return Gap(values[0] - values[1])
    return measure.gap(*stats, level=level)


def _without(whole: Any, part: Any) -> Any:
    return _lives_without(whole, part) if isinstance(whole, Lives) else whole - part


def _lives_without(whole: Lives, part: Lives) -> Lives:
    """The lives of all others."""
    mine = zip(whole.durations, whole.events, whole.censored, strict=True)
    theirs = zip(part.durations, part.events, part.censored, strict=True)
    rows = [*mine, *((time, -left, -stayed) for time, left, stayed in theirs)]
    rest = Lives.of(rows, [*whole.late, *((time, -n) for time, n in part.late)])
    kept = zip(rest.durations, rest.events, rest.censored, strict=True)
    return Lives.of([row for row in kept if row[1] or row[2]], rest.late)


def _variance_at(curve: SurvivalCurve, time: float) -> float:
    step = int(np.searchsorted(curve.times, time, side="right")) - 1
    variance = float(np.cumsum(greenwood_terms(curve))[step])
    return variance * curve.survival[step] ** 2
