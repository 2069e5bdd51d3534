"""`revenue`: customers and recurring money from the start of each period to its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import click

from cxlib.charts.rates import plan_notes, reading_notes
from cxlib.columns.numbers import MONEY
from cxlib.command.answer import Answer, Result
from cxlib.command.asked import Asked, values_of
from cxlib.command.grouped import group_fields, in_order
from cxlib.command.options import BY, CONFIDENCE, FILTERS, READING
from cxlib.command.retention import OBSERVED
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
from cxlib.metrics.revenue import (
    LAST,
    Rate,
    Rates,
    annual,
    bridged,
    finished,
    pooled,
    rates,
    segment_rates,
)
from cxlib.stats.groups import Group
from cxlib.stats.revenue import Movement, RevenueBook, read_revenue
from cxlib.tables.subscribed import LENGTHS

UNTESTED = dict.fromkeys(
    f"{rate}{name}" for rate in ("", "grr_", "nrr_") for name in ("p_value", "p_adjusted")
)


@command(
    *READING,
    *FILTERS,
    BY,
    CONFIDENCE,
    click.option("--period", type=click.Choice(list(LENGTHS)), default="month", show_default=True),
    OBSERVED,
    kinds=("subscriptions",),
)
def revenue(asked: Asked, *, observed: date | None) -> Answer:
    """Retention rates and recurring money: who and what stays, comes and goes, period by period.

    Of the customers at the start of a period: the share kept, and the recurring money kept without
    (GRR) and with (NRR) what some pay more. A result without a period holds the last 12 full
    periods together: movements added up, rates pooled. --since is the first start of a period,
    --until a cut-off.
    """
    asked.require_days("started", "ended", "observed", "entered")
    for column in asked.by:
        values_of(asked.source, column)
    period = asked.request.period or "month"
    book = read_revenue(
        asked.source, period=period, selection=asked.selection, by=asked.by, observed=observed
    )
    level = asked.request.level
    tests = _p_values(book, asked.by, level)
    results = tuple(one | tests.get(group, UNTESTED) for group, one in _results(book, level))
    return Answer(
        command="revenue",
        sources=(asked.rows(book.coverage),),
        columns=asked.columns("customer", "started", "ended", "entered", "fee"),
        options={"period": period, "observed": book.observed},
        results=results,
        tables=_tables(results, level, paid=book.paid),
        notes=(
            *asked.notes,
            *_notes(book, period, level),
            *reading_notes(
                filtered=bool(asked.selection.where), watched=asked.source.has("observed")
            ),
        ),
    )


def _results(book: RevenueBook, level: float) -> Iterator[tuple[Group, Result]]:
    """The last full periods of every group together, and each of its periods."""
    whole = dict.fromkeys(Group(group.column, group.value) for group in book.movements)
    parts = {group: finished(book, group, last=LAST) for group in whole}
    every: dict[Group, tuple[Movement, ...]] = {group: parts[group] for group in whole}
    every |= {group: (movement,) for group, movement in book.movements.items()}
    ended = {span.start: span.finished for span in book.periods}
    for group, movements in in_order(every).items():
        together, bridge = pooled(movements), bridged(movements)
        if together is not None and bridge is not None:
            told = _moved(bridge, movements[-1]) | _told(rates(together, level=level))
            ends = True if group.period is None else ended[group.period]
            about = {"periods": len(movements), "finished": ends, "n": together.start}
            yield group, {**group_fields(group), **about, **told}


def _moved(movement: Movement, last: Movement) -> Result:
    """Customers and money by what moved them; no money where the file tells no fees.

    The end is that of the last period: who changes their value meanwhile is in another group then.
    """
    money, end = movement.money, last.money
    customers: Result = {
        "customers_start": movement.start,
        "lost": movement.lost,
        "new": movement.new,
        "returned": movement.returned,
        "expanded": movement.expanded,
        "contracted": movement.contracted,
        "customers_end": last.end,
    }
    names = {
        "money_start": "start",
        "expansion": "expansion",
        "contraction": "contraction",
        "new_money": "new",
        "returned_money": "returned",
        "lost_money": "lost",
    }
    sums = {
        name: None if money is None else getattr(money, whose) / MONEY
        for name, whose in names.items()
    }
    if money is None:
        customers |= {"expanded": None, "contracted": None}
    return customers | sums | {"money_end": None if end is None else end.end / MONEY}


def _told(found: Rates) -> Result:
    """The rates with their limits; the first has `low` and `high` alone."""
    pairs: tuple[tuple[str, str, Rate | None], ...] = (
        ("retention", "", found.retention),
        ("grr", "grr_", found.gross),
        ("nrr", "nrr_", found.net),
    )
    told: Result = {}
    for name, before, rate in pairs:
        told |= {
            name: rate.value if rate else None,
            f"{before}low": rate.low if rate else None,
            f"{before}high": rate.high if rate else None,
        }
    return told | {"quick_ratio": found.quick}


def _p_values(book: RevenueBook, by: Iterable[str], level: float) -> dict[Group, Result]:
    """What the tests of each segment value against the others say, by group."""
    return {
        one.group: {
            f"{before}{name}": values[place]
            for place, before in enumerate(("", "grr_", "nrr_"))
            for name, values in (("p_value", one.p_values), ("p_adjusted", one.p_adjusted))
        }
        for column in dict.fromkeys(by)
        for one in segment_rates(book, column, last=LAST, level=level)
    }


def _notes(book: RevenueBook, period: str, level: float) -> list[str]:
    notes = list(plan_notes(book))
    if any(group.column for group in book.movements):
        notes.append(
            f"In a group, a customer counts in the value at the start of each {period}. Who "
            "changes it is in another group afterwards, so over several periods the movements of "
            "a group need not add up to its end; those of all customers do."
        )
    recent = finished(book, last=LAST)
    if not book.periods[-1].finished:
        notes.append(
            f"The last {period} is not complete: the data end on {book.observed}. It is in no "
            "average and no test."
        )
    if len(recent) > 1:
        notes.append(
            f"All: the last {len(recent)} full {period}s together; rates are pooled, a customer "
            "counts once in each."
        )
    together = pooled(recent)
    kept = rates(together, level=level).retention if together else None
    if kept is not None and period != "year":
        notes.append(
            f"At one constant rate, {kept.value:.1%} a {period} would leave "
            f"{annual(kept, period).value:.1%} after a year; those who stay are the more loyal "
            "ones, so more usually are left. Use the command retention for that."
        )
    if not book.paid:
        notes.append("No column is known as 'fee', so only customers are counted (--map fee=...).")
    return notes


def _tables(results: tuple[Result, ...], level: float, *, paid: bool) -> tuple[Table, ...]:
    head = interval_head(level)
    customers = (
        Column("start", whole("customers_start")),
        Column("new", whole("new")),
        Column("returned", whole("returned")),
        Column("lost", whole("lost")),
        Column("end", whole("customers_end")),
        Column("kept", percent("retention")),
        Column(head, interval("low", "high", "{:.1%}")),
        Column("p (adjusted)", p_value("p_adjusted"), always=False),
    )
    money = (
        Column("start", number("money_start")),
        Column("new", number("new_money")),
        Column("returned", number("returned_money")),
        Column("expansion", number("expansion")),
        Column("contraction", number("contraction")),
        Column("lost", number("lost_money")),
        Column("end", number("money_end")),
        Column("GRR", percent("grr")),
        Column(head, interval("grr_low", "grr_high", "{:.1%}")),
        Column("p (adjusted)", p_value("grr_p_adjusted"), always=False),
        Column("NRR", percent("nrr")),
        Column(head, interval("nrr_low", "nrr_high", "{:.1%}")),
        Column("p (adjusted)", p_value("nrr_p_adjusted"), always=False),
    )
    found = [results_table(results, customers, title="Customers")]
    if paid:
        found.append(results_table(results, money, title="Recurring money a month"))
    return tuple(found)
