"""Clusters of customers: groups that are alike in several numbers, found by the data alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cxlib.errors import BadOption, Cancelled, NotEnoughData
from cxlib.models.k_means import fit_k_means, nearest
from cxlib.models.silhouette import distances, silhouette

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

KMEANS, MIXTURE = "kmeans", "mixture"
MOST = 10
"""The most clusters that are tried."""
FEWEST_CUSTOMERS, FEWEST_EACH, SMALLEST_SHARE = 30, 10, 0.01
SAMPLE, APART_SAMPLE = 20_000, 3_000
SEED = 20_260
SKEWED = 1.0
RIDGE = 1e-2
"""Added to the variances of a mixture, so that no cluster shrinks to one value."""
BATCH = 100_000

Report = Callable[[float], None]
Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """How to look for clusters.

    Attributes:
        method: `KMEANS`, or `MIXTURE` for a mixture of normal distributions.
        k: the number of clusters; None for the best one by silhouette or BIC.
    """

    method: str = KMEANS
    k: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """How features become comparable; every array has shape (features,).

    Attributes:
        logged: whether log(1 + x) is taken first.
        mean: what is then taken off.
        sd: what it is then divided by.
    """

    logged: NDArray[np.bool_]
    mean: Floats
    sd: Floats

    def points(self, values: Floats) -> Floats:
        """Standardised features, shape (customers, features)."""
        return (_unskewed(values, self.logged) - self.mean) / self.sd


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Clusters as parameters on the standardised scale, largest first.

    Attributes:
        centres: shape (k, features).
        precisions: Cholesky factors of a mixture's precisions, shape (k, features, features);
            None for k-means.
        weights: shares of a mixture's parts, shape (k,); None for k-means.
    """

    centres: Floats
    precisions: Floats | None = None
    weights: Floats | None = None

    @property
    def k(self) -> int:
        """Number of clusters."""
        return len(self.centres)

    def labels(self, points: Floats) -> Whole:
        """The cluster of each point, counted from 0: the nearest centre, or the likeliest part."""
        starts = range(0, len(points), BATCH)
        parts = [self._near(points[one : one + BATCH]).argmax(axis=1) for one in starts]
        return np.concatenate(parts).astype(np.int64) if parts else np.empty(0, np.int64)

    def reordered(self, order: Whole) -> Fitted:
        """The same clusters in another order."""
        return Fitted(
            self.centres[order],
            None if self.precisions is None else self.precisions[order],
            None if self.weights is None else self.weights[order],
        )

    def _near(self, points: Floats) -> Floats:
        """How near each point is to each cluster, shape (points, k); only the order counts."""
        if self.precisions is None or self.weights is None:
            return np.asarray(2 * points @ self.centres.T - (self.centres**2).sum(axis=1))
        found = np.empty((len(points), self.k))
        for place, (centre, root) in enumerate(zip(self.centres, self.precisions, strict=True)):
            far = (((points - centre) @ root) ** 2).sum(axis=1)
            found[:, place] = np.log(self.weights[place] * np.diag(root).prod()) - far / 2
        return found


class Tried(NamedTuple):
    """One number of clusters.

    Attributes:
        k: how many.
        value: mean silhouette width (k-means, higher is better) or BIC (mixture, lower is better).
        smallest: customers of the smallest cluster in the sample.
        allowed: whether the clusters are large enough for this number to be chosen by itself.
    """

    k: int
    value: float
    smallest: int
    allowed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """What was found.

    Attributes:
        choice: what was asked for.
        scale: how features were made comparable.
        fitted: the clusters, largest first.
        tried: each number of clusters that was tried.
        single: whether BIC holds one cluster for better than any other number.
        n: customers; sample: those that the clusters were fitted on.
        sizes: customers of each cluster, shape (k,).
        silhouette: mean silhouette width of the clusters, -1 to 1.
    """

    choice: Choice
    scale: Scale
    fitted: Fitted
    tried: tuple[Tried, ...]
    single: bool
    n: int
    sample: int
    sizes: tuple[int, ...]
    silhouette: float


def fit_clusters(
    values: Floats,
    *,
    names: Sequence[str],
    keys: Sequence[str] = (),
    choice: Choice = Choice(),
    report: Report | None = None,
    stopped: Stopped | None = None,
) -> Clusters:
    """Look for groups of customers who are alike in all features together.

    Features that are skewed and never below zero are taken as log(1 + x); all are standardised.
    Of many customers a sample is clustered, and everybody is then given the nearest cluster.

    Args:
        values: complete rows, shape (customers, features), at least two features.
        names: what to call the features in an error.
        keys: what identifies each customer, for the sample; none for the order of the rows.
        choice: method and number of clusters.
        report: called now and then with the fraction done.
        stopped: asked now and then whether to stop.

    Raises:
        NotEnoughData: there are fewer than 30 customers.
        BadOption: a feature is the same for all, or the clusters cannot be that many.
        Cancelled: it was stopped.

    Source:
        Silhouettes: Rousseeuw, Journal of Computational and Applied Mathematics 20, 1987.
        Mixture, BIC: Fraley & Raftery, J. of the American Statistical Association 97(458), 2002.
    """
    _check(values, names, choice)
    scale = scale_of(values)
    points = scale.points(values)
    sample = points[sample_rows(keys or [str(i) for i in range(len(points))], SAMPLE)]
    near = sample[:APART_SAMPLE]
    far = distances(near)
    found: dict[int, Fitted] = {}
    tried: list[Tried] = []
    numbers = _numbers(choice, len(np.unique(sample, axis=0)))
    for k in numbers:
        if stopped and stopped():
            raise Cancelled("The search for clusters was stopped.")
        found[k], bic = fit_one(sample, k, method=choice.method)
        value = silhouette(far, found[k].labels(near)) if choice.method == KMEANS else bic
        tried.append(_tried(sample, found[k], value))
        if report:
            report(len(tried) / len(numbers))
    chosen = _largest_first(found[_best(tried, choice)], points)
    return Clusters(
        choice=choice,
        scale=scale,
        fitted=chosen,
        tried=tuple(tried),
        single=choice.method == MIXTURE and _one_is_best(sample, tried),
        n=len(points),
        sample=len(sample),
        sizes=tuple(np.bincount(chosen.labels(points), minlength=chosen.k).tolist()),
        silhouette=silhouette(far, chosen.labels(near)),
    )


def scale_of(values: Floats) -> Scale:
    """The scale on which these customers have mean 0 and standard deviation 1.

    Skewness above 1 takes the logarithm, where no value is below zero.
    """
    centred = values - values.mean(axis=0)
    skewness = (centred**3).mean(axis=0) / (centred**2).mean(axis=0) ** 1.5
    logged = (skewness > SKEWED) & (values.min(axis=0) >= 0)
    straight = _unskewed(values, logged)
    return Scale(logged, straight.mean(axis=0), straight.std(axis=0))


def sample_rows(keys: Sequence[str], most: int) -> Whole:
    """Rows of at most so many customers, in an order that follows from a hash of their keys."""
    hashes = [blake2b(key.encode(), digest_size=8, salt=b"clusters").digest() for key in keys]
    order = sorted(range(len(keys)), key=lambda row: (hashes[row], keys[row]))
    return np.array(order[:most], np.int64)


def fit_one(points: Floats, k: int, *, method: str, starts: int = 5) -> tuple[Fitted, float]:
    """One clustering of standardised points and, for a mixture, its BIC (else 0).

    Args:
        points: shape (customers, features), with at least k different rows.
        k: clusters.
        method: `KMEANS` or `MIXTURE`.
        starts: random starts of k-means, of which the best counts; a mixture begins there.
    """
    centres = fit_k_means(points, k, starts=starts, seed=SEED)
    if method == KMEANS:
        return Fitted(centres), 0.0
    from sklearn.mixture import GaussianMixture

    labels = nearest(points, centres)
    sizes = np.bincount(labels, minlength=k)
    mixture = GaussianMixture(
        k,
        reg_covar=RIDGE,
        max_iter=1_000,
        means_init=centres,
        weights_init=sizes / sizes.sum(),
        precisions_init=_precisions(points, labels, k),
        init_params="random_from_data",
        random_state=SEED,
    ).fit(points)
    fitted = Fitted(mixture.means_, mixture.precisions_cholesky_, mixture.weights_)
    return fitted, float(mixture.bic(points))


def large_enough(sizes: Whole) -> bool:
    """Whether a split is worth choosing: two large clusters or more, and at most one small one.

    A cluster is large with 10 customers and 1 % of them. Of customers far from all others one
    small cluster may be made.
    """
    least = max(FEWEST_EACH, ceil(SMALLEST_SHARE * int(sizes.sum())))
    large = int((sizes >= least).sum())
    return large >= 2 and len(sizes) - large <= 1


def _precisions(points: Floats, labels: Whole, k: int) -> Floats:
    """The inverse covariance of each cluster, shape (k, features, features)."""
    wide = RIDGE * np.eye(points.shape[1])
    parts = [points[labels == place] for place in range(k)]
    spread = [np.cov(one, rowvar=False, bias=True) if len(one) > 1 else 0.0 for one in parts]
    return np.array([np.linalg.inv(one + wide) for one in spread])


def _unskewed(values: Floats, logged: NDArray[np.bool_]) -> Floats:
    return np.where(logged, np.log1p(np.where(logged, values, 0.0)), values)


def _check(values: Floats, names: Sequence[str], choice: Choice) -> None:
    customers, features = values.shape
    if choice.method not in (KMEANS, MIXTURE):
        raise BadOption(
            f"Clusters are found by '{KMEANS}' or '{MIXTURE}', not by '{choice.method}'. "
            "Choose one of the two."
        )
    if features < 2:
        raise BadOption(
            f"Clusters need at least 2 features; {features} is chosen. Choose more, or split "
            "customers by a filter on the one."
        )
    if customers < FEWEST_CUSTOMERS:
        raise NotEnoughData(
            "A search for clusters",
            have=customers,
            need=FEWEST_CUSTOMERS,
            unit="customer",
            hint="Only customers with all chosen features count: choose fewer features, or widen "
            "the filters and dates.",
        )
    alike = [name for name, low, high in zip(names, *_range(values), strict=True) if low == high]
    if alike:
        raise BadOption(
            f"Features have to differ between customers; all {customers:,} have the same "
            f"{' and the same '.join(alike)}. Take that feature out."
        )


def _range(values: Floats) -> tuple[Floats, Floats]:
    return values.min(axis=0), values.max(axis=0)


def _numbers(choice: Choice, different: int) -> list[int]:
    if choice.k is None:
        return list(range(2, min(MOST, different) + 1))
    if choice.k < 2:
        raise BadOption(f"Customers are split into at least 2 clusters, not {choice.k}.")
    if choice.k > different:
        raise BadOption(
            f"{choice.k} clusters need at least {choice.k} customers who differ in the chosen "
            f"features; only {different} differ. Choose fewer clusters, or more features."
        )
    return [choice.k]


def _largest_first(fitted: Fitted, points: Floats) -> Fitted:
    counts = np.bincount(fitted.labels(points), minlength=fitted.k)
    return fitted.reordered(np.lexsort((*fitted.centres.T, -counts)))


def _tried(sample: Floats, fitted: Fitted, value: float) -> Tried:
    sizes = np.bincount(fitted.labels(sample), minlength=fitted.k)
    return Tried(fitted.k, value, int(sizes.min()), large_enough(sizes))


def _best(tried: Sequence[Tried], choice: Choice) -> int:
    if choice.k is not None:
        return choice.k
    allowed = [one for one in tried if one.allowed]
    if not allowed:
        raise BadOption(
            f"No split into 2 to {tried[-1].k} clusters has two with {FEWEST_EACH} customers and "
            "1 % of them, and at most one smaller. Choose the number of clusters by hand, or "
            "other features."
        )
    sign = 1 if choice.method == KMEANS else -1
    return max(allowed, key=lambda one: (sign * one.value, -one.k)).k


def _one_is_best(sample: Floats, tried: Sequence[Tried]) -> bool:
    """Whether a mixture of one part has the lowest BIC."""
    _, bic = fit_one(sample, 1, method=MIXTURE)
    return all(bic <= one.value for one in tried)
