"""What the analyst assumes of lifetime value: model, unit, horizon, discount, margin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

import streamlit as st

from cxlib.charts.retention import unit_name
from cxlib.locale.speak import say
from cxlib.stats.purchases import UNITS_A_DAY
from cxlib.tables.contracts import UNITS
from cxlib.ui import load
from cxlib.ui.head import View

HORIZON = {"week": 52, "month": 12, "year": 5}
WHOLE = "bg-bb"
MODELS = ("bg-nbd", "mbg-nbd", "pareto-nbd", "best", WHOLE)
CALIBRATION = 0.67
LONGEST = 520


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

    @property
    def occasions(self) -> str | None:
        """The unit in which opportunities are counted; None for a model in continuous time."""
        return self.unit if self.model == WHOLE else None

    @property
    def unit_days(self) -> float:
        """Days in the unit."""
        return UNITS[self.unit]

    def length(self, first: date, last: date) -> float:
        """Units after `first` up to `last`; whole ones where opportunities are counted."""
        days = (last - first).days
        if self.occasions is None:
            return days / self.unit_days
        top, bottom = UNITS_A_DAY[self.occasions]
        return float(days * top // bottom)


def usual_terms() -> Terms:
    """The terms that the controls begin with."""
    return Terms("bg-nbd", "week", HORIZON["week"], 0.1, 1.0)


def terms() -> Terms:
    """Controls for the terms, in one row."""
    names = {
        "bg-nbd": "BG/NBD",
        "mbg-nbd": "MBG/NBD",
        "pareto-nbd": "Pareto/NBD",
        "best": say("Best of these three"),
        WHOLE: say("BG/BB (at most one a unit)"),
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
        horizon = _number(
            say("Horizon ({unit})", unit=unit_name(unit)),
            (1, LONGEST, HORIZON[unit], 1),
            key=f"horizon_{unit}",
        )
        margin = _number(say("Margin (%)"), (1.0, 100.0, 100.0, 5.0), key="margin")
        discount = _number(say("Discount (% a year)"), (0.0, 100.0, 10.0, 1.0), key="discount")
        model = st.selectbox(
            say("Model"),
            MODELS,
            key="model",
            bind="query-params",
            format_func=names.__getitem__,
            width=230,
            help=say(
                "BG/NBD, MBG/NBD and Pareto/NBD suit purchases that can happen on any day. BG/BB "
                "suits occasions, at most one in each unit of time, such as a yearly donation."
            ),
        )
    return Terms(str(model), unit, int(horizon), discount / 100, margin / 100)


def _number(label: str, span: tuple[float, float, float, float], *, key: str) -> float:
    """A number field: lowest, highest, usual value and step."""
    low, high, usual, step = span
    whole = isinstance(usual, int)
    return st.number_input(
        label,
        low,
        high,
        usual,
        step,
        format="%d" if whole else "%.4g",
        key=key,
        bind="query-params",
        width=150,
    )


def calibrated(view: View, chosen: Terms) -> Terms:
    """Let the analyst choose the day on which the calibration ends; at first after two thirds."""
    bounds = load.days(view.dataset, "ordered")
    step = timedelta(days=ceil(chosen.unit_days))
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


def holdout_end(chosen: Terms, last: date) -> date:
    """The last day of the holdout: `last`, or the end of its last whole unit."""
    if chosen.occasions is None or chosen.calibration is None:
        return last
    whole = chosen.length(chosen.calibration, last)
    return chosen.calibration + timedelta(days=ceil(whole * chosen.unit_days))
