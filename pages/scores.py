"""Page: NPS, CSAT and CES by segment and period; who differs from the rest."""

import streamlit as st

from cxlib.charts import scores as charts
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.stats.groups import TOTAL
from cxlib.ui import card, coverage, drill, empty, head, kpi, load, scored, shell, show
from cxlib.ui.words import plain

shell.page(__file__)
head.title(say("Scores"), say("How satisfied are customers, who differs, and what changed?"))

if empty.need("survey"):
    view = head.head("survey", period=True)
    with show.errors():
        dated = view.dataset.mapping.column("answered") is not None
        with st.container(horizontal=True, vertical_alignment="bottom"):
            metric = scored.choose_metric(view.dataset)
            scored.box_control(view, metric)
            how = scored.how_control(view, metric)
        found = scored.read(view, metric, by=view.by, dated=dated, how=how)
        is_nps = isinstance(found.total.result, Nps)
        counted = scored.look_of_answers(found, view.words())
        trend = dated and found.cube.last_day is not None
        doubt = load.doubt(view.dataset, metric)
        if doubt:
            st.warning(plain(doubt), icon=":material/help:")
        coverage.line(found.cube.coverage, key="scores")
        scored.repeats_line(found)
        kpi.row(scored.headline(found), key="scores")
        cards, below = head.cards(), st.container()
        with cards:
            if view.by:
                chart = charts.score_by_group(found.scored, view.by, found.look)
                drill.show(chart, view, key="by_group", below=below, score=metric)
            if trend:
                chart = scored.over_time(found, view.period)
                drill.show(chart, view, key="over_time", below=below, score=metric)
            else:
                head.undated(view)
            if is_nps:
                card.show(charts.nps_shares(found.scored, counted, column=view.by), key="shares")
            if view.by and trend:
                card.show(scored.over_time(found, view.period, by=view.by), key="over_time_by")
            if not is_nps or not view.by:
                card.show(charts.answers(found.cube.counts[TOTAL], counted), key="answers")
