"""Service speed against a hand calculation and against lifelines on single tickets."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from lifelines import KaplanMeierFitter
from lifelines.utils import median_survival_times

from cxlib.errors import BadOption, NotEnoughData
from cxlib.metrics.shares import wilson
from cxlib.models import service as module
from cxlib.models.service import service, speed
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives


def lives_of(hours, over) -> Lives:
    pairs = zip(np.asarray(hours, float).tolist(), np.asarray(over, int).tolist(), strict=True)
    return Lives.of((hour, one, 1 - one) for hour, one in pairs)


@pytest.fixture(scope="module")
def drawn():
    """600 tickets, of which slow ones are more often open: censored at up to 100 hours."""
    rng = np.random.default_rng(11)
    waits, watched = rng.exponential(40, 600), rng.uniform(0, 100, 600)
    return np.minimum(waits, watched).round(2), waits <= watched


def test_six_tickets_by_hand():
    # Solved after 1, 2, 5, 8 hours; open since 4 and 10 hours. S = 5/6, 4/6, 4/9, 2/9.
    found = speed(lives_of([1, 2, 5, 8, 4, 10], [1, 1, 1, 1, 0, 0]), within=(2, 4, 24))
    assert (found.n, found.open, found.median, found.p90) == (6, 2, 5.0, None)
    shares = [(row.share, row.watched) for row in found.within]
    assert [one for one, _ in shares] == pytest.approx([1 / 3, 1 / 3, 7 / 9])
    assert [watched for _, watched in shares] == [True, True, False]
    assert found.naive_median == 3.5
    assert [row.naive for row in found.within] == [0.5, 0.5, 1.0]


def test_equals_lifelines_on_single_tickets(drawn):
    hours, over = drawn
    found = speed(lives_of(hours, over), within=(4, 24, 72))
    fit = KaplanMeierFitter().fit(hours, over)
    assert found.median == fit.median_survival_time_
    limits = median_survival_times(fit.confidence_interval_).to_numpy()[0]
    assert (found.median_low, found.median_high) == pytest.approx(tuple(limits))
    curve = fit.confidence_interval_
    survival = fit.survival_function_.iloc[:, 0]
    under = survival.index[survival <= 0.1]
    assert found.p90 == (under[0] if len(under) else None)
    for row in found.within:
        assert row.share == pytest.approx(1 - survival.loc[: row.hours].iloc[-1], abs=1e-12)
        at = curve.loc[: row.hours].iloc[-1]
        assert (row.low, row.high) == pytest.approx((1 - at.iloc[1], 1 - at.iloc[0]), abs=1e-12)
    for limit, column in ((found.p90_low, 0), (found.p90_high, 1)):
        under = curve.index[curve.iloc[:, column] <= 0.1]
        assert limit == (under[0] if len(under) else None)


def test_leaving_open_tickets_out_flatters(drawn):
    hours, over = drawn
    found = speed(lives_of(hours, over), within=(24,))
    assert found.naive_median == pytest.approx(np.median(hours[over]))
    assert found.naive_median < found.median
    assert found.within[0].naive == pytest.approx((hours[over] <= 24).mean())
    assert found.within[0].naive > found.within[0].share
    # The true share within 24 hours of an exponential wait with mean 40.
    assert found.within[0].low < 1 - np.exp(-24 / 40) < found.within[0].high


def test_limits_where_nobody_or_everybody_is_over():
    found = speed(lives_of([5, 6, 7], [1, 1, 1]), within=(1, 9))
    assert (found.within[0].share, found.within[0].low, found.within[0].high) == (0, *wilson(0, 3))
    assert (found.within[1].share, found.within[1].low, found.within[1].high) == (1, *wilson(1, 3))
    some = speed(lives_of([1, 5, 6, 7], [0, 1, 1, 1]), within=(2,))
    assert some.within[0].high == wilson(0, 3)[1]


def test_a_single_ticket_and_no_reply_ever():
    one = speed(lives_of([3], [1]), within=(4,))
    assert (one.n, one.open, one.median, one.naive_median) == (1, 0, 3, 3)
    none = speed(lives_of([3, 4], [0, 0]), within=(1, 8))
    assert (none.median, none.p90, none.naive_median) == (None, None, None)
    assert [row.naive for row in none.within] == [None, None]
    assert [row.share for row in none.within] == [0, 0]
    with pytest.raises(NotEnoughData):
        speed(lives_of([], []))
    with pytest.raises(BadOption):
        speed(lives_of([3], [1]), level=1)


def test_a_long_curve_is_drawn_with_few_points():
    found = speed(lives_of(range(1, 3001), [1, 0] * 1500))
    assert len(found.curve) == module.POINTS
    assert found.curve[0][:2] == (0, 0)
    assert found.curve[-1][0] == 3000


def test_groups_are_compared_and_the_difference_is_explained(drawn):
    hours, over = drawn
    half = np.arange(600) % 2 == 0
    quick = np.where(half, hours / 3, hours)
    groups = {
        TOTAL: lives_of(quick, over),
        Group("team", "a"): lives_of(quick[half], over[half]),
        Group("team", "b"): lives_of(quick[~half], over[~half]),
    }
    found = service({"solve": groups}, within=(24, 500))
    (test,) = found.tests
    assert (test.measure, test.column, test.result.degrees) == ("solve", "team", 1)
    assert found.p_values["solve", Group("team", "a")][0] == pytest.approx(test.result.p_value)
    assert ("solve", TOTAL) not in found.p_values
    assert "without the open tickets it would read" in found.notes[0]
    assert any("the least it can be" in note for note in found.notes)


def test_tests_on_very_many_durations_use_minutes(monkeypatch, drawn):
    hours, over = drawn
    half = np.arange(600) % 2 == 0
    groups = {
        Group("team", "a"): lives_of(hours[half], over[half]),
        Group("team", "b"): lives_of(hours[~half], over[~half]),
    }
    exact = service({"solve": groups}).tests[0].result.statistic
    monkeypatch.setattr(module, "MANY", 10)
    rough = service({"solve": groups}).tests[0].result.statistic
    assert rough != exact
    assert rough == pytest.approx(exact, rel=0.02, abs=0.02)


def test_a_test_that_cannot_be_made_is_said():
    groups = {Group("team", "a"): lives_of([1], [0]), Group("team", "b"): lives_of([1], [0])}
    found = service({"solve": groups})
    assert found.tests == ()
    assert any("log-rank" in note for note in found.notes)


def test_the_middle_of_many_waits_equals_pandas(drawn):
    hours, over = drawn
    table = pd.Series(hours[over])
    for n in (1, 2, 5, 40):
        some = table.iloc[:n]
        found = speed(lives_of(some, np.ones(n)))
        assert found.naive_median == pytest.approx(some.median())


def test_one_ticket_has_a_median_without_limits() -> None:
    # Greenwood's variance is not known where nobody is left, so that R's survfit has none either.
    one = speed(Lives.of([(1.0, 1, 0)]), within=[4.0])
    assert (one.median, one.median_low, one.median_high) == (1.0, None, None)
    assert (one.p90, one.p90_low, one.p90_high) == (1.0, None, None)
