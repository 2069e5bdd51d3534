"""Customers one by one: matrices of histories, one customer's card, and lists to act on."""

from __future__ import annotations

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from cxlib.charts import alive_history as charts
from cxlib.charts import customers
from cxlib.charts.words import count
from cxlib.columns.masking import how_shown
from cxlib.errors import CxError
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.models.alive_history import alive_over_time, history_matrix
from cxlib.models.customer_limits import CustomerLimits, customer_limits
from cxlib.models.customer_value import ValueEstimate
from cxlib.models.tuples import Places
from cxlib.stats.asked import PurchaseBook
from cxlib.stats.one_customer import CustomerDays, read_customer_days
from cxlib.stats.purchases import Real
from cxlib.tables.selection import Selection
from cxlib.ui import card, head, load, session, value_books, valued
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
    book = value_books.customers(view, found.terms)
    each = valued.revalue(found, book.histories)
    limits = (
        None
        if found.limits is None
        else customer_limits(
            found.limits, found.book.histories, book.histories, leaving=not fit.no_dropout
        )
    )
    _list(view, book, each, limits, found)
    _one(view, book, each, limits, found)


def _list(
    view: View,
    book: PurchaseBook,
    each: ValueEstimate,
    limits: CustomerLimits | None,
    found: Valued,
) -> None:
    """The most valuable customers, and the whole list as a file."""
    if how_shown(view.dataset.mapping, view.dataset.mapping.column("customer") or ""):
        hidden = say(
            "Customers are hidden in this dataset: codes stand for them, the same one for the same "
            "customer. The Data page can change that."
        )
        st.caption(f":material/visibility_off: {hidden}")
    chart = customers.top_customers(each, book.histories, limits, found.look, unit=found.terms.unit)
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
            data=lambda: rows_to_csv(_rows(book, each, limits, str(which))),
            file_name=f"customers-{which}.csv",
            mime="text/csv",
            on_click="ignore",
            icon=":material/download:",
        )
    chosen = int(_wanted(book, each, str(which)).sum())
    st.caption(_about_list(str(which), chosen, limited=limits is not None))


def _about_list(which: str, chosen: int, *, limited: bool) -> str:
    """How many customers the list holds, by which rule, and with what limits."""
    rules = {
        ALL: say("everybody, the most valuable first"),
        FAITHFUL: say("P(alive) of at least {p}, the most valuable first", p=f"{LIKELY:.0%}"),
        FADED: say(
            "bought again, P(alive) below {p}, those who used to spend most first",
            p=f"{DOUBTFUL:.0%}",
        ),
    }
    listed = say("{n} customers: {rule}.", n=count(chosen), rule=rules[which])
    if limited:
        return listed
    return f"{listed} " + say("The file has no limits until they are computed.")


def _wanted(book: PurchaseBook, each: ValueEstimate, which: str) -> NDArray[np.bool_]:
    """Which customers a list holds."""
    if which == FAITHFUL:
        return np.asarray(each.p_alive >= LIKELY)
    if which == FADED:
        return np.asarray((each.p_alive < DOUBTFUL) & (book.histories.frequency > 0))
    return np.ones(each.n.size, bool)


def _rows(
    book: PurchaseBook, each: ValueEstimate, limits: CustomerLimits | None, which: str
) -> dict[str, list[object]]:
    """Customers with what is expected of them and its limits, in the order of the list."""
    worth = each.clv if each.clv is not None else each.purchases
    # Among those who fade, what they used to spend says who is worth a call.
    value = book.histories.spend if which == FADED else worth
    order = np.argsort(-value, kind="stable")
    order = order[_wanted(book, each, which)[order]][:MOST]
    ids, scale = book.histories.customers or (), each.fit.history_unit
    found: dict[str, list[object]] = {
        "customer": [ids[i] for i in order.tolist()],
        "frequency": book.histories.frequency[order].tolist(),
        "recency": (book.histories.recency[order] / scale).tolist(),
        "age": (book.histories.age[order] / scale).tolist(),
    }
    columns: tuple[tuple[str, Real | None, Real | None], ...] = (
        ("p_alive", each.p_alive, None if limits is None else limits.p_alive),
        ("purchases", each.purchases, None if limits is None else limits.purchases),
        ("spend", each.spend, None),
        ("clv", each.clv, None if limits is None else limits.clv),
    )
    for name, values, limited in columns:
        found[name] = _listed(values, order)
        if name != "spend":
            found[f"{name}_low"] = _listed(None if limited is None else limited[0], order)
            found[f"{name}_high"] = _listed(None if limited is None else limited[1], order)
    return found


def _listed(values: Real | None, order: Places) -> list[object]:
    """The values in order; blanks where they are unknown."""
    return [None] * order.size if values is None else values[order].tolist()


def _one(
    view: View,
    book: PurchaseBook,
    each: ValueEstimate,
    limits: CustomerLimits | None,
    found: Valued,
) -> None:
    """The card of one customer."""
    ids = book.histories.customers or ()
    with st.container(border=True, key="one_customer"):
        st.markdown(f"**{say('One customer')}**")
        named = st.text_input(
            say("Customer"), key="customer", placeholder=ids[0] if ids else "", width=280
        ).strip()
        if not named:
            st.caption(say("Write a customer as the list above does, to see its history."))
            return
        if named not in ids:
            st.caption(say("There is no customer '{name}' in view.", name=plain(named)))
            return
        words = customers.customer_words(
            each, limits, ids.index(named), found.look, unit=found.terms.unit
        )
        for sentence in words:
            st.markdown(plain(sentence))
    days = _days(view.dataset, view.selection, named)
    try:
        history = alive_over_time(each.fit, days.days, end=book.end)
    except CxError as problem:
        st.caption(f":material/info: {plain(problem)}")
        return
    with head.cards():
        chart = charts.alive_over_time(history, each.fit, found.look, customer=named)
        card.show(chart, key="alive_over_time", height=260)
        card.show(customers.purchases_of(days, found.look, customer=named), key="history_of_one")


@load.kept(100)
def _days(dataset: Dataset, selection: Selection, customer: str) -> CustomerDays:
    with session.opened(dataset, load.using(selection)) as source:
        return read_customer_days(source, customer=customer, selection=selection)
