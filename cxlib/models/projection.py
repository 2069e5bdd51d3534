"""Retention beyond the data: six models side by side, and how far they can be believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.kaplan_meier import SurvivalCurve, kaplan_meier
from cxlib.models.lifetime import MODELS, Lifetime, MeanStay, Model, fit_lifetime
from cxlib.models.projection_holdout import ProjectionHoldout, hold_out, well_watched
from cxlib.models.renewals import Renewals
from cxlib.stats.lives import Lives

LONGEST = 10_000
"""Periods that a horizon may have."""
DISTINCT = 3
SUPPORT = 10.0
"""A model whose AIC is worse by more than this has essentially no support."""
CLOSE = 0.02
"""A model that errs by no more than the best one and this, as a fraction, is plausible too."""
TIE = 0.001
"""Holdout errors this close, as fractions, are equal; the lower AIC decides."""


@dataclass(frozen=True, slots=True)
class Projected:
    """A model's curve at one time.

    Attributes:
        time: in periods.
        survival: share still there, a fraction.
        low: lower limit; None where the model has none. high: upper limit.
        beyond: whether nobody was watched for so long.
    """

    time: float
    survival: float
    low: float | None
    high: float | None
    beyond: bool


@dataclass(frozen=True, slots=True)
class ModelProjection:
    """One model within and beyond the data.

    Attributes:
        model: its name.
        parameters: by name.
        log_likelihood: that of departures per whole period, for all models.
        aic: Akaike's information criterion. bic: Schwarz's. Lower is better.
        converged: whether the data determine the parameters.
        survival: the curve at 0, 1, .. horizon; limits say how sure the parameters are if the
            model is right.
        mean: mean time that customers stay; None where it is infinite or nearly so.
        gap: largest distance from the observed curve at well-watched whole periods, a fraction.
        notes: what to know when reading the fit.
    """

    model: Model
    parameters: Mapping[str, float]
    log_likelihood: float
    aic: float
    bic: float
    converged: bool
    survival: tuple[Projected, ...]
    mean: MeanStay | None
    gap: float
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """What was observed, and what each model makes of it.

    Attributes:
        curve: the observed Kaplan-Meier curve, with n, departures and level.
        horizon: whole periods projected to.
        watched: the last whole period in which at least 30 customers were watched.
        models: lowest AIC first.
        best: name of the recommended model.
        plausible: models that describe the data, among them the best.
        low: lowest share still there at the horizon by a plausible model. high: highest.
        holdout: whether the models foresaw the later part of the data; None where it is too short.
        refused: models that could not be fitted, and why.
        notes: what to know when reading the projection.
    """

    curve: SurvivalCurve
    horizon: int
    watched: int
    models: tuple[ModelProjection, ...]
    best: Model
    plausible: tuple[Model, ...]
    low: float
    high: float
    holdout: ProjectionHoldout | None
    refused: tuple[tuple[Model, str], ...]
    notes: tuple[str, ...]

    def of(self, model: str) -> ModelProjection:
        """One model's projection.

        Raises:
            BadOption: that model was not fitted, with the reason where there is one.
        """
        for one in self.models:
            if one.model == model:
                return one
        reason = dict(self.refused).get(model)  # type: ignore[call-overload]
        raise BadOption(reason or f"The model '{model}' was not fitted.")

    @property
    def recommended(self) -> ModelProjection:
        """The recommended model's projection."""
        return self.of(self.best)

    @property
    def beyond(self) -> bool:
        """Whether the horizon lies beyond the longest follow-up."""
        return self.horizon > self.curve.longest


def project(
    lives: Lives,
    *,
    horizon: int,
    level: float = 0.95,
    models: Sequence[Model] = MODELS,
    cut: int | None = None,
) -> Projection:
    """Fit models to departures per whole period and project the share still there.

    All models share one likelihood, so that AIC compares them. Recommended is, of those within
    10 of the lowest AIC, the one that erred least in the holdout; without a holdout the lowest AIC.
    A model counts as plausible if it is within 10 of the lowest AIC, or if it erred at most two
    percentage points more than the recommended one, both in the holdout and, at the most, wherever
    30 customers are watched: plausible models describe the data alike, so that their distance at
    the horizon tells how much of it is a guess.

    Args:
        lives: event table with durations in periods.
        horizon: whole periods to project to, from 1 on.
        level: confidence level of the limits.
        models: which models to fit.
        cut: whole periods given to the models of the holdout; None for half of what is watched.

    Raises:
        BadOption: the horizon, the level or the cut is out of range.
        NotEnoughData: no customers, nobody left, or too few different durations or periods.

    Source:
        Burnham & Anderson, Model selection and multimodel inference, 2002, section 2.6 (AIC).
    """
    if not 1 <= horizon <= LONGEST:
        raise BadOption(f"The horizon is {horizon}; it has to lie from 1 to {LONGEST} periods.")
    _check(lives)
    curve = kaplan_meier(lives, level=level)
    ends = well_watched(curve)
    with threadpool_limits(1, "blas"):  # threads only cost time on vectors this short
        fits, refused = _fits(Renewals.of(lives), models)
        holdout, reason = _held_out(lives, curve, models, cut)
        shown = [_projected(one, curve, horizon, ends) for one in fits]
    shown.sort(key=lambda one: one.aic)
    best = _best(shown, holdout)
    plausible = _plausible(shown, best, holdout)
    last = [one.survival[-1].survival for one in plausible]
    return Projection(
        curve=curve,
        horizon=horizon,
        watched=ends,
        models=tuple(shown),
        best=best,
        plausible=tuple(one.model for one in plausible),
        low=min(last),
        high=max(last),
        holdout=holdout,
        refused=refused,
        notes=_notes(curve, horizon, reason),
    )


def _check(lives: Lives) -> None:
    """Refuse what no model can be fitted to."""
    if lives.n and lives.deaths == 0:
        hint = "Nobody left, so there is no churn to project; the observed curve can be shown."
        raise NotEnoughData("A projection", have=0, need=1, unit="departure", hint=hint)
    distinct = sum(1 for e, c in zip(lives.events, lives.censored, strict=True) if e + c)
    if distinct < DISTINCT:
        hint = "Widen the dates, drop a filter, or count in a shorter unit."
        raise NotEnoughData(
            "A projection", have=distinct, need=DISTINCT, unit="different duration", hint=hint
        )


def _fits(
    renewals: Renewals, models: Sequence[Model]
) -> tuple[list[Lifetime], tuple[tuple[Model, str], ...]]:
    """What could be fitted, and why the rest could not."""
    fits: list[Lifetime] = []
    refused: list[tuple[Model, str]] = []
    problem: NotEnoughData | None = None
    for model in models:
        try:
            fits.append(fit_lifetime(renewals, model))
        except NotEnoughData as reason:
            problem = reason
            refused.append((model, str(reason)))
    if problem and not fits:
        raise problem
    return fits, tuple(refused)


def _held_out(
    lives: Lives, curve: SurvivalCurve, models: Sequence[Model], cut: int | None
) -> tuple[ProjectionHoldout | None, str]:
    """The holdout, or why there is none; a cut that was asked for has to be possible."""
    try:
        return hold_out(lives, curve, models, cut=cut), ""
    except NotEnoughData as reason:
        if cut is not None:
            raise
        return None, str(reason)


def _projected(one: Lifetime, curve: SurvivalCurve, horizon: int, watched: int) -> ModelProjection:
    times = np.arange(horizon + 1.0)
    survival = one.survival(times)
    limits = one.limits(times, level=curve.level)
    lows, highs = limits or (np.full(len(times), np.nan), np.full(len(times), np.nan))
    inside = np.arange(1.0, watched + 1)
    seen = np.array([curve.at(float(time)).survival for time in inside], float)
    return ModelProjection(
        model=one.model,
        parameters=one.fit.parameters,
        log_likelihood=one.fit.log_likelihood,
        aic=one.fit.aic,
        bic=one.bic,
        converged=one.converged,
        survival=tuple(
            Projected(t, s, _known(low), _known(high), t > curve.longest)
            for t, s, low, high in zip(
                times.tolist(), survival.tolist(), lows.tolist(), highs.tolist(), strict=True
            )
        ),
        mean=one.mean(longest=curve.longest, level=curve.level),
        gap=float(np.abs(one.survival(inside) - seen).max(initial=0.0)),
        notes=one.fit.notes,
    )


def _known(value: float) -> float | None:
    return None if np.isnan(value) else value


def _best(shown: Sequence[ModelProjection], holdout: ProjectionHoldout | None) -> Model:
    """Least error in the holdout among those with support by AIC; else the lowest AIC."""
    usable = [one for one in shown if one.converged] or list(shown)
    errors = {one.model: one.mae for one in holdout.models} if holdout else {}
    near = [one for one in usable if one.aic <= usable[0].aic + SUPPORT and one.model in errors]
    least = min((errors[one.model] for one in near), default=0.0)
    return next((one.model for one in near if errors[one.model] <= least + TIE), usable[0].model)


def _plausible(
    shown: Sequence[ModelProjection], best: Model, holdout: ProjectionHoldout | None
) -> list[ModelProjection]:
    """Models with support by AIC, and those that describe the data about as well as the best."""
    usable = [one for one in shown if one.converged] or list(shown)
    errors = {one.model: one.mae for one in holdout.models} if holdout else {}
    far = next(one.gap for one in shown if one.model == best) + CLOSE
    off = errors.get(best, 0.0) + CLOSE
    return [
        one
        for one in usable
        if one.aic <= usable[0].aic + SUPPORT
        or one.model == best
        or (one.model in errors and errors[one.model] <= off and one.gap <= far)
    ]


def _notes(curve: SurvivalCurve, horizon: int, reason: str) -> tuple[str, ...]:
    notes = []
    if horizon <= curve.longest:
        notes.append(
            say(
                "The horizon of {horizon} periods lies within the data, which reach {longest}: "
                "nothing is projected beyond them.",
                horizon=horizon,
                longest=f"{curve.longest:.4g}",
            )
        )
    if reason:
        notes.append(reason)
    return tuple(notes)
