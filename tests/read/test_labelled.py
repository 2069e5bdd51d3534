"""SPSS and Stata files, written by pyreadstat."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from cxlib.errors import UnreadableFile
from cxlib.read import labelled

FRAME = pd.DataFrame(
    {
        "id": [1, 2, 3],
        "nps": [10.0, 99.0, 7.5],
        "tier": [1, 2, None],
        "said": [" good ", "", "é"],
        "ROW": ["a", "b", "c"],
        "day": [dt.date(2024, 1, 5), None, dt.date(2024, 2, 3)],
        "at": pd.to_datetime(["2024-01-05 10:20:30", None, "2024-02-03 00:00:00"]),
    }
)
LABELS = {"tier": {1: "Gold", 2: "Silver"}, "nps": {10: "Extremely likely"}}
TITLES = {"nps": "How likely are you to recommend us?"}


def spss(path: Path) -> Path:
    pyreadstat.write_sav(
        FRAME,
        path,
        column_labels=TITLES,
        variable_value_labels=LABELS,
        missing_ranges={"nps": [99]},
    )
    return path


@pytest.mark.parametrize("batch", [1, 1_000_000])
def test_spss(read, tmp_path, monkeypatch, batch):
    monkeypatch.setattr(labelled, "_BATCH_CELLS", batch)
    found = read(spss(tmp_path / "data.sav"), "data.sav")
    assert found.upload.format == "spss"
    assert found.upload.columns == ("id", "nps", "tier", "said", "ROW (column)", "day", "at")
    assert found.rows == [
        (1, "1", "10", "1", "good", "a", "2024-01-05", "2024-01-05 10:20:30"),
        (2, "2", None, "2", None, "b", None, None),
        (3, "3", "7.5", None, "é", "c", "2024-02-03", "2024-02-03 00:00:00"),
    ]
    assert found.upload.labels == {
        "nps": {"10": "Extremely likely"},
        "tier": {"1": "Gold", "2": "Silver"},
    }
    assert found.upload.titles == TITLES


@pytest.mark.parametrize("version", [10, 15])
def test_stata(read, tmp_path, version):
    path = tmp_path / "data.dta"
    frame = FRAME.drop(columns=["day", "said"])
    pyreadstat.write_dta(
        frame,
        path,
        column_labels=TITLES,
        variable_value_labels={"tier": LABELS["tier"]},
        version=version,
    )
    found = read(path, "data.dta")
    assert found.upload.format == "stata"
    assert found.rows == [
        (1, "1", "10", "1", "a", "2024-01-05 10:20:30"),
        (2, "2", "99", "2", "b", None),
        (3, "3", "7.5", None, "c", "2024-02-03 00:00:00"),
    ]
    assert found.upload.labels == {"tier": {"1": "Gold", "2": "Silver"}}
    assert found.upload.titles == TITLES


@pytest.mark.parametrize("size", [100, 300, 900])
def test_damaged(read, tmp_path, size):
    content = spss(tmp_path / "whole.sav").read_bytes()
    with pytest.raises(UnreadableFile, match=r"^'data.sav' is a damaged or unusual SPSS file"):
        read(content[:size], "data.sav")
