"""Themes that come up more, or less, in one period than before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.shares import share_difference, wilson
from cxlib.stats.scores import ScoreCounts
from cxlib.text.impact import FEWEST

SURE = 0.05
"""Adjusted p-value below which a theme has changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """How much more often one group of comments mentions a theme than another does.

    Attributes:
        theme: its name.
        n: comments of the group that mention it; `n_other` those of the other group.
        n_other: comments of the other group that mention it.
        share: fraction of the group's comments; `share_other` likewise.
        share_other: fraction of the other group's comments.
        gap: share less the other share; `low` and `high` are its limits.
        low: lower limit of the gap.
        high: upper limit of the gap.
        p_value: two-sided, of equal shares; None where so few mention it that none is tested.
        p_adjusted: Benjamini-Hochberg over the themes tested beside it.
    """

    theme: str
    n: int
    n_other: int
    share: float
    share_other: float
    gap: float
    low: float
    high: float
    p_value: float | None
    p_adjusted: float | None = None

    @property
    def proven(self) -> bool:
        """Whether the shares differ for certain, having looked at all themes."""
        return self.p_adjusted is not None and self.p_adjusted < SURE


def compare_themes(
    names: Sequence[str],
    flags: NDArray[np.bool_],
    group: NDArray[np.bool_],
    other: NDArray[np.bool_],
    *,
    level: float = 0.95,
) -> tuple[Change, ...]:
    """Compare how often two groups of comments mention each theme, the largest rise first.

    Args:
        names: the themes.
        flags: whether a comment mentions a theme, shape (comments, themes).
        group: whether a comment is of the group, such as this period, shape (comments,).
        other: whether it is of the other, such as all periods before.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        One change for each theme that anybody of the two mentions; empty where a group is. Under
        `FEWEST` mentions in all there is no p-value.

    Source:
        Limits: hybrid score, method 10 of Newcombe, Statistics in Medicine 17, 1998. Test: N-1
        chi-square, Campbell, Statistics in Medicine 26, 2007.
    """
    size, rest = int(group.sum()), int(other.sum())
    if not size or not rest:
        return ()
    ns, others = flags[group].sum(axis=0).tolist(), flags[other].sum(axis=0).tolist()
    found = [
        _change(name, (n, size), (m, rest), level)
        for name, n, m in zip(names, ns, others, strict=True)
        if n + m
    ]
    adjusted = benjamini_hochberg([one.p_value for one in found])
    found = [replace(one, p_adjusted=p) for one, p in zip(found, adjusted, strict=True)]
    return tuple(sorted(found, key=lambda one: (-one.gap, one.theme)))


def _change(theme: str, one: tuple[int, int], other: tuple[int, int], level: float) -> Change:
    (n, size), (m, rest) = one, other
    share, usual = n / size, m / rest
    low, high = wilson(share, size, level=level)
    low_other, high_other = wilson(usual, rest, level=level)
    gap = share - usual
    p_value = None
    if n + m >= FEWEST:
        counts = ScoreCounts.plain([size - n, n]), ScoreCounts.plain([rest - m, m])
        p_value = share_difference(*counts, box=(1, 1))
    return Change(
        theme=theme,
        n=n,
        n_other=m,
        share=share,
        share_other=usual,
        gap=gap,
        low=gap - sqrt((share - low) ** 2 + (high_other - usual) ** 2),
        high=gap + sqrt((high - share) ** 2 + (usual - low_other) ** 2),
        p_value=p_value,
    )
