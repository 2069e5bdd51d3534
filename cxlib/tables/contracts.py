"""How long each customer stayed, from dates or from durations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import ibis
import ibis.expr.types as ir

from cxlib.columns.choices import JOIN
from cxlib.columns.row_rules import ROW_PROBLEM
from cxlib.engine import portable
from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import SEGMENT, Source
from cxlib.tables.stays import BEGUN, ENTERED, UNTIL, UNUSABLE, join_stays, one_a_stay

UNITS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
"""Days in one unit."""
MOMENTS = ("started", "ended", "observed", "entered")
"""Roles that tell when a customer was watched."""
RECORDS = "day on which the records begin (--records-from)"


@dataclass(frozen=True, slots=True, eq=False)
class Contracts:
    """Rows with `duration` (float64) and `event` (int64, 1 = left).

    Where customers may have been watched only from some time after their start on, `entry`
    (float64) is that time, 0 for the others.

    Attributes:
        question: all rows of the file, those of several contracts of one stay included.
        dated: whether durations are whole days between dates (and are still to be divided by the
            unit), or already counted in the file's own unit.
        observed: the cut-off day; None without dates.
        joined: whether contracts of a customer that follow on one another are one stay.
    """

    question: Question
    dated: bool
    observed: date | None
    joined: bool = False

    @property
    def stays(self) -> ir.Table:
        """One row a stay: the rows used, or the first of each stay where contracts are joined."""
        return one_a_stay(self.question.kept) if self.joined else self.question.kept


def contracts(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    observed: date | None = None,
    records_from: date | None = None,
    dated: bool = False,
) -> Contracts:
    """Contracts from `started` and `ended`, else from `duration` and `churned`.

    With dates, a customer whose end is blank or after the cut-off is still there at the cut-off
    (censored). Contracts that began after the cut-off, or ended before they began, are left out.
    Where the records begin after a customer did, those who had left by then are unknown; so the
    customer counts only from then on (left truncation), and who left by then is left out.

    Where the mapping joins stays, filters and days act on the first contract of a stay.

    Args:
        source: subscriptions.
        selection: filters; days act on the start.
        observed: the cut-off day; None for the last date in the whole file.
        records_from: the day on which the records begin; None where they hold everybody. A column
            for the role `entered` says it for each customer; the later of the two counts.
        dated: whether the day of the start is needed (as `day`) where durations are given.

    Raises:
        BadOption: neither pair of roles has columns, or the records begin after the cut-off.
        NotEnoughData: the file holds no readable date.
    """
    if source.has("started") and source.has("ended"):
        return _from_dates(source, selection, observed, records_from)
    if not (source.has("duration") and source.has("churned")):
        shown = ", ".join(source.columns[:12]) + (", ..." if len(source.columns) > 12 else "")
        raise BadOption(
            f"'{source.name}' needs either started and ended, or duration and churned. Choose "
            f"the columns on the Data page, or with --map ROLE=COLUMN; it has: {shown}."
        )
    for option, day in (("cut-off day (--observed)", observed), (RECORDS, records_from)):
        if day is not None:
            raise BadOption(f"A {option} needs start and end dates; '{source.name}' has durations.")
    time = "started" if selection.dated or dated else None
    question = ask(source, selection, roles=["duration", "churned"], time=time)
    table = question.table.mutate(event=question.table.churned)
    return Contracts(Question(source, table), dated=False, observed=None)


def last_day(source: Source) -> date:
    """The last date in the whole file: the day up to which customers were watched.

    Raises:
        NotEnoughData: no date role has a readable cell.
    """
    moments = [role for role in MOMENTS if source.has(role)]
    table = source.table
    found = table.agg(**{role: table[role].max().date() for role in moments}).to_pyarrow()
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


def read_repeated_contracts(source: Source) -> tuple[int, int]:
    """How many customers have several contracts, and how many contracts those are.

    Without start and end dates contracts cannot follow on one another, and both are 0.
    """
    if not all(source.has(role) for role in ("customer", "started", "ended")):
        return 0, 0
    table = source.table
    known = table.customer.notnull() & table.started.notnull()
    if ROW_PROBLEM in table.columns:
        known &= table[ROW_PROBLEM].isnull()
    each = table.filter(known).group_by("customer").agg(n=portable.count())
    several = each.filter(each.n > 1)
    (row,) = (
        several.agg(customers=portable.count(), contracts=several.n.sum()).to_pyarrow().to_pylist()
    )
    return int(row["customers"]), int(row["contracts"] or 0)


def _from_dates(
    source: Source, selection: Selection, observed: date | None, records_from: date | None
) -> Contracts:
    cut_off = observed or last_day(source)
    if records_from is not None and records_from > cut_off:
        raise BadOption(
            f"The records begin on {records_from} (--records-from), after the cut-off day "
            f"{cut_off} (--observed), so that nobody was watched. Choose an earlier day."
        )
    rules = _rules(source.table, cut_off)
    together = source.mapping.choice("stays") == JOIN and source.has("customer")
    if together:
        whole = ask(source, EVERYTHING, roles=["started"], time="started", rules=rules)
        unusable = whole.table.rename({UNUSABLE: "reason"})
        asked = ask(
            replace(source, table=unusable),
            selection,
            roles=["started"],
            time="started",
            rules=rules,
        )
        table = join_stays(_terms(asked.table, cut_off, records_from), _last_told(source))
    else:
        asked = ask(source, selection, roles=["started"], time="started", rules=rules)
        table = _terms(asked.table, cut_off, records_from)
    days = portable.days_between(table[BEGUN], table[UNTIL])
    table = table.mutate(duration=days.cast("float64"))
    if ENTERED in table.columns:
        table = _with_entry(table)
    table = table.drop(*(one for one in (BEGUN, UNTIL, ENTERED) if one in table.columns))
    return Contracts(Question(source, table), dated=True, observed=cut_off, joined=together)


def _rules(table: ir.Table, cut_off: date) -> list[Rule]:
    """Why a contract with a readable start cannot be used."""
    start, end, watched = table.started.date(), table.ended.date(), ibis.literal(cut_off)
    rules: list[Rule] = [
        (_unreadable(table, "ended"), table.ended_problem),
        ((end < start).fill_null(False), say("ended before it started")),
        ((start > watched).fill_null(False), say("started after {day}", day=cut_off)),
    ]
    if "observed" in table.columns:
        seen = _seen(table, cut_off)
        rules.append(((start > seen).fill_null(False), say("last observed before it started")))
    if "entered" in table.columns:
        rules.append((_unreadable(table, "entered"), table.entered_problem))
    return rules


def _seen(table: ir.Table, cut_off: date) -> ir.DateValue:
    """The day up to which a customer was watched."""
    watched = ibis.literal(cut_off)
    if "observed" not in table.columns:
        return watched
    return ibis.least(watched, ibis.coalesce(table.observed.date(), watched))


def _terms(table: ir.Table, cut_off: date, records_from: date | None) -> ir.Table:
    """When each contract began and ended or was last seen, whether it ended, and the entry."""
    end, seen = table.ended.date(), _seen(table, cut_off)
    left = (end <= seen).fill_null(False)
    columns: dict[str, ir.Value] = {
        BEGUN: table.started.date(),
        UNTIL: ibis.ifelse(left, end, seen),
        "event": portable.flag(left),
    }
    entries: list[ir.DateValue] = []
    if records_from is not None:
        entries.append(ibis.literal(records_from))
    if "entered" in table.columns:
        entries.append(ibis.coalesce(table.entered.date(), table.started.date()))
    if entries:
        # Spark's greatest() wants two.
        columns[ENTERED] = ibis.greatest(*entries) if len(entries) > 1 else entries[0]
    return table.mutate(**columns)


def _with_entry(table: ir.Table) -> ir.Table:
    """With `entry`, and without those who were not watched for a day."""
    late = portable.days_between(table[BEGUN], table[ENTERED])
    table = table.mutate(entry=ibis.greatest(late, 0).cast("float64"))
    unseen = (table.entry > 0) & (table.entry >= table.duration)
    words = ibis.ifelse(
        table.event == 1,
        say("left by the day on which the records begin"),
        say("last seen by the day on which the records begin"),
    )
    reason = ibis.coalesce(table.reason, ibis.ifelse(unseen.fill_null(False), words, None))
    return table.mutate(reason=reason)


def _last_told(source: Source) -> tuple[str, ...]:
    """The file's columns that speak of the end of a contract: the reason for it."""
    column = source.mapping.column("reason")
    return () if column is None else (SEGMENT + column,)


def _unreadable(table: ir.Table, role: str) -> ir.BooleanValue:
    """Cells of a date that may be open hold something, but no date: what it was is unknown."""
    problem = table[f"{role}_problem"]
    blank = (f"{role} is blank", f"{role} has the code ")
    open_cell = ibis.or_(*(problem.startswith(words) for words in blank))
    return problem.notnull() & ~open_cell
