"""`contract-value` with every model, terms, late records, joined contracts, and what is refused."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta

import pytest

from cxlib.models.contract import METHODS

CUT = date(2026, 6, 30)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """400 customers with two contracts each, ten days apart, and a reason where they left."""
    draw = random.Random(4)
    rows = []
    for i in range(400):
        start = date(2024, 1, 1) + timedelta(draw.randrange(700))
        middle = start + timedelta(60 + int(draw.weibullvariate(150, 0.9)))
        again = middle + timedelta(10)
        end = again + timedelta(1 + int(draw.weibullvariate(300, 0.8)))
        for first, last in ((start, middle), (again, end)):
            gone = last if last <= CUT else ""
            if first < CUT:
                rows.append([f"c{i}", first, gone, "ab"[i % 2], "price" if gone else ""])
    path = tmp_path_factory.mktemp("contracts") / "subscriptions.csv"
    with path.open("w", newline="") as out:
        head = ["customer", "started", "ended", "plan", "cancel_reason"]
        csv.writer(out).writerows([head, *rows])
    return path


@pytest.mark.parametrize("model", METHODS)
def test_every_model_sums_its_survival(call, file, model):
    words = ("--model", model, "--margin", "20", "--horizon", "36", "--growth", "0.05")
    (one,) = call("contract-value", file, *words, "--observed", CUT, "--json").answer["results"]
    assert one["model"] == model
    worth = [
        20 * 1.05 ** (k / 12) * s * 1.1 ** (-k / 12) for k, s in enumerate(one["survival"][:36])
    ]
    assert one["value"] == pytest.approx(sum(worth))
    assert one["within"] + one["beyond"] == pytest.approx(one["value"])
    assert one["low"] < one["value"] < one["high"]
    assert one["beyond"] > 0
    assert (one["aic"] is None) == (model == "km")


def test_arrears_and_the_cost(call, file):
    words = ("--arrears", "--cost", "60", "--margin", "10", "--horizon", "24", "--discount", "0")
    said = call("contract-value", file, *words, "--observed", CUT, "--json")
    (one,) = said.answer["results"]
    shares = one["survival"][1:]
    assert one["value"] == pytest.approx(10 * sum(shares))
    sums = [10 * sum(shares[: k + 1]) for k in range(24)]
    first = next(k + 1 for k, total in enumerate(sums) if total >= 60)
    back = one["payback"]
    assert (back["break_even"], back["stayer"], back["cost"]) == (first, 6, 60)
    assert back["earliest"] <= first <= back["latest"]
    assert back["ratio"] == pytest.approx(one["value"] / 60)
    text = call("contract-value", file, *words, "--observed", CUT).out
    assert "paid in arrears" in text
    assert "Paying back 60" in text


def test_a_margin_that_falls_is_said_to_shrink(call, file):
    assert "shrinking 5.0% a year" in call("contract-value", file, "--growth", "-0.05").out
    assert "growing 5.0% a year" in call("contract-value", file, "--growth", "0.05").out


def test_the_recommended_model_is_told(call, file):
    answer = call("contract-value", file, "--model", "best", "--observed", CUT, "--json").answer
    (one,) = answer["results"]
    assert one["model"] in METHODS[1:]
    assert any("is recommended: a new customer is worth" in note for note in answer["notes"])


def test_groups_are_tested_against_the_rest(call, file):
    answer = call("contract-value", file, "--by", "plan", "--observed", CUT, "--json").answer
    total, a, b = answer["results"]
    assert total["difference"] is None
    assert a["difference"] == pytest.approx(-b["difference"])
    assert a["difference"] == pytest.approx(a["value"] - b["value"])
    assert a["difference_low"] < a["difference"] < a["difference_high"]
    assert a["p_adjusted"] == pytest.approx(a["p_value"])


@pytest.mark.parametrize("command", ["contract-value", "projection", "reasons"])
def test_contracts_can_be_joined_and_records_begin_later(call, file, command):
    words = ("--observed", CUT, "--json")
    apart = call(command, file, *words).answer
    joined = call(command, file, *words, "--join").answer
    later = call(command, file, *words, "--records-from", "2025-03-01").answer
    n = [one["results"][0]["n"] for one in (apart, joined, later)]
    assert n[1] == 400 < n[0]
    assert n[2] < n[0]
    assert any("count as one stay" in note for note in joined["notes"])
    gone = {one["reason"]: one["rows"] for one in later["source"]["left_out"]}
    assert gone["left by the day on which the records begin"] == n[0] - n[2]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--horizon", "0"), "--horizon is 0"),
        (("--margin", "0"), "--margin is 0"),
        (("--margin", "-3"), "--margin is -3"),
        (("--discount", "-0.1"), "--discount is -0.1"),
        (("--growth", "-1"), "--growth is -1"),
        (("--cost", "-5"), "--cost is -5"),
        (("--model", "gompertz"), "gompertz"),
        (("--records-from", "2027-01-01"), "after the cut-off day"),
        (("--model", "best", "--where", "customer=c5"), "needs at least"),
    ],
)
def test_what_cannot_be_valued_is_one_sentence(call, file, words, sentence):
    said = call("contract-value", file, *words, "--observed", CUT, "--json")
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
