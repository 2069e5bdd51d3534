"""The partial likelihood of Cox regression on counts: same result as on single rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Real = NDArray[np.float64]
Whole = NDArray[np.int64]
Counts = NDArray[np.int64] | NDArray[np.float64]

STEPS = 60
CLOSE = 1e-11
STEEPEST = 50.0
"""Largest log hazard ratio against the mean: beyond it, numbers would overflow."""


@dataclass(frozen=True, slots=True, eq=False)
class RiskSets:
    """Who was watched when, and who left, by distinct time (D) and pattern of covariates (K).

    Attributes:
        times: distinct durations, ascending, shape (D,).
        last: customers by the time they were last seen, whether they left or not; sparse (D, K).
        left: customers by the time they left; sparse (D, K).
        late: customers by the number of distinct times that had passed before they were watched;
            sparse (D, K), None where all were watched from the start.
        x: covariates of the patterns, centred, shape (K, p).
        place: each row's time, shape (k,).
        pattern: each row's pattern, shape (k,).
    """

    times: Real
    last: Any
    left: Any
    late: Any | None
    x: Real
    place: Whole
    pattern: Whole

    def during(self, after: float, until: float) -> RiskSets:
        """The same with only the departures after one time and until another."""
        kept = sparse.diags_array(((self.times > after) & (self.times <= until)).astype(float))
        return replace(self, left=(kept @ self.left).tocsr())

    def at_risk(self, values: Real) -> Real:
        """Sums of the patterns' values over those at risk at each time.

        Args:
            values: shape (K,) or (K, q).

        Returns:
            Shape (D,) or (D, q).
        """
        sums = np.cumsum((self.last @ values)[::-1], axis=0)[::-1]
        if self.late is not None:
            waiting = np.cumsum((self.late @ values)[::-1], axis=0)[::-1]
            sums[:-1] -= waiting[1:]
        return np.asarray(sums)


@dataclass(frozen=True, slots=True, eq=False)
class Efron:
    """The log partial likelihood at one point, with what is built from it.

    Attributes:
        value: the log partial likelihood; gradient: shape (p,); information: shape (p, p).
        deaths: customers who left at each time, shape (D,).
        hazard: sum of 1 / denominator over the tied steps at each time, shape (D,).
        tied: the same, each step weighed by the share of the tied who already left, shape (D,).
        mean: mean covariates of those at risk, summed over the tied steps, shape (D, p).
        pull: the same means, weighed as `hazard`, shape (D, p).
        tied_pull: the same, weighed as `tied`, shape (D, p).
        score: exp(x beta) of the patterns, shape (K,).
        at_risk: the scores of those at risk at each time, shape (D,).
    """

    value: float
    gradient: Real
    information: Real
    deaths: Real
    hazard: Real
    tied: Real
    mean: Real
    pull: Real
    tied_pull: Real
    score: Real
    at_risk: Real


def risk_sets(
    x: Real, pattern: Whole, durations: Real, left: Whole, n: Counts, entry: Real | None = None
) -> RiskSets:
    """Risk sets of rows with counts.

    Args:
        x: covariates of the patterns, shape (K, p).
        pattern: each row's pattern, shape (k,).
        durations: shape (k,).
        left: 0 or 1, shape (k,).
        n: customers alike, shape (k,).
        entry: time after which each was watched, shape (k,); None for all from the start.
    """
    times, place = np.unique(durations, return_inverse=True)
    shape = (len(times), len(x))

    def counts(rows: Any, at: Whole) -> Any:
        return sparse.csr_array((n[rows].astype(float), (at[rows], pattern[rows])), shape=shape)

    every = np.ones(len(n), bool)
    late = None
    if entry is not None and (entry > 0).any():
        begun = np.searchsorted(times, entry, side="right")
        late = counts((entry > 0) & (begun < len(times)), begun)
    return RiskSets(times, counts(every, place), counts(left == 1, place), late, x, place, pattern)


def efron(sets: RiskSets, beta: Real) -> Efron:
    """The log partial likelihood with Efron's way with ties, from counts.

    Customers who left at the same time are taken out of the risk set one after the other, each
    step weighing those who left by the share of them that is still there.

    Args:
        sets: the risk sets.
        beta: coefficients, shape (p,).

    Source:
        Cox, Journal of the Royal Statistical Society B 34(2), 1972; ties: Efron, Journal of the
        American Statistical Association 72(359), 1977.
    """
    x, p = sets.x, sets.x.shape[1]
    score = np.exp(np.clip(x @ beta, -STEEPEST, STEEPEST))
    deaths = np.asarray(sets.left.sum(axis=1)).ravel()
    moved = score[:, None] * x
    risk, risk_x = sets.at_risk(score), sets.at_risk(moved)
    gone, gone_x = sets.left @ score, sets.left @ moved
    row = np.repeat(np.arange(len(deaths)), deaths.astype(int))
    first = np.cumsum(deaths) - deaths
    share = (np.arange(len(row)) - first[row]) / deaths[row]
    denominator = risk[row] - share * gone[row]
    inverse = 1 / denominator

    def summed(values: Real) -> Real:
        return np.asarray(np.bincount(row, values, len(deaths)), float)

    a0, a1 = summed(inverse), summed(share * inverse)
    c0, c1, c2 = (summed(share**power * inverse**2) for power in range(3))
    mean = a0[:, None] * risk_x - a1[:, None] * gone_x
    left = np.asarray(sets.left.sum(axis=0)).ravel()
    past = np.cumsum(a0)
    weight = sets.last.T @ past - sets.left.T @ a1
    if sets.late is not None:
        weight -= sets.late.T @ np.append(0.0, past[:-1])
    squares = x.T @ ((score * weight)[:, None] * x)
    across = (risk_x * c1[:, None]).T @ gone_x
    squares -= (risk_x * c0[:, None]).T @ risk_x - across - across.T
    squares -= (gone_x * c2[:, None]).T @ gone_x
    return Efron(
        value=float(left @ (x @ beta) - np.log(denominator).sum()),
        gradient=left @ x - mean.sum(axis=0),
        information=squares.reshape(p, p),
        deaths=deaths,
        hazard=a0,
        tied=a1,
        mean=mean,
        pull=c0[:, None] * risk_x - c1[:, None] * gone_x,
        tied_pull=c1[:, None] * risk_x - c2[:, None] * gone_x,
        score=score,
        at_risk=risk,
    )


def maximum(sets: RiskSets, *, ridge: Real | None = None, start: Real | None = None) -> Real | None:
    """Coefficients at the maximum by Newton's steps, halved where they do not climb.

    Args:
        sets: the risk sets.
        ridge: half of these times the squared coefficients is subtracted, shape (p,); None for
            the partial likelihood itself.
        start: first coefficients; None for zeros.

    Returns:
        Shape (p,); None where the likelihood has no maximum that can be found.
    """
    p = sets.x.shape[1]
    held = np.zeros(p) if ridge is None else ridge
    beta = np.zeros(p) if start is None else start
    now = efron(sets, beta)
    for _ in range(STEPS):
        slope, curve = now.gradient - held * beta, now.information + np.diag(held)
        try:
            step = np.linalg.solve(curve, slope)
        except np.linalg.LinAlgError:
            return None
        if float(slope @ step) < CLOSE * max(1.0, abs(now.value)) * 1e-3:
            return np.asarray(beta + step)
        level = now.value - 0.5 * float(held @ beta**2)
        for _half in range(20):
            tried = efron(sets, beta + step)
            if tried.value - 0.5 * float(held @ (beta + step) ** 2) >= level - 1e-9 * abs(level):
                break
            step = step / 2
        beta, now = beta + step, tried
    return None


def score_residuals(sets: RiskSets, at: Efron, left: Whole, entry: Real | None = None) -> Real:
    """What each row adds to the gradient, shape (k, p); they sum to it over all customers.

    Args:
        sets: the risk sets.
        at: the likelihood at the maximum.
        left: 0 or 1, shape (k,).
        entry: time after which each was watched; None for all from the start.

    Source:
        Lin & Wei, Journal of the American Statistical Association 84(408), 1989; ties: Therneau &
        Grambsch, Modeling Survival Data, 2000, section 2.5 (dfbeta).
    """
    x, score = sets.x[sets.pattern], at.score[sets.pattern][:, None]
    gone = left[:, None].astype(float)
    hazard, pull = np.cumsum(at.hazard), np.cumsum(at.pull, axis=0)
    each = np.maximum(at.deaths, 1)[:, None]
    own = x - (at.mean / each)[sets.place]
    past, drawn = hazard[sets.place][:, None], pull[sets.place]
    past = past - gone * at.tied[sets.place][:, None]
    drawn = drawn - gone * at.tied_pull[sets.place]
    if entry is not None and sets.late is not None:
        begun = np.searchsorted(sets.times, entry, side="right")
        past = past - np.append(0.0, hazard)[begun][:, None]
        drawn = drawn - np.vstack([np.zeros(x.shape[1]), pull])[begun]
    return np.asarray(gone * own - score * (x * past - drawn))
