"""The sample data, one click away."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cxlib.locale.speak import say
from cxlib.ui import imports, session
from cxlib.ui.jobs import Progress

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
FILES = (
    "customers.csv",
    "comments.csv",
    "tickets.csv",
    "events.csv",
    "survey.csv",
    "subscriptions.csv",
    "transactions.csv",
)


def available() -> bool:
    """Whether the sample files are there."""
    return all((FOLDER / name).is_file() for name in FILES)


def button(*, key: str = "samples") -> None:
    """A button that brings the sample data in."""
    if available():
        st.button(
            say("Try it with sample data"),
            key=key,
            icon=":material/science:",
            on_click=load,
        )


def load() -> None:
    """Bring the sample files into the workspace."""
    workspace = session.workspace()
    with st.spinner(say("Reading the sample data")):
        for name in FILES:
            with (FOLDER / name).open("rb") as file:
                path = imports.spool(file, name, workspace.folder)
            imports.arrive(workspace, session.engine_factory(), path, name, Progress())
