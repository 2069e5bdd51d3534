"""Shares of good answers and mean ratings."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.shares import (
    CES_BOX,
    CSAT_BOX,
    box_score,
    default_box,
    share_difference,
    wilson,
)
from cxlib.stats.scores import ScoreCounts

fives = st.lists(st.integers(0, 60), min_size=5, max_size=5).map(
    lambda counts: ScoreCounts.plain(counts, low=1)
)
some = fives.filter(lambda scores: scores.total > 0)


def rated(*counts: int) -> ScoreCounts:
    return ScoreCounts.plain(counts, low=1)


def weighed(scores, weights) -> ScoreCounts:
    """A histogram of single answers from 1 to 5, counted the plain way."""
    scores, weights = np.array(scores), np.array(weights, dtype=float)
    parts = [scores == score for score in range(1, 6)]
    return ScoreCounts(
        1,
        tuple(int(part.sum()) for part in parts),
        tuple(float(weights[part].sum()) for part in parts),
        tuple(float((weights[part] ** 2).sum()) for part in parts),
    )


@pytest.mark.parametrize(
    ("good", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # these four: Newcombe, Statistics in Medicine 17, 1998
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (8, 10, 0.4902, 0.9433),  # these two: computed independently
        (0, 10, 0, 0.2775),
    ],
)
def test_wilson_matches_published_limits(good, n, low, high):
    assert wilson(good / n, n) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_equals_scipy_and_mirrors(pair):
    good, n = pair
    expected = stats.binomtest(good, n).proportion_ci(0.9, method="wilson")
    low, high = wilson(good / n, n, level=0.9)
    assert (low, high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert 0 <= low <= good / n <= high <= 1
    other = wilson(1 - good / n, n, level=0.9)
    assert (1 - other[1], 1 - other[0]) == pytest.approx((low, high), abs=1e-12)


@pytest.mark.parametrize(
    ("counts", "mean", "share"),
    [
        ((2302, 3118, 10615, 55358, 249586), 4.70, 0.9500),
        ((4275, 7295, 17366, 78954, 213090), 4.52, 0.9099),
        ((3798, 5267, 22026, 80315, 209573), 4.52, 0.9031),
    ],
)
def test_published_means(counts, mean, share):
    # GSA/HISP-CX-Data, record 1 (VHA outpatient, FY2021 Q2); the shares follow from the counts.
    result = box_score(rated(*counts), box=(4, 5))
    assert (result.mean, result.share) == pytest.approx((mean, share), abs=5e-3)
    assert result.share == pytest.approx(share, abs=5e-5)


def test_san_francisco_airport_2017(shared_data):
    # "Airport as a whole": 2,688 answers from 1 to 5, 2,206 in the top 2, mean 4.0644.
    path = shared_data / "sfo_airport_survey" / "2017_SFO_Customer_Survey.csv"
    cells = pd.read_csv(path, usecols=["Q7ALL"], dtype=str).Q7ALL
    scores = rated(*(int((cells == str(code)).sum()) for code in range(1, 6)))
    result = box_score(scores, box=(4, 5))
    assert (result.n, scores.between(4, 5)) == (2688, 2206)
    assert (result.share, result.mean) == pytest.approx((0.8207, 4.0644), abs=5e-5)


@given(some)
def test_mean_equals_numpy_and_scipy(scores):
    result = box_score(scores, box=(4, 5), level=0.9)
    single = np.repeat(range(1, 6), scores.counts)
    assert result.mean == pytest.approx(single.mean())
    if len(single) < 2:
        assert result.mean_low is None
        assert result.mean_high is None
    elif single.std() == 0:
        assert (result.mean_low, result.mean_high) == pytest.approx((single[0], single[0]))
    else:
        limits = stats.t.interval(0.9, len(single) - 1, single.mean(), stats.sem(single))
        assert (result.mean_low, result.mean_high) == pytest.approx(limits)


@given(some, some)
def test_pooled_is_the_mean_by_answers(one, other):
    parts = [box_score(scores, box=(4, 5)) for scores in (one, other)]
    pooled = box_score(one + other, box=(4, 5))
    for name in ("share", "mean"):
        whole = sum(getattr(part, name) * part.n for part in parts)
        assert getattr(pooled, name) == pytest.approx(whole / pooled.n)


@given(some)
def test_mirrored_scale_mirrors_everything(scores):
    one = box_score(scores, box=(4, 5))
    other = box_score(rated(*reversed(scores.counts)), box=(1, 2))
    assert (one.share, one.low, one.high) == pytest.approx((other.share, other.low, other.high))
    assert one.mean == pytest.approx(6 - other.mean)
    assert one.counts == tuple(reversed(other.counts))


answers = st.lists(
    st.tuples(st.integers(1, 5), st.sampled_from([0.25, 0.5, 1.5, 3.0])), min_size=2, max_size=40
)


@given(answers)
def test_weights_equal_the_plain_computation(rows):
    scores, w = (np.array(part, dtype=float) for part in zip(*rows, strict=True))
    result = box_score(weighed(scores, w), box=(4, 5))
    n_eff = w.sum() ** 2 / (w**2).sum()
    assert result.share == pytest.approx(np.average(scores >= 4, weights=w))
    assert result.mean == pytest.approx(np.average(scores, weights=w))
    assert result.n_eff == pytest.approx(n_eff)
    assert (result.low, result.high) == pytest.approx(wilson(result.share, n_eff), abs=1e-9)
    spread = np.average((scores - result.mean) ** 2, weights=w) / (n_eff - 1)
    half = stats.t.ppf(0.975, n_eff - 1) * np.sqrt(spread)
    assert result.mean_high - result.mean_low == pytest.approx(2 * half, abs=1e-9)


@given(some, some)
def test_difference_equals_scipy(one, other):
    table = np.array([[s.between(4, 5), s.between(1, 3)] for s in (one, other)])
    p = share_difference(one, other, box=(4, 5))
    assert p == pytest.approx(share_difference(other, one, box=(4, 5)))
    if 0 in table.sum(axis=0):
        assert p == 1
        return
    plain = stats.chi2_contingency(table, correction=False)
    assume(abs(plain.expected_freq.min() - 1) > 1e-9)
    if plain.expected_freq.min() < 1:
        assert p == pytest.approx(stats.fisher_exact(table).pvalue)
    else:
        n = table.sum()
        assert p == pytest.approx(stats.chi2.sf(plain.statistic * (n - 1) / n, 1))


def test_difference_matches_hand_calculation():
    # 40 of 100 against 25 of 100: chi-square = 200 (40*75 - 25*60)^2 / (100*100*65*135) = 5.1282;
    # times 199/200 = 5.1026, one degree of freedom: p = .0239.
    p = share_difference(rated(60, 0, 0, 0, 40), rated(75, 0, 0, 0, 25), box=(4, 5))
    assert p == pytest.approx(0.0239, abs=5e-5)


@given(answers)
def test_equal_weights_count_as_many_answers_as_there_are(rows):
    scores = [score for score, _ in rows]
    one, other = weighed(scores, [2.0] * len(rows)), rated(7, 2, 3, 4, 9)
    plain = weighed(scores, [1.0] * len(rows))
    found = [share_difference(each, other, box=(4, 5)) for each in (one, plain)]
    table = [[plain.between(4, 5), plain.between(1, 3)], [13, 12]]
    assume(stats.contingency.expected_freq(table).min() >= 1)
    assert found[0] == pytest.approx(found[1])


def test_difference_is_unknown_without_answers_or_weight():
    assert share_difference(rated(0, 0, 0, 0, 0), rated(1, 2, 3, 4, 5), box=(4, 5)) is None
    assert share_difference(weighed([5, 1], [0, 0]), rated(1, 2, 3, 4, 5), box=(4, 5)) is None


@pytest.mark.parametrize(
    ("boxes", "scale", "box", "mirrored"),
    [
        (CSAT_BOX, (1, 5), (4, 5), (1, 2)),
        (CSAT_BOX, (1, 7), (6, 7), (1, 2)),
        (CSAT_BOX, (1, 10), (8, 10), (1, 3)),
        (CSAT_BOX, (0, 10), (8, 10), (0, 2)),
        (CSAT_BOX, (1, 3), (3, 3), (1, 1)),
        (CSAT_BOX, (1, 4), (3, 4), (1, 2)),
        (CES_BOX, (1, 7), (5, 7), (1, 3)),
        (CES_BOX, (1, 5), (4, 5), (1, 2)),
    ],
)
def test_default_boxes(boxes, scale, box, mirrored):
    assert default_box(scale, boxes, reversed_scale=False) == box
    assert default_box(scale, boxes, reversed_scale=True) == mirrored


def test_an_unknown_scale_asks_for_the_box():
    with pytest.raises(BadOption, match=r"scale 1-6 \(there is one for 1-3, 1-4.*--box 4-5"):
        default_box((1, 6), CSAT_BOX, reversed_scale=False)


@pytest.mark.parametrize("box", [(0, 2), (4, 6), (5, 4)])
def test_a_box_off_the_scale_is_refused(box):
    with pytest.raises(BadOption, match=r"does not lie on the scale 1-5"):
        box_score(rated(1, 2, 3, 4, 5), box=box)


def test_no_answers_says_what_to_do():
    with pytest.raises(NotEnoughData, match=r"at least 1 answer; this selection has 0\. Widen"):
        box_score(rated(0, 0, 0, 0, 0), box=(4, 5))
