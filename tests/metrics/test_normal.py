"""Quantiles and tails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, t

from cxlib.errors import BadOption
from cxlib.metrics.normal import t_of, two_sided, z_of

levels = st.floats(0.01, 0.999)


@pytest.mark.parametrize(("level", "z"), [(0.8, 1.281552), (0.95, 1.959964), (0.99, 2.575829)])
def test_z_matches_the_printed_table(level, z):
    assert z_of(level) == pytest.approx(z, abs=5e-7)


@pytest.mark.parametrize(("degrees", "quantile"), [(1, 12.706), (4, 2.776), (30, 2.042)])
def test_t_matches_the_printed_table(degrees, quantile):
    # Student's table at 95 %, two-sided, as any textbook prints it.
    assert t_of(0.95, degrees) == pytest.approx(quantile, abs=5e-4)


@given(levels)
def test_z_equals_scipy_and_undoes_two_sided(level):
    assert z_of(level) == pytest.approx(norm.ppf((1 + level) / 2), rel=1e-9)
    assert two_sided(z_of(level)) == pytest.approx(1 - level, abs=1e-12)


@given(levels, st.floats(1, 200))
def test_t_equals_scipy_and_is_wider_than_normal(level, degrees):
    assert t_of(level, degrees) == pytest.approx(t.ppf((1 + level) / 2, degrees))
    assert t_of(level, degrees) >= z_of(level)


@given(st.floats(-40, 40))
def test_two_sided_is_a_probability_and_ignores_the_sign(z):
    assert 0 <= two_sided(z) <= 1
    assert two_sided(z) == two_sided(-z)


def test_two_sided_keeps_small_tails():
    # 1 - cdf would give 0 here; the tail at 9 is 2.26e-19 (Abramowitz & Stegun's expansion).
    assert two_sided(9) == pytest.approx(2.257e-19, rel=1e-3)


@pytest.mark.parametrize("level", [0, 1, -0.5, 95, float("nan")])
def test_a_level_outside_its_range_says_what_to_write(level):
    with pytest.raises(BadOption, match=r"has to lie between 0 and 1, such as 0\.95"):
        z_of(level)
    with pytest.raises(BadOption, match="confidence level"):
        t_of(level, 5)
