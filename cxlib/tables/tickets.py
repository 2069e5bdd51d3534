"""Support tickets with their waiting times, from a list of tickets or from a log of changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

import ibis
import ibis.expr.types as ir

from cxlib.columns.business_hours import BusinessHours
from cxlib.columns.problems import OPEN_END
from cxlib.engine import portable
from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.tables.hours import OFFSET, open_seconds, seconds
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import SEGMENT, Source
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses, read_statuses, settled
from cxlib.tables.ticket_log import LOG, changes_of, is_log, ticket_log

MOMENTS = ("created", "first_replied", "solved", "changed")
MEASURES = {"first_reply": "first_replied", "solve": "solved"}
"""Waiting times that end at a moment of their own."""
WAITS = {"requester_wait": "requester_seconds", "agent_wait": "agent_seconds"}
"""Waiting times that add up over the statuses of a log."""


@dataclass(frozen=True, slots=True, eq=False)
class Tickets:
    """Tickets and the clock their waiting times are read from.

    Attributes:
        question: the rows used and left out; of a log every change is a row.
        table: one row a ticket: `row`, `day` (of the creation), `created`, `solved` and
            `first_replied` where they are known, `reopened` likewise, `<moment>_s`: the seconds
            of each moment on the clock, `<moment>_wall`: those on the wall, and for a log
            `requester_seconds`, `agent_seconds` and `status`.
        seen: the last moment in the whole file: what is open was watched until then.
        seen_s: its seconds on the clock.
        seen_day: its day.
        measures: waiting times that the file can answer.
        hours: when the team works; None where the clock runs always.
        statuses: which statuses of a log mean what, and how that is known; None for a list.
    """

    question: Question
    table: ir.Table
    seen: datetime
    seen_s: int
    measures: tuple[str, ...]
    hours: BusinessHours | None
    statuses: Statuses | None

    @property
    def log(self) -> bool:
        """Whether the source is a log of changes."""
        return self.statuses is not None

    @property
    def seen_day(self) -> date:
        """The day of the last moment."""
        return self.seen.date()

    def waits(self, measure: str) -> ir.Table:
        """`table` with `duration` (seconds, float64) and `event` (1 where the wait is over).

        A wait that is not over was watched up to the last moment in the file.
        """
        table = self.table
        if measure in WAITS:
            over = table.solved.notnull()
            return table.mutate(
                duration=table[WAITS[measure]].cast("float64"), event=portable.flag(over)
            )
        role = MEASURES[measure]
        over = table[role].notnull()
        end = ibis.ifelse(over, table[f"{role}_s"], self.seen_s)
        waited = (end - table.created_s).cast("float64")
        return table.mutate(duration=waited, event=portable.flag(over))


def tickets(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    hours: BusinessHours | None = None,
    statuses: Statuses = DEFAULT_STATUSES,
) -> Tickets:
    """Tickets with a known creation that were not replied to or solved before it.

    A blank end is an open ticket; an end that holds something else than a moment leaves the row
    out, since whether the ticket is open cannot be known. Two queries find the clock's range, of
    a log one its statuses.

    Args:
        source: tickets, one a row, or a log of their changes (ticket, changed, status).
        selection: filters; days act on the creation.
        hours: when the team works, for waiting times in business hours.
        statuses: which statuses of a log mean solved and waiting for the customer.

    Raises:
        BadOption: neither a creation nor a log is there, or the log has none of the statuses.
        NotEnoughData: the file holds no readable moment.
    """
    log = is_log(source)
    if not (log or source.has("created")):
        shown = ", ".join(source.columns[:12]) + (", ..." if len(source.columns) > 12 else "")
        raise BadOption(
            f"'{source.name}' needs created, or the log of a ticket's changes: ticket, changed and "
            "status. Choose the columns on the Data page, or with --map ROLE=COLUMN; it has: "
            f"{shown}."
        )
    first, seen = _range(source)
    dated = source.has("created")
    source = _on_clock(source, hours, (first, seen))
    seen_s = _last_second(source)
    known = None
    if log:
        column = source.mapping.column("status") or "status"
        known = settled(read_statuses(changes_of(source), name=column), statuses)
        source = ticket_log(source, known, seen_s)
    ends = [role for role in MEASURES.values() if source.has(role)]
    rules = [] if log else [rule for role in ends for rule in _backwards(source, role)]
    roles = LOG if log else ()
    question = ask(source, selection, roles=roles, time="created", rules=rules)
    kept = question.kept
    table = _last_changes(kept) if log else kept
    found = tuple(measure for measure, role in MEASURES.items() if role in ends)
    if known is not None and not dated:
        # Without a status that waits for the customer, how long the agent waited is not known.
        found += tuple(WAITS) if known.waiting else ("requester_wait",)
    return Tickets(question, table, seen, seen_s, found, hours, known)


def _last_changes(kept: ir.Table) -> ir.Table:
    """The last change of each ticket."""
    back = ibis.window(group_by=kept.ticket, order_by=[kept.changed.desc(), kept.row.desc()])
    ranked = kept.mutate(_rank=ibis.row_number().over(back))
    return ranked.filter(ranked._rank == 0).drop("_rank")


def _range(source: Source) -> tuple[datetime, datetime]:
    """First and last moment in the whole file, whatever is left out."""
    asked: dict[str, ir.Scalar] = {}
    for role in _moments(source):
        asked |= {f"low_{role}": source.table[role].min(), f"high_{role}": source.table[role].max()}
    row = source.table.agg(**asked).to_pyarrow().to_pylist()[0]
    known = [moment for moment in row.values() if moment is not None]
    if not known:
        raise NotEnoughData(
            "Service speed",
            have=0,
            need=1,
            unit="readable moment",
            hint="Check which columns bear created and solved, and how their dates are written.",
        )
    return min(known), max(known)


def _on_clock(
    source: Source, hours: BusinessHours | None, ends: tuple[datetime, datetime]
) -> Source:
    """The source with `<role>_s`: the seconds of each moment, and `<role>_wall`."""
    table, known = source.table, _moments(source)
    if hours is None:
        both = {f"{role}_s": seconds(table[role]) for role in known}
        walls = {f"{role}_wall": seconds(table[role]) for role in known}
        return replace(source, table=table.mutate(**both, **walls))
    zoned = {}
    for role in known:
        cell = SEGMENT + (source.mapping.column(role) or "")
        has = table[cell].re_search(OFFSET) if cell in table.columns else ibis.literal(False)
        zoned[f"{role}_zoned"] = has.fill_null(False)
    days = (ends[0].date(), ends[1].date())
    table = open_seconds(
        table.mutate(**zoned), {role: f"{role}_s" for role in known}, hours, days=days
    )
    table = table.rename({f"{role}_wall": f"{role}_s_wall" for role in known})
    return replace(source, table=table.drop(*zoned))


def _moments(source: Source) -> list[str]:
    return [role for role in MOMENTS if source.has(role)]


def _last_second(source: Source) -> int:
    """The last second on the clock in the whole file."""
    names = [f"{role}_s" for role in _moments(source)]
    row = source.table.agg(**{name: source.table[name].max() for name in names}).to_pyarrow()
    return max(int(one) for one in row.to_pylist()[0].values() if one is not None)


def _backwards(source: Source, role: str) -> list[Rule]:
    table = source.table
    problem, column = table[f"{role}_problem"], source.mapping.column(role) or role
    cell = SEGMENT + column
    blank = problem.startswith(f"{role} is blank") | problem.startswith(f"{role} has the code ")
    if cell in table.columns:
        blank |= table[cell].lower().re_search(OPEN_END).fill_null(False)
    early = (table[role] < table.created).fill_null(False)
    said = {
        "first_replied": say("first reply before it was created"),
        "solved": say("solved before it was created"),
    }
    return [((problem.notnull() & ~blank), problem), (early, said[role])]
