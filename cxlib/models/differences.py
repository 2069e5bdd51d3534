"""Any measure of two groups side by side, and of every group against the rest."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from math import sqrt
from operator import add
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import t_of, z_of
from cxlib.metrics.repeats import Effect, difference_effect, softened
from cxlib.models.group_measures import Estimate, Gap, GoodShare, Measure, NetScore
from cxlib.stats.all_measures import Statistic
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.lives import Lives

Real = NDArray[np.float64]

FEWEST = 20
"""Answers, customers or tickets that each of two groups needs for a test."""
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Answers of two groups, with those of the same customer kept together.

    Attributes:
        sums: of the first group, and of the second.
        whole: products of answers within both groups together, the sum of their `across`.
    """

    sums: tuple[CustomerSums, CustomerSums]
    whole: Real


@dataclass(frozen=True, slots=True)
class Pair(Generic[K]):
    """A measure of two groups, to be compared.

    Attributes:
        key: which measure.
        measure: how it is taken.
        one: statistic of the first group; other: of the second.
        other: of the second group.
        alike: for scores, what is known of customers who answered several times; None where nobody
            did, and for other measures.
    """

    key: K
    measure: Measure[Any]
    one: Statistic
    other: Statistic
    alike: Alike | None = None


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
        sides = _sides(pair, level)
        gap = _gap(pair.measure, (pair.one, pair.other), sides, level=level, fewest=fewest)
        rows.append((pair.key, sides, _by_customer(gap, pair, level)))
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
    customers: Mapping[K, CustomerSums] | None = None,
    level: float = 0.95,
    fewest: int = FEWEST,
) -> tuple[Difference[K], ...]:
    """Compare every group with everybody else; all tests together are one family.

    Args:
        groups: a statistic a group.
        measure: what is compared.
        total: the statistic of everybody; None where the groups are everybody, once each.
        customers: for scores, sums of the answers of all groups of the column by customer; None or
            empty where nobody answered twice.
        level: confidence level, a fraction strictly between 0 and 1.
        fewest: members that a group and its rest need for a test.
    """
    if not groups:
        return ()
    stats: list[Any] = list(groups.values())
    whole: Any = total if total is not None else reduce(add, stats)
    known = customers or {}
    products = [one.across for one in known.values() if one.across is not None]
    both: Real = np.sum(products, axis=0) if products else np.zeros((0, 0))
    pairs = [
        Pair(key, measure, one, _without(whole, one), _alike(known.get(key), both))
        for key, one in groups.items()
    ]
    return differences(pairs, level=level, fewest=fewest)


def alike(one: CustomerSums | None, other: CustomerSums | None) -> Alike | None:
    """What two groups that are everybody tell of customers who answered several times."""
    if one is None or other is None or one.across is None or other.across is None:
        return None
    return Alike((one, other), one.across + other.across)


def common_time(lives: Sequence[Lives], usual: float) -> float:
    """The usual time, or the end of the shortest follow-up where that comes before."""
    return min(usual, *(_known_until(one) for one in lives))


def _known_until(lives: Lives) -> float:
    over = not lives.censored or not lives.censored[-1]
    return float("inf") if over and lives.n else lives.longest


def _alike(one: CustomerSums | None, whole: Real) -> Alike | None:
    return None if one is None else Alike((one, one.rest(whole)), whole)


def _sides(pair: Pair[Any], level: float) -> list[Estimate]:
    """The measure of both groups; limits of scores take customers as the unit."""
    stats: tuple[Any, Any] = (pair.one, pair.other)
    measure = pair.measure
    if pair.alike is None or not isinstance(measure, NetScore | GoodShare):
        return [measure.estimate(one, level=level) for one in stats]
    both = zip(stats, pair.alike.sums, strict=True)
    return [measure.estimate(one, level=level, customers=sums) for one, sums in both]


def _by_customer(gap: Gap, pair: Pair[Any], level: float) -> Gap:
    """A tested difference of scores with customers as the unit."""
    measure, same = pair.measure, pair.alike
    if same is None or gap.p_value is None or not isinstance(measure, NetScore | GoodShare):
        return gap
    one: Any = pair.one
    other: Any = pair.other
    effect = difference_effect(
        one, other, sums=same.sums[0], whole=same.whole, worth=measure.worth(one)
    )
    return gap if effect is None else _widened(gap, effect, level, measure.limit)


def _widened(gap: Gap, effect: Effect, level: float, limit: float) -> Gap:
    if gap.value is None or gap.low is None or gap.high is None or effect.customers < 2:
        return Gap(gap.value)
    wider = sqrt(effect.size) * t_of(level, effect.customers - 1) / z_of(level)
    return replace(
        gap,
        low=max(-limit, gap.value - wider * (gap.value - gap.low)),
        high=min(limit, gap.value + wider * (gap.high - gap.value)),
        p_value=softened(gap.p_value, effect),
    )


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
