"""What if some detractors stayed like others: the money it would bring, and when it pays."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.impact import experience_words
from cxlib.charts.paying import what_if_chart
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.metrics.what_if import Sized, WhatIf, break_even, gain, worth
from cxlib.models.impact import Impact
from cxlib.models.rmst import rmst_difference
from cxlib.stats.landmarks import DETRACTOR, PASSIVE, PROMOTER
from cxlib.ui import card, kpi
from cxlib.ui.kpi import Kpi

WIDE = 230


def programme(total: Impact, target: str, cost: float, level: float) -> WhatIf | None:
    """A programme that moves detractors to stay like the target; None where that is unknown."""
    by = {one.experience: one for one in total.groups}
    worst, best = by.get(DETRACTOR), by.get(target)
    if worst is None or best is None or worst.fee is None:
        return None
    if worst.mean is None or best.mean is None:
        return None
    gap = rmst_difference(best.mean, worst.mean, level=level)
    return WhatIf(worst.curve.n, worst.fee, Sized(gap.value, gap.low, gap.high), cost)


def section(total: Impact, look: Look) -> None:
    """Draw the controls, the headline and the chart; nothing where the data cannot tell."""
    offered = [
        one for one in (PASSIVE, PROMOTER) if programme(total, one, 0.0, look.level) is not None
    ]
    if not offered:
        return
    st.subheader(say("What if some detractors stayed like others?"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="impact_programme"):
        target = str(
            st.segmented_control(
                say("They come to stay like"),
                offered,
                default=offered[0],
                required=True,
                key="impact_target",
                bind="query-params",
                format_func=experience_words,
            )
            or offered[0]
        )
        cost = st.number_input(
            say("Cost per detractor"),
            0.0,
            1e9,
            0.0,
            1.0,
            key="impact_cost",
            bind="query-params",
            width=WIDE,
            help=say("What the programme costs for each detractor, whether it moves them or not."),
        )
        percent = st.slider(
            say("Detractors who move (%)"), 0, 100, 20, 5, key="impact_moved", width=WIDE
        )
    asked = programme(total, target, float(cost), look.level)
    if asked is None:
        return
    kpi.row(_headline(asked, percent / 100, look.level), key="impact_what_if")
    card.show(what_if_chart(asked, target, look), key="impact_gain", height=380)


def _headline(asked: WhatIf, fraction: float, level: float) -> list[Kpi]:
    gained, most, needed = gain(asked, fraction), worth(asked, fraction), break_even(asked)
    rows = [
        Kpi(
            say("Gain less cost"),
            Point(gained.value, gained.low, gained.high, asked.customers),
            "+,.0f",
            level,
            about=say("Of all detractors who were matched, within the window."),
        ),
        Kpi(
            say("Break-even cost per detractor"),
            Point(most.value, most.low, most.high),
            ",.2f",
            level,
            about=say("What may be spent on each detractor at most if this share moves."),
        ),
    ]
    if asked.cost > 0:
        rows.append(
            Kpi(
                say("Break-even share"),
                Point(needed.value, needed.low, needed.high),
                ".0%",
                level,
                about=say(
                    "Share of detractors who have to move for the programme to pay; above 100% it "
                    "cannot, and a dash means that they do not stay longer."
                ),
            )
        )
    return rows
