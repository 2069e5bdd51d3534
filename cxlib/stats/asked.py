"""A question asked of a source: the statistic, and how many rows it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis.expr.types as ir

from cxlib.errors import BadOption, NotEnoughData
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives, life_counts, read_lives
from cxlib.stats.purchases import (
    Histories,
    counted,
    first_segments,
    histories_by_customer,
    occasions_by_customer,
    purchase_days,
    read_histories,
)
from cxlib.stats.scores import ScoreCounts, read_score_counts, score_counts
from cxlib.tables.contracts import contracts
from cxlib.tables.orders import orders
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers, counted_scale, is_counted, spread


@dataclass(frozen=True, slots=True)
class ScoreCube:
    """Histograms for the total, each segment value, each period, and each value and period.

    Attributes:
        counts: a histogram a group; groups without answers are absent.
        scale: lowest and highest valid score.
        reversed: whether the mapping says that a low score is the good one.
        coverage: rows used and left out.
        last_day: the last day with an answer; None where the question is not dated.
    """

    counts: dict[Group, ScoreCounts]
    scale: tuple[int, int]
    reversed: bool
    coverage: Coverage
    last_day: date | None


def read_score_cube(
    source: Source,
    *,
    score: str,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    period: str | None = None,
) -> ScoreCube:
    """Count the answers to one score question.

    Args:
        source: a survey.
        score: the score's role (nps, csat, ces, rating_1, ...).
        selection: filters and range of days.
        by: segment columns, each on its own.
        period: day, week, month, quarter or year; None for the whole time only.
    """
    question = answers(source, score=score, selection=selection, dated=period is not None)
    low, high = scale_of(source, score)
    kept = spread(source, question.kept)
    counts: dict[Group, ScoreCounts] = {}
    for column, segment in segments_of(source, by):
        query = score_counts(kept, by=segment, period=period)
        counts |= read_score_counts(query, column=column, low=low, high=high)
    return ScoreCube(
        counts=counts,
        scale=(low, high),
        reversed=source.mapping.reading(_column(source, score)).reversed,
        coverage=read_coverage(question),
        last_day=_last(kept) if period else None,
    )


def scale_of(source: Source, score: str) -> tuple[int, int]:
    """The scale on which a score role is read."""
    if is_counted(source.mapping, score):
        return counted_scale(source.mapping)
    chosen = source.mapping.reading(_column(source, score)).scale
    role = source.mapping.file_kind.role(_role(score))
    default = role.scale if role and role.scale else (1, 5)
    return chosen or default


@dataclass(frozen=True, slots=True)
class LifeTable:
    """Event tables for the total and each segment value.

    Attributes:
        lives: an event table a group; durations in days where `dated`, else in the file's unit.
        dated: whether durations are days between dates.
        observed: the cut-off day; None without dates.
        joined: whether contracts of a customer that follow on one another count as one stay.
        coverage: rows used and left out.
    """

    lives: dict[Group, Lives]
    dated: bool
    observed: date | None
    coverage: Coverage
    joined: bool = False

    def in_units(self, days: float) -> dict[Group, Lives]:
        """The event tables with durations in a unit of so many days; as they are without dates."""
        if not self.dated:
            return self.lives
        return {group: lives.scaled(days) for group, lives in self.lives.items()}


def read_life_table(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    period: str | None = None,
    observed: date | None = None,
    records_from: date | None = None,
) -> LifeTable:
    """Count departures and censorings by duration.

    Args:
        source: subscriptions.
        selection: filters; days act on the start.
        by: segment columns, each on its own.
        period: customers by the day, week, month, quarter or year of their start; None for all.
        observed: the cut-off day; None for the last date in the whole file.
        records_from: the day on which the records begin; None where they hold everybody.

    Raises:
        NotEnoughData: no row can be used.
    """
    asked = contracts(
        source,
        selection=selection,
        observed=observed,
        records_from=records_from,
        dated=period is not None,
    )
    kept = asked.stays
    lives: dict[Group, Lives] = {}
    for column, segment in segments_of(source, by):
        lives |= read_lives(life_counts(kept, by=segment, period=period), column=column)
    coverage = read_coverage(asked.question)
    if not coverage.used:
        raise NotEnoughData(
            "Retention", have=0, need=1, unit="customer", hint=first_reason(coverage)
        )
    return LifeTable(lives, asked.dated, asked.observed, coverage, asked.joined)


@dataclass(frozen=True, slots=True)
class PurchaseBook:
    """Purchase histories of all customers up to a day.

    Attributes:
        histories: distinct histories with counts, or one a customer with ids.
        first: first day with an order; end: last day of the observation.
        last: last day with an order, which may lie in the holdout.
        holdout_end: last day of the holdout; None without.
        coverage: rows used and left out.
    """

    histories: Histories
    first: date
    end: date
    last: date
    holdout_end: date | None
    coverage: Coverage


def read_purchase_book(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    end: date | None = None,
    holdout_end: date | None = None,
    customers: bool = False,
    occasions: str | None = None,
    by: str | None = None,
) -> PurchaseBook:
    """Reduce order lines to purchase histories.

    Args:
        source: transactions.
        selection: filters; its `until` stands in where no `end` is given.
        end: last day of the observation; None for the last day in the whole file.
        holdout_end: last day of the holdout, after `end`.
        customers: whether to keep one history a customer, with ids.
        occasions: "day", "week", "month" or "year" for histories in whole units (BG/BB); None for
            days.
        by: a segment column; customers bear its value on their first day with an order.

    Raises:
        NotEnoughData: no order can be used.
        BadOption: the holdout does not end after the observation, or that has no end.
    """
    end = end or selection.until
    _check_holdout(end, holdout_end)
    window = Selection(selection.where, selection.since, holdout_end or end)
    question = orders(source, selection=window, spend=source.has("amount"))
    kept = question.kept
    coverage = read_coverage(question)
    if not coverage.used:
        raise NotEnoughData(
            "Lifetime value", have=0, need=1, unit="order", hint=first_reason(coverage)
        )
    first, last = first_and_last(kept)
    stop = end or last_day(source, "ordered")
    days = purchase_days(kept)
    table = (
        occasions_by_customer(days, end=stop, unit=occasions, holdout_end=holdout_end)
        if occasions
        else histories_by_customer(days, end=stop, holdout_end=holdout_end)
    )
    if by is not None:
        segments = first_segments(kept, by=source.segment(by))
        table = table.join(segments, "customer")
    histories = read_histories(table if customers else counted(table))
    if not histories.total:
        hint = f"All orders come after {stop}; choose a later --until."
        raise NotEnoughData("Lifetime value", have=0, need=1, unit="order", hint=hint)
    if holdout_end is None:
        histories = replace(histories, holdout=None)
    return PurchaseBook(histories, first, stop, last, holdout_end, coverage)


def last_day(source: Source, role: str) -> date:
    """The last day of a date role in the whole file: the day up to which customers were watched.

    A filter does not shorten it. The role needs a readable cell.
    """
    found: date = source.table[role].max().date().to_pyarrow().as_py()
    return found


def segments_of(source: Source, by: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """(column, the table's name for it) pairs: first the total, then each column once.

    Raises:
        ColumnMissing: the file has no such column.
    """
    columns = dict.fromkeys(source.column(one) for one in by)
    return [(None, None), *((one, source.segment(one)) for one in columns)]


def first_reason(coverage: Coverage) -> str:
    """Why no row is left, for an error: the most frequent reason."""
    if not coverage.left_out:
        return "The file has no rows."
    reason, rows = coverage.left_out[0]
    return f"Most rows are left out because: {reason} ({rows:,} of {coverage.rows:,} rows)."


def _check_holdout(end: date | None, holdout_end: date | None) -> None:
    if holdout_end and end is None:
        raise BadOption(
            f"A holdout until {holdout_end} needs the end of the calibration before it. "
            "Choose one with --until."
        )
    if end and holdout_end and holdout_end <= end:
        raise BadOption(
            f"The holdout ends on {holdout_end}, which is not after the end of the calibration, "
            f"{end}. Choose a later --holdout-until."
        )


def _role(score: str) -> str:
    return "rating" if score.startswith("rating_") else score


def _column(source: Source, score: str) -> str:
    """The column of a score: the second one known as a rating, for rating_2."""
    columns = source.mapping.columns(_role(score))
    place = int(score.rpartition("_")[2]) - 1 if score.startswith("rating_") else 0
    return columns[place] if place < len(columns) else ""


def _last(table: ir.Table) -> date | None:
    found: date | None = table.day.max().to_pyarrow().as_py()
    return found


def first_and_last(table: ir.Table) -> tuple[date, date]:
    """First and last `day` of a table that has rows."""
    found = table.agg(first=table.day.min(), last=table.day.max()).to_pyarrow().to_pylist()[0]
    return found["first"], found["last"]
