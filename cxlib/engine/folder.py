"""A folder of Parquet files as a database: each file, and each folder of such files, a table."""

from __future__ import annotations

from pathlib import Path

import duckdb

from cxlib.engine.embedded import open_locked
from cxlib.errors import EngineProblem

MOST = 1000
"""Tables that are offered of one folder."""


def open_folder(folder: Path, *, scratch: Path) -> duckdb.DuckDBPyConnection:
    """A locked DuckDB whose views are the folder's Parquet files; nothing is copied.

    Args:
        folder: holds `orders.parquet`, or `orders/` with Parquet files in it, in any depth.
        scratch: where DuckDB spills.

    Raises:
        EngineProblem: there is no such folder, or no Parquet file in it.
    """
    if not folder.is_dir():
        raise EngineProblem(f"There is no folder '{folder}' (--engine).")
    found = parquet_tables(folder)
    if not found:
        raise EngineProblem(
            f"The folder '{folder.name}' holds no Parquet files. Each file NAME.parquet in it, and "
            "each folder NAME of such files, is a table."
        )
    root = open_locked([folder.resolve()], scratch=scratch)
    for name, pattern in found.items():
        quoted = name.replace('"', '""')
        path = str(pattern).replace("'", "''")
        root.execute(f"create view \"{quoted}\" as select * from read_parquet('{path}')")
    return root


def parquet_tables(folder: Path) -> dict[str, Path]:
    """Name to the file, or the pattern of the files, of each table."""
    root = folder.resolve()
    found = {one.stem: one for one in sorted(root.glob("*.parquet")) if one.is_file()}
    for one in sorted(root.iterdir()):
        if one.is_dir() and next(one.rglob("*.parquet"), None) is not None:
            found.setdefault(one.name, one / "**" / "*.parquet")
    return dict(list(found.items())[:MOST])
