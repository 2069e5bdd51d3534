"""`deck`: a presentation of native charts from several files."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from cxlib.charts.data import to_data
from cxlib.charts.storyboard import Story, storyboard
from cxlib.command.answer import Answer, Rows, write
from cxlib.command.opening import ask_source
from cxlib.command.options import CONFIDENCE, JSON, Request
from cxlib.command.shown import Table
from cxlib.errors import NotEnoughData
from cxlib.export.deck import write as write_deck
from cxlib.export.spec import SlideSpec
from cxlib.tables.question import Coverage
from cxlib.tables.source import Source

TITLE = "Customer experience"


@click.command("deck")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write: .pptx, .xlsx or .html.",
)
@click.option("--title", default=TITLE, show_default=True, help="Title of the presentation.")
@CONFIDENCE
@JSON
def deck(sources: tuple[str, ...], *, out: Path, title: str, level: float, as_json: bool) -> None:
    """Write a presentation of surveys, transactions and subscriptions, with native charts."""
    with ExitStack() as stack:
        asked = [stack.enter_context(ask_source(Request(source=path))) for path in sources]
        opened = [one.source for one in asked]
        story = storyboard(opened, level=level)
        rows = tuple(_rows(source) for source in opened)
    if not story.charts:
        hint = " ".join(story.notes) or "Give a survey, transactions or subscriptions."
        raise NotEnoughData("A presentation", have=0, need=1, unit="chart", hint=hint)
    write_deck([SlideSpec(chart, chart.title) for chart in story.charts], title, out)
    write(_answer(story, rows, out, title, level), as_json=as_json)


def _rows(source: Source) -> Rows:
    """The rows that were read as cells; each chart says how many of them it rests on."""
    rejected = sum(rows for _, rows in source.rejected)
    return Rows(source.name, Coverage(source.rows, source.rows - rejected, source.rejected))


def _answer(story: Story, rows: tuple[Rows, ...], out: Path, title: str, level: float) -> Answer:
    slides = [{"title": chart.title, "chart": to_data(chart)} for chart in story.charts]
    shown = tuple(
        (str(place), chart.title, "" if chart.n is None else f"{chart.n:,}")
        for place, chart in enumerate(story.charts, 1)
    )
    return Answer(
        command="deck",
        sources=rows,
        columns={},
        options={"out": str(out), "title": title, "level": level},
        results=({"group": {}, "period": None, "slides": slides},),
        tables=(Table(f"Slides in {out.name}", ("", "Title", "n"), shown),),
        notes=story.notes,
    )
