"""What marks some comments off from others, where it stands, and themes made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pyarrow as pa
import streamlit as st
from numpy.typing import NDArray

from cxlib.charts.keywords import keyword_chart
from cxlib.charts.words import count
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.text.analysis import Analysis
from cxlib.text.contexts import sentences_with
from cxlib.text.keyness import FEWEST, Key
from cxlib.text.listing import Wanted, score_classes
from cxlib.ui import card, comment_list, commented, head, word_lists
from cxlib.ui.commented import Asked, Talk
from cxlib.ui.head import View
from cxlib.ui.words import plain

Sides = Literal["score", "feeling", "period", "segment", "language"]
MOST = 40
SURE = 0.05
EVERY = ""
CHOSEN, NAME, INTO, SAID = "discover_words", "discover_name", "discover_into", "_discover_said"
SPOKEN = ("en", "id", "ms")


@dataclass(frozen=True, slots=True)
class Contrast:
    """Which comments are held against which.

    Attributes:
        sides: what parts them.
        value: the period (ISO), segment value or language of the first; empty for the others.
        language: the one language that counts; empty for all.
    """

    sides: Sides
    value: str = ""
    language: str = EVERY


@dataclass(frozen=True, slots=True)
class Telling:
    """Words of one group and of the other, each as that group sees it, and their comments."""

    group: tuple[Key, ...]
    other: tuple[Key, ...]
    n: int
    n_other: int


def tab(_view: View, talk: Talk) -> None:
    """Draw the tab."""
    contrast = _choose(talk)
    found = telling(talk.asked, contrast)
    names = _names(talk, contrast)
    said = st.session_state.pop(SAID, None)
    if said:
        st.success(plain(said), icon=":material/check:")
    shown = [pair for pair in zip((found.group, found.other), names, strict=True) if pair[0]]
    if not shown:
        st.info(
            say(
                "No word marks these comments off for certain: {n} against {other}. A word has to "
                "stand in at least {few} comments.",
                n=count(found.n),
                other=count(found.n_other),
                few=FEWEST,
            ),
            icon=":material/info:",
        )
        return
    clicked = None
    with head.cards():
        for place, (keys, name) in enumerate(shown):
            other = names[1] if name == names[0] else names[0]
            chart = keyword_chart(keys, name, other, talk.look)
            clicked = card.show(chart, key=f"keywords_{place}") or clicked
    terms = [key.term for keys, _ in shown for key in keys]
    _panel(talk, terms, clicked)


@commented.kept(20)
def telling(asked: Asked, contrast: Contrast) -> Telling:
    """The words that mark some comments off, those that are sure after adjustment."""
    analysis = commented.analysis_of(asked)
    group, other = _masks(analysis, contrast)
    mine, theirs = analysis.keys(group, other, most=MOST)
    return Telling(
        tuple(key for key in mine if key.p_adjusted < SURE),
        tuple(_turned(key) for key in theirs if key.p_adjusted < SURE),
        int(group.sum()),
        int(other.sum()),
    )


def _turned(key: Key) -> Key:
    """A word as the other group sees it."""
    return Key(
        term=key.term,
        n=key.n_other,
        n_other=key.n,
        share=key.share_other,
        share_other=key.share,
        log_odds=-key.log_odds,
        z=-key.z,
        p_adjusted=key.p_adjusted,
    )


def _masks(analysis: Analysis, contrast: Contrast) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    comments = analysis.comments
    language = np.array(analysis.language)
    classes = score_classes(analysis)
    if contrast.sides == "score" and classes is not None:
        group, other = classes == 0, classes == 2
    elif contrast.sides == "period" and comments.period is not None:
        days = comments.period.cast(pa.date32()).to_numpy(zero_copy_only=False)
        group, other = (
            days == np.datetime64(contrast.value),
            days < np.datetime64(contrast.value),
        )
    elif contrast.sides == "segment" and comments.segments:
        cells = next(iter(comments.segments.values()))
        group = np.array(cells.to_pylist(), object) == contrast.value
        other = ~group
    elif contrast.sides == "language":
        group = language == contrast.value
        other = ~group
    else:
        group, other = analysis.label < 0, analysis.label > 0
    if contrast.language:
        kept = language == contrast.language
        return group & kept, other & kept
    return group, other


def _choose(talk: Talk) -> Contrast:
    comments = talk.analysis.comments
    kinds: dict[Sides, str] = {}
    if comments.score is not None and not np.isnan(comments.score).all():
        kinds["score"] = say("Low against high scores")
    kinds["feeling"] = say("Blame against praise")
    if comments.period is not None:
        kinds["period"] = say("A period against all before")
    if comments.segments:
        kinds["segment"] = say("One group against the rest")
    kinds["language"] = say("One language against the rest")
    with st.container(horizontal=True, vertical_alignment="bottom", key="discover_controls"):
        if st.session_state.get("discover_sides") not in kinds:
            st.session_state.pop("discover_sides", None)
        sides: Sides = st.selectbox(
            say("What to compare"),
            list(kinds),
            key="discover_sides",
            format_func=kinds.__getitem__,
            width=250,
        )
        value = _value(talk, sides)
        language = EVERY if sides == "language" else _language(talk.analysis)
    return Contrast(sides, value, language)


def _value(talk: Talk, sides: Sides) -> str:
    """The period, segment value or language of the first group; empty where none is asked."""
    comments = talk.analysis.comments
    if sides == "period" and comments.period is not None:
        days = sorted(comments.period.unique().to_pylist(), reverse=True)
        labels = {day.isoformat(): period_label(day, talk.period or "") for day in days}
        options = list(labels)[:-1] or list(labels)
        return _select(say("Period"), options, "discover_period", labels)
    if sides == "segment" and comments.segments:
        cells = next(iter(comments.segments.values())).value_counts().to_pylist()
        ranked = sorted(cells, key=lambda one: (-one["counts"], one["values"]))
        return _select(talk.asked.by or "", [one["values"] for one in ranked], "discover_segment")
    if sides == "language":
        names = _languages(talk.analysis)
        return _select(say("Language"), list(names), "discover_language", names)
    return ""


def _language(analysis: Analysis) -> str:
    names = {EVERY: say("All languages"), **_languages(analysis)}
    return _select(say("Only comments in"), list(names), "discover_only", names)


def _languages(analysis: Analysis) -> dict[str, str]:
    """The languages of the comments in view, the most frequent first."""
    names = {"en": say("English"), "id": say("Indonesian"), "ms": say("Malay")}
    spoken = analysis.language
    there = sorted(SPOKEN, key=lambda one: -spoken.count(one))
    return {one: names[one] for one in there if one in spoken} or names


def _select(label: str, options: list[str], key: str, names: dict[str, str] | None = None) -> str:
    if st.session_state.get(key) not in options:
        st.session_state.pop(key, None)
    shown = names or {}
    chosen = st.selectbox(
        label, options, key=key, format_func=lambda one: shown.get(one, one), width=190
    )
    return str(chosen)


def _names(talk: Talk, contrast: Contrast) -> tuple[str, str]:
    """What the two groups are called."""
    points = talk.analysis.comments.points
    if contrast.sides == "score":
        if points:
            return say("Detractors"), say("Promoters")
        return say("Low scores"), say("High scores")
    if contrast.sides == "period":
        day = date.fromisoformat(contrast.value)
        return period_label(day, talk.period or ""), say("Before")
    if contrast.sides == "segment":
        return contrast.value, say("The rest")
    if contrast.sides == "language":
        return _languages(talk.analysis)[contrast.value], say("Other languages")
    return say("Blame"), say("Praise")


def _panel(talk: Talk, terms: list[str], clicked: str | None) -> None:
    """The chosen words: where they stand, and a theme made of them."""
    kept = [one for one in st.session_state.get(CHOSEN, []) if one in terms]
    if clicked and clicked != st.session_state.get("_discover_clicked"):
        st.session_state["_discover_clicked"] = clicked
        kept = list(dict.fromkeys([*kept, clicked]))
    st.session_state[CHOSEN] = kept
    with st.container(border=True, key="discover_panel"):
        st.markdown(f"**{say('Words into themes')}**")
        st.caption(say("Click bars or choose words: their sentences appear below."))
        chosen = st.multiselect(
            say("Words"), terms, key=CHOSEN, label_visibility="collapsed", placeholder=say("Words")
        )
        if chosen:
            _make(talk, chosen)
            _sentences(talk, chosen)


def _make(talk: Talk, chosen: list[str]) -> None:
    names = list(talk.asked.taxonomy.names)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(say("Name of a new theme"), value=chosen[0], key=NAME, width=220)
        st.button(
            say("Make a theme of these"),
            key="discover_make",
            type="primary",
            icon=":material/new_label:",
            on_click=_add,
            args=(name, chosen),
        )
        if names:
            into = st.selectbox(say("Or a theme there is"), names, key=INTO, width=190)
            st.button(
                say("Add to it"),
                key="discover_add",
                icon=":material/add:",
                on_click=_add,
                args=(into, chosen),
            )


def _add(theme: str, words: list[str]) -> None:
    try:
        name = word_lists.add_words(theme, words)
    except CxError as problem:
        st.session_state[SAID] = str(problem)
        return
    st.session_state[CHOSEN] = []
    st.session_state.pop(NAME, None)
    st.session_state[SAID] = say(
        "{n} words are now in the theme '{theme}' of the list '{name}', which is in use.",
        n=len(words),
        theme=theme,
        name=name,
    )


def _sentences(talk: Talk, chosen: list[str]) -> None:
    """Sentences that hold each chosen word, personal details taken out."""
    found = [(term, text) for term in chosen for _, text in sentences_with(talk.analysis, term)]
    st.dataframe(
        {
            say("Word"): [term for term, _ in found],
            say("Sentence"): [text for _, text in found],
        },
        hide_index=True,
        width="stretch",
        key="discover_sentences",
        column_config={say("Sentence"): st.column_config.TextColumn(width="large")},
    )
    comment_list.button(Wanted(words=f'"{chosen[-1]}"'), key="discover_read")
