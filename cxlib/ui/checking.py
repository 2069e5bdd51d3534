"""Whether the purchase model can be trusted: holdout, tracking, contenders."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxlib.charts import spending, validation
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.models.comparison import Comparison, compare_models
from cxlib.models.holdout import check_prediction, holdout_check
from cxlib.models.purchase_fit import CONTINUOUS
from cxlib.models.purchase_model import PurchaseFit, expected_purchases
from cxlib.stats.purchase_calendar import PurchaseCalendar, read_purchase_calendar
from cxlib.stats.purchases import Histories
from cxlib.tables.selection import Selection
from cxlib.ui import card, head, jobs, load, session, value_books, value_terms, valued
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.value_terms import Terms
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset


def tab(view: View, terms: Terms) -> None:
    """Draw how the model did on orders that it had not seen."""
    terms, last = value_terms.calibrated(view, terms), value_terms.last_day(view)
    end = terms.calibration
    if end is None or last is None:
        st.info(
            say(
                "The history is too short for a check: the model needs orders before and after "
                "the end of the calibration."
            ),
            icon=":material/info:",
        )
        return
    last = value_terms.holdout_end(terms, last)
    days, length = (end, last), terms.length(end, last)
    histories = value_books.book(view, terms, days=days).histories
    fit = value_books.fit(view, terms, days=days)
    look = valued.look_of(view)
    _contenders(view, terms, days, histories)
    check = holdout_check(fit, histories, length)
    predicted = check_prediction(expected_purchases(fit, histories, length), histories)
    with head.cards():
        _tracking(view, fit, days)
        card.show(spending.holdout_by_frequency(check, look, unit=terms.unit), key="holdout")
        card.show(validation.tenths(predicted, look, n=histories.total), key="tenths")
        card.show(spending.frequencies(fit, histories, look), key="frequencies")


def _tracking(view: View, fit: PurchaseFit, days: tuple[date, date]) -> None:
    """Purchases over the calendar; a model that counts whole units has no calendar."""
    if fit.process.whole_units:
        return
    calendar = calendar_of(view.dataset, view.selection, *days)
    span = (days[1] - calendar.begin).days
    for cumulative in (False, True):
        chart = validation.tracking(
            fit, calendar, valued.look_of(view), last=span, cumulative=cumulative
        )
        card.show(chart, key=f"tracking_{cumulative}")


def _contenders(view: View, terms: Terms, days: tuple[date, date], histories: Histories) -> None:
    """All models beside rules of thumb, fitted in the background."""
    models = CONTINUOUS if terms.occasions is None else (terms.model,)
    length = terms.length(*days)

    def work(progress: Progress) -> Comparison:
        return compare_models(
            histories,
            length=length,
            unit_days=terms.unit_days,
            models=models,
            progress=progress.report,
            cancelled=progress.cancelled,
        )

    key = f"models {view.dataset.key} {view.selection} {days} {terms.unit} {models}"
    jobs.start(key, say("Comparing the models"), work)
    try:
        found: Comparison | None = jobs.result(key)
    except CxError as problem:
        st.caption(f":material/info: {plain(problem)}")
        return
    if found is not None:
        chart = validation.contenders(found, valued.look_of(view), length=length, unit=terms.unit)
        card.show(chart, key="contenders")


@load.kept(20)
def calendar_of(dataset: Dataset, selection: Selection, end: date, last: date) -> PurchaseCalendar:
    """First and repeat purchases by day."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_purchase_calendar(source, selection=selection, end=end, last=last)
