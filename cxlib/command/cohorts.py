"""`cohorts`: the share of each starting group that was active again, period by period."""

from __future__ import annotations

from typing import Any

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.running import command
from cxlib.command.shown import UNKNOWN, Table
from cxlib.command.values import Numbers
from cxlib.engine.portable import PERIODS
from cxlib.metrics.cohorts import Cell, Cohort, Rule, check_offsets, cohort_table
from cxlib.stats.cohorts import read_cohorts
from cxlib.stats.groups import Group

FURTHEST = 12


@command(
    *READING,
    *FILTERS,
    BY,
    CONFIDENCE,
    click.option("--period", type=click.Choice(PERIODS), default="month", show_default=True),
    click.option(
        "--rule",
        type=click.Choice([rule.value for rule in Rule]),
        default=Rule.ON.value,
        show_default=True,
        help="What counts: active on the k-th period, on it or after, or between two edges.",
    ),
    click.option(
        "--offsets",
        type=Numbers(whole=True),
        default=str(FURTHEST),
        show_default=True,
        help="How many periods on, or the distances; for brackets the edges, such as 1,3,6,12.",
    ),
    kinds=("transactions", "events"),
)
def cohorts(asked: Asked, *, rule: str, offsets: tuple[float, ...]) -> Answer:
    """Who came back: customers by the period of their first activity.

    Periods follow the calendar. A cell that the data do not cover to its end has no share;
    --until is the end of the data.
    """
    time = "happened" if asked.source.mapping.kind == "events" else "ordered"
    asked.source.require("customer", time)
    asked.require_days(time)
    chosen, period = Rule(rule), asked.request.period or "month"
    places = _places(chosen, offsets)
    check_offsets(places, chosen)
    book = read_cohorts(
        asked.source,
        period=period,
        selection=asked.selection,
        by=asked.by,
        later=chosen is Rule.ON_OR_AFTER,
        edges=places if chosen is Rule.BRACKET else None,
    )
    tables = {
        group: cohort_table(
            counts,
            rule=chosen,
            period=period,
            offsets=places,
            end=book.end,
            level=asked.request.level,
        )
        for group, counts in in_order(book.counts).items()
    }
    return Answer(
        command="cohorts",
        sources=(asked.rows(book.coverage),),
        columns=asked.columns("customer", time),
        options={"offsets": places, "period": period, "end": book.end},
        results=tuple(_result(group, row) for group, rows in tables.items() for row in rows),
        tables=tuple(_table(group, rows, period) for group, rows in tables.items()),
        notes=(*asked.notes, *_notes(chosen, tables)),
    )


def _places(rule: Rule, offsets: tuple[float, ...]) -> tuple[int, ...]:
    whole = tuple(int(one) for one in offsets)
    if rule is not Rule.BRACKET and len(whole) == 1:
        return tuple(range(whole[0] + 1))
    return whole


def _result(group: Group, row: Cohort) -> Result:
    names = ("offset", "active", "mature", "share", "low", "high")
    cells = [{name: getattr(cell, name) for name in names} for cell in row.cells]
    about = group_fields(group) | {"period": row.start}
    return {**about, "cohort": row.start, "size": row.size, "cells": cells}


def _table(group: Group, rows: tuple[Cohort, ...], period: str) -> Table:
    title = f"Share active, by {period}s since the first one"
    if group.column:
        title = f"{group.column} = {group.value}: {title[0].lower()}{title[1:]}"
    head = (period, "customers", *(str(cell.offset) for cell in rows[0].cells))
    body = tuple(
        (row.start.isoformat(), f"{row.size:,}", *(_share(cell) for cell in row.cells))
        for row in rows
    )
    return Table(title, head, body)


def _share(cell: Cell) -> str:
    if cell.share is None:
        return "" if cell.active is None else UNKNOWN
    return f"{cell.share:.1%}"


def _notes(rule: Rule, tables: dict[Group, tuple[Cohort, ...]]) -> list[str]:
    notes = []
    cells: list[Any] = [cell for rows in tables.values() for row in rows for cell in row.cells]
    if any(cell.active is not None and not cell.mature for cell in cells):
        notes.append("Cells that the data do not cover to their end have no share.")
    if rule is Rule.ON_OR_AFTER:
        notes.append(
            "Shares of recent cohorts read low under on-or-after: their later activity is not "
            "yet in the data."
        )
    return notes
