"""Parquet files, written by Arrow."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cxlib.errors import UnreadableFile

UTC = dt.UTC
DAY = dt.datetime(2024, 1, 5, 10, 20, 30)

VALUES = {
    "text": (pa.array([" 00123 ", "", None]), ["00123", None, None]),
    "whole": (pa.array([1, -2, None], pa.int64()), ["1", "-2", None]),
    "float": (pa.array([5.0, 1.25, float("nan")]), ["5", "1.25", None]),
    "large": (pa.array([1e20, 1e15, None]), ["1e+20", "1000000000000000.0", None]),
    "single": (pa.array([2.5, 3.0, None], pa.float32()), ["2.5", "3", None]),
    "money": (pa.array([Decimal("1.50"), None, None], pa.decimal128(9, 2)), ["1.50", None, None]),
    "yes": (pa.array([True, False, None]), ["true", "false", None]),
    "day": (pa.array([DAY.date(), None, None]), ["2024-01-05", None, None]),
    "moment": (pa.array([DAY, None, None]), ["2024-01-05 10:20:30", None, None]),
    "zoned": (pa.array([DAY.replace(tzinfo=UTC)] * 3), ["2024-01-05 10:20:30+00"] * 3),
    "bytes": (pa.array([b"caf\xc3\xa9", None, b""]), ["café", None, None]),
    "list": (pa.array([[1, 2], [], None]), ["[1,2]", "[]", None]),
    "struct": (pa.array([{"k": "v"}, None, {"k": None}]), ['{"k":"v"}', None, '{"k":null}']),
    "category": (pa.array(["a", "b", None]).dictionary_encode(), ["a", "b", None]),
}


def parquet(table: pa.Table, **options) -> bytes:
    out = io.BytesIO()
    pq.write_table(table, out, **options)
    return out.getvalue()


def test_values_as_text(read):
    table = pa.table({name: column for name, (column, _) in VALUES.items()})
    found = read(parquet(table), "data.csv")
    assert found.upload.format == "parquet"
    assert found.upload.columns == tuple(VALUES)
    got = dict(zip(VALUES, zip(*found.cells, strict=True), strict=True))
    assert got == {name: tuple(text) for name, (_, text) in VALUES.items()}


def test_odd_names(read):
    names = ["a", "A", "", "row", "q\"uo'te", "file_row_number", "a.b"]
    table = pa.Table.from_arrays([pa.array(["x"])] * len(names), names=names)
    found = read(parquet(table))
    assert found.upload.columns == (
        *("a", "A (2)", "column 3", "row (column)", "q\"uo'te", "file_row_number", "a.b"),
    )
    assert found.rows == [(1, *"x" * 7)]


def test_rows_keep_their_order_over_row_groups(read):
    table = pa.table({"n": pa.array(range(200_000))})
    found = read(parquet(table, row_group_size=10_000))
    assert found.rows == [(n + 1, str(n)) for n in range(200_000)]


def test_a_path_with_a_quote(read, tmp_path):
    path = tmp_path / "it's.parquet"
    path.write_bytes(parquet(pa.table({"a": ["x"]})))
    assert read(path).cells == [("x",)]


def test_no_rows(read):
    with pytest.raises(UnreadableFile, match="has a header but no rows"):
        read(parquet(pa.table({"a": pa.array([], pa.string())})))


@pytest.mark.parametrize("damage", ["cut", "overwritten"])
def test_damaged(read, damage):
    whole = parquet(pa.table({"a": [str(n) for n in range(2000)]}), compression="none")
    cut = whole[: len(whole) // 2]
    torn = whole[:40] + b"\xff" * 4000 + whole[4040:]
    with pytest.raises(UnreadableFile, match=r"^'x.parquet' is a damaged, incomplete or encrypted"):
        read(cut if damage == "cut" else torn, "x.parquet")
