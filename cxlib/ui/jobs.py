"""Long work in the background: the page stays alive, shows progress, and can cancel."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import streamlit as st

from cxlib.errors import Cancelled
from cxlib.locale.speak import say

JOBS = "_jobs"
EVERY = 1.5
"""Seconds between looks at a job; each look takes time from the job."""


@dataclass(slots=True)
class Progress:
    """How far a job is, 0 to 1, and whether the analyst asked it to stop."""

    done: float = 0.0
    stop: Event = field(default_factory=Event)

    def report(self, done: float) -> None:
        """Note how far the work is."""
        self.done = min(1.0, max(0.0, done))

    def cancelled(self) -> bool:
        """Whether the work has to stop."""
        return self.stop.is_set()


@dataclass(slots=True)
class Job:
    """One piece of work in the background."""

    label: str
    progress: Progress
    future: Future[Any]


@st.cache_resource(show_spinner=False)
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=4, thread_name_prefix="job")


def start(key: str, label: str, work: Callable[[Progress], Any]) -> None:
    """Begin `work` under `key`, unless it is under way or done already.

    Args:
        key: identifies the work and its input; a new key is new work.
        label: what is being done, for the analyst.
        work: a function of its `Progress`; it must not touch Streamlit.
    """
    jobs: dict[str, Job] = st.session_state.setdefault(JOBS, {})
    if key not in jobs:
        progress = Progress()
        context = copy_context()
        jobs[key] = Job(label, progress, _pool().submit(context.run, work, progress))


def result(key: str) -> Any | None:
    """The result of the work; None while it runs (its progress is then shown) or was cancelled.

    Raises:
        Exception: whatever the work raised, once; the work can then be started again.
    """
    job = st.session_state.get(JOBS, {}).get(key)
    if job is None:
        return None
    if not job.future.done():
        _watch(key)
        return None
    problem = job.future.exception()
    if problem is None:
        return job.future.result()
    forget(key)
    if isinstance(problem, Cancelled):
        st.info(say("Cancelled: {label}.", label=job.label), icon=":material/block:")
        return None
    raise problem


def running(key: str) -> bool:
    """Whether the work is under way."""
    job = st.session_state.get(JOBS, {}).get(key)
    return job is not None and not job.future.done()


def forget(key: str) -> None:
    """Drop the work's result, so that it can be started anew."""
    st.session_state.get(JOBS, {}).pop(key, None)


@st.fragment(run_every=EVERY)
def _watch(key: str) -> None:
    job = st.session_state.get(JOBS, {}).get(key)
    if job is None or job.future.done():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.progress(job.progress.done, text=f"{job.label} ({job.progress.done:.0%})")
        if st.button(say("Cancel"), key=f"cancel_{key}", icon=":material/close:"):
            job.progress.stop.set()
