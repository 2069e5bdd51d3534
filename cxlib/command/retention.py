"""`retention`: survival curves, medians and restricted means, by group and period of the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import click

from cxlib.columns.choices import JOIN
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import USUAL
from cxlib.command.retention_tests import TESTS, pair_tables, tests_of, weights_of
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    Table,
    group_words,
    interval,
    interval_head,
    limits,
    number,
    p_value,
    results_table,
    whole,
)
from cxlib.command.values import Amount, Day, Numbers
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.models.retention import GroupRetention
from cxlib.models.retention import retention as survive
from cxlib.stats.asked import LifeTable, read_life_table
from cxlib.tables.contracts import UNITS, read_repeated_contracts
from cxlib.tables.source import Source
from cxlib.tables.stays import GAP

TIMES = "1,3,6,12"
LIFE_UNITS = ("day", "week", "month")

UNIT = click.option(
    "--unit",
    type=click.Choice(LIFE_UNITS),
    default="month",
    show_default=True,
    help="Unit of time; durations given as numbers are taken to be in it.",
)
OBSERVED = click.option(
    "--observed",
    type=Day(),
    help="The day up to which customers were watched; the last date in the file by default.",
)
RECORDS = click.option(
    "--records-from",
    type=Day(),
    help="The day on which the records begin, where customers who left before it are not in the "
    "file; who started earlier counts only from then on.",
)
JOINED = click.option(
    "--join",
    is_flag=True,
    help=f"Contracts of a customer at most {GAP} days apart are one stay.",
)


@command(
    *USUAL,
    UNIT,
    OBSERVED,
    RECORDS,
    JOINED,
    click.option("--at", type=Numbers(), default=TIMES, show_default=True, help="Times to show."),
    click.option(
        "--tau",
        type=Amount(low=0, open_ends=True, like="such as 12."),
        help="End of the window of the restricted mean; the last of --at where it is reached.",
    ),
    *TESTS,
    kinds=("subscriptions",),
)
def retention(
    asked: Asked, *, unit: str, observed: date | None, at: tuple[float, ...], **more: Any
) -> Answer:
    """How long customers stay: the share still there after each time, medians, tests.

    With --period, customers are grouped by the period in which they started.
    """
    table = read_lives_of(
        asked, observed, records_from=more["records_from"], join=bool(more["join"])
    )
    lives = in_order(table.in_units(UNITS[unit]))
    weights = weights_of(more["test"], more["early"], more["late"])
    found = survive(lives, times=at, tau=more["tau"], level=asked.request.level, weights=weights)
    results = tuple(_result(one) for one in found.groups)
    return Answer(
        command="retention",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns(*life_roles(asked)),
        options={"at": at, "tau": results[0]["tau"], "observed": table.observed},
        results=results,
        tables=(*_tables(results, unit, asked.request.level), *pair_tables(found)),
        tests=tests_of(found),
        notes=(*asked.notes, *stay_notes(asked, table), *found.notes),
    )


def read_lives_of(
    asked: Asked,
    observed: date | None,
    *,
    records_from: date | None = None,
    join: bool = False,
) -> LifeTable:
    """The event tables that a request asks for.

    Raises:
        BadOption: contracts without dates or customers were to be joined.
    """
    source = joined_source(asked) if join else asked.source
    if source.has("started") and source.has("ended"):
        asked.require_days("started", "ended", "observed", "entered")
    elif asked.needs_days:
        asked.require_days("started")
    return read_life_table(
        source,
        selection=asked.selection,
        by=asked.by,
        period=asked.request.period,
        observed=observed,
        records_from=records_from,
    )


def joined_source(asked: Asked) -> Source:
    """The source with contracts of a customer that follow on one another as one stay.

    Raises:
        BadOption: the file lacks the customer or a date.
    """
    source = asked.source
    if not all(source.has(role) for role in ("customer", "started", "ended")):
        raise BadOption(
            f"--join needs customer, started and ended; '{source.name}' lacks one of them. "
            "Name the columns with --map ROLE=COLUMN, or leave --join out."
        )
    return replace(source, mapping=source.mapping.with_choice("stays", JOIN))


def life_roles(asked: Asked) -> tuple[str, ...]:
    """The roles that tell how long customers stayed."""
    if asked.source.has("started") and asked.source.has("ended"):
        return ("customer", "started", "ended", "observed", "entered")
    return ("customer", "duration", "churned", *asked.dated("started"))


def _result(one: GroupRetention) -> Result:
    curve, mean = one.curve, one.mean
    names = ("time", "survival", "low", "high", "at_risk")
    return {
        **group_fields(one.group),
        "n": curve.n,
        "events": curve.deaths,
        "median": curve.median,
        "median_low": curve.median_low,
        "median_high": curve.median_high,
        "tau": one.tau,
        "rmst": mean.value if mean else None,
        "rmst_low": mean.low if mean else None,
        "rmst_high": mean.high if mean else None,
        "at": [{name: getattr(row, name) for name in names} for row in one.at],
        "p_value": one.p_value,
        "p_adjusted": one.p_adjusted,
    }


def joined_notes() -> tuple[str, ...]:
    """That contracts are joined, and how."""
    return (say("Contracts of a customer at most {days} days apart count as one stay.", days=GAP),)


def stay_notes(asked: Asked, table: LifeTable) -> tuple[str, ...]:
    """What became of several contracts of one customer."""
    if table.joined:
        return joined_notes()
    customers, contracts = read_repeated_contracts(asked.source)
    if not customers:
        return ()
    return (
        say(
            "{customers} customers have {contracts} contracts, and each counts by itself; --join "
            "makes contracts that follow on one another one stay.",
            customers=customers,
            contracts=contracts,
        ),
    )


def _tables(results: tuple[Result, ...], unit: str, level: float) -> tuple[Table, ...]:
    tau = results[0]["tau"]
    window = f"mean of the first {tau:.4g}" if tau else "mean"
    stays = (
        Column("n", whole("n")),
        Column("left", whole("events")),
        Column(f"median ({unit}s)", number("median", 1)),
        Column(interval_head(level), interval("median_low", "median_high", "{:,.1f}")),
        Column(window, number("rmst")),
        Column(interval_head(level), interval("rmst_low", "rmst_high")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    head = ("", *(f"after {row['time']:g}" for row in results[0]["at"]))
    curve = tuple((group_words(one), *(_share(row) for row in one["at"])) for one in results)
    return (
        results_table(results, stays),
        Table(f"Share still there, by {unit}s since the start", head, curve),
    )


def _share(row: Result) -> str:
    if row["survival"] is None:
        return "-"
    known = limits(row["low"], row["high"], "{:.1%}")
    return f"{row['survival']:.1%}" + (f" ({known})" if row["low"] is not None else "")
