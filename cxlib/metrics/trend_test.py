"""Whether a measure rises or falls over its periods, and by how much a period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import copysign, sqrt
from statistics import median

from cxlib.metrics.normal import two_sided

NEEDED = 4
"""Periods without which even a steady rise could be chance."""


@dataclass(frozen=True, slots=True)
class TrendTest:
    """A test for a steady rise or fall.

    Attributes:
        statistic: pairs of periods that rise less pairs that fall (Kendall's S).
        p_value: how often periods without a trend would give at least this, two-sided.
        slope: median change a period over all pairs (Sen), in the unit of the measure.
    """

    statistic: int
    p_value: float
    slope: float


def mann_kendall(values: Sequence[float]) -> TrendTest | None:
    """Mann-Kendall test with Sen's slope; None for fewer than four periods.

    It asks for a rise or fall in any shape. Periods that hang together make its p-value too small.

    Args:
        values: one a finished period, in order, equally spaced.

    Source:
        Mann, Econometrica 13(3), 1945; Kendall, Rank Correlation Methods, 1948 (variance with
        ties); Sen, JASA 63(324), 1968 (slope). Normal approximation with continuity correction.
    """
    n = len(values)
    if n < NEEDED:
        return None
    pairs = list(combinations(range(n), 2))
    s = sum((values[j] > values[i]) - (values[j] < values[i]) for i, j in pairs)
    ties = sum(t * (t - 1) * (2 * t + 5) for t in Counter(values).values())
    variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
    z = copysign(max(abs(s) - 1, 0), s) / sqrt(variance) if variance > 0 else 0.0
    slope = median((values[j] - values[i]) / (j - i) for i, j in pairs)
    return TrendTest(s, two_sided(z), slope)
