"""The Survey quality page: who answered, how carefully, and what the answers can tell."""

from __future__ import annotations

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import answering_care, answering_plan, answering_weights, answering_who, head, show
from cxlib.ui.answering_score import measured_in


def page() -> None:
    """Draw the page below its title."""
    view = head.head("survey", period=True)
    with show.errors():
        measured = measured_in(view)
        names = (
            (say("Who answered"), "how_to_reg", answering_who.tab),
            (say("Early and late"), "schedule", answering_who.early_late),
            (say("Care"), "rule", answering_care.tab),
            (say("Blanks"), "check_box_outline_blank", answering_care.blanks),
            (say("Weighting"), "balance", answering_weights.tab),
            (say("Sample size"), "straighten", answering_plan.tab),
        )
        tabs = st.tabs(
            [f":material/{icon}: {name}" for name, icon, _ in names],
            key="answering_tabs",
            on_change="rerun",
        )
        for tab, (_, _, draw) in zip(tabs, names, strict=True):
            if tab.open:
                with tab, show.errors():
                    draw(measured)
