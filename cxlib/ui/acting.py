"""The action log: what is done about a finding, by whom, and whether the score moved after it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from cxlib.charts.change import before_after
from cxlib.charts.scores import Look
from cxlib.errors import CxError
from cxlib.locale.speak import current, say
from cxlib.tables.filters import Condition
from cxlib.tables.linked import segment_name
from cxlib.text.listing import Wanted
from cxlib.ui import card, comment_list, commented, scored, session, show, word_lists
from cxlib.ui.head import View
from cxlib.ui.moved import covered_days, moved
from cxlib.ui.words import plain
from cxlib.workspace.actions import STATES, Action, actions, save_actions
from cxlib.workspace.dataset import Dataset

SAVED = "_actions_saved"
PROBLEM = "_actions_problem"
DAYS = (14, 28, 56, 91, 182)


def panel(view: View) -> None:
    """Draw the log, and the score before and after an action."""
    kept = actions(session.workspace())
    st.caption(
        say(
            "What is done about a finding. Add a row below the last one; everything is kept in "
            "the workspace. 'Counts from' is the day from which it could make a difference."
        )
    )
    _log(kept)
    problem = st.session_state.pop(PROBLEM, None)
    if problem:
        st.warning(plain(problem), icon=":material/info:")
    _read_comments(kept)
    begun = [one for one in kept if one.started is not None]
    surveys = {one.name: one for one in reversed(session.datasets("survey"))}
    if begun and surveys:
        with show.errors():
            _moved(view, begun, surveys)
    elif kept and surveys:
        st.caption(say("Say from which day an action counts to see whether the score moved."))


def _log(kept: tuple[Action, ...]) -> None:
    names = {
        "open": say("open"),
        "doing": say("under way"),
        "done": say("done"),
        "dropped": say("dropped"),
    }
    segments = [one.name for one in session.around().segments]
    themes = word_lists.taxonomy().names
    about = list(dict.fromkeys([*segments, *themes, *(one.about for one in kept if one.about)]))
    frame = pd.DataFrame(
        {
            "what": [one.what for one in kept],
            "owner": [one.owner for one in kept],
            "due": _days([one.due for one in kept]),
            "state": pd.Series([names[one.state] for one in kept], dtype="object"),
            "started": _days([one.started for one in kept]),
            "about": pd.Series([one.about or None for one in kept], dtype="object"),
            "note": [one.note for one in kept],
        }
    ).astype({"what": "object", "owner": "object", "note": "object"})
    column = st.column_config
    edited = st.data_editor(
        frame,
        key=f"actions_{current()}_{hash(kept)}_{st.session_state.get(SAVED, 0)}",
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        column_config={
            "what": column.TextColumn(say("What is done"), required=True, width="medium"),
            "owner": column.TextColumn(say("Who")),
            "due": column.DateColumn(say("Due"), format="YYYY-MM-DD"),
            "state": column.SelectboxColumn(
                say("State"), options=list(names.values()), default=names["open"]
            ),
            "started": column.DateColumn(say("Counts from"), format="YYYY-MM-DD"),
            "about": column.SelectboxColumn(say("About the segment or theme"), options=about),
            "note": column.TextColumn(say("Note")),
        },
    )
    if not edited.equals(frame):
        st.button(
            say("Save the actions"),
            type="primary",
            icon=":material/save:",
            key="save_actions",
            on_click=_save,
            args=(_read(edited, {text: state for state, text in names.items()}), kept),
        )


def _read_comments(kept: tuple[Action, ...]) -> None:
    """A way to the comments that name the theme of an action."""
    themes = word_lists.taxonomy().names
    named = [one for one in dict.fromkeys(action.about for action in kept) if one in themes]
    if not named or not commented.datasets_with_comments():
        return
    with st.container(horizontal=True, key="action_themes"):
        for name in named:
            if st.button(
                say("Comments on {name}", name=plain(name)),
                key=f"action_theme_{name}",
                type="tertiary",
                icon=":material/format_quote:",
            ):
                comment_list.go(Wanted(theme=name))
                st.switch_page("pages/feedback.py")


def _days(days: list[date | None]) -> pd.Series:
    """Days as the editor takes them, also where all are missing."""
    return pd.Series([pd.Timestamp(day) if day else pd.NaT for day in days], dtype="datetime64[ns]")


def _read(edited: pd.DataFrame, states: dict[str, str]) -> tuple[Action, ...]:
    def text(value: Any) -> str:
        return "" if value is None or pd.isna(value) else str(value).strip()

    def day(value: Any) -> date | None:
        return None if value is None or pd.isna(value) else pd.Timestamp(value).date()

    return tuple(
        Action(
            what=text(row["what"]),
            owner=text(row["owner"]),
            due=day(row["due"]),
            state=states.get(text(row["state"]), STATES[0]),
            started=day(row["started"]),
            about=text(row["about"]),
            note=text(row["note"]),
        )
        for row in edited.to_dict("records")
    )


def _save(wanted: tuple[Action, ...], was: tuple[Action, ...]) -> None:
    try:
        save_actions(session.workspace(), wanted, was=was)
    except CxError as problem:
        st.session_state[PROBLEM] = str(problem)
    else:
        st.session_state[SAVED] = st.session_state.get(SAVED, 0) + 1


def _moved(view: View, begun: list[Action], surveys: dict[str, Dataset]) -> None:
    st.markdown(f"**{say('Did the score move after it?')}**")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        names = [one.what for one in begun]
        chosen = st.selectbox(say("Action"), names, key="action_of", width=320)
        action = begun[names.index(str(chosen))]
        name = str(st.selectbox(say("Survey"), list(surveys), key="action_survey", width=220))
        survey = surveys[name]
        metrics = scored.metrics(survey)
        metric = str(
            st.selectbox(
                say("Metric"),
                list(metrics),
                key="action_metric",
                format_func=metrics.__getitem__,
                width=160,
            )
        )
        days = st.selectbox(
            say("Days before and after"), DAYS, index=2, key="action_days", width=160
        )
    start = action.started
    if start is None:
        return
    where = _about(action, survey)
    if action.about and not where:
        _all_compared(action.about)
    days = covered_days(survey, start, int(days))
    change = moved(survey, metric, start, days, where=where, level=view.level)
    said = action.about if where else ""
    selection = " · ".join(part for part in (action.what, said, f"{start:%Y-%m-%d}") if part)
    look = Look(metrics[metric], survey.name, selection, view.level)
    card.show(before_after(change, look, days=days), key="before_after")


def _all_compared(about: str) -> None:
    """Why the action's segment or theme does not narrow the answers."""
    if about in word_lists.taxonomy().names:
        st.caption(
            say(
                "All answers are compared, whether their comment names {name} or not.",
                name=plain(about),
            )
        )
        return
    st.caption(
        say(
            "This survey does not know the segment {name}: all customers are compared.",
            name=plain(about),
        )
    )


def _about(action: Action, survey: Dataset) -> tuple[Condition, ...]:
    """The action's segment as a filter, where the survey knows it."""
    known = {one.name for one in session.around().segments_of(survey)}
    if action.about not in known:
        return ()
    return (Condition(segment_name(action.about), (action.about,)),)
