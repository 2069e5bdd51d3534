"""The Trends page: signal or noise, changes of level, what may come, targets and events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from cxlib.charts import signals as charts
from cxlib.charts.chart import Line, Point
from cxlib.charts.scores import Look, axis_of, value_of
from cxlib.charts.trends import control_chart
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.alerts import Alerts, alerts
from cxlib.metrics.change_points import change_points
from cxlib.metrics.control_chart import Limits
from cxlib.metrics.trends import Trend, TrendOptions, trends
from cxlib.models.forecast import forecast
from cxlib.stats.asked import first_reason
from cxlib.stats.groups import TOTAL, Group
from cxlib.ui import card, drill, head, kpi, load, marking, mixing, scored, session, show
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.targets import Event, Target, events, targets

CYCLE = {"month": 12, "quarter": 4, "week": 52, "day": 7}
"""Periods in a cycle of seasons."""
MOST_TOLD = 3
"""Signals that another page tells."""
SEARCHED = 6
"""Segment columns that are watched."""
LIMITS: tuple[Limits, ...] = ("xmr", "laney", "p")


@dataclass(frozen=True, slots=True)
class Watched:
    """A score over time, for the total and each group.

    Attributes:
        metric: its role; `name`: what it is called.
        found: the charts by group.
        options: what was asked.
        look: names and level.
        kept: the targets of this score.
        happened: the events of the workspace.
    """

    metric: str
    name: str
    found: dict[Group, Trend]
    options: TrendOptions
    look: Look
    kept: tuple[Target, ...]
    happened: tuple[Event, ...]

    @property
    def total(self) -> Trend:
        """The chart of all customers."""
        return self.found[TOTAL]


def page() -> None:
    """Draw the page below its title."""
    view = head.head("survey", period=True)
    with show.errors():
        if view.dataset.mapping.column("answered") is None:
            head.undated(view)
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            metric = scored.choose_metric(view.dataset)
            limits = _limits()
        watched = _watched(view, metric, limits)
        kpi.row(_headline(watched), key="trends")
        names = (
            (say("Signals"), "notifications_active"),
            (say("All groups"), "grid_view"),
            (say("Levels"), "stairs"),
            (say("Mix or rate"), "swap_vert"),
            (say("Forecast"), "timeline"),
            (say("Targets and events"), "flag"),
        )
        tabs = st.tabs(
            [f":material/{icon}: {name}" for name, icon in names],
            key="trend_tabs",
            on_change="rerun",
        )
        draws = (_signals, _groups, _levels, _mix, _forecast, _marks)
        for tab, draw in zip(tabs, draws, strict=True):
            if tab.open:
                with tab, show.errors():
                    draw(view, watched)


def _limits() -> Limits:
    names = {
        "xmr": say("XmR: from the changes"),
        "laney": say("Laney: by answers and spread"),
        "p": say("By the number of answers"),
    }
    return st.selectbox(
        say("Limits"),
        LIMITS,
        key="trend_limits",
        bind="query-params",
        format_func=names.__getitem__,
        width=240,
        help=say(
            "XmR fits any score. Limits by the number of answers are for few answers a period; "
            "with many, they call nearly everything a signal, and Laney's are the better ones."
        ),
    )


def _watched(view: View, metric: str, limits: Limits) -> Watched:
    name = scored.metrics(view.dataset)[metric]
    kept = targets(session.workspace(), marking.target_name(view.dataset, metric))
    goal = next((one.value for one in kept if not one.column), None)
    found, options = read(view, metric, view.by, limits=limits, target=goal)
    look = Look(name, view.dataset.name, view.words(), view.level)
    return Watched(metric, name, found, options, look, kept, events(session.workspace()))


def read(
    view: View, metric: str, by: str | None, *, limits: Limits = "xmr", target: float | None = None
) -> tuple[dict[Group, Trend], TrendOptions]:
    """The control charts of a score, by group.

    Raises:
        NotEnoughData: no answer has a date.
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
    )
    found = {one.group: one for one in trends(cube.counts, options)}
    return found, options


def _headline(watched: Watched) -> list[Kpi]:
    """The newest finished period, its distance to the one before, and the verdicts."""
    trend = watched.total
    place = trend.chart.finished - 1
    if place < 0:
        return []
    result = trend.results[place]
    axis = axis_of(result, watched.name)
    signals = trend.chart.points[place].signals
    told = [
        Kpi(
            watched.name,
            value_of(result),
            axis.form,
            watched.look.level,
            about=say("The newest period that is over."),
            trend=[point.value for point in trend.chart.points[-12:]],
        ),
        Kpi(
            say("Usual value"),
            Point(trend.chart.centre, n=trend.chart.finished),
            axis.form,
            about=say("Centre of the finished periods; n counts periods."),
        ),
    ]
    if trend.test is not None:
        told.append(
            Kpi(
                say("Slope a period"),
                Point(trend.test.slope, n=trend.chart.finished),
                "+.2f" if watched.options.box is None else "+.2%",
                about=say(
                    "Median change a period (Sen); p = {p} of no rise or fall (Mann-Kendall).",
                    p=f"{trend.test.p_value:.3f}",
                ),
            )
        )
    st.caption(
        f":material/notifications_active: **{say('Signal')}**"
        if signals
        else f":material/notifications_off: {say('No signal in the newest finished period')}"
    )
    return told


def _signals(view: View, watched: Watched) -> None:
    chart = control_chart(watched.total, watched.options, watched.look)
    starts = watched.total.starts
    lines = [
        Line(float(place), one.what, vertical=True)
        for one in watched.happened
        if (place := _place(starts, one.day)) is not None
    ]
    below = st.container()
    chart = marking.with_lines(chart, lines, watched.happened)
    drill.show(chart, view, key="control", below=below, score=watched.metric)
    if view.by:
        groups = [group for group in watched.found if group != TOTAL]
        if groups:
            st.markdown(f"**{say('By group')}**")
            chosen = st.selectbox(
                say("Group"),
                groups,
                format_func=charts.group_name,
                key=f"trend_group_{view.by}",
                width=300,
            )
            one = watched.found[chosen]
            look = Look(
                f"{watched.name}, {chosen.label}", watched.look.source, view.words(), view.level
            )
            card.show(control_chart(one, watched.options, look), key="control_group")


def _place(starts: Sequence[date], day: date) -> int | None:
    """The period that holds a day; None outside the data."""
    places = [place for place, start in enumerate(starts) if start <= day]
    if not places or (places[-1] == len(starts) - 1 and day > starts[-1] + timedelta(days=92)):
        return None
    return places[-1]


def watch(view: View, metrics: Iterable[str]) -> Alerts:
    """Signals of the newest finished period over scores and the first segment columns."""
    columns = [None, *(one.column for one in load.segments(view.dataset)[:SEARCHED])]
    series: list[tuple[str, Trend]] = []
    for metric in metrics:
        for column in columns:
            found, _ = read(view, metric, column)
            series += [
                (metric, one) for group, one in found.items() if (group == TOTAL) == (not column)
            ]
    return alerts(series)


def newest(view: View) -> None:
    """The strongest signals of the newest finished period in sentences, for another page."""
    names = {one: name for one, name in scored.metrics(view.dataset).items() if one in scored.NAMES}
    found = watch(view, names)
    with st.container(border=True, key="newest_signals", gap="small"):
        st.markdown(f"**{say('Signals in the newest finished period: {n}', n=len(found.found))}**")
        for one in found.found[:MOST_TOLD]:
            words = charts.alert_words(one, period=view.period, name=names[one.metric])
            st.markdown(f"- {plain(words)}")
        if not found.found:
            st.caption(say("Nothing but noise in the newest finished period"))
        st.caption(charts.chance_words(found))
        st.page_link("pages/trends.py", label=say("Open Trends"), icon=":material/show_chart:")


def _groups(view: View, watched: Watched) -> None:
    found = watch(view, scored.metrics(view.dataset))
    look = Look(watched.name, watched.look.source, view.words(), view.level)
    names = {metric: plain(name) for metric, name in scored.metrics(view.dataset).items()}
    card.show(charts.alert_table(found, look, period=view.period, names=names), key="alerts")
    st.caption(
        say(
            "All scores, for all customers and each group of the first {n} segment columns, with "
            "XmR limits and at least eight finished periods.",
            n=SEARCHED,
        )
    )


def _levels(_: View, watched: Watched) -> None:
    trend = watched.total
    values = [point.value for point in trend.chart.points[: trend.chart.finished]]
    found = change_points(values)
    card.show(charts.level_chart(trend, found, watched.options, watched.look), key="levels")


def _mix(view: View, watched: Watched) -> None:
    trend = watched.total
    starts = trend.starts[: trend.chart.finished]
    mixing.tab(view, watched.metric, watched.look, watched.options, starts)


def _forecast(view: View, watched: Watched) -> None:
    ahead = st.slider(
        say("Periods ahead"), 1, 12, 3, key="trend_ahead", bind="query-params", width=260
    )
    trend = watched.total
    values = [point.value for point in trend.chart.points[: trend.chart.finished]]
    found = forecast(values, ahead=int(ahead), cycle=CYCLE[view.period], level=view.level)
    card.show(charts.forecast_chart(trend, found, watched.options, watched.look), key="forecast")


def _marks(view: View, watched: Watched) -> None:
    if watched.kept:
        shown = dict(watched.found)
        for column in {one.column for one in watched.kept if one.column} - {view.by}:
            known = {one.column for one in load.segments(view.dataset)}
            if column in known:
                shown |= read(view, watched.metric, column)[0]
        card.show(charts.target_table(watched.kept, shown, watched.look), key="targets")
    marking.target_editor(view, watched.metric, watched.kept)
    marking.event_editor(watched.happened)
    marking.effect(view, watched.metric, watched.happened)
