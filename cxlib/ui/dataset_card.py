"""One dataset on the Data page: what it is, its files, and what can be done with it."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.words import count
from cxlib.columns.kinds import kind_names
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import adding, head, load, review, session
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

ICONS = {
    "survey": "sentiment_satisfied",
    "transactions": "shopping_cart",
    "subscriptions": "autorenew",
    "events": "touch_app",
    "tickets": "support_agent",
    "comments": "chat",
    "customers": "group",
}


def card(dataset: Dataset) -> None:
    """Draw the card."""
    names = kind_names()
    upload = dataset.upload
    key = dataset.id
    with st.container(border=True, key=f"dataset_{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            icon = ICONS[dataset.kind]
            st.markdown(f":material/{icon}: **{plain(dataset.name)}**", width="content")
            st.badge(names[dataset.kind], color="blue")
            st.space("stretch")
            if dataset.kind in _pages():
                path, label = _pages()[dataset.kind]
                st.page_link(path, label=label)
            adding.control(dataset)
            with st.popover(say("Rename"), type="tertiary", icon=":material/edit:"):
                _rename(dataset)
            st.button(
                say("Delete"),
                key=f"delete_{key}",
                icon=":material/delete:",
                type="tertiary",
                on_click=_ask_delete,
                args=(dataset,),
            )
        st.caption(f"{_facts(dataset)}  \n{_mapped(dataset)}")
        adding.files(dataset)
        doubt = load.doubt(dataset, "nps")
        if doubt:
            st.warning(plain(doubt), icon=":material/help:")
        opened = st.expander(
            say("Review columns"),
            key=f"review_{key}",
            icon=":material/table_edit:",
            on_change="rerun",
        )
        if opened.open:
            with opened:
                for note in upload.notes:
                    st.caption(f":material/info: {plain(note)}")
                review.panel(upload, dataset)


def _pages() -> dict[str, tuple[str, str]]:
    """The page that shows each kind, and the words of its link."""
    return {
        "survey": ("pages/scores.py", say("Open Scores")),
        "transactions": ("pages/lifetime_value.py", say("Open Lifetime value")),
        "subscriptions": ("pages/retention.py", say("Open Retention")),
    }


def _facts(dataset: Dataset) -> str:
    parts = [
        say("{rows} rows", rows=count(dataset.rows)),
        say("{n} columns", n=count(len(dataset.columns))),
    ]
    rejected = sum(rows for _, rows in dataset.rejected)
    if rejected:
        parts.append(say("{n} rows could not be read", n=count(rejected)))
    role = head.TIME.get(dataset.kind)
    days = load.days(dataset, role) if role else None
    if days:
        parts.append(say("{first} to {last}", first=days[0], last=days[1]))
    return " · ".join(parts)


def _mapped(dataset: Dataset) -> str:
    """Which column bears which role, ratings together."""
    columns: dict[str, list[str]] = {}
    for role, column in dataset.mapping.roles:
        columns.setdefault(role, []).append(plain(column))
    return " · ".join(f"{role}: {', '.join(names)}" for role, names in columns.items())


def _rename(dataset: Dataset) -> None:
    name = st.text_input(say("Name"), dataset.name, key=f"name_{dataset.id}")
    if st.button(say("Save"), key=f"save_{dataset.id}", type="primary"):
        try:
            session.workspace().rename(dataset, name)
        except CxError as problem:
            st.warning(plain(problem))
        else:
            st.rerun()


def _ask_delete(dataset: Dataset) -> None:
    @st.dialog(say("Delete this dataset?"))
    def confirm() -> None:
        st.markdown(
            say(
                "{name} and its files are removed. This cannot be undone.",
                name=f"**{plain(dataset.name)}**",
            )
        )
        if st.button(say("Delete"), type="primary", key=f"confirm_delete_{dataset.id}"):
            session.workspace().delete(dataset)
            st.rerun()

    confirm()
