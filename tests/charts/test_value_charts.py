"""Charts of lifetime value: they hold the numbers they are given, in words that fit them."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from cxlib.charts import alive_history, rfm, validation, worth
from cxlib.charts.chart import Kind
from cxlib.charts.scores import Look
from cxlib.charts.spending import more_or_less
from cxlib.metrics.rfm import rfm_flow, rfm_segments
from cxlib.models.alive_history import alive_over_time, history_matrix
from cxlib.models.comparison import compare_models
from cxlib.models.customer_value import customer_value
from cxlib.models.gamma_gamma import fit_spend
from cxlib.models.holdout import check_prediction
from cxlib.models.new_customer import future_customers, new_customer
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.purchase_model import expected_purchases
from cxlib.stats.purchase_calendar import PurchaseCalendar
from cxlib.stats.rfm import RfmCounts
from tests.bought import cdnow, cdnow_orders

LOOK = Look("Value", "CDNOW", "", 0.95)


@pytest.fixture(scope="module")
def found(shared_data):
    histories = cdnow(shared_data)
    fit = fit_purchases(histories, model="bg-nbd", unit_days=7)
    return histories, fit, fit_spend(histories)


def test_errors_are_said_in_words():
    assert more_or_less(0.084) == "8.4% too many"
    assert more_or_less(-0.121) == "12.1% too few"
    assert more_or_less(None) == "–"


def test_tracking_draws_what_was_bought(found, shared_data):
    _, fit, _ = found
    orders = cdnow_orders(shared_data).drop_duplicates(["customer", "day"])
    begin, end = date(1997, 1, 1), date(1997, 9, 30)
    first = orders.groupby("customer").day.transform("min")
    days = (orders.day - orders.day.min()).dt.days
    new = np.bincount(days[orders.day == first], minlength=546)
    again = np.bincount(days[orders.day > first], minlength=546)
    calendar = PurchaseCalendar(begin, end, np.arange(546), new, again)
    so_far = validation.tracking(fit, calendar, LOOK, last=545, cumulative=True)
    seen = so_far.series[0].points
    # 2,457 repeat purchases by the end of September: the published control total.
    assert again[:273].sum() == 2457
    assert [p.y for p in seen if p.x == 39] == [2457]
    weekly = validation.tracking(fit, calendar, LOOK, last=545, cumulative=False)
    assert weekly.series[0].points[0].y == again[:7].sum()
    assert "too few purchases" in weekly.title
    assert so_far.lines[0].at == pytest.approx(39.0)


def test_contenders_and_tenths(found):
    histories, fit, _ = found
    compared = compare_models(histories, length=39, unit_days=7)
    table = validation.contenders(compared, LOOK, length=39, unit="week")
    assert table.title == compared.verdict
    assert table.table is not None
    assert [row[0] for row in table.table.rows][:3] == ["BG/NBD", "MBG/NBD", "Pareto/NBD"]
    check = check_prediction(expected_purchases(fit, histories, 39), histories)
    chart = validation.tenths(check, LOOK, n=7)
    assert [p.y for p in chart.series[0].points] == [one.actual for one in check.tenths]


def test_matrices_leave_what_cannot_be_empty(found):
    histories, fit, _ = found
    matrix = history_matrix(fit, histories, horizon=39)
    for chart in (
        alive_history.alive_matrix(matrix, fit, LOOK, unit="week"),
        alive_history.purchase_matrix(matrix, fit, LOOK, horizon=39, unit="week"),
    ):
        assert chart.kind is Kind.HEAT
        assert chart.n == 2357
        # Without a repeat purchase the silence is the whole age.
        column = [series.points[0].y for series in chart.series]
        assert [y is None for y in column] == [True] * (len(column) - 1) + [False]


def test_one_customer(found):
    _, fit, _ = found
    bought = [date(1997, 1, 1) + timedelta(days) for days in (0, 20, 60)]
    history = alive_over_time(fit, bought, end=date(1997, 9, 30))
    chart = alive_history.alive_over_time(history, fit, LOOK, customer="00001")
    assert chart.title.startswith("00001: still a customer with ")
    assert [line.at for line in chart.lines] == [0.0, 20.0, 60.0]
    assert chart.series[0].points[-1].y == history.p_alive[-1]


def test_cohorts_and_equity_add_up(found):
    histories, fit, spend = found
    value = customer_value(fit, spend, histories, horizon=52, discount=0.1, margin=0.5)
    owner = (histories.age < 250).astype(int).tolist()
    places = (worth.Place("Jan 1997", 0), worth.Place("Feb 1997", 1))
    chart = worth.value_by_cohort(value, None, owner, places, LOOK, unit="week")
    assert "95%" not in chart.subtitle
    assert "still being computed" in chart.notes[-1]
    total = sum((p.y or 0) * (p.n or 0) for p in chart.series[0].points)
    assert total == pytest.approx(value.total)
    one = new_customer(fit, spend, horizon=52, discount=0.1, margin=0.5)
    future = future_customers(one, [80, 90], units=52, discount=0.1, unit_days=7)
    both = worth.equity(value, None, future, LOOK, unit="week")
    assert [p.y for p in both.series[0].points] == [value.total, future.value]


@pytest.mark.parametrize(
    ("cost", "words"),
    [(None, "is worth"), (1.0, "with the first purchase"), (1e6, "does not pay back")],
)
def test_paying_back(found, cost, words):
    histories, fit, spend = found
    value = customer_value(fit, spend, histories, horizon=52, discount=0.1, margin=0.5)
    one = new_customer(fit, spend, horizon=52, discount=0.1, margin=0.5)
    assert words in worth.new_customer_value(one, value, LOOK, unit="week", cost=cost).title


def test_what_if_is_a_table_of_values():
    chart = worth.what_if(
        [[1.0, 2.0], [0.9, 1.5]], [0.0, 0.1], [26, 52], LOOK, unit="week", margin=0.5
    )
    assert chart.labels == ("26", "52")
    assert [[p.y for p in s.points] for s in chart.series] == [[1.0, 2.0], [0.9, 1.5]]


def counts(recency, customers) -> RfmCounts:
    size = len(recency)
    ones = np.ones(size, np.int64)
    return RfmCounts(
        np.array(recency, np.int64),
        np.arange(1, size + 1),
        np.arange(1, size + 1) * 10_000,
        ones,
        tuple(customers),
    )


def test_flows_count_every_customer():
    before = counts([50, 40, 30, 20, 10], "abcde")
    after = counts([5, 40, 30, 20, 100, 1], "abcdef")
    flow = rfm_flow(before, after)
    assert sum(flow.moved.values()) == 6
    assert sum(n for (was, _), n in flow.moved.items() if was == "") == 1
    chart = rfm.flows(flow, LOOK, before="2026-01-01", after="2026-04-01")
    for series in chart.series:
        assert sum(p.y or 0 for p in series.points) == pytest.approx(1)
    found = rfm_segments(before)
    shares = rfm.segment_shares(found, LOOK)
    assert sum(p.y or 0 for p in shares.series[1].points) == pytest.approx(1)
    assert rfm.segment_table(found, LOOK).n == 5
