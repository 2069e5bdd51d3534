"""Comments, ready to be read: the column of text of a comments file or a survey, and its score."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cxlib.columns.kinds import Type
from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Question, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

TEXTS = ("text", "comment")
SCORES = ("nps", "csat", "ces", "rating_1", "rating")
TIMES = ("written", "answered", "created", "ordered", "happened", "started")


def comments(
    source: Source,
    *,
    text: str | None = None,
    score: str | None = None,
    scored: bool = True,
    selection: Selection = EVERYTHING,
    dated: bool = False,
) -> Question:
    """Rows with a comment: `row`, `text`, `score` (float64, null where none) and `day`.

    Args:
        source: comments, a survey, or any file with a column of text.
        text: the column of comments; None for the one that bears the role.
        score: a column of numbers beside it; None for none.
        scored: whether a row without a score is left out.
        selection: filters; a range of days makes the question dated.
        dated: whether the day of the comment is needed.

    Raises:
        BadOption: no column holds comments, or none dates them where that is needed.
        ColumnMissing: the file has no such column.
    """
    column = text_column(source, text)
    table = source.table.mutate(text=source.table[source.segment(column)])
    value = ibis.null("float64") if score is None else number_in(source, table, score)
    table = table.mutate(score=value)
    time = time_role(source) if dated or selection.dated else None
    bound = Source(table, source.mapping, source.name, source.columns, source.rows, source.rejected)
    rules = [(table.text.isnull(), say("no comment"))]
    if score is not None and scored:
        rules.append((table.score.isnull(), say("no score in {column}", column=score)))
    return ask(bound, selection, roles=[], time=time, rules=rules)


def text_column(source: Source, named: str | None = None) -> str:
    """The file's column of comments.

    Raises:
        BadOption: none bears the role and none is named.
        ColumnMissing: the file has no such column.
    """
    if named is not None:
        return source.column(named)
    found = next((one for role in TEXTS if (one := source.mapping.column(role))), None)
    if found is None:
        shown = ", ".join(source.columns[:12]) + (", ..." if len(source.columns) > 12 else "")
        raise BadOption(
            f"No column of '{source.name}' is known to hold comments. Choose one on the Data page "
            f"or with --text COLUMN; it has: {shown}."
        )
    return found


def score_column(source: Source) -> str | None:
    """The column of the first score that stands beside the comments: nps, csat, ces, a rating."""
    roles = [role.removesuffix("_1") for role in SCORES]
    return next((one for role in roles if (one := source.mapping.column(role))), None)


def number_in(source: Source, table: ir.Table, column: str) -> ir.FloatingValue:
    """A column as numbers: as its role reads it, else the cells that are plain numbers."""
    name = source.column(column)
    known = typed_as(source, name)
    if known is not None and known[1].type in (Type.SCORE, Type.NUMBER):
        return table[known[0]].cast("float64")
    return portable.number_of(table[source.segment(name)])


def time_role(source: Source) -> str:
    """The role that dates a comment.

    Raises:
        BadOption: no column of dates is known.
    """
    found = next((role for role in TIMES if source.mapping.column(role)), None)
    if found is None:
        raise BadOption(
            f"No column of '{source.name}' says when a comment was written. Name it with "
            "--map written=COLUMN (comments) or --map answered=COLUMN (a survey)."
        )
    return found
