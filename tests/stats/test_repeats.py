"""Sums over customers equal plain counting, customer by customer."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.stats import repeats
from cxlib.stats.asked import read_score_cube
from cxlib.stats.groups import BLANK, TOTAL, Group
from cxlib.stats.once import ScoreQuestion, read_once
from cxlib.stats.repeats import read_repeats
from tests.handmade import source_of

START = datetime(2025, 1, 20)
row = st.tuples(
    st.one_of(st.integers(0, 10), st.none()),
    st.sampled_from(["ann", "bob", "cid", None]),
    st.sampled_from(["free", "Team", None]),
    st.integers(0, 25),
    st.sampled_from([0.5, 1.0, 2.0]),
)


def survey(backend, rows, *, weighted=True):
    scores, customers, plans, days, weights = ([one[k] for one in rows] for k in range(5))
    roles = {
        "nps": scores,
        "customer": customers,
        "answered": [START + timedelta(days=day) for day in days],
    }
    if weighted:
        roles["weight"] = weights
    return source_of(backend, "survey", roles, cells={"plan": plans})


def frame(rows, *, weighted=True):
    """Answers with an owner each: an unknown customer is one of its own."""
    table = pd.DataFrame(rows, columns=["score", "customer", "plan", "day", "weight"])
    table["plan"] = table.plan.fillna(BLANK)
    table["owner"] = table.customer.fillna(table.index.to_series().map("row {}".format))
    table["month"] = [(START + timedelta(days=int(day))).date().replace(day=1) for day in table.day]
    if not weighted:
        table["weight"] = 1.0
    return table[table.score.notna()]


def histogram(answers):
    return np.bincount(answers.score.astype(int), answers.weight, 11)


def squares(one, other, owners):
    """The sum over customers of the outer product of their two histograms."""
    found = np.zeros((11, 11))
    for owner in owners:
        found += np.outer(
            histogram(one[one.owner == owner]), histogram(other[other.owner == owner])
        )
    return found


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(row, min_size=2, max_size=30), weighted=st.booleans())
def test_sums_are_those_of_each_customer(backend, rows, weighted):
    source = survey(backend, rows, weighted=weighted)
    cube = read_score_cube(source, score="nps", by=["plan"], period="month")
    asked = ScoreQuestion("nps", by=("plan",), period="month")
    found = read_repeats(source, asked, cube.counts)
    table = frame(rows, weighted=weighted)
    each = table[table.customer.notna()].groupby("customer").size()
    if not cube.counts:
        assert found.repeated is None
        return
    assert found.repeated == (each > 1).sum()
    assert found.customers == table.owner.nunique()
    if not found.repeated:
        assert found.sums == {}
        return
    assert found.sums.keys() == cube.counts.keys()
    for group, sums in found.sums.items():
        part = table
        if group.column is not None:
            part = part[part.plan == group.value]
        if group.period is not None:
            part = part[part.month == group.period]
        owners = set(part.owner)
        np.testing.assert_allclose(sums.within, squares(part, part, owners), atol=1e-9)
        assert sums.customers == len(owners)
        if group.period is None:
            np.testing.assert_allclose(sums.across, squares(part, table, owners), atol=1e-9)
            others = set(table.drop(part.index).owner)
            assert sums.elsewhere == len(others)
            assert sums.alone == len(owners - others)
            rest = sums.rest(found.sums[TOTAL].within)
            other = table.drop(part.index)
            np.testing.assert_allclose(rest.within, squares(other, other, others), atol=1e-9)
            np.testing.assert_allclose(rest.across, squares(other, table, others), atol=1e-9)
            assert (rest.customers, rest.alone) == (len(others), len(others - owners))
        else:
            assert sums.across is None


def test_parts_without_common_customers_add_up(backend):
    random = np.random.default_rng(3)
    plans = ["free", "Team"]
    rows = [
        (int(random.integers(0, 11)), f"c{k % 9}", plans[int(random.integers(2))], k % 20, 1.0)
        for k in range(60)
    ]
    first = [one for one in rows if one[1] < "c4"]
    second = [one for one in rows if one[1] >= "c4"]
    asked = ScoreQuestion("nps", by=("plan",))
    parts = []
    for part in (rows, first, second):
        source = survey(backend, part)
        cube = read_score_cube(source, score="nps", by=["plan"])
        parts.append(read_repeats(source, asked, cube.counts).sums)
    for group in (TOTAL, Group("plan", "free"), Group("plan", "Team")):
        whole, both = parts[0][group], parts[1][group] + parts[2][group]
        np.testing.assert_allclose(whole.within, both.within)
        np.testing.assert_allclose(whole.across, both.across)
        assert (whole.customers, whole.alone, whole.everybody) == (
            both.customers, both.alone, both.everybody,
        )  # fmt: skip


def test_sums_of_a_worth_are_sums_of_numbers_and_worths(backend):
    rows = [(9, "a", "free", 0, 1.0), (2, "a", "free", 1, 1.0), (10, "b", "free", 2, 1.0)]
    source = survey(backend, rows)
    cube = read_score_cube(source, score="nps")
    sums = read_repeats(source, ScoreQuestion("nps"), cube.counts).sums[TOTAL]
    net = sums.of([-1] * 7 + [0, 0, 1, 1])
    # Customer a: two answers that add up to 0; customer b: one answer worth 1.
    assert net.within.tolist() == [[5.0, 1.0], [1.0, 1.0]]
    assert net.of([-1] * 7 + [0, 0, 1, 1]) is net
    with pytest.raises(ValueError, match="another worth"):
        net.of(range(11))


def test_customers_have_to_be_known(backend):
    source = source_of(backend, "survey", {"nps": [9, 3, 9]})
    cube = read_score_cube(source, score="nps")
    found = read_repeats(source, ScoreQuestion("nps"), cube.counts)
    assert (found.sums, found.customers, found.repeated) == ({}, None, None)


def test_too_many_answers_are_not_held_against_each_other(backend, monkeypatch):
    monkeypatch.setattr(repeats, "MOST", 2)
    source = survey(backend, [(k, "a", "free", k, 1.0) for k in range(5)])
    cube = read_score_cube(source, score="nps")
    assert read_repeats(source, ScoreQuestion("nps"), cube.counts).sums == {}


def test_each_latest_answer_stands_alone(backend):
    rows = [(9, "a", "free", 0, 1.0), (2, "a", "free", 1, 1.0), (10, "b", "free", 2, 1.0)]
    source = survey(backend, rows)
    asked = ScoreQuestion("nps", how="latest")
    cube = read_once(source, asked, read_score_cube(source, score="nps"))
    found = read_repeats(source, asked, cube.counts)
    assert (found.sums, found.customers, found.repeated) == ({}, 2, 1)
