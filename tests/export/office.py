"""Reading office files back: numbers that are drawn, numbers behind them, order of elements."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SPACES = {"c": C[1:-1]}

_SHOWN = "showLegendKey showVal showCatName showSerName showPercent showBubbleSize"
_LABEL = f"numFmt spPr txPr dLblPos {_SHOWN} separator"
_AXIS = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark "
    "minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt"
)

# ECMA-376 part 1, DrawingML charts: the sequence of children in each complex type.
ORDER = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr "
    "txPr externalData printSettings userShapes",
    "chart": "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend "
    "plotVisOnly dispBlanksAs",
    "plotArea": "layout areaChart barChart lineChart scatterChart catAx valAx dTable spPr",
    "areaChart": "grouping varyColors ser dLbls dropLines axId",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "scatterChart": "scatterStyle varyColors ser dLbls axId",
    "areaChart/ser": "idx order tx spPr pictureOptions dPt dLbls trendline errBars cat val",
    "lineChart/ser": "idx order tx spPr marker dPt dLbls trendline errBars cat val smooth",
    "barChart/ser": "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars "
    "cat val shape",
    "scatterChart/ser": "idx order tx spPr marker dPt dLbls trendline errBars xVal yVal smooth",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr pictureOptions",
    "ser/marker": "symbol size spPr",
    "dPt/marker": "symbol size spPr",
    "dLbls": f"dLbl delete {_LABEL} showLeaderLines leaderLines",
    "dLbl": f"idx delete layout tx {_LABEL}",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "title": "tx layout overlay spPr txPr",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "numRef": "f numCache",
    "strRef": "f strCache",
    "numCache": "formatCode ptCount pt",
    "strCache": "ptCount pt",
}


def out_of_order(xml: bytes) -> list[str]:
    """Elements whose children break the schema's sequence, or are unknown to it."""
    wrong = []
    for element in etree.fromstring(xml).iter(f"{C}*"):
        name = element.tag.removeprefix(C)
        parent = element.getparent()
        long = f"{parent.tag.removeprefix(C)}/{name}" if parent is not None else name
        order = ORDER.get(long) or ORDER.get(name)
        if order is None:
            continue
        children = [child.tag.removeprefix(C) for child in element]
        known = order.split()
        places = [known.index(child) if child in known else -1 for child in children]
        if -1 in places or places != sorted(places):
            wrong.append(f"{long}: {children}")
    return wrong


def native_charts(deck: Any) -> list[tuple[int, Any]]:
    """(place of the slide, chart) of every native chart."""
    return [
        (place, shape.chart)
        for place, slide in enumerate(deck.slides)
        for shape in slide.shapes
        if shape.has_chart
    ]


def drawn(chart: Any) -> list[float]:
    """The numbers that the slide shows: those kept in the chart's XML."""
    tree = etree.fromstring(chart.part.blob)
    paths = " | ".join(f"//c:{name}//c:pt/c:v" for name in ("val", "yVal", "plus", "minus"))
    return [float(node.text) for node in tree.xpath(paths, namespaces=SPACES)]


def behind(chart: Any) -> list[float]:
    """The numbers that "Edit data" shows: those in the embedded workbook."""
    with zipfile.ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    cells = re.findall(r"<c\b([^>]*)>(?:<f>.*?</f>)?<v>([^<]*)</v>", sheet)
    return [float(value) for kind, value in cells if 't="s"' not in kind]


def numbers_in(value: Any) -> list[float]:
    """Every number anywhere inside a JSON value."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return []
    if isinstance(value, int | float):
        return [float(value)]
    inside = value.values() if isinstance(value, dict) else value
    return [number for item in inside for number in numbers_in(item)]


def texts(slide: Any) -> str:
    """All the text of a slide's shapes."""
    return "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
