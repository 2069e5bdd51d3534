"""Page: how long customers stay, by segment, with customers still there counted fairly."""

import streamlit as st

from cxlib.charts import retention as charts
from cxlib.locale.speak import say
from cxlib.ui import card, coverage, drill, empty, head, kpi, shell, show, staying

shell.page(__file__)
head.title(say("Retention"), say("How long do customers stay, and who stays longer?"))

if empty.need("subscriptions"):
    view = head.head("subscriptions")
    with show.errors():
        unit, observed = staying.controls(view)
        stay = staying.read(view, unit, observed)
        coverage.line(stay.table.coverage, key="retention")
        kpi.row(staying.headline(stay), key="retention")
        card.show(
            charts.survival_curves(stay.answer, stay.look, unit=unit, column=view.by),
            key="curves",
            height=420,
        )
        left, right = st.columns(2)
        usual = staying.usual(stay.total, unit)
        if view.by and usual:
            with left:
                drill.show(
                    charts.retention_at(
                        stay.answer, stay.look, time=usual.time, unit=unit, column=view.by
                    ),
                    view,
                    key="at_time",
                )
        with right if view.by and usual else st.container():
            card.show(charts.summary_table(stay.answer, stay.look, unit=unit), key="summary")
