"""A Spark cluster with the sample company's files in a folder that it can read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from tests.conftest import absent
from tests.spark.cluster import Cluster, cluster

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
FILES = ("survey", "transactions", "subscriptions", "tickets", "events")


@pytest.fixture(scope="session")
def spark(tmp_path_factory) -> Iterator[Cluster]:
    """A master and two workers on loopback."""
    if find_spec("pyspark") is None:
        absent("pyspark is not installed (requirements-spark.txt)")
    if shutil.which("java") is None:
        absent("Java 17 is not installed (Debian: openjdk-17-jre-headless)")
    with cluster(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture(scope="session")
def lake(tmp_path_factory) -> Path:
    """The sample company as Parquet files with types of their own."""
    folder = tmp_path_factory.mktemp("lake")
    with duckdb.connect() as connection:
        for name in FILES:
            connection.execute(
                f"copy (select * from read_csv('{SAMPLE / name}.csv')) to '{folder / name}.parquet'"
            )
    return folder
