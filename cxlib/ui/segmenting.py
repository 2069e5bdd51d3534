"""Saved segments: make one, see how many it holds, delete."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.words import count
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.stats.matches import Members
from cxlib.tables.filter_text import filter_text
from cxlib.tables.filters import Filter
from cxlib.ui import load, narrowing, session
from cxlib.ui.builder import builder, forget
from cxlib.ui.words import plain
from cxlib.workspace.segments import (
    SavedSegment,
    delete_segment,
    key_rules,
    save_segment,
    saved_segments,
)
from cxlib.workspace.store import Dataset

BUILT = "built_segment"
PROBLEM = "_segment_problem"


def saved() -> None:
    """Draw the saved segments."""
    found = saved_segments(session.workspace())
    if not found:
        st.info(
            say(
                "No segment is saved yet. Build one below: it can then filter and split every "
                "page, also those of other files with the same customers."
            ),
            icon=":material/group_add:",
        )
    for one in found:
        _card(one)


def new() -> None:
    """Draw the builder of a new segment, with what it holds."""
    kept = {one.name: one for one in reversed(session.datasets())}
    with st.container(border=True, key="new_segment"):
        st.markdown(f"**{say('New segment')}**")
        name = st.selectbox(say("Of the rows of"), list(kept), key="segment_of", width=320)
        dataset = kept[name]
        built = builder(f"{BUILT}_{dataset.id}", load.fields(dataset), None)
        if built is None:
            st.caption(say("Add a condition to begin."))
            return
        st.caption(f":material/groups: {_size(_members(dataset, built))}")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            title = st.text_input(say("Name of the segment"), key="segment_name", width=320)
            st.button(
                say("Save the segment"),
                type="primary",
                disabled=not title,
                on_click=_save,
                args=(SavedSegment(title, dataset.id, filter_text(built)),),
            )
        problem = st.session_state.pop(PROBLEM, "")
        if problem:
            st.warning(plain(problem))


def _save(segment: SavedSegment) -> None:
    """Keep the segment and begin a new one."""
    try:
        save_segment(session.workspace(), segment)
    except CxError as problem:
        st.session_state[PROBLEM] = str(problem)
        return
    st.session_state["segment_name"] = ""
    forget(f"{BUILT}_{segment.dataset}")


def _card(segment: SavedSegment) -> None:
    dataset = next(one for one in session.datasets() if one.id == segment.dataset)
    where, problem = narrowing.read(segment.text, dataset)
    with st.container(border=True, key=f"segment_{segment.name}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":material/groups: **{plain(segment.name)}**", width="content")
            st.caption(plain(dataset.name), width="content")
            st.space("stretch")
            st.button(
                say("Delete"),
                key=f"delete_segment_{segment.name}",
                icon=":material/delete:",
                type="tertiary",
                on_click=delete_segment,
                args=(session.workspace(), segment.name),
            )
        if where is None:
            st.warning(plain(problem), icon=":material/filter_alt_off:")
            return
        st.caption(plain(where.words()))
        st.caption(_size(_members(dataset, where)))


def _members(dataset: Dataset, where: Filter) -> Members:
    return load.members(dataset, where, key_rules(session.workspace()))


def _size(members: Members) -> str:
    share = members.rows / members.of_rows if members.of_rows else 0.0
    rows = say(
        "{rows} of {all} rows ({share:.1%})",
        rows=count(members.rows),
        all=count(members.of_rows),
        share=share,
    )
    if members.customers is None or members.of_customers is None:
        return rows
    customers = say(
        "{n} of {all} customers", n=count(members.customers), all=count(members.of_customers)
    )
    return f"{rows} · {customers}"
