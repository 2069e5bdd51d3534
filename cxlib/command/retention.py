"""`retention`: survival curves, medians and restricted means, by group and period of the start."""

from __future__ import annotations

from datetime import date

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import USUAL
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
from cxlib.models.retention import GroupRetention, Retention
from cxlib.models.retention import retention as survive
from cxlib.stats.asked import LifeTable, read_life_table
from cxlib.tables.contracts import UNITS

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


@command(
    *USUAL,
    UNIT,
    OBSERVED,
    click.option("--at", type=Numbers(), default=TIMES, show_default=True, help="Times to show."),
    click.option(
        "--tau",
        type=Amount(low=0, open_ends=True, like="such as 12."),
        help="End of the window of the restricted mean; the last of --at where it is reached.",
    ),
    kinds=("subscriptions",),
)
def retention(
    asked: Asked, *, unit: str, observed: date | None, at: tuple[float, ...], tau: float | None
) -> Answer:
    """How long customers stay: the share still there after each time, medians, tests.

    With --period, customers are grouped by the period in which they started.
    """
    table = read_lives_of(asked, observed)
    lives = in_order(table.in_units(UNITS[unit]))
    found = survive(lives, times=at, tau=tau, level=asked.request.level)
    results = tuple(_result(one) for one in found.groups)
    return Answer(
        command="retention",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns(*life_roles(asked)),
        options={"at": at, "tau": results[0]["tau"], "observed": table.observed},
        results=results,
        tables=_tables(results, unit, asked.request.level),
        tests=_tests(found),
        notes=(*asked.notes, *found.notes),
    )


def read_lives_of(asked: Asked, observed: date | None) -> LifeTable:
    """The event tables that a request asks for."""
    source = asked.source
    if source.has("started") and source.has("ended"):
        asked.require_days("started", "ended", "observed")
    elif asked.needs_days:
        asked.require_days("started")
    return read_life_table(
        source,
        selection=asked.selection,
        by=asked.by,
        period=asked.request.period,
        observed=observed,
    )


def life_roles(asked: Asked) -> tuple[str, ...]:
    """The roles that tell how long customers stayed."""
    if asked.source.has("started") and asked.source.has("ended"):
        return ("customer", "started", "ended", "observed")
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


def _tests(found: Retention) -> tuple[Result, ...]:
    return tuple(
        {
            "name": "log-rank",
            "column": test.column,
            "period": test.period,
            "statistic": test.result.statistic,
            "degrees": test.result.degrees,
            "p_value": test.result.p_value,
        }
        for test in found.tests
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
