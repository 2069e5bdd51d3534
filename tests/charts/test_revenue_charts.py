"""Charts of rates and recurring money hold the numbers they are given, and claim no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cxlib.charts.chart import Kind
from cxlib.charts.draw import draw
from cxlib.charts.rates import churn_over_time, plan_notes, rates_by_segment, rates_over_time
from cxlib.charts.revenue import (
    customer_table,
    customer_waterfall,
    money_table,
    money_waterfall,
)
from cxlib.charts.scores import Look
from cxlib.charts.tabular import tabular
from cxlib.metrics.revenue import rates, segment_rates
from cxlib.stats.groups import Group
from cxlib.stats.revenue import Money, Movement, RevenueBook
from cxlib.tables.question import Coverage
from cxlib.tables.subscribed import Span

LOOK = Look("Retention", "subscriptions.csv", "", 0.95)


def month(lost=5, *, n=100, paid=True) -> Movement:
    """100 customers at 20 each: 10 new at 30, 2 back, 4 pay 5 more, 3 pay 5 less, some leave."""
    sums = (20 * n, 300, 40, 20, 15, 20 * lost)
    loss = 3 * 25 + lost * 400
    products = (400 * n, 3 * 100 + lost * 400, loss, 400 - 300 - lost * 400, loss + 100)
    money = Money(*(10_000 * one for one in sums), *map(float, products))
    return Movement(n, 10, 2, 4, 3, lost, money if paid else None)


def book(*months: Movement, free=0, **plans) -> RevenueBook:
    starts = [date(2025, k + 1, 1) for k in range(len(months))]
    rows = {Group(None, None, day): one for day, one in zip(starts, months, strict=True)}
    for name, row in plans.items():
        rows |= {Group("plan", name, day): one for day, one in zip(starts, row, strict=True)}
    spans = tuple(Span(day, day + timedelta(27), day is not starts[-1]) for day in starts)
    paid = months[0].money is not None
    return RevenueBook(rows, spans, starts[-1], free if paid else None, Coverage(9, 9, ()))


def test_the_waterfall_adds_up_and_says_who():
    chart = money_waterfall(month(), LOOK, period="Jan 2025")
    assert chart.kind is Kind.WATERFALL
    levels, steps = ([point.y for point in one.points] for one in chart.series)
    assert levels == [2000, None, None, None, None, None, 2245]
    assert steps == [None, 300, 40, 20, -15, -100, None]
    assert levels[0] + sum(step or 0 for step in steps) == levels[-1]
    assert [point.n for point in chart.series[1].points] == [None, 10, 2, 4, 3, 5, None]
    assert [chart.series[0].points[i].n for i in (0, -1)] == [100, 107]
    assert chart.title == "Recurring money, Jan 2025: from 2,000 to 2,245 a month"
    small = money_waterfall(month(1, n=5), LOOK, period="Jan 2025")
    assert "from 100.00 to 425.00" in small.title
    with pytest.raises(ValueError, match="has no money"):
        money_waterfall(month(paid=False), LOOK, period="Jan 2025")


def test_the_waterfall_of_customers():
    chart = customer_waterfall(month(), LOOK, period="Jan 2025")
    assert [point.y for point in chart.series[1].points] == [None, 10, 2, -5, None]
    assert [point.n for point in chart.series[1].points] == [None, 10, 2, 5, None]
    assert (chart.series[0].points[0].y, chart.series[0].points[-1].y) == (100, 107)
    assert chart.n == 112


def test_lines_have_bands_and_a_hollow_end():
    chart = rates_over_time(book(month(), month(8), month(1)), LOOK, period="month")
    assert [one.name for one in chart.series] == ["Customers kept", "GRR", "NRR"]
    found = rates(month(8))
    second = [one.points[1] for one in chart.series]
    assert [one.y for one in second] == [
        found.retention.value,
        found.gross.value,
        found.net.value,
    ]
    assert (second[1].low, second[1].high, second[1].n) == (
        found.gross.low,
        found.gross.high,
        100,
    )
    assert [point.hollow for point in chart.series[0].points] == [False, False, True]
    assert chart.notes == ("The last period is not complete.",)
    bare = rates_over_time(book(month(paid=False)), LOOK, period="month")
    assert [one.name for one in bare.series] == ["Customers kept"]


def test_fees_that_never_change_are_said():
    still = replace(month(), expanded=0, contracted=0)
    (first, second) = plan_notes(book(still, free=7))
    assert "NRR equals GRR" in first
    assert "fee of 0: 7." in second
    assert plan_notes(book(month())) == ()
    assert plan_notes(book(month(paid=False))) == ()


def test_churn_is_a_signal_only_where_it_is():
    quiet = [month(lost) for lost in (4, 5, 4, 5, 4, 5, 4, 5, 4)]
    chart = churn_over_time(book(*quiet), LOOK, period="month")
    assert chart.title == "Customers lost: noise, no signal"
    assert [line.name[:6] for line in chart.lines] == ["Centre", "Upper ", "Lower "]
    loud = [*quiet[:4], month(30), *quiet[4:]]
    chart = churn_over_time(book(*loud), LOOK, period="month")
    assert "signal" in chart.title
    assert "above the upper limit" in chart.series[0].points[4].note
    assert any(note.startswith("May 2025: above the upper limit") for note in chart.notes)
    assert churn_over_time(book(month(0, n=0)), LOOK, period="month") is None
    assert churn_over_time(book(month()), LOOK, period="month").title == "Customers lost over time"


def test_segments_claim_only_what_the_test_shows():
    plans = {"a": [month(2)] * 3, "b": [month(25)] * 3, "c": [month(9)] * 3}
    found = segment_rates(book(*[month()] * 3, **plans), "plan", last=12)
    chart = rates_by_segment(found, "plan", LOOK, measure="retention", periods="the last 2")
    assert chart.labels == ("a", "c", "b")
    assert chart.title == "Customers kept by plan: a leads (98.0%), b trails (75.0%)"
    assert [point.n for point in chart.series[0].points] == [200] * 3
    assert chart.lines[0].at == pytest.approx(1 - 36 / 300)
    assert chart.subtitle.startswith("the last 2 · 95%")
    same = {"a": [month(5)] * 3, "b": [month(7)] * 3}
    found = segment_rates(book(*[month()] * 3, **same), "plan", last=12)
    chart = rates_by_segment(found, "plan", LOOK, measure="net", periods="the last 2")
    assert chart.title == "NRR by plan: no proven difference"
    found = segment_rates(book(month(paid=False), month(paid=False), a=[month(paid=False)] * 2),
                          "plan", last=12)  # fmt: skip
    assert rates_by_segment(found, "plan", LOOK, measure="gross", periods="") is None


def test_tables_hold_every_period_the_latest_first():
    found = book(month(), month(8))
    money = money_table(found, LOOK, period="month").table
    assert [row[0] for row in money.rows] == ["Feb 2025 (not complete)", "Jan 2025"]
    assert money.rows[1][:9] == ("Jan 2025", 100, 2000, 300, 40, 20, 15, 100, 2245)
    customers = customer_table(found, LOOK, period="month").table
    assert customers.rows[1][:7] == ("Jan 2025", 100, 10, 2, 5, 107, 0.95)
    for table in (money, customers):
        assert {len(table.columns), len(table.forms), len(table.rows[0])} == {len(table.columns)}
        assert len(set(table.columns)) == len(table.columns)
    with pytest.raises(ValueError, match="have no money"):
        money_table(book(month(paid=False)), LOOK, period="month")


def test_charts_are_drawn_and_tabled():
    found = book(month(), month(8), month(1))
    charts = (
        money_waterfall(month(), LOOK, period="Jan"),
        customer_waterfall(month(), LOOK, period="Jan"),
        rates_over_time(found, LOOK, period="month"),
        churn_over_time(found, LOOK, period="month"),
    )
    for chart in charts:
        assert draw(chart, theme="light").data
        assert tabular(chart).rows
