"""Service in view: which wait, which targets, which clock; and the answers for the page."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.scores import Look
from cxlib.charts.service import hours_text
from cxlib.errors import BadOption, CxError
from cxlib.locale.speak import say
from cxlib.models.service import Service, Speed, measure_name, service
from cxlib.stats.desk import DeskBook, read_desk
from cxlib.stats.groups import TOTAL
from cxlib.stats.waits import Waits, read_waits
from cxlib.tables.selection import Selection
from cxlib.tables.statuses import DEFAULT_STATUSES, Statuses
from cxlib.ui import clock, load, session, statuses
from cxlib.ui.clock import Clock
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.dataset import Dataset

TARGETS = "4, 24, 72"


@dataclass(frozen=True, slots=True)
class Desk:
    """What the page shows of one help desk.

    Attributes:
        waits: waiting times; answer: medians, shares and tests of them.
        measure: the wait in view.
        targets: hours of the shares.
        clock: business hours and holidays.
        statuses: what the statuses of a log mean.
        look: names and level.
    """

    waits: Waits
    answer: Service
    measure: str
    targets: tuple[float, ...]
    clock: Clock
    statuses: Statuses
    look: Look

    @property
    def total(self) -> Speed:
        """The wait in view for the whole selection."""
        return self.answer.speeds[self.measure][TOTAL]


def read_targets(text: str) -> tuple[float, ...]:
    """Hours with commas between them, ascending.

    Raises:
        BadOption: a part is no positive number, or there is none.
    """
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    try:
        found = sorted({float(part) for part in parts})
    except ValueError:
        raise BadOption(
            f"Targets are hours such as 4, 24, 72; '{text}' is something else."
        ) from None
    if not found or not all(0 < one < float("inf") for one in found):
        raise BadOption(f"Targets are hours above 0, such as 4, 24, 72; '{text}' has others.")
    return tuple(found)


def read(view: View) -> Desk:
    """Let the analyst choose wait, targets, clock and statuses; count and estimate all waits."""
    log = statuses.read(view.dataset)
    with st.container(horizontal=True, vertical_alignment="bottom", key="service_controls"):
        chooser = st.container(width="content")
        targets = st.text_input(
            say("Targets (hours)"),
            TARGETS,
            key="service_targets",
            bind="query-params",
            width=150,
            help=say("Shares of tickets over within each of these times, with commas between."),
        )
        hours = clock.controls()
        if log is not None:
            statuses.controls(view.dataset, log)
    within, meaning = read_targets(targets), log.meaning if log else DEFAULT_STATUSES
    if log is not None:
        statuses.said(log)
    waits = waits_of(view.dataset, view.selection, view.by, hours, meaning)
    answer = service(waits.lives, within=within, level=view.level)
    with chooser:
        measure = _choose(tuple(waits.lives))
    look = Look(measure_name(measure), view.dataset.name, view.words(), view.level)
    return Desk(waits, answer, measure, within, hours, meaning, look)


def headline(desk: Desk) -> list[Kpi]:
    """Tickets, median, slow end, and the share within the first target."""
    one, level = desk.total, desk.look.level
    first = one.within[0]
    return [
        Kpi(
            say("Tickets"),
            Point(one.n, n=None),
            ",.0f",
            about=say("Tickets in view; {open} of them still wait.", open=f"{one.open:,}"),
        ),
        Kpi(
            say("Median (hours)"),
            Point(one.median, one.median_low, one.median_high, one.n),
            ",.1f",
            level,
            about=say("Half of the tickets are over by then, open ones counted as waiting."),
        ),
        Kpi(
            say("Nine in ten within (hours)"),
            Point(one.p90, one.p90_low, one.p90_high, one.n),
            ",.1f",
            level,
            about=say("A dash means that nine in ten are not reached in the data."),
        ),
        Kpi(
            say("Within {time}", time=hours_text(first.hours)),
            Point(first.share, first.low, first.high, one.n),
            ".1%",
            level,
            about=say(
                "Share within the first target. Closed tickets alone would say {naive}.",
                naive="–" if first.naive is None else f"{first.naive:.1%}",
            ),
        ),
    ]


@load.kept(100)
def waits_of(
    dataset: Dataset, selection: Selection, by: str | None, hours: Clock, meaning: Statuses
) -> Waits:
    """Waiting times of tickets."""
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_waits(
            source,
            selection=selection,
            by=(by,) if by else (),
            hours=clock.hours_of(hours),
            statuses=meaning,
        )


def desk_of(view: View, period: str, hours: Clock, meaning: Statuses) -> DeskBook:
    """Arrivals, closures, contacts and busy hours."""
    return _desk_of(view.dataset, view.selection, view.by, period, (hours, meaning))


@load.kept(50)
def _desk_of(
    dataset: Dataset,
    selection: Selection,
    by: str | None,
    period: str,
    read_by: tuple[Clock, Statuses],
) -> DeskBook:
    hours, meaning = read_by
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_desk(
            source,
            period=period,
            selection=selection,
            by=(by,) if by else (),
            hours=clock.hours_of(hours),
            statuses=meaning,
        )


def _choose(measures: tuple[str, ...]) -> str:
    if len(measures) == 1:
        return measures[0]
    if st.session_state.get("wait") not in measures:
        st.session_state.pop("wait", None)
    chosen = st.segmented_control(
        say("Waiting time"),
        measures,
        default=measures[0],
        required=True,
        key="wait",
        bind="query-params",
        format_func=lambda one: measure_name(one)[:1].upper() + measure_name(one)[1:],
    )
    return chosen or measures[0]


def refusal(problem: CxError) -> None:
    """One quiet line where a part of the page cannot be answered."""
    st.caption(f":material/info: {plain(problem)}")
