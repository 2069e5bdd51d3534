"""What answers of the same customer, which are alike, do to limits and tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy import special

from cxlib.metrics.normal import t_of
from cxlib.stats.customer_sums import CustomerSums, basis_of
from cxlib.stats.scores import ScoreCounts

Real = NDArray[np.float64]

FEW_CUSTOMERS = 30
"""Customers below which a variance between customers is little known."""
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Effect:
    """How much less answers tell because customers give several.

    Attributes:
        size: design effect: the variance with customers as the unit, over the variance as if each
            answer were another customer's; 1 at least.
        customers: customers on which the variance rests; for a difference, of the smaller side.
        answers: answers likewise.
    """

    size: float
    customers: int
    answers: int


def mean_effect(counts: ScoreCounts, sums: CustomerSums, worth: Sequence[float]) -> Effect:
    """The design effect of a mean, such as a share or a net share.

    The variance is that of the linearised mean: residuals are added up for each customer before
    they are squared. An effect below 1 is taken for 1: it would say that customers contradict
    themselves, which among few customers is mostly chance. Where all answers are alike nothing can
    be told of customers' variance, and theirs count as one answer each.

    Args:
        counts: the answers of a group.
        sums: of the same answers.
        worth: what an answer with each score counts, shape (scores,).

    Source:
        Linearisation: Binder, International Statistical Review 51, 1983; design effect: Kish,
        Survey Sampling, 1965.
    """
    n, customers = counts.total, sums.customers
    if customers < 2:
        return Effect(max(counts.n_eff, 1.0), customers, n)
    inside, own = sums.of(worth).within, _own(counts, worth)
    about = np.array([-_mean(counts, worth), 1.0])
    simple = float(about @ own @ about)
    if simple <= 1e-12 * own[0, 0]:
        return Effect(max(1.0, float(inside[0, 0] / own[0, 0])), customers, n)
    size = float(about @ inside @ about) / simple * _factor(customers) / _factor(n)
    return Effect(max(1.0, size), customers, n)


def difference_effect(
    one: ScoreCounts,
    rest: ScoreCounts,
    *,
    sums: CustomerSums,
    whole: Real,
    worth: Sequence[float],
) -> Effect | None:
    """The design effect of the difference of a group's mean from that of the rest.

    Customers may have answers in both: those count with their residuals on both sides.

    Args:
        one: the answers of the group.
        rest: the answers of all other groups of its column.
        sums: of the group's answers, with the products across.
        whole: products within all groups together, the sum of the `across` of all of them.
        worth: what an answer with each score counts, shape (scores,).

    Returns:
        The effect; None where no customer has two answers.
    """
    if sums.alone == one.total and sums.elsewhere == rest.total:
        return None
    customers, n = min(sums.customers, sums.elsewhere), min(one.total, rest.total)
    if customers < 2:
        return Effect(inf, customers, n)
    here = sums.of(worth)
    if here.across is None:
        raise ValueError("A period is not compared with the rest.")
    if sums.worth is None:
        basis = basis_of(worth)
        whole = basis.T @ whole @ basis
    mine = np.array([-_mean(one, worth), 1.0]) / one.weight
    theirs = np.array([-_mean(rest, worth), 1.0]) / rest.weight
    either = mine + theirs
    robust = either @ here.within @ either - 2 * either @ here.across @ theirs
    robust += theirs @ whole @ theirs
    simple = mine @ _own(one, worth) @ mine + theirs @ _own(rest, worth) @ theirs
    size = float(robust / simple) if simple > 0 else 1.0
    return Effect(max(1.0, size * _factor(customers) / _factor(n)), customers, n)


def effective_answers(counts: ScoreCounts, effect: Effect, level: float) -> float:
    """The number of independent answers that would give limits as wide.

    Divided by the design effect, and by the square of how much wider Student's limits are with so
    few customers than with so many answers.

    Returns:
        Above 0; the Kish number of `counts` where no customer answered twice, and 1 for answers
        of a single customer.

    Source:
        Korn & Graubard, Survey Methodology 24(2), 1998.
    """
    n = counts.n_eff / effect.size
    if 2 <= effect.customers < effect.answers:
        n *= (t_of(level, effect.answers - 1) / t_of(level, effect.customers - 1)) ** 2
    return n


def softened(p_value: float | None, effect: Effect | None) -> float | None:
    """A p-value with the statistic behind it divided by the root of the design effect.

    Args:
        p_value: two-sided, as if each answer were another customer's.
        effect: of the difference; None leaves the p-value as it is.

    Returns:
        At least `p_value`, by Student's t with the customers of the smaller side less one; None
        for fewer than two customers there.

    Source:
        Rao & Scott, The Annals of Statistics 12(1), 1984 (first-order correction).
    """
    if p_value is None or effect is None:
        return p_value
    if effect.customers < 2:
        return None
    z = -float(special.ndtri(max(p_value, _TINY) / 2)) / sqrt(effect.size)
    return max(p_value, min(1.0, 2 * float(special.stdtr(effect.customers - 1, -z))))


def _mean(counts: ScoreCounts, worth: Sequence[float]) -> float:
    return float(np.dot(counts.weights, worth)) / counts.weight


def _own(counts: ScoreCounts, worth: Sequence[float]) -> Real:
    """Sums over answers of the products of their (number, worth), as if each stood alone."""
    basis = basis_of(worth)
    return basis.T @ (np.asarray(counts.squares)[:, None] * basis)


def _factor(n: int) -> float:
    """The correction of a variance for the mean that was estimated."""
    return n / (n - 1)
