"""How long answering took, and who was much quicker than the others."""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.stats.asked import scale_of, segments_of
from cxlib.stats.groups import Group
from cxlib.stats.invitations import YES_NO
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from cxlib.stats.straight_lines import number_cell
from cxlib.tables.question import Coverage, Question, Rule, ask, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

MOST = 200_000
"""Different times that are read."""
QUICK, OTHERS = "quick", "others"


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """The times that answers took.

    Attributes:
        values: different times, in the unit of the file, ascending.
        n: answers that took each.
        coverage: rows used and left out.
    """

    values: tuple[float, ...]
    n: tuple[int, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Quick:
    """Answers quicker than a limit, and the others.

    Attributes:
        shares: answers that were not (0) and that were (1) quicker, by group.
        scores: histograms of a score, under `QUICK` and `OTHERS`.
        coverage: rows used and left out.
    """

    shares: dict[Group, ScoreCounts]
    scores: dict[str, ScoreCounts]
    coverage: Coverage


def timed(source: Source, *, column: str, selection: Selection = EVERYTHING) -> Question:
    """Rows with a time above zero in `column`, as `time`.

    Raises:
        ColumnMissing: the file has no such column.
    """
    time = number_cell(source, column)
    rules: list[Rule] = [
        (time.isnull(), say("{column} is no number", column=column)),
        (time <= 0, say("{column} is not above zero", column=column)),
    ]
    dated = "answered" if selection.dated else None
    weights = [role for role in ("weight", "count") if source.mapping.column(role) is not None]
    question = ask(source, selection, roles=weights, time=dated, rules=rules)
    return Question(source, question.table.mutate(time=time))


def time_counts(kept: ir.Table) -> ir.Table:
    """Answers by their `time`: columns `time`, `n`. Lazy."""
    return kept.group_by("time").agg(n=portable.count())


def read_answer_times(
    source: Source, *, column: str, selection: Selection = EVERYTHING
) -> AnswerTimes:
    """Count the answers by the time they took.

    Args:
        source: a survey.
        column: a column of seconds or minutes.
        selection: filters and range of days.

    Raises:
        BadOption: the column has more than `MOST` different values.
    """
    question = timed(source, column=column, selection=selection)
    found = time_counts(question.kept).limit(MOST + 1).to_pyarrow().to_pylist()
    if len(found) > MOST:
        raise BadOption(
            f"'{column}' has more than {MOST:,} different values, too many for the length of an "
            "answer. Choose a column of seconds or minutes, or round it in the file."
        )
    ordered = sorted((row["time"], row["n"]) for row in found)
    return AnswerTimes(
        tuple(time for time, _ in ordered), tuple(n for _, n in ordered), read_coverage(question)
    )


def read_quick(
    source: Source,
    *,
    column: str,
    below: float,
    score: str,
    selection: Selection = EVERYTHING,
    by: str | None = None,
) -> Quick:
    """Split the answers into those quicker than `below` and the others.

    Args:
        source: a survey.
        column: a column of seconds or minutes.
        below: the limit, in the unit of the column.
        score: the role of the score to compare.
        selection: filters and range of days.
        by: a segment column; None for the total alone.

    Raises:
        BadOption: the file has not this score row by row.
    """
    source.require(score)
    question = timed(source, column=column, selection=selection)
    kept = question.kept
    fast = kept.time < ibis.literal(below)
    flags = kept.mutate(score=portable.flag(fast).cast("int64"))
    plain = flags.drop(*(one for one in ("weight", "count") if one in flags.columns))
    shares: dict[Group, ScoreCounts] = {}
    for name, segment in segments_of(source, [by] if by else []):
        query = score_counts(plain, by=segment)
        shares |= read_score_counts(query, column=name, low=YES_NO[0], high=YES_NO[1])
    named = kept.mutate(score=kept[score], speed=ibis.ifelse(fast, QUICK, OTHERS))
    valid = named.filter(named[f"{score}_problem"].isnull())
    low, high = scale_of(source, score)
    found = read_score_counts(score_counts(valid, by="speed"), column="speed", low=low, high=high)
    scores = {group.label: counts for group, counts in found.items()}
    return Quick(shares, scores, read_coverage(question))
