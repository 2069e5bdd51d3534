"""Files are known by what is in them, whatever their name says."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from cxlib.errors import UnreadableFile
from cxlib.read.formats import Format, recognise
from cxlib.read.task import Task


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


def kind_of(tmp_path, content: bytes, name: str = "file.csv") -> Format:
    path = tmp_path / "uploaded"
    path.write_bytes(content)
    return recognise(Task(path, name, tmp_path))


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"a,b\n1,2\n", "x.xlsx", Format.CSV),
        (b"a,b\n1,2\n", "x", Format.CSV),
        ("a,b\n1,2\n".encode("utf-16"), "x.csv", Format.CSV),
        (b"PAR1,PARENT\n1,2\n", "x.csv", Format.CSV),
        (b"MZ,BZh\n1,2\n", "x.csv", Format.CSV),
        (b"[id],name\n1,2\n", "x.csv", Format.CSV),
        (b'\xef\xbb\xbf [ {"a": 1}]', "x.csv", Format.JSON),
        ('{"a": 1}'.encode("utf-16"), "x.txt", Format.JSON),
        (b"[1]", "x.json", Format.JSON),
        (zipped("xl/workbook.xml"), "x.csv", Format.XLSX),
        (b"\x1f\x8b\x08", "x.csv", Format.GZIP),
        (b"<stata_dta><header>", "x.csv", Format.STATA),
        (b"\x72\x02\x01\x00", "x.dta", Format.STATA),
        (b"PAR1" + bytes(100), "x.csv", Format.PARQUET),
        (b"$FL2@(#) SPSS", "x.csv", Format.SPSS),
    ],
)
def test_recognised(tmp_path, content, name, kind):
    assert kind_of(tmp_path, content, name) is kind


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"SQLite format 3\0" + bytes(84), "an SQLite database"),
        (bytes(8) + b"DUCK" + bytes(90), "a DuckDB database"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "a PNG picture"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "a JPEG picture"),
        (b"%PDF-1.7\nobj", "a PDF document"),
        (zipped("data.csv"), "is a ZIP archive. Unpack it"),
        (zipped("word/document.xml"), "a Word document"),
        (b"PK\x03\x04" + bytes(50), "damaged or incomplete workbook or ZIP"),
        (b"<!DOCTYPE html><html><table>", "a web page or XML"),
        (b"\xef\xbb\xbf\n <table><tr>", "a web page or XML"),
        (b'<?xml version="1.0"?><Workbook/>', "a web page or XML"),
        (b"a,b\n1,\x00\x01\n", "holds binary data"),
        (random.Random(1).randbytes(500), "holds binary data"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "an old Office file but not a workbook"),
    ],
)
def test_refused_in_a_sentence(tmp_path, content, says):
    with pytest.raises(UnreadableFile) as caught:
        kind_of(tmp_path, content, "export.xls")
    said = str(caught.value)
    assert said.startswith("'export.xls' ")
    assert says in said
    assert "\n" not in said
    assert len(said) < 400


def test_json_by_name_only(tmp_path):
    with pytest.raises(UnreadableFile, match=r"does not begin with \{ or"):
        kind_of(tmp_path, b"a,b\n", "file.json")


def test_long_and_odd_names_stay_on_one_short_line(tmp_path):
    with pytest.raises(UnreadableFile) as caught:
        kind_of(tmp_path, b"", "a\nb" + "x" * 500 + ".csv")
    assert str(caught.value).startswith("'a bxxx")
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)
