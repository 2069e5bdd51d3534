"""A profile's counts are plain counts."""

from __future__ import annotations

import pandas as pd


def test_counts_equal_pandas_on_a_real_file(shared_data, profile_file):
    path = shared_data / "telco_churn/Telco-Customer-Churn.csv"
    raw = pd.read_csv(path, dtype=str, keep_default_na=False).apply(lambda c: c.str.strip())
    found = profile_file(path)
    assert found.rows == len(raw)
    assert found.names == tuple(raw.columns)
    for name in raw.columns:
        filled = raw[name][raw[name] != ""]
        column = found.column(name)
        assert (column.filled, column.distinct) == (len(filled), filled.nunique()), name


def test_a_blank_column_and_the_decimal_mark(profile):
    found = profile({"blank": [None, None], "price": ["1.234,50", "7,25"], "n": ["1", "2"]})
    assert found.column("blank").filled == 0
    assert found.column("price").numbers.decimal == ","
    assert found.column("price").numbers.readable == 2
    assert found.column("n").numbers.whole == 2


def test_two_thousand_columns(profile):
    found = profile({f"c{i}": ["1", None, "2"] for i in range(2000)})
    assert len(found.columns) == 2000
    assert found.column("c1999").distinct == 2
