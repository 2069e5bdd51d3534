"""One example of every query, over typed tables that any engine may hold.

A function that returns a table has its entry here under "module.function", and every `read_*`
function of a source in `example_reads.py`; `test_portable.py` demands it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

import ibis
import ibis.expr.types as ir

from cxlib.columns.business_hours import business_hours
from cxlib.columns.keys import KeyRules
from cxlib.columns.mapping import Reading
from cxlib.stats import (
    activity_days,
    clicks,
    cohort_members,
    cohort_places,
    cohorts,
    covariates,
    desk,
    follow_up,
    funnels,
    gaps,
    habits,
    landmarks,
    life_patterns,
    lives,
    lives_there,
    matches,
    once,
    one_customer,
    order_amounts,
    purchase_calendar,
    purchase_patterns,
    purchases,
    reasons,
    repeats,
    revenue,
    rfm,
    score_pairs,
    scores,
    together,
)
from cxlib.stats import sessions as visits
from cxlib.stats.cohort_grid import Clock, CohortGrid, Rule
from cxlib.stats.cohort_members import CohortCell
from cxlib.tables import contracts, linked, rows, surveys
from cxlib.tables.activity import activity
from cxlib.tables.hours import open_seconds
from cxlib.tables.orders import orders
from cxlib.tables.question import Question
from cxlib.tables.running import running
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.source import BLANK, SEGMENT, Source
from cxlib.tables.statuses import status_counts
from cxlib.tables.subscribed import spans, states, subscribed
from cxlib.tables.ticket_log import changes_of
from cxlib.tables.tickets import tickets
from tests.stats import (
    answering_examples,
    driver_examples,
    measure_examples,
    period_examples,
)
from tests.stats.example_customers import CUSTOMERS

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
        "reason": [["price", "moved", None][k % 3] for k in range(28)],
    },
    "events": {
        "customer": [f"c{k % 4}" for k in range(28)],
        "happened": [DAYS[(k * 3) % 28] for k in range(28)],
        "event": ["view", "cart", "buy", "view"] * 7,
        "session": [f"s{k // 3}" if k % 7 else None for k in range(28)],
        "shown": [float(k % 4) if k % 5 else None for k in range(28)],
        "clicked": [float(k % 2) for k in range(28)],
    },
    "tickets": {
        "created": DAYS,
        "ticket": [f"t{k}" for k in range(28)],
        "customer": [f"c{k % 9}" if k % 6 else None for k in range(28)],
        "first_replied": [DAYS[k] + timedelta(hours=k) if k % 5 else None for k in range(28)],
        "solved": [DAYS[k] + timedelta(hours=30 * k - 40) if k % 4 else None for k in range(28)],
        "reopened": [float(k % 3) if k % 4 else None for k in range(28)],
    },
}
READINGS = {"counts_1": Reading(score=1), "counts_2": Reading(score=5)}
DURATIONS = {
    "customer": [f"c{k}" for k in range(28)],
    "duration": [float(k % 6) for k in range(28)],
    "churned": [k % 2 for k in range(28)],
    "started": DAYS,
}
LOG = {
    "ticket": [f"t{k % 6}" for k in range(28)],
    "changed": [DAYS[(k * 5) % 28] for k in range(28)],
    "status": ["Open", "Pending", "Solved", "Reopened", "Closed"] * 5 + ["Open", None, "Solved"],
}
HOURS = business_hours("Mon-Fri 09:00-17:00 Europe/Paris", [date(2025, 1, 1)])


@dataclass(frozen=True)
class Sources:
    """A source of each kind on one engine; `durations` are subscriptions without dates.

    `log` are the changes of tickets.
    """

    survey: Source
    transactions: Source
    subscriptions: Source
    durations: Source
    events: Source
    tickets: Source
    log: Source


Tables = Callable[[Sources], Iterator[ir.Table]]
Reads = Callable[[Sources], Iterator[object]]


def _days(s: Sources) -> ir.Table:
    return purchases.purchase_days(orders(s.transactions).kept)


def _histories(s: Sources) -> Iterator[ir.Table]:
    yield purchases.histories_by_customer(_days(s), end=END, holdout_end=HOLDOUT_END)
    yield purchases.histories_by_customer(_days(s), end=END)


def _occasions(s: Sources) -> Iterator[ir.Table]:
    for unit in ("day", "week", "month", "year"):
        yield purchases.occasions_by_customer(_days(s), end=END, unit=unit, holdout_end=HOLDOUT_END)


def _rfm(s: Sources) -> Iterator[ir.Table]:
    kept = orders(s.transactions, selection=KEPT).kept
    yield rfm.rfm_by_customer(kept, end=END)
    yield rfm.rfm_by_customer(kept.drop("order"), end=END, by=BY)


def _periods(s: Sources) -> Iterator[ir.Table]:
    for period in PERIODS:
        yield cohort_places.customer_periods(activity(s.events).kept, period=period)
    yield _seen(s)


def _seen(s: Sources) -> ir.Table:
    return cohort_places.customer_periods(activity(s.transactions).kept, period="month", by=BY)


def _windows(s: Sources) -> Iterator[ir.Table]:
    for period in ("day", "month"):
        grid = CohortGrid(period, (0, 1, 2), clock=Clock.OWN)
        for by in (None, BY):
            yield cohort_places.customer_windows(
                activity(s.events).kept, moment="happened", grid=grid, end=DAYS[-1], by=by
            )


def _contracts(s: Sources) -> Iterator[ir.Table]:
    for source in (s.subscriptions, s.durations):
        kept = running(source, selection=KEPT, cut_off=END).question.kept
        for clock in Clock:
            grid = CohortGrid("month", (0, 1, 2), clock=clock)
            yield cohort_places.contract_periods(kept, grid=grid, cut_off=END, by=BY)


def _cell_counts(s: Sources) -> Iterator[ir.Table]:
    for rule in Rule:
        grid = CohortGrid("month", (0, 1, 2), rule=rule)
        yield cohort_places.cell_counts(next(_contracts(s)), grid=grid)


def grids(s: Sources) -> Iterator[tuple[Source, CohortGrid]]:
    for source in (s.transactions, s.events, s.subscriptions, s.durations):
        for rule in Rule:
            for clock in Clock:
                yield source, CohortGrid("month", (1, 3, 6), rule, clock)


def _answers(s: Sources, score: str) -> Question:
    return surveys.answers(s.survey, score=score, selection=KEPT)


def _scores(s: Sources) -> Iterator[ir.Table]:
    kept = _answers(s, "nps").kept
    yield scores.score_counts(kept.drop("weight"))
    for period in PERIODS:
        yield scores.score_counts(kept, by=BY, period=period)


def _of_each_customer(s: Sources) -> Iterator[ir.Table]:
    kept = surveys.answers(s.survey, score="nps", dated=True).kept
    for how in once.HOW:
        for period in (None, *PERIODS):
            yield once.of_each_customer(kept, how=how, period=period)


def _answers_by_customer(s: Sources) -> Iterator[ir.Table]:
    kept = surveys.answers(s.survey, score="nps", dated=True).kept
    yield repeats.answers_by_customer(kept.drop("weight"))
    yield repeats.answers_by_customer(kept, by=[BY, SEGMENT + "region"], period="month")


def _score_patterns(s: Sources) -> Iterator[ir.Table]:
    kept = _answers(s, "nps").kept
    yield score_pairs.score_patterns(kept, [BY])
    yield score_pairs.score_patterns(kept, [BY, SEGMENT + "region"])


def _followed(s: Sources) -> landmarks.Landmarks:
    return landmarks.landmarks(s.survey, s.subscriptions, selection=KEPT, observed=END)


def _lives(s: Sources) -> Iterator[ir.Table]:
    dated = contracts.contracts(s.subscriptions, selection=KEPT, observed=END).question.kept
    yield lives.life_counts(dated)
    yield lives.life_counts(dated, by=BY, period="month")
    yield lives.life_counts(contracts.contracts(s.durations).question.kept, by=BY)
    late = contracts.contracts(s.subscriptions, observed=END, records_from=START.date())
    yield lives.life_counts(late.stays, by=BY, period="month")


def _stays(s: Sources) -> Iterator[contracts.Contracts]:
    mapping = s.subscriptions.mapping.with_choice("stays", "join")
    joined = replace(s.subscriptions, mapping=mapping)
    yield contracts.contracts(joined, selection=KEPT, observed=END)
    yield contracts.contracts(joined, observed=END, records_from=START.date())


def _reasons(s: Sources) -> Iterator[ir.Table]:
    for source in (s.subscriptions, s.durations):
        kept = contracts.contracts(source).question.kept
        yield reasons.reason_counts(kept, reason=BY, by=SEGMENT + "region")
        yield reasons.reason_counts(kept, reason=BY)


def _active_days(s: Sources) -> Iterator[ir.Table]:
    yield gaps.customer_days(activity(s.events).kept)
    yield gaps.customer_days(activity(s.transactions).kept, by=BY)


def _patterns(s: Sources) -> ir.Table:
    question = contracts.contracts(s.subscriptions, selection=KEPT, observed=END).question
    return covariates.with_covariates(question, ("plan", "region"), {}).kept


def _tickets(s: Sources) -> ir.Table:
    return tickets(s.tickets, selection=KEPT).table


def _visits(s: Sources) -> Iterator[ir.Table]:
    kept = activity(s.events).kept
    yield visits.sessions_by_gap(kept, by=BY)
    yield visits.sessions_by_number(kept)


def _answered(s: Sources) -> ir.Table:
    kept = _answers(s, "nps").kept
    return kept.select("row", "score", key=kept.customer, moment=kept.answered)


def _contacts(s: Sources) -> ir.Table:
    table = _tickets(s)
    return table.select(key=table.customer, contact=table.created)


def _replies(s: Sources) -> ir.Table:
    table = tickets(s.tickets, hours=HOURS).waits("solve")
    return table.select(key=table.customer, ended=table.solved, waited=table.duration)


def _open_seconds(s: Sources) -> Iterator[ir.Table]:
    table = s.tickets.table.mutate(created_zoned=s.tickets.table.ticket == "t3")
    days = (DAYS[0].date(), DAYS[-1].date())
    yield open_seconds(table, {"created": "created_s"}, HOURS, days=days)


def _funnels(s: Sources) -> Iterator[ir.Table]:
    kept = activity(s.events).kept
    yield funnels.funnel_counts(kept, steps=("view", "cart", "buy"), by=BY)
    yield funnels.funnel_counts(kept, steps=("view", "view"), within=86_400)


def paid(s: Sources) -> Source:
    """Subscriptions with a fee."""
    table = s.subscriptions.table
    fee = {"fee": table.row.cast("int64") * 7919, "fee_problem": ibis.null("string")}
    return replace(s.subscriptions, table=table.mutate(**fee))


def _states(s: Sources) -> Iterator[ir.Table]:
    kept = subscribed(paid(s), selection=KEPT, observed=END).question.kept
    for by in (None, BY):
        yield states(kept, spans(DAYS[0].date(), END, "month"), by=by)


def _together(s: Sources) -> Iterator[ir.Table]:
    days = activity_days.daily(activity(s.events).kept, by=(BY,))
    yield together.together(
        [
            activity_days.active_gaps(days, by=BY),
            activity_days.period_moves(days, period="month"),
            clicks.click_sums(days),
        ]
    )


def _marked(s: Sources) -> ir.Table:
    """Order lines with two columns of groups."""
    question = orders(s.transactions)
    return covariates.with_covariates(question, ("plan", "region"), {}).kept


def _patterned(s: Sources) -> ir.Table:
    return next(_histories(s)).join(purchase_patterns.first_values(_marked(s), width=2), "customer")


def loaded(source: Source) -> Source:
    """The source as a dataset of several files has it."""
    marks = {"load": ibis.literal(0), "row_problem": ibis.null("string")}
    return replace(source, table=source.table.mutate(**marks))


TABLES: dict[str, Tables] = {
    "activity_days.active_day_counts": lambda s: iter(
        [activity_days.active_day_counts(activity(s.events).kept, last=END, days=28, by=BY)]
    ),
    "activity_days.active_gaps": lambda s: (
        activity_days.active_gaps(activity(s.events).kept, by=by) for by in (None, BY)
    ),
    "activity_days.daily": lambda s: (
        activity_days.daily(activity(s.events).kept, by=by) for by in ((), (BY,))
    ),
    "activity_days.period_moves": lambda s: (
        activity_days.period_moves(activity(s.events).kept, period=period, by=BY)
        for period in PERIODS
    ),
    "clicks.click_sums": lambda s: (
        clicks.click_sums(activity(s.events).kept, by=by) for by in (None, BY)
    ),
    **CUSTOMERS,
    "desk.contact_counts": lambda s: (
        desk.contact_counts(_tickets(s), seen=END, by=by) for by in (None, BY)
    ),
    "desk.flow_counts": lambda s: (
        desk.flow_counts(_tickets(s), period=period) for period in PERIODS
    ),
    "follow_up.next_contacts": lambda s: iter(
        [follow_up.next_contacts(_answered(s), _contacts(s), seen=DAYS[-1])]
    ),
    "follow_up.replied_before": lambda s: iter(
        [follow_up.replied_before(_answered(s), _replies(s), days=14)]
    ),
    "funnels.event_customers": lambda s: iter([funnels.event_customers(activity(s.events).kept)]),
    "funnels.funnel_counts": _funnels,
    "habits.habit_counts": lambda s: iter(
        [habits.habit_counts(activity(s.events).kept, last=END, window=28, follow_up=14)]
    ),
    "gaps.customer_days": _active_days,
    "gaps.gap_counts": lambda s: map(gaps.gap_counts, _active_days(s)),
    "gaps.silences": lambda s: (gaps.silences(days, last=END) for days in _active_days(s)),
    "gaps.counted_by": lambda s: (
        gaps.counted_by(gaps.silences(days, last=END), "active", "silence", "beyond")
        for days in _active_days(s)
    ),
    "hours.open_seconds": _open_seconds,
    "statuses.status_counts": lambda s: iter([status_counts(changes_of(s.log))]),
    "ticket_log.changes_of": lambda s: iter([changes_of(s.log)]),
    "sessions.session_lengths": lambda s: map(visits.session_lengths, _visits(s)),
    "sessions.sessions_by_gap": lambda s: iter([next(_visits(s))]),
    "sessions.sessions_by_number": lambda s: iter([list(_visits(s))[1]]),
    "sessions.visit_counts": lambda s: map(visits.visit_counts, _visits(s)),
    "together.together": _together,
    "cohort_places.cell_counts": _cell_counts,
    "cohort_places.contract_periods": _contracts,
    "cohort_places.customer_numbers": lambda s: (
        cohort_places.customer_numbers(activity(s.events).kept, period=period, by=by)
        for period in PERIODS
        for by in (None, BY)
    ),
    "cohort_places.customer_periods": _periods,
    "cohort_places.customer_windows": _windows,
    "cohort_members.cell_customers": lambda s: (
        cohort_members.cell_customers(
            source, grid, CohortCell(date(2025, 1, 1), 1, active=True), selection=KEPT, limit=5
        )
        for source, grid in grids(s)
    ),
    "cohorts.cohort_sizes": lambda s: iter([cohorts.cohort_sizes(_seen(s))]),
    "cohorts.active_on": lambda s: iter([cohorts.active_on(_seen(s))]),
    "cohorts.last_active": lambda s: iter([cohorts.last_active(_seen(s))]),
    "cohorts.active_within": lambda s: iter([cohorts.active_within(_seen(s), edges=(1, 3, 6))]),
    "landmarks.stay_counts": lambda s: iter(
        [landmarks.stay_counts(_followed(s).chosen, by=BY, period="month")]
    ),
    "lives.life_counts": _lives,
    "life_patterns.pattern_counts": lambda s: (
        life_patterns.pattern_counts(_patterns(s), width=2, apart=apart) for apart in (False, True)
    ),
    "life_patterns.several_contracts": lambda s: iter(
        [life_patterns.several_contracts(_patterns(s))]
    ),
    "lives_there.customers_there": lambda s: iter(
        [lives_there.customers_there(_patterns(s), width=2)]
    ),
    "stays.join_stays": lambda s: (one.question.table for one in _stays(s)),
    "stays.one_a_stay": lambda s: (one.stays for one in _stays(s)),
    "revenue.movement_sums": lambda s: map(revenue.movement_sums, _states(s)),
    "purchases.purchase_days": lambda s: iter([_days(s)]),
    "purchases.histories_by_customer": _histories,
    "purchases.occasions_by_customer": _occasions,
    "purchases.first_segments": lambda s: iter(
        [purchases.first_segments(orders(s.transactions).kept, by=BY)]
    ),
    "purchases.counted": lambda s: map(purchases.counted, [*_histories(s), *_occasions(s)]),
    "reasons.reason_counts": _reasons,
    "rfm.rfm_by_customer": _rfm,
    "rfm.counted": lambda s: map(rfm.counted, _rfm(s)),
    "score_pairs.score_patterns": _score_patterns,
    "score_pairs.value_numbers": lambda s: iter(
        [score_pairs.value_numbers(_answers(s, "nps").kept, [BY, SEGMENT + "region"])]
    ),
    "once.of_each_customer": _of_each_customer,
    "repeats.answers_by_customer": _answers_by_customer,
    "scores.score_counts": _scores,
    "subscribed.states": _states,
    "surveys.spread": lambda s: iter([surveys.spread(s.survey, _answers(s, "csat").kept)]),
    "linked.usable": lambda s: iter([linked.usable(s.survey.table)]),
    "matches.customer_keys": lambda s: iter([matches.customer_keys(s.survey, KeyRules())]),
    "matches.unmatched": lambda s: iter(
        [matches.unmatched(s.survey, s.transactions, rules=KeyRules(), limit=5)]
    ),
    "rows.rows_of": lambda s: iter([rows.rows_of(orders(s.transactions, selection=KEPT), limit=5)]),
    "rows.dropped_rows": lambda s: iter([rows.dropped_rows(orders(s.transactions), limit=5)]),
    "order_amounts.amounts_counted": lambda s: iter([order_amounts.amounts_counted(_days(s))]),
    "order_amounts.lines_by_sign": lambda s: iter(
        [order_amounts.lines_by_sign(orders(s.transactions).kept)]
    ),
    "order_amounts.capped": lambda s: iter([order_amounts.capped(_days(s), most=500)]),
    "order_amounts.spent_after": lambda s: (
        order_amounts.spent_after(_days(s), end=END, last=HOLDOUT_END, occasions=unit)
        for unit in (None, "month")
    ),
    "one_customer.days_of": lambda s: iter([one_customer.days_of(_days(s), customer="c1")]),
    "purchase_patterns.first_values": lambda s: iter(
        [purchase_patterns.first_values(_marked(s), width=2)]
    ),
    "purchase_patterns.changing_customers": lambda s: iter(
        [purchase_patterns.changing_customers(_marked(s), width=2)]
    ),
    "purchase_patterns.history_patterns": lambda s: iter(
        [purchase_patterns.history_patterns(_patterned(s), width=2)]
    ),
    "purchase_calendar.calendar_days": lambda s: iter(
        [purchase_calendar.calendar_days(_days(s), end=END)]
    ),
    **answering_examples.TABLES,
    **driver_examples.TABLES,
    **measure_examples.TABLES,
    **period_examples.TABLES,
}
