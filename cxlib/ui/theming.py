"""Themes in view: how often, how felt, with which score, and since when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pyarrow as pa
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from cxlib.charts import theme_impact, theme_trends, themes
from cxlib.charts.chart import Chart
from cxlib.charts.words import count, number
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.text.listing import Wanted
from cxlib.text.theme_limits import Measure
from cxlib.ui import card, comment_list, head, show, themed, word_lists
from cxlib.ui.commented import Talk
from cxlib.ui.head import View
from cxlib.ui.themed import EMOTIONS, IN_USE, PILLARS, Themed
from cxlib.ui.words import plain

OVERVIEW, IMPACT, TIME, TOGETHER = "overview", "impact", "time", "together"
UNTAGGED = 30
"""Comments without a theme that are shown."""
READ = 50
"""Comments of a theme that are shown, where the list of comments does not know the theme."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What every part of the tab draws from: the view, its comments, and themes by one list."""

    view: View
    talk: Talk
    found: Themed
    lists: str


def tab(view: View, talk: Talk) -> None:
    """Draw the tab."""
    with st.container(horizontal=True, vertical_alignment="center", key="theme_controls"):
        part = _part()
        lists = _lists()
    scene = Scene(view, talk, themed.themed(talk.asked, lists, talk.look.level), lists)
    _coverage(scene)
    parts: dict[str, Callable[[Scene], None]] = {
        OVERVIEW: _overview,
        IMPACT: _impact,
        TIME: _over_time,
        TOGETHER: _together,
    }
    with show.errors():
        parts[part](scene)


def _part() -> str:
    names = {
        OVERVIEW: say("How often and how felt"),
        IMPACT: say("Impact on the score"),
        TIME: say("Over time"),
        TOGETHER: say("Together"),
    }
    chosen = st.segmented_control(
        say("Show"),
        list(names),
        default=OVERVIEW,
        required=True,
        key="theme_part",
        bind="query-params",
        format_func=names.__getitem__,
        label_visibility="collapsed",
    )
    return chosen or OVERVIEW


def _lists() -> str:
    used = word_lists.chosen()
    names = {
        IN_USE: say("Themes: {name}", name=used) if used else say("Standard themes"),
        PILLARS: say("Four pillars"),
        EMOTIONS: say("Emotions and effort"),
    }
    chosen = st.selectbox(
        say("By which lists"),
        list(names),
        key="theme_lists",
        bind="query-params",
        format_func=names.__getitem__,
        width=220,
        label_visibility="collapsed",
    )
    return str(chosen)


def _coverage(scene: Scene) -> None:
    """How many comments the lists reach, and a look at the others and at the lists."""
    talk, found = scene.talk, scene.found
    covered = found.mentions.covered
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="covered"):
        st.caption(
            say(
                "{share} of {n} comments mention a theme, {each} themes each.",
                share=number(covered, ".1%"),
                n=count(found.comments),
                each=number(float(found.mentions.flags.sum(axis=1).mean()), ".2f"),
            ),
            width="content",
        )
        if covered is not None and covered < 1:
            with st.popover(
                say("Comments without a theme"), type="tertiary", icon=":material/label_off:"
            ):
                texts = themed.untagged(found, talk.analysis.comments.text, most=UNTAGGED)
                _texts(texts, key="untagged")
        with st.popover(say("The lists"), type="tertiary", icon=":material/list:"):
            lists = themed.taxonomy_of(talk.asked, scene.lists).themes
            st.dataframe(
                {
                    say("Theme"): [name for name, _ in lists],
                    say("Words"): [", ".join(words) for _, words in lists],
                },
                hide_index=True,
                key="theme_lists_words",
                column_config={say("Words"): st.column_config.TextColumn(width="large")},
            )
    if scene.lists == EMOTIONS:
        st.caption(say("These are lists of words: they tell what was written, not what was felt."))


def _overview(scene: Scene) -> None:
    talk, found = scene.talk, scene.found
    cards, below = head.cards(), st.container()
    shares = themes.theme_shares(found.rows, found.comments, talk.look)
    with cards:
        _drilled(shares, scene, key="theme_shares", below=below)
        feelings = themes.theme_feelings(found.rows, talk.look)
        _drilled(feelings, scene, key="theme_feelings", below=below)
    if talk.asked.by:
        with show.errors():
            segments = themed.by_segment(talk.asked, scene.lists, talk.look.level)
            _heat(themes.theme_heat(segments, talk.asked.by, talk.look), scene)
    rows = found.scored or found.rows
    units = (talk.unit,) if found.scored else ()
    comments = found.comments if not found.scored else _rated(found)
    card.show(themes.themes_table(rows, comments, talk.look, scores=units), key="theme_table")


def _impact(scene: Scene) -> None:
    talk, found = scene.talk, scene.found
    if not found.scored:
        st.info(
            say(
                "There is no score beside these comments. Choose one above, or say on the Data "
                "page which column holds it."
            ),
            icon=":material/info:",
        )
        return
    measure = _measure()
    comments = talk.analysis.comments
    low_is_good = comments.turned is not None and not comments.points
    cards, below = head.cards(), st.container()
    with cards:
        for key, make in (
            ("theme_map", theme_impact.impact_map),
            ("theme_impact", theme_impact.impact_bars),
            ("theme_sides", theme_impact.impact_sides),
        ):
            with show.errors():
                chart = make(found.scored, measure, talk.unit, talk.look, low_is_good=low_is_good)
                _drilled(chart, scene, key=key, below=below)


def _measure() -> Measure:
    options: tuple[Measure, ...] = ("removal", "difference", "adjusted")
    chosen = st.segmented_control(
        say("Effect"),
        options,
        default="removal",
        required=True,
        key="theme_measure",
        bind="query-params",
        format_func=theme_impact.measure_words,
        help=say(
            "On the whole score: what it would be short of without these comments. With less "
            "without: how far apart the two groups lie. Other themes held equal: one regression on "
            "all themes and the segment compared."
        ),
    )
    return chosen or "removal"


def _over_time(scene: Scene) -> None:
    talk = scene.talk
    period = talk.period
    if period is None:
        head.undated(scene.view)
        return
    trends = themed.trends(talk.asked, scene.lists)
    table = theme_trends.signals_table(trends, period, talk.look)
    names = [one.theme for one in sorted(trends, key=lambda one: (not one.now, -sum(one.counts)))]
    starts = trends[0].starts
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.session_state.get("theme_focus") not in names:
            st.session_state.pop("theme_focus", None)
        theme = st.selectbox(say("Theme"), names, key="theme_focus", width=200)
        later = starts[1:][::-1]
        if st.session_state.get("theme_since") not in later:
            st.session_state.pop("theme_since", None)
        latest = trends[0].latest or 0
        start = st.selectbox(
            say("Compare with all before"),
            later,
            index=later.index(starts[latest]) if starts[latest] in later else 0,
            key="theme_since",
            format_func=lambda day: period_label(day, period),
            width=200,
        )
    cards, below = head.cards(), st.container()
    with cards:
        card.show(table, key="theme_signals")
        trend = next(one for one in trends if one.theme == theme)
        chart = theme_trends.theme_over_time(trend, period, talk.look)
        _drilled(chart, scene, key="theme_trend", below=below, theme=trend.theme)
        if start is not None:
            _emerging(scene, start, below)


def _emerging(scene: Scene, start: date, below: DeltaGenerator) -> None:
    talk = scene.talk
    with show.errors():
        changes = themed.emerging(talk.asked, scene.lists, start, talk.look.level)
        label = period_label(start, talk.period or "")
        chart = theme_trends.emerging_chart(changes, label, talk.look)
        _drilled(chart, scene, key="theme_emerging", below=below)


def _together(scene: Scene) -> None:
    talk, found = scene.talk, scene.found
    pairs = themed.together(talk.asked, scene.lists, talk.look.level)
    card.show(themes.theme_pairs(pairs, talk.look, found.comments), key="theme_pairs")


def _drilled(
    chart: Chart, scene: Scene, *, key: str, below: DeltaGenerator, theme: str = ""
) -> None:
    """A card whose labels can be clicked, and in `below` the comments behind a clicked one."""
    clicked = card.show(chart, key=key)
    if not clicked:
        return
    wanted = Wanted(theme=theme, period=clicked) if theme else Wanted(theme=clicked)
    with below:
        if scene.lists == IN_USE:
            comment_list.preview(scene.talk, wanted, key=key)
        else:
            places = themed.with_theme(scene.found, wanted.theme)[:READ]
            st.markdown(f"**{plain(wanted.theme)}**")
            _texts(
                scene.talk.analysis.comments.text.take(pa.array(places)).to_pylist(),
                key=f"{key}_read",
            )


def _heat(chart: Chart, scene: Scene) -> None:
    clicked = card.show(chart, key="theme_heat")
    if clicked and scene.lists == IN_USE:
        row, column = (int(one) for one in clicked.split(","))
        wanted = Wanted(theme=chart.series[row].name, segment=chart.labels[column])
        comment_list.preview(scene.talk, wanted, key="theme_heat")


def _texts(texts: list[str], *, key: str) -> None:
    st.dataframe(
        {say("Comment"): texts},
        hide_index=True,
        width="stretch",
        key=key,
        column_config={say("Comment"): st.column_config.TextColumn(width="large")},
    )


def _rated(found: Themed) -> int:
    """Comments that have a score."""
    shares = [row for row in found.scored if row.share]
    return round(shares[0].n / shares[0].share) if shares and shares[0].share else 0
