"""The score in view: which metric, its box, its results for the whole page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts.chart import Chart, Point
from cxlib.charts.scores import AnyScored, Look, score_over_time, total_of, value_of
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.metrics.scored import score_box, score_nps
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, BoxScore, default_box
from cxlib.stats.asked import ScoreCube, first_reason
from cxlib.tables.surveys import score_roles
from cxlib.ui import load
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

NAMES = {"nps": "NPS", "csat": "CSAT", "ces": "CES"}
SPARK = 12


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The results of one metric for the view, and what they rest on."""

    metric: str
    look: Look
    cube: ScoreCube
    scored: tuple[AnyScored, ...]

    @property
    def total(self) -> AnyScored:
        """The result for the whole selection.

        Raises:
            NotEnoughData: no answer is left.
        """
        found = total_of(self.scored)
        if found is None:
            hint = first_reason(self.cube.coverage)
            raise NotEnoughData(self.look.name, have=0, need=1, unit="answer", hint=hint)
        return found


def metrics(dataset: Dataset) -> dict[str, str]:
    """The score roles of a survey and the names to show: NPS, CSAT, CES, then rating columns."""
    ratings = {f"rating_{i}": name for i, name in enumerate(dataset.mapping.columns("rating"), 1)}
    return {role: (NAMES | ratings)[role] for role in score_roles(dataset.mapping)}


def choose_metric(dataset: Dataset) -> str:
    """Let the analyst choose the metric; kept in the URL."""
    names = metrics(dataset)
    if st.session_state.get("metric") not in names:
        st.session_state.pop("metric", None)
    first = next(iter(names))
    options = list(names)
    if len(options) <= 4:
        chosen = st.segmented_control(
            say("Metric"),
            options,
            default=first,
            required=True,
            key="metric",
            bind="query-params",
            format_func=lambda role: plain(names[role]),
            label_visibility="collapsed",
        )
    else:
        chosen = st.selectbox(
            say("Metric"),
            options,
            key="metric",
            bind="query-params",
            format_func=names.__getitem__,
            width=320,
            label_visibility="collapsed",
        )
    return chosen or first


def read(view: View, metric: str, *, by: str | None, dated: bool) -> ScoreView:
    """Count and score one metric for the view."""
    period = view.period if dated else None
    cube = load.scores(view.dataset, metric, view.selection, by, period)
    name = metrics(view.dataset).get(metric, metric)
    look = Look(name, view.dataset.name, view.words(), view.level)
    if metric == "nps" and cube.scale == (0, 10):
        return ScoreView(metric, look, cube, score_nps(cube.counts, level=view.level))
    box = chosen_box(metric, cube)
    return ScoreView(metric, look, cube, score_box(cube.counts, box=box, level=view.level))


def chosen_box(metric: str, cube: ScoreCube) -> tuple[int, int]:
    """The scores that count as good: the analyst's choice, else the rule of the metric."""
    boxes = CES_BOX if metric == "ces" else CSAT_BOX
    low, high = cube.scale
    known = cube.scale in boxes
    rule = default_box(cube.scale, boxes, reversed_scale=cube.reversed) if known else (high, high)
    chosen = st.session_state.get(f"box_{metric}")
    if chosen is None:
        return rule
    fits = low <= chosen[0] <= chosen[1] <= high
    return (int(chosen[0]), int(chosen[1])) if fits else rule


def box_control(view: View, metric: str) -> None:
    """Let the analyst choose which scores count as good; NPS has no such choice."""
    cube = load.scores(view.dataset, metric, view.selection, None, None)
    if metric == "nps" and cube.scale == (0, 10):
        return
    low, high = cube.scale
    st.slider(
        say("Scores that count as good"),
        low,
        high,
        value=chosen_box(metric, cube),
        key=f"box_{metric}",
        help=say(
            "The share of answers in this range is the score. Choose the low end where a low "
            "answer is the good one."
        ),
        width=260,
    )


def over_time(found: ScoreView, period: str, *, by: str | None = None) -> Chart:
    """The chart over time, for a cube with periods."""
    if found.cube.last_day is None:
        raise ValueError("This cube was read without periods.")
    return score_over_time(
        found.scored, found.look, period=period, last_day=found.cube.last_day, column=by
    )


def headline(view: ScoreView) -> list[Kpi]:
    """The headline numbers of a metric."""
    one = view.total
    result = one.result
    point = value_of(result)
    form = "+.1f" if isinstance(result, Nps) else ".1%"
    first = Kpi(view.look.name, point, form, view.look.level, trend=trend(view))
    return [first, *(_nps_parts(result) if isinstance(result, Nps) else _box_parts(result, view))]


def trend(view: ScoreView) -> list[float]:
    """The last periods of the total, for a sparkline."""
    dated = [one for one in view.scored if one.group.period and one.group.column is None]
    values = [value_of(one.result).y for one in dated[-SPARK:]]
    return [value for value in values if value is not None]


def _nps_parts(result: Nps) -> list[Kpi]:
    parts = (
        (say("Promoters"), result.promoters, say("Answers 9 and 10.")),
        (say("Passives"), result.passives, say("Answers 7 and 8.")),
        (say("Detractors"), result.detractors, say("Answers 0 to 6.")),
    )
    return [Kpi(label, Point(k / result.n, n=k), ".1%", about=about) for label, k, about in parts]


def _box_parts(result: BoxScore, view: ScoreView) -> list[Kpi]:
    mean = Point(result.mean, result.mean_low, result.mean_high, result.n)
    answers = Point(result.n, n=None)
    return [
        Kpi(
            say("Mean answer"), mean, ".2f", view.look.level, about=say("On the scale of the file.")
        ),
        Kpi(say("Answers"), answers, ",.0f"),
    ]
