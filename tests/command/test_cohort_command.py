"""`cohorts` as a script sees it: contracts, the own clock, the test of newer cohorts."""

from __future__ import annotations

import csv
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from scipy import stats

FIRST = date(2025, 1, 1)
FIELDS = {"group", "period", "cohort", "size", "cells"}
CELL = {"offset", "active", "mature", "share", "low", "high"}


def written(path, head, rows):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path


@pytest.fixture(scope="module")
def contracts(tmp_path_factory):
    rows = []
    for i in range(300):
        start = FIRST + timedelta(i)
        end = start + timedelta(15 + 11 * (i % 19))
        rows.append([f"c{i}", start, end if i % 4 else "", "AB"[i % 2]])
    path = tmp_path_factory.mktemp("cohorts") / "contracts.csv"
    return written(path, ["customer", "started", "ended", "plan"], rows)


@pytest.fixture(scope="module")
def purchases(tmp_path_factory):
    """Ten monthly cohorts of 60; each month two more of a cohort come back a month later."""
    rows = []
    for month in range(10):
        start = pd.Timestamp(2025, 1, 8) + pd.DateOffset(months=month)
        for i in range(60):
            rows.append([f"k{month}-{i}", start.date(), "12.50"])
            if i < 20 + 2 * month:
                back = start + pd.DateOffset(months=1)
                rows.append([f"k{month}-{i}", back.date(), "7.25"])
    path = tmp_path_factory.mktemp("cohorts") / "purchases.csv"
    return written(path, ["customer", "ordered", "amount"], rows)


def test_contracts_have_cohorts_by_the_months_in_which_they_ran(call, contracts):
    answer = call("cohorts", contracts, "--offsets", "4", "--until", "2025-12-31", "--json").answer
    table = pd.read_csv(contracts, parse_dates=["started", "ended"])
    last = table.ended.fillna(pd.Timestamp(2025, 12, 31)).clip(upper=pd.Timestamp(2025, 12, 31))
    ran = last.dt.to_period("M").map(lambda one: one.ordinal) - table.started.dt.to_period("M").map(
        lambda one: one.ordinal
    )
    assert len(answer["results"]) == 10
    for row in answer["results"]:
        assert set(row) == FIELDS
        mine = table.started.dt.to_period("M") == pd.Period(row["cohort"], "M")
        assert row["size"] == mine.sum()
        for cell in row["cells"]:
            assert set(cell) == CELL
            over = (
                pd.Period(row["cohort"], "M").ordinal + cell["offset"]
                <= pd.Period("2025-12", "M").ordinal
            )
            assert cell["mature"] == (mine.sum() if over else 0)
            assert cell["active"] == ((ran[mine] >= cell["offset"]).sum() if over else None)
    assert answer["options"]["end"] == "2025-12-31"
    assert (answer["options"]["clock"], answer["options"]["rule"]) == ("calendar", "on")


def test_newer_cohorts_are_tested_in_one_family(call, purchases):
    said = call("cohorts", purchases, "--offsets", "1,2", "--until", "2025-11-30", "--json")
    tests = said.answer["tests"]
    mean = [one for one in tests if one["name"] == "weighted mean of the cohorts"]
    assert [one["active"] for one in mean] == [sum(20 + 2 * k for k in range(10)), 0]
    (trend,) = [one for one in tests if one["name"] == "trend of newer cohorts"]
    assert {"offset", "odds_ratio", "low", "high", "p_value", "p_adjusted"} <= set(trend)
    # The cohort of January is not tested; 22 to 38 of 60 are, by scipy's rank-free correlation.
    place = np.repeat(np.arange(1, 10), 60)
    back = np.concatenate([np.arange(60) < 20 + 2 * k for k in range(1, 10)])
    r = np.corrcoef(place, back)[0, 1]
    z = r * np.sqrt(len(back))
    assert trend["statistic"] == pytest.approx(z, rel=1e-9)
    assert trend["p_value"] == pytest.approx(2 * stats.t.sf(z, 7), rel=1e-9)
    assert trend["p_adjusted"] == trend["p_value"]
    assert trend["low"] < trend["odds_ratio"] < trend["high"]
    assert any("not in the test" in one for one in said.answer["notes"])


def test_the_own_clock_follows_each_customer(call, purchases):
    until = ("--until", "2025-11-30")
    own = call("cohorts", purchases, "--clock", "own", "--offsets", "1", *until, "--json").answer
    june = next(one for one in own["results"] if one["cohort"] == "2025-06-01")
    # From 8 June to 8 July are 30 days: the second window. From 8 July to 8 August are 31, too.
    assert [cell["active"] for cell in june["cells"]] == [60, 30]
    february = next(one for one in own["results"] if one["cohort"] == "2025-02-01")
    # From 8 February to 8 March are 28 days: still the first window.
    assert [cell["active"] for cell in february["cells"]] == [60, 0]
    refused = call("cohorts", purchases, "--clock", "own", "--period", "year", "--json")
    assert refused.status == 2
    assert "a month (30 days)" in refused.err


def test_people_read_the_mean_first_and_the_trend_last(call, purchases):
    out = call("cohorts", purchases, "--offsets", "1", "--until", "2025-11-30").out
    lines = out.splitlines()
    assert lines[2].split() == ["mean", "600", "100.0%", "48.3%"]
    assert "Trend of newer cohorts (odds ratio from one cohort to the next)" in lines
    later = call("cohorts", purchases, "--rule", "on-or-after", "--offsets", "1").out
    assert "no trend of newer cohorts is tested" in later


def test_durations_need_a_start(call, tmp_path):
    rows = [[f"c{i}", 1 + i % 9, i % 2] for i in range(40)]
    path = written(tmp_path / "tenure.csv", ["customer", "tenure", "churned"], rows)
    said = call("cohorts", path, "--json")
    assert (said.status, said.out) == (2, "")
    assert "known as 'started'" in said.err
    dated = [[*row, FIRST + timedelta(3 * i)] for i, row in enumerate(rows)]
    path = written(tmp_path / "dated.csv", ["customer", "tenure", "churned", "started"], dated)
    answer = call("cohorts", path, "--offsets", "2", "--json").answer
    assert sum(row["size"] for row in answer["results"]) == 40


def test_days_to_come_are_said(call, tmp_path):
    rows = [["a", "2024-03-01", 5], ["b", "2024-03-02", 5], ["a", "2093-01-01", 5]]
    path = written(tmp_path / "future.csv", ["customer", "ordered", "amount"], rows)
    answer = call("cohorts", path, "--offsets", "1", "--json").answer
    assert any("still to come" in one for one in answer["notes"])
