"""The tab Sentiment: how comments feel, by segment, over time, by language, and how it is known."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cxlib.charts import feedback as charts
from cxlib.charts.chart import Chart
from cxlib.locale.speak import say
from cxlib.metrics.scored import score_nps
from cxlib.metrics.trends import TrendOptions, trends
from cxlib.stats.groups import Group
from cxlib.stats.scores import ScoreCounts
from cxlib.text.label_cube import LANGUAGE, label_cube, language_cube
from cxlib.text.listing import Wanted
from cxlib.text.shares import count_balance
from cxlib.ui import card, comment_list, commented, head
from cxlib.ui.commented import Asked, Talk
from cxlib.ui.head import View

Cube = Mapping[Group, ScoreCounts]


def tab(view: View, talk: Talk) -> None:
    """Everything of the tab."""
    analysis, look, method = talk.analysis, talk.look, talk.method
    cards, below = head.cards(), st.container()
    cube = cube_of(talk.asked)
    with cards:
        balance = count_balance(analysis.label, analysis.covered, analysis.mixed, level=look.level)
        shares = charts.labels_chart(balance, look, method=method)
        _drilled(shares, talk, key="labels", below=below)
        card.show(charts.strength_chart(analysis, look), key="strength")
        if view.by:
            scored = score_nps(_whole(cube), level=look.level)
            chart = charts.net_by_segment(scored, view.by, look, method=method)
            _drilled(chart, talk, key="net_by", below=below)
        if talk.period:
            _drilled(_over_time(cube, talk, talk.period), talk, key="net_time", below=below)
        else:
            head.undated(view)
        by_language = score_nps(language_cube(analysis), level=look.level)
        chart = charts.net_by_language(by_language, look, method=method)
        _drilled(chart, talk, key="net_language", below=below)
        words = charts.words_chart(words_of(talk.asked), analysis.comments.n, look)
        card.show(words, key="emotions")
        if analysis.learned is not None:
            card.show(charts.learning_table(analysis.learned, look), key="learning")
    if analysis.learned is None and talk.asked.score is not None:
        st.caption(
            say(
                "Labels come from the word lists. Choose “Learned from scores” above to see "
                "whether a model trained on these comments and their scores does better."
            )
        )


@commented.kept(3)
def cube_of(asked: Asked) -> Cube:
    """Labels by segment and period."""
    return label_cube(commented.analysis_of(asked))


@commented.kept(3)
def words_of(asked: Asked) -> dict[str, int]:
    """Comments with words of each emotion, of effort and of ease."""
    found = commented.analysis_of(asked).emotions()
    return {name: int(flags.sum()) for name, flags in found.items()}


def _whole(cube: Cube) -> dict[Group, ScoreCounts]:
    return {group: counts for group, counts in cube.items() if group.period is None}


def _over_time(cube: Cube, talk: Talk, period: str) -> Chart:
    days = commented.days_of(talk.asked)
    last = np.datetime64(int(days.max()), "D").item()
    options = TrendOptions(period=period, last_day=last, limits="laney", level=talk.look.level)
    total = {group: counts for group, counts in cube.items() if group.column is None}
    return charts.net_over_time(trends(total, options)[0], options, talk.look, method=talk.method)


def _drilled(chart: Chart, talk: Talk, *, key: str, below: DeltaGenerator) -> None:
    """A card whose labels can be clicked, and in `below` the comments behind a clicked one."""
    clicked = card.show(chart, key=key)
    if clicked:
        field = chart.click if chart.click in ("feeling", "period", LANGUAGE) else "segment"
        with below:
            comment_list.preview(talk, Wanted(**{field: clicked}), key=key)
