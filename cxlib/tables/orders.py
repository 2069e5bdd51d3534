"""Purchases: customer, day and amount, with refunds and cancellations set aside."""

from __future__ import annotations

import ibis

from cxlib.locale.speak import say
from cxlib.tables.question import Question, Rule, ask
from cxlib.tables.selection import EVERYTHING, Selection
from cxlib.tables.source import Source


def orders(source: Source, *, selection: Selection = EVERYTHING, spend: bool = True) -> Question:
    """Order lines with a known customer and day: columns `customer`, `day`, `amount`.

    A negative quantity or amount is a return or a refund (a cancellation where the order number
    is C and digits): left out, because purchase models count purchases.
    A zero amount stays a purchase; the spend model does not use it.

    Args:
        source: transactions; `amount` in 1/10,000 of the currency.
        selection: filters and range of days.
        spend: whether the amount is needed.
    """
    table = source.table
    rules: list[Rule] = [
        ((table[role] < 0).fill_null(False), say("return or refund ({role} below zero)", role=role))
        for role in ("quantity", "amount")
        if source.has(role)
    ]
    if source.has("order") and rules:
        marked = table.order.re_search(r"^[Cc][0-9]+$").fill_null(False)
        below_zero = ibis.or_(*(condition for condition, _ in rules))
        rules.insert(0, (marked & below_zero, say("cancelled order")))
    roles = ["customer", *(["amount"] if spend else [])]
    return ask(source, selection, roles=roles, time="ordered", rules=rules)
