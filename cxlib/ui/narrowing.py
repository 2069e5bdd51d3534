"""Filters in the head of a page: values to tick, saved segments, and a builder for the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.tables.filter_text import filter_text, parse_filter
from cxlib.tables.filters import Condition, Filter, joined
from cxlib.tables.linked import VERSUS
from cxlib.tables.segments import Segment
from cxlib.tables.source import OTHERS, SAVED
from cxlib.ui import load, session
from cxlib.ui.builder import builder
from cxlib.ui.words import plain
from cxlib.workspace.segments import SavedSegment, save_segment
from cxlib.workspace.store import Dataset

Options = dict[str, tuple[str, str]]


def controls(kind: str, dataset: Dataset, known: Sequence[Segment]) -> tuple[Filter, ...]:
    """Draw the filters of a page and return what was chosen; all of them have to hold."""
    ticked = _ticked(kind, known)
    more = _more(kind, dataset, ticked)
    return (*ticked, *((more,) if more else ()))


def chosen(kind: str, dataset: Dataset, known: Sequence[Segment]) -> tuple[Filter, ...]:
    """What `controls` last returned for this kind, without drawing."""
    options = _options(known)
    picked = [text for text in st.session_state.get(f"{kind}_where", []) if text in options]
    text = str(st.session_state.get(more_key(kind), ""))
    more = read(text, dataset)[0] if text else None
    return (*_conditions(picked, options), *((more,) if more else ()))


def option(column: str, value: str) -> str:
    """A value to tick, as it stands in the list and in the URL."""
    if column.startswith(SAVED):
        return f"{column} {OTHERS}" if value == OTHERS else column
    return f"{column}: {value}"


def more_key(kind: str) -> str:
    """The key in the session and in the URL of the filter that was built."""
    return f"{kind}_filter"


def read(text: str, dataset: Dataset) -> tuple[Filter | None, str]:
    """The filter that a text says, and what is wrong with it."""
    try:
        return parse_filter(text, [one.column for one in load.fields(dataset)]), ""
    except CxError as problem:
        return None, str(problem)


def _options(known: Sequence[Segment]) -> Options:
    plain_columns = (one for one in known if VERSUS not in one.column)
    return {
        option(one.column, value): (one.column, value)
        for one in plain_columns
        for value, _ in one.values
    }


def _ticked(kind: str, known: Sequence[Segment]) -> tuple[Condition, ...]:
    options = _options(known)
    key = f"{kind}_where"
    if key in st.session_state:
        st.session_state[key] = [text for text in st.session_state[key] if text in options]
    picked = st.multiselect(
        say("Filters"),
        list(options),
        key=key,
        bind="query-params",
        placeholder=say("All customers"),
        select_all=False,
        width=175,
    )
    return _conditions(picked, options)


def _conditions(
    picked: Sequence[str], options: Mapping[str, tuple[str, str]]
) -> tuple[Condition, ...]:
    """Values of one column are alternatives; different columns must all hold."""
    values: dict[str, list[str]] = {}
    for text in picked:
        column, value = options[text]
        values.setdefault(column, []).append(value)
    return tuple(Condition(column, tuple(found)) for column, found in values.items())


def _more(kind: str, dataset: Dataset, ticked: Sequence[Filter]) -> Filter | None:
    """The popover with the builder; its filter lives in the session and in the URL."""
    key = more_key(kind)
    text = str(st.session_state.get(key) or st.query_params.get(key, ""))
    now, problem = read(text, dataset) if text else (None, "")
    box = st.popover(
        say("More"),
        icon=":material/filter_alt:" if now else ":material/add:",
        type="secondary" if now else "tertiary",
        key=f"{key}_box",
        on_change="rerun",
        width="content",
        help=say("Conditions on any column, joined by and or or."),
    )
    if problem:
        st.warning(plain(problem), icon=":material/filter_alt_off:")
    if box.open:
        with box:
            now = builder(f"{kind}_{dataset.id}", load.fields(dataset), now)
            _save(kind, dataset, joined((*ticked, *((now,) if now else ())), every=True))
    st.session_state[key] = filter_text(now) if now else ""
    if now:
        st.query_params[key] = st.session_state[key]
    elif key in st.query_params:
        del st.query_params[key]
    return now


def _save(kind: str, dataset: Dataset, whole: Filter | None) -> None:
    """Keep the page's filters as a segment."""
    if whole is None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(
            say("Save these filters as a segment"),
            key=f"save_name_{kind}",
            placeholder=say("Name"),
            width=240,
        )
        pressed = st.button(say("Save"), key=f"save_segment_{kind}", disabled=not name)
    if not pressed:
        return
    try:
        mine = session.workspace()
        save_segment(mine, SavedSegment(name, dataset.id, filter_text(whole)))
    except CxError as problem:
        st.warning(plain(problem))
    else:
        st.toast(say("{name} is saved.", name=plain(name)), icon=":material/check:")
