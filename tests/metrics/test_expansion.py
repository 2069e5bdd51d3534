"""Net expansion of customers who stay: by hand, and against plain loops over customers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import t as student

from cxlib.metrics.expansion import Expansion, expansion_of
from cxlib.metrics.revenue import rates
from cxlib.stats.revenue import Money, Movement

fees = st.lists(st.tuples(st.integers(1, 50), st.integers(0, 60)), min_size=2, max_size=25)


def movement_of(before, after) -> Movement:
    """Customers by their fee at the start and at the end; 0 at the end is gone."""
    x, y = np.asarray(before, float), np.asarray(after, float)
    change, loss = y - x, np.maximum(x - y, 0)
    gone = y == 0
    stayed = ~gone
    whole = [
        x.sum(), 0, 0, change[stayed & (change > 0)].sum(), loss[stayed].sum(), x[gone].sum(),
    ]  # fmt: skip
    products = [x @ x, loss @ x, loss @ loss, change @ x, change @ change, x[gone] @ x[gone]]
    money = Money(*(round(10_000 * one) for one in whole), *products)
    counts = (int((stayed & (change > 0)).sum()), int((stayed & (change < 0)).sum()))
    return Movement(len(x), 0, 0, *counts, int(gone.sum()), money)


@settings(deadline=None)
@given(fees)
def test_equals_plain_sums_over_those_who_stayed(pairs):
    before, after = np.array(pairs, float).T
    found = expansion_of(movement_of(before, after))
    x, y = before[after > 0], after[after > 0]
    if not len(x):
        assert found is None
        return
    growth = y.sum() / x.sum() - 1
    assert found.value == pytest.approx(growth, abs=1e-12)
    assert found.n == len(x)
    around = ((y - x - growth * x) ** 2).sum()
    if len(x) > 1 and around > 1e-6:
        n = len(x)
        error = np.sqrt(n / (n - 1) * around) / x.sum()
        half = student.ppf(0.975, n - 1) * error
        assert found.low == pytest.approx(max(-1, growth - half), abs=1e-9)
        assert found.high == pytest.approx(growth + half, abs=1e-9)


def test_without_anybody_lost_it_is_nrr_less_one():
    movement = movement_of([10, 20, 30], [12, 20, 27])
    found, net = expansion_of(movement), rates(movement).net
    assert found.value == pytest.approx(net.value - 1)
    assert (found.low, found.high) == pytest.approx((net.low - 1, net.high - 1))


def test_a_year_compounds():
    # 1 % a month: 1.01^12 - 1 = 12.68 %.
    one = Expansion(0.01, -0.02, None, 5).yearly("month")
    assert one.value == pytest.approx(0.126825, abs=1e-6)
    assert one.low == pytest.approx(0.98**12 - 1)
    assert one.high is None
    assert Expansion(-1.5, None, None, 2).yearly("quarter").value == -1


def test_nothing_to_tell():
    assert expansion_of(None) is None
    assert expansion_of(Movement(3, 0, 0, 0, 0, 1, None)) is None
    assert expansion_of(movement_of([10, 20], [0, 0])) is None
    alone = expansion_of(movement_of([10, 20], [11, 0]))
    assert (alone.value, alone.low, alone.n) == (pytest.approx(0.1), None, 1)
