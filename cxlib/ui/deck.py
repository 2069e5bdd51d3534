"""The presentation being put together: slides of this workspace, kept across restarts."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from cxlib.charts.chart import Chart
from cxlib.charts.store import freeze, thaw
from cxlib.ui import session

KEY = "_slides"


@dataclass(frozen=True, slots=True)
class Slide:
    """A chart as it was when it was added, with the analyst's title and comment."""

    chart: Chart
    title: str
    comment: str = ""


def slides() -> tuple[Slide, ...]:
    """The slides in order."""
    if KEY not in st.session_state:
        kept = session.workspace().slides()
        st.session_state[KEY] = tuple(
            Slide(thaw(one["chart"]), one["title"], one["comment"]) for one in kept
        )
    found: tuple[Slide, ...] = st.session_state[KEY]
    return found


def add(chart: Chart) -> None:
    """Append a chart under its own title."""
    _keep((*slides(), Slide(chart, chart.title)))


def change(place: int, *, title: str, comment: str) -> None:
    """Give a slide another title and comment."""
    new = replace(slides()[place], title=title, comment=comment)
    _keep((*slides()[:place], new, *slides()[place + 1 :]))


def move(place: int, by: int) -> None:
    """Move a slide up (-1) or down (+1); at the ends nothing moves."""
    order = list(slides())
    target = place + by
    if 0 <= target < len(order):
        order[place], order[target] = order[target], order[place]
        _keep(tuple(order))


def remove(place: int) -> None:
    """Take a slide out."""
    _keep((*slides()[:place], *slides()[place + 1 :]))


def clear() -> None:
    """Take all slides out."""
    _keep(())


def _keep(new: tuple[Slide, ...]) -> None:
    st.session_state[KEY] = new
    session.workspace().save_slides(
        {"chart": freeze(one.chart), "title": one.title, "comment": one.comment} for one in new
    )
