"""How well survival is predicted for customers that a regression has not seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from cxlib.errors import Cancelled, NotEnoughData
from cxlib.models.cox import RIDGE, CoxFit, sets_of, spread_of
from cxlib.models.partial_likelihood import RiskSets, efron, maximum
from cxlib.stats.life_patterns import LifePatterns, Real, Whole

FOLDS = 5
TIMES = 30
SEEN = 0.05
"""Share that is still watched, below which weights become too large to be trusted."""


@dataclass(frozen=True, slots=True)
class BrierScores:
    """Squared errors of predicted survival, smaller is better; 0.25 is what a coin gives.

    Attributes:
        times: ascending, shape (m,).
        scores: of the regression, for customers it was not fitted to, shape (m,).
        reference: of one Kaplan-Meier curve for all, shape (m,).
        integrated: mean of `scores` over the time; reference_integrated: of `reference`.
        gain: index of prediction accuracy: the share of the reference's error that is saved;
            negative where the regression predicts worse than one curve for all.
        folds: parts that the customers were dealt into.
    """

    times: tuple[float, ...]
    scores: tuple[float, ...]
    reference: tuple[float, ...]
    integrated: float
    reference_integrated: float
    gain: float
    folds: int


@dataclass(frozen=True, slots=True)
class Watch:
    """What work in the background reports to, and how it is told to stop."""

    progress: Callable[[float], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


def brier_scores(
    fit: CoxFit, *, folds: int = FOLDS, seed: int = 1, watch: Watch | None = None
) -> BrierScores:
    """Brier scores over time against Kaplan-Meier, by cross-validation.

    Customers are dealt into parts; each part is predicted by a regression fitted to the others.
    Customers who are alike in everything can be dealt by their number alone; where customers
    repeat, all contracts of one go into the same part. Those who were last seen before a time are
    stood for by others (inverse probability of censoring weights).

    Args:
        fit: a Cox regression.
        folds: parts, at least 2.
        seed: of the dealing.
        watch: progress and cancelling.

    Raises:
        NotEnoughData: too few departures, or customers who were not watched from the start.
        Cancelled: the analyst stopped the work.

    Source:
        Graf, Schmoor, Sauerbrei & Schumacher, Statistics in Medicine 18, 1999. Index of prediction
        accuracy: Kattan & Gerds, Diagnostic and Prognostic Research 2(7), 2018.
    """
    watch = watch or Watch()
    patterns = fit.patterns
    if patterns.entry is not None and (patterns.entry > 0).any():
        hint = "Leave out the column that says since when customers were watched."
        raise NotEnoughData(
            "A Brier score", have=0, need=1, unit="customer watched from the start", hint=hint
        )
    times, weights = _times(patterns), _Censoring.of(patterns)
    times = times[weights.at(times) > SEEN]
    if len(times) < 2 or patterns.events < folds * 10:
        hint = "Widen the dates or drop a filter."
        raise NotEnoughData(
            "A Brier score", have=patterns.events, need=folds * 10, unit="departure", hint=hint
        )
    errors = np.zeros((2, len(times)))
    for number, held in enumerate(_dealt(patterns, folds, seed)):
        if watch.cancelled():
            raise Cancelled
        sets = sets_of(fit.design, patterns, patterns.n - held)
        for place, survival in enumerate(_predictions(fit, sets, times)):
            errors[place] += _errors(patterns, held, survival, weights, times, fit.design.pattern)
        watch.progress((number + 1) / folds)
    scores, reference = errors / patterns.total
    span = times[-1] - times[0]
    whole = [float(np.trapezoid(one, times) / span) for one in (scores, reference)]
    return BrierScores(
        times=tuple(times.tolist()),
        scores=tuple(scores.tolist()),
        reference=tuple(reference.tolist()),
        integrated=whole[0],
        reference_integrated=whole[1],
        gain=1 - whole[0] / whole[1],
        folds=folds,
    )


def _times(patterns: LifePatterns) -> Real:
    """Times at equal shares of the departures."""
    order = np.argsort(patterns.durations, kind="stable")
    gone = np.cumsum((patterns.n * patterns.left)[order])
    shares = np.arange(1, TIMES) / TIMES * gone[-1]
    return np.unique(patterns.durations[order][np.searchsorted(gone, shares)])


def _dealt(patterns: LifePatterns, folds: int, seed: int) -> list[Whole]:
    """Customers of each row in each part; the same whatever the order of the rows."""
    draw = np.random.default_rng(seed)
    if patterns.customers is not None:
        part = draw.integers(0, folds, int(patterns.customers.max()) + 1)[patterns.customers]
        return [np.where(part == fold, patterns.n, 0) for fold in range(folds)]
    order = np.lexsort((patterns.left, patterns.durations, *patterns.cells.T))
    dealt = np.empty((len(order), folds), np.int64)
    dealt[order] = draw.multinomial(patterns.n[order], [1 / folds] * folds)
    return list(dealt.T)


def _predictions(fit: CoxFit, sets: RiskSets, times: Real) -> tuple[Real, Real]:
    """Survival by the regression, shape (times, patterns), and by one curve, shape (times, 1)."""
    ridge = RIDGE * spread_of(sets) ** 2 if fit.ridge else None
    beta = maximum(sets, ridge=ridge, start=fit.beta)
    if beta is None:
        beta = fit.beta
    at = efron(sets, beta)
    watched = np.maximum(sets.at_risk(np.ones(len(sets.x))), 1e-300)
    hazard = np.cumsum(at.deaths / np.maximum(at.at_risk, 1e-300))
    one = np.cumprod(1 - np.minimum(at.deaths / watched, 1.0))
    place = np.searchsorted(sets.times, times, side="right") - 1
    return np.exp(-np.outer(hazard[place], at.score)), one[place][:, None]


@dataclass(frozen=True, slots=True, eq=False)
class _Censoring:
    """The probability of still being watched, had nobody left: after each time, and before it."""

    times: Real
    after: Real

    @classmethod
    def of(cls, patterns: LifePatterns) -> _Censoring:
        times, place = np.unique(patterns.durations, return_inverse=True)
        seen = np.bincount(place, patterns.n)
        gone = np.bincount(place, patterns.n * patterns.left)
        at_risk = np.cumsum(seen[::-1])[::-1] - gone
        lost = (seen - gone) / np.maximum(at_risk, 1)
        return cls(times, np.cumprod(1 - lost))

    def at(self, times: Real) -> Real:
        place = np.searchsorted(self.times, times, side="right")
        return np.append(1.0, self.after)[place]

    def before(self, times: Real) -> Real:
        place = np.searchsorted(self.times, times, side="left")
        return np.append(1.0, self.after)[place]


def _errors(
    patterns: LifePatterns,
    held: Whole,
    survival: Real,
    weights: _Censoring,
    times: Real,
    pattern: Whole,
) -> Real:
    """Weighted squared errors of the customers held out, summed, at each time."""
    rows = np.flatnonzero(held)
    n, durations, left = held[rows], patterns.durations[rows], patterns.left[rows] == 1
    gone_weight = np.where(left, n / np.maximum(weights.before(durations), 1e-12), 0.0)
    place = pattern[rows] if survival.shape[1] > 1 else np.zeros(len(rows), np.int64)
    still = weights.at(times)
    sums = np.empty(len(times))
    for i, time in enumerate(times):
        there = durations > time
        chance = survival[i][place]
        sums[i] = (gone_weight[~there] * chance[~there] ** 2).sum()
        sums[i] += (n[there] * (1 - chance[there]) ** 2).sum() / still[i]
    return sums
