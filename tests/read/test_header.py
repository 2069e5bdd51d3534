"""First rows that are names, data, or names over several rows; ends that are totals or nothing."""

from __future__ import annotations

import csv
import io

import pytest

from cxlib.read.first_row import is_data
from tests.read.test_workbook import made

SENTENCE = "this soup was really the best one that I ever had in my life"
NUMBERED = "The first line holds data, not names, so the columns were numbered."


def written(rows: list[list[object]], **options) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("first", "below"),
    [
        (["good soup", "positive"], [["bad soup", "negative"], ["fine", "positive"]] * 15),
        ([SENTENCE, "positive"], [["bad soup", "negative"], ["fine", "positive"]] * 15),
        ([SENTENCE, "17"], [[SENTENCE + " too", "18"], ["no, I did not like it", "3"]] * 3),
        ([SENTENCE], [[SENTENCE + " too"], ["no, I did not like it"]] * 3),
        (["C1", "2024-01-05", "12.50", "web"], [["C2", "2024-01-06", "7.00", "shop"]]),
        (["C1", "05/01/2024 10:20", "3"], [["C2", "06/01/2024 11:20", "4"]] * 3),
        (["1", "29.33"], [["2", "14.96"], ["3", "7"]]),
    ],
)
def test_a_first_row_that_is_data(read, first, below):
    found = read(written([first, *below]))
    assert found.upload.columns == tuple(f"column {place}" for place in range(1, len(first) + 1))
    assert found.cells[0] == tuple(first)
    assert found.upload.rows == 1 + len(below)
    assert NUMBERED in found.upload.notes


@pytest.mark.parametrize(
    ("first", "below"),
    [
        (["2019", "2020", "2021"], [["2018", "2019", "2020"]] * 30),
        ([str(score) for score in range(11)], [["1", "0"] * 5 + ["1"]] * 30),
        (["0", "1"], [["1", "1"], ["0", "0"]] * 30),
        (["month", "0.5", "1.5"], [["1", "10.5", "12.5"], ["2", "9.5", "11.5"]]),
        (["customer", "2024-01-01", "2024-02-01"], [["C1", "10", "12"]] * 3),
        (["2024-01-01", "2024-02-01"], [["10", "12"]] * 3),
        (["1.1", "1.2", "2.1"], [["5", "4", "3"]] * 3),
        (
            ["How likely are you to recommend us to a friend or colleague of yours?", "Why?"],
            [
                ["a long and winding answer of many words", "so"],
                ["and another one that is long", "x"],
            ],
        ),
        (["Please tell us in your own words what we could do better next time"], [[SENTENCE]] * 3),
        (["Our staff was friendly and helpful during your stay, was it not?"], [[SENTENCE]] * 3),
        (["id", "The staff was friendly and helpful during my entire stay here"], [["1", "4"]] * 3),
        (["Email", "Chat"], [["Email", ""], ["", "Chat"], ["Email", "Chat"]] * 10),
        (["customer", "amount"], [["C1", "1.50"], ["customer", "amount"], ["C2", "2.50"]] * 10),
        (["name", "city"], [["Ann", "Rome"], ["Bob", "Oslo"]]),
    ],
)
def test_a_first_row_of_names(read, first, below):
    assert not is_data([first, *below])
    assert read(written([first, *below])).upload.columns == tuple(first)


def test_a_name_that_may_be_data_is_pointed_out(read):
    below = [["a", "b", "c", "web"], ["d", "e", "f", "shop"]] * 15
    found = read(written([["x", "y", "z", "web"], *below]))
    assert found.upload.rows == 30
    assert "'web' is also a value below it" in found.upload.notes[0]


QUALTRICS = [
    ["StartDate", "ResponseId", "Q1", "Q2"],
    ["Start Date", "Response ID", "How likely are you\nto recommend us?", "Why?"],
    [f'{{"ImportId":"{code}"}}' for code in ("startDate", "_recordId", "QID1", "QID2_TEXT")],
    ["2024-01-05 10:20:30", "R_1", "9", "good"],
    ["2024-01-06 10:20:30", "R_2", "3", "slow, dear"],
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_question_texts_and_import_codes_of_qualtrics(read, encoding):
    text = written(QUALTRICS, quoting=csv.QUOTE_ALL, delimiter="\t" if "16" in encoding else ",")
    found = read(text.encode(encoding))
    assert found.upload.columns == ("StartDate", "ResponseId", "Q1", "Q2")
    assert found.upload.titles == {
        "StartDate": "Start Date",
        "ResponseId": "Response ID",
        "Q1": "How likely are you to recommend us?",
        "Q2": "Why?",
    }
    assert found.rows == [
        (1, "2024-01-05 10:20:30", "R_1", "9", "good"),
        (2, "2024-01-06 10:20:30", "R_2", "3", "slow, dear"),
    ]
    assert any("question texts and import codes" in note for note in found.upload.notes)


def test_qualtrics_in_a_workbook_and_without_question_texts(read):
    found = read(made(Data=QUALTRICS), "book.xlsx")
    assert found.upload.titles["Q2"] == "Why?"
    assert found.upload.rows == 2
    bare = read(written([QUALTRICS[0], *QUALTRICS[2:]]))
    assert (bare.upload.rows, bare.upload.titles) == (2, {})
    assert "import codes, no row" in bare.upload.notes[0]


SURVEYMONKEY = [
    ["Respondent ID", "Start Date", "How likely?", "Which of these?", "", "", "Why?"],
    ["", "", "Response", "Email", "Phone", "Other (please specify)", "Open-Ended Response"],
    ["101", "01/05/2024 10:20:30 AM", "9", "Email", "", "", "good"],
    ["102", "01/06/2024 10:20:30 AM", "3", "", "Phone", "fax", ""],
]
JOINED = (
    "Respondent ID",
    "Start Date",
    "How likely?",
    "Which of these? - Email",
    "Which of these? - Phone",
    "Which of these? - Other (please specify)",
    "Why?",
)


def test_answer_options_of_surveymonkey_are_joined_to_the_questions(read):
    for found in (read(written(SURVEYMONKEY)), read(made(Data=SURVEYMONKEY), "book.xlsx")):
        assert found.upload.columns == JOINED
        assert found.cells[0] == (*SURVEYMONKEY[2][:4], None, None, "good")
        assert found.upload.rows == 2
        assert "The names stand on two lines, which were joined." in found.upload.notes


def test_merged_names_over_two_rows(read):
    rows = [["id", "Shop", "", "Web", ""], ["", "visits", "spend", "visits", "spend"]]
    found = read(written([*rows, ["1", "2", "9.5", "0", ""], ["2", "1", "3.5", "4", "10.0"]]))
    assert found.upload.columns == (
        "id",
        "Shop - visits",
        "Shop - spend",
        "Web - visits",
        "Web - spend",
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["", "user", "version"], ["0", "116", "gate"], ["1", "337", "gate"]],
        [["id", "name", ""], ["", "Bob", "x"], ["3", "Al", "y"]],
        [["field", "text", ""], ["a", "b", ""], ["c", "d", "e"]],
        [["id", "name", "", ""], ["", "Bob", "x", "y"], ["3", "Al", "v", "w"]],
    ],
)
def test_an_unnamed_column_alone_makes_no_second_row_of_names(read, rows):
    assert read(written(rows)).upload.rows == 2


@pytest.mark.parametrize("word", ["Total", "GRAND TOTAL:", "Jumlah"])
def test_a_line_of_totals_is_rejected_and_counted(read, word):
    rows = [["customer", "day", "amount"], ["C1", "2024-01-05", "1.5"], ["C2", "2024-01-06", "2"]]
    for found, line in (
        (read("\n" + written([*rows, [word, "", "3.5"]])), 5),
        (read(made(Data=[[], *rows, [word, None, 3.5]]), "book.xlsx"), 5),
    ):
        assert found.cells == [("C1", "2024-01-05", "1.5"), ("C2", "2024-01-06", "2")]
        assert found.rejected == [(line, "totals of the rows above", f"{word}, 3.5")]
        assert found.upload.rows == 3


def test_two_lines_of_totals_after_a_broken_and_a_folded_row(read):
    found = read('a,b\n1,"x\ny"\n2\n3,4\nTotal,4\nGrand total,8\n')
    assert found.cells == [("1", "x\ny"), ("3", "4")]
    assert sorted(line for line, _, _ in found.rejected) == [4, 6, 7]
    assert read("a,b\n1,2\n\n3,4\nTotal,6\n").rejected[0][0] == 5


@pytest.mark.parametrize(
    "rows",
    [
        [["North", "5"], ["Total", "x"]],
        [["Total", "5"], ["North", "5"], ["Total", "6"]],
        [["Total", "5"]],
        [["North", "5"], ["Totally", "6"]],
    ],
)
def test_other_last_rows_stay(read, rows):
    found = read(written([["region", "n"], *rows]))
    assert found.upload.rows == len(found.cells) == len(rows)


def test_columns_and_lines_of_nothing_but_delimiters_go_with_a_note(read):
    text = "a,b,,\n1,2,,\n,,,\n3,,,\n" + "\n" * 3000 + ",,,\n" * 2000
    found = read(text)
    assert found.upload.columns == ("a", "b")
    assert found.rows == [(1, "1", "2"), (3, "3", None)]
    assert found.upload.rows == 2
    assert set(found.upload.notes) == {
        "Lines of nothing but delimiters that were skipped: 2001.",
        "Columns without a name or any cell that were left out: 2.",
    }


def test_unnamed_columns_with_a_late_cell_and_named_empty_ones_stay(read):
    late = "a,b,,\n" + "1,2,,\n" * 500 + "3,4,x,\n"
    assert read(late).upload.columns == ("a", "b", "column 3")
    assert read("a,b,c\n1,2,\n").upload.columns == ("a", "b", "c")
