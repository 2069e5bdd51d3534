"""Adjusted p-values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from cxlib.metrics.comparisons import benjamini_hochberg

shares = st.floats(0, 1)


def test_matches_the_worked_family():
    # Eight tests worked by hand: .039, .041 and .042 share .042 * 8 / 5 = .0672.
    p = (0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205)
    adjusted = (0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.0846, 0.205)
    assert benjamini_hochberg(p) == pytest.approx(adjusted, abs=5e-5)


@given(st.lists(shares, min_size=1, max_size=30))
def test_equals_scipy(p):
    # scipy.stats.false_discovery_control is a second program for the same procedure.
    assert benjamini_hochberg(p) == pytest.approx(tuple(false_discovery_control(p)), rel=1e-12)


@given(st.lists(st.one_of(st.none(), shares), max_size=20), st.randoms())
def test_order_does_not_matter_and_none_does_not_count(p, random):
    places = list(range(len(p)))
    random.shuffle(places)
    shuffled = benjamini_hochberg([p[i] for i in places])
    plain = benjamini_hochberg(p)
    assert shuffled == tuple(plain[i] for i in places)
    known = [value for value in p if value is not None]
    assert tuple(v for v in plain if v is not None) == benjamini_hochberg(known)
    assert [v is None for v in plain] == [v is None for v in p]


@given(st.lists(shares, min_size=1, max_size=20))
def test_never_below_the_raw_value_nor_above_one(p):
    adjusted = np.array(benjamini_hochberg(p), dtype=float)
    assert (adjusted >= np.array(p) - 1e-15).all()
    assert (adjusted <= 1).all()


def test_an_empty_family_has_no_values():
    assert benjamini_hochberg(()) == ()


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_refuses_what_is_no_p_value(wrong):
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg((0.5, wrong))
