"""Targets and events on the Trends page: edited in tables, drawn on charts, and their effect."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from cxlib.charts.change import before_after
from cxlib.charts.chart import Chart, Line
from cxlib.charts.scores import Look
from cxlib.errors import CxError
from cxlib.locale.speak import current, say
from cxlib.metrics.measured import Measure
from cxlib.ui import card, load, scored, session
from cxlib.ui.head import View
from cxlib.ui.moved import covered_days, moved
from cxlib.ui.words import plain
from cxlib.workspace.targets import Event, Target, save_events, save_targets

SAVED, PROBLEM = "_marks_saved", "_marks_problem"
DAYS = (14, 28, 56, 91, 182)
ALL = ""


def with_lines(chart: Chart, lines: list[Line], happened: tuple[Event, ...]) -> Chart:
    """The chart with a line for each event, and the events in its notes."""
    named = {line.name for line in lines}
    notes = tuple(f"{one.day.isoformat()}: {one.what}" for one in happened if one.what in named)
    return replace(chart, lines=(*chart.lines, *lines), notes=(*chart.notes, *notes))


def target_editor(view: View, measure: Measure, name: str, kept: tuple[Target, ...]) -> None:
    """A table of targets: for all customers, and for groups of a column.

    Args:
        view: whose segment columns are offered.
        measure: whose targets.
        name: what they are kept under.
        kept: the targets as they are.
    """
    _told()
    st.markdown(f"**{say('Targets')}**")
    st.caption(_scale_words(measure))
    factor = 100.0 if measure.unit in ("share", "ratio") else 1.0
    columns = [ALL, *(one.column for one in load.segments(view.dataset))]
    frame = pd.DataFrame(
        {
            "column": pd.Series([one.column for one in kept], dtype="object"),
            "group": pd.Series([one.group for one in kept], dtype="object"),
            "value": pd.Series([one.value * factor for one in kept], dtype="float64"),
        }
    )
    edited = st.data_editor(
        frame,
        key=f"targets_{name}_{current()}_{hash(kept)}_{st.session_state.get(SAVED, 0)}",
        num_rows="dynamic",
        hide_index=True,
        column_config={
            "column": st.column_config.SelectboxColumn(
                say("Column (empty: all customers)"), options=columns, width="medium"
            ),
            "group": st.column_config.TextColumn(say("Group"), width="medium"),
            "value": st.column_config.NumberColumn(say("Target"), required=True, format="%.1f"),
        },
    )
    if not edited.equals(frame):
        wanted = tuple(
            Target(name, float(row["value"]) / factor, _text(row["column"]), _text(row["group"]))
            for row in edited.to_dict("records")
            if row["value"] is not None and not pd.isna(row["value"])
        )
        _button(say("Save the targets"), "save_targets", save_targets, wanted, kept)


def _scale_words(measure: Measure) -> str:
    """In which unit targets are, and which way is the good one."""
    units = {
        "points": say("In points, from -100 to 100."),
        "share": say("As a share in percent, from 0 to 100."),
        "ratio": say("In percent; above 100 is possible."),
        "count": say("As a number a period."),
        "money": say("As money a period, in the currency of the file."),
        "hours": say("In hours."),
    }
    if measure.better == "down":
        return f"{units[measure.unit]} {say('Lower is better: at most this much.')}"
    return f"{units[measure.unit]} {say('Higher is better: at least this much.')}"


def event_editor(happened: tuple[Event, ...]) -> None:
    """A table of events: a day and a few words."""
    st.markdown(f"**{say('Events')}**")
    st.caption(say("A release, a campaign, a price rise: drawn on the chart of every measure."))
    days = pd.Series([pd.Timestamp(one.day) for one in happened], dtype="datetime64[ns]")
    whats = pd.Series([one.what for one in happened], dtype="object")
    frame = pd.DataFrame({"day": days, "what": whats})
    edited = st.data_editor(
        frame,
        key=f"events_{current()}_{hash(happened)}_{st.session_state.get(SAVED, 0)}",
        num_rows="dynamic",
        hide_index=True,
        column_config={
            "day": st.column_config.DateColumn(say("Day"), format="YYYY-MM-DD", required=True),
            "what": st.column_config.TextColumn(say("What happened"), width="large", required=True),
        },
    )
    if not edited.equals(frame):
        wanted = tuple(
            Event(pd.Timestamp(row["day"]).date(), _text(row["what"]))
            for row in edited.to_dict("records")
            if row["day"] is not None and not pd.isna(row["day"])
        )
        _button(say("Save the events"), "save_events", save_events, wanted, happened)


def effect(view: View, metric: str, happened: tuple[Event, ...]) -> None:
    """The score before and after an event."""
    if not happened:
        return
    st.markdown(f"**{say('Did the score move after it?')}**")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("Event"),
            happened,
            format_func=lambda one: f"{one.day.isoformat()} · {one.what}",
            key="event_of",
            width=320,
        )
        days = st.selectbox(
            say("Days before and after"), DAYS, index=2, key="event_days", width=160
        )
    covered = covered_days(view.dataset, chosen.day, int(days))
    where = view.selection.where
    change = moved(view.dataset, metric, chosen.day, covered, where=where, level=view.level)
    name = scored.metrics(view.dataset)[metric]
    selection = f"{chosen.what} · {chosen.day.isoformat()}"
    look = Look(name, view.dataset.name, selection, view.level)
    card.show(before_after(change, look, days=covered), key="event_effect")


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()


def _button(label: str, key: str, save: Any, wanted: tuple[Any, ...], was: tuple[Any, ...]) -> None:
    st.button(
        label,
        type="primary",
        icon=":material/save:",
        key=key,
        on_click=_save,
        args=(save, wanted, was),
    )


def _save(save: Any, wanted: tuple[Any, ...], was: tuple[Any, ...]) -> None:
    try:
        save(session.workspace(), wanted, was=was)
    except CxError as problem:
        st.session_state[PROBLEM] = str(problem)
    else:
        st.session_state[SAVED] = st.session_state.get(SAVED, 0) + 1


def _told() -> None:
    problem = st.session_state.pop(PROBLEM, None)
    if problem:
        st.warning(plain(problem), icon=":material/info:")
