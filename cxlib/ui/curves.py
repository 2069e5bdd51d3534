"""Survival curves on screen: the picture, times, tests and two groups side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from cxlib.charts import chosen_times, differences
from cxlib.charts import retention as charts
from cxlib.charts.chart import Chart
from cxlib.charts.rate_of_leaving import cumulative_hazards, rates_of_leaving
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.contrast import contrast
from cxlib.models.hazard import nelson_aalen, smooth_hazard
from cxlib.stats.groups import Group
from cxlib.stats.lives import Lives
from cxlib.ui import card, coverage, drill, head, kpi, staying
from cxlib.ui.head import View
from cxlib.ui.stay_controls import GONE, HAZARD, RATE, Wanted, controls
from cxlib.ui.staying import Stay
from cxlib.ui.words import plain

HEIGHT = 380
V = TypeVar("V")


def tab(view: View) -> None:
    """Draw everything about survival curves below the page's head."""
    wanted = controls(view)
    stay = staying.read(
        view,
        wanted.unit,
        wanted.observed,
        records_from=wanted.records_from,
        times=wanted.times,
        tau=wanted.tau,
        weights=wanted.weights,
    )
    coverage.line(stay.table.coverage, key="retention")
    _remarks(view)
    kpi.row(staying.headline(stay), key="retention")
    picture = _picture(stay, view, wanted)
    cards, below = head.cards(), st.container()
    with cards:
        card.show(picture, key="curves", height=HEIGHT)
        times = chosen_times.at_chosen_times(stay.answer, stay.look, unit=stay.unit, column=view.by)
        card.show(times, key="stay_times")
        usual = staying.usual(stay.total, wanted.unit)
        if view.by and usual:
            chart = chosen_times.retention_at(
                stay.answer, stay.look, time=usual.time, unit=stay.unit, column=view.by
            )
            drill.show(chart, view, key="at_time", below=below)
        _pairs(stay, view)
    _two_groups(stay, view)
    summary = charts.summary_table(stay.answer, stay.look, unit=stay.unit)
    card.show(summary, key="summary")


def _remarks(view: View) -> None:
    warning = staying.immortal(view)
    if warning:
        st.warning(warning, icon=":material/hourglass_top:")
    several = staying.repeated(view)
    if several:
        with st.container(horizontal=True, vertical_alignment="center", key="stay_several"):
            st.caption(f":material/info: {several}", width="content")
            st.page_link("pages/data.py", label=say("Open the Data page"))


def _picture(stay: Stay, view: View, wanted: Wanted) -> Chart:
    if wanted.picture == HAZARD:
        hazards = _each(stay, view, lambda one: nelson_aalen(one, level=view.level))
        return cumulative_hazards(hazards, stay.look, unit=stay.unit, column=view.by)
    if wanted.picture == RATE:
        rates = _each(
            stay,
            view,
            lambda one: smooth_hazard(one, bandwidth=wanted.bandwidth, level=view.level),
        )
        return rates_of_leaving(rates, stay.look, unit=stay.unit, column=view.by)
    return charts.survival_curves(
        stay.answer, stay.look, unit=stay.unit, column=view.by, gone=wanted.picture == GONE
    )


def _each(stay: Stay, view: View, estimate: Callable[[Lives], V]) -> dict[Group, V]:
    """An estimate for each group in view; a group too small for it is named and left out.

    Raises:
        NotEnoughData: all groups are too small.
    """
    found: dict[Group, V] = {}
    refused: list[tuple[Group, NotEnoughData]] = []
    for group, lives in stay.lives.items():
        if group.column == view.by:
            try:
                found[group] = estimate(lives)
            except NotEnoughData as problem:
                refused.append((group, problem))
    if refused and not found:
        raise refused[0][1]
    for group, reason in refused:
        st.caption(f":material/info: {plain(group.label)}: {plain(reason)}")
    return found


def _pairs(stay: Stay, view: View) -> None:
    tests = [one for one in stay.answer.tests if one.column == view.by and one.pairs]
    for test in tests:
        card.show(differences.pairs_table(test, stay.look), key="stay_pairs")


def _two_groups(stay: Stay, view: View) -> None:
    """Let the analyst choose two groups, and compare them in detail."""
    groups = {one.group.label: one for one in stay.answer.groups if one.group.column == view.by}
    if view.by is None or len(groups) < 2:
        return
    ranked = sorted(groups, key=lambda name: -groups[name].curve.n)
    with st.container(horizontal=True, vertical_alignment="bottom", key="stay_two"):
        one = _choice(say("Group"), ranked, "stay_one")
        other = _choice(
            say("compared with"), [name for name in ranked if name != one], "stay_other"
        )
    found = contrast(groups[one], groups[other])
    card.show(differences.contrast_table(found, stay.look, unit=stay.unit), key="stay_contrast")


def _choice(label: str, names: Sequence[str], key: str) -> str:
    if st.session_state.get(key) not in names:
        st.session_state.pop(key, None)
    return str(st.selectbox(label, names, key=key, bind="query-params", width=240))
