"""Native, editable charts on a slide: the office chart, its numbers, its alternative text."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from lxml import etree
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.words import told
from cxlib.export.columns import columns_of
from cxlib.export.look import Look
from cxlib.export.native import native_chart
from cxlib.export.sheet import Written, clean, write_columns

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SHOWN = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_SPACES = {"c": _C[1:-1]}
_SAID = (  # where, what, value, after which of its siblings
    ("/c:chartSpace", "roundedCorners", "0", ("lang",)),
    ("/c:chartSpace/c:chart", "dispBlanksAs", "gap", ("plotVisOnly",)),
    ("//c:barChart | //c:lineChart | //c:areaChart", "varyColors", "0", ("grouping",)),
    ("//c:scatterChart", "varyColors", "0", ("scatterStyle",)),
    ("//c:barChart/c:ser", "invertIfNegative", "0", ("spPr",)),
    ("//c:barChart/c:ser/c:dPt", "invertIfNegative", "0", ("idx",)),
    ("//c:lineChart/c:ser", "smooth", "0", ("val",)),
    ("//c:scatterChart/c:ser", "smooth", "0", ("yVal",)),
    ("//c:catAx | //c:valAx", "delete", "0", ("scaling",)),
    ("//c:legend", "overlay", "0", ("legendPos", "legendEntry", "layout")),
    ("//c:title", "overlay", "0", ("tx", "layout")),
)
_STAMP = datetime(2000, 1, 1)  # the same numbers make the same bytes
_TEXT = 12.0  # points
_ROW_KINDS = (Kind.INTERVALS, Kind.SHARES)
MOST_BARS = 30


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """A finished chart part, in the shape in which python-pptx takes chart data."""

    xml: bytes
    xlsx_blob: bytes

    def xml_bytes(self, _chart_type: object) -> bytes:
        """The chart's XML; its kind is already inside."""
        return self.xml


def add_native_chart(slide: Any, chart: Chart, box: Box) -> Any:
    """Put the chart on the slide; "Edit data" opens the very numbers it is drawn from."""
    places = map(Inches, (box.left, box.top, box.width, box.height))
    prepared = prepare(chart, look_in(chart, box))
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *places, prepared)
    describe(frame, chart)
    return frame


def look_in(chart: Chart, box: Box) -> Look:
    """The chart's frame, with text small enough for its rows."""
    rows = max(1, len(chart.labels)) if chart.kind in _ROW_KINDS and chart.click != "period" else 1
    fits = 0.8 * box.height / rows * 72 / 1.3
    return Look(box.width, box.height, max(7.0, min(_TEXT, fits)))


def trimmed(chart: Chart) -> Chart:
    """The chart without the bars that a slide has no room for."""
    if chart.kind not in _ROW_KINDS or len(chart.labels) <= MOST_BARS:
        return chart
    series = tuple(replace(s, points=s.points[:MOST_BARS]) for s in chart.series)
    return replace(chart, labels=chart.labels[:MOST_BARS], series=series)


def describe(frame: Any, chart: Chart) -> None:
    """Alternative text for readers who cannot see the chart."""
    properties = frame.element.xpath(".//p:cNvPr")[0]
    properties.set("descr", clean(told(chart)))
    properties.set("name", clean(chart.title)[:80])


def prepare(chart: Chart, look: Look) -> Prepared:
    """The chart's XML and the workbook behind it, which holds the numbers and nothing else."""
    drawn = _workbook(chart, look)
    with zipfile.ZipFile(BytesIO(drawn)) as archive:
        xml = archive.read("xl/charts/chart1.xml")
    return Prepared(settle(xml), _workbook(chart, None))


def settle(xml: bytes) -> bytes:
    """Say outright what workbooks leave to Excel's defaults and presentations do not share."""
    space = etree.fromstring(xml)
    for settings in space.findall(f"{_C}printSettings"):
        space.remove(settings)
    for parents, name, value, after in _SAID:
        for parent in space.xpath(parents, namespaces=_SPACES):
            _say(parent, name, value, after)
    for series in space.xpath("//c:ser[c:marker and c:dPt]", namespaces=_SPACES):
        shape = [part for part in series.find(f"{_C}marker") if part.tag != f"{_C}spPr"]
        for own in series.iterfind(f"{_C}dPt/{_C}marker"):
            own[:0] = [deepcopy(part) for part in shape]
    for labels in space.xpath("//c:dLbls | //c:dLbl[not(c:delete)]", namespaces=_SPACES):
        for name in _SHOWN:  # all of them, at the end, in the order of the schema
            found = labels.find(f"{_C}{name}")
            labels.append(_flag(name, "0") if found is None else found)
    return bytes(etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True))


def _say(parent: Any, name: str, value: str, after: tuple[str, ...]) -> None:
    """Add an element after the last of those named, unless it is there."""
    if parent.find(f"{_C}{name}") is None:
        before = [child for child in parent if child.tag in {f"{_C}{tag}" for tag in after}]
        before[-1].addnext(_flag(name, value))


def _workbook(chart: Chart, look: Look | None) -> bytes:
    """A workbook of one sheet with the numbers; with a `look`, also with the chart."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _STAMP})
        sheet = book.add_worksheet("Data")
        written: Written = write_columns(book, sheet, columns_of(chart))
        sheet.freeze_panes(1, 0)
        if look is not None:
            sheet.insert_chart(0, 0, native_chart(book, written, chart, look))
    return out.getvalue()


def _flag(name: str, value: str) -> Any:
    element = etree.Element(f"{_C}{name}")
    element.set("val", value)
    return element
