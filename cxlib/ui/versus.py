"""Two groups side by side in everything that the workspace's datasets know of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from cxlib.charts.chart import Kind
from cxlib.charts.measure_words import Metric
from cxlib.charts.scores import Look
from cxlib.charts.versus import difference_chart, difference_table
from cxlib.charts.words import count
from cxlib.errors import CxError, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.differences import Pair, differences
from cxlib.tables.sides import Sides, other_values, value_side
from cxlib.ui import card, commented, head, load, session, word_lists
from cxlib.ui import versus_data as data
from cxlib.ui.versus_data import Compared
from cxlib.ui.words import plain
from cxlib.workspace.segments import SavedSegment
from cxlib.workspace.store import Dataset

HOMES = ("customers", "survey", "subscriptions", "transactions", "tickets", "comments", "events")
"""Kinds of file in the order in which their columns are offered."""
ORDER = ("survey", "comments", "subscriptions", "transactions", "events", "tickets", "customers")
"""Kinds of file in the order in which their measures are shown."""
SAVED, REST = "saved segments", "everyone else"


@dataclass(frozen=True, slots=True)
class Column:
    """A column whose values can be compared."""

    dataset: Dataset
    name: str
    values: tuple[str, ...]


def tab() -> None:
    """Let the analyst choose two groups, and show where they differ."""
    columns = _columns()
    saved = session.around().segments
    if not columns and not saved:
        st.info(say("No file has a column of 2 to 40 values that could make groups."))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        sides = _sides(columns, {one.name: one for one in saved})
        themes = st.toggle(say("Themes too"), key="versus_themes", bind="query-params")
    if sides is None:
        st.info(say("Choose two groups that are not the same."))
        return
    with st.spinner(say("Comparing the two groups"), show_time=True):
        pairs, quiet = _read(sides, themes=themes)
    _cards(sides, pairs)
    for line in quiet:
        st.caption(f":material/info: {line}")


def _columns() -> dict[str, Column]:
    """The columns of all files by the name under which they are offered."""
    found: dict[str, Column] = {}
    known = [one for one in session.datasets() if one.kind in HOMES]
    for dataset in sorted(known, key=lambda one: HOMES.index(one.kind)):
        for segment in load.segments(dataset):
            if segment.column in dataset.columns:
                values = tuple(value for value, _ in segment.values)
                name = f"{dataset.name}: {segment.column}"
                found.setdefault(name, Column(dataset, segment.column, values))
    return found


def _sides(columns: dict[str, Column], saved: dict[str, SavedSegment]) -> Sides | None:
    offered = [*columns, *([SAVED] if saved else [])]
    first = _choose(say("Group by"), "versus_a_by", offered)
    values = list(saved) if first == SAVED else list(columns[first].values)
    value = _choose(say("Group"), "versus_a", values, width=190)
    second = _choose(say("compared with"), "versus_b_by", [REST, *dict.fromkeys((first, *offered))])
    if second == REST:
        return _against_all(columns, saved, first, value)
    others = list(saved) if second == SAVED else list(columns[second].values)
    if second == first:
        others = [one for one in others if one != value]
    if not others:
        return None
    other = _choose(say("Second group"), "versus_b", others, width=190)
    one = _side(columns, saved, first, value)
    return Sides(one, _side(columns, saved, second, other, one))


def _choose(label: str, key: str, options: list[str], *, width: int = 260) -> str:
    if st.session_state.get(key) not in options:
        st.session_state.pop(key, None)
    names = {SAVED: say("Saved segments"), REST: say("everyone else")}
    return str(
        st.selectbox(
            label,
            options,
            key=key,
            bind="query-params",
            width=width,
            format_func=lambda one: names.get(one, one),
        )
    )


def _side(
    columns: dict[str, Column],
    saved: dict[str, SavedSegment],
    by: str,
    value: str,
    *others: SavedSegment,
) -> SavedSegment:
    """The rows with a value, under a name that none of the others bears."""
    if by == SAVED:
        return saved[value]
    column, near = columns[by], session.around()
    near = replace(near, segments=(*near.segments, *others))
    return value_side(column.dataset, column.name, value, near)


def _against_all(
    columns: dict[str, Column], saved: dict[str, SavedSegment], by: str, value: str
) -> Sides:
    if by == SAVED:
        return Sides(saved[value], None)
    column, near = columns[by], session.around()
    return Sides(
        value_side(column.dataset, column.name, value, near),
        other_values(column.dataset, column.name, value, near),
    )


def _read(sides: Sides, *, themes: bool) -> tuple[list[Pair[Metric]], list[str]]:
    """The measures of all datasets, and what has to be said about those that tell nothing."""
    near = session.around()
    homes = tuple(sorted(one.key for one in near.datasets if one.id in sides.homes))
    asked = Compared(sides, homes, near.rules)
    pairs: list[Pair[Metric]] = []
    quiet: list[str] = []
    order = sorted(near.datasets, key=lambda one: ORDER.index(one.kind))
    there = [one for one in order if data.tells(one)]
    unsplit = [one for one in there if not sides.split(one, near)]
    empty: list[Dataset] = []
    for dataset in there:
        if dataset in unsplit:
            continue
        try:
            found, both = data.two_sides(dataset, asked)
            added, several = data.pairs_of(dataset, found, sides)
            pairs += added
            if commented.has_comments(dataset):
                counted = data.comments_of(
                    dataset, asked, word_lists.taxonomy(), word_lists.own_words()
                )
                pairs += data.comment_pairs(dataset, counted, sides, themes=themes)
        except NotEnoughData:
            empty.append(dataset)
            continue
        except CxError as problem:
            quiet.append(f"{plain(dataset.name)}: {plain(problem)}")
            continue
        quiet += _left_out(dataset, both, several)
    return pairs, [*quiet, *_unsplit(unsplit), *_empty(empty), *_cautions(sides)]


def _unsplit(datasets: list[Dataset]) -> list[str]:
    """Why datasets cannot be split, and what would make it possible."""
    keyless = [one for one in datasets if one.mapping.column("customer") is None]
    said = []
    if keyless:
        said.append(
            say(
                "Left out, since no column is known as the customer by which rows could find their "
                "group: {names}. Choose one on the Data page.",
                names=_names(keyless),
            )
        )
    rest = [one for one in datasets if one not in keyless]
    if rest:
        said.append(
            say(
                "Left out, since the file that knows these groups has no column known as the "
                "customer: {names}. Choose one on the Data page, or compare groups of a customer "
                "list.",
                names=_names(rest),
            )
        )
    return said


def _empty(datasets: list[Dataset]) -> list[str]:
    if not datasets:
        return []
    return [say("Without customers of these groups: {names}.", names=_names(datasets))]


def _names(datasets: list[Dataset]) -> str:
    return ", ".join(plain(one.name) for one in datasets)


def _left_out(dataset: Dataset, both: int, several: int) -> list[str]:
    name, said = plain(dataset.name), []
    if both:
        said.append(
            say(
                "{name}: {n} rows are in both groups and in neither here.", name=name, n=count(both)
            )
        )
    if several:
        said.append(
            say(
                "{name}: {n} customers have rows in both groups and are left out of what is "
                "counted per customer.",
                name=name,
                n=count(several),
            )
        )
    return said


def _cautions(sides: Sides) -> list[str]:
    said = []
    if sides.other is None:
        said.append(
            say(
                "Everyone else is every known customer outside of the segment, those who are not "
                "in its file included."
            )
        )
    kinds = {one.kind for one in session.datasets() if one.id in sides.homes}
    if kinds - {"customers"} and len(session.datasets()) > 1:
        said.append(
            say(
                "These groups are known from what customers did, and may have done late: who stays "
                "longer, buys more or writes more has more time and occasion to be in one of them. "
                "Part of such a difference may be no effect at all."
            )
        )
    said.append(
        say(
            "Limits and tests of scores take customers as the unit; those of comments and waits "
            "are as if nobody had written twice. Groups that differ here may differ for other "
            "reasons."
        )
    )
    return said


def _cards(sides: Sides, pairs: list[Pair[Metric]]) -> None:
    if not pairs:
        st.info(say("No file knows anything of both groups that could be compared."))
        return
    level = head.level()
    rows = differences(pairs, level=level)
    files = ", ".join(dict.fromkeys(row.key.source for row in rows))
    names = shown_names(sides)
    look = Look("", files, "", level)
    chart = difference_chart(rows, names, look)
    card.show(chart, key="versus_chart")
    if chart.kind is not Kind.TABLE:
        card.show(difference_table(rows, names, look), key="versus_table")


def shown_names(sides: Sides) -> tuple[str, str]:
    """The names of two sides for a reader: never the same one."""
    one, other = (name.strip() for name in sides.names)
    return one, f"{other} (2)" if other == one else other
