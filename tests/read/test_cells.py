"""Cells as text."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxlib.read.cells import BLANKS, cell_text, text_array, trimmed


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("00123", "00123"),
        (True, "true"),
        (np.False_, "false"),
        (5, "5"),
        (5.0, "5"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (93.65000000000001, "93.65"),
        (1e-7, "0.0000001"),
        (12345678901234567.0, "12345678901234600"),
        (1e300, "1e+300"),
        (float("nan"), None),
        (Decimal("1E+2"), "100"),
        (Decimal("1.50"), "1.50"),
        (dt.date(2024, 1, 5), "2024-01-05"),
        (dt.datetime(2024, 1, 5, 10, 20, 30), "2024-01-05 10:20:30"),
        (dt.time(9, 5), "09:05:00"),
        (dt.timedelta(hours=30, minutes=1), "30:01:00"),
        (dt.timedelta(seconds=-90), "-0:01:30"),
        (b"caf\xc3\xa9", "café"),
    ],
)
def test_text_of_values(value, text):
    assert cell_text(value) == text


@settings(deadline=None)  # the first call loads Arrow's functions
@given(st.lists(st.one_of(st.none(), st.text('a\u00a0\ufeff \té\n"¿À', max_size=5))))
def test_trimmed_is_python_strip_with_empty_as_null(cells):
    expected = [(cell.strip(BLANKS) or None) if cell is not None else None for cell in cells]
    column = pa.array(cells, pa.string())
    assert trimmed(column).to_pylist() == expected
    assert trimmed(column.slice(1)).to_pylist() == expected[1:]


def test_broken_character_pairs():
    assert text_array(["a", None, "x\ud800"]).to_pylist() == ["a", None, "x?"]
