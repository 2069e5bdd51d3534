"""Examples of the queries behind drivers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import ibis.expr.types as ir

from cxlib.columns.keys import KeyRules
from cxlib.stats import after_answer, before_answer, complete_rows, cross_products, lent
from cxlib.stats.after_answer import After
from cxlib.stats.before_answer import ServiceBefore
from cxlib.tables.source import SEGMENT

BY = f"{SEGMENT}plan"


def _complete(s: Any) -> ir.Table:
    columns = ("nps", "counts_2")
    return complete_rows.complete_rows(s.survey, columns=columns, time="answered").kept


def _lent(s: Any) -> Iterator[ir.Table]:
    yield lent.keyed_answers(s.survey, KeyRules())
    names = {measure: f"tickets: {measure}" for measure in before_answer.SERVICE}
    yield before_answer.with_service(s.survey, s.tickets, ServiceBefore(names)).table
    yield after_answer.with_departures(s.survey, s.subscriptions, After("left")).table
    yield after_answer.with_spending(s.survey, s.transactions, After("spent")).table


TABLES: dict[str, Callable[[Any], Iterator[ir.Table]]] = {
    "cross_products.combinations": lambda s: (
        cross_products.combinations(_complete(s), width=2, by=by, period=period, apart=apart)
        for by, period, apart in ((None, None, False), (BY, "month", True))
    ),
    "cross_products.block_products": lambda s: (
        cross_products.block_products(
            _complete(s), centre=(7.5, 1.0), by=BY, period="month", apart=apart
        )
        for apart in (False, True)
    ),
    "complete_rows.filled_cells": lambda s: iter(
        [complete_rows.filled_cells(_complete(s), width=2)]
    ),
    "complete_rows.repeated_rows": lambda s: iter([complete_rows.repeated_rows(_complete(s))]),
    "lent.keyed_answers": _lent,
}
