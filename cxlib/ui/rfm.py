"""RFM segments on the Lifetime value page: who they are, who moved, and saved for every page."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from cxlib.charts import rfm as charts
from cxlib.locale.speak import say
from cxlib.metrics.rfm import rfm_flow, rfm_grades, rfm_segments
from cxlib.stats.customer_features import by_key, read_spellings
from cxlib.stats.groups import TOTAL
from cxlib.stats.rfm import RfmBook, read_rfm
from cxlib.tables.selection import Selection
from cxlib.ui import card, keeping, load, session, valued
from cxlib.ui.head import View
from cxlib.ui.keeping import ListDraft
from cxlib.workspace.store import Dataset

BACK = 90


def tab(view: View) -> None:
    """Draw the segments, and the flows between two days."""
    book = _book(view.dataset, view.selection)
    found = rfm_segments(book.counts[TOTAL])
    look = valued.look_of(view)
    card.show(charts.segment_shares(found, look), key="rfm_shares")
    card.show(charts.segment_table(found, look), key="rfm_table")
    draft = ListDraft(
        home=view.dataset,
        name=say("RFM segments of {name}", name=keeping.short_name(view.dataset)),
        column=say("RFM segment"),
        origin=" · ".join(part for part in (view.dataset.name, view.words()) if part),
    )
    keeping.save_button(draft, lambda: _groups(view), key="rfm")
    _flows(view, book)


def _flows(view: View, book: RfmBook) -> None:
    bounds = load.days(view.dataset, "ordered")
    if bounds is None:
        return
    first = view.selection.since or bounds[0]
    if (book.end - first).days < 2:
        return
    usual = max(first + timedelta(1), book.end - timedelta(BACK))
    before = st.date_input(
        say("Segments as of"),
        value=usual,
        min_value=first,
        max_value=book.end - timedelta(1),
        key="rfm_before",
        format="YYYY-MM-DD",
        width=160,
        help=say("Compared with the segments at the end of the data."),
    )
    if not isinstance(before, date):
        return
    earlier = Selection(view.selection.where, view.selection.since, before)
    flow = rfm_flow(_book(view.dataset, earlier).counts[TOTAL], book.counts[TOTAL])
    chart = charts.flows(
        flow, valued.look_of(view), before=before.isoformat(), after=book.end.isoformat()
    )
    card.show(chart, key="rfm_flows")


def _groups(view: View) -> dict[str, str]:
    """Each customer, as the file writes it, to the name of its segment."""
    rules = session.around().rules
    with session.opened(view.dataset, load.using(view.selection)) as source:
        book = read_rfm(by_key(source, rules=rules), selection=view.selection, customers=True)
        written = read_spellings(source, rules=rules)
    counts = book.counts[TOTAL]
    names = {one: charts.segment_words(one) for one in rfm_grades(counts).segment}
    pairs = zip(counts.customers or (), rfm_grades(counts).segment, strict=True)
    return {written[key]: names[segment] for key, segment in pairs}


@load.kept(20)
def _book(dataset: Dataset, selection: Selection) -> RfmBook:
    with session.opened(dataset, load.using(selection)) as source:
        return read_rfm(source, selection=selection, customers=True)
