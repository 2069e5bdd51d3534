"""`sentiment` and `themes` as a script sees them."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest

HEADER = "answered,region,nps,comment\n"
TEXTS = (
    "The staff were friendly and helpful",
    "not good at all, delivery was late",
    "pelayanan sangat bagus dan cepat",
    "kecewa, barang rusak",
    "ok je",
)


@pytest.fixture
def survey(tmp_path):
    """100 answers of two months; every fifth comment alike, twelve of them blank."""
    scores = (10, 2, 9, 0, 7)
    rows = [
        f"2026-0{1 + i // 50}-{1 + i % 25:02d},{('north', 'south')[i % 2]},{scores[i % 5]},"
        f'"{TEXTS[i % 5] if i >= 12 else ""}"\n'
        for i in range(100)
    ]
    path = tmp_path / "survey.csv"
    path.write_text(HEADER + "".join(rows), encoding="utf-8")
    return path


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_sentiment_counts_and_writes_a_row_each(call, survey, tmp_path):
    out = tmp_path / "rows.csv"
    said = call("sentiment", survey, "--rows", out, "--json")
    total, source = said.total, said.answer["source"]
    assert (source["rows"], source["used"]) == (100, 88)
    assert source["left_out"] == [{"reason": "no comment", "rows": 12}]
    assert total["n"] == 88 == total["positive"] + total["neutral"] + total["negative"]
    assert total["net"] == pytest.approx(100 * (total["positive"] - total["negative"]) / 88)
    assert total["low"] <= total["net"] <= total["high"]
    assert total["method"] == "lexicon"
    rows = rows_of(out)
    assert [int(row["row"]) for row in rows] == list(range(13, 101))
    labels = [row["label"] for row in rows]
    assert {one: labels.count(one) for one in ("positive", "neutral", "negative")} == {
        one: total[one] for one in ("positive", "neutral", "negative")
    }
    second = next(row for row in rows if row["text"].startswith("not good"))
    assert (second["label"], second["language"], second["covered"]) == ("negative", "en", "true")
    assert "good" in second["words"]
    assert "delivery:negative" in second["themes"].split(";")


def test_groups_and_periods_are_told_apart(call, survey):
    words = ("--by", "region", "--period", "month", "--where", "region=north")
    answer = call("sentiment", survey, *words, "--json").answer
    keys = [(one["group"], one["period"]) for one in answer["results"]]
    assert ({}, None) in keys
    assert ({"region": "north"}, "2026-02-01") in keys
    assert sum(answer["source"]["left_out"][i]["rows"] for i in range(2)) == 56
    whole = [one["n"] for one in answer["results"] if not one["group"]]
    assert whole[0] == sum(whole[1:]) == answer["source"]["used"]


def test_personal_details_reach_no_file(call, tmp_path):
    path, out = tmp_path / "c.csv", tmp_path / "rows.csv"
    path.write_text("text\n=cmd mail a@example.com good\n+62 812 3456 7890 bad\n", encoding="utf-8")
    said = call("sentiment", path, "--text", "text", "--rows", out, "--json")
    text = out.read_text(encoding="utf-8")
    assert "example.com" not in text
    assert "3456" not in text
    assert [row["text"][0] for row in rows_of(out)] == ["'", "["]
    assert any("email in 1, phone in 1" in note for note in said.answer["notes"])


def test_training_says_what_it_chose_and_warns_of_the_circle(call, tmp_path):
    rng = np.random.default_rng(5)
    classes = rng.integers(0, 2, 160)
    filler = ("red", "green", "blue", "round", "square")
    lines = [
        f"{rng.choice(filler)} {('grung', 'zorbo')[one]} {rng.choice(filler)},{(1, 5)[one]}\n"
        for one in classes
    ]
    path = tmp_path / "rated.csv"
    path.write_text("text,stars\n" + "".join(lines), encoding="utf-8")
    said = call("sentiment", path, "--text", "text", "--train-on", "stars", "--json")
    assert said.total["method"] in ("model", "hybrid")
    assert said.total["positive"] == pytest.approx(int(classes.sum()), abs=8)
    assert any("goes round in a circle" in note for note in said.answer["notes"])
    path.write_text("text,stars\n" + "".join(lines[:30]), encoding="utf-8")
    few = call("sentiment", path, "--text", "text", "--train-on", "stars", "--json")
    assert few.total["method"] == "lexicon"
    assert any("learning needs 50" in note for note in few.answer["notes"])


def test_themes_beside_nps_in_points(call, survey):
    said = call("themes", survey, "--map", "text=comment", "--score", "nps", "--json")
    answer = said.answer
    found = {one["theme"]: one for one in answer["results"]}
    staff = found["staff"]
    assert staff["score_with"] == 100
    assert staff["share"] == pytest.approx(staff["n"] / 88)
    whole = (
        100 * (np.isin(np.arange(12, 100) % 5, (0, 2)).mean() - 0)
        - 100 * np.isin(np.arange(12, 100) % 5, (1, 3)).mean()
    )
    assert staff["impact"] == pytest.approx(whole - staff["score_without"])
    assert staff["low"] <= staff["impact"] <= staff["high"]
    assert found["delivery"]["net"] == -100
    assert found["delivery"]["negative"]["n"] == found["delivery"]["n"]
    assert any("not shown to be caused" in note for note in answer["notes"])


def test_a_taxonomy_of_ones_own_and_few_mentions(call, survey, tmp_path):
    taxonomy = tmp_path / "own.json"
    taxonomy.write_text(json.dumps({"late": ["late"], "nobody": ["xyzzy"], "kind": ["friend*"]}))
    words = ("--taxonomy", taxonomy, "--where", "region=north", "--since", "2026-02-01")
    answer = call("themes", survey, *words, "--json").answer
    found = {one["theme"]: one for one in answer["results"]}
    assert set(found) == {"late", "kind"}
    assert found["late"]["n"] < 10
    assert (found["late"]["impact"], found["late"]["p_adjusted"]) == (None, None)


def test_a_one_to_five_score_is_averaged(call, tmp_path):
    path = tmp_path / "stars.csv"
    path.write_text("text,stars\n" + "good staff,5\nbad price,1\n" * 12, encoding="utf-8")
    answer = call("themes", path, "--text", "text", "--score", "stars", "--json").answer
    found = {one["theme"]: one for one in answer["results"]}
    assert (found["staff"]["score_with"], found["staff"]["score_without"]) == (5, 1)
    assert found["staff"]["impact"] == pytest.approx(2)


def test_for_people_there_is_a_table(call, survey):
    said = call("sentiment", survey)
    assert "positive" in said.out.splitlines()[0]
    assert "88 of 100 rows used" in said.out
    assert "theme" in call("themes", survey).out.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--language", "fr"), "no word lists for the language 'fr'"),
        (("--text", "remark"), "'remark' is not in this table"),
        (("--taxonomy", "none.yaml"), "cannot be opened"),
        (("--train-on", "stars"), "'stars' is not in this table"),
    ],
)
def test_wrong_options_are_one_clear_line(call, survey, words, said):
    found = call("sentiment", survey, *words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
    assert len(found.err.strip().splitlines()) == 1


def test_a_file_without_comments_says_how_to_name_them(call, tmp_path):
    path = tmp_path / "scores.csv"
    path.write_text("nps,region\n9,n\n3,s\n10,n\n", encoding="utf-8")
    found = call("sentiment", path)
    assert found.status == 2
    assert "--text COLUMN" in found.err


def test_own_words_stand_above_the_lists(call, survey, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "word,valence\nok je,3\nstaff were,-4\nfriendly,0\nhelpful,0\n", encoding="utf-8"
    )
    before = call("sentiment", survey, "--json").total
    after = call("sentiment", survey, "--words", own, "--json")
    assert after.total["positive"] < before["positive"]
    assert after.answer["options"]["words"] == str(own)
    own.write_text("good,1\nbad;five", encoding="utf-8")
    refused = call("sentiment", survey, "--words", own, "--json")
    assert refused.status == 2
    assert "Line 2 of 'own.csv'" in refused.err


def test_a_model_that_is_not_there_is_one_sentence(call, survey, tmp_path):
    said = call("sentiment", survey, "--model", tmp_path / "absent", "--json")
    assert said.status == 2
    assert "There is no model in" in said.err
    both = call("sentiment", survey, "--model", tmp_path, "--train-on", "nps", "--json")
    assert both.status == 2
    assert "Choose one" in both.err


def test_scores_of_which_a_low_one_is_good(call, tmp_path):
    path = tmp_path / "turned.csv"
    lines = [f"good staff {k},1\nzorbo price {k},5\n" for k in range(60)]
    path.write_text("text,csat\n" + "".join(lines), encoding="utf-8")
    asked = (path, "--text", "text", "--reversed")
    answer = call("themes", *asked, "--score", "csat", "--json").answer
    staff = next(one for one in answer["results"] if one["theme"] == "staff")
    assert (staff["score_with"], staff["score_without"]) == (1, 5)
    low = next(note for note in answer["notes"] if "with a low score" in note)
    assert "zorbo" in low
    assert "good" not in low
    said = call("sentiment", *asked, "--train-on", "csat", "--json").total
    assert said["method"] in ("model", "hybrid")
    assert (said["positive"], said["negative"]) == (60, 60)


def test_themes_are_felt_by_words_of_ones_own(call, tmp_path):
    path, words = tmp_path / "c.csv", tmp_path / "words.csv"
    path.write_text("text\n" + "zorbo staff\n" * 12, encoding="utf-8")
    words.write_text("word,valence\nzorbo,-3\n", encoding="utf-8")
    plain = call("themes", path, "--text", "text", "--json").total
    felt = call("themes", path, "--text", "text", "--words", words, "--json")
    assert (plain["net"], felt.total["net"]) == (0, -100)
    assert felt.answer["options"]["words"]
