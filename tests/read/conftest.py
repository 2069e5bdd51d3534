"""Reading a handful of bytes the way the app does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cxlib.read import delimited, encoding, quoting, survey
from cxlib.read.load import read_file, rejected_path
from cxlib.read.upload import Upload


@dataclass(frozen=True)
class Reading:
    """An upload with the contents of its files; `rows` are (row number, cell, ...)."""

    upload: Upload
    rows: list[tuple]
    rejected: list[tuple[int, str, str]]

    @property
    def cells(self) -> list[tuple]:
        return [row[1:] for row in self.rows]


def opened(upload: Upload) -> Reading:
    table = pq.read_table(upload.path)
    assert table.column_names == ["row", *upload.columns]
    assert {str(kind) for kind in table.schema.types} == {"int64", "string"}
    beside = rejected_path(upload)
    lost = pq.read_table(beside).to_pylist() if beside else []
    assert upload.rows == table.num_rows + len(lost)
    assert len(lost) == sum(one.rows for one in upload.rejected)
    rows = list(zip(*(column.to_pylist() for column in table.columns), strict=True))
    return Reading(upload, rows, [(one["line"], one["reason"], one["text"]) for one in lost])


@pytest.fixture
def read(tmp_path):
    """Read bytes or text under a name; gives the upload, its rows and the rejected rows."""

    def reading(content: bytes | str | Path, name: str = "file.csv", **options) -> Reading:
        path = tmp_path / "uploaded"
        if isinstance(content, Path):
            path = content
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return opened(read_file(path, name=name, into=tmp_path / "into", **options))

    return reading


@pytest.fixture
def small_blocks(monkeypatch):
    """Read a few bytes at a time, so that every file spans many blocks."""

    def shrink(size: int) -> None:
        for module, name in (
            (delimited, "BLOCK"),
            (survey, "BLOCK"),
            (encoding, "BLOCK"),
            (quoting, "_READ"),
        ):
            monkeypatch.setattr(module, name, size)

    return shrink
