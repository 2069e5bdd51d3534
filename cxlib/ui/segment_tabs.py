"""The Segments page: saved segments, comparisons of groups, and the search for them."""

from __future__ import annotations

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import (
    clustering,
    every_group,
    searching,
    segmenting,
    session,
    show,
    versus,
)


def page() -> None:
    """Draw the page below its title."""
    tabs = [
        (f":material/groups: {say('Saved segments')}", _segments),
        (f":material/compare: {say('Compare')}", versus.tab),
        (f":material/leaderboard: {say('Every group')}", every_group.tab),
        (f":material/scatter_plot: {say('Clusters')}", clustering.tab),
    ]
    if session.datasets("survey"):
        tabs.append((f":material/person_search: {say('Who differs most')}", searching.tab))
    shown = st.tabs([name for name, _ in tabs], key="segments_tabs", on_change="rerun")
    for tab, (_, draw) in zip(shown, tabs, strict=True):
        if tab.open:
            with tab, show.errors():
                draw()


def _segments() -> None:
    segmenting.saved()
    segmenting.new()
