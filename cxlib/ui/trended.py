"""The measure in view on the Trends page: any measure of the workspace, with its groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from cxlib.charts.measures import names
from cxlib.charts.scores import Look
from cxlib.charts.trends import measured_trend
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import current, say
from cxlib.metrics.control_chart import Limits
from cxlib.metrics.measured import Measured
from cxlib.metrics.trends import TrendOptions, trends
from cxlib.stats.asked import first_reason
from cxlib.stats.groups import TOTAL, Group
from cxlib.ui import commented, head, load, scored, series, session, watching
from cxlib.ui.head import View
from cxlib.ui.series import Ask
from cxlib.ui.series_scores import commenting
from cxlib.workspace.targets import Event, Target, events, targets

Days = tuple[date, date]
PARAM, CHOSEN = "measure", "_measure"


@dataclass(frozen=True, slots=True)
class InView:
    """A measure over time, for the total and each group.

    Attributes:
        key: of the measure; kept_as: what its targets are kept under.
        found: the series by group.
        options: what was asked of a score; None for a measure that is none.
        look: names and level.
        kept: the targets of this measure.
        happened: the events of the workspace.
    """

    key: str
    kept_as: str
    found: dict[Group, Measured]
    options: TrendOptions | None
    look: Look
    kept: tuple[Target, ...]
    happened: tuple[Event, ...]

    @property
    def total(self) -> Measured:
        """The series of all customers."""
        return self.found[TOTAL]


def choose() -> tuple[str, str]:
    """Let the analyst choose a measure; its key and kind of file. The key is in the address."""
    options = _options()
    wanted = st.query_params.get(PARAM) or st.session_state.get(CHOSEN)
    first = wanted if wanted in options else next(iter(options))
    key = f"trend_measure_{current()}"
    if st.session_state.get(key) not in options:
        st.session_state[key] = first
    chosen = st.selectbox(
        say("Measure"),
        list(options),
        key=key,
        format_func=lambda one: options[one][1],
        width=230,
    )
    st.session_state[CHOSEN] = chosen
    if st.query_params.get(PARAM) != chosen:
        st.query_params[PARAM] = chosen
    return chosen, options[chosen][0]


def _options() -> dict[str, tuple[str, str]]:
    """Kind of file and name of every measure: scores first."""
    found: dict[str, tuple[str, str]] = {}
    if session.datasets("survey"):
        survey = (watching.view_of("survey", "month") or head.quiet("survey")).dataset
        found |= {key: ("survey", name) for key, name in scored.metrics(survey).items()}
    known = names()
    for kind, keys in watching.KEYS.items():
        there = session.datasets(kind)
        if kind == "survey":
            there = tuple(one for one in there if commented.has_comments(one))
        found |= {key: (kind, known[key]) for key in keys if there}
    return found


def read(view: View, key: str, limits: Limits, baseline: Days | None) -> InView:
    """The series of a measure.

    Raises:
        NotEnoughData: there is no period.
        BadOption: the baseline is too short.
    """
    dataset = view.dataset
    name = names().get(key) or scored.metrics(dataset).get(key, key)
    look = Look(name, dataset.name, view.words(), view.level)
    happened = events(session.workspace())
    if is_score(view, key):
        kept_as = watching.kept_as(key, "share", dataset)
        kept = targets(session.workspace(), kept_as)
        goal = watching.target_of(kept)
        found, options = scores(view, key, view.by, limits=limits, target=goal, baseline=baseline)
        return InView(key, kept_as, found, options, look, kept, happened)
    by = (view.by,) if view.by else ()
    found = measures(view, key, Ask(by, view.period, view.level, baseline))
    kept_as = watching.kept_as(key, found[TOTAL].measure.unit, dataset)
    kept = targets(session.workspace(), kept_as)
    goal = watching.target_of(kept)
    found = {group: watching.aimed(one, goal) for group, one in found.items()}
    return InView(key, kept_as, found, None, look, kept, happened)


def is_score(view: View, key: str) -> bool:
    """Whether a measure is a score of the survey in view."""
    return view.dataset.kind == "survey" and key in scored.metrics(view.dataset)


def scores(
    view: View,
    metric: str,
    by: str | None,
    *,
    limits: Limits = "xmr",
    target: float | None = None,
    baseline: Days | None = None,
) -> tuple[dict[Group, Measured], TrendOptions]:
    """The control charts of a score, by group.

    Raises:
        NotEnoughData: no answer has a date.
        BadOption: the baseline is too short.
    """
    cube = load.scores(view.dataset, metric, view.selection, by, view.period)
    if cube.last_day is None or not any(group.period for group in cube.counts):
        hint = first_reason(cube.coverage)
        raise NotEnoughData("A trend", have=0, need=1, unit="dated answer", hint=hint)
    points = metric == "nps" and cube.scale == (0, 10)
    options = TrendOptions(
        period=view.period,
        last_day=min(cube.last_day, view.selection.until or cube.last_day),
        box=None if points else scored.chosen_box(metric, cube),
        limits=limits,
        level=view.level,
        target=target,
        baseline=baseline,
    )
    every = trends(cube.counts, options)
    return {one.group: measured_trend(one, options, metric) for one in every}, options


def measures(view: View, key: str, ask: Ask) -> dict[Group, Measured]:
    """A measure that is no score, by group.

    Raises:
        NotEnoughData: there is no period.
    """
    if key in watching.TALK:
        every = commenting(view, replace(ask, by=()))
    else:
        tasks = watching.READERS[view.dataset.kind](view, ask)
        every = [one for task in tasks for one in series.of(task)]
    found = {one.group: one for one in every if one.measure.key == key}
    if TOTAL not in found:
        raise NotEnoughData(
            names()[key],
            have=0,
            need=1,
            unit="period",
            hint="This file lacks the columns or the dates that it needs.",
        )
    return found
