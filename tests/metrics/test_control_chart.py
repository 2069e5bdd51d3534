"""Control limits: the golden numbers, the rules one by one, and how often noise gives alarm."""

from __future__ import annotations

from math import erf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.metrics.control_chart import chart_notes, signal_words, varying_limits, xmr
from cxlib.metrics.trend_test import mann_kendall

# METHODS, section 2: mean 29.333, mR 6.727, limits 11.44..47.23, mR limit 21.98.
GOLDEN = [30, 34, 27, 31, 33, 29, 35, 12, 30, 32, 31, 28]


def signals(chart):
    return {place: point.signals for place, point in enumerate(chart.points) if point.signals}


def test_golden_numbers():
    chart = xmr(GOLDEN)
    assert chart.centre == pytest.approx(29.333, abs=5e-4)
    assert chart.moving_range == pytest.approx(6.727, abs=5e-4)
    assert chart.jump_limit == pytest.approx(21.98, abs=5e-3)
    for point in chart.points:
        assert point.lower == pytest.approx(11.44, abs=5e-3)
        assert point.upper == pytest.approx(47.23, abs=5e-3)
    # 12 lies inside its limits, but the fall of 23 outside the limit of the changes.
    assert signals(chart) == {7: ("jump",)}


def test_a_point_outside():
    calm = [30, 33, 29, 32, 31, 28, 33, 30, 29, 32, 30, 31]
    assert signals(xmr(calm)) == {}
    low, high = [*calm[:8], -10, *calm[8:]], [*calm[:8], 70, *calm[8:]]
    assert "below" in signals(xmr(low))[8]
    assert "above" in signals(xmr(high))[8]


def test_eight_in_a_row_from_the_eighth_on():
    values = [20, 40] * 5 + [33, 34] * 4
    chart = xmr(values)
    # The 40 before them is above the centre too, so the eighth in a row is the next to last.
    assert signals(chart) == {16: ("run above",), 17: ("run above",)}
    assert "run below" in signals(xmr([-value for value in values]))[17]
    assert signals(xmr(values[:-2])) == {}


def test_three_of_four_nearer_to_a_limit():
    # Limits of a p chart with 100 answers and variance 100: 50 +/- 3; half way is 51.5.
    values = [50, 49.5, 51.6, 50, 51.7, 51.8, 49.9, 48.4, 48.3, 49, 48.2]
    chart = varying_limits(values, [100] * 11, centre=50, variance=100)
    assert chart.points[0].upper == pytest.approx(53)
    assert signals(chart) == {5: ("near upper",), 10: ("near lower",)}


def test_an_unfinished_period_is_shown_and_counts_nowhere():
    chart = xmr([*GOLDEN, -60], unfinished=True)
    plain = xmr(GOLDEN)
    assert (chart.centre, chart.moving_range) == (plain.centre, plain.moving_range)
    last = chart.points[-1]
    assert (last.value, last.signals, last.finished) == (-60, (), False)
    assert (last.lower, last.upper) == (plain.points[0].lower, plain.points[0].upper)
    assert chart.finished == 12
    assert any("not over" in note for note in chart_notes(chart))
    counted = xmr([*GOLDEN, -60])
    assert "below" in counted.points[-1].signals


@pytest.mark.parametrize("n", [0, 1])
def test_without_neighbours_there_are_no_limits(n):
    chart = xmr([5.0] * n)
    assert chart.centre == (5 if n else None)
    assert [(point.lower, point.signals) for point in chart.points] == [(None, ())] * n
    assert any("at least two" in note for note in chart_notes(chart))
    assert varying_limits([5.0] * n, [9] * n, centre=5, variance=1).moving_range is None


def test_a_measure_that_never_moves_gives_no_signal():
    assert signals(xmr([0.1 + 0.2] * 12)) == {}
    assert signals(xmr([0.3, 0.1 + 0.2] * 10)) == {}


def test_few_periods_are_said_to_be_few():
    assert any("Only 5 finished" in note for note in chart_notes(xmr([1, 2, 1, 2, 1])))
    assert chart_notes(xmr(GOLDEN)) == ()


def test_limits_follow_the_number_of_answers():
    sizes = [25, 100, 400, 900]
    chart = varying_limits([0.5] * 4, sizes, centre=0.5, variance=0.25)
    widths = [point.upper - 0.5 for point in chart.points]
    assert widths == pytest.approx([3 * 0.5 / np.sqrt(n) for n in sizes])


def test_laney_widens_by_the_spread_between_periods():
    # Shares that jump between 0.4 and 0.6 with 10,000 answers: z is +/- 20, its moving range 40.
    values, sizes = [0.4, 0.6] * 6, [10_000] * 12
    plain = varying_limits(values, sizes, centre=0.5, variance=0.25)
    assert len(signals(plain)) == 12
    laney = varying_limits(values, sizes, centre=0.5, variance=0.25, laney=True)
    assert laney.spread == pytest.approx(40 / 1.128)
    assert laney.points[0].upper == pytest.approx(0.5 + 3 * 0.005 * 40 / 1.128)
    assert signals(laney) == {}


def test_laney_with_equal_numbers_is_xmr():
    draw = np.random.default_rng(3)
    values = draw.normal(0.5, 0.03, 20).tolist()
    laney = varying_limits(values, [800] * 20, centre=np.mean(values), variance=0.25, laney=True)
    for one, other in zip(laney.points, xmr(values).points, strict=True):
        assert (one.lower, one.upper) == pytest.approx((other.lower, other.upper), rel=1e-3)


def test_noise_seldom_gives_alarm():
    """1,000 charts of 20 normal values each, 20,000 periods.

    Where the limits are known, three standard deviations are left by 0.27 % of values (the normal
    distribution), eight in a row on one side come up by chance with 2^-7 at each period from the
    eighth on. Estimated limits and three more rules leave it under 2 % a period.
    """
    draw = np.random.default_rng(1)
    broken: dict[str, int] = {}
    alarms = 0
    for values in draw.normal(30, 4, (1000, 20)):
        found = signals(xmr(values.tolist()))
        alarms += len(found)
        for rule in (rule for rules in found.values() for rule in rules):
            broken[rule] = broken.get(rule, 0) + 1
    assert 0.0005 < (broken["above"] + broken["below"]) / 20_000 < 0.005
    assert (broken["run above"] + broken["run below"]) / 20_000 < 2**-7
    assert broken["jump"] / 20_000 < 0.01
    assert alarms / 20_000 < 0.02


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.integers(-100, 100), min_size=2, max_size=30),
    st.integers(-50, 50),
    st.sampled_from([0.5, 2.0, 8.0]),
)
def test_shift_and_unit_do_not_matter(values, shift, unit):
    one, other = xmr(values), xmr([(value + shift) * unit for value in values])
    assert signals(one) == signals(other)
    assert other.centre == pytest.approx((one.centre + shift) * unit)


def test_every_rule_has_words():
    rules = ("above", "below", "jump", "run above", "run below", "near upper", "near lower")
    words = [signal_words(rule) for rule in rules]
    assert len(set(words)) == 7
    assert signal_words("run above").startswith("8 or more periods")


def test_mann_kendall_on_a_worked_example():
    # Without ties the variance of S is n (n - 1) (2 n + 5) / 18 (Mann 1945); a series that only
    # rises has S = n (n - 1) / 2.
    found = mann_kendall([1, 3, 4, 8, 9, 12, 13, 18, 19, 20])
    assert found.statistic == 45
    z = 44 / np.sqrt(10 * 9 * 25 / 18)
    assert found.p_value == pytest.approx(1 - erf(z / np.sqrt(2)), abs=1e-6)
    assert found.slope == pytest.approx(np.median([
        (b - a) / (j - i)
        for i, a in enumerate([1, 3, 4, 8, 9, 12, 13, 18, 19, 20])
        for j, b in enumerate([1, 3, 4, 8, 9, 12, 13, 18, 19, 20])
        if j > i
    ]))  # fmt: skip


def test_mann_kendall_counts_ties_and_wants_four_periods():
    assert mann_kendall([1, 2, 3]) is None
    flat = mann_kendall([5, 5, 5, 5, 5])
    assert (flat.statistic, flat.p_value, flat.slope) == (0, 1, 0)
    tied = mann_kendall([1, 1, 2, 2, 3, 3])
    # Two of each: variance (6*5*17 - 3*2*1*9) / 18 = 25.33; S = 12.
    assert tied.statistic == 12
    z = 11 / np.sqrt((6 * 5 * 17 - 3 * 2 * 9) / 18)
    assert tied.p_value == pytest.approx(1 - erf(z / np.sqrt(2)), abs=1e-9)
