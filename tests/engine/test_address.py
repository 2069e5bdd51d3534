"""Addresses of engines: what is understood, what is refused, and what is never shown."""

from __future__ import annotations

import pytest

from cxlib.engine.address import DUCKDB, PARQUET, POSTGRES, SPARK, Address, address
from cxlib.errors import BadOption


def test_postgres_in_parts():
    found = address("postgresql://ana:s%40crét@db.example.com/shop%20eu?sslmode=require")
    assert found == Address(
        POSTGRES, "db.example.com", 5432, "shop eu", "ana", "s@crét", (("sslmode", "require"),)
    )
    assert address("postgres://h:6000/d").port == 6000


def test_the_password_and_the_user_are_never_shown():
    found = address("postgres://ana:secret@db:5432/shop")
    assert found.url == "postgres://db:5432/shop"
    assert found.shown == "db:5432/shop"
    assert "secret" not in repr(found)
    spark = address("sc://host:15002/;token=secret;user_id=ana")
    assert "secret" not in repr(spark) + spark.url + spark.shown


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("local", "local"),
        ("local[2]", "local[2]"),
        ("local[*]", "local[*]"),
        ("spark://10.0.0.1", "spark://10.0.0.1:7077"),
        ("spark://master:7070", "spark://master:7070"),
        ("sc://connect", "sc://connect:15002"),
    ],
)
def test_spark(url, host):
    found = address(url)
    assert (found.engine, found.host) == (SPARK, host)


def test_files_and_folders(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lake").mkdir()
    (tmp_path / "shop.duckdb").touch()
    assert address("lake") == Address(PARQUET, database="lake")
    assert address("parquet:///lake") == Address(PARQUET, database="lake")
    assert address(f"parquet:///{tmp_path}/lake").database == f"{tmp_path}/lake"
    assert address("duckdb:///shop.duckdb") == Address(DUCKDB, database="shop.duckdb")
    assert address(f"duckdb:///{tmp_path}/shop.duckdb").database == f"{tmp_path}/shop.duckdb"


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://host/db", "'mysql://' is not known here"),
        ("nowhere", "is no address of an engine"),
        ("", "is no address of an engine"),
        ("local[two]", "is no address of an engine"),
        ("postgres://host", "needs a host and a database"),
        ("postgres:///db", "needs a host and a database"),
        ("postgres://u:secret@host:port/db", "port of the postgres address is not a number"),
        ("postgres://u:secret@host/db?options=-c%20x", "takes no 'options'"),
        ("spark://", "needs a host"),
        ("duckdb://host/x.duckdb", "three slashes"),
        ("parquet:///", "three slashes"),
    ],
)
def test_what_is_refused_is_said_without_the_password(url, sentence):
    with pytest.raises(BadOption) as problem:
        address(url)
    assert sentence in str(problem.value)
    assert "secret" not in str(problem.value)
