"""A table of an engine by URL: asked where it lives, or parsed here where it is text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path

import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq

from cxlib.columns.kinds import Type
from cxlib.columns.typed import role_names
from cxlib.command.asked import Asked
from cxlib.command.opening import Recognised, engine_of, recognise, scratch_folder, typed_file
from cxlib.command.options import Request
from cxlib.engine.address import DUCKDB, PARQUET, SPARK, Address, address
from cxlib.engine.warehouse import Warehouse, opened
from cxlib.errors import EngineProblem
from cxlib.read.load import read_file
from cxlib.read.upload import Upload
from cxlib.tables.native import check_readings, native_source, plain_columns, text_of

SAMPLE = 10_000
"""Rows that are looked at to tell what a table's columns mean; they are kept nowhere."""
CHUNK = 100_000
_OPEN: ContextVar[Warehouse | None] = ContextVar("open warehouse", default=None)
PARSED = (Type.MOMENT, Type.SCORE, Type.NUMBER, Type.MONEY, Type.FLAG)


@contextmanager
def ask_engine(request: Request, kinds: Sequence[str], score: str | None) -> Iterator[Asked]:
    """Open a table where it lives, for as long as the block runs.

    A small part of the rows is looked at to tell what the columns mean. Questions are then
    answered by the engine, and only statistics come back. A DuckDB or Parquet table whose dates or
    numbers are text is parsed on this machine, as a file would be.

    Args:
        request: what is asked; its source names the table, or for Spark a file.
        kinds: the kinds of file that the command answers from; none for any.
        score: the score role that the request's scale and direction speak of.

    Raises:
        BadOption: an address that is not known here.
        EngineProblem: the engine cannot be reached, or has no such table.
    """
    place = address(request.engine or "")
    with scratch_folder() as folder, engine_of(folder) as cursor:
        if place.engine == SPARK and _is_text(request.source):
            path = Path(request.source)
            upload = read_file(path, name=path.name, into=folder, sheet=request.sheet)
            here = typed_file(recognise(request, kinds, score, upload, cursor), cursor)
            with _shared(place, folder) as house:
                table = house.backend.read_parquet(str(folder / "typed.parquet"))
                yield replace(here, source=replace(here.source, table=table))
            return
        with _shared(place, folder) as house:
            table = house.table(request.source)
            upload = sampled(table, request.source, folder, place.engine)
            found = recognise(request, kinds, score, upload, cursor)
            if place.engine in (DUCKDB, PARQUET) and _needs_parsing(table, found):
                whole = copied(house, table, request.source, folder)
                yield typed_file(recognise(request, kinds, score, whole, cursor), cursor)
                return
            check_readings(found.mapping)
            source = native_source(table, found.mapping, name=request.source, rows=upload.rows)
            yield found.asked(source)


@contextmanager
def _shared(place: Address, folder: Path) -> Iterator[Warehouse]:
    """The engine, the same for two tables of one command, so that they can be joined there."""
    known = _OPEN.get()
    if known is not None and known.address == place:
        yield known
        return
    with opened(place, scratch=folder / "spill") as house:
        before = _OPEN.set(house)
        try:
            yield house
        finally:
            _OPEN.reset(before)


def sampled(table: ir.Table, name: str, folder: Path, form: str) -> Upload:
    """Some rows of a table as text, with the number of all its rows.

    Raises:
        EngineProblem: it has no rows, or no column that can be read.
    """
    columns = plain_columns(table)
    rows = int(table.count().to_pyarrow().as_py())
    if not columns or not rows:
        what = "no rows" if columns else "no column of text, numbers, dates or yes and no"
        raise EngineProblem(f"'{name}' has {what}. Name another table.")
    file = folder / "sample.text.parquet"
    shown = table.limit(SAMPLE).select(**{one: text_of(table[one]) for one in columns})
    _write([shown.to_pyarrow()], columns, file)
    return _upload(name, file, columns, rows, form)


def copied(house: Warehouse, table: ir.Table, name: str, folder: Path) -> Upload:
    """A whole table as text, for the embedded engine to parse."""
    columns = plain_columns(table)
    file = folder / "table.text.parquet"
    shown = table.select(**{one: text_of(table[one]) for one in columns})
    # Ibis reads batches by a method that DuckDB is about to drop.
    reader = house.backend.con.execute(house.backend.compile(shown)).to_arrow_reader(CHUNK)
    rows = _write(reader, columns, file)
    return _upload(name, file, columns, rows, house.address.engine)


def _needs_parsing(table: ir.Table, found: Recognised) -> bool:
    """Whether a role of dates, scores, numbers or money is borne by a column of text."""
    known = table.schema()
    return any(
        role.type in PARSED and (column not in known or known[column].is_string())
        for role, column in role_names(found.mapping).values()
    )


def _is_text(source: str) -> bool:
    """Whether a local file is meant that Spark would have to parse."""
    path = Path(source)
    return path.is_file() and path.suffix.casefold() != ".parquet"


def _upload(name: str, file: Path, columns: tuple[str, ...], rows: int, form: str) -> Upload:
    digest = hashlib.sha256(f"{form}\n{name}\n{rows}".encode()).hexdigest()
    return Upload(
        name=name,
        path=file,
        columns=columns,
        rows=rows,
        rejected=(),
        digest=digest,
        format=form.casefold(),
    )


def _write(
    batches: Iterable[pa.RecordBatch | pa.Table], columns: tuple[str, ...], file: Path
) -> int:
    """Write the rows with their number from 1; returns how many there are."""
    schema = pa.schema([("row", pa.int64()), *((name, pa.string()) for name in columns)])
    done = 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches:
            number = pa.array(range(done + 1, done + 1 + batch.num_rows), pa.int64())
            cells = [batch.column(name).cast(pa.string()) for name in columns]
            writer.write_table(pa.table([number, *cells], schema=schema))
            done += batch.num_rows
    return done
