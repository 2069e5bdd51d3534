"""The themes and words by which an analyst has comments read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, count

import streamlit as st

from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.text.draft import check_draft
from cxlib.text.own_words import OwnWords
from cxlib.text.taxonomy import Taxonomy
from cxlib.ui import session, theme_names
from cxlib.workspace.word_lists import (
    THEMES,
    WORDS,
    Entries,
    list_in_use,
    list_names,
    save_list,
    use_list,
    versions,
)

CHOSEN = "_theme_list"
STANDARD = ""
"""Stands for the themes of the package, which no list can be called."""
OWN = "own words"
"""The one list of an analyst's own words."""


def taxonomy() -> Taxonomy:
    """The themes in use."""
    return as_taxonomy(entries(chosen()))


def own_words() -> OwnWords:
    """Words and phrases of the analyst with how they feel, -4 to 4, above the lists."""
    return tuple((word, float(held[0])) for word, held in own_entries().items())


def chosen() -> str:
    """The theme list in use: the one that this session chose, else the one chosen last."""
    if CHOSEN not in st.session_state:
        st.session_state[CHOSEN] = list_in_use(session.workspace()) or STANDARD
    name = str(st.session_state[CHOSEN])
    return name if exists(name) else STANDARD


def exists(name: str) -> bool:
    """Whether there is such a list; the standard themes always are."""
    return name == STANDARD or name in list_names(session.workspace(), THEMES)


def choose(name: str) -> None:
    """Use a theme list from here on, in this session and in those that begin later."""
    st.session_state[CHOSEN] = name
    use_list(session.workspace(), name or None)


def entries(name: str) -> Entries:
    """The themes of a list with their words, as saved last."""
    if name == STANDARD:
        return dict(theme_names.themes().themes)
    return versions(session.workspace(), THEMES, name)[0].entries


def own_entries() -> Entries:
    """The analyst's own words: word to valence and note."""
    kept = versions(session.workspace(), WORDS, OWN)
    return kept[0].entries if kept else {}


def as_taxonomy(themes: Entries) -> Taxonomy:
    """Themes as the comments are searched for them."""
    return Taxonomy(tuple((name, tuple(words)) for name, words in themes.items()))


def add_words(theme: str, words: Sequence[str]) -> str:
    """Put words into a theme of the list in use, which is made where there is none of that name.

    The standard themes are never changed: a list of one's own begins as a copy of them.

    Args:
        theme: the theme's name, in any capitals.
        words: what is added.

    Returns:
        The name of the list that has them now; it is in use.

    Raises:
        Conflict: somebody else changed the theme at the same moment.
        BadOption: the theme or its words cannot be kept.
    """
    mine, name = session.workspace(), chosen()
    was = entries(name)
    known = next((one for one in was if one.casefold() == theme.strip().casefold()), theme.strip())
    wanted = {**was, known: list(dict.fromkeys([*was.get(known, ()), *words]))}
    refuse([(known, wanted[known])])
    if name == STANDARD:
        name = free_name()
        save_list(mine, THEMES, name, wanted, was=None)
    else:
        save_list(mine, THEMES, name, wanted, was=was)
    choose(name)
    return name


def refuse(themes: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Raise the first thing that is wrong with some themes.

    Raises:
        BadOption: something is.
    """
    wrong = next((one for one in check_draft(themes) if one.serious), None)
    if wrong is not None:
        raise BadOption(f"{wrong.theme}: {wrong.text}" if wrong.theme else wrong.text)


def free_name() -> str:
    """A name for a list of one's own that no list has yet."""
    taken = {one.casefold() for one in list_names(session.workspace(), THEMES)}
    name = say("My themes")
    numbered = (f"{name} {number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one.casefold() not in taken)
