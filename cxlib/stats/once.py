"""Score histograms in which a customer who answered several times counts once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.stats.asked import ScoreCube, segments_of
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from cxlib.tables.question import Question, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers, is_counted

HOW = ("all", "latest", "mean")
"""All answers; the latest of each customer; the mean of each customer."""


@dataclass(frozen=True, slots=True)
class ScoreQuestion:
    """What is asked of a survey.

    Attributes:
        score: the score's role.
        selection: filters and range of days.
        by: segment columns, each on its own.
        period: day, week, month, quarter or year; None for the whole time only.
        how: all answers, the latest of each customer, or the mean of each customer; in a period,
            the latest or the mean of that period.
    """

    score: str
    selection: Selection = EVERYTHING
    by: tuple[str, ...] = ()
    period: str | None = None
    how: str = "all"

    @property
    def periods(self) -> tuple[str | None, ...]:
        """The whole time, and the periods where they are asked for."""
        return (None,) if self.period is None else (None, self.period)

    def rows(self, source: Source) -> Question:
        """The rows of a survey that answer it."""
        dated = self.period is not None or self.how == "latest"
        return answers(source, score=self.score, selection=self.selection, dated=dated)


def of_each_customer(kept: ir.Table, *, how: str, period: str | None = None) -> ir.Table:
    """Answers such that every customer counts once, in each period or in all. Lazy.

    Args:
        kept: columns `customer`, `score`, `row`, `weight` (optional), and for the latest
            `answered`; `day` where `period` is given.
        how: "latest" keeps the last answer of each customer; "mean" lets each of n answers weigh
            1 / n, so that the mean over answers is the mean of the customers' means; "all" keeps
            all answers as they are.
        period: the length of a period; None for the whole time.

    Returns:
        `kept`, filtered or with other weights. Answers without a customer stay as they are.
    """
    if how == "all":
        return kept
    whose = [kept.customer]
    if period is not None:
        whose.append(portable.period_start(kept.day, period))
    if how == "latest":
        order = [kept.answered.desc(), kept.row.desc()]
        place = ibis.row_number().over(ibis.window(group_by=whose, order_by=order))
        ranked = kept.mutate(place=place)
        return ranked.filter((ranked.place == 0) | ranked.customer.isnull()).drop("place")
    number = kept.score.count().over(ibis.window(group_by=whose)).cast("float64")
    weight = weight_of(kept)
    return kept.mutate(weight=ibis.ifelse(kept.customer.isnull(), weight, weight / number))


def read_once(source: Source, asked: ScoreQuestion, cube: ScoreCube) -> ScoreCube:
    """Histograms in which every customer counts once: the latest answer, or the mean.

    Args:
        source: a survey that knows its customers.
        asked: the question; `asked.how` is "latest" or "mean".
        cube: the same of all answers.

    Raises:
        BadOption: the file does not know customers or, for the latest, days; or its rows are
            counts of answers.
    """
    _check(source, asked)
    question = asked.rows(source)
    low, high = cube.scale
    counts: dict[Group, ScoreCounts] = {}
    for period in asked.periods:
        kept = of_each_customer(question.kept, how=asked.how, period=period)
        for column, segment in segments_of(source, asked.by):
            query = score_counts(kept, by=segment, period=period)
            found = read_score_counts(query, column=column, low=low, high=high)
            counts |= {one: n for one, n in found.items() if bool(one.period) == bool(period)}
    return replace(cube, counts=counts, coverage=read_coverage(question))


def weight_of(kept: ir.Table) -> ir.NumericColumn:
    """The survey weight of each answer as float64; 1 without weights."""
    if "weight" in kept.columns:
        weight: ir.NumericColumn = kept.weight.cast("float64")
        return weight
    one: ir.NumericColumn = portable.flag(kept.score.notnull()).cast("float64")
    return one


def _check(source: Source, asked: ScoreQuestion) -> None:
    once = "Counting each customer once"
    if is_counted(source.mapping, asked.score) or source.mapping.column("count") is not None:
        raise BadOption(
            f"{once} needs one row for each answer; the rows of '{source.name}' are counts of "
            "answers. Ask for all answers instead."
        )
    source.require("customer", *(["answered"] if asked.how == "latest" else []))
