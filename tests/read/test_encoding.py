"""Old encodings, compressed files, and text that is none."""

from __future__ import annotations

import gzip

import pytest

from cxlib.errors import UnreadableFile
from cxlib.read.encoding import unpacked
from cxlib.read.task import Task

TEXT = "naïve;café €\n1;“é” – ok\n"
CELLS = [("1", "“é” – ok")]


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-32", "UTF-32-LE"),
    ],
)
def test_encodings(read, small_blocks, encoding, told):
    small_blocks(7)
    content = TEXT.encode(encoding)
    found = read(content)
    assert found.upload.columns == ("naïve", "café €")
    assert found.cells == CELLS
    notes = [note for note in found.upload.notes if "encoding" in note]
    assert notes == ([f"The text is in the {told} encoding."] if told else [])


def test_utf16_big_endian_with_mark(read):
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be")).cells == CELLS


@pytest.mark.parametrize(
    ("encoding", "cell"),
    [("cp1251", "Очень хорошее обслуживание"), ("shift_jis", "とても良いサービスでした")],
)
def test_clearly_not_western(read, encoding, cell):
    assert read(f"id,text\n1,{cell}\n".encode(encoding)).cells == [("1", cell)]


def test_a_few_damaged_bytes_do_not_spoil_the_rest(read):
    found = read(b"a,b\n" + "é,ü\n".encode() * 50 + b"x,\xe9\n")
    assert found.cells[0] == ("é", "ü")
    assert found.cells[-1] == ("x", "\ufffd")
    assert "shown as \ufffd: 1." in found.upload.notes[1]


def test_nul_characters_are_refused(read):
    text = "a,b\n" + "1,2\n" * 20_000
    with pytest.raises(UnreadableFile, match=r"'file.csv' holds a NUL character \(byte 80,006\)"):
        read(text + "3\0,4\n")


def test_gzip(read):
    found = read(gzip.compress(b"a,b\n1,2\n") + gzip.compress(b"3,4\n"), name="file.csv.gz")
    assert found.cells == [("1", "2"), ("3", "4")]
    assert read(gzip.compress(b'[{"a": 1}]'), name="file.json.gz").cells == [("1",)]


@pytest.mark.parametrize("cut", [5, 20, 60])
def test_damaged_gzip(read, cut):
    packed = gzip.compress(bytes(str(list(range(500))), "ascii"))
    with pytest.raises(UnreadableFile, match="damaged or incomplete gzip file"):
        read(packed[:cut], name="file.csv.gz")


def test_twice_compressed(read):
    with pytest.raises(UnreadableFile, match="compressed twice"):
        read(gzip.compress(gzip.compress(b"a,b\n1,2\n")))


def test_a_file_that_unpacks_without_end_is_refused(tmp_path):
    path = tmp_path / "bomb.csv.gz"
    path.write_bytes(gzip.compress(bytes(1 << 20)))
    with pytest.raises(UnreadableFile, match=r"'bomb.csv.gz' unpacks to more than 0.000931 GB"):
        unpacked(Task(path, path.name, tmp_path), most=1_000_000)
