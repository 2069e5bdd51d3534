"""Workbooks, made by xlsxwriter and read back."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import msoffcrypto.format.ooxml
import pytest
import xlsxwriter

from cxlib.errors import BadOption, UnreadableFile
from cxlib.read import workbook
from cxlib.read.load import sheets


def made(**contents: list[list[object]]) -> bytes:
    """A workbook with these sheets; a list that begins with "hidden" makes a hidden one."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in contents.items():
            sheet = book.add_worksheet(name)
            if rows[:1] == ["hidden"]:
                sheet.hide()
                rows = rows[1:]
            for at, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(at, place, value, day)
                    elif value == "#N/A":
                        sheet.write_formula(at, place, "=NA()", None, "#N/A")
                    elif value is not None:
                        sheet.write(at, place, value)
    return out.getvalue()


def test_values_as_an_analyst_sees_them(read):
    found = read(
        made(
            Data=[
                ["id", "when", "amount", "yes", "code"],
                [1, dt.datetime(2024, 1, 5), 1.5, True, "00123"],
                [2.0, dt.datetime(2024, 1, 5, 10, 20, 30), 0.1 + 0.2, False, " x "],
                [None, None, 1e20, None, "  "],
            ]
        ),
        "book.xlsx",
    )
    assert found.upload.columns == ("id", "when", "amount", "yes", "code")
    assert found.rows == [
        (1, "1", "2024-01-05", "1.5", "true", "00123"),
        (2, "2", "2024-01-05 10:20:30", "0.3", "false", "x"),
        (3, None, None, "100000000000000000000", None, None),
    ]
    assert (found.upload.format, found.upload.sheet) == ("xlsx", "Data")
    assert found.upload.notes == ()


def test_titles_and_blank_rows_above_and_between(read):
    rows = [[], ["Report of May"], [], ["id", "score", "when"], [1, 9, "x"], [], [2, 8, "y"]]
    found = read(made(Data=rows), "book.xlsx")
    assert found.rows == [(1, "1", "9", "x"), (2, "2", "8", "y")]
    assert found.upload.notes == ("Title lines above the header that were skipped: 1.",)


def test_errors_become_empty_with_a_note(read):
    found = read(made(First=[["x"]], Data=[["a", "b"], ["#N/A", 1], [2, "#N/A"]]), "b.xlsx")
    assert found.upload.sheet == "Data"
    assert found.cells == [(None, "1"), ("2", None)]
    assert found.upload.notes == ("Cells with an error such as #N/A, read as empty: 2.",)


def test_choice_of_sheet(read, tmp_path):
    content = made(Empty=[], Hidden=["hidden", ["x"], [0]], First=[["a"], [1]], Second=[["b"], [2]])
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert sheets(path) == ("Empty", "Hidden", "First", "Second")
    plain, chosen = read(content, "book.xlsx"), read(content, "book.xlsx", sheet="Second")
    assert (plain.upload.sheet, plain.cells) == ("First", [("1",)])
    assert (chosen.upload.sheet, chosen.cells) == ("Second", [("2",)])
    assert read(content, "book.xlsx", sheet="Hidden").cells == [("0",)]
    assert plain.upload.digest != chosen.upload.digest
    assert plain.upload.sheets == chosen.upload.sheets == sheets(path)


def test_many_rows_in_batches(read, monkeypatch):
    monkeypatch.setattr(workbook, "_BATCH", 7)
    found = read(made(Data=[["n"], *([number] for number in range(500))]), "book.xlsx")
    assert found.rows == [(number + 1, str(number)) for number in range(500)]


def test_other_formats_have_no_sheets(read, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text("a,b\n1,2\n")
    assert sheets(path) == ()
    with pytest.raises(BadOption, match=r"^'file.csv' is not a workbook, so it has no sheet 'x'"):
        read(path, sheet="x")


@pytest.mark.parametrize(
    ("sheet", "error", "says"),
    [
        ("Nope", BadOption, r"^'book.xlsx' has no sheet 'Nope'. It has: Empty, Data.$"),
        ("Empty", UnreadableFile, r"^'book.xlsx' has nothing in its sheet 'Empty'"),
        ("Data", UnreadableFile, r"^'book.xlsx' has a header but no rows of data"),
    ],
)
def test_sheets_that_cannot_be_read(read, sheet, error, says):
    with pytest.raises(error, match=says):
        read(made(Empty=[], Data=[["a", "b"]]), "book.xlsx", sheet=sheet)


def test_blank_workbook(read):
    with pytest.raises(UnreadableFile, match="is a workbook without any data"):
        read(made(One=[], Two=[]), "book.xlsx")


def test_protected_workbook(read, tmp_path):
    out = io.BytesIO()
    plain = io.BytesIO(made(Data=[["a"], [1]]))
    msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("secret", out)
    says = r"^'book.xlsx' is protected by a password.*save a copy without the password"
    with pytest.raises(UnreadableFile, match=says):
        read(out.getvalue(), "book.xlsx")
    path = tmp_path / "book.xlsx"
    path.write_bytes(out.getvalue())
    with pytest.raises(UnreadableFile, match=says):
        sheets(path)


def test_damaged_workbook(read):
    content = made(Data=[["a"], [1]])
    with pytest.raises(UnreadableFile, match="damaged"):
        read(content[: len(content) // 2], "book.xlsx")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<broken")
    with pytest.raises(UnreadableFile, match="is a damaged workbook"):
        read(out.getvalue(), "book.xlsx")


def test_a_workbook_that_unpacks_without_end(read, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableFile, match="too much for a workbook"):
        read(made(Data=[["a"], [1]]), "book.xlsx")
