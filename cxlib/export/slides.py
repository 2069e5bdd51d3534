"""A PowerPoint presentation: native charts and tables, real titles, sources, speaker notes."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.dates import format_date
from pptx import Presentation
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches

from cxlib.charts.chart import Chart, Kind
from cxlib.charts.palette import LIGHT
from cxlib.charts.ratios import one_a_row
from cxlib.charts.words import footer
from cxlib.export.native import is_native
from cxlib.export.rules import upright_rules
from cxlib.export.sheet import clean
from cxlib.export.slide_charts import Box, add_native_chart, look_in, trimmed
from cxlib.export.slide_parts import Type, add_bar, add_text, colour, lines_needed, write_text
from cxlib.export.slide_tables import add_below, add_cells, add_heat, left_out
from cxlib.export.spec import SlideSpec, need_something
from cxlib.locale.speak import current, say

__all__ = ["SlideSpec", "write_deck"]

WIDE, TALL = 13.333, 7.5  # inches
EDGE = 0.6
INNER = WIDE - 2 * EDGE
_TITLE_ONLY, _COVER = 5, 0  # layouts of the default template
_FOOT = 6.95
_ROW = 0.27  # height of a row in the table under a chart


def write_deck(
    slides: Sequence[SlideSpec],
    *,
    title: str,
    subtitle: str = "",
    out: BinaryIO | Path,
    cover: bool = False,
    made: date | None = None,
) -> None:
    """Write a .pptx of 16:9 slides, one for each chart, in order.

    Args:
        slides: charts with the analyst's titles and comments.
        title: of the presentation, in its properties and on the cover.
        subtitle: second line of the cover.
        out: a path or an open binary file.
        cover: whether a title slide comes first.
        made: the day in the footers; None for today. The same input and day make the same bytes.

    Raises:
        BadOption: there are no slides.
    """
    need_something(slides)
    day = made or date.today()
    deck = Presentation()
    _widen(deck)
    _sign(deck, title, day)
    if cover:
        _add_cover(deck, title, subtitle)
    for spec in slides:
        _add_slide(deck, spec, day)
    packed = BytesIO()
    deck.save(packed)
    blob = _settled(packed.getvalue())
    if isinstance(out, Path):
        out.write_bytes(blob)
    else:
        out.write(blob)


def _add_slide(deck: Any, spec: SlideSpec, day: date) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    chart = spec.chart
    top = _write_head(slide, spec)
    said = " ".join(part for part in (left_out(one_a_row(chart)), *chart.notes) if part)
    foot = _FOOT - 0.2 * (lines_needed(said, INNER, 11) if said else 0)
    _draw(slide, chart, Box(EDGE, top, INNER, foot - 0.1 - top))
    if said:
        add_text(slide, said, Box(EDGE, foot, INNER, 0.25), Type(11, LIGHT.soft))
    source = f"{footer(chart)} {_day(day)}".strip()
    add_text(slide, source, Box(EDGE, _FOOT + 0.05, INNER, 0.25), Type(10, LIGHT.soft))
    spoken = [spec.comment, chart.method, *chart.notes, footer(chart)]
    slide.notes_slide.notes_text_frame.text = clean("\n\n".join(part for part in spoken if part))


def _write_head(slide: Any, spec: SlideSpec) -> float:
    """Title, subtitle and comment; returns where the chart may begin, in inches from the top."""
    heading = " ".join(clean(spec.heading).split())
    size = next((s for s, most in ((26, 72), (22, 90), (18, 220)) if len(heading) <= most), 14)
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = map(Inches, (EDGE, 0.35, INNER, 0.72))
    shape.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    write_text(shape.text_frame, heading, Type(size, LIGHT.ink, bold=True))
    top = 1.13
    if spec.chart.subtitle:
        under = " ".join(spec.chart.subtitle.split())
        add_text(slide, under, Box(EDGE, top, INNER, 0.3), Type(14, LIGHT.soft))
        top += 0.27 * lines_needed(under, INNER, 14)
    top += 0.14
    return _write_comment(slide, spec.comment.strip(), top) if spec.comment.strip() else top


def _write_comment(slide: Any, comment: str, top: float) -> float:
    size = 14 if lines_needed(comment, INNER - 0.2, 14) <= 4 else 11
    lines = min(8, lines_needed(comment, INNER - 0.2, size))
    tall = lines * size * 1.22 / 72
    add_bar(slide, Box(EDGE, top + 0.02, 0.05, tall), LIGHT.accent)
    add_text(slide, comment, Box(EDGE + 0.18, top, INNER - 0.2, tall), Type(size, LIGHT.ink))
    return top + tall + 0.16


def _draw(slide: Any, chart: Chart, box: Box) -> None:
    if chart.kind is Kind.TABLE and chart.table is not None and chart.table.rows:
        add_cells(slide, chart, chart.table, box)
    elif chart.kind is Kind.HEAT and chart.series:
        add_heat(slide, chart, box)
    elif is_native(chart):
        _draw_native(slide, trimmed(one_a_row(chart)), box)
    else:
        nothing = say("There are no values to draw in this selection.")
        add_text(slide, nothing, box, Type(14, LIGHT.soft))


def _draw_native(slide: Any, chart: Chart, box: Box) -> None:
    below = 0.0
    if chart.below is not None:
        below = _ROW * (1 + min(6, len(chart.below.rows))) + 0.05
        place = Box(box.left, box.top + box.height - below + 0.05, box.width, below - 0.05)
        add_below(slide, chart.below, place, first=2.0)
    upper = Box(box.left, box.top, box.width, box.height - below)
    _add_rules(slide, chart, upper)  # first, so that bars and numbers lie over the lines
    add_native_chart(slide, chart, upper)


def _add_rules(slide: Any, chart: Chart, box: Box) -> None:
    """Upright reference lines that an office chart over labels cannot hold."""
    for rule in upright_rules(chart, look_in(chart, box)):
        x = box.left + rule.at
        line = slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, *map(Inches, (x, box.top + rule.top, x, box.top + rule.bottom))
        )
        line.line.color.rgb = colour(LIGHT.soft)
        line.line.width = Inches(0.014)
        line.line.dash_style = MSO_LINE.DASH
        name = add_text(
            slide,
            rule.name,
            Box(x - 1.5, box.top + rule.top - 0.24, 3.0, 0.22),
            Type(11, LIGHT.soft),
        )
        name.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER


def _add_cover(deck: Any, title: str, subtitle: str) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[_COVER])
    add_bar(slide, Box(EDGE, 2.55, 0.9, 0.07), LIGHT.accent)
    head, under = slide.shapes.title, slide.placeholders[1]
    head.left, head.top, head.width, head.height = map(Inches, (EDGE, 2.75, INNER, 1.1))
    under.left, under.top, under.width, under.height = map(Inches, (EDGE, 3.95, INNER, 0.9))
    head.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    write_text(head.text_frame, title, Type(36, LIGHT.ink, bold=True))
    write_text(under.text_frame, subtitle, Type(18, LIGHT.soft))


def _widen(deck: Any) -> None:
    """Make the template 16:9, its layouts too, so that slides added by hand fit."""
    stretch = Inches(WIDE) / deck.slide_width
    deck.slide_width, deck.slide_height = Inches(WIDE), Inches(TALL)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for shape in sheet.placeholders:
            if shape.element.xpath("./p:spPr/a:xfrm"):
                shape.left, shape.width = int(shape.left * stretch), int(shape.width * stretch)


def _sign(deck: Any, title: str, day: date) -> None:
    moment = datetime.combine(day, time())
    properties = deck.core_properties
    properties.title = clean(title)[:250]
    properties.author = properties.last_modified_by = "cxlib"
    properties.created = properties.modified = moment
    properties.revision = 1


def _day(day: date) -> str:
    return str(format_date(day, "d MMMM yyyy", locale=current()))


def _settled(blob: bytes) -> bytes:
    """The same archive with the same time on every entry, so that bytes repeat."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(blob)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            stamp = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            stamp.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(stamp, old.read(entry))
    return out.getvalue()
