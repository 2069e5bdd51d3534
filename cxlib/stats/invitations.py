"""Invitations: who of those asked has answered, and how long after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.stats.asked import last_day, scale_of, segments_of
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from cxlib.tables.question import Coverage, Question, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers, score_roles

YES_NO = (0, 1)
"""The scale of a count of those who did not (0) and those who did (1)."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Who of those invited has answered.

    Attributes:
        counts: rows without (0) and with (1) an answer, by group and period of the invitation.
        coverage: rows used and left out.
        last_day: the last day with an invitation or answer in the whole file.
    """

    counts: dict[Group, ScoreCounts]
    coverage: Coverage
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Delays:
    """Answers to one score by the days between invitation and answer.

    Attributes:
        counts: a histogram for each number of days.
        scale: lowest and highest score.
        coverage: rows used and left out.
    """

    counts: dict[int, ScoreCounts]
    scale: tuple[int, int]
    coverage: Coverage

    def between(self, first: int, last: int | None = None) -> ScoreCounts:
        """The answers given from `first` to `last` days after the invitation, both included."""
        width = self.scale[1] - self.scale[0] + 1
        found = ScoreCounts.plain([0] * width, low=self.scale[0])
        for days, counts in self.counts.items():
            if first <= days and (last is None or days <= last):
                found += counts
        return found


def answered_any(source: Source) -> ir.BooleanValue:
    """Whether a row has a valid answer to any score of the survey.

    Raises:
        BadOption: no column holds answers one by one.
    """
    roles = [role for role in score_roles(source.mapping) if source.has(role)]
    if not roles:
        raise BadOption(
            f"'{source.name}' counts answers instead of holding one a row. Who answered can be "
            "told of a file with a row for each customer."
        )
    return ibis.or_(*(source.table[f"{role}_problem"].isnull() for role in roles))


def invitations(source: Source, *, selection: Selection = EVERYTHING) -> Question:
    """Rows with the date of an invitation; `score` is 1 where they were answered, else 0.

    The range of days is that of the invitations, as unanswered ones have no other day.

    Raises:
        BadOption: no column is known as the invitation's date.
    """
    question = ask(source, selection, roles=[], time="invited")
    score = portable.flag(answered_any(source)).cast("int64")
    return Question(source, question.table.mutate(score=score))


def read_invited(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    period: str | None = None,
) -> Invited:
    """Count invitations with and without an answer.

    Args:
        source: a survey with the date of each invitation.
        selection: filters; days are those of the invitation.
        by: segment columns, each on its own.
        period: day, week, month, quarter or year of the invitation; None for the whole time only.
    """
    question = invitations(source, selection=selection)
    kept = question.kept.select("day", "score", *_cells(source, by))
    counts: dict[Group, ScoreCounts] = {}
    for column, segment in segments_of(source, by):
        query = score_counts(kept, by=segment, period=period)
        counts |= read_score_counts(query, column=column, low=YES_NO[0], high=YES_NO[1])
    days = [last_day(source, role) for role in ("invited", "answered") if source.has(role)]
    known = [day for day in days if day is not None]
    return Invited(counts, read_coverage(question), max(known) if known else None)


def read_delays(source: Source, *, score: str, selection: Selection = EVERYTHING) -> Delays:
    """Count the answers to a score by the days since the invitation.

    Args:
        source: a survey with the dates of invitation and answer.
        score: the score's role.
        selection: filters; days are those of the answer.

    Raises:
        BadOption: one of the two dates has no column.
    """
    source.require("invited", "answered")
    asked = answers(source, score=score, selection=selection, dated=True)
    days = portable.days_between(asked.table.invited.date(), asked.table.day)
    reason = ibis.coalesce(
        asked.table.reason,
        asked.table.invited_problem,
        ibis.ifelse(days < 0, say("answered before the invitation"), None),
    )
    question = Question(source, asked.table.mutate(delay=days.cast("string"), reason=reason))
    low, high = scale_of(source, score)
    found = read_score_counts(
        score_counts(question.kept, by="delay"), column="delay", low=low, high=high
    )
    counts = {int(group.label): one for group, one in found.items()}
    return Delays(dict(sorted(counts.items())), (low, high), read_coverage(question))


def _cells(source: Source, by: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(source.segment(one) for one in by))
