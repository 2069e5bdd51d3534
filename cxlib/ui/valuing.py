"""The Lifetime value page: from orders in tabs, from contracts at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.stats.asked import PurchaseBook
from cxlib.ui import (
    buying_covariates,
    checking,
    contracting,
    coverage,
    head,
    kpi,
    rfm,
    show,
    spend_tab,
    standing,
    value_books,
    value_terms,
    valued,
    worth,
)
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.value_terms import Terms
from cxlib.ui.valued import Valued
from cxlib.ui.words import plain

Part = tuple[str, Callable[[], None]]
"""A tab's label and what draws it."""


def page() -> None:
    """Draw the page below its title."""
    chosen = head.either(
        {"transactions": say("From orders"), "subscriptions": say("From contracts")}
    )
    if chosen == "transactions":
        _from_orders()
    else:
        contracting.page()


def _from_orders() -> None:
    view = head.head("transactions")
    with show.errors():
        terms = value_terms.terms()
        book = value_books.book(view, terms, by=view.by)
        coverage.line(book.coverage, key="value")
        _future(book, datetime.now(UTC).date())
        numbers, progress = st.container(), st.container()
        try:
            with progress:
                found = valued.read(view, terms)
        except CxError as problem:
            with numbers:
                _without_model(book, problem)
            _tabs(_always(view, terms, book, None))
            return
        with numbers:
            kpi.row(valued.headline(found), key="value")
            if found.spend_reason:
                st.info(plain(found.spend_reason), icon=":material/info:")
            for note in found.value.fit.notes:
                st.caption(f":material/info: {plain(note)}")
        spend, segments = _always(view, terms, book, found)
        _tabs(
            [
                (f":material/payments: {say('Value')}", lambda: worth.overview(view, found)),
                (f":material/fact_check: {say('Check')}", lambda: checking.tab(view, terms)),
                spend,
                (
                    f":material/person_search: {say('Customers')}",
                    lambda: standing.tab(view, found),
                ),
                (f":material/person_add: {say('New customers')}", lambda: worth.tab(found)),
                (
                    f":material/join_inner: {say('What goes with it')}",
                    lambda: buying_covariates.tab(view, found),
                ),
                segments,
            ]
        )


def _always(view: View, terms: Terms, book: PurchaseBook, found: Valued | None) -> list[Part]:
    """The tabs that need no purchase model: spend and RFM."""
    return [
        (
            f":material/receipt_long: {say('Spend')}",
            lambda: spend_tab.tab(view, terms, book, found),
        ),
        (f":material/category: {say('RFM')}", lambda: rfm.tab(view)),
    ]


def _tabs(parts: list[Part]) -> None:
    """Draw the open tab; a problem in it leaves the others alone."""
    tabs = st.tabs([label for label, _ in parts], key="value_tabs", on_change="rerun")
    for tab, (_, draw) in zip(tabs, parts, strict=True):
        if tab.open:
            with tab, show.errors():
                draw()


def _without_model(book: PurchaseBook, problem: CxError) -> None:
    """Who bought, and why there is no forecast."""
    histories = book.histories
    n = histories.total
    kpi.row(
        [
            Kpi(say("Customers"), Point(float(n)), ",.0f"),
            Kpi(
                say("Bought again"),
                Point(histories.repeaters / n, n=n),
                ".0%",
                about=say("Customers with an order on more than one day."),
            ),
        ],
        key="value",
    )
    st.warning(plain(str(problem)), icon=":material/info:")
    st.caption(say("What needs no forecast is shown below: spend and RFM segments."))


def _future(book: PurchaseBook, today: date) -> None:
    """Warn of orders that are dated after today."""
    if book.last > today:
        st.warning(
            say(
                "The last order is dated {day}, after today: dates may be wrong. Everybody counts "
                "as watched, and silent, up to then; end the date range earlier or correct the "
                "dates on the Data page.",
                day=book.last.isoformat(),
            ),
            icon=":material/event_busy:",
        )
