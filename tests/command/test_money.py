"""Retention, cohorts, value and segments as a script sees them."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta

import pandas as pd
import pytest
from lifelines import KaplanMeierFitter

CUT = date(2026, 6, 30)


@pytest.fixture(scope="module")
def subscriptions(tmp_path_factory):
    """200 customers with a start, an end or none, and a plan; of 3 more rows 2 are of no use."""
    draw = random.Random(5)
    rows = []
    for i in range(200):
        start = date(2025, 1, 1) + timedelta(draw.randrange(400))
        end = start + timedelta(int(draw.expovariate(1 / (300 if i % 2 else 150))))
        rows.append([f"c{i}", start, end if end <= CUT else "", "pro" if i % 2 else "basic"])
    rows += [["x", "", "", "pro"], ["y", "2026-05-01", "2026-04-01", "pro"], ["z", CUT, "", "pro"]]
    path = tmp_path_factory.mktemp("subscriptions") / "subscriptions.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["customer", "started", "ended", "plan"], *rows])
    return path


@pytest.fixture(scope="module")
def orders(tmp_path_factory):
    """150 customers who buy about every 20 days until they stop; a refund and a blank customer."""
    draw = random.Random(7)
    rows = []
    for i in range(150):
        day = date(2025, 1, 1) + timedelta(draw.randrange(120))
        last = day + timedelta(int(draw.expovariate(1 / 150)))
        while day <= min(last, CUT):
            shop = "north" if i % 3 else "south"
            rows.append([f"c{i}", day, f"{draw.lognormvariate(3, 0.5):.2f}", shop])
            day += timedelta(1 + int(draw.expovariate(1 / 20)))
    rows += [["c1", "2025-06-01", "-5.00", "north"], ["", "2025-06-01", "5.00", "north"]]
    path = tmp_path_factory.mktemp("orders") / "orders.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["customer", "ordered", "amount", "shop"], *rows])
    return path


def adds_up(answer):
    source = answer["source"]
    assert source["rows"] == source["used"] + sum(one["rows"] for one in source["left_out"])
    assert all(one["reason"] for one in source["left_out"])
    return answer


def known(path):
    table = pd.read_csv(path, parse_dates=["started", "ended"])[:200]
    days = (table.ended.fillna(pd.Timestamp(CUT)) - table.started).dt.days
    return table, days, table.ended.notna()


def test_retention_by_plan_equals_lifelines(call, subscriptions):
    answer = adds_up(
        call(
            "retention", subscriptions, "--by", "plan", "--at", "3,6", "--unit", "month", "--json"
        ).answer
    )
    table, days, left = known(subscriptions)
    assert answer["source"]["left_out"] == [
        {"reason": "ended before it started", "rows": 1},
        {"reason": "started is blank", "rows": 1},
    ]
    found = {one["group"].get("plan"): one for one in answer["results"]}
    for plan in ("basic", "pro"):
        rows = table.plan == plan
        extra = [0] if plan == "pro" else []
        fit = KaplanMeierFitter().fit(
            [*(days[rows] / (365.25 / 12)), *extra], [*left[rows], *([False] * len(extra))]
        )
        assert found[plan]["median"] == pytest.approx(fit.median_survival_time_)
        expected = fit.survival_function_at_times([3, 6]).tolist()
        assert [one["survival"] for one in found[plan]["at"]] == pytest.approx(expected)
    (test,) = answer["tests"]
    assert (test["name"], test["column"], test["degrees"]) == ("log-rank", "plan", 1)
    assert answer["options"]["observed"] == "2026-06-30"
    assert answer["columns"] == {"customer": "customer", "started": "started", "ended": "ended"}


def test_retention_by_period_groups_customers_by_their_start(call, subscriptions):
    answer = call("retention", subscriptions, "--period", "year", "--json").answer
    table, _, _ = known(subscriptions)
    found = {one["period"]: one["n"] for one in answer["results"]}
    assert found == {
        None: 201,
        "2025-01-01": int((table.started.dt.year == 2025).sum()),
        "2026-01-01": int((table.started.dt.year == 2026).sum()) + 1,
    }


def test_contract_value_by_plan_sums_discounted_survival(call, subscriptions):
    options = ("--model", "km", "--margin", "20", "--discount", "0.1", "--horizon", "6", "--json")
    answer = adds_up(call("contract-value", subscriptions, "--by", "plan", *options).answer)
    for one in answer["results"]:
        survival = one["survival"]
        assert survival[0] == 1
        worth = sum(20 * s * 1.1 ** (-k / 12) for k, s in enumerate(survival[:6]))
        assert one["value"] == pytest.approx(worth)
        assert one["low"] <= one["value"] <= one["high"]


def test_cohorts_count_who_came_back(call, orders):
    answer = adds_up(
        call("cohorts", orders, "--period", "quarter", "--offsets", "2", "--json").answer
    )
    table = pd.read_csv(orders, parse_dates=["ordered"])
    table = table[table.customer.notna() & (table.amount > 0)]
    quarter = table.ordered.dt.to_period("Q").map(lambda one: one.ordinal)
    first = quarter.groupby(table.customer).transform("min")
    (one, *_) = answer["results"]
    assert (one["cohort"], one["period"]) == ("2025-01-01", "2025-01-01")
    member = first == pd.Period("2025Q1").ordinal
    assert one["size"] == table.customer[member].nunique()
    for cell in one["cells"]:
        active = table.customer[member & (quarter - first == cell["offset"])].nunique()
        assert (cell["active"], cell["mature"]) == (active, one["size"])


def test_clv_holdout_customers_and_groups(call, orders, tmp_path):
    file = tmp_path / "customers.csv"
    days = ("--until", "2025-12-31", "--holdout-until", "2026-06-30")
    said = call("clv", orders, *days, "--by", "shop", "--customers", file, "--json")
    answer = adds_up(said.answer)
    total = said.total
    rows = pd.read_csv(file)
    assert list(rows.columns) == [
        "customer", "frequency", "recency", "age", "p_alive",
        "purchases", "spend", "clv", "low", "high",
    ]  # fmt: skip
    assert len(rows) == total["n"] == 150
    assert rows.purchases.sum() == pytest.approx(total["purchases"])
    assert rows.clv.sum() == pytest.approx(total["total"])
    assert total["total_low"] <= total["total"] <= total["total_high"]
    assert total["mean"] == pytest.approx(total["total"] / 150)
    table = pd.read_csv(orders, parse_dates=["ordered"]).dropna(subset="customer")
    later = table[(table.ordered > "2025-12-31") & (table.amount > 0)]
    assert total["holdout"]["actual"] == len(later.drop_duplicates(["customer", "ordered"]))
    assert (total["model"], total["unit"], total["horizon"]) == ("bg-nbd", "week", 52)
    shops = {one["group"].get("shop"): one["n"] for one in answer["results"]}
    assert shops == {None: 150, "north": 100, "south": 50}
    assert answer["options"]["discount"] == 0.1


def test_clv_without_amounts_gives_purchases_only(call, orders, tmp_path):
    bare = tmp_path / "bare.csv"
    pd.read_csv(orders)[["customer", "ordered"]].to_csv(bare, index=False)
    said = call("clv", bare, "--json")
    assert said.total["purchases"] > 0
    assert [said.total[one] for one in ("spend", "total", "total_low", "mean")] == [None] * 4
    assert any("No column is known as amount" in note for note in said.answer["notes"])


def test_segments_add_up_and_name_every_customer(call, orders, tmp_path):
    file = tmp_path / "customers.csv"
    said = call("segments", orders, "--until", "2025-12-31", "--customers", file, "--json")
    answer = adds_up(said.answer)
    rows = pd.read_csv(file)
    sizes = {one["segment"]: one["n"] for one in answer["results"]}
    assert rows.segment.value_counts().to_dict() == sizes
    assert set(rows.recency_score) | set(rows.frequency_score) <= {1, 2, 3, 4, 5}
    revenue = sum(one["revenue"] for one in answer["results"])
    assert rows.monetary.sum() == pytest.approx(revenue)
    assert answer["options"]["until"] == "2025-12-31"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("retention", "orders"), "'orders.csv' looks like transactions, not"),
        (("retention", "subscriptions", "--tau", "0"), "--tau is 0; it has to be a number above 0"),
        (("retention", "subscriptions", "--at", "one"), "--at needs numbers from 0 on"),
        (("contract-value", "subscriptions", "--horizon", "0"), "--horizon is 0"),
        (("contract-value", "subscriptions", "--discount", "10"), "--discount is 10"),
        (("clv", "orders", "--margin", "20"), "The margin is 20"),
        (("clv", "orders", "--holdout-until", "2026-01-01"), "Choose one with --until."),
        (("clv", "orders", "--customers", "/nowhere/at/all.csv"), "'/nowhere/at/all.csv' cannot"),
        (("clv", "orders", "--period", "month"), "No such option '--period'"),
        (("cohorts", "orders", "--rule", "bracket"), "--offsets 1,3,6,12"),
        (("segments", "subscriptions"), "'subscriptions.csv' looks like subscriptions, not"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(call, orders, subscriptions, words, sentence):
    files = {"orders": orders, "subscriptions": subscriptions}
    said = call(*(files.get(word, word) for word in words), "--json")
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
