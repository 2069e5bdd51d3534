"""Workbooks: a sheet a chart, native charts, numbers as computed."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from openpyxl import load_workbook

from cxlib.charts.chart import Chart, Kind
from cxlib.errors import BadOption
from cxlib.export.native import is_native
from cxlib.export.workbook import write_workbook
from tests.charts.gallery import cohorts, gallery, league, nps_by_segment, survival_curves
from tests.charts.strange import charts
from tests.export.office import SPACES, out_of_order

DAY = date(2026, 6, 1)


def blob_of(*many: Chart) -> bytes:
    out = BytesIO()
    write_workbook(many, out, made=DAY)
    return out.getvalue()


def cells(blob: bytes) -> list[list[object]]:
    return [list(row) for row in load_workbook(BytesIO(blob)).worksheets[0].values]


def drawings(blob: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(blob)) as book:
        names = [name for name in book.namelist() if name.startswith("xl/charts/chart")]
        return [book.read(name) for name in names]


def test_one_sheet_a_chart_in_order():
    book = load_workbook(BytesIO(blob_of(*gallery().values())))
    assert len(book.worksheets) == len(gallery())
    assert book.worksheets[0].title == "NPS has risen since the spring"
    native = [chart for chart in gallery().values() if chart.kind not in (Kind.HEAT, Kind.TABLE)]
    assert len(drawings(blob_of(*gallery().values()))) == len(native)


@pytest.mark.parametrize("name", gallery())
def test_numbers_are_as_computed(name: str):
    chart = gallery()[name]
    found = [c for row in cells(blob_of(chart)) for c in row if isinstance(c, int | float)]
    points = [p for series in chart.series for p in series.points]
    wanted = np.array([v for p in points for v in (p.y, p.low, p.high, p.n) if v is not None])
    missed = np.abs(np.subtract.outer(wanted, found)).min(axis=1, initial=np.inf)
    assert (missed <= 1e-14 * np.abs(wanted)).all()  # spreadsheets keep sixteen digits


@pytest.mark.parametrize("name", [n for n, c in gallery().items() if is_native(c)])
def test_charts_point_at_cells_and_stand_in_order(name: str):
    (xml,) = drawings(blob_of(gallery()[name]))
    assert out_of_order(xml) == []
    tree = etree.fromstring(xml)
    formulas = [f.text for f in tree.iterfind(".//c:f", SPACES)]
    assert formulas
    assert all("!$" in formula for formula in formulas)
    assert not tree.findall(".//c:numLit", SPACES)


def test_title_selection_source_method_and_notes_are_there():
    texts = {row[0] for row in cells(blob_of(nps_by_segment()))}
    chart = nps_by_segment()
    assert {chart.title, chart.subtitle, chart.method, *chart.notes} <= texts
    assert "Source: airport survey. n = 6,309. 95% confidence intervals." in texts
    assert "Reference lines: All +39.8 (39.8)." in texts


def test_text_is_never_a_formula():
    book = load_workbook(BytesIO(blob_of(nps_by_segment(20))))
    sheet = book.worksheets[0]
    hostile = [c for row in sheet.iter_rows() for c in row if str(c.value).startswith("=")]
    assert hostile
    assert {cell.data_type for cell in hostile} == {"s"}


def test_tables_and_tables_under_charts_are_cells():
    rows = cells(blob_of(league()))
    assert ["Boarding area", "NPS", "Answers", "Change"] in [row[:4] for row in rows]
    under = cells(blob_of(survival_curves(2)))
    assert ["Promoters", 620, 426, 288, 168, 62] in [row[:6] for row in under]


def test_heat_cells_are_shaded_by_a_rule():
    sheet = load_workbook(BytesIO(blob_of(cohorts()))).worksheets[0]
    assert len(sheet.conditional_formatting) == 1
    rows = load_workbook(BytesIO(blob_of(gallery()["grid_by_row"]))).worksheets[0]
    scales = [rule.colorScale for area in rows.conditional_formatting for rule in area.rules]
    assert [[float(end.val) for end in scale.cfvo] for scale in scales] == [
        [1_200, 3_100], [0.12, 0.9], [5, 5], [-2, 4],
    ]  # fmt: skip


def test_the_same_charts_make_the_same_bytes(tmp_path: Path):
    write_workbook([nps_by_segment()], tmp_path / "a.xlsx", made=DAY)
    assert (tmp_path / "a.xlsx").read_bytes() == blob_of(nps_by_segment())


def test_no_charts_is_an_error():
    with pytest.raises(BadOption, match="at least one chart"):
        write_workbook([], BytesIO())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts())
def test_any_chart_becomes_a_sheet(chart: Chart):
    blob = blob_of(chart, replace(chart, title=chart.title.upper()))
    book = load_workbook(BytesIO(blob))
    assert len(book.worksheets) == 2
    kinds = {c.data_type for sheet in book.worksheets for row in sheet.iter_rows() for c in row}
    assert kinds <= {"s", "n"}
