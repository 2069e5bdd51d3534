"""Examples of the queries that compare two groups in every measure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import ibis

from cxlib.stats import all_measures, amount_sums
from cxlib.tables import sides
from cxlib.tables.activity import activity
from cxlib.tables.contracts import contracts
from cxlib.tables.orders import orders
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.source import SEGMENT, Source
from cxlib.tables.tickets import tickets
from cxlib.workspace.segments import SavedSegment

BY = SEGMENT + "plan"
LAST = ibis.literal(date(2025, 5, 10))
SOME = Selection((Condition("plan", ("free", "Team")),))
TWO = sides.Sides(SavedSegment("A", "d", "plan = free"), SavedSegment("B", "d", "region = n"))


def paid(source: Source) -> Source:
    """Subscriptions with a fee."""
    fee = {"fee": source.table.row.cast("int64") * 7919, "fee_problem": ibis.null("string")}
    return replace(source, table=source.table.mutate(**fee))


def buyers(s):
    """One row a customer of orders."""
    kept = orders(s.transactions).kept
    return amount_sums.each_buyer(kept, by=BY, last=LAST, paid=True)


def split(source: Source) -> Source:
    """A survey whose rows are on one side, on the other, or on both."""
    cells = {
        SEGMENT + "segment: A": ibis.ifelse(source.table.row < 20, "A", "(others)"),
        SEGMENT + "segment: B": ibis.ifelse(source.table.row > 15, "B", "(others)"),
    }
    return replace(source, table=source.table.mutate(**cells))


TABLES = {
    "amount_sums.each_buyer": lambda s: iter([buyers(s)]),
    "amount_sums.each_user": lambda s: iter(
        [amount_sums.each_user(activity(s.events).kept, by=BY, last=LAST)]
    ),
    "amount_sums.each_requester": lambda s: iter(
        [amount_sums.each_requester(tickets(s.tickets).table, by=BY)]
    ),
    "amount_sums.each_payer": lambda s: iter(
        [amount_sums.each_payer(contracts(paid(s.subscriptions)).stays, by=BY)]
    ),
    "amount_sums.amount_sums": lambda s: iter(
        [amount_sums.amount_sums(buyers(s), ("spend", "orders"))]
    ),
}
READS = {
    "amount_sums.read_amount_sums": lambda s: iter(
        [
            amount_sums.read_amount_sums(source, by="plan", selection=SOME)
            for source in (s.transactions, s.events, s.tickets, paid(s.subscriptions))
        ]
    ),
    "all_measures.read_measure": lambda s: iter(
        [all_measures.read_measure(s.tickets, measure="solve", by="plan")]
    ),
    "all_measures.read_all_measures": lambda s: iter(
        [
            all_measures.read_all_measures(source, by="plan", selection=SOME)
            for source in (s.survey, s.transactions, s.events, s.tickets, s.durations)
        ]
    ),
    "sides.read_overlap": lambda s: iter([sides.read_overlap(split(s.survey), TWO)]),
}
