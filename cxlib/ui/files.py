"""The Data page: uploader, files under way, files to confirm, and the datasets."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cxlib.charts.words import count
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import head, imports, jobs, load, review, samples, session
from cxlib.ui.imports import Arrival
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

ICONS = {
    "survey": "sentiment_satisfied",
    "transactions": "shopping_cart",
    "subscriptions": "autorenew",
    "events": "touch_app",
    "tickets": "support_agent",
    "comments": "chat",
    "customers": "group",
}
SEEN = "_uploads_seen"


def _pages() -> dict[str, tuple[str, str]]:
    """The page that shows each kind, and the words of its link."""
    return {
        "survey": ("pages/scores.py", say("Open Scores")),
        "transactions": ("pages/lifetime_value.py", say("Open Lifetime value")),
        "subscriptions": ("pages/retention.py", say("Open Retention")),
    }


def page() -> None:
    """Draw the page."""
    under_way = _uploader()
    for upload in session.workspace().waiting():
        if upload.name in under_way:
            continue
        with st.container(border=True, key=f"waiting_{upload.digest[:12]}"):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f":material/help: **{plain(upload.name)}**", width="content")
                st.badge(say("to be confirmed"), color="orange")
                st.space("stretch")
                st.button(
                    say("Discard"),
                    key=f"discard_{upload.digest[:12]}",
                    icon=":material/delete:",
                    type="tertiary",
                    on_click=session.workspace().discard,
                    args=(upload,),
                )
            review.panel(upload, None)
    kept = session.datasets()
    for dataset in reversed(kept):
        _card(dataset)


def _uploader() -> set[str]:
    """Draw the uploader; returns the names of the files that are still being read."""
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        files = st.file_uploader(
            say("Upload surveys, transactions or subscriptions"),
            accept_multiple_files=True,
            key="upload",
            max_upload_size=st.get_option("server.maxUploadSize"),
            help=say(
                "CSV and TSV (also .gz), Excel, Parquet, JSON, SPSS and Stata. Files stay on the "
                "machine that runs this app."
            ),
        )
    with right:
        samples.button()
    return {file.name for file in files if _bring(file)}


def _bring(file: UploadedFile) -> bool:
    """One uploaded file: begin the work once, show its progress, then say what became of it.

    Returns:
        Whether it is still being read.
    """
    key = f"upload {imports.file_key(file.name, file.size, file.file_id)}"
    workspace = session.workspace()
    started: set[str] = st.session_state.setdefault(SEEN, set())
    if key not in started:
        started.add(key)
        path = imports.spool(file, file.name, workspace.folder)
        engine = session.engine_factory()
        work = partial(imports.arrive, workspace, engine, path, file.name)
        jobs.start(key, say("Reading {name}", name=file.name), work)
    try:
        arrival: Arrival | None = jobs.result(key)
    except CxError as problem:
        st.session_state.setdefault("_upload_errors", {})[key] = str(problem)
        arrival = None
    error = st.session_state.get("_upload_errors", {}).get(key)
    if error:
        st.error(f"**{plain(file.name)}**: {plain(error)}", icon=":material/error:")
    elif arrival and arrival.again and arrival.dataset:
        st.info(
            say(
                "{name} is already here as {dataset}.",
                name=plain(file.name),
                dataset=plain(arrival.dataset.name),
            ),
            icon=":material/content_copy:",
        )
    return jobs.running(key)


def _card(dataset: Dataset) -> None:
    names = review.kind_names()
    upload = dataset.upload
    key = dataset.id
    with st.container(border=True, key=f"dataset_{key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            icon = ICONS[dataset.kind]
            st.markdown(f":material/{icon}: **{plain(dataset.name)}**", width="content")
            st.badge(names[dataset.kind], color="blue")
            st.space("stretch")
            if dataset.kind in _pages():
                path, label = _pages()[dataset.kind]
                st.page_link(path, label=label)
            with st.popover(say("Rename"), type="tertiary", icon=":material/edit:"):
                _rename(dataset)
            st.button(
                say("Delete"),
                key=f"delete_{key}",
                icon=":material/delete:",
                type="tertiary",
                on_click=_ask_delete,
                args=(dataset,),
            )
        st.caption(_facts(dataset))
        mapped = " · ".join(f"{role}: {plain(column)}" for role, column in dataset.mapping.roles)
        st.caption(mapped)
        doubt = load.doubt(dataset, "nps")
        if doubt:
            st.warning(plain(doubt), icon=":material/help:")
        opened = st.expander(
            say("Review columns"),
            key=f"review_{key}",
            icon=":material/table_edit:",
            on_change="rerun",
        )
        if opened.open:
            with opened:
                for note in upload.notes:
                    st.caption(f":material/info: {plain(note)}")
                review.panel(upload, dataset)


def _facts(dataset: Dataset) -> str:
    upload = dataset.upload
    parts = [
        say("{rows} rows", rows=count(upload.rows)),
        say("{n} columns", n=count(len(upload.columns))),
    ]
    rejected = sum(one.rows for one in upload.rejected)
    if rejected:
        parts.append(say("{n} rows could not be read", n=count(rejected)))
    role = head.TIME.get(dataset.kind)
    days = load.days(dataset, role) if role else None
    if days:
        parts.append(say("{first} to {last}", first=days[0], last=days[1]))
    return " · ".join(parts)


def _rename(dataset: Dataset) -> None:
    name = st.text_input(say("Name"), dataset.name, key=f"name_{dataset.id}")
    if st.button(say("Save"), key=f"save_{dataset.id}", type="primary"):
        try:
            session.workspace().rename(dataset, name)
        except CxError as problem:
            st.warning(plain(problem))
        else:
            st.rerun()


def _ask_delete(dataset: Dataset) -> None:
    @st.dialog(say("Delete this dataset?"))
    def confirm() -> None:
        st.markdown(
            say(
                "{name} and its files are removed. This cannot be undone.",
                name=f"**{plain(dataset.name)}**",
            )
        )
        if st.button(say("Delete"), type="primary", key=f"confirm_delete_{dataset.id}"):
            session.workspace().delete(dataset)
            st.rerun()

    confirm()
