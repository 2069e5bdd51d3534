"""The Trends page: signal or noise, changes of level, what may come, targets and events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import streamlit as st

from cxlib.charts import signals as charts
from cxlib.charts.chart import Line, Point
from cxlib.charts.measures import about, form_of, group_name, point_of, step_limits, step_words
from cxlib.charts.monday import state_words
from cxlib.charts.scores import Look
from cxlib.charts.trends import signal_chart
from cxlib.locale.speak import say
from cxlib.metrics.change_points import change_points
from cxlib.metrics.control_chart import Limits
from cxlib.metrics.measured import Measured
from cxlib.metrics.periods import period_label
from cxlib.models.forecast import forecast
from cxlib.stats.groups import TOTAL, Group
from cxlib.ui import (
    card,
    drill,
    head,
    kpi,
    load,
    marking,
    mixing,
    session,
    show,
    trended,
    watching,
)
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.series import Ask
from cxlib.ui.trended import Days, InView
from cxlib.ui.words import plain

CYCLE = {"month": 12, "quarter": 4, "week": 52, "day": 7, "year": 1}
"""Periods in a cycle of seasons."""
LIMITS: tuple[Limits, ...] = ("xmr", "laney", "p")
WHOLE = 100
"""A slope from which on no decimals are shown."""
DRILLED = ("survey", "tickets")
"""Kinds of file whose rows stand behind a clicked period."""

Tab = tuple[str, str, Callable[[View, InView], None]]


def page() -> None:
    """Draw the page below its title."""
    key, kind = trended.choose()
    there = any(watching.dated(one) for one in session.datasets(kind))
    view = head.head(kind, period=True, fits=watching.dated if there else None)
    with show.errors():
        if not watching.dated(view.dataset):
            head.undated(view)
            return
        with st.container(horizontal=True, vertical_alignment="bottom"):
            limits = _limits() if trended.is_score(view, key) else "xmr"
            plain_view = trended.read(view, key, limits, None)
            baseline = _baseline(plain_view.total)
        found = trended.read(view, key, limits, baseline) if baseline else plain_view
        kpi.row(_headline(found), key="trends")
        _said(found)
        tabs = _tabs(found)
        places = st.tabs(
            [f":material/{icon}: {name}" for name, icon, _ in tabs],
            key="trend_tabs" if found.options else "trend_measure_tabs",
            on_change="rerun",
        )
        for place, (_, _, draw) in zip(places, tabs, strict=True):
            if place.open:
                with place, show.errors():
                    draw(view, found)


def _tabs(found: InView) -> list[Tab]:
    mix: list[Tab] = [(say("Mix or rate"), "swap_vert", _mix)] if found.options else []
    return [
        (say("Signals"), "notifications_active", _signals),
        (say("All groups"), "grid_view", _groups),
        (say("Levels"), "stairs", _levels),
        *mix,
        (say("Forecast"), "timeline", _forecast),
        (say("Targets and events"), "flag", _marks),
    ]


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


def _baseline(found: Measured) -> Days | None:
    """Let the analyst choose the periods that centre and limits come from."""
    options = found.options
    finished = found.starts[: found.chart.finished]
    if len(finished) < 2:
        return None

    def label(start: date | None) -> str:
        return say("All periods") if start is None else period_label(start, options.period)

    _forget("baseline_from", finished[:-1])
    first = st.selectbox(
        say("Baseline from"),
        [None, *finished[:-1]],
        key="baseline_from",
        format_func=label,
        width=150,
        help=say(
            "The periods that centre and limits come from: a steady time, such as that before a "
            "change. All other periods are judged against them."
        ),
    )
    if first is None:
        return None
    later = [start for start in finished if start > first]
    _forget("baseline_to", later)
    last = st.selectbox(
        say("to"),
        later,
        index=min(len(later) - 1, 10),
        key="baseline_to",
        format_func=label,
        width=150,
    )
    return first, last


def _forget(key: str, known: Sequence[date]) -> None:
    """Drop a chosen period that the series does not have."""
    if st.session_state.get(key) not in known:
        st.session_state.pop(key, None)


def _headline(found: InView) -> list[Kpi]:
    """The newest finished period, the centre and the slope."""
    total = found.total
    last, form, level = total.last, form_of(total), found.look.level
    if last is None:
        return []
    told = [
        Kpi(
            found.look.name,
            point_of(last),
            form,
            level,
            about=f"{say('The newest period that is over.')} {about(found.key)}",
            trend=[point.value for point in total.chart.points[: total.chart.finished][-12:]],
            unit="h" if total.measure.unit == "hours" else "",
        ),
        Kpi(
            say("Usual value"),
            Point(total.chart.centre, n=_counted(total)),
            form,
            about=say("Centre of the finished periods; n counts periods."),
            unit="h" if total.measure.unit == "hours" else "",
        ),
    ]
    if total.test is not None:
        rate = total.measure.unit in ("share", "ratio")
        told.append(
            Kpi(
                say("Slope a period"),
                Point(total.test.slope * (100 if rate else 1), n=total.chart.finished),
                "+,.0f" if abs(total.test.slope) >= WHOLE else "+,.2f",
                about=say(
                    "Median change a period (Sen); p = {p} of no rise or fall (Mann-Kendall).",
                    p=f"{total.test.p_value:.3f}",
                ),
                unit="pp" if rate else "h" if total.measure.unit == "hours" else "",
            )
        )
    return told


def _counted(total: Measured) -> int:
    """Periods that the centre comes from."""
    base = total.chart.baseline
    return total.chart.finished if base is None else base[1] - base[0] + 1


def _said(found: InView) -> None:
    """The change and the verdict on the newest finished period, or why there is none."""
    total, step = found.total, found.total.step
    if step is not None:
        limits, by = step_limits(total, step), step_words(total, step)
        words = f"{by} ({limits})" if limits else by
        st.caption(say("Change from the period before: {change}", change=plain(words)))
    if total.place is None:
        st.info(
            say("There is one period only, and it is not over: nothing can be compared yet.")
            if len(total.starts) == 1
            else say("No period is over yet.")
        )
    elif total.chart.finished == 1:
        st.info(
            say("One period is over. A change needs two, limits need two, and signals need eight.")
        )
    elif total.signals:
        st.caption(
            f":material/notifications_active: **{say('Signal')}** · {plain(state_words(total))}"
        )
    else:
        st.caption(f":material/notifications_off: {say('No signal in the newest finished period')}")


def _signals(view: View, found: InView) -> None:
    chart = signal_chart(found.total, found.look)
    starts = found.total.starts
    lines = [
        Line(float(place), one.what, vertical=True)
        for one in found.happened
        if (place := _place(starts, one.day)) is not None
    ]
    below = st.container()
    chart = marking.with_lines(chart, lines, found.happened)
    if view.dataset.kind in DRILLED and found.key not in watching.TALK:
        drill.show(chart, view, key="control", below=below, score=_score(found))
    else:
        card.show(chart, key="control")
    groups = [group for group in found.found if group != TOTAL]
    if groups:
        st.markdown(f"**{say('By group')}**")
        chosen = st.selectbox(
            say("Group"),
            groups,
            format_func=group_name,
            key=f"trend_group_{view.by}",
            width=300,
        )
        name = f"{found.look.name}, {chosen.label}"
        look = Look(name, found.look.source, view.words(), view.level)
        card.show(signal_chart(found.found[chosen], look), key="control_group")


def _score(found: InView) -> str:
    return found.key if found.options else ""


def _place(starts: Sequence[date], day: date) -> int | None:
    """The period that holds a day; None outside the data."""
    places = [place for place, start in enumerate(starts) if start <= day]
    if not places or (places[-1] == len(starts) - 1 and day > starts[-1] + timedelta(days=92)):
        return None
    return places[-1]


def _groups(view: View, found: InView) -> None:
    """Signals of every measure of the workspace, for all customers and each group."""
    period = view.period if view.period in watching.PERIODS else "month"
    watched = watching.watched(period)
    groups = watching.in_groups(period)
    if groups is None:
        return
    sources = ", ".join(dict.fromkeys(one.view.dataset.name for one in watched.shown))
    look = Look(found.look.name, sources, "", view.level)
    names = watched.names()
    card.show(charts.alert_table(watched.alerts(groups), look, names=names), key="alerts")
    st.caption(
        say(
            "All measures, for all customers and each group of the first {n} segment columns of "
            "each dataset, with XmR limits and at least eight finished periods. The filters of "
            "each page apply.",
            n=watching.SEARCHED,
        )
    )


def _levels(_: View, found: InView) -> None:
    changes = change_points(list(found.total.values))
    card.show(charts.level_chart(found.total, changes, found.look), key="levels")


def _mix(view: View, found: InView) -> None:
    if found.options is not None:
        starts = found.total.starts[: found.total.chart.finished]
        mixing.tab(view, found.key, found.look, found.options, starts)


def _forecast(view: View, found: InView) -> None:
    ahead = st.slider(
        say("Periods ahead"), 1, 12, 3, key="trend_ahead", bind="query-params", width=260
    )
    total = found.total
    cycle = CYCLE[total.options.period]
    coming = forecast(list(total.values), ahead=int(ahead), cycle=cycle, level=view.level)
    card.show(charts.forecast_chart(total, coming, found.look), key="forecast")


def _marks(view: View, found: InView) -> None:
    if found.kept:
        shown = dict(found.found)
        known = {one.column for one in load.segments(view.dataset)}
        wanted = {one.column for one in found.kept if one.column} - {view.by}
        for column in sorted(wanted & known):
            shown |= _split(view, found, column)
        card.show(charts.target_table(found.kept, shown, found.look), key="targets")
    marking.target_editor(view, found.total.measure, found.kept_as, found.kept)
    marking.event_editor(found.happened)
    if found.options is not None:
        marking.effect(view, found.key, found.happened)


def _split(view: View, found: InView, column: str) -> dict[Group, Measured]:
    """The measure in view by another column."""
    if found.options is not None:
        return trended.scores(view, found.key, column)[0]
    ask = Ask((column,), view.period, view.level)
    return trended.measures(view, found.key, ask)
