"""Two saved segments side by side: their scores and how long they stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cxlib.charts import retention as retention_charts
from cxlib.charts import scores as score_charts
from cxlib.charts.chart import Chart
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.tables.filters import Condition
from cxlib.tables.linked import segment_name
from cxlib.tables.selection import Selection
from cxlib.ui import card, head, scored, session, staying
from cxlib.ui.head import View
from cxlib.ui.scored import ScoreView
from cxlib.ui.words import plain
from cxlib.workspace.segments import SavedSegment
from cxlib.workspace.store import Dataset

KINDS = ("survey", "subscriptions")


def panel(segments: Sequence[SavedSegment]) -> None:
    """Let the analyst choose two segments, and show where they differ."""
    if len(segments) < 2:
        return
    names = [one.name for one in segments]
    st.subheader(say("Compare two segments"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one = str(st.selectbox(say("Segment"), names, key="one", bind="query-params", width=240))
        rest = [name for name in names if name != one]
        if st.session_state.get("other") not in rest:
            st.session_state.pop("other", None)
        other = str(
            st.selectbox(say("compared with"), rest, key="other", bind="query-params", width=240)
        )
    st.caption(say("Rows that are in both segments are left out."))
    column = segment_name(one, other)
    cards = head.cards()
    for dataset in session.datasets():
        if dataset.kind not in KINDS or not _knows(dataset, {one, other}):
            continue
        view = View(
            dataset, Selection((Condition(column, (one, other)),)), column, "month", head.level()
        )
        with cards:
            _charts(view)


def _knows(dataset: Dataset, names: set[str]) -> bool:
    return names <= {one.name for one in session.around().segments_of(dataset)}


def _charts(view: View) -> None:
    try:
        if view.dataset.kind == "survey":
            for metric in scored.metrics(view.dataset):
                if metric in scored.NAMES:
                    found = scored.read(view, metric, by=view.by, dated=False)
                    chart = _side_by_side(found)
                    card.show(chart, key=f"compare_{view.dataset.id}_{metric}")
        else:
            stay = staying.read(view, "month", None)
            chart = retention_charts.survival_curves(
                stay.answer, stay.look, unit="month", column=view.by
            )
            card.show(chart, key=f"compare_{view.dataset.id}")
    except CxError as problem:
        st.caption(f":material/info: {plain(view.dataset.name)}: {plain(problem)}")


def _side_by_side(found: ScoreView) -> Chart:
    """The score of both segments, under the name of what they are: segments."""
    column = say("segment")
    groups = tuple(
        replace(one, group=replace(one.group, column=column if one.group.column else None))
        for one in found.scored
    )
    return score_charts.score_by_group(groups, column, replace(found.look, selection=""))
