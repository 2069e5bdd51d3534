"""Mix or rate, on screen: the change of a score between two periods, split by a segment column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from cxlib.charts.mix_rate import mix_rate_chart
from cxlib.charts.scores import Look
from cxlib.locale.speak import say
from cxlib.metrics.mix_rate import box_worth, mix_rate, nps_worth
from cxlib.metrics.periods import period_label
from cxlib.metrics.trends import TrendOptions
from cxlib.stats.groups import Group
from cxlib.ui import card, load
from cxlib.ui.head import View


def tab(view: View, metric: str, look: Look, options: TrendOptions, starts: Sequence[date]) -> None:
    """Draw the split of a change; `starts` are the first days of the finished periods."""
    if view.by is None:
        st.info(say("Choose a column to compare by; the change is split by its groups."))
        return
    if len(starts) < 2:
        st.info(say("A change needs two finished periods."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        first = _choice(say("From"), "mix_from", starts[:-1], len(starts) - 2, options.period)
        later = [one for one in starts if one > first]
        second = _choice(say("To"), "mix_to", later, len(later) - 1, options.period)
    cube = load.scores(view.dataset, metric, view.selection, view.by, view.period)
    sides = [
        {
            Group(group.column, group.value): counts
            for group, counts in cube.counts.items()
            if group.column == view.by and group.period == start
        }
        for start in (first, second)
    ]
    worth = nps_worth if options.box is None else box_worth(options.box)
    found = mix_rate(*sides, worth=worth, level=view.level)
    chart = mix_rate_chart(
        found,
        look,
        column=view.by,
        times=(period_label(first, options.period), period_label(second, options.period)),
        points=options.box is None,
    )
    card.show(chart, key="mix_rate")


def _choice(label: str, key: str, starts: Sequence[date], usual: int, period: str) -> date:
    if st.session_state.get(key) not in starts:
        st.session_state.pop(key, None)
    return st.selectbox(
        label,
        starts,
        index=usual,
        format_func=lambda start: period_label(start, period),
        key=key,
        width=170,
    )
