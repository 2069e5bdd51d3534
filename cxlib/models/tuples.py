"""Distinct purchase histories, indexed so that a likelihood meets each frequency and time once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cxlib.stats.purchases import Histories, Real

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Tuples:
    """Distinct (x, t_x, T) as places in two short ascending lists, ordered by frequency.

    Attributes:
        xs: distinct frequencies, shape (X,).
        times: distinct recencies and ages in the unit of the model, shape (S,).
        x: place in `xs` of each tuple's frequency, shape (K,).
        last: place in `times` of each tuple's recency t_x, shape (K,).
        end: place in `times` of each tuple's age T, shape (K,).
        n: customers with each tuple, shape (K,).
    """

    xs: Real
    times: Real
    x: Places
    last: Places
    end: Places
    n: Real

    def scaled(self, factor: float) -> Tuples:
        """The same tuples with all times multiplied by `factor`."""
        return replace(self, times=self.times * factor)

    def by_frequency(self, amounts: Real) -> Real:
        """Sum of `amounts` (K,) over the tuples of each frequency, shape (X,)."""
        begins = np.searchsorted(self.x, np.arange(self.xs.size))
        return np.asarray(np.add.reduceat(amounts, begins), float)


def distinct_tuples(histories: Histories, unit: float) -> tuple[Tuples, Places]:
    """Tuples of `histories`, whatever the spend, and the place of each history among them.

    Args:
        histories: purchase histories, shape (k,).
        unit: length of the model's unit in the unit of the histories.

    Returns:
        The K distinct tuples ordered by frequency, recency and age; places of shape (k,).
    """
    x, last, age = (
        np.asarray(part, np.int64)
        for part in (histories.frequency, histories.recency, histories.age)
    )
    width = int(max(age.max(initial=0), last.max(initial=0))) + 1
    keys, places = np.unique((x * width + last) * width + age, return_inverse=True)
    n = np.asarray(np.bincount(places, histories.n), float)
    return _indexed(keys // width**2, keys // width % width, keys % width, n, unit), places


def age_pairs(tuples: Tuples) -> tuple[Places, Places, Places]:
    """Distinct (x, T): places in `xs` and in `times`, and the place of each tuple among them."""
    width = tuples.times.size
    keys, places = np.unique(tuples.x * width + tuples.end, return_inverse=True)
    return keys // width, keys % width, places


def age_tuples(tuples: Tuples) -> Tuples:
    """Distinct (x, T) with t_x set to T: all that a model without drop-out sees."""
    x, end, places = age_pairs(tuples)
    n = np.asarray(np.bincount(places, tuples.n), float)
    return Tuples(tuples.xs, tuples.times, x, end, end, n)


def _indexed(
    x: NDArray[np.int64], last: NDArray[np.int64], age: NDArray[np.int64], n: Real, unit: float
) -> Tuples:
    xs, x_place = np.unique(x, return_inverse=True)
    times, place = np.unique(np.concatenate([last, age]), return_inverse=True)
    return Tuples(xs.astype(float), times / unit, x_place, place[: x.size], place[x.size :], n)
