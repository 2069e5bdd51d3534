"""`themes`: what comments speak of, how they feel about it, and what goes with the score."""

from __future__ import annotations

from collections.abc import Iterator
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
from cxlib.command.grouped import group_fields
from cxlib.command.options import USUAL
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    interval,
    interval_head,
    number,
    p_value,
    percent,
    results_table,
    whole,
)
from cxlib.command.shown import (
    text as word,
)
from cxlib.command.theme_changes import changes_over_time
from cxlib.tables.comments import score_column
from cxlib.text.analysis import Analysis, analyse
from cxlib.text.impact import FEWEST, Effect, Impact
from cxlib.text.listing import score_classes
from cxlib.text.theme_table import ThemeRow, theme_rows

FEW_ZEROS = 100
"""Answers from which on the lack of any 0 is remarkable."""


@command(
    *USUAL,
    TEXT,
    LANGUAGE,
    TAXONOMY,
    WORDS,
    click.option("--score", metavar="COLUMN", help="The score that themes are held against."),
    LOW_IS_GOOD,
)
def themes(
    asked: Asked,
    *,
    text: str | None,
    language: str,
    taxonomy: Path | None,
    words: Path | None,
    score: str | None,
) -> Answer:
    """Themes of comments: how often, how felt, and how the score goes together with each."""
    options = how_read(language, taxonomy, words=words)
    score = score or score_column(asked.source)
    comments = ask_comments(asked, text=text, score=score, scored=True)
    analysis = analyse(comments, options)
    results = tuple(_results(asked, analysis))
    columns = (
        Column("theme", word("theme")),
        Column("n", whole("n")),
        Column("share", percent("share")),
        Column("net", number("net", 1)),
        Column("score with", number("score_with"), always=False),
        Column("without", number("score_without"), always=False),
        Column("impact", number("impact"), always=False),
        Column(interval_head(asked.request.level), interval("low", "high"), always=False),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    return Answer(
        command="themes",
        sources=(asked.rows(comments.coverage),),
        columns=used_columns(asked, comments, score),
        options={"language": language, "taxonomy": taxonomy, "words": words, "score": score},
        results=results,
        tables=(results_table(results, columns),),
        notes=(*reading_notes(asked, analysis), *_notes(analysis, score)),
    )


def _results(asked: Asked, analysis: Analysis) -> Iterator[Result]:
    comments, mentions = analysis.comments, analysis.themes()
    codes = comments.codes
    segments = [
        cells.dictionary_encode().indices.to_numpy(zero_copy_only=False).astype(np.int64)
        for cells in comments.segments.values()
    ]
    changes = changes_over_time(asked, comments, mentions)
    for group, places in comments.groups().items():
        held = [
            one[places]
            for column, one in zip(comments.segments, segments, strict=True)
            if column != group.column
        ]
        rows = theme_rows(
            mentions.taken(places),
            None if codes is None else codes[places],
            segments=held,
            level=asked.request.level,
        )
        for row in sorted(rows, key=lambda one: -one.n):
            found = group_fields(group) | _fields(row)
            if group.column is None and group.period is not None:
                found |= changes.get((group.period, row.theme), {})
            yield found


def _fields(row: ThemeRow) -> Result:
    whole_theme = row.impact
    found: Result = {"theme": row.theme, "n": row.n, "share": row.share, "net": row.net}
    found["score_with"] = None if whole_theme is None else whole_theme.score_with
    found["score_without"] = None if whole_theme is None else whole_theme.score_without
    found |= _effect(Effect() if whole_theme is None else whole_theme.removal)
    found["adjusted"] = _effect(Effect() if whole_theme is None else whole_theme.adjusted)
    found["positive"] = _side(row.positive, row.praised)
    found["negative"] = _side(row.negative, row.blamed)
    return found


def _side(n: int, impact: Impact | None) -> Result:
    return {"n": n, **_effect(Effect() if impact is None else impact.removal)}


def _effect(effect: Effect) -> Result:
    return {
        "impact": effect.value,
        "low": effect.low,
        "high": effect.high,
        "p_value": effect.p_value,
        "p_adjusted": effect.p_adjusted,
    }


def _notes(analysis: Analysis, score: str | None) -> Iterator[str]:
    mentions, comments = analysis.themes(), analysis.comments
    covered = mentions.covered
    if covered is not None:
        yield f"{covered:.0%} of the comments mention a theme."
    yield from _pairs(mentions.names, mentions.together())
    if score is None or comments.score is None:
        yield "There is no score beside the comments, so impacts are not known (--score COLUMN)."
        return
    yield from _telling(analysis)
    unit = "NPS points" if comments.points else f"the mean of '{score}'"
    yield (
        f"Impact is in {unit}: the mean of all less the mean of those that do not mention the "
        "theme. It goes together with the theme; it is not shown to be caused by it."
    )
    yield f"Themes with fewer than {FEWEST} mentions have no impact."
    lowest = comments.score.min() if len(comments.score) >= FEW_ZEROS else 0
    if comments.points and lowest == 1:
        yield f"No answer in '{score}' is 0 and some are 1: it may have been asked on 1-10."


def _telling(analysis: Analysis) -> Iterator[str]:
    """Words that low scorers use more than high ones, and the reverse."""
    classes = score_classes(analysis)
    if classes is None:
        return
    low, high = analysis.keys(classes == 0, classes == 2, most=10)
    for who, keys in (("low", low), ("high", high)):
        if keys:
            shown = ", ".join(key.term for key in keys)
            yield f"Words of comments with a {who} score, the most telling first: {shown}."


def _pairs(names: tuple[str, ...], together: np.ndarray) -> Iterator[str]:
    """The two themes that are most often mentioned together."""
    both = np.triu(together, 1)
    if both.size and both.max() > 0:
        one, other = np.unravel_index(int(both.argmax()), both.shape)
        yield (
            f"Most often mentioned together: {names[one]} and {names[other]} "
            f"({int(both.max()):,} comments)."
        )
