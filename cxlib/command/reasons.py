"""`reasons`: why customers leave, the reasons competing with each other, by group."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked, values_of
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.retention import (
    JOINED,
    OBSERVED,
    RECORDS,
    TIMES,
    UNIT,
    joined_notes,
    joined_source,
    life_roles,
)
from cxlib.command.running import command
from cxlib.command.shown import (
    UNKNOWN,
    Column,
    Table,
    group_words,
    interval,
    interval_head,
    limits,
    number,
    p_words,
    percent,
    results_table,
    text,
    whole,
)
from cxlib.command.values import Amount, Numbers
from cxlib.models.aalen_johansen import TimeLost
from cxlib.models.leaving import GroupLeaving, Leaving, leaving, overstated
from cxlib.stats.groups import TOTAL
from cxlib.stats.reasons import OTHER, ReasonTable, read_reasons
from cxlib.tables.contracts import UNITS

NAMES = ("time", "incidence", "low", "high", "at_risk")


@command(
    *READING,
    *FILTERS,
    BY,
    CONFIDENCE,
    UNIT,
    OBSERVED,
    RECORDS,
    JOINED,
    click.option("--at", type=Numbers(), default=TIMES, show_default=True, help="Times to show."),
    click.option(
        "--tau",
        type=Amount(low=0, open_ends=True, like="such as 12."),
        help="End of the window of the time lost; the last of --at where it is reached.",
    ),
    kinds=("subscriptions",),
)
def reasons(
    asked: Asked, *, unit: str, observed: date | None, at: tuple[float, ...], **more: Any
) -> Answer:
    """Why customers leave: the share gone for each reason by each time, and the time lost to it.

    The reasons compete: who left for one can no longer leave for another.
    """
    source = joined_source(asked) if more["join"] else asked.source
    source.require("reason")
    if source.has("started") and source.has("ended"):
        asked.require_days("started", "ended", "observed", "entered")
    elif asked.needs_days:
        asked.require_days("started")
    for column in asked.by:
        values_of(source, column)
    table = read_reasons(
        source,
        selection=asked.selection,
        by=asked.by,
        observed=observed,
        records_from=more["records_from"],
    )
    leavings = in_order(table.in_units(UNITS[unit]))
    found = leaving(leavings, times=at, tau=more["tau"], level=asked.request.level)
    results = tuple(_result(one, reason) for one in found.groups for reason, _ in one.at)
    return Answer(
        command="reasons",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns(*life_roles(asked), "reason"),
        options={"at": at, "tau": found.total.tau, "observed": table.observed, "unit": unit},
        results=results,
        tables=_tables(found, results, unit, asked.request.level),
        tests=_tests(found),
        notes=(
            *asked.notes,
            *(joined_notes() if more["join"] else ()),
            *_notes(table, found, at, unit, leavings[TOTAL].longest),
        ),
    )


def _result(one: GroupLeaving, reason: str) -> Result:
    curve, lost = one.found.curve(reason), one.lost_to(reason)
    rows = next(rows for why, rows in one.at if why == reason)
    return {
        **group_fields(one.group),
        "reason": reason,
        "n": one.found.n,
        "left": curve.left if curve else 0,
        "at": [{name: getattr(row, name) for name in NAMES} for row in rows],
        "tau": one.tau,
        **_lost(one, lost),
    }


def _lost(one: GroupLeaving, lost: TimeLost | None) -> Result:
    """Time lost; 0 without limits for a reason that nobody of the group left for."""
    if lost is not None:
        return {"lost": lost.value, "lost_low": lost.low, "lost_high": lost.high}
    known = one.tau is not None and one.found.reaches(one.tau)
    return {"lost": 0.0 if known else None, "lost_low": None, "lost_high": None}


def _tests(found: Leaving) -> tuple[Result, ...]:
    return tuple(
        {
            "name": "gray",
            "column": test.column,
            "reason": test.reason,
            "statistic": test.share.statistic,
            "degrees": test.share.degrees,
            "p_value": test.share.p_value,
            "p_adjusted": test.share_adjusted,
            "log_rank_p_value": test.rate,
            "log_rank_p_adjusted": test.rate_adjusted,
        }
        for test in found.tests
        if test.share is not None
    )


def _notes(
    table: ReasonTable, found: Leaving, at: tuple[float, ...], unit: str, longest: float
) -> list[str]:
    notes = list(found.notes)
    if table.rare:
        names = ", ".join(f"{reason} ({n})" for reason, n in table.rare[:5])
        more = f" and {len(table.rare) - 5} more" if len(table.rare) > 5 else ""
        notes.append(f"'{OTHER}' stands for {len(table.rare)} rarer reasons: {names}{more}.")
    known = [time for time in at if time <= longest]
    total = table.in_units(UNITS[unit])[TOTAL]
    naive = overstated(total, known[-1]) if known else None
    if naive is not None:
        notes.append(
            f"1 - Kaplan-Meier for each reason, the others as censored, would add up to "
            f"{naive.summed:.1%} gone after {naive.time:g} {unit}s; {naive.gone:.1%} have gone."
        )
    return notes


def _tables(
    found: Leaving, results: tuple[Result, ...], unit: str, level: float
) -> tuple[Table, ...]:
    tau = found.total.tau
    columns = (
        Column("reason", text("reason")),
        Column("n", whole("n")),
        Column("left", whole("left")),
        Column(f"{unit}s lost before {tau:.4g}" if tau else "time lost", number("lost")),
        Column(interval_head(level), interval("lost_low", "lost_high")),
    )
    times = [row["time"] for row in results[0]["at"]]
    head = ("", "reason", *(f"after {time:g}" for time in times))
    rows = tuple(
        (group_words(one), one["reason"], *(_share(row) for row in one["at"])) for one in results
    )
    tests = tuple(
        (test.column, test.reason, p_words(test.share_adjusted), p_words(test.rate_adjusted))
        for test in found.tests
    )
    names = ("column", "reason", "p, share gone (Gray)", "p, rate of leaving (log-rank)")
    return (
        results_table(results, columns),
        Table(f"Share gone for the reason, by {unit}s since the start", head, rows, left=True),
        Table("Do groups differ? (p adjusted over the reasons)", names, tests, left=True),
    )


def _share(row: dict[str, Any]) -> str:
    if row["incidence"] is None:
        return UNKNOWN
    known = limits(row["low"], row["high"], "{:.1%}")
    return percent("incidence")(row) + (f" ({known})" if row["low"] is not None else "")
