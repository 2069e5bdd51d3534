"""Text tables as a file gives them, on the embedded engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import ibis.expr.types as ir
import pyarrow as pa
import pytest

from cxlib.columns.profile import Profile, read_profile
from cxlib.engine.embedded import Cursor, cursor, open_locked
from cxlib.read.load import read_file

Cells = Mapping[str, Sequence[str | None]]


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Cursor:
    folder = tmp_path_factory.mktemp("engine").resolve()
    return cursor(open_locked([folder], scratch=folder / "scratch"))


@pytest.fixture
def text(backend: Cursor) -> Callable[[Cells], ir.Table]:
    """Make a text table of columns of equal length."""

    def make(cells: Cells) -> ir.Table:
        rows = len(next(iter(cells.values())))
        arrays = {"row": pa.array(range(1, rows + 1), pa.int64())}
        arrays |= {name: pa.array(list(values), pa.string()) for name, values in cells.items()}
        return backend.create_table(f"t{id(cells)}", pa.table(arrays), temp=True, overwrite=True)

    return make


@pytest.fixture
def profile(text: Callable[[Cells], ir.Table]) -> Callable[[Cells], Profile]:
    """Profile columns of equal length."""
    return lambda cells: read_profile(text(cells), tuple(cells))


@pytest.fixture
def profile_file(tmp_path: Path) -> Callable[[Path], Profile]:
    """Read and profile a real file."""

    def make(path: Path) -> Profile:
        folder = tmp_path.resolve()
        upload = read_file(path, name=path.name, into=folder)
        root = open_locked([folder], scratch=folder / "scratch")
        try:
            return read_profile(cursor(root).read_parquet(upload.path), upload.columns)
        finally:
            root.close()

    return make
