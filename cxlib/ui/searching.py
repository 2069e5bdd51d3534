"""Who differs most: a search over all groups of a survey, and a group saved as a segment."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.scores import Look, value_of
from cxlib.charts.search import MOST_BARS, group_words, search_chart
from cxlib.columns.mapping import Mapping
from cxlib.errors import CxError
from cxlib.locale.speak import say
from cxlib.metrics.nps import nps, nps_codes
from cxlib.metrics.search import FEWEST, Found, Search, search
from cxlib.metrics.shares import box_hits, box_score
from cxlib.stats.customer_sums import CustomerSums
from cxlib.stats.score_pairs import ScorePairs, Where, read_pair_repeats, read_score_pairs
from cxlib.tables.filter_text import filter_text
from cxlib.tables.filters import AllOf, Condition, Filter
from cxlib.tables.selection import Selection
from cxlib.ui import card, coverage, head, load, scored, session
from cxlib.ui.head import View
from cxlib.ui.words import plain
from cxlib.workspace.segments import LONGEST, SavedSegment, save_segment
from cxlib.workspace.store import Dataset

MOST_COLUMNS, USUAL = 12, 8
PROBLEM = "_search_problem"


@load.kept(10)
def _pairs(
    dataset: Dataset, metric: str, columns: tuple[str, ...], selection: Selection, pairs: bool
) -> ScorePairs:
    with session.opened(dataset, load.using(selection, *columns)) as source:
        return read_score_pairs(
            source, score=metric, columns=columns, selection=selection, pairs=pairs
        )


@load.kept(10)
def _repeats(
    dataset: Dataset,
    metric: str,
    columns: tuple[str, ...],
    selection: Selection,
    pairs: bool,
    worth: tuple[int, ...],
) -> dict[Where, CustomerSums] | None:
    """What tests need where customers answered several times."""
    found = _pairs(dataset, metric, columns, selection, pairs)
    with session.opened(dataset, load.using(selection, *columns)) as source:
        return read_pair_repeats(
            source, found, score=metric, worth=worth, selection=selection, fewest=FEWEST
        )


def tab() -> None:
    """Draw the search, with its own head."""
    view = head.head("survey", compare=False)
    known = [one.column for one in load.segments(view.dataset)]
    if not known:
        st.info(say("This file has no column that could split its answers into groups."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        metric = scored.choose_metric(view.dataset)
        both = st.toggle(say("Pairs too"), value=True, key="search_pairs", bind="query-params")
    columns = st.multiselect(
        say("Columns"),
        known,
        default=_usual(known, view.dataset.mapping, metric),
        key=f"search_columns_{view.dataset.id}",
        persist_state="page",
        max_selections=MOST_COLUMNS,
    )
    if not columns:
        st.info(say("Choose at least one column."))
        return
    with st.spinner(say("Looking at all groups"), show_time=True):
        asked = (view.dataset, metric, tuple(columns), view.selection, both)
        pairs = _pairs(*asked)
        box = _box(view, metric, pairs)
        worth = nps_codes(pairs.total) if box is None else box_hits(pairs.total, box)
        found = search(pairs, box=box, level=view.level, customers=_repeats(*asked, worth))
    coverage.line(pairs.coverage, key="search")
    _answer(view, metric, pairs, found)


def _usual(known: list[str], mapping: Mapping, metric: str) -> list[str]:
    """The first columns, but those that hold scores themselves."""
    scores = {column for role, column in mapping.roles if role.startswith(metric)}
    return [one for one in known if one not in scores][:USUAL]


def _box(view: View, metric: str, pairs: ScorePairs) -> tuple[int, int] | None:
    """The scores that count as good; None for NPS."""
    if metric == "nps" and pairs.scale == (0, 10):
        return None
    cube = load.scores(view.dataset, metric, view.selection, None, None)
    return scored.chosen_box(metric, cube)


def _answer(view: View, metric: str, pairs: ScorePairs, found: Search) -> None:
    name = scored.metrics(view.dataset)[metric]
    look = Look(name, view.dataset.name, view.words(), view.level)
    box = _box(view, metric, pairs)
    whole = nps(pairs.total) if box is None else box_score(pairs.total, box=box)
    chart = search_chart(found, pairs, value_of(whole).y or 0.0, look)
    card.show(chart, key="search")
    if found.found:
        _save(view.dataset, found.found[:MOST_BARS])


def _save(dataset: Dataset, found: tuple[Found, ...]) -> None:
    """Keep one of the groups as a segment, for every page."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("Group"), found, format_func=group_words, key="search_group", width=420
        )
        if chosen is None:
            return
        st.button(
            say("Save as a segment"),
            icon=":material/group_add:",
            key="search_save",
            on_click=_keep,
            args=(dataset, chosen),
        )
    problem = st.session_state.pop(PROBLEM, "")
    if problem:
        st.warning(plain(problem))


def _keep(dataset: Dataset, chosen: Found) -> None:
    parts = tuple(Condition(column, (value,)) for column, value in chosen.where)
    where: Filter = parts[0] if len(parts) == 1 else AllOf(parts)
    name = group_words(chosen).replace("|", "/")[:LONGEST]
    try:
        save_segment(session.workspace(), SavedSegment(name, dataset.id, filter_text(where)))
    except CxError as problem:
        st.session_state[PROBLEM] = str(problem)
    else:
        st.toast(say("Saved as a segment: {name}", name=plain(name)))
