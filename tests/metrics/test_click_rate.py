"""Click-through rates: Wilson as published, clustered limits by simulation and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from cxlib.errors import BadOption
from cxlib.metrics.click_rate import (
    against_rest,
    click_rate,
    group_rates,
    rate_difference,
    ratio_variance,
)
from cxlib.stats.clicks import ClickSums
from cxlib.stats.groups import TOTAL, Group


def sums_of(shown, clicked) -> ClickSums:
    s, c = np.asarray(shown, float), np.asarray(clicked, float)
    squares = (float((s * s).sum()), float((c * c).sum()), float((s * c).sum()))
    return ClickSums(len(s), int(s.sum()), int(c.sum()), *squares)


def drawn(rng, customers=400, spread=0.5):
    """Customers with a rate of their own: a beta with mean 0.1."""
    rates = rng.beta(0.1 / spread, 0.9 / spread, customers)
    shown = rng.integers(1, 30, customers)
    return sums_of(shown, rng.binomial(shown, rates))


def test_wilson_limits_as_published():
    # Newcombe 1998: 15 of 148.
    found = click_rate(sums_of([1] * 148, [1] * 15 + [0] * 133))
    assert (found.low, found.high) == pytest.approx((0.0624, 0.1605), abs=5e-5)
    # Every showing a customer of its own: the design effect is n / (n - 1).
    assert found.design_effect == pytest.approx(148 / 147)


def test_variance_is_that_of_residual_totals():
    rng = np.random.default_rng(2)
    shown = rng.integers(1, 9, 50)
    clicked = rng.binomial(shown, 0.3)
    share = clicked.sum() / shown.sum()
    residual = clicked - share * shown
    want = np.var(residual, ddof=1) * 50 / shown.sum() ** 2
    assert ratio_variance(sums_of(shown, clicked)) == pytest.approx(want)


def test_clustered_limits_hold_the_truth_and_plain_ones_do_not():
    rng = np.random.default_rng(4)
    plain = clustered = 0
    for _ in range(400):
        found = click_rate(drawn(rng))
        plain += found.low < 0.1 < found.high
        clustered += found.clustered_low < 0.1 < found.clustered_high
        assert found.design_effect > 1
    assert plain / 400 < 0.7
    assert 0.92 < clustered / 400 < 0.98


def test_where_there_is_no_rate():
    assert click_rate(sums_of([0, 0], [0, 0])) is None
    assert click_rate(sums_of([1, 1], [3, 0])) is None
    one = click_rate(sums_of([10], [3]))
    assert (one.design_effect, one.clustered_low) == (None, None)
    none = click_rate(sums_of([4, 5], [0, 0]))
    assert (none.share, none.low, none.clustered_low) == (0, 0, None)
    with pytest.raises(BadOption):
        click_rate(sums_of([1], [0]), level=2)


def test_equal_rates_seldom_differ_by_the_test():
    rng = np.random.default_rng(6)
    p = [rate_difference(drawn(rng), drawn(rng)) for _ in range(400)]
    assert 0.02 < np.mean(np.array(p) < 0.05) < 0.08
    assert rate_difference(sums_of([1], [0]), drawn(rng)) is None


def test_groups_against_the_others():
    rng = np.random.default_rng(8)
    groups = {Group("page", name): drawn(rng) for name in "ab"}
    groups[Group("page", "c")] = sums_of([20] * 300, rng.binomial(20, 0.3, 300))
    found = against_rest(groups)
    assert found[Group("page", "c")][1] < 1e-6
    rest = groups[Group("page", "b")] + groups[Group("page", "c")]
    assert found[Group("page", "a")][0] == rate_difference(groups[Group("page", "a")], rest)
    assert against_rest({Group("page", "a"): groups[Group("page", "a")]}) == {
        Group("page", "a"): (None, None)
    }


def test_groups_are_tested_within_their_own_column():
    one, two = ClickSums(40, 400, 40, 5000, 80, 420), ClickSums(50, 500, 90, 6000, 260, 1000)
    sums = {
        TOTAL: one + two,
        Group("plan", "a"): one,
        Group("plan", "b"): two,
        Group("city", "x"): one + two,
        Group("city", "none"): ClickSums(1, 0, 3, 0, 9, 0),
    }
    found = {rate.group: rate for rate in group_rates(sums)}
    assert list(found) == list(sums)
    p = rate_difference(one, two)
    assert p is not None
    assert [found[Group("plan", v)].p_value for v in "ab"] == pytest.approx([p, p])
    assert found[TOTAL].p_value is None
    assert found[Group("city", "x")].p_value is None
    assert found[Group("city", "none")].rate is None
    assert found[Group("plan", "a")].rate == click_rate(one)
