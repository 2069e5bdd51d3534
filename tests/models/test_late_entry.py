"""Customers who are watched only from some time on: against single rows and lifelines."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter
from lifelines.datasets import load_multicenter_aids_cohort_study

from cxlib.models.at_risk import at_risk
from cxlib.models.contrast import contrast
from cxlib.models.kaplan_meier import kaplan_meier
from cxlib.models.log_rank import log_rank
from cxlib.models.retention import retention
from cxlib.models.rmst import rmst
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives

slow = settings(deadline=None, max_examples=60)
rows = st.lists(
    st.tuples(st.integers(0, 8), st.integers(1, 8), st.integers(0, 1)).map(
        lambda one: (float(one[0]), float(one[0] + one[1]), one[2])
    ),
    min_size=1,
    max_size=40,
)


def lives_of(entered) -> Lives:
    """Rows of (entry, exit, left)."""
    entered = list(entered)
    return Lives.of(
        ((out, left, 1 - left) for _, out, left in entered), ((into, 1) for into, _, _ in entered)
    )


def watched(entered, time) -> int:
    """Customers who had entered before a time, or at the start, and had not gone before it."""
    return sum((into < time or into == 0) and out >= time for into, out, _ in entered)


@slow
@given(rows, st.integers(0, 17))
def test_customers_at_risk_are_those_of_single_rows(entered, time):
    lives = lives_of(entered)
    assert at_risk(lives, [time]).tolist() == [watched(entered, time)]


@slow
@given(rows)
def test_the_curve_is_the_product_over_single_rows(entered):
    curve = kaplan_meier(lives_of(entered))
    survival, variance = 1.0, 0.0
    for place, time in enumerate(curve.times):
        n, gone = watched(entered, time), sum(t == time and e for _, t, e in entered)
        survival *= 1 - gone / n if n else 1
        variance += gone / (n * (n - gone)) if n > gone else 0
        assert (curve.at_risk[place], curve.events[place]) == (n, gone)
        assert curve.survival[place] == pytest.approx(survival, abs=1e-12)
        if 0 < survival < 1:
            half = 1.959964 * np.sqrt(variance) / np.log(survival)
            low = np.exp(-np.exp(np.log(-np.log(survival)) - half))
            assert curve.low[place] == pytest.approx(low, abs=1e-6)


def test_the_aids_cohort_equals_lifelines():
    # 78 men who entered a study at a known time since their infection (lifelines' own example).
    d = load_multicenter_aids_cohort_study()
    fit = KaplanMeierFitter().fit(d["T"], d.D, entry=d.W)
    curve = kaplan_meier(lives_of(zip(d.W, d["T"], d.D, strict=True)))
    assert curve.n == 78
    times = np.linspace(0.5, 7, 14)  # within the longest follow-up
    assert curve.survival_at(times) == pytest.approx(
        fit.survival_function_at_times(times).tolist(), abs=1e-9
    )
    limits = fit.confidence_interval_.loc[fit.confidence_interval_.index <= 6].iloc[-1]
    assert (curve.at(6).low, curve.at(6).high) == pytest.approx(tuple(limits), abs=1e-9)


def test_late_entry_undoes_the_bias_of_missing_leavers():
    # Exponential stays of mean 10; of those who started before day 0 only the survivors are known.
    draw = np.random.default_rng(4)
    begun, stay = draw.uniform(-20, 10, 40_000), draw.exponential(10, 40_000)
    known = begun + stay > 0
    entry = np.maximum(-begun[known], 0)
    out = np.minimum(stay[known], 20 - begun[known])
    left = (stay[known] == out).astype(int)
    fair = kaplan_meier(lives_of(zip(entry, out, left, strict=True)))
    naive = kaplan_meier(lives_of(zip(np.zeros(out.size), out, left, strict=True)))
    for time in (5, 10, 20):
        assert fair.at(time).survival == pytest.approx(np.exp(-time / 10), abs=0.012)
    assert naive.at(10).survival > np.exp(-1) + 0.1
    assert rmst(fair, tau=10).value == pytest.approx(10 * (1 - np.exp(-1)), abs=0.08)


@slow
@given(rows, rows)
def test_the_test_of_two_is_the_sum_over_single_rows(one, other):
    both = [*one, *other]
    times = sorted({t for _, t, e in both if e})
    surplus = variance = 0.0
    for time in times:
        mine, all_ = watched(one, time), watched(both, time)
        gone = sum(t == time and e for _, t, e in both)
        surplus += sum(t == time and e for _, t, e in one) - gone * mine / all_
        if all_ > 1:
            share = mine / all_
            variance += gone * share * (1 - share) * (all_ - gone) / (all_ - 1)
    if variance < 1e-9:
        return
    found = log_rank({Group("by", "a"): lives_of(one), Group("by", "b"): lives_of(other)})
    assert found.statistic == pytest.approx(surplus**2 / variance, rel=1e-6, abs=1e-9)


@slow
@given(rows, rows)
def test_lives_add_up_and_scale_with_their_entries(one, other):
    assert lives_of(one) + lives_of(other) == lives_of([*one, *other])
    weeks = lives_of(one).scaled(7)
    assert [time * 7 for time, _ in weeks.late] == pytest.approx(
        [time for time, _ in lives_of(one).late]
    )


def test_notes_say_what_the_curve_rests_on():
    # The first, watched from 4 on, leaves at 5 alone; 30 others are watched only from 6 on.
    few = lives_of([(4.0, 5.0, 1), *[(6.0, 9.0, i % 2) for i in range(30)]])
    found = retention({TOTAL: few}, times=(9,))
    assert found.groups[0].at[0].survival == 0
    assert any(
        "Nobody is watched in the beginning" in n and "All until 4." in n for n in found.notes
    )
    assert any("others are watched later" in n and "All from 5." in n for n in found.notes)
    assert any("Fewer than 10 customers are watched in" in n for n in found.notes)
    plain = retention({TOTAL: lives_of([(0.0, 9.0, i % 2) for i in range(30)])}, times=(9,))
    assert not any("beginning" in note or "watched later" in note for note in plain.notes)


def test_two_groups_are_compared_at_times_and_by_their_means():
    a = Lives.of([*((t, 3, 0) for t in range(1, 11)), (12, 0, 30)])
    b = Lives.of([*((t, 5, 0) for t in range(1, 11)), (12, 0, 10)])
    groups = {TOTAL: a + b, Group("plan", "a"): a, Group("plan", "b"): b}
    answer = retention(groups, times=(3, 10), tau=10)
    _, one, other = answer.groups
    found = contrast(one, other)
    assert [row.time for row in found.at] == [3, 10]
    assert found.at[0].value == pytest.approx(one.at[0].survival - other.at[0].survival)
    assert found.difference.value == pytest.approx(one.mean.value - other.mean.value)
    assert found.ratio.value == pytest.approx(one.mean.value / other.mean.value)
    assert len(found.p_adjusted) == 4
    assert all(
        p <= q for p, q in zip([r.p_value for r in found.at], found.p_adjusted[:2], strict=True)
    )
    with pytest.raises(Exception, match="'a' was to be compared with itself"):
        contrast(one, one)


def test_pairs_are_told_for_three_groups_and_more():
    parts = {Group("plan", n): Lives.of([(t, k, 0) for t in range(1, 9)]) for n, k in
             (("a", 1), ("b", 2), ("c", 3))}  # fmt: skip
    (test,) = retention(parts).tests
    assert [(p.one.value, p.other.value) for p in test.pairs] == [
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    ]
    (two,) = retention(dict(list(parts.items())[:2])).tests
    assert two.pairs == ()
