"""`hazards` on the command line: published numbers from a file, and sentences for bad input."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.models.lives_made import stays


@pytest.fixture
def file(tmp_path):
    rows = stays(600).rename(columns={"time": "months", "left": "churned"})
    rows.insert(0, "customer_id", [f"c{k}" for k in range(len(rows))])
    path = tmp_path / "contracts.csv"
    rows.to_csv(path, index=False)
    return path


MAP = ("--map", "duration=months", "--map", "churned=churned", "--map", "customer=customer_id")


def test_ratios_tests_and_notes(call, file):
    answer = call("hazards", file, *MAP, "--covariates", "plan,age", "--json").answer
    by_term = {(one["column"], one["level"]): one for one in answer["results"]}
    pro = by_term["plan", "pro"]
    assert pro["baseline"] == "free"
    assert 0 < pro["low"] < pro["hazard_ratio"] < pro["high"] < 1
    assert ("age", "per 1 more") in by_term
    tests = {one["column"]: one for one in answer["tests"]}
    assert tests["plan"]["degrees"] == 2
    assert {"steady", "steady_p_value"} <= set(tests["age"])
    assert answer["notes"][0].startswith("n = 600, departures = ")
    assert "concordance" in answer["notes"][0]
    assert answer["options"]["covariates"] == ["plan", "age"]
    said = call("hazards", file, *MAP, "--covariates", "plan,age").out
    assert "plan: pro" in said
    assert "Do the ratios hold at every time?" in said


def test_rossi_from_its_file(call, shared_data, tmp_path):
    # lifelines documentation: coefficients of age and prio; the flags change sign or not with the
    # most frequent value as baseline, the likelihood does not change at all.
    rows = pd.read_csv(shared_data / "survival_reference" / "rossi.csv")
    rows.insert(0, "customer", [f"c{k}" for k in range(len(rows))])
    path = tmp_path / "rossi.csv"
    rows.to_csv(path, index=False)
    roles = ("--map", "customer=customer", "--map", "duration=week", "--map", "churned=arrest")
    names = "fin,age,race,wexp,mar,paro,prio"
    answer = call("hazards", path, *roles, "--covariates", names, "--json").answer
    coefs = {(one["column"], one["level"]): one["coef"] for one in answer["results"]}
    assert coefs["age", "per 1 more"] == pytest.approx(-0.0574, abs=6e-5)
    assert coefs["prio", "per 1 more"] == pytest.approx(0.0915, abs=6e-5)
    assert abs(coefs["fin", "1" if ("fin", "1") in coefs else "0"]) == pytest.approx(
        0.3794, abs=6e-5
    )
    assert "concordance 0.6403" in answer["notes"][0]
    assert "likelihood -658.748" in answer["notes"][0]


def test_bad_input_is_a_sentence(call, file):
    wrong = call("hazards", file, *MAP, "--covariates", "nowhere")
    assert wrong.status != 0
    assert "'nowhere' is not in this table" in wrong.err
    told = call("hazards", file, *MAP, "--covariates", "churned")
    assert "says who left and when" in told.err
    few = call("hazards", file, *MAP, "--where", "age=64.0", "--covariates", "plan")
    assert "at least 10 departures" in few.err
