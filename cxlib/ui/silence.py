"""Silence in view: the threshold, who is inactive, and how sure that can be."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import silence as charts
from cxlib.charts.chart import Point
from cxlib.charts.scores import Look
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.alive_beside import AliveBeside, alive_beside
from cxlib.models.silence import (
    PERCENTILE,
    PERCENTILES,
    Share,
    Silence,
    Threshold,
    silence_of,
    threshold_of,
)
from cxlib.stats.gaps import Gaps, GapTable, read_gaps
from cxlib.stats.groups import TOTAL
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, drill, head, kpi, load, session
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

FROM_DATA, OWN, ENDED = "data", "own", "ended"
MODEL, WEEK = "mbg-nbd", 7.0
"""Unlike BG/NBD, it does not take every customer with one purchase to be alive."""


@load.kept(30)
def _counted(dataset: Dataset, selection: Selection, by: str | None) -> GapTable:
    with session.opened(dataset, load.using(selection, by)) as source:
        return read_gaps(source, selection=selection, by=(by,) if by else ())


@load.kept(30)
def _alive(dataset: Dataset, selection: Selection, days: int) -> AliveBeside:
    fit = load.purchase_fit(dataset, selection, None, None, MODEL, WEEK)
    book = load.purchases(dataset, selection, None, None, None)
    return alive_beside(fit, book.histories, days)


def tab(view: View) -> None:
    """Draw silence for a view of transactions or events."""
    table = _counted(view.dataset, view.selection, view.by)
    gaps = table.gaps[TOTAL]
    threshold = _threshold(gaps)
    answer = silence_of(table.gaps, threshold, level=view.level)
    look = Look(say("Silence"), view.dataset.name, view.words(), view.level)
    coverage.line(table.coverage, key="silence")
    st.caption(plain(charts.inactive(threshold.days)))
    kpi.row(_headline(answer, view.level), key="silence")
    cards, below = head.cards(), st.container()
    with cards:
        card.show(charts.gaps_and_silences(gaps, threshold, look), key="silence_gaps")
        card.show(charts.sensitivity(answer, look), key="silence_sensitivity")
        if view.by:
            bars = charts.silent_by_group(answer, look, column=view.by)
            drill.show(bars, view, key="silence_group", below=below)
        if any(one.curve is not None for one in answer.groups):
            card.show(charts.active_curves(answer, look, column=view.by), key="silence_active")
        card.show(charts.gap_curve(answer, look), key="silence_gap_curve")
        by_activity = charts.silence_by_activity(gaps, threshold, look)
        card.show(by_activity, key="silence_activity")
    if view.dataset.kind == "transactions":
        _beside(view, threshold, look)


def _beside(view: View, threshold: Threshold, look: Look) -> None:
    """The same customers by a purchase model, or why there is none."""
    try:
        found = _alive(view.dataset, view.selection, threshold.days)
    except NotEnoughData as reason:
        st.caption(plain(reason))
    else:
        card.show(charts.alive_table(found, look), key="silence_alive")


def _threshold(gaps: Gaps) -> Threshold:
    """Controls for the threshold; from the data unless the analyst says otherwise."""
    names = {
        FROM_DATA: say("From the data"),
        ENDED: say("From ended gaps only"),
        OWN: say("Days of my own"),
    }
    with st.container(horizontal=True, vertical_alignment="bottom", key="silence_controls"):
        rule = st.segmented_control(
            say("Threshold"),
            list(names),
            default=FROM_DATA,
            required=True,
            key="silence_rule",
            bind="query-params",
            format_func=names.__getitem__,
            help=say(
                "From the data: the days by which most gaps that end have ended, with gaps still "
                "open counted fairly. Ended gaps only: the same without the open ones, which makes "
                "it too short."
            ),
        )
        if rule == OWN:
            days = st.number_input(
                say("Days of silence"),
                1,
                3650,
                90,
                key="silence_days",
                bind="query-params",
                width=140,
            )
            return Threshold(int(days), "given")
        percentile = st.selectbox(
            say("Share of gaps that have ended"),
            PERCENTILES,
            index=PERCENTILES.index(PERCENTILE),
            key="silence_percentile",
            bind="query-params",
            format_func=lambda share: f"{share:.0%}",
            width=220,
        )
    chosen = "ended" if rule == ENDED else "open"
    return threshold_of(gaps, percentile=float(percentile), rule=chosen)


def _headline(answer: Silence, level: float) -> list[Kpi]:
    total, days = answer.total, answer.threshold.days
    return [
        Kpi(
            say("Threshold (days)"),
            Point(float(days)),
            ",.0f",
            about=charts.threshold_method(answer.threshold),
        ),
        Kpi(
            say("Inactive customers"),
            _point(total.at.silent),
            ".1%",
            level,
            about=charts.inactive(days),
        ),
        Kpi(
            say("Alarms known to be false"),
            _point(total.at.returned),
            ".1%",
            level,
            about=say(
                "Of all gaps that grew longer than the threshold, the share after which the "
                "customer came back. The true share is higher: more may still come back."
            ),
        ),
        Kpi(
            say("Beyond their own longest gap"),
            _point(total.own),
            ".1%",
            level,
            about=say(
                "Among customers with at least three ended gaps: silent for longer than ever "
                "before, whatever the threshold. It asks more of regular customers."
            ),
        ),
    ]


def _point(share: Share) -> Point:
    return Point(share.share, share.low, share.high, share.n)
