"""`--repeats`: customers with several answers, on the command line."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest


@pytest.fixture
def survey(tmp_path):
    """Forty customers who say the same thing three times, and ten who answer once."""
    score = np.repeat([10, 9, 3, 8] * 10, 3).tolist() + [10, 0] * 5
    whose = np.repeat(range(40), 3).tolist() + list(range(40, 50))
    days = pd.date_range("2025-01-01", periods=130).strftime("%Y-%m-%d")
    table = pd.DataFrame({"customer_id": whose, "nps_score": score, "answered": days})
    table["customer_id"] = "C" + table.customer_id.astype(str)
    table["region"] = np.where(table.index % 2, "east", "west")
    path = tmp_path / "survey.csv"
    table.to_csv(path, index=False)
    return path


def test_the_usual_numbers_stay_and_the_note_names_the_choice(call, survey):
    said = call("nps", survey, "--by", "region", "--json")
    same = call("nps", survey, "--by", "region", "--repeats", "all", "--json")
    assert said.answer["results"] == same.answer["results"]
    assert "customers" not in said.total
    (note,) = [one for one in said.answer["notes"] if "more than once" in one]
    assert note.startswith("40 customers answered more than once (120 answers); all answers count")
    robust = call("nps", survey, "--repeats", "robust", "--json").total
    assert f"(design effect {robust['design_effect']:.2f}). --repeats robust" in note


def test_customers_as_the_unit(call, survey):
    plain = call("nps", survey, "--json").total
    robust = call("nps", survey, "--repeats", "robust", "--json")
    total = robust.total
    assert (total["score"], total["n"], total["customers"]) == (plain["score"], 130, 50)
    table = pd.read_csv(survey)
    code = np.select([table.nps_score > 8, table.nps_score < 7], [1, -1], 0)
    each = pd.Series(code - code.mean()).groupby(table.customer_id).sum()
    effect = (each**2).sum() / ((code - code.mean()) ** 2).sum() * (50 / 49) / (130 / 129)
    assert total["design_effect"] == pytest.approx(effect)
    assert total["n_eff"] == pytest.approx(130 / effect)
    assert total["high"] - total["low"] > 1.4 * (plain["high"] - plain["low"])
    assert robust.answer["options"]["repeats"] == "robust"
    assert robust.answer["columns"]["customer"] == "customer_id"


def test_the_latest_and_the_mean_of_each_customer(call, survey):
    table = pd.read_csv(survey)
    code = pd.Series(np.select([table.nps_score > 8, table.nps_score < 7], [1, -1], 0))
    latest = call("nps", survey, "--repeats", "latest", "--json").total
    assert latest["n"] == 50
    assert latest["score"] == pytest.approx(100 * code.groupby(table.customer_id).last().mean())
    mean = call("nps", survey, "--repeats", "mean", "--json").total
    means = code.groupby(table.customer_id).mean()
    assert mean["score"] == pytest.approx(100 * means.mean())
    assert (mean["high"] - mean["low"]) / 2 == pytest.approx(
        100 * 1.96 * means.std() / np.sqrt(50), rel=0.04
    )


def test_other_scores_know_the_option_and_customers_are_needed(call, survey):
    options = ("--map", "csat=nps_score", "--map", "nps=", "--scale", "0-10")
    said = call("csat", survey, *options, "--repeats", "robust", "--period", "month", "--json")
    assert said.total["customers"] == 50
    lost = call("nps", survey, "--map", "customer=", "--repeats", "robust", "--json")
    assert lost.status == 2
    assert "'customer'" in lost.err
