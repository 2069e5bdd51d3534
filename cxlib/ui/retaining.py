"""The Retention page: what can be asked of contracts, of purchases and of activity."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import (
    cohorts,
    curves,
    hazards,
    head,
    projection,
    rates,
    reasons,
    show,
    silence,
    stay_controls,
)
from cxlib.ui.head import View

Tab = tuple[str, str, Callable[[View], None]]
"""A tab: its name, its icon, and what draws it."""


def page() -> None:
    """Draw the page below its title: the head, and one tab at a time."""
    kind = head.either(
        {
            "subscriptions": say("Contracts"),
            "transactions": say("Purchases"),
            "events": say("Activity"),
        },
        key="stays_of",
    )
    view = head.head(kind)
    if kind == "subscriptions":
        stay_controls.clock(view)
    found = _contracts() if kind == "subscriptions" else _activity()
    names = [f":material/{icon}: {name}" for name, icon, _ in found]
    for place, (_, _, draw) in zip(
        st.tabs(names, key=f"retention_{kind}", on_change="rerun"), found, strict=True
    ):
        if place.open:
            with place, show.errors():
                draw(view)


def _contracts() -> list[Tab]:
    return [
        (say("Curves"), "trending_down", curves.tab),
        (say("Reasons"), "call_split", reasons.tab),
        (say("Rates"), "percent", rates.tab),
        (say("Cohorts"), "grid_on", cohorts.tab),
        (say("What goes with it"), "forest", hazards.tab),
        (say("Projection"), "timeline", projection.tab),
    ]


def _activity() -> list[Tab]:
    return [
        (say("Cohorts"), "grid_on", cohorts.tab),
        (say("Silence"), "notifications_paused", silence.tab),
    ]
