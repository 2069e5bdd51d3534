"""Which measures and charts the overview shows: for a team, or as the analyst saved it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxlib.errors import CxError
from cxlib.locale.speak import current, say
from cxlib.metrics.measures import MEASURES
from cxlib.ui import session
from cxlib.ui.words import plain
from cxlib.workspace.layouts import Layout, remove_layout, save_layout, saved_layouts

PARAM, CHOSEN, PROBLEM = "view", "_layout", "_layout_problem"
SIGNALS, OVER_TIME, BY_GROUP, STAYING, VALUE = "signals", "time", "groups", "staying", "value"
USUAL = "cx"


def chart_names() -> dict[str, str]:
    """The charts that a layout can hold."""
    return {
        SIGNALS: say("Control charts of what signals"),
        OVER_TIME: say("Score over time"),
        BY_GROUP: say("Score by group"),
        STAYING: say("How long customers stay"),
        VALUE: say("Who brings the value"),
    }


def presets() -> dict[str, Layout]:
    """The layouts of the teams."""
    return {
        "cx": Layout(
            say("Customer experience"),
            (
                "nps",
                "csat",
                "ces",
                "churn",
                "sentiment",
                "complaints",
                "replied",
                "answer_sentiment",
            ),
            (SIGNALS, OVER_TIME, BY_GROUP, STAYING),
        ),
        "service": Layout(
            say("Service"),
            ("tickets", "replied", "reply", "solve", "reopened", "csat", "ces", "complaints"),
            (SIGNALS, BY_GROUP),
        ),
        "marketing": Layout(
            say("Marketing"),
            ("buyers", "sales", "orders", "clicks", "active", "nps", "sentiment", "churn"),
            (SIGNALS, VALUE, OVER_TIME),
        ),
        "product": Layout(
            say("Product"),
            ("wau", "active", "sessions", "clicks", "ces", "churn", "answer_complaints", "tickets"),
            (SIGNALS, STAYING, OVER_TIME),
        ),
        "sales": Layout(
            say("Sales"),
            ("sales", "orders", "buyers", "mrr", "nrr", "churn", "nps"),
            (SIGNALS, VALUE, STAYING),
        ),
        "analytics": Layout(
            say("Analytics"), tuple(MEASURES), (SIGNALS, OVER_TIME, BY_GROUP, STAYING, VALUE)
        ),
    }


def choose() -> Layout:
    """Let the analyst choose a layout; its id is in the address."""
    options = presets() | {one.id: one for one in saved_layouts(session.workspace())}
    wanted = st.query_params.get(PARAM) or st.session_state.get(CHOSEN)
    first = wanted if wanted in options else USUAL
    key = f"layout_{current()}_{len(options)}"
    if st.session_state.get(key) not in options:
        st.session_state[key] = first
    chosen = st.segmented_control(
        say("View for"),
        list(options),
        required=True,
        key=key,
        format_func=lambda one: plain(options[one].name),
    )
    chosen = str(chosen or first)
    st.session_state[CHOSEN] = chosen
    if st.query_params.get(PARAM) != chosen:
        st.query_params[PARAM] = chosen
    return options[chosen]


def editor(layout: Layout, measures: dict[str, str]) -> None:
    """A popover in which a layout is changed, saved under a name, or deleted.

    Args:
        layout: the one in view.
        measures: names of the measures that there is data of, by key.
    """
    with st.popover(say("Layout"), icon=":material/dashboard_customize:"):
        problem = st.session_state.pop(PROBLEM, None)
        if problem:
            st.warning(plain(problem), icon=":material/info:")
        charts, place = chart_names(), f"{current()}_{layout.id}"
        chosen = st.multiselect(
            say("Measures, in this order"),
            list(measures),
            default=[one for one in layout.measures if one in measures],
            format_func=measures.__getitem__,
            key=f"layout_measures_{place}",
        )
        drawn = st.multiselect(
            say("Charts"),
            list(charts),
            default=[one for one in layout.charts if one in charts],
            format_func=charts.__getitem__,
            key=f"layout_charts_{place}",
        )
        own = layout.name in {one.name for one in saved_layouts(session.workspace())}
        name = st.text_input(
            say("Name of the layout"), layout.name if own else "", key=f"layout_name_{place}"
        )
        with st.container(horizontal=True):
            st.button(
                say("Save layout"),
                key="layout_save",
                type="primary",
                icon=":material/save:",
                on_click=_save,
                args=(name, chosen, drawn),
            )
            if own:
                st.button(
                    say("Delete layout"),
                    key="layout_delete",
                    type="tertiary",
                    icon=":material/delete:",
                    on_click=_delete,
                    args=(layout.name,),
                )


def _save(name: str, measures: Sequence[str], charts: Sequence[str]) -> None:
    layout = Layout(name.strip(), tuple(measures), tuple(charts))
    try:
        save_layout(session.workspace(), layout)
    except CxError as problem:
        st.session_state[PROBLEM] = str(problem)
    else:
        _go(layout.id)


def _delete(name: str) -> None:
    remove_layout(session.workspace(), name)
    _go(USUAL)


def _go(chosen: str) -> None:
    st.session_state[CHOSEN] = chosen
    st.query_params[PARAM] = chosen
    for key in [one for one in st.session_state if str(one).startswith(f"layout_{current()}_")]:
        del st.session_state[key]
