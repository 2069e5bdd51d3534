"""Sessions and clicks in view: how a session ends, its headline, and the two tabs."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts import clicks as click_charts
from cxlib.charts import visits as charts
from cxlib.charts.chart import Point
from cxlib.charts.scores import Look
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.click_rate import group_rates
from cxlib.metrics.engagement import events_a_session, session_figures, visit_figures
from cxlib.stats.engaged import SessionBook, read_sessions
from cxlib.stats.groups import TOTAL
from cxlib.tables.selection import Selection
from cxlib.ui import card, drill, head, load, session
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.workspace.store import Dataset

MINUTES = 30
MOST_MINUTES = 1440
GAP, NUMBER = "gap", "number"


@dataclass(frozen=True, slots=True)
class Rule:
    """How sessions are told apart: by the file's numbers, or by seconds without an event."""

    gap: int
    numbered: bool


def controls(view: View) -> None:
    """Let the analyst choose how sessions are told apart; kept in the URL."""
    has_numbers = view.dataset.mapping.column("session") is not None
    if has_numbers:
        names = {NUMBER: say("Sessions by number"), GAP: say("Sessions by inactivity")}
        st.segmented_control(
            say("Sessions"),
            [NUMBER, GAP],
            default=NUMBER,
            required=True,
            key="sessions_by",
            bind="query-params",
            format_func=names.__getitem__,
            label_visibility="collapsed",
        )
    if not has_numbers or st.session_state.get("sessions_by") == GAP:
        st.number_input(
            say("A session ends after (minutes)"),
            1,
            MOST_MINUTES,
            MINUTES,
            key="session_gap",
            bind="query-params",
            width=230,
            help=say("So many minutes without an event begin a new session."),
        )


def rule(view: View) -> Rule:
    """How sessions are told apart in the view."""
    has_numbers = view.dataset.mapping.column("session") is not None
    numbered = has_numbers and st.session_state.get("sessions_by") != GAP
    return Rule(int(st.session_state.get("session_gap") or MINUTES) * 60, numbered)


@load.kept(50)
def visited(
    dataset: Dataset, selection: Selection, by: str | None, gap: int, numbered: bool
) -> SessionBook:
    """Sessions and clicks of an event log."""
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_sessions(
            source, selection=selection, by=(by,) if by else (), gap=gap, numbered=numbered
        )


def read(view: View) -> SessionBook:
    """Sessions and clicks of the view."""
    how = rule(view)
    return visited(view.dataset, view.selection, view.by, how.gap, how.numbered)


def headline(view: View) -> list[Kpi]:
    """Sessions a customer and time on site; a dash where they are not known."""
    book = read(view)
    sessions = session_figures(book.sessions[TOTAL], level=view.level) if _known(book) else None
    visits = visit_figures(book.visits.get(TOTAL, ()), level=view.level) if sessions else None
    mean = (
        Point(visits.mean, visits.mean_low, visits.mean_high, visits.customers)
        if visits
        else Point(None)
    )
    seconds = sessions.median_seconds if sessions else None
    return [
        Kpi(
            say("Sessions a customer"),
            mean,
            ",.2f",
            view.level,
            about=say("Mean over customers with a session, with Student's t limits."),
        ),
        Kpi(
            say("Time on site (median)"),
            Point(
                _minutes(seconds),
                _minutes(sessions.median_low if sessions else None),
                _minutes(sessions.median_high if sessions else None),
                sessions.n - sessions.unknown if sessions else None,
            ),
            ",.1f",
            view.level,
            about=_time_about(sessions.unknown_share if sessions else None),
            unit="" if seconds is None else say("min"),
        ),
    ]


def _minutes(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 60


def tab(view: View) -> None:
    """Draw sessions: how long, how full, how often, and group by group."""
    book = read(view)
    look = _look(view)
    if not _known(book):
        st.info(_unknown_words(book), icon=":material/info:")
        return
    if book.unnumbered:
        st.caption(
            say(
                "{n} events have no session number and belong to no session.",
                n=count(book.unnumbered),
            )
        )
    cards, below = head.cards(), st.container()
    with cards:
        card.show(charts.session_lengths(book.sessions[TOTAL], look), key="session_lengths")
        mean = events_a_session(book.events[TOTAL], level=view.level)
        chart = charts.events_per_session(book.sessions[TOTAL], look, mean=mean)
        card.show(chart, key="session_events")
        card.show(charts.visits_per_customer(book.visits[TOTAL], look), key="visits")
        if view.by:
            chart = charts.visits_by_group(book.visits, look, column=view.by)
            drill.show(chart, view, key="visits_by_group", below=below)
    chart = charts.session_table(book.sessions, book.visits, look, column=view.by)
    card.show(chart, key="session_table")


def clicks_tab(view: View) -> None:
    """Draw what is clicked of what was shown."""
    book = read(view)
    sums = book.clicks.get(TOTAL)
    if sums is None:
        st.info(say("Nothing was shown in this selection."), icon=":material/info:")
        return
    if sums.clicked > sums.shown:
        st.warning(
            say(
                "More was clicked ({clicked}) than shown ({shown}), so there is no rate. Check "
                "the columns on the Data page.",
                clicked=count(sums.clicked),
                shown=count(sums.shown),
            ),
            icon=":material/info:",
        )
        return
    rates = group_rates(book.clicks, level=view.level)
    look = _look(view)
    below = st.container()
    chart = click_charts.click_bars(rates, look, column=view.by)
    if view.by:
        drill.show(chart, view, key="clicks", below=below)
    else:
        card.show(chart, key="clicks")
    card.show(click_charts.click_table(rates, look, column=view.by), key="click_table")


def _look(view: View) -> Look:
    return Look(say("Engagement"), view.dataset.name, view.words(), view.level)


def _known(book: SessionBook) -> bool:
    """Whether there are sessions: by inactivity there are none without times of day."""
    return TOTAL in book.sessions and (book.numbered or book.timed)


def _unknown_words(book: SessionBook) -> str:
    if book.numbered:
        return say("No event in this selection has a session number.")
    return say(
        "The events have days but no times of day, so that sessions cannot be told apart. A column "
        "with session numbers or with times would show them."
    )


def _time_about(unknown: float | None) -> str:
    if unknown is None:
        return say("From the first to the last event of a session.")
    return say(
        "Median from the first to the last event of a session. {share} of the sessions have one "
        "event: their length is not known, and not counted as zero. n is the other sessions; the "
        "limits take them as independent of one another.",
        share=number(unknown, ".1%"),
    )
