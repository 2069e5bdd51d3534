"""Whether newer cohorts come back more, or less, than older ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, isfinite, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import special

from cxlib.metrics.cohorts import Cohort
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import t_of
from cxlib.metrics.periods import MONTHS

NEEDED = 4
"""Cohorts without which a trend is not told from chance."""
STEPS, CLOSE = 50, 1e-10

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CohortTrend:
    """The trend of one distance over the cohorts.

    What cannot be told is None: with fewer than four mature cohorts, where nobody or everybody was
    active, and the odds where cohorts split into none and all.

    Attributes:
        offset: the distance, in periods.
        cohorts: first days of the cohorts that are mature there.
        statistic: the Cochran-Armitage z divided by the root of `dispersion`, with the sign of the
            change; to be held against Student's t.
        degrees: degrees of freedom of that t: cohorts less 2.
        dispersion: variance between cohorts around the trend, in units of chance, at least 1.
        odds_ratio: factor on the odds of being active from one period's cohort to the next.
        low: lower limit of the odds ratio; high: upper limit.
        change: change of the share from one cohort to the next at the mean share, a fraction.
        change_low: lower limit of the change; change_high: upper limit.
        fitted: the share on the trend, a fraction a cohort.
        p_value: two-sided.
        p_adjusted: adjusted over the distances that were tested.
    """

    offset: int
    cohorts: tuple[date, ...]
    statistic: float | None = None
    degrees: int | None = None
    dispersion: float | None = None
    odds_ratio: float | None = None
    low: float | None = None
    high: float | None = None
    change: float | None = None
    change_low: float | None = None
    change_high: float | None = None
    fitted: tuple[float, ...] = ()
    p_value: float | None = None
    p_adjusted: float | None = None


def cochran_armitage(active: Sequence[int], n: Sequence[int], places: Sequence[float]) -> float:
    """The z of a linear trend in shares; positive where shares rise with the places.

    Args:
        active: successes a group, shape (k,).
        n: sizes of the groups, shape (k,), each at least 1.
        places: the groups' scores, shape (k,); their distances matter, their origin does not.

    Returns:
        A standard normal value where there is no trend; NaN where nothing varies.

    Source:
        Cochran, Biometrics 10(4), 1954; Armitage, Biometrics 11(3), 1955.
    """
    hits, size, x = (np.asarray(one, dtype=float) for one in (active, n, places))
    share = hits.sum() / size.sum()
    centred = x - (size * x).sum() / size.sum()
    variance = share * (1 - share) * (size * centred**2).sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        return float((centred * hits).sum() / np.sqrt(variance))


def cohort_trends(
    rows: Sequence[Cohort], *, period: str, level: float = 0.95
) -> tuple[CohortTrend, ...]:
    """Test each distance for a trend over the cohorts.

    Cohorts differ by more than chance: another season, another campaign. So the variance around
    the trend is measured and, where it is above that of chance, tests and limits are widened by it
    (quasi-binomial) and rest on Student's t with two degrees less than there are cohorts.

    Args:
        rows: cohorts with the same cells, in order; a period without customers may be missing.
        period: length of the cohorts' period: day, week, month, quarter or year.
        level: confidence level, a fraction strictly between 0 and 1.

    Returns:
        One trend a distance, p-values adjusted by Benjamini and Hochberg over those tested.

    Source:
        Cochran 1954 and Armitage 1955 (test); Wedderburn, Biometrika 61(3), 1974 (dispersion).
    """
    if not rows:
        return ()
    places = [_number(row.start, period) for row in rows]
    found = [_trend(rows, places, i, level) for i in range(len(rows[0].cells))]
    adjusted = benjamini_hochberg([one.p_value for one in found])
    return tuple(replace(one, p_adjusted=p) for one, p in zip(found, adjusted, strict=True))


def _number(start: date, period: str) -> int:
    """The number of a period from a common origin."""
    if period in MONTHS:
        return (start.year * 12 + start.month - 1) // MONTHS[period]
    return start.toordinal() // (7 if period == "week" else 1)


def _trend(rows: Sequence[Cohort], places: Sequence[int], column: int, level: float) -> CohortTrend:
    known = [
        (row, row.cells[column], place)
        for row, place in zip(rows, places, strict=True)
        if row.cells[column].share is not None
    ]
    empty = CohortTrend(rows[0].cells[column].offset, tuple(row.start for row, _, _ in known))
    active = np.array([cell.active for _, cell, _ in known], dtype=float)
    n = np.array([cell.mature for _, cell, _ in known], dtype=float)
    if len(known) < NEEDED or not 0 < active.sum() < n.sum():
        return empty
    x = np.array([place for _, _, place in known], dtype=float)
    x -= (n * x).sum() / n.sum()
    fit = _logistic(active, n, x)
    degrees = len(known) - 2
    share = active.sum() / n.sum()
    expected = fit[2] if fit else _line(active, n, x, share)
    phi = _dispersion(active, n, expected, degrees)
    z = cochran_armitage(active.tolist(), n.tolist(), x.tolist()) / sqrt(phi)
    tested = replace(
        empty,
        statistic=z,
        degrees=degrees,
        dispersion=phi,
        p_value=float(2 * special.stdtr(degrees, -abs(z))),
    )
    if fit is None:
        return tested
    slope, error, fitted = fit
    half = t_of(level, degrees) * error * sqrt(phi)
    steep = share * (1 - share)
    return replace(
        tested,
        odds_ratio=exp(slope),
        low=exp(slope - half),
        high=exp(slope + half),
        change=steep * slope,
        change_low=steep * (slope - half),
        change_high=steep * (slope + half),
        fitted=tuple(fitted.tolist()),
    )


def _logistic(active: Floats, n: Floats, x: Floats) -> tuple[float, float, Floats] | None:
    """Slope, its standard error and fitted shares; None where the likelihood has no maximum."""
    design = np.column_stack([np.ones_like(x), x])
    share = active.sum() / n.sum()
    beta = np.array([special.logit(share), 0.0])
    for _ in range(STEPS):
        fitted = special.expit(design @ beta)
        information = design.T @ (design * (n * fitted * (1 - fitted))[:, None])
        if np.linalg.cond(information) > 1e12:
            return None
        step = np.linalg.solve(information, design.T @ (active - n * fitted))
        beta = beta + step
        if np.abs(step).max() < CLOSE:
            variance = np.linalg.inv(information)[1, 1]
            return float(beta[1]), sqrt(variance), special.expit(design @ beta)
        if not isfinite(float(np.abs(beta).max())):
            return None
    return None


def _line(active: Floats, n: Floats, x: Floats, share: float) -> Floats:
    """Shares on a straight line, kept inside 0 and 1: for cohorts split into none and all."""
    slope = (x * (active - n * share)).sum() / (n * x * x).sum()
    line: Floats = np.clip(share + slope * x, 0.5 / n.sum(), 1 - 0.5 / n.sum())
    return line


def _dispersion(active: Floats, n: Floats, expected: Floats, degrees: int) -> float:
    """Pearson's chi-square a degree of freedom around the trend, at least 1."""
    spread = n * expected * (1 - expected)
    return max(1.0, float(((active - n * expected) ** 2 / spread).sum() / degrees))
