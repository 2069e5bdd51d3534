"""First and repeat purchases by day, for comparing a model with the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason
from cxlib.stats.purchases import Whole, purchase_days
from cxlib.tables.orders import orders
from cxlib.tables.question import read_coverage
from cxlib.tables.selection import Selection
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True, eq=False)
class PurchaseCalendar:
    """Purchases of the customers who first bought by `end`, on every day that has any.

    Attributes:
        begin: the first day.
        end: last day on which a customer could begin.
        days: days after `begin`, ascending, shape (k,).
        first: customers whose first purchase that day was, shape (k,).
        repeat: customers who bought again on that day, shape (k,).
    """

    begin: date
    end: date
    days: Whole
    first: Whole
    repeat: Whole

    def repeats_until(self, grid: Whole) -> Whole:
        """Repeat purchases from the first day to each of `grid`, days after `begin`."""
        total = np.concatenate([[0], np.cumsum(self.repeat)])
        return np.asarray(total[np.searchsorted(self.days, grid, side="right")], np.int64)


def calendar_days(days: ir.Table, *, end: date) -> ir.Table:
    """One row a day: `day`, `first`, `repeat` customers. Lazy.

    Args:
        days: what `purchase_days` gives.
        end: last day on which a customer could begin; who began later does not count.
    """
    start = days.group_by("customer").agg(start=days.day.min())
    joined = days.join(start.filter(start.start <= ibis.literal(end)), "customer")
    again = portable.flag(joined.day > joined.start)
    marked = joined.select("day", again=again)
    return marked.group_by("day").agg(first=(1 - marked.again).sum(), repeat=marked.again.sum())


def read_purchase_calendar(
    source: Source, *, selection: Selection, end: date, last: date
) -> PurchaseCalendar:
    """Count first and repeat purchases by day.

    Args:
        source: transactions.
        selection: filters; its `until` is replaced by `last`.
        end: last day of the calibration: customers who began later do not count.
        last: last day counted.

    Raises:
        NotEnoughData: nobody bought by `end`.
    """
    window = Selection(selection.where, selection.since, last)
    question = orders(source, selection=window, spend=source.has("amount"))
    rows = calendar_days(purchase_days(question.kept), end=end).to_pyarrow().sort_by("day")
    if not len(rows):
        hint = first_reason(read_coverage(question))
        raise NotEnoughData("A tracking plot", have=0, need=1, unit="order", hint=hint)
    days = [one.as_py() for one in rows["day"]]
    return PurchaseCalendar(
        begin=days[0],
        end=end,
        days=np.array([(one - days[0]).days for one in days], np.int64),
        first=rows["first"].to_numpy().astype(np.int64),
        repeat=rows["repeat"].to_numpy().astype(np.int64),
    )
