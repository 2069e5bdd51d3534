"""What a Cox regression says of a customer: survival, and the risk of leaving soon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cxlib.errors import BadOption
from cxlib.metrics.normal import z_of
from cxlib.models.cox import CoxFit
from cxlib.stats.life_patterns import Real
from cxlib.stats.lives_there import CustomersThere


@dataclass(frozen=True, slots=True)
class PredictedSurvival:
    """Survival of a customer with given covariates.

    Attributes:
        times: ascending, shape (m,).
        survival: probability of still being there after each time; None beyond the follow-up.
        low, high: limits, None as `survival` and where nobody has left yet.
        level: confidence level; limits are of the estimate, at one time each.
    """

    times: tuple[float, ...]
    survival: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    level: float


@dataclass(frozen=True, slots=True)
class AtRisk:
    """One customer still there, and the probability of leaving within the horizon."""

    customer: str
    duration: float
    risk: float
    cells: tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class RiskList:
    """Customers still there, most likely leavers first.

    Attributes:
        customers: the first of them.
        columns: the columns of their cells.
        horizon: length of the time ahead, in the unit of the durations.
        known: customers whose risk is known; beyond: those who have stayed so long that nobody
            was watched a horizon longer.
        expected: departures expected among those known.
    """

    customers: tuple[AtRisk, ...]
    columns: tuple[str, ...]
    horizon: float
    known: int
    beyond: int
    expected: float


def predict_survival(
    fit: CoxFit, chosen: Mapping[str, str | float], *, times: Sequence[float]
) -> PredictedSurvival:
    """Survival of a customer at some times, with log-log limits.

    Args:
        fit: a Cox regression.
        chosen: column to group or number; others are the most frequent group or the median.
        times: at least 0, in the unit of the durations.

    Raises:
        BadOption: an unknown column or group, or a negative time.

    Source:
        Baseline: Breslow, Biometrics 30, 1974. Variance of the log cumulative hazard: Tsiatis,
        Annals of Statistics 9(1), 1981; Link, Biometrics 40(3), 1984.
    """
    if any(not time >= 0 for time in times):
        raise BadOption("Survival needs times from 0 on.")
    ordered = tuple(sorted(times))
    row = fit.design.profile(chosen)
    at, sets = fit.at, fit.sets
    score = float(np.exp(row @ fit.beta))
    risk = np.maximum(at.at_risk, 1e-300)
    step = at.deaths / risk
    mean = sets.at_risk(at.score[:, None] * sets.x) / risk[:, None]
    hazard = np.cumsum(step)
    noise = np.cumsum(step / risk)
    gap = np.cumsum(step[:, None] * (row - mean), axis=0)
    z, longest = z_of(fit.level), float(sets.times[-1])
    rows: list[tuple[float | None, float | None, float | None]] = []
    for time in ordered:
        place = int(np.searchsorted(sets.times, time, side="right")) - 1
        if time > longest:
            rows.append((None, None, None))
        elif place < 0 or hazard[place] == 0:
            rows.append((1.0, None, None))
        else:
            total = score * hazard[place]
            spread = gap[place] @ fit.covariance @ gap[place]
            half = z * score * np.sqrt(noise[place] + spread) / total
            low, high = (float(np.exp(-total * np.exp(sign * half))) for sign in (1, -1))
            rows.append((float(np.exp(-total)), low, high))
    survival, lows, highs = zip(*rows, strict=True) if rows else ((), (), ())
    return PredictedSurvival(ordered, survival, lows, highs, fit.level)


def risk_list(fit: CoxFit, there: CustomersThere, *, horizon: float, most: int = 1000) -> RiskList:
    """Who of the customers still there is most likely to leave within a time ahead.

    Given that a customer is still there at time t, the probability of leaving by t + horizon is
    1 - S(t + horizon) / S(t).

    Args:
        fit: a Cox regression.
        there: customers still there, with the same covariates, in the same unit of time.
        horizon: length of the time ahead, above 0, in that unit.
        most: customers listed.

    Raises:
        BadOption: the horizon is not above 0.
    """
    if not horizon > 0:
        raise BadOption(f"The time ahead is {horizon:g}; it has to be above 0.")
    cells = _fitted_cells(fit, there)
    known = np.asarray(np.isfinite(cells).all(axis=1))
    durations = there.durations
    within = known & (durations + horizon <= fit.sets.times[-1])
    log_risk = fit.design.terms(np.where(known[:, None], cells, 0.0)) @ fit.beta
    hazard = np.append(0.0, np.cumsum(baseline_steps(fit)))
    now = np.searchsorted(fit.sets.times, durations, side="right")
    then = np.searchsorted(fit.sets.times, durations + horizon, side="right")
    risk = -np.expm1(-np.exp(log_risk) * (hazard[then] - hazard[now]))
    places = np.flatnonzero(within)
    first = places[np.argsort(-risk[places], kind="stable")][:most]
    columns = tuple(part.column for part in fit.design.parts)
    return RiskList(
        customers=tuple(
            AtRisk(
                there.customers[i],
                float(durations[i]),
                float(risk[i]),
                tuple(there.cells[column][i] for column in columns),
            )
            for i in first.tolist()
        ),
        columns=columns,
        horizon=horizon,
        known=len(places),
        beyond=int(known.sum()) - len(places),
        expected=float(risk[places].sum()),
    )


def baseline_steps(fit: CoxFit) -> Real:
    """Steps of the cumulative hazard of a customer with the mean terms (Breslow), shape (D,)."""
    return np.asarray(fit.at.deaths / np.maximum(fit.at.at_risk, 1e-300))


def _fitted_cells(fit: CoxFit, there: CustomersThere) -> Real:
    """Cells as the regression numbers them; NaN for groups that it has not seen."""
    columns = []
    for covariate in fit.design.covariates:
        cells = there.cells[covariate.column]
        if covariate.values is None:
            columns.append(np.array(cells, float))
        else:
            place = {value: float(i) for i, value in enumerate(covariate.values)}
            columns.append(np.array([place.get(str(cell), np.nan) for cell in cells]))
    return np.column_stack(columns)
