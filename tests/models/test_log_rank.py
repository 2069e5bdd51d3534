"""Log-rank tests against R, lifelines on single rows, and laws."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lifelines.datasets import load_dd
from lifelines.statistics import multivariate_logrank_test

from cxlib.errors import NotEnoughData
from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.models.log_rank import log_rank
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives

slow = settings(deadline=None, max_examples=40)
rows = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 1), st.integers(0, 3)), min_size=4, max_size=60
)


def groups_of(durations, events, labels) -> dict[Group, Lives]:
    found: dict[Group, list[tuple[float, int, int]]] = {}
    for t, e, label in zip(durations, events, labels, strict=True):
        found.setdefault(Group("by", str(label)), []).append((float(t), int(e), 1 - int(e)))
    return {group: Lives.of(rows) for group, rows in found.items()}


def test_waltons_published(shared_data):
    # lifelines documentation: 122.249, p 2.04e-28.
    d = pd.read_csv(shared_data / "survival_reference" / "waltons_dataset.csv")
    found = log_rank(groups_of(d["T"], d.E, d.group))
    assert found.statistic == pytest.approx(122.2491, rel=1e-6)
    assert found.degrees == 1
    assert found.p_value == pytest.approx(2.04e-28, rel=5e-3)


def test_lung_published(shared_data):
    # R survdiff: observed 112 and 53, expected 91.58 and 73.42, chi-square 10.3267, p .00131116.
    d = pd.read_csv(shared_data / "survival_reference" / "lung.csv")
    found = log_rank(groups_of(d.time, d.status, d.sex))
    by_sex = {one.group.value: one for one in found.groups}
    assert [by_sex[sex].observed for sex in "12"] == [112, 53]
    assert [by_sex[sex].expected for sex in "12"] == pytest.approx([91.58, 73.42], abs=5e-3)
    assert found.statistic == pytest.approx(10.32674, abs=5e-6)
    assert found.p_value == pytest.approx(0.00131116, abs=5e-9)


def test_leaders_published():
    # lifelines documentation: 260.47, p 1.4e-58.
    d = load_dd()
    found = log_rank(groups_of(d.duration, d.observed, d.democracy))
    assert found.statistic == pytest.approx(260.47, abs=5e-3)
    assert found.p_value == pytest.approx(1.4e-58, rel=0.05)


def test_three_contracts_equal_lifelines(shared_data):
    d = pd.read_csv(shared_data / "telco_churn" / "Telco-Customer-Churn.csv")
    left = d.Churn == "Yes"
    found = log_rank(groups_of(d.tenure, left, d.Contract))
    theirs = multivariate_logrank_test(d.tenure, d.Contract, left)
    assert found.degrees == 2
    assert found.statistic == pytest.approx(theirs.test_statistic, rel=1e-9)


@slow
@given(rows)
def test_equals_lifelines_on_single_rows(triples):
    durations, events, labels = np.array(triples).T
    _assume_every_group_bears(durations, events, labels)
    found = log_rank(groups_of(durations, events, labels))
    theirs = multivariate_logrank_test(durations, labels, events)
    assert found.statistic == pytest.approx(theirs.test_statistic, rel=1e-6, abs=1e-9)
    assert found.degrees == len(set(labels)) - 1
    assert found.p_value == pytest.approx(theirs.p_value, rel=1e-6)


@slow
@given(rows)
def test_each_group_against_the_rest_is_the_test_of_two(triples):
    durations, events, labels = np.array(triples).T
    _assume_every_group_bears(durations, events, labels)
    found = log_rank(groups_of(durations, events, labels))
    for one in found.groups:
        two = log_rank(groups_of(durations, events, labels == int(one.group.value)))
        assert one.p_value == pytest.approx(two.p_value, rel=1e-6, abs=1e-12)
    p = [one.p_value for one in found.groups]
    assert [one.p_adjusted for one in found.groups] == list(benjamini_hochberg(p))
    expected, observed = (
        sum(getattr(g, key) for g in found.groups) for key in ("expected", "observed")
    )
    assert expected == pytest.approx(observed)


def _assume_every_group_bears(durations, events, labels):
    """At least two groups, each at risk with another one while somebody leaves but not all do."""
    assume(len(set(labels)) > 1)
    for label in set(labels):
        together = [
            u
            for u in set(durations[events == 1])
            if (labels[durations >= u] == label).any()
            and (labels[durations >= u] != label).any()
            and (durations >= u).sum() > ((durations == u) & (events == 1)).sum()
        ]
        assume(together)


def test_a_group_that_was_never_at_risk_with_others_does_not_count():
    # Everyone in "early" was last seen before anyone left: as in R, no degree of freedom.
    three = groups_of([1, 1, 3, 5, 4, 6], [0, 0, 1, 0, 1, 0], ["early"] * 2 + ["a"] * 2 + ["b"] * 2)
    two = {group: lives for group, lives in three.items() if group.value != "early"}
    found, plain = log_rank(three), log_rank(two)
    assert (found.statistic, found.degrees) == (pytest.approx(plain.statistic), 1)
    early = found.groups[0]
    assert (early.p_value, early.p_adjusted, early.expected) == (None, None, 0)


@pytest.mark.parametrize(
    "groups",
    [
        groups_of([1, 2, 3], [1, 1, 0], ["a"] * 3),
        groups_of([1, 2, 3], [0, 0, 0], ["a", "b", "b"]),
        groups_of([1, 5, 6], [0, 1, 0], ["a", "b", "b"]),
    ],
    ids=["one group", "nobody left", "never together"],
)
def test_needs_two_groups_at_risk_together(groups):
    with pytest.raises(NotEnoughData, match="at least 2 groups"):
        log_rank(groups)
