"""Tables of engines by URL: the same answers as from a file, and nothing brought over."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from tests.postgres import PASSWORD, READER

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
TYPES = {"VARCHAR": "text", "BIGINT": "bigint", "DOUBLE": "double precision"}
TABLES = ("survey", "transactions", "subscriptions", "tickets", "events", "comments")


@pytest.fixture(scope="module")
def lake(tmp_path_factory) -> Path:
    """The sample company as Parquet files with types of their own."""
    folder = tmp_path_factory.mktemp("lake")
    with duckdb.connect() as connection:
        for name in TABLES:
            connection.execute(
                f"copy (select * from read_csv('{SAMPLE / name}.csv')) to '{folder / name}.parquet'"
            )
    return folder


@pytest.fixture(scope="module")
def shop(lake, postgres):
    """The same in PostgreSQL; gives the address for a role that may only read."""
    import psycopg

    with psycopg.connect(postgres.url(), autocommit=True) as owner, duckdb.connect() as reader:
        owner.execute("create database shop")
        with psycopg.connect(postgres.url(database="shop"), autocommit=True) as into:
            for name in TABLES:
                rows = reader.execute(f"select * from '{lake / name}.parquet'")
                typed = [(one[0], TYPES.get(str(one[1]), str(one[1]))) for one in rows.description]
                columns = ", ".join(f'"{column}" {known}' for column, known in typed)
                into.execute(f"create table {name} ({columns})")
                with into.cursor() as cursor, cursor.copy(f"copy {name} from stdin") as copy:
                    for row in rows.fetchall():
                        copy.write_row(row)
            into.execute("create table empty (nps int)")
            into.execute("create table odd as select 9 as nps, array[1, 2] as tags")
            into.execute("create view texts as select '9' as nps, '05/03/2026' as answered_at")
            into.execute(
                "create view zoned as select 'c' as customer_id, 'NaN'::float8 as nps, "
                "timestamptz '2026-01-01 23:30-05' as answered_at union all "
                "select 'd', 9, timestamptz '2026-01-01 23:30-05' union all "
                "select 'e', 3, timestamptz '2026-02-01 23:30-05'"
            )
        yield postgres.url(READER, PASSWORD, "shop")
        owner.execute("drop database shop with (force)")


def answer(call, *words: object) -> dict:
    """Everything but the name of the source and the options."""
    found = call(*words, "--json").answer
    sources = found["source"] if isinstance(found["source"], list) else [found["source"]]
    kept = {key: found[key] for key in ("results", "tests", "columns")}
    return kept | {"rows": [(one["rows"], one["left_out"]) for one in sources]}


QUESTIONS = [
    ("nps", "survey", "--by", "region", "--period", "quarter"),
    ("csat", "survey", "--where", "channel=App"),
    ("retention", "subscriptions", "--by", "plan", "--at", "3,6,12"),
    ("revenue", "subscriptions", "--period", "quarter"),
    ("cohorts", "transactions", "--period", "quarter", "--offsets", "3"),
    ("clv", "transactions", "--horizon", "26"),
    ("segments", "transactions"),
    ("service", "tickets", "--business-hours", "Mon-Fri 09:00-17:00 Asia/Jakarta"),
    ("engagement", "events", "--period", "month"),
    ("themes", "comments", "--score", "rating"),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda words: words[0])
def test_answers_equal_those_of_the_file(call, shop, question):
    command, table, *options = question
    file = answer(call, command, str(SAMPLE / f"{table}.csv"), *options)
    assert _near(answer(call, command, table, "--engine", shop, *options)) == _near(file)


@pytest.mark.parametrize("question", QUESTIONS[:4], ids=lambda words: words[0])
def test_answers_of_a_folder_equal_those_of_the_file(call, lake, question):
    command, table, *options = question
    file = answer(call, command, str(SAMPLE / f"{table}.csv"), *options)
    assert _near(answer(call, command, table, "--engine", str(lake), *options)) == _near(file)


def test_the_password_is_not_in_the_answer(call, shop):
    found = call("nps", "survey", "--engine", shop, "--json").answer
    assert PASSWORD.replace(" ", "%20") not in json.dumps(found)
    assert READER not in json.dumps(found)


def test_zones_become_utc_and_nan_is_blank(call, shop):
    found = call("nps", "zoned", "--engine", shop, "--period", "month", "--json").answer
    assert found["source"]["left_out"] == [{"reason": "nps is blank", "rows": 1}]
    periods = [one["period"] for one in found["results"] if one["period"]]
    assert periods == ["2026-01-01", "2026-02-01"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("nps", "orders"), "has no table 'orders'. It has: comments, empty"),
        (("nps", "empty"), "'empty' has no rows"),
        (("nps", "survey", "--map", "nps=region"), "nps"),
        (("nps", "survey", "--map", "nps=nothing"), "nothing"),
        (("nps", "texts", "--since", "2026-01-01"), "Make a view that casts the column"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(call, shop, words, sentence):
    found = call(*words, "--engine", shop, "--json")
    assert found.status == 2
    assert sentence in found.err
    assert found.out == ""
    assert len(found.err.strip().splitlines()) == 1
    assert PASSWORD not in found.err


@pytest.fixture
def database(tmp_path) -> Path:
    path = tmp_path / "shop.duckdb"
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table answers as select i as id, i::double as nps, "
            "timestamp '2026-01-01 10:00' + interval (i) day as answered_at, "
            "case i when 1 then ' north ' else ' ' end as area from range(10) t(i)"
        )
        connection.execute(
            "create table text as select i::varchar || ' points' as nps from range(9) t(i)"
        )
        connection.execute(f"create view leak as select * from '{secret}'")
    return path


def test_a_duckdb_file(call, database):
    found = call(
        "nps", "answers", "--engine", f"duckdb:///{database}", "--by", "area", "--json"
    ).answer
    assert [one["n"] for one in found["results"]] == [10, 9, 1]
    assert found["options"]["engine"] == f"duckdb:///{database}"


def test_text_in_a_duckdb_file_is_parsed_as_a_file_is(call, database):
    found = call(
        "nps", "text", "--engine", f"duckdb:///{database}", "--map", "nps=nps", "--json"
    ).answer
    assert found["results"][0]["n"] == 9


@pytest.mark.parametrize(
    ("url", "table", "sentence"),
    [
        ("duckdb:///{file}", "orders", "has no table 'orders'. It has: answers, leak, text."),
        ("duckdb:///{file}x", "answers", "There is no DuckDB file"),
        ("duckdb:///{file}", "leak", "disabled"),
        ("parquet:///{file}", "leak", "There is no folder"),
        ("mysql://u:secret@h/d", "leak", "'mysql://' is not known here"),
    ],
)
def test_what_cannot_be_read_is_said(call, database, url, table, sentence):
    found = call("nps", table, "--engine", url.format(file=database))
    assert found.status == 2
    assert sentence in found.err
    assert "secret@" not in found.err


def _near(value: object) -> object:
    """Floats to ten digits: sums of the same numbers in another order differ in the last ones."""
    if isinstance(value, float):
        return float(f"{value:.10g}")
    if isinstance(value, dict):
        return {key: _near(one) for key, one in value.items()}
    return [_near(one) for one in value] if isinstance(value, list) else value
