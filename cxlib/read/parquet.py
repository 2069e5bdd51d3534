"""Parquet files: every column cast to text by a database that can touch nothing else."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from cxlib.engine.embedded import open_locked
from cxlib.read.contents import Contents
from cxlib.read.formats import Format
from cxlib.read.names import clean_names
from cxlib.read.sink import Sink
from cxlib.read.task import Task

_BATCH = 50_000
_NESTED = ("STRUCT", "MAP", "UNION", "JSON", "VARIANT")
_MEMORY = "512MB"


def read_parquet(task: Task, sink: Sink) -> Contents:
    """Read a Parquet file; nested values become JSON, moments ISO, whole numbers have no point.

    Raises:
        UnreadableFile: the file is damaged or encrypted.
    """
    damaged = task.unreadable(
        "is a damaged, incomplete or encrypted Parquet file. Write or download it again."
    )
    try:
        with pq.ParquetFile(task.path) as file:
            total, raw = file.metadata.num_rows, file.schema_arrow.names
    except (pa.ArrowException, OSError) as error:
        raise damaged from error
    columns, notes = clean_names(raw, task)
    sink.open(columns)
    base = open_locked([], files=[task.path], scratch=task.folder / "spill", memory=_MEMORY)
    try:
        _copy(base, task, sink, total)
    except duckdb.Error as error:
        raise damaged from error
    finally:
        base.close()
    return Contents(columns, Format.PARQUET, notes=notes)


def _copy(base: duckdb.DuckDBPyConnection, task: Task, sink: Sink, total: int) -> None:
    path = "'" + str(task.path).replace("'", "''") + "'"
    source = f"read_parquet({path}, binary_as_string = true)"
    kinds = [str(row[1]) for row in base.execute(f"describe select * from {source}").fetchall()]
    names = ", ".join(f"c{place}" for place in range(len(kinds)))
    texts = ", ".join(_as_text(f"c{place}", kind) for place, kind in enumerate(kinds))
    found = base.execute(f"select {texts} from {source} as source({names})")
    for batch in found.to_arrow_reader(max(1, _BATCH // (1 + len(kinds) // 50))):
        task.tick(sink.accepted / max(1, total))
        sink.add(batch.columns)


def _as_text(column: str, kind: str) -> str:
    if kind in ("DOUBLE", "FLOAT"):
        whole = f"isfinite({column}) and {column} = trunc({column}) and abs({column}) < 1e15"
        return (
            f"case when isnan({column}) then null "
            f"when {whole} then cast(cast({column} as bigint) as varchar) "
            f"else cast({column} as varchar) end"
        )
    if kind.endswith("]") or kind.startswith(_NESTED):
        return f"cast(to_json({column}) as varchar)"
    return f"cast({column} as varchar)"
