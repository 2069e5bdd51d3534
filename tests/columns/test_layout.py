"""Surveys that were counted up, or have a row for each answer, or name their ratings badly."""

from __future__ import annotations

import pytest

from cxlib.columns.guess import apply_overrides, guess
from cxlib.columns.layout import counted, counted_scores, rating_runs, score_named
from cxlib.columns.mapping import Reading, Split

NPS, CSAT = "How likely are you to recommend us?", "How satisfied are you with delivery?"
WHY = "What is the main reason for your score?"


@pytest.mark.parametrize(
    ("names", "scores", "scale"),
    [
        ([str(i) for i in range(11)], list(range(11)), (0, 10)),
        (["Rating 5", "Rating 4", "Rating 3", "Rating 2", "Rating 1"], [1, 2, 3, 4, 5], (1, 5)),
        (["Detractors", "Passives", "Promoters"], [0, 8, 10], (0, 10)),
        (["Promotor", "Pasif", "Detraktor"], [0, 8, 10], (0, 10)),
        (
            ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"],
            [1, 2, 3, 4, 5],
            (1, 5),
        ),
        (["sangat puas", "puas", "netral", "tidak puas"], [2, 3, 4, 5], (1, 5)),
        (
            ["1 bintang", "2 bintang", "3 bintang", "4 bintang", "5 bintang"],
            [1, 2, 3, 4, 5],
            (1, 5),
        ),
    ],
)
def test_columns_named_for_scores(profile, names, scores, scale):
    cells = {"month": ["2024-01", "2024-02"], **{name: ["12", "30"] for name in names}}
    seen = profile(cells)
    found = counted_scores(seen.columns)
    assert list(found.values()) == scores
    assert set(found) == set(names)
    mapping = guess(seen, name="counts.csv").mapping
    assert (mapping.kind, mapping.missing()) == ("survey", ())
    assert mapping.columns("counts") == tuple(found)
    readings = [mapping.reading(column) for column in mapping.columns("counts")]
    assert readings == [Reading(score=score, scale=scale) for score in scores]


def test_answers_are_no_counts(profile):
    # The same names, but each row is one answer of 1 to 5: questions, not counts.
    answers = {f"Rating {i}": [str(1 + (k + i) % 5) for k in range(60)] for i in range(1, 6)}
    assert counted_scores(profile(answers).columns) is None
    halves = {"Promoters": ["1.5", "2.5"], "Passives": ["1", "2"], "Detractors": ["3", "4"]}
    assert counted_scores(profile(halves).columns) is None
    assert counted(["2023", "2024", "January"]) is None


def test_one_column_is_named_for_its_score_alone():
    assert [score_named(one) for one in ("Score 7", "Promoters", "Very satisfied", "Region")] == [
        7,
        10,
        5,
        None,
    ]


@pytest.mark.parametrize(
    ("scores", "role"), [(range(11), {"nps"}), (range(1, 6), {"csat", "rating"})]
)
@pytest.mark.parametrize(("score", "count"), [("score", "count"), ("nilai", "jumlah")])
def test_a_row_for_each_score(profile, scores, role, score, count):
    cells = {
        score: [str(one) for one in scores] * 3,
        count: [str(40 + 7 * i) for i in range(3 * len(scores))],
        "month": [f"2024-0{1 + i}-01" for i in range(3) for _ in scores],
    }
    found = guess(profile(cells), name="x.csv")
    borne = {column: name for name, column in found.mapping.roles}
    assert found.kind == "survey"
    assert borne[score] in role
    assert borne[count] == "count"


def test_a_count_beside_single_answers_is_not_of_answers(profile):
    cells = {
        "nps": ["9", "10", "10", "9", "3", "10"] * 10,
        "count": [str(i) for i in range(60)],
        "answered": [f"2024-03-{1 + i % 28:02d}" for i in range(60)],
    }
    assert guess(profile(cells), name="x.csv").mapping.column("count") is None


def long_survey() -> dict[str, list[str]]:
    asked = [NPS, CSAT, WHY, "Which store?"]
    given = [
        lambda i: str(i * 7 % 11),
        lambda i: str(1 + i % 5),
        lambda i: f"the queue was long {i}",
        lambda i: "north" if i % 2 else "south",
    ]
    rows = [(i, place) for i in range(40) for place in range(4)]
    return {
        "respondent_id": [f"r{i}" for i, _ in rows],
        "question": [asked[place] for _, place in rows],
        "answer": [given[place](i) for i, place in rows],
    }


def test_a_row_for_each_answer(profile):
    seen = profile(long_survey())
    found = guess(seen, name="x.csv")
    mapping = found.mapping
    assert seen.names == ("respondent_id", "question", "answer")
    assert mapping.splits == tuple(
        Split(one, "answer", "question", one) for one in (NPS, CSAT, WHY)
    )
    borne = dict(mapping.roles)
    assert borne == {
        "nps": NPS,
        "csat": CSAT,
        "comment": WHY,
        "customer": "respondent_id",
        "question": "question",
        "answer": "answer",
    }
    assert seen.column(NPS).filled == 40
    assert found.confidence > 0.8
    changed = apply_overrides(mapping, [("ces", CSAT)], seen.names, seen)
    assert (changed.column("ces"), changed.column("csat")) == (CSAT, None)
    assert changed.splits == mapping.splits


def test_a_question_named_like_a_column_gets_a_name_of_its_own(profile):
    cells = long_survey()
    cells["question"] = [one.replace(CSAT, "answer") for one in cells["question"]]
    names = [one.name for one in profile(cells).splits]
    assert "answer" not in names
    assert len(set(names)) == len(names)


def test_questions_in_words_alone_are_no_long_survey(profile):
    cells = {
        "question": ["Why?", "Anything else?"] * 20,
        "answer": [f"because of the long queue {i}" for i in range(40)],
    }
    seen = profile(cells)
    assert (seen.splits, seen.extra) == ((), ())
    assert guess(seen, name="x.csv").kind == "comments"


def answers(low: int, high: int, shift: int, codes: tuple[str, ...] = ()) -> list[str]:
    made = [str(low + (i * 3 + shift) % (high - low + 1)) for i in range(60)]
    return [*made, *codes]


def test_neighbours_on_one_scale_are_ratings(profile):
    codes = ("0", "6", "6", "")
    cells = {f"Q7{name}": answers(1, 5, i, codes) for i, name in enumerate(("ART", "FOOD", "SIGN"))}
    cells |= {"Q2A": answers(1, 3, 0, codes), "Q2B": answers(1, 3, 1, codes)}
    cells |= {"Q2C": answers(1, 3, 2, codes)}
    seen = profile(cells)
    runs = rating_runs(seen.columns)
    assert {name: run.scale for name, run in runs.items()} == {
        "Q7ART": (1, 5),
        "Q7FOOD": (1, 5),
        "Q7SIGN": (1, 5),
    }
    mapping = guess(seen, name="x.csv").mapping
    assert mapping.columns("rating") == ("Q7ART", "Q7FOOD", "Q7SIGN")
    assert mapping.reading("Q7ART").scale == (1, 5)
    assert set(mapping.reading("Q7ART").blanks) == {"0", "6"}


def test_two_neighbours_or_several_choices_are_no_ratings(profile):
    two = {"Q7A": answers(1, 5, 0), "Q7B": answers(1, 5, 1), "other": answers(1, 5, 2)}
    assert rating_runs(profile(two).columns) == {}
    choices = {
        "why1": answers(1, 5, 0),
        "why2": [one if i % 5 == 0 else None for i, one in enumerate(answers(1, 5, 1))],
        "why3": [one if i % 9 == 0 else None for i, one in enumerate(answers(1, 5, 2))],
    }
    assert rating_runs(profile(choices).columns) == {}


def test_the_airport_survey(shared_data, profile_file):
    seen = profile_file(shared_data / "sfo_airport_survey/2017_SFO_Customer_Survey.csv")
    runs = rating_runs(seen.columns)
    # The questionnaire: 7 rates fourteen things (and the whole), 9 the cleanliness of six places.
    assert {name[:2] for name in runs} == {"Q7", "Q9"}
    assert len(runs) == 14 + 6
    assert {run.scale for run in runs.values()} == {(1, 5)}
