"""Opening the engine that an address names: read-only, with a time limit, on one's own account."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import ibis.expr.types as ir
from ibis.backends import BaseBackend

from cxlib.engine.address import DUCKDB, PARQUET, POSTGRES, SPARK, Address
from cxlib.engine.embedded import MEMORY, THREADS, cursor
from cxlib.engine.folder import open_folder
from cxlib.errors import BadOption, CxError, EngineProblem

TIMEOUT = 300
"""Seconds that one query may take."""
CONNECT = 10
"""Seconds to wait for a server's answer to the first call."""
SHOWN = 12


@dataclass(frozen=True, slots=True, eq=False)
class Warehouse:
    """An open engine; never shared between threads.

    Attributes:
        address: which one it is.
        backend: runs the queries.
        stop: stops what is running there, from any thread.
        close: gives the connection back.
    """

    address: Address
    backend: BaseBackend
    stop: Callable[[], None]
    close: Callable[[], None]

    def tables(self) -> tuple[str, ...]:
        """The names of the tables and views, those of other schemas after a point."""
        with refused(self.address):
            return tuple(sorted(_names(self)))

    def table(self, name: str) -> ir.Table:
        """A table or view by name, its schema before a point where it has one.

        Raises:
            EngineProblem: there is none, or it may not be read; says what there is.
        """
        if self.address.engine == SPARK and _is_path(name):
            with refused(self.address):
                return self.backend.read_parquet(name)
        known = self.tables()
        if name not in known:
            shown = ", ".join(known[:SHOWN]) + (", ..." if len(known) > SHOWN else "")
            raise EngineProblem(
                f"{self.address.shown} has no table '{name}'. It has: {shown or 'none'}."
            )
        schema, _, bare = name.rpartition(".")
        with refused(self.address):
            return self.backend.table(bare, database=schema or None)


@contextmanager
def opened(address: Address, *, scratch: Path, timeout: int = TIMEOUT) -> Iterator[Warehouse]:
    """An engine, for as long as the block runs.

    Args:
        address: which engine.
        scratch: a folder for what does not fit into memory here; made if absent.
        timeout: seconds that one query may take, where the engine keeps such a limit.

    Raises:
        EngineProblem: it cannot be reached, refuses the password, or a query fails.
    """
    house = open_warehouse(address, scratch=scratch, timeout=timeout)
    try:
        with refused(address):
            yield house
    finally:
        house.close()


def open_warehouse(address: Address, *, scratch: Path, timeout: int = TIMEOUT) -> Warehouse:
    """An engine that the caller closes.

    Raises:
        EngineProblem: it cannot be reached, or refuses the password.
        BadOption: the package that speaks with it is not installed.
    """
    with refused(address):
        if address.engine == DUCKDB:
            return _duckdb(address)
        if address.engine == PARQUET:
            return _parquet(address, scratch)
        return _postgres(address, timeout) if address.engine == POSTGRES else _spark(address)


@contextmanager
def refused(address: Address) -> Iterator[None]:
    """Turn what an engine says into a sentence; nothing of the address but its place is said."""
    try:
        yield
    except CxError:
        raise
    except Exception as problem:
        said = _said(problem)
        if said is None:
            raise
        raise EngineProblem(f"{address.engine} ({address.shown}): {said}") from problem


def _duckdb(address: Address) -> Warehouse:
    path = Path(address.database)
    if not path.is_file():
        raise EngineProblem(f"There is no DuckDB file '{path}' (--engine).")
    config = {
        "access_mode": "READ_ONLY",
        "memory_limit": MEMORY,
        "threads": str(THREADS),
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    root = duckdb.connect(str(path), read_only=True, config=config)
    root.execute("set TimeZone = 'UTC'")
    return Warehouse(address, cursor(root), root.interrupt, root.close)


def _parquet(address: Address, scratch: Path) -> Warehouse:
    root = open_folder(Path(address.database), scratch=scratch)
    return Warehouse(address, cursor(root), root.interrupt, root.close)


def _postgres(address: Address, timeout: int) -> Warehouse:
    with _needs("psycopg", "PostgreSQL", "requirements-postgres.txt"):
        from cxlib.engine.postgres import Postgres
    settings = f"-c default_transaction_read_only=on -c statement_timeout={timeout * 1000}"
    options: dict[str, Any] = {"connect_timeout": CONNECT, **dict(address.options)}
    backend = Postgres()
    backend.do_connect(
        host=address.host,
        port=address.port,
        user=address.user or None,
        password=address.password or None,
        database=address.database,
        options=settings,
        **options,
    )
    return Warehouse(address, backend, backend.con.cancel, backend.disconnect)


def _spark(address: Address) -> Warehouse:
    with _needs("pyspark", "Spark", "requirements-spark.txt"):
        from cxlib.engine.spark import open_spark
    return open_spark(address)


@contextmanager
def _needs(package: str, engine: str, file: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as problem:
        raise BadOption(
            f"{engine} is spoken with by the package {package}, which is not installed here. "
            f"Install it with: pip install -r {file}."
        ) from problem


def _names(house: Warehouse) -> list[str]:
    if house.address.engine == POSTGRES:
        query = (
            "select table_schema, table_name from information_schema.tables "
            "where table_schema not in ('pg_catalog', 'information_schema')"
        )
        with house.backend.begin() as rows:
            found = [(schema, name) for schema, name in rows.execute(query)]
            here = rows.execute("select current_schema()").fetchone()[0]
        return [name if schema == here else f"{schema}.{name}" for schema, name in found]
    if house.address.engine in (DUCKDB, PARQUET):
        query = "select table_schema, table_name from information_schema.tables"
        found = house.backend.con.execute(query).fetchall()
        return [name if schema == "main" else f"{schema}.{name}" for schema, name in found]
    return list(house.backend.list_tables())


def _is_path(name: str) -> bool:
    """Whether a Spark table is meant by where its Parquet files lie."""
    return "/" in name or name.endswith(".parquet")


def _said(problem: Exception) -> str | None:
    """The engine's own first line; None where this is no engine's problem."""
    module = type(problem).__module__.partition(".")[0]
    if module not in ("psycopg", "duckdb", "_duckdb", "pyspark", "py4j", "grpc"):
        return None
    lines = [line.strip() for line in str(problem).splitlines() if line.strip()]
    said = lines[0] if lines else type(problem).__name__
    for noise in ("connection failed: ", "connection to server at "):
        said = said.removeprefix(noise)
    return said[:200]
