"""Purchases: customer, day and amount, with refunds and cancellations set aside."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from cxlib.columns.choices import DROP
from cxlib.locale.speak import say
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


def orders(source: Source, *, selection: Selection = EVERYTHING, spend: bool = True) -> Question:
    """Order lines with a known customer and day: columns `customer`, `day`, `amount`.

    A negative quantity or amount is a return or a refund (a cancellation where the order number
    is C and digits): left out, because purchase models count purchases. A zero amount stays a
    purchase; the spend model does not use it. The mapping's choices can change each of these.

    Args:
        source: transactions; `amount` in 1/10,000 of the currency.
        selection: filters and range of days.
        spend: whether the amount is needed.
    """
    rules = [*_returns(source), *_unpaid(source)]
    roles = ["customer", *(["amount"] if spend else [])]
    return ask(source, selection, roles=roles, time="ordered", rules=rules)


def _returns(source: Source) -> list[Rule]:
    """Cancelled orders, and other lines below zero, as far as the analyst leaves them out."""
    below = [role for role in ("quantity", "amount") if source.has(role)]
    if not below:
        return []
    choice, table = source.mapping.choice, source.table
    negative = {role: (table[role] < 0).fill_null(False) for role in below}
    cancelled: ir.BooleanValue = ibis.literal(False)
    if source.has("order"):
        marked = table.order.re_search(r"^[Cc][0-9]+$").fill_null(False)
        cancelled = marked & ibis.or_(*negative.values())
    rules: list[Rule] = []
    if choice("cancelled") == DROP:
        rules.append((cancelled, say("cancelled order")))
    if choice("refunds") == DROP:
        rules += [
            (condition & ~cancelled, say("return or refund ({role} below zero)", role=role))
            for role, condition in negative.items()
        ]
    return rules


def _unpaid(source: Source) -> list[Rule]:
    """Lines at a price of zero, where the analyst leaves them out."""
    if source.mapping.choice("zero") != DROP or not source.has("amount"):
        return []
    return [((source.table.amount == 0).fill_null(False), say("the amount is zero"))]
