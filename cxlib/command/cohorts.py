"""`cohorts`: the share of each starting group that was active again, period by period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.running import command
from cxlib.command.shown import UNKNOWN, Table, p_words
from cxlib.command.values import Numbers
from cxlib.engine.portable import PERIODS
from cxlib.metrics.cohort_trend import CohortTrend, cohort_trends
from cxlib.metrics.cohorts import Cell, Cohort, cohort_table, mean_row
from cxlib.stats.cohort_grid import MOST, Clock, CohortGrid, Rule
from cxlib.stats.cohorts import CohortBook, read_cohorts
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.contracts import UNITS

FURTHEST = 12
TREND, MEAN = "trend of newer cohorts", "weighted mean of the cohorts"


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
        "--clock",
        type=click.Choice([clock.value for clock in Clock]),
        default=Clock.CALENDAR.value,
        show_default=True,
        help="Periods of the calendar, or windows of 24 hours, 7 or 30 days from each customer's "
        "own first moment.",
    ),
    click.option(
        "--offsets",
        type=Numbers(whole=True),
        default=str(FURTHEST),
        show_default=True,
        help="How many periods on, or the distances; for brackets the edges, such as 1,3,6,12.",
    ),
    click.option(
        "--unit",
        type=click.Choice(list(UNITS)),
        default="month",
        show_default=True,
        help="Unit of durations, for subscriptions that have no column for the end.",
    ),
    kinds=("transactions", "events", "subscriptions"),
)
def cohorts(
    asked: Asked, *, rule: str, clock: str, offsets: tuple[float, ...], unit: str
) -> Answer:
    """Who came back: customers by the period of their first activity.

    A customer with a contract is active in each period in which it runs on at least one day. A
    cell that the data do not cover to its end has no share; --until is the end of the data.
    """
    roles = _roles(asked)
    asked.source.require(*roles[:1])
    asked.require_days(*roles)
    period, level = asked.request.period or "month", asked.request.level
    grid = CohortGrid(period, _places(Rule(rule), offsets), Rule(rule), Clock(clock), unit)
    book = read_cohorts(asked.source, grid, selection=asked.selection, by=asked.by)
    tables = {
        group: cohort_table(counts, grid, end=book.end, level=level)
        for group, counts in in_order(book.counts).items()
    }
    tests: tuple[Result, ...] = ()
    shown: tuple[Table, ...] = ()
    total = tables.get(TOTAL, ())
    tested = total if asked.source.mapping.kind == "subscriptions" else total[1:]
    trends = cohort_trends(tested, period=period, level=level) if _fair(grid) else ()
    if asked.request.as_json:
        tests = tuple(_tests(trends, mean_row(total, level=level)))
    elif any(one.p_value is not None for one in trends):
        shown = (_trend_table(trends),)
    return Answer(
        command="cohorts",
        sources=(asked.rows(book.coverage),),
        columns=asked.columns("customer", *roles),
        options={"offsets": grid.offsets, "period": period, "end": book.end},
        results=tuple(_result(group, row) for group, rows in tables.items() for row in rows),
        tables=(*(_table(group, rows, grid, level) for group, rows in tables.items()), *shown),
        tests=tests,
        notes=(*asked.notes, *_notes(book, tables, trends), *_first(tested, total)),
    )


def _roles(asked: Asked) -> tuple[str, ...]:
    """The roles that date a row, the needed one first."""
    kind = asked.source.mapping.kind
    if kind == "subscriptions":
        asked.source.require("started")
        more = ("ended", "observed", "entered", "duration", "churned")
        return ("started", *(role for role in more if asked.source.has(role)))
    asked.source.require("customer")
    return ("happened",) if kind == "events" else ("ordered",)


def _fair(grid: CohortGrid) -> bool:
    """Whether all cohorts have had the same time for a cell."""
    return grid.rule is not Rule.ON_OR_AFTER


def _places(rule: Rule, offsets: tuple[float, ...]) -> tuple[int, ...]:
    whole = tuple(int(one) for one in offsets)
    if rule is not Rule.BRACKET and len(whole) == 1:
        return tuple(range(min(whole[0], 10 * MOST) + 1))
    return whole


def _tests(trends: tuple[CohortTrend, ...], mean: tuple[Cell, ...]) -> list[Result]:
    names = (
        "offset", "statistic", "degrees", "dispersion", "odds_ratio", "low", "high",
        "change", "change_low", "change_high", "p_value", "p_adjusted",
    )  # fmt: skip
    found: list[Result] = [
        {"name": TREND} | {name: getattr(one, name) for name in names}
        for one in trends
        if one.p_value is not None
    ]
    return found + [{"name": MEAN, **_cell(cell)} for cell in mean]


def _trend_table(trends: tuple[CohortTrend, ...]) -> Table:
    title = "Trend of newer cohorts (odds ratio from one cohort to the next)"
    head = ("offset", "cohorts", "odds ratio", "low", "high", "points", "p", "p adjusted")
    body = tuple(
        (
            str(one.offset),
            str(len(one.cohorts)),
            *(UNKNOWN if v is None else f"{v:.3f}" for v in (one.odds_ratio, one.low, one.high)),
            UNKNOWN if one.change is None else f"{100 * one.change:+.2f}",
            p_words(one.p_value),
            p_words(one.p_adjusted),
        )
        for one in trends
        if one.p_value is not None
    )
    return Table(title, head, body)


def _first(tested: tuple[Cohort, ...], total: tuple[Cohort, ...]) -> list[str]:
    """What to say where the first cohort is no cohort of new customers."""
    if len(tested) == len(total):
        return []
    return [
        f"The cohort of {total[0].start} also holds customers who began before the data do; it is "
        "in the table, but not in the test of a trend."
    ]


def _result(group: Group, row: Cohort) -> Result:
    cells = [_cell(cell) for cell in row.cells]
    about = group_fields(group) | {"period": row.start}
    return {**about, "cohort": row.start, "size": row.size, "cells": cells}


def _cell(cell: Cell) -> Result:
    names = ("offset", "active", "mature", "share", "low", "high")
    return {name: getattr(cell, name) for name in names}


def _table(group: Group, rows: tuple[Cohort, ...], grid: CohortGrid, level: float) -> Table:
    title = f"Share active, by {grid.period}s since the first one"
    if group.column:
        title = f"{group.column} = {group.value}: {title[0].lower()}{title[1:]}"
    head = (grid.period, "customers", *(str(low) for low, _ in grid.cells))
    customers = sum(row.size for row in rows)
    mean = ("mean", f"{customers:,}", *(_share(cell) for cell in mean_row(rows, level=level)))
    body = tuple(
        (row.start.isoformat(), f"{row.size:,}", *(_share(cell) for cell in row.cells))
        for row in rows
    )
    return Table(title, head, (mean, *body))


def _share(cell: Cell) -> str:
    if cell.share is None:
        return "" if cell.active is None else UNKNOWN
    return f"{cell.share:.1%}"


def _notes(
    book: CohortBook, tables: Mapping[Group, tuple[Cohort, ...]], trends: tuple[CohortTrend, ...]
) -> list[str]:
    notes = []
    cells: list[Any] = [cell for rows in tables.values() for row in rows for cell in row.cells]
    if any(cell.active is not None and not cell.mature for cell in cells):
        notes.append("Cells that the data do not cover to their end have no share.")
    notes.append(
        "The mean is weighted by mature customers: the share of all of them together. Its limits "
        "do not tell how cohorts differ."
    )
    if book.end > date.today():
        notes.append(
            f"The data end on {book.end}, which is still to come; until then everybody seems "
            "silent. Name the last day that is whole with --until."
        )
    if not _fair(book.grid):
        notes.append(
            "Shares of recent cohorts read low under on-or-after: their later activity is not "
            "yet in the data. So no trend of newer cohorts is tested."
        )
    elif all(one.p_value is None for one in trends):
        notes.append(
            "No trend of newer cohorts could be tested: that needs 4 cohorts that are over, and "
            "shares that are not all alike."
        )
    return notes
