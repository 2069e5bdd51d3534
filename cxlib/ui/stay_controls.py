"""What the analyst may choose about survival curves: one row, the less used ones in a popover."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from math import isfinite

import streamlit as st

from cxlib.charts.retention import unit_name
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.models.log_rank import EVEN, Weighting, Weights
from cxlib.tables.contracts import MOMENTS
from cxlib.ui import load
from cxlib.ui.head import View

TIMES = {"day": (7, 30, 90, 365), "week": (1, 4, 13, 26, 52), "month": (1, 3, 6, 12, 24)}
SURVIVAL, GONE, HAZARD, RATE = "survival", "gone", "hazard", "rate"
PICTURES = (SURVIVAL, GONE, HAZARD, RATE)
WIDE, NARROW = 210, 150


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        unit: name of the unit of time.
        observed: the cut-off day; None for the last date in the file.
        records_from: the day on which the records begin; None where they hold everybody.
        picture: one of `PICTURES`.
        times: chosen times in the unit; empty for the usual ones.
        tau: end of the window of the mean; None for the usual one.
        weights: which test compares groups.
        bandwidth: of the smoothed rate; None for the usual one.
    """

    unit: str
    observed: date | None
    records_from: date | None = None
    picture: str = SURVIVAL
    times: tuple[float, ...] = ()
    tau: float | None = None
    weights: Weights = EVEN
    bandwidth: float | None = None


def clock(view: View) -> None:
    """Draw the unit of time and the cut-off day, which all questions about contracts share."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="stay_clock"):
        st.segmented_control(
            say("Unit of time"),
            list(TIMES),
            default="month",
            required=True,
            key="unit",
            bind="query-params",
            format_func=unit_name,
        )
        days(view)


def days(view: View) -> None:
    """Draw the cut-off day and the day on which the records begin; nothing without dates."""
    bounds = _bounds(view)
    if bounds:
        _cut_off(bounds)
        _records(bounds[0], cut_off_now(view) or bounds[1])


def unit_now() -> str:
    """The unit of time that was chosen; months before that."""
    unit = st.session_state.get("unit")
    return str(unit) if unit in TIMES else "month"


def cut_off_now(view: View) -> date | None:
    """The cut-off day that was chosen; None for the last date in the file, and without dates."""
    return _day_now(view, "observed")


def records_from_now(view: View) -> date | None:
    """The day on which the records begin; None where they hold everybody."""
    return _day_now(view, "stay_records")


def _day_now(view: View, key: str) -> date | None:
    chosen, bounds = st.session_state.get(key), _bounds(view)
    if not isinstance(chosen, date) or bounds is None:
        return None
    return chosen if bounds[0] <= chosen <= bounds[1] else None


def controls(view: View) -> Wanted:
    """Draw the controls of the curves, below those of `clock`.

    Raises:
        BadOption: the chosen times are no numbers.
    """
    unit = unit_now()
    with st.container(horizontal=True, vertical_alignment="bottom", key="stay_controls"):
        picture = _picture()
        with st.popover(say("More"), icon=":material/tune:"):
            times = _times(unit)
            tau = _optional(
                say("Mean within the first ({unit})", unit=unit_name(unit)), f"stay_tau_{unit}"
            )
            weights = _test()
            bandwidth = None
            if picture == RATE:
                label = say("Bandwidth ({unit})", unit=unit_name(unit))
                bandwidth = _optional(label, f"stay_bandwidth_{unit}")
    days = (cut_off_now(view), records_from_now(view))
    return Wanted(unit, *days, picture, times, tau, weights, bandwidth)


def parsed_times(text: str) -> tuple[float, ...]:
    """Times that were typed, ascending; empty text is no times.

    Raises:
        BadOption: a part is no number from 0 on.
    """
    found = set()
    for part in re.split(r"[;,\s]+", text.strip()):
        try:
            time = float(part or "nan")
        except ValueError:
            time = -1.0
        if part and not (isfinite(time) and time >= 0):
            raise BadOption(
                f"The chosen times have to be numbers from 0 on, such as 1, 3, 6; '{part[:30]}' is "
                "none."
            )
        if part:
            found.add(time)
    return tuple(sorted(found))


def _bounds(view: View) -> tuple[date, date] | None:
    """First and last date of the file; None where customers' stays have no dates."""
    mapping = view.dataset.mapping
    if not (mapping.column("started") and mapping.column("ended")):
        return None
    days = [
        bounds
        for role in MOMENTS
        if mapping.column(role) and (bounds := load.days(view.dataset, role)) is not None
    ]
    return (min(one[0] for one in days), max(one[1] for one in days)) if days else None


def _cut_off(bounds: tuple[date, date]) -> None:
    first, last = bounds
    chosen = st.session_state.get("observed")
    if chosen is not None and not first <= chosen <= last:
        del st.session_state["observed"]
    st.date_input(
        say("Cut-off day"),
        value=last,
        min_value=first,
        max_value=last,
        key="observed",
        bind="query-params",
        format="YYYY-MM-DD",
        width=NARROW,
        help=say(
            "Up to this day customers were watched. Who had not left by then counts as still "
            "there. It begins as the last date in the whole file."
        ),
    )


def _records(first: date, last: date) -> None:
    chosen = st.session_state.get("stay_records")
    if chosen is not None and not first <= chosen <= last:
        del st.session_state["stay_records"]
    st.date_input(
        say("Records begin on"),
        value=None,
        min_value=first,
        max_value=last,
        key="stay_records",
        bind="query-params",
        format="YYYY-MM-DD",
        width=NARROW,
        help=say(
            "Choose a day where customers who left before it are not in the file. Who started "
            "earlier then counts only from that day on; otherwise the curve would be too good."
        ),
    )


def _picture() -> str:
    names = {
        SURVIVAL: say("Still there"),
        GONE: say("Left so far"),
        HAZARD: say("Cumulative hazard"),
        RATE: say("When they leave"),
    }
    chosen = st.selectbox(
        say("Picture"),
        PICTURES,
        key="stay_picture",
        bind="query-params",
        format_func=names.__getitem__,
        width=WIDE,
    )
    return str(chosen)


def _times(unit: str) -> tuple[float, ...]:
    usual = ", ".join(str(time) for time in TIMES[unit])
    text = st.text_input(
        say("Chosen times ({unit})", unit=unit_name(unit)),
        placeholder=usual,
        key=f"stay_times_{unit}",
        bind="query-params",
        width=WIDE,
        help=say("At these times the share still there is told, and groups are compared."),
    )
    return parsed_times(text or "")


def _optional(label: str, key: str) -> float | None:
    value = st.number_input(
        label,
        min_value=0.01,
        value=None,
        step=1.0,
        key=key,
        bind="query-params",
        placeholder=say("as usual"),
        width=WIDE,
    )
    return None if value is None else float(value)


def _test() -> Weights:
    names = {
        Weighting.LOG_RANK: say("Log-rank: all departures alike"),
        Weighting.WILCOXON: say("Wilcoxon: early departures more"),
        Weighting.TARONE_WARE: say("Tarone-Ware: early departures somewhat more"),
        Weighting.PETO: say("Peto-Peto: early departures more, whatever the cut-off"),
        Weighting.FLEMING_HARRINGTON: say("Fleming-Harrington: by chosen powers"),
    }
    kind = st.selectbox(
        say("Test between groups"),
        list(Weighting),
        key="stay_test",
        bind="query-params",
        format_func=names.__getitem__,
        help=say("Choose it before you look: the smallest p-value of several proves nothing."),
    )
    chosen = Weighting(kind or Weighting.LOG_RANK)
    if chosen is not Weighting.FLEMING_HARRINGTON:
        return Weights(chosen)
    p = st.number_input(
        say("Weight of early departures (p)"), 0.0, 10.0, 0.0, 0.5, key="stay_p", width=WIDE
    )
    q = st.number_input(
        say("Weight of late departures (q)"), 0.0, 10.0, 1.0, 0.5, key="stay_q", width=WIDE
    )
    return Weights(chosen, float(p), float(q))
