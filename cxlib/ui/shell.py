"""The frame around every page: page list, language, and a first visit by deep link."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cxlib.locale.speak import LANGUAGES, choose, say
from cxlib.ui import head, load, session

ICON = Path(__file__).with_name("icon.png")
READY = "_ready"
GO = "_go"
SPOKEN = "_spoken"


def run() -> None:
    """Configure the app, draw the navigation, and run the chosen page."""
    st.set_page_config(
        page_title="CX analytics",
        page_icon=str(ICON),
        layout="wide",
        initial_sidebar_state="auto",
    )
    speak()
    pages = _pages()
    chosen = st.navigation(pages, expanded=True)
    st.session_state[READY] = True
    wanted = st.session_state.pop(GO, None)
    if wanted:
        path, query = wanted
        st.switch_page(path, query_params=query)
    _sidebar()
    chosen.run()


def page(file: str) -> None:
    """Begin a page: a first visit by deep link is sent through app.py and comes back here.

    Streamlit runs a page of the folder `pages` alone, without app.py, where it is the first that
    is asked for after the server started.
    """
    if not st.session_state.get(READY):
        name = f"pages/{Path(file).name}"
        st.session_state[GO] = (
            name,
            {key: st.query_params.get_all(key) for key in st.query_params},
        )
        st.switch_page("app.py")
    speak()


def speak() -> None:
    """Speak the session's language from here on in this script run."""
    language = st.session_state.get("lang") or "en"
    if st.session_state.setdefault(SPOKEN, language) != language:
        st.session_state[SPOKEN] = language
        load.forget_words()
    choose(language)


def _pages() -> dict[str, list[st.Page]]:
    def one(name: str, title: str, icon: str, *, default: bool = False) -> st.Page:
        return st.Page(f"pages/{name}.py", title=title, icon=f":material/{icon}:", default=default)

    return {
        "": [one("overview", say("Overview"), "monitoring", default=True)],
        say("Prepare"): [one("data", say("Data"), "database")],
        say("Measure"): [
            one("scores", say("Scores"), "sentiment_satisfied"),
            one("feedback", say("Feedback"), "forum"),
            one("retention", say("Retention"), "trending_down"),
            one("lifetime_value", say("Lifetime value"), "payments"),
            one("engagement", say("Engagement"), "bolt"),
            one("service", say("Service"), "support_agent"),
        ],
        say("Understand"): [
            one("segments", say("Segments"), "groups"),
            one("trends", say("Trends"), "show_chart"),
            one("drivers", say("Drivers"), "query_stats"),
            one("impact", say("Impact"), "insights"),
            one("survey_quality", say("Survey quality"), "fact_check"),
        ],
        say("Share"): [one("presentation", say("Presentation"), "co_present")],
    }


def _sidebar() -> None:
    with st.sidebar:
        st.space("stretch")
        st.selectbox(
            say("Language"),
            list(LANGUAGES),
            key="lang",
            bind="query-params",
            format_func=LANGUAGES.__getitem__,
        )
        head.level_control()
        kept = session.datasets()
        st.caption(say("Datasets: {n}", n=len(kept)) if kept else say("No data yet"))
