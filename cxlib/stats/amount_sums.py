"""What customers spend and do, as sums over customers from which means and their limits follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, last_day
from cxlib.stats.groups import BLANK
from cxlib.tables.activity import activity
from cxlib.tables.contracts import contracts
from cxlib.tables.orders import orders
from cxlib.tables.question import Coverage, Question, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source
from cxlib.tables.tickets import tickets

MONEY = 10_000.0
YEAR, MONTH = 365.25, 365.25 / 12
PARTS = ("x", "y", "xx", "xy", "yy")
AMOUNTS = {
    "transactions": ("spend", "orders"),
    "events": ("active",),
    "tickets": ("reopened",),
    "subscriptions": ("fee",),
}
"""What each kind of file tells of its customers."""


@dataclass(frozen=True, slots=True)
class AmountSums:
    """Sums over customers of an amount `y` and of what it is measured by, `x` (1 for a mean).

    Attributes:
        n: customers.
        x: sum of what the amount is measured by.
        y: sum of the amount.
        xx: sum of the squares of x.
        xy: sum of the products.
        yy: sum of the squares of y.
    """

    n: int
    x: float
    y: float
    xx: float
    xy: float
    yy: float

    def __add__(self, other: AmountSums) -> AmountSums:
        """Pool two groups without common customers."""
        sums = [a + b for a, b in zip(_cells(self), _cells(other), strict=True)]
        return AmountSums(self.n + other.n, *sums)

    def __sub__(self, part: AmountSums) -> AmountSums:
        """The complement of a part within this whole."""
        if part.n > self.n:
            raise ValueError("The part holds customers that the whole does not.")
        sums = [a - b for a, b in zip(_cells(self), _cells(part), strict=True)]
        return AmountSums(self.n - part.n, *sums)


@dataclass(frozen=True, slots=True)
class AmountBook:
    """Sums over the customers of every group of a column.

    Attributes:
        sums: what is measured to the sums of each value of the column.
        several: customers with rows in several groups, who are in none of them.
        coverage: rows used and left out.
    """

    sums: dict[str, dict[str, AmountSums]]
    several: int
    coverage: Coverage


def read_amount_sums(source: Source, *, by: str, selection: Selection = EVERYTHING) -> AmountBook:
    """Sums over customers, by the values of a column.

    Transactions tell `spend` (money a customer who bought) and `orders` (order days a year after
    the first), events `active` (active days a month after the first), tickets `reopened` (of the
    solved ones of which it is known), subscriptions `fee` (a customer). Days are counted up to
    the last one in the whole file. A customer in several groups is in none of them.

    Args:
        source: transactions, events, tickets or subscriptions.
        by: the column that splits the rows.
        selection: filters and range of days.

    Raises:
        NotEnoughData: no row can be used.
    """
    question, made = _asked(source, source.segment(by), selection)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("A mean over customers", have=0, need=1, unit="row", hint=hint)
    each = made()
    measures = tuple(one for one in AMOUNTS[source.mapping.kind] if f"{one}_y" in each.columns)
    if not measures:
        return AmountBook({}, 0, coverage)
    found: dict[str, dict[str, AmountSums]] = {one: {} for one in measures}
    several = 0
    for row in amount_sums(each, measures).to_pyarrow().to_pylist():
        if row["value"] is None:
            several = row["n"]
            continue
        for one in measures:
            cells = [float(row[f"{one}_{part}"] or 0) for part in PARTS]
            found[one][row["value"]] = AmountSums(row["n"], *cells)
    return AmountBook(found, several, coverage)


def each_buyer(kept: ir.Table, *, by: str, last: ir.DateScalar, paid: bool) -> ir.Table:
    """One row a customer of orders: `value`, `orders_*` (x: years, y: days), `spend_*`. Lazy.

    `value` is null where the customer is in several groups.
    """
    amount = kept.amount.cast("float64") / MONEY if paid else ibis.literal(0.0)
    marked = kept.select("customer", "day", value=kept[by].fill_null(BLANK), amount=amount)
    each = _rates(marked, last, YEAR, "orders", money=marked.amount.sum())
    return each.mutate(spend_x=ibis.literal(1.0), spend_y=each.money) if paid else each


def each_user(kept: ir.Table, *, by: str, last: ir.DateScalar) -> ir.Table:
    """One row a customer of events: `value`, `active_x` (months), `active_y` (days). Lazy."""
    marked = kept.select("customer", "day", value=kept[by].fill_null(BLANK))
    return _rates(marked, last, MONTH, "active")


def each_requester(table: ir.Table, *, by: str) -> ir.Table:
    """One row a customer of tickets: `value`, `reopened_x` (told), `reopened_y`. Lazy.

    A ticket without a known customer stands for a customer of its own.
    """
    told = table.solved.notnull() & table.reopened.notnull()
    back = told & (table.reopened > 0).fill_null(False)
    alone = ibis.literal("row ") + table.row.cast("string")
    whose = ibis.coalesce(table.customer, alone) if "customer" in table.columns else alone
    marked = table.select(
        customer=whose,
        value=table[by].fill_null(BLANK),
        told=portable.flag(told).cast("float64"),
        back=portable.flag(back).cast("float64"),
    )
    marked = marked.filter(marked.told > 0)
    return _each(marked, reopened_x=marked.told.sum(), reopened_y=marked.back.sum())


def each_payer(stays: ir.Table, *, by: str) -> ir.Table:
    """One row a customer of contracts with a fee: `value`, `fee_x` (1), `fee_y` (mean). Lazy."""
    known = stays.filter(stays.fee.notnull() & stays.customer.notnull())
    marked = known.select(
        "customer", value=known[by].fill_null(BLANK), fee=known.fee.cast("float64") / MONEY
    )
    each = _each(marked, fee_y=marked.fee.mean())
    return each.mutate(fee_x=ibis.literal(1.0))


def amount_sums(each: ir.Table, measures: tuple[str, ...]) -> ir.Table:
    """One row a group: `value` (null for customers in several), `n`, and sums. Lazy.

    Args:
        each: one row a customer: `value`, and `<measure>_x`, `<measure>_y` (float64).
        measures: their names.
    """
    sums: dict[str, ir.Value] = {}
    for one in measures:
        x, y = each[f"{one}_x"], each[f"{one}_y"]
        products: Mapping[str, ir.Value] = {"x": x, "y": y, "xx": x * x, "xy": x * y, "yy": y * y}
        sums |= {f"{one}_{part}": products[part].sum() for part in PARTS}
    return each.group_by("value").agg(n=portable.count(), **sums)


def _asked(
    source: Source, by: str, selection: Selection
) -> tuple[Question, Callable[[], ir.Table]]:
    """The question, and what makes one row a customer of it where some row is used."""
    kind = source.mapping.kind
    if kind == "transactions":
        paid = source.has("amount")
        question = orders(source, selection=selection, spend=paid)
        return question, lambda: each_buyer(
            question.kept, by=by, last=ibis.literal(last_day(source, "ordered")), paid=paid
        )
    if kind == "events":
        question = activity(source, selection=selection)
        return question, lambda: each_user(
            question.kept, by=by, last=ibis.literal(last_day(source, "happened"))
        )
    if kind == "tickets":
        desk = tickets(source, selection=selection)
        told = {"solved", "reopened"} <= set(desk.table.columns)
        return desk.question, lambda: each_requester(desk.table, by=by) if told else desk.table
    held = contracts(source, selection=selection)
    told = source.has("fee") and source.has("customer")
    return held.question, lambda: each_payer(held.stays, by=by) if told else held.stays


def _each(marked: ir.Table, **sums: ir.Value) -> ir.Table:
    """One row a customer with sums; `value` is null for a customer of several groups."""
    each = marked.group_by("customer").agg(
        groups=marked.value.nunique(), only=marked.value.min(), **sums
    )
    return each.mutate(value=ibis.ifelse(each.groups == 1, each.only, None)).drop("groups", "only")


def _rates(
    marked: ir.Table, last: ir.DateScalar, unit: float, name: str, **sums: ir.Value
) -> ir.Table:
    """Days with something after the first, and the time since then in units of so many days."""
    each = _each(marked, first=marked.day.min(), days=marked.day.nunique(), **sums)
    since = portable.days_between(each.first, last).cast("float64") / unit
    return each.mutate(**{f"{name}_x": since, f"{name}_y": (each.days - 1).cast("float64")})


def _cells(sums: AmountSums) -> tuple[float, ...]:
    return (sums.x, sums.y, sums.xx, sums.xy, sums.yy)
