"""Days on which a customer was active: purchases of a transactions file, events of an event log."""

from __future__ import annotations

from cxlib.tables.orders import orders
from cxlib.tables.question import Question, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


def activity(source: Source, *, selection: Selection = EVERYTHING) -> Question:
    """Rows with a known customer and day: columns `customer`, `day`.

    In a transactions file returns and refunds are left out: they are no purchase.

    Args:
        source: transactions, or events.
        selection: filters and range of days.
    """
    if source.mapping.kind == "events":
        return ask(source, selection, roles=["customer"], time="happened")
    return orders(source, selection=selection, spend=False)
