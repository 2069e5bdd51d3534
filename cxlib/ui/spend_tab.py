"""What customers spend: whether it fits the spend model, and what follows where it does not."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import spend_checks as charts
from cxlib.charts.spend_checks import Told
from cxlib.columns.choices import DROP, KEEP
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.models.gamma_gamma import fit_spend
from cxlib.models.spend_checks import Extremes, SpendHoldout, extremes, spend_holdout, spend_link
from cxlib.stats.asked import PurchaseBook
from cxlib.ui import card, head, value_books, value_terms, valued
from cxlib.ui.head import View
from cxlib.ui.value_terms import Terms
from cxlib.ui.valued import Valued
from cxlib.ui.words import plain


def tab(view: View, terms: Terms, book: PurchaseBook, found: Valued | None) -> None:
    """Draw the checks of spend.

    Args:
        view: the page's view.
        terms: what the analyst assumes.
        book: purchase histories in view.
        found: values; None where the purchase model refused.
    """
    look = valued.look_of(view)
    amounts = value_books.order_amounts(view.dataset, view.selection)
    large, link = extremes(amounts), spend_link(book.histories, level=view.level)
    total = None if found is None else found.value.total
    spend = None if found is None else found.value.spend_fit
    mapping = view.dataset.mapping
    checks = [
        charts.link_told(link, look),
        charts.refunds_told(amounts, total, kept=mapping.choice("refunds") == KEEP),
        charts.zeros_told(amounts, spend, dropped=mapping.choice("zero") == DROP),
        charts.extremes_told(large, total, _capped(view, large, found)),
    ]
    listed = st.container()
    with head.cards():
        largest = charts.money_of_largest(large, amounts, look)
        if largest is not None:
            card.show(largest, key="largest_orders")
        if link.by_frequency:
            card.show(charts.spend_by_frequency(link, look), key="spend_by_frequency")
    if found is not None:
        held, told = _holdout(view, terms)
        checks.append(told)
        if held is not None:
            card.show(charts.spend_tenths(held.model, look, n=held.n), key="spend_tenths")
    with listed:
        _card(checks, () if spend is None else spend.notes)


def _card(checks: list[Told], notes: tuple[str, ...]) -> None:
    """The checks as a short list: a mark, what was looked at, what was found."""
    with st.container(border=True, key="spend_checks"):
        st.markdown(f"**{say('Spend checks')}**")
        for one in checks:
            mark = ":green[:material/check_circle:]" if one.well else ":orange[:material/warning:]"
            st.markdown(f"{mark} **{plain(one.title)}**  \n{plain(one.text)}")
        for note in notes:
            st.caption(f":material/info: {plain(note)}")


def _capped(view: View, large: Extremes, found: Valued | None) -> float | None:
    """Value of all customers with the largest thousandth of the order days cut to its start."""
    if found is None or found.value.spend_fit is None:
        return None
    histories = value_books.capped_histories(
        view.dataset, view.selection, charts.capped_money(large), found.terms.occasions
    )
    return valued.revalue(found, histories, spend=fit_spend(histories)).total


def _holdout(view: View, terms: Terms) -> tuple[SpendHoldout | None, Told]:
    """Predicted against actual spend after the calibration, and what to say of it."""
    terms, last = value_terms.calibrated(view, terms), value_terms.last_day(view)
    if terms.calibration is None or last is None:
        return None, charts.holdout_told(None, length=0, unit=terms.unit)
    days = (terms.calibration, value_terms.holdout_end(terms, last))
    length = terms.length(*days)
    try:
        fit = value_books.fit(view, terms, days=days)
    except CxError as problem:
        return None, charts.holdout_told(None, length=length, unit=terms.unit, why=str(problem))
    spend, reason = value_books.spend_fit(view, terms, days=days)
    if spend is None:
        return None, charts.holdout_told(None, length=length, unit=terms.unit, why=reason)
    after = value_books.spent_after(view.dataset, view.selection, *days, terms.occasions)
    held = spend_holdout(fit, spend, after, length=length)
    return held, charts.holdout_told(held, length=length, unit=terms.unit)
