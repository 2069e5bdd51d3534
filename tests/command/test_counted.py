"""Surveys that are counted, or have a row a question, answer as the single answers would."""

from __future__ import annotations

import random

import pytest

ANSWERS = [
    (region, score)
    for draw in [random.Random(3)]
    for region, n in (("North", 90), ("South", 60))
    for score in draw.choices(range(11), k=n)
]


def write(path, lines):
    path.write_text("\n".join(",".join(map(str, line)) for line in lines) + "\n")
    return path


def tally(region, score):
    return sum(1 for one in ANSWERS if one == (region, score))


@pytest.fixture
def single(tmp_path):
    return write(tmp_path / "single.csv", [("region", "nps"), *ANSWERS])


def row_a_rating(folder):
    rows = [(r, s, tally(r, s)) for r in ("North", "South") for s in range(11)]
    return write(folder / "rows.csv", [("region", "nps score", "responses"), *rows])


def column_a_rating(folder):
    rows = [(r, *(tally(r, s) for s in range(11))) for r in ("North", "South")]
    return write(folder / "columns.csv", [("region", *range(11)), *rows])


def row_a_question(folder):
    rows = []
    for k, (region, score) in enumerate(ANSWERS):
        rows.append((f"r{k}", region, "How likely are you to recommend us?", score))
        rows.append((f"r{k}", region, "How satisfied are you?", score % 5 + 1))
    return write(folder / "long.csv", [("respondent_id", "region", "question", "answer"), *rows])


@pytest.mark.parametrize("shape", [row_a_rating, column_a_rating, row_a_question])
def test_the_same_score_whatever_the_shape(call, single, tmp_path, shape):
    want = call("nps", single, "--by", "region", "--json").answer
    found = call("nps", shape(tmp_path), "--by", "region", "--json").answer
    fields = ("score", "low", "high", "n", "n_eff", "promoters", "detractors")
    for one, other in zip(found["results"], want["results"], strict=True):
        assert one["group"] == other["group"]
        assert [one[name] for name in fields] == pytest.approx([other[name] for name in fields])
        assert one["p_value"] == pytest.approx(other["p_value"])
    source = found["source"]
    assert source["rows"] == source["used"] + sum(one["rows"] for one in source["left_out"])


def test_impossible_counts_are_left_out(call, tmp_path):
    lines = [("nps", "count"), (9, 5), (3, -2), (8, 1.5), (10, ""), (2, 4)]
    found = call("nps", write(tmp_path / "odd.csv", lines), "--map", "count=count", "--json").answer
    assert found["results"][0]["n"] == 9
    assert {one["reason"] for one in found["source"]["left_out"]} == {
        "count is negative", "count is not a whole number", "count is blank",
    }  # fmt: skip


def dirty(path, cell):
    return write(path, [("nps", "count"), *((s, 10 + s) for s in range(10)), (10, cell)])


@pytest.mark.parametrize("cell", ["1.5", "-2", "x", ""])
def test_a_wrong_count_does_not_turn_counts_into_answers(call, tmp_path, cell):
    found = call("nps", dirty(tmp_path / "dirty.csv", cell), "--json").answer
    assert found["results"][0]["n"] == sum(10 + s for s in range(10))
    assert found["source"]["left_out"][0]["rows"] == 1


@pytest.mark.parametrize("cell", ["3", "-3", "2.5"])
def test_small_counts_and_wrong_ones_in_a_column_a_rating(call, tmp_path, cell):
    rows = [("region", *(f"nps {s}" for s in range(11)))]
    rows += [("North", cell, *(s % 4 for s in range(10))), ("South", *(s % 5 for s in range(11)))]
    rows += [("East", *(s % 3 for s in range(11)))]
    found = call("nps", write(tmp_path / "small.csv", rows), "--json").answer
    counts = [int(c) for row in rows[1:] for c in row[1:] if str(c).isdigit()]
    assert found["results"][0]["n"] == sum(counts)


def test_columns_named_like_the_projections_own_are_columns(call, tmp_path):
    names = ("nps", "load", "row_problem", "v:nps", "p:nps", "c:nps", "customer key", "day")
    lines = [names, *((9, 1, 2, "z0", "z1", "z2", "k", "x") for _ in range(5)), (3, 1, 2, *"abcde")]
    path = write(tmp_path / "names.csv", lines)
    for column in names[1:]:
        found = call("nps", path, "--by", column, "--json").answer
        assert found["source"]["used"] == 6
        assert sum(one["n"] for one in found["results"][1:]) == 6


def test_a_number_beyond_all_whole_numbers(call, tmp_path):
    path = write(tmp_path / "large.csv", [("nps", "id"), (9, "9" * 20), (3, "1e300"), (10, "1")])
    assert call("nps", path, "--json").answer["results"][0]["n"] == 3
