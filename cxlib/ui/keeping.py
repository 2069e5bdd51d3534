"""Groups of customers kept as a list, so that every page can filter and compare by them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

import streamlit as st

from cxlib.charts.words import count
from cxlib.columns.masking import how_shown
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import session
from cxlib.ui.words import plain
from cxlib.workspace.customer_lists import ListPlan, made_lists, save_list
from cxlib.workspace.store import Dataset

SAID = "_list_said"


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A list to be saved.

    Attributes:
        home: the dataset whose customers it holds; they are masked as there.
        name: what the list will be called.
        column: what the column of the groups will be called.
        origin: what the groups were made from, in words.
    """

    home: Dataset
    name: str
    column: str
    origin: str


def short_name(dataset: Dataset) -> str:
    """A dataset's name without the ending of its file."""
    return PurePath(dataset.name).stem


def save_button(draft: ListDraft, groups: Callable[[], dict[str, str]], *, key: str) -> None:
    """Draw the button that saves the groups, and what it does.

    Args:
        draft: names.
        groups: makes each customer, as the file writes it, and its group; called on a click.
        key: unique on the page.
    """
    there = any(one.name == draft.name for one in made_lists(session.workspace()))
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}_save_row"):
        st.button(
            say("Use these groups everywhere"),
            key=f"{key}_save",
            type="primary",
            icon=":material/group_add:",
            on_click=_keep,
            args=(draft, groups),
        )
        st.caption(
            say("Replaces the list {name}, which was saved before.", name=plain(draft.name))
            if there
            else say(
                "Keeps them as the customer list {name}: every page can then filter and compare "
                "by it.",
                name=plain(draft.name),
            ),
            width="stretch",
        )
    good, said = st.session_state.pop(SAID, (True, ""))
    if said and good:
        st.success(plain(said), icon=":material/check:")
    elif said:
        st.warning(plain(said), icon=":material/info:")


def _keep(draft: ListDraft, groups: Callable[[], dict[str, str]]) -> None:
    column = draft.home.mapping.column("customer") or ""
    plan = ListPlan(draft.name, draft.column, draft.origin, how_shown(draft.home.mapping, column))
    backend = session.open_cursor()
    try:
        made = save_list(session.workspace(), backend, groups(), plan)
    except CxError as problem:
        st.session_state[SAID] = (False, str(problem))
        return
    finally:
        backend.disconnect()
    st.session_state[SAID] = (
        True,
        say(
            "Saved {n} customers. Choose “{column}” under Compare by on any page.",
            n=count(made.customers),
            column=f"{PurePath(made.dataset.name).stem}: {made.column}",
        ),
    )


def saved_lists() -> None:
    """Draw which lists were saved, when, and from what: they do not follow later changes."""
    found = made_lists(session.workspace())
    if not found:
        return
    with st.container(border=True, key="saved_lists"):
        st.markdown(f"**{say('Saved lists')}**")
        for one in found:
            when = one.made.strftime("%Y-%m-%d %H:%M")
            st.caption(
                f":material/group: **{plain(one.dataset.name)}** · "
                + plain(
                    say(
                        "{n} customers, saved {when} UTC from {origin}",
                        n=count(one.customers),
                        when=when,
                        origin=one.origin,
                    )
                )
            )
        st.caption(
            say(
                "Each is a snapshot: later orders or answers do not move customers until you save "
                "it again. Delete a list on the Data page."
            )
        )
