"""Whether hazard ratios hold at every time, which Cox regression takes for granted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from cxlib.metrics.normal import chi2_beyond, z_of
from cxlib.models.cox import CoxFit
from cxlib.models.cox_terms import adjusted_all
from cxlib.models.partial_likelihood import efron, maximum
from cxlib.stats.life_patterns import Real

DOUBT = 0.05
FEW = 5
"""Departures a term in each half below which no halves are shown."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A hazard ratio with its limits."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Whether the hazard ratios of one column stay the same over time.

    Attributes:
        column: the column.
        level: the term whose ratio moves most, which `early` and `late` illustrate.
        statistic: chi-square distributed if the ratios are steady; degrees: its terms.
        p: p-value; p_adjusted: the same, for the number of columns.
        early: the ratio until `split`; late: the ratio after it; None with too few departures.
        split: the time by which half of those who left had left.
    """

    column: str
    level: str
    statistic: float
    degrees: int
    p: float
    p_adjusted: float
    early: Ratio | None
    late: Ratio | None
    split: float

    @property
    def steady(self) -> bool:
        """Whether nothing speaks against a steady ratio."""
        return self.p_adjusted >= DOUBT


@dataclass(frozen=True, slots=True)
class ProportionalHazards:
    """The check of every column, and of all terms together.

    Attributes:
        columns: a result a column.
        statistic: chi-square distributed if all ratios are steady; degrees: number of terms.
        p: its p-value.
    """

    columns: tuple[Steadiness, ...]
    statistic: float
    degrees: int
    p: float

    @property
    def moving(self) -> tuple[Steadiness, ...]:
        """The columns whose ratios change over time."""
        return tuple(one for one in self.columns if not one.steady)


def proportional_hazards(fit: CoxFit, *, scale: str = "km") -> ProportionalHazards:
    """Test whether ratios change over time, by scaled Schoenfeld residuals.

    With many customers small changes are found too: the two halves show how large they are.

    Args:
        fit: a Cox regression.
        scale: how time is measured: "km" (by the share that has left) or "rank" (by the number
            of those who left, those of one time sharing their mean rank).

    Source:
        Grambsch & Therneau, Biometrika 81(3), 1994; the average-variance form of the statistic:
        Therneau & Grambsch, Modeling Survival Data, 2000, section 6.2.
    """
    deaths = fit.at.deaths
    moved = _moment(fit, scale)
    spread = _spread(fit, scale)
    events = float(deaths.sum())
    scaled = events * fit.covariance @ moved
    each = scaled**2 / (events * np.diag(fit.covariance) * spread)
    halves = _halves(fit)
    split = _split(fit)
    found = []
    for part, there in zip(fit.design.parts, fit.design.slices(), strict=True):
        block = fit.covariance[there, there]
        statistic = float(scaled[there] @ np.linalg.solve(block, scaled[there]) / events / spread)
        worst = there.start + int(np.argmax(each[there]))
        early, late = (None, None) if halves is None else (one[worst] for one in halves)
        found.append((part, statistic, worst - there.start, early, late))
    p = [chi2_beyond(one[1], len(one[0].levels)) for one in found]
    adjusted = adjusted_all(p)
    columns = tuple(
        Steadiness(
            column=part.column,
            level=part.levels[worst],
            statistic=statistic,
            degrees=len(part.levels),
            p=p[i],
            p_adjusted=adjusted[i],
            early=early,
            late=late,
            split=split,
        )
        for i, (part, statistic, worst, early, late) in enumerate(found)
    )
    whole = float(events * moved @ fit.covariance @ moved / spread)
    degrees = len(fit.beta)
    return ProportionalHazards(columns, whole, degrees, chi2_beyond(whole, degrees))


def _time(fit: CoxFit, scale: str) -> Real:
    """Each distinct time on the scale of the test, shape (D,)."""
    deaths = fit.at.deaths
    if scale == "rank":
        return np.asarray(np.cumsum(deaths) - (deaths - 1) / 2)
    watched = fit.sets.at_risk(np.ones(len(fit.sets.x)))
    return np.asarray(1 - np.cumprod(1 - deaths / np.maximum(watched, 1)))


def _centred(fit: CoxFit, scale: str) -> Real:
    time, deaths = _time(fit, scale), fit.at.deaths
    return np.asarray(time - deaths @ time / deaths.sum())


def _moment(fit: CoxFit, scale: str) -> Real:
    """Schoenfeld residuals of all who left, weighed by their time, shape (p,)."""
    residuals = fit.sets.left @ fit.sets.x - fit.at.mean
    return np.asarray(_centred(fit, scale) @ residuals)


def _spread(fit: CoxFit, scale: str) -> float:
    return max(float(fit.at.deaths @ _centred(fit, scale) ** 2), 1e-300)


def _split(fit: CoxFit) -> float:
    gone = np.cumsum(fit.at.deaths)
    return float(fit.sets.times[np.searchsorted(gone, gone[-1] / 2)])


def _halves(fit: CoxFit) -> tuple[list[Ratio], list[Ratio]] | None:
    """The ratios fitted to the earlier and to the later half of the departures."""
    split, found = _split(fit), []
    for after, until in ((-np.inf, split), (split, np.inf)):
        sets = fit.sets.during(after, until)
        if sets.left.sum() < FEW * len(fit.beta):
            return None
        beta = maximum(sets, start=fit.beta)
        if beta is None:
            return None
        information = efron(sets, beta).information
        if np.linalg.eigvalsh(information)[0] <= 0:
            return None
        se = np.sqrt(np.diag(np.linalg.inv(information)))
        half = z_of(fit.level) * se
        found.append(
            [
                Ratio(*(float(np.exp(v)) for v in (b, b - h, b + h)))
                for b, h in zip(beta, half, strict=True)
            ]
        )
    return found[0], found[1]
