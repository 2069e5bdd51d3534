"""Who was subscribed, and for what fee, when each period began and when it was over.

A contract is there at the close of a day where it began on that day or before and had not ended
by then. A period begins at the close of the day before its first day and is over at the close of
its last one, so that the end of a period is the start of the next. Whoever starts or leaves in a
period, its first and last day included, starts or leaves within it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.tables.contracts import last_day
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import BLANK, Source

LENGTHS = {"month": 1, "quarter": 3, "year": 12}
"""Calendar months in a period."""
MOST_PERIODS = 1200
NEVER = date(9999, 12, 31)
"""The end of a contract that runs on."""


@dataclass(frozen=True, slots=True)
class Span:
    """One period: its first day, the last day it is followed on, and whether that is its last.

    `last` is the last day of the period, or the cut-off where the data end before.
    """

    start: date
    last: date
    finished: bool


@dataclass(frozen=True, slots=True, eq=False)
class Subscribed:
    """Contracts with `customer`, `begins`, `ends` (days; `NEVER` where open) and `fee`.

    Attributes:
        question: rows used and left out; `fee` is in 1/10,000 of the currency a month.
        paid: whether the file tells fees; else `fee` is 0 and says nothing.
        observed: the cut-off day.
        since: the first day asked about; None for all.
    """

    question: Question
    paid: bool
    observed: date
    since: date | None


def subscribed(
    source: Source, *, selection: Selection = EVERYTHING, observed: date | None = None
) -> Subscribed:
    """Contracts with a start, an end or none, and a fee where the file tells fees.

    The range of days of the selection does not leave out contracts: who was there before it has
    to be known. It says which periods are asked about, and `until` is then the cut-off.

    Args:
        source: subscriptions with dates; `fee` is what is paid a month.
        selection: filters on contracts, and the range of days of the periods.
        observed: the cut-off day; None for the last date in the whole file.

    Raises:
        BadOption: the file has no start and end dates.
        NotEnoughData: the file holds no readable date.
    """
    if not (source.has("started") and source.has("ended")):
        shown = ", ".join(source.columns[:12]) + (", ..." if len(source.columns) > 12 else "")
        raise BadOption(
            f"Rates by period need start and end dates; '{source.name}' has none. Choose the "
            f"columns on the Data page, or with --map started=COLUMN and ended; it has: {shown}."
        )
    cut_off = min(observed or last_day(source), selection.until or NEVER)
    table = source.table
    started, ended = table.started.date(), table.ended.date()
    begins = started
    rules: list[Rule] = []
    if source.has("entered"):
        begins = ibis.greatest(started, ibis.coalesce(table.entered.date(), started))
        rules.append((_unreadable(table, "entered"), table.entered_problem))
    paid = source.has("fee")
    rules += [
        (_unreadable(table, "ended"), table.ended_problem),
        ((ended < started).fill_null(False), say("ended before it started")),
        ((begins > cut_off).fill_null(False), say("started after {day}", day=cut_off)),
    ]
    if paid:
        rules.append(((table.fee < 0).fill_null(False), say("the fee is below zero")))
    question = ask(
        source,
        Selection(selection.where),
        roles=["customer", "started", *(["fee"] if paid else [])],
        rules=rules,
    )
    fee = table.fee.cast("int64") if paid else ibis.literal(0, "int64")
    held = question.table.mutate(begins=begins, ends=ibis.coalesce(ended, NEVER), fee=fee)
    return Subscribed(Question(source, held), paid, cut_off, selection.since)


def spans(first: date, last: date, period: str) -> tuple[Span, ...]:
    """The periods from the one that holds `first` to the one that holds the cut-off `last`.

    The last one is unfinished where the data end before its last day.

    Raises:
        BadOption: there are more than `MOST_PERIODS`.
    """
    months = LENGTHS[period]
    place = (first.year * 12 + first.month - 1) // months
    most = (last.year * 12 + last.month - 1) // months - place + 1
    if most > MOST_PERIODS:
        raise BadOption(
            f"The dates run from {first} to {last}, which is {most:,} periods. Check the dates, "
            "choose a cut-off day (--observed), or a longer period."
        )
    found = []
    for here in range(place, place + most):
        end = _day((here + 1) * months) - timedelta(days=1)
        found.append(Span(_day(here * months), min(end, last), end <= last))
    return tuple(found)


def states(contracts: ir.Table, periods: Sequence[Span], *, by: str | None = None) -> ir.Table:
    """One row a period and customer who was there at its start or at its end. Lazy.

    Fees of contracts that overlap add up. With a segment, a customer counts once a period: in the
    value at its start, or at its end for who was not there at the start. Of several contracts at
    once, the one with the highest fee says the value, of equal ones the first by name.

    Args:
        contracts: what `subscribed` keeps, and the segment column.
        periods: at least one.
        by: the table's name of a segment column; None for no segment.

    Returns:
        Columns `customer`, `period` (its first day), `value` (with `by`), `at_start`, `at_end` (0
        or 1), `first` (the customer's first day in the data), `before`, `after` (fee at the start
        and at the end, int64).
    """
    whose = ibis.window(group_by=contracts.customer)
    value = {} if by is None else {"value": contracts[by].fill_null(BLANK)}
    held = contracts.select(
        "customer", "begins", "ends", "fee", **value, first=contracts.begins.min().over(whose)
    )
    book = portable.book(
        [
            {"period": one.start, "eve": one.start - timedelta(days=1), "last": one.last}
            for one in periods
        ],
        {"period": "date", "eve": "date", "last": "date"},
    )
    met = held.join(book, [held.begins <= book["last"], held.ends > book.eve])
    start, end = _there(met, met.eve), _there(met, met["last"])
    met = met.filter(start | end)
    keys = ["customer", "period", *value]
    sums = met.group_by(*keys).agg(
        at_start=portable.flag(start).max(),
        at_end=portable.flag(end).max(),
        first=met["first"].min(),
        before=ibis.ifelse(start, met.fee, 0).sum().cast("int64"),
        after=ibis.ifelse(end, met.fee, 0).sum().cast("int64"),
    )
    return sums if by is None else _one_value(sums)


def _one_value(sums: ir.Table) -> ir.Table:
    """A customer's rows of one period as one, with the value that says most."""
    order = [sums.at_start.desc(), sums.before.desc(), sums.after.desc(), sums.value.asc()]
    mine = ibis.window(group_by=[sums.customer, sums.period], order_by=order)
    placed = sums.mutate(chosen=sums.value.first().over(mine))
    whole = placed.group_by("customer", "period", value=placed.chosen)
    return whole.agg(
        at_start=placed.at_start.max(),
        at_end=placed.at_end.max(),
        first=placed["first"].min(),
        before=placed.before.sum().cast("int64"),
        after=placed.after.sum().cast("int64"),
    )


def _there(contracts: ir.Table, day: ir.DateValue) -> ir.BooleanValue:
    """Whether a contract is there at the close of a day."""
    return (contracts.begins <= day) & (contracts.ends > day)


def _unreadable(table: ir.Table, role: str) -> ir.BooleanValue:
    """Cells of a date that may be blank hold something, but no date."""
    problem = table[f"{role}_problem"]
    known = (f"{role} is blank", f"{role} has the code ")
    return problem.notnull() & ~ibis.or_(*(problem.startswith(words) for words in known))


def _day(months: int) -> date:
    """First day of a month counted from year 0."""
    return date(months // 12, months % 12 + 1, 1)
