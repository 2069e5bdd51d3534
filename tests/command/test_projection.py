"""`projection` and `contract-value` as a script sees them."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta

import pytest

from cxlib.models.lifetime import MODELS
from cxlib.models.projection import project
from cxlib.stats.lives import Lives

CUT = date(2026, 6, 30)


@pytest.fixture(scope="module")
def subscriptions(tmp_path_factory):
    """600 customers of two plans; the small plan has four customers."""
    draw = random.Random(11)
    rows = []
    for i in range(600):
        start = date(2024, 1, 1) + timedelta(draw.randrange(800))
        end = start + timedelta(int(draw.weibullvariate(600, 0.8)))
        rows.append([f"c{i}", start, end if end <= CUT else "", "tiny" if i < 4 else "large"])
    path = tmp_path_factory.mktemp("projection") / "subscriptions.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([["customer", "started", "ended", "plan"], *rows])
    return path


def lives_in(path) -> Lives:
    with path.open() as file:
        rows = list(csv.DictReader(file))
    found = []
    for row in rows:
        end = date.fromisoformat(row["ended"]) if row["ended"] else CUT
        days = (end - date.fromisoformat(row["started"])).days
        found.append((days / (365.25 / 12), int(bool(row["ended"])), int(not row["ended"])))
    return Lives.of(found)


def test_results_are_those_of_the_library(call, subscriptions):
    answer = call(
        "projection", subscriptions, "--horizon", "48", "--observed", CUT, "--json"
    ).answer
    want = project(lives_in(subscriptions), horizon=48)
    found = {one["model"]: one for one in answer["results"]}
    assert set(found) == set(MODELS)
    assert answer["results"][0]["model"] == want.best
    assert [one["recommended"] for one in answer["results"]] == [True] + [False] * 5
    for one in want.models:
        mine = found[one.model]
        assert mine["parameters"] == pytest.approx(dict(one.parameters), rel=1e-6)
        assert (mine["log_likelihood"], mine["aic"], mine["bic"]) == pytest.approx(
            (one.log_likelihood, one.aic, one.bic), rel=1e-9
        )
        assert mine["holdout_error"] == pytest.approx(want.holdout.of(one.model).mae, rel=1e-6)
        assert set(mine["survival"][0]) == {"time", "survival", "low", "high", "beyond"}
        assert [at["time"] for at in mine["survival"]] == list(range(49))
        last = mine["survival"][-1]
        assert last["survival"] == pytest.approx(one.survival[-1].survival, rel=1e-6)
        assert last["low"] < last["survival"] < last["high"]
        assert last["beyond"]
    assert answer["options"]["horizon"] == 48
    assert any("is recommended" in note for note in answer["notes"])


def test_one_model_groups_and_tables(call, subscriptions):
    only = call("projection", subscriptions, "--model", "sbg", "--unit", "week", "--json").answer
    assert [one["model"] for one in only["results"]] == ["sbg"]
    grouped = call(
        "projection", subscriptions, "--by", "plan", "--model", "best", "--horizon", "12", "--json"
    ).answer
    assert [one["group"] for one in grouped["results"]][:2] == [{}, {"plan": "large"}]
    assert any("within the data" in note for note in grouped["notes"])
    said = call("projection", subscriptions, "--cut", "6")
    assert "(recommended)" in said.out
    assert "Fitted to the first 6 months" in said.out


def test_contract_value_holds_what_the_contract_says(call, subscriptions):
    # By the page of the command line: the fields, the sum over k = 0 .. horizon - 1 of margin S(k)
    # (1 + annual)^(-k / units a year), and S(0) = 1.
    for model, parameters in (("km", 0), ("sbg", 2), ("bdw", 3)):
        answer = call(
            "contract-value", subscriptions, "--model", model, "--margin", "20",
            "--discount", "0.1", "--horizon", "8", "--unit", "week", "--json",
        ).answer  # fmt: skip
        (one,) = answer["results"]
        assert {
            "model", "parameters", "log_likelihood", "n", "horizon", "value", "low", "high",
            "survival", "group", "period",
        } <= set(one)  # fmt: skip
        assert (one["model"], one["n"], one["horizon"]) == (model, 600, 8)
        assert len(one["parameters"]) == parameters
        assert (one["log_likelihood"] is None) == (model == "km")
        assert one["survival"][0] == 1
        worth = [20 * s * 1.1 ** (-7 * k / 365.25) for k, s in enumerate(one["survival"])]
        assert one["value"] == pytest.approx(sum(worth[:8]), rel=1e-9)
        assert one["low"] < one["value"] < one["high"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--horizon", "0"), "--horizon is 0"),
        (("--model", "gompertz"), "gompertz"),
        (("--cut", "2"), "begins after 2 periods"),
        (("--where", "customer=c5"), "needs at least"),
        (("--where", "plan=none"), "No row has plan"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(call, subscriptions, words, sentence):
    said = call("projection", subscriptions, *words, "--json")
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1
