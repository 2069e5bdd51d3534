"""`survey-quality` from a file to JSON: every number against pandas, and refusals in words."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

RATINGS = ["a_rating", "b_rating", "c_rating"]


@pytest.fixture
def invitations(tmp_path):
    """900 invitations, of which about half are answered, some late, some carelessly."""
    draw = np.random.default_rng(11)
    n = 900
    answered = draw.random(n) < np.where(np.arange(n) % 2, 0.6, 0.4)
    sent = pd.Timestamp("2025-03-01") + pd.to_timedelta(draw.integers(0, 60, n), "D")
    table = pd.DataFrame({"customer_id": [f"K{k}" for k in range(n)], "sent_at": sent})
    table["answered_at"] = (sent + pd.to_timedelta(draw.integers(0, 9, n), "D")).where(answered)
    table["nps"] = pd.Series(draw.integers(0, 11, n)).where(answered).astype("Int64")
    for name in RATINGS:
        known = answered & (draw.random(n) > 0.1)
        table[name] = pd.Series(draw.integers(1, 6, n)).where(known).astype("Int64")
    table["seconds"] = pd.Series(draw.integers(10, 300, n)).where(answered).astype("Int64")
    table["plan"] = np.where(np.arange(n) % 2, "Family", "Starter")
    path = tmp_path / "invitations.csv"
    table.to_csv(path, index=False)
    return path, table


def measured(answer, measure):
    return {
        tuple(one["group"].values()): one
        for one in answer["results"]
        if one["measure"] == measure and one["period"] is None
    }


def test_every_part_equals_pandas(call, invitations):
    path, table = invitations
    answer = call("survey-quality", path, "--by", "plan", "--duration", "seconds", "--json").answer
    known = table["nps"].notna()
    rates = measured(answer, "response rate")
    assert rates[()]["share"] == pytest.approx(known.mean())
    for plan, part in known.groupby(table["plan"]):
        assert (rates[plan,]["n"], rates[plan,]["count"]) == (len(part), part.sum())
        assert rates[plan,]["p_adjusted"] < 0.01
    ratings = table[RATINGS]
    enough = ratings.notna().all(axis=1)
    alike = enough & (ratings.nunique(axis=1) == 1)
    lines = measured(answer, "straight-lining")
    assert (lines[()]["n"], lines[()]["count"]) == (enough.sum(), alike.sum())
    limit = table["seconds"].median() / 3
    quick = measured(answer, "too quick")
    assert quick[()]["count"] == (table["seconds"] < limit).sum()
    assert quick["Family",]["n"] == (known & (table["plan"] == "Family")).sum()
    blank = measured(answer, "blank")
    assert blank["a_rating",]["count"] == (known & table["a_rating"].isna()).sum()
    days = (table["answered_at"] - table["sent_at"]).dt.days[known]
    (late,) = measured(answer, "late less early answers").values()
    early = days <= late["early_until_day"]
    assert late["early_until_day"] == int(days.median())
    assert (late["n_early"], late["n_late"]) == (early.sum(), (~early).sum())
    nps = {
        k: 100 * ((v >= 9).mean() - (v <= 6).mean()) for k, v in table["nps"][known].groupby(early)
    }
    assert late["difference"] == pytest.approx(nps[False] - nps[True])
    assert late["low"] < late["difference"] < late["high"]
    source = answer["source"]
    assert source["rows"] == source["used"] + sum(one["rows"] for one in source["left_out"])


def test_without_invitations_it_says_what_is_missing(call, tmp_path):
    path = tmp_path / "answers.csv"
    path.write_text("nps,region\n" + "".join(f"{k % 11},{'NS'[k % 2]}\n" for k in range(40)))
    said = call("survey-quality", path)
    assert said.status == 0
    assert "needs a row for every invitation" in said.out
    assert "needs at least 3 rating columns" in said.out
    refused = call("survey-quality", path, "--metric", "csat")
    assert (refused.status, refused.out) == (2, "")
    assert "--metric csat is no score of this file; it has: nps." in refused.err


def test_straight_lines_of_a_real_survey(call, shared_data):
    path = shared_data / "sfo_airport_survey" / "2017_SFO_Customer_Survey.csv"
    answer = call("survey-quality", path, "--json").answer
    note = next(one for one in answer["notes"] if one.startswith("Straight-lining: "))
    names = note.removeprefix("Straight-lining: ").partition(", on ")[0].split(", ")
    assert note.endswith("on 1-5.")
    cells = pd.read_csv(path, dtype=str)[names].apply(pd.to_numeric, errors="coerce")
    valid = cells.where(cells.isin(range(1, 6)))
    enough = valid.notna().sum(axis=1) >= 3
    alike = enough & (valid.nunique(axis=1) == 1)
    (total,) = measured(answer, "straight-lining").values()
    assert (total["n"], total["count"]) == (enough.sum(), alike.sum())
