"""`sentiment`: how comments feel, by their words or learned from ratings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path

import click
import numpy as np

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.comment_source import (
    LANGUAGE,
    LOW_IS_GOOD,
    TAXONOMY,
    TEXT,
    WORDS,
    ask_comments,
    how_read,
    reading_notes,
    used_columns,
)
from cxlib.command.files import write_csv
from cxlib.command.grouped import group_fields
from cxlib.command.options import USUAL
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    interval,
    interval_head,
    number,
    percent,
    results_table,
    whole,
)
from cxlib.text.analysis import Analysis, analyse
from cxlib.text.export import ROWS_HEAD, comment_rows
from cxlib.text.language import NAMES
from cxlib.text.lexicon import list_version
from cxlib.text.shares import count_balance

WORDS_ONLY = (
    "Emotions, effort and ease are counted by lists of words: what was written, not what was felt."
)


@command(
    *USUAL,
    TEXT,
    LANGUAGE,
    TAXONOMY,
    WORDS,
    click.option(
        "--train-on", metavar="COLUMN",
        help="Ratings to learn from; the word lists stay where a model is not better.",
    ),
    LOW_IS_GOOD,
    click.option(
        "--model", type=click.Path(path_type=Path), metavar="FOLDER",
        help="A transformers model on this machine that reads the comments; never downloaded.",
    ),
    click.option(
        "--rows", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
        help="Write one row a comment into this CSV file.",
    ),
)  # fmt: skip
def sentiment(
    asked: Asked,
    *,
    text: str | None,
    language: str,
    taxonomy: Path | None,
    words: Path | None,
    train_on: str | None,
    model: Path | None,
    rows: Path | None,
) -> Answer:
    """Sentiment of comments: praise less blame, in points, with the words behind it."""
    options = how_read(language, taxonomy, learn=train_on is not None, words=words)
    options = replace(options, backend=model)
    comments = ask_comments(asked, text=text, score=train_on, scored=False)
    if rows is None:
        options = replace(options, taxonomy=None)
    analysis = analyse(comments, options)
    if rows is not None:
        write_csv(rows, ROWS_HEAD, comment_rows(analysis))
    results = tuple(_results(asked, analysis))
    columns = (
        Column("n", whole("n")),
        Column("positive", whole("positive")),
        Column("neutral", whole("neutral")),
        Column("negative", whole("negative")),
        Column("net", number("net", 1)),
        Column(interval_head(asked.request.level), interval("low", "high", "{:,.1f}")),
        Column("covered", percent("covered")),
    )
    return Answer(
        command="sentiment",
        sources=(asked.rows(comments.coverage),),
        columns=used_columns(asked, comments, train_on),
        options={
            "language": language,
            "train_on": train_on,
            "rows": rows,
            "taxonomy": taxonomy,
            "words": words,
            "model": model,
        },
        results=results,
        tables=(results_table(results, columns),),
        notes=(*reading_notes(asked, analysis), WORDS_ONLY, *_method_notes(analysis, model)),
    )


def _results(asked: Asked, analysis: Analysis) -> Iterator[Result]:
    label, covered, mixed = analysis.label, analysis.covered, analysis.mixed
    language = analysis.languages.code[analysis.which]
    emotions = analysis.emotions()
    for group, places in analysis.comments.groups().items():
        found = asdict(
            count_balance(label[places], covered[places], mixed[places], level=asked.request.level)
        )
        counts = np.bincount(language[places], minlength=len(NAMES)).tolist()
        spoken = zip(NAMES, counts, strict=True)
        said: Result = {"languages": {name: n for name, n in spoken if n}}
        said["emotions"] = {name: int(flags[places].sum()) for name, flags in emotions.items()}
        yield group_fields(group) | found | {"method": analysis.method} | said


def _method_notes(analysis: Analysis, model: Path | None) -> Iterator[str]:
    yield (
        f"Word lists: vaderSentiment {version('vaderSentiment')}; our own English "
        f"({list_version('english.csv')}), Indonesian and Malay "
        f"({list_version('indonesian_malay.csv')})."
    )
    if model is not None:
        yield (
            f"Labels and scores are those of the model in '{model.name}'; the words shown are "
            "those of the word lists, which had no part in them."
        )
    yield from _learning_notes(analysis)


def _learning_notes(analysis: Analysis) -> Iterator[str]:
    learned = analysis.learned
    if learned is None:
        return
    if not learned.quality:
        yield (
            f"{learned.rated:,} comments have a rating; learning needs 50, and 15 of each of low, "
            "middle and high ratings that occur. The word lists were used."
        )
        return
    shown = ", ".join(f"{name} {value:.3f}" for name, value in learned.quality.items())
    yield (
        f"Macro-F1 against the ratings of comments not seen (cross-validated): {shown}. "
        f"Used: {learned.method}."
    )
    if learned.method != "lexicon":
        yield (
            "These labels were learned from the ratings, so comparing them with the same ratings "
            "goes round in a circle; for that, leave --train-on out."
        )
