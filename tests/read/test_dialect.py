"""Delimiters, headers and title lines, on the faults that exports really have."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "columns", "first"),
    [
        ("a;b\n1,5;2,5\n3,5;4,5\n", ("a", "b"), ("1,5", "2,5")),
        ("a|b\n1|x,y\n", ("a", "b"), ("1", "x,y")),
        ("name\tn\nDoe, Jane\t1\nRoe, Jo\t2\n", ("name", "n"), ("Doe, Jane", "1")),
        ("sep=;\r\na;b\r\n1;2,5\r\n", ("a", "b"), ("1", "2,5")),
        ('id,text\n1,"a;b;c"\n2,"d;e;f"\n', ("id", "text"), ("1", "a;b;c")),
        ('"a,1";"b,2"\n"1,1";"2,2"\n', ("a,1", "b,2"), ("1,1", "2,2")),
        ("a,b,c\n1,2\n3,4\n5,6,7\n8,9,0\n", ("a", "b", "c"), ("5", "6", "7")),
    ],
)
def test_delimiters(read, text, columns, first):
    found = read(text)
    assert found.upload.columns == columns
    assert found.cells[0] == first


def test_the_delimiter_is_told_where_it_is_not_a_comma(read):
    assert read("a;b\n1;2\n").upload.notes == ("Columns are split by semicolons.",)
    assert read("a|b\n1|2\n").upload.notes == ("Columns are split by vertical bars.",)
    assert read("a,b\n1,2\n").upload.notes == ()


@pytest.mark.parametrize(
    "titles",
    [
        "Survey report\n\n",
        "Survey report,,\n,,\n",
        "Report\nMade on Monday\n\n",
        "Report:,Survey\nMade on,2024-01-05\n",
        '"Report ""May"""\n',
    ],
)
def test_title_lines_are_skipped_and_told(read, titles):
    found = read(f"{titles}id,score,when\n1,9,2024-01-01\n2,8,2024-01-02\n")
    assert found.upload.columns == ("id", "score", "when")
    assert found.cells == [("1", "9", "2024-01-01"), ("2", "8", "2024-01-02")]
    assert "Title lines above the header" in found.upload.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c\nx,y,z\n",
        "a,b\n" + "x,y\n" * 3 + "x,y,z,w\n" * 3,
        "comment\nGood, but slow\nNice, yes\n",
    ],
)
def test_what_might_be_a_header_is_kept(read, text):
    first = text.split("\n", 1)[0].split(",")[0]
    assert read(text).upload.columns[0] == first


def test_a_file_without_a_header(read):
    found = read("2024-01-05,29.33\n2024-01-06,14.96\n")
    assert found.upload.columns == ("column 1", "column 2")
    assert found.upload.rows == 2
    assert "holds data, not names" in found.upload.notes[0]


def test_years_as_names_are_a_header(read):
    found = read("2021,2022,2023\n1,2,3\n")
    assert found.upload.columns == ("2021", "2022", "2023")
