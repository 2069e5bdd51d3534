"""Quadrature against exact moments, interpolation against the function itself."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln

from cxlib.models.quadrature import beta_rule, chebyshev, rule_sizes


@settings(deadline=None)
@given(a=st.floats(1e-6, 50), b=st.floats(0.05, 500), size=st.sampled_from([16, 32]))
def test_moments_of_a_beta_distribution(a, b, size):
    nodes, weights = beta_rule(a, np.array([b, b + 3]), size)
    powers = np.arange(8)
    for row, second in enumerate((b, b + 3)):
        exact = np.exp(betaln(a + powers, second) - betaln(a, second))
        found = (nodes[row] ** powers[:, None]) @ weights[row]
        assert found == pytest.approx(exact, rel=1e-10, abs=1e-14)
    assert (nodes > 0).all()
    assert (nodes < 1).all()


@pytest.mark.parametrize("both", [0.5, 1.0, 2.0])
def test_where_the_recurrence_divides_by_zero(both):
    # a + b = 1 and a + b = 2 make terms of the recurrence 0 / 0.
    nodes, weights = beta_rule(both / 4, np.array([both * 3 / 4]), 16)
    assert nodes[0] @ weights[0] == pytest.approx(1 / 4, rel=1e-13)


def test_the_further_the_reach_the_more_nodes():
    assert rule_sizes(np.array([0, 1, 5, 50, 1e9])).tolist() == [16, 16, 32, 128, 512]
    assert rule_sizes(np.array([50.0]), 14.0).tolist() == [64]


def test_interpolation_carries_a_smooth_function():
    points = np.linspace(5, 60, 300)
    nodes, matrix = chebyshev(points)
    assert nodes.size < 30
    assert matrix @ (1 + 3 / nodes) ** -7.5 == pytest.approx((1 + 3 / points) ** -7.5, rel=1e-10)
    few, same = chebyshev(points[:4])
    assert few.tolist() == points[:4].tolist()
    assert same.tolist() == np.eye(4).tolist()
    assert chebyshev(np.array([2.0]))[0].tolist() == [2.0]
