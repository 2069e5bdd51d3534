"""The promises of the way in: nothing by halves, cancellation, progress, one digest a content."""

from __future__ import annotations

import gzip
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxlib.errors import Cancelled, UnreadableFile
from cxlib.read.load import read_file, rejected_path, sheets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def table(tmp_path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n" + "1,2\n" * 300_000)
    return path


def test_files_are_named_after_the_content(tmp_path):
    path, into = tmp_path / "x", tmp_path / "deep" / "into"
    path.write_bytes(b"a,b\n1,2\n3\n")
    upload = read_file(path, name="x.csv", into=into)
    assert upload.digest == hashlib.sha256(b"a,b\n1,2\n3\n").hexdigest()
    assert upload.path == into / f"{upload.digest}.text.parquet"
    assert rejected_path(upload) == into / f"{upload.digest}.rejected.parquet"
    assert sorted(into.iterdir()) == sorted([upload.path, rejected_path(upload)])
    assert read_file(path, name="x.csv", into=into) == upload


def test_the_upload_stays_as_it_was(tmp_path):
    path = tmp_path / "x.csv.gz"
    path.write_bytes(gzip.compress("é;b\n1;2\n".encode("cp1252")))
    before = path.read_bytes()
    read_file(path, name="x.csv.gz", into=tmp_path)
    assert path.read_bytes() == before


def test_a_failed_reading_leaves_nothing(tmp_path):
    path, into = tmp_path / "x", tmp_path / "into"
    path.write_bytes(b"a,b\n1\n")
    with pytest.raises(UnreadableFile):
        read_file(path, name="x.csv", into=into)
    assert list(into.iterdir()) == []


def test_progress_runs_from_nothing_to_one(tmp_path, table):
    seen: list[float] = []
    read_file(table, name="t.csv", into=tmp_path / "into", progress=seen.append)
    assert seen == sorted(seen)
    assert seen[0] >= 0
    assert seen[-1] == 1
    assert len(seen) > 4


@pytest.mark.parametrize("calls", [0, 1, 3])
def test_cancelling_leaves_nothing(tmp_path, table, calls):
    asked = iter([False] * calls)
    into = tmp_path / "into"
    with pytest.raises(Cancelled, match=r"^Reading 't.csv' was stopped"):
        read_file(table, name="t.csv", into=into, cancelled=lambda: next(asked, True))
    assert list(into.iterdir()) == []


def test_a_killed_reading_leaves_no_half_file(tmp_path, table):
    into = tmp_path / "into"
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from cxlib.read.load import read_file\n"
        "stop = lambda done: done > 0.7 and os.kill(os.getpid(), signal.SIGKILL)\n"
        f"read_file(Path({str(table)!r}), name='t', into=Path({str(into)!r}), progress=stop)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert [one.name.startswith(".reading-") for one in into.iterdir()] == [True]
    # What it left is swept a day later, and not before.
    (left,) = into.iterdir()
    upload = read_file(table, name="t.csv", into=into)
    assert left.exists()
    assert upload.rows == 300_000
    os.utime(left, (0, time.time() - 90_000))
    read_file(table, name="t.csv", into=into)
    assert not left.exists()


def test_no_such_file(tmp_path):
    with pytest.raises(UnreadableFile, match=r"^'gone.csv' does not exist or is not a file"):
        read_file(tmp_path / "gone.csv", name="gone.csv", into=tmp_path)
    with pytest.raises(UnreadableFile, match="does not exist"):
        sheets(tmp_path)


def test_sheets_under_another_name(tmp_path):
    path = tmp_path / "upload-1"
    path.write_bytes(b"")
    with pytest.raises(UnreadableFile, match=r"^'book.xlsx' is empty"):
        sheets(path, name="book.xlsx")
