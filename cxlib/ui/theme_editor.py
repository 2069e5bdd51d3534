"""The tab of word lists: themes and words of feeling, changed, tried, and kept."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cxlib.charts.words import count, number
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.text.draft import check_draft, taxonomy_text
from cxlib.text.taxonomy import Taxonomy, parse_taxonomy
from cxlib.text.theme_table import theme_rows
from cxlib.text.word_counts import count_words, mentions_of
from cxlib.ui import commented, feeling_words, session, theme_draft, theme_names, word_lists
from cxlib.ui.commented import Asked, Talk
from cxlib.ui.head import View
from cxlib.ui.theme_draft import Draft
from cxlib.ui.word_lists import STANDARD
from cxlib.ui.words import plain
from cxlib.workspace.word_lists import THEMES, list_names, versions

THEME_LISTS, FEELINGS = "themes", "feelings"
PICKED = "_theme_picked"
FINDINGS = 8


def tab(_view: View, talk: Talk) -> None:
    """Draw the tab."""
    names = {THEME_LISTS: say("Themes"), FEELINGS: say("Words of feeling")}
    part = st.segmented_control(
        say("Show"),
        list(names),
        default=THEME_LISTS,
        required=True,
        key="lists_part",
        bind="query-params",
        format_func=names.__getitem__,
        label_visibility="collapsed",
    )
    if part == FEELINGS:
        feeling_words.panel(talk, theme_draft.current().taxonomy)
    else:
        _themes(talk)


@commented.kept(10)
def counted(asked: Asked, taxonomy: Taxonomy) -> tuple[dict[int, tuple[int, float | None]], float]:
    """Of each theme of a draft, by place: comments and net; and the share with any theme."""
    mentions = mentions_of(commented.analysis_of(asked), _numbered(taxonomy))
    rows = {int(row.theme): (row.n, row.net) for row in theme_rows(mentions)}
    return rows, mentions.covered or 0.0


@commented.kept(50)
def words_counted(asked: Asked, words: tuple[str, ...]) -> dict[str, int]:
    """Comments in which each word stands."""
    return count_words(commented.analysis_of(asked), words)


def _themes(talk: Talk) -> None:
    draft = theme_draft.current()
    _list_bar(draft)
    _told()
    left, right = st.columns([5, 6], gap="medium")
    with left:
        place = _overview(talk, draft)
    with right:
        if draft.themes:
            _theme(talk, draft, min(place, len(draft.themes) - 1))
    _verdict(draft)
    feeling_words.trial(draft.taxonomy, word_lists.own_words(), key="themes")


def _list_bar(draft: Draft) -> None:
    """Which list, its versions, and its way in and out."""
    names = {STANDARD: say("Standard themes")}
    names |= {name: name for name in list_names(session.workspace(), THEMES)}
    with st.container(horizontal=True, vertical_alignment="bottom", key="list_bar"):
        key = f"list_{draft.name}_{draft.turn}"
        st.selectbox(
            say("List in use"),
            list(names),
            index=list(names).index(draft.name),
            key=key,
            format_func=names.__getitem__,
            width=220,
            disabled=bool(draft.changed),
            help=say("Save or undo your changes to use another list.") if draft.changed else None,
            on_change=lambda: theme_draft.use(str(st.session_state[key])),
        )
        with st.popover(say("Save as"), icon=":material/save_as:"):
            name = st.text_input(say("Name of the list"), key="list_name", max_chars=60)
            st.button(
                say("Save under this name"),
                key="list_save_as",
                disabled=not name.strip(),
                on_click=theme_draft.save,
                args=(name,),
            )
        if draft.name != STANDARD:
            with st.popover(say("Versions"), icon=":material/history:"):
                _versions(draft)
        with st.popover(say("Import"), icon=":material/upload_file:"):
            _import()
        st.download_button(
            say("Export"),
            data=taxonomy_text(dict(draft.themes)),
            file_name="themes.yaml",
            mime="application/yaml",
            icon=":material/download:",
            on_click="ignore",
            key="list_export",
        )
        standard = theme_names.themes().themes
        if dict(draft.themes) != dict(standard):
            st.button(
                say("Reset to the standard"),
                icon=":material/restart_alt:",
                key="list_reset",
                on_click=theme_draft.replace_all,
                args=(standard,),
            )


def _versions(draft: Draft) -> None:
    """Earlier versions, each to be taken up again; and the end of the list."""
    for version in versions(session.workspace(), THEMES, draft.name):
        saved = f"{version.saved:%Y-%m-%d %H:%M} UTC"
        st.button(
            say(
                "Version {n}, {saved}: {themes} themes",
                n=version.number,
                saved=saved,
                themes=len(version.entries),
            ),
            key=f"version_{version.number}",
            type="tertiary",
            on_click=theme_draft.replace_all,
            args=(list(version.entries.items()),),
        )
    st.divider()
    st.button(
        say("Delete this list"),
        icon=":material/delete:",
        key="list_delete",
        on_click=theme_draft.delete,
    )


def _import() -> None:
    file = st.file_uploader(say("YAML or JSON"), ["yaml", "yml", "json", "txt"], key="list_file")
    st.caption(say("A line a theme, such as delivery: [deliver*, courier, on time]."))
    if file is None:
        return
    try:
        found = parse_taxonomy(file.getvalue().decode("utf-8-sig"), name=file.name)
    except CxError as problem:
        st.warning(plain(problem), icon=":material/info:")
        return
    except UnicodeDecodeError:
        st.warning(say("The file is not in UTF-8. Save it as UTF-8."), icon=":material/info:")
        return
    st.button(
        say("Take over its {n} themes", n=len(found.themes)),
        key="list_take",
        type="primary",
        on_click=theme_draft.replace_all,
        args=(found.themes,),
    )


def _told() -> None:
    """What became of the last save."""
    said = st.session_state.pop(theme_draft.SAID, None)
    if said is not None:
        good, text = said
        show = st.success if good else st.warning
        show(plain(text), icon=":material/check:" if good else ":material/info:")
    clash = st.session_state.get(theme_draft.CLASH)
    if clash is not None:
        st.warning(plain(clash), icon=":material/group:")
        with st.container(horizontal=True):
            for label, mine in ((say("Take over theirs"), False), (say("Save mine over it"), True)):
                st.button(
                    label,
                    key=f"clash_{mine}",
                    on_click=theme_draft.settle,
                    kwargs={"mine": mine},
                )


def _overview(talk: Talk, draft: Draft) -> int:
    """All themes with what they find; returns the place of the one to change."""
    found, covered = counted(talk.asked, draft.taxonomy)
    changed = set(draft.changed)
    n = talk.analysis.comments.n
    st.caption(
        say("{share} of {n} comments mention a theme.", share=number(covered, ".1%"), n=count(n))
    )
    columns: dict[str, list[Any]] = {
        say("Theme"): [f"{name} *" if name in changed else name for name, _ in draft.themes],
        say("Comments"): [found.get(i, (0, None))[0] for i in range(len(draft.themes))],
        say("Share of comments"): [
            number(found.get(i, (0, None))[0] / n, ".1%") for i in range(len(draft.themes))
        ],
        say("Net"): [number(found.get(i, (0, None))[1], "+.0f") for i in range(len(draft.themes))],
        say("Words"): [len(words) for _, words in draft.themes],
    }
    right = st.column_config.Column
    event = st.dataframe(
        columns,
        hide_index=True,
        key=f"themes_{draft.name}_{draft.turn}",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            say("Share of comments"): right(alignment="right"),
            say("Net"): right(alignment="right"),
        },
        height="content",
    )
    with st.container(horizontal=True):
        st.button(say("Add a theme"), icon=":material/add:", key="theme_add", on_click=_added)
    rows = event["selection"]["rows"]
    if rows:
        st.session_state[PICKED] = rows[0]
    return int(st.session_state.get(PICKED, 0))


def _added() -> None:
    theme_draft.add()
    st.session_state[PICKED] = len(theme_draft.current().themes) - 1


def _theme(talk: Talk, draft: Draft, place: int) -> None:
    """The fields of one theme, and what each of its words finds."""
    name, words = draft.themes[place]
    where = f"{draft.name}_{draft.turn}_{place}"
    with st.container(border=True, key="theme_fields"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            key = f"name_{where}"
            st.text_input(
                say("Theme"),
                value=name,
                key=key,
                max_chars=60,
                on_change=lambda: theme_draft.write(place, name=st.session_state[key]),
            )
            st.button(
                say("Remove the theme"),
                icon=":material/delete:",
                key="theme_remove",
                on_click=theme_draft.remove,
                args=(place,),
            )
        area = f"words_{where}"
        st.text_area(
            say("Words, with commas between"),
            value=", ".join(words),
            key=area,
            height=150,
            help=say(
                "English, Indonesian and Malay side by side. deliver* finds every word that begins "
                "so; a phrase such as on time is found in order; kirim also finds kirimnya."
            ),
            on_change=lambda: theme_draft.write(place, words=st.session_state[area]),
        )
        counts = words_counted(talk.asked, words)
        ranked = sorted(counts.items(), key=lambda pair: -pair[1])
        st.dataframe(
            {
                say("Word"): [word for word, _ in ranked],
                say("Comments"): [n for _, n in ranked],
            },
            hide_index=True,
            height=220,
            key="theme_words",
        )
        none = sum(n == 0 for _, n in ranked)
        st.caption(say("{n} of {all} words find nothing in view.", n=none, all=len(ranked)))


def _verdict(draft: Draft) -> None:
    """What is wrong with the draft, what is changed, and the way to keep it."""
    found = check_draft(draft.themes)
    serious = [one for one in found if one.serious]
    for one in found[:FINDINGS]:
        head = f"**{plain(one.theme)}** · " if one.theme else ""
        icon = ":material/error:" if one.serious else ":material/info:"
        st.caption(f"{icon} {head}{plain(one.text)}")
    if not draft.changed:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="theme_save"):
        st.button(
            say("Save the list") if draft.name else say("Save as a list of my own"),
            type="primary",
            icon=":material/save:",
            key="list_save",
            disabled=bool(serious),
            on_click=theme_draft.save,
        )
        st.button(say("Undo"), icon=":material/undo:", key="list_undo", on_click=theme_draft.undo)
        names = ", ".join(draft.changed[:6]) + (", …" if len(draft.changed) > 6 else "")
        st.caption(say("Changed: {names}", names=plain(names)), width="content")


def _numbered(taxonomy: Taxonomy) -> Taxonomy:
    """Themes by their place, since the names of a draft may repeat."""
    return Taxonomy(tuple((str(place), words) for place, (_, words) in enumerate(taxonomy.themes)))
