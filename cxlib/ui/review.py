"""What a file's columns mean: the analyst confirms or corrects, with a live preview."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cxlib.columns.kinds import KINDS, Role, kind_names
from cxlib.columns.mapping import AMBIGUOUS, HASH, HIDE, Mapping
from cxlib.locale.speak import say
from cxlib.read.upload import Upload
from cxlib.ui import imports, load, preview, session
from cxlib.ui.imports import Understood
from cxlib.ui.readings import reading_controls
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

NONE = ""


def panel(upload: Upload, dataset: Dataset | None) -> None:
    """Draw the review of one file: kind, roles, how cells are read, preview, and apply.

    Args:
        upload: the file.
        dataset: the dataset made of it; None while it waits to be confirmed.
    """
    key = dataset.id if dataset else upload.digest[:12]
    known = load.understand(upload)
    kept = session.workspace().remembered(upload.columns)
    base = dataset.mapping if dataset else kept or known.guess.mapping
    kind = _kind(key, base, known)
    start = base if kind == base.kind else known.mapping_as(kind)
    draft = _roles(key, start, known, upload)
    draft = reading_controls(key, draft)
    draft = _personal(key, draft, upload)
    _needs(draft)
    preview.show(upload, draft, key=key)
    _apply(upload, dataset, draft, key)


def _kind(key: str, base: Mapping, known: Understood) -> str:
    names = kind_names()
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        chosen = st.selectbox(
            say("Kind of file"),
            list(KINDS),
            index=list(KINDS).index(base.kind),
            format_func=names.__getitem__,
            key=f"kind_{key}",
            persist_state="page",
        )
    with right:
        guess = known.guess
        st.caption(
            say(
                "Guessed: {kind}, {confidence:.0%} sure.",
                kind=names[guess.kind],
                confidence=guess.confidence,
            )
        )
    return str(chosen)


def _roles(key: str, start: Mapping, known: Understood, upload: Upload) -> Mapping:
    """One selectbox a role; under it why the column was guessed."""
    kind = start.file_kind
    required = set.union(*(set(need) for need in kind.needs))
    reasons = {(one.role, one.column): one for one in known.guess.roles}
    draft = replace(start, roles=())
    with st.grid(3, min_column_width=220, key=f"roles_{key}_{kind.name}"):
        for role in kind.roles:
            with st.container(gap="xsmall"):
                for column in _pick(key, role, start, upload, star=role.name in required):
                    draft = replace(draft, roles=(*draft.roles, (role.name, column)))
                    reason = reasons.get((role.name, column))
                    if reason and not role.several:
                        st.caption(f"{reason.confidence:.0%} · {plain(reason.why)}")
    return known.with_readings(draft)


def _pick(key: str, role: Role, start: Mapping, upload: Upload, *, star: bool) -> list[str]:
    label = f"{role.name} \\*" if star else role.name
    options = [*upload.columns, *(one.name for one in start.splits)]
    widget = f"role_{key}_{start.kind}_{role.name}"
    if role.several:
        return list(
            st.multiselect(
                label,
                options,
                default=[one for one in start.columns(role.name) if one in options],
                key=widget,
                persist_state="page",
                select_all=False,
            )
        )
    now = start.column(role.name)
    chosen = st.selectbox(
        label,
        [NONE, *options],
        index=options.index(now) + 1 if now in options else 0,
        format_func=lambda column: column or say("(none)"),
        key=widget,
        persist_state="page",
    )
    return [str(chosen)] if chosen else []


def _personal(key: str, draft: Mapping, upload: Upload) -> Mapping:
    """Which columns nobody sees; the guess is ticked."""
    now = {how: [c for c, kept in draft.personal if kept == how] for how in (HIDE, HASH)}
    title = say("Personal columns: {n}", n=len(draft.personal))
    with st.expander(title, icon=":material/visibility_off:", key=f"personal_{key}"):
        chosen = {
            how: st.multiselect(
                label,
                list(upload.columns),
                default=[one for one in now[how] if one in upload.columns],
                key=f"personal_{key}_{draft.kind}_{how}",
                persist_state="page",
                select_all=False,
                help=about,
            )
            for how, label, about in (
                (HIDE, say("Hidden"), say("Their cells are shown nowhere, nor exported.")),
                (
                    HASH,
                    say("Pseudonyms"),
                    say(
                        "A code stands for each value, the same wherever it occurs, so that "
                        "customers can still be told apart and joined."
                    ),
                ),
            )
        }
    marked = {column: how for how in (HIDE, HASH) for column in chosen[how]}
    return replace(draft, personal=tuple(sorted(marked.items())))


def _needs(draft: Mapping) -> None:
    missing = draft.missing()
    if missing:
        st.warning(
            say("Still needed: {roles}.", roles=plain(", ".join(missing))),
            icon=":material/help:",
        )
    for role, column in draft.roles:
        if draft.reading(column).date_format == AMBIGUOUS:
            st.warning(
                say(
                    "The dates in {column} ({role}) can be read as day/month and as month/day. "
                    "Choose the right order under “How cells are read”.",
                    column=plain(column),
                    role=plain(role),
                ),
                icon=":material/calendar_month:",
            )


def _apply(upload: Upload, dataset: Dataset | None, draft: Mapping, key: str) -> None:
    unchanged = dataset is not None and draft == dataset.mapping
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button(
            say("Use these columns"),
            type="primary",
            icon=":material/check:",
            key=f"confirm_{key}",
            disabled=imports.is_open(draft) or unchanged,
        )
        if unchanged:
            st.caption(say("These columns are in use."), width="content")
    if not pressed:
        return
    backend = session.open_cursor()
    try:
        workspace = session.workspace()
        if dataset is None:
            made = workspace.add_dataset(upload, draft, cursor=backend)
        else:
            made = workspace.remap(dataset, draft, cursor=backend)
    finally:
        backend.disconnect()
    st.toast(say("{name} is ready.", name=plain(made.name)), icon=":material/check:")
    st.rerun()
