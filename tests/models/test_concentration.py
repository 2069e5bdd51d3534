"""The Lorenz curve against plain sums, and laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxlib.models.concentration import concentration, top_share

worth = st.lists(st.tuples(st.floats(0, 1000), st.integers(1, 5)), min_size=1, max_size=20).filter(
    lambda rows: sum(value for value, _ in rows) > 1e-3
)


def test_ten_customers_by_hand():
    found = concentration(np.array([40.0, 0, 20, 10, 30]), np.array([1, 6, 1, 1, 1]), points=11)
    assert found.top_tenth == pytest.approx(0.4)
    assert found.value == pytest.approx([0, 0.4, 0.7, 0.9, 1, 1, 1, 1, 1, 1, 1])
    # Mean absolute difference over twice the mean, over all pairs.
    each = np.array([40.0, 30, 20, 10, *[0] * 6])
    gini = np.abs(each[:, None] - each).mean() / 2 / each.mean()
    assert found.gini == pytest.approx(gini)


@given(worth)
def test_counts_are_customers_and_the_curve_bends_down(rows):
    values, n = np.array(rows).T
    found = concentration(values, n)
    alone = concentration(np.repeat(values, n.astype(int)), np.ones(int(n.sum())))
    assert found.value == pytest.approx(alone.value)
    assert found.gini == pytest.approx(alone.gini, abs=1e-9)
    assert (found.value >= found.customers - 1e-9).all()
    assert (np.diff(found.value, 2) <= 1e-9).all()
    assert (found.value[0], found.value[-1]) == (0, pytest.approx(1))


def test_nothing_to_share():
    assert concentration(np.zeros(3), np.ones(3)) is None


@pytest.mark.parametrize("size", [1, 2, 9, 10, 11, 500])
def test_the_top_share_is_that_of_the_curve(size):
    rng = np.random.default_rng(size)
    values, n = np.round(rng.gamma(0.5, 10, size), 1) + 0.1, rng.integers(1, 6, size).astype(float)
    curve = concentration(values, n)
    assert top_share(values, n) == pytest.approx(curve.top_tenth, rel=1e-12)
    assert top_share(values, n, share=1.0) == pytest.approx(1)


def test_no_value_has_no_top_share():
    assert top_share(np.zeros(3), np.ones(3)) is None
