"""Purchase histories as distinct tuples with counts: what the purchase models are fitted on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from cxlib.engine import portable

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

MONEY = 10_000
"""Amounts inside the engine are whole ten-thousandths of the currency, so that sums are exact."""


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """Distinct purchase histories; every array has shape (k,); times are whole days.

    A purchase is a day with at least one order; `frequency` does not count the first.

    Attributes:
        frequency: repeat purchase days, x.
        recency: days from the first purchase to the last, t_x.
        age: days from the first purchase to the end of the observation, T.
        spend: sum of the amounts of the repeat purchase days, in 1/10,000 of the currency.
        n: customers with this history.
        holdout: purchase days after the observation ended, up to the holdout's end; None without.
        customers: one customer id a history where n is 1 throughout; None in counted form.
    """

    frequency: Whole
    recency: Whole
    age: Whole
    spend: Whole
    n: Whole
    holdout: Whole | None = None
    customers: tuple[str, ...] | None = field(default=None, repr=False)

    @property
    def total(self) -> int:
        """Number of customers."""
        return int(self.n.sum())

    @property
    def repeaters(self) -> int:
        """Customers with at least one repeat purchase."""
        return int(self.n[self.frequency > 0].sum())

    @property
    def mean_value(self) -> Real:
        """Mean amount of a repeat purchase day, in the currency; 0 without repeats."""
        return self.spend / MONEY / np.maximum(self.frequency, 1)


def purchase_days(orders: ir.Table) -> ir.Table:
    """One row a customer and day with an order: `customer`, `day`, `amount` (int64). Lazy."""
    amount = orders.amount if "amount" in orders.columns else ibis.literal(0, "int64")
    keyed = orders.select("customer", "day", amount=amount)
    return keyed.group_by("customer", "day").agg(amount=keyed.amount.sum().cast("int64"))


def histories_by_customer(
    days: ir.Table, *, end: date, holdout_end: date | None = None
) -> ir.Table:
    """One row a customer who bought by `end`: frequency, recency, age, spend, holdout. Lazy.

    Args:
        days: what `purchase_days` gives.
        end: last day of the observation (calibration), included.
        holdout_end: last day of the holdout, included; None for no holdout (column is 0).
    """
    last = ibis.literal(end)
    first = days.filter(days.day <= last).group_by("customer").agg(first=days.day.min())
    joined = days.join(first, "customer").select("customer", "day", "amount", "first")
    before = joined.day <= last
    repeat = before & (joined.day > joined.first)
    within = (
        (joined.day > last) & (joined.day <= ibis.literal(holdout_end))
        if holdout_end
        else ibis.literal(False)
    )
    latest = ibis.ifelse(before, joined.day, joined.first)
    summed = joined.group_by("customer", "first").agg(
        frequency=portable.flag(repeat).sum().cast("int64"),
        latest=latest.max(),
        spend=ibis.ifelse(repeat, joined.amount, 0).sum().cast("int64"),
        holdout=portable.flag(within).sum().cast("int64"),
    )
    return summed.select(
        "customer",
        "frequency",
        "spend",
        "holdout",
        recency=portable.days_between(summed.first, summed.latest),
        age=portable.days_between(summed.first, last),
    )


def occasions_by_customer(days: ir.Table, *, end: date, unit: str) -> ir.Table:
    """The same in whole units after the first purchase, for the BG/BB model. Lazy.

    `frequency` counts the units with a purchase, `recency` is the last such unit, `age` the whole
    units up to `end`; purchases in the first, partial unit count as the first purchase.
    """
    top, bottom = {"day": (1, 1), "week": (1, 7), "month": (16, 487)}[unit]
    last = ibis.literal(end)
    known = days.filter(days.day <= last)
    first = known.group_by("customer").agg(first=known.day.min())
    joined = known.join(first, "customer").select("customer", "day", "amount", "first")
    place = (portable.days_between(joined.first, joined.day) * top) // bottom
    whole = (portable.days_between(joined.first, last) * top) // bottom
    units = joined.mutate(place=place, whole=whole)
    units = units.group_by("customer", "place", "whole").agg(amount=units.amount.sum())
    repeat = units.place >= 1
    return units.group_by("customer").agg(
        frequency=portable.flag(repeat).sum().cast("int64"),
        spend=ibis.ifelse(repeat, units.amount, 0).sum().cast("int64"),
        holdout=ibis.literal(0, "int64").max(),
        recency=units.place.max(),
        age=units.whole.max(),
    )


HISTORY = ("frequency", "recency", "age", "spend", "holdout")


def counted(customers: ir.Table) -> ir.Table:
    """Distinct histories with the number of customers `n`; keeps customer ids in the engine."""
    return customers.group_by(*HISTORY).agg(n=portable.count())


def read_histories(table: ir.Table) -> Histories:
    """Run the query of `counted`, or of one row a customer (sorted by id), into arrays."""
    single = "customer" in table.columns
    ordered = table.order_by("customer" if single else list(HISTORY))
    found = ordered.to_pyarrow()
    arrays = {name: found[name].to_numpy().astype(np.int64) for name in HISTORY}
    n = np.ones(len(found), np.int64) if single else found["n"].to_numpy().astype(np.int64)
    ids = tuple(found["customer"].to_pylist()) if single else None
    return Histories(**arrays, n=n, customers=ids)
