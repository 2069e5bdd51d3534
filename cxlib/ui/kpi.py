"""Headline numbers: value, interval, n; unknown is shown as unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.words import level_text, number
from cxlib.locale.speak import say
from cxlib.ui.words import plain

MILLION = 1_000_000
ABREAST = 4


@dataclass(frozen=True, slots=True)
class Kpi:
    """One headline number.

    Attributes:
        label: what it is.
        point: value, limits and n.
        form: Python format of the value.
        level: confidence level of the limits; None without.
        about: one sentence of definition, behind the question mark.
        unit: text after the value.
        trend: values of the last periods for a sparkline; empty for none.
    """

    label: str
    point: Point
    form: str
    level: float | None = None
    about: str = ""
    unit: str = ""
    trend: Sequence[float] = ()


def row(kpis: Sequence[Kpi], *, key: str) -> None:
    """Draw a row of cards of equal height."""
    abreast = len(kpis) if len(kpis) <= ABREAST else 3
    with st.grid(abreast, min_column_width=190, key=f"kpi_{key}"):
        for kpi in kpis:
            card(kpi)


def card(kpi: Kpi) -> None:
    """Draw one card."""
    value = compact(kpi.point.y, kpi.form)
    st.metric(
        plain(kpi.label),
        f"{value} {kpi.unit}".strip(),
        delta=_limits(kpi),
        delta_color="off",
        delta_arrow="off",
        delta_description=_size(kpi),
        help=kpi.about or None,
        border=True,
        height="stretch",
        chart_data=list(kpi.trend) if len(kpi.trend) > 1 else None,
        chart_type="area",
    )


def compact(value: float | None, form: str) -> str:
    """The value in its format; from a million on in millions, to fit a card."""
    if value is None or abs(value) < MILLION or form.endswith("%"):
        return number(value, form)
    return say("{value} M", value=number(value / MILLION, ",.2f"))


def _limits(kpi: Kpi) -> str | None:
    if kpi.point.y is None:
        return None
    low, high = kpi.point.low, kpi.point.high
    if low is None or high is None or kpi.level is None:
        return None
    form = kpi.form.lstrip("+")
    limits = say("{low} to {high}", low=compact(low, form), high=compact(high, form))
    return f"{level_text(kpi.level)}: {limits}"


def _size(kpi: Kpi) -> str | None:
    return None if kpi.point.n is None else say("n = {n}", n=number(kpi.point.n, ",d"))
