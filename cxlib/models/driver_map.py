"""The map of importance and performance: which quadrant a driver lies in, if any for certain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Real = NDArray[np.float64]
Quadrant = Literal[
    "concentrate here", "keep up the good work", "low priority", "possible overkill", "uncertain"
]


def mixed_scales(names: Sequence[str], scales: Mapping[str, tuple[int, int]]) -> bool:
    """Whether all scales are known, and they differ."""
    return all(name in scales for name in names) and len({scales[name] for name in names}) > 1


def places_on_scale(
    names: Sequence[str], means: Real, scales: Mapping[str, tuple[int, int]]
) -> Real:
    """Performance with its limits as the map compares it, shape (k, 3)."""
    if not mixed_scales(names, scales):
        return means
    low, high = (np.array([scales[name][end] for name in names], float) for end in (0, 1))
    places: Real = (means - low[:, None]) / (high - low)[:, None]
    return places


def quadrant_of(importance: Real, importance_cut: float, performance: Real, cut: float) -> Quadrant:
    """The quadrant, where both intervals lie on one side of their cut lines."""
    for (low, high), line in ((importance, importance_cut), (performance, cut)):
        if low <= line <= high:
            return "uncertain"
    well = bool(performance[0] > cut)
    if importance[0] > importance_cut:
        return "keep up the good work" if well else "concentrate here"
    return "possible overkill" if well else "low priority"
