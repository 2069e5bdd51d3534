"""Themes as an analyst is writing them: in the session until they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.text.draft import split_words
from cxlib.text.taxonomy import Taxonomy
from cxlib.ui import session, word_lists
from cxlib.ui.word_lists import STANDARD
from cxlib.workspace.word_lists import THEMES, Conflict, Entries, delete_list, save_list

DRAFT, SAID, CLASH = "_theme_draft", "_theme_said", "_theme_clash"

Themes = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A list under change.

    Attributes:
        name: the list; `STANDARD` for the themes of the package.
        was: its themes when the change began.
        themes: the themes as they are to be; names may still repeat.
        turn: counts changes that the fields on screen did not make themselves.
    """

    name: str
    was: Themes
    themes: Themes
    turn: int = 0

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of the themes that are new, gone, or have other words."""
        was, now = dict(self.was), dict(self.themes)
        names = dict.fromkeys([*now, *was])
        return tuple(name for name in names if was.get(name) != now.get(name))

    @property
    def taxonomy(self) -> Taxonomy:
        """The themes as comments are searched for them."""
        return Taxonomy(self.themes)


def current() -> Draft:
    """The draft of the list in use; a fresh one where another list came into use."""
    found = st.session_state.get(DRAFT)
    name = word_lists.chosen()
    if isinstance(found, Draft) and found.name == name and (found.changed or _is_fresh(found)):
        return found
    turn = found.turn + 1 if isinstance(found, Draft) else 0
    if isinstance(found, Draft) and found.changed and not word_lists.exists(found.name):
        # Somebody deleted the list; what was changed here can be saved as a list of one's own.
        was = _plain(word_lists.entries(STANDARD))
        return _keep(Draft(STANDARD, was, found.themes, turn))
    return _keep(_begun(name, turn))


def write(place: int, *, name: str | None = None, words: str | None = None) -> None:
    """Change the name or the words of a theme."""
    draft = current()
    themes = list(draft.themes)
    old, held = themes[place]
    themes[place] = (
        old if name is None else " ".join(name.split()),
        held if words is None else split_words(words),
    )
    _keep(replace(draft, themes=tuple(themes)))


def add() -> None:
    """Put a theme without words at the end."""
    draft = current()
    names = {name for name, _ in draft.themes}
    fresh = say("new theme")
    number = 2
    while fresh in names:
        fresh, number = f"{say('new theme')} {number}", number + 1
    _keep(replace(draft, themes=(*draft.themes, (fresh, ())), turn=draft.turn + 1))


def remove(place: int) -> None:
    """Take a theme out."""
    draft = current()
    themes = tuple(one for at, one in enumerate(draft.themes) if at != place)
    _keep(replace(draft, themes=themes, turn=draft.turn + 1))


def replace_all(themes: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Put other themes in place of all: those of a file, of a version, or of the package."""
    draft = current()
    fresh = tuple((name, tuple(words)) for name, words in themes)
    _keep(replace(draft, themes=fresh, turn=draft.turn + 1))


def undo() -> None:
    """Forget all changes."""
    st.session_state.pop(CLASH, None)
    _keep(_begun(word_lists.chosen(), current().turn + 1))


def save(name: str = "") -> None:
    """Keep the draft; under a new name where one is given, or where the list is the package's."""
    draft = current()
    try:
        word_lists.refuse(draft.themes)
        target = name.strip() or draft.name or word_lists.free_name()
        new = target != draft.name
        mine = session.workspace()
        was = None if new else dict(draft.was)
        version = save_list(mine, THEMES, target, dict(draft.themes), was=was)
    except Conflict as problem:
        st.session_state[CLASH] = problem
    except CxError as problem:
        st.session_state[SAID] = (False, str(problem))
    else:
        st.session_state.pop(CLASH, None)
        word_lists.choose(target)
        _keep(_begun(target, draft.turn + 1))
        text = say("Saved as version {n} of '{name}'.", n=version.number, name=target)
        st.session_state[SAID] = (True, text)


def settle(*, mine: bool) -> None:
    """Settle themes that somebody else changed too: by one's own words, or by theirs.

    Args:
        mine: whether one's own words stand; the others stay among the versions.
    """
    draft, clash = current(), st.session_state.pop(CLASH)
    there = word_lists.entries(draft.name)
    themes = dict(draft.themes)
    if not mine:
        for name in clash.entries:
            themes.pop(name, None)
            if name in there:
                themes[name] = tuple(there[name])
    was = {**dict(draft.was), **{n: tuple(there[n]) for n in clash.entries if n in there}}
    for name in clash.entries:
        if name not in there:
            was.pop(name, None)
    _keep(Draft(draft.name, tuple(was.items()), tuple(themes.items()), draft.turn + 1))
    if mine:
        save()


def use(name: str) -> None:
    """Use another list, and forget what was changed in this one."""
    st.session_state.pop(CLASH, None)
    word_lists.choose(name)
    _keep(_begun(name, current().turn + 1))


def delete() -> None:
    """Forget the list with all its versions, and use the standard themes."""
    name = current().name
    delete_list(session.workspace(), THEMES, name)
    use(STANDARD)


def _is_fresh(draft: Draft) -> bool:
    """Whether the list still is as it was when the draft began."""
    return draft.was == _plain(word_lists.entries(draft.name))


def _begun(name: str, turn: int) -> Draft:
    themes = _plain(word_lists.entries(name))
    return Draft(name, themes, themes, turn)


def _plain(entries: Entries) -> Themes:
    return tuple((theme, tuple(words)) for theme, words in entries.items())


def _keep(draft: Draft) -> Draft:
    st.session_state[DRAFT] = draft
    return draft
