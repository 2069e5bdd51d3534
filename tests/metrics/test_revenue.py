"""Rates of a period against worked examples, a bootstrap and plain arithmetic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxlib.metrics.revenue import (
    annual,
    bridged,
    churn_chart,
    finished,
    pooled,
    rates,
    segment_rates,
)
from cxlib.stats.groups import Group
from cxlib.stats.revenue import Money, Movement, RevenueBook
from cxlib.tables.question import Coverage
from cxlib.tables.subscribed import Span

fees = st.lists(st.tuples(st.integers(1, 10**7), st.integers(0, 10**7)), min_size=1, max_size=30)


def movement(pairs, *, new=0) -> Movement:
    """From (fee at the start, fee at the end) pairs in whole currency; an end of 0 has left."""
    x, y = (np.array([pair[i] for pair in pairs], dtype=float) for i in (0, 1))
    change = y - x
    loss = np.maximum(-change, 0)
    more, less = change[change > 0], loss[(loss > 0) & (y > 0)]
    whole = [x.sum(), new, 0, more.sum(), less.sum(), x[y == 0].sum()]
    products = [x @ x, loss @ x, loss @ loss, change @ x, change @ change]
    money = Money(*(round(10_000 * one) for one in whole), *products)
    return Movement(len(pairs), int(new > 0), 0, len(more), len(less), int((y == 0).sum()), money)


def test_published_examples():
    # ChurnZero, Churnopedia, "Net revenue retention": 27,000 at the start, 8,000 more by upsells
    # from the same customers and 5,000 lost: 30,000 / 27,000 = 111 %.
    january = Movement(9, 0, 0, 3, 0, 1, Money(270_000_000, 0, 0, 80_000_000, 0, 50_000_000))
    assert rates(january).net.value == pytest.approx(30 / 27)
    # METRICKIT, "NRR guide": 100k, +15k expansion, -5k contraction, -8k churn: NRR 102 %.
    hundred = Money(10**9, 0, 0, 150_000_000, 50_000_000, 80_000_000)
    found = rates(Movement(100, 5, 1, 10, 4, 7, hundred))
    assert found.net.value == pytest.approx(1.02)
    assert found.gross.value == pytest.approx(0.87)
    assert found.retention.value == pytest.approx(0.93)


def test_worked_by_hand():
    # Fees 10, 20, 30, 40 become 10, 25, 15, 0; two more come in with 50 together.
    # GRR = (10 + 20 + 15 + 0) / 100 = 0.45; NRR = 50 / 100. Residuals of NRR, y - 0.5 x: 5, 15, 0,
    # -20; sum of squares 650; variance 4/3 * 650 / 100^2 = 0.086667. Of GRR, y' - 0.45 x: 5.5, 11,
    # 1.5, -18; sum 477.5; variance 0.063667. Student with 3 degrees at 50 %: 0.764892.
    pairs = [(10, 10), (20, 25), (30, 15), (40, 0)]
    half = rates(movement(pairs, new=50), level=0.5)
    assert half.gross.value == pytest.approx(0.45)
    assert half.net.value == pytest.approx(0.5)
    assert half.gross.high - 0.45 == pytest.approx(0.764892 * sqrt(0.0636667), abs=1e-6)
    assert 0.5 - half.net.low == pytest.approx(0.764892 * sqrt(0.0866667), abs=1e-6)
    found = rates(movement(pairs, new=50))
    assert (found.gross.low, found.gross.high, found.net.low) == (0.0, 1.0, 0.0)
    assert found.quick == pytest.approx((50 + 5) / (15 + 40))
    # Wilson for 3 of 4, by hand: centre (0.75 + 0.480182) / 1.960365, half-width 0.327134.
    assert (found.retention.low, found.retention.high) == pytest.approx((0.3006, 0.9544), abs=5e-5)
    assert found.retention.rest.value == 0.25
    assert found.retention.rest.low == pytest.approx(1 - 0.9544, abs=5e-5)
    assert found.gross.n == found.retention.n == 4


def test_limits_of_ratios_agree_with_a_bootstrap():
    draw = np.random.default_rng(3)
    x = draw.lognormal(3, 1, 800)
    y = x * draw.choice([0.0, 0.7, 1.0, 1.4], p=[0.06, 0.05, 0.79, 0.10], size=800)
    found = rates(movement(list(zip(x, y, strict=True))))
    picks = draw.integers(0, 800, (4000, 800))
    for rate, kept in ((found.gross, np.minimum(x, y)), (found.net, y)):
        spread = np.std(kept[picks].sum(1) / x[picks].sum(1))
        # A bootstrap of 4,000 samples knows the spread to about 1.1 %; four times that.
        assert (rate.high - rate.low) / (2 * stats.t.ppf(0.975, 799)) == pytest.approx(
            spread, rel=0.045
        )


@given(fees)
def test_gross_lies_below_net_and_neither_counts_newcomers(pairs):
    found = rates(movement(pairs, new=999))
    assert 0 <= found.gross.value <= min(1.0, found.net.value + 1e-12)
    assert found.net == rates(movement(pairs)).net
    x, y = np.array(pairs, dtype=float).T
    assert found.net.value == pytest.approx(y.sum() / x.sum(), abs=1e-12)
    assert found.gross.value == pytest.approx(np.minimum(x, y).sum() / x.sum(), abs=1e-12)
    for rate in (found.gross, found.net):
        assert rate.low is None or rate.low <= rate.value <= rate.high
    alike = len({(b - a) / a for a, b in pairs}) == 1
    if len(pairs) == 1 or alike:
        assert found.net.low is None


def test_nothing_at_the_start_is_unknown():
    none = Movement(0, 3, 0, 0, 0, 0, Money(0, 50, 0, 0, 0, 0))
    found = rates(none)
    assert (found.retention, found.gross, found.net, found.quick) == (None,) * 4
    free = rates(Movement(5, 0, 0, 0, 0, 1, Money(0, 0, 0, 0, 0, 0)))
    assert free.retention.value == 0.8
    assert free.gross is None
    assert rates(Movement(5, 0, 0, 0, 0, 1, None)).net is None
    assert pooled(()) is None
    assert bridged(()) is None


def test_a_year_of_constant_rates():
    # 97 % a month: 0.97^12 = 0.693842; limits go the same way.
    month = rates(Movement(1000, 0, 0, 0, 0, 30, None)).retention
    year = annual(month, "month")
    assert year.value == pytest.approx(0.693842, abs=1e-6)
    assert (year.low, year.high) == pytest.approx((month.low**12, month.high**12))
    assert annual(month, "quarter").value == pytest.approx(0.97**4)
    assert annual(replace(month, low=None, high=None), "year").low is None


def book_of(**columns) -> RevenueBook:
    """A book of the months of 2025, the last of them unfinished."""
    months = len(columns["total"])
    starts = [date(2025, k + 1, 1) for k in range(months)]
    spans = [Span(day, day + timedelta(days=27), day is not starts[-1]) for day in starts]
    found = {
        Group(None if name == "total" else "plan", None if name == "total" else name, day): one
        for name, row in columns.items()
        for day, one in zip(starts, row, strict=True)
    }
    return RevenueBook(found, tuple(spans), date(2025, 12, 20), 0, Coverage(9, 9, ()))


def test_averages_and_bridges_leave_the_unfinished_period_out():
    rows = [movement([(10, 10), (20, 0)], new=5), movement([(10, 30), (5, 5)], new=7)]
    book = book_of(total=[*rows, movement([(42, 0)])])
    assert finished(book) == tuple(rows)
    assert finished(book, last=1) == (rows[1],)
    average = rates(pooled(finished(book, last=12)))
    assert average.retention.value == pytest.approx(3 / 4)
    assert average.net.value == pytest.approx((10 + 35) / 45)
    whole = bridged(finished(book))
    assert (whole.start, whole.money.start) == (2, 300_000)
    assert whole.money.end == rows[1].money.end == 420_000
    assert whole.end == 2 - 1 + 2


def test_segments_are_tested_against_the_rest():
    draw = np.random.default_rng(11)

    def plan(share):
        x = draw.lognormal(3, 0.5, 400)
        return movement(list(zip(x, x * (draw.random(400) < share), strict=True)))

    plans = {"a": plan(0.95), "b": plan(0.80), "c": plan(0.88)}
    total = plans["a"] + plans["b"] + plans["c"]
    book = book_of(**{k: [m, m, m] for k, m in {"total": total, **plans}.items()})
    found = {one.group.value: one for one in segment_rates(book, "plan", last=1)}
    rest = plans["b"] + plans["c"]
    a = plans["a"]
    table = [[a.lost, a.kept], [rest.lost, rest.kept]]
    chi = stats.chi2_contingency(table, correction=False).statistic * 1199 / 1200
    assert found["a"].p_values[0] == pytest.approx(stats.chi2.sf(chi, 1))
    one, two = (rates(part).gross for part in (a, rest))
    errors = [
        (one.high - one.value) / stats.t.ppf(0.975, 399),
        (two.high - two.value) / stats.t.ppf(0.975, 799),
    ]
    z = (one.value - two.value) / np.hypot(*errors)
    assert found["a"].p_values[1] == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-6)
    raw = [one.p_values[0] for one in found.values()]
    adjusted = stats.false_discovery_control(raw)
    assert [one.p_adjusted[0] for one in found.values()] == pytest.approx(list(adjusted))


def test_a_rest_that_lost_nothing_is_no_certainty():
    # Nobody of b lost anything: its spread is unknown, and so is the test of the money.
    pairs = [(10, 10.0)] * 7 + [(10, 0.0), (20, 5.0)]
    book = book_of(
        total=[movement(pairs * 2)] * 2,
        a=[movement(pairs)] * 2,
        b=[movement([(1 / 3, 1 / 3), (0.1, 0.1)])] * 2,
    )
    found = segment_rates(book, "plan", last=12)
    assert [one.p_values[1:] for one in found] == [(None, None)] * 2
    alone = book_of(total=[movement(pairs)] * 2, a=[movement(pairs)] * 2)
    (only,) = segment_rates(alone, "plan", last=12)
    assert only.p_values == only.p_adjusted == (None, None, None)


def test_a_month_of_high_churn_is_a_signal():
    months = [Movement(100, 5, 0, 0, 0, lost, None) for lost in (4, 5, 4, 5, 4, 5, 20, 4, 5, 4)]
    book = book_of(total=[Movement(0, 9, 0, 0, 0, 0, None), *months, replace(months[0], lost=90)])
    chart, places = churn_chart(book)
    assert places == tuple(range(1, 12))
    assert [i for i, point in enumerate(chart.points) if "above" in point.signals] == [6]
    assert chart.finished == 10
    assert chart.centre == pytest.approx(0.06)
