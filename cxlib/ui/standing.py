"""Customers one by one: matrices of histories, one customer's card, and lists to act on."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import alive_history as charts
from cxlib.charts import spending
from cxlib.charts.words import number
from cxlib.errors import CxError
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.models.alive_history import alive_over_time, history_matrix
from cxlib.models.customer_value import ValueEstimate
from cxlib.stats.asked import PurchaseBook
from cxlib.stats.one_customer import CustomerDays, read_customer_days
from cxlib.tables.selection import Selection
from cxlib.ui import card, head, load, session, valued
from cxlib.ui.head import View
from cxlib.ui.valued import Valued
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

FAITHFUL, FADED, ALL = "faithful", "faded", "all"
LIKELY, DOUBTFUL = 0.8, 0.5
MOST = 1_000_000


def tab(view: View, found: Valued) -> None:
    """Draw who is still a customer, kind by kind and one by one."""
    fit, histories, unit = found.value.fit, found.book.histories, found.terms.unit
    matrix = history_matrix(fit, histories, horizon=found.terms.horizon)
    with head.cards():
        card.show(charts.alive_matrix(matrix, fit, found.look, unit=unit), key="alive_matrix")
        chart = charts.purchase_matrix(
            matrix, fit, found.look, horizon=found.terms.horizon, unit=unit
        )
        card.show(chart, key="purchase_matrix")
    book = load.customers(view.dataset, view.selection)
    each = valued.revalue(found, book)
    _list(book, each, found)
    _one(view, book, each, found)


def _list(book: PurchaseBook, each: ValueEstimate, found: Valued) -> None:
    """The most valuable customers, and the whole list as a file."""
    chart = spending.top_customers(each, book.histories, found.look, unit=found.terms.unit)
    card.show(chart, key="top")
    names = {
        ALL: say("All customers"),
        FAITHFUL: say("Probably still customers, by value"),
        FADED: say("Valuable, and probably leaving"),
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        which = st.selectbox(
            say("List for action"),
            list(names),
            key="value_list",
            format_func=names.__getitem__,
            width=300,
        )
        st.download_button(
            say("Download the list (CSV)"),
            data=lambda: rows_to_csv(_rows(book, each, str(which))),
            file_name=f"customers-{which}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )


def _rows(book: PurchaseBook, each: ValueEstimate, which: str) -> dict[str, list[object]]:
    """Customers with what is expected of them, the most valuable first."""
    worth = each.clv if each.clv is not None else each.purchases
    wanted = {
        ALL: worth >= 0,
        FAITHFUL: each.p_alive >= LIKELY,
        FADED: (each.p_alive < DOUBTFUL) & (book.histories.frequency > 0),
    }[which]
    # Among those who fade, what they used to spend says who is worth a call.
    value = book.histories.spend if which == FADED else worth
    order = [i for i in (-value).argsort(kind="stable").tolist() if wanted[i]][:MOST]
    ids = book.histories.customers or ()
    scale = each.fit.history_unit
    return {
        "customer": [ids[i] for i in order],
        "frequency": [int(book.histories.frequency[i]) for i in order],
        "recency": [float(book.histories.recency[i] / scale) for i in order],
        "age": [float(book.histories.age[i] / scale) for i in order],
        "p_alive": [float(each.p_alive[i]) for i in order],
        "purchases": [float(each.purchases[i]) for i in order],
        "spend": [None if each.spend is None else float(each.spend[i]) for i in order],
        "clv": [None if each.clv is None else float(each.clv[i]) for i in order],
    }


def _one(view: View, book: PurchaseBook, each: ValueEstimate, found: Valued) -> None:
    """The card of one customer."""
    ids = book.histories.customers or ()
    with st.container(border=True, key="one_customer"):
        st.markdown(f"**{say('One customer')}**")
        named = st.text_input(
            say("Customer"), key="customer", placeholder=ids[0] if ids else "", width=280
        ).strip()
        if not named:
            st.caption(say("Write a customer as the file names it, to see its history."))
            return
        if named not in ids:
            st.caption(say("There is no customer '{name}' in view.", name=plain(named)))
            return
        place = ids.index(named)
        value = None if each.clv is None else float(each.clv[place])
        st.caption(
            say(
                "{n} purchases expected in the next {horizon} units; value {value}.",
                n=number(float(each.purchases[place]), ",.1f"),
                horizon=number(found.terms.horizon, ",d"),
                value=number(value, ",.2f"),
            )
        )
    days = _days(view.dataset, view.selection, named)
    try:
        history = alive_over_time(each.fit, days.days, end=book.end)
    except CxError as problem:
        st.caption(f":material/info: {plain(problem)}")
        return
    chart = charts.alive_over_time(history, each.fit, found.look, customer=named)
    card.show(chart, key="alive_over_time", height=260)


@load.kept(100)
def _days(dataset: Dataset, selection: Selection, customer: str) -> CustomerDays:
    with session.opened(dataset, load.using(selection)) as source:
        return read_customer_days(source, customer=customer, selection=selection)
