"""The Drivers page: what matters for an outcome, how well it is done, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from cxlib.charts import drivers as charts
from cxlib.charts.scores import Look
from cxlib.columns.profile import Profile
from cxlib.columns.ratings import Ratings, number_columns, rating_columns
from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.driver_shares import Method
from cxlib.models.drivers import NEEDED, Drivers
from cxlib.models.drivers import drivers as weigh
from cxlib.stats.asked import first_reason
from cxlib.stats.cross_products import DriverTable, read_cross_products
from cxlib.stats.groups import TOTAL, Group
from cxlib.tables.selection import Selection
from cxlib.tables.surveys import score_roles, score_scales
from cxlib.ui import card, coverage, head, load, session, show
from cxlib.ui.head import View
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

MOST = 40
"""Drivers that one regression may have."""
METHODS: tuple[Method, ...] = ("lmg", "relative-weights")
SCORES = ("nps", "csat", "ces")
Scales = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the controls ask for."""

    outcome: str
    drivers: tuple[str, ...]
    method: Method


@load.kept(20)
def _products(
    dataset: Dataset, columns: tuple[str, ...], selection: Selection, by: str | None
) -> tuple[DriverTable, Scales]:
    """Cross-products of an outcome and its drivers, and the scales of those that are scores."""
    with session.opened(dataset, load.using(selection, by)) as source:
        table = read_cross_products(
            source, columns=columns, selection=selection, by=(by,) if by else ()
        )
        return table, score_scales(source, columns[1:])


@load.kept(20)
def _weighed(
    dataset: Dataset,
    columns: tuple[str, ...],
    selection: Selection,
    by: str | None,
    method: Method,
    level: float,
) -> tuple[dict[Group, Drivers], dict[Group, str]]:
    """Drivers of every group that has enough answers, and why others have none."""
    table, scales = _products(dataset, columns, selection, by)
    if TOTAL not in table.groups:
        hint = first_reason(table.coverage)
        raise NotEnoughData("Drivers", have=0, need=NEEDED, unit="complete answer", hint=hint)
    found = {TOTAL: weigh(table.groups[TOTAL], method=method, level=level, scales=scales)}
    without: dict[Group, str] = {}
    for group, products in table.groups.items():
        if group == TOTAL:
            continue
        try:
            found[group] = weigh(products, method=method, level=level, scales=scales)
        except (NotEnoughData, BadOption) as reason:
            without[group] = str(reason)
    return found, without


def page() -> None:
    """Draw the page below its title."""
    view = head.head("survey")
    with show.errors():
        asked = _controls(view)
        if not asked.drivers:
            st.info(say("Choose at least one driver."), icon=":material/rule:")
            return
        columns = (asked.outcome, *asked.drivers)
        table, _ = _products(view.dataset, columns, view.selection, view.by)
        coverage.line(table.coverage, key="drivers")
        with st.spinner(say("Weighing the drivers"), show_time=True):
            found, without = _weighed(
                view.dataset, columns, view.selection, view.by, asked.method, view.level
            )
        look = Look(say("Drivers"), view.dataset.name, view.words(), view.level)
        _cards(view, look, found)
        _left_out(without)


def _controls(view: View) -> Asked:
    """Which outcome, which drivers, and how they are weighed; all in the URL."""
    scored = _outcomes(view.dataset)
    with st.container(horizontal=True, vertical_alignment="bottom", key="drivers_controls"):
        if st.session_state.get("drivers_of") not in scored:
            st.session_state.pop("drivers_of", None)
        outcome = st.selectbox(
            say("Outcome"), scored, key="drivers_of", bind="query-params", width=230
        )
        usual = _usual(view.dataset, outcome)
        options = _options(view.dataset, outcome)
        key = f"drivers_{view.dataset.name}_{outcome}"
        chosen = st.multiselect(
            say("Drivers"),
            options,
            default=usual,
            key=key,
            persist_state="page",
            max_selections=MOST,
            width="stretch",
        )
        names = {"lmg": "LMG", "relative-weights": say("Relative weights")}
        method = st.selectbox(
            say("Method"),
            METHODS,
            key="drivers_method",
            bind="query-params",
            format_func=names.__getitem__,
            width=170,
            help=say(
                "LMG averages each driver's gain of R2 over all orders of the drivers; relative "
                "weights come close and are quicker with many drivers."
            ),
        )
    return Asked(outcome, tuple(chosen), method)


def _outcomes(dataset: Dataset) -> list[str]:
    """The columns that may be explained: scores first, then ratings."""
    mapping = dataset.mapping
    roles = [role for role in score_roles(mapping) if role in SCORES]
    first = [column for role in roles if (column := mapping.column(role))]
    found = [*first, *_ratings(dataset, "").chosen]
    if not found:
        raise BadOption(
            f"'{dataset.name}' has no column of scores or ratings to explain. Choose which columns "
            "hold them on the Data page."
        )
    return list(dict.fromkeys(found))


def _names(dataset: Dataset) -> tuple[Profile, tuple[str, ...]]:
    """What the cells of a dataset look like, and its columns with the questions of a long file."""
    profile = load.understand(dataset.upload).profile
    return profile, (*dataset.columns, *(one.name for one in profile.extra))


def _ratings(dataset: Dataset, outcome: str) -> Ratings:
    profile, names = _names(dataset)
    return rating_columns(dataset.mapping, profile, names, outcome=outcome)


def _usual(dataset: Dataset, outcome: str) -> list[str]:
    """What is weighed to begin with: the ratings; without two of them other scores as well."""
    scores = {dataset.mapping.column(role) for role in SCORES}
    found = _ratings(dataset, outcome).chosen
    plain = [name for name in found if name not in scores]
    return (plain if len(plain) > 1 else list(found))[:MOST]


def _options(dataset: Dataset, outcome: str) -> list[str]:
    """The columns that may explain the outcome: ratings first, then other numbers."""
    profile, names = _names(dataset)
    ratings = _ratings(dataset, outcome)
    others = number_columns(dataset.mapping, profile, names)
    found = dict.fromkeys((*ratings.chosen, *ratings.sparse, *others))
    return [name for name in found if name != outcome]


def _cards(view: View, look: Look, found: Mapping[Group, Drivers]) -> None:
    total = found[TOTAL]
    with head.cards():
        card.show(charts.driver_importance(total, look), key="drivers_importance")
        card.show(charts.performance_map(total, look), key="drivers_map")
    if view.by and len(found) > 1:
        chart = charts.drivers_by_group(found, look, column=view.by)
        card.show(chart, key="drivers_by_group")
    card.show(charts.driver_table(total, look), key="drivers_table")


def _left_out(without: Mapping[Group, str]) -> None:
    """Groups without a result, each with its reason."""
    if not without:
        return
    with st.expander(say("Groups without a result: {n}", n=len(without)), icon=":material/info:"):
        for group, reason in without.items():
            st.caption(plain(f"{group.label}: {reason}"))
