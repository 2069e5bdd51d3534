"""Limits and tests that respect customers, against plain sums and by drawing."""

from __future__ import annotations

from itertools import combinations
from math import inf, sqrt
from statistics import NormalDist

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cxlib.metrics.nps import nps, nps_codes, nps_difference
from cxlib.metrics.repeats import (
    Effect,
    difference_effect,
    effective_answers,
    mean_effect,
    softened,
)
from cxlib.metrics.scored import score_box, score_nps
from cxlib.metrics.search import search
from cxlib.metrics.shares import box_hits, box_score
from cxlib.stats.customer_sums import Answered
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.score_pairs import ScorePairs
from cxlib.stats.scores import ScoreCounts
from cxlib.tables.question import Coverage

CODES = np.array([-1] * 7 + [0, 0, 1, 1])


def histogram(table):
    counts = np.bincount(table.score, minlength=11)
    weights = np.bincount(table.score, table.weight, 11)
    squares = np.bincount(table.score, table.weight**2, 11)
    return ScoreCounts(0, tuple(counts.tolist()), tuple(weights), tuple(squares))


def answered(table, columns):
    """What the query would give for customers with several answers."""
    sizes = table.groupby("owner").score.transform("size")
    rows = table[sizes > 1]
    groups = []
    for column in columns:
        codes, values = pd.factorize(rows[column])
        groups.append((codes.astype(np.int64), list(values)))
    return Answered(
        pd.factorize(rows.owner)[0].astype(np.int64),
        rows.score.to_numpy(),
        rows.weight.to_numpy(float),
        rows.weight.to_numpy(float) ** 2,
        np.ones(len(rows)),
        tuple(groups),
        11,
    )


def cube_of(table):
    """Histograms and sums of all answers and of each group."""
    rows = answered(table, ["group"])
    cube = {TOTAL: histogram(table)}
    cube |= {Group("group", g): histogram(part) for g, part in table.groupby("group")}
    sums = {TOTAL: rows.sums([], {(): cube[TOTAL]}, total=len(table))[()]}
    parts = {(g.value,): one for g, one in cube.items() if g.column}
    found = rows.sums([0], parts, total=len(table))
    return cube, sums | {Group("group", key[0]): one for key, one in found.items()}


@st.composite
def tables(draw):
    n = draw(st.integers(6, 40))
    random = np.random.default_rng(draw(st.integers(0, 2**20)))
    return pd.DataFrame(
        {
            "owner": random.integers(0, 6, n),
            "score": random.integers(0, 11, n),
            "group": random.choice(["a", "b", "c"], n),
            "weight": random.choice([1.0, 2.0, 0.5], n) if draw(st.booleans()) else 1.0,
        }
    )


def by_customer(table, worth):
    """Variance of the mean worth with customers as the unit, by plain sums."""
    value = table.score.map(dict(enumerate(worth)))
    mean = np.average(value, weights=table.weight)
    each = (table.weight * (value - mean)).groupby(table.owner).sum()
    c = len(each)
    return c / (c - 1) * (each**2).sum() / table.weight.sum() ** 2


def by_answer(table, worth):
    return by_customer(table.assign(owner=range(len(table))), worth)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_design_effect_of_a_mean_is_that_of_plain_sums(table):
    cube, sums = cube_of(table)
    for group, counts in cube.items():
        part = table if group is TOTAL or group == TOTAL else table[table.group == group.value]
        if part.owner.nunique() < 2:
            continue
        for worth in (CODES, range(11), box_hits(counts, (8, 10))):
            simple = by_answer(part, worth)
            effect = mean_effect(counts, sums[group], worth)
            assert (effect.customers, effect.answers) == (part.owner.nunique(), len(part))
            if simple > 1e-12:
                wanted = max(1.0, by_customer(part, worth) / simple)
                assert effect.size == pytest.approx(wanted, rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_design_effect_of_a_difference_is_that_of_plain_sums(table):
    cube, sums = cube_of(table)
    groups = [group for group in cube if group != TOTAL]
    whole = np.sum([sums[group].across for group in groups], axis=0)
    for group in groups:
        mine, rest = table[table.group == group.value], table[table.group != group.value]
        few = min(mine.owner.nunique(), rest.owner.nunique())
        if few < 2 or len(groups) < 2:
            continue
        residuals = pd.concat(
            [
                sign
                * part.weight
                * (CODES[part.score] - np.average(CODES[part.score], weights=part.weight))
                / part.weight.sum()
                for sign, part in ((1, mine), (-1, rest))
            ]
        )
        robust = (residuals.groupby(table.owner).sum() ** 2).sum() * few / (few - 1)
        least = min(len(mine), len(rest))
        simple = (residuals**2).sum() * least / (least - 1)
        effect = difference_effect(
            cube[group], histogram(rest), sums=sums[group], whole=whole, worth=CODES
        )
        if effect is not None and simple > 1e-12:
            assert effect.customers == few
            assert effect.size == pytest.approx(max(1.0, robust / simple), rel=1e-6)


def test_nothing_changes_where_nobody_answered_twice():
    random = np.random.default_rng(2)
    table = pd.DataFrame(
        {
            "owner": range(90),
            "score": random.integers(0, 11, 90),
            "group": random.choice(["a", "b"], 90),
            "weight": 1.0,
        }
    )
    cube, sums = cube_of(table)
    for scored in (
        lambda cs: score_nps(cube, level=0.9, customers=cs),
        lambda cs: score_box(cube, box=(8, 10), level=0.9, customers=cs),
    ):
        for one, other in zip(scored(None), scored(sums), strict=True):
            assert (one.p_value, one.p_adjusted) == (other.p_value, other.p_adjusted)
            for name in ("low", "high", "n_eff"):
                assert getattr(one.result, name) == getattr(other.result, name)
            assert other.result.design_effect == 1.0
            assert other.result.customers == other.result.n
            assert one.result.design_effect is None


def test_limits_are_those_of_as_many_answers_as_tell_as_much():
    table = pd.DataFrame(
        {
            "owner": np.repeat(range(40), 2),
            "score": np.repeat([10, 10, 10, 3, 8] * 8, 2),
            "group": "a",
            "weight": 1.0,
        }
    )
    cube, sums = cube_of(table)
    # Both answers of everybody are the same: 80 answers tell as much as 40.
    one = score_nps({TOTAL: cube[TOTAL]}, level=0.95, customers=sums)[0].result
    assert one.design_effect == pytest.approx(2 * (40 / 39) / (80 / 79))
    effect = Effect(one.design_effect, 40, 80)
    n = 80 / one.design_effect * (stats.t.ppf(0.975, 79) / stats.t.ppf(0.975, 39)) ** 2
    assert effective_answers(cube[TOTAL], effect, 0.95) == pytest.approx(n)
    p, d = (0.6 * n + 0.75) / (n + 3), (0.2 * n + 0.75) / (n + 3)
    half = 1.959964 * sqrt((p + d - (p - d) ** 2) / (n + 3))
    assert (one.low, one.high) == (
        pytest.approx(100 * (p - d - half), abs=1e-4),
        pytest.approx(100 * (p - d + half), abs=1e-4),
    )
    mean = box_score(cube[TOTAL], box=(8, 10), customers=sums[TOTAL])
    halved = table[::2].score
    assert mean.mean_high - mean.mean == pytest.approx(
        stats.t.ppf(0.975, 39) * halved.std() / sqrt(40), rel=1e-6
    )


def test_one_customer_counts_as_one_answer():
    table = pd.DataFrame({"owner": 0, "score": [9] * 30, "group": "a", "weight": 1.0})
    cube, sums = cube_of(table)
    one = score_nps({TOTAL: cube[TOTAL]}, level=0.95, customers=sums)[0].result
    alone = nps(ScoreCounts.plain([0] * 9 + [1, 0]))
    assert (one.low, one.high) == (pytest.approx(alone.low), pytest.approx(alone.high))
    share = box_score(cube[TOTAL], box=(8, 10), customers=sums[TOTAL])
    assert share.mean_low is None


def test_p_values_of_students_t_and_of_too_few_customers():
    p = 2 * NormalDist().cdf(-3.0)
    assert softened(p, Effect(4.0, 11, 40)) == pytest.approx(2 * stats.t.sf(1.5, 10))
    assert softened(p, Effect(1.0, 10**6, 10**6)) == pytest.approx(p, rel=1e-3)
    assert softened(p, None) == p
    assert softened(None, Effect(2.0, 9, 9)) is None
    assert softened(p, Effect(inf, 1, 40)) is None
    assert 0 < softened(0.0, Effect(1.5, 50, 90)) < 1e-9


def drawn(random, customers, answers=3, alike=0.5):
    """Scores of customers whose answers go together; no group differs from another."""
    own = sqrt(alike) * random.standard_normal(customers)[:, None]
    latent = own + sqrt(1 - alike) * random.standard_normal((customers, answers))
    cuts = [NormalDist().inv_cdf(p) for p in (0.3, 0.6)]
    score = np.array([3, 8, 10])[np.searchsorted(cuts, latent.ravel())]
    return pd.DataFrame(
        {"owner": np.repeat(range(customers), answers), "score": score, "weight": 1.0}
    )


@pytest.mark.parametrize("customers", [24, 80])
def test_the_test_claims_too_much_only_without_customers(customers):
    random = np.random.default_rng(customers)
    claimed, covered = [0, 0], [0, 0]
    draws = 250
    for _ in range(draws):
        table = drawn(random, customers)
        table["group"] = np.where(table.owner % 3 == 0, "a", "b")
        cube, sums = cube_of(table)
        for place, known in enumerate((None, sums)):
            found = {one.group: one for one in score_nps(cube, level=0.95, customers=known)}
            claimed[place] += found[Group("group", "a")].p_value < 0.05
            total = found[TOTAL].result
            covered[place] += total.low <= 10 <= total.high
    spread = 3 * sqrt(0.05 * 0.95 / draws)
    assert claimed[0] / draws > 0.1 > 0.05 + spread >= claimed[1] / draws
    assert covered[0] / draws < 0.9 < 0.95 - spread <= covered[1] / draws


def searched(table, columns):
    """Histograms and sums of every value and pair of values."""
    rows = answered(table, columns)
    total = histogram(table)
    worth = nps_codes(total)
    cells, sums = {}, {(): rows.sums([], {(): total}, total=len(table), worth=worth)[()]}
    for places in (*((k,) for k in range(len(columns))), *combinations(range(len(columns)), 2)):
        names = [columns[place] for place in places]
        parts = {key: histogram(part) for key, part in table.groupby(names)}
        for key, found in rows.sums(places, parts, total=len(table), worth=worth).items():
            where = tuple(zip(names, key, strict=True))
            cells[where], sums[where] = parts[key], found
    return ScorePairs(total, cells, (0, 10), (), Coverage(len(table), len(table), ())), sums


def test_the_search_names_noise_in_at_most_one_of_twenty():
    random = np.random.default_rng(6)
    named = [0, 0]
    for _ in range(40):
        table = drawn(random, 300)
        for column in "pqr":
            table[column] = random.integers(0, 4, 300).astype(str)[table.owner]
        table["s"] = random.integers(0, 4, len(table)).astype(str)
        pairs, sums = searched(table, list("pqrs"))
        named[0] += bool(search(pairs, box=None).found)
        named[1] += bool(search(pairs, box=None, customers=sums).found)
    assert named[0] / 40 > 0.25
    assert named[1] / 40 <= 0.05 + 2.5 * sqrt(0.05 * 0.95 / 40)


def test_the_search_still_finds_what_is_there_and_says_how():
    random = np.random.default_rng(7)
    table = drawn(random, 500)
    table["p"] = random.integers(0, 3, 500).astype(str)[table.owner]
    table["q"] = random.integers(0, 3, len(table)).astype(str)
    table.loc[(table.p == "1") & (random.random(len(table)) < 0.4), "score"] = 2
    pairs, sums = searched(table, ["p", "q"])
    found = search(pairs, box=None, customers=sums)
    assert found.by_customer
    first = found.found[0]
    assert (("p", "1"),) in [one.where for one in found.found]
    rest = pairs.total - pairs.cells[first.where]
    assert first.p_value >= nps_difference(pairs.cells[first.where], rest)
    other = table[(table.p != "1")]
    assert first.rest.customers <= table.owner.nunique()
    alone = next(one for one in found.found if one.where == (("p", "1"),))
    assert alone.rest.customers == other.owner.nunique()
    shares = search(pairs, box=(9, 10), customers=searched_share(table))
    assert shares.found
    assert shares.found[0].result.mean_low is None


def searched_share(table):
    rows = answered(table, ["p", "q"])
    worth = box_hits(histogram(table), (9, 10))
    sums = {(): rows.sums([], {(): histogram(table)}, total=len(table), worth=worth)[()]}
    for places in ((0,), (1,), (0, 1)):
        names = ["pq"[place] for place in places]
        parts = {key: histogram(part) for key, part in table.groupby(names)}
        for key, found in rows.sums(places, parts, total=len(table), worth=worth).items():
            sums[tuple(zip(names, key, strict=True))] = found
    return sums
