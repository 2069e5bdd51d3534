"""`retention` with late records, joined contracts, other tests, and awkward files."""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from lifelines import KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test, pairwise_logrank_test

CUT = date(2026, 6, 30)
FIRST = date(2025, 1, 1)


@pytest.fixture
def file(tmp_path):
    def write(rows, header=("customer", "started", "ended", "plan")):
        path = tmp_path / "subscriptions.csv"
        with path.open("w", newline="") as out:
            csv.writer(out).writerows([header, *rows])
        return path

    return write


def contracts(n=240) -> list[list[object]]:
    draw = random.Random(9)
    rows = []
    for i in range(n):
        start = FIRST + timedelta(draw.randrange(400))
        stay = 1 + int(draw.expovariate(1 / (120 + 90 * (i % 3))))
        end = start + timedelta(stay)
        rows.append([f"c{i}", start, end if end <= CUT else "", ("free", "team", "pro")[i % 3]])
    return rows


def frame(rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["customer", "started", "ended", "plan"])
    end = pd.to_datetime(table.ended.replace("", None))
    start = pd.to_datetime(table.started)
    table["left"] = end.notna()
    table["days"] = (end.fillna(pd.Timestamp(CUT)) - start).dt.days
    table["start"] = start
    return table


def test_records_that_begin_later_equal_lifelines_with_entry(call, file):
    # A base that grew before the records began, of which the early leavers are in this file.
    begin = date(2025, 10, 1)
    rows = contracts()
    answer = call(
        "retention", file(rows), "--observed", CUT, "--records-from", begin, "--unit", "day",
        "--at", "100,200,300", "--json",
    ).answer  # fmt: skip
    table = frame(rows)
    entry = (pd.Timestamp(begin) - table.start).dt.days.clip(lower=0)
    seen = (entry == 0) | (table.days > entry)
    fit = KaplanMeierFitter().fit(table.days[seen], table.left[seen], entry=entry[seen])
    total = answer["results"][0]
    assert total["n"] == int(seen.sum()) < 240
    shares = fit.survival_function_at_times([100, 200, 300]).tolist()
    assert [one["survival"] for one in total["at"]] == pytest.approx(shares, abs=1e-9)
    watched = [int(((entry < t) & (table.days >= t) & seen).sum()) for t in (100, 200, 300)]
    assert [one["at_risk"] for one in total["at"]] == watched
    (left_out,) = answer["source"]["left_out"]
    assert left_out == {
        "reason": "left by the day on which the records begin",
        "rows": 240 - total["n"],
    }
    assert answer["options"]["records_from"] == "2025-10-01"


def test_a_column_of_entries_is_recognised(call, file):
    rows = [[f"c{i}", FIRST, FIRST + timedelta(200 + i), FIRST + timedelta(60)] for i in range(20)]
    header = ("customer", "started", "ended", "observed from")
    answer = call("retention", file(rows, header), "--unit", "day", "--at", "50", "--json").answer
    assert answer["columns"]["entered"] == "observed from"
    assert any("Nobody is watched in the beginning" in note for note in answer["notes"])
    assert answer["results"][0]["at"][0]["at_risk"] == 0


@pytest.mark.parametrize("test", ["log-rank", "wilcoxon", "tarone-ware", "peto"])
def test_tests_and_pairs_equal_lifelines(call, file, test):
    rows = contracts()
    answer = call(
        "retention", file(rows), "--by", "plan", "--test", test, "--observed", CUT, "--json"
    ).answer
    table = frame(rows)
    how = {} if test == "log-rank" else {"weightings": test}
    theirs = multivariate_logrank_test(table.days, table.plan, table.left, **how)
    whole, *pairs = answer["tests"]
    assert (whole["name"], whole["degrees"]) == (test, 2)
    assert whole["statistic"] == pytest.approx(theirs.test_statistic, rel=1e-6)
    assert [one["groups"] for one in pairs] == [["free", "pro"], ["free", "team"], ["pro", "team"]]
    two = pairwise_logrank_test(table.days, table.plan, table.left, **how)
    assert [one["p_value"] for one in pairs] == pytest.approx(list(two.p_value), rel=1e-6)
    assert {one["name"] for one in pairs} == {f"{test} pair"}
    assert all(one["p_adjusted"] >= one["p_value"] for one in pairs)


def test_fleming_harrington_takes_its_powers(call, file):
    rows = contracts()
    path = file(rows)
    table = frame(rows)
    for early, late in ((1, 0), (0, 1)):
        found = call(
            "retention", path, "--by", "plan", "--test", "fleming-harrington",
            "--early", early, "--late", late, "--observed", CUT, "--json",
        ).answer["tests"][0]  # fmt: skip
        theirs = multivariate_logrank_test(
            table.days, table.plan, table.left, weightings="fleming-harrington", p=early, q=late
        )
        assert found["statistic"] == pytest.approx(theirs.test_statistic, rel=1e-6)


def test_people_see_the_pairs(call, file):
    said = call("retention", file(contracts()), "--by", "plan")
    assert "Every two groups" in said.out
    assert "p (adjusted)" in said.out


def test_contracts_that_follow_on_one_another_are_joined_when_asked(call, file):
    rows = []
    for i in range(30):
        end = FIRST + timedelta(100 + i)
        rows += [[f"c{i}", FIRST, end, "free"], [f"c{i}", end + timedelta(10), "", "pro"]]
    path = file([*rows, ["x", FIRST, FIRST + timedelta(400), "pro"]])
    apart = call("retention", path, "--by", "plan", "--json").answer
    assert apart["results"][0]["n"] == 61
    assert any(
        "30 customers have 60 contracts" in note and "--join" in note for note in apart["notes"]
    )
    stays = call("retention", path, "--by", "plan", "--join", "--json").answer
    assert stays["source"]["used"] == stays["source"]["rows"] == 61
    found = {one["group"].get("plan"): (one["n"], one["events"]) for one in stays["results"]}
    assert found == {None: (31, 1), "free": (30, 0), "pro": (1, 1)}
    assert any("at most 31 days apart count as one stay" in note for note in stays["notes"])


AWKWARD = {
    "no events": [[f"c{i}", FIRST, "", "ab"[i % 2]] for i in range(20)],
    "all events": [[f"c{i}", FIRST, FIRST + timedelta(10 + i), "ab"[i % 2]] for i in range(20)],
    "one customer": [["c", FIRST, FIRST + timedelta(40), "a"]],
    "no time": [[f"c{i}", FIRST, FIRST, "ab"[i % 2]] for i in range(20)],
    "a group of one": [
        [f"c{i}", FIRST, FIRST + timedelta(10 + i), "b" if i == 7 else "a"] for i in range(20)
    ],
    "all ties": [[f"c{i}", FIRST, FIRST + timedelta(30), "ab"[i % 2]] for i in range(20)],
}


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("test", ["log-rank", "peto", "fleming-harrington"])
def test_awkward_files_get_an_honest_answer(call, file, name, test):
    rows = AWKWARD[name]
    said = call(
        "retention", file(rows), "--by", "plan", "--test", test, "--observed", CUT, "--json"
    )
    answer = said.answer
    source = answer["source"]
    assert source["rows"] == source["used"] + sum(one["rows"] for one in source["left_out"])
    total = answer["results"][0]
    ended = sum(row[2] != "" for row in rows)
    assert (total["n"], total["events"]) == (len(rows), ended)
    if name == "no events":
        assert (total["median"], total["rmst_low"]) == (None, None)
        assert [one["survival"] for one in total["at"]] == [1, 1, 1, 1]
        assert any("Nobody has left yet" in note for note in answer["notes"])
    if name in ("no events", "no time", "all ties", "one customer"):
        # Nobody, or everybody at once: nothing tells the groups apart.
        assert answer["tests"] == []
    if name == "all events":
        days = [10 + i for i in range(20)]
        half = float(np.sort(days)[9]) / (365.25 / 12)
        assert total["median"] == pytest.approx(half)
    people = call("retention", file(rows), "--by", "plan", "--observed", CUT)
    assert (people.status, people.err) == (0, "")


WRONG = {
    "ended before": (
        [["a", "2025-05-01", "2025-04-01", "x"], ["b", "2025-05-01", "2025-03-01", "x"]],
        (),
        "ended before it started",
    ),
    "cut-off": ([["a", "2025-05-01", "", "x"]], ("--observed", "2025-04-01"), "started after"),
    "records": (
        [["a", "2025-05-01", "2025-06-01", "x"]],
        ("--observed", "2025-07-01", "--records-from", "2025-08-01"),
        "The records begin on 2025-08-01 (--records-from), after the cut-off day 2025-07-01",
    ),
    "nobody": (
        [["a", "2025-05-01", "2025-06-01", "x"]],
        ("--observed", "2025-07-01", "--records-from", "2025-06-15"),
        "left by the day on which the records begin",
    ),
    "early": (contracts(9), ("--early", "-1"), "--early"),
    "test": (contracts(9), ("--test", "cox"), "--test"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_answered_is_one_sentence(call, file, name):
    rows, options, words = WRONG[name]
    said = call("retention", file(rows), *options, "--json")
    assert (said.status, said.out) == (2, "")
    assert words in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_durations_cannot_be_joined_or_begin_late(call, file):
    rows = [[f"c{i}", 3 + i, "yes", "x"] for i in range(12)]
    path = file(rows, ("customer", "tenure", "churned", "plan"))
    said = call("retention", path, "--join")
    assert said.status == 2
    assert "--join needs customer, started and ended" in said.err
    late = call("retention", path, "--records-from", "2025-01-01")
    assert late.status == 2
    assert "(--records-from) needs start and end dates" in late.err
