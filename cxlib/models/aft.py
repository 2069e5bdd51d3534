"""Accelerated failure time: how much longer or shorter customers stay, as a factor of time."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.metrics.normal import two_sided, z_of
from cxlib.models.cox_terms import adjusted_all
from cxlib.models.life_design import Design, life_design
from cxlib.stats.life_patterns import LifePatterns, Real, Whole

Held = NDArray[np.bool_]

SHAPES = {
    "Weibull": ("WeibullAFTFitter", "lambda_"),
    "log-normal": ("LogNormalAFTFitter", "mu_"),
    "log-logistic": ("LogLogisticAFTFitter", "alpha_"),
}
"""The fitter of each shape, by its name in lifelines, and the parameter that covariates move."""
MOST = 20_000
"""Rows that a fit takes; of more, as many customers are drawn."""


@dataclass(frozen=True, slots=True)
class TimeRatio:
    """How many times as long customers of a group stay as those of the baseline.

    Attributes:
        column: its column.
        level: the group, or "per 1 more".
        coef: log time ratio; se: its standard error.
        ratio: above 1, they stay longer; low, high: its limits.
        p: two-sided p-value of no difference; p_adjusted: the same, for the number of terms.
    """

    column: str
    level: str
    coef: float
    se: float
    ratio: float
    low: float
    high: float
    p: float
    p_adjusted: float


@dataclass(frozen=True, slots=True)
class AftFit:
    """The accelerated failure time model with the best AIC.

    Attributes:
        shape: "Weibull", "log-normal" or "log-logistic".
        terms: a time ratio a term.
        intercept: log scale of the baseline customer; log_shape: log of the second parameter.
        log_likelihood: at the maximum; aic: of each shape that could be fitted.
        n: customers; events: how many left.
        level: confidence level.
        notes: what to be careful about.
    """

    shape: str
    terms: tuple[TimeRatio, ...]
    intercept: float
    log_shape: float
    log_likelihood: float
    aic: dict[str, float]
    n: int
    events: int
    level: float
    notes: tuple[str, ...]


def fit_aft(patterns: LifePatterns, *, level: float = 0.95, seed: int = 1) -> AftFit:
    """Time ratios by the best of three shapes; they need no steady hazard ratio.

    A time ratio of 1.5 says that, all other columns equal, every share of these customers has
    left after one and a half times the time it takes in the baseline group.

    Args:
        patterns: covariates, durations and outcomes with counts; numbers are straight lines.
        level: confidence level, a fraction strictly between 0 and 1.
        seed: of the draw where there are too many rows.

    Raises:
        NotEnoughData: fewer than ten departures.
        BadOption: no column varies, or no shape fits.

    Source:
        Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data, 2nd edition, 2002,
        chapter 3; the choice by AIC: Akaike, IEEE Transactions on Automatic Control 19(6), 1974.
        Computed by lifelines with the counts as weights.
    """
    z_of(level)
    design = life_design(patterns)
    n = _drawn(patterns, seed)
    rows = n > 0
    frame = _frame(patterns, design.x + design.centre, design.pattern, rows, n)
    fits = {shape: fit for shape in SHAPES if (fit := _fit(shape, frame)) is not None}
    if not fits:
        raise BadOption(
            "No shape of the time to leaving fits these customers. Choose fewer columns."
        )
    aic = {shape: float(fit.AIC_) for shape, fit in fits.items()}
    best = min(aic, key=aic.__getitem__)
    fit, scale = fits[best], SHAPES[best][1]
    second = next(name for name in fit.params_.index.get_level_values(0) if name != scale)
    return AftFit(
        shape=best,
        terms=_terms(design, fit, scale, level),
        intercept=float(fit.params_[(scale, "Intercept")]),
        log_shape=float(fit.params_[(second, "Intercept")]),
        log_likelihood=float(fit.log_likelihood_),
        aic=aic,
        n=int(n.sum()),
        events=int((n * patterns.left).sum()),
        level=level,
        notes=(*design.notes, *_notes(patterns, n)),
    )


def _terms(design: Design, fit: Any, scale: str, level: float) -> tuple[TimeRatio, ...]:
    z = z_of(level)
    names = [(part.column, one) for part in design.parts for one in part.levels]
    coefs = fit.params_[scale].drop("Intercept").to_numpy()
    errors = fit.standard_errors_[scale].drop("Intercept").to_numpy()
    p = [two_sided(float(b / s)) for b, s in zip(coefs, errors, strict=True)]
    adjusted = adjusted_all(p)
    return tuple(
        TimeRatio(
            column=column,
            level=name,
            coef=float(coefs[i]),
            se=float(errors[i]),
            ratio=float(np.exp(coefs[i])),
            low=float(np.exp(coefs[i] - z * errors[i])),
            high=float(np.exp(coefs[i] + z * errors[i])),
            p=p[i],
            p_adjusted=adjusted[i],
        )
        for i, (column, name) in enumerate(names)
    )


def _drawn(patterns: LifePatterns, seed: int) -> Whole:
    """All counts, or those of a sample of the customers where the rows are too many."""
    if len(patterns.n) <= MOST:
        return patterns.n
    order = np.lexsort((patterns.left, patterns.durations, *patterns.cells.T))
    share = MOST / patterns.total
    drawn = np.empty_like(patterns.n)
    drawn[order] = np.random.default_rng(seed).binomial(patterns.n[order], share)
    return drawn


def _frame(
    patterns: LifePatterns, terms: Real, pattern: Whole, rows: Held, n: Whole
) -> pd.DataFrame:
    frame = pd.DataFrame(terms[pattern[rows]], columns=[f"t{i}" for i in range(terms.shape[1])])
    durations = patterns.durations[rows]
    shortest = durations[durations > 0].min(initial=np.inf)
    # A time of zero has no logarithm: who left on the first day stayed half the shortest time.
    frame["duration"] = np.where(durations > 0, durations, shortest / 2)
    frame["left"], frame["n"] = patterns.left[rows], n[rows]
    if patterns.entry is not None:
        frame["entry"] = patterns.entry[rows]
    return frame


def _fit(shape: str, frame: pd.DataFrame) -> Any | None:
    """A fit of one shape; None where it does not converge."""
    import lifelines  # slow to import, and seldom needed
    from lifelines.exceptions import ConvergenceError

    entry = "entry" if "entry" in frame.columns else None
    # lifelines switches numpy's warnings off for the whole process; errstate puts them back.
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return getattr(lifelines, SHAPES[shape][0])().fit(
                frame, "duration", "left", weights_col="n", entry_col=entry
            )
        except ConvergenceError:
            return None


def _notes(patterns: LifePatterns, n: Whole) -> list[str]:
    notes = []
    if n.sum() < patterns.total:
        notes.append(
            say(
                "Time ratios rest on a sample of {n} of {all} customers.",
                n=f"{int(n.sum()):,}",
                all=f"{patterns.total:,}",
            )
        )
    if patterns.repeated:
        notes.append(
            say("The limits of the time ratios take contracts of one customer as independent.")
        )
    return notes
