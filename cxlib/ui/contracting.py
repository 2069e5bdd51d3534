"""Lifetime value from contracts: the value, the models behind it, what moves it, break-even."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cxlib.charts import contract_models as model_charts
from cxlib.charts import contract_sensitivity as sensitivity_charts
from cxlib.charts import contracts as charts
from cxlib.charts.chart import Point
from cxlib.charts.contract_payback import payback_chart
from cxlib.charts.contract_words import method_name
from cxlib.charts.retention import unit_name
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.contract_models import value_models
from cxlib.models.contract_payback import Payback, payback
from cxlib.models.contract_sensitivity import sensitivity, what_if
from cxlib.ui import (
    card,
    contract_cohorts,
    contract_terms,
    contracted,
    coverage,
    drill,
    head,
    kpi,
    show,
    staying,
)
from cxlib.ui.contracted import Contracted
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain

CHURNS = (0.6, 0.8, 1.0, 1.2, 1.4)
DISCOUNTS = (0.0, 0.05, 0.1, 0.15, 0.2)


def page() -> None:
    """Draw everything below the page's title."""
    view = head.head("subscriptions")
    with show.errors():
        asked = contract_terms.controls(view)
        with st.spinner(say("Fitting the models")):
            found = contracted.read(view, asked)
        coverage.line(found.table.coverage, key="contracts")
        kpi.row(contracted.headline(found), key="contracts")
        for note in filter(None, (staying.repeated(view), staying.immortal(view))):
            st.caption(f":material/info: {plain(note)}")
        parts: tuple[tuple[str, Callable[[View, Contracted], None]], ...] = (
            (f":material/payments: {say('Value')}", _value),
            (f":material/timeline: {say('Models')}", _models),
            (f":material/tune: {say('Sensitivity')}", _sensitivity),
            (f":material/savings: {say('Break-even')}", _break_even),
        )
        tabs = st.tabs([name for name, _ in parts], key="contract_tabs", on_change="rerun")
        for tab, (_, draw) in zip(tabs, parts, strict=True):
            if tab.open:
                with tab, show.errors():
                    draw(view, found)


def _value(view: View, found: Contracted) -> None:
    """Payments expected, by group, by cohort, and those still there."""
    asked, look = found.asked, found.look
    cards, below = head.cards(), st.container()
    with cards:
        chart = charts.expected_payments(
            found.curve, found.total, asked.terms, look, unit=asked.unit
        )
        card.show(chart, key="payments")
        if view.by and len(found.groups.values) > 1:
            chart = charts.value_by_group(
                found.groups, asked.terms, look, unit=asked.unit, column=view.by
            )
            drill.show(chart, view, key="contract_by_group", below=below)
    if view.by and len(found.groups.values) > 1:
        table = charts.group_table(found.groups, asked.terms, look, unit=asked.unit, column=view.by)
        card.show(table, key="contract_groups")
    contract_cohorts.draw(view, found)


def _models(view: View, found: Contracted) -> None:
    """Every model beside the others, and which to believe."""
    asked, look = found.asked, found.look
    with st.spinner(say("Fitting the models")):
        curves = contracted.models_of(
            view.dataset, view.selection, asked.days, unit=asked.unit, level=view.level
        )
    models = value_models(curves, asked.terms)
    first, *rest = model_charts.verdict(models, unit=asked.unit)
    st.markdown(f"**{plain(first)}** {plain(' '.join(rest))}")
    if view.by:
        st.caption(say("The models are of all customers in view; a filter narrows them."))
    with head.cards():
        chart = model_charts.model_curves(models, asked.terms, look, unit=asked.unit)
        card.show(chart, key="contract_curves")
        card.show(model_charts.values_by_model(models, look), key="contract_models")
    card.show(model_charts.model_table(models, look), key="contract_model_table")


def _sensitivity(view: View, found: Contracted) -> None:
    """One assumption at a time, and churn against discount."""
    del view
    asked, look = found.asked, found.look
    with st.container(horizontal=True, vertical_alignment="bottom", key="contract_steps"):
        by = st.number_input(
            say("Margin, churn, horizon (± %)"),
            1.0,
            90.0,
            20.0,
            5.0,
            format="%.4g",
            key="contract_by",
            bind="query-params",
            width=210,
        )
        points = st.number_input(
            say("Discount, growth (± points)"),
            1.0,
            50.0,
            5.0,
            1.0,
            format="%.4g",
            key="contract_points",
            bind="query-params",
            width=210,
        )
    swings = sensitivity(found.curve, asked.terms, by=by / 100, points=points / 100)
    grid = what_if(found.curve, asked.terms, churns=CHURNS, discounts=DISCOUNTS)
    with head.cards():
        chart = sensitivity_charts.tornado(swings, found.total, asked.terms, look, unit=asked.unit)
        card.show(chart, key="contract_tornado")
        chart = sensitivity_charts.what_if(grid, CHURNS, DISCOUNTS, look, n=found.total.n)
        card.show(chart, key="contract_what_if")


def _break_even(view: View, found: Contracted) -> None:
    """When the margin has brought back what winning the customer cost."""
    del view
    asked = found.asked
    cost = st.number_input(
        say("Cost of winning a customer"),
        0.0,
        1e9,
        0.0,
        1.0,
        key="contract_cost",
        bind="query-params",
        width=220,
        help=say("What a new customer costs you on average; 0 where you do not know."),
    )
    back = payback(found.curve, asked.terms, cost=float(cost))
    if cost > 0:
        kpi.row(_paid_back(back, found), key="contract_payback")
    else:
        st.caption(
            say("Enter what it costs to win a customer to see when the margin has paid it back.")
        )
    chart = payback_chart(back, found.total, asked.terms, found.look, unit=asked.unit)
    card.show(chart, key="contract_payback", height=380)


def _paid_back(back: Payback, found: Contracted) -> list[Kpi]:
    total, level, units = found.total, found.look.level, unit_name(found.asked.unit)
    low, high = (None if one is None else one - back.cost for one in (total.low, total.high))
    known = back.earliest is not None and back.latest is not None
    return [
        Kpi(
            say("Break-even ({unit})", unit=units),
            Point(
                back.break_even,
                back.earliest if known else None,
                back.latest if known else None,
            ),
            ",.0f",
            level,
            about=say(
                "Time of the payment with which the expected discounted margin passes the cost, "
                "by {model}; a dash: not within the horizon.",
                model=method_name(total.model),
            ),
        ),
        Kpi(
            say("Payback, no churn ({unit})", unit=units),
            Point(back.stayer),
            ",.0f",
            about=say("Without churn and discount, as it is often reckoned; it is too early."),
        ),
        Kpi(
            say("Value less cost"),
            Point(back.net, low, high, total.n),
            "+,.2f",
            level,
        ),
        Kpi(
            say("Return on the cost"),
            Point(
                back.returns,
                None if low is None else low / back.cost,
                None if high is None else high / back.cost,
                total.n,
            ),
            "+.0%",
            level,
            about=say(
                "Value for each 1 of cost, less 1; the value is {ratio} times the cost.",
                ratio=number(back.ratio, ",.2f"),
            ),
        ),
    ]
