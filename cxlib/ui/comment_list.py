"""The comments themselves, found by word, theme, feeling, segment or score; telling words lit."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import streamlit as st

from cxlib.charts.feedback import feeling_names, language_names
from cxlib.charts.words import count
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.text.language import NAMES
from cxlib.text.listing import (
    BANDS,
    BLAMED_HIGH,
    PRAISED_LOW,
    Wanted,
    against_score,
    found_places,
    in_order,
)
from cxlib.text.tokens import Ints
from cxlib.ui import commented, quoting
from cxlib.ui.comment_shown import csv_columns, facts, shown
from cxlib.ui.commented import Talk
from cxlib.ui.head import View
from cxlib.ui.words import plain

ANY = ""
LISTED = "_say_listed"
"""In the session: how many lists were asked for."""
ORDER = "say_order"
ON_PAGE = 10
PREVIEWED = 3
WIDTH = 172


def go(wanted: Wanted) -> None:
    """Open the tab Comments on some comments; call it from a callback."""
    for name in Wanted.__dataclass_fields__:
        st.session_state[_key(name)] = getattr(wanted, name)
    _first_page()
    st.session_state[commented.TABS] = commented.tab_labels()[commented.COMMENTS]


def button(wanted: Wanted, *, key: str) -> None:
    """A quiet button that opens the tab Comments on some comments."""
    st.button(
        say("Read these comments"),
        key=key,
        type="tertiary",
        icon=":material/format_quote:",
        on_click=go,
        args=(wanted,),
    )


def preview(talk: Talk, wanted: Wanted, *, key: str) -> None:
    """A few of some comments, strongest first, and the way to all of them."""
    places = in_order(talk.analysis, found_places(talk.analysis, wanted), "strong")
    with st.container(border=True, key=f"preview_{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            name = plain(told(talk, wanted))
            st.markdown(f"**{name}** · {say('{n} comments', n=count(len(places)))}")
            button(wanted, key=f"go_{key}")
        for place in places[:PREVIEWED].tolist():
            st.html(shown(talk, place))


def told(talk: Talk, wanted: Wanted) -> str:
    """What is asked for, in words."""
    names = _options(talk)
    parts = [names[field].get(value, value) for field in names if (value := getattr(wanted, field))]
    return ", ".join([*parts, *([f"“{wanted.words}”"] if wanted.words else [])])


def tab(view: View, talk: Talk) -> None:
    """The list of comments with its filters."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="say_filters"):
        wanted = _filters(view, talk)
        order = _order(talk)
    analysis = talk.analysis
    days = commented.days_of(talk.asked) if order == "new" else None
    places = in_order(analysis, found_places(analysis, wanted), order, days)
    _bar(talk, places)
    if not len(places):
        st.caption(say("No comment fits. Take a filter away or search for another word."))
        return
    pages = -(-len(places) // ON_PAGE)
    now = min(pages, int(st.session_state.get(_page_key(), 1)))
    for place in places[(now - 1) * ON_PAGE : now * ON_PAGE].tolist():
        _comment(talk, place)
    if pages > 1:
        with st.container(horizontal_alignment="center"):
            st.pagination(pages, key=_page_key())
    st.caption(
        say(
            "Lit words are those of the word lists: solid below in praise, dashed in blame. A sign "
            "beside a theme says how the comment feels about it."
        )
    )


def _filters(view: View, talk: Talk) -> Wanted:
    labels = {
        "feeling": say("Feeling"),
        "theme": say("Theme"),
        "segment": view.by or "",
        "band": say("Score"),
        "against": say("Score and words"),
        "language": say("Language"),
        "period": say("Period"),
    }
    words = st.text_input(
        say("Search"),
        key=_key("words"),
        on_change=_first_page,
        placeholder=say('words, or "a phrase"'),
        icon=":material/search:",
        persist_state="session",
        width=WIDTH,
    )
    chosen = {
        field: _select(labels[field], options, _key(field), _first_page)
        for field, options in _options(talk).items()
    }
    return Wanted(words=words.strip(), **chosen)


def _options(talk: Talk) -> dict[str, Mapping[str, str]]:
    """What each filter offers: value to name; filters that offer nothing are left out."""
    analysis, comments = talk.analysis, talk.analysis.comments
    found: dict[str, Mapping[str, str]] = {"feeling": feeling_names()}
    if analysis.mentions.names:
        found["theme"] = {name: name for name in analysis.mentions.names}
    for cells in comments.segments.values():
        found["segment"] = {value: value for value in sorted(cells.unique().to_pylist())}
    if comments.score is not None:
        found["band"] = dict(zip(BANDS, _band_names(comments.points), strict=True))
        found["against"] = {
            BLAMED_HIGH: say("High score, words in blame"),
            PRAISED_LOW: say("Low score, words in praise"),
        }
    met = set(np.unique(analysis.languages.code).tolist())
    names = language_names()
    found["language"] = {NAMES[code]: names[NAMES[code]] for code in (1, 2, 3, 0) if code in met}
    if comments.period is not None and talk.period is not None:
        starts = sorted(comments.period.unique().to_pylist(), reverse=True)
        found["period"] = {one.isoformat(): period_label(one, talk.period) for one in starts}
    return found


def _band_names(points: bool) -> tuple[str, str, str]:
    if points:
        return say("Detractors (0-6)"), say("Passives (7-8)"), say("Promoters (9-10)")
    return say("Low score"), say("Middle score"), say("High score")


def _select(label: str, options: Mapping[str, str], key: str, on_change: Callable[[], None]) -> str:
    _told_again(key, (ANY, *options))
    chosen = st.selectbox(
        label,
        [ANY, *options],
        key=key,
        on_change=on_change,
        format_func=lambda value: options.get(value) or say("Any"),
        persist_state="session",
        width=WIDTH,
    )
    return str(chosen)


def _order(talk: Talk) -> str:
    names = {
        "negative": say("Most negative first"),
        "positive": say("Most positive first"),
        "strong": say("Strongest first"),
        "new": say("Newest first"),
        "file": say("As in the file"),
    }
    if talk.period is None:
        del names["new"]
    _told_again(ORDER, tuple(names))
    chosen = st.selectbox(
        say("Order"),
        list(names),
        key=ORDER,
        on_change=_first_page,
        format_func=names.__getitem__,
        persist_state="session",
        width=WIDTH,
    )
    st.button(
        say("Clear all"),
        key="say_clear",
        type="tertiary",
        icon=":material/filter_alt_off:",
        on_click=_clear,
    )
    return str(chosen)


def _bar(talk: Talk, places: Ints) -> None:
    """How many were found, how many of them disagree with their score, and the download."""
    against = against_score(talk.analysis)[places]
    with st.container(horizontal=True, vertical_alignment="center", key="say_found"):
        said = say(
            "{n} of {all} comments", n=count(len(places)), all=count(talk.analysis.comments.n)
        )
        st.markdown(f"**{said}**", width="content")
        if talk.analysis.comments.score is not None:
            st.caption(
                say(
                    "words in blame beside a high score: {high}; in praise beside a low one: {low}",
                    high=count(int((against == 1).sum())),
                    low=count(int((against == -1).sum())),
                ),
                width="content",
            )
        st.download_button(
            say("Download (CSV)"),
            data=lambda: rows_to_csv(csv_columns(talk, places)),
            file_name="comments.csv",
            mime="text/csv",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
            key="say_csv",
            disabled=not len(places),
        )
        quoting.bar()


def _comment(talk: Talk, place: int) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="top", key=f"say_{place}"):
        st.html(shown(talk, place), width="stretch")
        quoting.choice(talk, place, ", ".join(facts(talk, place, scored=False)))


def _told_again(key: str, options: tuple[str, ...]) -> None:
    """Tell the browser what is chosen; it would keep the words of another language or file."""
    if key in st.session_state:
        now = st.session_state[key]
        st.session_state[key] = now if now in options else options[0]


def _key(field: str) -> str:
    return f"say_{field}"


def _page_key() -> str:
    """The key of the page numbers: a new one for each new list, which begins at page 1."""
    return f"say_page_{st.session_state.get(LISTED, 0)}"


def _first_page() -> None:
    st.session_state[LISTED] = st.session_state.get(LISTED, 0) + 1


def _clear() -> None:
    for field in Wanted.__dataclass_fields__:
        st.session_state[_key(field)] = ANY
    _first_page()
