"""The table of differences: its numbers are those of the single methods, its claims are rare."""

from __future__ import annotations

from collections import Counter

import ibis
import numpy as np
import pytest
from scipy import stats

from cxlib.metrics.nps import nps, nps_difference
from cxlib.metrics.scored import score_box, score_nps
from cxlib.metrics.shares import share_difference
from cxlib.models.differences import Pair, against_rest, alike, common_time, differences
from cxlib.models.fixed_time import difference_at
from cxlib.models.group_measures import GoodShare, MeanTime, NetScore, PerCustomer, StillThere
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.rmst import rmst, rmst_difference
from cxlib.stats.all_measures import read_measure
from cxlib.stats.asked import read_score_cube
from cxlib.stats.lives import Lives
from cxlib.stats.once import ScoreQuestion
from cxlib.stats.repeats import read_repeats
from cxlib.stats.scores import ScoreCounts
from tests.handmade import source_of
from tests.metrics.test_customer_means import sums_of


def lives_of(durations, left):
    counted = Counter(zip(durations.tolist(), left.tolist(), strict=True))
    rows = ((time, n if gone else 0, 0 if gone else n) for (time, gone), n in counted.items())
    return Lives.of(rows)


def counts_of(scores, low, high):
    return ScoreCounts.plain(np.bincount(scores - low, minlength=high - low + 1).tolist(), low=low)


def customers(random, n):
    """Customers of one mood in everything: score, rating, stay, spend, wait and orders."""
    mood = random.normal(size=n)

    def felt():
        return 0.6 * mood + 0.8 * random.normal(size=n)

    stay, seen = -np.log(stats.norm.cdf(-felt())) * 10, random.uniform(3, 18, n)
    wait, open_ = np.exp(felt() + 1), random.uniform(1, 60, n)
    age = random.uniform(0.1, 1.5, n)
    return {
        "nps": np.clip(np.floor(11 * stats.norm.cdf(felt() + 0.5)), 0, 10).astype(int),
        "csat": np.clip(1 + np.floor(5 * stats.norm.cdf(felt() + 0.4)), 1, 5).astype(int),
        "stay": (np.ceil(np.minimum(stay, seen) * 4) / 4, stay <= seen),
        "spend": np.exp(felt() + 3),
        "wait": (np.round(np.minimum(wait, open_), 2), wait <= open_),
        "orders": (random.poisson(4 * age * np.exp(0.5 * felt())), age),
    }


def pairs_of(one, other):
    stays = [lives_of(*side["stay"]) for side in (one, other)]
    waits = [lives_of(*side["wait"]) for side in (one, other)]
    return [
        Pair("nps", NetScore(), *(counts_of(side["nps"], 0, 10) for side in (one, other))),
        Pair("csat", GoodShare((4, 5)), *(counts_of(s["csat"], 1, 5) for s in (one, other))),
        Pair("still", StillThere(common_time(stays, 6)), *stays),
        Pair("mean", MeanTime(common_time(stays, 12)), *stays),
        Pair("spend", PerCustomer(), *(sums_of(side["spend"]) for side in (one, other))),
        Pair("wait", MeanTime(common_time(waits, 24)), *waits),
        Pair("orders", PerCustomer(), *(sums_of(*side["orders"]) for side in (one, other))),
    ]


def test_each_row_is_what_its_own_method_says():
    random = np.random.default_rng(2)
    one, other = customers(random, 150), customers(random, 900)
    rows = {row.key: row for row in differences(pairs_of(one, other))}
    scores = [counts_of(side["nps"], 0, 10) for side in (one, other)]
    assert rows["nps"].gap.p_value == pytest.approx(nps_difference(*scores))
    assert rows["nps"].gap.value == pytest.approx(nps(scores[0]).score - nps(scores[1]).score)
    ratings = [counts_of(side["csat"], 1, 5) for side in (one, other)]
    assert rows["csat"].gap.p_value == pytest.approx(share_difference(*ratings, box=(4, 5)))
    curves = [kaplan_meier(lives_of(*side["stay"])) for side in (one, other)]
    still = difference_at(*curves, time=6)
    assert (rows["still"].gap.low, rows["still"].gap.p_value) == (still.low, still.p_value)
    own = rmst_difference(*(rmst(curve, tau=12) for curve in curves))
    assert rows["mean"].gap.value == pytest.approx(own.value)
    assert rows["mean"].gap.p_value >= own.p_value
    assert rows["mean"].gap.low <= own.low


def test_p_values_are_adjusted_over_all_rows_of_the_table():
    random = np.random.default_rng(3)
    rows = differences(pairs_of(customers(random, 80), customers(random, 80)))
    raw = [row.gap.p_value for row in rows]
    expected = stats.false_discovery_control(raw)
    assert [row.p_adjusted for row in rows] == pytest.approx(expected.tolist())


def test_small_groups_are_shown_but_not_tested():
    few, many = counts_of(np.array([9] * 19), 0, 10), counts_of(np.array([3] * 50), 0, 10)
    (row,) = differences([Pair("nps", NetScore(), few, many)])
    assert (row.gap.value, row.gap.p_value, row.p_adjusted) == (200.0, None, None)


def test_a_spread_is_that_of_one_member():
    random = np.random.default_rng(4)
    one, other = random.normal(5, 2, 4000), random.normal(6, 3, 4000)
    (row,) = differences([Pair("spend", PerCustomer(), sums_of(one), sums_of(other))])
    cohen = np.sqrt((one.var(ddof=1) + other.var(ddof=1)) / 2)
    assert row.spread == pytest.approx(cohen)


@pytest.mark.parametrize("sizes", [(200, 200), (40, 500)])
def test_two_groups_of_the_same_customers_are_seldom_called_different(sizes):
    """In a table of seven measures that go together, any claim is false; 10 % may make one."""
    random = np.random.default_rng(11)
    claims = 0
    for _ in range(250):
        rows = differences(pairs_of(*(customers(random, n) for n in sizes)))
        claims += any(row.p_adjusted is not None and row.p_adjusted < 0.1 for row in rows)
    assert claims / 250 < 0.1 + 2 * 0.019  # two standard errors of the simulation


def test_the_rest_of_a_group_is_everybody_else():
    random = np.random.default_rng(6)
    groups = {name: customers(random, n) for name, n in (("a", 50), ("b", 70), ("c", 90))}
    lives = {name: lives_of(*one["stay"]) for name, one in groups.items()}
    rows = {row.key: row for row in against_rest(lives, StillThere(4.0))}
    rest = kaplan_meier(lives["b"] + lives["c"])
    expected = difference_at(kaplan_meier(lives["a"]), rest, time=4.0)
    assert rows["a"].other.value == pytest.approx(rest.at(4.0).survival)
    assert rows["a"].gap.p_value == pytest.approx(expected.p_value)
    some = {name: lives[name] for name in ("a", "b")}
    whole = lives["a"] + lives["b"] + lives["c"]
    again = against_rest(some, StillThere(4.0), total=whole)
    assert again[0].other == rows["a"].other


def test_times_are_those_that_all_groups_were_watched_for():
    watched = Lives.of([(2.0, 1, 3), (5.0, 0, 2)])
    all_left = Lives.of([(1.0, 2, 0), (3.0, 1, 0)])
    assert common_time([watched, all_left], 6) == 5.0
    assert common_time([all_left], 6) == 6


@pytest.mark.parametrize("measure", ["nps", "csat"])
def test_scores_take_customers_as_the_unit(measure):
    """The limits and p-values are those of the Scores page, where customers repeat."""
    random = np.random.default_rng(3)
    owner = np.repeat(np.arange(300), 3)
    mood = np.repeat(random.normal(size=300), 3) + random.normal(size=900)
    top = 10 if measure == "nps" else 4
    score = np.clip(np.round(top / 2 + mood * top / 5), 0, top).astype(int) + (measure == "csat")
    plan = np.where(np.repeat(random.random(300), 3) < 0.4, "a", "b")
    source = source_of(
        ibis.duckdb.connect(),
        "survey",
        {measure: score.tolist(), "customer": [f"c{one}" for one in owner]},
        cells={"plan": plan.tolist()},
    )
    (counted,) = read_measure(source, measure=measure, by="plan")
    assert set(counted.customers) == {"a", "b"}
    cube = read_score_cube(source, score=measure, by=("plan",)).counts
    sums = read_repeats(source, ScoreQuestion(measure, by=("plan",)), cube).sums
    known = {
        one.group.value: one
        for one in (
            score_nps(cube, level=0.95, customers=sums)
            if measure == "nps"
            else score_box(cube, box=(4, 5), level=0.95, customers=sums)
        )
    }
    how = NetScore() if measure == "nps" else GoodShare((4, 5))
    for row in against_rest(counted.groups, how, customers=counted.customers):
        expected = known[row.key]
        assert row.gap.p_value == pytest.approx(expected.p_value, rel=0.02)
        assert (row.one.low, row.one.high) == (expected.result.low, expected.result.high)
    plain = against_rest(counted.groups, how)[0].gap
    robust = against_rest(counted.groups, how, customers=counted.customers)[0].gap
    assert robust.value == plain.value
    assert robust.high - robust.low > 1.2 * (plain.high - plain.low)
    both = alike(counted.customers["a"], counted.customers["b"])
    (pair,) = differences([Pair("x", how, counted.groups["a"], counted.groups["b"], both)])
    assert pair.gap == robust
