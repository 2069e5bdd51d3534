"""From a clicked bar or point to that segment or period, and to its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cxlib.charts.chart import Chart
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.metrics.periods import next_start, period_label
from cxlib.tables.activity import activity
from cxlib.tables.contracts import contracts
from cxlib.tables.question import Question
from cxlib.tables.rows import rows_of
from cxlib.tables.selection import Condition, Selection
from cxlib.tables.source import Source
from cxlib.tables.surveys import answers
from cxlib.tables.tickets import tickets
from cxlib.ui import card, head, load, session
from cxlib.ui.head import View
from cxlib.ui.words import plain

PERIOD = "period"
SHOWN = 200
MOST = 100_000


def show(chart: Chart, view: View, *, key: str, below: DeltaGenerator, score: str = "") -> None:
    """Draw a card whose labels can be clicked, and in `below` what was clicked.

    Args:
        chart: a chart with `click`.
        view: the page's view.
        key: unique on the page.
        below: where the rows behind a clicked label are shown.
        score: the score's role, for a survey.
    """
    clicked = card.show(chart, key=key)
    if clicked:
        with below:
            _panel(chart, view, clicked, key=key, score=score)


def _panel(chart: Chart, view: View, clicked: str, *, key: str, score: str) -> None:
    narrowed = _narrowed(chart, view, clicked)
    name = _name(chart, view, clicked)
    with st.container(border=True, key=f"drill_{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{plain(name)}**")
            st.button(
                say("Show only this on the page"),
                key=f"only_{key}",
                icon=":material/filter_alt:",
                type="tertiary",
                on_click=_keep,
                args=(chart, view, clicked),
            )
        rows = _rows(view, narrowed, score, SHOWN)
        st.dataframe(rows, hide_index=True, height=260, key=f"rows_{key}")
        with st.container(horizontal=True, vertical_alignment="center"):
            n = len(rows["row"])
            st.caption(
                say("The first {n} rows used.", n=n) if n == SHOWN else say("{n} rows used.", n=n)
            )
            st.download_button(
                say("Download these rows (CSV)"),
                data=lambda: rows_to_csv(_rows(view, narrowed, score, MOST)),
                file_name="rows.csv",
                mime="text/csv",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                key=f"rows_csv_{key}",
            )


def _keep(chart: Chart, view: View, clicked: str) -> None:
    kind = view.dataset.kind
    if chart.click == PERIOD:
        first, last = _span(view, clicked)
        head.set_days(kind, view.dataset, first, last)
    else:
        head.add_filter(kind, chart.click, clicked)


def _narrowed(chart: Chart, view: View, clicked: str) -> Selection:
    if chart.click != PERIOD:
        condition = Condition(chart.click, (clicked,))
        return replace(view.selection, where=(*view.selection.where, condition))
    first, last = _span(view, clicked)
    since, until = view.selection.since, view.selection.until
    return replace(
        view.selection,
        since=max(first, since) if since else first,
        until=min(last, until) if until else last,
    )


def _span(view: View, clicked: str) -> tuple[date, date]:
    first = date.fromisoformat(clicked)
    return first, next_start(first, view.period) - timedelta(days=1)


def _name(chart: Chart, view: View, clicked: str) -> str:
    if chart.click == PERIOD:
        return period_label(date.fromisoformat(clicked), view.period)
    return f"{chart.click}: {clicked}"


def _rows(view: View, selection: Selection, score: str, limit: int) -> dict[str, list[object]]:
    """The rows behind the clicked label, column by column."""
    with session.opened(view.dataset, load.using(selection)) as source:
        question = _question(source, selection, score)
        found: dict[str, list[object]] = rows_of(question, limit=limit).to_pyarrow().to_pydict()
        return found


def _question(source: Source, selection: Selection, score: str) -> Question:
    if source.mapping.kind == "survey":
        return answers(source, score=score, selection=selection)
    if source.mapping.kind == "subscriptions":
        return contracts(source, selection=selection).question
    if source.mapping.kind == "tickets":
        return tickets(source, selection=selection).question
    return activity(source, selection=selection)
