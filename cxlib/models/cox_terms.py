"""What a Cox regression says term by term and column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import chi2_beyond, two_sided, z_of
from cxlib.models.life_design import Design
from cxlib.stats.life_patterns import LifePatterns, Real


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the regression.

    Attributes:
        column: its column.
        level: the group, compared with the column's baseline, or "per 1 more".
        coef: log hazard ratio; se: its standard error.
        ratio: hazard ratio: above 1, these customers leave sooner; low, high: its limits.
        p: two-sided p-value of no difference; p_adjusted: the same, for the number of terms.
        n: customers of the group; events: how many of them left; of all customers for numbers.
    """

    column: str
    level: str
    coef: float
    se: float
    ratio: float
    low: float
    high: float
    p: float
    p_adjusted: float
    n: int
    events: int


@dataclass(frozen=True, slots=True)
class ColumnTest:
    """Whether a column matters, all its terms together (Wald).

    Attributes:
        column: the column.
        baseline: the group that the others are compared with; None for numbers.
        statistic: chi-square distributed if the column makes no difference.
        degrees: number of its terms.
        p: p-value; p_adjusted: the same, for the number of columns.
        bent_p: for a curve, the p-value of a straight line; None else.
    """

    column: str
    baseline: str | None
    statistic: float
    degrees: int
    p: float
    p_adjusted: float
    bent_p: float | None


def terms_of(
    patterns: LifePatterns, design: Design, beta: Real, covariance: Real, level: float
) -> tuple[Term, ...]:
    """Every coefficient as a hazard ratio with its limits and the customers behind it."""
    z, se = z_of(level), np.sqrt(np.diag(covariance))
    p = [two_sided(float(b / s)) for b, s in zip(beta, se, strict=True)]
    adjusted = adjusted_all(p)
    names = [
        (part, level_name, place)
        for part, there in zip(design.parts, design.slices(), strict=True)
        for level_name, place in zip(part.levels, range(there.start, there.stop), strict=True)
    ]
    customers = np.bincount(design.pattern, patterns.n, len(design.x))
    gone = np.bincount(design.pattern, patterns.n * patterns.left, len(design.x))
    found = []
    for part, level_name, i in names:
        held = np.ones(len(design.x), bool)
        if part.baseline is not None:
            held = design.x[:, i] + design.centre[i] > 0.5
        found.append(
            Term(
                column=part.column,
                level=level_name,
                coef=float(beta[i]),
                se=float(se[i]),
                ratio=float(np.exp(beta[i])),
                low=float(np.exp(beta[i] - z * se[i])),
                high=float(np.exp(beta[i] + z * se[i])),
                p=p[i],
                p_adjusted=adjusted[i],
                n=int(customers[held].sum()),
                events=int(gone[held].sum()),
            )
        )
    return tuple(found)


def tests_of(design: Design, beta: Real, covariance: Real) -> tuple[ColumnTest, ...]:
    """A Wald test a column, and of a straight line where there is a curve."""
    statistics = [wald(beta, covariance, there) for there in design.slices()]
    p = [chi2_beyond(s, t.stop - t.start) for s, t in zip(
        statistics, design.slices(), strict=True
    )]  # fmt: skip
    adjusted = adjusted_all(p)
    found = []
    for i, (part, there) in enumerate(zip(design.parts, design.slices(), strict=True)):
        bent = None
        if part.knots:
            bends = slice(there.start + 1, there.stop)
            statistic = wald(beta, covariance, bends)
            bent = chi2_beyond(statistic, bends.stop - bends.start)
        found.append(
            ColumnTest(
                column=part.column,
                baseline=part.baseline,
                statistic=statistics[i],
                degrees=len(part.levels),
                p=p[i],
                p_adjusted=adjusted[i],
                bent_p=bent,
            )
        )
    return tuple(found)


def adjusted_all(p: Sequence[float]) -> list[float]:
    """P-values of one family of tests, adjusted by Benjamini and Hochberg."""
    return [one for one in benjamini_hochberg(p) if one is not None]


def wald(beta: Real, covariance: Real, there: slice) -> float:
    """The Wald statistic that some coefficients are all zero."""
    return float(beta[there] @ np.linalg.solve(covariance[there, there], beta[there]))
