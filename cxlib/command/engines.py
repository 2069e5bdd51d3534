"""A table of a database by URL, read as text as a file would be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from cxlib.engine.embedded import MEMORY, THREADS, cursor
from cxlib.errors import BadOption, EngineProblem
from cxlib.read.upload import Upload

CHUNK = 100_000
MAIN = "main"


def read_table(url: str, name: str, *, into: Path) -> Upload:
    """Read a table as text columns, as `cxlib.read.load.read_file` reads a file.

    The database is opened read-only and cannot reach any other file.

    Args:
        url: duckdb:///FILE.
        name: the table's (or view's) name, with its schema before a point where it has one.
        into: folder for the Parquet file of text.

    Raises:
        BadOption: an engine that is not opened here.
        EngineProblem: no such file or table, or the database refuses.
    """
    path = _duckdb_file(url)
    config = {
        "access_mode": "READ_ONLY",
        "memory_limit": MEMORY,
        "threads": str(THREADS),
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    try:
        root = duckdb.connect(str(path), read_only=True, config=config)
    except duckdb.Error as problem:
        raise EngineProblem(f"'{path.name}' cannot be opened: {_first_line(problem)}") from problem
    try:
        return _copy(root, name, path, into)
    except duckdb.Error as problem:
        raise EngineProblem(f"'{name}' cannot be read: {_first_line(problem)}") from problem
    finally:
        root.close()


def _duckdb_file(url: str) -> Path:
    parts = urlsplit(url)
    if parts.scheme != "duckdb":
        raise BadOption(
            f"--engine {url}: this version opens duckdb:///FILE only. Export the table to a "
            "Parquet or CSV file and name that as SOURCE."
        )
    # duckdb:///relative.duckdb and duckdb:////absolute.duckdb, as in SQLAlchemy's URLs.
    path = Path(unquote(parts.path.removeprefix("/")))
    if parts.netloc or not path.name:
        raise BadOption(f"--engine {url}: write duckdb:///FILE, with three slashes.")
    rooted = path if path.is_file() else Path("/") / path
    if not rooted.is_file():
        raise EngineProblem(f"There is no DuckDB file '{path}' (--engine).")
    return rooted


def _copy(root: duckdb.DuckDBPyConnection, name: str, path: Path, into: Path) -> Upload:
    schema, _, bare = name.rpartition(".")
    found = root.execute("select table_schema, table_name from information_schema.tables")
    known = found.fetchall()
    if (schema or MAIN, bare) not in known:
        shown = ", ".join(sorted(one if at == MAIN else f"{at}.{one}" for at, one in known)[:12])
        raise EngineProblem(f"'{path.name}' has no table '{name}'. It has: {shown or 'none'}.")
    table = cursor(root).table(bare, database=schema or MAIN)
    columns = tuple(table.columns)
    file = into / "table.text.parquet"
    # Ibis reads batches by a method that DuckDB is about to drop.
    reader = root.execute(str(ibis.to_sql(_as_text(table)))).to_arrow_reader(CHUNK)
    rows = _write(reader, columns, file)
    digest = hashlib.sha256(f"{path.resolve()}\n{name}\n{path.stat().st_mtime_ns}".encode())
    return Upload(
        name=name,
        path=file,
        columns=columns,
        rows=rows,
        rejected=(),
        digest=digest.hexdigest(),
        format="duckdb",
    )


def _as_text(table: ir.Table) -> ir.Table:
    """Every column as trimmed text, blank cells null."""
    cells = {name: table[name].cast("string").strip().nullif("") for name in table.columns}
    return table.select(**cells)


def _write(batches: Iterable[pa.RecordBatch], columns: tuple[str, ...], file: Path) -> int:
    """Write the rows with their number from 1; returns how many there are."""
    schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in columns)])
    done = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches:
            number = pa.array(range(done + 1, done + 1 + batch.num_rows), pa.int64())
            cells = [batch.column(name).cast(pa.string()) for name in columns]
            writer.write_batch(pa.record_batch([number, *cells], schema=schema))
            done += batch.num_rows
    return done


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0][:200]
