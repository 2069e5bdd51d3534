"""Clusters: planted mixtures are found again, and data without groups get none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, pairwise_distances, silhouette_score
from sklearn.mixture import GaussianMixture

from cxlib.errors import BadOption, Cancelled, NotEnoughData
from cxlib.models import clusters
from cxlib.models.cluster_profile import profiles
from cxlib.models.clusters import (
    KMEANS,
    MIXTURE,
    RIDGE,
    Choice,
    fit_clusters,
    fit_one,
    sample_rows,
    scale_of,
)
from cxlib.models.k_means import fit_k_means, nearest
from cxlib.models.silhouette import distances, silhouette

NAMES = ("recency", "orders", "spent", "score", "tickets")
CENTRES = np.array([[0, 0, 0, 0], [7, 0, 7, 0], [0, 7, 7, 7], [7, 7, 0, 7]], float)


def planted(n: int, seed: int = 1):
    """Four groups of unequal size, seven standard deviations apart in two features or more."""
    rng = np.random.default_rng(seed)
    truth = rng.choice(4, n, p=[0.4, 0.3, 0.2, 0.1])
    return CENTRES[truth] + rng.normal(size=(n, 4)), truth


def fitted(values, **options):
    return fit_clusters(values, names=NAMES[: values.shape[1]], **options)


@pytest.mark.parametrize("method", [KMEANS, MIXTURE])
@pytest.mark.parametrize("n", [300, 3_000])
def test_planted_groups_are_found_again(method, n, monkeypatch):
    monkeypatch.setattr(clusters, "SAMPLE", 1_000)
    monkeypatch.setattr(clusters, "MOST", 6)
    values, truth = planted(n)
    found = fitted(values, choice=Choice(method))
    labels = found.fitted.labels(found.scale.points(values))
    assert found.fitted.k == 4
    assert adjusted_rand_score(truth, labels) >= 0.95
    assert found.sizes == tuple(sorted(np.bincount(truth).tolist(), reverse=True)) or n > 300
    assert list(found.sizes) == sorted(found.sizes, reverse=True) == np.bincount(labels).tolist()
    assert (found.n, found.sample) == (n, min(n, 1_000))


def test_the_same_customers_in_another_order_get_the_same_clusters():
    values, _ = planted(400)
    keys = [f"k{i}" for i in range(400)]
    order = np.random.default_rng(3).permutation(400)
    one = fitted(values, keys=keys)
    other = fitted(values[order], keys=[keys[i] for i in order])
    np.testing.assert_allclose(one.fitted.centres, other.fitted.centres, atol=1e-9)
    again = fitted(values, keys=keys)
    assert (one.fitted.centres == again.fitted.centres).all()


def test_the_sample_follows_from_the_keys():
    keys = [f"customer {i}" for i in range(500)]
    chosen = {keys[row] for row in sample_rows(keys, 100)}
    backwards = keys[::-1]
    assert chosen == {backwards[row] for row in sample_rows(backwards, 100)}
    # One more customer moves at most one other out.
    assert len(chosen - {[*keys, "new"][row] for row in sample_rows([*keys, "new"], 100)}) <= 1


def test_features_are_standardised_as_numpy_does_it():
    rng = np.random.default_rng(2)
    values = np.column_stack([rng.lognormal(3, 1, 500), rng.normal(50, 9, 500)])
    scale = scale_of(values)
    assert scale.logged.tolist() == [True, False]
    plain = np.column_stack([np.log1p(values[:, 0]), values[:, 1]])
    want = (plain - plain.mean(axis=0)) / plain.std(axis=0)
    np.testing.assert_allclose(scale.points(values), want, atol=1e-12)


def test_amounts_below_zero_are_not_logged():
    rng = np.random.default_rng(2)
    skewed = rng.lognormal(3, 1, 400) - 5
    assert (skewed.min() < 0) == (not scale_of(np.column_stack([skewed, skewed])).logged[0])
    assert fitted(np.column_stack([skewed, rng.normal(size=400)]), choice=Choice(k=3)).n == 400


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), k=st.integers(2, 8))
def test_k_means_is_as_good_as_that_of_a_library(seed, k):
    points = np.random.default_rng(seed).normal(size=(200, 3))
    centres = fit_k_means(points, k, starts=10, seed=1)
    own = ((points - centres[nearest(points, centres)]) ** 2).sum()
    other = KMeans(k, n_init=10, random_state=0).fit(points).inertia_
    # Both are the best of ten random starts; neither finds the very best each time.
    assert own <= 1.06 * other


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10**6), k=st.integers(2, 6))
def test_silhouettes_equal_those_of_a_library(seed, k):
    rng = np.random.default_rng(seed)
    points, labels = rng.normal(size=(60, 2)), rng.integers(0, k, 60)
    far = distances(points)
    np.testing.assert_allclose(far, pairwise_distances(points), atol=1e-6)
    assert silhouette(far, labels) == pytest.approx(silhouette_score(points, labels), abs=1e-6)


def test_a_mixture_labels_as_the_library_does():
    values, _ = planted(500)
    points = scale_of(values).points(values)
    own, bic = fit_one(points, 4, method=MIXTURE)
    other = GaussianMixture(4, reg_covar=RIDGE, n_init=5, random_state=0).fit(points)
    assert adjusted_rand_score(own.labels(points), other.predict(points)) == 1
    assert bic == pytest.approx(other.bic(points), rel=1e-4)


def test_profiles_equal_plain_means():
    values, _ = planted(400)
    found = fitted(values, choice=Choice(k=3))
    revenue = values[:, 0] + 10
    told = profiles(found, values, revenue=revenue, level=0.9)
    labels = found.fitted.labels(found.scale.points(values))
    for place, one in enumerate(told):
        rows = values[labels == place]
        assert (one.n, one.share) == (len(rows), len(rows) / 400)
        assert one.revenue == pytest.approx(revenue[labels == place].sum() / revenue.sum())
        half = 1.6487 * rows[:, 1].std(ddof=1) / np.sqrt(len(rows))  # t of 0.95, many customers
        assert one.raw[1].mean == pytest.approx(rows[:, 1].mean())
        assert one.raw[1].high - one.raw[1].mean == pytest.approx(half, rel=0.02)
        centre = found.scale.points(rows).mean(axis=0)
        assert [m.mean for m in one.standardised] == pytest.approx(centre.tolist())
        assert set(one.standing) == set(np.flatnonzero(np.abs(centre) >= 0.5).tolist())


def test_means_of_very_few_customers_are_not_told():
    values = np.vstack([np.random.default_rng(0).normal(size=(100, 2)), np.full((4, 2), 40.0)])
    found = fitted(values, choice=Choice(k=2))
    assert found.sizes == (100, 4)
    assert [one.raw is None for one in profiles(found, values)] == [False, True]
    # By itself a number of clusters that leaves so few in one is not chosen.
    by_itself = fitted(values)
    assert not by_itself.tried[0].allowed
    assert sorted(by_itself.sizes)[1] >= 10


@pytest.mark.parametrize(
    ("values", "choice", "error", "said"),
    [
        (np.random.default_rng(0).normal(size=(29, 2)), Choice(), NotEnoughData, "at least 30"),
        (np.ones((40, 2)), Choice(), BadOption, "same recency and the same orders"),
        (
            np.column_stack([np.arange(40.0), np.ones(40)]),
            Choice(),
            BadOption,
            "have the same orders",
        ),
        (np.arange(40.0)[:, None], Choice(), BadOption, "at least 2 features"),
        (np.tile(np.eye(2), (20, 1)), Choice(k=3), BadOption, "only 2 differ"),
        (np.tile(np.eye(2), (20, 1)), Choice(k=1), BadOption, "at least 2 clusters"),
        (np.tile(np.eye(2), (20, 1)), Choice("ward"), BadOption, "not by 'ward'"),
        (np.tile(np.eye(15), (3, 1)), Choice(), BadOption, "has two with 10 customers"),
    ],
)
def test_what_cannot_be_clustered_says_why(values, choice, error, said):
    names = [*NAMES, *(f"feature {i}" for i in range(20))][: values.shape[1]]
    with pytest.raises(error, match=said):
        fit_clusters(values, names=names, choice=choice)


def test_two_kinds_of_customers_are_two_clusters():
    found = fitted(np.tile(np.eye(2), (20, 1)))
    assert found.sizes == (20, 20)
    assert found.silhouette == 1


def test_it_can_be_stopped():
    with pytest.raises(Cancelled):
        fitted(planted(100)[0], stopped=lambda: True)
