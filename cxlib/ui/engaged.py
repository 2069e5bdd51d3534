"""The Engagement page: who is active, from events or purchases, with its headline and tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from cxlib.charts import engagement as charts
from cxlib.charts import lifecycle as moves_charts
from cxlib.charts.chart import Point
from cxlib.charts.engagement import Active
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.metrics.day_means import day_mean
from cxlib.metrics.engagement import ActiveDay, active_customers, stickiness_of
from cxlib.metrics.lifecycle import customers_seen, lifecycle
from cxlib.metrics.periods import period_label
from cxlib.stats.engaged import L_WEEK, L_WINDOW, ActivityBook, read_activity
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.selection import Selection
from cxlib.ui import (
    card,
    coverage,
    engagement_score,
    funnels,
    head,
    kpi,
    load,
    session,
    show,
    visiting,
)
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

SPARK = 28
TRENDS = 4
"""Headline numbers with a trend; they stand in a row of their own."""
MOST_GROUPS = 50

Tab = tuple[str, str, Callable[[View], None]]
"""A tab: its name, its icon, and what draws it."""


@dataclass(frozen=True, slots=True)
class Engaged:
    """The activity of the view.

    Attributes:
        book: what was counted.
        active: days and moves of the total and of the largest groups.
        cut: whether the last day of the file, which may not be complete, is left out.
        look: names and level.
    """

    book: ActivityBook
    active: Mapping[Group, Active]
    cut: bool
    look: Look

    @property
    def total(self) -> Active:
        """The activity of the whole selection."""
        return self.active[TOTAL]


def page() -> None:
    """Draw the page below its title: the head, the headline, and one tab at a time."""
    funnels.remember()
    top = st.container(horizontal=True, vertical_alignment="bottom", key="engagement_source")
    with top:
        sources = {"events": say("Events"), "transactions": say("Purchases")}
        kind = head.either(sources, key="active_of")
    _compare_customers(kind)
    view = head.head(kind, period=True)
    with show.errors():
        found = read(view)
        if kind == "events":
            with top:
                visiting.controls(view)
        coverage.line(found.book.coverage, key="engagement")
        _headline(view, found)
        tabs = _tabs(view)
        names = [f":material/{icon}: {name}" for name, icon, _ in tabs]
        for place, (_, _, draw) in zip(
            st.tabs(names, key=f"engagement_{kind}", on_change="rerun"), tabs, strict=True
        ):
            if place.open:
                with place, show.errors():
                    draw(view)


def undated() -> None:
    """Why a customer list is not enough, where there is nothing else to answer from."""
    names = [one.name for one in session.datasets("customers")]
    if names:
        st.info(
            say(
                "{names}: a customer list has one row a customer and does not say when. For days, "
                "sessions and returns upload the events, a row for each with its customer and its "
                "date; the list's columns can then compare groups of them.",
                names=plain(", ".join(names)),
            ),
            icon=":material/info:",
        )


@load.kept(50)
def activity(dataset: Dataset, selection: Selection, by: str | None, period: str) -> ActivityBook:
    """Days and periods with activity."""
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_activity(source, period=period, selection=selection, by=(by,) if by else ())


def read(view: View) -> Engaged:
    """Count the activity of the view, group by group."""
    book = activity(view.dataset, view.selection, view.by, view.period)
    look = Look(say("Engagement"), view.dataset.name, view.words(), view.level)
    # Within the file's range of days a chosen last day is whole; the file's own may not be.
    cut = view.selection.until is None and book.first < book.last
    start = min(row[0] for row in book.moves[TOTAL].moves)
    sizes = {group: customers_seen(moves) for group, moves in book.moves.items()}
    largest = sorted(sizes, key=lambda group: (not group.is_total, -sizes[group]))
    active = {}
    for group in largest[: MOST_GROUPS + 1]:
        days = active_customers(book.gaps[group], first=book.first, last=book.last)
        active[group] = Active(
            sizes[group],
            days[:-1] if cut else days,
            lifecycle(
                book.moves[group],
                period=view.period,
                first=start,
                last=book.last,
                level=view.level,
            ),
        )
    return Engaged(book, active, cut, look)


def tab(view: View) -> None:
    """Draw who is active: trailing windows, stickiness, comings and goings, active days."""
    found = read(view)
    if found.cut:
        st.caption(
            say(
                "The last day of the file, {day}, may not be complete: the charts and means end "
                "on the day before.",
                day=found.book.last.isoformat(),
            )
        )
    look, total = found.look, found.total
    with head.cards():
        card.show(charts.active_lines(total, look), key="active")
        card.show(charts.stickiness_line(total, look), key="stickiness")
        chart = moves_charts.lifecycle_chart(total, look, period=view.period)
        card.show(chart, key="lifecycle")
        chart = moves_charts.quick_ratio_line(total, look, period=view.period)
        card.show(chart, key="quick_ratio")
        card.show(charts.weekday_bars(total, look), key="weekdays")
        for days, counts in ((L_WINDOW, found.book.active_days), (L_WEEK, found.book.active_week)):
            chart = charts.active_days_chart(
                counts[TOTAL], look, window=days, customers=total.customers
            )
            card.show(chart, key=f"active_days_{days}")
        if view.by:
            chart = charts.active_by_group(found.active, look, column=view.by)
            card.show(chart, key="active_by_group")
    card.show(charts.activity_table(found.active, look, column=view.by), key="activity_table")
    kind = view.dataset.kind
    st.page_link(
        "pages/retention.py",
        label=say("N-day and rolling retention are on the Retention page"),
        icon=":material/trending_down:",
        query_params={"stays_of": kind, f"{kind}_data": view.dataset.name},
    )


def headline(found: Engaged, *, period: str) -> list[Kpi]:
    """Active customers, stickiness and quick ratio; what is not known is a dash."""
    total, level = found.total, found.look.level
    days, last = total.days, total.last
    day = last.day.isoformat() if last else ""
    known = [one for one in days if one.stickiness is not None]
    sticky = day_mean(stickiness_of(days), level=level)
    daily = day_mean([one.dau for one in days], level=level)
    return [
        Kpi(
            say("Active a day (DAU)"),
            Point(last.dau if last else None, n=total.customers),
            ",.0f",
            about=say("On {day}, the last whole day; n is all customers in view.", day=day),
            trend=_spark(days, lambda one: one.dau),
        ),
        Kpi(
            say("Active in 7 days (WAU)"),
            Point(last.wau if last else None, n=total.customers),
            ",.0f",
            about=say("In the 7 days up to {day}; n is all customers in view.", day=day),
            trend=_spark(days, lambda one: one.wau),
        ),
        Kpi(
            say("Active in 30 days (MAU)"),
            Point(last.mau if last else None, n=total.customers),
            ",.0f",
            about=say("In the 30 days up to {day}; n is all customers in view.", day=day),
            trend=_spark(days, lambda one: one.mau),
        ),
        Kpi(
            say("Stickiness"),
            Point(sticky.mean, sticky.low, sticky.high, sticky.days),
            ".1%",
            level,
            about=say(
                "Mean of DAU / MAU over the days with a whole window of 30 days; n is those days. "
                "The limits know that days in a row are alike (Newey & West, 1987)."
            ),
            trend=_spark(known, lambda one: one.stickiness),
        ),
        Kpi(
            say("DAU on average"),
            Point(daily.mean, daily.low, daily.high, daily.days),
            ",.1f",
            level,
            about=say(
                "Mean over the whole days, those without activity included; n is those days. The "
                "limits know that days in a row are alike (Newey & West, 1987)."
            ),
        ),
        _quick_ratio(total, period, level),
    ]


def _compare_customers(kind: str) -> None:
    """Begin without a comparison by the event itself, which parts a customer's own steps."""
    key = f"{kind}_by"
    names = {one.name: one for one in session.datasets(kind)}
    asked = st.session_state.get(f"{kind}_data") or st.query_params.get(f"{kind}_data")
    dataset = names.get(str(asked)) or head.quiet(kind).dataset
    chosen = st.session_state.get(key, st.query_params.get(key))
    if chosen is not None and chosen in _offered(dataset):
        return
    event, columns = dataset.mapping.column("event"), _offered(dataset)[1:]
    if event in columns[:1]:
        st.session_state[key] = next((one for one in columns if one != event), head.NOTHING)


def _offered(dataset: Dataset) -> list[str]:
    """What the comparison can be by: nothing, or a column."""
    return [head.NOTHING, *(one.column for one in load.segments(dataset))]


def _headline(view: View, found: Engaged) -> None:
    kpis = headline(found, period=view.period)
    if view.dataset.kind == "events":
        kpis += visiting.headline(view)
    kpi.row(kpis[:TRENDS], key="engagement")
    kpi.row(kpis[TRENDS:], key="engagement_more")


def _quick_ratio(total: Active, period: str, level: float) -> Kpi:
    last = total.last_moves
    if last is None or last.dormant is None:
        about = say("Not known before two whole periods.")
        return Kpi(say("Quick ratio"), Point(None), ",.2f", about=about)
    return Kpi(
        say("Quick ratio"),
        Point(
            last.quick_ratio,
            last.quick_low,
            last.quick_high,
            last.new + last.resurrected + last.dormant,
        ),
        ",.2f",
        level,
        about=say(
            "{period}, the last whole period: new and resurrected customers for each that went "
            "dormant. Above 1 the active base grows. n is who came or went.",
            period=period_label(last.period, period),
        ),
    )


def _spark(days: Sequence[ActiveDay], value: Callable[[ActiveDay], float | None]) -> list[float]:
    return [one for one in map(value, days[-SPARK:]) if one is not None]


def _tabs(view: View) -> list[Tab]:
    mapping = view.dataset.mapping
    tabs: list[Tab] = [(say("Activity"), "bolt", tab)]
    if view.dataset.kind == "events":
        tabs.append((say("Sessions"), "timer", visiting.tab))
        if mapping.column("shown") and mapping.column("clicked"):
            tabs.append((say("Clicks"), "ads_click", visiting.clicks_tab))
        tabs.append((say("Funnel"), "filter_list", funnels.tab))
    tabs.append((say("Score"), "leaderboard", engagement_score.tab))
    return tabs
