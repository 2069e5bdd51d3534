"""The score in view: which metric, its box, its results for the whole page."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from cxlib.charts.chart import Chart, Point
from cxlib.charts.scores import AnyScored, Look, score_over_time, total_of, value_of
from cxlib.charts.words import count, number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.nps import DETRACTORS, PASSIVES, PROMOTERS, Nps
from cxlib.metrics.scored import score_box, score_nps
from cxlib.metrics.shares import CES_BOX, CSAT_BOX, BoxScore, default_box
from cxlib.stats.asked import ScoreCube, first_reason
from cxlib.stats.groups import TOTAL
from cxlib.stats.once import ScoreQuestion, read_once
from cxlib.stats.repeats import Repeats, read_repeats
from cxlib.tables.surveys import is_counted, score_roles
from cxlib.ui import load, session
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
    repeats: Repeats
    how: str = "all"

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


@load.kept(60)
def _by_customer(dataset: Dataset, asked: ScoreQuestion) -> tuple[ScoreCube, Repeats]:
    """Histograms, and what is known of customers who answered several times."""
    by = asked.by[0] if asked.by else None
    cube = load.scores(dataset, asked.score, asked.selection, by, asked.period)
    if dataset.mapping.column("customer") is None:
        return cube, Repeats()
    with session.opened(dataset, load.using(asked.selection, by)) as source:
        if asked.how != "all":
            cube = read_once(source, asked, cube)
        return cube, read_repeats(source, asked, cube.counts)


def read(view: View, metric: str, *, by: str | None, dated: bool, how: str = "all") -> ScoreView:
    """Count and score one metric for the view.

    Args:
        view: the view.
        metric: the score's role.
        by: a segment column.
        dated: whether to score periods too.
        how: all answers, the latest of each customer, or the mean of each customer.
    """
    period = view.period if dated else None
    asked = ScoreQuestion(metric, view.selection, (by,) if by else (), period, how)
    cube, repeats = _by_customer(view.dataset, asked)
    name = metrics(view.dataset).get(metric, metric)
    words = [view.words(), *([how_words()[how].lower()] if repeats.repeated else [])]
    look = Look(name, view.dataset.name, " · ".join(filter(None, words)), view.level)
    if metric == "nps" and cube.scale == (0, 10):
        scored = score_nps(cube.counts, level=view.level, customers=repeats.sums)
        return ScoreView(metric, look, cube, scored, repeats, how)
    box = chosen_box(metric, cube)
    shares = score_box(cube.counts, box=box, level=view.level, customers=repeats.sums)
    return ScoreView(metric, look, cube, shares, repeats, how)


def how_words() -> dict[str, str]:
    """The ways to count customers who answered several times, for a reader."""
    return {
        "all": say("All answers"),
        "latest": say("Latest of each customer"),
        "mean": say("Mean of each customer"),
    }


def how_control(view: View, metric: str) -> str:
    """Let the analyst choose how customers count who answered several times.

    Nothing is drawn, and all answers count, where the file does not know customers, none answered
    twice, or its rows are counts of answers.
    """
    mapping = view.dataset.mapping
    if is_counted(mapping, metric) or mapping.column("count") is not None:
        return "all"
    asked = ScoreQuestion(metric, view.selection)
    if not _by_customer(view.dataset, asked)[1].repeated:
        return "all"
    words = how_words()
    if mapping.column("answered") is None:
        del words["latest"]
    if st.session_state.get("answers") not in words:
        st.session_state.pop("answers", None)
    chosen = st.selectbox(
        say("Customers with several answers"),
        list(words),
        key="answers",
        bind="query-params",
        format_func=words.__getitem__,
        width=240,
        help=say(
            "All answers: limits and tests take customers as the unit. Latest: only a customer's "
            "last answer counts, in each period and over all. Mean: every customer weighs the "
            "same, however often they answered."
        ),
    )
    return chosen or "all"


def repeats_line(found: ScoreView) -> None:
    """Say how many customers answered several times, and how they count."""
    repeats = found.repeats
    if not repeats.repeated or repeats.customers is None:
        return
    values = {"n": count(repeats.repeated), "all": count(repeats.customers)}
    if found.how == "latest":
        text = say(
            "{all} customers, each with their latest answer; {n} of them have several.", **values
        )
    elif found.how == "mean":
        text = say(
            "{all} customers, each with the mean of their answers; {n} of them have several.",
            **values,
        )
    else:
        effect = found.total.result.design_effect or 1.0
        text = say(
            "{n} of {all} customers answered several times: limits and tests take customers as the "
            "unit (design effect {effect}).",
            effect=number(effect, ".2f"),
            **values,
        )
    st.caption(f":material/group: {text}")


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


def look_of_answers(view: ScoreView, words: str) -> Look:
    """The look of a chart that counts answers, which a mean of each customer does not weigh.

    Args:
        view: the results.
        words: the view's filters and range of days.
    """
    return replace(view.look, selection=words) if view.how == "mean" else view.look


def headline(view: ScoreView) -> list[Kpi]:
    """The headline numbers of a metric."""
    one = view.total
    result = one.result
    point = value_of(result)
    form = "+.1f" if isinstance(result, Nps) else ".1%"
    first = Kpi(view.look.name, point, form, view.look.level, trend=trend(view))
    return [first, *(_nps_parts(view) if isinstance(result, Nps) else _box_parts(result, view))]


def trend(view: ScoreView) -> list[float]:
    """The last periods of the total, for a sparkline."""
    dated = [one for one in view.scored if one.group.period and one.group.column is None]
    values = [value_of(one.result).y for one in dated[-SPARK:]]
    return [value for value in values if value is not None]


def _nps_parts(view: ScoreView) -> list[Kpi]:
    counts = view.cube.counts[TOTAL]
    parts = (
        (say("Promoters"), PROMOTERS, say("Answers 9 and 10.")),
        (say("Passives"), PASSIVES, say("Answers 7 and 8.")),
        (say("Detractors"), DETRACTORS, say("Answers 0 to 6.")),
    )
    found = []
    for label, scores, about in parts:
        n = counts.between(*scores)
        by_customer = view.how == "mean"
        share = counts.weight_between(*scores) / counts.weight if by_customer else n / counts.total
        found.append(Kpi(label, Point(share, n=n), ".1%", about=about))
    return found


def _box_parts(result: BoxScore, view: ScoreView) -> list[Kpi]:
    mean = Point(result.mean, result.mean_low, result.mean_high, result.n)
    answers = Point(result.n, n=None)
    return [
        Kpi(
            say("Mean answer"), mean, ".2f", view.look.level, about=say("On the scale of the file.")
        ),
        Kpi(say("Answers"), answers, ",.0f"),
    ]
