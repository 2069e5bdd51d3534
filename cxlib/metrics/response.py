"""Shares of yes and no by group: who answered, and whether groups differ in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxlib.metrics.normal import chi2_beyond
from cxlib.metrics.quantiles import counted_quantile
from cxlib.metrics.scored import Scored, score_box
from cxlib.metrics.shares import BoxScore
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts

YES = (1, 1)
"""The answers that count, of 0 and 1."""
SMALLEST = 5.0
"""Expected count below which the chi-square test is only roughly right."""
QUICK = 1 / 3
"""Part of the median time below which an answer counts as too quick."""


@dataclass(frozen=True, slots=True)
class Homogeneity:
    """The test that a share is the same in all groups.

    Attributes:
        statistic: Pearson's chi-square.
        degrees: groups less one.
        p_value: of shares that differ at least so much by chance.
        smallest: smallest expected count; below 5 the p-value is only roughly right.
    """

    statistic: float
    degrees: int
    p_value: float
    smallest: float


def yes_shares(
    counts: Mapping[Group, ScoreCounts], *, level: float = 0.95
) -> tuple[Scored[BoxScore], ...]:
    """The share of yes (1 of 0 and 1) in every group, each tested against the rest of its column.

    Args:
        counts: histograms on the scale 0 to 1.
        level: confidence level of Wilson's limits.
    """
    return score_box(counts, box=YES, level=level)


def homogeneity(counts: Sequence[ScoreCounts]) -> Homogeneity | None:
    """Whether the share of yes differs between groups; None where nothing can differ.

    Args:
        counts: one histogram on the scale 0 to 1 for each group, shape (k,).

    Returns:
        The test; None with fewer than two groups that hold anyone, or where all say the same.

    Source:
        Pearson, Philosophical Magazine 50, 1900.
    """
    table = [one.counts for one in counts if one.total]
    n = sum(map(sum, table))
    columns = [sum(row[i] for row in table) for i in (0, 1)]
    if len(table) < 2 or min(columns) == 0:
        return None
    expected = [[sum(row) * column / n for column in columns] for row in table]
    statistic = sum(
        (cell - want) ** 2 / want
        for row, wants in zip(table, expected, strict=True)
        for cell, want in zip(row, wants, strict=True)
    )
    degrees = len(table) - 1
    return Homogeneity(statistic, degrees, chi2_beyond(statistic, degrees), min(map(min, expected)))


def quick_limit(
    values: Sequence[float], n: Sequence[int], *, part: float = QUICK
) -> tuple[float, float] | None:
    """The median time and the limit below which an answer counts as too quick; None without any.

    Args:
        values: different times.
        n: answers that took each.
        part: the limit as a part of the median.

    Source:
        A third of the median: Greszki, Meyer & Schoen, Public Opinion Quarterly 79(2), 2015, who
        compare such limits.
    """
    median = counted_quantile(values, n, 0.5)
    return None if median is None else (median, part * median)
