"""`service`: how fast tickets are answered and solved, with open ones counted fairly."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from cxlib.columns.business_hours import BusinessHours, business_hours
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.desk import contact_fields, desk_fields, queue_table
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import USUAL
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    Table,
    interval,
    interval_head,
    number,
    p_value,
    percent,
    results_table,
    whole,
)
from cxlib.command.values import Numbers
from cxlib.errors import BadOption
from cxlib.models.service import Service, Speed, measure_name
from cxlib.models.service import service as measure_speed
from cxlib.stats.desk import FIRST_CONTACT_DAYS, DeskBook, read_desk
from cxlib.stats.groups import Group
from cxlib.stats.waits import Waits, read_waits
from cxlib.tables.statuses import LAST, NONE, Statuses
from cxlib.tables.ticket_log import LOG, is_log

SLA = "4,24,72"


class Days(click.ParamType[tuple[date, ...]]):
    """Days with commas between them, or a file with one on each line."""

    name = "DAYS"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, ...]:
        """The days."""
        del param, ctx
        if isinstance(value, tuple):
            return value
        text = str(value)
        path = Path(text)
        if "," not in text and path.is_file():
            text = ",".join(path.read_text(encoding="utf-8-sig").split())
        try:
            return tuple(date.fromisoformat(one.strip()) for one in text.split(",") if one.strip())
        except ValueError as reason:
            raise BadOption(
                f"--holidays needs days such as 2026-12-25,2026-12-26, or a file with one on each "
                f"line; it has something else: {reason}."
            ) from None


class Words(click.ParamType[tuple[str, ...]]):
    """Statuses with commas between them."""

    name = "STATUS,..."

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The statuses, trimmed."""
        del param, ctx
        return tuple(one.strip() for one in str(value).split(",") if one.strip())


@command(
    *USUAL,
    click.option(
        "--sla", type=Numbers(), default=SLA, show_default=True, help="Hours for shares within."
    ),
    click.option(
        "--business-hours",
        "hours",
        metavar="HOURS",
        help='When the team works: "Mon-Fri 09:00-17:00 Europe/Paris". All hours count by default.',
    ),
    click.option(
        "--holidays", type=Days(), default=(), help="Days off: 2026-12-25,... or a file of them."
    ),
    click.option(
        "--solved-status",
        "solved_status",
        type=Words(),
        help="Statuses of a log in which a ticket is over; by default guessed by their words, or "
        "by what most tickets end with.",
    ),
    click.option(
        "--waiting-status",
        "waiting_status",
        type=Words(),
        help="Statuses of a log in which the team waits for the customer.",
    ),
    kinds=("tickets",),
)
def service(
    asked: Asked,
    *,
    sla: tuple[float, ...],
    hours: str | None,
    holidays: tuple[date, ...],
    solved_status: tuple[str, ...] | None,
    waiting_status: tuple[str, ...] | None,
) -> Answer:
    """How fast tickets are answered and solved, in hours.

    Open tickets count as waiting up to the last moment in the file. With --period, tickets are
    grouped by the period of their creation.
    """
    asked.require_days("created", "first_replied", "solved", "changed")
    period = asked.request.period or "month"
    times = _business(hours, holidays)
    statuses = Statuses(solved_status, waiting_status)
    waits = read_waits(
        asked.source,
        selection=asked.selection,
        by=asked.by,
        period=asked.request.period,
        hours=times,
        statuses=statuses,
    )
    desk = read_desk(
        asked.source,
        period=period,
        selection=asked.selection,
        by=asked.by,
        hours=times,
        statuses=statuses,
    )
    lives = {measure: in_order(groups) for measure, groups in waits.lives.items()}
    found = measure_speed(lives, within=sla, level=asked.request.level)
    return Answer(
        command="service",
        sources=(asked.rows(waits.coverage),),
        columns=asked.columns(*_roles(asked)),
        options={
            "sla": sla,
            "business_hours": hours,
            "holidays": holidays,
            "observed": waits.seen.isoformat(),
            "solved_status": waits.statuses.solved if waits.statuses else None,
            "waiting_status": waits.statuses.waiting if waits.statuses else None,
        },
        results=_results(found, desk, period, asked.request.level),
        tables=(
            *_tables(found, sla, asked.request.level),
            queue_table(desk, period),
        ),
        tests=_tests(found),
        notes=(*asked.notes, *found.notes, *_notes(asked, waits, desk)),
    )


def _results(found: Service, desk: DeskBook, period: str, level: float) -> tuple[Result, ...]:
    """The waits of every group; at the time to solve also what became of the tickets."""
    contacts = contact_fields(desk, level)
    results = []
    for measure, groups in found.speeds.items():
        for group in groups:
            one = _result(found, measure, group)
            if measure == "solve" and group in contacts:
                one |= contacts[group]
            if measure == "solve" and group.is_total:
                one |= desk_fields(desk, period, level)
            results.append(one)
    return tuple(results)


def _business(text: str | None, holidays: tuple[date, ...]) -> BusinessHours | None:
    if text is None and holidays:
        raise BadOption(
            "--holidays needs --business-hours: without them every hour of every day counts."
        )
    return None if text is None else business_hours(text, holidays)


def _roles(asked: Asked) -> tuple[str, ...]:
    usual = ("created", "ticket", "first_replied", "solved")
    return (*usual, *LOG[1:]) if is_log(asked.source) else usual


def _result(found: Service, measure: str, group: Group) -> Result:
    one = found.speeds[measure][group]
    names = ("n", "open", "median", "median_low", "median_high", "p90", "p90_low", "p90_high")
    within = ("hours", "share", "low", "high", "naive")
    p, adjusted = found.p_values.get((measure, group), (None, None))
    return {
        **group_fields(group),
        "measure": measure,
        **{name: getattr(one, name) for name in names},
        "naive_median": one.naive_median,
        "within": [{name: getattr(row, name) for name in within} for row in one.within],
        "p_value": p,
        "p_adjusted": adjusted,
    }


def _tables(found: Service, sla: tuple[float, ...], level: float) -> tuple[Table, ...]:
    tables = []
    for measure, groups in found.speeds.items():
        rows = [_shown(found, measure, group, one) for group, one in groups.items()]
        head = interval_head(level)
        columns = [
            Column("tickets", whole("n"), always=True),
            Column("open", whole("open"), always=True),
            Column("median", number("median", 1), always=True),
            Column(head, interval("median_low", "median_high", "{:,.1f}")),
            Column("90th percentile", number("p90", 1), always=True),
            *(Column(f"within {time:g} h", percent(f"within {time:g}")) for time in sla),
            Column("p adjusted", p_value("p_adjusted")),
        ]
        title = f"{measure_name(measure).capitalize()}, hours"
        tables.append(results_table(rows, columns, title=title))
    return tuple(tables)


def _shown(found: Service, measure: str, group: Group, one: Speed) -> Result:
    shares: dict[str, Any] = {f"within {row.hours:g}": row.share for row in one.within}
    return _result(found, measure, group) | shares


def _tests(found: Service) -> tuple[Result, ...]:
    return tuple(
        {
            "name": "log-rank",
            "measure": one.measure,
            "column": one.column,
            "period": one.period,
            "statistic": one.result.statistic,
            "degrees": one.result.degrees,
            "p_value": one.result.p_value,
        }
        for one in found.tests
    )


def _notes(asked: Asked, waits: Waits, desk: DeskBook) -> list[str]:
    notes = []
    if waits.statuses is not None:
        notes += _log_notes(waits.statuses)
    if desk.contacts:
        again = " nor a new ticket of the customer" if desk.customers else ""
        notes.append(
            f"One contact was enough where no reopening{again} followed within "
            f"{FIRST_CONTACT_DAYS} days of the solution; later solutions do not count yet."
        )
    if asked.selection.dated and desk.flow:
        notes.append("The queue holds the tickets created in the chosen days only.")
    if "solve" not in waits.lives:
        notes.append("No column says when a ticket was solved; --map solved=COLUMN names it.")
    return notes


def _log_notes(statuses: Statuses) -> list[str]:
    """How a log is read, and what was guessed of its statuses."""
    ends = ", ".join(statuses.solved or ())
    begin = "Each row is a change of a ticket's status: a ticket begins at its first row and is "
    if statuses.how == NONE:
        return [
            f"{begin}never solved: no status is known to end it. Name one with --solved-status."
        ]
    notes = [f"{begin}solved where its last status is one that ends it: {ends}."]
    if statuses.how == LAST:
        notes.append(
            f"No status is named like an end. Guessed by what tickets end with: {ends}. Name "
            "others with --solved-status."
        )
    if not statuses.waiting:
        notes.append(
            "No status is known to wait for the customer, so that the wait of the agent is not "
            "known; --waiting-status names one."
        )
    return notes
