"""What a regression on leaving predicts, on screen: the stay of a customer, and who leaves next."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import hazard_curves
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.export.csv_text import to_csv
from cxlib.locale.speak import say
from cxlib.models.cox import CoxFit
from cxlib.models.cox_survival import PredictedSurvival, predict_survival, risk_list
from cxlib.stats.lives_there import CustomersThere
from cxlib.ui import card
from cxlib.ui.words import plain

CURVE_POINTS = 60
SHOWN_RISKS = 20
MOST_CURVES = 5
AHEAD = {"day": 30.0, "week": 13.0, "month": 3.0}


def profile(fit: CoxFit, look: Look, *, unit: str) -> None:
    """Predicted stay of a customer that the analyst describes, by the values of one column."""
    parts = {part.column: part for part in fit.design.parts}
    covariates = {one.column: one for one in fit.design.covariates}
    st.markdown(f"**{say('Predicted stay of a customer')}**")
    chosen: dict[str, str | float] = {}
    with st.container(horizontal=True, vertical_alignment="bottom", key="hazards_profile"):
        by = st.selectbox(say("Compare by"), list(parts), key="hazards_by", width=200)
        for place, (column, part) in enumerate(parts.items()):
            values, key = covariates[column].values, f"hazards_value_{place}_{column}"
            if column == by:
                continue
            if values is None:
                middle = part.quartiles[1]
                chosen[column] = st.number_input(plain(column), value=middle, key=key, width=150)
            else:
                at = values.index(part.baseline or "")
                chosen[column] = st.selectbox(plain(column), values, index=at, key=key, width=170)
    values = covariates[by].values
    quartiles = tuple(dict.fromkeys(parts[by].quartiles))
    compared: tuple[str | float, ...] = quartiles if values is None else values[:MOST_CURVES]
    longest = float(fit.sets.times[-1])
    times = [longest * i / CURVE_POINTS for i in range(CURVE_POINTS + 1)]
    curves: dict[str, PredictedSurvival] = {}
    for one in compared:
        name = one if isinstance(one, str) else number(one, ",.4g")
        curves[f"{by}: {name}"] = predict_survival(fit, {**chosen, by: one}, times=times)
    usual = ", ".join(f"{column}: {value}" for column, value in chosen.items())
    chart = hazard_curves.predicted_curves(curves, fit, look, unit=unit, usual=usual)
    card.show(chart, key="hazards_predicted")


def risks(fit: CoxFit, there: CustomersThere, look: Look, *, unit: str) -> None:
    """Customers still there by their risk of leaving soon, to look at and to download."""
    st.markdown(f"**{say('Who may leave next')}**")
    horizon = st.number_input(
        say("Time ahead ({unit})", unit=unit_name(unit)),
        0.25,
        120.0,
        AHEAD[unit],
        key=f"hazards_horizon_{unit}",
        width=160,
    )
    found = risk_list(fit, there, horizon=float(horizon))
    card.show(
        hazard_curves.risk_table(found, look, unit=unit, most=SHOWN_RISKS), key="hazards_risks"
    )
    if there.more:
        st.caption(say("The first {n} customers were read.", n=number(len(there.customers), ",d")))
    st.download_button(
        say("Download {n} customers by risk (CSV)", n=number(len(found.customers), ",d")),
        data=lambda: to_csv(hazard_curves.risk_table(found, look, unit=unit), bom=True),
        file_name="customers-by-risk.csv",
        mime="text/csv",
        on_click="ignore",
        key="hazards_download",
        icon=":material/download:",
    )
