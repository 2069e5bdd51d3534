"""The overview: headline numbers of every dataset, and what differs for certain."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxlib.charts import retention as retention_charts
from cxlib.charts import scores as score_charts
from cxlib.charts.scores import axis_of, differing, value_of
from cxlib.charts.words import number
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import card, empty, head, kpi, load, scored, session, staying
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain

COLUMNS_SEARCHED = 6
MOST_FINDINGS = 5


def page() -> None:
    """Draw the page from whatever kinds of data there are."""
    view = head.head("survey", period=True) if session.datasets("survey") else None
    contracts = head.quiet("subscriptions") if session.datasets("subscriptions") else None
    sections: list[tuple[str, str, list[Kpi]]] = []
    if view is not None:
        sections += [("scores", "pages/scores.py", _score_kpis(view))]
    if contracts is not None:
        sections += [("retention", "pages/retention.py", _retention_kpis(contracts))]
    kpis = [one for _, _, found in sections for one in found]
    if kpis:
        kpi.row(kpis, key="overview")
    _charts(view, contracts)
    empty.missing()


def _score_kpis(view: View) -> list[Kpi]:
    dated = view.dataset.mapping.column("answered") is not None
    kpis = []
    for metric in scored.metrics(view.dataset):
        if metric in scored.NAMES:
            try:
                found = scored.read(view, metric, by=view.by, dated=dated)
                kpis.append(scored.headline(found)[0])
            except CxError as problem:
                st.caption(f"{scored.NAMES[metric]}: {plain(problem)}")
    return kpis


def _retention_kpis(view: View) -> list[Kpi]:
    try:
        stay = staying.read(view, "month", None)
    except CxError as problem:
        st.caption(f"{say('Retention')}: {plain(problem)}")
        return []
    return staying.headline(stay)[1:2]


def _charts(view: View | None, contracts: View | None) -> None:
    left, right = st.columns(2)
    if view is not None:
        metric = next(iter(scored.metrics(view.dataset)))
        dated = view.dataset.mapping.column("answered") is not None
        found = scored.read(view, metric, by=view.by, dated=dated)
        with left:
            if dated and found.cube.last_day:
                chart = score_charts.score_over_time(
                    found.scored, found.look, period=view.period, last_day=found.cube.last_day
                )
                card.show(chart, key="over_time")
            else:
                head.undated(view)
        with right:
            if view.by:
                chart = score_charts.score_by_group(found.scored, view.by, found.look)
                card.show(chart, key="by_group")
    left, right = st.columns(2)
    if contracts is not None:
        with left:
            stay = staying.read(contracts, "month", None)
            chart = retention_charts.survival_curves(
                stay.answer, stay.look, unit="month", column=contracts.by
            )
            card.show(chart, key="curves")
    if view is not None:
        with right:
            _findings(view, metric, found.look.name)


def _findings(view: View, metric: str, name: str) -> None:
    """What differs for certain, over the first segment columns; from tests only."""
    sentences = _proven(view, metric)
    with st.container(border=True, key="findings", height="stretch"):
        st.markdown(f"**{plain(say('What stands out in {name}', name=name))}**")
        if not sentences:
            st.caption(say("No segment differs from the rest for certain."))
        for sentence in sentences:
            st.markdown(f"- {plain(sentence)}")
        st.caption(
            say(
                "Each group against all others in its column, for the first {n} segment columns; "
                "Benjamini and Hochberg at 10 % within a column.",
                n=COLUMNS_SEARCHED,
            )
        )
        st.space("stretch")
        st.page_link(
            "pages/scores.py",
            label=say("Open Scores"),
            icon=":material/sentiment_satisfied:",
        )


def _proven(view: View, metric: str) -> Sequence[str]:
    found = []
    for segment in load.segments(view.dataset)[:COLUMNS_SEARCHED]:
        answer = scored.read(view, metric, by=segment.column, dated=False)
        total = value_of(answer.total.result).y or 0.0
        proven = differing(answer.scored, segment.column)
        found += [(one.p_adjusted or 0.0, segment.column, one, total) for one in proven]
    found.sort(key=lambda row: row[0])
    return [_sentence(column, one, total) for _, column, one, total in found[:MOST_FINDINGS]]


def _sentence(column: str, one: score_charts.AnyScored, total: float) -> str:
    point = value_of(one.result)
    form = axis_of(one.result, "").form
    values = {
        "column": column,
        "group": one.group.label,
        "value": number(point.y, form),
        "low": number(point.low, form),
        "high": number(point.high, form),
        "total": number(total, form),
    }
    if (point.y or 0.0) >= total:
        return say(
            "{column} {group}: {value} ({low} to {high}), above the {total} overall", **values
        )
    return say("{column} {group}: {value} ({low} to {high}), below the {total} overall", **values)
