"""Answers to one score question, ready to be counted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import ibis
import ibis.expr.types as ir

from cxlib.columns.mapping import Mapping
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.tables.filters import typed_as
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

NPS_SCALE = (0, 10)


def answers(
    source: Source, *, score: str, selection: Selection = EVERYTHING, dated: bool = False
) -> Question:
    """Rows with a valid answer to `score`: `score`, `day`, `weight` and `count` where mapped.

    Where a file counts answers, one column a score, a row holds answers to several scores: the
    rows used have any count, `score` is null, and `spread` makes a row of each score.

    Args:
        source: a survey.
        score: the score's role: nps, csat, ces, or rating_1 and so on.
        selection: filters; a range of days makes the question dated.
        dated: whether the day of the answer is needed.

    Raises:
        BadOption: no column bears the score.
    """
    time = "answered" if dated or selection.dated else None
    if is_counted(source.mapping, score):
        question = ask(source, selection, roles=[], time=time, rules=[_without_counts(source)])
        return Question(source, question.table.mutate(score=ibis.null("int64")))
    require_score(source, score)
    further = [role for role in ("weight", "count") if source.mapping.column(role) is not None]
    question = ask(source, selection, roles=[score, *further], time=time)
    return Question(source, question.table.mutate(score=question.table[score]))


def spread(source: Source, kept: ir.Table) -> ir.Table:
    """A row for each score of rows that hold counts in one column a score; others as they are.

    Args:
        source: a survey.
        kept: rows that `answers` keeps.

    Returns:
        `kept` with `score` and `count` for each count above zero.
    """
    if not source.mapping.columns("counts"):
        return kept
    parts = [
        kept.filter((kept[name] > 0) & kept[f"{name}_problem"].isnull()).mutate(
            score=ibis.literal(score, "int64"), count=kept[name].cast("float64")
        )
        for name, score in counted_columns(source.mapping)
    ]
    return reduce(lambda one, other: one.union(other), parts)


def score_roles(mapping: Mapping) -> tuple[str, ...]:
    """The score roles that a survey can answer: nps, csat, ces, then rating_1 and so on."""
    counted = counted_score(mapping)
    named = [role for role in ("nps", "csat", "ces") if mapping.column(role) or role == counted]
    return (*named, *(f"rating_{i + 1}" for i in range(len(mapping.columns("rating")))))


def require_score(source: Source, score: str) -> None:
    """Check that the survey has answers to `score`.

    Raises:
        BadOption: no column bears it.
    """
    if is_counted(source.mapping, score):
        return
    counted = counted_score(source.mapping)
    if counted and not source.has(score):
        raise BadOption(
            f"'{source.name}' counts the answers of {counted}, not of {score}. Ask for {counted}, "
            f"or choose the columns with --map {score}=COLUMN."
        )
    source.require(score)


def is_counted(mapping: Mapping, score: str) -> bool:
    """Whether the answers to `score` are counts, one column a score."""
    return mapping.column(score) is None and counted_score(mapping) == score


def counted_score(mapping: Mapping) -> str | None:
    """The score whose answers are counted, one column a score; None where none is."""
    scores = [score for _, score in counted_columns(mapping)]
    if not scores:
        return None
    return "nps" if (min(scores), max(scores)) == NPS_SCALE else "csat"


def counted_columns(mapping: Mapping) -> list[tuple[str, int]]:
    """The typed table's name and the score of each column that counts one score's answers."""
    found = [
        (f"counts_{place}", mapping.reading(column).score)
        for place, column in enumerate(mapping.columns("counts"), 1)
    ]
    return [(name, score) for name, score in found if score is not None]


def counted_scale(mapping: Mapping) -> tuple[int, int]:
    """Lowest and highest score of a file that counts answers."""
    scores = [score for _, score in counted_columns(mapping)]
    return min(scores), max(scores)


def _without_counts(source: Source) -> Rule:
    table = source.table
    names = [name for name, _ in counted_columns(source.mapping)]
    none = ibis.and_(*(table[f"{name}_problem"].notnull() for name in names))
    return none, say("no count can be read")


def score_scales(source: Source, names: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Lowest and highest answer of those columns that bear a score."""
    scales = {}
    for name in names:
        known = typed_as(source, name)
        scale = source.mapping.reading(name).scale or (known[1].scale if known else None)
        if known is not None and scale is not None:
            scales[name] = scale
    return scales
