"""Days from which on a measure has another level, and how often chance would show as much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]

SHORTEST = 3
"""Periods on each side of a change."""
SHUFFLES = 2000
SURE = 0.05


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """A shift of the level.

    Attributes:
        place: the first period of the new level, from 0.
        before: mean of the stretch before; after: of the stretch after, up to the next change.
        after: mean from it on, up to the next change.
        p_value: how often the same values in random order would show a shift as clear.
    """

    place: int
    before: float
    after: float
    p_value: float


def change_points(values: Sequence[float], *, seed: int = 1) -> tuple[ChangePoint, ...]:
    """Find shifts of the mean one after the other, each tested by shuffling its stretch.

    A stretch is split where the two means differ most clearly, as long as shuffled values of the
    stretch would rarely split so well; the level is 5 % for the whole series (Bonferroni over the
    depth of the splits). Values that hang together make it find too many.

    Args:
        values: one a finished period, in order.
        seed: of the shuffling.

    Returns:
        The changes in order; empty without any, and for fewer than six periods.

    Source:
        Scott & Knott, Biometrics 30, 1974 (binary segmentation); the permutation test of the
        largest standardised difference as in Taylor, Change-Point Analysis, 2000.
    """
    series = np.asarray(values, float)
    random = np.random.default_rng(seed)
    cuts = dict(_split(series, 0, len(series), SURE, random))
    edges = [0, *sorted(cuts), len(series)]
    means = [float(series[start:end].mean()) for start, end in pairwise(edges)]
    return tuple(
        ChangePoint(place, before, after, cuts[place])
        for place, (before, after) in zip(edges[1:-1], pairwise(means), strict=True)
    )


def _split(
    series: Real, start: int, end: int, sure: float, random: np.random.Generator
) -> list[tuple[int, float]]:
    """Cuts of a stretch with their p-values; each half is then asked at half the level."""
    part = series[start:end]
    if len(part) < 2 * SHORTEST or np.ptp(part) == 0:
        return []
    clear = _clearness(part[None])[0]
    shuffled = random.permuted(np.tile(part, (SHUFFLES, 1)), axis=1)
    as_clear = int((_clearness(shuffled).max(axis=1) >= clear.max() - 1e-12).sum())
    p_value = (1 + as_clear) / (1 + SHUFFLES)
    if p_value > sure:
        return []
    cut = start + SHORTEST + int(clear.argmax())
    return [
        (cut, p_value),
        *_split(series, start, cut, sure / 2, random),
        *_split(series, cut, end, sure / 2, random),
    ]


def _clearness(parts: Real) -> Real:
    """How far the means differ at each cut, in units that do not depend on the cut."""
    n = parts.shape[1]
    sums = np.cumsum(parts - parts.mean(axis=1, keepdims=True), axis=1)
    cuts = np.arange(SHORTEST, n - SHORTEST + 1)
    found: Real = np.abs(sums[:, cuts - 1]) / np.sqrt(cuts * (n - cuts) / n)
    return found
