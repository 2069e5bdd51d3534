"""From which day to which each contract ran, and up to which day its customer was watched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.tables.contracts import UNITS, last_day
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

STILL_THERE = ("ended is blank", "ended has the code ")
"""How the problem of an end begins that only means that the contract still runs."""


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """Rows with `customer`, `day` (of the start), `until`, `watched` and `open`.

    `until` is the last day on which the contract is known to have run. Up to `watched` it is known
    whether it ran; `open` is 1 where it still ran then. A file without customers has one a row.
    `cut_off` is the day up to which the data are whole.
    """

    question: Question
    cut_off: date


def running(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    cut_off: date | None = None,
    unit: str = "month",
) -> Running:
    """Contracts from `started` and `ended`, else from `started`, `duration` and `churned`.

    A contract runs on the day it ends, too. Contracts that began after the cut-off, that ended
    before they began, or whose customers were watched only from some time after the start (those
    who left before are not in the file) are left out.

    Args:
        source: subscriptions.
        selection: filters; days act on the start.
        cut_off: the day up to which the data are whole; None for the last one in the whole file.
        unit: day, week, month or year: the unit of `duration`, where there is no end.

    Raises:
        BadOption: there is no start, or neither an end nor a duration with its outcome.
        NotEnoughData: the file holds no readable date.
    """
    source.require("started")
    if source.has("ended"):
        return _from_ends(source, selection, cut_off or last_day(source))
    source.require("duration", "churned")
    return _from_durations(source, selection, cut_off, UNITS[unit])


def _from_ends(source: Source, selection: Selection, cut_off: date) -> Running:
    table = source.table
    start, end, watched = table.started.date(), table.ended.date(), ibis.literal(cut_off)
    open_end = ibis.or_(*(table.ended_problem.startswith(words) for words in STILL_THERE))
    rules: list[Rule] = [
        (table.ended_problem.notnull() & ~open_end, table.ended_problem),
        ((end < start).fill_null(False), say("ended before it started")),
        *_late(source, cut_off),
    ]
    seen: ir.DateValue = watched
    if source.has("observed"):
        seen = ibis.least(watched, ibis.coalesce(table.observed.date(), watched))
        rules.append(((start > seen).fill_null(False), say("last observed before it started")))
    left = (end <= seen).fill_null(False)
    question = ask(source, selection, roles=["started"], time="started", rules=rules)
    return Running(_marked(question, left, end, seen, cut_off), cut_off)


def _from_durations(
    source: Source, selection: Selection, cut_off: date | None, days: float
) -> Running:
    table = source.table
    lasted = (table.duration * days).floor().cast("int64")
    end = (table.started.date() + lasted.as_interval("D")).cast("date")
    last = cut_off or table.agg(last=end.max()).to_pyarrow()["last"][0].as_py()
    if last is None:
        hint = "Check which columns bear started and duration, and how their cells are written."
        raise NotEnoughData("A cohort table", have=0, need=1, unit="dated contract", hint=hint)
    seen = ibis.least(end, ibis.literal(last))
    left = (table.churned == 1).fill_null(False) & (end <= ibis.literal(last)).fill_null(False)
    roles = ["started", "duration", "churned"]
    rules = [
        ((table.duration < 0).fill_null(False), say("ended before it started")),
        *_late(source, last),
    ]
    question = ask(source, selection, roles=roles, time="started", rules=rules)
    return Running(_marked(question, left, end, seen, last), last)


def _late(source: Source, cut_off: date) -> list[Rule]:
    """Rows that began after the data end, or were watched only from after their start."""
    table = source.table
    start = table.started.date()
    rules: list[Rule] = [
        (
            (start > ibis.literal(cut_off)).fill_null(False),
            say("started after {day}", day=cut_off),
        )
    ]
    if source.has("entered"):
        late = (table.entered.date() > start).fill_null(False)
        rules.append((late, say("watched only from some time after it started")))
    return rules


def _marked(
    question: Question, left: ir.BooleanValue, end: ir.DateValue, seen: ir.DateValue, cut_off: date
) -> Question:
    table = question.table
    own = table.customer if question.source.has("customer") else table.row.cast("string")
    marked = table.mutate(
        customer=ibis.coalesce(own, table.row.cast("string")),
        until=ibis.ifelse(left, end, seen),
        watched=ibis.ifelse(left, ibis.literal(cut_off), seen),
        open=ibis.ifelse(left, 0, 1),
    )
    return Question(question.source, marked)
