"""What the statuses of a log of tickets mean: guessed and said, chosen, and kept with the data."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from cxlib.charts.words import number
from cxlib.locale.speak import say
from cxlib.tables.statuses import (
    DEFAULT_STATUSES,
    LAST,
    NONE,
    StatusCount,
    Statuses,
    read_statuses,
    settled,
)
from cxlib.tables.ticket_log import changes_of, is_log
from cxlib.ui import load, session
from cxlib.ui.words import plain
from cxlib.workspace.dataset import Dataset

SHELF = "statuses"
NAMED = 3
"""Statuses that are named on the button and in a sentence."""


@dataclass(frozen=True, slots=True)
class Log:
    """The statuses of a log, and which of them mean what."""

    counts: tuple[StatusCount, ...]
    meaning: Statuses

    @property
    def ends(self) -> float | None:
        """Fraction of the tickets whose last status is one that ends them."""
        tickets = sum(one.last for one in self.counts)
        over = sum(one.last for one in self.counts if one.status in (self.meaning.solved or ()))
        return over / tickets if tickets else None


@load.kept(20)
def counted(dataset: Dataset) -> tuple[StatusCount, ...]:
    """The statuses of the whole log; empty where rows are tickets."""
    with session.opened(dataset) as source:
        if not is_log(source):
            return ()
        column = source.mapping.column("status") or "status"
        return read_statuses(changes_of(source), name=column)


def read(dataset: Dataset) -> Log | None:
    """What the statuses mean, as kept or guessed; None where rows are tickets."""
    counts = counted(dataset)
    if not counts:
        return None
    return Log(counts, settled(counts, _kept(dataset, counts)))


def controls(dataset: Dataset, log: Log) -> None:
    """A button that names the end, behind which the analyst says what the statuses mean."""
    ends = log.meaning.solved or ()
    name = say("Solved: {names}", names=_names(ends)) if ends else say("Which status is solved?")
    last = {one.status: one for one in log.counts}

    def shown(status: str) -> str:
        one = last[status]
        return say(
            "{status} (last of {n} of its {all} tickets)",
            status=plain(status),
            n=number(one.last, ",d"),
            all=number(one.tickets, ",d"),
        )

    keys = [f"{one}_status_{dataset.id}" for one in ("solved", "waiting")]
    for key, chosen in zip(keys, (ends, log.meaning.waiting or ()), strict=True):
        st.session_state.setdefault(key, list(chosen))
    with st.popover(plain(name), icon=":material/task_alt:"):
        st.multiselect(
            say("A ticket is solved in"),
            list(last),
            key=keys[0],
            format_func=shown,
            on_change=_keep,
            args=(dataset.id, *keys),
            width=420,
        )
        st.multiselect(
            say("The team waits for the customer in"),
            list(last),
            key=keys[1],
            format_func=shown,
            on_change=_keep,
            args=(dataset.id, *keys),
            width=420,
            help=say("That time is the wait of the agent, and no part of the requester's."),
        )
        if log.meaning != settled(log.counts, DEFAULT_STATUSES):
            st.button(
                say("Guess again"),
                key="guess_statuses",
                icon=":material/refresh:",
                on_click=_forget,
                args=(dataset.id, *keys),
            )


def said(log: Log) -> None:
    """What was guessed, where names do not tell; a warning where every ticket would be open."""
    meaning = log.meaning
    if not meaning.solved:
        why = (
            say("No status is known to end a ticket.")
            if meaning.how == NONE
            else say("No status is chosen that ends a ticket.")
        )
        every = say("Every ticket counts as open until you choose one above.")
        st.warning(f"{why} {every}", icon=":material/info:")
    elif meaning.how == LAST:
        st.info(
            say(
                "No status is named like an end. Taken for it: {names}, the last status of {share} "
                "of the tickets. Choose others above if that is wrong.",
                names=plain(_names(meaning.solved)),
                share=number(log.ends, ".1%"),
            ),
            icon=":material/info:",
        )
    else:
        st.caption(
            say(
                "A log of status changes: a ticket begins at its first row and is solved in "
                "{names}.",
                names=plain(_names(meaning.solved)),
            )
        )


def _names(statuses: tuple[str, ...]) -> str:
    more = len(statuses) - NAMED
    shown = ", ".join(statuses[:NAMED])
    return shown if more <= 0 else say("{names} and {n} more", names=shown, n=more)


def _kept(dataset: Dataset, counts: tuple[StatusCount, ...]) -> Statuses:
    """What was chosen for the dataset, as far as it has such statuses."""
    content = session.workspace().shelf(SHELF).get(dataset.id)
    if content is None:
        return DEFAULT_STATUSES
    there = {one.status for one in counts}
    solved, waiting = (
        tuple(one for one in content[name] if one in there) for name in ("solved", "waiting")
    )
    if content["solved"] and not solved:
        return DEFAULT_STATUSES
    return Statuses(solved, waiting)


def _keep(dataset: str, solved: str, waiting: str) -> None:
    chosen = {"solved": st.session_state[solved], "waiting": st.session_state[waiting]}
    session.workspace().shelf(SHELF).put(dataset, chosen)


def _forget(dataset: str, *keys: str) -> None:
    session.workspace().shelf(SHELF).remove(dataset)
    for key in keys:
        st.session_state.pop(key, None)
