"""Any measure of every group of a column, and scores of every pair of groups."""

from __future__ import annotations

import streamlit as st

from cxlib.charts.every_group import MOST_BARS, Family, group_chart, pair_chart
from cxlib.charts.measure_words import Metric, metric_of
from cxlib.charts.scores import TINY, Look
from cxlib.charts.words import count
from cxlib.locale.speak import say
from cxlib.models.differences import against_rest
from cxlib.models.measures import Taken, score_measure, taken
from cxlib.stats.all_measures import Counted, Statistic
from cxlib.stats.score_pairs import ScorePairs, read_score_pairs
from cxlib.tables.selection import EVERYTHING
from cxlib.tables.surveys import score_roles
from cxlib.ui import card, head, load, session
from cxlib.ui import versus_data as data
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

NOTHING = ""


@load.kept(20)
def _pairs(dataset: Dataset, measure: str, columns: tuple[str, str]) -> ScorePairs:
    with session.opened(dataset, load.using(EVERYTHING, *columns)) as source:
        return read_score_pairs(source, score=measure, columns=columns)


@load.kept(50)
def _score(dataset: Dataset, measure: str) -> tuple[tuple[int, int], bool]:
    cube = load.scores(dataset, measure, EVERYTHING, None, None)
    return cube.scale, cube.reversed


def tab() -> None:
    """Let the analyst choose a measure and one or two columns, and show every group."""
    datasets = {one.name: one for one in session.datasets() if data.asked_of(one)}
    if not datasets:
        st.info(say("No file has anything that could be compared by groups."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        dataset = datasets[_choose(say("Dataset"), "every_data", list(datasets))]
        measure = _measure(dataset)
        known = _offered(dataset)
        if not known:
            st.info(say("This file has no column that could split its rows into groups."))
            return
        first = _choose(say("Column"), "every_by", known)
        second = _second(dataset, measure, [one for one in known if one != first])
        adjusted = st.toggle(
            say("Adjust for many tests"), value=True, key="every_adjust", bind="query-params"
        )
    with st.spinner(say("Comparing all groups"), show_time=True):
        if second:
            _two_columns(dataset, measure, (first, second), adjusted=adjusted)
        else:
            _one_column(dataset, measure, first, adjusted=adjusted)
    if dataset.kind == "survey":
        _link()


def _measure(dataset: Dataset) -> str:
    names = _names(dataset)
    chosen = _choose(say("Metric"), "every_measure", list(names.values()))
    return next(role for role, name in names.items() if name == chosen)


def _names(dataset: Dataset) -> dict[str, str]:
    """What a dataset can be asked, by the names under which it is offered."""
    named = data.ratings(dataset) | {
        "nps": "NPS",
        "csat": "CSAT",
        "ces": "CES",
        "staying": say("Retention"),
        "first_reply": say("Wait for the first reply"),
        "solve": say("Wait for the solution"),
        "spend": say("Spend per customer"),
        "fee": say("Fee per customer"),
        "orders": say("Order days a year after the first"),
        "active": say("Active days a month after the first"),
        "reopened": say("Tickets reopened"),
    }
    return {role: named[role] for role in data.asked_of(dataset)}


def _offered(dataset: Dataset) -> list[str]:
    """Columns that split well, then the file's other columns, which may have very many values."""
    known = [one.column for one in load.segments(dataset)]
    taken_up = {column for _, column in dataset.mapping.roles}
    hidden = {column for column, _ in dataset.mapping.personal}
    rest = [one for one in dataset.columns if one not in taken_up | hidden | set(known)]
    return [*known, *rest]


def _second(dataset: Dataset, measure: str, known: list[str]) -> str:
    if measure not in score_roles(dataset.mapping) or not known:
        return NOTHING
    few = {one.column for one in load.segments(dataset)}
    options = [NOTHING, *(one for one in known if one in few)]
    return _choose(say("Second column"), "every_and", options)


def _choose(label: str, key: str, options: list[str]) -> str:
    if st.session_state.get(key) not in options:
        st.session_state.pop(key, None)
    return str(
        st.selectbox(
            label,
            options,
            key=key,
            bind="query-params",
            width=190,
            format_func=lambda one: one or say("no second column"),
        )
    )


def _one_column(dataset: Dataset, measure: str, column: str, *, adjusted: bool) -> None:
    found = data.every_group(dataset, measure, column, EVERYTHING)
    counted = next((one for one in found if one.measure == measure), None)
    if counted is None or not counted.groups:
        st.info(say("No row has this measure."))
        return
    if len(counted.groups) == 1:
        value = next(iter(counted.groups))
        st.info(
            say(
                "{column} has one value only, {value}: there is nothing to compare it with.",
                column=plain(column),
                value=plain(value),
            )
        )
        return
    shown = largest(counted)
    if len(shown) < 2:
        st.info(say("Fewer than two groups have {n} members or more.", n=TINY))
        return
    whole = data.whole(counted)
    rows = taken(counted, shown, whole=whole)
    with head.cards() if len(rows) > 1 else st.container():
        for row in rows:
            _group_card(dataset, row, whole, counted, column, adjusted=adjusted)
    if len(counted.groups) > len(shown):
        st.caption(
            ":material/info: "
            + say(
                "{column} has {all} values; the {n} largest are shown and tested, and the others "
                "count in their rest.",
                column=plain(column),
                all=count(len(counted.groups)),
                n=len(shown),
            )
        )
    if counted.several:
        st.caption(
            ":material/info: "
            + say("{n} customers are in several groups and in none here.", n=count(counted.several))
        )


def largest(counted: Counted) -> list[str]:
    """The groups with enough members, the largest first, at most `MOST_BARS`."""
    sizes = {name: _size(one) for name, one in counted.groups.items()}
    ranked = sorted(sizes, key=lambda name: (-sizes[name], name))
    return [name for name in ranked if sizes[name] >= TINY][:MOST_BARS]


def _group_card(
    dataset: Dataset, row: Taken, whole: Statistic, counted: Counted, column: str, *, adjusted: bool
) -> None:
    level = head.level()
    metric = metric_of(row, dataset.name, data.ratings(dataset))
    tested = against_rest(
        row.groups, row.measure, total=whole, customers=counted.customers, level=level
    )
    family = Family(sum(one.gap.p_value is not None for one in tested), adjusted)
    chart = group_chart(
        tested,
        row.measure.estimate(whole, level=level),
        metric,
        family,
        column=column,
        look=Look(metric.name, dataset.name, "", level),
    )
    card.show(chart, key=f"every_{row.name}")


def _size(statistic: object) -> int:
    return int(getattr(statistic, "total", getattr(statistic, "n", 0)))


def _two_columns(
    dataset: Dataset, measure: str, columns: tuple[str, str], *, adjusted: bool
) -> None:
    pairs = _pairs(dataset, measure, columns)
    if pairs.many:
        st.info(
            say(
                "Columns with more than 60 values make no pairs: {names}.",
                names=plain(", ".join(pairs.many)),
            )
        )
        return
    scale, turned = _score(dataset, measure)
    counted = Counted(measure, {"": pairs.total}, scale, turned)
    taken_of = score_measure(counted)
    metric: Metric = metric_of(
        Taken(measure, taken_of, counted.groups), dataset.name, data.ratings(dataset)
    )
    cells = {
        (where[0][1], where[1][1]): counts
        for where, counts in pairs.cells.items()
        if len(where) == 2 and counts.total >= TINY
    }
    if len(cells) < 2:
        st.info(say("Fewer than two groups have {n} members or more.", n=TINY))
        return
    level = head.level()
    tested = against_rest(cells, taken_of, total=pairs.total, level=level)
    family = Family(sum(one.gap.p_value is not None for one in tested), adjusted)
    look = Look(metric.name, dataset.name, "", level)
    chart = pair_chart(
        {one.key: one for one in tested},
        metric,
        family,
        columns=columns,
        look=look,
        n=pairs.total.total,
    )
    card.show(chart, key="every_pair")


def _link() -> None:
    """Where a total that moves against its parts is taken apart."""
    st.caption(
        say(
            "A score can move one way while every group moves the other, when other groups "
            "answer (Simpson's paradox). Mix or rate on the Trends page takes a change apart, and "
            "warns where that happens."
        )
    )
    st.page_link(
        "pages/trends.py", label=say("Open Trends: mix or rate"), icon=":material/swap_vert:"
    )
