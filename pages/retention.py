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
        usual = staying.usual(stay.total, unit)
        left, right = st.columns([3, 2]) if view.by and usual else (st.container(), None)
        with left:
            curves = charts.survival_curves(stay.answer, stay.look, unit=unit, column=view.by)
            card.show(curves, key="curves", height=380)
        if right is not None and view.by and usual:
            with right:
                drill.show(
                    charts.retention_at(
                        stay.answer, stay.look, time=usual.time, unit=unit, column=view.by
                    ),
                    view,
                    key="at_time",
                )
        card.show(charts.summary_table(stay.answer, stay.look, unit=unit), key="summary")
