"""Every real data set is read whole; rows as its README or the csv module counts them."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

ROWS = {
    "bpi13_incidents/bpi_13_incidents.csv.gz": 65_533,
    "cdnow/CDNOW_master.txt.gz": 69_659,
    "cdnow/CDNOW_sample.txt": 6_919,
    "cdnow/cdnow_customers_summary.csv": 2_357,
    "cookie_cats/cookie_cats.csv.gz": 90_189,
    "donations/donations.csv": 22,
    "nhs_fft_feedback/nhs_fft_neas.csv": 5_096,
    "ravenstack_saas_synthetic/ravenstack_feature_usage.csv.gz": 25_000,
    "sfo_airport_survey/2016_SFO_Customer_Survey.csv": 3_087,
    "sfo_airport_survey/2017_SFO_Customer_Survey.csv": 2_831,
    "sfo_airport_survey/sfo_2018_Data_Dictionary_DataSF.xlsx": 669,
    "smsa_id/train_preprocess.tsv": 11_000,
    "smsa_id/valid_preprocess.tsv": 1_260,
    "telco_churn/Telco-Customer-Churn.csv": 7_043,
}


@pytest.mark.parametrize(("place", "rows"), ROWS.items())
def test_read_whole(read, shared_data, place, rows):
    path = shared_data / place
    found = read(path, path.name)
    assert len(found.rows) == found.upload.rows == rows
    assert found.rejected == []


@pytest.mark.parametrize(
    "place",
    [
        "nhs_fft_feedback/nhs_fft_neas.csv",
        "nusax_senti/indonesian_train.csv",
        "sentiment_hoasa_casa_aspects/hoasa_train.csv",
        "ravenstack_saas_synthetic/ravenstack_churn_events.csv",
    ],
)
def test_every_cell_as_the_csv_module_reads_it(read, shared_data, place):
    path: Path = shared_data / place
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *records = (record for record in csv.reader(file) if record)
    found = read(path, path.name)
    blanks = " \t\n\r\x0b\x0c\u00a0\ufeff"
    assert found.cells == [tuple(cell.strip(blanks) or None for cell in one) for one in records]


def test_purchases_split_by_spaces(read, shared_data):
    path = shared_data / "cdnow" / "CDNOW_master.txt.gz"
    found = read(path, path.name)
    assert found.upload.columns == ("customer_id", "date", "number_of_cds", "dollar_value")
    with gzip.open(path, "rt") as file:
        assert found.cells == [tuple(line.split()) for line in list(file)[1:]]


HEADLESS = {"CDNOW_sample.txt", "train_preprocess.tsv", "valid_preprocess.tsv"}


def test_every_first_line_is_names_but_where_a_file_has_none(read, shared_data):
    for path in sorted(shared_data.rglob("*.*")):
        if not path.name.removesuffix(".gz").endswith((".csv", ".tsv", ".txt")):
            continue
        unpacked = gzip.open if path.suffix == ".gz" else open
        with unpacked(path, "rt", encoding="utf-8-sig", errors="replace", newline="") as file:
            tabs = path.suffix == ".tsv"
            first = next(csv.reader(file, delimiter="\t" if tabs else ","))
        if ".txt" in path.name:
            first = first[0].split()
        found = read(path, path.name).upload
        if path.name in HEADLESS:
            assert found.columns == tuple(f"column {n}" for n in range(1, len(first) + 1))
            assert any("holds data, not names" in note for note in found.notes)
            continue
        named = [" ".join(name.split()) for name in first]
        assert [" ".join(name.split()) for name in found.columns] == [
            name or f"column {place}" for place, name in enumerate(named, 1)
        ], path.name
        assert not any("first line" in note for note in found.notes)
        assert not any(one.reason.startswith("totals") for one in found.rejected)
