"""Examples of the queries and reads about single customers, joined over files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import ibis.expr.types as ir

from cxlib.columns.keys import KeyRules
from cxlib.stats import customer_features as own
from cxlib.tables.selection import Condition, Selection

RULES = KeyRules()
KEPT = Selection((Condition("plan", ("free",)),), date(2024, 12, 30), date(2025, 4, 30))


def _parts(s: Any) -> list[own.Part]:
    everything = (s.transactions, s.survey, s.events, s.subscriptions, s.tickets)
    return [own.Part(one, own.measures_of(one)) for one in everything]


def _joined(s: Any) -> Iterator[ir.Table]:
    yield own.customer_table(s.transactions, _parts(s), rules=RULES, selection=KEPT)


CUSTOMERS: dict[str, Callable[[Any], Iterator[ir.Table]]] = {
    "customer_features.customer_measures": lambda s: (
        own.customer_measures(one, rules=RULES) for one in _parts(s)
    ),
    "customer_features.customer_table": _joined,
    "customer_features.customers_in_view": lambda s: (
        own.customers_in_view(one, rules=RULES, selection=KEPT) for one in (s.survey, s.tickets)
    ),
    "customer_features.spellings": lambda s: iter([own.spellings(s.survey, rules=RULES)]),
}
READS: dict[str, Callable[[Any], Iterator[object]]] = {
    "customer_features.read_customer_table": lambda s: iter(
        [own.read_customer_table(s.transactions, _parts(s), rules=RULES, selection=KEPT)]
    ),
    "customer_features.read_spellings": lambda s: iter([own.read_spellings(s.survey, rules=RULES)]),
}
