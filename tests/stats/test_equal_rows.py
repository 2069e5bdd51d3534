"""Every query has equal rows on PostgreSQL and on the embedded engine; so has every reading."""

from __future__ import annotations

import pyarrow as pa
import pytest

from cxlib.engine.address import address
from cxlib.engine.warehouse import Warehouse, opened
from tests.postgres import PASSWORD, READER
from tests.stats.equal_rows import Tables, embedded, plain, rows_of, sources_on
from tests.stats.example_reads import READS
from tests.stats.examples import TABLES, Sources

SCHEMA = "equal_rows"
TYPES = {
    pa.string(): "text",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.timestamp("us"): "timestamp",
}


@pytest.fixture(scope="module")
def here() -> Sources:
    return sources_on(embedded())


@pytest.fixture(scope="module")
def there(postgres, tmp_path_factory):
    """The same rows in PostgreSQL, read by a role that may only read."""
    import psycopg

    with psycopg.connect(postgres.url(), autocommit=True) as owner:
        owner.execute(f"create schema {SCHEMA}")
        place = address(postgres.url(READER, PASSWORD))
        with opened(place, scratch=tmp_path_factory.mktemp("spill")) as house:
            yield sources_on(Tables(lambda name, data: _filled(owner, house, name, data)))
        owner.execute(f"drop schema {SCHEMA} cascade")


def _filled(owner, house: Warehouse, name: str, data: pa.Table):
    columns = ", ".join(f'"{one.name}" {TYPES[one.type]}' for one in data.schema)
    owner.execute(f"create table {SCHEMA}.{name} ({columns})")
    with owner.cursor() as cursor, cursor.copy(f"copy {SCHEMA}.{name} from stdin") as copy:
        for row in data.to_pylist():
            copy.write_row(tuple(row.values()))
    return house.table(f"{SCHEMA}.{name}")


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_equal(here, there, name):
    for one, other in zip(TABLES[name](here), TABLES[name](there), strict=True):
        assert rows_of(one) == rows_of(other)


@pytest.mark.parametrize("name", READS)
def test_readings_are_equal(here, there, name):
    for one, other in zip(READS[name](here), READS[name](there), strict=True):
        assert plain(one) == plain(other)
