"""How the cells of a column are read, where that can go wrong: dates, scales, codes, decimals."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cxlib.columns.kinds import Role, Type
from cxlib.columns.mapping import AMBIGUOUS, Mapping, Reading
from cxlib.locale.speak import say
from cxlib.ui.words import plain

FORMATS = {
    "": "2024-12-31",
    "%d/%m/%Y": "31/12/2024",
    "%m/%d/%Y": "12/31/2024",
    "%d-%m-%Y": "31-12-2024",
    "%m-%d-%Y": "12-31-2024",
    "%d.%m.%Y": "31.12.2024",
    "%Y/%m/%d": "2024/12/31",
    "%Y%m%d": "20241231",
    "%d %b %Y": "31 Dec 2024",
    "%b %d, %Y": "Dec 31, 2024",
    "%d/%m/%y": "31/12/24",
    "%m/%d/%y": "12/31/24",
}
SCALES = ((0, 10), (1, 3), (1, 4), (1, 5), (1, 7), (1, 10))
READ = (Type.MOMENT, Type.SCORE, Type.NUMBER, Type.MONEY)


def reading_controls(key: str, draft: Mapping) -> Mapping:
    """Controls for each mapped column that is a date, a score or a number; returns the draft."""
    roles = {role.name: role for role in draft.file_kind.roles}
    borne = [(roles[name], column) for name, column in draft.roles if roles[name].type in READ]
    open_dates = any(draft.reading(column).date_format == AMBIGUOUS for _, column in borne)
    if not borne:
        return draft
    with st.expander(say("How cells are read"), expanded=open_dates, icon=":material/tune:"):
        for role, column in borne:
            how = _one(f"{key}_{draft.kind}_{role.name}_{column}", role, column, draft)
            if how != draft.reading(column):
                draft = draft.with_reading(column, how)
    return draft


def _one(key: str, role: Role, column: str, draft: Mapping) -> Reading:
    how = draft.reading(column)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown(f"**{plain(column)}**  \n:gray[{role.name}]", width=180)
        if role.type is Type.MOMENT:
            return replace(how, date_format=_date_format(key, how))
        if role.type is Type.SCORE:
            return _score(key, role, how)
        return replace(how, decimal=_decimal(key, how))


def _date_format(key: str, how: Reading) -> str:
    options = list(FORMATS)
    if how.date_format not in options:
        options = [how.date_format, *options]
    return str(
        st.selectbox(
            say("Dates are written like"),
            options,
            index=options.index(how.date_format),
            format_func=_date_words,
            key=f"date_{key}",
            persist_state="page",
            width=300,
        )
    )


def _date_words(form: str) -> str:
    if form == AMBIGUOUS:
        return say("(choose the order of day and month)")
    example = FORMATS.get(form, form)
    if form.startswith("%d") and "%m" in form:
        return say("{example} (day, month, year)", example=example)
    if form.startswith("%m"):
        return say("{example} (month, day, year)", example=example)
    return example


def _score(key: str, role: Role, how: Reading) -> Reading:
    now = how.scale or role.scale or (1, 5)
    options = list(dict.fromkeys([now, *SCALES]))
    scale = st.selectbox(
        say("Scale"),
        options,
        index=options.index(now),
        format_func=lambda one: f"{one[0]}–{one[1]}",
        key=f"scale_{key}",
        persist_state="page",
        width=110,
    )
    blanks = st.text_input(
        say("Codes that mean no answer"),
        ", ".join(how.blanks),
        key=f"blanks_{key}",
        persist_state="page",
        placeholder="99, N/A",
        width=220,
    )
    low_is_good = st.toggle(
        say("A low answer is good"),
        value=how.reversed,
        key=f"reversed_{key}",
        persist_state="page",
    )
    codes = tuple(code.strip() for code in blanks.split(",") if code.strip())
    kept = None if scale == role.scale and how.scale is None else (int(scale[0]), int(scale[1]))
    return replace(how, scale=kept, blanks=codes, reversed=low_is_good)


def _decimal(key: str, how: Reading) -> str:
    marks = {".": "1,234.56", ",": "1.234,56"}
    return str(
        st.selectbox(
            say("Numbers are written like"),
            list(marks),
            index=list(marks).index(how.decimal),
            format_func=marks.__getitem__,
            key=f"decimal_{key}",
            persist_state="page",
            width=200,
        )
    )
