"""The head that every page shares: dataset, date range, filters, compare-by; all in the URL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from cxlib.locale.speak import say
from cxlib.tables.segments import Segment
from cxlib.tables.selection import Selection
from cxlib.ui import load, narrowing, session
from cxlib.workspace.store import Dataset

LEVELS = (0.8, 0.9, 0.95, 0.99)
PERIODS = ("day", "week", "month", "quarter")
TIME = {
    "survey": "answered",
    "transactions": "ordered",
    "subscriptions": "started",
    "events": "happened",
    "tickets": "created",
    "comments": "written",
}
NOTHING = ""


@dataclass(frozen=True, slots=True)
class View:
    """What a page is asked to show.

    Attributes:
        dataset: the file in view.
        selection: filters and range of days.
        by: the segment column to compare; None for no comparison.
        period: the length of a period for trends.
        level: confidence level.
    """

    dataset: Dataset
    selection: Selection
    by: str | None
    period: str
    level: float

    def words(self) -> str:
        """The view for a subtitle: filters and range, empty where nothing is chosen."""
        return self.selection.words()


def title(text: str, question: str) -> None:
    """The page's title and the question it answers."""
    st.title(text, anchor=False)
    st.caption(question)


def cards() -> GridContainer:
    """A grid for chart cards: two abreast, one under the other where the window is narrow."""
    return st.grid(2, min_column_width=400, gap="small")


def head(
    kind: str,
    *,
    period: bool = False,
    compare: bool = True,
    fits: Callable[[Dataset], bool] | None = None,
) -> View:
    """Draw the controls for one kind of file and return what was chosen.

    The page has to make sure that a dataset of this kind exists.

    Args:
        kind: the kind of file in view.
        period: whether the length of a period can be chosen, where the file has dates.
        compare: whether a column to compare by can be chosen.
        fits: which datasets of the kind are offered; None for all.
    """
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"head_{kind}"):
        dataset = _dataset(kind, fits)
        known = load.segments(dataset)
        bounds = load.days(dataset, TIME[kind])
        since, until = _range(kind, bounds) if bounds else (None, None)
        where = narrowing.controls(kind, dataset, known)
        by = _compare(kind, known) if compare else None
        length = _period(kind) if period and bounds else "month"
    return View(dataset, Selection(where, since, until), by, length, level())


def quiet(kind: str) -> View:
    """The view that the page of this kind last showed, without drawing controls."""
    kept = {one.name: one for one in session.datasets(kind)}
    dataset = kept.get(st.session_state.get(f"{kind}_data", "")) or list(kept.values())[-1]
    known = load.segments(dataset)
    columns = [one.column for one in known]
    by = st.session_state.get(f"{kind}_by")
    return View(
        dataset,
        Selection(narrowing.chosen(kind, dataset, known)),
        by if by in columns else None,
        "month",
        level(),
    )


def either(
    names: dict[str, str],
    *,
    key: str = "from",
    fits: Callable[[Dataset], bool] | None = None,
) -> str:
    """Let the analyst choose between kinds of file that there is data of; kept in the URL.

    Args:
        names: what to call each kind.
        key: names the choice; pages with choices of their own have keys of their own.
        fits: which datasets count; None for all.
    """
    there = [kind for kind in names if _fitting(kind, fits)]
    _drop_unknown(key, there)
    if len(there) == 1:
        return there[0]
    chosen = st.segmented_control(
        say("Source"),
        there,
        default=there[0],
        required=True,
        key=key,
        bind="query-params",
        format_func=names.__getitem__,
        label_visibility="collapsed",
    )
    return chosen or there[0]


def add_filter(kind: str, column: str, value: str) -> None:
    """Add a segment value to the page's filters; call it from a callback."""
    key = f"{kind}_where"
    chosen = [*st.session_state.get(key, []), narrowing.option(column, value)]
    st.session_state[key] = list(dict.fromkeys(chosen))


def set_days(kind: str, dataset: Dataset, first: date, last: date) -> None:
    """Narrow the page's range of days, within those of the data; call it from a callback."""
    bounds = load.days(dataset, TIME[kind])
    if bounds:
        st.session_state[f"{kind}_days"] = (max(first, bounds[0]), min(last, bounds[1]))


def undated(view: View) -> None:
    """Say why there is no trend, and what to do."""
    column = view.dataset.mapping.column(TIME[view.dataset.kind])
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{say('No trend yet')}**")
        st.caption(
            say("No column of this file is known to hold the date. Choose one on the Data page.")
            if column is None
            else say("The dates of this file have to be confirmed on the Data page.")
        )
        st.page_link("pages/data.py", label=say("Open the Data page"), icon=":material/database:")


def _fitting(kind: str, fits: Callable[[Dataset], bool] | None) -> tuple[Dataset, ...]:
    return tuple(one for one in session.datasets(kind) if fits is None or fits(one))


def _dataset(kind: str, fits: Callable[[Dataset], bool] | None) -> Dataset:
    kept = {one.name: one for one in reversed(_fitting(kind, fits))}
    key = f"{kind}_data"
    _drop_unknown(key, kept)
    name = st.selectbox(say("Dataset"), list(kept), key=key, bind="query-params", width=190)
    return kept[name]


def _range(kind: str, bounds: tuple[date, date]) -> tuple[date | None, date | None]:
    key = f"{kind}_days"
    chosen = st.session_state.get(key)
    if chosen and not all(bounds[0] <= day <= bounds[1] for day in chosen):
        # What is only forgotten would stay on screen, since the browser keeps what it showed.
        st.session_state[key] = bounds
    picked = st.date_input(
        say("Date range"),
        value=bounds,
        min_value=bounds[0],
        max_value=bounds[1],
        key=key,
        bind="query-params",
        format="YYYY-MM-DD",
        width=215,
    )
    days = tuple(picked) if isinstance(picked, tuple) else (picked,)
    since = days[0] if days and days[0] != bounds[0] else None
    until = days[1] if len(days) > 1 and days[1] != bounds[1] else None
    return since, until


def _compare(kind: str, known: tuple[Segment, ...]) -> str | None:
    key = f"{kind}_by"
    options = [NOTHING, *(one.column for one in known)]
    first = 1 if known else 0
    if key in st.session_state and st.session_state[key] not in options:
        st.session_state[key] = options[first]
    chosen = st.selectbox(
        say("Compare by"),
        options,
        index=first,
        key=key,
        bind="query-params",
        format_func=lambda column: column or say("No comparison"),
        width=155,
    )
    return chosen or None


def _period(kind: str) -> str:
    names = {
        "day": say("Day"),
        "week": say("Week"),
        "month": say("Month"),
        "quarter": say("Quarter"),
    }
    chosen = st.selectbox(
        say("Period"),
        PERIODS,
        index=PERIODS.index("month"),
        key=f"{kind}_period",
        bind="query-params",
        format_func=names.__getitem__,
        width=105,
    )
    return str(chosen)


def level_control() -> None:
    """Let the analyst choose the confidence level of all intervals; for the sidebar."""
    st.selectbox(
        say("Confidence level"),
        LEVELS,
        index=LEVELS.index(0.95),
        key="level",
        bind="query-params",
        format_func=lambda level: f"{level:.0%}",
        help=say("How sure the intervals are: at 95%, 19 of 20 hold the true value."),
    )


def level() -> float:
    """The confidence level that the analyst chose."""
    return float(st.session_state.get("level") or 0.95)


def _drop_unknown(key: str, options: object) -> None:
    """Forget a chosen value that the present data do not offer."""
    if key in st.session_state and st.session_state[key] not in options:  # type: ignore[operator]
        del st.session_state[key]
