"""The Feedback page: what comments say, how they feel, and the comments themselves."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.words import count
from cxlib.locale.speak import say
from cxlib.metrics.backlog import share_of
from cxlib.text import listing
from cxlib.text.shares import count_balance
from cxlib.ui import (
    comment_list,
    commented,
    coverage,
    discovering,
    feelings,
    kpi,
    show,
    theme_editor,
    theming,
)
from cxlib.ui.commented import Talk
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain

Tab = Callable[[View, Talk], None]

DRAWN: dict[str, Tab] = {
    commented.THEMES: theming.tab,
    commented.SENTIMENT: feelings.tab,
    commented.COMMENTS: comment_list.tab,
    commented.DISCOVER: discovering.tab,
    commented.LISTS: theme_editor.tab,
}
"""What draws each tab."""
OPEN = "_feedback_open"
"""In the session: the name of the open tab, which has other words in another language."""


def page() -> None:
    """Everything below the page's title."""
    view = commented.choose_view()
    with show.errors():
        talk = commented.read(view)
        coverage.line(talk.analysis.comments.coverage, key="feedback")
        _privacy(talk)
        _direction(talk)
        kpi.row(headline(talk), key="feedback")
        names = _tab_names()
        tabs = st.tabs(list(names.values()), key=commented.TABS, on_change="rerun")
        for tab, name in zip(tabs, names, strict=True):
            if tab.open:
                st.session_state[OPEN] = name
                with tab, show.errors():
                    DRAWN[name](view, talk)


def _tab_names() -> dict[str, str]:
    """The tabs; the one that was open stays so where the language changed."""
    names = commented.tab_labels()
    was = st.session_state.get(OPEN)
    if was is not None and st.session_state.get(commented.TABS) not in names.values():
        st.session_state[commented.TABS] = names[was]
    return names


def headline(talk: Talk) -> list[Kpi]:
    """Comments, net sentiment, blame, mixed feelings, and what the lists and themes reach."""
    analysis, level = talk.analysis, talk.look.level
    found = count_balance(analysis.label, analysis.covered, analysis.mixed, level=level)
    flags = analysis.themes().flags
    return [
        Kpi(
            say("Comments"),
            Point(found.n, n=None),
            ",.0f",
            about=say("Comments in view; rows without any text are not among them."),
        ),
        Kpi(
            say("Net sentiment"),
            Point(found.net, found.low, found.high, found.n),
            "+.1f",
            level,
            about=say("Share of comments in praise less share in blame, in points."),
        ),
        _share(
            say("Negative"),
            found.negative,
            found.n,
            level=level,
            about=say("Comments in which blame outweighs praise."),
        ),
        _share(
            say("Mixed"),
            found.mixed,
            found.n,
            level=level,
            about=say("Comments that both praise and blame, by their words."),
        ),
        Kpi(
            say("Read by the word lists"),
            Point(found.covered, n=found.n),
            ".1%",
            about=say("Comments with at least one word of the lists; the others count as neutral."),
        ),
        Kpi(
            say("Themes per comment"),
            Point(float(flags.sum(axis=1).mean()), n=found.n),
            ".2f",
            about=say("How many themes a comment mentions, on average."),
        ),
    ]


def _share(name: str, hits: int, n: int, *, level: float, about: str) -> Kpi:
    found = share_of(hits, n, level=level)
    point = Point(None) if found is None else Point(found.share, found.low, found.high, n)
    return Kpi(name, point, ".1%", level, about=about)


def _privacy(talk: Talk) -> None:
    """What was taken out of the comments before anything saw them."""
    names = {
        "email": say("e-mail addresses"),
        "link": say("links"),
        "card": say("card numbers"),
        "phone": say("telephone numbers"),
        "id": say("identity numbers"),
        "handle": say("handles"),
    }
    hidden = talk.analysis.comments.hidden
    parts = [f"{names[kind]} ({count(n)})" for kind, n in hidden.items() if n]
    said = (
        say("Personal details taken out: {kinds}.", kinds=", ".join(parts))
        if parts
        else say("Personal details were looked for; none was found.")
    )
    st.caption(f":material/shield_person: {said}")


def _direction(talk: Talk) -> None:
    """Scores that are turned round, and scores that look as if they had to be."""
    if talk.analysis.comments.turned is not None:
        st.caption(
            ":material/swap_vert: "
            + say(
                "A low answer in {column} is good: scores are turned round where they are compared "
                "with words.",
                column=plain(talk.asked.score),
            )
        )
    elif listing.runs_against(talk.analysis):
        st.warning(
            say(
                "Low answers in {column} stand beside praise and high ones beside blame. If a low "
                "answer is the good one, say so on the Data page.",
                column=plain(talk.asked.score),
            ),
            icon=":material/help:",
        )
