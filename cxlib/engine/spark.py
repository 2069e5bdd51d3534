"""Spark: a standalone cluster, this machine, or a server that speaks Spark Connect."""

from __future__ import annotations

import os
from typing import Any

import ibis
from pyspark.sql import SparkSession

from cxlib.engine.address import Address
from cxlib.engine.warehouse import Warehouse
from cxlib.errors import EngineProblem

PARTITIONS = "8"
"""Parts of a shuffle; Spark's own 200 cost more than they bring for small answers."""
LOOPBACK = ("127.0.0.1", "localhost")
WAREHOUSE = "CX_SPARK_WAREHOUSE"
"""The variable that names the folder of Spark's own tables; Spark's default where it is not set."""


def open_spark(address: Address) -> Warehouse:
    """A session on a cluster; the first of a process starts the driver, which takes seconds.

    Args:
        address: local[n], spark://host:port or sc://host:port.

    Raises:
        EngineProblem: the cluster cannot be reached.
    """
    try:
        session = _session(address)
    except Exception as problem:
        # The driver and Connect raise their own kinds, some of them bare.
        raise EngineProblem(
            f"Spark ({address.shown}) could not be reached: {_line(problem)}. Check the address, "
            "and that the cluster runs."
        ) from problem
    backend = ibis.pyspark.connect(session)
    return Warehouse(address, backend, lambda: _stop(session), session.stop)


def _session(address: Address) -> SparkSession:
    if address.host.startswith("sc://"):
        url = address.host + (f"/;{address.password}" if address.password else "")
        return SparkSession.builder.remote(url).getOrCreate()
    builder: Any = SparkSession.builder.master(address.host).appName("cxlib")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": PARTITIONS,
    }
    if address.host.startswith("local") or any(one in address.host for one in LOOPBACK):
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    if os.environ.get(WAREHOUSE):
        settings["spark.sql.warehouse.dir"] = os.environ[WAREHOUSE]
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _stop(session: SparkSession) -> None:
    """Stop what runs for this session; Connect and the classic driver have their own ways."""
    if hasattr(session, "interruptAll") and "connect" in type(session).__module__:
        session.interruptAll()
    else:
        session.sparkContext.cancelAllJobs()


def _line(problem: Exception) -> str:
    lines = [line.strip() for line in str(problem).splitlines() if line.strip()]
    return (lines[0] if lines else type(problem).__name__)[:160]
