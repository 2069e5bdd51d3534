"""The Drivers page: what matters for an outcome, how well it is done, and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from cxlib.charts import drivers as charts
from cxlib.charts.scores import Look
from cxlib.errors import BadOption, NotEnoughData
from cxlib.locale.speak import say
from cxlib.models.driver_codes import CodeCheck, check_codes
from cxlib.models.driver_shares import Method
from cxlib.models.drivers import NEEDED, Drivers
from cxlib.models.drivers import drivers as weigh
from cxlib.stats.asked import first_reason
from cxlib.stats.groups import TOTAL, Group
from cxlib.ui import card, coverage, driver_sources, head, show
from cxlib.ui.driver_controls import Chosen, controls
from cxlib.ui.driver_sources import Ask, kept
from cxlib.ui.head import View
from cxlib.ui.words import plain


@kept(20)
def _weighed(
    ask: Ask, method: Method, level: float
) -> tuple[dict[Group, Drivers], dict[Group, str]]:
    """Drivers of every group that has enough answers, and why others have none."""
    asked = driver_sources.found(ask)
    table = asked.table
    if TOTAL not in table.groups:
        hint = first_reason(table.coverage)
        raise NotEnoughData("Drivers", have=0, need=NEEDED, unit="complete answer", hint=hint)

    found: dict[Group, Drivers] = {}
    without: dict[Group, str] = {}
    for group, products in table.groups.items():
        try:
            found[group] = weigh(
                products, method=method, level=level, scales=asked.scales, measured=asked.measured
            )
        except (NotEnoughData, BadOption) as reason:
            if group == TOTAL:
                raise
            without[group] = str(reason)
    return found, without


def page() -> None:
    """Draw the page below its title."""
    view = head.head("survey")
    with show.errors():
        chosen = controls(view)
        if not chosen.ask.drivers:
            st.info(say("Choose at least one driver."), icon=":material/rule:")
            return
        with st.spinner(say("Weighing the drivers"), show_time=True):
            asked = driver_sources.found(chosen.ask)
            coverage.line(asked.table.coverage, key="drivers")
            found, without = _weighed(chosen.ask, chosen.method, view.level)
        look = Look(say("Drivers"), view.dataset.name, view.words(), view.level)
        _cards(view, look, _noted(chosen, found), _check(chosen, found[TOTAL]))
        _left_out(without)


def _noted(chosen: Chosen, found: Mapping[Group, Drivers]) -> dict[Group, Drivers]:
    """The results with what is to be said of their columns."""
    notes = driver_sources.with_notes(chosen.ask, driver_sources.found(chosen.ask))
    total = found[TOTAL]
    places = (*total.map_notes, *driver_sources.performance_notes(chosen.ask))
    return {**found, TOTAL: replace(total, notes=(*total.notes, *notes), map_notes=places)}


def _check(chosen: Chosen, total: Drivers) -> tuple[str, ...]:
    """Of NPS, what its code of -1, 0 and 1 would say."""
    if not chosen.nps:
        return ()
    products = driver_sources.found(chosen.ask).table.groups[TOTAL]
    check = check_codes(products, total)
    return (_coded(check),) if check else ()


def _coded(check: CodeCheck) -> str:
    """How the drivers of NPS's code differ from those of the score."""
    points = f"{100 * check.moved:.1f}"
    if check.same:
        return say(
            "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10, drivers "
            "keep their order, and no share moves by more than {points} points.",
            points=points,
        )
    return say(
        "Explained as detractor, passive, promoter (-1, 0, 1) instead of 0 to 10, shares move by "
        "up to {points} points and the order becomes: {order}.",
        points=points,
        order=", ".join(check.order[:6]),
    )


def _cards(view: View, look: Look, found: Mapping[Group, Drivers], check: tuple[str, ...]) -> None:
    total = found[TOTAL]
    first = charts.driver_importance(total, look)
    with head.cards():
        card.show(replace(first, notes=(*first.notes, *check)), key="drivers_importance")
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
