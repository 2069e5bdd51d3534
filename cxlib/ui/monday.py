"""What the overview says: what stands out, the signals, and its slides for a presentation."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cxlib.charts import monday as charts
from cxlib.charts.chart import Chart
from cxlib.charts.measures import group_name
from cxlib.charts.scores import Look, value_of
from cxlib.charts.signals import alert_words, chance_words
from cxlib.charts.trends import signal_chart
from cxlib.charts.words import count
from cxlib.export.slides import write_deck
from cxlib.export.spec import SlideSpec
from cxlib.locale.speak import say
from cxlib.metrics.alerts import Alert, Alerts
from cxlib.metrics.measured import Estimate, Measured
from cxlib.metrics.measures import measure_of
from cxlib.metrics.nps import Nps
from cxlib.metrics.standouts import Contrast, Standout, standouts
from cxlib.stats.groups import TOTAL
from cxlib.ui import card, deck, head, load, scored
from cxlib.ui.head import View
from cxlib.ui.watching import SEARCHED, Shown, Watched, trend_query
from cxlib.ui.words import plain

MOST_ALERTS = 10
MOST_CHARTS = 4
MOST_ROWS = 12
"""Measures that fit on a slide."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the overview has found.

    Attributes:
        watched: the measures.
        signals: their signals, those of groups included as soon as they are read.
        found: what stands out; contrasts: how many groups were compared.
    """

    watched: Watched
    signals: Alerts
    found: tuple[Standout, ...]
    contrasts: int

    @property
    def method(self) -> str:
        """What was looked at."""
        return charts.standout_method(self.signals, self.contrasts)


def tell(watched: Watched, groups: Sequence[Measured]) -> Told:
    """Find what stands out among all measures and groups."""
    signals = watched.alerts(groups)
    survey = next((one.view for one in watched.shown if one.view.dataset.kind == "survey"), None)
    compared = _contrasts(survey) if survey is not None else []
    return Told(watched, signals, standouts(signals, compared), len(compared))


def _contrasts(view: View) -> list[Contrast]:
    """Each group of the first segment columns against the others, by the first score."""
    metric = next(iter(scored.metrics(view.dataset)))
    found = []
    for segment in load.segments(view.dataset)[:SEARCHED]:
        answer = scored.read(view, metric, by=segment.column, dated=False)
        total = value_of(answer.total.result).y or 0.0
        measure = measure_of(metric, points=isinstance(answer.total.result, Nps))
        for one in answer.scored:
            if one.group.column is not None and one.group.period is None:
                point = value_of(one.result)
                estimate = Estimate(point.y or 0.0, point.low, point.high, point.n)
                found.append(Contrast(measure, one.group, estimate, total, one.p_value))
    return found


def findings(told: Told, *, waiting: bool) -> None:
    """The sentences on top of the page.

    Args:
        told: what was found.
        waiting: whether the groups are still being read.
    """
    names = told.watched.names()
    with st.container(border=True, key="findings", gap="small"):
        st.markdown(f"**{say('What stands out')}**")
        sentences = [charts.standout_words(one, names) for one in told.found]
        if sentences:
            st.markdown("\n".join(f"{i}. {plain(one)}" for i, one in enumerate(sentences, 1)))
        else:
            st.markdown(plain(charts.nothing_words(told.signals)))
        st.caption(plain(told.method))
        if waiting:
            st.caption(
                say("Groups are still being read; they are added as soon as they are there.")
            )


def alert_list(told: Told) -> None:
    """The strongest signal of each measure, and how many groups share it."""
    found = told.signals.found
    with st.container(border=True, key="newest_signals", gap="small"):
        st.markdown(f"**{say('Signals in the newest finished period: {n}', n=count(len(found)))}**")
        by_measure: dict[str, list[Alert]] = {}
        for one in found:
            by_measure.setdefault(one.series.measure.key, []).append(one)
        rows = sorted((_first(mine) for mine in by_measure.values()), key=_late)
        for whole in rows[:MOST_ALERTS]:
            _alert(told.watched, whole, by_measure[whole.series.measure.key])
        if not rows:
            st.markdown(say("Nothing but noise in the newest finished period"))
        if len(rows) > MOST_ALERTS:
            more = len(rows) - MOST_ALERTS
            st.caption(say("{n} more measures signal; Trends lists all.", n=count(more)))
        st.caption(plain(chance_words(told.signals)))
        st.page_link("pages/trends.py", label=say("Open Trends"), icon=":material/show_chart:")


def _first(mine: Sequence[Alert]) -> Alert:
    """The signal of all customers where there is one, else that of the strongest group."""
    return next((one for one in mine if one.series.group == TOTAL), mine[0])


def _late(one: Alert) -> tuple[bool, bool]:
    """New signals first; what rises or falls steadily last."""
    return one.series.drift is not None, not one.fresh


def _alert(watched: Watched, whole: Alert, mine: Sequence[Alert]) -> None:
    """A measure's signal, with the way to its trend."""
    shown = next(one for one in watched.shown if one.found.measure.key == whole.series.measure.key)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(_line(whole, mine, watched.names()), width="stretch")
        st.page_link(
            "pages/trends.py",
            label=say("Trend"),
            icon=":material/show_chart:",
            query_params=trend_query(shown, whole.series.group),
        )


def _line(whole: Alert, mine: Sequence[Alert], names: dict[str, str]) -> str:
    """The signal in words, and how many groups share it."""
    words = plain(alert_words(whole, name=names[whole.series.measure.key]))
    others = [one for one in mine if one is not whole]
    if not others:
        return words
    strongest = plain(group_name(others[0].series.group))
    more = say("and {n} groups, {group} most", n=count(len(others)), group=strongest)
    return f"{words} :gray[({more})]"


def signal_charts(shown: Sequence[Shown]) -> list[tuple[str, Chart]]:
    """Control charts of the measures that signal, the strongest first; of the first one else."""
    loud = [one for one in shown if one.found.signals and one.found.chart.moving_range]
    loud.sort(key=lambda one: (one.found.drift is not None, -_distance(one.found)))
    return [
        (f"signal_{one.found.measure.key}", signal_chart(one.found, look_of(one)))
        for one in (loud or [one for one in shown if one.found.last is not None][:1])[:MOST_CHARTS]
    ]


def _distance(found: Measured) -> float:
    chart = found.chart
    apart = abs((found.last.value if found.last else 0.0) - (chart.centre or 0.0))
    return apart / chart.moving_range if chart.moving_range else 0.0


def look_of(one: Shown) -> Look:
    """Names and level of a measure's chart."""
    return Look(one.name, one.view.dataset.name, one.view.words(), one.view.level)


def slides(told: Told, layout: Sequence[Shown], drawn: Sequence[Chart]) -> list[Chart]:
    """The slides: what stands out, every measure of the layout, and the charts of the page."""
    names = ", ".join(dict.fromkeys(one.view.dataset.name for one in told.watched.shown))
    look = Look("", names, "", head.level())
    return [
        charts.standout_table(told.found, told.watched.names(), look, told.method),
        *(
            charts.league_table([(one.name, one.found) for one in part], look)
            for part in _in_parts(layout, MOST_ROWS)
        ),
        *drawn,
    ]


def buttons(told: Told, made: Sequence[Chart]) -> None:
    """Put the slides into the presentation, or download them; the findings are a comment."""
    names = told.watched.names()
    comment = "\n".join(charts.standout_words(one, names) for one in told.found)
    comment = comment or charts.nothing_words(told.signals)
    title = say("Customer experience")
    with st.container(horizontal=True, vertical_alignment="center", key="monday_slides"):
        st.button(
            say("Add all to presentation"),
            key="monday_add",
            type="primary",
            icon=":material/add_to_queue:",
            on_click=_add,
            args=(tuple(made), comment),
        )
        st.download_button(
            say("Download PowerPoint"),
            data=lambda: _pptx(made, title, comment),
            file_name="overview.pptx",
            mime=card.PPTX,
            icon=":material/co_present:",
            on_click="ignore",
            key="monday_pptx",
        )


def _in_parts(layout: Sequence[Shown], most: int) -> list[Sequence[Shown]]:
    """The measures in parts of nearly the same size, each of at most so many."""
    parts = max(1, -(-len(layout) // most))
    size = max(1, -(-len(layout) // parts))
    return [layout[first : first + size] for first in range(0, max(1, len(layout)), size)]


def _add(made: Sequence[Chart], comment: str) -> None:
    first = len(deck.slides())
    for chart in made:
        deck.add(chart)
    deck.change(first, title=made[0].title, comment=comment)
    st.toast(say("{n} slides added to the presentation.", n=len(made)), icon=":material/check:")


def _pptx(made: Sequence[Chart], title: str, comment: str) -> bytes:
    out = io.BytesIO()
    specs = [SlideSpec(one, one.title, "" if place else comment) for place, one in enumerate(made)]
    write_deck(specs, title=title, out=out, cover=True)
    return out.getvalue()
