"""Groups whose score differs most from everybody else, corrected for having looked at them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.nps import Nps, nps, nps_difference
from cxlib.metrics.shares import BoxScore, box_score, share_difference
from cxlib.stats.score_pairs import ScorePairs, Where
from cxlib.stats.scores import ScoreCounts

FEWEST = 30
"""Answers that a group needs, and that all others together need."""
RATE = 0.05
"""Share of the groups named that may differ by chance alone."""


@dataclass(frozen=True, slots=True)
class Found:
    """A group and how it differs.

    Attributes:
        where: the columns and values that make it.
        result: its score.
        rest: the score of everybody else.
        difference: its score less that of the rest.
        p_value: two-sided, of no difference.
        p_adjusted: Benjamini-Hochberg over all groups looked at.
        beyond: for a pair, whether it differs from the rest of each of its two groups in the same
            direction; True for a single value.
    """

    where: Where
    result: Nps | BoxScore
    rest: Nps | BoxScore
    difference: float
    p_value: float
    p_adjusted: float
    beyond: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found.

    Attributes:
        found: groups with p_adjusted at most `RATE`, the largest differences first.
        looked_at: groups with enough answers, which the correction is for.
        too_small: groups with too few answers.
    """

    found: tuple[Found, ...]
    looked_at: int
    too_small: int


def search(
    pairs: ScorePairs, *, box: tuple[int, int] | None, level: float = 0.95, fewest: int = FEWEST
) -> Search:
    """Test every value and every pair of values against everybody else.

    All tests together are one family: where no group differs, naming any has a chance of at most
    5 % (Benjamini & Hochberg; the groups overlap, which makes it rather safer than less so). A
    pair is named only where it says more than its parts: it differs from the rest of each.

    Args:
        pairs: histograms.
        box: scores that count as good; None for NPS.
        level: confidence level of the scores' intervals.
        fewest: answers that a group needs.
    """
    measure: Callable[[ScoreCounts], Nps | BoxScore]
    test: Callable[[ScoreCounts, ScoreCounts], float | None]
    if box is None:
        measure, test = (lambda counts: nps(counts, level=level)), nps_difference
    else:
        measure = lambda counts: box_score(counts, box=box, level=level)  # noqa: E731
        test = lambda one, other: share_difference(one, other, box=box)  # noqa: E731
    tested: list[tuple[Where, ScoreCounts, float]] = []
    small = 0
    for where, counts in pairs.cells.items():
        rest = pairs.total - counts
        if counts.total < fewest or rest.total < fewest:
            small += 1
            continue
        p_value = test(counts, rest)
        if p_value is not None:
            tested.append((where, counts, p_value))
    adjusted = benjamini_hochberg([p for _, _, p in tested])
    found = []
    for (where, counts, p_value), p_adjusted in zip(tested, adjusted, strict=True):
        if p_adjusted is None or p_adjusted > RATE:
            continue
        one, other = measure(counts), measure(pairs.total - counts)
        apart = _value(one) - _value(other)
        more = _beyond(where, pairs.cells, measure, apart, fewest)
        found.append(Found(where, one, other, apart, p_value, p_adjusted, more))
    named = sorted((one for one in found if one.beyond), key=lambda one: -abs(one.difference))
    return Search(tuple(named), len(tested), small)


def _beyond(
    where: Where,
    cells: Mapping[Where, ScoreCounts],
    measure: Callable[[ScoreCounts], Nps | BoxScore],
    apart: float,
    fewest: int,
) -> bool:
    """Whether a pair differs from the rest of each of its groups in the direction it does overall.

    Its interval has to lie clear of both.
    """
    if len(where) == 1:
        return True
    own = measure(cells[where])
    for part in where:
        rest = cells[(part,)] - cells[where]
        if rest.total < fewest:
            return False
        other = _value(measure(rest))
        if apart > 0 and not (own.low is not None and own.low > other):
            return False
        if apart < 0 and not (own.high is not None and own.high < other):
            return False
    return True


def _value(result: Nps | BoxScore) -> float:
    return result.score if isinstance(result, Nps) else result.share
