"""Words of feeling that an analyst adds, and a sentence to try the lists on."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

import pandas as pd
import streamlit as st

from cxlib.charts.words import number
from cxlib.errors import CxError
from cxlib.export.csv_text import rows_to_csv
from cxlib.locale.speak import current, say
from cxlib.text.analysis import Options
from cxlib.text.lexicon import MIXED, standard
from cxlib.text.own_words import OwnWords, own_words, parse_words
from cxlib.text.taxonomy import Taxonomy
from cxlib.text.trial import try_sentence
from cxlib.text.word_counts import count_words
from cxlib.ui import commented, session, show, word_lists
from cxlib.ui.commented import Asked, Talk
from cxlib.ui.word_lists import OWN
from cxlib.ui.words import plain
from cxlib.workspace.word_lists import WORDS, Entries, save_list

SAID, TURN = "_words_said", "_words_turn"
Entered = dict[str, list[Any]]
"""Word to its valence and note."""


def panel(talk: Talk, taxonomy: Taxonomy) -> None:
    """The words as a table to change, what they find, and a sentence to try them on."""
    kept = word_lists.own_entries()
    st.caption(
        say(
            "Words and phrases of your own stand above the lists of the package, in every "
            "language. Valence goes from -4 (very bad) to 4 (very good); 0 takes all feeling from "
            "a word."
        )
    )
    said = st.session_state.pop(SAID, None)
    if said:
        st.warning(plain(said), icon=":material/info:")
    frame, edited = _table(kept)
    changed = not edited.equals(frame)
    words: OwnWords = word_lists.own_words()
    with show.errors():
        entered = _read(edited)
        words = tuple((word, float(held[0])) for word, held in entered.items())
        _found(talk, entered)
        with st.container(horizontal=True):
            if changed:
                st.button(
                    say("Save the words"),
                    type="primary",
                    icon=":material/save:",
                    key="words_save",
                    on_click=_save,
                    args=(entered, kept),
                )
            with st.popover(say("Import"), icon=":material/upload_file:"):
                _import(kept)
            _export(kept)
    trial(taxonomy, words, key="words")


def trial(taxonomy: Taxonomy, words: OwnWords, *, key: str) -> None:
    """A sentence to type, and what the lists as they stand on screen make of it.

    Args:
        taxonomy: the themes, saved or not.
        words: the analyst's own words, saved or not.
        key: unique on the page.
    """
    with st.container(border=True, key=f"trial_{key}"):
        st.markdown(f"**{say('Try a sentence')}**")
        text = st.text_input(
            say("Try a sentence"),
            key=f"trial_text_{key}",
            placeholder=say("Type what a customer could write"),
            label_visibility="collapsed",
        )
        if not text.strip():
            return
        with show.errors():
            _tried(text, Options(taxonomy=taxonomy, words=words))


def _tried(text: str, options: Options) -> None:
    found = try_sentence(text, options)
    labels = {-1: say("negative"), 0: say("neutral"), 1: say("positive")}
    languages = {"en": say("English"), "id": say("Indonesian"), "ms": say("Malay")}
    language = languages.get(found.language, say("language not known"))
    score = plain(number(found.score, "+.2f"))
    st.markdown(f"**{labels[found.label]}** ({score}) · {language}")
    hits = ", ".join(f"{word} ({number(value, '+.1f')})" for word, value in found.hits)
    felt = ", ".join(f"{name} ({labels[side]})" for name, side in found.themes)
    st.caption(say("Cut into: {words}", words=plain(" · ".join(found.words))))
    st.caption(say("Words of feeling: {words}", words=plain(hits or say("none"))))
    st.caption(say("Themes: {name}", name=plain(felt or say("none"))))


@commented.kept(20)
def found_in(asked: Asked, words: tuple[str, ...]) -> dict[str, int]:
    """Comments in which each word stands."""
    return count_words(commented.analysis_of(asked), words)


def _table(kept: Entries) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The words as they are kept, and as they stand on screen."""
    frame = pd.DataFrame(
        {
            "word": pd.Series(list(kept), dtype="object"),
            "valence": pd.Series([float(one[0]) for one in kept.values()], dtype="float64"),
            "note": pd.Series([str(one[1]) for one in kept.values()], dtype="object"),
        }
    )
    column = st.column_config
    edited = st.data_editor(
        frame,
        key=f"own_{current()}_{st.session_state.get(TURN, 0)}_{hash(tuple(kept))}",
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        column_config={
            "word": column.TextColumn(say("Word or phrase"), required=True),
            "valence": column.NumberColumn(
                say("Valence"), min_value=-4.0, max_value=4.0, step=0.1, required=True
            ),
            "note": column.TextColumn(say("Note"), width="large"),
        },
    )
    return frame, edited


def _read(edited: pd.DataFrame) -> Entered:
    """The table's words as comments are cut; the last of equal ones counts.

    Raises:
        BadOption: a word cannot be one, or has no valence between -4 and 4.
    """
    found: Entered = {}
    for row in edited.to_dict("records"):
        word, value, note = row["word"], row["valence"], row["note"]
        if pd.isna(word) or not str(word).strip():
            continue
        pair = (str(word), float("nan") if pd.isna(value) else float(value))
        for cut, valence in own_words([pair]):
            found[cut] = [valence, "" if pd.isna(note) else str(note).strip()]
    return found


def _found(talk: Talk, entered: Entered) -> None:
    """What the package says of each word, and in how many comments in view it stands."""
    if not entered:
        return
    lists = standard()
    counts = found_in(talk.asked, tuple(entered))
    before = [lists.values[MIXED, lists.entry(word)] for word in entered]
    st.dataframe(
        {
            say("Word or phrase"): list(entered),
            say("Valence"): [number(held[0], "+.1f") for held in entered.values()],
            say("In the lists of the package"): [number(float(one), "+.1f") for one in before],
            say("Comments in view"): [counts[word] for word in entered],
        },
        hide_index=True,
        key="own_found",
    )


def _save(wanted: Entered, was: Entries) -> None:
    try:
        save_list(session.workspace(), WORDS, OWN, wanted, was=was)
    except CxError as problem:
        st.session_state[SAID] = str(problem)
    else:
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _import(kept: Entries) -> None:
    file = st.file_uploader(say("CSV: word, valence, note"), ["csv", "txt"], key="words_file")
    if file is None:
        return
    with show.errors():
        try:
            text = file.getvalue().decode("utf-8-sig")
        except UnicodeDecodeError:
            st.warning(say("The file is not in UTF-8. Save it as UTF-8."), icon=":material/info:")
            return
        found = _noted(text, file.name)
        st.button(
            say("Add its {n} words", n=len(found)),
            key="words_take",
            type="primary",
            on_click=_save,
            args=({**kept, **found}, kept),
        )


def _noted(text: str, name: str) -> Entered:
    """The words of a CSV with their notes.

    Raises:
        BadOption: a line is no word with its valence.
    """
    values = dict(parse_words(text, name=name))
    notes: dict[str, str] = {}
    for row in csv.reader(StringIO(text)):
        if len(row) > 2 and row[2].strip():
            for word in _cut(row):
                notes[word] = row[2].strip()
    return {word: [value, notes.get(word, "")] for word, value in values.items()}


def _cut(row: list[str]) -> tuple[str, ...]:
    """The word of a line as comments are cut; none where the line is the header."""
    try:
        float(row[1])
    except ValueError:
        return ()
    return tuple(word for word, _ in own_words([(row[0], float(row[1]))]))


def _export(kept: Entries) -> None:
    st.download_button(
        say("Export"),
        data=rows_to_csv(
            {
                "word": list(kept),
                "valence": [f"{held[0]:g}" for held in kept.values()],
                "note": [held[1] for held in kept.values()],
            }
        ),
        file_name="words.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key="words_export",
        disabled=not kept,
    )
