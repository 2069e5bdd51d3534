"""Churn chances that differ between customers: the likelihood that sBG and BdW share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import gammaln, logit

from cxlib.locale.speak import say
from cxlib.models.renewals import Renewals

Real = NDArray[np.float64]
Likelihood = Callable[[Real], float]

CHURN, LIKENESS, SHAPE = range(3)
LOW = np.array([-50.0, np.log(1e-9), -3.0])
HIGH = np.array([50.0, np.log(1e5), 3.5])
"""The box searched: logit of churn, log of alpha, log of c."""
ROUGH = 1e-2
"""How far a search may stop from where it would end, in log parameters and log-likelihood."""
FLAT = 5e-3
"""A log-likelihood within this of the highest is as high."""
LARGEST = 690.0
"""Log of the largest t^c that is told apart from a larger one; floats end at 709."""


class End(Enum):
    """An end of the box where the likelihood is as high as anywhere: a simpler model is enough."""

    ALIKE = "all customers leave with the same chance; alpha and beta run to infinity"
    SETTLED = "customers leave in the first period or never; alpha and beta run to 0"
    ABRUPT = "customers leave at one moment; c runs to infinity"
    FADING = "churn fades as fast as it can; c runs to 0"


_ENDS = (
    (End.SETTLED, LIKENESS, LOW),
    (End.ALIKE, LIKENESS, HIGH),
    (End.ABRUPT, SHAPE, HIGH),
    (End.FADING, SHAPE, LOW),
)


@dataclass(frozen=True, slots=True)
class Peak:
    """Where the likelihood is highest.

    Attributes:
        parameters: alpha, beta and c.
        log_likelihood: the log-likelihood there.
        covariance: covariance of log alpha, log beta and log c, shape (3, 3), 0 for what is fixed;
            None where the likelihood has no clear peak.
        ends: the ends of the search at which the peak lies; usually none.
    """

    parameters: tuple[float, float, float]
    log_likelihood: float
    covariance: tuple[tuple[float, ...], ...] | None
    ends: tuple[End, ...]

    @property
    def standard_errors(self) -> tuple[float | None, float | None, float | None]:
        """Of alpha, beta and c; None where the data do not determine the parameter by itself."""
        if self.covariance is None:
            return None, None, None
        errors = [p * self.covariance[i][i] ** 0.5 for i, p in enumerate(self.parameters)]
        joint = End.ALIKE in self.ends or End.SETTLED in self.ends
        alpha, beta = (None, None) if joint else (errors[0], errors[1])
        return alpha, beta, errors[2] if errors[2] > 0 else None


def beta_survival(
    periods: Sequence[float] | Real, alpha: float, beta: float, c: float = 1.0
) -> Real:
    """Share still there after some numbers of periods, B(alpha, beta + t^c) / B(alpha, beta)."""
    ceiling = np.exp(min(LARGEST, LARGEST / c))
    past = beta + np.minimum(np.asarray(periods, dtype=float), ceiling) ** c
    return np.exp(_log_rising(np.array([beta]), alpha) - _log_rising(past, alpha))


def beta_retention(period: int, alpha: float, beta: float, c: float = 1.0) -> float:
    """Share of those there at the beginning of a period, from 1 on, who stay to its end."""
    past = beta + np.array([period - 1.0, period]) ** c
    before, after = _log_rising(past, alpha)
    return float(np.exp(before - after))


def _log_rising(base: Real, by: float) -> Real:
    """Log of gamma(base + by) / gamma(base), exact also where both are large (Stirling)."""
    big = np.maximum(base, 50.0)
    end = big + by
    series = [w / 12 - w**3 / 360 + w**5 / 1260 for w in (1 / big, 1 / end)]
    far = (big - 0.5) * np.log1p(by / big) + by * (np.log(end) - 1) + series[1] - series[0]
    near = gammaln(np.minimum(base, 50.0) + by) - gammaln(np.minimum(base, 50.0))
    return np.where(base > 50.0, far, near)


def find_peak(renewals: Renewals, *, shaped: bool) -> Peak:
    """Maximise the likelihood over alpha and beta, and over c where `shaped` (else c is 1).

    The search runs over the logit of the first period's churn, alpha / (alpha + beta), moved by c
    to the mean period of departure so that it and c do not pull at each other, and over log alpha:
    the smaller alpha, the more customers differ.
    """
    lost, stayed = renewals.decisions
    centre = float(np.log(lost @ np.arange(1, len(lost) + 1) / lost.sum()))

    def log_likelihood(place: Real) -> float:
        left, on = _log_chances(place, centre, len(lost))
        return float(lost[lost > 0] @ left[lost > 0] + stayed[stayed > 0] @ on[stayed > 0])

    free = [CHURN, LIKENESS, SHAPE] if shaped else [CHURN, LIKENESS]
    churn = logit(np.clip(lost.sum() / (lost + stayed).sum(), 0.001, 0.999))
    starts = [
        np.array([churn, likeness, shape])
        for likeness in (-1.5, 0.5, 3.0)
        for shape in ((-0.5, 0.5) if shaped else (0.0,))
    ]
    rough = [_climb(log_likelihood, start, free, tolerance=ROUGH) for start in starts]
    best = _climb(log_likelihood, max(rough, key=log_likelihood), free)
    best, free, ends = _simplest(log_likelihood, best, free)
    covariance = _covariance(log_likelihood, best, free, centre)
    return Peak(_parameters(best, centre), log_likelihood(best), covariance, ends)


def remarks(peak: Peak, renewals: Renewals) -> tuple[str, ...]:
    """Sentences on what a reader of the fit has to know."""
    alpha, beta, c = peak.parameters
    texts = {
        End.ALIKE: say(
            "No differences between customers show in the departures: the model reduces to one "
            "in which all leave with the same chance, {share} in the first period. Only "
            "alpha / (alpha + beta) has a meaning.",
            share=f"{alpha / (alpha + beta):.1%}",
        ),
        End.SETTLED: say(
            "Customers left in the first period or not at all: the model reduces to {share} "
            "leaving then and nobody later.",
            share=f"{alpha / (alpha + beta):.1%}",
        ),
        End.ABRUPT: say(
            "Customers left all at one moment: c is at the end of its range, {c}.", c=f"{c:.3g}"
        ),
        End.FADING: say("Churn all but stops: c is at the end of its range, {c}.", c=f"{c:.3g}"),
    }
    notes = [texts[end] for end in peak.ends]
    if peak.covariance is None:
        notes.append(say("The data do not determine the parameters, so there are no limits."))
    if renewals.rounded:
        notes.append(
            say(
                "Durations are not whole periods: a departure counts in the period it falls in, a "
                "customer still there for the periods completed and the part of the last one."
            )
        )
    return tuple(notes)


def _parameters(place: Real, centre: float) -> tuple[float, float, float]:
    """Alpha, beta and c at a place in the box."""
    alpha, c = np.exp(place[LIKENESS]), np.exp(place[SHAPE])
    return float(alpha), float(alpha * np.exp((c - 1) * centre - place[CHURN])), float(c)


def _log_chances(place: Real, centre: float, periods: int) -> tuple[Real, Real]:
    """Log of the chances to leave and to stay in each period, given there at its beginning."""
    alpha, beta, c = _parameters(place, centre)
    if c == 1:
        past = np.arange(periods, dtype=float)
        both = np.log(alpha + beta + past)
        return np.log(alpha) - both, np.log(beta + past) - both
    on = -np.diff(_log_rising(beta + np.arange(periods + 1.0) ** c, alpha))
    return np.log(np.maximum(-np.expm1(on), 1e-300)), on


def _climb(
    log_likelihood: Likelihood, start: Real, free: list[int], *, tolerance: float = 1e-6
) -> Real:
    """The highest place that Nelder-Mead finds from a start, moving along the free axes only."""
    place = start.copy()

    def depth(moved: Real) -> float:
        place[free] = moved
        return -log_likelihood(place)

    for _ in range(2):  # the second search starts with a fresh simplex where the first one stopped
        origin = place[free]
        steps = np.where(origin + 0.3 > HIGH[free], -0.3, 0.3)
        found = minimize(
            depth,
            origin,
            method="Nelder-Mead",
            bounds=list(zip(LOW[free], HIGH[free], strict=True)),
            options={
                "initial_simplex": np.vstack([origin, origin + np.diag(steps)]),
                "xatol": tolerance,
                "fatol": tolerance,
                "maxiter": 1000,
            },
        )
        place[free] = found.x
    return place


def _simplest(
    log_likelihood: Likelihood, best: Real, free: list[int]
) -> tuple[Real, list[int], tuple[End, ...]]:
    """Move to each end of the box where that costs no likelihood, and fix what has no say there."""
    ends = []
    for end, axis, bound in _ENDS:
        if axis not in free:
            continue
        rest = [CHURN] if end is End.SETTLED else [i for i in free if i != axis]
        edge = best.copy()
        edge[SHAPE] = 0.0 if end is End.SETTLED else edge[SHAPE]
        edge[axis] = bound[axis]
        edge = _climb(log_likelihood, edge, rest, tolerance=ROUGH)
        if log_likelihood(edge) < log_likelihood(best) - 1:
            continue
        edge = _climb(log_likelihood, edge, rest)
        if log_likelihood(edge) > log_likelihood(best) - FLAT:
            best, free = edge, rest
            ends.append(end)
    return best, free, tuple(ends)


def _covariance(
    log_likelihood: Likelihood, best: Real, free: list[int], centre: float
) -> tuple[tuple[float, ...], ...] | None:
    """Inverse of the observed information, in log alpha, log beta and log c."""
    information = -_hessian(log_likelihood, best, free)
    if not (np.linalg.eigvalsh(information) > 0).all():
        return None
    drift = float(np.exp(best[SHAPE])) * centre
    moves = np.array([[0.0, 1.0, 0.0], [-1.0, 1.0, drift], [0.0, 0.0, 1.0]])[:, free]
    covariance = moves @ np.linalg.inv(information) @ moves.T
    return tuple(tuple(row) for row in covariance.tolist())


def _hessian(log_likelihood: Likelihood, best: Real, free: list[int]) -> Real:
    """Second derivatives along the free axes, by central differences."""
    step = 1e-3
    moves = step * np.eye(3)[free]
    corners = [
        [
            log_likelihood(best + one + other)
            - log_likelihood(best + one - other)
            - log_likelihood(best - one + other)
            + log_likelihood(best - one - other)
            for other in moves
        ]
        for one in moves
    ]
    return np.asarray(corners, dtype=float) / (4 * step**2)
