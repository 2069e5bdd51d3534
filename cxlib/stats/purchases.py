"""Purchase histories as distinct tuples with counts: what the purchase models are fitted on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir
import numpy as np
from ibis import _
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.stats.groups import BLANK

Whole = NDArray[np.int64]
Real = NDArray[np.float64]

MONEY = 10_000
"""Amounts inside the engine are whole ten-thousandths of the currency, so that sums are exact."""
UNITS_A_DAY = {"day": (1, 1), "week": (1, 7), "month": (16, 487), "year": (4, 1461)}
"""As whole-number ratios; a month is 365.25 / 12 = 487 / 16 days, a year 365.25."""


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
        groups: the customers' segment value, one a history; None without a segment.
    """

    frequency: Whole
    recency: Whole
    age: Whole
    spend: Whole
    n: Whole
    holdout: Whole | None = None
    customers: tuple[str, ...] | None = field(default=None, repr=False)
    groups: tuple[str, ...] | None = field(default=None, repr=False)

    @property
    def total(self) -> int:
        """Number of customers."""
        return int(self.n.sum())

    @property
    def repeaters(self) -> int:
        """Customers with at least one repeat purchase."""
        return int(self.n[self.frequency > 0].sum())

    def group_places(self, places: Mapping[str, int]) -> Whole:
        """The number of each history's group, shape (k,); needs `groups`."""
        return np.array([places[name] for name in self.groups or ()], np.int64)

    @property
    def mean_value(self) -> Real:
        """Mean amount of a repeat purchase day, in the currency; 0 without repeats."""
        return self.spend / MONEY / np.maximum(self.frequency, 1)


def purchase_days(orders: ir.Table) -> ir.Table:
    """One row a customer and day with an order: `customer`, `day`, `amount` (int64). Lazy."""
    amount = orders.amount if "amount" in orders.columns else ibis.literal(0, "int64")
    keyed = orders.select("customer", "day", amount=amount)
    return keyed.group_by("customer", "day").agg(amount=keyed.amount.sum().cast("int64"))


def first_segments(orders: ir.Table, *, by: str) -> ir.Table:
    """One row a customer: the segment value of the first day with an order. Lazy.

    Where the orders of that day differ, the first value in alphabetical order counts, so that
    every customer has one value.

    Args:
        orders: columns `customer`, `day` and the segment.
        by: the table's name of the segment column.
    """
    keyed = orders.select("customer", "day", group=orders[by].fill_null(BLANK))
    first = keyed.group_by("customer").agg(first=keyed.day.min())
    joined = keyed.join(first, "customer").select("customer", "day", "group", "first")
    return joined.filter(joined.day == joined.first).group_by("customer").agg(group=_.group.min())


def _with_first(days: ir.Table, last: ir.DateValue) -> ir.Table:
    """Purchase days of the customers who bought by `last`, with their `first` day."""
    first = days.filter(days.day <= last).group_by("customer").agg(first=days.day.min())
    return days.join(first, "customer").select("customer", "day", "amount", "first")


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
    joined = _with_first(days, last)
    before = joined.day <= last
    repeat = before & (joined.day > joined.first)
    within = (joined.day > last) & (joined.day <= ibis.literal(holdout_end or end))
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


def occasions_by_customer(
    days: ir.Table, *, end: date, unit: str, holdout_end: date | None = None
) -> ir.Table:
    """The same in whole units after the first purchase, for the BG/BB model. Lazy.

    Unit 1 begins on the day after the first purchase, and so on; a unit that `end` cuts off does
    not count, with what was bought in it. `frequency` counts the units with a purchase, `recency`
    is the last of them, `age` the number of units. `holdout` counts the whole units with a
    purchase from the day after `end`.

    Args:
        days: what `purchase_days` gives.
        end: last day of the observation, included.
        unit: day, week (7 days), month (365.25 / 12 days) or year (365.25 days).
        holdout_end: last day of the holdout, included; None for no holdout (column is 0).
    """
    top, bottom = UNITS_A_DAY[unit]
    last = ibis.literal(end)
    joined = _with_first(days, last)
    later = joined.day > last
    since = portable.days_between(ibis.ifelse(later, last, joined.first), joined.day)
    placed = joined.mutate(
        later=portable.flag(later),
        place=(since * top + bottom - 1) // bottom,
        age=portable.days_between(joined.first, last) * top // bottom,
    )
    ahead = (holdout_end - end).days * top // bottom if holdout_end else 0
    inside = placed.filter(placed.place <= ibis.ifelse(placed.later == 1, ahead, placed.age))
    units = inside.group_by("customer", "age", "later", "place").agg(amount=inside.amount.sum())
    repeat = (units.later == 0) & (units.place > 0)
    return units.group_by("customer", "age").agg(
        frequency=portable.flag(repeat).sum().cast("int64"),
        spend=ibis.ifelse(repeat, units.amount, 0).sum().cast("int64"),
        holdout=units.later.sum().cast("int64"),
        recency=ibis.ifelse(repeat, units.place, 0).max().cast("int64"),
    )


HISTORY = ("frequency", "recency", "age", "spend", "holdout")


def counted(customers: ir.Table) -> ir.Table:
    """Distinct histories with the number of customers `n`; keeps customer ids in the engine."""
    keys = [*HISTORY, *(["group"] if "group" in customers.columns else [])]
    return customers.group_by(*keys).agg(n=portable.count())


def read_histories(table: ir.Table) -> Histories:
    """Run the query of `counted`, or of one row a customer (sorted by id), into arrays."""
    single = "customer" in table.columns
    grouped = ("group",) if "group" in table.columns else ()
    order = ("customer",) if single else (*HISTORY, *grouped)
    # Sorted here, because engines do not agree on the order of text.
    found = table.to_pyarrow().sort_by([(key, "ascending") for key in order])
    arrays = {name: found[name].to_numpy().astype(np.int64) for name in HISTORY}
    n = np.ones(len(found), np.int64) if single else found["n"].to_numpy().astype(np.int64)
    ids = tuple(found["customer"].to_pylist()) if single else None
    groups = tuple(found["group"].to_pylist()) if "group" in table.columns else None
    return Histories(**arrays, n=n, customers=ids, groups=groups)
