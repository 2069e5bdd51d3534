"""What one browser session works on: its workspace, its engine's cursor, its datasets."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import streamlit as st

from cxlib.engine.embedded import Cursor, cursor, open_locked
from cxlib.tables.opened import open_source
from cxlib.tables.source import Source
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.store import Dataset, Workspace

LOOPBACK = ("127.0.0.1", "localhost", "::1")
LOCAL = "local"


def folder() -> Path:
    """The folder of all workspaces: the variable CX_WORKSPACE, else `.workspace` here."""
    return Path(os.environ.get("CX_WORKSPACE", ".workspace")).resolve()


@st.cache_resource(show_spinner=False)
def _engine(at: str) -> duckdb.DuckDBPyConnection:
    root = Path(at)
    root.mkdir(parents=True, exist_ok=True)
    return open_locked([root], scratch=root / "scratch")


@st.cache_resource(show_spinner=False)
def _workspace(at: str, owner: str) -> Workspace:
    root = Path(at)
    root.mkdir(parents=True, exist_ok=True)
    url = os.environ.get("CX_CATALOGUE") or sqlite_url(root)
    return Workspace(open_catalogue(url), root, owner=owner)


@st.cache_resource(show_spinner=False, scope="session", on_release=Workspace.forget)
def _private_workspace(at: str, owner: str) -> Workspace:
    return Workspace(open_catalogue(sqlite_url(Path(at))), Path(at), owner=owner)


def workspace() -> Workspace:
    """The workspace of whoever is at the browser.

    Who is logged in has a workspace of their own. Without a login, an app that listens on this
    machine alone has one workspace, which survives restarts; any other app gives every session a
    private one that is deleted when the session ends.
    """
    at = str(folder())
    email = st.user.get("email") if st.user.get("is_logged_in") else None
    if email:
        return _workspace(at, hashlib.sha256(str(email).encode()).hexdigest()[:24])
    shared = os.environ.get("CX_PRIVATE_SESSIONS", "") != "1"
    if shared and st.get_option("server.address") in LOOPBACK:
        return _workspace(at, LOCAL)
    _engine(at)
    owner = st.session_state.setdefault("_owner", f"session-{secrets.token_hex(12)}")
    return _private_workspace(at, owner)


def open_cursor() -> Cursor:
    """A cursor for one piece of work; never kept between script runs."""
    return cursor(_engine(str(folder())))


def engine_factory() -> Callable[[], Cursor]:
    """A maker of cursors for work in the background, where Streamlit must not be asked."""
    root = _engine(str(folder()))
    return lambda: cursor(root)


@contextmanager
def opened(dataset: Dataset) -> Iterator[Source]:
    """A dataset's source, valid inside the block."""
    backend = open_cursor()
    try:
        yield open_source(dataset, backend)
    finally:
        backend.disconnect()


def datasets(kind: str | None = None) -> tuple[Dataset, ...]:
    """The workspace's datasets, those of one kind where it is named."""
    return tuple(one for one in workspace().datasets() if kind in (None, one.kind))
