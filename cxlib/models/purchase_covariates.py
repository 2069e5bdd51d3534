"""What goes together with buying and with dropping out: purchase models with covariates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.metrics.normal import chi2_beyond, z_of
from cxlib.models import purchase_fit
from cxlib.models.maximum import Maximum, information, maximise
from cxlib.models.purchase_design import PurchaseDesign, purchase_design
from cxlib.models.purchase_effects import (
    ColumnEffect,
    Effect,
    Estimate,
    act_name,
    effects_of,
    tests_of,
)
from cxlib.models.purchase_fit import BEST, CONTINUOUS, LONGEST, WITHOUT, fit_purchases
from cxlib.models.purchase_joint import BASE, Joint, joint
from cxlib.models.purchase_model import PurchaseFit
from cxlib.stats.purchase_patterns import PurchasePatterns
from cxlib.stats.purchases import Real

WIDEST = 6.0
"""Log multipliers are searched up to here; e^6 is a factor of 400."""
THIN = 10
"""Repeat buyers an effect below which estimates are rough."""


@dataclass(frozen=True, slots=True, eq=False)
class CovariateFit:
    """A purchase model whose rates go together with columns.

    Attributes:
        model: "bg-nbd", "mbg-nbd" or "pareto-nbd".
        parameters: (name, value) for customers of the baseline of every column, in units of
            `unit_days`.
        effects: multipliers, those of buying first; without drop-out there are no others.
        tests: a test a column and act.
        log_likelihood: at the maximum.
        aic: 2 x parameters - 2 log-likelihood; bic: log(customers) x parameters likewise.
        plain: the model without columns; plain_bic: its criterion.
        ratio_statistic: likelihood ratio test of all columns together.
        ratio_degrees: its degrees of freedom; ratio_p: its p-value.
        n: customers; repeaters: those who bought again.
        unit_days: days in the unit of time.
        level: confidence level of the limits.
        settled: whether the search ended on a clear maximum inside the range.
        notes: what to be careful about.
        design: the terms; joint: the likelihood, in units of `unit_days`.
        found: the estimates behind the effects.
        patterns: what it was fitted to.
    """

    model: str
    parameters: tuple[tuple[str, float], ...]
    effects: tuple[Effect, ...]
    tests: tuple[ColumnEffect, ...]
    log_likelihood: float
    aic: float
    bic: float
    plain: PurchaseFit
    plain_bic: float
    ratio_statistic: float
    ratio_degrees: int
    ratio_p: float
    n: int
    repeaters: int
    unit_days: float
    level: float
    settled: bool
    notes: tuple[str, ...]
    design: PurchaseDesign
    joint: Joint
    found: Estimate
    patterns: PurchasePatterns


def fit_covariates(
    patterns: PurchasePatterns,
    *,
    model: str = "bg-nbd",
    unit_days: float = 7.0,
    level: float = 0.95,
    cancelled: Callable[[], bool] | None = None,
) -> CovariateFit:
    """Fit a purchase model whose rates are multiplied by effects of the customers' groups.

    All columns are in the model at once: a multiplier compares customers alike in the other
    columns. It does not say why they differ.

    Args:
        patterns: purchase histories in days with the customers' groups.
        model: "bg-nbd", "mbg-nbd" or "pareto-nbd"; "best" for the one of them that fits best
            without columns.
        unit_days: days in the unit of time.
        level: confidence level, a fraction strictly between 0 and 1.
        cancelled: asked now and then whether to stop.

    Raises:
        BadOption: another model, or columns that cannot be told apart; see `purchase_design`.
        NotEnoughData: no customer bought again.
        Cancelled: `cancelled` said so.

    Source:
        Fader & Hardie, Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD
        models, note 019, 2007; in BG/NBD with b the same for all, see `purchase_joint.joint`.
    """
    if model not in (*CONTINUOUS, BEST):
        raise BadOption(
            f"Columns go together with the models {', '.join((*CONTINUOUS, BEST))}, not with "
            f"'{model}'. Choose one of them."
        )
    z_of(level)
    design, histories = purchase_design(patterns), patterns.histories
    plain = fit_purchases(histories, model=model, unit_days=unit_days)
    tied = joint(
        plain.process,
        histories,
        design,
        unit=unit_days,
        dropping=not plain.no_dropout,
        cancelled=cancelled,
    )
    with threadpool_limits(1, "blas"):
        found = _search(tied, plain)
    return _told(patterns, plain, found, (design, tied), level=level)


def _told(
    patterns: PurchasePatterns,
    plain: PurchaseFit,
    found: Estimate,
    asked: tuple[PurchaseDesign, Joint],
    *,
    level: float,
) -> CovariateFit:
    """The estimate with its effects, its tests and what is to be said of it."""
    (design, tied), histories = asked, patterns.histories
    effects = effects_of(design, histories, found, level=level)
    free = 2 if plain.no_dropout else BASE
    degrees, customers = found.phi.size - BASE, histories.total
    statistic = max(0.0, 2 * (found.log_likelihood - plain.log_likelihood))
    ran = _ran(found, plain)
    settled = found.converged and found.covariance is not None and not ran
    return CovariateFit(
        model=plain.model,
        parameters=_parameters(found, plain),
        effects=effects,
        tests=tests_of(design, found),
        log_likelihood=found.log_likelihood,
        aic=2 * (free + degrees) - 2 * found.log_likelihood,
        bic=float((free + degrees) * np.log(customers) - 2 * found.log_likelihood),
        plain=plain,
        plain_bic=float(free * np.log(customers) - 2 * plain.log_likelihood),
        ratio_statistic=statistic,
        ratio_degrees=degrees,
        ratio_p=chi2_beyond(statistic, degrees),
        n=customers,
        repeaters=histories.repeaters,
        unit_days=plain.unit_days,
        level=level,
        settled=settled,
        notes=(
            *design.notes,
            *_notes(plain, effects, found, ran),
            *_about(plain, histories.repeaters, len(effects)),
        ),
        design=design,
        joint=tied,
        found=found,
        patterns=patterns,
    )


def _search(tied: Joint, plain: PurchaseFit) -> Estimate:
    """The maximum, from the model without columns on, so that it is never below that one."""
    scale = LONGEST / tied.longest
    search, timed = tied.scaled(scale), list(plain.process.timed)
    size = tied.maps.shape[2]
    start, range_ = np.zeros(size), _ranges(size, without=plain.no_dropout)
    start[:BASE] = plain.theta
    start[timed] += np.log(scale)
    if plain.no_dropout:
        start[2:BASE] = WITHOUT
    top = maximise(search.value, [start], range_)
    if not top.converged:
        other = np.concatenate([start[:2], [-0.2, 0.9], np.zeros(size - BASE)])
        again = maximise(search.value, [other], range_)
        top = max(top, again, key=lambda end: end.log_likelihood)
    phi = top.theta.copy()
    phi[timed] -= np.log(scale)
    return Estimate(
        phi=phi,
        log_likelihood=float(top.log_likelihood + np.log(scale) * tied.purchases),
        covariance=_covariance(search, top),
        held=np.array(top.edge),
        converged=top.converged,
    )


def _ranges(size: int, *, without: bool) -> list[tuple[float, float]]:
    drop = [(one, one) for one in WITHOUT] if without else [purchase_fit.DROPPING] * 2
    effects = [(-WIDEST, WIDEST)] * (size - BASE)
    return [purchase_fit.RATE, purchase_fit.SCALE, *drop, *effects]


def _covariance(search: Joint, top: Maximum) -> Real | None:
    """The covariance of what is free, others held where they are; None where it is flat."""
    if top.covariance is not None:
        return top.covariance
    free = ~np.array(top.edge)
    curvature = information(search.value, top.theta, free.tolist())
    lowest, *_, highest = np.linalg.eigvalsh(curvature)
    if not lowest > 1e-10 * max(1.0, highest):
        return None
    whole = np.zeros((free.size, free.size))
    whole[np.ix_(free, free)] = np.linalg.inv(curvature)
    return whole


def _parameters(found: Estimate, plain: PurchaseFit) -> tuple[tuple[str, float], ...]:
    values = np.exp(found.phi[:BASE]).tolist()
    if plain.no_dropout:
        values[2:] = 0.0, 1.0
    return tuple(zip(plain.process.parameters, values, strict=True))


def _ran(found: Estimate, plain: PurchaseFit) -> list[int]:
    """The places in phi of what ran to the edge of its range."""
    held = (2, 3) if plain.no_dropout else ()
    return [place for place in np.flatnonzero(found.held).tolist() if place not in held]


def _notes(
    plain: PurchaseFit, effects: tuple[Effect, ...], found: Estimate, ran: list[int]
) -> list[str]:
    """How far the search can be trusted."""
    if not found.converged:
        return [say("The search did not settle on a maximum; treat the values as rough.")]
    names = [name for name, _ in plain.parameters]
    names += [f"{act_name(one.act)} · {one.column}: {one.level}" for one in effects]
    notes = []
    if ran:
        notes.append(
            say(
                "These data do not pin down {names}: the likelihood rises to the edge of the "
                "range searched.",
                names=", ".join(names[place] for place in ran),
            )
        )
    if found.covariance is None:
        notes.append(say("The likelihood is nearly flat: other values fit these data as well."))
    elif ran:
        notes.append(say("The other limits take this value as known, so they are too narrow."))
    return notes or [say("The search settled on a clear maximum of the likelihood.")]


def _about(plain: PurchaseFit, repeaters: int, effects: int) -> list[str]:
    """What to know of the model and of the number of effects."""
    matters = [
        (
            plain.no_dropout,
            say(
                "No drop-out is visible in this window, so the columns are asked about buying "
                "only; nobody leaves in this model."
            ),
        ),
        (
            plain.model == "bg-nbd" and not plain.no_dropout,
            say(
                "BG/NBD takes customers without a repeat purchase to be still there, "
                "P(alive) = 1; MBG/NBD does not."
            ),
        ),
        (
            repeaters < THIN * effects,
            say(
                "{repeaters} repeat buyers for {effects} effects: fewer than {few} each, so the "
                "estimates are rough. Choose fewer columns.",
                repeaters=repeaters,
                effects=effects,
                few=THIN,
            ),
        ),
    ]
    return [sentence for holds, sentence in matters if holds]
