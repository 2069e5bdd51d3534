"""Would the models have foreseen it: fitted to the first part of the time, judged on the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

import numpy as np

from cxlib.errors import BadOption, NotEnoughData
from cxlib.models.kaplan_meier import SurvivalAt, SurvivalCurve
from cxlib.models.lifetime import Lifetime, Model, fit_lifetime
from cxlib.models.renewals import Renewals
from cxlib.stats.lives import Lives

ENOUGH = 30
"""Customers still watched: with fewer, the observed curve is too rough to judge a model by."""
SHORTEST = 3
"""Periods that a model has to be given."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a model, fitted to the first periods, says of the later ones.

    Attributes:
        model: its name.
        survival: share still there after each held-out period, shape as the holdout's `times`.
        error: predicted less observed share at the last of them, a fraction.
        mae: mean of the absolute errors over all of them, a fraction.
    """

    model: Model
    survival: tuple[float, ...]
    error: float
    mae: float


@dataclass(frozen=True, slots=True)
class ProjectionHoldout:
    """The observed curve beyond a time, and what models that did not see it say of it.

    Attributes:
        cut: models were fitted to what is known of each customer's first `cut` periods.
        times: the held-out whole periods, from cut + 1 to the last well-watched one.
        observed: Kaplan-Meier at those times.
        models: what each model says, best first.
    """

    cut: int
    times: tuple[int, ...]
    observed: tuple[SurvivalAt, ...]
    models: tuple[Foreseen, ...]

    def of(self, model: str) -> Foreseen | None:
        """What one model says; None where it could not be fitted."""
        return next((one for one in self.models if one.model == model), None)


def well_watched(curve: SurvivalCurve) -> int:
    """The last whole period with at least `ENOUGH` customers at risk just before its end; or 0."""
    watched = [time for time, n in zip(curve.times, curve.at_risk, strict=True) if n >= ENOUGH]
    return floor(watched[-1] + 1e-9) if watched else 0


def truncated(lives: Lives, cut: float) -> Lives:
    """What was known of each customer after a time from the start: the rest is still there."""
    unseen = sum(n for time, n in lives.late if time >= cut)
    longer = [e + c for d, e, c in _rows(lives) if d > cut]
    rows = [(d, e, c) for d, e, c in _rows(lives) if d <= cut]
    known = sum(longer) - unseen
    late = [(time, n) for time, n in lives.late if time < cut]
    return Lives.of([*rows, (cut, 0, known)] if known > 0 else rows, late)


def hold_out(
    lives: Lives, curve: SurvivalCurve, models: Sequence[Model], *, cut: int | None = None
) -> ProjectionHoldout:
    """Fit models to the first `cut` periods of every customer and compare with what came then.

    The cut is a time from each customer's own start, not a day of the calendar: so no model sees
    any departure later than `cut` periods, and what it says beyond is an extrapolation, as it is
    in use.

    Args:
        lives: event table with durations in periods.
        curve: its Kaplan-Meier curve.
        models: which models to fit; those that cannot be fitted are left out.
        cut: whole periods given to the models; None for half of those that are well watched.

    Raises:
        BadOption: the cut leaves too few periods before it, or none after it.
        NotEnoughData: too few customers were watched for long enough.
    """
    last = well_watched(curve)
    least = SHORTEST + 1
    if last < least:
        raise NotEnoughData(
            "A holdout",
            have=last,
            need=least,
            unit="period",
            hint=f"Periods count where at least {ENOUGH} customers are still watched; count in a "
            "shorter unit.",
        )
    cut = max(SHORTEST, last // 2) if cut is None else cut
    if not SHORTEST <= cut < last:
        raise BadOption(
            f"The holdout begins after {cut} periods; it has to be from {SHORTEST} to {last - 1}, "
            f"because {ENOUGH} customers or more are watched up to {last}."
        )
    times = tuple(range(cut + 1, last + 1))
    observed = tuple(curve.at(time) for time in times)
    seen = np.array([at.survival for at in observed], float)
    found = []
    for one in _fits(Renewals.of(truncated(lives, cut)), models):
        said = one.survival(np.array(times, float))
        gaps = said - seen
        found.append(
            Foreseen(one.model, tuple(said.tolist()), float(gaps[-1]), float(np.abs(gaps).mean()))
        )
    found.sort(key=lambda one: one.mae)
    return ProjectionHoldout(cut, times, observed, tuple(found))


def _fits(renewals: Renewals, models: Sequence[Model]) -> list[Lifetime]:
    found = []
    for model in models:
        try:
            found.append(fit_lifetime(renewals, model))
        except NotEnoughData:
            continue
    return found


def _rows(lives: Lives) -> zip[tuple[float, int, int]]:
    return zip(lives.durations, lives.events, lives.censored, strict=True)
