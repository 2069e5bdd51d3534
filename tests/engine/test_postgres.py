"""PostgreSQL: read-only, within its time, and a sentence for everything that goes wrong."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import ibis
import pytest

from cxlib.engine import portable
from cxlib.engine.address import address
from cxlib.engine.warehouse import Warehouse, open_warehouse, opened
from cxlib.errors import EngineProblem
from tests.postgres import DATABASE, PASSWORD, READER


@pytest.fixture(scope="module")
def filled(postgres):
    import psycopg

    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute("create table answers as select i as nps from generate_series(0, 10) i")
        connection.execute("create schema other")
        connection.execute("create view other.few as select * from answers limit 2")
    yield postgres
    with psycopg.connect(postgres.url(), autocommit=True) as connection:
        connection.execute("drop schema other cascade")
        connection.execute("drop table answers")


@pytest.fixture
def reading(filled, tmp_path):
    with opened(address(filled.url(READER, PASSWORD)), scratch=tmp_path) as house:
        yield house


def test_tables_and_sums(reading):
    assert {"answers", "other.few"} <= set(reading.tables())
    table = reading.table("answers")
    found = table.agg(sum=table.nps.sum(), mean=table.nps.cast("float64").mean()).to_pyarrow()
    assert found.to_pylist() == [{"sum": 55, "mean": 5.0}]
    assert reading.table("other.few").count().to_pyarrow().as_py() == 2


def test_a_calendar_needs_no_temporary_table(reading):
    book = portable.book([{"a": 1, "b": None}, {"a": -20, "b": 3}], {"a": "int64", "b": "int64"})
    rows = reading.backend.to_pyarrow(book.order_by("a")).to_pylist()
    assert rows == [{"a": -20, "b": 3}, {"a": 1, "b": None}]


def test_nothing_can_be_written(reading, filled):
    with pytest.raises(Exception, match=r"read-only transaction|permission denied"):
        reading.backend.raw_sql("create table mine (a int)")
    owner = open_warehouse(address(filled.url()), scratch=filled.folder)
    try:
        with pytest.raises(Exception, match="read-only transaction"):
            owner.backend.raw_sql("delete from answers")
    finally:
        owner.close()


def test_a_query_ends_at_its_time(filled, tmp_path):
    place = address(filled.url(READER, PASSWORD))
    slow = ibis.range(0, 400_000_000).unnest().name("n").as_table()
    with (
        pytest.raises(EngineProblem, match="statement timeout"),
        opened(place, scratch=tmp_path, timeout=1) as house,
    ):
        house.backend.to_pyarrow(slow.agg(n=slow.n.max()))


def test_a_query_is_stopped_from_another_thread(filled, tmp_path):
    place = address(filled.url(READER, PASSWORD))
    slow = ibis.range(0, 400_000_000).unnest().name("n").as_table()
    with (
        pytest.raises(EngineProblem, match="canceling statement due to user request"),
        opened(place, scratch=tmp_path) as house,
        stopped_soon(house),
    ):
        house.backend.to_pyarrow(slow.agg(n=slow.n.max()))


@contextmanager
def stopped_soon(house: Warehouse) -> Iterator[None]:
    timer = threading.Timer(0.5, house.stop)
    timer.start()
    try:
        yield
    finally:
        timer.join()


@pytest.mark.parametrize(
    ("user", "password", "database", "said"),
    [
        (READER, "wrong", DATABASE, "password authentication failed"),
        (READER, "", DATABASE, "no password supplied"),
        (READER, PASSWORD, "nowhere", 'database "nowhere" does not exist'),
    ],
)
def test_who_may_not_enter_reads_why(filled, tmp_path, user, password, database, said):
    place = address(filled.url(user, password, database))
    with pytest.raises(EngineProblem) as problem:
        open_warehouse(place, scratch=tmp_path)
    assert said in str(problem.value)
    assert not password or password not in str(problem.value)


def test_a_missing_table_is_said_with_those_that_are_there(reading):
    with pytest.raises(EngineProblem, match=r"has no table 'orders'. It has: answers, other.few"):
        reading.table("orders")


def test_a_server_that_is_gone_is_said_and_is_found_again(filled, tmp_path):
    place = address(filled.url(READER, PASSWORD))
    filled.stop()
    try:
        with pytest.raises(EngineProblem, match="onnection refused"):
            open_warehouse(place, scratch=tmp_path)
    finally:
        filled.start()
    with opened(place, scratch=tmp_path) as house:
        assert "answers" in house.tables()
