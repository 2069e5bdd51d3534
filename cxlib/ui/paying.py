"""The Impact page: answers and subscriptions of the same customers, and the money between them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from cxlib.charts import impact as charts
from cxlib.charts import paying as more
from cxlib.charts.chart import Chart, Point
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look, p_text
from cxlib.charts.words import count, number
from cxlib.columns.keys import KeyRules
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.experience_hazard import ExperienceHazard, experience_hazards
from cxlib.models.impact import ExperienceImpact, Impact, impact
from cxlib.models.kaplan_meier import SurvivalAt
from cxlib.models.rmst import RmstContrast
from cxlib.stats.asked import first_reason
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.landmarks import DETRACTOR, PROMOTER, LandmarkTable, Stay, landmarks, read_joined
from cxlib.tables.contracts import UNITS
from cxlib.tables.opened import open_source
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, head, kpi, load, paying_what_if, session, show
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.stay_controls import parsed_times
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

TIMES = {"day": (90, 180, 365), "week": (13, 26, 52), "month": (3, 6, 12)}
WIDE, NARROW = 210, 150


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked of the two files: unit of time, times to read, end of the window."""

    unit: str
    times: tuple[float, ...]
    tau: float | None


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: the whole, its hazard ratios, and each group of the comparison."""

    total: Impact
    hazards: tuple[ExperienceHazard, ...]
    parts: dict[Group, Impact]


@load.kept(20)
def _joined(
    dataset: Dataset,
    outcomes: Dataset,
    selection: Selection,
    by: str | None,
    rules: KeyRules,
) -> LandmarkTable:
    """Answers and contracts of the same customers, counted."""
    wanted = [one for one in load.using(selection, by) if one not in dataset.columns]
    backend = session.open_cursor()
    try:
        around = session.around() if wanted else None
        survey = open_source(dataset, backend, using=wanted, around=around)
        other = open_source(outcomes, backend)
        joined = landmarks(survey, other, selection=selection, rules=rules)
        return read_joined(joined, by=(by,) if by else ())
    finally:
        backend.disconnect()


def measured(table: LandmarkTable, asking: Asking, level: float) -> Found:
    """Impact of the whole and of each group, which share the window of the whole.

    Raises:
        NotEnoughData: no customer is in both files.
    """
    parts: dict[Group, dict[str, Stay]] = {}
    for (group, experience), stay in table.in_units(UNITS[asking.unit]).items():
        parts.setdefault(group, {})[experience] = stay
    if TOTAL not in parts:
        hint = first_reason(table.answers)
        raise NotEnoughData("Impact", have=0, need=1, unit="customer in both files", hint=hint)
    total = impact(parts[TOTAL], times=asking.times, tau=asking.tau, level=level)
    window = total.groups[0].tau
    others = {
        group: impact(stays, times=asking.times, tau=window, level=level)
        for group, stays in parts.items()
        if group != TOTAL
    }
    return Found(total, experience_hazards(parts[TOTAL], level=level), others)


def page() -> None:
    """Draw the page below its title; both kinds of file are there."""
    surveys, contracts = _fits("nps", "customer", "answered"), _fits("customer", "started", "ended")
    if not any(map(surveys, session.datasets("survey"))):
        _lacking(
            say("No survey has a score of 0 to 10 (nps), a customer and a date of the answer.")
        )
        return
    offered = {one.name: one for one in session.datasets("subscriptions") if contracts(one)}
    if not offered:
        _lacking(say("No subscriptions have a customer, a start and an end."))
        return
    view = head.head("survey", fits=surveys)
    with show.errors():
        outcomes, asking = _controls(offered)
        with st.spinner(say("Putting answers and subscriptions together"), show_time=True):
            table = _joined(view.dataset, outcomes, view.selection, view.by, session.around().rules)
            _matched(table, view.dataset, outcomes)
            found = measured(table, asking, view.level)
        _draw(view, outcomes, asking, found)


def _fits(*roles: str) -> Callable[[Dataset], bool]:
    return lambda dataset: all(dataset.mapping.column(role) for role in roles)


def _lacking(problem: str) -> None:
    st.info(problem, icon=":material/rule:")
    st.caption(say("Both files need the customer, so that answers and contracts can be matched."))
    st.page_link("pages/data.py", label=say("Open the Data page"), icon=":material/database:")


def _controls(offered: dict[str, Dataset]) -> tuple[Dataset, Asking]:
    """Draw the controls: which subscriptions, the unit, the times, the window."""
    names = list(reversed(offered))
    with st.container(horizontal=True, vertical_alignment="bottom", key="impact_controls"):
        if st.session_state.get("impact_outcomes") not in names:
            st.session_state.pop("impact_outcomes", None)
        name = st.selectbox(
            say("Subscriptions"), names, key="impact_outcomes", bind="query-params", width=WIDE
        )
        unit = str(
            st.segmented_control(
                say("Unit of time"),
                list(TIMES),
                default="month",
                required=True,
                key="impact_unit",
                bind="query-params",
                format_func=unit_name,
                help=say("The fee is taken as paid once in each such unit."),
            )
            or "month"
        )
        text = st.text_input(
            say("Time points ({unit})", unit=unit_name(unit)),
            placeholder=", ".join(map(str, TIMES[unit])),
            key=f"impact_times_{unit}",
            bind="query-params",
            width=NARROW,
            help=say("Times since the answer at which the share still there is told."),
        )
        tau = st.number_input(
            say("Window ({unit})", unit=unit_name(unit)),
            min_value=0.01,
            value=None,
            step=1.0,
            key=f"impact_tau_{unit}",
            bind="query-params",
            placeholder=say("as usual"),
            width=NARROW,
            help=say(
                "Time as a customer and money count up to here; as usual: the last time point, or "
                "less where customers were not watched so long."
            ),
        )
    times = parsed_times(text or "") or tuple(map(float, TIMES[unit]))
    return offered[name], Asking(unit, times, None if tau is None else float(tau))


def _matched(table: LandmarkTable, survey: Dataset, outcomes: Dataset) -> None:
    """How the match went: customers matched, and rows of both files left out with reasons."""
    with st.container(horizontal=True, vertical_alignment="center", key="impact_matched"):
        matched = say("{n} customers matched", n=count(table.answers.used))
        st.markdown(f"**{matched}**", width="content")
        for dataset, rows, key in (
            (survey, table.answers, "impact_answers"),
            (outcomes, table.contracts, "impact_contracts"),
        ):
            with st.container(
                horizontal=True, vertical_alignment="center", width="content", gap="small"
            ):
                st.caption(f"{plain(dataset.name)}:", width="content")
                coverage.line(rows, key=key)


def _draw(view: View, outcomes: Dataset, asking: Asking, found: Found) -> None:
    source = f"{view.dataset.name}, {outcomes.name}"
    look = Look(say("Impact"), source, view.words(), view.level)
    paid = any(one.fee is not None for one in found.total.groups)
    kpi.row(headline(found.total, asking.unit, view.level), key="impact")
    st.caption(f":material/balance: {_association()}")
    curves = charts.stay_curves(found.total, look, unit=asking.unit)
    with head.cards():
        card.show(replace(curves, notes=_test(found.total)), key="impact_curves")
        if paid:
            money = charts.money_at_risk(found.total, look)
            card.show(replace(money, notes=(_association(),)), key="impact_money")
        card.show(more.still_there(found.total, look, unit=asking.unit), key="impact_there")
        gaps = _gaps(view, asking, found, look)
        if gaps:
            card.show(gaps, key="impact_gaps")
    whole = charts.impact_table(found.total, look, unit=asking.unit)
    card.show(replace(whole, notes=()), key="impact_table")
    if found.hazards:
        card.show(more.hazard_table(found.hazards, look), key="impact_hazards")
    if paid:
        paying_what_if.section(found.total, look)
    else:
        st.info(
            say(
                "No fee is known, so there is no money here. Choose the column with what a "
                "customer pays (fee) for {name} on the Data page.",
                name=plain(outcomes.name),
            ),
            icon=":material/payments:",
        )


def _gaps(view: View, asking: Asking, found: Found, look: Look) -> Chart | None:
    """How much longer promoters stay, by the comparison; None without one."""
    if not view.by:
        return None
    parts = {group: one for group, one in found.parts.items() if group.column == view.by}
    return more.stay_gaps(parts, look, unit=asking.unit, column=view.by)


def _association() -> str:
    return say(
        "This is an association: promoters may differ from others in more than their "
        "experience, so a better experience need not keep as many."
    )


def _test(total: Impact) -> tuple[str, ...]:
    """The log-rank test, and what else is to be known; what the page says itself is left away."""
    said = (
        _association(),
        say("No fee is known, so that there is no money: map one with fee=COLUMN."),
    )
    notes = [note for note in total.notes if note not in said]
    if total.test is not None:
        p = p_text(total.test.p_value)
        chi = number(total.test.statistic, ".1f")
        words = say(
            "Log-rank test over the groups: chi-square {statistic}, p {p}.", statistic=chi, p=p
        )
        notes.insert(0, words)
    return tuple(notes)


def headline(total: Impact, unit: str, level: float) -> list[Kpi]:
    """Who is still there, how much longer promoters stay, and the money at risk."""
    units = unit_name(unit)
    by = {one.experience: one for one in total.groups}
    worst = by.get(DETRACTOR)
    kpis = _shares(by.get(PROMOTER), units, level)
    if worst is not None and worst.stay_gap is not None:
        kpis.append(_longer(worst, worst.stay_gap, units, by[PROMOTER].curve.n, level))
    kpis += _shares(worst, units, level)
    if worst is not None and worst.at_risk is not None:
        kpis.append(
            Kpi(
                say("Money at risk (detractors)"),
                Point(worst.at_risk, worst.low, worst.high, worst.curve.n),
                ",.0f",
                level,
                about=say(
                    "What these detractors would pay more within the window if they stayed like "
                    "promoters: customers x mean fee x time longer."
                ),
            )
        )
    return kpis


def _shares(one: ExperienceImpact | None, units: str, level: float) -> list[Kpi]:
    """The share still there at the last two times that the curve reaches."""
    known = [row for row in one.at if row.survival is not None] if one else []
    return [_there(one, row, units, level) for row in known[-2:] if one]


def _there(one: ExperienceImpact, row: SurvivalAt, units: str, level: float) -> Kpi:
    return Kpi(
        say(
            "{group} still there after {time} {unit}",
            group=charts.experience_words(one.experience),
            time=number(row.time, "g"),
            unit=units,
        ),
        Point(row.survival, row.low, row.high, one.curve.n),
        ".1%",
        level,
        about=say("Kaplan-Meier estimate from the day of the answer on."),
    )


def _longer(
    worst: ExperienceImpact, gap: RmstContrast, units: str, promoters: int, level: float
) -> Kpi:
    return Kpi(
        say("Promoters stay longer, of {tau} {unit}", tau=number(worst.tau, ".3g"), unit=units),
        Point(gap.value, gap.low, gap.high, promoters + worst.curve.n),
        "+,.2f",
        level,
        about=say(
            "Difference to detractors of the mean time as a customer within the window (RMST); "
            "p {p}.",
            p=p_text(gap.p_value),
        ),
        unit=units,
    )
