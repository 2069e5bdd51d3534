"""The Lifetime value page: from orders in tabs, from contracts at once."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cxlib.charts import contracts as contract_charts
from cxlib.locale.speak import say
from cxlib.ui import (
    card,
    checking,
    contracted,
    coverage,
    drill,
    head,
    kpi,
    rfm,
    show,
    standing,
    valued,
    worth,
)
from cxlib.ui.words import plain


def page() -> None:
    """Draw the page below its title."""
    chosen = head.either(
        {"transactions": say("From orders"), "subscriptions": say("From contracts")}
    )
    if chosen == "transactions":
        _from_orders()
    else:
        _from_contracts()


def _from_orders() -> None:
    view = head.head("transactions")
    with show.errors():
        terms = valued.terms()
        found = valued.read(view, terms)
        coverage.line(found.book.coverage, key="value")
        kpi.row(valued.headline(found), key="value")
        if found.spend_reason:
            st.info(plain(found.spend_reason), icon=":material/info:")
        for note in (*found.value.fit.notes, *_spend_notes(found)):
            st.caption(f":material/info: {plain(note)}")
        tabs = st.tabs(
            [
                f":material/payments: {say('Value')}",
                f":material/fact_check: {say('Check')}",
                f":material/person_search: {say('Customers')}",
                f":material/person_add: {say('New customers')}",
                f":material/category: {say('RFM')}",
            ],
            key="value_tabs",
            on_change="rerun",
        )
        parts: tuple[Callable[[], None], ...] = (
            lambda: worth.overview(view, found),
            lambda: checking.tab(view, terms),
            lambda: standing.tab(view, found),
            lambda: worth.tab(found),
            lambda: rfm.tab(view),
        )
        for tab, draw in zip(tabs, parts, strict=True):
            if tab.open:
                with tab, show.errors():
                    draw()


def _spend_notes(found: valued.Valued) -> tuple[str, ...]:
    return () if found.value.spend_fit is None else found.value.spend_fit.notes


def _from_contracts() -> None:
    view = head.head("subscriptions")
    with show.errors():
        terms, model, unit = contracted.terms()
        found = contracted.read(view, terms, model, unit)
        coverage.line(found.table.coverage, key="contracts")
        kpi.row(contracted.headline(found), key="contracts")
        cards, below = head.cards(), st.container()
        with cards:
            chart = contract_charts.expected_payments(found.values, terms, found.look, unit=unit)
            card.show(chart, key="payments")
            if view.by and len(found.values) > 1:
                chart = contract_charts.value_by_group(
                    found.values, terms, found.look, unit=unit, column=view.by
                )
                drill.show(chart, view, key="contract_by_group", below=below)
