"""The funnel in view: which events, in which order, and within how long."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxlib.charts import funnels as charts
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.metrics.funnel import conversions_against_rest, funnel
from cxlib.stats.funnels import FunnelBook, read_event_names, read_funnel
from cxlib.stats.groups import TOTAL
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, drill, load, session
from cxlib.ui.head import View
from cxlib.workspace.store import Dataset

DAY = 86_400
FEWEST, MOST = 2, 6
USUAL = 4
KEPT = ("funnel_steps", "funnel_days")


@load.kept(50)
def event_names(dataset: Dataset, selection: Selection) -> tuple[tuple[str, int], ...]:
    """The events of a log with their customers, the most frequent first."""
    with session.opened(dataset, load.using(selection)) as source:
        return read_event_names(source, selection=selection)


@load.kept(50)
def counted(
    dataset: Dataset,
    selection: Selection,
    by: str | None,
    steps: tuple[str, ...],
    within: int | None,
) -> FunnelBook:
    """Customers at each step of a funnel; `within` in seconds."""
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_funnel(
            source, steps=steps, within=within, selection=selection, by=(by,) if by else ()
        )


def remember() -> None:
    """Keep what was chosen while another tab is open: widgets that are not drawn forget it."""
    for key in KEPT:
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def tab(view: View) -> None:
    """Draw the funnel over chosen events, with drop-off and times, and group by group."""
    if view.dataset.mapping.column("event") is None:
        st.info(
            say("No column is known to name the events. Choose one on the Data page."),
            icon=":material/info:",
        )
        st.page_link("pages/data.py", label=say("Open the Data page"), icon=":material/database:")
        return
    names = dict(event_names(view.dataset, view.selection))
    if len(names) < FEWEST:
        st.info(say("A funnel needs two different events in view."), icon=":material/info:")
        return
    steps, days = _controls(names)
    if len(steps) < FEWEST:
        st.info(say("Choose at least two steps, in order."), icon=":material/info:")
        return
    book = counted(view.dataset, view.selection, view.by, tuple(steps), days and days * DAY)
    if book.coverage.left_out:
        coverage.line(book.coverage, key="funnel")
    _draw(view, book, days)


def _controls(names: dict[str, int]) -> tuple[Sequence[str], int | None]:
    """The steps, the events of most customers to begin with, and the days they may take."""
    chosen = st.session_state.get("funnel_steps")
    if chosen is not None and not set(chosen) <= set(names):
        del st.session_state["funnel_steps"]
    with st.container(horizontal=True, vertical_alignment="bottom", key="funnel_controls"):
        steps = st.multiselect(
            say("Steps, in order"),
            list(names),
            default=list(names)[:USUAL],
            max_selections=MOST,
            key="funnel_steps",
            bind="query-params",
            help=say(
                "Two to six events. It begins with those of most customers; remove and add events "
                "to change the order."
            ),
            width=720,
        )
        days = st.number_input(
            say("Within (days)"),
            1,
            3650,
            None,
            key="funnel_days",
            bind="query-params",
            placeholder=say("any"),
            width=140,
            help=say("All steps have to come within so many days of the first."),
        )
    return steps, None if days is None else int(days)


def _draw(view: View, book: FunnelBook, days: int | None) -> None:
    look = Look(say("Funnel"), view.dataset.name, view.words(), view.level)
    groups = {
        group: funnel(book.steps, times, level=view.level) for group, times in book.times.items()
    }
    if TOTAL not in groups:
        st.info(say("Nobody in view did the first step."), icon=":material/info:")
        return
    card.show(charts.funnel_bars(groups[TOTAL], look, within=days), key="funnel")
    if not view.by:
        return
    if view.by == view.dataset.mapping.column("event"):
        st.caption(
            say("Steps are events, so that a funnel cannot be compared by the event itself.")
        )
        return
    tests = conversions_against_rest(
        {group: times for group, times in book.times.items() if group.column == view.by}
    )
    below = st.container()
    chart = charts.funnel_by_group(groups, tests, look, column=view.by)
    drill.show(chart, view, key="funnel_by_group", below=below)
    card.show(charts.funnel_table(groups, tests, look, column=view.by), key="funnel_table")
