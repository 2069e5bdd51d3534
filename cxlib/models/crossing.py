"""Curves that cross: where a test of the whole follow-up can miss what the picture shows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from cxlib.metrics.normal import z_of
from cxlib.models.kaplan_meier import SurvivalCurve
from cxlib.models.rmst import greenwood_terms

MOST_PAIRS = 500
"""With more pairs than this none would differ beyond limits that are widened for all of them."""
FEW = 10
"""With fewer customers at risk than this, one departure moves the curve by a tenth or more."""


def first_crossing(curves: Sequence[SurvivalCurve]) -> tuple[int, int] | None:
    """Places of the first two curves that cross by more than sampling error; None if none do.

    Two curves cross where one lies above the other beyond its 95 % limits at one time, and below
    it at another, both with at least `FEW` customers at risk. With more than two curves the
    limits are widened for the number of pairs (Bonferroni).
    """
    pairs = list(combinations(range(len(curves)), 2))
    if len(pairs) > MOST_PAIRS:
        return None
    for i, j in pairs:
        if _cross(curves[i], curves[j], limit=z_of(1 - 0.05 / len(pairs))):
            return i, j
    return None


def _cross(one: SurvivalCurve, other: SurvivalCurve, *, limit: float) -> bool:
    end = min(_well_watched(one), _well_watched(other))
    times = np.union1d(one.times, other.times)
    times = times[times <= end]
    first, first_variance = _at(one, times)
    second, second_variance = _at(other, times)
    variance = first_variance + second_variance
    known = variance > 0
    if not known.any():
        return False
    gap = (first[known] - second[known]) / np.sqrt(variance[known])
    return bool(gap.max() > limit and gap.min() < -limit)


def _well_watched(curve: SurvivalCurve) -> float:
    """The last time at which at least `FEW` customers are at risk; below 0 if there is none."""
    enough = [t for t, n in zip(curve.times, curve.at_risk, strict=True) if n >= FEW]
    return enough[-1] if enough else -1.0


def _at(
    curve: SurvivalCurve, times: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Survival and its Greenwood variance at each of some times within the follow-up."""
    step = np.searchsorted(curve.times, times, side="right") - 1
    survival = np.asarray(curve.survival)[step]
    return survival, survival**2 * np.cumsum(greenwood_terms(curve))[step]
