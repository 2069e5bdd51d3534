"""What the customers of each cluster are like: sizes, means with limits, and what stands out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from cxlib.models.clusters import FEWEST_EACH, Clusters

Floats = NDArray[np.float64]

NOTABLE = 0.5
"""Standard deviations from the mean of all customers, from which on a feature stands out."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean with its limits, and the lowest and highest value behind it."""

    mean: float
    low: float
    high: float
    smallest: float
    largest: float


@dataclass(frozen=True, slots=True)
class Profile:
    """The customers of one cluster.

    Attributes:
        n: customers; share: their fraction of all in the clustering.
        revenue: their fraction of what all of these spent; None where that is not known.
        raw: each feature as the file tells it; None for a cluster of fewer than 10 customers.
        standardised: the same on the scale on which the clusters were found; None likewise.
        standing: places of the features that stand out, most first.
    """

    n: int
    share: float
    revenue: float | None
    raw: tuple[Mean, ...] | None
    standardised: tuple[Mean, ...] | None
    standing: tuple[int, ...]


def profiles(
    found: Clusters, values: Floats, *, revenue: Floats | None = None, level: float = 0.95
) -> tuple[Profile, ...]:
    """Describe each cluster, largest first.

    Limits are Student's, for the mean of customers like those of the cluster. They say nothing of
    whether clusters differ: they were made to.

    Args:
        found: the clusters.
        values: complete rows, shape (customers, features).
        revenue: what each customer spent, shape (customers,); None where it is not known.
        level: confidence level of the limits.
    """
    points = found.scale.points(values)
    labels = found.fitted.labels(points)
    spent = None if revenue is None else float(revenue.sum())
    told = []
    for place in range(found.fitted.k):
        rows = labels == place
        n = int(rows.sum())
        brought = None
        if revenue is not None and spent:
            brought = float(revenue[rows].sum()) / spent
        few = n < FEWEST_EACH
        centre = points[rows].mean(axis=0) if n else np.zeros(points.shape[1])
        order = np.argsort(-np.abs(centre), kind="stable")
        told.append(
            Profile(
                n=n,
                share=n / len(points),
                revenue=brought,
                raw=None if few else _means(values[rows], level),
                standardised=None if few else _means(points[rows], level),
                standing=tuple(int(one) for one in order if abs(centre[one]) >= NOTABLE),
            )
        )
    return tuple(told)


def _means(values: Floats, level: float) -> tuple[Mean, ...]:
    n = len(values)
    half = stdtrit(n - 1, (1 + level) / 2) * values.std(axis=0, ddof=1) / np.sqrt(n)
    means = values.mean(axis=0)
    parts = (means, means - half, means + half, values.min(axis=0), values.max(axis=0))
    return tuple(Mean(*(float(one) for one in row)) for row in zip(*parts, strict=True))
