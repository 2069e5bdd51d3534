"""What one browser session works on: its workspace, its engine's cursor, its datasets."""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import streamlit as st
from threadpoolctl import threadpool_limits

from cxlib.engine.embedded import Cursor, cursor, open_locked
from cxlib.tables.linked import Neighbourhood
from cxlib.tables.opened import open_source
from cxlib.tables.source import Source
from cxlib.workspace.catalogue import open_catalogue, sqlite_url
from cxlib.workspace.segments import key_rules, saved_segments
from cxlib.workspace.store import LOCAL, Dataset, Workspace

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def folder() -> Path:
    """The folder of all workspaces: the variable CX_WORKSPACE, else `.workspace` here."""
    return Path(os.environ.get("CX_WORKSPACE", ".workspace")).resolve()


@st.cache_resource(show_spinner=False)
def _engine(at: str) -> duckdb.DuckDBPyConnection:
    root = Path(at)
    root.mkdir(parents=True, exist_ok=True)
    # Fits run side by side in threads; their vectors are short, and several BLAS threads for each
    # cost many times what they gain. Said once for the whole process: a limit that one fit sets
    # for itself would be lifted under the other when it ends.
    threadpool_limits(1, "blas")
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


def paths_offered() -> bool:
    """Whether files may be opened by their path: on this machine only, unless CX_PATHS is 0."""
    local = st.get_option("server.address") in LOOPBACK
    return local and os.environ.get("CX_PATHS", "1") != "0"


def open_cursor() -> Cursor:
    """A cursor for one piece of work; never kept between script runs."""
    return cursor(_engine(str(folder())))


def engine_factory() -> Callable[[], Cursor]:
    """A maker of cursors for work in the background, where Streamlit must not be asked."""
    root = _engine(str(folder()))
    return lambda: cursor(root)


@contextmanager
def opened(dataset: Dataset, using: Iterable[str] = ()) -> Iterator[Source]:
    """A dataset's source, valid inside the block.

    Args:
        dataset: what to open.
        using: columns that are asked for; borrowed ones and saved segments are joined.
    """
    wanted = [one for one in using if one not in dataset.columns]
    backend = open_cursor()
    try:
        yield open_source(dataset, backend, using=wanted, around=around() if wanted else None)
    finally:
        backend.disconnect()


@contextmanager
def together(*datasets: Dataset) -> Iterator[list[Source]]:
    """Several datasets on one engine, valid inside the block."""
    backend = open_cursor()
    try:
        yield [open_source(one, backend) for one in datasets]
    finally:
        backend.disconnect()


def around() -> Neighbourhood:
    """What the workspace's datasets can lend each other."""
    mine = workspace()
    return Neighbourhood(mine.datasets(), saved_segments(mine), key_rules(mine))


def datasets(kind: str | None = None) -> tuple[Dataset, ...]:
    """The workspace's datasets, those of one kind where it is named."""
    return tuple(one for one in workspace().datasets() if kind in (None, one.kind))
