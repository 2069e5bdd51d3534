"""Adding next month's file to a dataset, and taking a file out of it again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cxlib.charts.words import count
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import imports, jobs, session
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

ADDED, PROBLEMS = "_added_files", "_added_problems"


def control(dataset: Dataset) -> None:
    """A popover that adds the rows of a further file."""
    with st.popover(say("Add a file"), type="tertiary", icon=":material/playlist_add:"):
        st.caption(
            say(
                "The rows of a further file with the same columns, such as next month's export. "
                "Rows that are here already count once."
            )
        )
        file = st.file_uploader(
            say("Further file of {name}", name=plain(dataset.name)),
            key=f"further_{dataset.id}_{len(dataset.loads)}",
            label_visibility="collapsed",
        )
        if file is not None:
            _bring(dataset, file)


def files(dataset: Dataset) -> None:
    """The files that a dataset was loaded from, each with a button that takes it out."""
    if len(dataset.loads) < 2:
        return
    for place, load in enumerate(dataset.loads):
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"load_{dataset.id}_{place}"
        ):
            st.caption(
                f":material/draft: {plain(load.upload.name)} · "
                + say(
                    "{rows} rows, added {when} UTC",
                    rows=count(load.upload.rows),
                    when=f"{load.added:%Y-%m-%d %H:%M}",
                ),
                width="content",
            )
            st.button(
                say("Take out"),
                key=f"take_out_{dataset.id}_{place}",
                icon=":material/undo:",
                type="tertiary",
                on_click=_take_out,
                args=(dataset, place),
            )


def offer_to_join(new: Dataset, earlier: Dataset) -> None:
    """Offer to make one dataset of two whose files have the same columns."""
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", key=f"join_{new.id}"
    ):
        st.markdown(
            ":material/merge: "
            + say(
                "{name} has the same columns as {earlier}.",
                name=plain(new.name),
                earlier=plain(earlier.name),
            ),
            width="content",
        )
        st.space("stretch")
        st.button(
            say("Add its rows to {name}", name=plain(earlier.name)),
            key=f"join_button_{new.id}",
            on_click=_join,
            args=(new, earlier),
        )


def twin(dataset: Dataset) -> Dataset | None:
    """An earlier dataset of the same kind whose files have the same columns."""
    for one in session.datasets(dataset.kind):
        if one.id != dataset.id and set(one.columns) == set(dataset.columns):
            return one
    return None


def _bring(dataset: Dataset, file: UploadedFile) -> None:
    key = f"append {dataset.id} {imports.file_key(file.name, file.size, file.file_id)}"
    started: set[str] = st.session_state.setdefault(ADDED, set())
    if key not in started:
        started.add(key)
        mine = session.workspace()
        path = imports.spool(file, file.name, mine.folder)
        work = partial(imports.append, mine, session.engine_factory(), dataset, path, file.name)
        jobs.start(key, say("Reading {name}", name=file.name), work)
    problems: dict[str, str] = st.session_state.setdefault(PROBLEMS, {})
    try:
        done: Dataset | None = jobs.result(key)
    except CxError as problem:
        problems[key] = str(problem)
        done = None
    if key in problems:
        st.error(plain(problems[key]), icon=":material/error:")
    if done is not None:
        st.toast(
            say("{file} was added to {name}.", file=plain(file.name), name=plain(done.name)),
            icon=":material/check:",
        )
        st.rerun()


def _take_out(dataset: Dataset, place: int) -> None:
    backend = session.open_cursor()
    try:
        session.workspace().remove_load(dataset, place, cursor=backend)
    finally:
        backend.disconnect()


def _join(new: Dataset, earlier: Dataset) -> None:
    mine = session.workspace()
    backend = session.open_cursor()
    try:
        mine.append(earlier, new.upload, cursor=backend)
        mine.delete(new)
    finally:
        backend.disconnect()


def by_path() -> Path | None:
    """A field for the path of a file on the machine that runs the app; None where not offered.

    Only an app that listens on its own machine offers it, unless CX_PATHS is 0.
    """
    if not session.paths_offered():
        return None
    with st.popover(say("Open a file by its path"), icon=":material/folder_open:", type="tertiary"):
        st.caption(say("For large files: nothing is sent through the browser."))
        typed = st.text_input(say("Path of a file on this machine"), key="path")
        pressed = st.button(say("Open"), key="open_path", type="primary", disabled=not typed)
    return Path(typed.strip().strip('"')).expanduser() if pressed and typed else None
