"""How long each customer stayed, from dates or from durations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

UNITS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
"""Days in one unit."""
OPEN_END = ("ended is blank", "ended has the code ")
"""How the problem of an end begins that only means that the customer is still there."""


@dataclass(frozen=True, slots=True, eq=False)
class Contracts:
    """Rows with `duration` (float64) and `event` (int64, 1 = left).

    `dated` says whether durations are whole days between dates (and are still to be divided by
    the unit), or already counted in the file's own unit. `observed` is the cut-off day.
    """

    question: Question
    dated: bool
    observed: date | None


def contracts(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    observed: date | None = None,
    dated: bool = False,
) -> Contracts:
    """Contracts from `started` and `ended`, else from `duration` and `churned`.

    With dates, a customer whose end is blank or after the cut-off is still there at the cut-off
    (censored). Contracts that began after the cut-off, or ended before they began, are left out.

    Args:
        source: subscriptions.
        selection: filters; days act on the start.
        observed: the cut-off day; None for the last date in the whole file.
        dated: whether the day of the start is needed (as `day`) where durations are given.

    Raises:
        BadOption: neither pair of roles has columns.
        NotEnoughData: the file holds no readable date.
    """
    if source.has("started") and source.has("ended"):
        return _from_dates(source, selection, observed)
    if not (source.has("duration") and source.has("churned")):
        shown = ", ".join(source.columns[:12]) + (", ..." if len(source.columns) > 12 else "")
        raise BadOption(
            f"'{source.name}' needs either started and ended, or duration and churned. Choose "
            f"the columns on the Data page, or with --map ROLE=COLUMN; it has: {shown}."
        )
    if observed is not None:
        raise BadOption(
            f"A cut-off day (--observed) needs start and end dates; '{source.name}' has durations."
        )
    time = "started" if selection.dated or dated else None
    question = ask(source, selection, roles=["duration", "churned"], time=time)
    table = question.table.mutate(event=question.table.churned)
    return Contracts(Question(source, table), dated=False, observed=None)


def last_day(source: Source) -> date:
    """The last date in the whole file: the day up to which customers were watched.

    Raises:
        NotEnoughData: no date role has a readable cell.
    """
    moments = [role for role in ("started", "ended", "observed") if source.has(role)]
    table = source.table
    found = table.agg(**{role: table[role].date().max() for role in moments}).to_pyarrow()
    days: list[date] = [found[role][0].as_py() for role in moments if found[role][0].is_valid]
    if not days:
        raise NotEnoughData(
            "Retention",
            have=0,
            need=1,
            unit="readable date",
            hint="Check which columns bear started and ended, and how their dates are written.",
        )
    return max(days)


def _from_dates(source: Source, selection: Selection, observed: date | None) -> Contracts:
    cut_off = observed or last_day(source)
    table = source.table
    start, end = table.started.date(), table.ended.date()
    watched = ibis.literal(cut_off)
    rules: list[Rule] = [
        (_unreadable_end(table.ended_problem), table.ended_problem),
        ((end < start).fill_null(False), say("ended before it started")),
        ((start > watched).fill_null(False), say("started after {day}", day=cut_off)),
    ]
    seen = watched
    if source.has("observed"):
        seen = ibis.least(watched, ibis.coalesce(table.observed.date(), watched))
        rules.append(((start > seen).fill_null(False), say("last observed before it started")))
    question = ask(source, selection, roles=["started"], time="started", rules=rules)
    left = (end <= seen).fill_null(False)
    days = portable.days_between(start, ibis.ifelse(left, end, seen)).cast("float64")
    marked = question.table.mutate(duration=days, event=portable.flag(left))
    return Contracts(Question(source, marked), dated=True, observed=cut_off)


def _unreadable_end(problem: ir.StringValue) -> ir.BooleanValue:
    """Cells of the end that hold something, but no date: whether they left cannot be known."""
    open_end = ibis.or_(*(problem.startswith(words) for words in OPEN_END))
    return problem.notnull() & ~open_end
