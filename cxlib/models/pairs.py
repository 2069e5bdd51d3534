"""Every two groups of customers against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from cxlib.errors import NotEnoughData
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.models.log_rank import EVEN, Weights, log_rank
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups and the test between them.

    Attributes:
        one: the first group; other: the second.
        statistic: chi-square distributed with one degree of freedom if both leave at the same
            rate; None where they were never watched together while somebody left.
        p_value: of the test; None as `statistic`.
        p_adjusted: the p-value adjusted for the number of pairs (Benjamini-Hochberg).
    """

    one: Group
    other: Group
    statistic: float | None
    p_value: float | None
    p_adjusted: float | None


def pairwise(groups: Mapping[Group, Lives], *, weights: Weights = EVEN) -> tuple[Pair, ...]:
    """The test of each two groups, adjusted for the number of pairs.

    Args:
        groups: event tables of groups without common customers, in one unit of time.
        weights: which test of the log-rank family.

    Returns:
        A pair for each two groups, in the order given; empty for fewer than two groups.

    Source:
        As `log_rank`; Benjamini & Hochberg, Journal of the Royal Statistical Society B 57(1), 1995.
    """
    chosen = list(combinations(groups, 2))
    found: list[tuple[float | None, float | None]] = []
    for one, other in chosen:
        try:
            test = log_rank({one: groups[one], other: groups[other]}, weights=weights)
        except NotEnoughData:
            found.append((None, None))
        else:
            found.append((test.statistic, test.p_value))
    adjusted = benjamini_hochberg([p for _, p in found])
    return tuple(
        Pair(one, other, statistic, p, fair)
        for (one, other), (statistic, p), fair in zip(chosen, found, adjusted, strict=True)
    )
