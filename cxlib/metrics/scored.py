"""A score for every group of a cube, each tested against the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.nps import Nps, nps, nps_difference
from cxlib.metrics.shares import BoxScore, box_score, share_difference
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

T = TypeVar("T", Nps, BoxScore)
Test = Callable[[ScoreCounts, ScoreCounts], float | None]


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


def score_nps(cube: Mapping[Group, ScoreCounts], *, level: float) -> tuple[Scored[Nps], ...]:
    """NPS for every group of the cube."""
    return _score(cube, lambda counts: nps(counts, level=level), nps_difference)


def score_box(
    cube: Mapping[Group, ScoreCounts], *, box: tuple[int, int], level: float
) -> tuple[Scored[BoxScore], ...]:
    """Box share and mean for every group of the cube."""

    def differ(one: ScoreCounts, other: ScoreCounts) -> float | None:
        return share_difference(one, other, box=box)

    return _score(cube, lambda counts: box_score(counts, box=box, level=level), differ)


def _score(
    cube: Mapping[Group, ScoreCounts], measure: Callable[[ScoreCounts], T], test: Test
) -> tuple[Scored[T], ...]:
    answered = {group: counts for group, counts in cube.items() if counts.weight > 0}
    p_values = _against_the_rest(answered, test)
    return tuple(
        Scored(group, measure(answered[group]), *p_values.get(group, (None, None)))
        for group in sorted(answered, key=_order)
    )


def _against_the_rest(
    cube: Mapping[Group, ScoreCounts], test: Test
) -> dict[Group, tuple[float | None, float | None]]:
    found: dict[Group, tuple[float | None, float | None]] = {}
    for column in {group.column for group in cube if group.column is not None}:
        members = [g for g in sorted(cube, key=_order) if g.column == column and g.period is None]
        whole = cube[members[0]]
        for group in members[1:]:
            whole += cube[group]
        raw = [test(cube[g], whole - cube[g]) if len(members) > 1 else None for g in members]
        found |= dict(zip(members, zip(raw, benjamini_hochberg(raw), strict=True), strict=True))
    return found


def _order(group: Group) -> tuple[str, str, str]:
    return (group.column or "", group.value or "", str(group.period or ""))
