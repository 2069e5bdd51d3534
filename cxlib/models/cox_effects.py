"""The effect of a column of numbers over its range, against its median."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.models.cox import CoxFit
from cxlib.models.splines import quantiles
from cxlib.stats.life_patterns import Real

POINTS = 61
EDGES = (0.01, 0.99)


@dataclass(frozen=True, slots=True)
class Effect:
    """Hazard ratios against the median, all other columns equal.

    Attributes:
        column: the column.
        values: from the 1st to the 99th percentile, shape (m,).
        ratio, low, high: hazard ratios with limits, shape (m,); 1 at the median.
        median: the value compared with.
        quartiles: lower and upper quartile; quartile_ratio, quartile_low, quartile_high: the
            hazard ratio of the upper against the lower one.
        bent_p: p-value of a straight line; None where none but a straight line was fitted.
    """

    column: str
    values: tuple[float, ...]
    ratio: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    median: float
    quartiles: tuple[float, float]
    quartile_ratio: float
    quartile_low: float
    quartile_high: float
    bent_p: float | None


def number_effect(fit: CoxFit, column: str) -> Effect:
    """The hazard ratio over the range of a column of numbers, against its median.

    Raises:
        BadOption: the regression has no such column of numbers.

    Source:
        Harrell, Regression Modeling Strategies, 2nd edition, 2015, section 2.4: contrasts of
        restricted cubic splines.
    """
    names = [one.column for one in fit.design.parts if one.baseline is None]
    if column not in names:
        shown = ", ".join(names) or "none"
        raise BadOption(f"'{column}' is no column of numbers of this regression; it has: {shown}.")
    place = next(i for i, one in enumerate(fit.design.parts) if one.column == column)
    part, there = fit.design.parts[place], fit.design.slices()[place]
    cells = fit.patterns.cells[:, fit.design.columns[place]]
    first, last = quantiles(cells, fit.patterns.n, EDGES)
    lower, median, upper = part.quartiles
    values = np.unique(np.append(np.linspace(first, last, POINTS), median))
    beta, covariance = fit.beta[there], fit.covariance[there, there]
    z = z_of(fit.level)

    def ratios(of: Real, against: float) -> Real:
        """Rows: ratio, lower and upper limit."""
        gap = part.terms(of) - part.terms(np.array([against]))
        middle = gap @ beta
        half = z * np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", gap, covariance, gap), 0.0))
        return np.asarray(np.exp(np.stack([middle, middle - half, middle + half])), float)

    ratio, low, high = ratios(values, median)
    quartile = ratios(np.array([upper]), lower)[:, 0]
    test = next(one for one in fit.tests if one.column == column)
    return Effect(
        column=column,
        values=tuple(values.tolist()),
        ratio=tuple(ratio.tolist()),
        low=tuple(low.tolist()),
        high=tuple(high.tolist()),
        median=median,
        quartiles=(lower, upper),
        quartile_ratio=float(quartile[0]),
        quartile_low=float(quartile[1]),
        quartile_high=float(quartile[2]),
        bent_p=test.bent_p,
    )
