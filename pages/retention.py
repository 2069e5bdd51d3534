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
        warning = staying.immortal(view)
        if warning:
            st.warning(warning, icon=":material/hourglass_top:")
        kpi.row(staying.headline(stay), key="retention")
        usual = staying.usual(stay.total, unit)
        both = view.by is not None and usual is not None
        curves = charts.survival_curves(stay.answer, stay.look, unit=unit, column=view.by)
        cards, below = (head.cards() if both else st.container()), st.container()
        with cards:
            card.show(curves, key="curves", height=380)
            if view.by and usual:
                chart = charts.retention_at(
                    stay.answer, stay.look, time=usual.time, unit=unit, column=view.by
                )
                drill.show(chart, view, key="at_time", below=below)
        card.show(charts.summary_table(stay.answer, stay.look, unit=unit), key="summary")
