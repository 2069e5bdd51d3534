"""Whether the purchase model can be trusted: holdout, tracking, contenders."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxlib.charts import spending, validation
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.models.comparison import Comparison, compare_models
from cxlib.models.holdout import check_prediction
from cxlib.models.purchase_model import expected_purchases
from cxlib.stats.purchase_calendar import PurchaseCalendar, read_purchase_calendar
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.ui import card, head, jobs, load, session, valued
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.valued import Terms
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset


def tab(view: View, terms: Terms) -> None:
    """Draw how the model did on orders that it had not seen."""
    terms = valued.calibrated(view, terms)
    check = valued.check_holdout(view, terms)
    last = valued.last_day(view)
    if check is None or terms.calibration is None or last is None:
        st.info(
            say(
                "The history is too short for a check: the model needs orders before and after "
                "the end of the calibration."
            ),
            icon=":material/info:",
        )
        return
    end = terms.calibration
    book = load.purchases(view.dataset, view.selection, end, last, None)
    fit = load.purchase_fit(view.dataset, view.selection, end, last, terms.model, UNITS[terms.unit])
    look = valued.look_of(view)
    _contenders(view, terms, last)
    calendar = calendar_of(view.dataset, view.selection, end, last)
    span = (last - calendar.begin).days
    predicted = check_prediction(
        expected_purchases(fit, book.histories, check.length), book.histories
    )
    with head.cards():
        for cumulative in (False, True):
            chart = validation.tracking(fit, calendar, look, last=span, cumulative=cumulative)
            card.show(chart, key=f"tracking_{cumulative}")
        card.show(spending.holdout_by_frequency(check, look, unit=terms.unit), key="holdout")
        card.show(validation.tenths(predicted, look), key="tenths")
        card.show(spending.frequencies(fit, book.histories, look), key="frequencies")


def _contenders(view: View, terms: Terms, last: date) -> None:
    """All models beside rules of thumb, fitted in the background."""
    end = terms.calibration
    if end is None:
        return
    book = load.purchases(view.dataset, view.selection, end, last, None)
    length, unit_days = (last - end).days / UNITS[terms.unit], UNITS[terms.unit]

    def work(progress: Progress) -> Comparison:
        return compare_models(
            book.histories,
            length=length,
            unit_days=unit_days,
            progress=progress.report,
            cancelled=progress.cancelled,
        )

    key = f"models {view.dataset.key} {view.selection} {end} {last} {terms.unit}"
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
