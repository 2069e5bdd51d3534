"""What the statuses of a log of tickets mean: which end a ticket, which wait for the customer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from cxlib.engine import portable
from cxlib.errors import BadOption

SOLVED_WORDS = (
    "solved", "resolved", "closed", "completed", "complete", "done", "fixed", "finished",
    "cancelled", "canceled", "selesai", "ditutup", "tutup", "tuntas", "rampung", "beres",
    "dibatalkan", "diselesaikan", "siap", "dibatal",
)  # fmt: skip
"""Words of a status that ends a ticket, in English, Indonesian and Malay."""
WAITING_WORDS = (
    "pending", "waiting on customer", "waiting for customer", "awaiting customer",
    "waiting on requester", "waiting for requester", "awaiting requester", "awaiting reply",
    "waiting for reply", "wait - user", "wait user", "menunggu pelanggan", "menunggu balasan",
    "menunggu pemohon", "menunggu pengguna", "tertunda", "tertangguh", "menunggu maklum balas",
)  # fmt: skip
"""Words of a status in which the team waits for the customer."""
NEGATED = ("not ", "un", "re-", "reopen", "belum ", "tidak ", "tak ", "dibuka")
"""What makes a status with such a word an open one: "unsolved", "belum selesai"."""
MOST = 1000
"""Different statuses of a log; a column with more says something else."""
FEWEST = 20
"""Tickets from which a status is taken for an end because tickets end with it."""
STAYS, SOME = 0.8, 0.05
"""An end without a telling name: so many of the tickets that ever have it have it last, and so
many of all tickets."""
CHOSEN, WORDS, LAST, NONE = "chosen", "words", "last", "none"
"""How it is known which statuses end a ticket."""


@dataclass(frozen=True, slots=True)
class Statuses:
    """Which statuses mean what; None for a guess.

    Attributes:
        solved: statuses in which a ticket is over.
        waiting: statuses in which the team waits for the customer.
        how: whether `solved` was chosen, or guessed by words or by the last status of most
            tickets; `NONE` where no status is known to end a ticket.
    """

    solved: tuple[str, ...] | None = None
    waiting: tuple[str, ...] | None = None
    how: str = CHOSEN


DEFAULT_STATUSES = Statuses()


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How often a status stands in a log.

    Attributes:
        status: its text.
        changes: rows with it.
        tickets: tickets that ever had it.
        last: tickets that have it last.
    """

    status: str
    changes: int
    tickets: int
    last: int


def status_counts(changes: ir.Table) -> ir.Table:
    """One row a status: `status`, `changes`, `tickets`, `last`; the most frequent first. Lazy.

    Args:
        changes: usable rows of a log: `ticket`, `changed`, `status`, `row`.
    """
    back = ibis.window(
        group_by=changes.ticket, order_by=[changes.changed.desc(), changes.row.desc()]
    )
    ranked = changes.select("ticket", "status", rank=ibis.row_number().over(back))
    found = ranked.group_by("status").agg(
        changes=portable.count(),
        tickets=ranked.ticket.nunique(),
        last=portable.flag(ranked["rank"] == 0).sum(),
    )
    return found.order_by(found.changes.desc(), "status")


def read_statuses(changes: ir.Table, *, name: str = "status") -> tuple[StatusCount, ...]:
    """Run `status_counts`.

    Args:
        changes: usable rows of a log.
        name: the column of the statuses, for an error.

    Raises:
        BadOption: there are more than `MOST`, so that the column is none of statuses.
    """
    rows = status_counts(changes).limit(MOST + 1).to_pyarrow().to_pylist()
    if len(rows) > MOST:
        raise BadOption(
            f"'{name}' has more than {MOST:,} different values, so it does not name the status of "
            "a ticket. Choose another column on the Data page, or with --map status=COLUMN."
        )
    names = ("changes", "tickets", "last")
    return tuple(StatusCount(row["status"], *(int(row[one]) for one in names)) for row in rows)


def settled(counts: Sequence[StatusCount], wanted: Statuses) -> Statuses:
    """Which of the statuses in a log mean what: as chosen, else as guessed.

    A status is guessed to end a ticket by the words in it. Where no status has such words, as in a
    log of codes, the one that most tickets have last is taken, and others with which tickets stay;
    below `FEWEST` tickets nothing is guessed so.

    Args:
        counts: the statuses of the whole log.
        wanted: what was chosen; small and capital letters are alike.

    Raises:
        BadOption: statuses were chosen, and the log has none of them.
    """
    if wanted.solved is None:
        solved, how = _guessed(counts)
    else:
        solved, how = _known(counts, wanted.solved), CHOSEN
    if wanted.waiting is None:
        waiting = tuple(
            one.status
            for one in counts
            if _speaks(one.status, WAITING_WORDS) and one.status not in solved
        )
    else:
        known = _known(counts, wanted.waiting)
        waiting = tuple(one for one in known if one not in solved)
    return replace(wanted, solved=solved, waiting=waiting, how=how)


def _guessed(counts: Sequence[StatusCount]) -> tuple[tuple[str, ...], str]:
    named = tuple(one.status for one in counts if _speaks(one.status, SOLVED_WORDS))
    if named:
        return named, WORDS
    tickets = sum(one.last for one in counts)
    if tickets < FEWEST or len(counts) < 2:
        return (), NONE
    most = max(counts, key=lambda one: one.last)
    stay = (
        one.status
        for one in counts
        if one is most or (one.last >= STAYS * one.tickets and one.last >= SOME * tickets)
    )
    return tuple(stay), LAST


def _known(counts: Sequence[StatusCount], chosen: Iterable[str]) -> tuple[str, ...]:
    names = {one.strip().casefold() for one in chosen}
    found = tuple(one.status for one in counts if one.status.strip().casefold() in names)
    if names and not found:
        shown = ", ".join(one.status for one in counts[:12])
        raise BadOption(
            f"No ticket ever has the status {', '.join(sorted(names))}. There are: {shown}."
        )
    return found


def _speaks(status: str, words: Iterable[str]) -> bool:
    plain = status.strip().lower()
    some, no = "|".join(map(re.escape, words)), "|".join(map(re.escape, NEGATED))
    has = re.search(f"(^|[^a-z])({some})([^a-z]|$)", plain)
    return bool(has) and not re.match(f"({no})", plain)
