"""A score for every group of a cube, each tested against the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.nps import Nps, nps, nps_codes, nps_difference
from cxlib.metrics.repeats import difference_effect, softened
from cxlib.metrics.shares import BoxScore, box_hits, box_score, share_difference
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

T = TypeVar("T", Nps, BoxScore)
Measure = Callable[[ScoreCounts, CustomerSums | None], T]
Test = Callable[[ScoreCounts, ScoreCounts], float | None]
Worth = Callable[[ScoreCounts], tuple[int, ...]]
Customers = Mapping[Group, CustomerSums]


@dataclass(frozen=True, slots=True)
class Scored(Generic[T]):
    """One group's score; p-values compare it with the rest of its column, null elsewhere.

    Attributes:
        group: whose answers.
        result: the score with its interval.
        p_value: two-sided, of this group's score equalling that of all other groups together.
        p_adjusted: after Benjamini-Hochberg over all groups of the same column.
    """

    group: Group
    result: T
    p_value: float | None = None
    p_adjusted: float | None = None


def score_nps(
    cube: Mapping[Group, ScoreCounts], *, level: float, customers: Customers | None = None
) -> tuple[Scored[Nps], ...]:
    """NPS for every group of the cube.

    Args:
        cube: histograms.
        level: confidence level of the intervals.
        customers: sums of the same answers by customer, by which intervals and tests respect those
            who answered several times; None or empty where nobody did.
    """
    how = _How(
        lambda counts, sums: nps(counts, level=level, customers=sums), nps_difference, nps_codes
    )
    return _score(cube, how, customers or {})


def score_box(
    cube: Mapping[Group, ScoreCounts],
    *,
    box: tuple[int, int],
    level: float,
    customers: Customers | None = None,
) -> tuple[Scored[BoxScore], ...]:
    """Box share and mean for every group of the cube.

    Args:
        cube: histograms.
        box: lowest and highest good score.
        level: confidence level of the intervals.
        customers: as for `score_nps`.
    """
    how = _How(
        lambda counts, sums: box_score(counts, box=box, level=level, customers=sums),
        lambda one, other: share_difference(one, other, box=box),
        lambda counts: box_hits(counts, box),
    )
    return _score(cube, how, customers or {})


@dataclass(frozen=True, slots=True)
class _How(Generic[T]):
    """How a metric is measured and tested, and what an answer counts in it."""

    measure: Measure[T]
    test: Test
    worth: Worth


def _score(
    cube: Mapping[Group, ScoreCounts], how: _How[T], customers: Customers
) -> tuple[Scored[T], ...]:
    answered = {group: counts for group, counts in cube.items() if counts.weight > 0}
    p_values = _against_the_rest(answered, how, customers)
    return tuple(
        Scored(
            group,
            how.measure(answered[group], customers.get(group)),
            *p_values.get(group, (None, None)),
        )
        for group in sorted(answered, key=_order)
    )


def _against_the_rest(
    cube: Mapping[Group, ScoreCounts], how: _How[T], customers: Customers
) -> dict[Group, tuple[float | None, float | None]]:
    found: dict[Group, tuple[float | None, float | None]] = {}
    for column in {group.column for group in cube if group.column is not None}:
        members = [g for g in sorted(cube, key=_order) if g.column == column and g.period is None]
        if len(members) < 2:
            found |= dict.fromkeys(members, (None, None))
            continue
        whole = cube[members[0]]
        for group in members[1:]:
            whole += cube[group]
        raw = [how.test(cube[group], whole - cube[group]) for group in members]
        if all(group in customers for group in members):
            raw = _softened(raw, {group: cube[group] for group in members}, how, customers)
        found |= dict(zip(members, zip(raw, benjamini_hochberg(raw), strict=True), strict=True))
    return found


def _softened(
    raw: list[float | None],
    members: Mapping[Group, ScoreCounts],
    how: _How[T],
    customers: Customers,
) -> list[float | None]:
    """The p-values of the groups of a column, with customers as the unit."""
    counts = list(members.values())
    whole = counts[0]
    for one in counts[1:]:
        whole += one
    across = (customers[group].across for group in members)
    both = np.sum([products for products in across if products is not None], axis=0)
    found: list[float | None] = []
    for p_value, (group, one) in zip(raw, members.items(), strict=True):
        effect = None
        if p_value is not None:
            effect = difference_effect(
                one, whole - one, sums=customers[group], whole=both, worth=how.worth(one)
            )
        found.append(softened(p_value, effect))
    return found


def _order(group: Group) -> tuple[str, str, str]:
    return (group.column or "", group.value or "", str(group.period or ""))
