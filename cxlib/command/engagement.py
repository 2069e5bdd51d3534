"""`engagement`: active customers, sessions, comings and goings, clicks."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

import click

from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked
from cxlib.command.funnel_steps import funnel_results, funnel_tables, steps_of
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.running import command
from cxlib.command.score_check import score_result, score_tables
from cxlib.command.shown import (
    UNKNOWN,
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
from cxlib.command.values import Amount
from cxlib.engine.portable import PERIODS
from cxlib.metrics.click_rate import GroupRate, group_rates
from cxlib.metrics.day_means import day_mean
from cxlib.metrics.engagement import (
    active_customers,
    session_figures,
    stickiness_of,
    visit_figures,
)
from cxlib.metrics.lifecycle import lifecycle
from cxlib.stats.engaged import EventBook, read_engagement
from cxlib.stats.groups import TOTAL, Group

MINUTES = 30
LATEST = 14
"""Days that the table for people shows."""
LENGTHS = ("n", "median_seconds", "median_low", "median_high", "quartiles")
SESSION = (
    *LENGTHS,
    *("unknown", "unknown_share", "unknown_low", "unknown_high", "mean_events", "median_events"),
)
MOVES = (
    *("period", "new", "returning", "resurrected", "dormant", "quick_ratio", "whole"),
    *("quick_low", "quick_high"),
)
RATE = ("shown", "clicked", "share", "low", "high")
CTR = (*RATE, "customers", "design_effect", "clustered_low", "clustered_high")


@command(
    *READING,
    *FILTERS,
    BY,
    CONFIDENCE,
    click.option(
        "--period",
        type=click.Choice(PERIODS),
        default="month",
        show_default=True,
        help="Periods of new, returning, resurrected and dormant customers.",
    ),
    click.option(
        "--gap",
        type=Amount(low=0, open_ends=True, like="such as 30."),
        default=MINUTES,
        show_default=True,
        help="Minutes without an event that end a session, where the file does not number them.",
    ),
    click.option(
        "--funnel", metavar="A,B,...", help="Events in order: how many customers come how far."
    ),
    click.option(
        "--within",
        type=Amount(low=0, open_ends=True, like="such as 7."),
        help="Days from the first step of the funnel within which the others have to come.",
    ),
    click.option(
        "--score",
        is_flag=True,
        help="Check an engagement score of 28 days against who came back in the last 28.",
    ),
    kinds=("events",),
)
def engagement(
    asked: Asked, *, gap: float, funnel: str | None, within: float | None, score: bool
) -> Answer:
    """Active customers by day, sessions, comings and goings, clicks.

    WAU and MAU cover the 7 and 30 days that end with a day.
    """
    asked.source.require("customer", "happened")
    asked.require_days("happened")
    steps = steps_of(funnel, within)
    period = asked.request.period or "month"
    book = read_engagement(
        asked.source,
        period=period,
        selection=asked.selection,
        by=asked.by,
        gap=max(1, round(gap * 60)),
    )
    rates = {one.group: one for one in group_rates(book.clicks, level=asked.request.level)}
    start = min(row[0] for row in book.moves[TOTAL].moves)
    funnels = funnel_results(asked, steps, within) if steps else {}
    checked = score_result(asked) if score else None
    results = tuple(
        _result(book, group, period, start, rates.get(group), level=asked.request.level)
        | {"funnel": funnels.get(group), "score": checked if group == TOTAL else None}
        for group in in_order(book.gaps)
    )
    return Answer(
        command="engagement",
        sources=(asked.rows(book.coverage),),
        columns=asked.columns(
            "customer", "happened", *_used(book), *(("event",) if steps or score else ())
        ),
        options={"period": period, "gap": gap, "sessions": _sessions_by(book)},
        results=results,
        tables=(
            *_tables(results, period, asked.request.level),
            *funnel_tables(funnels),
            *score_tables(checked),
        ),
        notes=(*asked.notes, *_notes(book, results)),
    )


def _result(
    book: EventBook,
    group: Group,
    period: str,
    start: date,
    clicks: GroupRate | None,
    *,
    level: float,
) -> Result:
    days = active_customers(book.gaps[group], first=book.first, last=book.last)
    moves = lifecycle(book.moves[group], period=period, first=start, last=book.last, level=level)
    sticky = day_mean(stickiness_of(days), level=level)
    daily = day_mean([day.dau for day in days], level=level)
    rate = clicks.rate if clicks else None
    sessions = (
        session_figures(book.sessions[group], level=level) if group in book.sessions else None
    )
    visits = visit_figures(book.visits.get(group, ()), level=level)
    return {
        **group_fields(group),
        "days": [asdict(day) for day in days],
        "stickiness": sticky.mean,
        "stickiness_low": sticky.low,
        "stickiness_high": sticky.high,
        "dau": asdict(daily),
        "sessions": _picked(sessions, SESSION) if sessions else None,
        "visits": asdict(visits) if visits else None,
        "active_days": [{"days": d, "customers": n} for d, n in book.active_days.get(group, ())],
        "lifecycle": [_picked(one, MOVES) for one in moves],
        "ctr": _picked(rate, CTR) if rate else None,
        "p_value": clicks.p_value if clicks else None,
        "p_adjusted": clicks.p_adjusted if clicks else None,
    }


def _picked(value: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(value, name) for name in names}


def _used(book: EventBook) -> tuple[str, ...]:
    sessions = ("session",) if book.numbered else ()
    return (*sessions, *(("shown", "clicked") if book.clicks else ()))


def _sessions_by(book: EventBook) -> str:
    return "number" if book.numbered else "gap"


def _tables(results: tuple[Result, ...], period: str, level: float) -> tuple[Table, ...]:
    total = results[0]
    days = Table(
        f"Active customers, last {LATEST} days",
        ("day", "day", "7 days", "30 days", "stickiness"),
        tuple(
            (
                str(one["day"]),
                f"{one['dau']:,}",
                _count(one["wau"]),
                _count(one["mau"]),
                UNKNOWN if one["stickiness"] is None else f"{one['stickiness']:.1%}",
            )
            for one in total["days"][-LATEST:]
        ),
    )
    names = MOVES[1:5]
    moves = Table(
        f"Customers by {period}",
        (period, *names, "quick ratio"),
        tuple(
            (
                str(one["period"]),
                *(_count(one[name]) for name in names),
                UNKNOWN if one["quick_ratio"] is None else f"{one['quick_ratio']:.2f}",
            )
            for one in total["lifecycle"]
        ),
    )
    rows = [one | {"period": None} | _flat(one) for one in results]
    head = interval_head(level)
    columns = [
        Column("stickiness", percent("stickiness")),
        Column("sessions", whole("n")),
        Column("median minutes", number("minutes", 1)),
        Column("one event", percent("unknown_share")),
        Column("events", number("mean_events", 1)),
        Column("visits", number("visits_median", 1)),
        Column("clicked", percent("share")),
        Column(head, interval("clustered_low", "clustered_high", "{:.1%}")),
        Column("p adjusted", p_value("p_adjusted")),
    ]
    return days, moves, results_table(rows, columns, title="Sessions and clicks")


def _flat(result: Result) -> Result:
    """The figures of sessions, visits and clicks side by side."""
    sessions, ctr, visits = result["sessions"] or {}, result["ctr"] or {}, result["visits"]
    seconds = sessions.get("median_seconds")
    return {
        **sessions,
        **ctr,
        "minutes": None if seconds is None else seconds / 60,
        "visits_median": visits["median"] if visits else None,
    }


def _count(value: int | None) -> str:
    return UNKNOWN if value is None else f"{value:,}"


def _notes(book: EventBook, results: tuple[Result, ...]) -> list[str]:
    notes = [
        "WAU and MAU are not known on the first 6 and 29 days. Customers from before the data "
        "begin count as new when first seen."
    ]
    total = results[0]
    sessions = total["sessions"]
    if sessions and sessions["unknown"]:
        notes.append(
            f"{sessions['unknown']:,} of {sessions['n']:,} sessions have one event: their length "
            "is not known and not counted as zero."
        )
    if book.unnumbered:
        notes.append(f"{book.unnumbered:,} events have no session number and are in no session.")
    if not total["lifecycle"][-1]["whole"]:
        notes.append("The last period is unfinished: its dormant customers may still come.")
    sums = book.clicks.get(TOTAL)
    if sums is not None and sums.clicked > sums.shown:
        notes.append(
            f"More was clicked ({sums.clicked:,}) than shown ({sums.shown:,}), so there is no "
            "click-through rate; check the columns shown and clicked."
        )
    elif total["ctr"] and (total["ctr"]["design_effect"] or 0) > 1:
        notes.append(
            "Low and high of the click-through rate take every showing as independent; "
            "clustered_low and clustered_high count customers, who click alike each time."
        )
    return notes
