"""CSV: every number, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
from io import StringIO

from hypothesis import HealthCheck, given, settings

from cxlib.charts.chart import Chart
from cxlib.export.csv_text import rows_to_csv, to_csv
from tests.charts.gallery import cohorts, interval_apart, league, nps_by_segment, one_curve
from tests.charts.strange import charts


def read(chart: Chart) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(to_csv(chart))))


def test_one_row_a_point_unrounded():
    rows = read(interval_apart())
    points = interval_apart().series[0].points
    assert [row["Label"] for row in rows] == list("ABCDE")
    for row, point in zip(rows, points, strict=True):
        kept = [row["NPS (points)"], row["Lower limit"], row["Upper limit"], row["n"]]
        wanted = (point.y, point.low, point.high, point.n)
        assert [float(cell) if cell else None for cell in kept] == list(wanted)
    assert [row["Final"] for row in rows] == ["yes"] * 4 + ["no"]


def test_points_that_bear_x_and_rows_of_heat():
    assert float(read(one_curve())[1]["Hours since created"]) == 1.0
    cell = read(cohorts())[1]
    assert (cell["Series"], cell["Label"]) == ("Jan 2024 (n 800)", "1")


def test_a_table_keeps_its_columns():
    rows = read(league())
    assert len(rows) == 40
    assert rows[0] == {
        "Boarding area": "International Terminal, Boarding Area G 0",
        "NPS": "62.4",
        "Answers": "400",
        "Change": "",
    }


def test_formulas_are_disarmed():
    assert read(nps_by_segment(20))[-1]["Label"].startswith("'=HYPERLINK")


def test_a_mark_for_excel_on_request():
    assert to_csv(nps_by_segment(), bom=True) == "\ufeff" + to_csv(nps_by_segment())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_no_text_cell_begins_like_a_formula(chart: Chart):
    for row in csv.reader(StringIO(to_csv(chart))):
        for cell in row:
            assert not cell.startswith(("=", "@", "\t", "\r"))
            if cell.startswith(("+", "-")):
                assert re.fullmatch(r"[+-][0-9]+([.,][0-9]+)*([eE][+-]?[0-9]+)?%?", cell)


def test_negative_numbers_of_a_file_stay_numbers():
    text = rows_to_csv({"amount": ["-1", "+62812", "-1,5", "-cmd|x", "=1+1"]})
    assert text.splitlines()[1:] == ["-1", "+62812", '"-1,5"', "'-cmd|x", "'=1+1"]
