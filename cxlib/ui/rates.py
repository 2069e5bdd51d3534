"""Retention rates in view: who stays in a period, what moves money, which groups differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from cxlib.charts.chart import Point
from cxlib.charts.rates import (
    MEASURES,
    churn_over_time,
    rates_by_segment,
    rates_over_time,
    reading_notes,
    unit_words,
)
from cxlib.charts.revenue import (
    customer_table,
    customer_waterfall,
    money_table,
    money_waterfall,
)
from cxlib.charts.scores import Look
from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.metrics.periods import period_label
from cxlib.metrics.revenue import (
    LAST,
    Rate,
    Rates,
    annual,
    bridged,
    finished,
    pooled,
    rates,
    segment_rates,
)
from cxlib.stats.revenue import Movement, RevenueBook, read_revenue
from cxlib.tables.selection import Selection
from cxlib.tables.subscribed import LENGTHS
from cxlib.ui import card, coverage, drill, kpi, load, session
from cxlib.ui.head import View, cards
from cxlib.ui.kpi import Kpi
from cxlib.ui.stay_controls import cut_off_now
from cxlib.workspace.store import Dataset

RECENT = "recent"
"""The choice of the last finished periods together."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of the book.

    Attributes:
        book: all movements.
        chosen: the periods shown, in order; one, or the last finished ones.
        words: what they are called.
        period: month, quarter or year.
        look: names and level.
    """

    book: RevenueBook
    chosen: tuple[Movement, ...]
    words: str
    period: str
    look: Look


@load.kept(50)
def book_of(
    dataset: Dataset, selection: Selection, by: str | None, period: str, observed: date | None
) -> RevenueBook:
    """Movements of customers and money, of all and by segment."""
    with session.opened(dataset, load.using(selection, by)) as source:
        columns = (by,) if by else ()
        return read_revenue(
            source, period=period, selection=selection, by=columns, observed=observed
        )


def tab(view: View) -> None:
    """Draw retention and churn rates and the movements of money, below the page's head."""
    mapping = view.dataset.mapping
    if not (mapping.column("started") and mapping.column("ended")):
        st.info(
            say(
                "Rates by period need the days on which customers started and ended; this file has "
                "durations only. The curves show how long customers stay."
            ),
            icon=":material/info:",
        )
        return
    controls = st.container(horizontal=True, vertical_alignment="bottom", key="rates_controls")
    with controls:
        period = _period()
    book = book_of(view.dataset, view.selection, view.by, period, cut_off_now(view))
    look = Look(say("Retention"), view.dataset.name, view.words(), view.level)
    with controls:
        shown = _choose(book, period, look)
    coverage.line(book.coverage, key="rates")
    kpi.row(headline(shown), key="rates")
    notes = reading_notes(
        filtered=bool(view.selection.where),
        watched=view.dataset.mapping.column("observed") is not None,
    )
    for note in notes:
        st.caption(f":material/info: {note}")
    if not book.paid:
        st.info(
            say(
                "This file has no fees, so only customers are counted. For recurring money, choose "
                "the column with the monthly fee on the Data page (role: fee)."
            ),
            icon=":material/payments:",
        )
    _cards(shown)
    if view.by:
        _segments(shown, view, view.by)
    if book.paid:
        card.show(money_table(book, look, period=period), key="rates_money")
    card.show(customer_table(book, look, period=period), key="rates_customers")


def headline(shown: Shown) -> list[Kpi]:
    """Customers kept and lost, GRR and NRR in the periods chosen."""
    whole = pooled(shown.chosen)
    if whole is None:
        return []
    level = shown.look.level
    found = rates(whole, level=level)
    kept = found.retention
    about = say(
        "Of the customers at the start, those still there at the end; new ones do not count. {n}",
        n=_pooling(shown),
    )
    kpis = [
        _kpi(say("Customers kept, {period}", period=shown.words), kept, level, about),
        _kpi(
            say("Customers lost, {period}", period=shown.words),
            kept.rest if kept else None,
            level,
            _yearly(kept, shown.period),
        ),
    ]
    return kpis + (_money_kpis(shown, found) if shown.book.paid else [])


def _money_kpis(shown: Shown, found: Rates) -> list[Kpi]:
    level = shown.look.level
    gross = say(
        "Recurring money kept of that at the start, without what some pay more. Revenue churn is "
        "the rest: {churn}.",
        churn=number(found.gross.rest.value if found.gross else None, ".2%"),
    )
    net = say(
        "All that the customers at the start pay at the end, of what they paid at the start; above "
        "100% they grow. Money in for each 1 out, new customers included (quick ratio): {quick}.",
        quick=number(found.quick, ",.2f"),
    )
    return [
        _kpi(say("GRR, {period}", period=shown.words), found.gross, level, gross),
        _kpi(say("NRR, {period}", period=shown.words), found.net, level, net),
    ]


def _kpi(label: str, rate: Rate | None, level: float, about: str) -> Kpi:
    point = Point(None) if rate is None else Point(rate.value, rate.low, rate.high, rate.n)
    return Kpi(label, point, ".2%", level, about=about)


def _pooling(shown: Shown) -> str:
    if len(shown.chosen) == 1:
        return ""
    return say(
        "Pooled over {n} {unit}: a customer counts once in each.",
        n=len(shown.chosen),
        unit=unit_words(shown.period),
    )


def _yearly(kept: Rate | None, period: str) -> str:
    """What the rate would come to in a year, with the warning that belongs to it."""
    if kept is None or period == "year":
        return say("One less the share kept.")
    return say(
        "One less the share kept. If customers always left at this one rate, {share} would be left "
        "after a year; those who stay are the more loyal ones, so more usually are. The curves "
        "need no such assumption.",
        share=number(annual(kept, period).value, ".1%"),
    )


def _cards(shown: Shown) -> None:
    book, look, period = shown.book, shown.look, shown.period
    whole = bridged(shown.chosen)
    churn = churn_over_time(book, look, period=period)
    with cards():
        if whole is not None and book.paid:
            card.show(money_waterfall(whole, look, period=shown.words), key="rates_waterfall")
        if whole is not None:
            card.show(customer_waterfall(whole, look, period=shown.words), key="rates_flow")
        card.show(rates_over_time(book, look, period=period), key="rates_lines")
        if churn is not None:
            card.show(churn, key="rates_churn")


def _segments(shown: Shown, view: View, column: str) -> None:
    """Each rate by segment over the last finished periods."""
    found = segment_rates(shown.book, column, last=LAST, level=shown.look.level)
    words = _recent_words(shown.book, shown.period)
    charts = [
        rates_by_segment(found, column, shown.look, measure=measure, periods=words)
        for measure in MEASURES
    ]
    known = [(measure, one) for measure, one in zip(MEASURES, charts, strict=True) if one]
    if known:
        bars, below = cards(), st.container()
        with bars:
            for measure, one in known:
                drill.show(one, view, key=f"rates_by_{measure}", below=below)


def _period() -> str:
    names = {"month": say("Month"), "quarter": say("Quarter"), "year": say("Year")}
    chosen = st.segmented_control(
        say("Length of a period"),
        list(LENGTHS),
        default="month",
        required=True,
        key="rates_period",
        bind="query-params",
        format_func=names.__getitem__,
    )
    return chosen or "month"


def _choose(book: RevenueBook, period: str, look: Look) -> Shown:
    """Let the analyst choose one period, or the last finished ones together."""
    ended = [one for one in book.periods if one.finished]
    names = {
        one.start.isoformat(): period_label(one.start, period)
        if one.finished
        else say("{period} (not complete)", period=period_label(one.start, period))
        for one in reversed(book.periods)
    }
    several = {RECENT: _recent_words(book, period)} if len(ended) > 1 else {}
    options = several | names
    latest = (ended or book.periods)[-1].start.isoformat()
    if st.session_state.get("rates_which") not in options:
        st.session_state["rates_which"] = latest
    which = st.selectbox(
        say("Periods shown"),
        list(options),
        key="rates_which",
        format_func=options.__getitem__,
        width=210,
    )
    return Shown(book, _chosen(book, which), options[which], period, look)


def _chosen(book: RevenueBook, which: str) -> tuple[Movement, ...]:
    if which == RECENT:
        return finished(book, last=LAST)
    every = zip(book.periods, book.of(), strict=True)
    return tuple(movement for span, movement in every if span.start.isoformat() == which)


def _recent_words(book: RevenueBook, period: str) -> str:
    n = len(finished(book, last=LAST))
    return say("the last {n} full {unit}", n=n, unit=unit_words(period))
