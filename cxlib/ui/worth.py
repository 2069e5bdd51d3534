"""Value by segment and cohort, of new and future customers, and under other assumptions."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import streamlit as st

from cxlib.charts import spending
from cxlib.charts import worth as charts
from cxlib.charts.purchase_words import unit_singular
from cxlib.charts.time_words import span
from cxlib.charts.worth import Place
from cxlib.locale.speak import say
from cxlib.metrics.periods import later_start, period_label
from cxlib.models.bootstrap import Draws, ValueInterval, value_interval
from cxlib.models.customer_value import customer_value
from cxlib.models.new_customer import NewCustomer, future_customers, new_customer
from cxlib.stats.purchases import Whole
from cxlib.ui import card, drill, head, jobs, valued
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.valued import Valued
from cxlib.ui.words import plain

DISCOUNTS = (0.0, 0.05, 0.10, 0.15, 0.20)
LATELY = 6
"""Units of arrivals from which those to come are reckoned."""
MOST_COHORTS = 36


def overview(view: View, found: Valued) -> None:
    """Value and who holds it: customers, segments, cohorts."""
    cards, below = head.cards(), st.container()
    unit = found.terms.unit
    shares = spending.value_shares(found.value, found.look, unit=unit, limits=found.limits)
    lorenz = spending.lorenz(found.value, found.look, unit=unit)
    if shares is None or lorenz is None:
        st.info(
            plain(found.spend_reason) or say("The amounts sum to nothing, so there is no value."),
            icon=":material/info:",
        )
        return
    with cards:
        card.show(shares, key="value_shares")
        card.show(lorenz, key="value_lorenz")
        if view.by and found.value.clv is not None:
            drill.show(valued.by_group(found, view.by), view, key="value_by_group", below=below)
        _cohorts(view, found)


def tab(found: Valued) -> None:
    """New customers, future ones, and what the assumptions do."""
    spend = found.value.spend_fit
    if spend is None:
        st.info(plain(found.spend_reason), icon=":material/info:")
        return
    terms = found.terms
    with st.container(horizontal=True, vertical_alignment="bottom", key="new_terms"):
        cost = st.number_input(
            say("Cost of winning a customer"),
            0.0,
            1e9,
            0.0,
            1.0,
            key="acquisition_cost",
            width=220,
            help=say("What a new customer costs you on average; 0 where you do not know."),
        )
        arrivals = _arrivals(found)
    one = new_customer(
        found.value.fit,
        spend,
        horizon=terms.horizon,
        discount=terms.discount,
        margin=terms.margin,
        level=found.look.level,
    )
    with head.cards():
        chart = charts.new_customer_value(
            one, found.value, found.look, unit=terms.unit, cost=cost or None
        )
        card.show(chart, key="new_customer")
        _equity(found, one, arrivals, cost)
    _what_if(found)


def _arrivals(found: Valued) -> list[int]:
    """New customers in the last whole units, or so many in each as the analyst expects."""
    histories = found.book.histories
    since = np.floor(histories.age / found.value.fit.history_unit).astype(np.int64)
    last = int(min(LATELY, since.max(initial=0)))
    seen = [int(histories.n[since == k].sum()) for k in range(last)]
    usual = round(sum(seen) / last) if last else 0
    expected = st.number_input(
        say("New customers expected a {unit}", unit=unit_singular(found.terms.unit)),
        0,
        1_000_000_000,
        usual,
        key=f"arrivals_{found.terms.unit}",
        width=240,
        help=say("At first as many as lately on average; write your own plan."),
    )
    return seen if seen and expected == usual else [int(expected)]


def _cohorts(view: View, found: Valued) -> None:
    """Value by month of the first purchase, with limits computed in the background."""
    if found.value.clv is None:
        return
    owner, cohorts = _began(found)
    if not 2 <= len(cohorts) <= MOST_COHORTS:
        return
    if found.limits is None:
        # One after the other: two fits side by side take more than twice as long.
        return
    value, histories, level = found.value, found.book.histories, found.look.level

    def work(progress: Progress) -> ValueInterval:
        draws = Draws(level=level, progress=progress.report, cancelled=progress.cancelled)
        return value_interval(value, histories, groups=owner, each=False, draws=draws)

    key = f"cohorts {view.dataset.key} {view.selection} {level} {found.terms}"
    jobs.start(key, say("The limits of the cohorts are being computed"), work)
    limits: ValueInterval | None = jobs.result(key)
    chart = charts.value_by_cohort(
        value, limits, owner.tolist(), cohorts, found.look, unit=found.terms.unit
    )
    card.show(chart, key="value_by_cohort")


def _began(found: Valued) -> tuple[Whole, tuple[Place, ...]]:
    """The cohort of each history, and the cohorts; by age where whole units are counted."""
    age = found.book.histories.age
    if found.terms.occasions is None:
        return cohorts_of(age, found.book.end)
    ages = np.unique(age)[::-1]
    names = (
        say("{time} ago", time=span(int(one), found.terms.unit)) if one else say("lately")
        for one in ages.tolist()
    )
    places = tuple(Place(name, i) for i, name in enumerate(names))
    return np.searchsorted(-ages, -age).astype(np.int64), places


def cohorts_of(age: Whole, end: date) -> tuple[Whole, tuple[Place, ...]]:
    """The month or quarter of each history's first purchase, and their names, earliest first."""
    period = "month" if age.max(initial=0) <= MOST_COHORTS * 30 else "quarter"
    days = [end - timedelta(int(one)) for one in age]
    starts = [_start(day, period) for day in days]
    order = sorted(set(starts))
    places = {start: i for i, start in enumerate(order)}
    names = tuple(Place(period_label(start, period), i) for i, start in enumerate(order))
    return np.array([places[start] for start in starts], np.int64), names


def _start(day: date, period: str) -> date:
    month = day.month if period == "month" else (day.month - 1) // 3 * 3 + 1
    return later_start(date(day.year, month, 1), "month", 0)


def _equity(found: Valued, one: NewCustomer, arrivals: list[int], cost: float) -> None:
    """Present and future customers."""
    terms = found.terms
    future = future_customers(
        one,
        arrivals,
        units=terms.horizon,
        discount=terms.discount,
        unit_days=terms.unit_days,
        cost=cost,
    )
    if found.value.total is not None:
        chart = charts.equity(found.value, found.limits, future, found.look, unit=terms.unit)
        card.show(chart, key="equity")


def _what_if(found: Valued) -> None:
    """Value per customer by discount and horizon."""
    terms = found.terms
    horizons = sorted({max(1, round(terms.horizon * part)) for part in (0.5, 1, 2, 3)})
    values = [
        [
            customer_value(
                found.value.fit,
                found.value.spend_fit,
                found.book.histories,
                horizon=horizon,
                discount=rate,
                margin=terms.margin,
            ).mean
            for horizon in horizons
        ]
        for rate in DISCOUNTS
    ]
    chart = charts.what_if(
        values, DISCOUNTS, horizons, found.look, unit=terms.unit, margin=terms.margin
    )
    card.show(chart, key="what_if")
