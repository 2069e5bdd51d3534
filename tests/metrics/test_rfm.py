"""RFM grades and segments."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.metrics.rfm import GRADES, SEGMENTS, rfm_grades, rfm_segments
from cxlib.stats.rfm import RfmCounts

rows = st.lists(
    st.tuples(st.integers(0, 400), st.integers(1, 6), st.integers(0, 10**7), st.integers(1, 9)),
    min_size=1,
    max_size=30,
)


def counts(found) -> RfmCounts:
    recency, frequency, money, n = (
        np.array(column, np.int64) for column in zip(*found, strict=True)
    )
    return RfmCounts(recency, frequency, money, n)


def fifths(values: pd.Series) -> list[int]:
    """The rule in pandas: mean rank as a share of the customers, cut at .2, .4, .6 and .8."""
    share = values.rank(method="average") / len(values)
    return np.ceil(share * GRADES - 1e-9).clip(1, GRADES).astype(int).tolist()


@given(rows)
def test_grades_equal_the_mean_rank_of_every_customer(found):
    single = [row[:3] for row in found for _ in range(row[3])]
    table = pd.DataFrame(single, columns=["recency", "frequency", "money"])
    grades = rfm_grades(counts(found))
    spread = {
        name: [
            g for g, row in zip(getattr(grades, name), found, strict=True) for _ in range(row[3])
        ]
        for name in table
    }
    assert spread["recency"] == [GRADES + 1 - grade for grade in fifths(table.recency)]
    assert spread["frequency"] == fifths(table.frequency)
    assert spread["money"] == fifths(table.money)


@given(rows)
def test_every_customer_is_in_one_segment_and_money_adds_up(found):
    whole = counts(found)
    segments = rfm_segments(whole)
    assert sum(one.n for one in segments) == whole.total
    assert sum(one.share for one in segments) == pytest.approx(1)
    money = float((whole.money * whole.n).sum()) / 10_000
    assert sum(one.revenue for one in segments) == pytest.approx(money)
    mean = sum(one.recency * one.n for one in segments) / whole.total
    assert mean == pytest.approx(np.average(whole.recency, weights=whole.n))


def test_the_names_cover_each_pair_of_grades_once():
    pairs = [
        (r, f)
        for _, (r_low, r_high), (f_low, f_high) in SEGMENTS
        for r in range(r_low, r_high + 1)
        for f in range(f_low, f_high + 1)
    ]
    assert sorted(pairs) == [(r, f) for r in range(1, 6) for f in range(1, 6)]


def test_fifths_of_ten_customers_without_ties():
    whole = counts([(day, 1 + day, 100 * day, 1) for day in range(10)])
    grades = rfm_grades(whole)
    # The two who bought last get 5 for recency, and here they bought least.
    assert grades.recency.tolist() == [5, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    assert grades.frequency.tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert (grades.segment[0], grades.segment[-1]) == ("New", "Cannot lose them")
