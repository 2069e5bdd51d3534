"""What moved customers and recurring money: waterfalls, and tables period by period."""

from __future__ import annotations

from collections.abc import Sequence

from cxlib.charts.chart import Axis, Cell, Chart, Kind, Point, Series, Table
from cxlib.charts.rates import plan_notes, rates_method
from cxlib.charts.scores import Look
from cxlib.charts.words import interval, number
from cxlib.columns.numbers import MONEY
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.metrics.revenue import Rate, Rates, rates
from cxlib.stats.revenue import Movement, RevenueBook

SMALL_MONEY = 1000
"""Sums of money below this are written with cents."""


def waterfall_method() -> str:
    """What moves customers and money from the start of a period to its end."""
    return say(
        "From the close of the day before the period to the close of its last day. New: never "
        "there before; returned: there before, but not at the start; expansion and contraction: "
        "customers there at both who pay more or less. Contracts of a customer add up, so a change "
        "of plan is no loss. Periods are added up: who was lost and came back counts in both."
    )


def money_waterfall(movement: Movement, look: Look, *, period: str) -> Chart:
    """Recurring money from the start to the end, step by step; n is the customers of each step.

    Args:
        movement: with money; of one period, or bridged over several.
        look: names.
        period: what the movement covers, in words.
    """
    money = movement.money
    if money is None:
        raise ValueError("This movement has no money.")
    steps = (
        (say("New"), money.new, movement.new),
        (say("Returned"), money.returned, movement.returned),
        (say("Expansion"), money.expansion, movement.expanded),
        (say("Contraction"), -money.contraction, movement.contracted),
        (say("Lost"), -money.lost, movement.lost),
    )
    scale = max(money.start, money.end) / MONEY
    form = ",.2f" if scale < SMALL_MONEY else ",.0f"
    return Chart(
        kind=Kind.WATERFALL,
        title=say(
            "Recurring money, {period}: from {start} to {end} a month",
            period=period,
            start=number(money.start / MONEY, form),
            end=number(money.end / MONEY, form),
        ),
        labels=(say("At the start"), *(name for name, _, _ in steps), say("At the end")),
        series=_falls(
            say("Recurring money"),
            Point(money.start / MONEY, n=movement.start),
            [Point(value / MONEY, n=n) for _, value, n in steps],
            Point(money.end / MONEY, n=movement.end),
        ),
        axis=Axis(say("Recurring money a month"), form=form),
        subtitle=look.selection,
        method=waterfall_method(),
        source=look.source,
        n=movement.start + movement.new + movement.returned,
    )


def customer_waterfall(movement: Movement, look: Look, *, period: str) -> Chart:
    """Customers from the start to the end, step by step.

    Args:
        movement: of one period, or bridged over several.
        look: names.
        period: what the movement covers, in words.
    """
    steps = (
        (say("New"), movement.new),
        (say("Returned"), movement.returned),
        (say("Lost"), -movement.lost),
    )
    return Chart(
        kind=Kind.WATERFALL,
        title=say(
            "Customers, {period}: from {start} to {end}",
            period=period,
            start=number(movement.start, ",d"),
            end=number(movement.end, ",d"),
        ),
        labels=(say("At the start"), *(name for name, _ in steps), say("At the end")),
        series=_falls(
            say("Customers"),
            Point(movement.start, n=movement.start),
            [Point(value, n=abs(value)) for _, value in steps],
            Point(movement.end, n=movement.end),
        ),
        axis=Axis(say("Customers"), form=",.0f"),
        subtitle=look.selection,
        method=waterfall_method(),
        source=look.source,
        n=movement.start + movement.new + movement.returned,
    )


def customer_table(book: RevenueBook, look: Look, *, period: str) -> Chart:
    """Customers by what moved them, one row a period, the latest first."""
    rows: list[tuple[Cell, ...]] = []
    for one, name in _dated(book, look, period):
        movement = one.movement
        counts = (movement.start, movement.new, movement.returned, movement.lost, movement.end)
        rows.append((name, *counts, *_shown(one.retention)))
    columns = (
        say("Period"),
        say("At the start"),
        say("New"),
        say("Returned"),
        say("Lost"),
        say("At the end"),
        say("Customers kept"),
        say("Interval"),
    )
    return _table(
        book, look, say("Customers period by period"), columns, rows, ("", *[",d"] * 5, ".1%", "")
    )


def money_table(book: RevenueBook, look: Look, *, period: str) -> Chart:
    """Recurring money by what moved it, one row a period, the latest first; the file has fees."""
    rows: list[tuple[Cell, ...]] = []
    for one, name in _dated(book, look, period):
        money = one.movement.money
        if money is None:
            raise ValueError("These movements have no money.")
        sums = (
            money.start,
            money.new,
            money.returned,
            money.expansion,
            money.contraction,
            money.lost,
            money.end,
        )
        cells = (value / MONEY for value in sums)
        rows.append(
            (name, one.movement.start, *cells, *_shown(one.gross), *_shown(one.net), one.quick)
        )
    columns = (
        say("Period"),
        say("Customers at the start"),
        say("At the start"),
        say("New"),
        say("Returned"),
        say("Expansion"),
        say("Contraction"),
        say("Lost"),
        say("At the end"),
        "GRR",
        say("Interval of GRR"),
        "NRR",
        say("Interval of NRR"),
        say("In for each 1 out"),
    )
    forms = ("", ",d", *[",.0f"] * 7, ".1%", "", ".1%", "", ",.2f")
    return _table(book, look, say("Recurring money period by period"), columns, rows, forms)


def _falls(name: str, start: Point, steps: Sequence[Point], end: Point) -> tuple[Series, Series]:
    """Levels and signed steps over the same labels."""
    gap = Point(None)
    levels = (start, *(gap for _ in steps), end)
    return Series(name, levels), Series(say("Change"), (gap, *steps, gap))


def _dated(book: RevenueBook, look: Look, period: str) -> list[tuple[Rates, str]]:
    """Rates with the name of their period, the latest first."""
    found = []
    for span, one in zip(book.periods, book.of(), strict=True):
        name = period_label(span.start, period)
        if not span.finished:
            name = say("{period} (not complete)", period=name)
        found.append((rates(one, level=look.level), name))
    return found[::-1]


def _shown(rate: Rate | None) -> tuple[Cell, Cell]:
    """A rate and its interval in words."""
    if rate is None:
        return None, None
    return rate.value, interval(Point(rate.value, rate.low, rate.high), ".1%") or None


def _table(
    book: RevenueBook,
    look: Look,
    title: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    forms: tuple[str, ...],
) -> Chart:
    return Chart(
        kind=Kind.TABLE,
        title=title,
        subtitle=look.subtitle(),
        method=f"{waterfall_method()} {rates_method()}",
        source=look.source,
        n=sum(one.start for one in book.of()),
        level=look.level,
        table=Table(columns, tuple(rows), forms),
        notes=plan_notes(book),
    )
