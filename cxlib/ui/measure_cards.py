"""A card for each measure: value, change, signal or noise, target, sparkline, and the way on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from cxlib.charts.measures import about, form_of, point_of, step_limits, step_words, why
from cxlib.charts.monday import period_words, state_words, target_words
from cxlib.charts.words import count, interval, level_text
from cxlib.locale.speak import say
from cxlib.metrics.measured import Measured, Step
from cxlib.ui import kpi, watching
from cxlib.ui.watching import Shown
from cxlib.ui.words import plain

SPARK = 24
Colour = Literal["green", "red", "gray"]


def grid(shown: Sequence[Shown]) -> None:
    """Cards of equal height, as many abreast as fit."""
    with st.grid(4, min_column_width=225, gap="small", key="measures"):
        for one in shown:
            with st.container(
                border=True, height="stretch", gap="small", key=f"measure_{one.found.measure.key}"
            ):
                _card(one)


def _card(one: Shown) -> None:
    found, last = one.found, one.found.last
    key = found.measure.key
    if last is None:
        st.metric(plain(one.name), kpi.compact(None, ",.0f"), help=about(key))
        st.caption(say("No period is over yet."))
        return
    step = found.step
    values = [round(value, 6) for value in found.values[-SPARK:]]
    st.metric(
        plain(one.name),
        _value(found, last.value),
        delta=None if step is None else step_words(found, step),
        delta_color=_colour(found, step),
        delta_arrow="off" if step is None or not step.by else "up" if step.by > 0 else "down",
        delta_description=_limits(found),
        help=about(key),
        chart_data=values if len(values) > 1 else None,
        chart_type="area",
    )
    _lines(found, step)
    st.space("stretch")
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            "pages/trends.py",
            label=say("Trend"),
            icon=":material/show_chart:",
            query_params=watching.trend_query(one),
        )
        st.page_link(f"pages/{one.page}.py", label=say("Explore"), icon=":material/arrow_forward:")


def _lines(found: Measured, step: Step | None) -> None:
    """Badges and the small print of a card."""
    if found.drift is not None:
        icon = "trending_up" if found.drift == "rises" else "trending_down"
        badges = [f":blue-badge[:material/{icon}: {plain(state_words(found))}]"]
    elif found.signals:
        badges = [f":orange-badge[:material/notifications_active: {say('Signal')}]"]
    else:
        badges = [f":gray-badge[{plain(state_words(found))}]"]
    target = target_words(found)
    if target:
        colour = {"met": "green", "missed": "red"}.get(found.verdict or "", "gray")
        badges.append(f":{colour}-badge[:material/flag: {plain(target)}]")
    st.markdown(" ".join(badges))
    if found.signals and found.drift is None:
        st.markdown(f":small[{plain(_capital(why(found)))}]")
    parts = [period_words(found)]
    if found.last is not None and found.last.n is not None:
        parts.append(say("n = {n}", n=count(found.last.n)))
    limits = "" if step is None else step_limits(found, step)
    if limits:
        parts.append(say("change {limits}", limits=limits))
    st.caption(plain(" · ".join(parts)))


def _capital(text: str) -> str:
    """The text with a capital letter."""
    return text[:1].upper() + text[1:]


def _value(found: Measured, value: float) -> str:
    text = kpi.compact(value, form_of(found))
    return say("{value} h", value=text) if found.measure.unit == "hours" else text


def _limits(found: Measured) -> str | None:
    """The interval of the value beside its change."""
    if found.last is None:
        return None
    limits = interval(point_of(found.last), form_of(found))
    if not limits:
        return say("counted in full") if found.measure.exact else None
    return f"{level_text(found.options.level)}: {limits}"


def _colour(found: Measured, step: Step | None) -> Colour:
    """Green and red for what is proven only; what is counted in full is proven by its signal."""
    sure = step is not None and (found.signals if found.measure.exact else step.proven)
    if not sure or step is None or not step.by:
        return "gray"
    return "green" if (step.by > 0) == (found.measure.better == "up") else "red"
