"""Page: NPS, CSAT and CES by segment and period; who differs from the rest."""

import streamlit as st

from cxlib.charts import scores as charts
from cxlib.locale.speak import say
from cxlib.metrics.nps import Nps
from cxlib.stats.groups import TOTAL
from cxlib.ui import card, coverage, drill, empty, head, kpi, scored, shell, show

shell.page(__file__)
head.title(say("Scores"), say("How satisfied are customers, who differs, and what changed?"))

if empty.need("survey"):
    view = head.head("survey", period=True)
    with show.errors():
        dated = view.dataset.mapping.column("answered") is not None
        with st.container(horizontal=True, vertical_alignment="bottom"):
            metric = scored.choose_metric(view.dataset)
        found = scored.read(view, metric, by=view.by, dated=dated)
        is_nps = isinstance(found.total.result, Nps)
        coverage.line(found.cube.coverage, key="scores")
        kpi.row(scored.headline(found), key="scores")
        if not is_nps:
            scored.box_control(metric, found.cube)
        cards = head.cards()
        with cards.cell():
            if view.by:
                drill.show(
                    charts.score_by_group(found.scored, view.by, found.look),
                    view,
                    key="by_group",
                    score=metric,
                )
            else:
                card.show(charts.answers(found.cube.counts[TOTAL], found.look), key="answers")
        with cards.cell():
            if dated and found.cube.last_day:
                drill.show(
                    charts.score_over_time(
                        found.scored,
                        found.look,
                        period=view.period,
                        last_day=found.cube.last_day,
                    ),
                    view,
                    key="over_time",
                    score=metric,
                )
            else:
                head.undated(view)
        with cards.cell():
            if is_nps:
                card.show(charts.nps_shares(found.scored, found.look, column=view.by), key="shares")
            elif view.by:
                card.show(charts.answers(found.cube.counts[TOTAL], found.look), key="answers")
        with cards.cell():
            if dated and view.by and found.cube.last_day:
                card.show(
                    charts.score_over_time(
                        found.scored,
                        found.look,
                        period=view.period,
                        last_day=found.cube.last_day,
                        column=view.by,
                    ),
                    key="over_time_by",
                )
