"""One example of every `read_*` function, over the sources of `examples.py`."""

from __future__ import annotations

from cxlib.columns.keys import KeyRules
from cxlib.stats import (
    asked,
    cell_counts,
    cohorts,
    complete_rows,
    coverage_time,
    cross_products,
    desk,
    engaged,
    extremes,
    follow_up,
    funnels,
    gaps,
    habits,
    landmarks,
    life_patterns,
    lives_there,
    matches,
    one_customer,
    order_amounts,
    purchase_calendar,
    purchase_patterns,
    quality,
    reasons,
    respondents,
    revenue,
    rfm,
    row_checks,
    score_pairs,
    waits,
)
from cxlib.tables import contracts, segments
from cxlib.tables.selection import Condition, Selection
from tests.stats import (
    answering_examples,
    example_customers,
    measure_examples,
    period_examples,
    repeat_examples,
)
from tests.stats.examples import (
    END,
    HOLDOUT_END,
    HOURS,
    KEPT,
    START,
    Reads,
    grids,
    loaded,
    paid,
)

READS: dict[str, Reads] = {
    "life_patterns.read_life_patterns": lambda s: iter(
        [
            life_patterns.read_life_patterns(
                s.subscriptions, covariates=["plan", "region"], selection=KEPT
            ),
            life_patterns.read_life_patterns(s.durations, covariates=["plan"]),
        ]
    ),
    "lives_there.read_customers_there": lambda s: iter(
        [
            lives_there.read_customers_there(
                s.durations, life_patterns.read_life_patterns(s.durations, covariates=["plan"])
            )
        ]
    ),
    "desk.read_desk": lambda s: (
        desk.read_desk(one, period="month", by=["plan"], hours=hours)
        for one, hours in ((s.tickets, HOURS), (s.log, None))
    ),
    "engaged.read_engagement": lambda s: iter(
        [engaged.read_engagement(s.events, period="week", selection=KEPT, by=["plan"])]
    ),
    "engaged.read_activity": lambda s: (
        engaged.read_activity(one, period="month", selection=KEPT, by=["plan"])
        for one in (s.events, s.transactions)
    ),
    "engaged.read_sessions": lambda s: (
        engaged.read_sessions(s.events, by=["plan"], numbered=numbered)
        for numbered in (True, False)
    ),
    "follow_up.read_follow_up": lambda s: iter(
        [follow_up.read_follow_up(s.survey, s.tickets, score="nps", at_most=6)]
    ),
    "follow_up.read_reply_bands": lambda s: iter(
        [follow_up.read_reply_bands(s.survey, s.tickets, score="nps", days=90)]
    ),
    "funnels.read_event_names": lambda s: iter([funnels.read_event_names(s.events)]),
    "funnels.read_funnel": lambda s: iter(
        [funnels.read_funnel(s.events, steps=("view", "buy"), within=10**6, by=["plan"])]
    ),
    "gaps.read_gaps": lambda s: (
        gaps.read_gaps(source, selection=KEPT, by=["plan"]) for source in (s.events, s.transactions)
    ),
    "reasons.read_reasons": lambda s: iter(
        [reasons.read_reasons(s.subscriptions, selection=KEPT, by=["plan"], most=1)]
    ),
    "habits.read_habits": lambda s: iter([habits.read_habits(s.events, selection=KEPT)]),
    "waits.read_waits": lambda s: (
        waits.read_waits(one, by=["plan"], period="month", hours=hours)
        for one, hours in ((s.tickets, None), (s.log, HOURS))
    ),
    "asked.read_score_cube": lambda s: iter(
        [
            asked.read_score_cube(s.survey, score="csat", by=["plan"]),
            asked.read_score_cube(s.survey, score="nps"),
            asked.read_score_cube(
                s.survey, score="nps", selection=KEPT, by=["plan", "region"], period="week"
            ),
        ]
    ),
    "score_pairs.read_score_pairs": lambda s: iter(
        [
            score_pairs.read_score_pairs(s.survey, score="csat", columns=["plan", "region"]),
            score_pairs.read_score_pairs(s.survey, score="nps", columns=["plan"], selection=KEPT),
        ]
    ),
    "contracts.read_repeated_contracts": lambda s: iter(
        [contracts.read_repeated_contracts(s.subscriptions)]
    ),
    "asked.read_life_table": lambda s: iter(
        [
            asked.read_life_table(s.subscriptions, selection=KEPT, by=["plan"]),
            asked.read_life_table(s.durations, by=["plan"]),
            asked.read_life_table(s.subscriptions, by=["plan"], records_from=START.date()),
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
        cohorts.read_cohorts(source, grid, by=("plan",)) for source, grid in grids(s)
    ),
    "matches.read_members": lambda s: iter(
        [matches.read_members(s.survey, Condition("plan", ("free",)), KeyRules())]
    ),
    "complete_rows.read_filled": lambda s: iter(
        [complete_rows.read_filled(s.survey, columns=("nps",))]
    ),
    "complete_rows.read_repeats": lambda s: iter(
        [complete_rows.read_repeats(s.survey, s.survey.table)]
    ),
    "cross_products.read_cross_products": lambda s: (
        cross_products.read_cross_products(
            s.survey, columns=("nps", "counts_2"), by=["plan"], period=period
        )
        for period in (None, "week")
    ),
    "landmarks.read_landmarks": lambda s: iter(
        [landmarks.read_landmarks(s.survey, s.subscriptions, by=["plan"], period="month")]
    ),
    "revenue.read_revenue": lambda s: iter(
        [
            revenue.read_revenue(paid(s), period="quarter", by=["plan"]),
            revenue.read_revenue(s.subscriptions, period="month", selection=KEPT),
        ]
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
    "cell_counts.read_columns": lambda s: iter([cell_counts.read_columns(s.survey)]),
    "cell_counts.read_roles": lambda s: iter([cell_counts.read_roles(s.survey)]),
    "coverage_time.read_time_coverage": lambda s: iter(
        [coverage_time.read_time_coverage(s.transactions, today=END)]
    ),
    "extremes.read_spreads": lambda s: iter([extremes.read_spreads(s.transactions)]),
    "quality.read_quality": lambda s: (
        quality.read_quality(source, today=END)
        for source in (s.survey, s.transactions, s.subscriptions, s.durations, s.events)
    ),
    "row_checks.read_choice_rows": lambda s: (
        row_checks.read_choice_rows(source, repeated=0) for source in (s.survey, s.transactions)
    ),
    "row_checks.read_impossible": lambda s: iter(
        [row_checks.read_impossible(s.subscriptions, today=END)]
    ),
    "row_checks.read_key_repeats": lambda s: iter([row_checks.read_key_repeats(s.tickets)]),
    "row_checks.read_loads": lambda s: iter([row_checks.read_loads(loaded(s.survey))]),
    "row_checks.read_repeated": lambda s: iter([row_checks.read_repeated(s.survey)]),
    "one_customer.read_customer_days": lambda s: iter(
        [one_customer.read_customer_days(s.transactions, customer="c1", selection=KEPT)]
    ),
    "purchase_patterns.read_purchase_patterns": lambda s: (
        purchase_patterns.read_purchase_patterns(
            s.transactions, covariates=["plan", "region"], selection=kept, numbers=numbers
        )
        for kept, numbers in ((KEPT, None), (Selection(), ["region"]))
    ),
    "order_amounts.read_order_amounts": lambda s: iter(
        [order_amounts.read_order_amounts(s.transactions, selection=KEPT)]
    ),
    "order_amounts.read_capped_histories": lambda s: (
        order_amounts.read_capped_histories(s.transactions, most=500, occasions=unit)
        for unit in (None, "week")
    ),
    "order_amounts.read_spent_after": lambda s: iter(
        [order_amounts.read_spent_after(s.transactions, end=END, last=HOLDOUT_END)]
    ),
    "purchase_calendar.read_purchase_calendar": lambda s: iter(
        [
            purchase_calendar.read_purchase_calendar(
                s.transactions, selection=Selection(), end=END, last=HOLDOUT_END
            )
        ]
    ),
    **answering_examples.READS,
    **example_customers.READS,
    **measure_examples.READS,
    **period_examples.READS,
    **repeat_examples.READS,
}
