"""Comments as `sentiment` and `themes` ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cxlib.command.asked import Asked
from cxlib.command.options import Option
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason
from cxlib.tables.comments import TIMES, time_role
from cxlib.text.analysis import Analysis, Options
from cxlib.text.own_words import read_words
from cxlib.text.read import Comments, read_comments
from cxlib.text.taxonomy import Taxonomy, read_taxonomy, standard_themes

TEXT: Option[Any] = click.option("--text", metavar="COLUMN", help="The column of comments.")
TAXONOMY: Option[Any] = click.option(
    "--taxonomy",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Themes as YAML or JSON, `theme: [word, begin*, a phrase]`; else those of the package.",
)
LANGUAGE: Option[Any] = click.option(
    "--language",
    default="auto",
    metavar="en|id|ms|auto",
    help="The language of the comments; auto reads each by its own.",
)

WORDS: Option[Any] = click.option(
    "--words",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Your own words as CSV, `word,valence` from -4 to 4; they stand above the lists.",
)
LOW_IS_GOOD: Option[Any] = click.option(
    "--reversed",
    "low_is_good",
    is_flag=True,
    help="A low score is the good one; means stay as answered.",
)


def ask_comments(asked: Asked, *, text: str | None, score: str | None, scored: bool) -> Comments:
    """The comments of a request.

    Raises:
        NotEnoughData: no row has one.
    """
    if asked.needs_days:
        asked.require_days(time_role(asked.source))
    source = asked.source
    if score is not None and asked.request.low_is_good:
        column = source.column(score)
        reading = replace(source.mapping.reading(column), reversed=True)
        source = replace(source, mapping=source.mapping.with_reading(column, reading))
    found = read_comments(
        source,
        text=text,
        score=score,
        scored=scored,
        selection=asked.selection,
        by=asked.by,
        period=asked.request.period,
    )
    if not found.n:
        raise NotEnoughData(
            "This command", have=0, need=1, unit="comment", hint=first_reason(found.coverage)
        )
    return found


def asked_taxonomy(path: Path | None) -> Taxonomy:
    """The themes of a file, or those of the package."""
    return standard_themes() if path is None else read_taxonomy(path)


def how_read(
    language: str, taxonomy: Path | None, *, learn: bool = False, words: Path | None = None
) -> Options:
    """The options of the analysis."""
    own = () if words is None else read_words(words)
    return Options(language, asked_taxonomy(taxonomy), learn, own)


def used_columns(asked: Asked, comments: Comments, score: str | None) -> dict[str, str]:
    """Role to column, for those that the answer rests on."""
    columns = {"text": comments.column}
    if score is not None:
        columns["score"] = asked.source.column(score)
    return columns | asked.columns(*asked.dated(*TIMES))


def reading_notes(asked: Asked, analysis: Analysis) -> Iterator[str]:
    """What to know about the comments: what was hidden, and which could not be read."""
    yield from asked.notes
    hidden = {kind: n for kind, n in analysis.comments.hidden.items() if n}
    if hidden:
        shown = ", ".join(f"{kind} in {n:,}" for kind, n in hidden.items())
        yield f"Personal details were taken out of comments before anything else: {shown}."
    other = int((analysis.languages.code[analysis.which] == 0).sum())
    if other:
        yield (
            f"{other:,} of {analysis.comments.n:,} comments are in no language that is read here "
            "(English, Indonesian, Malay) or too short to tell."
        )
