"""Every query has equal rows on a Spark cluster and on the embedded engine; so has every reading.

One test for each room of queries, not for each query: a cluster answers slowly, and its session
belongs to the process.
"""

from __future__ import annotations

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxlib.engine.address import address
from cxlib.engine.warehouse import Warehouse, opened
from cxlib.errors import EngineProblem
from tests.spark.cluster import Cluster, kill
from tests.stats.equal_rows import Tables, embedded, plain, rows_of, sources_on
from tests.stats.example_reads import READS
from tests.stats.examples import TABLES, Sources

pytestmark = [
    pytest.mark.spark,
    # Spark's own package leaves sockets and uses what Python 3.11 calls old.
    pytest.mark.filterwarnings("ignore"),
]


@pytest.fixture(scope="module")
def house(spark: Cluster, tmp_path_factory):
    with opened(address(spark.url), scratch=tmp_path_factory.mktemp("spill")) as found:
        yield found


@pytest.fixture(scope="module")
def here() -> Sources:
    return sources_on(embedded())


@pytest.fixture(scope="module")
def there(house: Warehouse, tmp_path_factory) -> Sources:
    folder = tmp_path_factory.mktemp("rows")

    def made(name: str, data: pa.Table):
        file = folder / f"{name}.parquet"
        pq.write_table(data, file)
        return house.table(str(file))

    return sources_on(Tables(made))


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_equal(here, there, name):
    for one, other in zip(TABLES[name](here), TABLES[name](there), strict=True):
        assert rows_of(one) == rows_of(other)


@pytest.mark.parametrize("name", READS)
def test_readings_are_equal(here, there, name):
    for one, other in zip(READS[name](here), READS[name](there), strict=True):
        assert plain(one) == plain(other)


def test_a_worker_that_dies_changes_no_answer(spark: Cluster, here, there):
    kill(spark.workers[0])
    name = "asked.read_score_cube"
    for one, other in zip(READS[name](here), READS[name](there), strict=True):
        assert plain(one) == plain(other)
    spark.add_worker()


def test_what_spark_cannot_do_is_one_sentence(house: Warehouse, tmp_path):
    with pytest.raises(EngineProblem, match="has no table 'orders'"):
        house.table("orders")
    with pytest.raises(EngineProblem, match="Spark"):
        house.table(str(tmp_path / "nowhere.parquet"))
