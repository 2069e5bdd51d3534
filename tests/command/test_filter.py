"""--filter: conditions as text, beside --where, on every command that has filters."""

from __future__ import annotations

import pytest

ROWS = [
    # region, score, day, comment
    ("North", "9", "2026-01-01", "so slow"),
    ("North", "10", "2026-01-02", ""),
    ("North", "", "2026-01-03", "fine"),
    ("South", "0", "2026-01-04", "SLOW, 100%"),
    ("South", "7", "2026-01-05", "it's fine"),
    ("", "6", "2026-01-06", "fine"),
]


@pytest.fixture
def survey(tmp_path):
    path = tmp_path / "survey.csv"
    lines = [f'{region},{score},{day},"{comment}"' for region, score, day, comment in ROWS]
    path.write_text("region,score,answered,comment\n" + "\n".join(lines) + "\n")
    return path


def nps(call, survey, *options):
    return call("nps", survey, "--map", "nps=score", *options, "--json")


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("region = 'North' and score >= 0", 2),
        ("region = 'North' or comment contains 'slow'", 3),
        ("not (region = 'North' or comment contains 'slow')", 2),
        ("Region is blank or score between 9 and 10", 3),
        ("answered between '2026-01-02' and '2026-01-05'", 3),
        ("comment contains '100%'", 1),
        ("comment contains 'it''s'", 1),
    ],
)
def test_rows_are_used_or_left_out(call, survey, text, used):
    said = nps(call, survey, "--filter", text)
    source = said.answer["source"]
    assert source["used"] == said.total["n"] == used
    assert source["rows"] == len(ROWS) == used + sum(one["rows"] for one in source["left_out"])


def test_each_part_is_a_reason(call, survey):
    answer = nps(call, survey, "--filter", "region = 'North' and score >= 10").answer
    left = {one["reason"]: one["rows"] for one in answer["source"]["left_out"]}
    assert left == {
        "not kept by the filter region is North": 3,
        "not kept by the filter score at least 10": 2,
    }


def test_all_filters_hold_together_and_are_echoed(call, survey):
    texts = ("comment contains 'slow'", "score > 0")
    options = [word for text in texts for word in ("--filter", text)]
    answer = nps(call, survey, "--where", "region=North", *options).answer
    assert answer["source"]["used"] == 1
    assert answer["options"]["filter"] == list(texts)
    assert answer["options"]["where"] == ["region=North"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("region = North", "a text needs single quotes around it: 'North'"),
        ("region >", "The filter cannot be read"),
        ("regoin = 'North'", "Did you mean region?"),
        ("region in ('North', 'Suoth')", "No row has region = 'Suoth' (--filter). Did you mean"),
        ("score >= '2026-01-01'", "'score' holds numbers"),
        ("region = 'North' and (region = 'South')", "NPS needs at least 1 answer"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence(call, survey, text, sentence):
    said = nps(call, survey, "--filter", text)
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err
    assert len(said.err.strip().splitlines()) == 1


def test_the_other_commands_have_it_too(call, tmp_path):
    path = tmp_path / "orders.csv"
    lines = [f"c{k % 20},2026-0{1 + k % 6}-{1 + k % 28:02d},{k % 9}.50,A" for k in range(200)]
    path.write_text("customer,ordered,amount,shop\n" + "\n".join(lines) + "\n")
    for command in ("cohorts", "segments"):
        source = call(command, path, "--filter", "amount >= 4.5", "--json").answer["source"]
        left = sum(one["rows"] for one in source["left_out"])
        assert (source["rows"], source["used"] + left) == (200, 200)
        reasons = {one["reason"]: one["rows"] for one in source["left_out"]}
        small = sum(k % 9 + 0.5 < 4.5 for k in range(200))
        assert reasons["not kept by the filter amount at least 4.5"] == small
