"""The overview: what stands out, every measure of the workspace, its signals and its slides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from cxlib.charts import monday as monday_charts
from cxlib.charts import retention as retention_charts
from cxlib.charts import scores as score_charts
from cxlib.charts import spending
from cxlib.charts.chart import Chart
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import (
    card,
    empty,
    head,
    layouts,
    measure_cards,
    monday,
    scored,
    session,
    show,
    staying,
    value_terms,
    valued,
    watching,
)
from cxlib.ui.head import View
from cxlib.ui.watching import Shown, Watched
from cxlib.ui.words import plain
from cxlib.workspace.layouts import Layout

Drawn = list[tuple[str, Chart]]


def page() -> None:
    """Draw the page from whatever kinds of data there are."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="overview_head"):
        layout = layouts.choose()
        period = _period()
        choices = st.container(width="content")
    with st.spinner(say("Reading the measures")):
        watched = watching.watched(period)
    with choices:
        layouts.editor(layout, watched.names())
    chosen = _chosen(layout, watched)
    actions, top, middle, reading = (st.container() for _ in range(4))
    _undated(watched)
    groups = watching.groups_ready(period)
    told = monday.tell(watched, groups or ())
    with top:
        monday.findings(told, waiting=groups is None)
    with middle:
        if chosen:
            measure_cards.grid(chosen)
        elif watched.shown:
            st.info(say("No data for the measures of this layout; choose another view."))
    if watched.shown:
        monday.alert_list(told)
    drawn = _charts(layout, chosen)
    with head.cards():
        for key, chart in drawn:
            card.show(chart, key=key)
    made = monday.slides(told, chosen, [chart for _, chart in drawn])
    if chosen:
        names = ", ".join(dict.fromkeys(one.view.dataset.name for one in chosen))
        look = score_charts.Look("", names, "", head.level())
        table = monday_charts.league_table([(one.name, one.found) for one in chosen], look)
        card.show(table, key="league")
        with actions:
            monday.buttons(told, made)
    empty.missing()
    # The page is there before the groups are read, so that the two do not wait for each other.
    if groups is None:
        with reading:
            if watching.in_groups(period) is not None:
                st.rerun()


def _chosen(layout: Layout, watched: Watched) -> list[Shown]:
    """The measures of the layout that there is data of, in its order."""
    known = {one.found.measure.key: one for one in watched.shown}
    rated = [one for one in known if one.startswith("rating")]
    keys = [*layout.measures, *(rated if layout.name == say("Analytics") else [])]
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def _undated(watched: Watched) -> None:
    """Why a dataset gives no measure."""
    for problem in watched.problems:
        st.caption(f":material/info: {plain(problem)}")
    quiet = [one.name for one in session.datasets() if one.kind in head.TIME]
    if quiet and not watched.shown:
        st.info(
            say("No file has dates that measures over time need; choose them on the Data page."),
            icon=":material/info:",
        )


def _period() -> str:
    names = {"week": say("Week"), "month": say("Month"), "quarter": say("Quarter")}
    chosen = st.segmented_control(
        say("Period"),
        list(watching.PERIODS),
        default="month",
        required=True,
        key="overview_period",
        bind="query-params",
        format_func=names.__getitem__,
    )
    return chosen or "month"


def _charts(layout: Layout, chosen: Sequence[Shown]) -> Drawn:
    """The charts of the layout, as far as there are data for them."""
    makers: dict[str, Callable[[], Drawn]] = {
        layouts.SIGNALS: lambda: monday.signal_charts(chosen),
        layouts.OVER_TIME: partial(_scores, grouped=False),
        layouts.BY_GROUP: partial(_scores, grouped=True),
        layouts.STAYING: _retention,
        layouts.VALUE: _value,
    }
    found: Drawn = []
    for key in layout.charts:
        if key in makers:
            with show.errors():
                found += makers[key]()
    return found


def _view(kind: str) -> View | None:
    return head.quiet(kind) if session.datasets(kind) else None


def _scores(*, grouped: bool) -> Drawn:
    view = _view("survey")
    if view is None:
        return []
    metric = next(iter(scored.metrics(view.dataset)))
    dated = view.dataset.mapping.column("answered") is not None
    by = view.by if grouped else None
    one = scored.read(view, metric, by=by, dated=dated and not grouped)
    if grouped:
        chart = score_charts.score_by_group(one.scored, by, one.look) if by else None
        return [("by_group", chart)] if chart else []
    return [("over_time", scored.over_time(one, view.period))] if one.cube.last_day else []


def _retention() -> Drawn:
    view = watching.view_of("subscriptions", "month") or _view("subscriptions")
    if view is None:
        return []
    stay = staying.read(view, "month", None)
    chart = retention_charts.survival_curves(stay.answer, stay.look, unit="month", column=view.by)
    return [("curves", chart)]


def _value() -> Drawn:
    view = _view("transactions")
    if view is None:
        return []
    try:
        found = valued.read(view, value_terms.usual_terms())
    except CxError as problem:
        st.caption(f":material/info: {plain(problem)}")
        return []
    shares = spending.value_shares(found.value, found.look, unit=found.terms.unit)
    return [("value_shares", shares)] if shares else []
