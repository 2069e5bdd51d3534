"""One example of every query, over typed tables that any engine may hold.

A function that returns a table, and every `read_*` function of a source, has its entry here under
"module.function"; `test_portable.py` demands it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import ibis.expr.types as ir

from cxlib.columns.mapping import Reading
from cxlib.stats import asked, cohorts, lives, purchases, respondents, rfm, scores
from cxlib.tables import contracts, rows, segments, surveys
from cxlib.tables.activity import activity
from cxlib.tables.orders import orders
from cxlib.tables.question import Question
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.source import BLANK, SEGMENT, Source

PERIODS = ("day", "week", "month", "quarter", "year")
END, HOLDOUT_END = date(2025, 3, 31), date(2025, 5, 10)
BY = SEGMENT + "plan"
KEPT = Selection((Condition("plan", ("free", BLANK)),), date(2024, 12, 30), date(2025, 4, 30))

START = datetime(2024, 12, 28, 9, 30)
DAYS = [START + timedelta(days=5 * k, minutes=37 * k) for k in range(28)]
PLANS = ["free", "Team", None, "free", "it's"]
CELLS = {"plan": [PLANS[k % 5] for k in range(28)], "region": ["n", "s"] * 14}
ROLES: dict[str, dict[str, list[Any]]] = {
    "survey": {
        "nps": [k % 11 if k % 7 else None for k in range(28)],
        "answered": [day if k % 6 else None for k, day in enumerate(DAYS)],
        "weight": [0.5 + k % 3 for k in range(28)],
        "customer": [f"c{k % 9}" for k in range(28)],
        "counts_1": [float(k % 4) if k % 5 else None for k in range(28)],
        "counts_2": [float(k % 3) for k in range(28)],
    },
    "transactions": {
        "customer": [f"c{k % 5}" if k % 8 else None for k in range(28)],
        "ordered": [DAYS[(k * 11) % 28] for k in range(28)],
        "amount": [(k * 7919) % 90_000 - 9_000 for k in range(28)],
        "order": [("C" if k % 4 == 0 else "") + str(1000 + k // 2) for k in range(28)],
        "quantity": [float(k % 6 - 1) for k in range(28)],
    },
    "subscriptions": {
        "customer": [f"c{k}" for k in range(28)],
        "started": DAYS,
        "ended": [None if k % 3 else DAYS[k] + timedelta(k * 4 - 12) for k in range(28)],
        "observed": [None if k % 4 else DAYS[27] for k in range(28)],
    },
    "events": {
        "customer": [f"c{k % 4}" for k in range(28)],
        "happened": [DAYS[(k * 3) % 28] for k in range(28)],
    },
}
READINGS = {"counts_1": Reading(score=1), "counts_2": Reading(score=5)}
DURATIONS = {
    "customer": [f"c{k}" for k in range(28)],
    "duration": [float(k % 6) for k in range(28)],
    "churned": [k % 2 for k in range(28)],
    "started": DAYS,
}


@dataclass(frozen=True)
class Sources:
    """A source of each kind on one engine; `durations` are subscriptions without dates."""

    survey: Source
    transactions: Source
    subscriptions: Source
    durations: Source
    events: Source


Tables = Callable[[Sources], Iterator[ir.Table]]
Reads = Callable[[Sources], Iterator[object]]


def _days(s: Sources) -> ir.Table:
    return purchases.purchase_days(orders(s.transactions).kept)


def _histories(s: Sources) -> Iterator[ir.Table]:
    yield purchases.histories_by_customer(_days(s), end=END, holdout_end=HOLDOUT_END)
    yield purchases.histories_by_customer(_days(s), end=END)


def _occasions(s: Sources) -> Iterator[ir.Table]:
    for unit in ("day", "week", "month"):
        yield purchases.occasions_by_customer(_days(s), end=END, unit=unit, holdout_end=HOLDOUT_END)


def _rfm(s: Sources) -> Iterator[ir.Table]:
    kept = orders(s.transactions, selection=KEPT).kept
    yield rfm.rfm_by_customer(kept, end=END)
    yield rfm.rfm_by_customer(kept.drop("order"), end=END, by=BY)


def _periods(s: Sources) -> Iterator[ir.Table]:
    for period in PERIODS:
        yield cohorts.customer_periods(activity(s.events).kept, period=period)
    yield _seen(s)


def _seen(s: Sources) -> ir.Table:
    return cohorts.customer_periods(activity(s.transactions).kept, period="month", by=BY)


def _answers(s: Sources, score: str) -> Question:
    return surveys.answers(s.survey, score=score, selection=KEPT)


def _scores(s: Sources) -> Iterator[ir.Table]:
    kept = _answers(s, "nps").kept
    yield scores.score_counts(kept.drop("weight"))
    for period in PERIODS:
        yield scores.score_counts(kept, by=BY, period=period)


def _lives(s: Sources) -> Iterator[ir.Table]:
    dated = contracts.contracts(s.subscriptions, selection=KEPT, observed=END).question.kept
    yield lives.life_counts(dated)
    yield lives.life_counts(dated, by=BY, period="month")
    yield lives.life_counts(contracts.contracts(s.durations).question.kept, by=BY)


TABLES: dict[str, Tables] = {
    "cohorts.customer_periods": _periods,
    "cohorts.cohort_sizes": lambda s: iter([cohorts.cohort_sizes(_seen(s))]),
    "cohorts.active_on": lambda s: iter([cohorts.active_on(_seen(s))]),
    "cohorts.last_active": lambda s: iter([cohorts.last_active(_seen(s))]),
    "cohorts.active_within": lambda s: iter([cohorts.active_within(_seen(s), edges=(1, 3, 6))]),
    "lives.life_counts": _lives,
    "purchases.purchase_days": lambda s: iter([_days(s)]),
    "purchases.histories_by_customer": _histories,
    "purchases.occasions_by_customer": _occasions,
    "purchases.first_segments": lambda s: iter(
        [purchases.first_segments(orders(s.transactions).kept, by=BY)]
    ),
    "purchases.counted": lambda s: map(purchases.counted, [*_histories(s), *_occasions(s)]),
    "rfm.rfm_by_customer": _rfm,
    "rfm.counted": lambda s: map(rfm.counted, _rfm(s)),
    "scores.score_counts": _scores,
    "surveys.spread": lambda s: iter([surveys.spread(s.survey, _answers(s, "csat").kept)]),
    "rows.rows_of": lambda s: iter([rows.rows_of(orders(s.transactions, selection=KEPT), limit=5)]),
    "rows.dropped_rows": lambda s: iter([rows.dropped_rows(orders(s.transactions), limit=5)]),
}
READS: dict[str, Reads] = {
    "asked.read_score_cube": lambda s: iter(
        [
            asked.read_score_cube(s.survey, score="csat", by=["plan"]),
            asked.read_score_cube(s.survey, score="nps"),
            asked.read_score_cube(
                s.survey, score="nps", selection=KEPT, by=["plan", "region"], period="week"
            ),
        ]
    ),
    "asked.read_life_table": lambda s: iter(
        [
            asked.read_life_table(s.subscriptions, selection=KEPT, by=["plan"]),
            asked.read_life_table(s.durations, by=["plan"]),
        ]
    ),
    "asked.read_purchase_book": lambda s: (
        asked.read_purchase_book(
            s.transactions,
            end=END,
            holdout_end=HOLDOUT_END,
            customers=customers,
            occasions=occasions,
        )
        for customers, occasions in ((False, None), (True, "week"))
    ),
    "cohorts.read_cohorts": lambda s: (
        cohorts.read_cohorts(s.transactions, period="month", by=("plan",), edges=edges)
        for edges in (None, (1, 3, 6))
    ),
    "respondents.read_respondents": lambda s: iter(
        [respondents.read_respondents(s.survey, score="nps", dated=True)]
    ),
    "rfm.read_rfm": lambda s: (
        rfm.read_rfm(s.transactions, by=by, customers=customers)
        for by, customers in (((), True), (["plan"], False))
    ),
    "segments.read_days": lambda s: iter([segments.read_days(s.transactions, "ordered")]),
    "segments.read_segments": lambda s: iter([segments.read_segments(s.survey)]),
}
