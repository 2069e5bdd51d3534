"""Where a table lives: the address of an engine, as a URL or a folder of Parquet files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from cxlib.errors import BadOption

DUCKDB, PARQUET, POSTGRES, SPARK = "DuckDB", "Parquet", "PostgreSQL", "Spark"
SCHEMES = (
    "duckdb:///FILE, parquet:///FOLDER, postgres://user@host:5432/database, "
    "spark://host:7077, local[2] (Spark on this machine) or sc://host:15002 (Spark Connect)"
)
POSTGRES_PORT = 5432
OPTIONS = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "application_name")
"""Options of a PostgreSQL address that are passed on; others are refused."""

_LOCAL = re.compile(r"local(\[(\*|[0-9]{1,3})\])?")


@dataclass(frozen=True, slots=True)
class Address:
    """An engine's address; the password is never part of what is shown.

    Attributes:
        engine: DUCKDB, PARQUET, POSTGRES or SPARK.
        host: the server; for Spark the whole master or Connect URL; empty for files.
        port: the server's port; None where it has none.
        database: the database of a server, or the path of a file or folder.
        user: who logs in; empty for the driver's default.
        password: kept out of representations.
        options: further settings of the connection.
    """

    engine: str
    host: str = ""
    port: int | None = None
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    options: tuple[tuple[str, str], ...] = ()

    @property
    def url(self) -> str:
        """The address without user, password and options."""
        if self.engine == SPARK:
            return self.host
        if self.engine == POSTGRES:
            return f"postgres://{self.shown}"
        return f"{self.engine.casefold()}:///{self.database}"

    @property
    def shown(self) -> str:
        """The address for a reader, without user and password."""
        if self.engine in (DUCKDB, PARQUET):
            return Path(self.database).name
        if self.engine == SPARK:
            return self.host
        return f"{self.host}:{self.port}/{self.database}"


def address(url: str) -> Address:
    """Read an address.

    Args:
        url: one of the forms in `SCHEMES`, or the path of a folder of Parquet files.

    Raises:
        BadOption: the scheme is not known, or a part is missing; the password is not repeated.
    """
    text = url.strip()
    if _LOCAL.fullmatch(text):
        return Address(SPARK, host=text)
    scheme = text.partition(":")[0].casefold()
    if "://" not in text:
        if text and Path(text).is_dir():
            return Address(PARQUET, database=text)
        raise BadOption(f"--engine '{text[:60]}' is no address of an engine. Write {SCHEMES}.")
    try:
        if scheme in ("postgres", "postgresql"):
            return _postgres(text)
        if scheme in ("spark", "sc"):
            return _spark(text, scheme)
    except ValueError as problem:
        raise BadOption(f"The port of the {scheme} address is not a number.") from problem
    if scheme in ("duckdb", "parquet", "file"):
        return _files(text, scheme)
    raise BadOption(f"--engine: '{scheme}://' is not known here. Write {SCHEMES}.")


def _files(text: str, scheme: str) -> Address:
    """duckdb:///relative and duckdb:////absolute, as in SQLAlchemy's URLs."""
    parts = urlsplit(text)
    path = Path(unquote(parts.path.removeprefix("/")))
    if parts.netloc or not path.name:
        raise BadOption(f"--engine {text}: write {scheme}:///PATH, with three slashes.")
    there = path.is_file() if scheme == "duckdb" else path.is_dir()
    place = path if there else Path("/") / path
    return Address(DUCKDB if scheme == "duckdb" else PARQUET, database=str(place))


def _postgres(text: str) -> Address:
    parts = urlsplit(text)
    database = unquote(parts.path.removeprefix("/"))
    if not parts.hostname or not database:
        raise BadOption(
            "A PostgreSQL address needs a host and a database: postgres://user@host:5432/database."
        )
    options = tuple(parse_qsl(parts.query))
    unknown = [name for name, _ in options if name not in OPTIONS]
    if unknown:
        raise BadOption(
            f"A PostgreSQL address takes no '{unknown[0]}' here. It takes: {', '.join(OPTIONS)}."
        )
    return Address(
        POSTGRES,
        host=parts.hostname,
        port=parts.port or POSTGRES_PORT,
        database=database,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        options=options,
    )


def _spark(text: str, scheme: str) -> Address:
    parts = urlsplit(text)
    if not parts.hostname:
        raise BadOption(f"A Spark address needs a host: {scheme}://host:port.")
    port = parts.port or (7077 if scheme == "spark" else 15002)
    # What follows the port of sc:// are settings of Spark Connect, a token among them.
    settings = parts.path.partition(";")[2]
    return Address(SPARK, host=f"{scheme}://{parts.hostname}:{port}", port=port, password=settings)
