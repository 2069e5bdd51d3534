"""Contracts and purchases period by period: churn, recurring money, orders, sales, buyers."""

from __future__ import annotations

from datetime import date

from cxlib.columns.numbers import MONEY
from cxlib.metrics.measured import Estimate
from cxlib.metrics.revenue import Rate, rates
from cxlib.metrics.totals import total_limits
from cxlib.stats.groups import Group
from cxlib.stats.period_sums import PeriodBook, Sums, read_order_sums
from cxlib.stats.revenue import Movement, RevenueBook, read_revenue
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source
from cxlib.tables.subscribed import LENGTHS
from cxlib.ui.head import View
from cxlib.ui.series import Ask, Estimates, Found, Task, by_group, counted, put

FEWEST = 10
"""Customers at the start of a period below which its rates are not shown: they jump."""


def subscribed(view: View, ask: Ask) -> list[Task]:
    """Churn, NRR and MRR of a file that has the days of start and end."""
    mapping = view.dataset.mapping
    if not (mapping.column("started") and mapping.column("ended")):
        return []
    return [Task(view.dataset, view.selection, ask, (), contracts)]


def contracts(source: Source, selection: Selection, ask: Ask) -> Found:
    """Churn, NRR and MRR; by months where weeks are asked for, which contracts do not have."""
    period = ask.period if ask.period in LENGTHS else "month"
    book = read_revenue(source, period=period, selection=selection, by=ask.by)
    options = ask.options(book.observed, period=period)
    groups = {Group(one.column, one.value) for one in book.movements}
    churn, net, money = _rates(book, groups, ask.level)
    return [
        one
        for key, found in (("churn", churn), ("nrr", net), ("mrr", money))
        for one in put(key, found, options)
    ]


def _rates(
    book: RevenueBook, groups: set[Group], level: float
) -> tuple[Estimates, Estimates, Estimates]:
    churn: Estimates = {}
    net: Estimates = {}
    money: Estimates = {}
    for group in sorted(groups, key=lambda one: (one.column or "", one.value or "")):
        moved = book.of(group.column, group.value)
        spans = [(span.start, one) for span, one in zip(book.periods, moved, strict=True)]
        found = [(start, rates(one, level=level)) for start, one in spans if one.start >= FEWEST]
        churn[group] = {s: _rate(one.retention.rest) for s, one in found if one.retention}
        if book.paid:
            net[group] = {s: _rate(one.net) for s, one in found if one.net}
            money[group] = _money(spans)
    return churn, net, money


def _rate(rate: Rate) -> Estimate:
    return Estimate(rate.value, rate.low, rate.high, rate.n)


def _money(spans: list[tuple[date, Movement]]) -> dict[date, Estimate]:
    """Monthly fees at the end of each period."""
    return {
        start: Estimate(one.money.end / MONEY, n=one.end)
        for start, one in spans
        if one.money is not None and one.end >= FEWEST
    }


def bought(view: View, ask: Ask) -> list[Task]:
    """Sales, orders and buyers."""
    return [Task(view.dataset, view.selection, ask, (), purchases)]


def purchases(source: Source, selection: Selection, ask: Ask) -> Found:
    """Sales, where the file has amounts, orders and buyers."""
    paid = source.has("amount")
    book = read_order_sums(source, period=ask.period, selection=selection, by=ask.by)
    options = ask.options(book.last)
    keys = (*(("sales",) if paid else ()), "orders", "buyers")
    return [
        one
        for key in keys
        for one in put(
            key,
            counted(sums(book, key, ask.level), options, first=book.first, last=book.last),
            options,
        )
    ]


def sums(book: PeriodBook, key: str, level: float) -> Estimates:
    """Totals of each group and period with their limits."""
    return by_group({group: _total(one, key, level) for group, one in book.sums.items()})


def _total(one: Sums, key: str, level: float) -> Estimate:
    pairs = {
        "sales": (one.money, one.money_squares),
        "orders": (float(one.things), one.squares),
        "sessions": (float(one.things), one.squares),
        "buyers": (float(one.customers), float(one.customers)),
    }
    total, squares = pairs[key]
    return Estimate(total, *total_limits(total, squares, level=level), one.customers)
