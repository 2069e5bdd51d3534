"""A presentation in the format that the file's name asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cxlib.charts.chart import Chart
from cxlib.errors import BadOption
from cxlib.export.page import write_page
from cxlib.export.slides import write_deck
from cxlib.export.spec import SlideSpec
from cxlib.export.workbook import write_workbook
from cxlib.locale.speak import say

SUFFIXES = (".pptx", ".xlsx", ".html")


def write(slides: Sequence[SlideSpec], title: str, out: Path, *, made: date | None = None) -> None:
    """Write the slides to `out`: .pptx, .xlsx or .html.

    Args:
        slides: charts with titles and comments, in order.
        title: of the presentation.
        out: where to; its suffix chooses the format.
        made: the day that the file bears; None for today.

    Raises:
        BadOption: another suffix, or no slides.
    """
    suffix = out.suffix.lower()
    if suffix == ".pptx":
        write_deck(slides, title=title, out=out, made=made)
    elif suffix == ".xlsx":
        write_workbook([_titled(spec) for spec in slides], out, made=made)
    elif suffix == ".html":
        write_page(slides, title, out, made=made)
    else:
        raise BadOption(
            say(
                "A presentation is written as {known}; '{name}' ends in '{suffix}'. "
                "Choose a file name with one of these endings.",
                known=", ".join(SUFFIXES),
                name=out.name,
                suffix=out.suffix,
            )
        )


def _titled(spec: SlideSpec) -> Chart:
    """The chart under the analyst's title, with the comment among its notes."""
    notes = (spec.comment, *spec.chart.notes) if spec.comment else spec.chart.notes
    return replace(spec.chart, title=spec.heading, notes=notes)
