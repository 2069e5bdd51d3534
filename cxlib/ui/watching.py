"""Every measure of the workspace over time: one list for overview, alerts and trends."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from cxlib.charts.measures import names
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.metrics.alerts import Alerts, alerts
from cxlib.metrics.measured import Measured
from cxlib.metrics.measures import SCORES
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.selection import EVERYTHING
from cxlib.ui import head, jobs, load, scored, series, session
from cxlib.ui.head import View
from cxlib.ui.series import Ask, Found, Task
from cxlib.ui.series_desk import served
from cxlib.ui.series_money import bought, subscribed
from cxlib.ui.series_scores import commenting, surveyed
from cxlib.ui.series_use import used
from cxlib.workspace.dataset import Dataset
from cxlib.workspace.targets import Target, target_name, targets

SEARCHED = 6
"""Segment columns of a dataset that are watched."""
PERIODS = ("week", "month", "quarter")
PAGES = {
    "survey": "scores",
    "subscriptions": "retention",
    "transactions": "lifetime_value",
    "events": "engagement",
    "tickets": "service",
    "comments": "feedback",
}
"""Where the measures of a kind of file are explored."""
READERS: dict[str, Callable[[View, Ask], list[Task]]] = {
    "survey": surveyed,
    "subscriptions": subscribed,
    "transactions": bought,
    "events": used,
    "tickets": served,
}
KEYS: Mapping[str, tuple[str, ...]] = {
    "survey": ("answer_sentiment", "answer_complaints"),
    "subscriptions": ("churn", "nrr", "mrr"),
    "transactions": ("sales", "orders", "buyers"),
    "events": ("active", "wau", "sessions", "clicks"),
    "tickets": ("tickets", "replied", "reply", "solve", "reopened"),
    "comments": ("sentiment", "complaints"),
}
"""The measures of each kind of file; a survey's scores depend on its columns."""
TALK = ("sentiment", "complaints", "answer_sentiment", "answer_complaints")


@dataclass(frozen=True, slots=True)
class Shown:
    """A measure of all customers as a page shows it.

    Attributes:
        found: its values and chart.
        name: what it is called.
        view: dataset, selection and level; page: where it is explored.
    """

    found: Measured
    name: str
    view: View
    page: str


@dataclass(frozen=True, slots=True)
class Watched:
    """All measures of the workspace.

    Attributes:
        shown: those of all customers, with their targets.
        problems: why a dataset gives none, in a sentence each.
    """

    shown: tuple[Shown, ...]
    problems: tuple[str, ...]

    def names(self) -> dict[str, str]:
        """What each measure is called, by key."""
        return {one.found.measure.key: one.name for one in self.shown}

    def alerts(self, groups: Iterable[Measured] = ()) -> Alerts:
        """Signals of the newest finished period; groups without that period are left out."""
        newest = {one.found.measure.key: one.found.start for one in self.shown}
        present = [
            one for one in groups if one.group != TOTAL and one.start == newest.get(one.measure.key)
        ]
        return alerts([*(one.found for one in self.shown), *present])


def watched(period: str) -> Watched:
    """Read the measures of all customers, of one dataset of each kind.

    Args:
        period: week, month or quarter.
    """
    shown: list[Shown] = []
    problems: list[str] = []
    for kind in PAGES:
        view = view_of(kind, period)
        if view is None:
            continue
        try:
            found = read(view, _ask(view))
        except CxError as problem:
            problems.append(f"{view.dataset.name}: {problem}")
            found = []
        shown += [_shown(one, view) for one in found]
    return Watched(tuple(shown), tuple(problems))


def read(view: View, ask: Ask) -> Found:
    """The measures of all customers of one dataset."""
    reader = READERS.get(view.dataset.kind)
    tasks = reader(view, ask) if reader else []
    return [*(one for task in tasks for one in series.of(task)), *commenting(view, ask)]


def groups_ready(period: str) -> tuple[Measured, ...] | None:
    """The measures of the groups where they have been read already; else None."""
    key, tasks = _group_tasks(period)
    if not tasks:
        return ()
    begun = key in st.session_state.get(jobs.JOBS, {})
    found: tuple[Measured, ...] | None = None
    if begun and not jobs.running(key):
        found = jobs.result(key)
    return found


def in_groups(period: str) -> tuple[Measured, ...] | None:
    """The measures of the groups of each dataset's first segment columns.

    They are read in the background; None, with the progress on the page, until they are there.
    """
    key, tasks = _group_tasks(period)
    if not tasks:
        return ()
    work = partial(series.in_background, tasks, session.engine_factory(), session.around())
    jobs.start(key, say("Watching the groups"), work)
    found: tuple[Measured, ...] | None = jobs.result(key)
    return found


def _group_tasks(period: str) -> tuple[str, list[Task]]:
    """The readings of the groups, and what they are known by; ratings are left out."""
    tasks: list[Task] = []
    for kind, reader in READERS.items():
        view = view_of(kind, period)
        if view is not None:
            tasks += [task for task in reader(view, _ask(view, _columns(view))) if _grouped(task)]
    # A dataset's content key, the selection and the options are in the text of a task's key.
    name = hashlib.sha256(repr([task.key for task in tasks]).encode()).hexdigest()[:24]
    return f"groups_{name}", tasks


def _grouped(task: Task) -> bool:
    return bool(task.ask.by) and not str(next(iter(task.extra), "")).startswith("rating")


def trend_query(one: Shown, group: Group = TOTAL) -> dict[str, str]:
    """The address of a measure on the Trends page, in the same periods, by a group's column."""
    kind = one.view.dataset.kind
    query = {"measure": one.found.measure.key, f"{kind}_period": one.found.options.period}
    if group.column:
        query[f"{kind}_by"] = group.column
    return query


def view_of(kind: str, period: str) -> View | None:
    """The dataset of a kind that its page last showed, else the newest with dates; None without."""
    known = [one for one in session.datasets(kind) if dated(one)]
    if not known:
        return None
    view = head.quiet(kind)
    if not dated(view.dataset):
        view = replace(view, dataset=known[-1], selection=EVERYTHING, by=None)
    return replace(view, period=period)


def dated(dataset: Dataset) -> bool:
    """Whether a dataset has the dates that a measure over time needs."""
    mapping = dataset.mapping
    if dataset.kind == "subscriptions":
        return bool(mapping.column("started") and mapping.column("ended"))
    if dataset.kind == "tickets" and mapping.column("changed"):
        return True
    return mapping.column(head.TIME.get(dataset.kind, "")) is not None


def kept_as(measure_key: str, unit: str, dataset: Dataset) -> str:
    """What the targets of a measure are kept under."""
    if measure_key in SCORES:
        return measure_key
    ratings = scored.metrics(dataset) if dataset.kind == "survey" else {}
    if measure_key in ratings:
        return ratings[measure_key]
    return target_name(unit, measure_key)


def target_of(kept: tuple[Target, ...]) -> float | None:
    """The target for all customers."""
    return next((one.value for one in kept if not one.column), None)


def aimed(found: Measured, value: float | None) -> Measured:
    """The measure with a target."""
    return replace(found, options=replace(found.options, target=value))


def _columns(view: View) -> tuple[str, ...]:
    return tuple(one.column for one in load.segments(view.dataset)[:SEARCHED])


def _ask(view: View, by: tuple[str, ...] = ()) -> Ask:
    return Ask(by, view.period, view.level)


def _shown(found: Measured, view: View) -> Shown:
    key, dataset = found.measure.key, view.dataset
    ratings = scored.metrics(dataset) if dataset.kind == "survey" else {}
    kept = targets(session.workspace(), kept_as(key, found.measure.unit, dataset))
    page = "feedback" if key in TALK else PAGES[dataset.kind]
    name = names().get(key) or ratings.get(key, key)
    return Shown(aimed(found, target_of(kept)), name, view, page)
