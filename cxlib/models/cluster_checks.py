"""Whether clusters are more than chance: data without them, and other samples of customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import Cancelled
from cxlib.models.clusters import (
    KMEANS,
    MOST,
    SEED,
    Clusters,
    Fitted,
    Report,
    Stopped,
    fit_one,
    large_enough,
)
from cxlib.models.silhouette import distances, silhouette

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

SHUFFLES, SHUFFLED = 39, 1_000
RESAMPLES, RESAMPLED, RESAMPLED_MIXTURE = 50, 5_000, 2_000
STARTS, STARTS_AGAIN = 3, 6
SURE = 0.025
"""Largest p-value with which groups are spoken of: no shuffle is as clear."""
WEAK, CLEAR = 0.25, 0.5
"""Silhouette widths: none or artificial, weak, reasonable or strong (Kaufman & Rousseeuw, 1990)."""
STABLE, PATTERN = 0.75, 0.6
ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Shuffles:
    """How clear clusters are in data whose columns were shuffled.

    Attributes:
        numbers: the numbers of clusters that were tried.
        own: the silhouette of the data for each of them.
        mean, low, high: mean, lowest and highest silhouette of the shuffles likewise.
        better: shuffles that are at least as clear as the data, beside what is usual for shuffles.
        n: shuffles.
        customers: customers they were made of.
    """

    numbers: tuple[int, ...]
    own: tuple[float, ...]
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    better: int
    n: int
    customers: int

    @property
    def p(self) -> float:
        """p-value: how often data without clusters would be as clear, a fraction."""
        return (1 + self.better) / (1 + self.n)


@dataclass(frozen=True, slots=True)
class Checks:
    """What speaks for and against the clusters.

    Attributes:
        shuffles: the comparison with data that have no clusters.
        stability: mean Jaccard similarity of each cluster with its likeness in other samples,
            0 to 1, in the order of the clusters; None where no sample had its customers.
        resamples: samples behind it.
        resampled: customers in each.
    """

    shuffles: Shuffles
    stability: tuple[float | None, ...]
    resamples: int
    resampled: int


def verdict(found: Clusters, checks: Checks) -> str:
    """`"none"`, `"apart"`, `"weak"` or `"clear"`.

    `"apart"` are groups that stand apart no more than in shuffled data: a single feature tells
    them. `"none"` is also said where a silhouette of at most 0.25 or BIC holds nothing for groups.

    Source:
        Kaufman & Rousseeuw, Finding Groups in Data, 1990, table 4 (silhouette widths).
    """
    if checks.shuffles.p > SURE:
        return "apart" if found.silhouette > CLEAR else "none"
    if found.silhouette <= WEAK or found.single:
        return "none"
    return "clear" if found.silhouette > CLEAR else "weak"


def check_clusters(
    found: Clusters,
    points: Floats,
    rows: Whole,
    *,
    report: Report | None = None,
    stopped: Stopped | None = None,
) -> Checks:
    """Hold clusters against shuffled data and against other samples of the same customers.

    Args:
        found: the clusters.
        points: standardised features of all customers, shape (customers, features).
        rows: customers in the order in which they are sampled.
        report: called now and then with the fraction done.
        stopped: asked now and then whether to stop.

    Raises:
        Cancelled: it was stopped.
    """
    method = found.choice.method
    most = RESAMPLED if method == KMEANS else RESAMPLED_MIXTURE
    work = _Work(SHUFFLES + RESAMPLES, report, stopped)
    alone = method != KMEANS or found.choice.k is not None
    numbers = [found.fitted.k] if alone else [one.k for one in found.tried]
    shuffles = _shuffles(points[rows[:SHUFFLED]], numbers, method, work)
    sample = points[rows[:most]]
    stability = _stability(found.fitted, sample, method, work)
    return Checks(shuffles, stability, RESAMPLES, len(sample))


def shuffled(points: Floats, latent: Floats, rng: np.random.Generator) -> Floats:
    """The columns in a new order each, so that ranks follow normal draws of this correlation.

    Each column keeps its values.

    Args:
        points: shape (customers, features).
        latent: correlation of the draws, shape (features, features).
        rng: where chance comes from.

    Source:
        Iman & Conover, Communications in Statistics 11(3), 1982.
    """
    values, vectors = np.linalg.eigh(latent)
    drawn = rng.standard_normal(points.shape) @ (vectors * np.sqrt(np.maximum(values, 0))).T
    places = drawn.argsort(axis=0).argsort(axis=0)
    return np.take_along_axis(np.sort(points, axis=0), places, axis=0)


def latent_correlation(points: Floats) -> Floats:
    """The correlation of the draws with which shuffled columns correlate as the data do.

    Columns of few values correlate less than the draws behind them, so that it is found in rounds.
    """
    wanted = np.asarray(np.corrcoef(points, rowvar=False), np.float64)
    latent = wanted.copy()
    for _ in range(ROUNDS):
        made = np.corrcoef(shuffled(points, latent, np.random.default_rng(SEED)), rowvar=False)
        latent = _correlation(latent + wanted - made)
    return latent


def jaccard(labels: Whole, other: Whole, *, k: int) -> Floats:
    """The best Jaccard similarity of each cluster with a cluster of another labelling.

    Args:
        labels: clusters of some points, 0 to k - 1.
        other: another labelling of the same points, 0 to k - 1.
        k: clusters.

    Returns:
        Shape (k,), 0 to 1; NaN for a cluster without points.

    Source:
        Hennig, Computational Statistics & Data Analysis 52(1), 2007, section 2.
    """
    met = np.bincount(labels * k + other, minlength=k * k).reshape(k, k).astype(np.float64)
    union = met.sum(axis=1)[:, None] + met.sum(axis=0) - met
    share = np.divide(met, union, out=np.zeros_like(met), where=union > 0).max(axis=1)
    return np.where(met.sum(axis=1) > 0, share, np.nan)


@dataclass(slots=True)
class _Work:
    """How much is done of how much."""

    steps: int
    report: Report | None
    stopped: Stopped | None
    done: int = 0

    def step(self) -> None:
        if self.stopped and self.stopped():
            raise Cancelled("The check of the clusters was stopped.")
        self.done += 1
        if self.report:
            self.report(self.done / self.steps)


def _shuffles(points: Floats, numbers: Sequence[int], method: str, work: _Work) -> Shuffles:
    """Each number of clusters beside what is usual for shuffles; the best one counts.

    Data and shuffles are treated alike, the choice of the number among them, so that the p-value
    holds exactly where features are independent.
    """
    rng = np.random.default_rng(SEED)
    latent = latent_correlation(points)
    table = [_silhouettes(points, numbers, method)]
    for _ in range(SHUFFLES):
        work.step()
        table.append(_silhouettes(shuffled(points, latent, rng), numbers, method))
    values = np.array([[value for value, _ in row] for row in table])
    allowed = np.array([[fine for _, fine in row] for row in table])
    spread = values.std(axis=0)
    beside = (values - values.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    chosen = np.where(allowed, values, -2.0).argmax(axis=1)
    told = beside[np.arange(len(beside)), chosen]
    told = np.where(allowed.any(axis=1) | (len(numbers) == 1), told, -np.inf)
    return Shuffles(
        numbers=tuple(numbers),
        own=tuple(values[0].tolist()),
        mean=tuple(values[1:].mean(axis=0).tolist()),
        low=tuple(values[1:].min(axis=0).tolist()),
        high=tuple(values[1:].max(axis=0).tolist()),
        better=int((told[1:] >= told[0]).sum()),
        n=SHUFFLES,
        customers=len(points),
    )


def _silhouettes(points: Floats, numbers: Sequence[int], method: str) -> list[tuple[float, bool]]:
    """Silhouette of each number of clusters, and whether all clusters are large enough."""
    far = distances(points)
    found = []
    for k in numbers:
        labels = fit_one(points, k, method=method, starts=STARTS)[0].labels(points)
        sizes = np.bincount(labels, minlength=k)
        found.append((silhouette(far, labels), large_enough(sizes)))
    return found


def _stability(
    fitted: Fitted, sample: Floats, method: str, work: _Work
) -> tuple[float | None, ...]:
    """Mean best Jaccard similarity of each cluster over samples drawn with replacement."""
    rng = np.random.default_rng(SEED)
    labels = fitted.labels(sample)
    alike = []
    for _ in range(RESAMPLES):
        work.step()
        drawn = rng.integers(0, len(sample), len(sample))
        again = sample[drawn]
        if len(sample) < 20 * MOST and len(np.unique(again, axis=0)) < fitted.k:
            continue
        other, _ = fit_one(again, fitted.k, method=method, starts=STARTS_AGAIN)
        once = np.unique(drawn)
        alike.append(jaccard(labels[once], other.labels(sample[once]), k=fitted.k))
    if not alike:
        return (None,) * fitted.k
    table = np.array(alike)
    known = ~np.isnan(table)
    sums = np.where(known, table, 0.0).sum(axis=0)
    return tuple(
        float(one / n) if n else None for one, n in zip(sums, known.sum(axis=0), strict=True)
    )


def _correlation(table: Floats) -> Floats:
    """The nearest table by eigenvalues that is a correlation."""
    values, vectors = np.linalg.eigh(table)
    made = (vectors * np.maximum(values, 1e-6)) @ vectors.T
    size = np.sqrt(np.diag(made))
    return np.asarray(made / size / size[:, None], np.float64)
