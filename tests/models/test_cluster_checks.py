"""Checks of clusters: nothing is claimed of data without groups, and Jaccard is plain counting."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.errors import Cancelled
from cxlib.models import cluster_checks as checks
from cxlib.models import clusters
from cxlib.models.cluster_checks import (
    check_clusters,
    jaccard,
    latent_correlation,
    shuffled,
    verdict,
)
from cxlib.models.clusters import MIXTURE, Choice, fit_clusters
from tests.models.test_clusters import planted

USUAL = Choice()


def checked(values, choice=USUAL):
    names = [f"f{i}" for i in range(values.shape[1])]
    found = fit_clusters(values, names=names, choice=choice)
    return found, check_clusters(found, found.scale.points(values), np.arange(len(values)))


@settings(max_examples=50, deadline=None)
@given(
    pairs=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=40),
)
def test_jaccard_equals_plain_counting(pairs):
    one, other = np.array(pairs).T
    for place, found in enumerate(jaccard(one, other, k=4)):
        mine = {i for i, (label, _) in enumerate(pairs) if label == place}
        theirs = [{i for i, (_, label) in enumerate(pairs) if label == k} for k in range(4)]
        if not mine:
            assert np.isnan(found)
            continue
        assert found == pytest.approx(max(len(mine & x) / len(mine | x) for x in theirs))


def test_shuffled_columns_keep_their_values_and_their_correlation():
    rng = np.random.default_rng(4)
    base = rng.normal(size=(2000, 1))
    points = np.column_stack(
        [
            np.round(base[:, 0] + rng.normal(size=2000)).clip(0),  # mostly zeros
            np.exp(base[:, 0]),
            rng.normal(size=2000),
        ]
    )
    latent = latent_correlation(points)
    made = [shuffled(points, latent, np.random.default_rng(seed)) for seed in range(20)]
    np.testing.assert_array_equal(np.sort(made[0], axis=0), np.sort(points, axis=0))
    mean = np.mean([np.corrcoef(one, rowvar=False) for one in made], axis=0)
    np.testing.assert_allclose(mean, np.corrcoef(points, rowvar=False), atol=0.04)


@pytest.mark.parametrize("method", ["kmeans", MIXTURE])
def test_planted_groups_are_clear_and_stable(method, monkeypatch):
    monkeypatch.setattr(clusters, "MOST", 5)
    monkeypatch.setattr(checks, "RESAMPLES", 15)
    found, told = checked(planted(200)[0], Choice(method))
    assert verdict(found, told) == "clear"
    assert told.shuffles.better == 0
    assert min(told.stability) > 0.9


def test_one_feature_that_tells_all_is_no_more_than_its_column(monkeypatch):
    monkeypatch.setattr(clusters, "MOST", 5)
    rng = np.random.default_rng(5)
    truth = rng.integers(0, 4, 400)
    corners = np.column_stack([truth % 2, truth // 2]) * 8.0
    found, told = checked(corners + rng.normal(size=(400, 2)))
    assert (found.fitted.k, verdict(found, told)) == (4, "apart")


SHAPES = {
    "normal": lambda rng: rng.normal(size=(150, 3)),
    "uniform": lambda rng: rng.uniform(size=(150, 3)),
    "counts": lambda rng: rng.poisson([0.7, 2, 5], (150, 3)).astype(float),
    "skewed": lambda rng: rng.lognormal(1, 1, (150, 3)),
    "related": lambda rng: rng.normal(size=(150, 3)) + 1.5 * rng.normal(size=(150, 1)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_data_without_groups_get_none(shape, monkeypatch):
    # At a true rate of 5 % more than 1 of 5 happen once in 44.
    monkeypatch.setattr(checks, "RESAMPLES", 1)
    monkeypatch.setattr(clusters, "MOST", 4)
    claims = 0
    for seed in range(5):
        found, told = checked(SHAPES[shape](np.random.default_rng(seed)))
        claims += verdict(found, told) in ("weak", "clear")
    assert claims <= 1


def test_it_can_be_stopped():
    values = planted(100)[0]
    found = fit_clusters(values, names="abcd")
    with pytest.raises(Cancelled):
        check_clusters(found, values, np.arange(100), stopped=lambda: True)


def test_the_same_checks_come_out_each_time():
    values = planted(120)[0]
    assert checked(values, Choice(k=4))[1] == checked(values, Choice(k=4))[1]
