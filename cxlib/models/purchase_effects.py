"""What a purchase model with covariates says term by term and column by column."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cxlib.locale.speak import say
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.metrics.normal import chi2_beyond, two_sided, z_of
from cxlib.models.purchase_design import PurchaseDesign
from cxlib.models.purchase_joint import BASE
from cxlib.stats.purchases import Histories, Real

BUYING, DROPPING = "buying", "dropping"
ACTS = (BUYING, DROPPING)


@dataclass(frozen=True, slots=True)
class Effect:
    """How many times as often the customers of a group buy, or as readily drop out.

    Attributes:
        act: "buying" or "dropping".
        column: the column.
        level: the group; baseline: the group it is compared with.
        coef: log multiplier; se: its standard error, None where the data do not give one.
        multiplier: of the rate of buying; of the rate of dropping out in Pareto/NBD; of the odds
            of the mean chance to drop out after a purchase in BG/NBD and MBG/NBD.
        low: lower limit of the multiplier; high: upper limit; None likewise.
        p: two-sided p-value of no difference (Wald); p_adjusted: for the number of effects.
        n: customers of the group; repeaters: those who bought again.
    """

    act: str
    column: str
    level: str
    baseline: str
    coef: float
    se: float | None
    multiplier: float
    low: float | None
    high: float | None
    p: float | None
    p_adjusted: float | None
    n: int
    repeaters: int


@dataclass(frozen=True, slots=True)
class ColumnEffect:
    """Whether a column matters for buying or for dropping out, all its groups together (Wald).

    Attributes:
        act: "buying" or "dropping".
        column: the column.
        baseline: the group that the others are compared with.
        statistic: chi-square distributed if it makes no difference; None where unknown.
        degrees: number of its effects.
        p: p-value; p_adjusted: for the number of such tests; None likewise.
    """

    act: str
    column: str
    baseline: str
    statistic: float | None
    degrees: int
    p: float | None
    p_adjusted: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Estimate:
    """Where the search for a model with covariates ended.

    Attributes:
        phi: log parameters of the usual customers, then the effects, shape (P,).
        log_likelihood: its value there.
        covariance: of phi, zero where a value was held, shape (P, P); None where the likelihood
            is flat.
        held: which values were held or ran to the edge of their range, shape (P,).
        converged: whether the search ended on a maximum.
    """

    phi: Real
    log_likelihood: float
    covariance: Real | None
    held: NDArray[np.bool_]
    converged: bool


def act_name(act: str) -> str:
    """What is done more or less often, for a reader."""
    return say("buying") if act == BUYING else say("dropping out")


def effects_of(
    design: PurchaseDesign, histories: Histories, found: Estimate, *, level: float
) -> tuple[Effect, ...]:
    """Every effect as a multiplier with its limits and the customers behind it.

    Args:
        design: the terms.
        histories: the customers.
        found: the estimates.
        level: confidence level, a fraction strictly between 0 and 1.
    """
    kinds = len(design.x)
    customers = np.bincount(design.pattern, histories.n, kinds) @ design.x
    again = np.bincount(design.pattern, histories.n * (histories.frequency > 0), kinds) @ design.x
    effects = []
    for place in range(BASE, found.phi.size):
        act, term = divmod(place - BASE, design.x.shape[1])
        part, group = design.terms[term]
        coef, se = float(found.phi[place]), _error(found, place)
        far = None if se is None else z_of(level) * se
        effects.append(
            Effect(
                act=ACTS[act],
                column=part.column,
                level=group,
                baseline=part.baseline,
                coef=coef,
                se=se,
                multiplier=float(np.exp(coef)),
                low=None if far is None else float(np.exp(coef - far)),
                high=None if far is None else float(np.exp(coef + far)),
                p=None if se is None else two_sided(coef / se),
                p_adjusted=None,
                n=round(customers[term]),
                repeaters=round(again[term]),
            )
        )
    adjusted = benjamini_hochberg([one.p for one in effects])
    return tuple(replace(one, p_adjusted=p) for one, p in zip(effects, adjusted, strict=True))


def tests_of(design: PurchaseDesign, found: Estimate) -> tuple[ColumnEffect, ...]:
    """A Wald test a column and act; unknown where one of its effects is.

    Args:
        design: the terms.
        found: the estimates.
    """
    terms = design.x.shape[1]
    tests = []
    for turn, act in enumerate(ACTS[: (found.phi.size - BASE) // terms]):
        for part, own in zip(design.parts, design.slices(), strict=True):
            begin = BASE + turn * terms
            statistic = _wald(found, slice(begin + own.start, begin + own.stop))
            degrees = own.stop - own.start
            p = None if statistic is None else chi2_beyond(statistic, degrees)
            tests.append(ColumnEffect(act, part.column, part.baseline, statistic, degrees, p, None))
    adjusted = benjamini_hochberg([one.p for one in tests])
    return tuple(replace(one, p_adjusted=p) for one, p in zip(tests, adjusted, strict=True))


def _error(found: Estimate, place: int) -> float | None:
    if found.covariance is None or found.held[place]:
        return None
    return float(np.sqrt(found.covariance[place, place]))


def _wald(found: Estimate, there: slice) -> float | None:
    if found.covariance is None or found.held[there].any():
        return None
    gamma = found.phi[there]
    return float(gamma @ np.linalg.solve(found.covariance[there, there], gamma))
