"""The filter builder: conditions as rows that are joined by all or any, and the same as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.tables.fields import Field
from cxlib.tables.filter_text import filter_text, parse_filter
from cxlib.tables.filters import BOUNDS, TAKES, Filter, Op, day_of, number_of
from cxlib.tables.source import BLANK
from cxlib.ui.filter_draft import (
    OPS,
    Draft,
    Fixed,
    Group,
    Row,
    drafted,
    drawn,
    with_group,
    with_row,
    without,
)
from cxlib.ui.words import plain

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
WIDE, GAP = 232, 8
"""Pixels: a row fits into a group in a popover, which is the narrowest place."""
Fields = Mapping[str, Field]


def builder(dataset_key: str, columns: Sequence[Field], start: Filter | None) -> Filter | None:
    """Draw the builder of one dataset's filter and return the filter.

    What was built is kept for the session, under the dataset's key; rows that are not complete
    stay, but are no part of the filter.

    Args:
        dataset_key: tells the datasets' filters apart.
        columns: the columns that conditions can be about.
        start: the filter to begin with. The builder begins anew where it changes to one that the
            builder did not return itself.
    """
    key = f"filter_{dataset_key}"
    fields = {one.column: one for one in columns}
    if not fields:
        return start
    draft = _draft(key, start, fields)
    with st.container(key=f"{key}_rows", gap="small"):
        draft = replace(draft, every=_match(key, draft))
        draft = replace(draft, items=tuple(_item(key, one, draft, fields) for one in draft.items))
        with st.container(horizontal=True):
            _button(key, say("Add a condition"), "add", with_row, columns[0])
            _button(key, say("Add a group"), "add_group", with_group, columns[0])
    found, refused = drawn(draft)
    st.session_state[key], st.session_state[f"{key}_known"] = draft, (start, found)
    for reason in refused:
        st.warning(plain(reason), icon=":material/filter_alt_off:")
    st.caption(plain(found.words()) if found else say("No filter"))
    _as_text(key, draft, found, fields)
    return found


def _draft(key: str, start: Filter | None, fields: Fields) -> Draft:
    """What was built before, unless another filter has come from elsewhere."""
    draft: Draft | None = st.session_state.get(key)
    if draft is None or start not in st.session_state[f"{key}_known"]:
        draft = drafted(start, fields, first=draft.following if draft else 0)
        st.session_state[f"{key}_match"] = draft.every
    return draft


def forget(dataset_key: str) -> None:
    """Begin anew: drop what was built under a key, with the state of its controls."""
    key = f"filter_{dataset_key}"
    for name in [one for one in st.session_state if str(one).startswith(key)]:
        del st.session_state[name]


def op_names() -> dict[Op, str]:
    """The operators, for a reader."""
    return {
        "is": say("is"),
        "is not": say("is not"),
        "between": say("between"),
        "at least": say("at least"),
        "at most": say("at most"),
        "more than": say("more than"),
        "less than": say("less than"),
        "contains": say("contains"),
        "does not contain": say("does not contain"),
        "starts with": say("starts with"),
        "does not start with": say("does not start with"),
        "is blank": say("is blank"),
        "is not blank": say("is not blank"),
    }


def _change(key: str, change: Callable[..., Draft], *what: object) -> None:
    st.session_state[key] = change(st.session_state[key], *what)


def _button(key: str, label: str, name: str, change: Callable[..., Draft], *what: object) -> None:
    st.button(
        label,
        key=f"{key}_{name}",
        icon=":material/add:",
        type="tertiary",
        on_click=_change,
        args=(key, change, *what),
    )


def _remove(key: str, gone: int, label: str) -> None:
    st.button(
        "",
        key=f"{key}_remove_{gone}",
        icon=":material/close:",
        type="tertiary",
        help=label,
        on_click=_change,
        args=(key, without, gone),
    )


def _match(key: str, draft: Draft) -> bool:
    names = {True: say("All conditions"), False: say("Any condition")}
    widget = f"{key}_match"
    if widget not in st.session_state:
        st.session_state[widget] = draft.every
    chosen = st.segmented_control(
        say("Match"), list(names), format_func=names.__getitem__, required=True, key=widget
    )
    return bool(chosen)


def _item(key: str, item: Row | Fixed | Group, draft: Draft, fields: Fields) -> Row | Fixed | Group:
    if not isinstance(item, Group):
        return _row(key, item, fields)
    with st.container(border=True, key=f"{key}_group_{item.id}", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say("Any of these") if draft.every else say("All of these"), width="stretch")
            _remove(key, item.id, say("Remove this group"))
        rows = tuple(_row(key, row, fields) for row in item.rows)
        first = next(iter(fields.values()))
        _button(key, say("Add a condition"), f"add_{item.id}", with_row, first, item.id)
    return replace(item, rows=rows)


def _row(key: str, row: Row | Fixed, fields: Fields) -> Row | Fixed:
    """One line: column, operator, value, and a button that removes it."""
    at = f"{key}_{row.id}"
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=at):
        if isinstance(row, Fixed):
            st.markdown(plain(row.filter.words()), width="stretch")
        else:
            row = _controls(at, row, fields)
        _remove(key, row.id, say("Remove this condition"))
    return row


def _controls(at: str, row: Row, fields: Fields) -> Row:
    names = op_names()
    options = list(fields)
    column = st.selectbox(
        say("Column"),
        options,
        index=options.index(row.column) if row.column in fields else 0,
        key=f"{at}_column",
        label_visibility="collapsed",
        width=155,
    )
    field = fields[column]
    known = row.values if column == row.column else ()
    ops = OPS[field.kind]
    op = st.selectbox(
        say("Operator"),
        ops,
        index=ops.index(row.op) if column == row.column and row.op in ops else 0,
        format_func=names.__getitem__,
        key=f"{at}_op_{field.kind}",
        label_visibility="collapsed",
        width=165,
    )
    return Row(row.id, column, op, _values(f"{at}_{column}", field, op, known))


def _values(at: str, field: Field, op: Op, known: tuple[str, ...]) -> tuple[str, ...]:
    if TAKES[op] == 0:
        return ()
    if op in BOUNDS:
        read = _days if field.kind == "date" else _numbers
        return read(at, field, op, known)
    if op in ("is", "is not") and field.values:
        offered = [*field.values, BLANK]
        return tuple(
            st.multiselect(
                say("Choose values"),
                offered,
                default=[one for one in known if one in offered],
                key=f"{at}_values",
                label_visibility="collapsed",
                placeholder=say("Choose values"),
                width=WIDE,
            )
        )
    text = st.text_input(
        say("Value"),
        known[0] if known else "",
        key=f"{at}_text",
        label_visibility="collapsed",
        placeholder=say("Value"),
        width=WIDE,
    )
    return (text,) if text else ()


def _numbers(at: str, field: Field, op: Op, known: tuple[str, ...]) -> tuple[str, ...]:
    """One or two bounds; what is shown in an empty one is where the data end."""
    both = op == "between"
    ends = [("low", say("Lowest"), field.low), ("high", say("Highest"), field.high)]
    shown = ends if both else ends[:1] if op in ("at least", "more than") else ends[1:]
    found = []
    for place, (name, label, end) in enumerate(shown):
        start = known[place] if len(known) == len(shown) else None
        number = st.number_input(
            label,
            value=float(start) if start and number_of(start) is not None else None,
            step=1.0,
            format="%g",
            key=f"{at}_{name}_{'range' if both else 'end'}",
            label_visibility="collapsed",
            placeholder=f"{label}: {end:g}" if isinstance(end, int | float) else label,
            width=(WIDE - GAP) // 2 if both else WIDE,
        )
        found += [] if number is None else [_number_text(number)]
    return tuple(found)


def _number_text(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _days(at: str, field: Field, op: Op, known: tuple[str, ...]) -> tuple[str, ...]:
    """One day or a range; at first where the data begin and end."""
    days = tuple(day for day in map(day_of, known) if day)
    ends = tuple(one for one in (field.low, field.high) if isinstance(one, date))
    options: dict[str, Any] = {
        "min_value": EARLIEST,
        "max_value": LATEST,
        "format": "YYYY-MM-DD",
        "label_visibility": "collapsed",
        "width": WIDE,
    }
    if op == "between":
        start: list[Any] = list(days if len(days) == 2 else ends)
        picked = st.date_input(say("Value"), start, key=f"{at}_range", **options)
        return tuple(map(str, picked)) if isinstance(picked, tuple) else ()
    usual = ends[:1] if op in ("at least", "more than") else ends[1:]
    day = st.date_input(say("Value"), next(iter(days or usual), None), key=f"{at}_day", **options)
    return () if day is None else (str(day),)


def _as_text(key: str, draft: Draft, found: Filter | None, fields: Fields) -> None:
    """The filter as text that can be typed; what cannot be read stays, with the reason."""
    widget, refusal = f"{key}_text", f"{key}_refused"
    refused = st.session_state.get(refusal)
    if refused and refused[0] == draft:
        st.warning(plain(refused[1]), icon=":material/edit_off:")
    else:
        st.session_state.pop(refusal, None)
        st.session_state[widget] = filter_text(found) if found else ""
    with st.expander(say("Filter as text"), icon=":material/code:"):
        st.text_input(
            say("Filter as text"),
            key=widget,
            label_visibility="collapsed",
            placeholder="region = 'North' and nps >= 9",
            on_change=_typed,
            args=(key, fields),
        )


def _typed(key: str, fields: Fields) -> None:
    """Take over the text that was typed, or keep why it cannot be read."""
    draft: Draft = st.session_state[key]
    text = str(st.session_state[f"{key}_text"])
    try:
        found = parse_filter(text, list(fields)) if text.strip() else None
    except CxError as reason:
        st.session_state[f"{key}_refused"] = (draft, str(reason))
        return
    st.session_state[key] = drafted(found, fields, first=draft.following)
    st.session_state[f"{key}_match"] = st.session_state[key].every
    st.session_state.pop(f"{key}_refused", None)
