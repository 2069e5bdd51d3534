"""A table of a DuckDB file, read as a file would be."""

from __future__ import annotations

import duckdb
import pyarrow.parquet as pq
import pytest

from cxlib.command.engines import read_table
from cxlib.errors import BadOption, EngineProblem


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "shop.duckdb"
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table answers as select i as id, i::double as nps, "
            "timestamp '2026-01-01 10:00' + interval (i) day as answered, "
            "case i when 1 then ' north ' else ' ' end as area from range(3) t(i)"
        )
        connection.execute(f"create view leak as select * from '{secret}'")
    return path


def test_cells_are_trimmed_text_and_rows_are_numbered(database, tmp_path):
    upload = read_table(f"duckdb:///{database}", "answers", into=tmp_path)
    rows = pq.read_table(upload.path).to_pylist()
    assert rows[1] == {
        "row": 2,
        "id": "1",
        "nps": "1.0",
        "answered": "2026-01-02 10:00:00",
        "area": "north",
    }
    assert [row["area"] for row in rows] == [None, "north", None]
    assert (upload.rows, upload.columns, upload.name) == (
        3,
        ("id", "nps", "answered", "area"),
        "answers",
    )


@pytest.mark.parametrize(
    ("url", "table", "sentence"),
    [
        ("duckdb:///{file}", "orders", "has no table 'orders'. It has: answers, leak."),
        ("duckdb:///{file}x", "answers", "There is no DuckDB file"),
        ("duckdb:///{file}", "leak", "'leak' cannot be read"),
    ],
)
def test_what_cannot_be_read_is_said(database, tmp_path, url, table, sentence):
    with pytest.raises(EngineProblem) as problem:
        read_table(url.format(file=database), table, into=tmp_path)
    assert sentence in str(problem.value)


@pytest.mark.parametrize("url", ["postgres://here", "spark://here:7077", "duckdb://host/x.duckdb"])
def test_other_engines_are_refused(url, tmp_path):
    with pytest.raises(BadOption, match="--engine"):
        read_table(url, "answers", into=tmp_path)


def test_a_file_of_another_format_is_refused(tmp_path):
    (tmp_path / "plain.duckdb").write_text("no database")
    with pytest.raises(EngineProblem, match=r"plain\.duckdb.*cannot be opened"):
        read_table(f"duckdb:///{tmp_path}/plain.duckdb", "answers", into=tmp_path)
