"""Survey quality, first tabs: response rate, coverage of a customer list, early and late."""

from __future__ import annotations

import streamlit as st

from cxlib.charts import answering as charts
from cxlib.charts.words import count, number
from cxlib.columns.keys import KeyRules
from cxlib.columns.mapping import AMBIGUOUS
from cxlib.errors import NotEnoughData
from cxlib.locale.speak import say
from cxlib.metrics.quantiles import counted_quantile
from cxlib.metrics.response import homogeneity, yes_shares
from cxlib.stats.asked import first_reason
from cxlib.stats.groups import TOTAL
from cxlib.stats.invitations import Delays, Invited, read_delays, read_invited
from cxlib.stats.list_coverage import ListCoverage, read_list_coverage
from cxlib.tables.opened import open_source
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, head, kpi, load, session
from cxlib.ui.answering_score import Measured
from cxlib.ui.head import View
from cxlib.ui.kpi import Kpi
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

MOST_ATTRIBUTES = 12
"""Columns of a customer list that are looked at."""


@load.kept(20)
def _invited(dataset: Dataset, selection: Selection, by: str | None, period: str) -> Invited:
    with session.opened(dataset, load.using(selection, by)) as source:
        columns = (by,) if by else ()
        return read_invited(source, selection=selection, by=columns, period=period)


@load.kept(20)
def _delays(dataset: Dataset, metric: str, selection: Selection) -> Delays:
    with session.opened(dataset, load.using(selection)) as source:
        return read_delays(source, score=metric, selection=selection)


@load.kept(20)
def _listed(
    dataset: Dataset,
    customers: Dataset,
    selection: Selection,
    by: tuple[str, ...],
    rules: KeyRules,
) -> ListCoverage:
    backend = session.open_cursor()
    try:
        around = session.around()
        using = load.using(selection)
        source = open_source(dataset, backend, using=using, around=around)
        other = open_source(customers, backend)
        return read_list_coverage(source, other, rules, selection=selection, by=by)
    finally:
        backend.disconnect()


def tab(measured: Measured) -> None:
    """Draw the response rate and the coverage of a customer list."""
    view = measured.view
    st.info(
        say(
            "The score of those who answered is not the score of all customers. The fewer answer, "
            "and the more they differ from the others, the less it says about them."
        ),
        icon=":material/campaign:",
    )
    if _dated(view, "invited"):
        _response(view, measured)
    else:
        _needs(
            say("Response rate"),
            say(
                "A response rate needs a row for every invitation, answered or not, and a column "
                "with the day on which it was sent (known as 'invited' on the Data page)."
            ),
        )
    _list(view, measured)


def early_late(measured: Measured) -> None:
    """Draw the score of early answers against late ones."""
    view = measured.view
    if not (_dated(view, "invited") and _dated(view, "answered")):
        _needs(
            say("Early and late answers"),
            say(
                "Early and late answers can be told apart where a file has the day of the "
                "invitation ('invited' on the Data page) and the day of the answer."
            ),
        )
        return
    delays = _delays(view.dataset, measured.metric, view.selection)
    coverage.line(delays.coverage, key="delays")
    days = [one for one, counts in delays.counts.items() if counts.weight > 0]
    if len(days) < 2:
        raise NotEnoughData(
            "Early and late answers",
            have=len(days),
            need=2,
            unit="different delay",
            hint=first_reason(delays.coverage)
            if not days
            else "All answers came as many days after the invitation.",
        )
    cut = _cut(delays, days)
    look = measured.look()
    change = measured.change(delays.between(0, cut), delays.between(cut + 1))
    results = [
        (name, measured.score(delays.between(first, last)))
        for name, first, last in charts.wave_names(delays)
    ]
    with head.cards():
        card.show(charts.early_late(change, look, cut=cut), key="early_late")
        card.show(charts.waves(delays, results, look), key="waves")


def _cut(delays: Delays, days: list[int]) -> int:
    """The last day that counts as early: the analyst's, else the median."""
    options = days[:-1]
    n = [delays.counts[one].total for one in days]
    median = counted_quantile(days, n, 0.5) or 0
    usual = max((one for one in options if one <= median), default=options[0])
    if st.session_state.get("answering_cut") not in options:
        st.session_state.pop("answering_cut", None)
    return int(
        st.select_slider(
            say("Early means up to day"),
            options,
            value=usual,
            key="answering_cut",
            help=say("Days between invitation and answer; the median to begin with."),
            width=420,
        )
    )


def _dated(view: View, role: str) -> bool:
    column = view.dataset.mapping.column(role)
    return column is not None and view.dataset.mapping.reading(column).date_format != AMBIGUOUS


def _needs(title: str, words: str) -> None:
    with st.container(border=True):
        st.markdown(f"**{title}**")
        st.caption(words)
        st.page_link("pages/data.py", label=say("Open the Data page"), icon=":material/database:")


def _response(view: View, measured: Measured) -> None:
    found = _invited(view.dataset, view.selection, view.by, view.period)
    coverage.line(found.coverage, key="invited")
    total = found.counts.get(TOTAL)
    if total is None:
        hint = first_reason(found.coverage)
        raise NotEnoughData("A response rate", have=0, need=1, unit="invitation", hint=hint)
    if total.counts[0] == 0:
        _needs(
            say("Response rate"),
            say(
                "Each of the {n} invitations in view has an answer: this file seems to hold "
                "answered ones only, and a rate cannot be told from it. Add the invitations that "
                "nobody answered.",
                n=count(total.total),
            ),
        )
        return
    scored = yes_shares(found.counts, level=view.level)
    look, part = measured.look(say("Response rate")), charts.invited_part()
    if view.selection.dated:
        st.caption(say("The range of days is that of the invitations here."))
    kpi.row(
        [
            Kpi(
                say("Response rate"),
                charts.total_point(scored),
                ".1%",
                view.level,
                about=say("Invitations with a valid answer, of all invitations in view."),
            )
        ],
        key="response",
    )
    with head.cards():
        if view.by and any(group.column for group in found.counts):
            chart = charts.share_by_group(scored, view.by, look, part)
            card.show(chart, key="response_by")
        if found.last_day is not None:
            chart = charts.share_over_time(
                scored, look, part, period=view.period, last=found.last_day
            )
            card.show(chart, key="response_time")


def _list(view: View, measured: Measured) -> None:
    lists = session.datasets("customers")
    title = say("Who of the customers answered at all")
    if not lists or view.dataset.mapping.column("customer") is None:
        _needs(
            title,
            say(
                "Upload a customer list, and choose the column with the customer in both files, to "
                "see which customers answer less often than others."
            ),
        )
        return
    st.markdown(f"#### {title}")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("Customer list"),
            lists,
            format_func=lambda one: one.name,
            key="answering_list",
            width=240,
        )
        known = [one.column for one in load.segments(chosen)][:MOST_ATTRIBUTES]
        by = st.selectbox(say("By"), known, key="answering_list_by", width=220) if known else None
    rules = session.around().rules
    found = _listed(view.dataset, chosen, view.selection, tuple(known), rules)
    if TOTAL not in found.counts:
        hint = "The list has no customer with a key; look at it on the Data page."
        raise NotEnoughData("Coverage of the list", have=0, need=1, unit="customer", hint=hint)
    scored = yes_shares(found.counts, level=view.level)
    look, part = measured.look(say("Answered at all")), charts.listed_part()
    _coverage_words(found, scored, chosen)
    if not found.counts[TOTAL].counts[1]:
        st.info(
            say(
                "No customer of this list is among those who answered. If some should be, look at "
                "how the customers of the two files are written, on the Data page."
            ),
            icon=":material/link_off:",
        )
        return
    with head.cards():
        if by:
            groups = [counts for group, counts in found.counts.items() if group.column == by]
            chart = charts.share_by_group(scored, by, look, part, homogeneity(groups))
            card.show(chart, key="coverage_by")
        card.show(charts.under_represented(scored, known, look), key="coverage_table")


def _coverage_words(found: ListCoverage, scored: charts.Shares, chosen: Dataset) -> None:
    total = found.counts[TOTAL]
    point = charts.total_point(scored)
    said = say(
        "{k} of {n} customers of {list} answered at least once: {share} ({low} to {high}).",
        k=count(total.counts[1]),
        n=count(total.total),
        list=plain(chosen.name),
        share=number(point.y, ".1%"),
        low=number(point.low, ".1%"),
        high=number(point.high, ".1%"),
    )
    if found.outside:
        said += " " + say("{n} customers answered and are not in the list.", n=count(found.outside))
    st.caption(said)
