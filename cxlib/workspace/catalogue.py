"""The catalogue's tables: what is kept besides the Parquet files, for each owner apart."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Engine,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
)

META = MetaData()

UPLOADS = Table(
    "uploads",
    META,
    Column("owner", String(64), primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("about", JSON, nullable=False),  # every field of `Upload` but its path
    Column("added", DateTime(timezone=True), nullable=False),
)

DATASETS = Table(
    "datasets",
    META,
    Column("owner", String(64), primary_key=True),
    Column("id", String(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("mapping", JSON, nullable=False),
    Column("changed", DateTime(timezone=True), nullable=False),
    UniqueConstraint("owner", "name"),
    ForeignKeyConstraint(["owner", "digest"], ["uploads.owner", "uploads.digest"]),
)

LOADS = Table(
    "loads",
    META,
    Column("owner", String(64), primary_key=True),
    Column("dataset", String(16), primary_key=True),
    Column("place", Integer, primary_key=True),  # from 1; the first file is in `datasets`
    Column("digest", String(64), nullable=False),
    Column("added", DateTime(timezone=True), nullable=False),
    ForeignKeyConstraint(["owner", "digest"], ["uploads.owner", "uploads.digest"]),
)

KEPT = Table(
    "kept",
    META,
    Column("owner", String(64), primary_key=True),
    Column("shelf", String(32), primary_key=True),
    Column("name", String(200), primary_key=True),
    Column("content", JSON, nullable=False),
    Column("changed", DateTime(timezone=True), nullable=False),
)

HEADERS = Table(
    "headers",
    META,
    Column("owner", String(64), primary_key=True),
    Column("header", String(64), primary_key=True),
    Column("mapping", JSON, nullable=False),
    Column("changed", DateTime(timezone=True), nullable=False),
)

SLIDES = Table(
    "slides",
    META,
    Column("owner", String(64), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("slide", JSON, nullable=False),
)


def open_catalogue(url: str) -> Engine:
    """Connect to the catalogue and create what it lacks.

    Args:
        url: an SQLAlchemy URL; SQLite by default, PostgreSQL for a team.
    """
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    META.create_all(engine)
    return engine


def sqlite_url(folder: Path) -> str:
    """The default catalogue: one SQLite file in the workspace's folder."""
    return f"sqlite:///{folder / 'catalogue.sqlite'}"


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def _prepare_sqlite(connection, _record) -> None:  # type: ignore[no-untyped-def]
    """Write-ahead log, so that readers and a writer do not block each other."""
    cursor = connection.cursor()
    cursor.execute("pragma journal_mode = wal")
    cursor.execute("pragma busy_timeout = 10000")
    cursor.execute("pragma foreign_keys = on")
    cursor.close()
