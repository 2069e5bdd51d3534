"""The Segments page: saved segments with their comparison, and the search for groups."""

from __future__ import annotations

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import comparing, searching, segmenting, session, show


def page() -> None:
    """Draw the page below its title."""
    if not session.datasets("survey"):
        with show.errors():
            _segments()
        return
    names = (
        f":material/groups: {say('Saved segments')}",
        f":material/person_search: {say('Who differs most')}",
    )
    tabs = st.tabs(names, key="segments_tabs", on_change="rerun")
    for tab, draw in zip(tabs, (_segments, searching.tab), strict=True):
        if tab.open:
            with tab, show.errors():
                draw()


def _segments() -> None:
    kept = segmenting.saved()
    segmenting.new()
    comparing.panel(kept)
