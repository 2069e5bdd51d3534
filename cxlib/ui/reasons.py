"""Why customers leave: reasons that compete, over time, at a usual time, and by group."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxlib.charts import reasons as charts
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.models.leaving import Leaving, leaving, overstated
from cxlib.stats.groups import TOTAL
from cxlib.stats.reasons import OTHER, ReasonTable, read_reasons
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, drill, head, load, session
from cxlib.ui.head import View
from cxlib.ui.stay_controls import TIMES, cut_off_now, records_from_now, unit_now
from cxlib.ui.staying import HEADLINE
from cxlib.workspace.store import Dataset


@load.kept(50)
def _counted(
    dataset: Dataset, selection: Selection, by: str | None, days: tuple[date | None, date | None]
) -> ReasonTable:
    with session.opened(dataset, load.using(selection, by)) as source:
        columns = (by,) if by else ()
        return read_reasons(
            source, selection=selection, by=columns, observed=days[0], records_from=days[1]
        )


def tab(view: View) -> None:
    """Draw reasons for the view, with the unit and the cut-off day of the curves."""
    if not view.dataset.mapping.column("reason"):
        _unknown()
        return
    unit, days = unit_now(), (cut_off_now(view), records_from_now(view))
    table = _counted(view.dataset, view.selection, view.by, days)
    leavings = table.in_units(UNITS[unit])
    longest = leavings[TOTAL].longest
    times: list[float] = [time for time in TIMES[unit] if time <= longest]
    times = times or [longest]
    usual = max((time for time in times if time <= HEADLINE[unit]), default=times[0])
    answer = leaving(leavings, times=times, level=view.level)
    look = Look(say("Reasons"), view.dataset.name, view.words(), view.level)
    coverage.line(table.coverage, key="reasons")
    naive = overstated(leavings[TOTAL], usual)
    with head.cards():
        curves = charts.incidence_curves(answer.total, look, unit=unit, notes=_notes(table, answer))
        card.show(curves, key="reasons_curves")
        bars = charts.incidence_at(answer.total, look, time=usual, unit=unit, overstated=naive)
        card.show(bars, key="reasons_at")
        card.show(charts.what_became(answer.total, look, unit=unit), key="reasons_became")
        card.show(charts.reasons_table(answer, look, time=usual, unit=unit), key="reasons_table")
    if view.by:
        _compared(view, answer, look, unit=unit, time=usual)


def _compared(view: View, answer: Leaving, look: Look, *, unit: str, time: float) -> None:
    """One reason, chosen by the analyst, between the groups of the head's comparison."""
    column = view.by or ""
    known = [curve.reason for curve in answer.total.found.curves]
    if st.session_state.get("reason_chosen") not in known:
        st.session_state.pop("reason_chosen", None)
    reason = st.selectbox(
        say("Reason to compare"),
        known,
        key="reason_chosen",
        bind="query-params",
        format_func=charts.reason_name,
        width=260,
    )
    cards, below = head.cards(), st.container()
    with cards:
        bars = charts.reason_by_group(
            answer, look, reason=reason, time=time, unit=unit, column=column
        )
        drill.show(bars, view, key="reasons_group", below=below)
        lines = charts.reason_curves(answer, look, reason=reason, unit=unit, column=column)
        card.show(lines, key="reasons_group_curves")
        card.show(charts.tests_table(answer, look, column=column), key="reasons_tests")


def _notes(table: ReasonTable, answer: Leaving) -> list[str]:
    notes = list(answer.notes)
    if table.rare:
        notes.append(
            say(
                "“{other}” stands for {n} rarer reasons: {names}.",
                other=charts.reason_name(OTHER),
                n=len(table.rare),
                names=", ".join(reason for reason, _ in table.rare[:5]),
            )
        )
    return notes


def _unknown() -> None:
    """Say what is missing, and where to give it."""
    with st.container(border=True):
        st.markdown(f"**{say('No reasons for leaving yet')}**")
        st.caption(
            say(
                "No column of this file is known to hold the reason why a customer left. If there "
                "is one, choose it as “reason” on the Data page."
            )
        )
        st.page_link("pages/data.py", label=say("Open the Data page"), icon=":material/database:")
