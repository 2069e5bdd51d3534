"""Cells: text stays text, names stay legal, formats are Excel's."""

from __future__ import annotations

import re
from io import BytesIO
from math import inf, nan

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cxlib.charts.chart import Axis
from cxlib.export.column import Column
from cxlib.export.sheet import clean, office_form, sheet_names, write_columns
from cxlib.export.ticks import ticks


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("+.1f", '+0.0;"−"0.0;0.0'),
        (",.0f", '#,##0;"−"#,##0;#,##0'),
        (".1%", '0.0%;"−"0.0%;0.0%'),
        (",d", '#,##0;"−"#,##0;#,##0'),
        ("", "General"),
        ("strange", "General"),
    ],
)
def test_formats(form: str, office: str):
    assert office_form(form) == office


@given(st.lists(st.text(max_size=50), max_size=12))
def test_sheet_names_are_legal_and_unique(titles: list[str]):
    names = sheet_names(titles)
    assert len(names) == len(titles)
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 1 <= len(name) <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")
        assert not name.endswith("'")
        assert name.lower() != "history"


def test_control_characters_are_removed():
    assert clean("a\x00b\x0bc\ud800\ufffe") == "abc"
    assert clean("tab\tline\n") == "tab\tline\n"


def test_text_is_never_a_formula_and_unknown_is_empty():
    out = BytesIO()
    cells = ("=1+1", "@SUM(A1)", "http://example.com", None, nan, inf, 0.1, "12")
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        written = write_columns(
            book, book.add_worksheet("It's"), (Column("0.y", "=x", cells, ".1%"),), row=2
        )
    assert written.formula("0.y") == "='It''s'!$A$4:$A$11"
    assert written.cells("0.y") == ["It's", 3, 0, 10, 0]
    sheet = load_workbook(out)["It's"]
    read = [sheet.cell(row, 1) for row in range(3, 12)]
    assert [cell.data_type for cell in read] == ["s", "s", "s", "s", "n", "n", "n", "n", "s"]
    assert [cell.value for cell in read[1:4]] == ["=1+1", "@SUM(A1)", "http://example.com"]
    assert [cell.value for cell in read[4:]] == [None, None, None, 0.1, "12"]
    assert all(cell.hyperlink is None for cell in read)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_ticks_are_round_and_hold_the_range(low: float, wide: float):
    marks = ticks((low, low + wide), Axis(""))
    assert marks.low <= low + 1e-6 * wide
    assert marks.high >= low + wide - 1e-6 * wide
    assert 3 <= (marks.high - marks.low) / marks.step <= 10
    text = f"{marks.step:{marks.form}}".replace(",", "")
    assert float(text) == pytest.approx(marks.step)


def test_ticks_keep_the_ends_that_an_axis_fixes():
    marks = ticks((0.0, 1.0), Axis("", 0, 1, ".0%"))
    assert (marks.low, marks.high, marks.step, marks.form) == (0, 1, 0.2, ".0%")
    assert ticks((0.0, 0.16), Axis("", form=".0%")).form == ".1%"
