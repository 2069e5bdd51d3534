"""The Service page: speed, the queue, tickets that come back, and what follows feedback."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import desk as charts
from cxlib.charts import follow_up as after
from cxlib.charts import service as speed_charts
from cxlib.charts.scores import Look
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.metrics.backlog import Share, backlog, share_of, shares_against_rest
from cxlib.metrics.change import nps_change, share_change
from cxlib.metrics.scored import score_box, score_nps
from cxlib.models.service import speed
from cxlib.stats.desk import FIRST_CONTACT_DAYS, ContactCounts, DeskBook
from cxlib.stats.follow_up import FollowUp, ReplyBands, read_follow_up, read_reply_bands
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.selection import EVERYTHING
from cxlib.tables.statuses import Statuses
from cxlib.ui import (
    acting,
    card,
    clock,
    coverage,
    drill,
    head,
    kpi,
    load,
    scored,
    serving,
    session,
    show,
    statuses,
)
from cxlib.ui.clock import Clock
from cxlib.ui.head import View
from cxlib.ui.serving import Desk
from cxlib.workspace.dataset import Dataset

LOW = {"nps": 6, "csat": 2, "ces": 3}
"""The highest answer that is low, where the scale is the usual one."""
DAYS = (1, 3, 7, 14, 30)
EDGES = (1.0, 4.0, 24.0, 72.0)
BACK = 14


def page() -> None:
    """Everything below the page's title."""
    _compare_tickets()
    view = head.head("tickets", period=True)
    with show.errors():
        found = serving.read(view)
        coverage.line(found.waits.coverage, key="service")
        kpi.row(serving.headline(found), key="service")
        names = (
            (say("Speed"), "speed"),
            (say("Queue"), "inbox"),
            (say("Coming back"), "replay"),
            (say("After feedback"), "reviews"),
            (say("Actions"), "checklist"),
        )
        tabs = st.tabs(
            [f":material/{icon}: {name}" for name, icon in names],
            key="service_tabs",
            on_change="rerun",
        )
        for tab, draw in zip(tabs, (_speed, _queue, _contacts, _feedback, _actions), strict=True):
            if tab.open:
                with tab, show.errors():
                    draw(view, found)


def _compare_tickets() -> None:
    """Begin a log without a comparison by the status, whose last one says whether it is solved."""
    names = {one.name: one for one in session.datasets("tickets")}
    asked = st.session_state.get("tickets_data") or st.query_params.get("tickets_data")
    dataset = names.get(str(asked)) or head.quiet("tickets").dataset
    status = dataset.mapping.column("status")
    columns = [one.column for one in load.segments(dataset)]
    chosen = st.session_state.get("tickets_by", st.query_params.get("tickets_by"))
    if chosen is not None and chosen in (head.NOTHING, *columns):
        return
    if status in columns[:1] and statuses.counted(dataset):
        others = (one for one in columns if one != status)
        st.session_state["tickets_by"] = next(others, head.NOTHING)


def _speed(view: View, found: Desk) -> None:
    speeds, look = found.answer.speeds[found.measure], found.look
    cards, below = head.cards(), st.container()
    within = speed_charts.within_times(found.total, look, measure=found.measure)
    with cards:
        curve = speed_charts.over_time_since(speeds, look, measure=found.measure, column=view.by)
        card.show(curve, key="speed_curve")
        if view.by:
            chart = speed_charts.median_by_group(
                found.answer, look, measure=found.measure, column=view.by
            )
            drill.show(chart, view, key="median_by", below=below)
        card.show(within, key="within")
    table = speed_charts.speed_table(found.answer, look, measure=found.measure)
    card.show(table, key="speed_table")


def _book(view: View, found: Desk) -> DeskBook:
    return serving.desk_of(view, view.period, found.clock, found.statuses)


def _queue(view: View, found: Desk) -> None:
    book = _book(view, found)
    rows = backlog(book.flow, period=view.period, seen=book.seen)
    cards = head.cards()
    if rows:
        with cards:
            card.show(charts.flow(rows, found.look, period=view.period), key="flow")
            card.show(charts.queue(rows, found.look, period=view.period), key="queue")
    else:
        st.caption(say("The file does not tell when tickets were solved, so there is no queue."))
    heat = {cell: speed(lives, level=view.level) for cell, lives in book.heat.items()}
    if heat:
        card.show(charts.busy_hours(heat, found.look, measure=book.heat_measure), key="busy")


def _contacts(view: View, found: Desk) -> None:
    book = _book(view, found)
    if not book.contacts:
        st.caption(say("The file does not tell when tickets were solved."))
        return
    reopened = {group: (one.reopened, one.told) for group, one in book.contacts.items()}
    contact = {group: (one.first_contact, one.mature) for group, one in book.contacts.items()}
    total: ContactCounts = book.contacts[TOTAL]
    with head.cards():
        if total.told:
            _share(
                view,
                found.look,
                reopened,
                name=say("Reopened"),
                key="reopened",
                about=say("Solved tickets that were opened again, of those where it is known."),
            )
        else:
            st.caption(say("No column tells whether tickets were reopened."))
        if total.mature:
            _share(
                view,
                found.look,
                contact,
                name=say("Solved with one contact"),
                key="first_contact",
                about=say(
                    "Solved tickets that were not reopened and whose customer opened no other up "
                    "to {days} days after. Tickets solved later than that before the data end do "
                    "not count yet.",
                    days=FIRST_CONTACT_DAYS,
                ),
            )
        else:
            st.caption(say("Whether one contact was enough needs customers or reopenings."))


def _share(
    view: View,
    look: Look,
    pairs: dict[Group, tuple[int, int]],
    *,
    name: str,
    key: str,
    about: str,
) -> None:
    shares: dict[Group, Share] = {}
    for group, (hits, n) in pairs.items():
        one = share_of(hits, n, level=view.level)
        if one is not None:
            shares[group] = one
    groups = {group: pair for group, pair in pairs.items() if group.column and pair[1]}
    tests = shares_against_rest(groups) if len(groups) > 1 else {}
    chart = charts.share_by_group(shares, tests, look, name=name, about=about, column=view.by)
    card.show(chart, key=key)


def _feedback(view: View, found: Desk) -> None:
    survey = _survey()
    if survey is None:
        return
    if view.dataset.mapping.column("customer") is None or survey.mapping.column("customer") is None:
        st.caption(
            say("Both files need a customer, so that answers and tickets can be put together.")
        )
        return
    metrics = [one for one in scored.metrics(survey) if one in scored.NAMES]
    if not metrics:
        st.caption(say("This survey has no NPS, CSAT or CES."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        metric = st.segmented_control(
            say("Metric"),
            metrics,
            default=metrics[0],
            required=True,
            key="service_metric",
            format_func=scored.NAMES.__getitem__,
        )
        metric = metric or metrics[0]
        low, high = load.scores(survey, metric, EVERYTHING, None, None).scale
        usual = min(max(LOW[metric], low), high - 1)
        at_most = st.slider(
            say("Answers up to this one are low"),
            low,
            high - 1,
            usual,
            key=f"low_{metric}",
            width=260,
        )
    st.caption(say("Both files as a whole: the dates and filters above do not apply here."))
    with head.cards():
        _bands(view, survey, metric, found)
        _loop(view, survey, metric, int(at_most))


def _survey() -> Dataset | None:
    """The survey to put beside the tickets; None, and what to do, where there is none."""
    there = {one.name: one for one in reversed(session.datasets("survey"))}
    if not there:
        st.caption(say("Upload survey answers to see what speed has to do with satisfaction."))
        st.page_link("pages/data.py", label=say("Open Data"), icon=":material/database:")
        return None
    if len(there) == 1:
        return next(iter(there.values()))
    return there[str(st.selectbox(say("Survey"), list(there), key="service_survey", width=300))]


def _bands(view: View, survey: Dataset, metric: str, found: Desk) -> None:
    measure = found.measure if found.measure in ("first_reply", "solve") else "first_reply"
    try:
        bands = bands_of(view.dataset, survey, metric, (measure, found.clock, found.statuses))
    except CxError as problem:
        serving.refusal(problem)
        return
    cube = load.scores(survey, metric, EVERYTHING, None, None)
    box = scored.chosen_box(metric, cube)
    nps = metric == "nps" and cube.scale == (0, 10)
    counts = {Group("band", str(place)): one for place, one in bands.counts.items()}
    results = (
        score_nps(counts, level=view.level) if nps else score_box(counts, box=box, level=view.level)
    )
    quick, slow = bands.counts[min(bands.counts)], bands.counts[max(bands.counts)]
    ends = None
    if len(bands.counts) > 1:
        ends = (
            nps_change(quick, slow, level=view.level)
            if nps
            else share_change(quick, slow, box=box, level=view.level)
        )
    chart = after.score_by_wait(
        {int(one.group.value or 0): one.result for one in results},
        bands.edges,
        _look(view, survey, metric),
        ends=ends,
        measure=measure,
        unmatched=bands.unmatched,
        days=BACK,
    )
    card.show(chart, key="bands")


def _loop(view: View, survey: Dataset, metric: str, at_most: int) -> None:
    try:
        follow = follow_up_of(view.dataset, survey, metric, at_most)
    except CxError as problem:
        serving.refusal(problem)
        return
    one = speed(follow.lives, within=[24.0 * day for day in DAYS], level=view.level)
    chart = after.contact_after_low(
        one, _look(view, survey, metric), days=DAYS, unwatched=follow.unwatched
    )
    card.show(chart, key="loop")


def _look(view: View, survey: Dataset, metric: str) -> Look:
    """Charts of both files: neither is filtered."""
    name = f"{view.dataset.name}, {survey.name}"
    return Look(scored.metrics(survey)[metric], name, "", view.level)


def _actions(view: View, _found: Desk) -> None:
    acting.panel(view)


@load.kept(50)
def bands_of(
    desk: Dataset, survey: Dataset, metric: str, wait: tuple[str, Clock, Statuses]
) -> ReplyBands:
    """Answers by the wait of the ticket before them: which, on which clock, by what statuses."""
    measure, hours, meaning = wait
    with session.together(survey, desk) as (answers, tickets):
        return read_reply_bands(
            answers,
            tickets,
            score=metric,
            edges=EDGES,
            days=BACK,
            measure=measure,
            hours=clock.hours_of(hours),
            statuses=meaning,
            rules=session.around().rules,
        )


@load.kept(50)
def follow_up_of(desk: Dataset, survey: Dataset, metric: str, at_most: int) -> FollowUp:
    """Time from a low score to the next ticket."""
    with session.together(survey, desk) as (answers, tickets):
        return read_follow_up(
            answers, tickets, score=metric, at_most=at_most, rules=session.around().rules
        )
