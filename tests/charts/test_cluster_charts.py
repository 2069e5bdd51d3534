"""Charts of clusters hold the numbers they are given, and claim groups only after the checks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from cxlib.charts import clusters as charts
from cxlib.charts.chart import Kind
from cxlib.charts.cluster_words import cluster_names, feature_names
from cxlib.charts.clusters import Told
from cxlib.charts.scores import Look
from cxlib.models.cluster_checks import Checks, Shuffles
from cxlib.models.cluster_profile import Mean, Profile
from cxlib.models.clusters import MIXTURE, Choice, Clusters, Fitted, Scale, Tried
from cxlib.stats.customer_features import Feature

KMEANS_CHOICE = Choice()
LOOK = Look("Clusters", "shop.csv", "", 0.95)
FEATURES = (Feature("shop.csv", "recency"), Feature("shop.csv", "frequency"))


def mean(value: float, *, smallest: float = 0.0, largest: float = 9.0) -> Mean:
    return Mean(value, value - 1, value + 1, smallest, largest)


def profile(n: int, z: tuple[float, float], **options) -> Profile:
    standing = sorted((i for i in (0, 1) if abs(z[i]) >= 0.5), key=lambda i: -abs(z[i]))
    raw = options.pop("raw", (mean(200), mean(3)))
    told = Profile(n, n / 100, n / 200, raw, tuple(map(mean, z)), tuple(standing))
    return replace(told, **options)


def shuffles(better: int, numbers=(2, 3)) -> Shuffles:
    k = len(numbers)
    return Shuffles(tuple(numbers), (0.6,) * k, (0.3,) * k, (0.2,) * k, (0.4,) * k, better, 39, 100)


def told(
    *, better: int = 0, silhouette: float = 0.6, numbers=(2, 3), choice=KMEANS_CHOICE, **options
) -> Told:
    scale = Scale(np.array([True, False]), np.zeros(2), np.ones(2))
    tried = tuple(Tried(k, 0.5 + k / 100, 20, k == 2) for k in numbers)
    found = Clusters(
        choice=choice,
        scale=scale,
        fitted=Fitted(np.zeros((2, 2))),
        tried=tried,
        single=False,
        n=100,
        sample=50,
        sizes=(70, 30),
        silhouette=silhouette,
    )
    profiles = options.pop("profiles", (profile(70, (1.2, 0.1)), profile(30, (-0.9, 0.7))))
    checks = Checks(shuffles(better, numbers), (0.9, 0.55), 50, 50)
    return Told(replace(found, **options), checks, profiles, FEATURES)


@pytest.mark.parametrize(
    ("better", "silhouette", "single", "said"),
    [
        (0, 0.6, False, "2 groups that stand apart"),
        (0, 0.4, False, "2 groups, more than chance, that overlap"),
        (0, 0.2, False, "No clear groups were found"),
        (0, 0.6, True, "No clear groups were found"),
        (1, 0.4, False, "No clear groups were found"),
        (1, 0.6, False, "The groups stand apart no more than with shuffled columns"),
    ],
)
def test_the_title_claims_no_more_than_the_checks(better, silhouette, single, said):
    one = told(better=better, silhouette=silhouette, single=single)
    chart = charts.structure_chart(one, LOOK)
    assert chart.title == said
    assert f"{better} of 39 data sets" in chart.notes[0]
    doubtful = not said.startswith("2 groups")
    assert ("cut alike" in charts.stability_table(one, LOOK).title) == doubtful


def test_the_curve_stands_beside_the_shuffles():
    chart = charts.structure_chart(told(), LOOK)
    own, made = chart.series
    assert chart.kind is Kind.LINE
    assert chart.labels == ("2", "3")
    assert [(p.y, p.hollow) for p in own.points] == [(0.52, False), (0.53, True)]
    assert [(p.y, p.low, p.high, p.n) for p in made.points] == [(0.3, 0.2, 0.4, 100)] * 2
    alone = charts.structure_chart(told(numbers=(2,), choice=Choice(k=2)), LOOK)
    assert alone.kind is Kind.INTERVALS
    assert [p.y for p in alone.series[0].points] == [0.6, 0.3]


def test_bic_has_a_curve_of_its_own():
    chart = charts.bic_chart(told(choice=Choice(MIXTURE)), LOOK)
    assert chart.title == "BIC is lowest with 2 clusters"
    assert [p.y for p in chart.series[0].points] == [0.52, 0.53]


def test_the_profile_holds_both_scales():
    chart = charts.profile_chart(told(), LOOK)
    assert chart.labels == ("Days silent", "Orders")
    assert [one.name for one in chart.series] == ["Long silent", "Bought lately, often"]
    first, second = chart.series[0].points
    assert (first.y, first.low, first.n) == (1.2, 1.2 - 1, 70)
    assert (second.y, second.high, second.n) == (0.1, 0.1 + 1, 70)
    assert chart.below.rows[0] == ("Long silent", 70, "200 (199 – 201)", "3.00 (2.00 – 4.00)")
    assert "log(1 + x): Days silent" in chart.method
    assert "50 of 100 customers" in chart.method


def test_few_customers_are_counted_and_not_described():
    few = profile(4, (0, 0), raw=None, standardised=None, standing=())
    chart = charts.profile_chart(told(profiles=(profile(96, (0.1, 0.2)), few)), LOOK)
    assert [one.name for one in chart.series] == ["Like the average", "Very few customers"]
    assert [p.y for p in chart.series[1].points] == [None, None]
    assert chart.below.rows[1][2:] == ("–", "–")
    assert "fewer than 10" in chart.notes[-1]


def test_sizes_name_who_brings_most():
    chart = charts.size_chart(told(), LOOK)
    assert chart.title == "Long silent: 70% of the customers, 35% of the revenue"
    assert [p.y for p in chart.series[0].points] == [0.7, 0.3]
    unpaid = tuple(profile(n, (1, 0), revenue=None) for n in (70, 30))
    assert len(charts.size_chart(told(profiles=unpaid), LOOK).series) == 1


def test_stability_is_told_in_words():
    rows = charts.stability_table(told(), LOOK).table.rows
    assert [(row[2], row[3]) for row in rows] == [(0.9, "stable"), (0.55, "do not trust")]
    assert charts.stability_words(0.6).startswith("a pattern")
    assert charts.stability_words(None) == "not known"


def test_names_tell_clusters_apart():
    once = (mean(10), mean(1, largest=1.0))
    same = profile(20, (0.9, -0.8))
    found = (same, profile(20, (0.9, -0.8), raw=once), same, same)
    assert cluster_names(found, FEATURES) == (
        "Long silent, seldom",
        "Long silent, one order",
        "Long silent, seldom (2)",
        "Long silent, seldom (3)",
    )


def test_features_of_the_same_name_name_their_file():
    three = (Feature("a.csv", "nps"), Feature("b.csv", "nps"), Feature("a.csv", "rating_1", "Food"))
    assert feature_names(three) == ("Last NPS (a.csv)", "Last NPS (b.csv)", "Last Food")
