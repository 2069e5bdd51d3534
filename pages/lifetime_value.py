"""Page: what customers are worth, how sure that is, and whether the model predicted the holdout."""

import streamlit as st

from cxlib.charts import contracts as contract_charts
from cxlib.charts import spending
from cxlib.locale.speak import say
from cxlib.ui import card, contracted, coverage, drill, empty, head, kpi, load, shell, show, valued
from cxlib.ui.words import plain

shell.page(__file__)
head.title(say("Lifetime value"), say("What are customers worth, and how sure is that?"))


def from_orders() -> None:
    view = head.head("transactions")
    with show.errors():
        terms = valued.terms(view)
        found = valued.read(view, terms)
        coverage.line(found.book.coverage, key="value")
        kpi.row(valued.headline(found), key="value")
        if found.spend_reason:
            st.info(plain(found.spend_reason), icon=":material/info:")
        cards, below = head.cards(), st.container()
        with cards:
            chart = spending.frequencies(found.value.fit, found.book.histories, found.look)
            card.show(chart, key="frequencies")
            shares = spending.value_shares(found.value, found.look, unit=terms.unit)
            if shares:
                card.show(shares, key="value_shares")
            if view.by and found.value.clv is not None:
                chart = valued.by_group(found, view.by)
                drill.show(chart, view, key="value_by_group", below=below)
            check = valued.check_holdout(view, terms)
            if check:
                chart = spending.holdout_by_frequency(check, found.look, unit=terms.unit)
                card.show(chart, key="holdout")
        book = load.customers(view.dataset, view.selection)
        each = valued.revalue(found, book)
        top = spending.top_customers(each, book.histories, found.look, unit=terms.unit)
        card.show(top, key="top")


def from_contracts() -> None:
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


if empty.need("transactions", "subscriptions"):
    chosen = head.either(
        {"transactions": say("From orders"), "subscriptions": say("From contracts")}
    )
    if chosen == "transactions":
        from_orders()
    else:
        from_contracts()
