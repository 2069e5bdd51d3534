"""Measures over periods: changes as published, signals with their beginning, targets both ways."""

from __future__ import annotations

from datetime import date

import pytest

from cxlib.errors import BadOption
from cxlib.metrics.measured import Estimate, Measure, SeriesOptions, filled, judged, measured, step
from cxlib.metrics.shares import wilson

CHURN = Measure("churn", "share", "down")
ORDERS = Measure("orders", "count")
YEAR = SeriesOptions(period="month", last_day=date(2025, 12, 31))
STEADY = [30, 32, 29, 31, 30, 32, 31, 29, 30, 31, 32, 30]


def months(values):
    return {
        date(2025 + place // 12, place % 12 + 1, 1): Estimate(value, value - 2, value + 2, 100)
        for place, value in enumerate(values)
    }


def share(hits, n):
    return Estimate(hits / n, *wilson(hits / n, n), n)


def test_a_change_of_shares_has_newcombes_limits():
    """40/100 less 25/100 in Newcombe's method 10: 0.0201 to 0.2731."""
    found = step(share(25, 100), share(40, 100))
    assert found.by == pytest.approx(0.15)
    assert (found.low, found.high) == pytest.approx((0.0201, 0.2731), abs=5e-5)
    assert found.proven
    assert not step(share(25, 100), share(30, 100)).proven


def test_what_has_no_limits_proves_nothing_unless_it_is_counted_in_full():
    loose = step(Estimate(10.0), Estimate(12.0))
    assert (loose.by, loose.share, loose.low, loose.proven) == (2, 0.2, None, False)
    assert step(Estimate(10.0), Estimate(12.0), exact=True).proven
    assert step(Estimate(0.0), Estimate(12.0)).share is None


@pytest.mark.parametrize(
    ("measure", "target", "verdict"),
    [
        (ORDERS, 27, "met"),
        (ORDERS, 30, "not proven"),
        (ORDERS, 33, "missed"),
        (CHURN, 33, "met"),
        (CHURN, 30, "not proven"),
        (CHURN, 27, "missed"),
        (Measure("mrr", "money", exact=True), 30, "met"),
    ],
)
def test_targets_know_which_way_is_good(measure, target, verdict):
    assert judged(Estimate(30, 28, 32, 100), target, measure) == verdict
    whole = SeriesOptions(period="month", last_day=date(2025, 12, 31), target=target)
    assert measured(measure, months(STEADY), whole).verdict == verdict


def test_a_signal_says_since_when():
    values = [30, 32, 29, 31, 30, 32, 31, 29, 30, 31, 32, 30, *[33.5] * 8]
    end = SeriesOptions(period="month", last_day=date(2026, 8, 31))
    found = measured(ORDERS, months(values), end)
    assert "run above" in found.signals
    assert found.since == date(2026, 1, 1)
    assert found.chart.run(found.place) == 8


def test_an_unfinished_period_is_shown_and_not_judged():
    early = SeriesOptions(period="month", last_day=date(2025, 12, 4), target=50)
    found = measured(ORDERS, months([*STEADY[:11], 500]), early)
    assert len(found.estimates) == 12
    assert found.start == date(2025, 11, 1)
    assert found.last == Estimate(32, 30, 34, 100)
    assert found.signals == ()
    assert found.chart.centre == pytest.approx(sum(STEADY[:11]) / 11)
    assert found.values == tuple(STEADY[:11])


def test_one_and_two_periods():
    one = measured(ORDERS, months([30]), SeriesOptions(period="month", last_day=date(2025, 1, 31)))
    assert (one.step, one.signals, one.chart.moving_range) == (None, (), None)
    assert any("at least two" in note for note in one.notes)
    two = measured(
        ORDERS, months([30, 33]), SeriesOptions(period="month", last_day=date(2025, 3, 5))
    )
    assert two.step is not None
    assert two.step.by == 3
    assert two.signals == ()
    none = measured(ORDERS, months([30]), SeriesOptions(period="month", last_day=date(2025, 1, 9)))
    assert (none.last, none.start, none.step, none.verdict) == (None, None, None, None)


def test_no_change_over_a_gap():
    found = months(STEADY)
    del found[date(2025, 11, 1)]
    assert measured(ORDERS, found, YEAR).step is None


def test_a_baseline_gives_the_limits_for_all():
    """The mean of the first six is 30.667, their mean moving range 2."""
    span = (date(2025, 1, 1), date(2025, 6, 30))
    options = SeriesOptions(period="month", last_day=date(2025, 12, 31), baseline=span)
    found = measured(ORDERS, months([*STEADY[:11], 45]), options)
    assert found.chart.centre == pytest.approx(30 + 2 / 3)
    assert found.chart.points[0].upper == pytest.approx(30 + 2 / 3 + 2.66 * 2)
    assert "above" in found.signals
    assert found.chart.baseline == (0, 5)
    short = SeriesOptions(
        period="month", last_day=date(2025, 12, 31), baseline=(span[0], date(2025, 1, 31))
    )
    with pytest.raises(BadOption, match="at least 2 finished periods"):
        measured(ORDERS, months(STEADY), short)


def test_missing_counts_are_zero():
    found = filled(
        {date(2025, 2, 1): Estimate(3.0)}, "month", first=date(2025, 1, 1), last=date(2025, 3, 31)
    )
    assert [one.value for one in found.values()] == [0, 3, 0]
