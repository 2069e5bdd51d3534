"""Bringing files in: the uploader, files named by their path, the sheet of a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.read.load import sheets
from cxlib.ui import adding, imports, jobs, samples, session
from cxlib.ui.imports import Arrival
from cxlib.ui.words import plain

SEEN, SPOOLED, OPENED, ERRORS = "_uploads_seen", "_spooled", "_opened_paths", "_upload_errors"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet to read; None for the first with data, and for files without sheets."""

    name: str | None


def control() -> set[str]:
    """Draw the uploader; returns the names of the files that are still being read."""
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        files = st.file_uploader(
            say(
                "Upload surveys, transactions, subscriptions, events, tickets, comments, customers"
            ),
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
        path = adding.by_path()
    if path is not None:
        _open(path)
    brought = {file.name for file in files if _bring(file)}
    opened: dict[str, str] = st.session_state.get(OPENED, {})
    return brought | {name for key, name in opened.items() if _arrived(key, name)}


def _bring(file: UploadedFile) -> bool:
    """One uploaded file: begin the work once; returns whether it is still being read."""
    key = f"upload {imports.file_key(file.name, file.size, file.file_id)}"
    workspace = session.workspace()
    started: set[str] = st.session_state.setdefault(SEEN, set())
    spooled: dict[str, Path] = st.session_state.setdefault(SPOOLED, {})
    if key not in started:
        started.add(key)
        spooled[key] = imports.spool(file, file.name, workspace.folder)
    path = spooled.get(key)
    if path is not None:
        sheet = _sheet(path, file.name, key)
        if sheet is None:
            return True
        del spooled[key]
        engine = session.engine_factory()
        work = partial(imports.arrive, workspace, engine, path, file.name, sheet=sheet.name)
        jobs.start(key, say("Reading {name}", name=file.name), work)
    return _arrived(key, file.name)


def _sheet(path: Path, name: str, key: str) -> Sheet | None:
    """The sheet to read; None while the analyst has to choose between several."""
    try:
        found = sheets(path, name=name)
    except CxError:
        # The reader, which comes next, says what is wrong with the file.
        found = ()
    if len(found) < 2:
        return Sheet(None)
    with st.container(
        border=True, horizontal=True, vertical_alignment="bottom", key=f"sheet_{key}"
    ):
        chosen = st.selectbox(
            say("{name} has {n} sheets. Read:", name=plain(name), n=len(found)),
            found,
            key=f"sheet_of_{key}",
            width=360,
        )
        pressed = st.button(say("Read this sheet"), key=f"read_sheet_{key}", type="primary")
    return Sheet(str(chosen)) if pressed else None


def _open(path: Path) -> None:
    """A file named by its path: begin the work."""
    if not path.is_file():
        st.error(
            say("There is no file {path} on this machine. Check the path.", path=plain(path)),
            icon=":material/error:",
        )
        return
    about = path.stat()
    key = f"open {path} {about.st_size} {about.st_mtime_ns}"
    engine = session.engine_factory()
    work = partial(imports.arrive, session.workspace(), engine, path, path.name, spooled=False)
    jobs.start(key, say("Reading {name}", name=path.name), work)
    st.session_state.setdefault(OPENED, {})[key] = path.name


def _arrived(key: str, name: str) -> bool:
    """Show a file's progress, then what became of it.

    Returns:
        Whether it is still being read.
    """
    try:
        arrival: Arrival | None = jobs.result(key)
    except CxError as problem:
        st.session_state.setdefault(ERRORS, {})[key] = str(problem)
        arrival = None
    error = st.session_state.get(ERRORS, {}).get(key)
    if error:
        st.error(f"**{plain(name)}**: {plain(error)}", icon=":material/error:")
    elif arrival and arrival.again and arrival.dataset:
        st.info(
            say(
                "{name} is already here as {dataset}.",
                name=plain(name),
                dataset=plain(arrival.dataset.name),
            ),
            icon=":material/content_copy:",
        )
    elif arrival and arrival.dataset and arrival.dataset in session.datasets():
        earlier = adding.twin(arrival.dataset)
        if earlier:
            adding.offer_to_join(arrival.dataset, earlier)
    return jobs.running(key)
