"""Answers as a script sees them: the envelope, the roles, the filters, the notes."""

from __future__ import annotations

import duckdb
import pytest

HEADER = "answered,customer,region,score,weight\n"


@pytest.fixture
def survey(tmp_path):
    """60 answers on 20 days of two months, NPS (30 - 20) / 60; every third from the north."""
    scores = (9, 10, 9, 7, 8, 0)
    rows = [
        f"2026-0{1 + i // 30}-{1 + i % 20:02d},c{i % 45},{('north', 'south', '')[i % 3]},"
        f"{scores[i % 6]},{1 + i % 2}\n"
        for i in range(60)
    ]
    path = tmp_path / "survey.csv"
    path.write_text(HEADER + "".join(rows))
    return path


def test_the_envelope_holds_what_was_asked_and_used(call, survey):
    said = call("nps", survey, "--map", "nps=score", "--by", " Region ", "--level", 0.9, "--json")
    answer = said.answer
    assert list(answer) == ["command", "source", "columns", "options", "results", "tests", "notes"]
    assert answer["source"] == {"name": "survey.csv", "rows": 60, "used": 60, "left_out": []}
    assert answer["columns"] == {"nps": "score", "weight": "weight"}
    options = answer["options"]
    assert (options["map"], options["level"], options["period"]) == (["nps=score"], 0.9, None)
    assert [one["group"] for one in answer["results"]] == [
        {},
        {"region": "(blank)"},
        {"region": "north"},
        {"region": "south"},
    ]


def test_a_guessed_weight_applies_and_can_be_removed(call, survey):
    plain = call("nps", survey, "--map", "nps=score", "--map", "weight=", "--json")
    assert plain.total["score"] == pytest.approx(100 * (30 - 10) / 60)
    assert plain.total["n_eff"] == 60
    assert "weight" not in plain.answer["columns"]
    weighted = call("nps", survey, "--map", "nps=score", "--json")
    # Weights 1 and 2 in turn: promoters weigh 1, 2, 1 of each 9, detractors 2.
    assert weighted.total["score"] == pytest.approx(100 * (4 - 2) / 9)
    assert any("Weighted by 'weight' (weights from 1 to 2)" in n for n in weighted.answer["notes"])


def test_filters_keep_rows_and_say_what_they_dropped(call, survey):
    either = ("--where", "region=north", "--where", "region=", "--since", "2026-02-01")
    answer = call("nps", survey, "--map", "nps=score", *either, "--json").answer
    left = {one["reason"]: one["rows"] for one in answer["source"]["left_out"]}
    assert left == {
        "not kept by the filter region is north or (blank)": 20,
        "before 2026-02-01": 20,
    }
    assert answer["source"]["used"] == 20
    assert answer["columns"]["answered"] == "answered"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--where", "region=nroth"), "No row has region = 'nroth' (--where). Did you mean 'nor"),
        (("--where", "place=north"), "The segment column 'place' is not in this table."),
        (("--where", "region"), "--where needs COLUMN=VALUE"),
        (("--by", "regoin"), "Did you mean region?"),
        (("--map", "nps=likelihood"), "'likelihood'"),
        (("--map", "shoesize=region"), "There is no role 'shoesize'."),
        (("--since", "2026-03-01", "--until", "2026-01-01"), "before it begins"),
        (("--since", "2027-01-01"), "before 2027-01-01 (60 of 60 rows)"),
        (("--scale", "1-5"), "NPS is asked on 0-10 only"),
        (("--date-format", "day first"), "does not say where day, month and year stand"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(call, survey, options, sentence):
    said = call("nps", survey, "--map", "nps=score", *options, "--json")
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert said.err.count("\n") == 1


def test_repeated_customers_small_groups_and_an_unfinished_period_are_noted(call, survey):
    notes = call(
        "nps", survey, "--map", "nps=score", "--by", "customer", "--period", "month", "--json"
    ).answer["notes"]
    assert any(note.startswith("15 customers answered more than once (30 ans") for note in notes)
    assert any("Fewer than 10 answers: customer = c0 (2)" in note for note in notes)
    assert any("month that begins on 2026-02-01 is not over" in note for note in notes)


def test_ambiguous_dates_are_asked_about_where_days_matter(call, tmp_path):
    rows = [f"{1 + i % 12:02d}/{1 + (i * 5) % 12:02d}/2026,{i % 11}\n" for i in range(60)]
    path = tmp_path / "when.csv"
    path.write_text("answered,nps\n" + "".join(rows))
    assert call("nps", path, "--json").status == 0
    said = call("nps", path, "--period", "month", "--json")
    assert (said.status, said.out) == (2, "")
    assert "'answered'" in said.err
    assert '--date-format "%d/%m/%Y"' in said.err
    months = {}
    for form in ("%d/%m/%Y", "%m/%d/%Y"):
        answer = call("nps", path, "--period", "month", "--date-format", form, "--json").answer
        months[form] = [r["n"] for r in answer["results"] if r["period"]]
    assert months["%d/%m/%Y"] == [5] * 12
    assert len(months["%m/%d/%Y"]) == 12


def test_a_scale_of_1_to_10_is_said_and_can_be_confirmed(call, tmp_path):
    path = tmp_path / "ten.csv"
    path.write_text("nps\n" + "".join(f"{1 + i % 10}\n" for i in range(200)))
    assert any("scale of 1-10" in note for note in call("nps", path, "--json").answer["notes"])
    assert call("nps", path, "--scale", "0-10", "--json").answer["notes"] == []


def test_csat_takes_scale_box_and_direction(call, tmp_path):
    path = tmp_path / "csat.csv"
    path.write_text("csat\n" + "1\n" * 6 + "2\n" * 3 + "5\n" + "9\n")
    usual = call("csat", path, "--scale", "1-5", "--json").total
    assert (usual["box"], usual["share"], usual["n"]) == ([4, 5], 0.1, 10)
    assert usual["counts"] == {"1": 6, "2": 3, "3": 0, "4": 0, "5": 1}
    mirrored = call("csat", path, "--scale", "1-5", "--reversed", "--json")
    assert (mirrored.total["box"], mirrored.total["share"]) == ([1, 2], 0.9)
    assert mirrored.total["mean"] == usual["mean"]
    assert mirrored.answer["options"]["reversed"] is True
    own = call("csat", path, "--scale", "1-5", "--box", "5-5", "--json").total
    assert (own["box"], own["share"]) == ([5, 5], 0.1)


def test_a_table_of_a_database_answers_as_its_file_does(call, survey, tmp_path):
    base = tmp_path / "base.duckdb"
    with duckdb.connect(str(base)) as connection:
        connection.execute(f"create table answers as select * from '{survey}'")
    options = ("--map", "nps=score", "--by", "region", "--period", "month", "--json")
    there = call("nps", "answers", "--engine", f"duckdb:///{base}", *options).answer
    here = call("nps", survey, *options).answer
    assert there["results"] == here["results"]
    assert there["source"]["name"] == "answers"


def test_people_get_aligned_tables(call, survey):
    said = call("nps", survey, "--map", "nps=score", "--map", "weight=", "--where", "region=north")
    assert said.out == (
        "      n   NPS  95% interval  promoters  passives  detractors\n"
        "All  20  50.0  20.7 to 66.3         10        10           0\n"
        "\n"
        "survey.csv: 20 of 60 rows used\n"
        "  40 left out: not kept by the filter region is north\n"
        "\n"
        "Note: 5 customers answered more than once (10 answers); all answers count as if "
        "independent, as they seem to be (design effect 1.00).\n"
    )
