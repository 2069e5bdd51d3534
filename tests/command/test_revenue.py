"""Rates and movements of money as a script sees them."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta

import pandas as pd
import pytest
from scipy import stats

CUT = date(2026, 6, 30)


@pytest.fixture(scope="module")
def contracts(tmp_path_factory):
    """300 customers in two regions, a third of whom change their fee; 3 rows are of no use."""
    draw = random.Random(8)
    rows = []
    for i in range(300):
        start = date(2025, 1, 1) + timedelta(draw.randrange(300))
        end = start + timedelta(int(draw.expovariate(1 / (900 if i % 2 else 200))))
        fee = draw.choice([10.5, 20, 40])
        region = "north" if i % 2 else "south"
        if i % 3 == 0 and (end - start).days > 60:
            change = start + timedelta(40)
            rows.append([f"c{i}", start, change, fee, region])
            start, fee = change, fee * draw.choice([0.5, 2])
        rows.append([f"c{i}", start, end if end <= CUT else "", fee, region])
    rows += [["x", "", "", 9, "north"], ["y", "2026-05-01", "2026-04-01", 9, "north"]]
    rows += [["z", "2025-05-01", "", -3, "south"]]
    path = tmp_path_factory.mktemp("contracts") / "subscriptions.csv"
    with path.open("w", newline="") as file:
        head = ["customer", "started", "ended", "fee", "region"]
        csv.writer(file).writerows([head, *rows])
    return path


def fees(path, day):
    """What each customer pays at the close of a day."""
    table = pd.read_csv(path, parse_dates=["started", "ended"])[:-3]
    open_then = (table.started <= day) & ~(table.ended <= day)
    return table[open_then].groupby("customer").fee.sum()


def test_a_month_equals_pandas(call, contracts):
    answer = call("revenue", contracts, "--observed", CUT, "--json").answer
    assert answer["columns"]["fee"] == "fee"
    assert sorted(one["reason"] for one in answer["source"]["left_out"]) == [
        "ended before it started",
        "started is blank",
        "the fee is below zero",
    ]
    by_period = {one["period"]: one for one in answer["results"]}
    found = by_period["2025-09-01"]
    x, y = fees(contracts, "2025-08-31"), fees(contracts, "2025-09-30")
    both = pd.concat([x, y], axis=1, keys=["x", "y"]).dropna()
    assert found["customers_start"] == len(x)
    assert found["customers_end"] == len(y)
    assert found["lost"] == len(x) - len(both)
    assert found["money_start"] == pytest.approx(x.sum())
    assert found["money_end"] == pytest.approx(y.sum())
    assert found["expansion"] == pytest.approx((both.y - both.x).clip(lower=0).sum())
    assert found["nrr"] == pytest.approx(both.y.sum() / x.sum())
    assert found["grr"] == pytest.approx(both.min(axis=1).sum() / x.sum())
    limits = stats.binomtest(len(both), len(x)).proportion_ci(method="wilson")
    assert (found["low"], found["high"]) == pytest.approx((limits.low, limits.high))
    assert all(one["finished"] for one in answer["results"])


def test_all_is_the_last_full_months_together(call, contracts):
    said = call("revenue", contracts, "--observed", "2026-06-20", "--by", "region", "--json")
    total = said.total
    months = [
        one
        for one in said.answer["results"]
        if not one["group"] and one["period"] and one["finished"]
    ][-12:]
    assert (total["periods"], months[-1]["period"]) == (12, "2026-05-01")
    assert total["money_start"] == months[0]["money_start"]
    assert total["money_end"] == months[-1]["money_end"]
    at_risk = sum(one["customers_start"] for one in months)
    assert total["n"] == at_risk
    assert total["retention"] == pytest.approx(1 - sum(one["lost"] for one in months) / at_risk)
    groups = {
        one["group"]["region"]: one
        for one in said.answer["results"]
        if one["group"] and one["period"] is None
    }
    # South leaves four to five times as fast.
    assert groups["south"]["p_adjusted"] < 0.01
    assert groups["south"]["grr_p_adjusted"] < 0.01
    assert groups["south"]["retention"] < groups["north"]["retention"]
    assert total["p_value"] is None
    assert any("The last month is not complete" in note for note in said.answer["notes"])
    assert any("At one constant rate" in note for note in said.answer["notes"])


def test_people_see_both_tables(call, contracts):
    out = call("revenue", contracts, "--period", "quarter", "--by", "region").out
    assert "Customers\n" in out
    assert "Recurring money a month\n" in out
    assert "region = south" in out
    out = call("revenue", contracts, "--map", "fee=").out
    assert "Recurring money" not in out
    assert "No column is known as 'fee'" in out


def test_bad_questions_are_one_sentence(call, contracts):
    for words, complaint in (
        (("--observed", "2024-01-01"), "started after 2024-01-01"),
        (("--period", "week"), "week"),
        (("--since", "2027-01-01"), "None begins from 2027-01-01"),
        (("--map", "ended="), "Rates by period need start and end dates"),
    ):
        said = call("revenue", contracts, *words)
        assert said.status == 2
        assert complaint in said.err
        assert not said.out
