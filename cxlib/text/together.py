"""Themes that stand in the same comments more often, or less, than chance would have it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from math import exp, log, sqrt

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import z_of
from cxlib.metrics.shares import share_difference
from cxlib.stats.scores import ScoreCounts
from cxlib.text.impact import FEWEST
from cxlib.text.themes import Mentions


@dataclass(frozen=True, slots=True)
class Pair:
    """Two themes.

    Attributes:
        one: the first theme, in the taxonomy's order.
        other: the second.
        n: comments that mention both.
        expected: comments that would if neither cared for the other.
        lift: n by expected, a factor: 2 where they meet twice as often.
        low: lower limit of the lift; None where no comment mentions both.
        high: upper limit, None as `low`.
        p_value: two-sided, of a lift of 1; None where so few are expected that none is tested.
        p_adjusted: Benjamini-Hochberg over the pairs tested beside it.
    """

    one: str
    other: str
    n: int
    expected: float
    lift: float
    low: float | None
    high: float | None
    p_value: float | None
    p_adjusted: float | None = None


def pairs_of(mentions: Mentions, *, level: float = 0.95) -> tuple[Pair, ...]:
    """Every pair of themes that are mentioned, the highest lift first.

    Args:
        mentions: the themes of the comments.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        Pairs of which at least `FEWEST` comments mention both, or would by chance.

    Source:
        Limits on the logarithm of the lift by the delta method for the multinomial: with shares a
        and b of the themes and c of both, its variance is (1/c - 1/a - 1/b + 2c/(ab) - 1) / n.
    """
    total, both = len(mentions.flags), mentions.together()
    z = z_of(level)
    found = []
    for i, k in combinations(range(len(mentions.names)), 2):
        n, first, second = int(both[i, k]), int(both[i, i]), int(both[k, k])
        expected = first * second / total if total else 0.0
        if max(n, expected) >= FEWEST:
            low, high = _limits(n / total, first / total, second / total, total, z)
            p_value = _test(n, first, second, total)
            names = mentions.names[i], mentions.names[k]
            found.append(Pair(*names, n, expected, n / expected, low, high, p_value))
    adjusted = benjamini_hochberg([pair.p_value for pair in found])
    found = [replace(pair, p_adjusted=p) for pair, p in zip(found, adjusted, strict=True)]
    return tuple(sorted(found, key=lambda pair: (-pair.lift, pair.one, pair.other)))


def _limits(
    c: float, a: float, b: float, total: int, z: float
) -> tuple[float | None, float | None]:
    if not c:
        return None, None
    variance = (1 / c - 1 / a - 1 / b + 2 * c / (a * b) - 1) / total
    middle, half = log(c / (a * b)), z * sqrt(max(variance, 0.0))
    return exp(middle - half), exp(middle + half)


def _test(n: int, first: int, second: int, total: int) -> float | None:
    """N-1 chi-square: whether one theme is as frequent among those who mention the other."""
    having = ScoreCounts.plain([first - n, n])
    lacking = ScoreCounts.plain([total - first - second + n, second - n])
    return share_difference(having, lacking, box=(1, 1))
