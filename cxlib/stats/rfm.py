"""Recency, frequency and money of every customer, as distinct tuples with counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from cxlib.engine import portable
from cxlib.errors import NotEnoughData
from cxlib.stats.asked import first_reason, last_day, segments_of
from cxlib.stats.groups import BLANK, Group
from cxlib.tables.orders import orders
from cxlib.tables.question import Coverage, read_coverage
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class RfmCounts:
    """Distinct (recency, frequency, money) tuples; every array has shape (k,).

    Attributes:
        recency: days from the last purchase to the end of the data.
        frequency: orders, where the file numbers them; else order lines.
        money: sum of the amounts, in 1/10,000 of the currency.
        n: customers with this tuple.
        customers: one customer id a tuple where n is 1 throughout; None in counted form.
    """

    recency: Whole
    frequency: Whole
    money: Whole
    n: Whole
    customers: tuple[str, ...] | None = field(default=None, repr=False)

    @property
    def total(self) -> int:
        """Number of customers."""
        return int(self.n.sum())

    def __add__(self, other: RfmCounts) -> RfmCounts:
        """Pool two groups of customers who do not overlap."""
        both = self.customers is not None and other.customers is not None
        return RfmCounts(
            np.concatenate([self.recency, other.recency]),
            np.concatenate([self.frequency, other.frequency]),
            np.concatenate([self.money, other.money]),
            np.concatenate([self.n, other.n]),
            (self.customers or ()) + (other.customers or ()) if both else None,
        )


TUPLE = ("recency", "frequency", "money")


def rfm_by_customer(lines: ir.Table, *, end: date, by: str | None = None) -> ir.Table:
    """One row a customer: `customer`, `recency`, `frequency`, `money` (int64). Lazy.

    Args:
        lines: order lines: `customer`, `day`, `amount`, and `order` where they are numbered.
        end: the day that recency runs to.
        by: the table's name of a segment column; a customer then stands once for each value.
    """
    keys: dict[str, ir.Value] = {"customer": lines.customer}
    if by is not None:
        keys["value"] = lines[by].fill_null(BLANK)
    counted = lines.order.nunique() if "order" in lines.columns else portable.count()
    grouped = lines.group_by(**keys).agg(
        last=lines.day.max(),
        frequency=counted.cast("int64"),
        money=lines.amount.sum().cast("int64"),
    )
    recency = portable.days_between(grouped.last, ibis.literal(end))
    return grouped.mutate(recency=recency).drop("last")


def counted(customers: ir.Table) -> ir.Table:
    """Distinct tuples with the number of customers `n`; keeps customer ids in the engine. Lazy."""
    value = ["value"] if "value" in customers.columns else []
    return customers.group_by(*value, *TUPLE).agg(n=portable.count())


def read_rfm_counts(table: ir.Table, *, column: str | None) -> dict[Group, RfmCounts]:
    """Run the query of `counted`, or of one row a customer (sorted by id), into arrays."""
    single = "customer" in table.columns
    value = ["value"] if "value" in table.columns else []
    # Sorted here, because engines do not agree on the order of text.
    order = [*value, *(["customer"] if single else TUPLE)]
    found = table.to_pyarrow().sort_by([(key, "ascending") for key in order])
    arrays = {name: found[name].to_numpy().astype(np.int64) for name in TUPLE}
    n = np.ones(len(found), np.int64) if single else found["n"].to_numpy().astype(np.int64)
    ids = found["customer"].to_pylist() if single else None
    values = np.array(found["value"].to_pylist() if value else [None] * len(found), dtype=object)
    groups: dict[Group, RfmCounts] = {}
    for one in dict.fromkeys(values.tolist()):
        rows = np.flatnonzero(values == one)
        whose = None if ids is None else tuple(ids[i] for i in rows)
        picked = {name: array[rows] for name, array in arrays.items()}
        groups[Group(column, one)] = RfmCounts(**picked, n=n[rows], customers=whose)
    return groups


class RfmBook(NamedTuple):
    """RFM tuples for the total and each segment value, the day recency runs to, and the rows."""

    counts: dict[Group, RfmCounts]
    end: date
    coverage: Coverage


def read_rfm(
    source: Source,
    *,
    selection: Selection = EVERYTHING,
    by: Sequence[str] = (),
    customers: bool = False,
) -> RfmBook:
    """Reduce order lines to recency, frequency and money.

    Args:
        source: transactions.
        selection: filters and range of days; recency runs to `until`, else to the last day of
            the whole file.
        by: segment columns, each on its own; a customer counts once in each value.
        customers: whether to keep one row a customer, with ids, in the total.

    Raises:
        NotEnoughData: no order can be used.
    """
    question = orders(source, selection=selection)
    coverage = read_coverage(question)
    if not coverage.used:
        hint = first_reason(coverage)
        raise NotEnoughData("Segmentation", have=0, need=1, unit="order", hint=hint)
    kept = question.kept
    end = selection.until or last_day(source, "ordered")
    counts: dict[Group, RfmCounts] = {}
    for column, segment in segments_of(source, by):
        rows = rfm_by_customer(kept, end=end, by=segment)
        single = customers and column is None
        counts |= read_rfm_counts(rows if single else counted(rows), column=column)
    return RfmBook(counts, end, coverage)
