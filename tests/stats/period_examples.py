"""Examples of the queries of what each period brings."""

from __future__ import annotations

from cxlib.stats import period_sums
from cxlib.tables.activity import activity
from cxlib.tables.orders import orders
from cxlib.tables.source import SEGMENT
from cxlib.tables.tickets import tickets

BY = SEGMENT + "plan"

TABLES = {
    "period_sums.order_sums": lambda s: (
        period_sums.order_sums(orders(s.transactions).kept, period=period, by=by)
        for period, by in (("week", None), ("quarter", BY))
    ),
    "period_sums.session_sums": lambda s: (
        period_sums.session_sums(activity(s.events).kept, period="month", numbered=one, by=by)
        for one, by in ((True, None), (False, BY))
    ),
    "period_sums.click_periods": lambda s: (
        period_sums.click_periods(activity(s.events).kept, period="month", by=by)
        for by in (None, BY)
    ),
    "period_sums.reopened_counts": lambda s: (
        period_sums.reopened_counts(tickets(s.tickets).table, period="month", by=by)
        for by in (None, BY)
    ),
}
READS = {
    "period_sums.read_order_sums": lambda s: iter(
        [period_sums.read_order_sums(s.transactions, period="month", by=["plan"])]
    ),
    "period_sums.read_session_sums": lambda s: iter(
        [period_sums.read_session_sums(s.events, period="week", by=["plan"])]
    ),
    "period_sums.read_reopened": lambda s: iter(
        [period_sums.read_reopened(s.tickets, period="month", by=["plan"])]
    ),
}
