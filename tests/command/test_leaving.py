"""Reasons and silence as a script sees them."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta

import pandas as pd
import pytest
from lifelines import AalenJohansenFitter

CUT = date(2026, 6, 30)


@pytest.fixture(scope="module")
def subscriptions(tmp_path_factory):
    """300 customers with a plan and a reason, most of them left; a start a customer."""
    draw = random.Random(5)
    rows = []
    for i in range(300):
        start = date(2025, 1, 1) + timedelta(i)
        end = start + timedelta(1 + int(draw.expovariate(1 / 150)))
        reason = draw.choice(["price", "price", "moved", ""])
        left = end <= CUT
        plan = "pro" if i % 2 else "basic"
        rows.append([f"c{i}", start, end if left else "", plan, reason if left else ""])
    path = tmp_path_factory.mktemp("reasons") / "subscriptions.csv"
    with path.open("w", newline="") as file:
        head = ["customer", "started", "ended", "plan", "cancel_reason"]
        csv.writer(file).writerows([head, *rows, ["z", CUT, "", "pro", ""]])
    return path


@pytest.fixture(scope="module")
def orders(tmp_path_factory):
    """Customers who buy about every 20 days until they stop."""
    draw = random.Random(7)
    rows = []
    for i in range(150):
        day = date(2025, 1, 1) + timedelta(draw.randrange(120))
        last = day + timedelta(int(draw.expovariate(1 / 150)))
        while day <= min(last, CUT):
            rows.append([f"c{i}", day, f"{draw.lognormvariate(3, 0.5):.2f}", "north"])
            day += timedelta(1 + int(draw.expovariate(1 / 20)))
    path = tmp_path_factory.mktemp("orders") / "orders.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["customer", "ordered", "amount", "shop"], *rows])
    return path


def test_reasons_equal_lifelines_on_the_rows(call, subscriptions):
    said = call(
        "reasons", subscriptions, "--by", "plan", "--at", "90,200", "--unit", "day",
        "--observed", CUT, "--json",
    )  # fmt: skip
    answer = said.answer
    table = pd.read_csv(subscriptions, parse_dates=["started", "ended"])
    days = (table.ended.fillna(pd.Timestamp(CUT)) - table.started).dt.days
    code = table.cancel_reason.map({"price": 1, "moved": 2}).fillna(3).where(table.ended.notna(), 0)
    # Ties are broken so little that no order changes with whole days.
    with pytest.warns(Warning, match="Tied event times"):
        theirs = AalenJohansenFitter(jitter_level=1e-6, seed=1).fit(
            days, code.astype(int), event_of_interest=1
        )
    curve = theirs.cumulative_density_.iloc[:, 0]
    found = {(r["group"].get("plan"), r["reason"]): r for r in answer["results"]}
    price = found[None, "price"]
    for row in price["at"]:
        # Broken ties put censored customers of the same day before some departures.
        want = curve[curve.index <= row["time"] + 0.5].iloc[-1]
        assert row["incidence"] == pytest.approx(want, abs=2e-3)
        assert row["low"] < row["incidence"] < row["high"]
    assert found[None, "(no reason given)"]["left"] == int((code == 3).sum())
    assert price["left"] == found["basic", "price"]["left"] + found["pro", "price"]["left"]
    assert answer["columns"]["reason"] == "cancel_reason"
    assert {test["name"] for test in answer["tests"]} == {"gray"}
    assert {test["reason"] for test in answer["tests"]} == {"price", "moved", "(no reason given)"}
    assert any("1 - Kaplan-Meier" in note for note in answer["notes"])
    assert answer["source"]["rows"] == answer["source"]["used"] == 301


def test_lost_times_add_up_with_the_mean_stay(call, subscriptions):
    same = ("--unit", "month", "--tau", "6", "--observed", CUT, "--json")
    reasons = call("reasons", subscriptions, *same).answer["results"]
    stay = call("retention", subscriptions, *same).total["rmst"]
    assert sum(one["lost"] for one in reasons) + stay == pytest.approx(6)
    assert all(one["lost_low"] < one["lost"] < one["lost_high"] for one in reasons)


def test_a_file_without_reasons_is_one_sentence(call, orders, subscriptions):
    said = call("reasons", subscriptions, "--map", "reason=", "--json")
    assert said.status == 2
    assert "--map reason=COLUMN" in said.err
    assert said.out == ""


def test_silence_equals_plain_counting(call, orders):
    answer = call("silence", orders, "--threshold", "60", "--by", "shop", "--json").answer
    table = pd.read_csv(orders, parse_dates=["ordered"]).drop_duplicates(["customer", "ordered"])
    end = table.ordered.max()
    last = table.groupby("customer").ordered.max()
    gaps = table.sort_values("ordered").groupby("customer").ordered.diff().dt.days
    silent = int(((end - last).dt.days > 60).sum())
    watched = int(((end - table.groupby("customer").ordered.min()).dt.days > 60).sum())
    total, north = answer["results"]
    assert (total["customers"], total["n"], total["silent"]) == (len(last), watched, silent)
    assert (north["n"], north["silent"], north["group"]) == (watched, silent, {"shop": "north"})
    assert total["false_alarms"]["returned"] == int((gaps > 60).sum())
    assert total["false_alarms"]["alarms"] == int((gaps > 60).sum()) + silent
    assert 60 in [one["threshold"] for one in total["sensitivity"]]
    assert total["alive"]["model"] == "mbg-nbd"
    assert total["alive"]["not_silent"] == pytest.approx(1 - silent / len(last))
    assert answer["notes"][0].endswith("(no contract: nobody told us they left).")
    assert answer["options"]["rule"] == "given"


def test_the_threshold_comes_from_the_data_by_default(call, orders):
    total = call("silence", orders, "--json").total
    assert (total["rule"], total["percentile"]) == ("open", 0.95)
    ended = call("silence", orders, "--rule", "ended", "--json").total
    assert total["threshold"] >= ended["threshold"]
    assert [row["time"] for row in total["at"]] == [30, 90, 180, 365]
    assert "Silent for more than" in call("silence", orders).out


def test_silence_needs_somebody_who_came_back(call, tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("customer,ordered,amount\na,2025-01-01,1\nb,2025-03-01,2\n")
    said = call("silence", path)
    assert said.status == 2
    assert "at least 1 customer who came back; this selection has 0" in said.err
    assert call("silence", path, "--threshold", "30", "--json").total["silent"] == 1
