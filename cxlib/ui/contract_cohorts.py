"""Contract values in view by when customers started, and what those still there will pay."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.contract_cohorts import equity_by_cohort, value_by_cohort
from cxlib.charts.contract_words import method_name
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.contract import value_of
from cxlib.models.contract_equity import Equity, equity
from cxlib.models.contract_groups import shared_terms
from cxlib.models.stay_curve import StayCurve
from cxlib.stats.groups import TOTAL, Group
from cxlib.stats.lives import Lives
from cxlib.ui import card, contracted, kpi
from cxlib.ui.contracted import Contracted
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain


def draw(view: View, found: Contracted) -> None:
    """Value by when customers started, and what those still there will pay."""
    asked, look, unit = found.asked, found.look, found.asked.unit
    lives = contracted.cohorts_of(view, asked)
    with st.spinner(say("Fitting the models")):
        curves, refused = contracted.cohort_curves(view, asked)
    # By Kaplan-Meier young cohorts would be valued by what nobody has seen of them yet.
    shared = shared_terms(curves.values(), asked.terms, share=0.5) if curves else None
    if shared is not None:
        reach = {name: shared_terms((one,), shared) for name, one in curves.items()}
        values = {
            name: value_of(one, shared) for name, one in curves.items() if reach[name] == shared
        }
        chart = value_by_cohort(values, shared, look, unit=unit, young=len(curves) - len(values))
        notes = [f"{name}: {reason}" for name, reason in refused.items()]
        if len(values) > 1:
            chart = replace(chart, notes=(*chart.notes, *notes[:3]))
            card.show(chart, key="contract_cohorts")
    _equity(view, found, lives)


def _equity(view: View, found: Contracted, lives: dict[str, Lives]) -> None:
    asked = found.asked
    try:
        curve = model_of(view, found)
    except NotEnoughData as reason:
        st.info(
            say(
                "What customers still there will pay needs a model of how they leave. {reason}",
                reason=plain(str(reason)),
            ),
            icon=":material/info:",
        )
        return
    named = {Group("cohort", name): one for name, one in lives.items()}
    everyone = contracted.total_lives(view, asked)
    worth = equity(curve, {TOTAL: everyone, **named}, asked.terms)
    whole = worth.pop(TOTAL)
    kpi.row(_there(whole, curve, found), key="contract_equity")
    if len(worth) > 1:
        by_name = {group.value or "": one for group, one in worth.items()}
        chart = equity_by_cohort(by_name, curve.method, asked.terms, found.look)
        card.show(chart, key="contract_equity")


def _there(whole: Equity, curve: StayCurve, found: Contracted) -> list[Kpi]:
    """What the customers still there will pay, together and each."""
    level = found.look.level
    low, high = (
        None if one is None or not whole.there else one / whole.there
        for one in (whole.low, whole.high)
    )
    about = say(
        "The next {n} payments, by {model} for customers who have stayed as long as each of them.",
        n=number(found.asked.terms.horizon, ",d"),
        model=method_name(curve.method),
    )
    total = Point(whole.total, whole.low, whole.high, whole.there)
    return [
        Kpi(say("Customers still there"), Point(whole.there), ",.0f"),
        Kpi(say("Value to come"), total, ",.0f", level, about=about),
        Kpi(say("Value to come, each"), Point(whole.each, low, high, whole.there), ",.2f", level),
    ]


def model_of(view: View, found: Contracted) -> StayCurve:
    """The chosen model's curve; the recommended one's where Kaplan-Meier is chosen."""
    if found.curve.fit is not None:
        return found.curve
    asked = found.asked
    with st.spinner(say("Fitting the models")):
        models = contracted.models_of(
            view.dataset, view.selection, asked.days, unit=asked.unit, level=view.level
        )
    return models.best
