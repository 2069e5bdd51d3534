"""Columns and roles of a source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cxlib.columns.problems import CELL
from cxlib.errors import BadOption, ColumnMissing
from cxlib.tables.source import SEGMENT
from tests.handmade import source_of


@pytest.fixture
def source(backend):
    cells = {"Plan": ["a"], "region": ["n"], "plan type": ["x"]}
    return source_of(backend, "survey", {"nps": [9]}, cells=cells)


def test_a_column_is_found_as_an_analyst_writes_it(source):
    assert source.column("Plan") == "Plan"
    assert source.column("  pLAN ") == "Plan"
    assert source.segment("plan TYPE") == "c:plan type"


def test_a_name_that_fits_two_columns_has_to_be_exact(source):
    both = replace(source, columns=("region", "REGION"))
    assert both.column("REGION") == "REGION"
    with pytest.raises(ColumnMissing, match="'Region' is not in this table"):
        both.column("Region")


def test_a_missing_column_is_also_a_key_error(source):
    with pytest.raises(KeyError):
        source.segment("channel")


def test_required_roles_are_named_one_at_a_time(source):
    source.require("nps")
    with pytest.raises(BadOption, match="known as 'csat'"):
        source.require("nps", "csat", "ces")
    assert source.has("nps")
    assert not source.has("csat")


def test_cells_are_where_the_typed_projection_puts_them():
    assert SEGMENT == CELL
