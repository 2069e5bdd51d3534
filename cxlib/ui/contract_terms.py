"""The terms of contracts, as the analyst chooses them: one row, the less used ones in a popover."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from cxlib.charts.contract_words import method_name
from cxlib.charts.retention import unit_name
from cxlib.charts.words import level_text, number
from cxlib.columns.numbers import MONEY
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.expansion import Expansion, expansion_of
from cxlib.metrics.revenue import LAST, finished, pooled
from cxlib.models.contract_terms import Terms
from cxlib.models.stay_curve import METHODS, Method
from cxlib.tables.contracts import UNITS
from cxlib.tables.selection import Selection
from cxlib.ui import load, stay_controls
from cxlib.ui.head import View
from cxlib.ui.rates import book_of
from cxlib.ui.stay_controls import cut_off_now, records_from_now
from cxlib.workspace.store import Dataset

YEAR = 365.25
LENGTHS = ("month", "week", "year")
FAREST = 240
MOST_GROWTH = 1000.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the contracts in view.

    Attributes:
        terms: what is paid, how long, and how it is discounted.
        model: how to tell how long customers stay.
        unit: name of the period.
        days: the cut-off day, and the day on which the records begin; None each where not chosen.
    """

    terms: Terms
    model: Method
    unit: str
    days: tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Fees:
    """What the file tells of fees: by how much they grow in a year, and what is paid a month."""

    growth: Expansion
    monthly: float


def controls(view: View) -> Asked:
    """Draw the controls for the terms."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="contract_terms"):
        chosen = st.segmented_control(
            say("Period"),
            LENGTHS,
            default="month",
            required=True,
            key="contract_unit",
            bind="query-params",
            format_func=unit_name,
        )
        unit = str(chosen or "month")
        horizon = st.number_input(
            say("Horizon ({unit})", unit=unit_name(unit)),
            1,
            FAREST,
            24,
            key="contract_horizon",
            bind="query-params",
            width=130,
            help=say("How many payments count, one a period."),
        )
        margin = st.number_input(
            say("Margin a period"),
            0.01,
            1e9,
            10.0,
            1.0,
            key="contract_margin",
            bind="query-params",
            width=130,
            help=say("What a customer earns you in each period, in your currency."),
        )
        discount = _discount()
        model = st.selectbox(
            say("Survival"),
            METHODS,
            key="contract_model",
            bind="query-params",
            format_func=method_name,
            width=150,
            help=say(
                "Kaplan-Meier needs no model and ends with the data; the others project beyond. "
                "The tab on models says which to believe."
            ),
        )
        with st.popover(say("More"), icon=":material/tune:"):
            arrears, growth = _payments(view)
            stay_controls.days(view)
    terms = Terms(
        horizon=int(horizon),
        margin=float(margin),
        discount=discount,
        units_a_year=YEAR / UNITS[unit],
        growth=growth,
        arrears=arrears,
    )
    return Asked(terms, model, unit, (cut_off_now(view), records_from_now(view)))


def _discount() -> float:
    chosen = st.number_input(
        say("Discount (% a year)"),
        0.0,
        100.0,
        10.0,
        1.0,
        format="%.4g",
        key="contract_discount",
        bind="query-params",
        width=140,
    )
    return float(chosen) / 100


def _payments(view: View) -> tuple[bool, float]:
    """When a period is paid, and by how much the margin grows a year, with what the file says."""
    names = {"advance": say("In advance"), "arrears": say("In arrears")}
    when = st.segmented_control(
        say("Payments"),
        list(names),
        default="advance",
        required=True,
        key="contract_when",
        bind="query-params",
        format_func=names.__getitem__,
        help=say("In arrears, a period is paid at its end, by those still there then."),
    )
    growth = st.number_input(
        say("Growth of the margin (% a year)"),
        -99.0,
        MOST_GROWTH,
        0.0,
        1.0,
        format="%.4g",
        key="contract_growth",
        bind="query-params",
        width=210,
        help=say("By how much the margin of a customer who stays rises or falls in a year."),
    )
    found = _fees(view.dataset, view.selection, cut_off_now(view), view.level)
    if found is not None:
        _suggest(found, view.level)
    return when == "arrears", float(growth) / 100


def _suggest(found: Fees, level: float) -> None:
    """Say what the fees in the file did, and offer it."""
    one = found.growth
    limits = ""
    if one.low is not None and one.high is not None:
        both = say("{low} to {high}", low=number(one.low, ".1%"), high=number(one.high, ".1%"))
        limits = f" ({level_text(level)}: {both})"
    st.caption(
        say(
            "Measured: fees of customers who stayed grew by {growth} a year{limits}, reckoned from "
            "the last {months} full months. They paid {fee} a month on average.",
            growth=number(one.value, "+.1%"),
            limits=limits,
            months=LAST,
            fee=number(found.monthly, ",.2f"),
        )
    )
    percent = min(MOST_GROWTH, round(100 * one.value, 1))
    st.button(
        say("Use this growth"),
        key="contract_use_growth",
        icon=":material/trending_up:",
        on_click=st.session_state.__setitem__,
        args=("contract_growth", percent),
    )


@load.kept(20)
def _fees(
    dataset: Dataset, selection: Selection, observed: date | None, level: float
) -> Fees | None:
    """What the file tells of fees; None where it tells none."""
    mapping = dataset.mapping
    if not all(mapping.column(role) for role in ("started", "ended", "fee")):
        return None
    try:
        book = book_of(dataset, selection, None, "month", observed)
    except NotEnoughData:
        return None
    whole = pooled(finished(book, last=LAST))
    growth = expansion_of(whole, level=level)
    if whole is None or whole.money is None or growth is None:
        return None
    return Fees(growth.yearly("month"), whole.money.start / MONEY / whole.start)
