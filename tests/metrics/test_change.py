"""Changes of scores: published limits, and laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.errors import NotEnoughData
from cxlib.metrics.change import nps_change, share_change
from cxlib.metrics.nps import nps_difference
from cxlib.stats.scores import ScoreCounts

histograms = st.lists(st.integers(0, 60), min_size=11, max_size=11).filter(any)


def nps_counts(promoters: int, passives: int, detractors: int) -> ScoreCounts:
    return ScoreCounts.plain((detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters))


def test_newcombe_published() -> None:
    # Newcombe, Statistics in Medicine 17:873, 1998, table II: 56/70 - 48/80, method 10.
    change = share_change(ScoreCounts.plain((32, 48)), ScoreCounts.plain((14, 56)), box=(1, 1))
    assert change.value == pytest.approx(0.2)
    assert (change.low, change.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_two_scores_known() -> None:
    # 50/30/20 against 40/30/30: Z = 1.7323, p = 0.0832 on adjusted scores.
    # Adjusted: 30/103 and 10/103; errors sqrt(.005919 + .006663) give limits -2.57 and 41.41.
    change = nps_change(nps_counts(40, 30, 30), nps_counts(50, 30, 20))
    assert change.value == pytest.approx(20.0)
    assert change.p_value == pytest.approx(0.0832, abs=5e-5)
    centre = 100 * (30 / 103 - 10 / 103)
    assert (change.low + change.high) / 2 == pytest.approx(centre)
    assert (change.high - change.low) / 2 == pytest.approx(1.959964 * centre / 1.7323, rel=1e-4)


@given(histograms, histograms)
def test_there_and_back(one: list[int], other: list[int]) -> None:
    before, after = ScoreCounts.plain(tuple(one)), ScoreCounts.plain(tuple(other))
    for there, back in (
        (nps_change(before, after), nps_change(after, before)),
        (share_change(before, after, box=(9, 10)), share_change(after, before, box=(9, 10))),
    ):
        assert there.value == pytest.approx(-back.value)
        assert there.p_value == pytest.approx(back.p_value)
        assert there.low == pytest.approx(-back.high)
    assert nps_change(before, after).p_value == pytest.approx(nps_difference(before, after))


def test_nothing_before_is_said() -> None:
    empty = ScoreCounts.plain((0,) * 11)
    with pytest.raises(NotEnoughData, match="before"):
        nps_change(empty, nps_counts(1, 1, 1))
