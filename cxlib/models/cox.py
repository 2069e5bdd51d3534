"""Cox regression: what goes together with leaving sooner, all else in the regression equal."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.metrics.normal import chi2_beyond, z_of
from cxlib.models.cox_terms import ColumnTest, Term, terms_of, tests_of
from cxlib.models.life_design import Design, life_design
from cxlib.models.partial_likelihood import (
    Efron,
    RiskSets,
    efron,
    maximum,
    risk_sets,
    score_residuals,
)
from cxlib.models.rank_agreement import Concordance, concordance
from cxlib.stats.life_patterns import LifePatterns, Real, Whole

THIN = 10
"""Departures a term below which estimates are rough."""
WILD = 12.0
"""Log hazard ratio between two customers, of one term, that only separated data give."""
RIDGE = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class CoxFit:
    """A fitted Cox regression.

    Attributes:
        terms: all terms, in the order of the columns.
        tests: a test a column.
        log_likelihood: the log partial likelihood; null_log_likelihood: without any column.
        ratio_statistic: likelihood ratio test of all columns together; ratio_p: its p-value.
        n: customers; events: how many left.
        concordance: how well the regression orders customers, in the data it was fitted to.
        robust: whether the limits respect that customers repeat (Lin and Wei).
        ridge: whether coefficients were held back, because some groups are separated.
        level: confidence level.
        notes: what to be careful about.
        design: the terms; beta: coefficients, shape (p,); covariance: shape (p, p).
        sets: the risk sets; at: the likelihood at the maximum.
        patterns: what it was fitted to.
    """

    terms: tuple[Term, ...]
    tests: tuple[ColumnTest, ...]
    log_likelihood: float
    null_log_likelihood: float
    ratio_statistic: float
    ratio_p: float
    n: int
    events: int
    concordance: Concordance
    robust: bool
    ridge: bool
    level: float
    notes: tuple[str, ...]
    design: Design
    beta: Real
    covariance: Real
    sets: RiskSets
    at: Efron
    patterns: LifePatterns


def fit_cox(
    patterns: LifePatterns,
    *,
    level: float = 0.95,
    robust: bool | None = None,
    knots: int = 0,
) -> CoxFit:
    """Hazard ratios for every column at once, by the partial likelihood with Efron's ties.

    A ratio of 1.5: among customers alike in all other columns, those of this group leave at one
    and a half times the rate of the baseline group. That is no cause.

    Args:
        patterns: covariates, durations and outcomes with counts.
        level: confidence level, a fraction strictly between 0 and 1.
        robust: whether limits are robust, grouped by customer; None where customers repeat.
        knots: bends of the curves of columns of numbers, 3 to 5; 0 for straight lines.

    Raises:
        NotEnoughData: fewer than ten departures.
        BadOption: no column varies, or nobody was watched together.

    Source:
        Cox, Journal of the Royal Statistical Society B 34(2), 1972; ties: Efron, Journal of the
        American Statistical Association 72(359), 1977; robust limits: Lin & Wei, Journal of the
        American Statistical Association 84(408), 1989. Ridge under separation: Verweij & van
        Houwelingen, Statistics in Medicine 13, 1994.
    """
    z_of(level)
    design = life_design(patterns, knots=knots)
    sets = sets_of(design, patterns, patterns.n)
    beta, held = _coefficients(sets)
    at, null = efron(sets, beta), efron(sets, np.zeros(len(beta)))
    covariance = np.asarray(np.linalg.inv(at.information + np.diag(held)), float)
    clustered = patterns.customers is not None if robust is None else robust
    if clustered:
        covariance = _robust(patterns, sets, at, covariance)
    ridge = bool(held.any())
    statistic = 2 * (at.value - null.value)
    return CoxFit(
        terms=terms_of(patterns, design, beta, covariance, level),
        tests=tests_of(design, beta, covariance),
        log_likelihood=at.value,
        null_log_likelihood=null.value,
        ratio_statistic=statistic,
        ratio_p=chi2_beyond(statistic, len(beta)),
        n=patterns.total,
        events=patterns.events,
        concordance=concordance(design.x @ beta, patterns, pattern=design.pattern, level=level),
        robust=clustered,
        ridge=ridge,
        level=level,
        notes=(*design.notes, *_notes(patterns, len(beta), clustered=clustered, ridge=ridge)),
        design=design,
        beta=beta,
        covariance=covariance,
        sets=sets,
        at=at,
        patterns=patterns,
    )


def sets_of(design: Design, patterns: LifePatterns, n: Whole) -> RiskSets:
    """The risk sets of so many customers of each row."""
    return risk_sets(design.x, design.pattern, patterns.durations, patterns.left, n, patterns.entry)


def _coefficients(sets: RiskSets) -> tuple[Real, Real]:
    """Coefficients in the terms' own units, and the ridge that was needed (zeros for none)."""
    spread = spread_of(sets)
    scaled = replace(sets, x=sets.x / spread)
    beta = maximum(scaled)
    if beta is not None and np.ptp(scaled.x * beta, axis=0).max(initial=0.0) < WILD:
        return beta / spread, np.zeros(len(spread))
    beta = maximum(scaled, ridge=np.full(len(spread), RIDGE))
    if beta is None:
        raise BadOption(
            "A Cox regression needs customers of different groups watched at the same time while "
            "somebody left; these columns give no estimate. Choose fewer or other columns."
        )
    return beta / spread, RIDGE * spread**2


def spread_of(sets: RiskSets) -> Real:
    """Standard deviations of the terms over all customers, shape (p,)."""
    weights = np.asarray(sets.last.sum(axis=0)).ravel()
    variance = weights @ sets.x**2 / weights.sum()
    return np.asarray(np.sqrt(np.where(variance > 0, variance, 1.0)))


def _robust(patterns: LifePatterns, sets: RiskSets, at: Efron, covariance: Real) -> Real:
    """The sandwich of Lin and Wei, summed by customer where they repeat."""
    residuals = score_residuals(sets, at, patterns.left, patterns.entry)
    counts = patterns.n.astype(float)
    if patterns.customers is None:
        middle = residuals.T @ (counts[:, None] * residuals)
    else:
        sums = np.column_stack(
            [np.bincount(patterns.customers, counts * one) for one in residuals.T]
        ).astype(float)
        middle = sums.T @ sums
    return np.asarray(covariance @ middle @ covariance)


def _notes(patterns: LifePatterns, terms: int, *, clustered: bool, ridge: bool) -> list[str]:
    matters = [
        (
            ridge,
            say(
                "Some groups are separated (nobody of them left, or only they did), so the ratios "
                "are held back by a ridge penalty and their limits are rough."
            ),
        ),
        (
            patterns.events < THIN * terms,
            say(
                "{events} departures for {terms} terms: fewer than {few} each, so the estimates "
                "are rough. Choose fewer columns.",
                events=patterns.events,
                terms=terms,
                few=THIN,
            ),
        ),
        (
            clustered and bool(patterns.repeated),
            say(
                "{n} customers have several contracts; the limits respect that (Lin and Wei).",
                n=patterns.repeated,
            ),
        ),
        (
            bool(patterns.repeated) and not (clustered and patterns.customers is not None),
            say(
                "{n} customers have several contracts; the limits take them as independent and "
                "are too narrow.",
                n=patterns.repeated,
            ),
        ),
        (
            patterns.share < 1,
            say(
                "Fitted to a sample of {share} of the rows, because there are too many different "
                "ones.",
                share=f"{patterns.share:.0%}",
            ),
        ),
    ]
    return [sentence for holds, sentence in matters if holds]
