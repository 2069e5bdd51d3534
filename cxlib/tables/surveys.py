"""Answers to one score question, ready to be counted."""

from __future__ import annotations

from cxlib.tables.question import Question, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


def answers(
    source: Source, *, score: str, selection: Selection = EVERYTHING, dated: bool = False
) -> Question:
    """Rows with a valid answer to `score`: columns `score`, `weight` (where mapped), `day`.

    Args:
        source: a survey.
        score: the score's role: nps, csat, ces, or rating_1 and so on.
        selection: filters; a range of days makes the question dated.
        dated: whether the day of the answer is needed.
    """
    needs_day = dated or selection.dated
    weighted = source.mapping.column("weight") is not None
    roles = [score, *(["weight"] if weighted else [])]
    question = ask(source, selection, roles=roles, time="answered" if needs_day else None)
    return Question(source, question.table.mutate(score=question.table[score]))
