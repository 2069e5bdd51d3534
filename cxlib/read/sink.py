"""Where rows go while a file is read: Parquet files of text and of rejected rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cxlib.read.cells import text_array, trimmed
from cxlib.read.upload import Rejected

_GROUP_ROWS = 262_144
_GROUP_BYTES = 64 << 20
_LOG_ROWS = 10_000
_LOG_BYTES = 8 << 20
_EXAMPLES = 5
_EXAMPLE_LENGTH = 300
_DICTIONARY_BYTES = 16 << 10

_LOG = pa.schema([("line", pa.int64()), ("reason", pa.string()), ("text", pa.string())])


class RejectLog:
    """All rejected rows in one Parquet file, which exists only if there are any."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0
        self._held: list[tuple[int, str, str]] = []
        self._bytes = 0
        self._writer: pq.ParquetWriter | None = None

    def add(self, line: int, reason: str, text: str) -> None:
        """Note one row; `line` counts from 1."""
        self._held.append((line, reason, text))
        self._bytes += len(text)
        self.rows += 1
        if len(self._held) >= _LOG_ROWS or self._bytes >= _LOG_BYTES:
            self._flush()

    def close(self) -> None:
        """Write what is held."""
        if self._held:
            self._flush()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def read(self) -> Iterator[tuple[int, str, str]]:
        """The rows of a closed log, in the order in which they came."""
        if self.rows == 0:
            return
        with pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(batch_size=_LOG_ROWS):
                yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def _flush(self) -> None:
        lines, reasons, texts = zip(*self._held, strict=True)
        columns = [pa.array(lines, pa.int64()), text_array(list(reasons)), text_array(list(texts))]
        if self._writer is None:
            self._writer = pq.ParquetWriter(self.path, _LOG)
        self._writer.write_table(pa.Table.from_arrays(columns, schema=_LOG))
        self._held, self._bytes = [], 0


class Sink:
    """Takes text columns batch by batch and writes them trimmed, with their row numbers.

    Nothing is visible outside the scratch folder until the finished files are moved away.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "text.parquet"
        self.log = RejectLog(folder / "rejected.parquet")
        self.accepted = 0
        self.blank = 0
        self.width = 0
        self._schema: pa.Schema | None = None
        self._writer: pq.ParquetWriter | None = None
        self._held: list[pa.RecordBatch] = []
        self._filled: list[bool] = []
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[tuple[int, str]]] = {}

    def open(self, columns: Sequence[str]) -> None:
        """Begin a table of these columns."""
        self.width = len(columns)
        self._filled = [False] * self.width
        self._schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in columns)])
        self._writer = _writer(self.path, self._schema)

    def add(
        self,
        columns: Sequence[pa.Array],
        rows: npt.NDArray[np.int64] | None = None,
        *,
        skip_blank: bool = False,
    ) -> None:
        """Take one batch: text columns of equal length, and their row numbers.

        Without numbers the rows count on from those already taken. Rows without any cell are
        counted in `blank`, and left out, where asked.
        """
        count = len(columns[0])
        if rows is None:
            rows = np.arange(self.accepted + 1, self.accepted + count + 1, dtype=np.int64)
        cells = [trimmed(column) for column in columns]
        self._filled = [
            known or cell.null_count < count
            for known, cell in zip(self._filled, cells, strict=True)
        ]
        batch = pa.RecordBatch.from_arrays([pa.array(rows), *cells], schema=self._schema)
        if skip_blank and all(cell.null_count for cell in cells):
            batch = batch.filter(pc.invert(_all_null(cells)))
            self.blank += count - batch.num_rows
        self.accepted += batch.num_rows
        self._make_room()
        if batch.num_rows:
            self._held.append(batch)

    @property
    def tail(self) -> pa.RecordBatch | None:
        """The last rows taken, which are not written yet; None without any."""
        return self._held[-1] if self._held else None

    def reject_last(self, line: int, reason: str, text: str) -> None:
        """Account for the last row taken as one that could not be read."""
        last = self._held.pop()
        if last.num_rows > 1:
            self._held.append(last.slice(0, last.num_rows - 1))
        self.accepted -= 1
        self.reject(line, reason, text)

    def narrow(self, named: int) -> int:
        """Leave out what columns at the end have no cell, but for the first `named`.

        Returns:
            How many columns there are now.
        """
        width = max((place for place, has in enumerate(self._filled, 1) if has), default=0)
        width = max(width, named, 1)
        if width < self.width and self._schema is not None:
            self._close_writer()
            self._rewrite(width)
        return self.width

    def reject(self, line: int, reason: str, text: str) -> None:
        """Account for one row that could not be read."""
        self.log.add(line, reason, text)
        self._counts[reason] = self._counts.get(reason, 0) + 1
        examples = self._examples.setdefault(reason, [])
        if len(examples) < _EXAMPLES:
            examples.append((line, text[:_EXAMPLE_LENGTH]))

    def rejected(self) -> tuple[Rejected, ...]:
        """What was rejected so far, by reason, the most frequent first."""
        ranked = sorted(self._counts.items(), key=lambda item: -item[1])
        return tuple(Rejected(why, rows, tuple(self._examples[why])) for why, rows in ranked)

    def close(self) -> None:
        """Finish both files."""
        self._close_writer()
        self.log.close()

    def _close_writer(self) -> None:
        self._flush()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _rewrite(self, width: int) -> None:
        """The file again with its first `width` columns."""
        wide, self._schema = self.path, pa.schema(list(self._schema or ())[: width + 1])
        self.path = wide.with_name("narrow.parquet")
        names = self._schema.names
        with pq.ParquetFile(wide) as source, _writer(self.path, self._schema) as target:
            for group in range(source.num_row_groups):
                target.write_table(source.read_row_group(group, columns=names))
        wide.unlink()
        self.width = width

    def _make_room(self) -> None:
        """Write what is held, once it is much; the last batch stays, so that it can be seen."""
        held = sum(batch.num_rows for batch in self._held)
        if held >= _GROUP_ROWS or sum(batch.nbytes for batch in self._held) >= _GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._held and self._writer is not None:
            table = pa.Table.from_batches(self._held, schema=self._schema)
            self._writer.write_table(table, row_group_size=max(1, table.num_rows))
            self._held = []


def _writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    return pq.ParquetWriter(
        path,
        schema,
        compression="lz4",
        write_statistics=["row"],
        use_dictionary=schema.names[1:],
        dictionary_pagesize_limit=_DICTIONARY_BYTES,
        column_encoding={"row": "DELTA_BINARY_PACKED"},
    )


def _all_null(cells: Sequence[pa.Array]) -> pa.Array:
    """Which rows have no cell."""
    null = cells[0].is_null()
    for cell in cells[1:]:
        null = pc.and_(null, cell.is_null())
    return null
