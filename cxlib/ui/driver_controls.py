"""The controls of the Drivers page: which outcome, which drivers, and from which files."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.columns.profile import Profile
from cxlib.columns.ratings import HALF, Ratings, number_columns, rating_columns, usual_drivers
from cxlib.errors import BadOption
from cxlib.locale.speak import say
from cxlib.models.driver_shares import Method
from cxlib.stats.before_answer import measures_of
from cxlib.stats.complete_rows import read_filled
from cxlib.tables.surveys import score_roles
from cxlib.ui import commented, load, session, word_lists
from cxlib.ui.driver_sources import LEFT, SPENT, THEME, TICKETS, Ask, name_of
from cxlib.ui.head import View
from cxlib.ui.words import plain
from cxlib.workspace.store import Dataset

MOST = 40
"""Drivers that one regression may have."""
METHODS: tuple[Method, ...] = ("lmg", "relative-weights")
SCORES = ("nps", "csat", "ces")
DAYS = (30, 90, 180, 365)
USUAL_DAYS = 180
KINDS = {LEFT: "subscriptions", SPENT: "transactions"}
NEEDS = {
    "subscriptions": ("customer", "started", "ended"),
    "transactions": ("customer", "ordered"),
    "tickets": ("customer", "created"),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the controls ask for.

    Attributes:
        ask: outcome, drivers and where they come from.
        method: how they are weighed.
        nps: whether the outcome is the 0-10 score of NPS.
    """

    ask: Ask
    method: Method
    nps: bool


def controls(view: View) -> Chosen:
    """Let the analyst choose; all but the drivers is kept in the URL."""
    dataset = view.dataset
    others = {kind: _beside(dataset, kind) for kind in NEEDS}
    with st.container(horizontal=True, vertical_alignment="bottom", key="drivers_controls"):
        outcome = _outcome(dataset, others)
        days = _days() if outcome in KINDS else USUAL_DAYS
        kind = KINDS.get(outcome)
        after = _file(kind, others[kind]) if kind else None
        desk = _file("tickets", others["tickets"]) if others["tickets"] else None
        method = _method()
    comments = _comments(view)
    drivers = _drivers(dataset, outcome, desk, comments, days)
    filled = st.toggle(
        say("Leave out drivers with no answer in more than half of the rows"),
        key="drivers_filled",
        bind="query-params",
        help=say("Only complete rows count: a driver that few answered costs all rows without it."),
    )
    ask = Ask(
        dataset=dataset,
        selection=view.selection,
        by=view.by,
        outcome=outcome,
        drivers=tuple(drivers),
        desk=desk if any(key.startswith(TICKETS) for key in drivers) else None,
        after=after,
        days=days,
        comments=comments if any(key.startswith(THEME) for key in drivers) else None,
        filled=filled,
    )
    return Chosen(ask, method, outcome == dataset.mapping.column("nps"))


def _outcome(dataset: Dataset, others: dict[str, tuple[Dataset, ...]]) -> str:
    options = _outcomes(dataset)
    options += [key for key, kind in KINDS.items() if others[kind]]
    if not options:
        raise BadOption(
            f"'{dataset.name}' has no column of scores or ratings to explain. Choose which columns "
            "hold them on the Data page."
        )
    if st.session_state.get("drivers_of") not in options:
        st.session_state.pop("drivers_of", None)
    names = {key: name_of(key, _days_before()) for key in options}
    chosen = st.selectbox(
        say("Outcome"),
        options,
        key="drivers_of",
        bind="query-params",
        format_func=names.__getitem__,
        width=230,
    )
    return str(chosen)


def _days_before() -> int:
    """The days that were chosen last: the outcome is named by them before they are drawn."""
    asked = st.session_state.get("drivers_days", st.query_params.get("drivers_days"))
    return int(asked) if str(asked) in map(str, DAYS) else USUAL_DAYS


def _days() -> int:
    chosen = st.selectbox(
        say("Days after the answer"),
        DAYS,
        index=DAYS.index(USUAL_DAYS),
        key="drivers_days",
        bind="query-params",
        width=150,
    )
    return int(chosen)


def _file(kind: str, files: tuple[Dataset, ...]) -> Dataset:
    """The file of a kind; a choice is drawn only where there are several."""
    if len(files) == 1:
        return files[0]
    labels = {
        "subscriptions": say("Subscriptions"),
        "transactions": say("Transactions"),
        "tickets": say("Tickets"),
    }
    names = {one.name: one for one in files}
    key = f"drivers_{kind}"
    if st.session_state.get(key) not in names:
        st.session_state.pop(key, None)
    chosen = st.selectbox(labels[kind], list(names), key=key, bind="query-params", width=200)
    return names[str(chosen)]


def _beside(dataset: Dataset, kind: str) -> tuple[Dataset, ...]:
    """The files of a kind that share customers with the survey, the best match first."""
    mapping = dataset.mapping
    if mapping.column("customer") is None or mapping.column("answered") is None:
        return ()
    fitting = [
        one
        for one in session.datasets(kind)
        if all(one.mapping.column(role) is not None for role in NEEDS[kind])
    ]
    rules = session.around().rules
    shared = {}
    for one in fitting:
        shared[one.id] = load.matches((dataset, one), rules).both[dataset.name, one.name]
    known = [one for one in fitting if shared[one.id]]
    return tuple(sorted(known, key=lambda one: -shared[one.id]))


def _comments(view: View) -> commented.Asked | None:
    """How the comments of the survey are read; None where it has none that may be shown."""
    dataset = view.dataset
    column = dataset.mapping.column("comment")
    if column is None or not commented.has_comments(dataset):
        return None
    return commented.Asked(
        dataset=dataset,
        selection=view.selection,
        by=None,
        period=None,
        text=column,
        score=None,
        learn=False,
        taxonomy=word_lists.taxonomy(),
        words=word_lists.own_words(),
    )


def _drivers(
    dataset: Dataset,
    outcome: str,
    desk: Dataset | None,
    comments: commented.Asked | None,
    days: int,
) -> list[str]:
    themes = [THEME + name for name in comments.taxonomy.names] if comments else []
    options, usual = _options(dataset, outcome), _usual(dataset, outcome)
    ratings = len(_ratings(dataset, outcome).chosen)
    groups = [*options[:ratings], *themes, *_service(desk), *options[ratings:]]
    names = {key: name_of(key, days) for key in groups}
    chosen = st.multiselect(
        say("Drivers"),
        groups,
        default=usual or themes[:MOST],
        key=f"drivers_{dataset.name}_{outcome}",
        persist_state="page",
        format_func=names.__getitem__,
        max_selections=MOST,
        width="stretch",
        help=say("Ratings first, then themes of the comments, service times, and other numbers."),
    )
    blank = [name for name in _blank(dataset, outcome) if name not in chosen]
    if blank:
        said = say(
            "Left out, with no answer in more than half of the rows: {drivers}.",
            drivers=", ".join(blank),
        )
        st.caption(plain(said))
    return chosen


def _service(desk: Dataset | None) -> list[str]:
    return [TICKETS + one for one in _measures(desk)] if desk is not None else []


@load.kept(20)
def _measures(desk: Dataset) -> tuple[str, ...]:
    """What the tickets can tell of the time before an answer."""
    with session.opened(desk) as source:
        return measures_of(source)


def _method() -> Method:
    names = {"lmg": "LMG", "relative-weights": say("Relative weights")}
    return st.selectbox(
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


def _outcomes(dataset: Dataset) -> list[str]:
    """The columns that may be explained: scores first, then ratings."""
    mapping = dataset.mapping
    roles = [role for role in score_roles(mapping) if role in SCORES]
    first = [column for role in roles if (column := mapping.column(role))]
    return list(dict.fromkeys((*first, *_ratings(dataset, "").chosen)))


def _names(dataset: Dataset) -> tuple[Profile, tuple[str, ...]]:
    """What the cells of a dataset look like, and its columns with the questions of a long file."""
    profile = load.understand(dataset.upload).profile
    return profile, (*dataset.columns, *(one.name for one in profile.extra))


def _ratings(dataset: Dataset, outcome: str) -> Ratings:
    profile, names = _names(dataset)
    return rating_columns(dataset.mapping, profile, names, outcome=outcome)


def _usual(dataset: Dataset, outcome: str) -> list[str]:
    """What is weighed to begin with: the ratings; without two of them other scores as well.

    Those that fewer than half of the rows answer are left out, and beyond `MOST` the emptiest.
    """
    scores = {dataset.mapping.column(role) for role in SCORES}
    usual = usual_drivers(dataset.mapping, _ratings(dataset, outcome)).chosen
    shares = _filled(dataset, usual)
    found = [name for name in usual if shares.get(name, 1.0) >= HALF]
    others = [name for name in found if name not in scores]
    wanted = others if len(others) > 1 else found
    best = sorted(wanted, key=lambda name: -shares.get(name, 1.0))[:MOST]
    return [name for name in wanted if name in best]


def _blank(dataset: Dataset, outcome: str) -> list[str]:
    """Ratings that are not weighed to begin with, for fewer than half of the rows answer them."""
    usual = usual_drivers(dataset.mapping, _ratings(dataset, outcome))
    shares = _filled(dataset, usual.chosen)
    return [*usual.sparse, *(name for name in usual.chosen if shares.get(name, 1.0) < HALF)]


@load.kept(20)
def _filled(dataset: Dataset, columns: tuple[str, ...]) -> dict[str, float]:
    """The share of the file's rows that answer each column."""
    with session.opened(dataset) as source:
        return read_filled(source, columns=columns)


def _options(dataset: Dataset, outcome: str) -> list[str]:
    """The columns that may explain the outcome: ratings first, then other numbers."""
    profile, names = _names(dataset)
    ratings = _ratings(dataset, outcome)
    others = number_columns(dataset.mapping, profile, names)
    found = dict.fromkeys((*ratings.chosen, *ratings.sparse, *others))
    return [name for name in found if name != outcome]
