"""What order days bring: amounts with counts, refunds, and what was spent after a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import last_day
from cxlib.stats.purchases import (
    HISTORY,
    Histories,
    Whole,
    counted,
    histories_by_customer,
    occasions_by_customer,
    purchase_days,
    read_histories,
)
from cxlib.tables.orders import orders
from cxlib.tables.question import ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class OrderAmounts:
    """Amounts of the order days, and the lines that bring nothing or take back.

    Attributes:
        amount: distinct sums of a customer's day, ascending, in 1/10,000 of the currency,
            shape (k,).
        n: days with each, shape (k,).
        lines: order lines of known customers and days, those below zero included.
        zero_lines: of these, lines of 0.
        refund_lines: of these, lines below 0.
        refunded: what the lines below 0 take back, in 1/10,000 of the currency, not below 0.
        bought: what the lines above 0 bring, in 1/10,000 of the currency.
    """

    amount: Whole
    n: Whole
    lines: int
    zero_lines: int
    refund_lines: int
    refunded: int
    bought: int

    @property
    def days(self) -> int:
        """Order days."""
        return int(self.n.sum())

    @property
    def money(self) -> int:
        """Their sum, in 1/10,000 of the currency."""
        return int(self.n @ self.amount)


def amounts_counted(days: ir.Table) -> ir.Table:
    """Distinct amounts of an order day with their number: `amount`, `n`. Lazy."""
    return days.group_by("amount").agg(n=portable.count())


def lines_by_sign(lines: ir.Table) -> ir.Table:
    """Lines and money by `sign` of the amount (-1, 0, 1): `lines`, `money`. Lazy."""
    above, below = portable.flag(lines.amount > 0), portable.flag(lines.amount < 0)
    signed = lines.select("amount", sign=(above - below).cast("int64"))
    return signed.group_by("sign").agg(
        lines=portable.count(), money=signed.amount.sum().cast("int64")
    )


def capped(days: ir.Table, *, most: int) -> ir.Table:
    """Order days with amounts above `most` set to it. Lazy."""
    return days.mutate(amount=ibis.ifelse(days.amount > most, most, days.amount).cast("int64"))


def spent_after(days: ir.Table, *, end: date, last: date, occasions: str | None = None) -> ir.Table:
    """Distinct histories up to `end` with what was spent after it up to `last`. Lazy.

    Returns:
        The columns of a history, `later` (the money after `end`) and `n` customers.
    """
    table = (
        occasions_by_customer(days, end=end, unit=occasions, holdout_end=last)
        if occasions
        else histories_by_customer(days, end=end, holdout_end=last)
    )
    after = days.filter((days.day > ibis.literal(end)) & (days.day <= ibis.literal(last)))
    sums = after.group_by("customer").agg(later=after.amount.sum().cast("int64"))
    joined = table.left_join(sums, "customer").select(*HISTORY, "later")
    known = joined.mutate(later=joined.later.fill_null(0))
    return known.group_by(*HISTORY, "later").agg(n=portable.count())


def read_order_amounts(source: Source, *, selection: Selection = EVERYTHING) -> OrderAmounts:
    """Count the amounts of order days, and the lines of zero and below.

    Args:
        source: transactions with amounts.
        selection: filters and range of days.

    Raises:
        NotEnoughData: no order can be used.
    """
    kept = orders(source, selection=selection).kept
    found = amounts_counted(purchase_days(kept)).to_pyarrow().sort_by("amount")
    if not len(found):
        raise NotEnoughData("A check of spend", have=0, need=1, unit="order", hint="")
    lines = ask(source, selection, roles=("customer", "amount"), time="ordered").kept
    signs = {row["sign"]: row for row in lines_by_sign(lines).to_pyarrow().to_pylist()}
    counts = {sign: int(row["lines"]) for sign, row in signs.items()}
    money = {sign: int(row["money"]) for sign, row in signs.items()}
    return OrderAmounts(
        amount=found["amount"].to_numpy().astype(np.int64),
        n=found["n"].to_numpy().astype(np.int64),
        lines=sum(counts.values()),
        zero_lines=counts.get(0, 0),
        refund_lines=counts.get(-1, 0),
        refunded=-money.get(-1, 0),
        bought=money.get(1, 0),
    )


def read_capped_histories(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    most: int,
    occasions: str | None = None,
) -> Histories:
    """Purchase histories in which no order day brings more than `most`.

    Args:
        source: transactions with amounts.
        selection: filters and range of days.
        most: cap of a day's amount, in 1/10,000 of the currency.
        occasions: the unit of histories in whole units; None for days.
    """
    days = capped(purchase_days(orders(source, selection=selection).kept), most=most)
    end = selection.until or last_day(source, "ordered")
    table = (
        occasions_by_customer(days, end=end, unit=occasions)
        if occasions
        else histories_by_customer(days, end=end)
    )
    return read_histories(counted(table))


@dataclass(frozen=True, slots=True, eq=False)
class SpentAfter:
    """Histories up to a day, and what those customers spent afterwards.

    Attributes:
        histories: with purchases in the holdout, shape (k,).
        later: spent in the holdout, in 1/10,000 of the currency, shape (k,).
    """

    histories: Histories
    later: Whole


def read_spent_after(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    end: date,
    last: date,
    occasions: str | None = None,
) -> SpentAfter:
    """Histories up to `end`, and what was spent from the day after it to `last`.

    Args:
        source: transactions with amounts.
        selection: filters; its `until` is replaced by `last`.
        end: last day of the calibration.
        last: last day of the holdout.
        occasions: the unit of histories in whole units; None for days.

    Raises:
        NotEnoughData: nobody bought by `end`.
    """
    window = Selection(selection.where, selection.since, last)
    days = purchase_days(orders(source, selection=window).kept)
    table = spent_after(days, end=end, last=last, occasions=occasions).to_pyarrow()
    if not len(table):
        raise NotEnoughData("A check of spend", have=0, need=1, unit="order", hint="")
    found = table.sort_by([(key, "ascending") for key in (*HISTORY, "later")])
    columns = {name: found[name].to_numpy().astype(np.int64) for name in (*HISTORY, "later", "n")}
    later = columns.pop("later")
    return SpentAfter(Histories(**columns), later)
