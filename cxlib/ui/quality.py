"""The quality of a dataset: what is in it, what is wrong, and fixes that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import streamlit as st

from cxlib.charts.findings import Finding, findings
from cxlib.charts.quality import rows_over_time
from cxlib.charts.words import UNKNOWN, count
from cxlib.columns.changes import Fix, changes, choice_title, choice_words
from cxlib.columns.choices import CHOICES, KEEP
from cxlib.columns.mapping import Mapping
from cxlib.columns.typed import role_names
from cxlib.locale.speak import say
from cxlib.stats.quality import Quality, questions
from cxlib.tables.question import Coverage
from cxlib.tables.stays import GAP
from cxlib.ui import card, imports, load, quality_tables, session
from cxlib.ui.imports import Understood
from cxlib.ui.quality_tables import percent
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

FIRST_FINDINGS = 6
CHART_HEIGHT = 230
LINE, LINE_HEIGHT = (5.0, 1.9, 2.1), 42
"""A finding: the widths of its sentence, its rows and its fix, and its height in pixels."""


def panel(dataset: Dataset) -> None:
    """Draw the report of one dataset."""
    quality = load.quality(dataset, _newest(dataset))
    known = load.understand(dataset.upload)
    question = _question(dataset)
    coverage = dict(quality.coverages)[question]
    _facts(quality, coverage)
    _attention(dataset, findings(quality, dataset.mapping, known.profile))
    _choices(dataset, quality)
    _changes(dataset, known)
    st.space("small")
    abreast = 2 if quality.time else 1
    with st.grid(abreast, min_column_width=380, gap="medium", key=f"quality_rows_{dataset.id}"):
        quality_tables.left_out(dataset, question, coverage)
        if quality.time:
            chart = rows_over_time(quality.time, source=dataset.name)
            card.show(chart, key=f"quality_time_{dataset.id}", height=CHART_HEIGHT)
    quality_tables.columns(dataset, quality, known)
    quality_tables.loads(dataset, quality)


def _newest(dataset: Dataset) -> date:
    """The day after the last load, so that no time zone makes a row one of the future."""
    return max(one.added for one in dataset.loads).date() + timedelta(days=1)


def _question(dataset: Dataset) -> str:
    """The main question whose rows are counted; a survey has one for each score."""
    names = questions(dataset.mapping)
    if len(names) == 1:
        return names[0]
    columns = {name: column for name, (_, column) in role_names(dataset.mapping).items()}
    shown = {
        name: columns.get(name, name) if name.startswith("rating_") else name.upper()
        for name in names
    }
    return str(
        st.selectbox(
            say("Rows used for"),
            names,
            format_func=shown.__getitem__,
            key=f"quality_question_{dataset.id}",
            width=240,
        )
    )


def _facts(quality: Quality, coverage: Coverage) -> None:
    time, left = quality.time, coverage.rows - coverage.used
    share = coverage.share_used
    with st.grid(4, min_column_width=170, key="quality_facts"):
        _fact(say("Rows"), count(quality.rows), say("{n} columns", n=count(len(quality.columns))))
        _fact(say("Used"), percent(share), say("{rows} rows", rows=count(coverage.used)))
        missing = None if share is None else 1 - share
        _fact(say("Left out"), count(left), say("{share} of the rows", share=percent(missing)))
        if time:
            days = count((time.last - time.first).days + 1)
            between = say("{first} to {last}", first=time.first, last=time.last)
            _fact(say("Days covered"), days, between)
        else:
            _fact(say("Days covered"), UNKNOWN, say("no dates"))


def _fact(label: str, value: str, below: str) -> None:
    st.metric(
        label,
        value,
        delta=below,
        delta_color="off",
        delta_arrow="off",
        border=True,
        height="stretch",
    )


def _attention(dataset: Dataset, found: tuple[Finding, ...]) -> None:
    st.markdown(f"#### {say('What needs attention')}", anchors=False)
    if not found:
        st.caption(f":material/check_circle: {say('Nothing was found.')}")
        return
    with st.container(gap=None, key=f"findings_{dataset.id}"):
        for one in found[:FIRST_FINDINGS]:
            _finding(dataset, one)
    rest = found[FIRST_FINDINGS:]
    if rest:
        with (
            st.expander(say("{n} more", n=count(len(rest))), key=f"more_{dataset.id}"),
            st.container(gap=None),
        ):
            for one in rest:
                _finding(dataset, one)


def _finding(dataset: Dataset, one: Finding) -> None:
    icon = ":red[:material/error:]" if one.severity == "problem" else ":gray[:material/info:]"
    text, size, mend = st.columns(LINE, vertical_alignment="center", gap="small")
    text.markdown(f"{icon}&ensp;{plain(one.text)}")
    if one.rows is not None:
        rows = say("{rows} rows", rows=count(one.rows))
        size.markdown(f":gray[{rows} · {percent(one.share)}]", text_alignment="right")
    # As tall as a button, so that all lines are equally far apart.
    with mend.container(height=LINE_HEIGHT, border=False, vertical_alignment="center"):
        if one.fix is not None:
            _button(dataset, one.fix)


def _button(dataset: Dataset, fix: Fix) -> None:
    changed = fix.apply(dataset.mapping)
    pressed = st.button(
        plain(fix.label),
        key=f"fix_{dataset.id}_{fix.name}_{fix.column}_{fix.value}",
        width="stretch",
        disabled=imports.is_open(changed),
    )
    if pressed:
        _remap(dataset, changed)


def _choices(dataset: Dataset, quality: Quality) -> None:
    """The decisions about rows that the analyst may take differently, each in one click."""
    mapping = dataset.mapping
    # Where no row repeats another, nothing is left to choose.
    void = ("duplicates", 0) if mapping.choice("duplicates") == KEEP else None
    offered = [one for one in quality.choices if one != void]
    if not offered:
        return
    st.markdown(f"#### {say('Choices')}", anchors=False)
    with st.grid(3, min_column_width=230, key=f"choices_{dataset.id}"):
        for name, rows in offered:
            now = mapping.choice(name)
            size = "" if rows is None else f" · {say('{rows} rows', rows=count(rows))}"
            chosen = st.segmented_control(
                choice_title(name) + size,
                CHOICES[name].options,
                default=now,
                required=True,
                format_func=partial(choice_words, name),
                help=_meaning(name),
                key=f"choice_{dataset.id}_{name}_{mapping.digest}",
            )
            if chosen != now:
                _remap(dataset, mapping.with_choice(name, str(chosen)))


def _meaning(name: str) -> str:
    return {
        "duplicates": say("Rows whose cells all equal those of an earlier row."),
        "cancelled": say("Lines below zero of an order whose number is C and digits."),
        "refunds": say("Other lines with a quantity or an amount below zero."),
        "zero": say("Lines at a price of zero: gifts and samples, or corrections."),
        "guests": say("As guests, each such order is a customer of its own."),
        "repeats": say("Answers of a customer who answered again later."),
        "stays": say(
            "Joined, contracts of a customer with at most {days} days between them are one stay: "
            "it begins with the first and ends with the last.",
            days=GAP,
        ),
    }[name]


def _changes(dataset: Dataset, known: Understood) -> None:
    found = changes(_guess(known, dataset.mapping), dataset.mapping)
    if not found:
        return
    st.markdown(f"#### {say('Changes in use')}", anchors=False)
    with st.container(gap=None, key=f"changes_{dataset.id}"):
        for one in found:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(f":gray[:material/edit:]&ensp;{plain(one.text)}", width="stretch")
                back = one.undo(dataset.mapping)
                pressed = st.button(
                    say("Undo"),
                    key=f"undo_{dataset.id}_{one.part}_{one.name}_{one.value}",
                    icon=":material/undo:",
                    type="tertiary",
                    disabled=imports.is_open(back),
                )
                if pressed:
                    _remap(dataset, back)


def _guess(known: Understood, mapping: Mapping) -> Mapping:
    """The guess, with a guessed reading for the columns that the analyst chose besides."""
    guessed = known.guess.mapping
    further = known.with_readings(replace(mapping, readings=guessed.readings))
    return replace(guessed, readings=further.readings)


def _remap(dataset: Dataset, mapping: Mapping) -> None:
    backend = session.open_cursor()
    try:
        with st.spinner(say("Reading {name}", name=plain(dataset.name))):
            session.workspace().remap(dataset, mapping, cursor=backend)
    finally:
        backend.disconnect()
    st.rerun()
