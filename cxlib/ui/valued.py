"""Lifetime value from orders: terms, models, values with their interval in the background."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import streamlit as st

from cxlib.charts import spending
from cxlib.charts.chart import Chart, Point
from cxlib.charts.retention import unit_name
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.models.bootstrap import Draws, ValueInterval, value_interval
from cxlib.models.customer_value import ValueEstimate, customer_value
from cxlib.models.holdout import Holdout, holdout_check
from cxlib.stats.asked import PurchaseBook
from cxlib.tables.contracts import UNITS
from cxlib.ui import jobs, load
from cxlib.ui.head import View
from cxlib.ui.jobs import Progress
from cxlib.ui.kpi import Kpi

HORIZON = {"week": 52, "month": 12}
MODELS = ("bg-nbd", "mbg-nbd", "pareto-nbd", "best")
CALIBRATION = 0.67


@dataclass(frozen=True, slots=True)
class Terms:
    """What the analyst assumes: model, unit, horizon, yearly discount, margin.

    `calibration` is the day up to which the model sees orders when it is checked against the
    later ones; None where the history is too short for that.
    """

    model: str
    unit: str
    horizon: int
    discount: float
    margin: float
    calibration: date | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Valued:
    """Values of the customers in view; limits are None while they are computed."""

    book: PurchaseBook
    value: ValueEstimate
    limits: ValueInterval | None
    look: Look
    terms: Terms
    spend_reason: str


def usual_terms() -> Terms:
    """The terms that the controls begin with."""
    return Terms("bg-nbd", "week", HORIZON["week"], 0.1, 1.0)


def terms() -> Terms:
    """Controls for the terms, in one row."""
    names = {
        "bg-nbd": "BG/NBD",
        "mbg-nbd": "MBG/NBD",
        "pareto-nbd": "Pareto/NBD",
        "best": say("Best of these"),
    }
    with st.container(horizontal=True, vertical_alignment="bottom", key="value_terms"):
        unit = st.segmented_control(
            say("Unit of time"),
            list(HORIZON),
            default="week",
            required=True,
            key="value_unit",
            bind="query-params",
            format_func=unit_name,
        )
        unit = unit or "week"
        horizon = st.number_input(
            say("Horizon ({unit})", unit=unit_name(unit)),
            1,
            520,
            HORIZON[unit],
            key=f"horizon_{unit}",
            bind="query-params",
            width=140,
        )
        margin = st.number_input(
            say("Margin (%)"), 1.0, 100.0, 100.0, 5.0, key="margin", bind="query-params", width=130
        )
        discount = st.number_input(
            say("Discount (% a year)"),
            0.0,
            100.0,
            10.0,
            1.0,
            key="discount",
            bind="query-params",
            width=150,
        )
        model = st.selectbox(
            say("Model"),
            MODELS,
            key="model",
            bind="query-params",
            format_func=names.__getitem__,
            width=160,
        )
    return Terms(str(model), unit, int(horizon), discount / 100, margin / 100)


def calibrated(view: View, chosen: Terms) -> Terms:
    """Let the analyst choose the day on which the calibration ends; at first after two thirds."""
    bounds = load.days(view.dataset, "ordered")
    step = timedelta(days=UNITS[chosen.unit])
    if bounds is None or bounds[1] - bounds[0] < 4 * step:
        return chosen
    first, last = max(bounds[0], view.selection.since or bounds[0]), last_day(view) or bounds[1]
    if last - first < 4 * step:
        return chosen
    now = st.session_state.get("calibration")
    if now is not None and not first + step <= now <= last - step:
        del st.session_state["calibration"]
    picked = st.slider(
        say("Calibration ends"),
        min_value=first + step,
        max_value=last - step,
        value=first + timedelta(days=round((last - first).days * CALIBRATION)),
        key="calibration",
        format="YYYY-MM-DD",
        help=say("For the check: the model sees orders up to this day and predicts later ones."),
    )
    return replace(chosen, calibration=picked)


def last_day(view: View) -> date | None:
    """The last day of the orders in view."""
    bounds = load.days(view.dataset, "ordered")
    return None if bounds is None else view.selection.until or bounds[1]


def look_of(view: View) -> Look:
    """Names and level of the charts of a view."""
    return Look(say("Lifetime value"), view.dataset.name, view.words(), view.level)


def read(view: View, chosen: Terms) -> Valued:
    """Fit the models, value the customers, and begin the interval in the background."""
    book = load.purchases(view.dataset, view.selection, None, None, view.by)
    fit = load.purchase_fit(
        view.dataset, view.selection, None, None, chosen.model, UNITS[chosen.unit]
    )
    spend, reason = load.spend_fit(view.dataset, view.selection)
    value = customer_value(
        fit,
        spend,
        book.histories,
        horizon=chosen.horizon,
        discount=chosen.discount,
        margin=chosen.margin,
    )
    return Valued(book, value, _limits(view, chosen, book, value), look_of(view), chosen, reason)


def revalue(valued: Valued, book: PurchaseBook) -> ValueEstimate:
    """The same models and terms for histories that are kept one a customer."""
    terms_now = valued.terms
    return customer_value(
        valued.value.fit,
        valued.value.spend_fit,
        book.histories,
        horizon=terms_now.horizon,
        discount=terms_now.discount,
        margin=terms_now.margin,
    )


def group_names(valued: Valued) -> list[str]:
    """Distinct segment values in the order of the interval's groups."""
    return sorted(set(valued.book.histories.groups or ()))


def headline(valued: Valued) -> list[Kpi]:
    """Customers, probability of being alive, purchases and value, with limits where they exist."""
    value, limits, units = valued.value, valued.limits, unit_name(valued.terms.unit)
    n = value.customers
    horizon = number(valued.terms.horizon, ",d")
    alive = float((value.n * value.p_alive).sum()) / n
    few, many = (limits.purchases_low, limits.purchases_high) if limits else (None, None)
    kpis = [
        Kpi(
            say("Still customers (mean P(alive))"),
            Point(alive, n=n),
            ".0%",
            about=say(
                "{repeaters} of {n} bought on more than one day. BG/NBD gives 100% to customers "
                "who bought once: they had no chance to leave yet.",
                repeaters=number(valued.book.histories.repeaters, ",d"),
                n=number(n, ",d"),
            ),
        ),
        Kpi(
            say("Purchases in the next {horizon} {unit}", horizon=horizon, unit=units),
            Point(value.total_purchases, few, many, n),
            ",.0f",
            valued.look.level,
            about=say("Days with an order, of all customers together, not discounted."),
        ),
    ]
    if value.total is None or value.mean is None:
        return kpis
    low, high = (limits.total_low, limits.total_high) if limits else (None, None)
    total = Point(value.total, low, high, n)
    each = Point(
        value.mean, None if low is None else low / n, None if high is None else high / n, n
    )
    kpis.append(
        Kpi(
            say("Value of all customers"),
            total,
            ",.0f",
            valued.look.level,
        )
    )
    kpis.append(
        Kpi(
            say("Value per customer"),
            each,
            ",.2f",
            valued.look.level,
            about=say("Discounted margin expected in the horizon, on average."),
        )
    )
    return kpis


def check_holdout(view: View, chosen: Terms) -> Holdout | None:
    """Predictions against what was bought after the calibration; None for a short history."""
    bounds = load.days(view.dataset, "ordered")
    if bounds is None or (bounds[1] - bounds[0]).days < 4 * UNITS[chosen.unit]:
        return None
    end, last = chosen.calibration, view.selection.until or bounds[1]
    if end is None or end >= last:
        return None
    book = load.purchases(view.dataset, view.selection, end, last, None)
    fit = load.purchase_fit(
        view.dataset, view.selection, end, last, chosen.model, UNITS[chosen.unit]
    )
    length = (last - end).days / UNITS[chosen.unit]
    return holdout_check(fit, book.histories, length)


def by_group(valued: Valued, column: str) -> Chart:
    """The chart of value per customer by segment."""
    return spending.value_by_group(
        valued.value,
        valued.limits,
        valued.book.histories.groups or (),
        group_names(valued),
        valued.look,
        unit=valued.terms.unit,
        column=column,
    )


def _limits(
    view: View, chosen: Terms, book: PurchaseBook, value: ValueEstimate
) -> ValueInterval | None:
    """Limits by refits in the background; None while they are computed or were stopped."""
    places = {name: i for i, name in enumerate(sorted(set(book.histories.groups or ())))}
    groups = book.histories.group_places(places) if places else None
    level = view.level

    def work(progress: Progress) -> ValueInterval:
        draws = Draws(level=level, progress=progress.report, cancelled=progress.cancelled)
        return value_interval(value, book.histories, groups=groups, each=False, draws=draws)

    key = f"clv {view.dataset.key} {view.selection} {view.by} {level} {chosen}"
    jobs.start(key, say("Computing intervals"), work)
    found: ValueInterval | None = jobs.result(key)
    return found
