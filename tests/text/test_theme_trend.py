"""Themes over time: counts and limits by hand, planted rises, and false alarms on steady data."""

from __future__ import annotations

from datetime import date, timedelta
from math import sqrt

import numpy as np
import pyarrow as pa
import pytest
from scipy import stats

from cxlib.metrics.comparisons import benjamini_hochberg
from cxlib.text.emerging import compare_themes
from cxlib.text.impact import FEWEST
from cxlib.text.theme_trend import FALSE_ALARMS, theme_trends
from cxlib.text.themes import Mentions


def mentioned(flags: np.ndarray, names: tuple[str, ...] = ()) -> Mentions:
    nothing = np.zeros(flags.shape, np.int8)
    return Mentions(names or tuple(map(str, range(flags.shape[1]))), flags, nothing, nothing)


def months(n: int) -> list[date]:
    return [date(2024 + place // 12, place % 12 + 1, 1) for place in range(n)]


def steady(rng: np.random.Generator, periods: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Comments of periods, each theme at the same share throughout."""
    shares = rng.choice([0.01, 0.02, 0.05, 0.1, 0.2, 0.3], 12)
    code = np.repeat(np.arange(periods), rng.poisson(size, periods).clip(1))
    return rng.random((len(code), 12)) < shares, code


def read(flags: np.ndarray, code: np.ndarray, periods: int, last: date | None = None):
    starts = months(periods)
    days = pa.array(np.array(starts)[code], pa.date32())
    end = (starts[-1] + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return theme_trends(mentioned(flags), days, length="month", last_day=last or end)


def test_counts_and_limits_are_those_of_a_hand_calculation():
    counts, sizes = [6, 4, 8, 30], [60, 50, 70, 40]
    code = np.repeat(np.arange(4), sizes)
    flags = np.concatenate([np.arange(size) < n for n, size in zip(counts, sizes, strict=True)])
    order = np.random.default_rng(1).permutation(len(code))
    (found,) = read(flags[order, None], code[order], 4, last=date(2024, 4, 20))
    assert found.counts == (6, 4, 8, 30)
    assert found.sizes == (60, 50, 70, 40)
    assert found.latest == 2  # April is not over, and counts nowhere
    p = 18 / 180
    assert found.chart.centre == pytest.approx(p)
    z = [(n / of - p) / sqrt(p * (1 - p) / of) for n, of in zip(counts[:3], sizes, strict=False)]
    sigma = np.abs(np.diff(z)).mean() / 1.128
    assert sigma < 1  # so the limits are those of the number of comments alone
    for point, size in zip(found.chart.points, sizes, strict=True):
        assert point.upper - p == pytest.approx(3 * sqrt(p * (1 - p) / size))
    assert found.now == ()


def test_limits_widen_where_periods_vary_more_than_chance():
    rng = np.random.default_rng(3)
    code = np.repeat(np.arange(24), 400)
    moved = np.clip(0.2 + rng.normal(0, 0.06, 24), 0.02, 1)
    (found,) = read((rng.random(len(code)) < moved[code])[:, None], code, 24)
    assert found.chart.spread > 2
    half = found.chart.points[0].upper - found.chart.centre
    p = found.chart.centre
    assert half == pytest.approx(found.chart.spread * 3 * sqrt(p * (1 - p) / 400))


def test_a_planted_rise_is_a_signal_now():
    rng = np.random.default_rng(4)
    flags, code = steady(rng, 14, 200)
    flags[:, 0] = rng.random(len(code)) < np.where(code == 13, 0.3, 0.08)
    found = {one.theme: one for one in read(flags, code, 14)}
    assert "above" in found["0"].now


def test_steady_themes_seldom_signal():
    """The share that the page states, which long records of rare themes come nearest to."""
    rng = np.random.default_rng(11)
    signals = total = 0
    for periods, size in ((24, 100), (60, 50)):
        for _ in range(60):
            found = read(*steady(rng, periods, size), periods)
            signals += sum(bool(one.now) for one in found)
            total += len(found)
    rate = signals / total
    # 1,440 themes: at a true share of 1%, 0.4 to 1.8% of them signal.
    assert total > 1300
    assert 0.004 < rate < 0.018
    assert FALSE_ALARMS == 0.01


def test_nothing_and_little():
    none = pa.array([], pa.date32())
    empty = mentioned(np.zeros((0, 2), bool))
    assert theme_trends(empty, none, length="month", last_day=date(2024, 1, 31)) == ()
    few = np.zeros((50, 1), bool)
    few[: FEWEST - 1] = True
    code = np.arange(50) % 5
    assert read(few, code, 5) == ()
    late = (np.arange(50) % 5 == 4)[:, None] & np.ones((50, 1), bool)
    assert read(late, code, 5, last=date(2024, 5, 20)) == ()  # only in a period that is not over
    assert len(read(late, code, 5)) == 1
    every = read(np.ones((50, 1), bool), code, 5)
    assert every[0].chart.centre == 1
    assert every[0].now == ()
    (alone,) = read(np.ones((50, 1), bool), np.zeros(50, int), 1)
    assert alone.latest == 0
    assert alone.chart.points[0].upper is None


def test_a_change_of_shares_is_that_of_newcombe_and_campbell():
    # Newcombe 1998, table II, method 10: 56/70 against 48/80 gives 0.0524 to 0.3339.
    flags = np.zeros((150, 2), bool)
    flags[:56, 0] = flags[70:118, 0] = True
    flags[::9, 1] = True
    group = np.arange(150) < 70
    found = compare_themes(("one", "two"), flags, group, ~group)
    one = next(change for change in found if change.theme == "one")
    assert (one.n, one.n_other) == (56, 48)
    assert one.gap == pytest.approx(0.2)
    assert (one.low, one.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    table = [[56, 14], [48, 32]]
    plain = stats.chi2_contingency(table, correction=False).statistic
    assert one.p_value == pytest.approx(stats.chi2.sf(plain * 149 / 150, 1))
    p = {change.theme: change.p_value for change in found}
    adjusted = dict(zip(("one", "two"), benjamini_hochberg([p["one"], p["two"]]), strict=True))
    assert {change.theme: change.p_adjusted for change in found} == adjusted
    assert [change.gap for change in found] == sorted((c.gap for c in found), reverse=True)


def test_without_a_change_few_views_name_a_theme():
    """What the page says: about 1 view in 20 where nothing has changed."""
    rng = np.random.default_rng(12)
    views = 300
    named = 0
    for _ in range(views):
        flags, code = steady(rng, 12, 100)
        found = compare_themes(tuple("abcdefghijkl"), flags, code == 11, code < 11)
        named += any(change.proven for change in found)
    # Binomial limits of 5% at 300 views: 2.5 to 8%.
    assert 0.02 < named / views < 0.085


def test_groups_without_comments_and_rare_themes_are_not_compared():
    flags = np.zeros((30, 2), bool)
    flags[:5, 0] = True
    nobody = np.zeros(30, bool)
    assert compare_themes(("a", "b"), flags, nobody, ~nobody) == ()
    (one,) = compare_themes(("a", "b"), flags, np.arange(30) < 10, np.arange(30) >= 10)
    assert (one.theme, one.p_value, one.proven) == ("a", None, False)
