"""The embedded engine touches what it was given and nothing else, and serves many threads."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from cxlib.engine.embedded import cursor, open_locked

REFUSED = (duckdb.PermissionException, duckdb.InvalidInputException)


@pytest.fixture(scope="module")
def house(tmp_path_factory) -> Path:
    """A folder that the engine may use, beside one with a secret."""
    root = tmp_path_factory.mktemp("it's here")
    for name in ("mine", "mine-too", "other"):
        (root / name).mkdir()
        pd.DataFrame({"a": [1, 2, 3]}).to_parquet(root / name / "t.parquet")
        (root / name / "t.csv").write_text("a\n1\n")
    return root


@pytest.fixture(scope="module")
def root(house) -> duckdb.DuckDBPyConnection:
    return open_locked([house / "mine"], scratch=house / "scratch")


def test_reads_and_writes_inside_its_folder(house, root):
    one = cursor(root)
    path = house / "mine" / "t.parquet"
    one.read_parquet(path).to_parquet(house / "mine" / "copy.parquet")
    assert one.read_parquet(house / "mine" / "copy.parquet").a.sum().to_pyarrow().as_py() == 6


STATEMENTS = [
    "select * from read_parquet('{root}/other/t.parquet')",
    "select * from read_parquet('{root}/mine-too/t.parquet')",
    "select * from read_parquet('{root}/mine/../other/t.parquet')",
    "select * from read_csv('{root}/other/t.csv')",
    "select * from read_text('{root}/other/t.csv')",
    "select * from read_blob('/etc/hostname')",
    "select * from '{root}/other/t.csv'",
    "select * from glob('{root}/other/*')",
    "copy (select 1) to '{root}/other/out.csv'",
    "copy (select 1) to '{root}/other/out.parquet' (format parquet)",
    "export database '{root}/other/all'",
    "attach '{root}/other/db.duckdb'",
    "attach '{root}/other/db.sqlite' (type sqlite)",
    "select * from read_parquet('http://127.0.0.1:9/t.parquet')",
    "select * from read_csv('https://127.0.0.1:9/t.csv')",
    "select * from read_parquet('s3://bucket/t.parquet')",
    "install httpfs",
    "load httpfs",
    "create persistent secret s (type s3, key_id 'a', secret 'b')",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set allowed_directories = ['/']",
    "set memory_limit = '100GB'",
    "set temp_directory = '/tmp'",
    "set global threads = 64",
    "set python_enable_replacements = true",
    "pragma memory_limit = '100GB'",
    "reset memory_limit",
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_refuses_everything_else(house, root, statement):
    where = str(house).replace("'", "''")
    with pytest.raises(REFUSED):
        root.cursor().execute(statement.format(root=where)).fetchall()
    assert not list((house / "other").glob("out*"))


def test_sees_no_variable_of_the_program(root):
    salaries = pd.DataFrame({"a": [1]})
    with pytest.raises(duckdb.CatalogException, match="salaries does not exist"):
        root.cursor().execute("select * from salaries")
    assert len(salaries) == 1


def test_single_files_may_be_read_but_not_their_neighbours(house, tmp_path):
    given = house / "other" / "t.csv"
    one = open_locked([], files=[given], scratch=tmp_path / "scratch").cursor()
    quoted = str(given).replace("'", "''")
    assert one.execute(f"select count(*) from read_csv('{quoted}')").fetchone() == (1,)
    with pytest.raises(REFUSED):
        one.execute(f"select * from read_parquet('{quoted[:-3]}parquet')")


def test_the_zone_is_utc(root):
    assert root.cursor().execute("select current_setting('TimeZone')").fetchone() == ("UTC",)


def test_a_cursor_for_each_thread_gives_right_answers(house, root):
    pd.DataFrame({"k": range(200_000)}).to_parquet(house / "mine" / "known.parquet")

    def read(thread: int) -> list[int]:
        table = cursor(root).read_parquet(house / "mine" / "known.parquet")
        return [
            table.filter(table.k % 7 == (thread + k) % 7).k.sum().to_pyarrow().as_py()
            for k in range(12)
        ]

    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(read, range(6)))
    expected = [sum(range(rest, 200_000, 7)) for rest in range(7)]
    assert found == [[expected[(t + k) % 7] for k in range(12)] for t in range(6)]


def test_an_interrupt_stops_one_query_and_no_other(root):
    one, other = cursor(root), cursor(root)
    started = time.monotonic()
    timer = threading.Timer(0.3, one.con.interrupt)
    timer.start()
    with pytest.raises(duckdb.InterruptException):
        one.con.execute("select count(*) from range(10_000_000) a, range(10_000_000) b where a < b")
    timer.join()
    assert time.monotonic() - started < 10
    assert other.con.execute("select 1").fetchone() == (1,)
    assert one.con.execute("select 2").fetchone() == (2,)


def test_spills_to_its_scratch_within_the_limit(tmp_path):
    scratch = tmp_path / "scratch"
    root = open_locked([tmp_path], scratch=scratch, memory="24MB", threads=1)
    spilled, done = [], threading.Event()

    def watch() -> None:
        while not done.wait(0.005):
            spilled.extend(scratch.glob("*"))

    watcher = threading.Thread(target=watch)
    watcher.start()
    # 800,000 texts of 40 characters are about 40 MB, to be sorted in 24 MB.
    query = "select md5(range::text) || '12345678' as t from range(800_000) order by t"
    one = root.cursor()
    one.execute(f"create temp table sorted as {query}")
    done.set()
    watcher.join()
    assert spilled
    assert one.execute("select count(*), min(t) < max(t) from sorted").fetchone() == (
        800_000,
        True,
    )
