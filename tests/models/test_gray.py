"""Gray's test: by hand, against the log-rank test, by permutation, and by simulated groups."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import NotEnoughData
from cxlib.models.gray import _Tables, gray_test
from cxlib.models.log_rank import log_rank
from cxlib.stats.groups import Group
from cxlib.stats.reasons import Leavings


def customers(draw, n, *, share, rate, other, cut, whole=False):
    """Share `share` leave for "a" at `rate`, the rest for "b" at rate `other`; cut at random."""
    mine = draw.random(n) < share
    left = draw.exponential(1, n) / np.where(mine, rate, other)
    watched = draw.uniform(0, cut, n)
    times = np.minimum(left, watched)
    times = np.ceil(times) if whole else times
    return [
        (float(t), ("a" if m else "b") if d <= w else None, 1)
        for t, m, d, w in zip(times, mine, left, watched, strict=True)
    ]


def test_observed_less_expected_by_hand():
    # x: a at 1, b at 2, 1 stays to 5. y: a at 3, 2 stay to 5.
    # At 1, 3 and 3 customers count. At 3, x has 1 watched, S 1/3, 1 - F 2/3: it counts as 2.
    one = Leavings.of([(1, "a", 1), (2, "b", 1), (5, None, 1)])
    other = Leavings.of([(3, "a", 1), (5, None, 2)])
    tables = _Tables.of([one, other], "a")
    assert tables.expected_set[:, 2] == pytest.approx([2, 3])
    assert tables.surplus == pytest.approx([1 - 3 / 6 - 2 / 5, 1 - 3 / 6 - 3 / 5])


def test_with_one_reason_it_is_the_log_rank_test():
    draw = np.random.default_rng(1)
    groups = [
        Leavings.of(customers(draw, 80, share=1, rate=rate, other=1, cut=20, whole=True))
        for rate in (0.1, 0.12, 0.2)
    ]
    mine = gray_test(groups, "a")
    lives = {Group("g", str(i)): one.for_reason("a") for i, one in enumerate(groups)}
    theirs = log_rank(lives)
    assert mine.statistic == pytest.approx(theirs.statistic)
    assert (mine.degrees, mine.p_value) == (2, pytest.approx(theirs.p_value))


def test_the_variance_is_that_of_groups_drawn_anew():
    # Customers of one population dealt into two groups at random: the spread of the surplus.
    draw = np.random.default_rng(4)
    rows = customers(draw, 300, share=0.5, rate=0.1, other=0.2, cut=25, whole=True)
    found, spread = [], []
    for _ in range(600):
        first = set(draw.permutation(300)[:120].tolist())
        parts = [[], []]
        for place, row in enumerate(rows):
            parts[place not in first].append(row)
        tables = _Tables.of([Leavings.of(part) for part in parts], "a")
        found.append(tables.surplus[0])
        spread.append(tables.covariance()[0, 0])
    # The standard error of a variance from 600 draws is 6 %.
    assert np.var(found) == pytest.approx(np.mean(spread), rel=0.15)


def test_its_size_is_right_where_only_the_other_reason_differs():
    # "b" takes customers eight times as fast in one group; the share gone for "a" is the same.
    # The log-rank test of "a" rejects here, because its rate among those still there differs.
    draw, gray, rank = np.random.default_rng(7), 0, 0
    for _ in range(300):
        groups = [
            Leavings.of(customers(draw, 100, share=0.4, rate=0.1, other=other, cut=25))
            for other in (0.05, 0.4)
        ]
        gray += gray_test(groups, "a").p_value < 0.05
        lives = {Group("g", str(i)): one.for_reason("a") for i, one in enumerate(groups)}
        rank += log_rank(lives).p_value < 0.05
    # 15 of 300 with a standard deviation of 3.8.
    assert 4 <= gray <= 27
    assert rank > 60


def test_it_has_power():
    draw, found = np.random.default_rng(8), 0
    for _ in range(100):
        groups = [
            Leavings.of(customers(draw, 120, share=share, rate=0.1, other=0.1, cut=30))
            for share in (0.3, 0.6)
        ]
        found += gray_test(groups, "a").p_value < 0.05
    assert found > 75


def test_groups_that_never_meet_cannot_be_compared():
    one, other = Leavings.of([(1, "a", 2)]), Leavings.of([(1, None, 2)])
    with pytest.raises(NotEnoughData, match="at least 2 groups"):
        gray_test([one, other], "b")
