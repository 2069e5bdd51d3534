"""DuckDB inside this process, locked down: no network, no file outside the folders named."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
from ibis.backends.duckdb import Backend

MEMORY = "1GB"
THREADS = 2
SPILL = "20GB"


class Cursor(Backend):  # type: ignore[misc]
    """An Ibis backend over one cursor of a locked instance; never shared between threads."""

    def _post_connect(self, extensions: object = None) -> None:
        # Ibis would set the time zone here; the instance is locked and has it already.
        del extensions
        self._record_batch_readers_consumed: dict[object, object] = {}


def open_locked(
    folders: Iterable[Path],
    *,
    files: Iterable[Path] = (),
    scratch: Path,
    memory: str = MEMORY,
    threads: int = THREADS,
) -> duckdb.DuckDBPyConnection:
    """A DuckDB instance in memory that can touch `folders` and `files` and nothing else.

    Args:
        folders: directories whose Parquet files may be read and written.
        files: single files that may be read.
        scratch: directory for spilling; created if absent.
        memory: limit in DuckDB's notation.
        threads: worker threads.
    """
    scratch.mkdir(parents=True, exist_ok=True)
    root = duckdb.connect(
        ":memory:",
        config={
            "memory_limit": memory,
            "threads": str(threads),
            "temp_directory": str(scratch),
            "max_temp_directory_size": SPILL,
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "allow_community_extensions": "false",
            "allow_persistent_secrets": "false",
        },
    )
    root.execute("set global TimeZone = 'UTC'")
    root.execute("set global python_enable_replacements = false")
    root.execute(f"set allowed_directories = [{_listed(f'{one}/' for one in folders)}]")
    root.execute(f"set allowed_paths = [{_listed(str(one) for one in files)}]")
    root.execute("set enable_external_access = false")
    root.execute("set lock_configuration = true")
    return root


def cursor(root: duckdb.DuckDBPyConnection) -> Cursor:
    """A fresh cursor for one script run or one thread; cheap, and cancelled on its own."""
    backend: Cursor = Cursor.from_connection(root.cursor())
    return backend


def _listed(paths: Iterable[str]) -> str:
    return ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
