"""What a page shows while the data it needs are not there."""

from __future__ import annotations

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import samples, session


def _wants() -> dict[str, tuple[str, str]]:
    """For each kind: what to upload, and what it will show."""
    return {
        "survey": (
            say("survey answers"),
            say("NPS, CSAT and CES with intervals, by segment and month."),
        ),
        "subscriptions": (
            say("subscriptions"),
            say("How long customers stay, and what a contract is worth."),
        ),
        "transactions": (
            say("transactions"),
            say("How often customers come back, and what they will be worth."),
        ),
        "events": (
            say("events"),
            say("Who is active, sessions, clicks, and how far customers come along a funnel."),
        ),
        "comments": (
            say("comments, or a survey with a column of them"),
            say("What customers speak of, how they feel about it, and what they wrote."),
        ),
        "tickets": (
            say("support tickets"),
            say("How fast tickets are answered and solved, open ones counted fairly."),
        ),
    }


def need(*kinds: str) -> bool:
    """Whether a dataset of one of the kinds is there; draws the empty state where it is not."""
    have = {one.kind for one in session.datasets()}
    if have & set(kinds):
        return True
    wants = [_wants()[kind] for kind in kinds]
    names = say(" or ").join(name for name, _ in wants)
    with st.container(border=True, horizontal_alignment="center", key="empty", gap="small"):
        st.space("small")
        st.markdown(f"### {say('Upload {names} to begin', names=names)}", width="content")
        for _, shows in wants:
            st.caption(shows, width="content")
        with st.container(horizontal=True, horizontal_alignment="center"):
            if st.button(say("Upload files"), type="primary", icon=":material/upload:", key="go"):
                st.switch_page("pages/data.py")
            samples.button()
        st.space("small")
    return False


def any_data() -> bool:
    """Whether any dataset is there; draws the empty state where none is."""
    return bool(session.datasets()) or need("survey", "subscriptions", "transactions")


def missing() -> None:
    """One quiet line for each kind that the overview could show and has no data of."""
    have = {one.kind for one in session.datasets()}
    lacking = [words for kind, words in _wants().items() if kind not in have]
    if lacking:
        with st.container(border=True, key="missing"):
            for name, shows in lacking:
                st.caption(say("Upload {name} to see: {shows}", name=name, shows=shows))
            st.page_link("pages/data.py", label=say("Open Data"), icon=":material/database:")
