"""Retention in view: unit, cut-off day, and the answer for the whole page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.kaplan_meier import SurvivalAt
from cxlib.models.retention import GroupRetention, Retention, retention
from cxlib.stats.asked import LifeTable
from cxlib.stats.groups import TOTAL
from cxlib.tables.contracts import UNITS
from cxlib.tables.linked import VERSUS
from cxlib.tables.source import SAVED
from cxlib.ui import load, session
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi

TIMES = {"day": (7, 30, 90, 365), "week": (1, 4, 13, 26, 52), "month": (1, 3, 6, 12, 24)}
HEADLINE = {"day": 30, "week": 13, "month": 12}


@dataclass(frozen=True, slots=True)
class Stay:
    """The event table of the view and what is read off it."""

    table: LifeTable
    answer: Retention
    look: Look
    unit: str

    @property
    def total(self) -> GroupRetention:
        """Retention of the whole selection."""
        return next(one for one in self.answer.groups if one.group == TOTAL)


def controls(view: View) -> tuple[str, date | None]:
    """Unit of time and cut-off day; the cut-off only where there are dates."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="stay_controls"):
        unit = st.segmented_control(
            say("Unit of time"),
            list(TIMES),
            default="month",
            required=True,
            key="unit",
            bind="query-params",
            format_func=unit_name,
        )
        observed = _cut_off(view)
    return unit or "month", observed


def read(view: View, unit: str, observed: date | None) -> Stay:
    """Count and estimate retention for the view."""
    table = load.lives(view.dataset, view.selection, view.by, observed)
    lives = table.in_units(UNITS[unit])
    longest = lives[TOTAL].longest
    times = [time for time in TIMES[unit] if time <= longest]
    answer = retention(lives, times=times or [longest], level=view.level)
    look = Look(say("Retention"), view.dataset.name, view.words(), view.level)
    return Stay(table, answer, look, unit)


def headline(stay: Stay) -> list[Kpi]:
    """Customers, retention at a usual time, median, and mean time active."""
    total, level = stay.total, stay.look.level
    curve, units = total.curve, unit_name(stay.unit)
    kpis = [
        Kpi(
            say("Customers"),
            Point(curve.n, n=None),
            ",.0f",
            about=say("Customers in view; {left} have left.", left=number(curve.deaths, ",d")),
        )
    ]
    row = usual(total, stay.unit)
    if row is not None:
        kpis.append(
            Kpi(
                say("Still there after {time} {unit}", time=number(row.time, ",.0f"), unit=units),
                Point(row.survival, row.low, row.high, row.at_risk),
                ".1%",
                level,
                about=say("Kaplan-Meier estimate; n is the customers still watched then."),
            )
        )
    kpis.append(
        Kpi(
            say("Median stay ({unit})", unit=units),
            Point(curve.median, curve.median_low, curve.median_high, curve.n),
            ",.1f",
            level,
            about=say("Half have left by then; a dash means that more than half are still there."),
        )
    )
    if total.mean is not None and total.tau is not None:
        mean = total.mean
        kpis.append(
            Kpi(
                say(
                    "Mean active in the first {tau} {unit}",
                    tau=number(total.tau, ",.0f"),
                    unit=units,
                ),
                Point(mean.value, mean.low, mean.high, curve.n),
                ",.2f",
                level,
                about=say("Expected time as a customer within the window (RMST)."),
            )
        )
    return kpis


def usual(one: GroupRetention, unit: str) -> SurvivalAt | None:
    """The curve at the usual time of the unit, or at the last known time before it."""
    known = [row for row in one.at if row.survival is not None and row.time <= HEADLINE[unit]]
    return known[-1] if known else None


def _cut_off(view: View) -> date | None:
    mapping = view.dataset.mapping
    if not (mapping.column("started") and mapping.column("ended")):
        return None
    days = [
        bounds
        for role in ("started", "ended", "observed")
        if (bounds := load.days(view.dataset, role)) is not None
    ]
    if not days:
        return None
    first, last = min(one[0] for one in days), max(one[1] for one in days)
    chosen = st.session_state.get("observed")
    if chosen is not None and not first <= chosen <= last:
        del st.session_state["observed"]
    observed = st.date_input(
        say("Cut-off day"),
        value=last,
        min_value=first,
        max_value=last,
        key="observed",
        bind="query-params",
        format="YYYY-MM-DD",
        width=150,
        help=say(
            "Up to this day customers were watched. Who had not left by then counts as still "
            "there. It begins as the last date in the whole file."
        ),
    )
    return observed if isinstance(observed, date) else last


def immortal(view: View) -> str:
    """A warning where customers are split by what may have happened after they started; else ""."""
    if not (view.by or "").startswith(SAVED):
        return ""
    names = (view.by or "").removeprefix(SAVED).split(VERSUS)
    elsewhere = [
        one
        for one in session.around().segments
        if one.name in names and one.dataset != view.dataset.id
    ]
    if not elsewhere:
        return ""
    return say(
        "Customers may be in this segment by something that happened after they started. Those who "
        "stay longer have more time for it, so part of the difference may be no effect at all."
    )
