"""Lifetime value from contracts: terms, and the value of every group."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.contract import ContractValue, Model, Terms, contract_value
from cxlib.stats.asked import LifeTable
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.contracts import UNITS
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.staying import lives_of

YEAR = 365.25
MODELS: tuple[Model, ...] = ("km", "sbg", "bdw")


@dataclass(frozen=True, slots=True)
class Contracted:
    """Values by group under the terms."""

    values: dict[Group, ContractValue]
    table: LifeTable
    terms: Terms
    unit: str
    look: Look

    @property
    def total(self) -> ContractValue:
        """The value for all customers."""
        return self.values[TOTAL]


def terms() -> tuple[Terms, Model, str]:
    """Controls for the terms, in one row."""
    names = {"km": "Kaplan-Meier", "sbg": "sBG", "bdw": "BdW"}
    with st.container(horizontal=True, vertical_alignment="bottom", key="contract_terms"):
        unit = st.segmented_control(
            say("Period"),
            ["month", "week", "year"],
            default="month",
            required=True,
            key="contract_unit",
            bind="query-params",
            format_func=unit_name,
        )
        unit = unit or "month"
        horizon = st.number_input(
            say("Horizon ({unit})", unit=unit_name(unit)),
            1,
            240,
            24,
            key="contract_horizon",
            bind="query-params",
            width=140,
        )
        margin = st.number_input(
            say("Margin a period"),
            0.01,
            1e9,
            10.0,
            1.0,
            key="contract_margin",
            bind="query-params",
            width=140,
            help=say("What a customer earns you in each period, in your currency."),
        )
        discount = st.number_input(
            say("Discount (% a year)"),
            0.0,
            100.0,
            10.0,
            1.0,
            key="contract_discount",
            bind="query-params",
            width=150,
        )
        model = st.selectbox(
            say("Survival"),
            MODELS,
            key="contract_model",
            bind="query-params",
            format_func=names.__getitem__,
            width=150,
        )
    chosen = Terms(
        horizon=int(horizon),
        margin=float(margin),
        discount=discount / 100,
        units_a_year=YEAR / UNITS[unit],
    )
    return chosen, model, unit


def read(view: View, chosen: Terms, model: Model, unit: str) -> Contracted:
    """Value a customer of every group; a group too small for the model is left out."""
    table = lives_of(view.dataset, view.selection, view.by, None, None)
    lives = table.in_units(UNITS[unit])
    values = {TOTAL: contract_value(lives[TOTAL], chosen, model=model, level=view.level)}
    for group, one in lives.items():
        if group != TOTAL:
            try:
                values[group] = contract_value(one, chosen, model=model, level=view.level)
            except NotEnoughData as reason:
                st.caption(f"{group.label}: {reason}")
    look = Look(say("Contract value"), view.dataset.name, view.words(), view.level)
    return Contracted(values, table, chosen, unit, look)


def headline(found: Contracted) -> list[Kpi]:
    """Value per customer and the payments expected."""
    total, terms_now = found.total, found.terms
    units = unit_name(found.unit)
    last = total.survival[terms_now.horizon]
    return [
        Kpi(say("Customers"), Point(total.n), ",.0f"),
        Kpi(
            say("Value per new customer"),
            Point(total.value, total.low, total.high, total.n),
            ",.2f",
            found.look.level,
            about=say(
                "Discounted margin of {n} payments in advance, each weighed by the share of "
                "customers still there.",
                n=number(terms_now.horizon, ",d"),
            ),
        ),
        Kpi(
            say(
                "Still there after {time} {unit}",
                time=number(terms_now.horizon, ",d"),
                unit=units,
            ),
            Point(last, n=total.n),
            ".1%",
        ),
    ]
