"""`silence`: who has fallen silent, where no contract says who left."""

from __future__ import annotations

from dataclasses import asdict

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.running import command
from cxlib.command.shown import (
    Column,
    Table,
    interval,
    interval_head,
    p_value,
    percent,
    results_table,
    whole,
)
from cxlib.command.values import Amount, Count, Numbers
from cxlib.errors import NotEnoughData
from cxlib.models.alive_beside import AliveBeside, alive_beside
from cxlib.models.purchase_fit import fit_purchases
from cxlib.models.silence import (
    PERCENTILE,
    RULES,
    GroupSilence,
    Share,
    Silence,
    SilentAt,
    Threshold,
    silence_of,
    threshold_of,
)
from cxlib.stats.asked import read_purchase_book
from cxlib.stats.gaps import read_gaps
from cxlib.stats.groups import TOTAL

MODEL, WEEK = "mbg-nbd", 7.0
TIMES = "30,90,180,365"
NAMES = ("time", "survival", "low", "high", "at_risk")


@command(
    *READING,
    *FILTERS,
    BY,
    CONFIDENCE,
    click.option(
        "--threshold",
        type=Count(most=36_500),
        help="Days of silence after which a customer counts as inactive; from the data by default.",
    ),
    click.option(
        "--percentile",
        type=Amount(low=0, high=1, open_ends=True, like="such as 0.95."),
        default=PERCENTILE,
        show_default=True,
        help="Share of the gaps that end which have ended at the threshold from the data.",
    ),
    click.option(
        "--rule",
        type=click.Choice(RULES),
        default=RULES[0],
        show_default=True,
        help="Gaps still open count as censored (open), or not at all (ended: too short).",
    ),
    click.option(
        "--at",
        type=Numbers(),
        default=TIMES,
        show_default=True,
        help="Days since the first activity at which to show who is still active.",
    ),
    kinds=("transactions", "events"),
)
def silence(
    asked: Asked, *, threshold: int | None, percentile: float, rule: str, at: tuple[float, ...]
) -> Answer:
    """Who has been silent for longer than a threshold, and how often that alarm is false.

    There is no contract, so nobody told us that they left: silence is not yet churn.
    """
    role = "happened" if asked.source.mapping.kind == "events" else "ordered"
    asked.source.require("customer", role)
    asked.require_days(role)
    table = read_gaps(asked.source, selection=asked.selection, by=asked.by)
    gaps = in_order(table.gaps)
    chosen = (
        threshold_of(gaps[TOTAL], percentile=percentile, rule=rule)
        if threshold is None
        else Threshold(threshold, "given")
    )
    found = silence_of(gaps, chosen, level=asked.request.level)
    beside, notes = _alive(asked, chosen.days)
    results = tuple(_result(one, at) for one in found.groups)
    results[0].update(
        sensitivity=[_flat(one) for one in found.sensitivity],
        alive=asdict(beside) if beside else None,
    )
    return Answer(
        command="silence",
        sources=(asked.rows(table.coverage),),
        columns=asked.columns("customer", role),
        options={**asdict(chosen), "at": at, "end": table.end},
        results=results,
        tables=_tables(results, found, asked.request.level),
        notes=(
            *asked.notes,
            f"Inactive for more than {chosen.days} days (no contract: nobody told us they left).",
            *found.notes,
            *notes,
        ),
    )


def _alive(asked: Asked, days: int) -> tuple[AliveBeside | None, tuple[str, ...]]:
    """P(alive) beside the threshold, for transactions; else None, with the reason if there is one.

    MBG/NBD, because BG/NBD takes every customer with one purchase to be alive.
    """
    if asked.source.mapping.kind != "transactions":
        return None, ()
    try:
        book = read_purchase_book(asked.source, selection=asked.selection)
        fit = fit_purchases(book.histories, model=MODEL, unit_days=WEEK)
    except NotEnoughData as reason:
        return None, (str(reason),)
    found = alive_beside(fit, book.histories, days)
    note = (
        f"Of all customers, new ones too, {found.not_silent:.1%} are not silent; the purchase "
        f"model ({MODEL}) expects {found.alive:.1%} to be still there. They agree on "
        f"{found.agree:.1%} of the customers."
    )
    return found, (note, *found.notes)


def _result(one: GroupSilence, at: tuple[float, ...]) -> Result:
    rows = [one.curve.at(time) for time in at] if one.curve is not None else []
    return {
        **group_fields(one.group),
        **_flat(one.at),
        "own_gap": _share(one.own),
        "p_value": one.p_value,
        "p_adjusted": one.p_adjusted,
        "at": [{name: getattr(row, name) for name in NAMES} for row in rows],
    }


def _flat(one: SilentAt) -> Result:
    returned = one.returned
    return {
        "threshold": one.threshold.days,
        "rule": one.threshold.rule,
        "percentile": one.threshold.percentile,
        "customers": one.silent.n + one.too_new,
        "n": one.silent.n,
        "silent": one.silent.count,
        "share": one.silent.share,
        "low": one.silent.low,
        "high": one.silent.high,
        "too_new": one.too_new,
        "false_alarms": {
            "returned": returned.count,
            "alarms": returned.n,
            "share": returned.share,
            "low": returned.low,
            "high": returned.high,
            "back": one.back,
            "back_low": one.back_low,
            "back_high": one.back_high,
        },
    }


def _share(share: Share) -> Result:
    return {
        "silent": share.count,
        "n": share.n,
        "share": share.share,
        "low": share.low,
        "high": share.high,
    }


def _tables(results: tuple[Result, ...], found: Silence, level: float) -> tuple[Table, ...]:
    head = interval_head(level)
    flat = [
        one | {"false": one["false_alarms"]["share"], "own": one["own_gap"]["share"]}
        for one in results
    ]
    columns = (
        Column("customers", whole("customers")),
        Column("watched longer", whole("n")),
        Column("silent", whole("silent")),
        Column("share", percent("share")),
        Column(head, interval("low", "high", "{:.1%}")),
        Column("known false alarms", percent("false")),
        Column("beyond own longest gap", percent("own")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    rows = tuple(
        (
            f"{one.threshold.days:,}" + (" *" if one.threshold == found.threshold else ""),
            "-" if one.threshold.percentile is None else f"{one.threshold.percentile:.0%}",
            f"{one.silent.n:,}",
            f"{one.silent.count:,}",
            "-" if one.silent.share is None else f"{one.silent.share:.1%}",
            "-" if one.returned.share is None else f"{one.returned.share:.1%}",
            "-" if one.back is None else f"{one.back:.1%}",
        )
        for one in found.sensitivity
    )
    names = (
        "days",
        "of ending gaps",
        "watched",
        "silent",
        "share",
        "known false",
        "back within as long",
    )
    return (
        results_table(flat, columns, title=f"Silent for more than {found.threshold.days} days"),
        Table("Other thresholds (* chosen)", names, rows),
    )
