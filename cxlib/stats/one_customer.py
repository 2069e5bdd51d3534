"""The purchases of one customer, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import ibis.expr.types as ir

from cxlib.stats.purchases import MONEY, purchase_days
from cxlib.tables.orders import orders
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


@dataclass(frozen=True, slots=True)
class CustomerDays:
    """Days on which a customer bought, ascending, and the amounts, in the currency.

    Attributes:
        days: shape (k,); empty where the customer is not in the selection.
        amounts: of each day, shape (k,); 0 where the file has none.
    """

    days: tuple[date, ...]
    amounts: tuple[float, ...]


def days_of(days: ir.Table, *, customer: str) -> ir.Table:
    """Purchase days of one customer: `day`, `amount`. Lazy."""
    return days.filter(days.customer == customer).select("day", "amount")


def read_customer_days(
    source: Source, *, customer: str, selection: Selection = EVERYTHING
) -> CustomerDays:
    """Read the purchase days of one customer.

    Args:
        source: transactions.
        customer: the id, as the file writes it.
        selection: filters and range of days.
    """
    kept = orders(source, selection=selection, spend=source.has("amount")).kept
    rows = days_of(purchase_days(kept), customer=customer).to_pyarrow().sort_by("day")
    return CustomerDays(
        tuple(rows["day"].to_pylist()),
        tuple(one / MONEY for one in rows["amount"].to_pylist()),
    )
