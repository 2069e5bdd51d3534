"""Every query compiles for the engines that data may live in, also those not at hand here."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import ibis
import pytest
from ibis.config import Config
from ibis.expr.types.core import Expr

import cxlib.stats
import cxlib.tables
from tests.handmade import source_of
from tests.stats.example_reads import READS
from tests.stats.examples import CELLS, DURATIONS, LOG, READINGS, ROLES, TABLES, Sources

PROMISED = ("postgres", "pyspark")
DIALECTS = (*PROMISED, "clickhouse", "trino", "bigquery", "snowflake")


def public_functions() -> dict[str, inspect.Signature]:
    """ "module.function" to signature, for every public function of the two rooms."""
    found = {}
    for room in (cxlib.stats, cxlib.tables):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            members = inspect.getmembers(import_module(module.name), inspect.isfunction)
            for name, function in members:
                if function.__module__ == module.name and not name.startswith("_"):
                    short = module.name.rpartition(".")[2]
                    found[f"{short}.{name}"] = inspect.signature(function)
    return found


def first_argument(signature: inspect.Signature) -> str:
    return next((one.annotation for one in signature.parameters.values()), "")


def compile_for(dialect: str, expr: Expr) -> str:
    return ibis.to_sql(expr, dialect=dialect, pretty=False)


class SparkOptions(Config):
    treat_nan_as_null: bool = False


@pytest.fixture(autouse=True)
def spark_options(monkeypatch):
    """What the Spark backend would set up on being imported; its package need not be here."""
    if ibis.options.pyspark is None:
        monkeypatch.setattr(ibis.options, "pyspark", SparkOptions())


@pytest.fixture(scope="module")
def sources(backend) -> Sources:
    made = {
        name: source_of(backend, name, values, cells=CELLS, readings=READINGS, table=name)
        for name, values in ROLES.items()
    }
    durations = source_of(backend, "subscriptions", DURATIONS, cells=CELLS, table="durations")
    log = source_of(backend, "tickets", LOG, cells=CELLS, table="ticket_log")
    return Sources(durations=durations, log=log, **made)


def test_every_query_has_its_example():
    functions = public_functions()
    tables = {name for name, one in functions.items() if one.return_annotation == "ir.Table"}
    assert sorted(tables) == sorted(TABLES)
    reads = {
        name
        for name, one in functions.items()
        if ".read_" in name and first_argument(one) == "Source"
    }
    assert sorted(reads) == sorted(READS)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", TABLES)
def test_query_compiles(sources, name, dialect):
    for table in TABLES[name](sources):
        assert compile_for(dialect, table)


@pytest.mark.parametrize("name", READS)
def test_all_that_a_question_runs_compiles(sources, name, monkeypatch):
    ran: list[Expr] = []
    run = Expr.to_pyarrow

    def watched(expr: Expr, **options: object) -> object:
        ran.append(expr)
        return run(expr, **options)

    monkeypatch.setattr(Expr, "to_pyarrow", watched)
    assert list(READS[name](sources))
    assert ran
    for expr in ran:
        for dialect in PROMISED:
            assert compile_for(dialect, expr)
