"""The overview: headline numbers of every dataset, and what differs for certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from cxlib.charts import retention as retention_charts
from cxlib.charts import scores as score_charts
from cxlib.charts import spending
from cxlib.charts.chart import Chart
from cxlib.charts.scores import axis_of, differing, value_of
from cxlib.charts.words import number
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.ui import (
    card,
    empty,
    head,
    kpi,
    load,
    scored,
    session,
    show,
    staying,
    trending,
    value_terms,
    valued,
)
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain

COLUMNS_SEARCHED = 6
MOST_FINDINGS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """What one dataset adds to the page: headline numbers and charts with their keys."""

    kpis: list[Kpi]
    charts: list[tuple[str, Chart]]


def page() -> None:
    """Draw the page from whatever kinds of data there are."""
    view = head.head("survey", period=True) if session.datasets("survey") else None
    makers: list[Callable[[], Part]] = []
    if view is not None:
        makers.append(partial(_scores, view))
    if session.datasets("subscriptions"):
        makers.append(lambda: _retention(head.quiet("subscriptions")))
    if session.datasets("transactions"):
        makers.append(lambda: _value(head.quiet("transactions")))
    top, middle = st.container(), st.container()
    parts = [part for make in makers if (part := _tried(make)) is not None]
    with top:
        kpis = [one for part in parts for one in part.kpis]
        if kpis:
            kpi.row(kpis, key="overview")
        if view is not None:
            _findings(view)
            if view.dataset.mapping.column("answered") is not None:
                with show.errors():
                    trending.newest(view)
    with middle:
        _grid([one for part in parts for one in part.charts])
    empty.missing()


def _tried(make: Callable[[], Part]) -> Part | None:
    """A part of the page; where its data do not allow one, the sentence why."""
    try:
        return make()
    except CxError as problem:
        st.caption(f":material/info: {plain(problem)}")
        return None


def _grid(charts: Sequence[tuple[str, Chart]]) -> None:
    """Cards two abreast, each row of equal height."""
    with head.cards():
        for key, chart in charts:
            card.show(chart, key=key)


def _scores(view: View) -> Part:
    dated = view.dataset.mapping.column("answered") is not None
    found = [
        scored.read(view, metric, by=view.by, dated=dated)
        for metric in scored.metrics(view.dataset)
        if metric in scored.NAMES
    ]
    answered = [one for one in found if one.scored]
    charts = []
    for one in answered[:1]:
        if dated and one.cube.last_day:
            chart = score_charts.score_over_time(
                one.scored, one.look, period=view.period, last_day=one.cube.last_day
            )
            charts.append(("over_time", chart))
        if view.by:
            charts.append(("by_group", score_charts.score_by_group(one.scored, view.by, one.look)))
    return Part([scored.headline(one)[0] for one in answered], charts)


def _retention(view: View) -> Part:
    stay = staying.read(view, "month", None)
    chart = retention_charts.survival_curves(stay.answer, stay.look, unit="month", column=view.by)
    return Part(staying.headline(stay)[1:2], [("curves", chart)])


def _value(view: View) -> Part:
    found = valued.read(view, value_terms.usual_terms())
    shares = spending.value_shares(found.value, found.look, unit=found.terms.unit)
    return Part(valued.headline(found)[-1:], [("value_shares", shares)] if shares else [])


def _findings(view: View) -> None:
    """What differs for certain, over the first segment columns; from tests only."""
    metric, name = next(iter(scored.metrics(view.dataset).items()))
    sentences = _proven(view, metric)
    with st.container(border=True, key="findings", gap="small"):
        st.markdown(f"**{plain(say('What stands out in {name}', name=name))}**")
        if not sentences:
            st.caption(say("No segment differs from the rest for certain."))
        if sentences:
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))
        st.caption(
            say(
                "Each group against all others in its column, for the first {n} segment columns; "
                "Benjamini and Hochberg at 10% within a column.",
                n=COLUMNS_SEARCHED,
            )
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
