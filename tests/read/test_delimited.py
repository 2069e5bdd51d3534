"""CSV and its kin, held against Python's own csv module, and against hand-written text."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxlib.errors import UnreadableFile
from cxlib.read.cells import BLANKS
from cxlib.read.load import read_file
from tests.read.conftest import opened

FEWER = "fewer cells than the header"
MORE = "more cells than the header"
BROKEN = "broken quotes"

CELLS = st.sampled_from(
    ["", "a", "7", "x y", " é ", 'said "hi"', '5"', '"', "two\nlines", "a,b", "p;q", "\u00a0", "\n"]
)


def clean(cell: str) -> str | None:
    return cell.replace("\r\n", "\n").strip(BLANKS) or None


def as_python_reads(text: str, delimiter: str) -> list[list[str | None]]:
    """Data records by the csv module: no header, no blank lines."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[clean(cell) for cell in record] for record in records if record][1:]


@st.composite
def tables(draw):
    width = draw(st.integers(2, 4))
    ragged = st.lists(CELLS, min_size=max(2, width - 1), max_size=width + 2)
    good = st.lists(CELLS, min_size=width, max_size=width)
    rows = draw(st.lists(st.one_of(good, good, good, ragged), min_size=1, max_size=25))
    return [[f"name {place}" for place in range(width)], *rows]


@given(
    table=tables(),
    delimiter=st.sampled_from(",;\t|"),
    ending=st.sampled_from(["\n", "\r\n"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    gap=st.integers(0, 25),
    block=st.sampled_from([7, 16, 61, 1 << 20]),
)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_agrees_with_the_csv_module(small_blocks, table, delimiter, ending, quoting, gap, block):
    # Law: accepted rows are exactly the records with as many cells as the header, under their own
    # numbers, but for those without any cell; all others are rejected; nothing is lost, whatever
    # the size of the blocks.
    small_blocks(block)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=ending)
    for place, row in enumerate(table):
        writer.writerow(row)
        if place == gap:
            out.write(ending)
    records = as_python_reads(out.getvalue(), delimiter)
    width = len(table[0])
    if sum(len(record) != width for record in records) > 0.4 * len(records):
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, "file.csv")
        path.write_bytes(out.getvalue().encode())
        if not any(len(record) == width and any(record) for record in records):
            return
        found = opened(read_file(path, name="file.csv", into=Path(folder)))
    expected = [
        (number, *record)
        for number, record in enumerate(records, 1)
        if len(record) == width and any(record)
    ]
    same_ends = [
        (row[0], *(cell and cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row[1:]))
        for row in found.rows
    ]
    assert same_ends == expected
    blank = sum(len(record) == width and not any(record) for record in records)
    assert found.upload.rows == len(records) - blank
    assert any("nothing but delimiters" in note for note in found.upload.notes) == (blank > 0)


def test_ragged_rows_are_rejected_with_line_reason_and_text(read):
    found = read('a,b,c\n1,2,3\n4,5\n\n"x\ny",8,9\n6,7,8,9\n10,11,12\n')
    assert found.rows == [(1, "1", "2", "3"), (3, "x\ny", "8", "9"), (5, "10", "11", "12")]
    assert found.rejected == [(3, FEWER, "4,5"), (7, MORE, "6,7,8,9")]
    assert [(one.reason, one.rows, one.examples) for one in found.upload.rejected] == [
        (FEWER, 1, ((3, "4,5"),)),
        (MORE, 1, ((7, "6,7,8,9"),)),
    ]


def test_all_rejected_rows_are_kept_but_only_some_are_examples(read):
    found = read("a,b\n" + "1,2\n" * 12_000 + "3\n" * 11_000)
    assert found.upload.rows == 23_000
    assert len(found.rejected) == 11_000
    assert found.rejected[-1] == (23_001, FEWER, "3")
    assert len(found.upload.rejected[0].examples) == 5


@pytest.mark.parametrize(
    ("text", "rows", "rejected"),
    [
        ('a,b\n1,"x"y\n3,4\n', [(2, "3", "4")], [(2, '1,"x"y')]),
        ('a,b\n1,"x\n3,4\n5,6\n', [(2, "3", "4"), (3, "5", "6")], [(2, '1,"x')]),
        (
            'a,b\n1,"x\n3,4\n5,"6"\n7,8',
            [(2, "3", "4"), (3, "5", "6"), (4, "7", "8")],
            [(2, '1,"x')],
        ),
        (
            'a,b,c\n1,"He said\nthat "hi" and\nleft",3\n4,5,6\n',
            [(2, "4", "5", "6")],
            [(2, '1,"He said\nthat "hi" and\nleft",3')],
        ),
        (
            'a,b\n1,2\n1,"She said "hi" and\nleft, z"\n3,4\n',
            [(1, "1", "2"), (3, "3", "4")],
            [(3, '1,"She said "hi" and\nleft, z"')],
        ),
    ],
)
def test_a_broken_quote_costs_its_own_row_only(read, text, rows, rejected):
    found = read(text)
    assert found.rows == rows
    assert found.rejected == [(line, BROKEN, lost) for line, lost in rejected]


def test_broken_and_ragged_rows_keep_everyone_elses_number(read):
    found = read('a,b\n1,1\n2,"x"y\n3\n   \n4,4\n5,"z"z\n6,6,6\n7,7\n')
    assert found.rows == [(1, "1", "1"), (4, "4", "4"), (7, "7", "7")]
    assert sorted(found.rejected) == [
        (3, BROKEN, '2,"x"y'),
        (4, FEWER, "3"),
        (7, BROKEN, '5,"z"z'),
        (8, MORE, "6,6,6"),
    ]


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_one_damaged_quote_loses_one_row(data):
    # A table with quoted line ends and delimiters, one quote removed or put in at random: every
    # row that was not touched is still there, and the sum still holds.
    pool = st.sampled_from(["abc", "hello, world", "two\nlines", "1.5", 'he said "x" ok'])
    width = data.draw(st.integers(2, 4))
    rows = data.draw(
        st.lists(st.lists(pool, min_size=width, max_size=width), min_size=3, max_size=20)
    )
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow([f"h{place}" for place in range(width + 1)])
    start = out.tell()
    table = [[str(number), *row] for number, row in enumerate(rows, 1)]
    writer.writerows(table)
    text = out.getvalue()
    place = data.draw(st.integers(start, len(text) - 1))
    cut = 1 if text[place] == '"' else 0
    text = text[:place] + ("" if cut else '"') + text[place + cut :]
    with TemporaryDirectory() as folder:
        path = Path(folder, "file.csv")
        path.write_text(text, newline="")
        found = opened(read_file(path, name="file.csv", into=Path(folder)))
    lost = {tuple(row) for row in table} - set(found.cells)
    assert len(lost) <= 1


def test_quotes_inside_unquoted_cells_are_text(read):
    assert read('id,size\n1,5" pipe\n2,"6"" pipe"\n3,x\n').cells == [
        ("1", '5" pipe'),
        ("2", '6" pipe'),
        ("3", "x"),
    ]


def test_backslash_before_quotes(read):
    found = read('a,b\n1,"x \\"y\\", w"\n2,"back \\\\ slash"\n')
    assert found.cells == [("1", 'x "y", w'), ("2", "back \\ slash")]


def test_spaces_around_quotes(read):
    assert read('a, b\n1, "x, y" \n2, 3\n').cells == [("1", "x, y"), ("2", "3")]


def test_a_delimiter_too_many_on_the_data_lines(read):
    found = read('a,b\n1,2,\n3,4,\n"5","6",\n')
    assert found.cells == [("1", "2"), ("3", "4"), ("5", "6")]
    assert any("delimiter too many" in note for note in found.upload.notes)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_ends(read, ending):
    text = ending.join(["a,b", "1,2", "", "3", "4,5", "", ""])
    found = read(text)
    assert found.rows == [(1, "1", "2"), (3, "4", "5")]
    assert found.rejected == [(4, FEWER, "3")]


def test_mixed_line_ends_and_no_last_one(read):
    assert read("a,b\r\n1,2\n3,4\r\n5,6\r7,8").cells == [
        ("1", "2"),
        ("3", "4"),
        ("5", "6"),
        ("7", "8"),
    ]


def test_header_over_several_lines(read):
    found = read('\ufeff"How\nlikely?",b\r\n1,2\r\n3\r\n')
    assert found.upload.columns == ("How likely?", "b")
    assert found.rows == [(1, "1", "2")]
    assert found.rejected == [(4, FEWER, "3")]


def test_cells_are_trimmed_and_blank_ones_null(read):
    found = read('a,b\n" x\t", \n\u00a0y\u00a0,""\n\ufeffz,"\u00a0"\n')
    assert found.cells == [("x", None), ("y", None), ("z", None)]


def test_codes_stay_as_written(read):
    assert read("id,day\n00123,03/04/2024\n1e5,N/A\n").cells == [
        ("00123", "03/04/2024"),
        ("1e5", "N/A"),
    ]


def test_columns_split_by_runs_of_spaces(read):
    found = read(" id  date  n\n 00001 19970101  1\n 2 19970112  5 9\n" + " 3 19970113 1\n" * 20)
    assert found.upload.columns == ("id", "date", "n")
    assert found.rows[:2] == [(1, "00001", "19970101", "1"), (3, "3", "19970113", "1")]
    assert [line for line, _, _ in found.rejected] == [3]


def test_one_column(read):
    found = read('comment\nGood, but slow\nbad\n"a\nb"\n\nNice, really, yes\n')
    assert found.cells == [("Good, but slow",), ("bad",), ("a\nb",), ("Nice, really, yes",)]
    assert "each line is one column" in found.upload.notes[0]


def test_two_thousand_columns(read):
    names = [f"c{place}" for place in range(2000)]
    found = read("\n".join([",".join(names), ",".join("1" * 2000), ",".join("23" * 1000)]))
    assert found.upload.columns == tuple(names)
    assert [len(row) for row in found.rows] == [2001, 2001]


def test_a_very_long_cell(read):
    long = "x" * (9 << 20)
    assert read(f'a,b\n1,"{long}"\n2,y\n').cells == [("1", long), ("2", "y")]


def test_too_long_a_record_is_refused(read, monkeypatch):
    monkeypatch.setattr("cxlib.read.delimited._LONGEST", 1000)
    with pytest.raises(UnreadableFile, match=r"^'file.csv' has a line or quoted cell of more than"):
        read("a,b\n1," + "x" * 2000 + "\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\n", "has a header but no rows of data"),
        ("a,b", "has a header but no rows of data"),
        ("a,b\n\n\n", "has a header but no rows of data"),
        ("\n \n\r\n", "holds nothing but blank lines"),
        ("", "is empty (0 bytes)"),
        ("a,b,c\n1,2\n3,4\n", "all 2 rows were rejected (line 2: fewer cells than the header)"),
        ('a,"b\n1,2\n', "has a quote in its header (line 1) that is not closed"),
    ],
)
def test_nothing_to_read_says_so_in_a_sentence(read, text, says):
    with pytest.raises(UnreadableFile) as caught:
        read(text, name="answers.csv")
    said = str(caught.value)
    assert said.startswith("'answers.csv' ")
    assert says in said
    assert "\n" not in said
    assert len(said) < 400
